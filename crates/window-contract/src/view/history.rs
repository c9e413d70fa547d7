//! The History screen: the journal as people read it.

use guest::{NextToTry, RemedyKind};
use procedure::{
    BackState, ChangeStatus, Realisation, RequestAnswer, RequestKind, TestMessage, TestQuestion, WhyNotDone,
};

use super::{GuestReport, PlanKindView, PropertyChange, RedeemLinkView, UnrestoredView};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntry {
    /// The change's id.
    pub id: String,
    /// When it began, ISO 8601 in UTC.
    pub at: String,
    /// Who did it.
    pub by: String,
    /// The guest's name.
    pub guest_name: String,
    /// The address that was searched for.
    pub address: String,
    /// What it did.
    pub kind: PlanKindView,
    /// For undo, continue and put back: which remedy it belongs to.
    pub of: Option<RemedyKind>,
    /// How it stands; the words are `history-state-<state>`.
    pub state: ChangeStatus,
    /// The reason or ticket number that was given.
    pub reason: Option<String>,
    /// What became of what it set out to do; the words over the values after are `after-<made>`.
    pub made: Realisation,
    /// Properties before, and after by what became of it.
    pub changes: Vec<PropertyChange>,
    /// What it could not do.
    pub left: Vec<UnrestoredView>,
    /// Can be undone.
    pub can_undo: bool,
    /// Can be continued.
    pub can_continue: bool,
    /// The original account can be put back.
    pub can_put_back: bool,
    /// How its way back stands.
    pub back: BackState,
    /// The link of the invitation it sent, which is not kept: sending it again gives a new one. None where it invited
    /// nobody.
    pub redeem_link: Option<RedeemLinkView>,
    /// How the question stands whether the test message arrived; the words are `test-<question>`. None where it is not
    /// asked.
    pub test: Option<TestQuestion>,
    /// The id of the change that it takes back: the two belong together. None for one that is no way back.
    pub takes_back: Option<String>,
    /// The id of the batch that it was part of; none where it was made by itself.
    pub batch: Option<String>,
    /// When it was last read back, ISO 8601 in UTC; none if it was not.
    pub seen_at: Option<String>,
    /// Why it was not made; the words are `not-done-<why>`. None where something was made of it, or may have been.
    pub why_not_done: Option<WhyNotDone>,
    /// What was sent of it, in its order.
    pub requests: Vec<RequestView>,
}

/// A request that was sent, as the record keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestView {
    /// When it left, ISO 8601 in UTC.
    pub at: String,
    /// What it was to do; the words are `request-<kind>`.
    pub kind: RequestKind,
    /// What became of it; the words are `answer-<answer>`.
    pub answer: RequestAnswer,
    /// HTTP status of an answer that was not yes.
    pub status: Option<u16>,
    /// Microsoft's code for a no.
    pub code: Option<String>,
    /// The id by which Microsoft knows it.
    pub request_id: Option<String>,
}

/// All changes in this organisation, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct History {
    /// Newest first.
    pub entries: Vec<HistoryEntry>,
    /// How many are listed at most, where there may be older ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub newest_only: Option<u32>,
    /// A row of the record, of this organisation or another, is not as it was written.
    pub damaged: bool,
    /// What is known of the end of the record; the words are `record-end-<end>`.
    pub end: RecordEnd,
    /// When changes were last removed because they were old, ISO 8601 in UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub removed: Option<String>,
    /// The names of files that were kept aside because they were damaged or had lost their record.
    pub kept_aside: Vec<String>,
}

/// What is known of the end of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum RecordEnd {
    /// Every row that was written is there.
    Whole,
    /// Rows that were written are missing at the end, or are others.
    CutOff,
    /// It cannot be told: what it would be told by is gone.
    Unknown,
    /// Without a keyring it would not be noticed.
    Unkept,
}

/// `save_history`: which of the changes on screen are saved, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveHistory {
    /// Their ids, in the order in which they are to stand there.
    pub changes: Vec<String>,
    /// As what.
    pub form: HistoryForm,
}

/// In which form changes are saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum HistoryForm {
    /// A table for a spreadsheet program, in the language of the window.
    Csv,
    /// A JSON object in each line, for programs: codes as they cross here, and no words.
    JsonLines,
}

/// `note_test`: what a person says of the test message after a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NoteTest {
    /// The change's id.
    pub change: String,
    /// What they say.
    pub test: TestMessage,
}

/// `try_next`: what to try next for a guest, after a test message that did not arrive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TryNext {
    /// The address that was searched for.
    pub address: String,
    /// The group the message was sent to, where one is chosen: what is tried next may be about it.
    pub group: Option<String>,
    /// By what the question is stopped.
    pub ticket: String,
}

/// The guest as they are now, and what to try next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NextToTryView {
    /// Read afresh.
    pub report: GuestReport,
    /// What to try.
    pub next: NextToTry,
}

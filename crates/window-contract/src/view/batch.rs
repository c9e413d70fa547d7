//! Repairing many guests with one look and one confirmation.

use super::{Problem, PropertyChange, RemedyKind};
use guest::{PlanNote, WayBack};
use procedure::{BatchPhase, Outcome, WhyLeftOut};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// `preview_batch`: which remedy for whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewBatch {
    /// Which remedy; one of those that can be done for many.
    pub remedy: RemedyKind,
    /// The object ids of the guests; at most five hundred.
    pub guests: Vec<String>,
    /// A fresh id, by which `cancel` can stop it.
    pub ticket: String,
}

/// The preview of a batch: every guest of it, read afresh.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BatchPlanView {
    /// The one-time id `confirm_batch` takes. Absent where nobody would be changed.
    pub id: Option<String>,
    /// Which remedy.
    pub remedy: RemedyKind,
    /// How many were chosen.
    pub chosen: u32,
    /// When the last of them was read, ISO 8601 in UTC.
    pub read_at: String,
    /// Who will be changed, in the order in which they are.
    pub guests: Vec<PlannedGuest>,
    /// Who is left out, and why.
    pub left_out: Vec<LeftOutGuest>,
    /// What to know of every one who will be changed.
    pub notes: Vec<PlanNote>,
    /// The number that must be typed to confirm: how many will be changed. None up to ten.
    pub confirm_number: Option<u32>,
    /// Is there a way back, of each by themselves: the least of all.
    pub undo: WayBack,
}

/// A guest who will be changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlannedGuest {
    /// Object id.
    pub id: String,
    /// The name; the address where there is none.
    pub display_name: String,
    /// Properties before and after.
    pub changes: Vec<PropertyChange>,
    /// What may be lost, or is to be known, of this guest in particular; what is to be known of all is in `notes`.
    pub warnings: Vec<PlanNote>,
}

/// A guest who is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeftOutGuest {
    /// Object id.
    pub id: String,
    /// The name; the object id where it was not read.
    pub display_name: String,
    /// Why. The words are `left-out-<code>`.
    pub why: WhyLeftOut,
}

/// `confirm_batch`: carry out what was previewed, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConfirmBatch {
    /// The plan's one-time id.
    pub plan: String,
    /// The number that was typed to confirm, where the plan asks for it.
    pub typed: Option<String>,
    /// A ticket number or reason for the record.
    pub reason: Option<String>,
}

/// The batch that was begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BatchStarted {
    /// The batch's id: `cancel` stops it by this, between two guests, and between two steps of the one under way.
    pub batch: String,
}

/// `continue_batch`: go on after it stopped and asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OfBatch {
    /// The batch's id.
    pub batch: String,
}

/// News of the batch, or none within the time of one long poll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BatchUpdate {
    /// The sequence number to ask with next.
    pub sequence: u32,
    /// The preview that is being read, the batch under way, or the one that ended last.
    pub batch: Option<BatchView>,
}

/// How a batch stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BatchView {
    /// Its id; the ticket of the preview while that is read.
    pub id: String,
    /// Which remedy.
    pub remedy: RemedyKind,
    /// How it stands; the words are `batch-phase-<phase>`.
    pub phase: BatchPhase,
    /// How many are read, or done.
    pub done: u32,
    /// Of how many.
    pub total: u32,
    /// Each guest of it, in the order in which they are changed; none while a preview is read.
    pub guests: Vec<BatchGuest>,
}

/// What became of one guest of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BatchGuest {
    /// Object id.
    pub id: String,
    /// The name; the address where there is none.
    pub display_name: String,
    /// The id of the change in History; none where none was begun.
    pub change: Option<String>,
    /// They are being changed now.
    pub running: bool,
    /// How it ended; the words are `outcome-<outcome>`. None before, and where they were left out.
    pub outcome: Option<Outcome>,
    /// Why they were left out after all. The words are `left-out-<code>`.
    pub left_out: Option<WhyLeftOut>,
    /// What stopped it.
    pub problem: Option<Problem>,
}

//! The Change screen while a change is under way, and its result.

use super::{Args, GuestReport, Note, PlanKind, Problem, PropertyChange};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A step of a change. The words are `step-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// Read the guest again and compare with the preview.
    Compare,
    /// Write otherMails.
    WriteOtherMails,
    /// Write mail.
    WriteMail,
    /// Delete the account (soft).
    Delete,
    /// Wait until it is gone.
    AwaitGone,
    /// Invite.
    Invite,
    /// Wait until the new account can be seen.
    AwaitNew,
    /// Add to the groups.
    AddToGroups,
    /// Set name, company, user type, sponsors and app assignments again.
    Replay,
    /// Remove the new account.
    DeleteNew,
    /// Restore the original account.
    Restore,
    /// Read back.
    ReadBack,
    /// Diagnose again.
    DiagnoseAgain,
}

/// How a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum StepState {
    /// Not begun.
    Waiting,
    /// Under way.
    Running,
    /// Done and seen.
    Done,
    /// Done, not yet visible.
    NotYetVisible,
    /// The server refused.
    Refused,
    /// Unknown whether it was carried out.
    Unknown,
    /// Not needed.
    Skipped,
}

/// One step's progress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StepView {
    /// Which.
    pub kind: StepKind,
    /// How it stands.
    pub state: StepState,
    /// Counts and names, e.g. `done`, `total`, `group`.
    pub args: Args,
}

/// How a change ended. The words are `outcome-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeKind {
    /// Carried out and read back.
    Done,
    /// Carried out, not yet visible.
    NotYetVisible,
    /// Refused before anything was changed.
    Refused,
    /// Failed before anything was changed: no connection, no sign-in, a fault.
    Failed,
    /// Stopped half-way; there is a way on and a way back.
    Interrupted,
    /// Unknown whether it was carried out.
    Unknown,
    /// Stopped by the person before anything was changed.
    Cancelled,
}

/// The end of a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ResultView {
    /// How it ended.
    pub outcome: OutcomeKind,
    /// Properties before and as seen after.
    pub changes: Vec<PropertyChange>,
    /// What stays undone, e.g. groups that refused. Arguments carry names.
    pub left: Vec<Note<LeftCode>>,
    /// The diagnosis made afresh afterwards.
    pub report: Option<GuestReport>,
    /// What stopped it.
    pub problem: Option<Problem>,
    /// Can be undone now.
    pub can_undo: bool,
    /// Can be continued.
    pub can_continue: bool,
    /// The original account can be put back.
    pub can_put_back: bool,
}

/// What a change could not do. The words are `left-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LeftCode {
    /// A group did not take him. Arguments: `group`.
    Group,
    /// An app assignment was refused. Arguments: `app`.
    App,
    /// A sponsor was refused.
    Sponsor,
    /// Name, company or user type could not be set again.
    Profile,
    /// The address was kept but Exchange's list does not show it (a conflict that was not reported).
    ProxyNotAdded,
}

/// A change under way or just ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeView {
    /// The change's id.
    pub id: String,
    /// What it does.
    pub kind: PlanKind,
    /// The guest's name.
    pub guest_name: String,
    /// Its steps.
    pub steps: Vec<StepView>,
    /// Its end.
    pub result: Option<ResultView>,
}

/// `watch`: wait for news.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Watch {
    /// The sequence number last seen; 0 at first.
    pub after: u32,
}

/// News, or none within the time of one long poll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct News {
    /// The sequence number to ask with next.
    pub sequence: u32,
    /// The change under way or just ended.
    pub change: Option<ChangeView>,
}

/// The change that was begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Begun {
    /// The change's id.
    pub change: String,
}

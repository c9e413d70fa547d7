//! The History screen: the journal as people read it.

use guest::RemedyKind;

use super::{PlanKindView, PropertyChange};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a recorded change stands. The words are `history-state-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum HistoryState {
    /// Carried out and read back.
    Done,
    /// Carried out, not yet visible.
    NotYetVisible,
    /// Refused; nothing was changed.
    Refused,
    /// Failed; nothing was changed.
    Failed,
    /// Stopped half-way.
    Interrupted,
    /// Unknown whether it was carried out.
    Unknown,
    /// Stopped by the person; nothing was changed.
    Cancelled,
    /// Under way now.
    Running,
    /// Undone later.
    Undone,
}

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
    /// How it stands.
    pub state: HistoryState,
    /// The reason or ticket number that was given.
    pub reason: Option<String>,
    /// Properties before and as seen after.
    pub changes: Vec<PropertyChange>,
    /// Can be undone.
    pub can_undo: bool,
    /// Can be continued.
    pub can_continue: bool,
    /// The original account can be put back.
    pub can_put_back: bool,
}

/// All changes in this organisation, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct History {
    /// Newest first.
    pub entries: Vec<HistoryEntry>,
}

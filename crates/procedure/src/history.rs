//! The journal as people read it.

use jiff::Timestamp;
use journal::{ChangeRecord, Outcome as Recorded, State, Transition};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::checkpoint;
use crate::outcome::{Addresses, PropertyChange};
use crate::plan_kind::PlanKind;
use crate::record;

/// How a recorded change stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ChangeStatus {
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
    /// Undone, or put back, later.
    Undone,
}

/// One change, as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// The change's id.
    pub id: Uuid,
    /// When it began.
    pub at: Timestamp,
    /// Who did it.
    pub by: String,
    /// The guest's name.
    pub guest_name: String,
    /// The address the guest was found by.
    pub address: String,
    /// What it did; none when a later version wrote it.
    pub kind: Option<PlanKind>,
    /// How it stands.
    pub status: ChangeStatus,
    /// The reason that was given.
    pub reason: Option<String>,
    /// Properties before and as seen after.
    pub changes: Vec<PropertyChange>,
    /// Can be undone.
    pub can_undo: bool,
    /// Can be gone on with.
    pub can_continue: bool,
    /// The original account can be put back.
    pub can_put_back: bool,
}

impl HistoryEntry {
    /// A record as a line of the history.
    pub(crate) fn of(record: &ChangeRecord, running: bool) -> Self {
        let head = &record.begun;
        Self {
            id: head.id.as_uuid(),
            at: head.started,
            by: head.account.display_name.clone(),
            guest_name: head.guest.display_name.clone().unwrap_or_else(|| head.guest.address.clone()),
            address: head.guest.address.clone(),
            kind: record::kind(record),
            status: status(record, running),
            reason: head.reason.clone(),
            changes: seen_changes(record),
            can_undo: !running && record::can_undo(record),
            can_continue: !running && record::can_continue(record),
            can_put_back: !running && record::can_put_back(record),
        }
    }
}

fn status(record: &ChangeRecord, running: bool) -> ChangeStatus {
    if running {
        return ChangeStatus::Running;
    }
    match record.state {
        State::UndoneBy { .. } => ChangeStatus::Undone,
        State::Finished | State::InPart => ChangeStatus::Done,
        State::NotYetVisible if !record.open => ChangeStatus::NotYetVisible,
        State::Refused if record::outcome(record) == Some(Recorded::Refused) => ChangeStatus::Refused,
        State::Abandoned => match (record::acted(record), record::why_abandoned(record)) {
            (true, Some("put-back")) => ChangeStatus::Undone,
            (true, _) => ChangeStatus::Interrupted,
            (false, Some("cancelled")) => ChangeStatus::Cancelled,
            (false, _) => ChangeStatus::Failed,
        },
        State::Unknown => ChangeStatus::Unknown,
        State::Open | State::Refused | State::NotYetVisible => ChangeStatus::Interrupted,
    }
}

/// Before and after, with what was really seen afterwards where that is on record.
fn seen_changes(record: &ChangeRecord) -> Vec<PropertyChange> {
    let Some(work) = record::work(record) else { return Vec::new() };
    let seen: Option<Addresses> = record.transitions().rev().find_map(|transition| match transition {
        Transition::Verified { after: seen } | Transition::NotYetVisible { seen } => {
            checkpoint::body(seen).or_else(|| checkpoint::inner(seen, "addresses"))
        }
        Transition::Intended { .. }
        | Transition::Sent { .. }
        | Transition::Acknowledged { .. }
        | Transition::Refused { .. }
        | Transition::Unknown { .. }
        | Transition::Finished { .. }
        | Transition::Abandoned { .. } => None,
    });
    let mut changes = work.procedure().changes(seen.as_ref());
    // Follows from `mail`; in a list of many changes it would only repeat it.
    changes.retain(|change| change.property != "proxyAddresses");
    changes
}

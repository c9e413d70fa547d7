//! The journal as people read it.

use graph::Changed;
use jiff::Timestamp;
use journal::{ChangeRecord, Outcome as Recorded, Payload, State, Transition};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::checkpoint::{self, Checkpoint};
use crate::ending;
use crate::outcome::{Addresses, PropertyChange, Realisation, Unrestored};
use crate::plan_kind::PlanKind;
use crate::record;
use crate::redeem_link::RedeemLink;
use crate::requests::{self, RecordedRequest, WhyNotDone};
use crate::test_message::TestQuestion;

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
    /// Carried out but for a part.
    InPart,
    /// Stopped half-way: something was changed.
    Interrupted,
    /// Stopped before anything was changed, and not ended.
    InterruptedUnchanged,
    /// Unknown whether it was carried out.
    Unknown,
    /// Stopped by the person; nothing was changed.
    Cancelled,
    /// Under way now.
    Running,
    /// Undone, or put back, later.
    Undone,
}

/// How the way back of a recorded change stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum BackState {
    /// There is none.
    None,
    /// It can be gone.
    Open,
    /// It was there, and a look at the directory found that it is no longer.
    Gone,
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
    /// What became of what it set out to do.
    pub made: Realisation,
    /// Properties before, and after by what became of it.
    pub changes: Vec<PropertyChange>,
    /// What it could not do.
    pub unrestored: Vec<Unrestored>,
    /// Can be undone.
    pub can_undo: bool,
    /// Can be gone on with.
    pub can_continue: bool,
    /// The original account can be put back.
    pub can_put_back: bool,
    /// How its way back stands.
    pub back: BackState,
    /// The link of the invitation it sent, which is kept nowhere; none where it invited nobody.
    pub link: Option<RedeemLink>,
    /// How the question stands whether the test message arrived; none where it is not asked.
    pub test: Option<TestQuestion>,
    /// The change that it takes back; none for one that is no way back.
    pub takes_back: Option<Uuid>,
    /// The batch that it was part of; none where it was confirmed by itself.
    pub batch: Option<Uuid>,
    /// When it was last read back; none if it was not.
    pub seen_at: Option<Timestamp>,
    /// Why it was not made; none where something was made of it, or may have been.
    pub why_not_done: Option<WhyNotDone>,
    /// What was sent of it, in its order.
    pub requests: Vec<RecordedRequest>,
}

/// How things stand with a recorded change beside its own rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Now {
    /// It is under way.
    pub(crate) running: bool,
    /// Its way back was seen to be gone.
    pub(crate) gone: bool,
    /// A change that takes it back was begun and not finished: that one is gone on with, and nothing else.
    pub(crate) being_taken_back: bool,
}

impl HistoryEntry {
    /// A record as a line of the history.
    pub(crate) fn of(record: &ChangeRecord, now: Now) -> Self {
        let Now { running, gone, being_taken_back } = now;
        let head = &record.begun;
        let status = status(record, running);
        let (made, changes) = changes(record, status);
        let free = !running && !being_taken_back;
        let can_undo = free && record::can_undo(record);
        let can_put_back = free && record::can_put_back(record);
        Self {
            id: head.id.as_uuid(),
            at: head.started,
            by: head.account.display_name.clone(),
            guest_name: head.guest.display_name.clone().unwrap_or_else(|| head.guest.address.clone()),
            address: head.guest.address.clone(),
            kind: record::kind(record),
            status,
            reason: head.reason.clone(),
            made,
            changes,
            link: Checkpoint::of(record).new_account().map(|_| RedeemLink::NotKnown),
            // Which change of a guest is asked about is told by all of them.
            test: None,
            can_undo: can_undo && !gone,
            unrestored: record::unrestored(record),
            can_continue: free && record::can_continue(record),
            can_put_back: can_put_back && !gone,
            back: match (can_undo || can_put_back, gone) {
                (false, _) => BackState::None,
                (true, false) => BackState::Open,
                (true, true) => BackState::Gone,
            },
            takes_back: head.undoes.map(journal::ChangeId::as_uuid),
            batch: head.batch.map(journal::BatchId::as_uuid),
            seen_at: seen_at(record),
            why_not_done: requests::why_not_done(record, status),
            requests: requests::requests(record),
        }
    }
}

pub(crate) fn status(record: &ChangeRecord, running: bool) -> ChangeStatus {
    if running {
        return ChangeStatus::Running;
    }
    match record.state {
        State::UndoneBy { .. } => ChangeStatus::Undone,
        State::Finished => ChangeStatus::Done,
        State::InPart => ChangeStatus::InPart,
        State::NotYetVisible if !record.open => ChangeStatus::NotYetVisible,
        State::Refused if record::outcome(record) == Some(Recorded::Refused) => ChangeStatus::Refused,
        State::Abandoned => match (record::changed(record), record::why_abandoned(record)) {
            (Changed::Yes | Changed::Unknown, Some("put-back")) => ChangeStatus::Undone,
            (Changed::No, Some("cancelled")) => ChangeStatus::Cancelled,
            (Changed::No, _) => ChangeStatus::Failed,
            (changed, _) => half_way(changed),
        },
        State::Open | State::Refused | State::NotYetVisible | State::Unknown => {
            half_way(record::changed(record))
        }
    }
}

/// A change that did not come to its end.
const fn half_way(changed: Changed) -> ChangeStatus {
    match changed {
        Changed::Yes => ChangeStatus::Interrupted,
        Changed::Unknown => ChangeStatus::Unknown,
        Changed::No => ChangeStatus::InterruptedUnchanged,
    }
}

/// Before and after. After is what was really seen, where that is on record; of what was not made, or is not known to
/// be, it is what would be.
fn changes(record: &ChangeRecord, status: ChangeStatus) -> (Realisation, Vec<PropertyChange>) {
    let Some(work) = record::work(record) else { return (Realisation::Unknown, Vec::new()) };
    let (procedure, unmade) = (work.procedure(), not_made(status));
    let (made, mut changes) = match read_back(record) {
        Some((seen, verified)) if unmade != Some(Realisation::No) => {
            let addresses: Option<Addresses> =
                checkpoint::body(seen).or_else(|| checkpoint::inner(seen, "addresses"));
            match addresses {
                // What was seen and is no address, such as a membership.
                None if verified => (Realisation::Seen, procedure.changes(None)),
                addresses => ending::made(procedure, addresses.as_ref()),
            }
        }
        _ => (unmade.unwrap_or(Realisation::NotSeenYet), procedure.changes(None)),
    };
    // Follows from `mail`; in a list of many changes it would only repeat it.
    changes.retain(|change| change.property != "proxyAddresses");
    (made, changes)
}

/// What became of a change that nothing was read back of.
const fn not_made(status: ChangeStatus) -> Option<Realisation> {
    match status {
        ChangeStatus::Refused
        | ChangeStatus::Failed
        | ChangeStatus::Cancelled
        | ChangeStatus::InterruptedUnchanged => Some(Realisation::No),
        ChangeStatus::Interrupted | ChangeStatus::Unknown | ChangeStatus::Running | ChangeStatus::Undone => {
            Some(Realisation::Unknown)
        }
        ChangeStatus::Done | ChangeStatus::InPart | ChangeStatus::NotYetVisible => None,
    }
}

/// When something was last read back.
fn seen_at(record: &ChangeRecord) -> Option<Timestamp> {
    let steps = record.steps.iter().rev().map(|recorded| &recorded.step);
    let read = |transition: &Transition| {
        matches!(transition, Transition::Verified { .. } | Transition::NotYetVisible { .. })
    };
    steps.into_iter().find(|step| read(&step.transition)).map(|step| step.at)
}

/// What was last read back, and whether it was all that was looked for; none if nothing was.
fn read_back(record: &ChangeRecord) -> Option<(&Payload, bool)> {
    record.transitions().rev().find_map(|transition| match transition {
        Transition::Verified { after: seen } => Some((seen, true)),
        Transition::NotYetVisible { seen } => Some((seen, false)),
        Transition::Intended { .. }
        | Transition::Sent { .. }
        | Transition::Acknowledged { .. }
        | Transition::Refused { .. }
        | Transition::Unknown { .. }
        | Transition::Finished { .. }
        | Transition::Abandoned { .. }
        | Transition::Remarked { .. } => None,
    })
}

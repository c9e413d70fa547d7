//! What the journal says of a change, read as this crate wrote it.

use std::collections::BTreeSet;

use journal::{ChangeRecord, Outcome, Payload, State, Transition};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::plan::PlanKind;
use crate::work::{VERSION, Work};

/// The names of the requests in the journal.
pub(crate) mod step {
    pub(crate) const WRITE: &str = "write";
    pub(crate) const DELETE: &str = "delete";
    pub(crate) const INVITE: &str = "invite";
    pub(crate) const PROFILE: &str = "profile";
    pub(crate) const DELETE_NEW: &str = "delete-new";
    pub(crate) const RESTORE: &str = "restore";
    pub(crate) const GROUP: &str = "add-to-group:";
    pub(crate) const SPONSOR: &str = "sponsor:";
    pub(crate) const APP: &str = "app:";
}

/// A payload of this version. What cannot be written as JSON does not exist among our types; should it ever, the
/// journal says so instead of losing the change.
pub(crate) fn payload(body: &impl Serialize) -> Payload {
    Payload::new(
        VERSION,
        serde_json::to_value(body).unwrap_or_else(|error| json!({ "unwritable": error.to_string() })),
    )
}

/// A payload's body, if it is of a version this program knows.
pub(crate) fn body<T: DeserializeOwned>(payload: &Payload) -> Option<T> {
    (payload.version == VERSION).then(|| serde_json::from_value(payload.body.clone()).ok()).flatten()
}

/// What kind of change it is.
pub(crate) fn kind(record: &ChangeRecord) -> Option<PlanKind> {
    PlanKind::named(&record.begun.remedy)
}

/// What it set out to do.
pub(crate) fn work(record: &ChangeRecord) -> Option<Work> {
    record.transitions().find_map(|transition| match transition {
        Transition::Intended { requests, .. } => body(requests),
        _ => None,
    })
}

/// How far a "remove and invite again", or its way back, has come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Checkpoint {
    /// The original account was deleted.
    pub(crate) deleted: bool,
    /// Object id of the new account.
    pub(crate) new_account: Option<String>,
    /// Every request that was acknowledged, by its name.
    pub(crate) done: BTreeSet<String>,
}

impl Checkpoint {
    /// What the record says was acknowledged.
    pub(crate) fn of(record: &ChangeRecord) -> Self {
        let mut reached = Self::default();
        for transition in record.transitions() {
            let Transition::Acknowledged { step, answer } = transition else { continue };
            reached.done.insert(step.clone());
            match step.as_str() {
                step::DELETE => reached.deleted = true,
                step::INVITE => {
                    reached.new_account = answer.body.get("guest").and_then(Value::as_str).map(str::to_owned);
                }
                _ => {}
            }
        }
        reached
    }
}

/// Whether an acknowledged change stands that can be taken back wholly or in part.
pub(crate) fn can_undo(record: &ChangeRecord) -> bool {
    let effective =
        matches!(record.state, State::Finished | State::InPart | State::NotYetVisible) && !record.open;
    let remedy = matches!(kind(record), Some(PlanKind::Remedy(_)));
    let reversible = match work(record) {
        Some(Work::WriteOtherMails { .. } | Work::Replace(_)) => true,
        // `mail` cannot be emptied again.
        Some(Work::WriteMail { before, .. }) => before.is_some(),
        Some(Work::PutBack { .. }) | None => false,
    };
    effective && remedy && reversible
}

/// Whether it stands half-way, so that it can be gone on with.
pub(crate) fn can_continue(record: &ChangeRecord) -> bool {
    record.open && work(record).is_some()
}

/// Whether the original account can be put back: it was deleted, and the change never ended.
pub(crate) fn can_put_back(record: &ChangeRecord) -> bool {
    record.open && matches!(work(record), Some(Work::Replace(_))) && Checkpoint::of(record).deleted
}

/// Whether anything of it was ever acknowledged.
pub(crate) fn acted(record: &ChangeRecord) -> bool {
    record.transitions().any(|transition| matches!(transition, Transition::Acknowledged { .. }))
}

/// Why it was given up, as this crate wrote it.
pub(crate) fn why_abandoned(record: &ChangeRecord) -> Option<&str> {
    record.transitions().rev().find_map(|transition| match transition {
        Transition::Abandoned { why } => why.body.get("why").and_then(Value::as_str),
        _ => None,
    })
}

/// A part of a payload's body.
pub(crate) fn inner<T: DeserializeOwned>(payload: &Payload, name: &str) -> Option<T> {
    let part = payload.body.get(name)?.clone();
    (payload.version == VERSION).then(|| serde_json::from_value(part).ok()).flatten()
}

/// How a finished change ended, where that was written.
pub(crate) fn outcome(record: &ChangeRecord) -> Option<Outcome> {
    record.transitions().rev().find_map(|transition| match transition {
        Transition::Finished { outcome, .. } => Some(*outcome),
        _ => None,
    })
}

//! What the journal says of a change: what it was for, what it set out to do, and which ways there are from it.

use graph::Changed;
use journal::{ChangeRecord, Outcome, State, Transition};
use serde_json::Value;

use crate::checkpoint::{Checkpoint, body, inner};
use crate::effects::Effects;
use crate::outcome::{NamedObject, Unrestored};
use crate::plan_kind::{PlanKind, Purpose};
use crate::remedy::Work;

/// What kind of change it is.
pub(crate) fn kind(record: &ChangeRecord) -> Option<PlanKind> {
    record.begun.remedy.parse().ok()
}

/// What it set out to do.
pub(crate) fn work(record: &ChangeRecord) -> Option<Work> {
    record.transitions().find_map(|transition| {
        let Transition::Intended { requests, .. } = transition else { return None };
        body(requests)
    })
}

/// The work that takes a finished change back, wholly or in part.
pub(crate) fn reversal(record: &ChangeRecord) -> Option<Work> {
    let effective =
        matches!(record.state, State::Finished | State::InPart | State::NotYetVisible) && !record.open;
    let applied = kind(record).is_some_and(|kind| kind.purpose == Purpose::Apply);
    let work = work(record).filter(|_| record.sound && effective && applied)?;
    work.procedure().reverse(&Checkpoint::of(record))
}

/// Whether it stands and can be taken back.
pub(crate) fn can_undo(record: &ChangeRecord) -> bool {
    reversal(record).is_some()
}

/// Whether something of it is left to be done or to be put back. One of which nothing but the head was written, for the
/// app was killed then, has sent nothing, and nobody knows what it was to send.
pub(crate) fn is_unfinished(record: &ChangeRecord) -> bool {
    let only_begun = record.sound && record.steps.is_empty();
    record.open && !only_begun
}

/// Whether it stands half-way, so that it can be gone on with.
pub(crate) fn can_continue(record: &ChangeRecord) -> bool {
    record.sound && record.open && work(record).is_some() && !Checkpoint::of(record).has_no_way_on()
}

/// The work that puts things back after a change that never ended.
pub(crate) fn put_back(record: &ChangeRecord) -> Option<Work> {
    let work = work(record).filter(|_| record.sound && record.open)?;
    work.procedure().put_back(&Checkpoint::of(record))
}

/// Whether things can be put back.
pub(crate) fn can_put_back(record: &ChangeRecord) -> bool {
    put_back(record).is_some()
}

/// Whether it changed anything, as far as its rows tell.
pub(crate) fn changed(record: &ChangeRecord) -> Changed {
    Effects::of(record).changed()
}

/// What it could not do, as it was written at its end.
pub(crate) fn unrestored(record: &ChangeRecord) -> Vec<Unrestored> {
    let detail = record.transitions().rev().find_map(|transition| {
        let Transition::Finished { detail, .. } = transition else { return None };
        detail.as_ref()
    });
    let left: Vec<Value> = detail.and_then(|detail| inner(detail, "left")).unwrap_or_default();
    left.into_iter().filter_map(read_unrestored).collect()
}

/// As it is written now; or in a word with a name, as the first version did.
fn read_unrestored(left: Value) -> Option<Unrestored> {
    let Value::String(word) = &left else { return serde_json::from_value(left).ok() };
    let named = |name: &str| NamedObject { id: String::new(), name: name.to_owned() };
    match word.split_once(": ") {
        Some(("group", name)) => Some(Unrestored::Group(named(name))),
        Some(("app", name)) => Some(Unrestored::App(named(name))),
        _ => match word.as_str() {
            "sponsor" => Some(Unrestored::Sponsor { id: String::new() }),
            "profile" => Some(Unrestored::Profile),
            "proxyAddresses" => Some(Unrestored::ProxyNotAdded),
            _ => None,
        },
    }
}

/// Why it was given up, as this crate wrote it.
pub(crate) fn why_abandoned(record: &ChangeRecord) -> Option<&str> {
    record.transitions().rev().find_map(|transition| {
        let Transition::Abandoned { why } = transition else { return None };
        why.body.get("why").and_then(Value::as_str)
    })
}

/// How a finished change ended, where that was written.
pub(crate) fn outcome(record: &ChangeRecord) -> Option<Outcome> {
    record.transitions().rev().find_map(|transition| {
        let Transition::Finished { outcome, .. } = transition else { return None };
        Some(*outcome)
    })
}

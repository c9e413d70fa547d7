//! Plans that go back, or on: undo, put back, continue. They are made from the record, not from memory.

use guest::{Address, Stays, Undo};
use journal::ChangeRecord;

use super::{Origin, Plan, PlanKind, PropertyChange, Shown, steps_of};
use crate::problem::{ErrorKind, Problem};
use crate::record;
use crate::work::Work;

/// A plan that undoes a finished change.
pub(crate) fn to_undo(record: &ChangeRecord) -> Result<Plan, Problem> {
    if !record::can_undo(record) {
        return Err(ErrorKind::CannotUndo.into());
    }
    let (Some(PlanKind::Remedy(of)), Some(work)) = (record::kind(record), record::work(record)) else {
        return Err(ErrorKind::CannotUndo.into());
    };
    let back = backwards(record, &work).ok_or(ErrorKind::CannotUndo)?;
    plan(record, PlanKind::Undo(of), back, Origin::Undoes(record.begun.id))
}

/// A plan that puts the original account back after an interrupted "remove and invite again".
pub(crate) fn to_put_back(record: &ChangeRecord) -> Result<Plan, Problem> {
    if !record::can_put_back(record) {
        return Err(ErrorKind::CannotUndo.into());
    }
    let work = record::work(record).and_then(|work| backwards(record, &work)).ok_or(ErrorKind::CannotUndo)?;
    plan(record, PlanKind::PutBack, work, Origin::Undoes(record.begun.id))
}

/// A plan that goes on with an interrupted change.
pub(crate) fn to_continue(record: &ChangeRecord) -> Result<Plan, Problem> {
    if !record.open {
        return Err(ErrorKind::PlanStale.into());
    }
    let (Some(kind), Some(work)) = (record::kind(record), record::work(record)) else {
        return Err(ErrorKind::CannotUndo.into());
    };
    plan(record, PlanKind::Continue(kind.remedy()), work, Origin::Continues(record.begun.id))
}

/// The work that takes this work back.
fn backwards(record: &ChangeRecord, work: &Work) -> Option<Work> {
    match work {
        Work::WriteOtherMails { guest, before, after } => {
            Some(Work::WriteOtherMails { guest: guest.clone(), before: after.clone(), after: before.clone() })
        }
        // An empty main address cannot be written (Microsoft Graph: user resource, mail).
        Work::WriteMail { guest, before, after, .. } => Some(Work::WriteMail {
            guest: guest.clone(),
            before: Some(after.clone()),
            proxies_before: Vec::new(),
            after: before.clone()?,
        }),
        Work::Replace(replacement) => Some(Work::PutBack {
            original: replacement.guest.clone(),
            replacement: record::Checkpoint::of(record).new_account,
        }),
        Work::PutBack { .. } => None,
    }
}

fn plan(record: &ChangeRecord, kind: PlanKind, work: Work, origin: Origin) -> Result<Plan, Problem> {
    let head = &record.begun.guest;
    let removes_new = matches!(&work, Work::PutBack { replacement: Some(_), .. });
    let undo = match &work {
        Work::Replace(_) => {
            Undo::Partial { stays: vec![Stays::WithinThirtyDays, Stays::AccessGivenSinceIsLost] }
        }
        _ => Undo::Impossible,
    };
    // To remove an account is confirmed apart, even on the way back.
    let confirms =
        removes_new || matches!((kind, &work), (PlanKind::Continue(_), Work::Replace(_)) if !deleted(record));
    Ok(Plan {
        id: None,
        kind,
        guest_name: head.display_name.clone().unwrap_or_else(|| head.address.clone()),
        given_name: None,
        searched: Address::recorded(&head.address).ok_or(ErrorKind::CannotUndo)?,
        group: None,
        changes: changes(&work),
        steps: steps_of(&work),
        confirm_text: confirms.then(|| head.address.clone()),
        work: Some(work),
        shown: Shown::Back { removes_new },
        undo,
        origin,
    })
}

fn deleted(record: &ChangeRecord) -> bool {
    record::Checkpoint::of(record).deleted
}

/// What a piece of work changes, as far as properties can show it.
pub(crate) fn changes(work: &Work) -> Vec<PropertyChange> {
    match work {
        Work::WriteOtherMails { before, after, .. } => {
            vec![PropertyChange { property: "otherMails", before: before.clone(), after: after.clone() }]
        }
        Work::WriteMail { before, after, .. } => vec![PropertyChange {
            property: "mail",
            before: before.iter().cloned().collect(),
            after: vec![after.clone()],
        }],
        Work::Replace(_) | Work::PutBack { .. } => Vec::new(),
    }
}

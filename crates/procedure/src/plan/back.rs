//! Plans that go back, or on: undo, put back, continue. They are made from the record, not from memory.

use guest::{Address, PlanNote, WayBack};
use journal::ChangeRecord;

use super::Plan;
use crate::checkpoint::Checkpoint;
use crate::plan_kind::{Origin, PlanKind, Purpose};
use crate::problem::{ErrorKind, Problem};
use crate::record;
use crate::remedy::Work;

/// A plan that undoes a finished change.
pub(crate) fn to_undo(record: &ChangeRecord) -> Result<Plan, Problem> {
    let work = record::reversal(record).ok_or(ErrorKind::CannotUndo)?;
    plan(record, Purpose::Undo, work)
}

/// A plan that puts things back after a change that was interrupted.
pub(crate) fn to_put_back(record: &ChangeRecord) -> Result<Plan, Problem> {
    let work = record::put_back(record).ok_or(ErrorKind::CannotUndo)?;
    plan(record, Purpose::PutBack, work)
}

/// A plan that goes on with an interrupted change.
pub(crate) fn to_continue(record: &ChangeRecord) -> Result<Plan, Problem> {
    if !record.open {
        return Err(ErrorKind::PlanStale.into());
    }
    let work = record::work(record).ok_or(ErrorKind::CannotUndo)?;
    plan(record, Purpose::Continue, work)
}

fn plan(record: &ChangeRecord, purpose: Purpose, work: Work) -> Result<Plan, Problem> {
    let of = record::kind(record).ok_or(ErrorKind::CannotUndo)?;
    let head = &record.begun.guest;
    let procedure = work.procedure();
    let goes_on = purpose == Purpose::Continue;
    let from = if goes_on { Checkpoint::of(record) } else { Checkpoint::default() };
    let remarks = procedure.remarks(purpose);
    let reads_back = goes_on.then_some(PlanNote::ReadsBackFirst);
    // What takes back, or goes on taking back, is not taken back itself.
    let applies = goes_on && of.purpose == Purpose::Apply;
    Ok(Plan {
        id: None,
        kind: PlanKind { remedy: of.remedy, purpose },
        guest_name: head.display_name.clone().unwrap_or_else(|| head.address.clone()),
        given_name: None,
        searched: Address::recorded(&head.address).ok_or(ErrorKind::CannotUndo)?,
        group: None,
        changes: procedure.planned(),
        addresses: Vec::new(),
        question: None,
        deletes: false,
        insist: None,
        groups: Vec::new(),
        invitation: None,
        without_taken: None,
        warnings: remarks.warnings,
        notes: remarks.notes.into_iter().chain(reads_back).collect(),
        confirm_text: procedure.removes_account(&from).then(|| head.address.clone()),
        way_back: if applies { procedure.way_back() } else { WayBack::Impossible },
        steps: procedure.steps(),
        origin: match purpose {
            Purpose::Continue => Origin::Continues(record.begun.id),
            Purpose::Undo | Purpose::PutBack => Origin::Undoes(record.begun.id),
            Purpose::Apply => Origin::New,
        },
        work: Some(work),
    })
}

//! What is said of each guest, against their account and their record.

use graph::Changed;
use procedure::{ChangeStatus, Outcome};

use super::super::course::Course;
use super::super::five::Member;
use super::super::play::{BatchRun, is_about};
use super::{has_end, said};
use crate::checks::{Finding, stands};
use crate::injector::Seen;
use crate::somebody::Somebody;
use crate::truth::Truth;

/// No change is made a second time unless it was not known whether the first was, and that was looked at in between.
pub(super) fn nothing_is_done_twice(run: &BatchRun) -> Vec<Finding> {
    let mut found = Vec::new();
    for member in &run.five.members {
        let acted = run.acted(member);
        for (at, (first, seen)) in acted.iter().enumerate() {
            let Some((second, _)) = acted.iter().skip(at + 1).find(|(_, later)| later.asked == seen.asked)
            else {
                continue;
            };
            let between = &run.deed().trace[first + 1..*second];
            let looked = between.iter().any(|seen| !seen.changes && is_about(seen, member));
            if seen.faults.is_empty() || !looked {
                found.push(("twice".to_owned(), format!("the directory did {} twice", seen.label)));
            }
        }
    }
    found
}

/// Everything that was promised of a guest is so.
pub(super) fn changes_stand(course: &Course, truth: &Truth, member: &Member, group: &str) -> bool {
    let planned = course.plan.iter().flat_map(|plan| &plan.guests);
    let changes = planned.filter(|guest| guest.id == member.guest.id).flat_map(|guest| &guest.changes);
    let account = truth.live.get(&member.guest.id);
    account.is_some_and(|account| changes.into_iter().all(|change| stands(change, account, group)))
}

/// Done: the account has it. Nothing changed, left out, waiting: the directory did nothing, and of who is left out or
/// waits nothing is recorded.
pub(super) fn the_end_of_each_is_true(run: &BatchRun) -> Vec<Finding> {
    let mut found = Vec::new();
    for (guest, member) in said(run) {
        let acted = !run.acted(member).is_empty();
        let alone = run.alone(member);
        let (end, name) = (&guest.end, &member.name);
        let mut tell = |sort: String, words: &str| {
            found.push((sort, format!("{name}: {:?}, {words}", end.outcome)));
        };
        let sort = || end.outcome.map(|outcome| format!("{outcome:?}")).unwrap_or_default();
        match end.outcome {
            Some(Outcome::Done | Outcome::NotYetVisible) if !acted && alone => {
                tell(sort(), "and the directory did nothing");
            }
            Some(Outcome::Done)
                if alone && !changes_stand(&run.course, &run.deed().after, member, &run.group) =>
            {
                tell(sort(), "and the account is not as was promised");
            }
            Some(Outcome::Refused | Outcome::Failed | Outcome::Cancelled) if acted => {
                tell(sort(), "and the directory made a change");
            }
            _ => {}
        }
        match end.problem.as_ref().map(|problem| problem.changed) {
            Some(Changed::No) if acted => tell(format!("{} no", sort()), "said unchanged, and it is"),
            Some(Changed::Yes) if !acted && alone => {
                tell(format!("{} yes", sort()), "said changed, and is not");
            }
            _ => {}
        }
        let untouched = end.left_out.is_some() || !has_end(guest) && !guest.running;
        let recorded = run.entry(member).is_some();
        if untouched && (acted || recorded) {
            let words = format!("left out {:?}, acted {acted}, recorded {recorded}", end.left_out);
            tell("untouched".to_owned(), &words);
        }
    }
    found
}

/// Whom somebody else changed before their turn is left out.
pub(super) fn who_changed_since_is_not_touched(run: &BatchRun) -> Vec<Finding> {
    let third = run.five.third();
    let Some((turn, _)) = run.turn_of(third).next() else { return Vec::new() };
    let meddled = [Somebody::DeletesGuest, Somebody::ChangesAddresses];
    let meddled =
        |seen: &Seen| meddled.iter().any(|somebody| seen.faults.iter().any(|fault| fault == somebody.name()));
    let before = run.deed().trace.iter().take(turn + 1).skip(run.course.confirmed_at).any(meddled);
    if !before || run.acted(third).is_empty() {
        return Vec::new();
    }
    vec![("touched".to_owned(), format!("{} was changed since the preview, and was written", third.name))]
}

/// Each change is recorded under the batch's id, as this guest's, with the id and the end that the batch tells; and the
/// history has no other of this batch.
pub(super) fn the_batch_stands_in_history(run: &BatchRun) -> Vec<Finding> {
    let mut found = Vec::new();
    for (guest, member) in said(run) {
        let Some(change) = guest.end.change else { continue };
        let Some(entry) = run.deed().entry(change) else {
            found.push(("no-row".to_owned(), format!("{}: the history knows nothing of it", member.name)));
            continue;
        };
        if entry.guest_name != member.display_name || entry.batch != run.course.batch {
            let words = format!("{}: recorded as {}'s, of {:?}", member.name, entry.guest_name, entry.batch);
            found.push(("another's".to_owned(), words));
        }
        // Where the last row could not be written, the record ends before the end that was told.
        let cut = run.schedule.needs_disk() && is_open(entry.status);
        if !cut && guest.end.outcome.is_some_and(|outcome| !agrees(outcome, entry.status)) {
            let words = format!("{}: {:?}, and {:?} there", member.name, guest.end.outcome, entry.status);
            found.push((format!("{:?} {:?}", guest.end.outcome, entry.status), words));
        }
    }
    for entry in &run.deed().history {
        let told = said(run).any(|(guest, member)| {
            guest.end.change == Some(entry.id) || guest.running && entry.guest_name == member.display_name
        });
        if !told || entry.batch != run.course.batch {
            let words = format!(
                "the history has {} of {:?}, who was told no such change",
                entry.guest_name, entry.batch
            );
            found.push(("untold".to_owned(), words));
        }
    }
    found
}

/// Whether the record does not say how it ended.
const fn is_open(status: ChangeStatus) -> bool {
    matches!(status, ChangeStatus::Interrupted | ChangeStatus::InterruptedUnchanged | ChangeStatus::Unknown)
}

const fn agrees(outcome: Outcome, status: ChangeStatus) -> bool {
    match outcome {
        Outcome::Done => matches!(status, ChangeStatus::Done),
        Outcome::NotYetVisible => matches!(status, ChangeStatus::NotYetVisible),
        Outcome::Refused => matches!(status, ChangeStatus::Refused),
        Outcome::Failed => matches!(status, ChangeStatus::Failed),
        Outcome::Cancelled => matches!(status, ChangeStatus::Cancelled),
        Outcome::Unknown => matches!(status, ChangeStatus::Unknown),
        Outcome::Interrupted => matches!(
            status,
            ChangeStatus::Interrupted | ChangeStatus::InterruptedUnchanged | ChangeStatus::InPart
        ),
    }
}

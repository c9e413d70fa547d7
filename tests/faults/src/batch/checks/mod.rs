//! What must hold of a batch: of what is said of each guest, of how it stands as a whole, and of what comes after it. What
//! holds of any change holds of each of its changes as well.

mod after;
mod course;
mod guests;

use procedure::{BatchGuest, Outcome};

use super::five::Member;
use super::play::BatchRun;
use crate::checks::{self, Finding, Violation};

/// A check.
type Check = fn(&BatchRun) -> Vec<Finding>;

const CHECKS: &[(&str, Check)] = &[
    ("nothing-is-done-twice", guests::nothing_is_done_twice),
    ("the-end-of-each-is-true", guests::the_end_of_each_is_true),
    ("who-changed-since-is-not-touched", guests::who_changed_since_is_not_touched),
    ("the-batch-stands-in-history", guests::the_batch_stands_in_history),
    ("a-batch-ends", course::a_batch_ends),
    ("the-phase-is-true", course::the_phase_is_true),
    ("it-asks-after-three", course::it_asks_after_three),
    ("one-after-another", course::one_after_another),
    ("a-stop-stops", course::a_stop_stops),
    ("one-at-most-is-open", after::one_at_most_is_open),
    ("the-account-is-free", after::the_account_is_free),
    ("another-batch-has-who-is-left", after::another_batch_has_who_is_left),
];

/// Everything that does not hold at the end of a run. Where a way was walked, that is judged as any guest's; the batch
/// before it was judged in a run of its own.
pub(super) fn judge(run: &BatchRun) -> Vec<Violation> {
    let walked = run.deeds.len() > 1;
    let offered_by = run.last().offered_by;
    let concerns =
        |member: &&Member| !walked || run.entry(member).is_some_and(|entry| Some(entry.id) == offered_by);
    let of_guests = run.five.members.iter().filter(concerns);
    let mut found: Vec<Violation> =
        of_guests.flat_map(|member| checks::judge(&run.of_guest(member))).collect();
    if !walked {
        found.extend(CHECKS.iter().flat_map(|(check, holds)| {
            holds(run).into_iter().map(|(sort, words)| Violation { check, sort, words })
        }));
    }
    found
}

/// What was said of a guest last, and who they are.
fn said(run: &BatchRun) -> impl Iterator<Item = (&BatchGuest, &Member)> {
    let guests = run.course.last().into_iter().flat_map(|progress| &progress.guests);
    guests.filter_map(|guest| run.member(&guest.id).map(|member| (guest, member)))
}

/// Whether it has come to an end with them.
const fn has_end(guest: &BatchGuest) -> bool {
    guest.end.outcome.is_some() || guest.end.left_out.is_some()
}

/// Whether it did not work with them.
const fn has_failed(outcome: Outcome) -> bool {
    match outcome {
        Outcome::Refused | Outcome::Failed | Outcome::Interrupted | Outcome::Unknown => true,
        Outcome::Done | Outcome::NotYetVisible | Outcome::Cancelled => false,
    }
}

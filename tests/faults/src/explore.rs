//! From the end of a run by every way that is offered, each from a fresh run of the same schedule.

use std::collections::HashSet;
use std::sync::Mutex;

use procedure::Purpose;

use crate::checks::{Violation, judge};
use crate::evidence::Run;
use crate::place::locked;
use crate::schedule::{Act, Schedule, Subject};
use crate::world::{Beginning, Guest, play};

/// How many ways are walked one after the other.
pub(crate) const MOST_WAYS: usize = 3;

/// What was walked already: from the same directory, journal and offers a way leads to the same.
#[derive(Default)]
pub(crate) struct Walked(pub(crate) Mutex<HashSet<(Subject, u64, Purpose, usize)>>);

/// A violation and the schedule that shows it.
pub(crate) type Shown = (Schedule, Violation);

/// What came of one schedule and of the ways from it.
#[derive(Default)]
pub(crate) struct Explored {
    pub(crate) violations: Vec<Shown>,
    /// How many ways were walked.
    pub(crate) ways: usize,
    /// Whether every fault of the schedule was met.
    pub(crate) met: bool,
}

/// Plays a schedule, judges its end, and walks.
pub(crate) fn explore(
    beginning: &Beginning,
    guest: &Guest,
    schedule: &Schedule,
    walked: &Walked,
) -> Explored {
    let mut explored = Explored::default();
    let run = play(beginning, guest, schedule);
    explored.met = is_met(&run);
    step(beginning, guest, &run, walked, 0, &mut explored);
    explored
}

fn step(
    beginning: &Beginning,
    guest: &Guest,
    run: &Run,
    walked: &Walked,
    depth: usize,
    explored: &mut Explored,
) {
    let judged = judge(run).into_iter().map(|violation| (run.schedule.clone(), violation));
    explored.violations.extend(judged);
    if depth == MOST_WAYS {
        return;
    }
    for way in run.last().ways() {
        let from = (run.schedule.subject.clone(), run.last().state, way.purpose, way.nth);
        if !locked(&walked.0).insert(from) {
            continue;
        }
        explored.ways += 1;
        let further = run.schedule.then(Act { nth: way.nth, ..Act::of(way.purpose) });
        let run = play(beginning, guest, &further);
        step(beginning, guest, &run, walked, depth + 1, explored);
    }
}

/// Whether something went wrong as often as was planned, at least once for each.
fn is_met(run: &Run) -> bool {
    let met: usize = run.deeds.iter().flat_map(|deed| &deed.trace).map(|seen| seen.faults.len()).sum();
    let rows = run.schedule.acts.iter().flat_map(|act| &act.faults);
    let of_rows = rows.filter(|planned| matches!(planned.place, crate::schedule::Place::Row(_))).count();
    met + of_rows >= run.schedule.faults()
}

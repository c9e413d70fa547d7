//! The search of a batch: everything that can go wrong once or for ever, somebody else, the journal; and from the end of
//! each run the ways that are offered.

use procedure::Purpose;

use super::checks::judge;
use super::course::ASKING;
use super::five::Fives;
use super::play::{BatchRun, play};
use crate::explore::{Explored, Walked};
use crate::fault::Fault;
use crate::journeys::Journey;
use crate::place::locked;
use crate::random::Random;
use crate::report::{Count, Report};
use crate::schedule::{Act, Place, Planned, Schedule};
use crate::search::{Search, each, first_order, guarded, of_the_journal, share, take_in};
use crate::somebody::Somebody;

/// What somebody else does to the third of the five.
const SOMEBODY: [Somebody; 3] = [Somebody::DeletesGuest, Somebody::ChangesAddresses, Somebody::TakesAddress];

/// The schedules of one order.
type Order = fn(&Journey) -> Vec<Schedule>;
/// Where they are counted.
type Counted = fn(&mut Report) -> &mut Count;

/// Searches batches of five, and tells what was found; true when nothing was.
#[must_use]
pub fn search_batches(what: &Search) -> (bool, String) {
    let fives = Fives::read();
    let mut report = Report::default();
    let walked = Walked::default();
    let wanted = fives.all.iter().filter(|it| what.remedy.is_none_or(|only| only == it.subject.remedy));
    let plain: Vec<Schedule> = wanted
        .map(|five| Schedule { subject: five.subject.clone(), acts: vec![Act::of(Purpose::Apply)] })
        .collect();
    let journeys: Vec<Journey> = plain.iter().filter_map(|schedule| journey(&fives, schedule)).collect();
    report.journeys = journeys.len();
    let orders: [(Order, Counted); 3] = [
        (first_order, |report| &mut report.first_order),
        (somebody_else, |report| &mut report.somebody_else),
        (of_the_disk, |report| &mut report.of_the_journal),
    ];
    report.named = run(&fives, &plain, &walked, &mut report);
    let mut random = Random::seeded(what.seed);
    for (order, count) in orders {
        let schedules: Vec<Schedule> = journeys.iter().flat_map(order).collect();
        let share = what.part.of(share(&schedules, what.share, &mut random));
        (what.progress)(&format!("{} of {} schedules of this order", share.len(), schedules.len()));
        let done = run(&fives, &share, &walked, &mut report);
        *count(&mut report) = Count { done, of: schedules.len() };
    }
    let judged = |schedule: &Schedule| play(&fives, schedule).map(|run| judge(&run)).unwrap_or_default();
    (report.violations() == 0, report.told(&judged, what.seed))
}

fn run(fives: &Fives, schedules: &[Schedule], walked: &Walked, report: &mut Report) -> usize {
    let explored = each(schedules, |schedule| {
        guarded(|| explore(fives, schedule, walked)).map_err(|why| format!("{schedule}: {why}"))
    });
    take_in(explored, report);
    schedules.len()
}

/// A batch in which nothing goes wrong.
fn journey(fives: &Fives, schedule: &Schedule) -> Option<Journey> {
    let five = fives.of(&schedule.subject)?;
    let run = play(fives, schedule)?;
    let (guest, trace, rows) = (five.third().guest.clone(), run.deed().trace.clone(), run.deed().rows);
    Some(Journey { schedule: schedule.clone(), guest, trace, rows })
}

/// The third is deleted, has other addresses, or loses theirs to a contact, at each request.
fn somebody_else(journey: &Journey) -> Vec<Schedule> {
    let at = |label: &str, nth: usize, somebody: Somebody| {
        let place = Place::Request { label: label.to_owned(), nth };
        journey.schedule.with(Planned { place, fault: Fault::Somebody(somebody), for_ever: false })
    };
    let places = journey.trace.iter();
    places
        .flat_map(|seen| SOMEBODY.into_iter().map(move |somebody| at(&seen.label, seen.nth, somebody)))
        .collect()
}

/// No row can be written, from each row on; and the journal is held while each change is under way, in real time.
fn of_the_disk(journey: &Journey) -> Vec<Schedule> {
    let held = journey.trace.iter().filter(|seen| seen.changes).map(|seen| {
        let place = Place::Request { label: seen.label.clone(), nth: seen.nth };
        journey.schedule.with(Planned { place, fault: Fault::Locked, for_ever: false })
    });
    of_the_journal(journey).into_iter().chain(held).collect()
}

/// Plays a schedule, judges its end, and walks; where it asked, it is told to stop as well.
fn explore(fives: &Fives, schedule: &Schedule, walked: &Walked) -> Explored {
    let mut explored = Explored { met: true, ..Explored::default() };
    let Some(run) = play(fives, schedule) else { return explored };
    step(fives, &run, walked, &mut explored);
    if !run.course.asked().is_empty() {
        let place = Place::Request { label: ASKING.to_owned(), nth: 1 };
        let stopped = schedule.with(Planned { place, fault: Fault::Stop, for_ever: false });
        if let Some(run) = play(fives, &stopped) {
            step(fives, &run, walked, &mut explored);
        }
    }
    explored
}

/// Judges, and walks every way on that is offered, and of those back the first: one is like the other.
fn step(fives: &Fives, run: &BatchRun, walked: &Walked, explored: &mut Explored) {
    let judged = judge(run).into_iter().map(|violation| (run.schedule.clone(), violation));
    explored.violations.extend(judged);
    let ways = run.last().ways();
    for way in ways.into_iter().filter(|way| way.nth == 1 || way.purpose == Purpose::Continue) {
        let from = (run.schedule.subject.clone(), run.last().state, way.purpose, way.nth);
        if !locked(&walked.0).insert(from) {
            continue;
        }
        explored.ways += 1;
        let further = run.schedule.then(Act { nth: way.nth, ..Act::of(way.purpose) });
        let Some(run) = play(fives, &further) else { continue };
        let judged = judge(&run).into_iter().map(|violation| (run.schedule.clone(), violation));
        explored.violations.extend(judged);
    }
}

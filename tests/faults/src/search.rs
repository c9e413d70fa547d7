//! The search: what is kept from before, then everything that can go wrong once, then somebody else, then pairs and
//! triples drawn from a seed.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::str::FromStr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use guest::RemedyKind;

use crate::checks::judge;
use crate::explore::{Explored, Walked, explore};
use crate::fault::Fault;
use crate::journeys::{Cast, Journey, journeys};
use crate::place::locked;
use crate::random::Random;
use crate::report::{Count, Report};
use crate::schedule::{Place, Planned, Schedule};
use crate::somebody::Somebody;
use crate::world::{Guest, play};

/// The schedules that are kept.
const KEPT: &str = include_str!("../schedules.txt");

/// What is searched.
#[derive(Debug, Clone)]
pub struct Search {
    /// How many pairs and triples.
    pub schedules: usize,
    /// From which they are drawn.
    pub seed: u64,
    /// Only this remedy.
    pub remedy: Option<RemedyKind>,
    /// How much of the first order, in percent; which, the seed says.
    pub share: usize,
    /// Which part of it, so that hours can be searched in turns.
    pub part: Part,
    /// Hears how far it has come.
    pub progress: fn(&str),
}

/// One part of several: each schedule is in one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    number: usize,
    of: usize,
}

impl FromStr for Part {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let numbers = text.split_once('/').map(|(number, of)| (number.parse(), of.parse()));
        match numbers {
            Some((Ok(number), Ok(of))) if (1..=of).contains(&number) => Ok(Self { number, of }),
            _ => Err(format!("{text} is no part: the second of eight is 2/8")),
        }
    }
}

impl Part {
    pub(crate) fn of(self, all: Vec<Schedule>) -> Vec<Schedule> {
        all.into_iter().skip(self.number - 1).step_by(self.of).collect()
    }
}

/// The schedules of a journey.
type Order = fn(&Journey) -> Vec<Schedule>;
/// Where they are counted.
type Counted = fn(&mut Report) -> &mut Count;

/// Searches, and tells what was found; true when nothing was.
#[must_use]
pub fn search(what: &Search) -> (bool, String) {
    let cast = Cast::read();
    let mut report = Report::default();
    for remedy in cast.unneeded.iter().filter(|remedy| what.remedy.is_none_or(|only| only == **remedy)) {
        report
            .failures
            .push(format!("{remedy} stands in the table and no journey can be made: nobody needs it"));
    }
    let subjects: Vec<_> = cast
        .subjects
        .iter()
        .filter(|(subject, _)| what.remedy.is_none_or(|only| only == subject.remedy))
        .collect();
    let walked = Walked::default();
    let all: Vec<Vec<Journey>> = each(&subjects, |(subject, guest)| journeys(&cast, subject, guest));
    let all: Vec<Journey> = all.into_iter().flatten().collect();
    report.journeys = all.len();
    (what.progress)(&format!("{} journeys", all.len()));

    let (kept, unread) = read_kept(KEPT, &cast, what.remedy);
    report.failures.extend(unread);
    report.named = run(&cast, &kept, &walked, &mut report);
    for schedule in unmet(&cast, &kept) {
        report.failures.push(format!("this kept schedule meets no fault any more: {schedule}"));
    }
    let mut random = Random::seeded(what.seed);
    let orders: [(Order, Counted); 3] = [
        (first_order, |report| &mut report.first_order),
        (somebody_else, |report| &mut report.somebody_else),
        (of_the_journal, |report| &mut report.of_the_journal),
    ];
    for (order, count) in orders {
        let schedules: Vec<Schedule> = all.iter().flat_map(order).collect();
        let share = what.part.of(share(&schedules, what.share, &mut random));
        (what.progress)(&format!("{} of {} schedules of this order", share.len(), schedules.len()));
        let done = run(&cast, &share, &walked, &mut report);
        *count(&mut report) = Count { done, of: schedules.len() };
    }
    let drawn: Vec<u64> = (0..what.schedules).map(|_| random.draw()).collect();
    let explored = each(&drawn, |seed| guarded(|| second_order(&cast, &all, *seed, &walked)));
    report.second_order = explored.len();
    take_in(explored, &mut report);
    let judged = |schedule: &Schedule| {
        let guest = cast.guest(&schedule.subject);
        guest.map(|guest| judge(&play(&cast.beginning, guest, schedule))).unwrap_or_default()
    };
    (report.violations() == 0, report.told(&judged, what.seed))
}

/// The schedules that are kept, and what of them cannot be read.
pub(crate) fn read_kept(text: &str, cast: &Cast, remedy: Option<RemedyKind>) -> (Vec<Schedule>, Vec<String>) {
    let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let (mut kept, mut unread) = (Vec::new(), Vec::new());
    for line in lines {
        let schedule = line.split_once(" = ").map(|(_, schedule)| schedule.parse::<Schedule>());
        match schedule {
            Some(Ok(schedule)) if cast.guest(&schedule.subject).is_some() => kept.push(schedule),
            Some(Ok(schedule)) => unread.push(format!("nobody needs what is kept: {schedule}")),
            Some(Err(problem)) => unread.push(format!("{line}: {problem}")),
            None => unread.push(format!("{line}: no name and schedule, as name = set-mail:jan apply")),
        }
    }
    kept.retain(|schedule| remedy.is_none_or(|only| only == schedule.subject.remedy));
    (kept, unread)
}

/// What is kept and meets no fault any more, since the engine asks for something else now.
fn unmet<'a>(cast: &Cast, kept: &'a [Schedule]) -> Vec<&'a Schedule> {
    let met = |schedule: &&Schedule| {
        let guest = cast.guest(&schedule.subject);
        guest.is_none_or(|guest| explore(&cast.beginning, guest, schedule, &Walked::default()).met)
    };
    kept.iter().filter(|schedule| !met(schedule)).collect()
}

/// Everything that can go wrong once, or for ever, at each request of a journey's last act and at each item of a batch.
pub(crate) fn first_order(journey: &Journey) -> Vec<Schedule> {
    let mut all = Vec::new();
    let mut add = |label: &str, nth: usize, fault: Fault| {
        for for_ever in [false, true].into_iter().filter(|for_ever| !for_ever || fault.can_last()) {
            let place = Place::Request { label: label.to_owned(), nth };
            all.push(journey.schedule.with(Planned { place, fault, for_ever }));
        }
    };
    for seen in &journey.trace {
        for fault in Fault::of_a_request(seen.changes) {
            add(&seen.label, seen.nth, fault);
        }
        for (label, nth) in &seen.items {
            for fault in Fault::of_an_item() {
                add(label, *nth, fault);
            }
        }
    }
    all
}

/// Somebody else, at each request.
fn somebody_else(journey: &Journey) -> Vec<Schedule> {
    let at = |label: &str, nth: usize, somebody: Somebody| {
        let place = Place::Request { label: label.to_owned(), nth };
        journey.schedule.with(Planned { place, fault: Fault::Somebody(somebody), for_ever: false })
    };
    let places = journey.trace.iter();
    places.flat_map(|seen| Somebody::all().map(move |somebody| at(&seen.label, seen.nth, somebody))).collect()
}

/// No row can be written, from each row on.
pub(crate) fn of_the_journal(journey: &Journey) -> Vec<Schedule> {
    let full = |row| Planned { place: Place::Row(row), fault: Fault::DiskFull, for_ever: false };
    (1..=journey.rows).map(|row| journey.schedule.with(full(row))).collect()
}

/// A pair or a triple: a fault of one journey, and others among what is asked after it.
fn second_order(cast: &Cast, journeys: &[Journey], seed: u64, walked: &Walked) -> Explored {
    let mut random = Random::seeded(seed);
    let Some(journey) = random.one_of(journeys) else { return Explored::default() };
    let mut drawn = journey.clone();
    for _ in 0..2 + random.below(2) {
        let mut all = first_order(&drawn);
        all.extend(somebody_else(&drawn));
        let Some(more) = random.one_of(&all) else { break };
        let run = play(&cast.beginning, &journey.guest, more);
        drawn = Journey { schedule: more.clone(), trace: run.last().trace.clone(), ..drawn };
    }
    explore(&cast.beginning, &journey.guest, &drawn.schedule, walked)
}

/// So many of them in percent, in their order.
pub(crate) fn share(all: &[Schedule], percent: usize, random: &mut Random) -> Vec<Schedule> {
    all.iter().filter(|_| random.below(100) < percent).cloned().collect()
}

/// Runs them all; gives how many.
fn run(cast: &Cast, schedules: &[Schedule], walked: &Walked, report: &mut Report) -> usize {
    let explored = each(schedules, |schedule| {
        let guest: Option<&Guest> = cast.guest(&schedule.subject);
        let explored = guest.map(|guest| guarded(|| explore(&cast.beginning, guest, schedule, walked)));
        explored.unwrap_or_else(|| Ok(Explored::default())).map_err(|why| format!("{schedule}: {why}"))
    });
    take_in(explored, report);
    schedules.len()
}

/// Takes in what came of schedules.
pub(crate) fn take_in(explored: Vec<Result<Explored, String>>, report: &mut Report) {
    for one in explored {
        match one {
            Ok(explored) => {
                report.ways += explored.ways;
                report.add(explored.violations);
            }
            Err(why) => report.failures.push(why),
        }
    }
}

/// A panic is a failure of the schedule and not of the search.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| {
        let words = panic.downcast_ref::<String>().map(String::as_str);
        format!("a panic: {}", words.or(panic.downcast_ref::<&str>().copied()).unwrap_or("without words"))
    })
}

/// Does it for each, on every core; the answers are in their order.
pub(crate) fn each<T: Sync, A: Send>(all: &[T], work: impl Fn(&T) -> A + Sync) -> Vec<A> {
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::SeqCst);
                    let Some(one) = all.get(at) else { break };
                    let answer = work(one);
                    locked(&done).push((at, answer));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, answer)| answer).collect()
}

//! How a batch stands as a whole, and in which order it went.

use procedure::{BatchGuest, BatchPhase, Category, Outcome};

use super::super::five::Member;
use super::super::play::BatchRun;
use super::{has_end, has_failed, said};
use crate::checks::{Finding, finding};
use crate::evidence::Said;
use crate::fault::Fault;
use crate::injector::Seen;

/// It comes to an end, or is not begun.
pub(super) fn a_batch_ends(run: &BatchRun) -> Vec<Finding> {
    let phase = run.course.last().map(|progress| progress.phase);
    let over = match phase {
        Some(phase) => matches!(phase, BatchPhase::Done | BatchPhase::Stopped),
        None => run.course.batch.is_none(),
    };
    match run.deed().said {
        Said::NeverEnded => finding("never", "it asks and asks".to_owned()),
        Said::OneOfMany if !over => finding("no-news", format!("{phase:?} is the last that is heard of it")),
        _ => Vec::new(),
    }
}

/// Done: everybody was gone through. Stopped: somebody stopped it, or the sign-in did not hold. One at most is under way
/// at any time, and so many are done as were gone through: whoever was stopped before anything was changed was not.
pub(super) fn the_phase_is_true(run: &BatchRun) -> Vec<Finding> {
    let mut found = Vec::new();
    for progress in &run.course.heard {
        let running = progress.guests.iter().filter(|guest| guest.running).count();
        let gone_through = progress.guests.iter().filter(|guest| was_gone_through(guest)).count();
        let over = matches!(progress.phase, BatchPhase::Done | BatchPhase::Stopped);
        if running > usize::from(!over) {
            found.push(("running".to_owned(), format!("{:?}, and {running} are under way", progress.phase)));
        }
        let all = gone_through == progress.total;
        if gone_through != progress.done || progress.phase == BatchPhase::Done && !all {
            let words = format!("{:?}, {} done, and it was {gone_through}", progress.phase, progress.done);
            found.push((format!("{:?}", progress.phase), words));
        }
    }
    let stopped = run.course.last().is_some_and(|progress| progress.phase == BatchPhase::Stopped);
    let faults = run.schedule.acts.iter().flat_map(|act| &act.faults);
    let pressed = faults.into_iter().any(|planned| planned.fault == Fault::Stop);
    let signed_out = said(run).any(|(guest, _)| {
        guest.end.problem.as_ref().is_some_and(|problem| problem.category() == Category::NotSignedIn)
    });
    if stopped && !pressed && !signed_out {
        found.push(("stopped".to_owned(), "it stopped, and nobody stopped it".to_owned()));
    }
    found
}

fn was_gone_through(guest: &BatchGuest) -> bool {
    has_end(guest) && guest.end.outcome != Some(Outcome::Cancelled)
}

/// It asks after three failures in a row, then and only then.
pub(super) fn it_asks_after_three(run: &BatchRun) -> Vec<Finding> {
    let asked = run.course.asked();
    let (mut found, mut in_a_row) = (Vec::new(), 0);
    for (at, (guest, member)) in said(run).enumerate() {
        let touched = has_end(guest) || guest.running;
        if asked.contains(&at) {
            if in_a_row != 3 {
                found
                    .push(("early".to_owned(), format!("it asked before {}, after {in_a_row}", member.name)));
            }
            in_a_row = 0;
        } else if touched && in_a_row >= 3 {
            found.push(("never".to_owned(), format!("{} came after three, unasked", member.name)));
            in_a_row = 0;
        }
        match guest.end.outcome {
            Some(outcome) if has_failed(outcome) => in_a_row += 1,
            Some(Outcome::Done | Outcome::NotYetVisible) => in_a_row = 0,
            _ => {}
        }
    }
    found
}

/// Nothing is asked about a guest once the next one has begun: no two changes overlap.
pub(super) fn one_after_another(run: &BatchRun) -> Vec<Finding> {
    let planned: Vec<&Member> = said(run).map(|(_, member)| member).collect();
    let mut found = Vec::new();
    for pair in planned.windows(2) {
        let last = run.turn_of(pair[0]).last().map(|(at, _)| at);
        let first = run.turn_of(pair[1]).next().map(|(at, _)| at);
        if let (Some(last), Some(first)) = (last, first)
            && first < last
        {
            let words = format!("{} is asked about after {} has begun", pair[0].name, pair[1].name);
            found.push(("overlap".to_owned(), words));
        }
    }
    found
}

/// Once it is stopped nobody else is begun with: not while a change is under way, and not where it asked.
pub(super) fn a_stop_stops(run: &BatchRun) -> Vec<Finding> {
    let confirmed = run.course.confirmed_at;
    let stops = |(_, seen): &(usize, &Seen)| seen.faults.iter().any(|fault| fault == "stop");
    let trace = run.deed().trace.iter().enumerate().skip(confirmed);
    let Some((stopped, _)) = trace.into_iter().find(stops) else { return Vec::new() };
    let begun = run
        .five
        .members
        .iter()
        .filter(|member| run.turn_of(member).next().is_some_and(|(at, _)| at > stopped));
    begun.map(|member| ("begun".to_owned(), format!("{} was begun with after that", member.name))).collect()
}

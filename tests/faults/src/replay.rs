//! A schedule, run again with everything shown: each request, what came back, and what was said.

use std::fmt::Write as _;

use crate::checks::{Violation, judge};
use crate::evidence::{Deed, Said};
use crate::journeys::Cast;
use crate::schedule::{Schedule, word};
use crate::world::play;

/// What is shown of an answer.
const SHOWN: usize = 300;

/// Runs a schedule and tells everything, the violations last.
#[must_use]
pub fn replay(schedule: &Schedule) -> String {
    if schedule.is_of_a_batch() {
        return crate::batch::replay(schedule);
    }
    let cast = Cast::read();
    let Some(guest) = cast.guest(&schedule.subject) else {
        return format!("nobody needs {}\n", schedule.subject);
    };
    let run = play(&cast.beginning, guest, schedule);
    let mut text = format!("{schedule}\n");
    for deed in &run.deeds {
        tell(&mut text, deed);
    }
    text.push_str(&listed(&judge(&run)));
    text
}

/// The violations of a run, or that there is none.
pub(crate) fn listed(violations: &[Violation]) -> String {
    let mut text = String::new();
    for violation in violations {
        let _ = writeln!(text, "\nVIOLATION {} [{}]: {}", violation.check, violation.sort, violation.words);
    }
    if violations.is_empty() {
        text.push_str("\nno violation\n");
    }
    text
}

/// What was asked in an act, and what came of it.
pub(crate) fn tell(text: &mut String, deed: &Deed) {
    let _ = writeln!(text, "\n=== {}", deed.act);
    for (at, seen) in deed.trace.iter().enumerate() {
        let faults =
            if seen.faults.is_empty() { String::new() } else { format!("  <<< {}", seen.faults.join(", ")) };
        let did = if seen.acted { " [did it]" } else { "" };
        let _ = writeln!(text, "{:>3} {}#{}{faults}", at + 1, seen.label, seen.nth);
        let _ = writeln!(text, "      -> {}", short(&seen.asked));
        let _ = writeln!(text, "      <- {}{did}", short(&seen.answered));
    }
    text.push_str(&told(deed));
}

/// What was said at the end of an act, what the history says after it, and how the directory stands.
pub(crate) fn told(deed: &Deed) -> String {
    let mut text = String::new();
    match &deed.said {
        Said::Ended(result) => {
            let problem = result.problem.as_ref().map(|problem| (&problem.kind, problem.changed));
            let _ = writeln!(text, "said: {:?}, made {:?}, problem {problem:?}", result.outcome, result.made);
            let left: Vec<String> = result.unrestored.iter().map(|left| format!("{left:?}")).collect();
            let _ = writeln!(text, "left undone: [{}]", left.join(", "));
            let _ = writeln!(text, "verdict: {:?}", deed.verdict());
        }
        Said::NoPlan(problem) => {
            let _ = writeln!(text, "said: no plan, {:?}, changed {:?}", problem.kind, problem.changed);
        }
        other => {
            let _ = writeln!(text, "said: {other:?}");
        }
    }
    for entry in &deed.history {
        let kind = entry.kind.map(|kind| kind.to_string()).unwrap_or_default();
        let _ = writeln!(text, "history: {kind} {:?}, made {:?}", entry.status, entry.made);
    }
    let ways: Vec<String> =
        deed.ways().iter().map(|way| format!("{}#{}", word(way.purpose), way.nth)).collect();
    let _ = writeln!(text, "ways: [{}]; {} unfinished", ways.join(", "), deed.unfinished.len());
    for (id, account) in &deed.after.live {
        let _ = writeln!(text, "there: {id} {account:?}");
    }
    for id in deed.after.deleted.keys() {
        let _ = writeln!(text, "deleted: {id}");
    }
    text
}

fn short(line: &str) -> String {
    let mut short: String = line.chars().take(SHOWN).collect();
    if short.len() < line.len() {
        short.push_str(" ...");
    }
    short
}

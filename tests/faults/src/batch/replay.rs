//! A schedule of a batch, run again with everything shown.

use std::fmt::Write as _;

use procedure::BatchProgress;

use super::checks::judge;
use super::course::Course;
use super::five::Fives;
use super::play::play;
use crate::replay::{listed, tell};
use crate::schedule::Schedule;

/// Runs a schedule and tells everything, the violations last.
pub(crate) fn replay(schedule: &Schedule) -> String {
    let Some(run) = play(&Fives::read(), schedule) else {
        return format!("nobody needs {}\n", schedule.subject);
    };
    let mut text = format!("{schedule}\n");
    for deed in &run.deeds {
        tell(&mut text, deed);
    }
    text.push_str("\n=== the batch\n");
    text.push_str(&told(&run.course));
    if let Some(again) = &run.again {
        text.push_str("\n=== another batch\n");
        text.push_str(&told(&again.course));
    }
    text.push_str(&listed(&judge(&run)));
    text
}

/// What was said of a batch.
fn told(course: &Course) -> String {
    let mut text = String::new();
    if let Some(plan) = &course.plan {
        for guest in &plan.guests {
            let _ = writeln!(text, "planned: {}", guest.display_name);
        }
        for guest in &plan.left_out {
            let _ = writeln!(text, "left out: {} {:?}", guest.display_name, guest.why);
        }
    }
    if let Some(problem) = &course.refused {
        let _ = writeln!(text, "refused: {:?}", problem.kind);
    }
    if !course.asked().is_empty() {
        let _ = writeln!(text, "asked after: {:?}", course.asked());
    }
    text.push_str(&course.last().map(standing).unwrap_or_default());
    text
}

fn standing(progress: &BatchProgress) -> String {
    let mut text = format!("{:?}, {} of {}\n", progress.phase, progress.done, progress.total);
    for guest in &progress.guests {
        let end = &guest.end;
        let problem = end.problem.as_ref().map(|problem| (&problem.kind, problem.changed));
        let running = if guest.running { " (under way)" } else { "" };
        let _ = writeln!(
            text,
            "{}{running}: {:?}, left out {:?}, problem {problem:?}",
            guest.display_name, end.outcome, end.left_out
        );
    }
    text
}

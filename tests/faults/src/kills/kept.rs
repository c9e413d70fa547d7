//! Schedules of kills: those that showed a violation once, which every run begins with, and one that is run again to be
//! looked at.

use std::fmt::Write as _;
use std::path::Path;

use guest::RemedyKind;

use super::life::{End, Lived, live};
use super::line::Stood;
use super::moments::moments;
use super::search::{killed_at, next};
use super::standing::{Scene, Standing};
use super::walk::{Found, walk};
use crate::explore::Walked;
use crate::journeys::Cast;
use crate::schedule::{Act, Schedule};
use crate::search::{each, guarded, read_kept};

/// The schedules that are kept.
const KEPT: &str = include_str!("../../kills.txt");

/// What came of them.
pub(crate) struct Kept {
    pub(crate) schedules: usize,
    pub(crate) found: Found,
}

/// Runs them all, and walks every way from where they end.
pub(crate) fn run_kept(program: &Path, cast: &Cast, remedy: Option<RemedyKind>) -> Kept {
    let (kept, unread) = read_kept(KEPT, cast, remedy);
    let mut found = Found { failures: unread, ..Found::default() };
    let each = each(&kept, |schedule| guarded(|| run(program, cast, schedule)));
    for one in each {
        match one {
            Ok(one) => found.add(one),
            Err(why) => found.failures.push(why),
        }
    }
    Kept { schedules: kept.len(), found }
}

fn run(program: &Path, cast: &Cast, schedule: &Schedule) -> Found {
    let mut found = Found::default();
    let Some(guest) = cast.guest(&schedule.subject) else { return found };
    let scene = Scene::of(program, &cast.beginning, &schedule.subject, guest);
    let mut standing = Standing::at_first(&scene);
    for act in &schedule.acts {
        let lived = enact(&scene, &mut standing, act);
        found.processes += 1;
        if let Some(stood) = &lived.stood {
            found.hear(&scene, &standing, stood);
        }
        match (lived.end, act.faults.is_empty()) {
            (End::Killed, false) => found.killed += 1,
            (End::Ended(stood), true) => found.hear(&scene, &standing, &stood),
            (end, _) => {
                found.fail(&scene, &standing, &format!("{act} does not go as it is kept: {}", end.word()));
                return found;
            }
        }
    }
    walk(&scene, &standing, &Walked::default(), 0, &mut found);
    found
}

/// Performs an act as it is planned. How many requests there are before a row is seen on a copy.
fn enact(scene: &Scene<'_>, standing: &mut Standing, act: &Act) -> Lived {
    let whole = Act { faults: Vec::new(), ..act.clone() };
    let dry = live(scene, &mut standing.again(), |stood| Some(next(&whole, stood)));
    let all = moments(&dry.events);
    let moment = all.iter().find(|one| act.faults.contains(&one.planned));
    live(scene, standing, |stood| {
        Some(moment.map_or_else(|| next(act, stood), |moment| killed_at(&whole, moment, stood)))
    })
}

/// Runs a schedule with processes, and tells what each of them said; the violations last.
#[must_use]
pub fn replay_kills(program: &Path, schedule: &Schedule) -> String {
    let cast = Cast::read();
    let Some(guest) = cast.guest(&schedule.subject) else {
        return format!("nobody needs {}\n", schedule.subject);
    };
    let scene = Scene::of(program, &cast.beginning, &schedule.subject, guest);
    let mut standing = Standing::at_first(&scene);
    let (mut text, mut violations) = (format!("{schedule}\n"), String::new());
    let mut failed = false;
    let mut hear = |text: &mut String, stood: &Stood| {
        text.push_str(&stood.said);
        for violation in stood.violations() {
            let (check, sort, words) = (violation.check, violation.sort, violation.words);
            let _ = writeln!(violations, "\nVIOLATION {check} [{sort}]: {words}");
        }
    };
    for act in &schedule.acts {
        let lived = enact(&scene, &mut standing, act);
        lived.stood.iter().for_each(|stood| hear(&mut text, stood));
        let _ = writeln!(text, "\n=== {act}: {}", lived.end.word());
        if let End::Ended(stood) = &lived.end {
            hear(&mut text, stood);
        }
        failed |= matches!(lived.end, End::Failed(_));
    }
    let lived = live(&scene, &mut standing, |_| None);
    let _ = writeln!(text, "\n=== the next start: {}", lived.end.word());
    lived.stood.iter().for_each(|stood| hear(&mut text, stood));
    failed |= matches!(lived.end, End::Failed(_));
    if violations.is_empty() && !failed {
        violations.push_str("\nno violation\n");
    }
    text + &violations
}

//! From what a process left: the next start and what it says, and by every way that it offers, one after the other.

use super::life::{End, Next, live};
use super::line::Stood;
use super::standing::{Scene, Standing};
use crate::evidence::Way;
use crate::explore::{MOST_WAYS, Shown, Walked};
use crate::place::locked;
use crate::schedule::{Act, Schedule};

/// What was found.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) violations: Vec<Shown>,
    /// What went otherwise than any process may.
    pub(crate) failures: Vec<String>,
    /// How many processes were started.
    pub(crate) processes: usize,
    /// How many of them were killed.
    pub(crate) killed: usize,
    /// How many ways were walked.
    pub(crate) ways: usize,
}

impl Found {
    /// Takes in what a process said.
    pub(crate) fn hear(&mut self, scene: &Scene<'_>, standing: &Standing, stood: &Stood) {
        let schedule = schedule(scene, standing);
        self.violations.extend(stood.violations().map(|violation| (schedule.clone(), violation)));
    }

    pub(crate) fn fail(&mut self, scene: &Scene<'_>, standing: &Standing, why: &str) {
        self.failures.push(format!("{}: {why}", line(scene, standing)));
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.violations.extend(other.violations);
        self.failures.extend(other.failures);
        self.processes += other.processes;
        self.killed += other.killed;
        self.ways += other.ways;
    }
}

/// What was done, as a line.
fn line(scene: &Scene<'_>, standing: &Standing) -> String {
    let acts: Vec<&str> = standing.past.iter().map(|past| past.act.as_str()).collect();
    format!("{} {}", scene.subject, acts.join(" "))
}

fn schedule(scene: &Scene<'_>, standing: &Standing) -> Schedule {
    let nothing = || Schedule { subject: scene.subject.clone(), acts: Vec::new() };
    line(scene, standing).parse().unwrap_or_else(|_| nothing())
}

/// Starts, judges, and walks every way that was not walked from there, each from a copy of what is there.
pub(crate) fn walk(scene: &Scene<'_>, standing: &Standing, walked: &Walked, depth: usize, found: &mut Found) {
    let unwalked = |stood: &Stood| {
        let ways = if depth == MOST_WAYS { Vec::new() } else { stood.ways() };
        let is_new = |way: &Way| {
            let from = (scene.subject.clone(), stood.state, way.purpose, way.nth);
            locked(&walked.0).insert(from)
        };
        ways.into_iter().find(is_new)
    };
    let mut next = standing.again();
    let lived = live(scene, &mut next, |stood| unwalked(stood).map(along));
    let Some(stood) = lived.stood else {
        return found.fail(scene, standing, lived.end.word());
    };
    found.processes += 1;
    found.hear(scene, standing, &stood);
    walk_on(scene, &next, lived.end, (walked, depth), found);
    while let Some(way) = unwalked(&stood) {
        let mut next = standing.again();
        let lived = live(scene, &mut next, |_| Some(along(way)));
        found.processes += 1;
        walk_on(scene, &next, lived.end, (walked, depth), found);
    }
}

/// The act that goes this way, to its end.
pub(crate) fn along(way: Way) -> Next {
    let act = Act { nth: way.nth, ..Act::of(way.purpose) };
    Next { act, offered_by: Some(way.change), requests: usize::MAX }
}

fn walk_on(
    scene: &Scene<'_>,
    standing: &Standing,
    end: End,
    (walked, depth): (&Walked, usize),
    found: &mut Found,
) {
    match end {
        End::Content => {}
        End::Ended(stood) => {
            found.ways += 1;
            found.hear(scene, standing, &stood);
            walk(scene, standing, walked, depth + 1, found);
        }
        other => found.fail(scene, standing, other.word()),
    }
}

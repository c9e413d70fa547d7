//! From what a process left: the next start and what it says, and by every way that it offers, one after the other.

use super::life::{End, Next, live};
use super::line::Stood;
use super::standing::{Scene, Standing};
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

/// Starts, judges, and walks, from copies of what is there.
pub(crate) fn walk(scene: &Scene<'_>, standing: &Standing, walked: &Walked, depth: usize, found: &mut Found) {
    let mut heard = false;
    loop {
        let mut next = standing.again();
        let lived = live(scene, &mut next, |stood| {
            let ways = if depth == MOST_WAYS { Vec::new() } else { stood.ways() };
            let is_new =
                |(purpose, nth)| locked(&walked.0).insert((scene.subject.clone(), stood.state, purpose, nth));
            let way = ways.into_iter().find(|way| is_new((way.purpose, way.nth)))?;
            let act = Act { nth: way.nth, ..Act::of(way.purpose) };
            Some(Next { act, offered_by: Some(way.change), requests: usize::MAX })
        });
        found.processes += 1;
        if let Some(stood) = lived.stood.filter(|_| !heard) {
            found.hear(scene, standing, &stood);
            heard = true;
        }
        match lived.end {
            End::Content => return,
            End::Ended(stood) => {
                found.ways += 1;
                found.hear(scene, &next, &stood);
                walk(scene, &next, walked, depth + 1, found);
            }
            End::Killed => return found.fail(scene, &next, "killed, and nobody meant to"),
            End::Failed(why) => return found.fail(scene, &next, &why),
        }
    }
}

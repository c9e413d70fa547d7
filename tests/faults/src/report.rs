//! What was found, of each sort once, with the shortest schedule.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::checks::Violation;
use crate::explore::Shown;
use crate::schedule::Schedule;
use crate::shrink::shrink;

/// Of which check, of which sort, for which remedy.
type Key = (&'static str, String, String);

/// How many were run, of how many there are.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Count {
    pub(crate) done: usize,
    pub(crate) of: usize,
}

impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.done == self.of {
            write!(f, "all {}", self.of)
        } else {
            write!(f, "{} of {}", self.done, self.of)
        }
    }
}

/// What was found and counted.
#[derive(Default)]
pub(crate) struct Report {
    found: BTreeMap<Key, (usize, Shown)>,
    pub(crate) journeys: usize,
    pub(crate) named: usize,
    pub(crate) first_order: Count,
    pub(crate) somebody_else: Count,
    pub(crate) of_the_journal: Count,
    pub(crate) second_order: usize,
    pub(crate) ways: usize,
    /// Failures of the search itself.
    pub(crate) failures: Vec<String>,
}

/// The shorter a schedule, the better it shows.
fn length(schedule: &Schedule) -> (usize, usize, usize) {
    (schedule.faults(), schedule.acts.len(), schedule.to_string().len())
}

impl Report {
    /// Takes in what one schedule showed.
    pub(crate) fn add(&mut self, shown: Vec<Shown>) {
        for (schedule, violation) in shown {
            let key = (violation.check, violation.sort.clone(), schedule.subject.remedy.to_string());
            let entry = self.found.entry(key).or_insert_with(|| (0, (schedule.clone(), violation.clone())));
            entry.0 += 1;
            if length(&schedule) < length(&entry.1.0) {
                entry.1 = (schedule, violation);
            }
        }
    }

    /// How many sorts of violations there are, and failures of the search.
    pub(crate) fn violations(&self) -> usize {
        self.found.len() + self.failures.len()
    }

    /// In words, each with the shortest schedule that was seen to show it.
    pub(crate) fn listed(&self, seed: u64, how: &str) -> String {
        let mut text = String::new();
        for ((check, sort, remedy), (times, (schedule, violation))) in &self.found {
            let _ = writeln!(text, "\n{check} [{sort}] in {remedy}, {times} times (seed {seed})");
            let _ = writeln!(text, "  {}", violation.words);
            let _ = writeln!(text, "  --replay '{schedule}'{how}");
        }
        for failure in &self.failures {
            let _ = writeln!(text, "\n{failure}");
        }
        text
    }

    /// In words, each with the shortest schedule that still shows it. `judged`: what a schedule shows.
    pub(crate) fn told(&self, judged: &impl Fn(&Schedule) -> Vec<Violation>, seed: u64) -> String {
        let mut text = String::new();
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        for ((check, sort, remedy), (times, shown)) in &self.found {
            *kinds.entry(check).or_default() += 1;
            let (schedule, violation) = shrink(judged, shown.clone());
            let _ = writeln!(text, "\n{check} [{sort}] in {remedy}, {times} times (seed {seed})");
            let _ = writeln!(text, "  {}", violation.words);
            let _ = writeln!(text, "  --replay '{schedule}'");
        }
        for failure in &self.failures {
            let _ = writeln!(text, "\n{failure}");
        }
        let kinds: Vec<String> = kinds.iter().map(|(check, count)| format!("{count} {check}")).collect();
        let kinds = if kinds.is_empty() { String::new() } else { format!(" ({})", kinds.join(", ")) };
        let _ = writeln!(
            text,
            "\n{} journeys; {} kept schedules, {} of first order, {} with somebody else, {} of the journal, {} of \
             second order; {} ways walked; {} violations{kinds}",
            self.journeys,
            self.named,
            self.first_order,
            self.somebody_else,
            self.of_the_journal,
            self.second_order,
            self.ways,
            self.violations(),
        );
        text
    }
}

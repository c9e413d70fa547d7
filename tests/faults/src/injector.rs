//! Counts what is asked, and knows which request is due which fault.

use std::collections::HashMap;

use serde_json::Value;

use crate::fault::Fault;
use crate::schedule::{Place, Planned};
use crate::somebody::Names;

/// A run that asks more often than this never ends.
const MOST_REQUESTS: usize = 3000;

/// One request, as it was seen.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seen {
    /// Method and path, with names instead of ids.
    pub(crate) label: String,
    /// Which of this label.
    pub(crate) nth: usize,
    /// It asks for a change.
    pub(crate) changes: bool,
    /// The items of a batch: their labels, each with which it is of its label.
    pub(crate) items: Vec<(String, usize)>,
    /// What went wrong with it, or with one of its items.
    pub(crate) faults: Vec<String>,
    /// Path and query, and the body, as they were sent.
    pub(crate) asked: String,
    /// What came back, in a line.
    pub(crate) answered: String,
    /// The tenant did what was asked.
    pub(crate) acted: bool,
}

/// What is counted in an act.
#[derive(Debug, Default)]
pub(crate) struct Injector {
    planned: Vec<Planned>,
    counts: HashMap<String, usize>,
    /// Ids that have a name.
    pub(crate) names: Names,
    /// What was asked.
    pub(crate) trace: Vec<Seen>,
    /// Whether it counts: between the acts it does not.
    pub(crate) on: bool,
}

impl Injector {
    /// An act begins.
    pub(crate) fn begin(&mut self, planned: &[Planned]) {
        self.planned = planned.to_vec();
        self.counts.clear();
        self.trace.clear();
        self.on = true;
    }

    /// The act has ended; what was asked meanwhile.
    pub(crate) fn end(&mut self) -> Vec<Seen> {
        self.on = false;
        std::mem::take(&mut self.trace)
    }

    /// Whether it goes on and on.
    pub(crate) fn is_endless(&self) -> bool {
        self.trace.len() > MOST_REQUESTS
    }

    /// A request is about to be sent: its place in the trace, and what goes wrong with it.
    pub(crate) fn request(&mut self, method: &str, target: &str, body: &[u8]) -> (usize, Option<Fault>) {
        let label = self.label(method, target);
        let nth = self.count(&label);
        let number = self.trace.len() + 1;
        let fault = self.due(&label, nth, Some(number));
        let mut asked = format!("{method} {target}");
        if !body.is_empty() {
            asked = format!("{asked} {}", String::from_utf8_lossy(body));
        }
        let changes = method != "GET" && !label.ends_with("$batch");
        let faults = fault.iter().map(ToString::to_string).collect();
        self.trace.push(Seen { label, nth, changes, faults, asked, ..Seen::default() });
        (number - 1, fault)
    }

    /// The items of the batch at this place of the trace that something goes wrong with, by their ids.
    pub(crate) fn items(&mut self, at: usize, body: &[u8]) -> Vec<(String, Fault)> {
        let batch: Value = serde_json::from_slice(body).unwrap_or(Value::Null);
        let mut due = Vec::new();
        for item in batch["requests"].as_array().into_iter().flatten() {
            let (method, url) = (item["method"].as_str().unwrap_or("?"), item["url"].as_str().unwrap_or("?"));
            let label = format!("+{}", self.label(method, url));
            let nth = self.count(&label);
            if let Some(fault) = self.due(&label, nth, None) {
                due.push((item["id"].as_str().unwrap_or_default().to_owned(), fault));
                self.trace[at].faults.push(format!("{label}#{nth}={fault}"));
            }
            self.trace[at].items.push((label, nth));
        }
        due
    }

    /// Something that is no request happens, the nth time: what is planned at it.
    pub(crate) fn event(&mut self, label: &str) -> Option<Fault> {
        let nth = self.count(label);
        self.due(label, nth, None)
    }

    fn count(&mut self, label: &str) -> usize {
        let count = self.counts.entry(label.to_owned()).or_default();
        *count += 1;
        *count
    }

    fn due(&mut self, label: &str, nth: usize, number: Option<usize>) -> Option<Fault> {
        let hit = self.planned.iter_mut().find(|planned| match &planned.place {
            Place::Request { label: wanted, nth: first } => {
                wanted == label && (nth == *first || planned.for_ever && nth > *first)
            }
            Place::Number(wanted) => number == Some(*wanted),
            Place::Row(_) => false,
        })?;
        // "Like it" is known when it was met.
        if matches!(hit.place, Place::Number(_)) {
            hit.place = Place::Request { label: label.to_owned(), nth };
        }
        Some(hit.fault)
    }

    /// Method and path, with names instead of ids and without the query.
    fn label(&self, method: &str, target: &str) -> String {
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let path = path.strip_prefix("/v1.0").unwrap_or(path);
        let segments = path.split('/').filter(|segment| !segment.is_empty());
        let named = segments.map(|segment| match self.names.get(&segment.to_ascii_lowercase()) {
            Some(name) => name.clone(),
            None if segment.len() == 36 && segment.matches('-').count() == 4 => "another".to_owned(),
            None => segment.to_owned(),
        });
        format!("{method}:{}", named.collect::<Vec<_>>().join("/"))
    }
}

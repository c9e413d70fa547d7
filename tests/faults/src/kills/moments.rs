//! The moments of an act at which it can be killed: at each request, and at each row of the journal.

use crate::fault::Fault;
use crate::schedule::{Place, Planned};

/// What an act did, one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Event {
    /// It asked something.
    Request { label: String, nth: usize, changes: bool },
    /// It wrote a row.
    Row,
}

/// A moment.
#[derive(Debug, Clone)]
pub(crate) struct Moment {
    /// Its name.
    pub(crate) planned: Planned,
    /// How many requests it has asked by then.
    pub(crate) requests: usize,
    /// How many rows it has written by then.
    pub(crate) rows: usize,
}

/// Every moment of an act. After a read nothing is other than before what comes next, so that it has one moment.
pub(crate) fn moments(events: &[Event]) -> Vec<Moment> {
    let mut all = Vec::new();
    let (mut requests, mut rows) = (0, 0);
    for event in events {
        let (place, faults): (Place, &[Fault]) = match event {
            Event::Request { label, nth, changes } => {
                let place = Place::Request { label: label.clone(), nth: *nth };
                (place, if *changes { &[Fault::KillBefore, Fault::KillAfter] } else { &[Fault::KillBefore] })
            }
            Event::Row => (Place::Row(rows + 1), &[Fault::KillBefore, Fault::KillAfter]),
        };
        for fault in faults {
            let planned = Planned { place: place.clone(), fault: *fault, for_ever: false };
            all.push(Moment { planned, requests, rows });
        }
        match event {
            Event::Request { .. } => requests += 1,
            Event::Row => rows += 1,
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_has_a_moment_before_and_after_each_row_and_each_request_that_changes_something() {
        let request = |label: &str, changes| Event::Request { label: label.to_owned(), nth: 1, changes };
        let events = [request("GET:users/guest", false), Event::Row, request("PATCH:users/guest", true)];
        let all = moments(&events);
        let told: Vec<String> =
            all.iter().map(|one| format!("{} {} {}", one.planned, one.requests, one.rows)).collect();
        assert_eq!(
            told,
            [
                "GET:users/guest#1=kill-before 0 0",
                "row#1=kill-before 1 0",
                "row#1=kill-after 1 0",
                "PATCH:users/guest#1=kill-before 1 1",
                "PATCH:users/guest#1=kill-after 1 1",
            ]
        );
    }
}

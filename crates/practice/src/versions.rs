//! Eventual consistency, kept simple: every value remembers its last versions, and a reader sees the newest
//! one that is old enough (use of change notifications and reads after writes are "eventually consistent";
//! invitations and deletions showed the same in docs-contrib issue 15839).

use std::time::Duration;

use jiff::Timestamp;

/// What a reader can see.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View {
    /// Changes made later than this are not visible yet.
    horizon: Timestamp,
    /// Changes with this number or a higher one are not visible (the `stale` fault).
    before: u64,
}

impl View {
    pub(crate) fn new(now: Timestamp, lag: Duration) -> Self {
        let horizon = i64::try_from(lag.as_nanos())
            .ok()
            .and_then(|nanos| now.checked_sub(jiff::SignedDuration::from_nanos(nanos)).ok())
            .unwrap_or(Timestamp::MIN);
        Self { horizon, before: u64::MAX }
    }

    /// Whether a change is visible.
    pub(crate) fn shows(self, mark: Mark) -> bool {
        mark.at <= self.horizon && mark.seq < self.before
    }

    /// What was there before the change of this number.
    pub(crate) fn before(self, seq: u64) -> Self {
        Self { before: seq, ..self }
    }
}

/// When a change was made, and the how-manieth it was.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark {
    pub(crate) seq: u64,
    pub(crate) at: Timestamp,
}

impl Mark {
    /// What was there from the start.
    pub(crate) const START: Self = Self { seq: 0, at: Timestamp::MIN };
}

/// A value and the versions of it that somebody may still see.
#[derive(Debug, Clone)]
pub(crate) struct Versions<T>(Vec<(Mark, T)>);

impl<T> Versions<T> {
    pub(crate) fn new(mark: Mark, value: T) -> Self {
        Self(vec![(mark, value)])
    }

    /// What this view shows; `None` if the first version is not visible yet.
    pub(crate) fn get(&self, view: View) -> Option<&T> {
        self.0.iter().rev().find(|(mark, _)| view.shows(*mark)).map(|(_, value)| value)
    }

    /// The truth, whatever anybody sees.
    pub(crate) fn latest(&self) -> Option<&T> {
        self.0.last().map(|(_, value)| value)
    }

    /// Adds a version. Older ones go when no view can show them: all before the newest visible one, save the
    /// one that a `stale` fault answers with.
    pub(crate) fn push(&mut self, mark: Mark, value: T, view: View) {
        if let Some(visible) = self.0.iter().rposition(|(seen, _)| seen.at <= view.horizon) {
            self.0.drain(..visible);
        }
        self.0.push((mark, value));
    }
}

//! How near this client is to the server's limits, for whoever asks much: the hint in the answers, and the waits that the
//! server asked for.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::HeaderMap;

/// From 0.8 on, answers say how much of the limit is used (Microsoft Graph: service-specific throttling limits, identity
/// and access). Below that they say nothing.
const HINT: &str = "x-ms-throttle-limit-percentage";

/// What is known of the limits.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Limits {
    /// How much of the limit was used by the newest answer: from 0.8, where more than 1 is over it. None below that.
    pub used: Option<f64>,
    /// How long is still to be waited before something is asked again; none where nothing waits.
    pub wait: Option<Duration>,
}

/// Shared by all clones of a client.
#[derive(Debug, Default)]
pub(crate) struct LimitsSeen(Mutex<Seen>);

#[derive(Debug, Default)]
struct Seen {
    used: Option<f64>,
    /// Until when something waits, on the clock that does not jump.
    until: Vec<Duration>,
}

impl LimitsSeen {
    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An answer came.
    pub(crate) fn answered(&self, headers: &HeaderMap) {
        let hint = headers.get(HINT).and_then(|value| value.to_str().ok()?.trim().parse::<f64>().ok());
        self.seen().used = hint.filter(|used| used.is_finite());
    }

    /// Something waits until then, for as long as what is returned lives.
    pub(crate) fn waits(&self, until: Duration) -> Waiting<'_> {
        self.seen().until.push(until);
        Waiting { limits: self, until }
    }

    pub(crate) fn at(&self, now: Duration) -> Limits {
        let seen = self.seen();
        let longest = seen.until.iter().max().map(|until| until.saturating_sub(now));
        Limits { used: seen.used, wait: longest.filter(|wait| !wait.is_zero()) }
    }
}

/// A wait under way.
pub(crate) struct Waiting<'a> {
    limits: &'a LimitsSeen,
    until: Duration,
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        let mut seen = self.limits.seen();
        if let Some(place) = seen.until.iter().position(|until| *until == self.until) {
            seen.until.swap_remove(place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_wait_is_told_for_as_long_as_it_lasts() {
        let seconds = Duration::from_secs;
        let limits = LimitsSeen::default();
        assert_eq!(limits.at(seconds(10)).wait, None);
        let (long, short) = (limits.waits(seconds(17)), limits.waits(seconds(12)));
        assert_eq!(limits.at(seconds(10)).wait, Some(seconds(7)));
        drop(long);
        assert_eq!(limits.at(seconds(10)).wait, Some(seconds(2)));
        assert_eq!(limits.at(seconds(12)).wait, None, "it is over, though nobody has gone on yet");
        drop(short);
        assert_eq!(limits.at(seconds(10)).wait, None);
    }
}

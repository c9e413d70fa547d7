//! How long to wait and what may be asked twice.
//!
//! A read may be repeated at will. A change may be repeated only when the server said that it did not act (429, or
//! 503 with a Retry-After), or when the request never left. A change whose answer was lost is never repeated
//! blindly: whoever asked must read the directory back.

use std::time::{Duration, UNIX_EPOCH};

use jiff::Timestamp;

use crate::operations::Effect;

/// What stood in the way of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The server answered with this status, and perhaps said how long to wait.
    Answered {
        /// HTTP status.
        status: u16,
        /// The wait it asked for.
        retry_after: Option<Duration>,
    },
    /// The request never reached the server.
    NotSent,
    /// The request left and no usable answer came.
    Lost,
}

impl Failure {
    /// Whether the server told us that it did not act.
    #[must_use]
    pub fn is_safe_to_retry(self) -> bool {
        match self {
            Self::Answered { status: 429, .. } | Self::NotSent => true,
            Self::Answered { status: 503, retry_after } => retry_after.is_some(),
            Self::Answered { .. } | Self::Lost => false,
        }
    }

    fn may_pass(self) -> bool {
        match self {
            Self::Answered { status, .. } => matches!(status, 429 | 500 | 502 | 503 | 504),
            Self::NotSent | Self::Lost => true,
        }
    }

    /// Throttling and a service that is briefly away explain themselves and pass; the rest may be permanent.
    fn explains_itself(self) -> bool {
        matches!(self, Self::Answered { status: 429 | 503 | 504, .. })
    }
}

/// How patient to be. A person is waiting at the window, so the bounds are short.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RetryPolicy {
    /// The first wait when the server names none; doubled each time.
    pub first_wait: Duration,
    /// No single wait is longer. A server that asks for more gets no early repeat: the problem is handed back with
    /// the wait it asked for.
    pub longest_wait: Duration,
    /// From the first attempt until the last wait is over.
    pub in_total: Duration,
    /// Attempts at a throttled or briefly absent service.
    pub attempts: u32,
    /// Attempts when nothing says that waiting helps (500, 502, no connection).
    pub attempts_unexplained: u32,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            first_wait: Duration::from_millis(500),
            longest_wait: Duration::from_secs(30),
            in_total: Duration::from_mins(2),
            attempts: 8,
            attempts_unexplained: 3,
        }
    }
}

impl RetryPolicy {
    /// How long to wait before asking again, or `None` when it must not or need not be asked again.
    ///
    /// `attempt` is the number of attempts made so far (from 1), `elapsed` the time since the first began, `jitter`
    /// a number in 0..1 that spreads clients which were refused together.
    #[must_use]
    pub fn next_wait(
        &self,
        effect: Effect,
        failure: Failure,
        attempt: u32,
        elapsed: Duration,
        jitter: f64,
    ) -> Option<Duration> {
        let allowed = match effect {
            Effect::Read => failure.may_pass(),
            Effect::Write => failure.is_safe_to_retry(),
        };
        let attempts = if failure.explains_itself() { self.attempts } else { self.attempts_unexplained };
        if !allowed || attempt >= attempts {
            return None;
        }
        let wait = match failure {
            Failure::Answered { retry_after: Some(asked), .. } => asked,
            Failure::Answered { .. } | Failure::NotSent | Failure::Lost => self.own_wait(attempt, jitter),
        };
        (wait <= self.longest_wait && elapsed.saturating_add(wait) <= self.in_total).then_some(wait)
    }

    fn own_wait(&self, attempt: u32, jitter: f64) -> Duration {
        // Half of it is certain, half is chance: never at once, never all together.
        let doubled = self.first_wait.saturating_mul(2_u32.saturating_pow(attempt.saturating_sub(1)));
        doubled.min(self.longest_wait).mul_f64(0.5 + 0.5 * jitter.clamp(0.0, 1.0))
    }
}

/// The longest wait that a server is believed to ask for.
const LONGEST_ASKED: Duration = Duration::from_hours(24);

/// Reads a `Retry-After` header: whole seconds, fractional seconds (Microsoft's own throttling page shows `2.128`)
/// or an HTTP date, which in the past means "now". `None` for anything else; never more than a day, whatever it says.
///
/// ```
/// use std::time::Duration;
/// let now: jiff::Timestamp = "2026-11-22T19:00:00Z".parse().unwrap();
/// assert_eq!(graph::retry_after("2.128", now), Some(Duration::from_millis(2128)));
/// assert_eq!(graph::retry_after("Sun, 22 Nov 2026 19:00:07 GMT", now), Some(Duration::from_secs(7)));
/// assert_eq!(graph::retry_after("soon", now), None);
/// ```
#[must_use]
pub fn retry_after(value: &str, now: Timestamp) -> Option<Duration> {
    let value = value.trim();
    if let Ok(seconds) = value.parse::<f64>() {
        return Duration::try_from_secs_f64(seconds).ok().map(|wait| wait.min(LONGEST_ASKED));
    }
    let until = httpdate::parse_http_date(value).ok()?.duration_since(UNIX_EPOCH).ok()?;
    let now = Duration::try_from(now.duration_since(Timestamp::UNIX_EPOCH)).unwrap_or_default();
    Some(until.saturating_sub(now).min(LONGEST_ASKED))
}

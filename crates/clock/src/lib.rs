//! Time, waiting and chance, handed in wherever they are needed so that a test can say what they are.
//!
//! The crate refuses to know what is waited for.
//!
//! ```
//! use clock::{Clock, SystemClock};
//!
//! let clock = SystemClock;
//! assert!(clock.now() > jiff::Timestamp::UNIX_EPOCH);
//! let before = clock.passed();
//! assert!(clock.passed() >= before);
//! assert!((0.0..1.0).contains(&clock.jitter()));
//! ```

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use jiff::Timestamp;

/// Time, waiting and chance.
#[async_trait]
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> Timestamp;
    /// How much time has passed since some moment of the past, whatever the clock on the wall says: that one may be set
    /// back. It may stand still while the computer sleeps, so whoever measures a life looks at both. Of a clock that is
    /// never set, they are the same.
    fn passed(&self) -> Duration {
        Duration::try_from(self.now().duration_since(Timestamp::UNIX_EPOCH)).unwrap_or_default()
    }
    /// Waits.
    async fn sleep(&self, duration: Duration);
    /// A number from 0 up to, not including, 1: what spreads clients that would all ask again at the same moment.
    fn jitter(&self) -> f64;
}

/// The machine's clock, tokio's timer and the thread's random numbers.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

#[async_trait]
impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn passed(&self) -> Duration {
        static START: LazyLock<Instant> = LazyLock::new(Instant::now);
        START.elapsed()
    }

    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }

    fn jitter(&self) -> f64 {
        rand::random::<f64>()
    }
}

//! Time, waiting and chance, handed in wherever they are needed so that a test can say what they are.
//!
//! The crate refuses to know what is waited for.
//!
//! ```
//! use clock::{Clock, SystemClock};
//!
//! let clock = SystemClock;
//! assert!(clock.now() > jiff::Timestamp::UNIX_EPOCH);
//! assert!((0.0..1.0).contains(&clock.jitter()));
//! ```

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;

/// Time, waiting and chance.
#[async_trait]
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> Timestamp;
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

    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }

    fn jitter(&self) -> f64 {
        rand::random::<f64>()
    }
}

//! A clock that only moves when somebody sleeps.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;

/// A clock that jumps: sleeping moves it, and costs nothing. Clones share their time: the wall's, how long everybody
/// slept, and how far it was set back.
#[derive(Debug, Clone)]
pub struct JumpingClock(Arc<Mutex<(Timestamp, Vec<Duration>, Duration)>>);

impl Default for JumpingClock {
    fn default() -> Self {
        let evening = Timestamp::from_second(1_795_374_000).expect("a moment in November 2026");
        Self(Arc::new(Mutex::new((evening, Vec::new(), Duration::ZERO))))
    }
}

impl JumpingClock {
    /// The time now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.0.lock().unwrap().0
    }

    /// Lets time pass without anybody having slept.
    pub fn pass(&self, time: Duration) {
        self.0.lock().unwrap().0 += time;
    }

    /// Somebody sets the clock on the wall back; no less time has passed for it.
    pub fn set_back(&self, by: Duration) {
        let mut state = self.0.lock().unwrap();
        state.0 -= by;
        state.2 += by;
    }

    /// How long everybody slept, one after the other.
    #[must_use]
    pub fn sleeps(&self) -> Vec<Duration> {
        self.0.lock().unwrap().1.clone()
    }
}

#[async_trait]
impl clock::Clock for JumpingClock {
    fn now(&self) -> Timestamp {
        Self::now(self)
    }

    fn passed(&self) -> Duration {
        let state = self.0.lock().unwrap();
        let by_the_wall = state.0.duration_since(Timestamp::UNIX_EPOCH);
        Duration::try_from(by_the_wall).unwrap() + state.2
    }

    async fn sleep(&self, duration: Duration) {
        self.pass(duration);
        self.0.lock().unwrap().1.push(duration);
        // Others have their turn, as they would during a real wait.
        tokio::task::yield_now().await;
    }

    fn jitter(&self) -> f64 {
        1.0
    }
}

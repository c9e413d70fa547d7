//! News under a number that rises with each of them: whoever waits is answered as soon as there is some.

use std::time::Duration;

use tokio::sync::watch;

/// How long one poll waits for news. Shorter than any time-out between the window and us.
pub(crate) const LONGEST: Duration = Duration::from_secs(20);

/// How something stands, and the number of its last news.
#[derive(Debug)]
pub(crate) struct LongPoll<T>(watch::Sender<(u32, T)>);

impl<T: Default> Default for LongPoll<T> {
    fn default() -> Self {
        Self(watch::Sender::new((0, T::default())))
    }
}

impl<T> LongPoll<T> {
    /// Something happened.
    pub(crate) fn update(&self, how: impl FnOnce(&mut T)) {
        self.0.send_modify(|(sequence, state)| {
            how(state);
            *sequence = sequence.wrapping_add(1);
        });
    }

    /// Waits until something happened after `seen`, or the poll's time is over; then what is read of how it stands.
    pub(crate) async fn after<R>(&self, seen: u32, read: impl FnOnce(&T) -> R) -> (u32, R) {
        let mut updates = self.0.subscribe();
        let newer = updates.wait_for(|(sequence, _)| *sequence != seen);
        // The sender lives as long as this does, so that the wait ends with an update or with the time.
        let _ = tokio::time::timeout(LONGEST, newer).await;
        let (sequence, state) = &*self.0.borrow();
        (*sequence, read(state))
    }

    /// Waits, for as long as it takes, until it stands so.
    pub(crate) async fn until(&self, mut stands: impl FnMut(&T) -> bool) {
        let mut updates = self.0.subscribe();
        // The sender lives as long as this does: the wait ends with an update.
        let _ = updates.wait_for(|(_, state)| stands(state)).await;
    }
}

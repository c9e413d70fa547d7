//! Tickets: the names by which whatever is under way can be stopped.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio_util::sync::CancellationToken;

/// All tickets that are open. Cheap to clone; clones share them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tickets {
    open: Arc<Mutex<Open>>,
}

/// A list and not a map: few are open at a time, and a name the window uses twice means both.
#[derive(Debug, Default)]
struct Open {
    next: u64,
    tickets: Vec<(u64, String, CancellationToken)>,
}

impl Tickets {
    /// Opens a ticket of this name. It is open until what is returned is dropped, whether the work behind it ended,
    /// failed or was abandoned.
    pub(crate) fn open(&self, name: &str) -> Ticket {
        let cancellation = CancellationToken::new();
        let mut open = self.lock();
        let serial = open.next;
        open.next += 1;
        open.tickets.push((serial, name.to_owned(), cancellation.clone()));
        drop(open);
        Ticket { tickets: self.clone(), serial, cancellation }
    }

    /// Stops whatever is under way by this name. A name nobody knows stops nothing: it may have ended already.
    pub(crate) fn cancel(&self, name: &str) {
        for (_, _, token) in self.lock().tickets.iter().filter(|(_, open, _)| open == name) {
            token.cancel();
        }
    }

    /// Stops everything that is under way.
    pub(crate) fn cancel_all(&self) {
        for (_, _, token) in &self.lock().tickets {
            token.cancel();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[cfg(test)]
    pub(crate) fn count(&self) -> usize {
        self.lock().tickets.len()
    }
}

/// An open ticket. To drop it is to close it.
pub struct Ticket {
    tickets: Tickets,
    serial: u64,
    cancellation: CancellationToken,
}

impl Ticket {
    /// Becomes cancelled when the ticket's name is given to [`Engine::cancel`](crate::Engine::cancel).
    #[must_use]
    pub fn cancellation(&self) -> &CancellationToken {
        &self.cancellation
    }
}

impl fmt::Debug for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ticket").field("serial", &self.serial).finish_non_exhaustive()
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.tickets.lock().tickets.retain(|(serial, ..)| *serial != self.serial);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_stops_what_bears_its_name_and_nothing_else() {
        let tickets = Tickets::default();
        let (find, other) = (tickets.open("find-1"), tickets.open("find-2"));
        tickets.cancel("find-3");
        assert!(!find.cancellation().is_cancelled());
        tickets.cancel("find-1");
        assert!(find.cancellation().is_cancelled());
        assert!(!other.cancellation().is_cancelled());
    }

    #[test]
    fn of_two_tickets_of_one_name_the_end_of_the_first_leaves_the_second_to_be_stopped() {
        let tickets = Tickets::default();
        let (first, second) = (tickets.open("again"), tickets.open("again"));
        drop(first);
        tickets.cancel("again");
        assert!(second.cancellation().is_cancelled());
        drop(second);
        assert_eq!(tickets.count(), 0);
    }

    #[tokio::test]
    async fn work_that_is_abandoned_half_way_leaves_no_ticket_behind() {
        let tickets = Tickets::default();
        let mut work = Box::pin(async {
            let _ticket = tickets.open("abandoned");
            std::future::pending::<()>().await;
        });
        tokio::select! {
            biased;
            () = &mut work => {}
            () = std::future::ready(()) => {}
        }
        assert_eq!(tickets.count(), 1, "it has begun");
        drop(work);
        assert_eq!(tickets.count(), 0);
    }
}

//! What the journal's thread holds: the file, and how far its rows are vouched for.

use rusqlite::Connection;

use crate::Chain;
use crate::records::Unsound;
use crate::walk::Walk;

/// The open file, and what is known of it.
pub(crate) struct Store {
    pub(crate) connection: Connection,
    pub(crate) unsound: Unsound,
}

impl Store {
    pub(crate) fn of(connection: Connection) -> Self {
        Self { connection, unsound: None }
    }

    /// Takes note of a walk to the end.
    pub(crate) fn walked(&mut self, walk: Walk) -> Chain {
        self.unsound = self.unsound.max(walk.broken().map(|broken| broken.last));
        walk.chain()
    }
}

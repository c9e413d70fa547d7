//! A journal on a disk that fails. The rows are refused by a second connection's trigger, so that the journal itself is
//! the one that ships: to it a full disk, a broken one and this are the same, an error at the row.

use std::sync::Mutex;

use journal::Journal;
use rusqlite::Connection;
use temporary_folder::{TemporaryFolder, temporary_folder};

use crate::place::locked;

/// A journal in a temporary folder.
pub(crate) struct Rows {
    folder: TemporaryFolder,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Rows are refused.
    full: bool,
    /// Held, so that the journal waits in vain.
    held: Option<Connection>,
}

impl Rows {
    pub(crate) fn new() -> (Self, Journal) {
        let folder = temporary_folder();
        let journal = Journal::open(&folder.path().join("journal.db")).unwrap();
        (Self { folder, state: Mutex::default() }, journal)
    }

    fn connection(&self) -> Connection {
        Connection::open(self.folder.path().join("journal.db")).unwrap()
    }

    /// From the nth row on from here none can be written, until there is room again.
    pub(crate) fn fill(&self, nth: usize) {
        let connection = self.connection();
        let last: i64 =
            connection.query_row("SELECT coalesce(max(seq), 0) FROM entry", [], |row| row.get(0)).unwrap();
        let first = last + i64::try_from(nth).unwrap();
        let full = format!(
            "CREATE TRIGGER full BEFORE INSERT ON entry WHEN NEW.seq >= {first}
             BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END;"
        );
        connection.execute_batch(&full).unwrap();
        locked(&self.state).full = true;
    }

    /// Another program holds the file from here on.
    pub(crate) fn lock(&self) {
        let connection = self.connection();
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        locked(&self.state).held = Some(connection);
    }

    /// The other program lets go.
    pub(crate) fn release(&self) {
        locked(&self.state).held = None;
    }

    /// There is room again.
    pub(crate) fn empty(&self) {
        self.release();
        let mut state = locked(&self.state);
        if std::mem::take(&mut state.full) {
            self.connection().execute_batch("DROP TRIGGER IF EXISTS full").unwrap();
        }
    }
}

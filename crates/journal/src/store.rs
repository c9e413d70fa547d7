//! What the journal's thread holds: the file, and how far its rows are vouched for.

use std::path::PathBuf;

use jiff::Timestamp;
use rusqlite::Connection;

use crate::head::{Apart, End, last};
use crate::place::Place;
use crate::records::Unsound;
use crate::retention::{self, Removable, Retention};
use crate::rows;
use crate::truncation::{Truncation, beginning};
use crate::walk::{Walk, Walked, walk};
use crate::{Chain, JournalError};

/// How the record stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// What the walk along the chain found.
    pub chain: Chain,
    /// What is known of its end.
    pub end: End,
    /// What was taken out of it; none when it begins with the first row that was written.
    pub truncation: Option<Truncation>,
    /// Files that were damaged, or no record at all where one had been, and were kept aside, byte by byte.
    pub kept_aside: Vec<PathBuf>,
}

/// The open file, and what is known of it.
pub(crate) struct Store {
    pub(crate) connection: Connection,
    place: Option<Place>,
    apart: Apart,
    broken: Unsound,
}

impl Store {
    /// A journal that was just opened: walked to its end.
    pub(crate) fn open(connection: Connection, place: Place, apart: Apart) -> Result<Self, JournalError> {
        let mut store = Self { connection, place: Some(place), apart, broken: None };
        if let Walked::ToTheEnd(walk) = walk(&store.connection, Walk::START, u32::MAX)? {
            store.walked(walk)?;
        }
        Ok(store)
    }

    pub(crate) fn in_memory(connection: Connection) -> Self {
        Self { connection, place: None, apart: Apart::new(None, false), broken: None }
    }

    /// Takes note of a walk to the end, and compares the end with the head that is kept apart.
    pub(crate) fn walked(&mut self, walk: Walk) -> Result<Condition, JournalError> {
        self.broken = self.broken.max(walk.broken().map(|broken| broken.last));
        self.apart.compare(&self.connection)?;
        let kept_aside = self.place.as_ref().map(Place::kept_aside).unwrap_or_default();
        let truncation = beginning(&self.connection)?.map(|beginning| beginning.view());
        Ok(Condition { chain: walk.chain(), end: self.apart.end(), truncation, kept_aside })
    }

    /// What may go by this rule; nothing of a record that is not whole.
    pub(crate) fn removable(&mut self, retention: &Retention) -> Result<Removable, JournalError> {
        if self.unsound().is_some() {
            return Err(JournalError::NotWhole);
        }
        retention::removable(&self.connection, self.unsound(), retention)
    }

    /// Takes out what may go. The record is walked first: what is taken out was as it was written.
    ///
    /// Whatever moment the app is killed at, the file begins where it did or where it is to begin, and the head that is
    /// kept apart knows both.
    pub(crate) fn truncate(
        &mut self,
        retention: &Retention,
        at: Timestamp,
    ) -> Result<Removable, JournalError> {
        if let Walked::ToTheEnd(walk) = walk(&self.connection, Walk::START, u32::MAX)? {
            self.walked(walk)?;
        }
        let removable = self.removable(retention)?;
        if removable.row == 0 {
            return Ok(removable);
        }
        // The file by itself has every row then, so that a log which takes some out is known for its own.
        self.write_log_back()?;
        let transaction = rows::writing(&mut self.connection)?;
        let new = retention::take_out(&transaction, removable.row, at)?;
        if !self.apart.announce(&new.name()) {
            return Err(JournalError::HeadNotKept);
        }
        transaction.commit()?;
        self.apart.known_beginning(Some(new.name()));
        self.written();
        // What was written over in the log is gone from the file with the next row otherwise.
        let _ = self.write_log_back();
        Ok(removable)
    }

    fn write_log_back(&self) -> Result<(), JournalError> {
        let busy = |row: &rusqlite::Row<'_>| row.get::<_, bool>(0);
        let busy = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], busy)?;
        if busy { Err(JournalError::Busy) } else { Ok(()) }
    }

    /// The last row that is not vouched for: nor are those before it.
    pub(crate) fn unsound(&self) -> Unsound {
        self.broken.max(self.apart.known.cut_after)
    }

    /// A row was written: its hash is kept apart.
    pub(crate) fn written(&mut self) {
        // Should the row not be there to be read, the next walk says so.
        if let Ok((row, hash)) = last(&self.connection) {
            self.apart.keep(row, &hash);
        }
    }
}

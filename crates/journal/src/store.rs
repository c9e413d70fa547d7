//! What the journal's thread holds: the file, and how far its rows are vouched for.

use std::path::PathBuf;

use rusqlite::Connection;

use crate::head::{Apart, End, last};
use crate::place::Place;
use crate::records::Unsound;
use crate::walk::{Walk, Walked, walk};
use crate::{Chain, JournalError};

/// How the record stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// What the walk along the chain found.
    pub chain: Chain,
    /// What is known of its end.
    pub end: End,
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
        Ok(Condition { chain: walk.chain(), end: self.apart.end(), kept_aside })
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

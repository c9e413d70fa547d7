//! Where the record begins after its oldest rows were taken out: how many those were, the hash of the last of them, and
//! when. It is hashed itself, and that hash is kept apart with the head, so that nobody can pass off a record that they
//! cut for one that was truncated.

use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};

use crate::JournalError;
use crate::chain::{Hash, hexadecimal};
use crate::schema;

/// What an auditor is told of the rows that were taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Truncation {
    /// How many rows, counted from the first that was ever written.
    pub rows: u64,
    /// When the last of them were taken out; none when that cannot be understood.
    pub at: Option<jiff::Timestamp>,
}

/// The one row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Beginning {
    /// The last row that was taken out.
    pub(crate) row: i64,
    /// Its hash, which the first row that is left has as its previous one.
    pub(crate) last: Hash,
    at: String,
    hash: Hash,
}

impl Beginning {
    pub(crate) fn after(row: i64, last: Hash, at: jiff::Timestamp) -> Self {
        let at = at.to_string();
        let hash = hash(row, &last, &at);
        Self { row, last, at, hash }
    }

    /// Whether it is as it was written.
    pub(crate) fn is_sound(&self) -> bool {
        self.row > 0 && self.hash == hash(self.row, &self.last, &self.at)
    }

    /// How many rows were taken out.
    pub(crate) fn rows(&self) -> u64 {
        self.row.try_into().unwrap_or_default()
    }

    /// Its hash, in hexadecimal.
    pub(crate) fn name(&self) -> String {
        hexadecimal(&self.hash)
    }

    /// The hash of the last row that was taken out, in hexadecimal.
    pub(crate) fn last_name(&self) -> String {
        hexadecimal(&self.last)
    }

    /// As an auditor is told of it.
    pub(crate) fn view(&self) -> Truncation {
        Truncation { rows: self.rows(), at: self.at.parse().ok() }
    }
}

/// Each field has a length of its own that cannot vary, but for the last.
fn hash(row: i64, last: &Hash, at: &str) -> Hash {
    let mut sha = Sha256::new();
    // No row of the chain begins so: its previous hash is of 32 bytes, and a row's number follows.
    sha.update(b"truncation");
    sha.update(row.to_be_bytes());
    sha.update(last);
    sha.update(at);
    sha.finalize().into()
}

/// Where the record begins; none when no row was ever taken out, which a journal of before schema 4 cannot say.
pub(crate) fn beginning(connection: &Connection) -> Result<Option<Beginning>, JournalError> {
    if !schema::has_truncation(connection)? {
        return Ok(None);
    }
    let mut statement = connection.prepare_cached("SELECT row, last, at, hash FROM truncation")?;
    let read = |row: &rusqlite::Row<'_>| {
        Ok(Beginning { row: row.get(0)?, last: row.get(1)?, at: row.get(2)?, hash: row.get(3)? })
    };
    Ok(statement.query_row([], read).optional()?)
}

/// Writes it into a file that has no rows yet, or none any more before it.
pub(crate) fn write(connection: &Connection, beginning: &Beginning) -> Result<(), JournalError> {
    let Beginning { row, last, at, hash } = beginning;
    connection
        .prepare_cached("INSERT INTO truncation (row, last, at, hash) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![row, last, at, hash])?;
    Ok(())
}

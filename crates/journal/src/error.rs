//! What can go wrong between a caller and the record.

use std::path::PathBuf;

use crate::ChangeId;

/// Why the journal did not do what it was asked. In every case nothing was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum JournalError {
    /// The file is there and is something else.
    #[error("{} is not a journal", path.display())]
    NotAJournal {
        /// The file.
        path: PathBuf,
    },
    /// A newer version of the app wrote the file. It was left as it is.
    #[error("the journal was written by a newer version (schema {found}; this one knows up to {known})")]
    NewerSchema {
        /// The version in the file.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// Another program held the journal for longer than the writer waits.
    #[error("another program holds the journal")]
    Busy,
    /// The disk is full, or the file may not be written to.
    #[error("the journal cannot be written")]
    NotWritable(#[source] rusqlite::Error),
    /// No change of this name was begun.
    #[error("the journal has no change {0}")]
    NoSuchChange(ChangeId),
    /// A change of this name was begun before.
    #[error("change {0} was begun before")]
    AlreadyBegun(ChangeId),
    /// The change is over; only what is read back later may be added.
    #[error("change {0} has ended")]
    AlreadyEnded(ChangeId),
    /// The change is not over; nothing is said of it before.
    #[error("change {0} has not ended")]
    StillOpen(ChangeId),
    /// Something was to be recorded before anything was intended.
    #[error("change {0} has intended nothing yet")]
    NothingIntended(ChangeId),
    /// A row cannot be understood: the file was damaged or tampered with.
    #[error("row {row} of the journal cannot be understood: {what}")]
    Damaged {
        /// The row.
        row: i64,
        /// What was wrong with it.
        what: String,
    },
    /// Nothing is taken out of a record that is not whole: what is there may be needed to find out what happened.
    #[error("nothing is taken out of a record that is not whole")]
    NotWhole,
    /// Nothing is taken out while the head of the chain cannot be kept apart: the record would later seem to be cut.
    #[error("the head of the journal cannot be kept apart now")]
    HeadNotKept,
    /// The file could not be made or opened.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Anything else `SQLite` says.
    #[error("the journal failed")]
    Storage(#[source] rusqlite::Error),
    /// The system gave no thread to write from.
    #[error("the journal's thread could not be started")]
    NoThread(#[source] std::io::Error),
    /// The journal's thread is gone.
    #[error("the journal is closed")]
    Closed,
}

impl From<rusqlite::Error> for JournalError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{
            CannotOpen, DatabaseBusy, DatabaseLocked, DiskFull, PermissionDenied, ReadOnly,
        };
        match error.sqlite_error_code() {
            Some(DatabaseBusy | DatabaseLocked) => Self::Busy,
            Some(DiskFull | ReadOnly | PermissionDenied | CannotOpen) => Self::NotWritable(error),
            _ => Self::Storage(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::ffi;

    #[test]
    fn what_sqlite_refuses_for_is_told_apart() {
        let of = |code| JournalError::from(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None));
        for code in [ffi::SQLITE_BUSY, ffi::SQLITE_LOCKED] {
            assert!(matches!(of(code), JournalError::Busy), "{code}");
        }
        for code in [ffi::SQLITE_FULL, ffi::SQLITE_READONLY, ffi::SQLITE_PERM, ffi::SQLITE_CANTOPEN] {
            assert!(matches!(of(code), JournalError::NotWritable(_)), "{code}");
        }
        for code in [ffi::SQLITE_CORRUPT, ffi::SQLITE_CONSTRAINT, ffi::SQLITE_IOERR] {
            assert!(matches!(of(code), JournalError::Storage(_)), "{code}");
        }
    }
}

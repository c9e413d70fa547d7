//! The file on the disk: whose it is, who may read it, and that a newer one is left alone.

use std::fs::{self, OpenOptions};
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::{JournalError, schema};

/// How long to wait for another program's row. A row takes milliseconds; five seconds is a slow disk.
const PATIENCE: Duration = Duration::from_secs(5);

pub(crate) fn open(path: &Path) -> Result<Connection, JournalError> {
    if path.exists() {
        refuse_what_is_not_ours(path)?;
    }
    make_private(path).map_err(|source| JournalError::File { path: path.to_owned(), source })?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // In WAL mode only FULL syncs at every commit; a row that is not on the disk is no record.
    connection.pragma_update(None, "synchronous", "FULL")?;
    // Without it macOS's fsync may leave the row in the drive's own cache.
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    schema::migrate(&mut connection)?;
    Ok(connection)
}

/// Looks without writing: not a journal, or a newer one, must stay as it is.
fn refuse_what_is_not_ours(path: &Path) -> Result<(), JournalError> {
    let not_ours = || JournalError::NotAJournal { path: path.to_owned() };
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    let number = |pragma: &str| -> Result<i64, JournalError> {
        connection.query_row(pragma, [], |row| row.get(0)).map_err(|error| match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::NotADatabase) => not_ours(),
            _ => error.into(),
        })
    };
    let version = number("PRAGMA user_version")?;
    let application = number("PRAGMA application_id")?;
    let tables = number("SELECT count(*) FROM sqlite_schema")?;
    // A crash before the first schema was written leaves a database without tables: ours to fill.
    let blank = version == 0 && application == 0 && tables == 0;
    if !blank && application != schema::APPLICATION_ID {
        return Err(not_ours());
    }
    if version > schema::NEWEST {
        return Err(JournalError::NewerSchema { found: version, known: schema::NEWEST });
    }
    Ok(())
}

/// Makes the file before `SQLite` would, readable by its owner only; the files beside it inherit the mode.
fn make_private(path: &Path) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
        let file = options.mode(0o600).open(path)?;
        if file.metadata()?.permissions().mode() & 0o077 != 0 {
            file.set_permissions(fs::Permissions::from_mode(0o600))?;
        }
    }
    #[cfg(not(unix))]
    options.open(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_commit_waits_for_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let connection = open(&folder.path().join("journal.db")).unwrap();
        let synchronous: i64 = connection.query_row("PRAGMA synchronous", [], |row| row.get(0)).unwrap();
        let mode: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
        assert_eq!((synchronous, mode.as_str()), (2, "wal"), "2 is FULL");
    }
}

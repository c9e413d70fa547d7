//! Looking at a file without writing a byte of it: whether it is ours, whole, and the one that was written.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::chain::Hash;
use crate::head::{has, last};
use crate::truncation::beginning;
use crate::walk::{Walk, Walked, walk};
use crate::{JournalError, schema};

/// How long to wait for another program's row. A row takes milliseconds; five seconds is a slow disk.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);

/// What a `SQLite` file begins with; a shorter one is none.
const SHORTEST: u64 = 100;

/// What stands where a journal belongs.
#[derive(Debug)]
pub(crate) enum Found {
    /// Nothing.
    Nothing,
    /// Something in which no record is: a file of a few bytes, a database without tables.
    Stub,
    /// A journal.
    Record(Box<Examined>),
}

/// A journal that was looked at.
#[derive(Debug)]
pub(crate) struct Examined {
    /// The walk to its end; none when `SQLite` cannot read all of it, or its tables are not as we made them.
    pub(crate) walk: Option<Walk>,
    /// Whether the rows that had to be there are there, in their order.
    pub(crate) has: Vec<bool>,
    /// The hash of what says where it begins, as far as that can be read; none when no row was taken out.
    pub(crate) beginning: Option<String>,
    /// The last row and its hash, as far as that can be read.
    pub(crate) last: (i64, Hash),
    /// Whether the log beside the file belongs to another one, so that all this is about the file without it.
    pub(crate) foreign_log: bool,
}

impl Examined {
    /// Whether every row is as it was written, and those that had to be there are.
    pub(crate) fn is_sound(&self) -> bool {
        self.walk.is_some_and(|walk| walk.broken().is_none()) && self.has.iter().all(|has| *has)
    }
}

/// Looks at a file, and whether it has these rows with these hashes.
pub(crate) fn examine(path: &Path, rows: &[(i64, String)]) -> Result<Found, JournalError> {
    let length = match std::fs::metadata(path) {
        Ok(metadata) => metadata.len(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Found::Nothing),
        Err(source) => return Err(JournalError::File { path: path.to_owned(), source }),
    };
    if length < SHORTEST {
        return Ok(Found::Stub);
    }
    let mut connection = read_only(path)?;
    let not_ours = || JournalError::NotAJournal { path: path.to_owned() };
    let transaction = connection.transaction()?;
    let number = |pragma: &str| -> Result<i64, JournalError> {
        transaction.query_row(pragma, [], |row| row.get(0)).map_err(|error| match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => not_ours(),
            _ => error.into(),
        })
    };
    let version = number("PRAGMA user_version")?;
    let application = number("PRAGMA application_id")?;
    // A crash of an earlier version, before it wrote its first schema, leaves a database without tables.
    if version == 0
        && application == 0
        && number("SELECT count(*) FROM sqlite_schema").is_ok_and(|it| it == 0)
    {
        return Ok(Found::Stub);
    }
    if application != schema::APPLICATION_ID {
        return Err(not_ours());
    }
    if version > schema::NEWEST {
        return Err(JournalError::NewerSchema { found: version, known: schema::NEWEST });
    }
    let last = last(&transaction).unwrap_or_default();
    let beginning = beginning(&transaction).unwrap_or_default().map(|beginning| beginning.name());
    let walk = unless_damaged(whole(&transaction, version))?.flatten();
    let has = rows.iter().map(|(row, hash)| has(&transaction, *row, hash).unwrap_or(false)).collect();
    Ok(Found::Record(Box::new(Examined { walk, has, beginning, last, foreign_log: false })))
}

/// Opens a file so that nothing of it or of its log is written, now or when it is closed.
pub(crate) fn read_only(path: &Path) -> Result<Connection, JournalError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    Ok(connection)
}

/// The walk to the end of a file whose pages, indexes and tables are as they must be.
fn whole(connection: &Connection, version: i64) -> Result<Option<Walk>, JournalError> {
    let pages: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if pages != "ok" || !schema::is_ours(connection, version)? {
        return Ok(None);
    }
    match walk(connection, Walk::START, u32::MAX)? {
        Walked::ToTheEnd(walk) => Ok(Some(walk)),
        Walked::SoFar(_) => Ok(None),
    }
}

/// None when it failed because the file is damaged; an error when it failed for another reason.
fn unless_damaged<T>(read: Result<T, JournalError>) -> Result<Option<T>, JournalError> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(error) if is_damage(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether the file is to blame, and not the disk, the memory or another program.
pub(crate) fn is_damage(error: &JournalError) -> bool {
    let JournalError::Storage(error) = error else { return matches!(error, JournalError::Damaged { .. }) };
    !matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::SystemIoFailure | ErrorCode::OutOfMemory | ErrorCode::OperationInterrupted)
    )
}

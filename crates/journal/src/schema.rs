//! The tables, and how they came to be. A migration that was released is never edited.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::JournalError;

/// Marks a file as a journal of this app (`GMDj` in ASCII), `SQLite`'s `application_id`.
pub(crate) const APPLICATION_ID: i64 = 0x474D_446A;

/// The newest schema this program knows; `SQLite`'s `user_version`.
pub(crate) const NEWEST: i64 = 4;

// One table for heads and transitions, so that one chain covers both in the order they were written.
//
// The insert trigger is there because `INSERT OR REPLACE` removes a row without asking the delete trigger.
const FIRST: &str = "
PRAGMA application_id = 1196246122;

CREATE TABLE entry (
    seq      INTEGER PRIMARY KEY,
    change   TEXT    NOT NULL,
    at       TEXT    NOT NULL,
    kind     TEXT    NOT NULL,
    body     TEXT    NOT NULL CHECK (json_valid(body)),
    previous BLOB    NOT NULL CHECK (length(previous) = 32),
    hash     BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX entry_of_change ON entry (change, seq);
CREATE UNIQUE INDEX entry_begun ON entry (change) WHERE kind = 'begun';
CREATE INDEX entry_of_tenant ON entry (json_extract(body, '$.organisation.tenantId'), seq) WHERE kind = 'begun';
CREATE INDEX entry_undoes ON entry (json_extract(body, '$.undoes')) WHERE kind = 'begun';

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER entry_follows_the_last BEFORE INSERT ON entry
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entry)
  OR NEW.previous IS NOT coalesce((SELECT hash FROM entry ORDER BY seq DESC LIMIT 1), zeroblob(32))
  OR (NEW.kind = 'begun') IS EXISTS (SELECT 1 FROM entry WHERE change = NEW.change AND kind = 'begun')
BEGIN
    SELECT RAISE(ABORT, 'a row must follow the last one, and its change must be begun once');
END;
";

// A head may name the batch it was confirmed in. It stands in the body, which is hashed, so that no row is touched:
// older ones keep their hashes. The version goes up all the same, for a program that knows no batches must not go on
// in a file that has some. The index is for those who ask for the changes of one batch.
const BATCHES: &str = "
CREATE INDEX entry_of_batch ON entry (json_extract(body, '$.batch'), seq)
    WHERE kind = 'begun' AND json_extract(body, '$.batch') IS NOT NULL;
";

// What a person says of a change that ended is a row of a new kind. No table changes; the version goes up because an
// earlier program would take such a row for damage.
const REMARKS: &str = "";

// The oldest rows may be taken out, as a person wishes: from then on one row of a table of its own says how many those were
// and what the chain goes on from. Its triggers, like those of the rows, are taken away and put back in the one
// transaction that truncates.
const TRUNCATION: &str = "
CREATE TABLE truncation (
    row      INTEGER NOT NULL CHECK (row > 0),
    last     BLOB    NOT NULL CHECK (length(last) = 32),
    at       TEXT    NOT NULL,
    hash     BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER truncation_is_never_changed BEFORE UPDATE ON truncation
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER truncation_is_never_removed BEFORE DELETE ON truncation
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER truncation_comes_first BEFORE INSERT ON truncation
WHEN EXISTS (SELECT 1 FROM entry) OR EXISTS (SELECT 1 FROM truncation)
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

DROP TRIGGER entry_follows_the_last;

CREATE TRIGGER entry_follows_the_last BEFORE INSERT ON entry
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), (SELECT row FROM truncation), 0) + 1 FROM entry)
  OR NEW.previous IS NOT coalesce(
        (SELECT hash FROM entry ORDER BY seq DESC LIMIT 1), (SELECT last FROM truncation), zeroblob(32))
  OR (NEW.kind = 'begun') IS EXISTS (SELECT 1 FROM entry WHERE change = NEW.change AND kind = 'begun')
BEGIN
    SELECT RAISE(ABORT, 'a row must follow the last one, and its change must be begun once');
END;
";

const STEPS: &[M<'static>] = &[M::up(FIRST), M::up(BATCHES), M::up(REMARKS), M::up(TRUNCATION)];
pub(crate) const MIGRATIONS: Migrations<'static> = Migrations::from_slice(STEPS);

/// Brings the tables to the newest schema. The caller has made sure that the file is not newer still.
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "another crate's errors: what it tells apart later is none of these"
)]
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), JournalError> {
    MIGRATIONS.to_latest(connection).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => JournalError::from(err),
        other => JournalError::Damaged { row: 0, what: other.to_string() },
    })
}

/// Whether the tables, indexes and triggers are those that this version has, to the letter. Somebody may have taken the
/// triggers away that keep rows as they are, or put one there that changes what is written.
pub(crate) fn is_ours(connection: &Connection, version: i64) -> Result<bool, JournalError> {
    let mut ours = Connection::open_in_memory()?;
    let version = usize::try_from(version).unwrap_or_default();
    MIGRATIONS
        .to_version(&mut ours, version)
        .map_err(|error| JournalError::Damaged { row: 0, what: error.to_string() })?;
    Ok(tables(&ours)? == tables(connection)?)
}

type Table = (String, String, String, Option<String>);

fn tables(connection: &Connection) -> Result<Vec<Table>, JournalError> {
    let mut statement =
        connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")?;
    let tables = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    Ok(tables.collect::<Result<_, _>>()?)
}

/// The trigger that orders the rows.
pub(crate) const ORDER: &str = "entry_follows_the_last";

/// The triggers that stand in the way of whoever takes the oldest rows out.
pub(crate) const LASTING: [&str; 3] =
    ["entry_is_never_removed", "truncation_is_never_removed", "truncation_comes_first"];

/// Takes these triggers away, and says what puts them back to the letter.
pub(crate) fn without(connection: &Connection, triggers: &[&str]) -> Result<String, JournalError> {
    let mut made = String::new();
    for trigger in triggers {
        let sql = "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?1";
        made += &connection.query_row(sql, [trigger], |row| row.get::<_, String>(0))?;
        made += ";\n";
        connection.execute_batch(&format!("DROP TRIGGER {trigger}"))?;
    }
    Ok(made)
}

/// Whether this file can say that rows were taken out of it.
pub(crate) fn has_truncation(connection: &Connection) -> Result<bool, JournalError> {
    let mut statement = connection
        .prepare_cached("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'truncation'")?;
    Ok(statement.exists([])?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_migration_runs_on_an_empty_file_and_the_newest_is_the_one_we_say() {
        MIGRATIONS.validate().unwrap();
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
        let application: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0)).unwrap();
        assert_eq!((version, application), (NEWEST, APPLICATION_ID));
    }
}

//! The tables. A migration that was released is never edited.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::SurveysError;

/// Marks a file as one of this crate (`GMDs` in ASCII), `SQLite`'s `application_id`.
const APPLICATION_ID: i64 = 0x474D_4473;

/// The newest schema this program knows; `SQLite`'s `user_version`.
const NEWEST: i64 = 1;

// A guest waits for a second look while `listed` is there, and has a result afterwards; of whom nothing is wrong, the
// result is empty, so that a page that is read twice brings nobody in again.
const FIRST: &str = "
PRAGMA application_id = 1196246131;

CREATE TABLE survey (
    seq     INTEGER PRIMARY KEY AUTOINCREMENT,
    id      TEXT NOT NULL UNIQUE,
    tenant  TEXT NOT NULL,
    account TEXT NOT NULL,
    state   TEXT NOT NULL
) STRICT;

CREATE TABLE guest (
    seq    INTEGER PRIMARY KEY AUTOINCREMENT,
    survey TEXT NOT NULL REFERENCES survey (id) ON DELETE CASCADE,
    id     TEXT NOT NULL,
    listed TEXT,
    result TEXT,
    UNIQUE (survey, id)
) STRICT;

CREATE INDEX guest_waiting ON guest (survey, seq) WHERE listed IS NOT NULL;
";

/// Brings a file to the newest schema. One of another program, or of a newer version, is refused.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), SurveysError> {
    let pragma = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let (application, version) = (pragma("application_id")?, pragma("user_version")?);
    if version > NEWEST {
        return Err(SurveysError::Newer { found: version });
    }
    if application != APPLICATION_ID && (application, version) != (0, 0) {
        return Err(SurveysError::NotOurs);
    }
    Migrations::new(vec![M::up(FIRST)]).to_latest(connection).map_err(SurveysError::Migration)
}

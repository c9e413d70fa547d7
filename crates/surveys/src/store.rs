//! The file, and what is asked of it.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension as _, params};

use crate::schema;

/// How long a statement waits for another process that has the file.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why something was not kept, or not found.
#[derive(Debug, thiserror::Error)]
pub enum SurveysError {
    /// SQLite could not do it.
    #[error("the checks cannot be kept: {0}")]
    Database(#[from] rusqlite::Error),
    /// The tables could not be made.
    #[error("the checks cannot be kept: {0}")]
    Migration(rusqlite_migration::Error),
    /// The file was written for a newer program; it is not touched.
    #[error("the checks have version {found}, which is newer than this program")]
    Newer {
        /// Its version.
        found: i64,
    },
    /// The file belongs to another program; it is not touched.
    #[error("the file is not one of this program")]
    NotOurs,
    /// The file cannot be made or replaced.
    #[error("the file {path:?} cannot be used: {source}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The work was broken off.
    #[error("what was asked of the checks was broken off")]
    BrokenOff,
}

/// Whose surveys they are: what one account sees another may not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// The organisation.
    pub tenant: String,
    /// The account that looked.
    pub account: String,
}

/// What a second look at a guest came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Object id.
    pub guest: String,
    /// What is wrong; none when nothing is.
    pub result: Option<String>,
}

/// The newest survey of somebody, and what is left of the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: String,
    /// How far it came.
    pub state: String,
    /// With whom something is wrong, by object id, in the order found.
    pub found: Vec<(String, String)>,
    /// How many were looked at, whatever came of it.
    pub examined: usize,
    /// How many wait for a second look.
    pub waiting: usize,
    /// The one before it: how far it had come, and with whom something was wrong.
    pub before: Option<(String, Vec<(String, String)>)>,
}

/// The kept surveys. Cheap to clone; clones share one file.
#[derive(Debug, Clone)]
pub struct Surveys {
    /// None until something is first asked of one that is kept in memory.
    connection: Arc<Mutex<Option<Connection>>>,
}

impl Surveys {
    /// Opens the file, or makes it (mode 0600 on Unix). One that is damaged is begun anew. The folder must be there.
    /// Blocks for as long as the disk takes.
    pub fn open(path: &Path) -> Result<Self, SurveysError> {
        match opened(path) {
            Err(SurveysError::Database(error)) if is_damaged(&error) => {
                remove(path)?;
                Self::of(opened(path)?)
            }
            opened => Self::of(opened?),
        }
    }

    /// Surveys that are gone when the last clone is.
    #[must_use]
    pub fn in_memory() -> Self {
        Self { connection: Arc::default() }
    }

    fn of(connection: Connection) -> Result<Self, SurveysError> {
        Ok(Self { connection: Arc::new(Mutex::new(Some(ready(connection)?))) })
    }

    /// Begins a survey. The newest of this owner stays, as the one before it; what is older goes.
    pub async fn begin(&self, id: &str, owner: &Owner, state: &str) -> Result<(), SurveysError> {
        let (id, owner, state) = (id.to_owned(), owner.clone(), state.to_owned());
        self.ask(move |connection| {
            let writing = connection.transaction()?;
            writing.execute(
                "DELETE FROM survey WHERE tenant = ?1 AND account = ?2 AND seq <
                 (SELECT max(seq) FROM survey WHERE tenant = ?1 AND account = ?2)",
                params![owner.tenant, owner.account],
            )?;
            writing.execute(
                "INSERT INTO survey (id, tenant, account, state) VALUES (?1, ?2, ?3, ?4)",
                params![id, owner.tenant, owner.account, state],
            )?;
            Ok(writing.commit()?)
        })
        .await
    }

    /// Adds guests who wait for a second look, and how far the survey came by that, in one go: after a crash both are
    /// there or neither. Somebody who is there already is not added again. How many were new.
    pub async fn add(
        &self,
        id: &str,
        guests: Vec<(String, String)>,
        state: &str,
    ) -> Result<usize, SurveysError> {
        let (id, state) = (id.to_owned(), state.to_owned());
        self.ask(move |connection| {
            let writing = connection.transaction()?;
            let mut new = 0;
            {
                let mut add = writing.prepare_cached(
                    "INSERT INTO guest (survey, id, listed) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                )?;
                for (guest, listed) in &guests {
                    new += add.execute(params![id, guest, listed])?;
                }
            }
            set_state(&writing, &id, &state)?;
            writing.commit()?;
            Ok(new)
        })
        .await
    }

    /// The next guests who wait for a second look, as they were listed.
    pub async fn waiting(&self, id: &str, most: u32) -> Result<Vec<(String, String)>, SurveysError> {
        let id = id.to_owned();
        self.ask(move |connection| {
            let mut waiting = connection.prepare_cached(
                "SELECT id, listed FROM guest WHERE survey = ?1 AND listed IS NOT NULL ORDER BY seq LIMIT ?2",
            )?;
            let rows = waiting.query_map(params![id, most], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Writes what second looks came to, and how far the survey came by that, in one go. What was listed of these guests
    /// goes.
    pub async fn settle(&self, id: &str, found: Vec<Found>, state: &str) -> Result<(), SurveysError> {
        let (id, state) = (id.to_owned(), state.to_owned());
        self.ask(move |connection| {
            let writing = connection.transaction()?;
            {
                let mut settle = writing.prepare_cached(
                    "UPDATE guest SET listed = NULL, result = ?3 WHERE survey = ?1 AND id = ?2",
                )?;
                for Found { guest, result } in &found {
                    settle.execute(params![id, guest, result])?;
                }
            }
            set_state(&writing, &id, &state)?;
            Ok(writing.commit()?)
        })
        .await
    }

    /// Writes how far a survey came, and nothing else.
    pub async fn note(&self, id: &str, state: &str) -> Result<(), SurveysError> {
        let (id, state) = (id.to_owned(), state.to_owned());
        self.ask(move |connection| set_state(connection, &id, &state)).await
    }

    /// The newest survey of this owner.
    pub async fn kept(&self, owner: &Owner) -> Result<Option<Kept>, SurveysError> {
        let owner = owner.clone();
        self.ask(move |connection| kept(connection, &owner)).await
    }

    /// Everything that was found about some guests goes, whoever looked: those of whom what was listed, or what came of
    /// it, passes the test. Their object ids, each once.
    pub async fn forget_guests(
        &self,
        is_one: impl Fn(&str) -> bool + Send + 'static,
    ) -> Result<BTreeSet<String>, SurveysError> {
        self.ask(move |connection| {
            let writing = connection.transaction()?;
            let mut gone = BTreeSet::new();
            {
                let mut all = writing.prepare("SELECT seq, id, coalesce(result, listed) FROM guest")?;
                let mut rows = all.query([])?;
                while let Some(row) = rows.next()? {
                    if row.get::<_, Option<String>>(2)?.is_some_and(|text| is_one(&text)) {
                        writing.execute("DELETE FROM guest WHERE seq = ?1", [row.get::<_, i64>(0)?])?;
                        gone.insert(row.get(1)?);
                    }
                }
            }
            writing.commit()?;
            write_log_back(connection)?;
            Ok(gone)
        })
        .await
    }

    /// Everything goes, whoever looked; of one organisation, where one is named.
    pub async fn forget(&self, tenant: Option<&str>) -> Result<(), SurveysError> {
        let tenant = tenant.map(str::to_owned);
        self.ask(move |connection| {
            connection.execute("DELETE FROM survey WHERE ?1 IS NULL OR tenant = ?1", [tenant])?;
            write_log_back(connection)
        })
        .await
    }

    async fn ask<T, F>(&self, task: F) -> Result<T, SurveysError>
    where
        T: Send + 'static,
        F: FnOnce(&mut Connection) -> Result<T, SurveysError> + Send + 'static,
    {
        let connection = Arc::clone(&self.connection);
        let done = tokio::task::spawn_blocking(move || {
            let mut open = connection.lock().unwrap_or_else(PoisonError::into_inner);
            let connection = match open.take() {
                Some(connection) => connection,
                None => ready(Connection::open_in_memory()?)?,
            };
            task(open.insert(connection))
        });
        done.await.map_err(|_| SurveysError::BrokenOff)?
    }
}

fn ready(mut connection: Connection) -> Result<Connection, SurveysError> {
    connection.pragma_update(None, "foreign_keys", true)?;
    schema::migrate(&mut connection)?;
    Ok(connection)
}

/// What went is in the log otherwise, until it is written over one day.
fn write_log_back(connection: &Connection) -> Result<(), SurveysError> {
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

fn set_state(connection: &Connection, id: &str, state: &str) -> Result<(), SurveysError> {
    connection.execute("UPDATE survey SET state = ?2 WHERE id = ?1", params![id, state])?;
    Ok(())
}

fn kept(connection: &Connection, owner: &Owner) -> Result<Option<Kept>, SurveysError> {
    let mut newest = connection.prepare(
        "SELECT id, state FROM survey WHERE tenant = ?1 AND account = ?2 ORDER BY seq DESC LIMIT 2",
    )?;
    let of = params![owner.tenant, owner.account];
    let surveys: Vec<(String, String)> =
        newest.query_map(of, |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    let mut surveys = surveys.into_iter();
    let Some((id, state)) = surveys.next() else { return Ok(None) };
    let before = match surveys.next() {
        Some((before, state)) => Some((state, found(connection, &before)?)),
        None => None,
    };
    let count = |clause: &str| {
        let count = format!("SELECT count(*) FROM guest WHERE survey = ?1 AND listed IS {clause}");
        let count = connection.query_row(&count, [&id], |row| row.get::<_, i64>(0)).optional()?;
        Ok::<_, SurveysError>(usize::try_from(count.unwrap_or_default()).unwrap_or_default())
    };
    let (examined, waiting) = (count("NULL")?, count("NOT NULL")?);
    Ok(Some(Kept { found: found(connection, &id)?, id, state, examined, waiting, before }))
}

fn found(connection: &Connection, id: &str) -> Result<Vec<(String, String)>, SurveysError> {
    let mut found = connection
        .prepare("SELECT id, result FROM guest WHERE survey = ?1 AND result IS NOT NULL ORDER BY seq")?;
    let rows = found.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn opened(path: &Path) -> Result<Connection, SurveysError> {
    make(path).map_err(|source| SurveysError::File { path: path.to_owned(), source })?;
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // It is no record: what the last second brought may be lost with the power, and is asked for again.
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "trusted_schema", false)?;
    // What somebody wants gone is written over.
    connection.pragma_update(None, "secure_delete", true)?;
    // Touches the file: that it is damaged, or no database at all, shows here.
    connection
        .query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0))
        .and_then(|said| {
            if said == "ok" {
                Ok(connection)
            } else {
                let damaged = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT);
                Err(rusqlite::Error::SqliteFailure(damaged, Some(said)))
            }
        })
        .map_err(SurveysError::Database)
}

/// An empty file, its owner's only, where none is.
fn make(path: &Path) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

fn is_damaged(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
}

/// Removes a damaged file, with what lies beside it.
fn remove(path: &Path) -> Result<(), SurveysError> {
    for end in ["", "-wal", "-shm"] {
        let mut beside = path.as_os_str().to_owned();
        beside.push(end);
        match fs::remove_file(&beside) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(SurveysError::File { path: beside.into(), source: error });
            }
            _ => {}
        }
    }
    Ok(())
}

//! Which change was taken back by which: read in the order of writing, so that it ends whatever stands there.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, Row, params};

use crate::records::{put_together, text};
use crate::state::ChangeStatus;
use crate::{ChangeId, JournalError};

/// The newest change that took each one back, unless that was itself taken back.
#[derive(Debug, Default)]
pub(crate) struct Undone(HashMap<String, ChangeId>);

/// A change that takes another back.
struct Undoing {
    seq: i64,
    change: String,
    undoes: String,
}

impl Undone {
    /// For all changes there are: one pass over those that take something back.
    pub(crate) fn of_all(connection: &Connection) -> Result<Self, JournalError> {
        let mut statement = connection.prepare_cached(
            "SELECT seq, change, CAST(json_extract(body, '$.undoes') AS TEXT) FROM entry
             WHERE kind = 'begun' AND json_extract(body, '$.undoes') IS NOT NULL",
        )?;
        let undoing = |row: &Row<'_>| {
            Ok(Undoing { seq: row.get(0)?, change: text(row, 1).to_owned(), undoes: text(row, 2).to_owned() })
        };
        let found = statement.query_map([], undoing)?.collect::<Result<_, _>>()?;
        Self::resolve(connection, found)
    }

    /// For one change: what takes it back, what takes that back, and so on.
    pub(crate) fn of(connection: &Connection, id: ChangeId) -> Result<Self, JournalError> {
        let mut statement = connection.prepare_cached(
            "SELECT seq, change FROM entry WHERE kind = 'begun' AND json_extract(body, '$.undoes') = ?1",
        )?;
        let (mut waiting, mut met, mut found) = (vec![id.to_string()], HashSet::new(), Vec::new());
        while let Some(undoes) = waiting.pop() {
            let mut rows = statement.query(params![undoes])?;
            while let Some(row) = rows.next()? {
                let (seq, change): (i64, String) = (row.get(0)?, text(row, 1).to_owned());
                if met.insert(change.clone()) {
                    waiting.push(change.clone());
                    found.push(Undoing { seq, change, undoes: undoes.clone() });
                }
            }
        }
        Self::resolve(connection, found)
    }

    /// The change that took this one back.
    pub(crate) fn by(&self, id: ChangeId) -> Option<ChangeId> {
        self.0.get(&id.to_string()).copied()
    }

    /// The newest first: whether a change that takes another back still stands is known when its turn comes, since only
    /// later ones can have taken it back. One that claims to take back itself or a later one comes too early for that,
    /// and takes nothing back; the walk along the chain calls it damage.
    fn resolve(connection: &Connection, mut all: Vec<Undoing>) -> Result<Self, JournalError> {
        all.sort_unstable_by_key(|undoing| std::cmp::Reverse(undoing.seq));
        let (mut undone, mut passed) = (Self::default(), HashSet::new());
        for Undoing { change, undoes, .. } in all {
            let Ok(id) = change.parse::<ChangeId>() else { continue };
            passed.insert(change.clone());
            if !undone.0.contains_key(&change)
                && !passed.contains(&undoes)
                && took_effect(connection, &change)?
            {
                undone.0.entry(undoes).or_insert(id);
            }
        }
        Ok(undone)
    }
}

/// Whether a change did what it set out to do. Only its end tells, and what was read back after it.
fn took_effect(connection: &Connection, change: &str) -> Result<bool, JournalError> {
    let mut statement = connection.prepare_cached(
        "SELECT kind, body FROM entry
         WHERE change = ?1 AND kind IN ('finished', 'abandoned', 'verified') ORDER BY seq",
    )?;
    let mut rows = statement.query(params![change])?;
    let mut transitions = Vec::new();
    while let Some(row) = rows.next()? {
        // What cannot be understood proves nothing; the record says that it is damaged.
        transitions.extend(put_together(text(row, 0), text(row, 1)).ok());
    }
    Ok(ChangeStatus::of(&transitions).took_effect())
}

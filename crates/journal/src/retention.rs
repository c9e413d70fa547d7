//! How long rows stay: which of the oldest may go, and taking them out. Only from the beginning, in whole changes, and
//! never one that another row that stays has need of.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use rusqlite::Connection;

use crate::head::has;
use crate::records::{Unsound, text, unended};
use crate::truncation::{self, Beginning, beginning};
use crate::{ChangeId, JournalError, schema};

/// Which rows may go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retention {
    /// Rows of before this.
    pub before: Timestamp,
    /// Changes that stay however old they are, and with them all that was begun after them.
    pub needed: BTreeSet<ChangeId>,
}

/// What may go, or went, and what stays although it is as old.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Removable {
    /// Changes that may go.
    pub changes: u64,
    /// Changes of before that time which stay: they, or one before them, are needed.
    pub stay: u64,
    /// The last row that may go; 0 for none.
    pub(crate) row: i64,
}

/// The rows of one change and of all that it took back or that took it back: they go together or stay.
#[derive(Debug, Clone, Copy)]
struct Together {
    last: i64,
    needed: bool,
}

/// Every row that is left, by the group of changes it belongs to.
#[derive(Default)]
struct Groups {
    /// The row, its group before any were joined, and whether it begins a change; where it is too young, none.
    rows: Vec<(i64, usize, bool)>,
    of_change: HashMap<String, usize>,
    parent: Vec<usize>,
}

impl Groups {
    fn read(connection: &Connection) -> Result<(Self, Vec<String>), JournalError> {
        let mut statement = connection.prepare(
            "SELECT seq, change, at, kind, CASE kind WHEN 'begun' THEN json_extract(body, '$.undoes') END
             FROM entry ORDER BY seq",
        )?;
        let mut found = statement.query([])?;
        let (mut groups, mut times) = (Self::default(), Vec::new());
        while let Some(row) = found.next()? {
            let group = groups.group(text(row, 1));
            if let Some(&undone) = groups.of_change.get(text(row, 4)) {
                groups.join(group, undone);
            }
            groups.rows.push((row.get(0)?, group, text(row, 3) == "begun"));
            times.push(text(row, 2).to_owned());
        }
        Ok((groups, times))
    }

    fn group(&mut self, change: &str) -> usize {
        if let Some(&group) = self.of_change.get(change) {
            return group;
        }
        let group = self.parent.len();
        self.parent.push(group);
        self.of_change.insert(change.to_owned(), group);
        group
    }

    fn root(&mut self, mut group: usize) -> usize {
        while self.parent[group] != group {
            // Half of the way is cut with each step, so that a chain of undoes costs what it is long, once.
            self.parent[group] = self.parent[self.parent[group]];
            group = self.parent[group];
        }
        group
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.parent[one] = other;
    }

    fn together(&mut self, needed: &BTreeSet<String>) -> Vec<Together> {
        let mut all = vec![Together { last: 0, needed: false }; self.parent.len()];
        for at in 0..self.rows.len() {
            let (row, group, _) = self.rows[at];
            let root = self.root(group);
            all[root].last = all[root].last.max(row);
        }
        for change in needed {
            if let Some(&group) = self.of_change.get(change) {
                all[self.root(group)].needed = true;
            }
        }
        all
    }
}

/// What may go by this rule.
pub(crate) fn removable(
    connection: &Connection,
    unsound: Unsound,
    retention: &Retention,
) -> Result<Removable, JournalError> {
    let mut needed: BTreeSet<String> = retention.needed.iter().map(ToString::to_string).collect();
    needed.extend(unended(connection, unsound)?.iter().map(ToString::to_string));
    let (mut groups, times) = Groups::read(connection)?;
    let together = groups.together(&needed);
    let (mut found, mut begun, mut reach, mut stopped) = (Removable::default(), 0, 0, false);
    for (at, time) in times.iter().enumerate() {
        if !time.parse::<Timestamp>().is_ok_and(|time| time < retention.before) {
            break;
        }
        let (row, group, begins) = groups.rows[at];
        begun += u64::from(begins);
        let of = together[groups.root(group)];
        stopped |= of.needed;
        reach = reach.max(of.last);
        if !stopped && reach == row {
            found = Removable { changes: begun, stay: 0, row };
        }
    }
    Ok(Removable { stay: begun - found.changes, ..found })
}

/// Takes the rows up to this one out, in the caller's transaction, and says where the record begins then.
pub(crate) fn take_out(connection: &Connection, row: i64, at: Timestamp) -> Result<Beginning, JournalError> {
    let last = connection.query_row("SELECT hash FROM entry WHERE seq = ?1", [row], |found| found.get(0))?;
    let new = Beginning::after(row, last, at);
    let triggers = schema::without(connection, &schema::LASTING)?;
    connection.execute("DELETE FROM entry WHERE seq <= ?1", [row])?;
    connection.execute("DELETE FROM truncation", [])?;
    truncation::write(connection, &new)?;
    connection.execute_batch(&triggers)?;
    // Before anybody is asked to commit it: what is left chains on from what was taken out.
    let stands = beginning(connection)?.as_ref() == Some(&new) && has(connection, row, &new.last_name())?;
    if stands { Ok(new) } else { Err(JournalError::NotWhole) }
}

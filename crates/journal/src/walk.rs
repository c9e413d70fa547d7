//! The walk along the chain of hashes, from the first row to the last, past every row that does not fit.

use rusqlite::{Connection, Row, params};

use crate::chain::{Content, Hash, NOTHING_BEFORE, hexadecimal};
use crate::records::text;
use crate::truncation::beginning;
use crate::{Chain, JournalError};

/// How far a walk along the chain has come.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Walk {
    /// The first row that may come next.
    next: i64,
    rows: u64,
    last: Hash,
    broken: Option<Broken>,
}

/// The rows that do not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Broken {
    /// The first of them.
    pub(crate) first: i64,
    /// How many rows come before it.
    pub(crate) before: u64,
    /// The last of them. What was written after it chains on; of what stands before it nobody can say whether it is
    /// all there.
    pub(crate) last: i64,
    /// Which rows they are and what stands in them, as one number: the name of the damage.
    pub(crate) damage: Hash,
}

impl Walk {
    /// Before the first row, whatever number somebody may have given it.
    pub(crate) const START: Self = Self { next: i64::MIN, rows: 0, last: NOTHING_BEFORE, broken: None };

    /// The rows that do not fit, of those that were walked.
    pub(crate) fn broken(self) -> Option<Broken> {
        self.broken
    }

    /// How many rows were walked, and taken out before them.
    pub(crate) fn rows(self) -> u64 {
        self.rows
    }

    /// What the walk proves.
    pub(crate) fn chain(self) -> Chain {
        match self.broken {
            Some(Broken { first, .. }) => Chain::Broken { row: first },
            None => Chain::Whole { rows: self.rows, head: hexadecimal(&self.last) },
        }
    }

    /// The same from where the record begins, which may be further on than a moment ago. What stands there before is
    /// walked, and does not fit.
    fn past_what_was_taken_out(self, connection: &Connection) -> Result<Self, JournalError> {
        let beginning = beginning(connection)?.filter(|beginning| beginning.rows() > self.rows);
        Ok(beginning.map_or(self, |beginning| {
            let from = Self { rows: beginning.rows(), last: beginning.last, ..self };
            if beginning.is_sound() {
                from
            } else {
                self.past(beginning.row, beginning.last, false).as_far_as(from)
            }
        }))
    }

    /// As far as another one, with what was found here.
    fn as_far_as(self, other: Self) -> Self {
        Self { broken: self.broken, ..other }
    }

    fn past(self, seq: i64, hash: Hash, fits: bool) -> Self {
        let before = self.broken.unwrap_or(Broken {
            first: seq,
            before: self.rows,
            last: seq,
            damage: NOTHING_BEFORE,
        });
        let nothing = Content { seq, change: "", at: "", kind: "", body: &hexadecimal(&hash) };
        let damage = || nothing.hash(&before.damage);
        let broken = if fits { self.broken } else { Some(Broken { last: seq, damage: damage(), ..before }) };
        Self { next: seq.saturating_add(1), rows: self.rows + 1, last: hash, broken }
    }
}

/// Where a walk is after some rows.
pub(crate) enum Walked {
    /// There may be more rows.
    SoFar(Walk),
    /// At the end of the file.
    ToTheEnd(Walk),
}

/// Walks along the chain by at most so many rows, each held in memory by itself.
pub(crate) fn walk(connection: &Connection, walk: Walk, at_most: u32) -> Result<Walked, JournalError> {
    let mut walk = walk.past_what_was_taken_out(connection)?;
    let mut statement = connection.prepare_cached(
        "SELECT seq, change, at, kind, body, previous, hash FROM entry NOT INDEXED
         WHERE seq >= ?1 ORDER BY seq LIMIT ?2",
    )?;
    let mut found = statement.query(params![walk.next, at_most])?;
    let mut walked = 0;
    while let Some(row) = found.next()? {
        let seq: i64 = row.get(0)?;
        // What is no hash at all has nothing chained to it, so that the next row does not fit either.
        let written: Hash = row.get(6).unwrap_or(NOTHING_BEFORE);
        let fits = fits(row, seq, &walk.last, &written) && undoes_what_was_there(connection, row, seq)?;
        walk = walk.past(seq, written, fits);
        walked += 1;
        if seq == i64::MAX {
            return Ok(Walked::ToTheEnd(walk));
        }
    }
    Ok(if walked == at_most { Walked::SoFar(walk) } else { Walked::ToTheEnd(walk) })
}

fn fits(row: &Row<'_>, seq: i64, last: &Hash, written: &Hash) -> bool {
    let text = |column: usize| row.get_ref(column).ok().and_then(|value| value.as_str().ok());
    let (Some(change), Some(at), Some(kind), Some(body)) = (text(1), text(2), text(3), text(4)) else {
        return false;
    };
    let content = Content { seq, change, at, kind, body };
    row.get(5).is_ok_and(|previous: Hash| previous == *last) && content.hash(last) == *written
}

/// A change takes back one that began before it: this journal writes no other. One that takes back itself or a later
/// one is damage, however well it is hashed, and closes circles.
fn undoes_what_was_there(connection: &Connection, row: &Row<'_>, seq: i64) -> Result<bool, JournalError> {
    #[derive(serde::Deserialize)]
    struct Undoing<'a> {
        #[serde(borrow)]
        undoes: Option<std::borrow::Cow<'a, str>>,
    }
    if text(row, 3) != "begun" {
        return Ok(true);
    }
    let Ok(head) = serde_json::from_str::<Undoing<'_>>(text(row, 4)) else { return Ok(false) };
    let Some(undone) = head.undoes else { return Ok(true) };
    let mut earlier =
        connection.prepare_cached("SELECT 1 FROM entry WHERE change = ?1 AND kind = 'begun' AND seq < ?2")?;
    Ok(earlier.exists(params![undone, seq])?)
}

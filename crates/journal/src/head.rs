//! The head of the chain, kept apart from it: what the chain itself cannot show, that rows were cut off its end.
//!
//! Where it is kept is the caller's; this crate says what it must be able to do.

use rusqlite::{Connection, OptionalExtension as _, params};

use crate::JournalError;
use crate::chain::{Hash, NOTHING_BEFORE, hexadecimal};

/// The last row, as it is kept apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its place in the file; 0 when there is none yet.
    pub row: i64,
    /// Its hash, in hexadecimal.
    pub hash: String,
    /// The last row that was left when rows were once seen to be missing at the end. What was begun before it may lack
    /// some.
    pub cut_after: Option<i64>,
}

/// What was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KnownHead {
    /// The head, as it was last handed over.
    Head(Head),
    /// None was ever handed over.
    Nothing,
    /// One was, and it is gone or cannot be opened.
    Lost,
    /// There is nowhere to keep one.
    Nowhere,
}

/// Keeps the head of the chain where whoever can write the journal's file cannot forge it.
pub trait StoresHead: Send {
    /// Whether there seems to be one, told without asking anybody anything.
    fn exists(&self) -> bool;

    /// What was last handed over. May take as long as it takes to ask the person. Asked once, and only when there is a
    /// journal or [`Self::exists`].
    fn kept(&mut self) -> KnownHead;

    /// Takes the head after a row was written. False when it cannot be kept.
    fn store(&mut self, head: &Head) -> bool;
}

/// What is known of the end of the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Every row that was written is there, by the head that was kept apart.
    Whole,
    /// Rows that were written are missing at the end, or are not those that were written.
    CutOff,
    /// The head that was kept apart is gone or cannot be opened: whether rows are missing cannot be told.
    Unknown,
    /// No head is kept apart: that rows were cut off the end would not be noticed.
    Unkept,
}

/// The head, and who keeps it.
pub(crate) struct Apart {
    keeper: Option<Box<dyn StoresHead>>,
    /// The last row that is known to have been written.
    pub(crate) known: Head,
    lost: bool,
    kept: bool,
}

impl Apart {
    /// Asks for what was kept, if there is reason to.
    pub(crate) fn new(keeper: Option<Box<dyn StoresHead>>, journal_is_there: bool) -> Self {
        let mut apart = Self { keeper, known: NONE_YET, lost: false, kept: false };
        let asked = apart.keeper.as_mut().filter(|keeper| journal_is_there || keeper.exists());
        match asked.map(|keeper| keeper.kept()) {
            Some(KnownHead::Head(head)) => apart.known = head,
            Some(KnownHead::Lost) => apart.lost = true,
            // Not asked again by a row: the person would be asked once more.
            Some(KnownHead::Nowhere) => apart.keeper = None,
            Some(KnownHead::Nothing) | None => {}
        }
        apart
    }

    pub(crate) fn end(&self) -> End {
        match self {
            Self { known: Head { cut_after: Some(_), .. }, .. } => End::CutOff,
            Self { lost: true, .. } => End::Unknown,
            Self { kept: false, .. } => End::Unkept,
            _ => End::Whole,
        }
    }

    /// Compares the file with what is known to have been written, and goes on from where it stands. Rows that chain on
    /// from the head are accepted: between a row and its head the app may have been killed.
    pub(crate) fn compare(&mut self, connection: &Connection) -> Result<(), JournalError> {
        let there = self.is_in(connection)?;
        let (row, hash) = last(connection)?;
        if !there {
            self.known.cut_after = Some(row);
        }
        self.keep(row, &hash);
        Ok(())
    }

    /// Whether a head was kept, so that the file can be compared with it.
    pub(crate) fn is_known(&self) -> bool {
        self.known.row > 0
    }

    /// Whether the row that was last known to have been written is there, and is that one.
    pub(crate) fn is_in(&self, connection: &Connection) -> Result<bool, JournalError> {
        has(connection, self.known.row, &self.known.hash)
    }

    /// Rows that stood there are set aside with their file.
    pub(crate) fn cut(&mut self, after: i64) {
        self.known.cut_after = Some(after);
    }

    /// Keeps the last row. One that is kept already is not written again.
    pub(crate) fn keep(&mut self, row: i64, hash: &Hash) {
        let head = Head { row, hash: hexadecimal(hash), cut_after: self.known.cut_after };
        if self.kept && head == self.known {
            return;
        }
        let nothing_yet = row == 0 && head.cut_after.is_none() && !self.lost;
        self.known = head;
        // A journal without a row needs no head, and nobody is asked for a keyring on its account.
        self.kept = nothing_yet || self.keeper.as_mut().is_some_and(|keeper| keeper.store(&self.known));
        self.kept &= self.keeper.is_some();
    }
}

const NONE_YET: Head = Head { row: 0, hash: String::new(), cut_after: None };

/// Whether the file has this row with this hash; "no row yet" it always has.
pub(crate) fn has(connection: &Connection, row: i64, hash: &str) -> Result<bool, JournalError> {
    let mut statement = connection.prepare_cached("SELECT hash FROM entry WHERE seq = ?1")?;
    let found: Option<Hash> = statement.query_row(params![row], |found| found.get(0)).optional()?;
    Ok(row == 0 || found.is_some_and(|found| hexadecimal(&found) == hash))
}

/// The last row and its hash.
pub(crate) fn last(connection: &Connection) -> Result<(i64, Hash), JournalError> {
    let mut statement = connection.prepare_cached("SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1")?;
    let last = statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    Ok(last.unwrap_or((0, NOTHING_BEFORE)))
}

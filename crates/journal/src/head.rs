//! The head of the chain, kept apart from it: what the chain itself cannot show, that rows were cut off its end.
//!
//! Where it is kept is the caller's; this crate says what it must be able to do.

use rusqlite::{Connection, OptionalExtension as _, params};

use crate::JournalError;
use crate::chain::{Hash, NOTHING_BEFORE, hexadecimal};
use crate::truncation::beginning;

/// The last row, as it is kept apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its place in the file; 0 when there is none yet.
    pub row: i64,
    /// Its hash, in hexadecimal.
    pub hash: String,
    /// The last row that was left when rows were once seen to be missing. What was begun before it may lack some.
    pub cut_after: Option<i64>,
    /// The hash of what says where the record begins, in hexadecimal; none when no row was ever taken out.
    pub truncation: Option<String>,
    /// The same of a truncation that was about to be made when this was handed over: it may stand in the file, or not.
    pub announced: Option<String>,
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
    /// Rows that were written are missing at the end, or are not those that were written; or some are missing at the
    /// beginning that this journal did not take out.
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
    /// One may be kept somewhere that cannot be read now.
    elsewhere: bool,
}

impl Apart {
    /// Asks for what was kept, if there is reason to.
    pub(crate) fn new(keeper: Option<Box<dyn StoresHead>>, journal_is_there: bool) -> Self {
        let mut apart = Self { keeper, known: NONE_YET, lost: false, kept: false, elsewhere: false };
        let asked = apart.keeper.as_mut().filter(|keeper| journal_is_there || keeper.exists());
        match asked.map(|keeper| keeper.kept()) {
            Some(KnownHead::Head(head)) => apart.known = head,
            Some(KnownHead::Lost) => apart.lost = true,
            // Not asked again by a row: the person would be asked once more.
            Some(KnownHead::Nowhere) => {
                apart.elsewhere = apart.keeper.take().is_some_and(|keeper| keeper.exists());
            }
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
        let beginning = beginning(connection)?.map(|beginning| beginning.name());
        let there = self.is_in(connection)? && self.accepts(beginning.as_deref());
        let (row, hash) = last(connection)?;
        if !there {
            self.known.cut_after = Some(row);
        }
        self.known_beginning(beginning);
        self.keep(row, &hash);
        Ok(())
    }

    /// Whether a record may begin there, by what is kept: where it did, or where it was about to; and at the first row
    /// that was ever written, since nothing is missing then.
    pub(crate) fn accepts(&self, beginning: Option<&str>) -> bool {
        let Head { truncation, announced, .. } = &self.known;
        let announced = announced.as_deref().is_some_and(|announced| beginning == Some(announced));
        !self.is_known() || beginning.is_none() || beginning == truncation.as_deref() || announced
    }

    /// Says, where the head is kept, that the record is about to begin elsewhere. False when that cannot be kept, or when
    /// one that cannot be read now would later call it cut.
    pub(crate) fn announce(&mut self, beginning: &str) -> bool {
        let head = Head { announced: Some(beginning.to_owned()), ..self.known.clone() };
        let kept = match &mut self.keeper {
            Some(keeper) => keeper.store(&head),
            None => !self.elsewhere,
        };
        if kept {
            self.known = head;
        }
        kept
    }

    /// The record begins here now.
    pub(crate) fn known_beginning(&mut self, beginning: Option<String>) {
        self.kept &= self.known.truncation == beginning && self.known.announced.is_none();
        self.known.truncation = beginning;
        self.known.announced = None;
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
        let head = Head { row, hash: hexadecimal(hash), ..self.known.clone() };
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

const NONE_YET: Head =
    Head { row: 0, hash: String::new(), cut_after: None, truncation: None, announced: None };

/// Whether the file has this row with this hash, or begins right after it; "no row yet" it always has.
pub(crate) fn has(connection: &Connection, row: i64, hash: &str) -> Result<bool, JournalError> {
    let mut statement = connection.prepare_cached("SELECT hash FROM entry WHERE seq = ?1")?;
    let found: Option<Hash> = statement.query_row(params![row], |found| found.get(0)).optional()?;
    let begins = || beginning(connection).map(|it| it.filter(|it| it.row == row).map(|it| it.last));
    let found = if found.is_some() { found } else { begins()? };
    Ok(row == 0 || found.is_some_and(|found| hexadecimal(&found) == hash))
}

/// The last row and its hash, be it one that was taken out.
pub(crate) fn last(connection: &Connection) -> Result<(i64, Hash), JournalError> {
    let mut statement = connection.prepare_cached("SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1")?;
    let last = statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let taken_out = || beginning(connection).map(|it| it.map_or((0, NOTHING_BEFORE), |it| (it.row, it.last)));
    last.map_or_else(taken_out, Ok)
}

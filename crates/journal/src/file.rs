//! Opening the file: whole, or kept aside first and then as much of it as can still be read.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::chain::{Hash, hexadecimal};
use crate::examination::{Examined, Found, PATIENCE, examine};
use crate::head::{Apart, StoresHead};
use crate::place::Place;
use crate::store::Store;
use crate::walk::Walk;
use crate::{JournalError, making, schema};

/// Opens the journal, or makes it. Not a byte of a file that is damaged, of another program or of a newer version is
/// written: the first is copied aside before.
pub(crate) fn open(path: &Path, keeper: Option<Box<dyn StoresHead>>) -> Result<Store, JournalError> {
    let place = Place::of(path)?;
    place.close_to_others()?;
    let mut apart = Apart::new(keeper, place.has(""));
    match looked_at(&place, &apart)? {
        Found::Record(examined) => settle(&place, &mut apart, &examined)?,
        Found::Nothing | Found::Stub => begin_anew(&place)?,
    }
    let mut connection = connect(place.file())?;
    schema::migrate(&mut connection)?;
    Store::open(connection, place, apart)
}

/// Opens a file that is there to be written to.
pub(crate) fn connect(path: &Path) -> Result<Connection, JournalError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // In WAL mode only FULL syncs at every commit; a row that is not on the disk is no record.
    connection.pragma_update(None, "synchronous", "FULL")?;
    // Without it macOS's fsync may leave the row in the drive's own cache.
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    // Rows that are taken out are personal data that somebody wants gone: their place in the file is written over.
    connection.pragma_update(None, "secure_delete", true)?;
    Ok(connection)
}

/// A new journal. What stands there without a record in it, or beside it, was one perhaps: it is kept.
fn begin_anew(place: &Place) -> Result<(), JournalError> {
    if place.exists() {
        place.keep_aside(&place.fingerprint()?)?;
    }
    let new = place.new_file()?;
    making::empty(new.file())?;
    place.replace_with(new.file())
}

/// What there is. A log of another journal hides the file's own rows: then it is the file alone that counts.
fn looked_at(place: &Place, apart: &Apart) -> Result<Found, JournalError> {
    let head = (apart.known.row, apart.known.hash.clone());
    if !place.has("-wal") {
        return examine(place.file(), &[head]);
    }
    let alone = place.copy_alone()?;
    let found = log_examined(place, &alone, head);
    let done = place.new_file().map(drop);
    found.and_then(|found| done.map(|()| found))
}

fn log_examined(place: &Place, alone: &Place, head: (i64, String)) -> Result<Found, JournalError> {
    let alone = match examine(alone.file(), std::slice::from_ref(&head)) {
        Ok(Found::Record(alone)) => {
            Some(alone).filter(|alone| alone.walk.is_some_and(|it| it.broken().is_none()))
        }
        _ => None,
    };
    let Some(alone) = alone else { return examine(place.file(), &[head]) };
    let last = (alone.last.0, hexadecimal(&alone.last.1));
    // With its own log a journal has every row that it has without it: what is taken out leaves word of the last of it.
    match examine(place.file(), &[head, last]) {
        Ok(Found::Record(examined)) if goes_on_from(&alone, &examined) => Ok(Found::Record(examined)),
        Ok(_) | Err(JournalError::NotAJournal { .. }) => {
            Ok(Found::Record(Box::new(Examined { foreign_log: true, ..*alone })))
        }
        // Of a newer version, for one: its log is its own.
        Err(error) => Err(error),
    }
}

/// Whether the log goes on from the rows of the file. One of another journal hides them, or brings rows that do not chain
/// on from the last of them, or leaves pages that do not go together.
fn goes_on_from(alone: &Examined, with_log: &Examined) -> bool {
    let (Some(walk), Some(rows)) = (with_log.walk, alone.walk.map(Walk::rows)) else { return false };
    with_log.has.last() == Some(&true) && walk.broken().is_none_or(|broken| broken.before != rows)
}

/// Keeps a file aside that is not as it was written, and brings it into a form that can be gone on with.
fn settle(place: &Place, apart: &mut Apart, examined: &Examined) -> Result<(), JournalError> {
    let stray = place.has("-journal");
    let begins = apart.accepts(examined.beginning.as_deref());
    if examined.is_sound() && begins && !examined.foreign_log && !stray {
        return Ok(());
    }
    let rebuilt = if examined.walk.is_none() { Some(rebuild(place)?) } else { None };
    // Rows that do not fit stay where they are: that damage is the same at the next start, whatever is written then.
    let stays = match &rebuilt {
        Some((_, broken)) => *broken,
        None => examined.walk.and_then(Walk::broken).map(|broken| broken.damage),
    };
    let cut = !begins || !examined.has.iter().all(|has| *has);
    let seen_before = |damage: &Hash| place.is_kept(damage) && cut;
    let stays = stays.filter(|damage| !examined.foreign_log && !stray && !seen_before(damage));
    place.keep_aside(&stays.map_or_else(|| place.fingerprint(), Ok)?)?;
    if examined.foreign_log {
        place.remove_beside()?;
        // What stood in the log is not known: the rows of this journal that were in its own are gone.
        if !apart.is_known() {
            apart.cut(examined.last.0);
        }
    }
    if stray {
        place.remove_beside_journal()?;
    }
    if let Some((new, _)) = rebuilt {
        place.replace_with(new.file())?;
    }
    Ok(())
}

/// The rows that can still be read, in a new file, and the damage that is to be seen in it: the same at the next start,
/// so that it is kept once.
fn rebuild(place: &Place) -> Result<(Place, Option<Hash>), JournalError> {
    let new = place.new_file()?;
    making::rebuilt(place.file(), new.file())?;
    let walk = match examine(new.file(), &[])? {
        Found::Record(examined) => examined.walk,
        Found::Nothing | Found::Stub => None,
    };
    Ok((new, walk.and_then(Walk::broken).map(|broken| broken.damage)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_commit_waits_for_the_disk() {
        let folder = temporary_folder::temporary_folder();
        let connection = open(&folder.path().join("journal.db"), None).unwrap().connection;
        let synchronous: i64 = connection.query_row("PRAGMA synchronous", [], |row| row.get(0)).unwrap();
        let mode: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
        assert_eq!((synchronous, mode.as_str()), (2, "wal"), "2 is FULL");
    }
}

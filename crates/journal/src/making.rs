//! Making a file: with its tables from the first moment on, and with the rows that a damaged one can still give.

use std::fs::OpenOptions;
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};

use crate::examination::{is_damage, read_only};
use crate::file::connect;
use crate::truncation::{self, Beginning};
use crate::{JournalError, schema};

/// A row as it stands in a file, understood or not.
type Raw = (i64, [Value; 6]);

const COLUMNS: &str = "seq, change, at, kind, body, previous, hash";

/// Makes a journal without a row. It gets its name when it is whole, so that a journal of no bytes was one with some.
pub(crate) fn empty(path: &Path) -> Result<(), JournalError> {
    make(path)?.close().map_err(|(_, error)| error.into())
}

/// Makes a journal of the rows that can be read in another one, each as it stands there, in its place: what was not to
/// be read leaves a hole, which the walk along the chain finds.
pub(crate) fn rebuilt(from: &Path, to: &Path) -> Result<(), JournalError> {
    let (rows, beginning) = readable(from)?;
    let mut connection = make(to)?;
    let transaction = connection.transaction()?;
    let order = schema::without(&transaction, &[schema::ORDER])?;
    if let Some(beginning) = beginning {
        truncation::write(&transaction, &beginning)?;
    }
    for (seq, values) in rows {
        let values = std::iter::once(Value::Integer(seq)).chain(values);
        let insert = format!("INSERT INTO entry ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        match transaction.prepare_cached(&insert)?.execute(params_from_iter(values)).map_err(Into::into) {
            // What the table does not take is not a row any more: no JSON, no hash, a head that is there already.
            Err(error) if !is_damage(&error) => return Err(error),
            _ => {}
        }
    }
    transaction.execute_batch(&order)?;
    transaction.commit()?;
    connection.close().map_err(|(_, error)| error.into())
}

fn make(path: &Path) -> Result<Connection, JournalError> {
    atomic_file::open(path, OpenOptions::new().write(true).create_new(true))
        .map_err(|source| JournalError::File { path: path.to_owned(), source })?;
    let mut connection = connect(path)?;
    schema::migrate(&mut connection)?;
    Ok(connection)
}

/// What can be read: where the record begins, and its rows, from the first on, from the last back, and one by one between the places where that ends.
fn readable(path: &Path) -> Result<(Vec<Raw>, Option<Beginning>), JournalError> {
    let connection = read_only(path)?;
    // One that does not fit is copied as well: the walk finds it.
    let beginning = match truncation::beginning(&connection) {
        Err(error) if !is_damage(&error) => return Err(error),
        read => read.unwrap_or_default().filter(|beginning| beginning.row > 0),
    };
    let mut rows = as_far_as_possible(&connection, "ASC")?;
    let behind = rows.last().map_or(i64::MIN, |row| row.0);
    let mut back = as_far_as_possible(&connection, "DESC")?;
    back.reverse();
    back.retain(|row| row.0 > behind);
    if let (Some(last), Some(next)) = (rows.last().map(|row| row.0), back.first().map(|row| row.0)) {
        // No more than there is room for in the file, whatever number a row claims to have.
        let most = i64::try_from(std::fs::metadata(path).map_or(0, |file| file.len()) / 64).unwrap_or(0);
        for seq in (last + 1..next).take(usize::try_from(most).unwrap_or(0)) {
            let select = format!("SELECT {COLUMNS} FROM entry NOT INDEXED WHERE seq = {seq}");
            rows.extend(unless_damaged(connection.query_row(&select, [], raw))?);
        }
    }
    rows.append(&mut back);
    Ok((rows, beginning))
}

fn as_far_as_possible(connection: &Connection, direction: &str) -> Result<Vec<Raw>, JournalError> {
    let select = format!("SELECT {COLUMNS} FROM entry NOT INDEXED ORDER BY seq {direction}");
    // Without the table there is no row.
    let Some(mut statement) = unless_damaged(connection.prepare(&select))? else { return Ok(Vec::new()) };
    let mut found = statement.query([])?;
    let mut rows = Vec::new();
    while let Some(Some(row)) = unless_damaged(found.next())? {
        // What is no text is no row any more.
        rows.extend(unless_damaged(raw(row))?);
    }
    Ok(rows)
}

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    Ok((row.get(0)?, [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?]))
}

fn unless_damaged<T>(read: rusqlite::Result<T>) -> Result<Option<T>, JournalError> {
    match read.map_err(JournalError::from) {
        Ok(read) => Ok(Some(read)),
        Err(error) if is_damage(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

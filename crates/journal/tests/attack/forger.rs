//! Somebody who knows the format, has no secret, and writes rows that chain on.

use journal::{NewChange, Transition};
use rusqlite::{Connection, Transaction, params};
use sha2::{Digest as _, Sha256};

/// Writes whole changes behind the last row, hashed as the journal hashes, past everything it checks.
pub(crate) fn forge(connection: &mut Connection, changes: &[(NewChange, Vec<Transition>)]) {
    let transaction = connection.transaction().unwrap();
    for (change, transitions) in changes {
        let (id, at) = (change.id.to_string(), change.started.to_string());
        row(&transaction, [&id, &at, "begun", &serde_json::to_string(change).unwrap()]);
        for transition in transitions {
            let value = serde_json::to_value(transition).unwrap();
            row(&transaction, [&id, &at, value["kind"].as_str().unwrap(), &value["body"].to_string()]);
        }
    }
    transaction.commit().unwrap();
}

fn row(transaction: &Transaction<'_>, [change, at, kind, body]: [&str; 4]) {
    let mut last =
        transaction.prepare_cached("SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1").unwrap();
    let last = last.query_row([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, [u8; 32]>(1)?)));
    let (seq, previous) = last.map_or((1, [0; 32]), |(seq, hash)| (seq + 1, hash));
    let hash = hash(seq, [change, at, kind, body], &previous);
    let mut insert =
        transaction.prepare_cached("INSERT INTO entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)").unwrap();
    insert.execute(params![seq, change, at, kind, body, previous, hash]).unwrap();
}

pub(crate) fn hash(seq: i64, fields: [&str; 4], previous: &[u8; 32]) -> [u8; 32] {
    let mut sha = Sha256::new();
    sha.update(previous);
    sha.update(seq.to_be_bytes());
    for field in fields {
        sha.update((field.len() as u64).to_be_bytes());
        sha.update(field);
    }
    sha.finalize().into()
}

//! A journal that an earlier version wrote: brought to the newest schema without touching a row.

#![allow(clippy::unwrap_used, reason = "what fails here is a failed test")]

mod common;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use common::*;
use journal::{BatchId, Chain, ChangeFilter, Journal, NewChange, Retention};
use temporary_folder::TemporaryFolder;

/// A copy of the journal that the version with this schema left; what is in it is told beside it.
fn schema(version: u32) -> (TemporaryFolder, PathBuf) {
    let kept = format!("../../tests/journeys/fixtures/journal-v{version}/journal.db");
    let folder = temporary_folder::temporary_folder();
    let path = folder.path().join("journal.db");
    std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join(kept), &path).unwrap();
    (folder, path)
}

fn number(path: &Path, pragma: &str) -> i64 {
    past_the_journal(path).query_row(pragma, [], |row| row.get(0)).unwrap()
}

/// Every row as it stands in the file.
fn rows(path: &Path) -> Vec<(i64, String, String, Vec<u8>)> {
    let raw = past_the_journal(path);
    let mut rows = raw.prepare("SELECT seq, kind, body, hash FROM entry ORDER BY seq").unwrap();
    let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

fn batch(number: u128) -> BatchId {
    uuid::Uuid::from_u128(number).into()
}

#[tokio::test]
async fn a_journal_of_schema_1_is_brought_to_the_newest_and_keeps_every_row_and_its_hash() {
    let (_folder, path) = schema(1);
    assert_eq!(number(&path, "PRAGMA user_version"), 1);
    let before = rows(&path);

    let journal = Journal::open(&path).unwrap();
    let chain = journal.verify_chain().await.unwrap();
    let all = journal.changes(ChangeFilter { tenant: None, limit: 1_000 }).await.unwrap();
    drop(journal);

    assert_eq!(number(&path, "PRAGMA user_version"), 4);
    assert!(rows(&path) == before, "no row was touched");
    let (_, _, _, last) = before.last().unwrap();
    let Chain::Whole { rows: 196, head } = chain else { panic!("{chain:?}") };
    let byte = |at: usize| u8::from_str_radix(&head[2 * at..2 * at + 2], 16).unwrap();
    assert_eq!(last.clone(), (0..last.len()).map(byte).collect::<Vec<_>>());
    assert_eq!(all.len(), 25);
    assert!(all.iter().all(|change| change.begun.batch.is_none()), "no change of then was one of a batch");
}

#[tokio::test]
async fn the_batch_of_a_change_is_read_back_after_a_restart_and_is_part_of_what_is_hashed() {
    let (_folder, path) = schema(1);
    let journal = Journal::open(&path).unwrap();
    let head = NewChange { batch: Some(batch(7)), ..keep_one_address(1) };
    write(&journal, head.clone(), all_the_way()).await;
    write(&journal, keep_one_address(2), all_the_way()).await;
    drop(journal);

    let journal = Journal::open(&path).unwrap();
    assert_eq!(journal.change(id(1)).await.unwrap().begun, head);
    assert_eq!(journal.change(id(2)).await.unwrap().begun.batch, None);
    assert!(matches!(journal.verify_chain().await.unwrap(), Chain::Whole { rows: 208, .. }));
    drop(journal);

    let raw = past_the_journal(&path);
    raw.execute_batch("DROP TRIGGER entry_is_never_changed").unwrap();
    let moved = "UPDATE entry SET body = json_set(body, '$.batch', ?1) WHERE seq = 197";
    assert_eq!(raw.execute(moved, [batch(8).to_string()]).unwrap(), 1);
    drop(raw);
    let chain = Journal::open(&path).unwrap().verify_chain().await.unwrap();
    assert_eq!(chain, Chain::Broken { row: 197 }, "a change that was moved into another batch is found");
}

/// Before schema 4 nothing was ever taken out, and nothing could say so.
#[tokio::test]
async fn a_journal_of_each_earlier_schema_keeps_its_rows_and_gives_its_oldest_when_that_is_wished() {
    for (version, count) in [(1, 196), (2, 217), (3, 218)] {
        let (_folder, path) = schema(version);
        assert_eq!(number(&path, "PRAGMA user_version"), i64::from(version));
        let before = rows(&path);
        let journal = Journal::open(&path).unwrap();
        let condition = journal.verify().await.unwrap();
        assert!(matches!(condition.chain, Chain::Whole { rows, .. } if rows == count), "{condition:?}");
        assert_eq!(condition.truncation, None);

        let oldest = Retention { before: "2026-11-02T09:03:30Z".parse().unwrap(), needed: BTreeSet::new() };
        let gone = journal.truncate(oldest, at(0)).await.unwrap();
        assert_eq!(gone.changes, 2, "Abel's and Bea's");
        drop(journal);
        let condition = Journal::open(&path).unwrap().verify().await.unwrap();
        assert!(matches!(condition.chain, Chain::Whole { rows, .. } if rows == count), "{condition:?}");
        let taken_out = usize::try_from(condition.truncation.unwrap().rows).unwrap();
        assert!(rows(&path) == before[taken_out..], "no row that is left was touched");
    }
}

#[test]
fn ids_are_written_and_read_as_guids() {
    let text = "0f0e0d0c-0b0a-0908-0706-050403020100";
    let id: BatchId = text.parse().unwrap();
    assert_eq!((id.to_string(), id.as_uuid().to_string()), (text.to_owned(), text.to_owned()));
    let id: journal::ChangeId = text.parse().unwrap();
    assert_eq!((id.to_string(), id.as_uuid().to_string()), (text.to_owned(), text.to_owned()));
    assert!("0f0e0d0c".parse::<BatchId>().is_err());
}

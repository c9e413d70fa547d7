//! The file defends itself: against updates, against deletion, against tampering that goes unseen, against
//! being read by others, and against an older program.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what fails here is a failed test")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::*;
use journal::{Chain, Journal, JournalError};
use rusqlite::Connection;
use temporary_folder::TemporaryFolder;

async fn written(changes: u128) -> (TemporaryFolder, PathBuf) {
    let folder = temporary_folder::temporary_folder();
    let path = folder.path().join("journal.db");
    let journal = Journal::open(&path).unwrap();
    for number in 1..=changes {
        write(&journal, keep_one_address(number), all_the_way()).await;
    }
    (folder, path)
}

async fn chain(path: &Path) -> Chain {
    Journal::open(path).unwrap().verify_chain().await.unwrap()
}

#[tokio::test]
async fn sqlite_itself_refuses_to_change_remove_replace_or_slip_in_a_row() {
    let (_folder, path) = written(2).await;
    let as_written = chain(&path).await;
    let raw = past_the_journal(&path);
    let copy = "SELECT seq, change, at, kind, '{}', previous, hash FROM entry WHERE seq = 2";
    let second_head = "INSERT OR REPLACE INTO entry SELECT seq + 1, change, at, 'begun', body, hash, previous
                       FROM entry ORDER BY seq DESC LIMIT 1";
    let attempts = [
        "UPDATE entry SET body = '{}' WHERE seq = 2".to_owned(),
        "UPDATE entry SET seq = seq".to_owned(),
        "DELETE FROM entry WHERE seq = 12".to_owned(),
        "DELETE FROM entry".to_owned(),
        format!("INSERT OR REPLACE INTO entry {copy}"),
        format!("REPLACE INTO entry {copy}"),
        second_head.to_owned(),
        "INSERT INTO entry SELECT seq + 7, change, at, 'sent', body, hash, hash FROM entry WHERE seq = 12"
            .to_owned(),
        "INSERT INTO entry SELECT 13, change, at, 'sent', body, previous, hash FROM entry WHERE seq = 12"
            .to_owned(),
        "INSERT INTO entry SELECT 13, 'nobody', at, 'sent', body, hash, hash FROM entry WHERE seq = 12"
            .to_owned(),
    ];
    for attempt in attempts {
        let refusal = raw.execute(&attempt, []).expect_err(&attempt).to_string();
        assert!(refusal.contains("append-only") || refusal.contains("must follow"), "{attempt}: {refusal}");
    }
    drop(raw);
    assert_eq!(chain(&path).await, as_written);
    assert!(matches!(as_written, Chain::Whole { rows: 12, .. }));
}

#[tokio::test]
async fn whoever_first_removes_the_defences_breaks_the_chain_all_the_same() {
    let table = [
        ("UPDATE entry SET body = replace(body, 'fabrikam.nl', 'fabrikam.com') WHERE seq = 5", 5),
        ("UPDATE entry SET at = '2020-01-01T00:00:00Z' WHERE seq = 3", 3),
        ("UPDATE entry SET kind = 'refused' WHERE seq = 4", 4),
        ("UPDATE entry SET change = (SELECT change FROM entry WHERE seq = 7) WHERE seq = 6", 6),
        ("UPDATE entry SET hash = zeroblob(32) WHERE seq = 4", 4),
        ("UPDATE entry SET previous = zeroblob(32) WHERE seq = 4", 4),
        ("UPDATE entry SET at = at || substr(kind, 1, 1), kind = substr(kind, 2) WHERE seq = 4", 4),
        ("DELETE FROM entry WHERE seq = 1", 2),
        ("DELETE FROM entry WHERE seq = 8", 9),
        ("UPDATE entry SET seq = CASE seq WHEN 3 THEN -4 WHEN 4 THEN 3 ELSE seq END WHERE seq IN (3, 4)", -4),
    ];
    for (tampering, found_at) in table {
        let (_folder, path) = written(2).await;
        let raw = past_the_journal(&path);
        raw.execute_batch("DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_removed")
            .unwrap();
        assert!(raw.execute(tampering, []).unwrap() > 0, "{tampering}");
        drop(raw);
        assert_eq!(chain(&path).await, Chain::Broken { row: found_at }, "{tampering}");
    }
}

/// More rows than are verified at a time, and a place to break on either side of each border.
#[tokio::test]
async fn a_long_chain_is_verified_to_its_end_and_broken_where_it_is_broken() {
    let (_folder, path) = written(100).await;
    let Chain::Whole { rows: 600, .. } = chain(&path).await else { panic!("all of it") };
    for row in [600, 513, 512, 257, 256, 1] {
        let raw = past_the_journal(&path);
        raw.execute_batch("DROP TRIGGER IF EXISTS entry_is_never_changed").unwrap();
        // From the end backwards, so that the first that does not fit is always the newest change.
        raw.execute("UPDATE entry SET at = at || ' ' WHERE seq = ?1", [row]).unwrap();
        drop(raw);
        assert_eq!(chain(&path).await, Chain::Broken { row });
    }
}

#[tokio::test]
async fn a_change_does_not_wait_until_a_long_chain_is_verified() {
    let (_folder, path) = written(60).await;
    let journal = Journal::open(&path).unwrap();
    // Both ask at once, the verification first.
    let (chain, begun) = tokio::join!(journal.verify_chain(), journal.begin(keep_one_address(9_000)));
    begun.unwrap();
    // The change had its turn after the first rows: it was there before the last were verified.
    let chain = chain.unwrap();
    assert!(matches!(chain, Chain::Whole { rows: 361, .. }), "{chain:?}");
}

#[tokio::test]
async fn rows_cut_off_the_end_show_only_in_the_head_that_was_kept_elsewhere() {
    let (_folder, path) = written(2).await;
    let Chain::Whole { head: kept_elsewhere, .. } = chain(&path).await else { panic!("whole") };
    let raw = past_the_journal(&path);
    raw.execute_batch("DROP TRIGGER entry_is_never_removed; DELETE FROM entry WHERE seq > 6").unwrap();
    drop(raw);

    let Chain::Whole { rows, head } = chain(&path).await else { panic!("the chain cannot see this") };
    assert_eq!(rows, 6);
    assert_ne!(head, kept_elsewhere);
}

#[tokio::test]
async fn a_newer_journal_is_refused_and_not_a_byte_of_it_is_written() {
    let (_folder, path) = written(1).await;
    past_the_journal(&path).pragma_update(None, "user_version", 5).unwrap();
    let before = fs::read(&path).unwrap();

    let refusal = Journal::open(&path).expect_err("newer");

    assert!(matches!(refusal, JournalError::NewerSchema { found: 5, known: 4 }), "{refusal}");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn a_newer_journal_whose_program_crashed_is_refused_and_its_log_is_kept_for_it() {
    let (folder, path) = written(1).await;
    let still_open = past_the_journal(&path);
    still_open.pragma_update(None, "user_version", 5).unwrap();
    let copy = folder.path().join("crashed.db");
    let log = folder.path().join("crashed.db-wal");
    fs::copy(&path, &copy).unwrap();
    fs::copy(folder.path().join("journal.db-wal"), &log).unwrap();
    let before = (fs::read(&copy).unwrap(), fs::read(&log).unwrap());
    assert!(!before.1.is_empty(), "the newer version stands in the log only");

    let refusal = Journal::open(&copy).expect_err("newer");

    assert!(matches!(refusal, JournalError::NewerSchema { found: 5, .. }), "{refusal}");
    assert!((fs::read(&copy).unwrap(), fs::read(&log).unwrap()) == before);
}

#[tokio::test]
async fn a_file_that_is_something_else_is_refused_and_not_a_byte_of_it_is_written() {
    let folder = temporary_folder::temporary_folder();
    let text = folder.path().join("letter.txt");
    fs::write(&text, "Dear Jan, ".repeat(200)).unwrap();
    let other = folder.path().join("other.db");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE recipe (name TEXT)").unwrap();

    for path in [text, other] {
        let before = fs::read(&path).unwrap();
        let refusal = Journal::open(&path).expect_err("not a journal");
        assert!(matches!(refusal, JournalError::NotAJournal { .. }), "{refusal}");
        assert_eq!(fs::read(&path).unwrap(), before);
    }
}

#[test]
fn a_folder_that_is_not_there_is_said_to_be_the_trouble() {
    let folder = temporary_folder::temporary_folder();
    let refusal = Journal::open(&folder.path().join("gone").join("journal.db")).expect_err("no folder");
    assert!(
        matches!(&refusal, JournalError::File { path, .. } if path.ends_with("gone/journal.db")),
        "{refusal}"
    );
}

#[cfg(unix)]
#[tokio::test]
async fn only_the_owner_may_read_the_journal_and_the_files_beside_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = temporary_folder::temporary_folder();
    let path = folder.path().join("journal.db");
    // Somebody opened the file to all.
    drop(Journal::open(&path).unwrap());
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();

    let journal = Journal::open(&path).unwrap();
    write(&journal, keep_one_address(1), all_the_way()).await;

    let mut seen = Vec::new();
    for file in fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        let mode = file.metadata().unwrap().permissions().mode() & 0o777;
        seen.push((file.file_name().into_string().unwrap(), format!("{mode:o}")));
    }
    seen.sort();
    let private = |name: &str| (name.to_owned(), "600".to_owned());
    assert_eq!(seen, [private("journal.db"), private("journal.db-shm"), private("journal.db-wal")]);
}

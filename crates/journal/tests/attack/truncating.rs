//! A record whose oldest changes are taken out: killed at any moment of it, and cut by somebody who was never asked.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use journal::{Chain, ChangeId, ChangeRecord, End, Head, Journal, KnownHead, Retention, StoresHead};
use rusqlite::{Connection, params};
use sha2::{Digest as _, Sha256};
use temporary_folder::{TemporaryFolder, temporary_folder};

use crate::common::*;
use crate::safe::Safe;
use crate::scene::everything;

type Records = HashMap<ChangeId, ChangeRecord>;

/// What a disk would have if the power went now.
#[derive(Debug, Clone)]
struct Moment {
    file: Vec<u8>,
    log: Vec<u8>,
    head: KnownHead,
}

impl Moment {
    fn placed(&self) -> (TemporaryFolder, PathBuf, Safe) {
        let folder = temporary_folder();
        let path = folder.path().join("journal.db");
        fs::write(&path, &self.file).unwrap();
        fs::write(beside(&path), &self.log).unwrap();
        (folder, path, Safe::with(self.head.clone()))
    }
}

fn beside(path: &Path) -> PathBuf {
    path.with_file_name("journal.db-wal")
}

/// Keeps the head, and what the disk has before and after each time it is handed over: whatever the journal does lies
/// between two of these moments.
#[derive(Clone)]
struct Watching {
    path: PathBuf,
    safe: Safe,
    moments: Arc<Mutex<Vec<Moment>>>,
}

impl Watching {
    fn now(&self) {
        let file = |path: &Path| fs::read(path).unwrap_or_default();
        let moment = Moment { file: file(&self.path), log: file(&beside(&self.path)), head: self.safe.now() };
        self.moments.lock().unwrap().push(moment);
    }
}

impl StoresHead for Watching {
    fn exists(&self) -> bool {
        self.safe.exists()
    }

    fn kept(&mut self) -> KnownHead {
        self.safe.kept()
    }

    fn store(&mut self, head: &Head) -> bool {
        self.now();
        let stored = self.safe.store(head);
        self.now();
        stored
    }
}

fn oldest(second: i64) -> Retention {
    Retention { before: at(second), needed: BTreeSet::new() }
}

/// A record of six changes of which the first four are taken out: every moment of that, and the record before and after.
async fn truncated() -> (Vec<Moment>, Records, Records) {
    let folder = temporary_folder();
    let path = folder.path().join("journal.db");
    let watching = Watching { path: path.clone(), safe: Safe::new(), moments: Arc::default() };
    let journal = Journal::open_with_head(&path, Box::new(watching.clone())).unwrap();
    for number in 1..=6 {
        write(&journal, keep_one_address(number), all_the_way()).await;
    }
    let before = everything(&journal).await;
    watching.moments.lock().unwrap().clear();
    assert_eq!(journal.truncate(oldest(5), at(900)).await.unwrap().changes, 4);
    let after = everything(&journal).await;
    watching.now();
    let moments = watching.moments.lock().unwrap().clone();
    drop(journal);
    (moments, before, after)
}

/// Opens it, and sees that it is the one or the other, whole and vouched for, and can be gone on with.
async fn is_one_or_the_other(moment: &Moment, before: &Records, after: &Records) -> bool {
    let (_folder, path, safe) = moment.placed();
    let journal = Journal::open_with_head(&path, safe.boxed()).unwrap();
    let condition = journal.verify().await.unwrap();
    let shown = everything(&journal).await;
    assert!(shown == *before || shown == *after, "neither the one nor the other: {condition:?}");
    assert!(matches!(condition.chain, Chain::Whole { rows: 36, .. }), "{condition:?}");
    assert_eq!((condition.end, condition.kept_aside.len()), (End::Whole, 0), "{condition:?}");
    write(&journal, keep_one_address(7), all_the_way()).await;
    drop(journal);
    let journal = Journal::open_with_head(&path, safe.boxed()).unwrap();
    assert_eq!(journal.verify().await.unwrap().end, End::Whole, "and still is at the next start");
    journal.truncate(oldest(5), at(901)).await.unwrap();
    assert_eq!(everything(&journal).await.len(), 3, "what was wished is done then");
    shown == *after
}

/// Given a record; when the app is killed at any moment of taking the oldest changes out; then the record is as it was or
/// as it was to be, and nothing is called missing.
#[tokio::test]
async fn a_kill_at_any_moment_leaves_the_record_as_it_was_or_as_it_was_to_be() {
    let (moments, before, after) = truncated().await;
    let mut ends = Vec::new();
    for moment in &moments {
        ends.push(is_one_or_the_other(moment, &before, &after).await);
    }
    assert!(ends.contains(&false) && ends.contains(&true) && ends.is_sorted(), "{ends:?}");
}

/// The same when the log that takes the rows out was torn by the power cut.
#[tokio::test]
async fn a_log_that_ends_anywhere_leaves_the_record_as_it_was_or_as_it_was_to_be() {
    let (moments, before, after) = truncated().await;
    let with_log = moments.iter().rev().find(|moment| !moment.log.is_empty()).unwrap();
    assert!(is_one_or_the_other(with_log, &before, &after).await, "it stands in the log alone");
    // The head that was kept then: the new one is handed over only when the row is on the disk.
    let head = moments.iter().find(|moment| moment.log == with_log.log).unwrap().head.clone();
    let mut ends = BTreeSet::new();
    for end in (0..with_log.log.len()).step_by(1_030) {
        let torn = Moment { log: with_log.log[..end].to_vec(), head: head.clone(), ..with_log.clone() };
        ends.insert(is_one_or_the_other(&torn, &before, &after).await);
    }
    assert!(ends.contains(&false));
}

/// Given a record; when somebody takes its oldest rows out by hand and says so as the journal would, hashed as it hashes;
/// then that is said, and nothing of it is vouched for.
#[tokio::test]
async fn a_record_that_somebody_else_cut_at_its_beginning_is_found() {
    for earlier in [false, true] {
        let folder = temporary_folder();
        let (path, safe) = (folder.path().join("journal.db"), Safe::new());
        let journal = Journal::open_with_head(&path, safe.boxed()).unwrap();
        for number in 1..=6 {
            write(&journal, keep_one_address(number), all_the_way()).await;
        }
        if earlier {
            journal.truncate(oldest(3), at(900)).await.unwrap();
        }
        drop(journal);
        forge(&path, 24);

        let journal = Journal::open_with_head(&path, safe.boxed()).unwrap();
        let condition = journal.verify().await.unwrap();
        assert!(
            matches!(condition.chain, Chain::Whole { .. }),
            "it is hashed as it should be: {condition:?}"
        );
        assert_eq!((condition.end, condition.kept_aside.len()), (End::CutOff, 1));
        assert!(everything(&journal).await.values().all(|record| !record.sound));
        drop(journal);
        let journal = Journal::open_with_head(&path, safe.boxed()).unwrap();
        assert_eq!(journal.verify().await.unwrap().end, End::CutOff, "and is still said");
    }
}

/// Takes the rows up to this one out, as the journal would.
fn forge(path: &Path, row: i64) {
    let raw = Connection::open(path).unwrap();
    let triggers = "SELECT name FROM sqlite_schema WHERE type = 'trigger'";
    let mut found = raw.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").unwrap();
    let made: Vec<String> = found.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let names: Vec<String> =
        raw.prepare(triggers).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    for name in names {
        raw.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    let last: [u8; 32] =
        raw.query_row("SELECT hash FROM entry WHERE seq = ?1", [row], |row| row.get(0)).unwrap();
    let at = at(900).to_string();
    let mut sha = Sha256::new();
    sha.update(b"truncation");
    sha.update(row.to_be_bytes());
    sha.update(last);
    sha.update(&at);
    let hash: [u8; 32] = sha.finalize().into();
    raw.execute("DELETE FROM entry WHERE seq <= ?1", [row]).unwrap();
    raw.execute("DELETE FROM truncation", []).unwrap();
    raw.execute("INSERT INTO truncation VALUES (?1, ?2, ?3, ?4)", params![row, last, at, hash]).unwrap();
    for trigger in made {
        raw.execute_batch(&trigger).unwrap();
    }
}

/// Given a head that is kept where it cannot be read or written now; then nothing is taken out, for the record would later
/// seem to be cut.
#[tokio::test]
async fn nothing_is_taken_out_while_the_head_cannot_be_kept() {
    struct Broken;
    impl StoresHead for Broken {
        fn exists(&self) -> bool {
            true
        }
        fn kept(&mut self) -> KnownHead {
            KnownHead::Nowhere
        }
        fn store(&mut self, _: &Head) -> bool {
            false
        }
    }
    let folder = temporary_folder();
    let path = folder.path().join("journal.db");
    let journal = Journal::open_with_head(&path, Box::new(Broken)).unwrap();
    for number in 1..=2 {
        write(&journal, keep_one_address(number), all_the_way()).await;
    }
    let refused = journal.truncate(oldest(9), at(900)).await;
    assert!(refused.is_err(), "{refused:?}");
    assert_eq!(everything(&journal).await.len(), 2);
    assert!(matches!(journal.verify_chain().await.unwrap(), Chain::Whole { rows: 12, .. }));
}

/// Given a record that was truncated; when an older copy of it is put back that has every row; then nothing is missing,
/// and nothing is called missing.
#[tokio::test]
async fn an_older_copy_that_has_every_row_is_whole() {
    let (moments, before, _) = truncated().await;
    let older = Moment { head: moments.last().unwrap().head.clone(), ..moments[0].clone() };
    let (_folder, path, safe) = older.placed();
    let journal = Journal::open_with_head(&path, safe.boxed()).unwrap();
    let condition = journal.verify().await.unwrap();
    assert_eq!((condition.end, condition.kept_aside.len()), (End::Whole, 0));
    assert_eq!(everything(&journal).await, before);
}

//! The record before an attack, and what must hold of it after any.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use journal::{
    Chain, ChangeFilter, ChangeId, ChangeRecord, Condition, End, Journal, JournalError, KnownHead, NewChange,
    Retention, Step,
};
use temporary_folder::{TemporaryFolder, temporary_folder};

use crate::common::*;
use crate::safe::Safe;

pub(crate) const ALL: ChangeFilter = ChangeFilter { tenant: None, limit: 100_000 };

/// A record as a crash left it: some changes in the file, some more in its log only, and the head kept apart.
pub(crate) struct Scene {
    pub(crate) file: Vec<u8>,
    pub(crate) log: Vec<u8>,
    pub(crate) head: KnownHead,
    pub(crate) written: HashMap<ChangeId, ChangeRecord>,
}

impl Scene {
    /// As many changes in the file as in the log; `first` is the number of the first.
    pub(crate) async fn new(first: u128, each: u128) -> Self {
        Self::after(0, first, each).await
    }

    async fn after(taken_out: u128, first: u128, each: u128) -> Self {
        let folder = temporary_folder();
        let path = folder.path().join("journal.db");
        let safe = Safe::new();
        let journal = Journal::open_with_head(&path, safe.boxed()).unwrap();
        for number in 80_000..80_000 + taken_out {
            write(&journal, NewChange { started: at(0), ..keep_one_address(number) }, all_the_way()).await;
        }
        let oldest = Retention { before: at(1), needed: BTreeSet::new() };
        assert_eq!(u128::from(journal.truncate(oldest, at(1)).await.unwrap().changes), taken_out);
        for number in first..first + each {
            write(&journal, keep_one_address(number), all_the_way()).await;
        }
        drop(journal);
        let journal = Journal::open_with_head(&path, safe.boxed()).unwrap();
        for number in first + each..first + 2 * each {
            write(&journal, undo_of(number - each, number), all_the_way()).await;
        }
        journal.begin(keep_one_address(first + 2 * each)).await.unwrap();
        let step = Step { at: at(7), transition: intended() };
        journal.append(id(first + 2 * each), step).await.unwrap();
        let written = everything(&journal).await;
        let beside = folder.path().join("journal.db-wal");
        Self { file: fs::read(&path).unwrap(), log: fs::read(beside).unwrap(), head: safe.now(), written }
    }

    /// One of which older changes were taken out before any of these was written.
    pub(crate) async fn truncated(first: u128, each: u128) -> Self {
        Self::after(4, first, each).await
    }

    /// The same without its log: everything stands in the file.
    pub(crate) fn closed(self) -> Self {
        let place = self.placed();
        drop(Journal::open(&place.path).unwrap());
        assert!(!place.log().exists());
        Self { file: fs::read(&place.path).unwrap(), log: Vec::new(), ..self }
    }

    /// The record on a disk of its own, to be attacked.
    pub(crate) fn placed(&self) -> Placed {
        let folder = temporary_folder();
        let path = folder.path().join("journal.db");
        fs::write(&path, &self.file).unwrap();
        let placed = Placed { folder, path, safe: Safe::with(self.head.clone()) };
        if !self.log.is_empty() {
            fs::write(placed.log(), &self.log).unwrap();
        }
        placed
    }
}

pub(crate) async fn everything(journal: &Journal) -> HashMap<ChangeId, ChangeRecord> {
    let records = journal.records(ALL).await.unwrap();
    records.into_iter().map(|record| (record.begun.id, record)).collect()
}

pub(crate) struct Placed {
    pub(crate) folder: TemporaryFolder,
    pub(crate) path: PathBuf,
    pub(crate) safe: Safe,
}

/// What became of an attacked record.
#[derive(Debug)]
pub(crate) enum After {
    /// It was not opened.
    Refused,
    /// It was, and this is said of it, and so many changes of it are shown.
    Opened(Condition, usize),
}

impl Placed {
    pub(crate) fn log(&self) -> PathBuf {
        self.folder.path().join("journal.db-wal")
    }

    pub(crate) fn open(&self) -> Result<Journal, JournalError> {
        Journal::open_with_head(&self.path, self.safe.boxed())
    }

    /// Opens what was attacked, and holds it against what was written:
    /// - what is not opened stays as it is, and why is said;
    /// - what is vouched for is what was written, to the letter;
    /// - what is missing or altered is said, and what stood there is kept aside, byte by byte;
    /// - what begins afterwards is recorded, is vouched for, and is there at the next start.
    pub(crate) async fn judge(&self, scene: &Scene) -> After {
        let attacked = bytes(&self.path);
        let attacked_log = bytes(&self.log());
        let journal = match self.open() {
            Ok(journal) => journal,
            Err(refusal) => {
                assert_eq!(bytes(&self.path), attacked, "what is refused is left alone: {refusal}");
                assert!(
                    matches!(refusal, JournalError::NotAJournal { .. } | JournalError::NewerSchema { .. }),
                    "{refusal:?}"
                );
                return After::Refused;
            }
        };
        let condition = journal.verify().await.unwrap();
        let shown = everything(&journal).await;
        let as_written = |record: &ChangeRecord| scene.written.get(&record.begun.id) == Some(record);
        for record in shown.values().filter(|record| record.sound) {
            assert!(as_written(record), "vouched for, and not what was written: {record:?}");
        }
        let whole = shown.len() == scene.written.len() && shown.values().all(as_written);
        if !whole {
            let said = matches!(condition.chain, Chain::Broken { .. }) || condition.end == End::CutOff;
            assert!(said, "not as it was written, and nothing is said: {condition:?}");
            let kept = condition.kept_aside.first().expect("what stood there is kept aside");
            assert_eq!(bytes(kept), attacked);
            let mut log = kept.clone().into_os_string();
            log.push("-wal");
            assert_eq!(bytes(Path::new(&log)), attacked_log);
        }
        let new = 90_000;
        write(&journal, keep_one_address(new), all_the_way()).await;
        drop(journal);
        let again = self.open().unwrap();
        assert!(again.change(id(new)).await.unwrap().sound, "what begins afterwards can be undone");
        let later = again.verify().await.unwrap();
        assert_eq!(later.kept_aside, condition.kept_aside, "the same damage is kept once");
        assert_eq!(later.end, condition.end, "and is still said");
        assert_eq!(everything(&again).await.len(), shown.len() + 1);
        After::Opened(condition, shown.len())
    }
}

pub(crate) fn bytes(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_default()
}

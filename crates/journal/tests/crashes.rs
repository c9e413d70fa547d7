//! The record outlives whatever happens to its writer.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what fails here is a failed test")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::*;
use journal::{
    Chain, ChangeFilter, ChangeRecord, End, Head, Journal, KnownHead, NewChange, Outcome, Retention, Step,
    StoresHead, Transition,
};
use proptest::collection::vec;
use proptest::prelude::*;
use rusqlite::params;

/// What was written, in order: heads and steps of several changes, interleaved.
#[derive(Debug, Clone)]
enum Written {
    Head(NewChange),
    Step(u128, Transition),
}

/// Several changes, each at its own pace: `turns` says whose row comes next.
fn interleaved() -> impl Strategy<Value = Vec<Written>> {
    (vec(story(), 1..5), vec(any::<prop::sample::Index>(), 0..40)).prop_map(|(stories, turns)| {
        let mut waiting: Vec<_> = (1..)
            .zip(stories)
            .map(|(number, story)| {
                let head = Written::Head(keep_one_address(number));
                let steps = story.into_iter().map(move |transition| Written::Step(number, transition));
                std::iter::once(head).chain(steps).collect::<std::collections::VecDeque<_>>()
            })
            .collect();
        turns
            .into_iter()
            .filter_map(|turn| {
                let whose = turn.index(waiting.len());
                waiting[whose].pop_front()
            })
            .collect()
    })
}

fn story() -> impl Strategy<Value = Vec<Transition>> {
    let answer = prop_oneof![Just(acknowledged("patch")), Just(refused("patch")), Just(unknown("patch"))];
    let look = prop_oneof![Just(verified()), Just(not_yet_visible())];
    let outcomes =
        [Outcome::Done, Outcome::InPart, Outcome::NotYetVisible, Outcome::Refused, Outcome::Unknown];
    let end = prop_oneof![prop::sample::select(outcomes.to_vec()).prop_map(finished), Just(abandoned())];
    (vec(answer, 1..4), vec(look, 0..3), end).prop_map(|(answers, looks, end)| {
        let rounds = answers.into_iter().flat_map(|answer| [sent("patch"), answer]);
        std::iter::once(intended()).chain(rounds).chain(looks).chain([end]).collect()
    })
}

/// Writes the rows from this one on; a row has the same time whoever writes it.
async fn write_down(journal: &Journal, rows: &[Written], from: usize) {
    for (second, row) in (0..).zip(rows).skip(from) {
        match row.clone() {
            Written::Head(head) => {
                journal.begin(head).await.unwrap();
            }
            Written::Step(number, transition) => {
                journal.append(id(number), Step { at: at(second), transition }).await.unwrap();
            }
        }
    }
}

async fn everything(journal: &Journal) -> Vec<ChangeRecord> {
    let mut records = Vec::new();
    for summary in journal.changes(ChangeFilter { tenant: None, limit: 1000 }).await.unwrap() {
        records.push(journal.change(summary.begun.id).await.unwrap());
    }
    records.sort_by_key(|record| record.begun.id);
    records
}

/// The first rows of one file, copied into a new one past the journal.
fn first_rows(from: &Path, to: &Path, count: usize) {
    drop(Journal::open(to).unwrap());
    let raw = past_the_journal(to);
    raw.execute("ATTACH ?1 AS whole", params![from.to_str().unwrap()]).unwrap();
    let count = i64::try_from(count).unwrap();
    raw.execute("INSERT INTO entry SELECT * FROM whole.entry WHERE seq <= ?1 ORDER BY seq", [count]).unwrap();
}

fn wait_for<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_crash_after_any_row_leaves_a_readable_journal_that_reaches_the_same_end(
        rows in interleaved(),
        crash in any::<prop::sample::Index>(),
    ) {
        let folder = temporary_folder::temporary_folder();
        let (whole, broken) = (folder.path().join("whole.db"), folder.path().join("broken.db"));
        let survived = crash.index(rows.len() + 1);
        wait_for(async {
            let uninterrupted = Journal::open(&whole).unwrap();
            write_down(&uninterrupted, &rows, 0).await;
            first_rows(&whole, &broken, survived);

            let resumed = Journal::open(&broken).unwrap();
            let found = resumed.verify_chain().await.unwrap();
            assert!(matches!(found, Chain::Whole { rows, .. } if rows == survived as u64), "{found:?}");
            assert_eq!(everything(&resumed).await, expected(&rows[..survived]).await);

            write_down(&resumed, &rows, survived).await;
            assert_eq!(everything(&resumed).await, everything(&uninterrupted).await);
            assert_eq!(resumed.verify_chain().await.unwrap(), uninterrupted.verify_chain().await.unwrap());
        });
    }

    #[test]
    fn a_power_cut_in_the_middle_of_writing_loses_whole_rows_from_the_end_and_nothing_else(
        rows in interleaved(),
        cut in 0.0..=1.0_f64,
    ) {
        let folder = temporary_folder::temporary_folder();
        let (running, copy) = (folder.path().join("running.db"), folder.path().join("copy.db"));
        wait_for(async {
            let journal = Journal::open(&running).unwrap();
            write_down(&journal, &rows, 0).await;
            // The files as the disk has them while the app still runs, the newest one torn at any byte.
            fs::copy(&running, &copy).unwrap();
            let log = fs::read(folder.path().join("running.db-wal")).unwrap();
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss,
                reason = "a log of a few kilobytes, cut at a share between 0 and 1"
            )]
            let kept = (log.len() as f64 * cut) as usize;
            fs::write(folder.path().join("copy.db-wal"), &log[..kept]).unwrap();

            let after = Journal::open(&copy).unwrap();
            let Chain::Whole { rows: survived, .. } = after.verify_chain().await.unwrap() else {
                panic!("the chain is broken")
            };
            let survived = usize::try_from(survived).unwrap();
            assert_eq!(everything(&after).await, expected(&rows[..survived]).await);
            if kept == log.len() {
                assert_eq!(survived, rows.len(), "what was acknowledged is on the disk");
            }
        });
    }
}

async fn expected(rows: &[Written]) -> Vec<ChangeRecord> {
    let journal = Journal::in_memory().unwrap();
    write_down(&journal, rows, 0).await;
    everything(&journal).await
}

#[tokio::test(flavor = "multi_thread")]
async fn many_tasks_and_two_journals_on_one_file_write_one_unbroken_chain() {
    let folder = temporary_folder::temporary_folder();
    let path = folder.path().join("journal.db");
    let (one, two) = (Journal::open(&path).unwrap(), Journal::open(&path).unwrap());
    let tasks: Vec<_> = (1..=10)
        .map(|number| {
            let journal = if number % 2 == 0 { one.clone() } else { two.clone() };
            tokio::spawn(async move { write(&journal, keep_one_address(number), all_the_way()).await })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    assert!(matches!(one.verify_chain().await.unwrap(), Chain::Whole { rows: 60, .. }));
    assert!(everything(&two).await.iter().all(|change| !change.open));
}

const FILE: &str = "JOURNAL_OF_ANOTHER_PROCESS";

/// Not a story of its own: the other process of the next one.
#[tokio::test]
#[ignore = "started by the next test as a process of its own"]
async fn another_process_writes_until_it_is_killed() {
    let path = std::env::var(FILE).expect("started by the next test only");
    let journal = Journal::open(Path::new(&path)).unwrap();
    for number in 1_000.. {
        write(&journal, keep_one_address(number), all_the_way()).await;
    }
}

#[tokio::test]
async fn a_process_killed_while_writing_leaves_its_rows_and_no_lock() {
    let folder = temporary_folder::temporary_folder();
    let path = folder.path().join("journal.db");
    let journal = Journal::open(&path).unwrap();
    let mut other = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "another_process_writes_until_it_is_killed"])
        .env(FILE, &path)
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();

    // Both write at the same time, until the other has ended a few changes.
    let mut number = 0;
    while everything(&journal).await.iter().filter(|c| c.begun.id > id(999) && !c.open).count() < 3 {
        number += 1;
        assert!(number < 900 && other.try_wait().unwrap().is_none(), "the other process writes nothing");
        write(&journal, keep_one_address(number), all_the_way()).await;
    }
    other.kill().unwrap();
    other.wait().unwrap();

    write(&journal, keep_one_address(900), all_the_way()).await;
    let records = everything(&journal).await;
    assert!(matches!(journal.verify_chain().await.unwrap(), Chain::Whole { .. }));
    let (theirs, ours): (Vec<_>, Vec<_>) = records.iter().partition(|change| change.begun.id > id(999));
    assert!(ours.iter().all(|change| !change.open));
    assert!(theirs.iter().filter(|change| change.open).count() <= 1, "at most the one it was writing");
}

/// Keeps the head in a file, as the app does.
struct HeadFile(PathBuf);

impl StoresHead for HeadFile {
    fn exists(&self) -> bool {
        self.0.exists()
    }

    fn kept(&mut self) -> KnownHead {
        let Ok(text) = fs::read_to_string(&self.0) else { return KnownHead::Nothing };
        let kept: Vec<Option<String>> = serde_json::from_str(&text).unwrap();
        let [row, hash, cut_after, truncation, announced] = kept.try_into().unwrap();
        let number = |text: String| text.parse().unwrap();
        KnownHead::Head(Head {
            row: row.map(number).unwrap(),
            hash: hash.unwrap(),
            cut_after: cut_after.map(number),
            truncation,
            announced,
        })
    }

    fn store(&mut self, head: &Head) -> bool {
        let Head { row, hash, cut_after, truncation, announced } = head.clone();
        let number = |number: i64| number.to_string();
        let kept = [Some(number(row)), Some(hash), cut_after.map(number), truncation, announced];
        let new = self.0.with_extension("new");
        fs::write(&new, serde_json::to_vec(&kept).unwrap()).and_then(|()| fs::rename(&new, &self.0)).is_ok()
    }
}

fn with_head(path: &Path) -> Journal {
    Journal::open_with_head(path, Box::new(HeadFile(path.with_extension("head")))).unwrap()
}

/// Not a story of its own: the other process of the next one.
#[tokio::test]
#[ignore = "started by the next test as a process of its own"]
async fn another_process_writes_and_truncates_until_it_is_killed() {
    let path = std::env::var(FILE).expect("started by the next test only");
    let journal = with_head(Path::new(&path));
    for number in 1.. {
        write(&journal, keep_one_address(number), all_the_way()).await;
        let before = at(i64::try_from(number).unwrap() - 2);
        journal.truncate(Retention { before, needed: BTreeSet::new() }, at(0)).await.unwrap();
    }
}

#[tokio::test]
async fn a_process_killed_while_the_oldest_changes_are_taken_out_leaves_a_whole_record() {
    let folder = temporary_folder::temporary_folder();
    let mut taken_out = Vec::new();
    for round in 0..12_u64 {
        // A record of its own: what was killed half-way stays open, and holds all that comes after it.
        let path = folder.path().join(format!("journal-{round}.db"));
        let mut other = Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "--exact", "another_process_writes_and_truncates_until_it_is_killed"])
            .env(FILE, &path)
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        // Each time a little later in its work.
        std::thread::sleep(std::time::Duration::from_millis(200 + 13 * round));
        assert!(other.try_wait().unwrap().is_none(), "it ended by itself");
        other.kill().unwrap();
        other.wait().unwrap();

        let journal = with_head(&path);
        let condition = journal.verify().await.unwrap();
        assert!(matches!(condition.chain, Chain::Whole { .. }), "{condition:?}");
        assert_eq!((condition.end, condition.kept_aside.len()), (End::Whole, 0), "{condition:?}");
        assert!(everything(&journal).await.iter().all(|change| change.sound));
        taken_out.extend(condition.truncation);
    }
    assert!(taken_out.len() > 3, "some were killed after they had taken something out: {taken_out:?}");
}

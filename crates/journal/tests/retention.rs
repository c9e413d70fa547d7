//! The oldest changes go when somebody wishes it, and nothing that anybody still needs goes with them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what fails here is a failed test")]

mod common;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use common::*;
use jiff::Timestamp;
use journal::{
    Chain, ChangeFilter, ChangeId, ChangeRecord, End, Journal, JournalError, NewChange, Removable, Retention,
    Step, Transition,
};
use proptest::prelude::*;
use temporary_folder::TemporaryFolder;

const ALL: ChangeFilter = ChangeFilter { tenant: None, limit: 1_000 };

fn before(second: i64) -> Retention {
    Retention { before: at(second), needed: BTreeSet::new() }
}

fn needing(second: i64, needed: &[u128]) -> Retention {
    Retention { needed: needed.iter().copied().map(id).collect(), ..before(second) }
}

fn now() -> Timestamp {
    at(1_000_000)
}

fn place() -> (TemporaryFolder, PathBuf) {
    let folder = temporary_folder::temporary_folder();
    let path = folder.path().join("journal.db");
    (folder, path)
}

/// Changes that went all the way, each begun at the second of its number.
async fn with_changes(path: &Path, numbers: impl IntoIterator<Item = u128>) -> Journal {
    let journal = Journal::open(path).unwrap();
    for number in numbers {
        write(&journal, keep_one_address(number), all_the_way()).await;
    }
    journal
}

/// The numbers of the changes that are left, oldest first.
async fn left(journal: &Journal) -> Vec<u128> {
    let mut left: Vec<u128> = journal.changes(ALL).await.unwrap().iter().map(number).collect();
    left.reverse();
    left
}

fn number(change: &journal::ChangeSummary) -> u128 {
    change.begun.id.as_uuid().as_u128()
}

async fn truncated(journal: &Journal, retention: Retention) -> (u64, u64) {
    let foreseen = journal.removable(retention.clone()).await.unwrap();
    let done = journal.truncate(retention, now()).await.unwrap();
    assert_eq!(foreseen, done, "what was said to go has gone");
    let Removable { changes, stay, .. } = done;
    (changes, stay)
}

#[tokio::test]
async fn changes_of_before_a_day_go_and_the_others_stay_as_they_were_written() {
    let (_folder, path) = place();
    let journal = with_changes(&path, 1..=5).await;
    let younger = journal.change(id(4)).await.unwrap();

    assert_eq!(truncated(&journal, before(4)).await, (3, 0));
    assert_eq!(left(&journal).await, [4, 5]);
    assert!(matches!(journal.change(id(3)).await, Err(JournalError::NoSuchChange(_))));

    write(&journal, keep_one_address(6), all_the_way()).await;
    drop(journal);
    let journal = Journal::open(&path).unwrap();
    assert_eq!(left(&journal).await, [4, 5, 6]);
    assert_eq!(journal.change(id(4)).await.unwrap(), younger);
    let condition = journal.verify().await.unwrap();
    assert!(
        matches!(condition.chain, Chain::Whole { rows: 36, .. }),
        "six rows for each change ever written"
    );
    let truncation = condition.truncation.unwrap();
    assert_eq!((truncation.rows, truncation.at), (18, Some(now())));
}

#[tokio::test]
async fn all_can_go_and_the_record_goes_on() {
    let (_folder, path) = place();
    let journal = with_changes(&path, 1..=2).await;
    assert_eq!(truncated(&journal, before(9)).await, (2, 0));
    assert_eq!(left(&journal).await, [] as [u128; 0]);
    drop(journal);
    let journal = with_changes(&path, [3, 4]).await;
    assert_eq!(truncated(&journal, before(4)).await, (1, 0), "a second time");
    assert_eq!(truncated(&journal, before(4)).await, (0, 0), "and nothing more");
    assert!(matches!(journal.verify_chain().await.unwrap(), Chain::Whole { rows: 24, .. }));
    assert_eq!(left(&journal).await, [4]);
}

#[tokio::test]
async fn nothing_of_what_went_is_in_the_files_any_more() {
    let (folder, path) = place();
    let journal = with_changes(&path, 1..=2).await;
    let named = |number, name: &str| NewChange { reason: Some(name.into()), ..keep_one_address(number) };
    write(&journal, named(3, "the ticket of Mrs Unforgettable"), all_the_way()).await;
    write(&journal, named(4, "the ticket of Mrs Remembered"), all_the_way()).await;
    let is_there = |name: &str| {
        std::fs::read_dir(folder.path()).unwrap().any(|file| {
            let bytes = std::fs::read(file.unwrap().path()).unwrap();
            bytes.windows(name.len()).any(|window| window == name.as_bytes())
        })
    };
    assert!(is_there("Mrs Unforgettable"));
    assert_eq!(truncated(&journal, before(4)).await, (3, 0));
    assert!(!is_there("Mrs Unforgettable"));
    assert!(is_there("Mrs Remembered"));
}

#[tokio::test]
async fn what_is_needed_stays_and_so_does_all_that_was_begun_after_it() {
    let (_folder, path) = place();
    let journal = with_changes(&path, 1..=5).await;
    assert_eq!(truncated(&journal, needing(9, &[3])).await, (2, 3));
    assert_eq!(left(&journal).await, [3, 4, 5]);
}

#[tokio::test]
async fn a_change_that_did_not_end_stays_whatever_was_asked() {
    let (_folder, path) = place();
    let journal = with_changes(&path, 1..=2).await;
    write(&journal, keep_one_address(3), vec![intended(), sent("patch"), unknown("patch")]).await;
    write(&journal, keep_one_address(4), all_the_way()).await;
    assert_eq!(truncated(&journal, before(9)).await, (2, 2));
    assert_eq!(journal.open_changes(CONTOSO).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_change_of_which_only_the_head_was_written_holds_nothing() {
    let (_folder, path) = place();
    let journal = with_changes(&path, [1]).await;
    journal.begin(keep_one_address(2)).await.unwrap();
    assert_eq!(truncated(&journal, before(9)).await, (2, 0));
}

#[tokio::test]
async fn an_undo_and_what_it_took_back_go_together_or_stay() {
    let (_folder, path) = place();
    let journal = with_changes(&path, 1..=3).await;
    write(&journal, undo_of(2, 4), all_the_way()).await;
    write(&journal, undo_of(4, 5), all_the_way()).await;
    assert_eq!(truncated(&journal, before(5)).await, (1, 3), "the youngest of the three holds the others");
    assert_eq!(truncated(&journal, before(6)).await, (4, 0));
}

#[tokio::test]
async fn a_change_that_another_ran_into_is_not_parted() {
    let (_folder, path) = place();
    let journal = with_changes(&path, [1]).await;
    for number in [2, 3] {
        journal.begin(keep_one_address(number)).await.unwrap();
        journal.append(id(number), Step { at: at(3), transition: intended() }).await.unwrap();
    }
    for (number, second) in [(3, 4), (2, 8)] {
        journal.append(id(number), Step { at: at(second), transition: abandoned() }).await.unwrap();
    }
    assert_eq!(truncated(&journal, before(8)).await, (1, 2), "the end of the first is too young");
    assert_eq!(truncated(&journal, before(9)).await, (2, 0));
}

#[tokio::test]
async fn nothing_is_taken_out_of_a_record_that_is_not_whole() {
    let (_folder, path) = place();
    drop(with_changes(&path, 1..=3).await);
    let raw = past_the_journal(&path);
    raw.execute_batch("DROP TRIGGER entry_is_never_changed; UPDATE entry SET body = '{}' WHERE seq = 8")
        .unwrap();
    drop(raw);
    let journal = Journal::open(&path).unwrap();
    assert!(matches!(journal.removable(before(9)).await, Err(JournalError::NotWhole)));
    assert!(matches!(journal.truncate(before(9), now()).await, Err(JournalError::NotWhole)));
    assert_eq!(left(&journal).await, [1, 2, 3]);
}

#[tokio::test]
async fn damage_of_while_the_app_runs_is_found_before_anything_is_taken_out() {
    let (_folder, path) = place();
    let journal = with_changes(&path, 1..=3).await;
    let raw = past_the_journal(&path);
    raw.execute_batch("DROP TRIGGER entry_is_never_changed; UPDATE entry SET body = '{}' WHERE seq = 8")
        .unwrap();
    assert!(matches!(journal.truncate(before(9), now()).await, Err(JournalError::NotWhole)));
}

#[tokio::test]
async fn sqlite_itself_refuses_to_move_the_place_where_the_record_begins() {
    let (_folder, path) = place();
    drop(with_changes(&path, 1..=3).await);
    let raw = past_the_journal(&path);
    let slipped_in = "INSERT INTO truncation SELECT 5, hash, at, hash FROM entry WHERE seq = 5";
    assert!(raw.execute(slipped_in, []).unwrap_err().to_string().contains("append-only"));
    drop(raw);
    let journal = Journal::open(&path).unwrap();
    assert_eq!(truncated(&journal, before(3)).await, (2, 0));
    drop(journal);
    let raw = past_the_journal(&path);
    for attempt in [
        "UPDATE truncation SET row = 11",
        "DELETE FROM truncation",
        "INSERT INTO truncation SELECT * FROM truncation",
        "DELETE FROM entry",
        "INSERT INTO entry SELECT 1, change, at, 'sent', body, zeroblob(32), hash FROM entry LIMIT 1",
    ] {
        let refusal = raw.execute(attempt, []).unwrap_err().to_string();
        assert!(refusal.contains("append-only") || refusal.contains("must follow"), "{attempt}: {refusal}");
    }
}

#[tokio::test]
async fn a_beginning_that_was_altered_is_found_although_no_head_is_kept() {
    for altered in ["at = '2020-01-01T00:00:00Z'", "hash = zeroblob(32)", "last = hash", "row = row - 1"] {
        let (_folder, path) = place();
        let journal = with_changes(&path, 1..=3).await;
        assert_eq!(truncated(&journal, before(3)).await, (2, 0));
        drop(journal);
        let raw = past_the_journal(&path);
        let alter = format!("DROP TRIGGER truncation_is_never_changed; UPDATE truncation SET {altered}");
        raw.execute_batch(&alter).unwrap();
        drop(raw);
        let journal = Journal::open(&path).unwrap();
        let condition = journal.verify().await.unwrap();
        assert!(matches!(condition.chain, Chain::Broken { .. }), "{altered}: {condition:?}");
        assert_eq!(condition.kept_aside.len(), 1);
        assert_eq!(left(&journal).await, [3]);
    }
}

/// Rows of several changes, some open, some undone, written one through another.
fn record() -> impl Strategy<Value = Vec<(u128, usize)>> {
    // Whose row comes next, and of how many it is made.
    proptest::collection::vec((1..=6_u128, 1..=4_usize), 0..40)
}

/// Writes them: a change begins with its first row, takes back the one before it if its number can be divided by three,
/// and ends with its last if its number is no five.
async fn written(rows: &[(u128, usize)]) -> Journal {
    let journal = Journal::in_memory().unwrap();
    let mut counts = std::collections::HashMap::<u128, usize>::new();
    for (second, (change, of)) in (0..).zip(rows) {
        let count = counts.get(change).copied().unwrap_or_default();
        if count == 0 {
            let undoes = (change % 3 == 0 && counts.contains_key(&(change - 1))).then(|| id(change - 1));
            let head = NewChange { started: at(second), undoes, ..keep_one_address(*change) };
            journal.begin(head).await.unwrap();
        } else {
            let transition: Transition = match count {
                1 => intended(),
                _ if count > *of && *change != 5 => abandoned(),
                _ => sent("patch"),
            };
            if journal.append(id(*change), Step { at: at(second), transition }).await.is_err() {
                continue;
            }
        }
        counts.insert(*change, count + 1);
    }
    journal
}

/// Whether the rows up to this one could go, said as slowly and simply as it can be said.
fn may_go(
    records: &[ChangeRecord],
    heads: &[(ChangeId, i64)],
    needed: &BTreeSet<ChangeId>,
    row: i64,
) -> bool {
    let rows = |record: &ChangeRecord| -> Vec<i64> {
        let head = heads.iter().find(|(id, _)| *id == record.begun.id).unwrap().1;
        std::iter::once(head).chain(record.steps.iter().map(|step| step.id.0)).collect()
    };
    let goes = |record: &ChangeRecord| rows(record).iter().any(|it| *it <= row);
    records.iter().filter(|record| goes(record)).all(|record| {
        let whole = rows(record).iter().all(|it| *it <= row);
        let over = !record.open || record.steps.is_empty();
        let alone = records.iter().all(|other| {
            let related =
                other.begun.undoes == Some(record.begun.id) || record.begun.undoes == Some(other.begun.id);
            !related || goes(other)
        });
        whole && over && alone && !needed.contains(&record.begun.id)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn as_much_goes_as_may_and_no_row_more(
        rows in record(),
        second in 0..45_i64,
        needed in proptest::collection::btree_set(1..=6_u128, 0..2),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let journal = written(&rows).await;
            let before_it = journal.records(ALL).await.unwrap();
            let Chain::Whole { rows: count, .. } = journal.verify_chain().await.unwrap() else { panic!() };
            let taken: BTreeSet<i64> =
                before_it.iter().flat_map(|record| &record.steps).map(|step| step.id.0).collect();
            // Heads have no number of their own in a record: they are the rows between, in the order they were begun.
            let free = (1..=i64::try_from(count).unwrap()).filter(|row| !taken.contains(row));
            let heads: Vec<_> = before_it.iter().rev().map(|record| record.begun.id).zip(free).collect();
            let times = |row: i64| {
                let of_step = before_it.iter().flat_map(|it| &it.steps).find(|step| step.id.0 == row);
                let of_head = || heads.iter().find(|(_, head)| *head == row).map(|(id, _)| {
                    before_it.iter().find(|record| record.begun.id == *id).unwrap().begun.started
                });
                of_step.map(|step| step.step.at).or_else(of_head).unwrap()
            };
            let retention = needing(second, &needed.iter().copied().collect::<Vec<_>>());
            let young = (1..=i64::try_from(count).unwrap()).find(|row| times(*row) >= retention.before);
            let most = young.map_or(i64::try_from(count).unwrap(), |row| row - 1);
            let best = (0..=most)
                .rev()
                .find(|row| may_go(&before_it, &heads, &retention.needed, *row))
                .unwrap();

            let done = journal.truncate(retention, now()).await.unwrap();
            let condition = journal.verify().await.unwrap();
            let went = condition.truncation.map_or(0, |truncation| truncation.rows);
            assert_eq!(i64::try_from(went).unwrap(), best);
            assert!(matches!(condition.chain, Chain::Whole { rows, .. } if rows == count));
            assert_eq!(condition.end, End::Unkept);
            let gone = u64::try_from(heads.iter().filter(|(_, head)| *head <= best).count()).unwrap();
            assert_eq!(done.changes, gone);
            let mut stayed = before_it;
            stayed.retain(|record| heads.iter().any(|(id, head)| *id == record.begun.id && *head > best));
            assert_eq!(journal.records(ALL).await.unwrap(), stayed, "what stays reads as before");
        });
    }
}

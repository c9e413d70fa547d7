//! Changes that undo themselves or each other, and very many that undo one another.

use std::path::Path;
use std::time::{Duration, Instant};

use journal::{Chain, ChangeFilter, Journal, Outcome, State};

use crate::common::*;
use crate::forger::forge;

const ALL: ChangeFilter = ChangeFilter { tenant: None, limit: 100_000 };

fn new_journal(path: &Path) {
    drop(Journal::open(path).unwrap());
}

/// Given a record in which a change undoes itself, two undo each other, and one undoes a change that comes later;
/// when it is opened; then it is listed to its end, and the first of them is said to be damage.
#[tokio::test]
async fn changes_that_undo_themselves_or_each_other_are_damage_and_are_listed() {
    for circle in [vec![undo_of(3, 3)], vec![undo_of(4, 3), undo_of(3, 4)], vec![undo_of(99, 3)]] {
        let folder = temporary_folder::temporary_folder();
        let path = folder.path().join("journal.db");
        let journal = Journal::open(&path).unwrap();
        write(&journal, keep_one_address(1), all_the_way()).await;
        drop(journal);
        let mut raw = past_the_journal(&path);
        let forged: Vec<_> = circle.iter().map(|change| (change.clone(), all_the_way())).collect();
        forge(&mut raw, &forged);
        drop(raw);

        let journal = Journal::open(&path).unwrap();

        assert_eq!(journal.verify_chain().await.unwrap(), Chain::Broken { row: 7 }, "its first row");
        let listed = journal.changes(ALL).await.unwrap();
        assert_eq!(listed.len(), 1 + circle.len());
        for change in listed {
            let record = journal.change(change.begun.id).await.unwrap();
            assert_eq!(record.state, change.state, "one by one as in the list");
        }
    }
}

/// Given 20,000 changes, each of which undoes the one before; when they are listed; then every second one holds, and
/// it takes as long as it takes to read them.
#[tokio::test]
async fn a_chain_of_20_000_undoes_is_read_in_the_time_it_takes_to_read_it() {
    const LONG: u128 = 20_000;
    let folder = temporary_folder::temporary_folder();
    let path = folder.path().join("journal.db");
    new_journal(&path);
    let mut raw = past_the_journal(&path);
    let change = |number| if number == 1 { keep_one_address(1) } else { undo_of(number - 1, number) };
    let done = || vec![intended(), finished(Outcome::Done)];
    forge(&mut raw, &(1..=LONG).map(|number| (change(number), done())).collect::<Vec<_>>());
    drop(raw);

    let journal = Journal::open(&path).unwrap();
    let before = Instant::now();
    let listed = journal.changes(ALL).await.unwrap();
    let newest = journal.records(ChangeFilter { tenant: None, limit: 200 }).await.unwrap();
    let oldest = journal.change(id(1)).await.unwrap();

    // Far from what it takes (a second), for a machine that is busy; it took 52 s at its quickest before, or overflowed.
    assert!(before.elapsed() < Duration::from_mins(1), "{:?}", before.elapsed());
    assert_eq!(listed.len(), usize::try_from(LONG).unwrap());
    for (at, change) in listed.iter().enumerate() {
        let number = LONG - u128::try_from(at).unwrap();
        let expected = if at % 2 == 0 { State::Finished } else { State::UndoneBy { change: id(number + 1) } };
        assert_eq!(change.state, expected, "change {number}");
    }
    assert_eq!(oldest.state, State::UndoneBy { change: id(2) });
    assert_eq!(newest.len(), 200);
    assert_eq!(newest[1].state, State::UndoneBy { change: id(LONG) });
}

//! What is written down of a change, and what the journal then says of it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what fails here is a failed test")]

mod common;

use common::*;
use journal::{Chain, ChangeFilter, ChangeSummary, Journal, JournalError, Outcome, State, Step, Transition};

async fn at_contoso(journal: &Journal) -> Vec<ChangeSummary> {
    journal.changes(ChangeFilter { tenant: Some(CONTOSO.into()), limit: 100 }).await.unwrap()
}

async fn state_of(journal: &Journal, number: u128) -> State {
    journal.change(id(number)).await.unwrap().state
}

#[tokio::test]
async fn a_change_that_went_all_the_way_is_read_back_as_it_was_written_after_a_restart() {
    let folder = temporary_folder::temporary_folder();
    let path = folder.path().join("journal.db");
    let head =
        journal::NewChange { reason: Some("ticket 42; it's \"quoted\"\n".into()), ..keep_one_address(1) };
    {
        let journal = Journal::open(&path).unwrap();
        write(&journal, head.clone(), all_the_way()).await;
    }

    let record = Journal::open(&path).unwrap().change(id(1)).await.unwrap();

    assert_eq!(record.begun, head);
    assert_eq!(record.transitions().cloned().collect::<Vec<_>>(), all_the_way());
    assert_eq!((record.state, record.open), (State::Finished, false));
    assert_eq!(record.before(), Some(&payload("jan@fabrikam.com")));
    assert_eq!(record.after(), Some(&payload("jan@fabrikam.nl")));
}

#[tokio::test]
async fn each_end_has_its_own_state_and_only_an_end_closes_a_change() {
    use Outcome::{Done, InPart, NotYetVisible, Refused, Unknown};
    let sent_off = || vec![intended(), sent("patch")];
    let then = |more: Vec<Transition>| sent_off().into_iter().chain(more).collect::<Vec<_>>();
    let table = [
        (vec![], State::Open, true),
        (sent_off(), State::Open, true),
        (then(vec![acknowledged("patch")]), State::Open, true),
        (then(vec![refused("patch")]), State::Refused, true),
        (then(vec![unknown("patch")]), State::Unknown, true),
        (then(vec![acknowledged("patch"), not_yet_visible()]), State::NotYetVisible, true),
        (then(vec![acknowledged("patch"), not_yet_visible(), verified()]), State::Open, true),
        (then(vec![acknowledged("patch"), verified(), finished(Done)]), State::Finished, false),
        (then(vec![refused("patch"), finished(Refused)]), State::Refused, false),
        (then(vec![unknown("patch"), finished(Unknown)]), State::Unknown, false),
        (then(vec![acknowledged("patch"), finished(InPart)]), State::InPart, false),
        (then(vec![acknowledged("patch"), finished(NotYetVisible)]), State::NotYetVisible, false),
        (then(vec![finished(NotYetVisible), verified()]), State::Finished, false),
        (then(vec![finished(Unknown), verified()]), State::Finished, false),
        (then(vec![finished(InPart), verified()]), State::InPart, false),
        (then(vec![finished(Done), not_yet_visible()]), State::Finished, false),
        (then(vec![unknown("patch"), abandoned()]), State::Abandoned, false),
        (vec![abandoned()], State::Abandoned, false),
    ];
    let journal = Journal::in_memory().unwrap();
    for (number, (transitions, state, open)) in (1..).zip(table) {
        write(&journal, keep_one_address(number), transitions.clone()).await;
        let record = journal.change(id(number)).await.unwrap();
        assert_eq!((record.state, record.open), (state, open), "{transitions:?}");
    }
}

#[tokio::test]
async fn after_a_crash_the_open_changes_say_which_requests_were_never_answered() {
    let journal = Journal::in_memory().unwrap();
    write(&journal, keep_one_address(1), all_the_way()).await;
    let broken_off = vec![
        intended(),
        sent("delete"),
        acknowledged("delete"),
        sent("invite"),
        unknown("invite"),
        sent("invite"),
        unknown("invite"),
        sent("add-to-group:sales"),
    ];
    write(&journal, keep_one_address(2), broken_off).await;
    write(&journal, keep_one_address(3), vec![]).await;
    write(&journal, keep_one_address(4), vec![intended(), abandoned()]).await;

    let open = journal.open_changes(CONTOSO).await.unwrap();

    assert_eq!(open.iter().map(|change| change.begun.id).collect::<Vec<_>>(), [id(2), id(3)]);
    assert!(journal.open_changes("fabrikam-tenant").await.unwrap().is_empty());
}

#[tokio::test]
async fn the_list_is_newest_first_by_writing_of_one_tenant_and_no_longer_than_asked() {
    let journal = Journal::in_memory().unwrap();
    let mut elsewhere = keep_one_address(4);
    elsewhere.organisation.tenant_id = "fabrikam-tenant".into();
    // The clock was set back between the first and the second.
    let earlier_by_the_clock = journal::NewChange { started: at(-500), ..keep_one_address(2) };
    for change in [keep_one_address(1), earlier_by_the_clock, keep_one_address(3), elsewhere] {
        write(&journal, change, all_the_way()).await;
    }

    let ids = |list: Vec<ChangeSummary>| list.iter().map(|change| change.begun.id).collect::<Vec<_>>();
    assert_eq!(ids(at_contoso(&journal).await), [id(3), id(2), id(1)]);
    let two = ChangeFilter { tenant: None, limit: 2 };
    assert_eq!(ids(journal.changes(two).await.unwrap()), [id(4), id(3)]);
}

#[tokio::test]
async fn what_was_done_to_many_at_once_is_one_entry_of_the_list() {
    let journal = Journal::in_memory().unwrap();
    let batch = Some(journal::BatchId::from(id(90).as_uuid()));
    let of_the_batch = |change| journal::NewChange { batch, ..keep_one_address(change) };
    let all = [1, 2].map(keep_one_address).into_iter().chain([3, 4, 5].map(of_the_batch));
    for change in all.chain([keep_one_address(6)]) {
        write(&journal, change, all_the_way()).await;
    }
    for (limit, newest) in
        [(1, &[6][..]), (2, &[6, 5, 4, 3]), (3, &[6, 5, 4, 3, 2]), (9, &[6, 5, 4, 3, 2, 1])]
    {
        let listed = journal.changes(ChangeFilter { tenant: None, limit }).await.unwrap();
        let listed: Vec<_> = listed.iter().map(|change| change.begun.id).collect();
        assert_eq!(listed, newest.iter().copied().map(id).collect::<Vec<_>>(), "{limit}");
    }
}

#[tokio::test]
async fn a_change_is_undone_only_by_an_undo_that_took_effect_and_still_stands() {
    let journal = Journal::in_memory().unwrap();
    write(&journal, keep_one_address(1), all_the_way()).await;

    write(
        &journal,
        undo_of(1, 2),
        vec![intended(), sent("patch"), refused("patch"), finished(Outcome::Refused)],
    )
    .await;
    assert_eq!(state_of(&journal, 1).await, State::Finished, "a refused undo undoes nothing");

    let under_way = vec![intended(), sent("patch"), acknowledged("patch"), not_yet_visible()];
    write(&journal, undo_of(1, 3), under_way).await;
    assert_eq!(state_of(&journal, 1).await, State::Finished, "an undo under way has not undone it yet");

    journal.append(id(3), Step { at: at(9), transition: finished(Outcome::Done) }).await.unwrap();
    assert_eq!(state_of(&journal, 1).await, State::UndoneBy { change: id(3) });

    write(&journal, undo_of(3, 4), all_the_way()).await;
    assert_eq!(state_of(&journal, 3).await, State::UndoneBy { change: id(4) });
    assert_eq!(
        state_of(&journal, 1).await,
        State::Finished,
        "the undo was taken back, so the change holds again"
    );

    write(&journal, undo_of(1, 5), all_the_way()).await;
    assert_eq!(state_of(&journal, 1).await, State::UndoneBy { change: id(5) });
    let listed = at_contoso(&journal).await;
    assert_eq!(listed.last().unwrap().state, State::UndoneBy { change: id(5) }, "the list says the same");
}

#[tokio::test]
async fn a_change_that_was_taken_back_is_closed_by_that_and_needs_no_row_of_its_own() {
    // Given a change that was interrupted
    let journal = Journal::in_memory().unwrap();
    write(&journal, keep_one_address(1), vec![intended(), sent("patch"), unknown("patch")]).await;
    let open = async || journal.open_changes(CONTOSO).await.unwrap().len();
    assert_eq!(open().await, 1);

    // When another one takes it back, and nothing could be written after that
    write(&journal, undo_of(1, 2), vec![intended(), sent("patch"), acknowledged("patch")]).await;
    assert_eq!(open().await, 2, "it is under way");
    journal.append(id(2), Step { at: at(9), transition: finished(Outcome::Done) }).await.unwrap();

    // Then neither is open
    assert_eq!(open().await, 0);
    let record = journal.change(id(1)).await.unwrap();
    assert_eq!((record.state, record.open), (State::UndoneBy { change: id(2) }, false));
    assert!(at_contoso(&journal).await.iter().all(|change| !change.open));
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_leaves_no_row() {
    let journal = Journal::in_memory().unwrap();
    write(&journal, keep_one_address(1), all_the_way()).await;
    write(&journal, keep_one_address(2), vec![]).await;
    write(&journal, keep_one_address(4), vec![intended(), sent("patch")]).await;
    let before = journal.verify_chain().await.unwrap();
    let step = |transition| Step { at: at(0), transition };

    let again = journal.begin(keep_one_address(1)).await;
    let stranger = journal.append(id(99), step(intended())).await;
    let undo_of_nothing = journal.begin(undo_of(99, 3)).await;
    let after_the_end = journal.append(id(1), step(sent("patch"))).await;
    let ended_twice = journal.append(id(1), step(abandoned())).await;
    let too_early = journal.append(id(4), step(remarked("arrived"))).await;
    let unintended = journal.append(id(2), step(sent("patch"))).await;
    let unheard_of = journal.change(id(99)).await;

    assert!(matches!(again, Err(JournalError::AlreadyBegun(change)) if change == id(1)));
    assert!(matches!(stranger, Err(JournalError::NoSuchChange(change)) if change == id(99)));
    assert!(matches!(undo_of_nothing, Err(JournalError::NoSuchChange(change)) if change == id(99)));
    assert!(matches!(after_the_end, Err(JournalError::AlreadyEnded(_))));
    assert!(matches!(ended_twice, Err(JournalError::AlreadyEnded(_))));
    assert!(matches!(too_early, Err(JournalError::StillOpen(_))));
    assert!(matches!(unintended, Err(JournalError::NothingIntended(_))));
    assert!(matches!(unheard_of, Err(JournalError::NoSuchChange(_))));
    assert_eq!(journal.verify_chain().await.unwrap(), before, "not a row more");
}

#[tokio::test]
async fn a_caller_who_stops_waiting_does_not_stop_the_row() {
    let journal = Journal::in_memory().unwrap();
    journal.begin(keep_one_address(1)).await.unwrap();

    let mut given_up = Box::pin(journal.append(id(1), Step { at: at(1), transition: intended() }));
    let polled_once = futures_poll_once(given_up.as_mut()).await;
    drop(given_up);

    // Whether or not the row was already there at the first look, it is there now.
    let record = journal.change(id(1)).await.unwrap();
    assert_eq!(record.steps.len(), 1, "first look: {polled_once:?}");
}

#[tokio::test]
async fn a_journal_that_is_let_go_of_has_written_what_it_was_asked_and_closed_its_file() {
    let folder = temporary_folder::temporary_folder();
    let path = folder.path().join("journal.db");
    let journal = Journal::open(&path).unwrap();
    let mut asked: Vec<_> =
        (1..=20).map(|number| Box::pin(journal.begin(keep_one_address(number)))).collect();
    for begin in &mut asked {
        let _ = futures_poll_once(begin.as_mut()).await;
    }
    drop(asked);
    assert!(folder.path().join("journal.db-wal").exists(), "it is open");

    drop(journal);

    assert!(!folder.path().join("journal.db-wal").exists(), "SQLite removes its log when it closes the file");
    let rows: i64 =
        past_the_journal(&path).query_row("SELECT count(*) FROM entry", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 20);
}

async fn futures_poll_once<F: Future>(mut future: std::pin::Pin<&mut F>) -> std::task::Poll<()> {
    std::future::poll_fn(|context| std::task::Poll::Ready(future.as_mut().poll(context).map(|_| ()))).await
}

#[tokio::test]
async fn what_is_said_of_a_change_after_its_end_is_kept_and_moves_nothing() {
    let folder = temporary_folder::temporary_folder();
    let path = folder.path().join("journal.db");
    let journal = Journal::open(&path).unwrap();
    for (number, end) in
        [(1, finished(Outcome::Done)), (2, finished(Outcome::NotYetVisible)), (3, abandoned())]
    {
        write(&journal, keep_one_address(number), vec![intended(), sent("patch"), end]).await;
        let before = journal.change(id(number)).await.unwrap();
        let said = Step { at: at(60), transition: remarked("missing") };
        journal.append(id(number), said.clone()).await.unwrap();
        let after = journal.change(id(number)).await.unwrap();
        assert_eq!((after.state, after.open, after.sound), (before.state, before.open, before.sound));
        assert_eq!(after.steps.last().unwrap().step, said);
    }
    drop(journal);
    let journal = Journal::open(&path).unwrap();
    assert!(matches!(journal.verify_chain().await.unwrap(), Chain::Whole { rows: 15, .. }));
    assert_eq!(journal.change(id(1)).await.unwrap().transitions().last(), Some(&remarked("missing")));
}

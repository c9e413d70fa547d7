//! A record that is gone, shortened, exchanged or forged; and what is known of that without a safe place.

use std::fs;

use journal::{Chain, End, Journal, JournalError, KnownHead};
use rusqlite::Connection;

use crate::common::*;
use crate::forger::forge;
use crate::safe::Safe;
use crate::scene::{After, Scene, bytes, everything};

/// Given a record; when its file has no bytes, or one, or is gone; then a new one begins, and it is said that there was
/// another; what was there is kept.
#[tokio::test]
async fn a_record_that_is_gone_is_not_taken_for_none_yet() {
    let scene = Scene::new(1, 3).await.closed();
    for left in [Some(&b""[..]), Some(&b"S"[..]), None] {
        let placed = scene.placed();
        match left {
            Some(left) => fs::write(&placed.path, left).unwrap(),
            None => fs::remove_file(&placed.path).unwrap(),
        }
        let journal = placed.open().unwrap();
        let condition = journal.verify().await.unwrap();
        assert_eq!((condition.end, condition.kept_aside.len()), (End::CutOff, usize::from(left.is_some())));
        assert!(condition.kept_aside.iter().all(|kept| bytes(kept) == left.unwrap_or_default()));
        write(&journal, keep_one_address(1), all_the_way()).await;
        assert!(journal.change(id(1)).await.unwrap().sound);
    }
}

/// Given the same, and no place to keep a head; then the empty file alone tells, and is kept aside.
#[tokio::test]
async fn an_empty_file_is_kept_aside_without_a_safe_place_too() {
    let folder = temporary_folder::temporary_folder();
    let path = folder.path().join("journal.db");
    fs::write(&path, "").unwrap();
    let condition = Journal::open(&path).unwrap().verify().await.unwrap();
    assert_eq!((condition.end, condition.kept_aside.len()), (End::Unkept, 1));
}

/// Given a record with a log; when the log is taken away; then the rows that were in it are said to be missing, and
/// nothing that was begun before is undone; without a safe place nobody can tell, and that is said.
#[tokio::test]
async fn a_log_that_is_taken_away_is_noticed_by_the_head_and_otherwise_it_is_said_that_it_cannot_be() {
    let scene = Scene::new(1, 3).await;
    let placed = scene.placed();
    fs::remove_file(placed.log()).unwrap();
    let After::Opened(condition, 3) = placed.judge(&scene).await else { panic!("three are left") };
    assert_eq!(condition.end, End::CutOff);
    assert!(!placed.open().unwrap().change(id(1)).await.unwrap().sound);

    for (kept, said) in [(KnownHead::Nowhere, End::Unkept), (KnownHead::Lost, End::Unknown)] {
        let placed = scene.placed();
        fs::remove_file(placed.log()).unwrap();
        let journal = Journal::open_with_head(&placed.path, Safe::with(kept).boxed()).unwrap();
        let condition = journal.verify().await.unwrap();
        assert_eq!(condition.end, said);
        assert!(matches!(condition.chain, Chain::Whole { rows: 18, .. }));
    }
}

/// Given a record with a log; when the log of another journal, or of another database, stands in its place; then what
/// is shown is this record's, the log is kept, and the rows that were in the right one are said to be missing: by the
/// head, and without it because nothing is ever taken out of a journal.
#[tokio::test]
async fn a_log_of_another_journal_or_database_is_not_taken_in() {
    let scene = Scene::new(1, 3).await;
    let foreign = Scene::new(500, 5).await;
    let recipes = temporary_folder::temporary_folder();
    let other = Connection::open(recipes.path().join("other.db")).unwrap();
    other.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE recipe (name TEXT)").unwrap();
    let other_log = bytes(&recipes.path().join("other.db-wal"));

    for log in [&foreign.log, &other_log] {
        for safe in [true, false] {
            let placed = scene.placed();
            fs::write(placed.log(), log).unwrap();
            if !safe {
                let keeper = Safe::with(KnownHead::Nowhere);
                let journal = Journal::open_with_head(&placed.path, keeper.boxed()).unwrap();
                assert_eq!(journal.verify().await.unwrap().end, End::CutOff);
                assert_eq!(everything(&journal).await.len(), 3);
                continue;
            }
            let after = placed.judge(&scene).await;
            assert!(matches!(&after, After::Opened(it, 3) if it.end == End::CutOff), "{after:?}");
        }
    }
}

/// Given a record; when another one stands in its place, or somebody without the secret has rewritten it from an
/// altered row to the end; then the head does not fit, it is said, and nothing of it is vouched for.
#[tokio::test]
async fn another_record_in_its_place_is_shown_and_not_vouched_for() {
    let scene = Scene::new(1, 3).await.closed();
    let other = Scene::new(500, 4).await.closed();
    let placed = scene.placed();
    fs::write(&placed.path, &other.file).unwrap();
    let After::Opened(condition, shown) = placed.judge(&scene).await else { panic!("it is a journal") };
    assert_eq!((condition.end, shown), (End::CutOff, other.written.len()));
    assert!(matches!(condition.chain, Chain::Whole { .. }), "it is well forged");
}

/// Given a record that is open; when rows are altered or cut off under the running app; then the next walk, which comes
/// before every undo, says so.
#[tokio::test]
async fn what_is_altered_under_the_running_app_is_noticed_before_an_undo() {
    for tampering in [
        "UPDATE entry SET body = replace(body, 'fabrikam.com', 'evil.example') WHERE seq = 2",
        "DELETE FROM entry WHERE seq > 10",
    ] {
        let placed = Scene::new(1, 2).await.closed().placed();
        let journal = placed.open().unwrap();
        assert!(journal.change(id(1)).await.unwrap().sound);
        let raw = past_the_journal(&placed.path);
        raw.execute_batch("DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_removed")
            .unwrap();
        assert!(raw.execute(tampering, []).unwrap() > 0);
        let condition = journal.verify().await.unwrap();
        assert!(matches!(condition.chain, Chain::Broken { row: 2 }) || condition.end == End::CutOff);
        assert!(!journal.change(id(1)).await.unwrap().sound, "{tampering}");
    }
}

/// Given rows that were written, and an app that was killed before it kept their head; when it starts; then they are
/// accepted, for they chain on from the head it has.
#[tokio::test]
async fn rows_that_chain_on_from_the_head_are_accepted() {
    let scene = Scene::new(1, 3).await;
    let placed = scene.placed();
    let mut raw = past_the_journal(&placed.path);
    forge(&mut raw, &[(keep_one_address(800), all_the_way())]);
    drop(raw);
    let condition = placed.open().unwrap().verify().await.unwrap();
    assert_eq!((condition.end, condition.kept_aside.len()), (End::Whole, 0));
    let KnownHead::Head(head) = placed.safe.now() else { panic!("kept") };
    assert_eq!(head.row, 44, "and the head is now the last of them");
}

/// Given tables whose triggers somebody took away or added; when the record is opened; then it has its own again, every
/// row as it stood, and the file as it was is kept aside.
#[tokio::test]
async fn tables_that_were_tampered_with_are_made_anew() {
    let evil = "CREATE TRIGGER evil AFTER INSERT ON entry BEGIN SELECT 1; END";
    for tampering in ["DROP TRIGGER entry_is_never_removed", "DROP INDEX entry_undoes", evil] {
        let scene = Scene::new(1, 2).await.closed();
        let placed = scene.placed();
        past_the_journal(&placed.path).execute_batch(tampering).unwrap();
        let After::Opened(condition, 5) = placed.judge(&scene).await else { panic!("opened") };
        assert!(matches!(condition.chain, Chain::Whole { .. }) && condition.kept_aside.len() == 1);
        let refused = past_the_journal(&placed.path).execute("DELETE FROM entry", []).unwrap_err();
        assert!(refused.to_string().contains("append-only"), "{tampering}");
    }
}

/// Given a link, or a folder, in the place of the file or of what belongs to it; when it is opened; then it is refused.
#[cfg(unix)]
#[tokio::test]
async fn nothing_but_a_file_of_ones_own_is_opened() {
    let scene = Scene::new(1, 1).await.closed();
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let placed = scene.placed();
        let target = placed.folder.path().join("elsewhere");
        fs::write(&target, &scene.file).unwrap();
        let link = placed.folder.path().join(format!("journal.db{suffix}"));
        let _ = fs::remove_file(&link);
        std::os::unix::fs::symlink(&target, &link).unwrap();
        assert!(
            matches!(placed.open(), Err(JournalError::File { path, .. }) if path.ends_with(link.file_name().unwrap()))
        );
        assert_eq!(bytes(&target), scene.file);
    }
}

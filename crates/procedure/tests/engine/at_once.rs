//! Several tasks at once in one process. All state is behind one lock that is never held over an await
//! (`clippy::await_holding_lock`), so that there is no order of two locks to explore; what may interleave are whole calls,
//! and those do, on several threads, many times.

use std::sync::Arc;

use guest::RemedyKind;
use procedure::{ChangeStatus, ErrorKind, Outcome};
use scripted_graph::Effect;
use tokio::sync::{Barrier, Notify};
use tokio::task::JoinSet;

use crate::support::{ADDRESS, Story};

/// How often each story is told: the threads meet differently each time.
const TIMES: usize = 40;
const THREADS: usize = 8;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_confirmations_of_one_plan_one_is_carried_out() {
    for _ in 0..TIMES {
        let story = Story::new().await;
        let plan = story.preview(RemedyKind::KeepOneAddress).await;
        let together = Arc::new(Barrier::new(THREADS));
        let mut all = JoinSet::new();
        for _ in 0..THREADS {
            let (engine, together, id) = (story.engine.clone(), together.clone(), plan.id.unwrap());
            all.spawn(async move {
                together.wait().await;
                engine.confirm(id, None, None).await
            });
        }
        let (mut begun, mut refused) = (Vec::new(), Vec::new());
        for answer in all.join_all().await {
            match answer {
                Ok(change) => begun.push(change),
                Err(problem) => refused.push(problem.kind),
            }
        }
        assert_eq!(begun.len(), 1, "{refused:?}");
        let known = |kind: &ErrorKind| matches!(kind, ErrorKind::PlanUsed | ErrorKind::ChangeRunning);
        assert!(refused.iter().all(known), "{refused:?}");
        assert_eq!(story.end_of(begun[0]).await.outcome(), Outcome::Done);
        assert_eq!(story.directory.writes().len(), 1);
        assert_eq!(story.engine.history().await.unwrap().len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_change_that_is_cancelled_while_it_ends_says_how_it_stands() {
    let (mut whole, mut stopped) = (0, 0);
    for round in 0..TIMES {
        let story = Story::new().await;
        let plan = story.preview(RemedyKind::KeepOneAddress).await;
        let change = story.confirm(&plan).await.unwrap();
        let engine = story.engine.clone();
        let cancel = tokio::spawn(async move {
            for _ in 0..round {
                tokio::task::yield_now().await;
            }
            // The last one comes when everything is over.
            if round < TIMES - 1 {
                engine.cancel(&change.to_string());
            }
        });
        let end = story.end_of(change).await;
        cancel.await.unwrap();
        story.engine.cancel(&change.to_string());

        // What is said is what is there, and the account is free again
        let written = story.directory.writes().len();
        // Stopped before its first row, it never began, and stands nowhere.
        let entries = story.engine.history().await.unwrap();
        let status = entries.iter().find(|entry| entry.id == change).map(|entry| entry.status);
        match end.outcome() {
            Outcome::Cancelled => {
                stopped += 1;
                assert_eq!(written, 0);
                assert!(matches!(status, None | Some(ChangeStatus::Cancelled)), "{status:?}");
            }
            Outcome::Done | Outcome::NotYetVisible => {
                whole += 1;
                assert_eq!(written, 1);
                let told = [Some(ChangeStatus::Done), Some(ChangeStatus::NotYetVisible)];
                assert!(told.contains(&status), "{status:?}");
            }
            other @ (Outcome::Refused | Outcome::Failed | Outcome::Interrupted | Outcome::Unknown) => {
                panic!("{other:?}: {end:?}")
            }
        }
        assert!(story.engine.nothing_running().is_ok());
    }
    assert!(whole + stopped == TIMES && whole > 0, "{whole} went through, {stopped} were stopped");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whoever_is_looked_up_while_a_change_runs_is_found_before_it_or_after_it() {
    for _ in 0..TIMES {
        let story = Story::new().await;
        let plan = story.preview(RemedyKind::SetMail).await;
        let change = story.confirm(&plan).await.unwrap();
        let mut all = JoinSet::new();
        for number in 0..THREADS {
            let engine = story.engine.clone();
            all.spawn(async move {
                engine.find(ADDRESS, None, None, &format!("find-{number}")).await.unwrap().diagnosis.verdict
            });
        }
        let seen = all.join_all().await;
        let end = story.end_of(change).await;
        assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
        let known = [verdict_after(&story).await, guest::Verdict::Misconfigured, guest::Verdict::NoAddress];
        assert!(seen.iter().all(|verdict| known.contains(verdict)), "{seen:?}");
        assert_eq!(story.engine.history().await.unwrap().len(), 1);
    }
}

async fn verdict_after(story: &Story) -> guest::Verdict {
    story.engine.find(ADDRESS, None, None, "after").await.unwrap().diagnosis.verdict
}

#[tokio::test]
async fn no_way_from_a_change_is_planned_while_it_runs_and_its_record_is_left_alone() {
    // Given a deletion that is under way: the original is still there
    let (story, held) = (Story::new().await, Arc::new(Notify::new()));
    let plan = story.preview(RemedyKind::RemoveAndInvite).await;
    story.directory.once("DELETE /users/jan", Effect::Hold(held.clone()));
    let change = story.confirm(&plan).await.unwrap();
    while story.directory.writes().is_empty() {
        tokio::task::yield_now().await;
    }

    // When somebody asks for a way on or back
    for answer in [
        story.engine.preview_put_back(change).await,
        story.engine.preview_continue(change).await,
        story.engine.preview_undo(change).await,
    ] {
        assert_eq!(answer.unwrap_err().kind, ErrorKind::ChangeRunning);
    }

    // Then the change goes on as if nobody had, and its end is written down
    held.notify_waiters();
    assert_eq!(story.end_of(change).await.outcome(), Outcome::Done);
    assert_eq!(story.entry(change).await.status, ChangeStatus::Done);
}

//! On and back from *remove and invite again*: gone on with from wherever it stopped, or the original put back.

use graph::Changed;
use guest::{PlanNote, Verdict, WayBack};
use procedure::{BackState, ChangeStatus, ErrorKind, Outcome, Purpose, StepKind, StepState};
use scripted_graph::Effect;

use crate::support::replaced::{
    DELETE_NEW, RAI, READ_DELETED, READ_NEW, READ_OLD, RESTORE, is_back, without_groups,
};
use crate::support::{ADDRESS, End, JAN, PROJECT, Story, TEAM, jan};

const DELETE: &str = "DELETE /users/*";

/// Done as a whole: there is a new account.
async fn done() -> (Story, End) {
    let story = Story::new().await;
    let end = story.remedy(RAI).await;
    assert_eq!(end.outcome(), Outcome::Done);
    (story, end)
}

/// Stopped after the deletion, because the invitation was refused.
async fn without_invitation() -> (Story, End) {
    let story = Story::new().await;
    story.directory.once("POST /invitations", Effect::Refuse(403, ""));
    let end = story.remedy(RAI).await;
    assert_eq!(end.outcome(), Outcome::Interrupted);
    (story, end)
}

#[tokio::test]
async fn an_undo_removes_the_new_account_and_restores_the_original() {
    let (story, end) = done().await;
    let plan = story.engine.preview_undo(end.change).await.unwrap();
    assert_eq!(plan.confirm_text.as_deref(), Some(ADDRESS), "an account goes: that is typed");
    assert_eq!(plan.way_back, WayBack::Impossible);
    let said = (plan.warnings.as_slice(), plan.notes.as_slice());
    assert_eq!(said, (&[PlanNote::NewAccountRemoved][..], &[PlanNote::OriginalComesBack][..]));
    let undo = story.carry_out(&plan).await;

    assert_eq!(undo.outcome(), Outcome::Done, "{undo:?}");
    assert!(undo.all_done(), "{undo:?}");
    assert_eq!(story.directory.writes()[7..], [DELETE_NEW, RESTORE]);
    is_back(&story);
    let rows = [
        "intended",
        "sent delete-new",
        "acknowledged delete-new",
        "sent restore",
        "acknowledged restore",
        "verified",
        "finished done",
    ];
    assert_eq!(story.rows(undo.change).await, rows);
    assert_eq!(story.record(undo.change).await.begun.remedy, "undo-remove-and-invite");
    assert_eq!(story.entry(end.change).await.status, ChangeStatus::Undone);
    assert_eq!(undo.ways(), [false; 3], "a way back has no way back");
    assert_eq!(undo.result.examination.unwrap().subject().unwrap().id, JAN);
}

#[tokio::test]
async fn an_interrupted_replacement_is_put_back_with_and_without_a_new_account() {
    for with_new in [false, true] {
        let (story, end) = if with_new { without_groups().await } else { without_invitation().await };
        let entry = story.entry(end.change).await;
        assert!(entry.can_put_back && entry.can_continue && !entry.can_undo);
        let plan = story.engine.preview_put_back(end.change).await.unwrap();
        assert_eq!(plan.confirm_text.is_some(), with_new);
        assert_eq!(plan.warnings.contains(&PlanNote::NewAccountRemoved), with_new);
        assert_eq!(plan.steps.contains(&StepKind::DeleteNew), with_new);
        let back = story.carry_out(&plan).await;

        assert_eq!(back.outcome(), Outcome::Done, "{back:?}");
        is_back(&story);
        assert_eq!(story.record(back.change).await.begun.remedy, "put-back-remove-and-invite");
        // The interrupted one is given up, which is certain now.
        assert_eq!(story.rows(end.change).await.last().unwrap(), "abandoned put-back");
        assert_eq!(story.entry(end.change).await.status, ChangeStatus::Undone);
        assert_eq!(story.engine.unfinished().await.unwrap(), 0);
        let problem = story.engine.preview_continue(end.change).await.unwrap_err();
        assert_eq!(problem.kind, ErrorKind::PlanStale);
    }
}

#[tokio::test]
async fn a_guest_whom_a_change_deleted_is_led_back_by_that_change_and_nobody_else_is() {
    let find = async |story: &Story| story.engine.find(ADDRESS, None, None, "ticket").await.unwrap();
    // Given an interrupted change, and one that was finished and whose new account is gone since
    let (open, interrupted) = without_invitation().await;
    let (finished, whole) = done().await;
    finished.directory.delete("new-1");
    finished.directory.purge("new-1");
    for (story, end, purpose) in [(&open, &interrupted, Purpose::PutBack), (&finished, &whole, Purpose::Undo)]
    {
        let back = story.engine.way_back_to(&find(story).await).await.unwrap().unwrap();
        assert_eq!((back.change, back.purpose), (end.change, purpose));
    }

    // When it was gone, there is none; nor to somebody whom another deleted
    open.put_back(interrupted.change).await;
    assert_eq!(open.engine.way_back_to(&find(&open).await).await.unwrap(), None);
    open.directory.delete(JAN);
    let found = find(&open).await;
    assert_eq!(found.diagnosis.verdict, Verdict::Deleted);
    assert_eq!(open.engine.way_back_to(&found).await.unwrap(), None);
}

#[tokio::test]
async fn a_continued_replacement_claims_no_more_of_a_way_back_than_the_first_preview_did() {
    let first = Story::new().await.preview(RAI).await.way_back;
    assert_eq!(first, WayBack::Restore);
    for (story, end) in [without_invitation().await, without_groups().await] {
        assert_eq!(story.engine.preview_continue(end.change).await.unwrap().way_back, first);
    }
}

#[tokio::test]
async fn a_continued_replacement_does_what_is_left_and_nothing_twice() {
    for (story, end) in [without_invitation().await, without_groups().await] {
        let before = story.directory.writes().len();
        let story = story.restarted().await;
        let end = story.go_on(end.change).await;
        assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
        assert_eq!(end.step(StepKind::Delete), StepState::Skipped);
        let deletions = story.directory.bodies(DELETE).len();
        assert_eq!(deletions, 1);
        assert!(story.directory.writes().len() > before);
        assert_eq!(story.directory.groups_of("new-1"), [PROJECT, TEAM]);
        assert_eq!(story.directory.users(), ["admin", "sponsor", "new-1"]);
        assert_eq!(end.ways(), [true, false, false]);
    }
}

#[tokio::test]
async fn what_was_acknowledged_before_the_interruption_is_skipped_request_by_request() {
    // Given a change that stopped at the second group
    let story = Story::new().await;
    story.directory.always("POST /groups/project/members/$ref", Effect::NotSent);
    let end = story.remedy(RAI).await;
    assert_eq!(end.outcome(), Outcome::Interrupted, "{end:?}");
    story.directory.no_more_effects();
    let end = story.go_on(end.change).await;
    assert_eq!(end.outcome(), Outcome::Done);
    assert_eq!(story.directory.bodies("POST /groups/team/members/$ref").len(), 1);
    // And one that stopped only at its end: nothing of it is sent again.
    let story = Story::new().await;
    let plan = story.preview(RAI).await;
    story.journal_refuses("verified");
    let end = story.carry_out(&plan).await;
    assert_eq!(end.outcome(), Outcome::Interrupted, "{end:?}");
    story.journal_takes_everything();
    let sent = story.directory.writes();
    let end = story.go_on(end.change).await;
    assert_eq!((end.outcome(), end.unrestored().len()), (Outcome::Done, 0), "{end:?}");
    assert_eq!(story.directory.writes(), sent);
}

#[tokio::test]
async fn an_original_that_somebody_restored_meanwhile_ends_the_interrupted_change() {
    // Gone on with: given up, because there is nothing left to go on with.
    let (story, end) = without_invitation().await;
    story.directory.restore(JAN);
    let on = story.go_on(end.change).await;
    assert_eq!(on.problem().unwrap().0, ErrorKind::ChangedSince);
    assert_eq!((on.outcome(), on.changed()), (Outcome::Interrupted, Some(Changed::Yes)));
    assert_eq!(story.rows(end.change).await.last().unwrap(), "abandoned changed-since");
    assert_eq!(story.entry(end.change).await.status, ChangeStatus::Interrupted, "the account was deleted");
    assert_eq!(story.directory.writes().len(), 2, "nothing more is sent");
    assert_eq!(story.engine.unfinished().await.unwrap(), 0);

    // Put back: it is back already, seen by the preview or after it.
    for previewed in [false, true] {
        let (story, end) = without_invitation().await;
        let plan = story.engine.preview_put_back(end.change).await.unwrap();
        story.directory.restore(JAN);
        let problem = if previewed {
            story.carry_out(&plan).await.problem().unwrap()
        } else {
            let problem = story.engine.preview_put_back(end.change).await.unwrap_err();
            (problem.kind, problem.changed)
        };
        assert_eq!(problem, (ErrorKind::ChangedSince, Changed::No));
        assert_eq!(story.rows(end.change).await.last().unwrap(), "abandoned put-back");
        assert_eq!(story.entry(end.change).await.status, ChangeStatus::Undone);
        assert_eq!(story.directory.writes().len(), 2);
        assert_eq!(story.engine.unfinished().await.unwrap(), 0);
    }
}

#[tokio::test]
async fn a_deleted_account_that_a_lagging_replica_still_shows_was_not_restored() {
    // Among the deleted all the same, or a look at those that fails, which proves nothing.
    for look in [Effect::Act, Effect::Refuse(403, ""), Effect::NotSent] {
        let (story, end) = without_invitation().await;
        // Live for one look.
        story.directory.once(READ_OLD, Effect::Answer(200, jan()));
        story.directory.once(READ_DELETED, look.clone());
        let end = story.go_on(end.change).await;
        assert_eq!(end.outcome(), Outcome::Done, "{look:?}: {end:?}");
    }
}

#[tokio::test]
async fn an_original_that_is_gone_for_good_is_not_put_back_and_the_new_account_stays() {
    for interrupted in [false, true] {
        let (story, end) = if interrupted { without_groups().await } else { done().await };
        let preview = async || {
            if interrupted {
                story.engine.preview_put_back(end.change).await
            } else {
                story.engine.preview_undo(end.change).await
            }
        };
        let plan = preview().await;
        story.directory.purge(JAN);
        let sent = story.directory.writes().len();
        let back = story.carry_out(&plan.unwrap()).await;
        assert_eq!(back.outcome(), Outcome::Refused, "{back:?}");
        assert_eq!(back.problem(), Some((ErrorKind::CannotUndo, Changed::No)));
        assert_eq!(story.directory.writes().len(), sent, "nothing is removed that cannot be replaced");
        assert!(story.directory.user("new-1").is_some());
        // Another preview sees it at once, and the way back is said to be gone.
        assert_eq!(preview().await.unwrap_err().kind, ErrorKind::CannotUndo);
        let entry = story.entry(end.change).await;
        assert!(entry.back == BackState::Gone && !entry.can_undo && !entry.can_put_back);
        assert_eq!(entry.can_continue, interrupted);
    }
}

#[tokio::test]
async fn a_way_back_that_is_refused_or_not_sent_can_be_tried_again() {
    let endings = [(Effect::Refuse(403, ""), Outcome::Refused), (Effect::NotSent, Outcome::Failed)];
    for (effect, outcome) in endings {
        for request in [DELETE_NEW, RESTORE] {
            let (story, end) = if request == DELETE_NEW { done().await } else { without_invitation().await };
            story.directory.always(request, effect.clone());
            let back = if request == DELETE_NEW {
                story.undo(end.change).await
            } else {
                story.put_back(end.change).await
            };
            assert_eq!((back.outcome(), back.changed()), (outcome, Some(Changed::No)), "{request}: {back:?}");
            assert_eq!(back.ways(), [false; 3]);

            story.directory.no_more_effects();
            let back = if request == DELETE_NEW {
                story.undo(end.change).await
            } else {
                story.put_back(end.change).await
            };
            assert_eq!(back.outcome(), Outcome::Done, "{request}: {back:?}");
            is_back(&story);
            assert_eq!(story.engine.unfinished().await.unwrap(), 0);
        }
    }
}

#[tokio::test]
async fn a_restore_that_is_refused_after_the_new_account_was_removed_stays_open_and_is_gone_on_with() {
    for effect in [Effect::Refuse(403, ""), Effect::NotSent] {
        let (story, end) = done().await;
        story.directory.always(RESTORE, effect);
        let back = story.undo(end.change).await;
        assert_eq!((back.outcome(), back.changed()), (Outcome::Interrupted, Some(Changed::Yes)), "{back:?}");
        assert_eq!(back.ways(), [false, true, false]);
        assert_eq!(back.step(StepKind::Restore), StepState::Refused);

        story.directory.no_more_effects();
        let plan = story.engine.preview_continue(back.change).await.unwrap();
        let back = story.carry_out(&plan).await;
        assert_eq!(back.outcome(), Outcome::Done, "{back:?}");
        assert_eq!(back.step(StepKind::DeleteNew), StepState::Skipped);
        assert_eq!(story.directory.bodies(DELETE_NEW).len(), 1);
        is_back(&story);
    }
}

#[tokio::test]
async fn a_way_back_without_an_answer_is_read_back() {
    for request in [DELETE_NEW, RESTORE] {
        // The server acted: it goes on.
        let (story, end) = done().await;
        story.directory.once(request, Effect::LoseAfter);
        let back = story.undo(end.change).await;
        assert_eq!(back.outcome(), Outcome::Done, "{request}: {back:?}");
        assert_eq!(story.directory.bodies(request).len(), 1, "{request}");
        is_back(&story);
        if request == RESTORE {
            let rows = story.rows(back.change).await;
            let settled = ["unknown restore", "acknowledged restore", "verified", "finished done"];
            assert_eq!(rows[rows.len() - 4..], settled, "the lost answer is settled");
        }

        // It did not: nobody says that it was done, and it is gone on with.
        let (story, end) = done().await;
        story.directory.once(request, Effect::LoseBefore);
        let back = story.undo(end.change).await;
        let (outcome, changed) = if request == RESTORE {
            (Outcome::Interrupted, Changed::Yes)
        } else {
            (Outcome::Unknown, Changed::Unknown)
        };
        assert_eq!((back.outcome(), back.changed()), (outcome, Some(changed)), "{request}: {back:?}");
        assert_eq!(back.ways(), [false, true, false]);
        let back = story.go_on(back.change).await;
        assert_eq!(back.outcome(), Outcome::Done, "{request}: {back:?}");
        is_back(&story);
    }
}

#[tokio::test]
async fn the_original_is_not_restored_while_the_new_account_still_shows() {
    let (story, end) = done().await;
    story.directory.always(READ_NEW, Effect::Stale);
    let back = story.undo(end.change).await;
    assert_eq!((back.outcome(), back.changed()), (Outcome::Interrupted, Some(Changed::Yes)), "{back:?}");
    assert_eq!(back.problem().unwrap().0, ErrorKind::NotVisibleInTime);
    assert_eq!(back.step(StepKind::AwaitGone), StepState::NotYetVisible);
    assert!(story.directory.bodies(RESTORE).is_empty());
    assert_eq!(back.ways(), [false, true, false]);
}

#[tokio::test]
async fn a_restored_account_that_does_not_show_yet_is_said_to_be_just_that() {
    let (story, end) = done().await;
    story.directory.always(READ_OLD, Effect::Stale);
    let back = story.undo(end.change).await;
    assert_eq!(back.outcome(), Outcome::NotYetVisible, "{back:?}");
    let rows = story.rows(back.change).await;
    assert_eq!(rows[rows.len() - 2..], ["not yet visible", "finished notyetvisible"]);
}

#[tokio::test]
async fn a_new_account_that_somebody_removed_already_is_no_obstacle() {
    let (story, end) = done().await;
    story.directory.delete("new-1");
    let back = story.undo(end.change).await;
    assert_eq!(back.outcome(), Outcome::Done, "{back:?}");
    assert_eq!(back.step(StepKind::DeleteNew), StepState::Skipped);
    assert!(story.directory.bodies(DELETE_NEW).is_empty());
    is_back(&story);
}

#[tokio::test]
async fn a_way_back_is_stopped_between_its_steps() {
    for (request, outcome, sent) in [
        (READ_DELETED, Outcome::Cancelled, 0),
        (DELETE_NEW, Outcome::Interrupted, 1),
        (RESTORE, Outcome::NotYetVisible, 2),
    ] {
        let (story, end) = done().await;
        let plan = story.engine.preview_undo(end.change).await.unwrap();
        let (engine, change) = (story.engine.clone(), story.next_change(0).to_string());
        story.directory.once(request, Effect::meanwhile(move |_| engine.cancel(&change)));
        let before = story.directory.writes().len();
        let back = story.carry_out(&plan).await;
        assert_eq!(story.directory.writes().len() - before, sent, "{request}");
        assert_eq!(back.outcome(), outcome, "{request}: {back:?}");
        if outcome != Outcome::NotYetVisible {
            let back = if sent == 0 { story.undo(end.change).await } else { story.go_on(back.change).await };
            assert_eq!(back.outcome(), Outcome::Done, "{request}: {back:?}");
            is_back(&story);
        }
    }
}

#[tokio::test]
async fn an_original_that_somebody_else_restored_does_not_end_a_way_back_whose_new_account_still_stands() {
    // Given a way back of which nobody knows whether the new account was removed; it was not
    let (story, end) = done().await;
    story.directory.once(DELETE_NEW, Effect::LoseBefore);
    let back = story.undo(end.change).await;
    assert_eq!(back.outcome(), Outcome::Unknown);

    // When somebody else restores the original, and the way back is gone on with
    story.directory.restore(JAN);
    let back = story.go_on(back.change).await;

    // Then it is not called done while both accounts stand
    let both = story.directory.user(JAN).is_some() && story.directory.user("new-1").is_some();
    assert!(!both || back.outcome() != Outcome::Done, "{back:?}");
}

#[tokio::test]
async fn a_look_that_fails_on_the_way_back_changed_nothing() {
    for read in [READ_DELETED, READ_NEW] {
        let (story, end) = done().await;
        let plan = story.engine.preview_undo(end.change).await.unwrap();
        story.directory.always(read, Effect::NotSent);
        let before = story.directory.writes().len();
        let back = story.carry_out(&plan).await;
        assert_eq!(back.problem(), Some((ErrorKind::Unreachable, Changed::No)), "{read}: {back:?}");
        assert_eq!(back.outcome(), Outcome::Failed);
        assert_eq!(story.directory.writes().len(), before);
        assert!(story.entry(end.change).await.can_undo, "{read}");
    }
}

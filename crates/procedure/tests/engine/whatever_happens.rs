//! Whatever goes wrong at whatever moment: nothing of a guest is lost without being said, nothing is said that is not so,
//! and there is a way on or back that works.

use graph::Changed;
use procedure::{ChangeStatus, ErrorKind, Outcome, Purpose};
use scripted_graph::Effect;
use serde_json::json;

use crate::support::replaced::{DELETE_NEW, RAI, READ_NEW, READ_OLD, RESTORE, is_back, without_groups};
use crate::support::{ADDRESS, End, JAN, OTHER, PROJECT, Story, TEAM};

const INVITE: &str = "POST /invitations";
const DELETE: &str = "DELETE /users/jan";
const READ_DELETED_NEW: &str = "GET /directory/deletedItems/new-1/microsoft.graph.user";

/// Killed just after the invitation made an account: nobody heard of that.
async fn invited_unheard() -> (Story, End) {
    let story = Story::new().await;
    let plan = story.preview(RAI).await;
    story.directory.once(INVITE, Effect::LoseAfter);
    story.directory.once(READ_OLD, Effect::Act);
    story.directory.once(READ_OLD, Effect::meanwhile(|all| all.always("GET /users", Effect::Stale)));
    let end = story.carry_out(&plan).await;
    assert_eq!(end.outcome(), Outcome::Interrupted, "{end:?}");
    story.directory.no_more_effects();
    assert!(story.directory.user("new-1").is_some());
    (story.restarted().await, end)
}

/// The original is back, and with that everything is over.
async fn is_over(story: &Story) {
    is_back(story);
    assert_eq!(story.engine.unfinished().await.unwrap(), 0, "nothing is left open");
    let ways = |entry: procedure::HistoryEntry| entry.can_continue || entry.can_put_back || entry.can_undo;
    assert!(!story.engine.history().await.unwrap().into_iter().any(ways), "no way leads anywhere now");
}

#[tokio::test]
async fn putting_back_finds_the_account_that_an_unheard_invitation_made() {
    // Given a change of which only the invited account knows that it was made
    let (story, end) = invited_unheard().await;

    // When the original is put back
    let plan = story.engine.preview_put_back(end.change).await.unwrap();
    assert_eq!(plan.confirm_text.as_deref(), Some(ADDRESS), "an account may go: that is typed");
    let back = story.carry_out(&plan).await;

    // Then that account was found by what was sent, and removed first
    assert_eq!(back.outcome(), Outcome::Done, "{back:?}");
    is_over(&story).await;
}

#[tokio::test]
async fn an_account_that_somebody_else_made_meanwhile_is_not_taken_for_the_lost_one() {
    for (property, value) in [("displayName", json!("Jan of Sales")), ("creationType", json!(null))] {
        let (story, end) = invited_unheard().await;
        story.directory.set("new-1", property, value);
        let back = story.put_back(end.change).await;
        assert_eq!(back.outcome(), Outcome::Done, "{back:?}");
        assert!(story.directory.user("new-1").is_some(), "{property}: not ours to remove");
    }
    // Nor when its sponsor is somebody else: whoever invites is the sponsor.
    let (story, end) = invited_unheard().await;
    story.directory.relate("new-1", "sponsors", json!({ "id": "sponsor" }));
    story.put_back(end.change).await;
    assert!(story.directory.user("new-1").is_some());
}

#[tokio::test]
async fn an_invitation_answered_with_somebody_elses_account_is_neither_touched_nor_removed() {
    // Given somebody who invites the same address between our search and our invitation
    let story = Story::new().await;
    let plan = story.preview(RAI).await;
    story.directory.once(
        INVITE,
        Effect::meanwhile(|all| {
            all.add_user(json!({
                "id": "theirs", "displayName": "Jan of Sales", "mail": ADDRESS, "otherMails": [ADDRESS],
                "creationType": "Invitation", "createdDateTime": "2026-11-22T18:20:00Z",
            }));
        }),
    );

    // When the invitation is answered with that account
    let end = story.carry_out(&plan).await;

    // Then it is said to be another one, and the way back leaves it alone
    let kind = ErrorKind::InvitationOtherAccount { found: "theirs".to_owned() };
    assert_eq!(end.problem(), Some((kind, Changed::Yes)), "{end:?}");
    assert_eq!(story.directory.writes(), [DELETE, INVITE]);
    let back = story.put_back(end.change).await;
    assert_eq!(back.outcome(), Outcome::Done, "{back:?}");
    assert!(story.directory.user("theirs").is_some() && story.directory.user(JAN).is_some());
}

#[tokio::test]
async fn not_found_is_no_sign_that_the_new_account_is_gone() {
    for lag in [1, 2, 3] {
        let (story, end) = without_groups().await;
        let plan = story.engine.preview_put_back(end.change).await.unwrap();
        story.directory.times(lag, READ_NEW, Effect::Refuse(404, "Request_ResourceNotFound"));
        let back = story.carry_out(&plan).await;
        assert_eq!(back.outcome(), Outcome::Done, "{lag}: {back:?}");
        is_over(&story).await;
    }
}

#[tokio::test]
async fn a_look_that_fails_after_the_deletion_never_says_that_nothing_was_changed() {
    let answers = [
        Effect::Refuse(400, "BadRequest"),
        Effect::Refuse(401, "InvalidAuthenticationToken"),
        Effect::Refuse(403, "Authorization_RequestDenied"),
        Effect::Refuse(409, "Conflict"),
        Effect::Refuse(423, "Locked"),
        Effect::Answer(200, json!("not what was asked for")),
        Effect::Answer(200, json!({})),
        Effect::NotSent,
    ];
    for answer in answers {
        // The first look at the old account after it was deleted, or at the new one.
        for (request, before) in [(READ_OLD, 1), (READ_NEW, 0)] {
            let story = Story::new().await;
            let plan = story.preview(RAI).await;
            if before > 0 {
                story.directory.times(before, request, Effect::Act);
            }
            story.directory.always(request, answer.clone());
            let end = story.carry_out(&plan).await;
            assert_eq!(end.changed(), Some(Changed::Yes), "{request} {answer:?}: {end:?}");
            assert_eq!(end.ways()[1..], [true, true], "{request} {answer:?}: {end:?}");
            assert_eq!(story.entry(end.change).await.status, ChangeStatus::Interrupted);

            story.directory.no_more_effects();
            assert_eq!(story.go_on(end.change).await.outcome(), Outcome::Done, "{request} {answer:?}");
        }
    }
}

#[tokio::test]
async fn a_way_back_that_was_begun_is_gone_on_with_and_nothing_else_is_offered() {
    // Given a put-back that removed the new account, and whose restoring was refused
    let (story, end) = without_groups().await;
    story.directory.once(RESTORE, Effect::Refuse(403, ""));
    let back = story.put_back(end.change).await;
    assert_eq!((back.outcome(), back.changed()), (Outcome::Interrupted, Some(Changed::Yes)), "{back:?}");

    // Then the change that it takes back offers nothing: to go on with it would lead to an account that is gone
    let entry = story.entry(end.change).await;
    assert!(!entry.can_continue && !entry.can_put_back, "{entry:?}");
    for preview in
        [story.engine.preview_continue(end.change).await, story.engine.preview_put_back(end.change).await]
    {
        assert_eq!(preview.unwrap_err().kind, ErrorKind::CannotUndo);
    }
    let unfinished = story.engine.unfinished_changes().await.unwrap();
    assert_eq!(unfinished.iter().map(|entry| entry.id).collect::<Vec<_>>(), [back.change]);
    let found = story.engine.find(ADDRESS, None, None, "ticket").await.unwrap();
    let way = story.engine.way_back_to(&found).await.unwrap().unwrap();
    assert_eq!((way.change, way.purpose), (back.change, Purpose::Continue));

    // And gone on with after a restart, it closes both
    let story = story.restarted().await;
    let back = story.go_on(back.change).await;
    assert_eq!(back.outcome(), Outcome::Done, "{back:?}");
    assert_eq!(story.entry(end.change).await.status, ChangeStatus::Undone);
    is_over(&story).await;
}

#[tokio::test]
async fn a_new_account_that_somebody_removed_is_invited_anew_with_everything_that_belongs_to_it() {
    // Given a change that stopped in the middle of the groups, and somebody who removes its new account
    let story = Story::new().await;
    story.directory.always("POST /groups/project/members/$ref", Effect::NotSent);
    let end = story.remedy(RAI).await;
    story.directory.no_more_effects();
    story.directory.delete("new-1");

    // When it is gone on with
    let end = story.go_on(end.change).await;

    // Then there is another account, in both groups
    assert_eq!((end.outcome(), end.unrestored().len()), (Outcome::Done, 0), "{end:?}");
    assert_eq!(story.directory.groups_of("new-2"), [PROJECT, TEAM]);
    let back = story.undo(end.change).await;
    assert_eq!(back.outcome(), Outcome::Done, "{back:?}");
    is_over(&story).await;
}

#[tokio::test]
async fn an_original_that_somebody_restored_beside_the_new_account_leads_to_putting_back_and_nowhere_else() {
    let (story, end) = without_groups().await;
    story.directory.restore(JAN);
    let on = story.go_on(end.change).await;
    assert_eq!(on.problem(), Some((ErrorKind::ChangedSince, Changed::Yes)), "{on:?}");
    assert_eq!(on.ways(), [false, false, true]);
    let back = story.put_back(end.change).await;
    assert_eq!(back.outcome(), Outcome::Done, "{back:?}");
    is_over(&story).await;
}

#[tokio::test]
async fn a_removal_of_the_new_account_that_is_not_known_is_looked_for_and_called_unknown_until_then() {
    // Lost before it acted, or "not found" though the account stands.
    for (effect, outcome, changed) in [
        (Effect::LoseBefore, Outcome::Unknown, Changed::Unknown),
        (Effect::Refuse(404, "Request_ResourceNotFound"), Outcome::Refused, Changed::No),
    ] {
        let (story, end) = without_groups().await;
        story.directory.once(DELETE_NEW, effect);
        let back = story.put_back(end.change).await;
        assert_eq!((back.outcome(), back.changed()), (outcome, Some(changed)), "{back:?}");
        let way =
            if back.ways()[1] { story.go_on(back.change).await } else { story.put_back(end.change).await };
        assert_eq!(way.outcome(), Outcome::Done, "{way:?}");
        is_over(&story).await;
    }
}

#[tokio::test]
async fn a_put_back_that_was_killed_anywhere_closes_what_it_takes_back_when_gone_on_with() {
    for row in ["acknowledged", "verified", "finished"] {
        let (story, end) = without_groups().await;
        let plan = story.engine.preview_put_back(end.change).await.unwrap();
        story.journal_refuses(row);
        let back = story.carry_out(&plan).await;
        story.journal_takes_everything();
        let story = story.restarted().await;
        let back = story.go_on(back.change).await;
        assert_eq!(back.outcome(), Outcome::Done, "{row}: {back:?}");
        assert_eq!(story.entry(end.change).await.status, ChangeStatus::Undone, "{row}");
        is_over(&story).await;
    }
}

#[tokio::test]
async fn a_way_back_of_which_nothing_but_its_head_was_written_is_not_left_unfinished() {
    // Given a put-back that began when nothing could be written any more
    let (story, end) = without_groups().await;
    let plan = story.engine.preview_put_back(end.change).await.unwrap();
    story.journal_refuses_from("intended");
    story.carry_out(&plan).await;
    story.journal_takes_everything();
    let story = story.restarted().await;

    // Then what is unfinished is what was unfinished before, and going on ends it
    assert_eq!(story.engine.unfinished().await.unwrap(), 1);
    assert_eq!(story.go_on(end.change).await.outcome(), Outcome::Done);
    assert_eq!(story.engine.unfinished().await.unwrap(), 0);
}

#[tokio::test]
async fn what_could_not_be_read_before_the_deletion_is_named_as_left_in_the_result_and_in_the_history() {
    let story = Story::new().await;
    for what in ["appRoleAssignments", "sponsors"] {
        story.directory.always(&format!("GET /users/jan/{what}"), Effect::Refuse(403, ""));
    }
    story.directory.once(INVITE, Effect::Refuse(403, ""));
    let end = story.remedy(RAI).await;
    story.directory.no_more_effects();

    // Gone on with, after which nothing of the preview is left but the record
    let story = story.restarted().await;
    let end = story.go_on(end.change).await;
    assert_eq!(end.unrestored(), ["unseen apps", "unseen sponsors"], "{end:?}");
    let entry = story.entry(end.change).await;
    assert_eq!((entry.status, entry.unrestored.len()), (ChangeStatus::InPart, 2), "{entry:?}");
}

#[tokio::test]
async fn memberships_that_cannot_be_read_any_more_are_not_taken_for_none() {
    let story = Story::new().await;
    for group in [TEAM, PROJECT] {
        story.directory.remove_member(group, JAN);
    }
    let plan = story.preview(RAI).await;
    story.directory.always("GET /users/jan/memberOf/microsoft.graph.group", Effect::Refuse(403, ""));
    let end = story.carry_out(&plan).await;
    assert_eq!(end.changed(), Some(Changed::No), "{end:?}");
    assert!(story.directory.writes().is_empty());
}

#[tokio::test]
async fn language_and_country_are_set_again() {
    let story = Story::new().await;
    story.directory.set(JAN, "preferredLanguage", json!("nl-NL"));
    story.directory.set(JAN, "usageLocation", json!("NL"));
    let end = story.remedy(RAI).await;
    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    let new = story.directory.user("new-1").unwrap();
    assert_eq!((&new["preferredLanguage"], &new["usageLocation"]), (&json!("nl-NL"), &json!("NL")));
}

#[tokio::test]
async fn the_history_tells_a_change_that_did_nothing_from_one_that_deleted_the_guest() {
    // Killed before anything was sent, at the deletion, and after it
    for (row, status) in [
        ("sent", ChangeStatus::InterruptedUnchanged),
        ("acknowledged", ChangeStatus::Unknown),
        ("verified", ChangeStatus::Interrupted),
    ] {
        let story = Story::new().await;
        let plan = story.preview(RAI).await;
        story.journal_refuses_from(row);
        let end = story.carry_out(&plan).await;
        story.journal_takes_everything();
        let entry = story.entry(end.change).await;
        assert_eq!(entry.status, status, "{row}");
        assert_eq!(entry.can_put_back, status != ChangeStatus::InterruptedUnchanged, "{row}");
    }
}

#[tokio::test]
async fn an_original_that_may_be_deleted_is_put_back_whether_it_was_or_not() {
    for effect in [Effect::LoseBefore, Effect::LoseAfter] {
        let story = Story::new().await;
        let plan = story.preview(RAI).await;
        story.directory.once(DELETE, effect.clone());
        story.directory.always(READ_OLD, Effect::Stale);
        let end = story.carry_out(&plan).await;
        story.directory.no_more_effects();
        assert_eq!((end.changed(), end.ways()[2]), (Some(Changed::Unknown), true), "{effect:?}: {end:?}");
        let back = story.put_back(end.change).await;
        assert_eq!(back.outcome(), Outcome::Done, "{effect:?}: {back:?}");
        is_over(&story).await;
    }
}

#[tokio::test]
async fn an_account_at_another_address_of_the_guest_is_found_as_well() {
    let story = Story::new().await;
    let chosen = procedure::Selections { address: Some(OTHER.to_owned()), ..Default::default() };
    let plan = story.try_preview(RAI, chosen).await.unwrap();
    story.directory.once(INVITE, Effect::LoseAfter);
    story.directory.once(READ_OLD, Effect::Act);
    story.directory.once(READ_OLD, Effect::meanwhile(|all| all.always("GET /users", Effect::Stale)));
    let end = story.carry_out(&plan).await;
    story.directory.no_more_effects();
    assert_eq!(story.directory.user("new-1").unwrap()["mail"], OTHER);
    story.directory.once(READ_DELETED_NEW, Effect::Act);
    let back = story.put_back(end.change).await;
    assert_eq!(back.outcome(), Outcome::Done, "{back:?}");
    is_over(&story).await;
}

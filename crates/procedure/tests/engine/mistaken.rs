//! A server that says for minutes that somebody is nowhere: one question is no proof that an account is gone.

use graph::Changed;
use procedure::{ErrorKind, Outcome};
use scripted_graph::Effect;

use crate::support::replaced::{RAI, READ_DELETED, READ_OLD, is_back, without_groups};
use crate::support::{JAN, Story};

const DELETE: &str = "DELETE /users/jan";
const DELETED_USERS: &str = "GET /directory/deletedItems/microsoft.graph.user";
const NOT_FOUND: Effect = Effect::Refuse(404, "Request_ResourceNotFound");

#[tokio::test]
async fn a_deleted_original_that_one_question_does_not_find_can_still_be_put_back() {
    // Given a deleted original that cannot be read by its id
    let (story, end) = without_groups().await;
    story.directory.always(READ_DELETED, NOT_FOUND);

    // When the way back is looked at
    let plan = story.engine.preview_put_back(end.change).await;

    // Then the list of deleted users is believed
    assert!(plan.is_ok(), "{plan:?}");
    let back = story.put_back(end.change).await;
    story.directory.no_more_effects();
    assert_eq!(back.outcome(), Outcome::Done, "{back:?}");
    is_back(&story);
}

#[tokio::test]
async fn an_account_whose_deletion_got_lost_is_not_taken_for_deleted_because_it_is_not_found() {
    // Given a deletion that was not made, and whose answer was lost
    let story = Story::new().await;
    let plan = story.preview(RAI).await;
    story.directory.once(DELETE, Effect::LoseBefore);
    story.directory.always(READ_OLD, Effect::Stale);
    let end = story.carry_out(&plan).await;
    story.directory.no_more_effects();
    assert_eq!(end.changed(), Some(Changed::Unknown), "{end:?}");

    // When it is gone on with, and the account is not found by its id
    story.directory.always(READ_OLD, NOT_FOUND);
    let on = story.go_on(end.change).await;
    story.directory.no_more_effects();

    // Then nobody is invited in their place
    assert!(story.directory.user(JAN).is_some());
    assert!(story.directory.bodies("POST /invitations").is_empty(), "{on:?}");
    assert_eq!(on.changed(), Some(Changed::No), "{on:?}");
}

#[tokio::test]
async fn who_is_nowhere_by_either_question_is_gone() {
    // Given an original that somebody removed for good
    let (story, end) = without_groups().await;
    story.directory.always(READ_DELETED, NOT_FOUND);
    story.directory.always(DELETED_USERS, Effect::Answer(200, serde_json::json!({ "value": [] })));

    // When the way back is looked at
    let problem = story.engine.preview_put_back(end.change).await.unwrap_err();

    // Then there is none, and it is not offered again
    assert_eq!(problem.kind, ErrorKind::CannotUndo);
    assert!(!story.entry(end.change).await.can_put_back);
}

#[tokio::test]
async fn a_list_that_takes_no_id_leaves_the_first_answer_alone() {
    let (story, end) = without_groups().await;
    story.directory.always(READ_DELETED, NOT_FOUND);
    story.directory.always(DELETED_USERS, Effect::Refuse(400, "Request_UnsupportedQuery"));
    let problem = story.engine.preview_put_back(end.change).await.unwrap_err();
    assert_eq!(problem.kind, ErrorKind::CannotUndo);

    // One that fails for a moment proves nothing.
    let (story, end) = without_groups().await;
    story.directory.always(READ_DELETED, NOT_FOUND);
    story.directory.always(DELETED_USERS, Effect::Refuse(503, "ServiceUnavailable"));
    story.engine.preview_put_back(end.change).await.unwrap_err();
    story.directory.no_more_effects();
    assert!(story.entry(end.change).await.can_put_back);
}

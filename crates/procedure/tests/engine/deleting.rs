//! The deletion, after which there is no going back to "nothing was changed": refused, lost, found out later.

use graph::Changed;
use guest::{RemedyKind, WhyRefused};
use procedure::{ErrorKind, Outcome, Plan, StepKind, StepState};
use scripted_graph::Effect;
use serde_json::{Value, json};

use crate::support::{ADDRESS, End, JAN, PROJECT, Story, TEAM, group, jan};

const DELETE: &str = "DELETE /users/*";
const INVITE: &str = "POST /invitations";
const READ_OLD: &str = "GET /users/jan";
const RAI: RemedyKind = RemedyKind::RemoveAndInvite;

async fn ready() -> (Story, Plan) {
    let story = Story::new().await;
    let plan = story.preview(RAI).await;
    (story, plan)
}

#[tokio::test]
async fn a_deletion_that_is_refused_or_never_sent_ends_the_change_with_nothing_changed() {
    let endings = [
        (
            Effect::Refuse(403, ""),
            Outcome::Refused,
            ErrorKind::MissingRight { why: WhyRefused::RoleIsThere },
            "finished refused",
        ),
        (Effect::NotSent, Outcome::Failed, ErrorKind::Unreachable, "abandoned failed"),
    ];
    for (effect, outcome, kind, last) in endings {
        let (story, plan) = ready().await;
        story.directory.always(DELETE, effect);
        let end = story.carry_out(&plan).await;
        assert_eq!((end.outcome(), end.problem()), (outcome, Some((kind, Changed::No))), "{end:?}");
        assert_eq!(end.ways(), [false; 3]);
        assert_eq!(end.step(StepKind::Delete), StepState::Refused);
        assert_eq!(story.rows(end.change).await.last().unwrap(), last);
        assert_eq!(story.directory.bodies(INVITE), Vec::<Value>::new());
    }
}

#[tokio::test]
async fn a_deletion_without_an_answer_is_read_back() {
    // Deleted all the same: it goes on.
    let (story, plan) = ready().await;
    story.directory.once(DELETE, Effect::LoseAfter);
    let end = story.carry_out(&plan).await;
    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    assert_eq!(story.directory.bodies(DELETE).len(), 1);
    let rows = story.rows(end.change).await;
    assert_eq!(rows[1..4], ["sent delete", "unknown delete", "acknowledged delete"]);

    // Not seen to be deleted: nobody knows, and it can be gone on with, which sends it again.
    let (story, plan) = ready().await;
    story.directory.once(DELETE, Effect::LoseBefore);
    let end = story.carry_out(&plan).await;
    assert_eq!((end.outcome(), end.changed()), (Outcome::Unknown, Some(Changed::Unknown)), "{end:?}");
    assert_eq!(end.problem().unwrap().0, ErrorKind::AnswerLost);
    assert_eq!(end.ways(), [false, true, true], "it may be deleted: then it can be put back");
    assert!(story.directory.bodies(INVITE).is_empty(), "nobody is invited while that is not certain");
    let plan = story.engine.preview_continue(end.change).await.unwrap();
    assert_eq!(plan.confirm_text.as_deref(), Some(ADDRESS), "it may delete: that is typed again");
    let end = story.carry_out(&plan).await;
    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    assert_eq!(story.directory.bodies(DELETE).len(), 2);
}

/// A deletion whose answer was lost, which was made, and which a lagging directory does not show yet.
async fn deleted_unseen() -> (Story, End) {
    let story = Story::new().await;
    let plan = story.preview(RAI).await;
    story.directory.once(DELETE, Effect::LoseAfter);
    story.directory.always(READ_OLD, Effect::Stale);
    let end = story.carry_out(&plan).await;
    assert_eq!(end.outcome(), Outcome::Unknown, "{end:?}");
    story.directory.no_more_effects();
    assert!(story.directory.user(JAN).is_none());
    (story, end)
}

#[tokio::test]
async fn a_deletion_that_shows_only_later_is_settled_when_gone_on_with() {
    let (story, end) = deleted_unseen().await;
    let end = story.go_on(end.change).await;
    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    assert_eq!(story.directory.bodies(DELETE).len(), 1);
    assert_eq!(story.directory.bodies(INVITE).len(), 1);
}

#[tokio::test]
async fn a_deletion_repeated_because_nobody_knew_finds_that_it_was_made_and_goes_on() {
    let (story, end) = deleted_unseen().await;
    // The replica that is asked first still shows the account; the one that deletes does not have it any more.
    let guest = jan();
    story.directory.times(2, READ_OLD, Effect::Answer(200, guest.clone()));
    let found = json!({ "value": [guest] });
    story.directory.once("GET /users", Effect::Answer(200, found));
    let groups = [group(TEAM, "Team Fabrikam"), group(PROJECT, "Project Fabrikam")];
    let groups = json!({ "value": groups });
    story.directory.once("GET /users/jan/memberOf/microsoft.graph.group", Effect::Answer(200, groups));
    let end = story.go_on(end.change).await;
    assert!(end.outcome() == Outcome::Done || end.ways()[2], "{end:?} {:?}", story.rows(end.change).await);
}

#[tokio::test]
async fn a_look_that_fails_leaves_a_change_of_which_nobody_knows_open() {
    let (story, end) = deleted_unseen().await;
    // One replica still shows the account; then the server is gone.
    story.directory.once(READ_OLD, Effect::Answer(200, jan()));
    story.directory.always("POST /$batch", Effect::NotSent);
    let end = story.go_on(end.change).await;
    assert_eq!(end.problem().unwrap().0, ErrorKind::Unreachable);
    assert_eq!(end.outcome(), Outcome::Interrupted, "{end:?}");
    assert!(end.ways()[1], "{end:?}");
    story.directory.no_more_effects();
    assert_eq!(story.go_on(end.change).await.outcome(), Outcome::Done);
}

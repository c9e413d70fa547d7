//! The invitation: sent once, found again when its answer was lost, never taken for somebody else's account.

use std::time::Duration;

use graph::Changed;
use guest::RemedyKind;
use procedure::{ErrorKind, Outcome, Plan, StepKind, StepState};
use scripted_graph::{Directory, Effect, conflict};
use serde_json::json;

use crate::support::{ADDRESS, JAN, Story};

const INVITE: &str = "POST /invitations";
const SEARCH: &str = "GET /users";

async fn ready() -> (Story, Plan) {
    let story = Story::new().await;
    let plan = story.preview(RemedyKind::RemoveAndInvite).await;
    (story, plan)
}

/// An account that somebody else made for the same address.
fn somebody_elses(directory: &Directory, creation: Option<&str>, created: &str) {
    directory.add_user(json!({
        "id": "somebody-elses", "mail": ADDRESS, "proxyAddresses": [format!("SMTP:{ADDRESS}")],
        "userPrincipalName": "jan_fabrikam.nl#EXT#@contoso.onmicrosoft.com",
        "creationType": creation, "createdDateTime": created,
    }));
}

#[tokio::test]
async fn an_invitation_that_is_refused_says_for_which_address_and_leaves_both_ways_open() {
    let refusals = [
        Effect::Refuse(403, "Authorization_RequestDenied"),
        Effect::Refuse(400, "BadRequest"),
        Effect::Refuse(412, ""),
    ];
    for effect in refusals {
        let (story, plan) = ready().await;
        story.directory.once(INVITE, effect);
        let end = story.carry_out(&plan).await;

        let kind = ErrorKind::InvitationRefused { address: ADDRESS.to_owned(), owners: Vec::new() };
        assert_eq!(end.problem(), Some((kind, Changed::Yes)), "{end:?}");
        assert_eq!((end.outcome(), end.ways()), (Outcome::Interrupted, [false, true, true]));
        assert_eq!(end.step(StepKind::Invite), StepState::Refused);
        assert_eq!(story.rows(end.change).await.last().unwrap(), "refused invite");

        let end = story.go_on(end.change).await;
        assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
        assert_eq!(story.directory.bodies(INVITE).len(), 2);
    }
}

#[tokio::test]
async fn an_invitation_that_is_refused_for_a_conflict_names_who_has_the_address_and_is_not_recommended_again()
{
    const SHARED: &str = "0f0c7c63-5d1c-4f3a-9c53-1f6d0b3a0c11";
    // given a shared mailbox that has the address, and that no search shows to have it
    let (story, plan) = ready().await;
    story.directory.add_user(json!({ "id": SHARED, "displayName": "Purchasing", "userType": "Member" }));
    let taken = conflict("mail", &format!("User_{SHARED}"));
    story.directory.once(INVITE, Effect::Answer(400, taken));
    // when the invitation is refused for it, then it is named
    let end = story.carry_out(&plan).await;
    let Some((ErrorKind::InvitationRefused { address, owners }, Changed::Yes)) = end.problem() else {
        panic!("{end:?}")
    };
    assert_eq!((address.as_str(), owners.len()), (ADDRESS, 1));
    assert_eq!((owners[0].id.as_str(), owners[0].name.as_str()), (SHARED, "Purchasing"));
    assert_eq!(end.ways(), [false, true, true]);
    // and once the original is back, resolving that comes first
    assert_eq!(story.put_back(end.change).await.outcome(), Outcome::Done);
    // however they are looked at again
    for typed in [ADDRESS, "jan_fabrikam.nl#EXT#@contoso.onmicrosoft.com"] {
        let found = story.engine.find(typed, None, Some(JAN), "ticket").await.unwrap();
        let first = found.diagnosis.recommended().unwrap();
        assert_eq!(first.kind, RemedyKind::ResolveConflict, "{typed}: {first:?}");
        assert!(found.diagnosis.offer(RemedyKind::RemoveAndInvite).unwrap().fit.options().is_some());
    }
}

#[tokio::test]
async fn not_having_reached_the_server_is_not_a_refused_invitation() {
    let obstacles = [
        (Effect::NotSent, ErrorKind::Unreachable),
        (Effect::Refuse(401, "InvalidAuthenticationToken"), ErrorKind::SignInExpired),
        (Effect::Refuse(429, "TooManyRequests"), ErrorKind::Throttled),
    ];
    for (effect, kind) in obstacles {
        let (story, plan) = ready().await;
        story.directory.always(INVITE, effect);
        let end = story.carry_out(&plan).await;
        assert_eq!(end.problem(), Some((kind, Changed::Yes)), "{end:?}");
        assert_eq!((end.outcome(), end.ways()), (Outcome::Interrupted, [false, true, true]));
    }
}

#[tokio::test]
async fn a_search_before_the_invitation_that_fails_interrupts_before_anybody_is_invited() {
    let (story, plan) = ready().await;
    story.directory.once("GET /users/jan", Effect::Act);
    story
        .directory
        .once("GET /users/jan", Effect::meanwhile(|all| all.always("POST /$batch", Effect::NotSent)));
    let end = story.carry_out(&plan).await;
    assert_eq!(end.problem(), Some((ErrorKind::Unreachable, Changed::Yes)), "{end:?}");
    assert!(story.directory.bodies(INVITE).is_empty());
}

#[tokio::test]
async fn a_lost_invitation_that_was_acted_upon_is_found_again_and_not_sent_twice() {
    let (story, plan) = ready().await;
    story.directory.once(INVITE, Effect::LoseAfter);
    let end = story.carry_out(&plan).await;
    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    assert_eq!(story.directory.bodies(INVITE).len(), 1);
    assert_eq!(end.step(StepKind::Invite), StepState::Done);
    let rows = story.rows(end.change).await;
    let at = rows.iter().position(|row| row == "unknown invite").unwrap();
    assert_eq!(rows[at + 1], "acknowledged invite");
    assert_eq!(story.directory.users(), ["admin", "sponsor", "new-1"]);
}

#[tokio::test]
async fn a_lost_invitation_that_was_not_acted_upon_is_unknown_and_sent_once_more_when_gone_on_with() {
    let (story, plan) = ready().await;
    story.directory.once(INVITE, Effect::LoseBefore);
    let end = story.carry_out(&plan).await;
    // Whatever became of the invitation: the original was deleted.
    assert_eq!((end.outcome(), end.changed()), (Outcome::Interrupted, Some(Changed::Yes)), "{end:?}");
    assert_eq!(end.problem().unwrap().0, ErrorKind::AnswerLost);
    assert_eq!(end.ways(), [false, true, true]);

    let end = story.go_on(end.change).await;
    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    assert_eq!(story.directory.bodies(INVITE).len(), 2);
}

#[tokio::test]
async fn a_lost_invitation_that_shows_only_later_is_adopted_when_gone_on_with() {
    let (story, plan) = ready().await;
    story.directory.once(INVITE, Effect::LoseAfter);
    story.directory.once("GET /users/jan", Effect::Act);
    story.directory.once("GET /users/jan", Effect::meanwhile(|all| all.always(SEARCH, Effect::Stale)));
    let end = story.carry_out(&plan).await;
    assert_eq!(end.outcome(), Outcome::Interrupted, "{end:?}");

    // A quarter of an hour later the account is as old as the invitation still.
    story.clock.pass(Duration::from_mins(15));
    story.directory.no_more_effects();
    let story = story.restarted().await;
    let end = story.go_on(end.change).await;
    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    assert_eq!(story.directory.bodies(INVITE).len(), 1);
    assert_eq!(story.directory.users(), ["admin", "sponsor", "new-1"]);
}

#[tokio::test]
async fn only_an_invited_account_as_old_as_the_lost_invitation_is_taken_for_its_own() {
    // Not invited; invited long before; invited long after.
    let strangers = [
        (None, "now"),
        (Some("Invitation"), "2025-01-01T00:00:00Z"),
        (Some("Invitation"), "2027-01-01T00:00:00Z"),
    ];
    for (creation, created) in strangers {
        let (story, plan) = ready().await;
        let created = if created == "now" { story.clock.now().to_string() } else { created.to_owned() };
        story.directory.once(INVITE, Effect::LoseBefore);
        story.directory.once(
            "GET /users/jan",
            Effect::meanwhile(move |all| {
                // Once the original is gone.
                let made = created.clone();
                all.once(
                    "GET /users/jan",
                    Effect::meanwhile(move |all| somebody_elses(all, creation, &made)),
                );
            }),
        );
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), Outcome::Interrupted, "{creation:?}: {end:?}");
        assert!(story.directory.groups_of("somebody-elses").is_empty());
        let touched = story.directory.writes().iter().any(|write| write.contains("somebody-elses"));
        assert!(!touched, "{:?}", story.directory.writes());
    }
}

#[tokio::test]
async fn an_account_that_was_there_before_is_not_touched_and_the_way_back_leaves_it_alone() {
    let (story, plan) = ready().await;
    story.directory.once("GET /users/jan", Effect::Act);
    story.directory.once(
        "GET /users/jan",
        Effect::meanwhile(|all| somebody_elses(all, Some("Invitation"), "2025-01-01T00:00:00Z")),
    );
    let end = story.carry_out(&plan).await;

    let kind = ErrorKind::InvitationOtherAccount { found: "somebody-elses".to_owned() };
    assert_eq!(end.problem(), Some((kind, Changed::Yes)), "{end:?}");
    assert_eq!(end.ways(), [false, true, true]);
    assert_eq!(story.directory.writes(), ["DELETE /users/jan", "POST /invitations"]);

    let plan = story.engine.preview_put_back(end.change).await.unwrap();
    assert_eq!(plan.confirm_text, None, "there is no new account to remove");
    let back = story.carry_out(&plan).await;
    assert_eq!(back.outcome(), Outcome::Done, "{back:?}");
    assert!(story.directory.user("somebody-elses").is_some() && story.directory.user(JAN).is_some());
}

#[tokio::test]
async fn an_invitation_that_brings_back_the_original_made_nothing_new() {
    let (story, plan) = ready().await;
    let answer = json!({ "id": "i", "status": "Completed", "invitedUser": { "id": JAN } });
    story.directory.always(INVITE, Effect::Answer(201, answer));
    let end = story.carry_out(&plan).await;
    let kind = ErrorKind::InvitationOtherAccount { found: JAN.to_owned() };
    assert_eq!(end.problem(), Some((kind, Changed::Yes)), "{end:?}");
    let bodies = serde_json::to_value(story.record(end.change).await.steps).unwrap().to_string();
    assert!(bodies.contains("otherAccount"), "the journal knows that it is not ours");
}

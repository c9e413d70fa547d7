//! What the new account gets back: groups, names, sponsors, apps. What is refused is named, and the rest is done.

use guest::RemedyKind;
use procedure::{ErrorKind, Outcome, Plan, StepKind, StepState};
use scripted_graph::Effect;
use serde_json::json;

use crate::support::{JAN, PROJECT, Story, TEAM, group};

const TO_TEAM: &str = "POST /groups/team/members/$ref";
const MEMBER_OF_NEW: &str = "GET /users/new-1/memberOf/microsoft.graph.group";
const RAI: RemedyKind = RemedyKind::RemoveAndInvite;

async fn ready() -> (Story, Plan) {
    let story = Story::new().await;
    let plan = story.preview(RAI).await;
    (story, plan)
}

#[tokio::test]
async fn whatever_is_refused_is_named_and_the_rest_is_done() {
    let belongings = [
        (TO_TEAM, "group Team Fabrikam", StepKind::AddToGroups),
        ("PATCH /users/new-1", "profile", StepKind::Replay),
        ("POST /users/new-1/sponsors/$ref", "sponsor", StepKind::Replay),
        ("POST /users/new-1/appRoleAssignments", "app Time sheets", StepKind::Replay),
    ];
    for (request, left, step) in belongings {
        let (story, plan) = ready().await;
        story.directory.always(request, Effect::Refuse(403, ""));
        let end = story.carry_out(&plan).await;

        assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
        assert_eq!(end.unrestored(), [left]);
        assert_eq!(end.step(step), StepState::Refused);
        let taken = if request == TO_TEAM { 1 } else { 2 };
        assert_eq!(end.parts(StepKind::AddToGroups), Some((taken, 2)));
        assert_eq!(story.directory.writes().len(), 7, "one refusal stops nothing: {request}");
        assert_eq!(story.rows(end.change).await.last().unwrap(), "finished inpart");
        assert_eq!(end.ways(), [true, false, false], "in part is undone like the whole");
        let last = serde_json::to_value(story.record(end.change).await.steps.last()).unwrap().to_string();
        let name = left.rsplit(' ').next().unwrap();
        assert!(last.contains(name), "what is missing stands in the journal: {last}");
    }
}

#[tokio::test]
async fn of_two_groups_the_one_that_took_the_guest_is_read_back_and_the_other_named() {
    // Two groups of different names: one refuses, the other is never seen.
    let (story, plan) = ready().await;
    story.directory.always(TO_TEAM, Effect::Refuse(403, ""));
    story.directory.always(MEMBER_OF_NEW, Effect::Answer(200, json!({ "value": [] })));
    let end = story.carry_out(&plan).await;
    assert_eq!(end.outcome(), Outcome::NotYetVisible, "{end:?}");
    assert_eq!(end.unrestored(), ["group Team Fabrikam"]);
}

#[tokio::test]
async fn of_two_groups_of_one_name_the_one_that_took_the_guest_is_read_back_all_the_same() {
    let story = Story::new().await;
    story.directory.add_group(group("namesake", "Team Fabrikam"));
    story.directory.add_member("namesake", JAN);
    let plan = story.preview(RAI).await;
    story.directory.always(TO_TEAM, Effect::Refuse(403, ""));
    let only_project = json!({ "value": [group(PROJECT, "Project Fabrikam")] });
    story.directory.always(MEMBER_OF_NEW, Effect::Answer(200, only_project));
    let end = story.carry_out(&plan).await;
    assert_eq!(end.outcome(), Outcome::NotYetVisible, "the namesake was never seen: {end:?}");
    assert_eq!(end.unrestored(), ["group Team Fabrikam"]);
}

#[tokio::test]
async fn groups_are_read_back_and_waited_for_and_not_believed_because_the_account_is_there() {
    // Groups that show later are waited for.
    let (story, plan) = ready().await;
    story.directory.times(3, MEMBER_OF_NEW, Effect::Answer(200, json!({ "value": [] })));
    let end = story.carry_out(&plan).await;
    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    assert_eq!(end.step(StepKind::ReadBack), StepState::Done);
    let looks = story
        .directory
        .asked()
        .iter()
        .filter(|asked| asked.path().ends_with("microsoft.graph.group"))
        .count();
    assert!(looks >= 4, "{looks}");

    // Groups that never show are not yet visible, whether none of them does or one is missing.
    for seen in [json!([]), json!([group(TEAM, "Team Fabrikam")])] {
        let (story, plan) = ready().await;
        story.directory.always(MEMBER_OF_NEW, Effect::Answer(200, json!({ "value": seen })));
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), Outcome::NotYetVisible, "{end:?}");
        assert_eq!(end.step(StepKind::ReadBack), StepState::NotYetVisible);
        let rows = story.rows(end.change).await;
        assert_eq!(rows[rows.len() - 2..], ["not yet visible", "finished notyetvisible"]);
    }
}

#[tokio::test]
async fn a_read_back_that_fails_throughout_is_not_taken_for_seen() {
    for read in [MEMBER_OF_NEW, "GET /users/new-1"] {
        let (story, plan) = ready().await;
        if read == "GET /users/new-1" {
            story.directory.once(read, Effect::Act);
        }
        story.directory.always(read, Effect::Refuse(403, ""));
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), Outcome::NotYetVisible, "{read}: {end:?}");
    }
}

#[tokio::test]
async fn a_new_account_that_is_not_known_everywhere_yet_is_added_when_it_is() {
    let not_yet = [
        Effect::RefuseSaying(400, "Request_BadRequest", "Not a valid reference update."),
        Effect::Refuse(404, "Request_ResourceNotFound"),
    ];
    for effect in not_yet {
        let (story, plan) = ready().await;
        story.directory.times(3, TO_TEAM, effect.clone());
        let end = story.carry_out(&plan).await;
        assert_eq!((end.outcome(), end.unrestored().len()), (Outcome::Done, 0), "{effect:?}: {end:?}");
        assert_eq!(story.directory.groups_of("new-1"), [PROJECT, TEAM]);

        // For ever is too long: then the group is named.
        let (story, plan) = ready().await;
        story.directory.always(TO_TEAM, effect);
        let end = story.carry_out(&plan).await;
        assert_eq!(end.unrestored(), ["group Team Fabrikam"]);
    }
}

#[tokio::test]
async fn who_is_a_member_already_is_added() {
    for request in [TO_TEAM, "POST /users/new-1/sponsors/$ref"] {
        let (story, plan) = ready().await;
        let words =
            "One or more added object references already exist for the following modified properties.";
        story.directory.once(request, Effect::meanwhile(|all| all.add_member(TEAM, "new-1")));
        story.directory.no_more_effects();
        story.directory.once(request, Effect::RefuseSaying(400, "Request_BadRequest", words));
        story.directory.once("GET /users/new-1", Effect::meanwhile(|all| all.add_member(TEAM, "new-1")));
        let end = story.carry_out(&plan).await;
        assert_eq!((end.outcome(), end.unrestored().len()), (Outcome::Done, 0), "{request}: {end:?}");
    }
}

#[tokio::test]
async fn a_membership_whose_answer_was_lost_is_looked_up_before_it_is_sent_again() {
    // The server acted: one look tells, and nothing is sent again.
    let (story, plan) = ready().await;
    story.directory.once(TO_TEAM, Effect::LoseAfter);
    let end = story.carry_out(&plan).await;
    assert_eq!((end.outcome(), end.unrestored().len()), (Outcome::Done, 0), "{end:?}");
    assert_eq!(story.directory.bodies(TO_TEAM).len(), 1);
    let rows = story.rows(end.change).await;
    let at = rows.iter().position(|row| row == "unknown add-to-group:team").unwrap();
    assert_eq!(rows[at + 1], "acknowledged add-to-group:team");

    // The server did not act: being in another group is no proof, and it is sent again.
    let (story, plan) = ready().await;
    story.directory.once(TO_TEAM, Effect::LoseBefore);
    story.directory.once(TO_TEAM, Effect::Act);
    story.directory.once("GET /users/new-1", Effect::meanwhile(|all| all.add_member(PROJECT, "new-1")));
    let end = story.carry_out(&plan).await;
    assert_eq!((end.outcome(), end.unrestored().len()), (Outcome::Done, 0), "{end:?}");
    assert_eq!(story.directory.bodies(TO_TEAM).len(), 2);
    assert_eq!(story.directory.groups_of("new-1"), [PROJECT, TEAM]);

    // Nobody can tell: the group is named, not silently taken for done.
    let (story, plan) = ready().await;
    story.directory.always(TO_TEAM, Effect::LoseBefore);
    let end = story.carry_out(&plan).await;
    assert_eq!(end.unrestored(), ["unseen group Team Fabrikam"]);
}

#[tokio::test]
async fn a_look_at_memberships_that_fails_proves_nothing() {
    let (story, plan) = ready().await;
    story.directory.once(TO_TEAM, Effect::LoseBefore);
    story.directory.once(MEMBER_OF_NEW, Effect::Refuse(403, ""));
    let end = story.carry_out(&plan).await;
    assert_eq!(story.directory.bodies(TO_TEAM).len(), 2);
    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    assert_eq!(story.directory.groups_of("new-1"), [PROJECT, TEAM]);
}

#[tokio::test]
async fn a_server_that_goes_away_between_groups_interrupts_and_the_group_is_not_given_up() {
    let obstacles = [
        (Effect::NotSent, ErrorKind::Unreachable),
        (Effect::Refuse(429, "TooManyRequests"), ErrorKind::Throttled),
    ];
    for (effect, kind) in obstacles {
        let (story, plan) = ready().await;
        story.directory.always(TO_TEAM, effect);
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), Outcome::Interrupted, "{end:?}");
        assert_eq!(end.problem(), Some((kind, graph::Changed::Yes)));
        assert_eq!(end.ways(), [false, true, true]);

        story.directory.no_more_effects();
        let end = story.go_on(end.change).await;
        assert_eq!((end.outcome(), end.unrestored().len()), (Outcome::Done, 0), "{end:?}");
        assert_eq!(story.directory.groups_of("new-1"), [PROJECT, TEAM]);
    }
}

/// Each thing an account is given: the request that gives it, the one that reads it, and what it is called when nobody
/// saw whether it arrived.
const GIVEN: [(&str, &str, &str); 4] = [
    ("PATCH /users/new-1", "GET /users/new-1", "unseen profile"),
    (TO_TEAM, MEMBER_OF_NEW, "unseen group Team Fabrikam"),
    ("POST /users/new-1/sponsors/$ref", "GET /users/new-1/sponsors", "unseen sponsor"),
    ("POST /users/new-1/appRoleAssignments", "GET /users/new-1/appRoleAssignments", "unseen app Time sheets"),
];

#[tokio::test]
async fn what_got_lost_of_names_sponsors_and_apps_is_not_repeated_and_named_only_where_it_does_not_show() {
    for (request, _, left) in GIVEN.into_iter().filter(|given| given.0 != TO_TEAM) {
        for (effect, left) in [(Effect::LoseBefore, &[left][..]), (Effect::LoseAfter, &[])] {
            let (story, plan) = ready().await;
            story.directory.once(request, effect);
            let end = story.carry_out(&plan).await;
            assert_eq!(end.unrestored(), left, "{request}");
            assert_eq!(story.directory.bodies(request).len(), 1, "{request}");
        }
    }
}

#[tokio::test]
async fn what_got_lost_and_cannot_be_read_or_is_read_as_it_was_is_not_said_to_be_missing() {
    let reads = [Effect::Refuse(503, "ServiceUnavailable"), Effect::Stale];
    for (request, read, left) in GIVEN {
        for effect in reads.clone() {
            // Given a new account that got something whose answer was lost
            let (story, plan) = ready().await;
            let answer = effect.clone();
            // What proves that the account is there, and ours, is read before.
            story.directory.once("GET /users/new-1", Effect::Act);
            story.directory.once(
                "GET /users/new-1/sponsors",
                Effect::meanwhile(move |all| all.always(read, answer.clone())),
            );
            story.directory.always(request, Effect::LoseAfter);

            // When what it has cannot be read, or a replica answers that has not heard of it
            let end = story.carry_out(&plan).await;

            // Then that is said, and not that it is missing
            assert_eq!(end.unrestored(), [left], "{request}, {effect:?}: {end:?}");
        }
    }
}

#[tokio::test]
async fn a_refusal_of_what_an_earlier_run_may_have_given_does_not_tell_that_it_is_missing() {
    for (request, read, left) in GIVEN {
        // Given a change that got something through, and a program that was killed before it heard of it
        let (story, plan) = ready().await;
        story.directory.once("GET /users/new-1", Effect::meanwhile(|all| all.always(read, Effect::Stale)));
        story.is_killed_after(request);
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), Outcome::Interrupted, "{request}: {end:?}");
        story.journal_takes_everything();
        let story = story.restarted().await;

        // When it is gone on with, the request is refused, and a replica answers that has not heard of the first
        story.directory.always(request, Effect::Refuse(403, ""));
        let end = story.go_on(end.change).await;

        // Then it is not said to be missing
        assert_eq!(end.unrestored(), [left], "{request}: {end:?}");
    }
}

#[tokio::test]
async fn who_was_in_no_group_is_added_to_none_and_nothing_is_waited_for() {
    let story = Story::new().await;
    for id in [TEAM, PROJECT] {
        story.directory.remove_member(id, JAN);
    }
    let end = story.remedy(RAI).await;
    assert_eq!(end.outcome(), Outcome::Done);
    assert_eq!(end.step(StepKind::AddToGroups), StepState::Skipped);
}

#[tokio::test]
async fn a_nameless_account_gets_no_names() {
    let story = Story::new().await;
    for property in
        ["displayName", "givenName", "surname", "companyName", "jobTitle", "department", "userType"]
    {
        story.directory.set(JAN, property, json!(null));
    }
    let end = story.remedy(RAI).await;
    assert_eq!((end.outcome(), end.unrestored().len()), (Outcome::Done, 0), "{end:?}");
    assert!(story.directory.bodies("PATCH /users/*").is_empty());
}

//! *Remove and invite again*: the sequence, and every place at which it can stop.

use graph::Changed;
use guest::RemedyKind;
use procedure::{
    Category, ChangeStatus, ErrorKind, InvitationChoice, Outcome, Plan, Selections, StepKind, StepState,
};
use scripted_graph::Effect;
use serde_json::{Value, json};

use crate::support::{
    ADDRESS, APP, End, JAN, OTHER, PROJECT, Story, TEAM, contact, group, owned_by_the_contact,
};

const DELETE: &str = "DELETE /users/*";
const INVITE: &str = "POST /invitations";
const READ_OLD: &str = "GET /users/jan";
const READ_NEW: &str = "GET /users/new-1";
const RAI: RemedyKind = RemedyKind::RemoveAndInvite;

async fn ready() -> (Story, Plan) {
    let story = Story::new().await;
    let plan = story.preview(RAI).await;
    (story, plan)
}

#[tokio::test]
async fn the_account_is_deleted_invited_again_and_gets_back_what_it_had() {
    let (story, plan) = ready().await;
    assert_eq!(plan.confirm_text.as_deref(), Some(ADDRESS), "to delete is confirmed by typing");
    let end = story.carry_out(&plan).await;

    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    assert!(end.all_done(), "{end:?}");
    assert_eq!(end.parts(StepKind::AddToGroups), Some((2, 2)));
    assert_eq!(end.ways(), [true, false, false]);
    assert_eq!(
        story.directory.writes(),
        [
            "DELETE /users/jan",
            "POST /invitations",
            "POST /groups/team/members/$ref",
            "POST /groups/project/members/$ref",
            "PATCH /users/new-1",
            "POST /users/new-1/sponsors/$ref",
            "POST /users/new-1/appRoleAssignments",
        ]
    );
    let rows = [
        "intended",
        "sent delete",
        "acknowledged delete",
        "sent invite",
        "acknowledged invite",
        "sent add-to-group:team",
        "acknowledged add-to-group:team",
        "sent add-to-group:project",
        "acknowledged add-to-group:project",
        "sent profile",
        "acknowledged profile",
        "sent sponsor:sponsor",
        "acknowledged sponsor:sponsor",
        "sent app:app-principal/role-of-app",
        "acknowledged app:app-principal/role-of-app",
        "verified",
        "finished done",
    ];
    assert_eq!(story.rows(end.change).await, rows);
    assert_eq!(end.change_of("otherMails"), (vec![ADDRESS.into(), OTHER.into()], vec![ADDRESS.into()]));
    assert_eq!(end.change_of("mail"), (vec![], vec![ADDRESS.into()]));
    assert_eq!(story.directory.groups_of("new-1"), [PROJECT, TEAM]);
    let profile = &story.directory.bodies("PATCH /users/*")[0];
    let expected = json!({
        "displayName": "Jan de Vries", "givenName": "Jan", "surname": "de Vries",
        "companyName": "Fabrikam", "jobTitle": "Buyer", "department": "Sales", "userType": "Guest",
    });
    assert_eq!(profile, &expected);
    assert_eq!(
        end.result.examination.unwrap().subject().unwrap().id,
        "new-1",
        "the new account is diagnosed"
    );
}

#[tokio::test]
async fn the_invitation_says_what_was_chosen() {
    for send in [true, false] {
        let story = Story::new().await;
        let chosen = Selections {
            address: Some(OTHER.to_owned()),
            groups: Some(vec![TEAM.to_owned()]),
            language: Some("nl-NL".to_owned()),
            send: Some(send),
            ..Selections::default()
        };
        let plan = story.try_preview(RAI, chosen).await.unwrap();
        assert_eq!(plan.invitation, Some(InvitationChoice { language: "nl-NL".to_owned(), send, new: None }));
        let fates: Vec<_> = plan.groups.iter().map(|it| (it.group.id.as_str(), it.chosen)).collect();
        assert_eq!(fates, [(TEAM, true), (PROJECT, false)]);
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
        let invitation = &story.directory.bodies(INVITE)[0];
        assert_eq!(invitation["invitedUserEmailAddress"], OTHER);
        assert_eq!(invitation["sendInvitationMessage"], send);
        let message = if send { json!({ "messageLanguage": "nl-NL" }) } else { Value::Null };
        assert_eq!(invitation["invitedUserMessageInfo"], message);
        assert_eq!(story.directory.groups_of("new-1"), [TEAM]);
    }
}

#[tokio::test]
async fn a_group_that_the_guest_is_not_in_or_that_cannot_be_changed_cannot_be_chosen() {
    let story = Story::new().await;
    let mut dynamic = group("dynamic", "Everybody at Fabrikam");
    dynamic["groupTypes"] = json!(["Unified", "DynamicMembership"]);
    story.directory.add_group(dynamic);
    story.directory.add_member("dynamic", JAN);
    for wrong in ["dynamic", "unheard-of"] {
        let chosen = Selections { groups: Some(vec![TEAM.into(), wrong.into()]), ..Selections::default() };
        let problem = story.try_preview(RAI, chosen).await.unwrap_err();
        assert_eq!(problem.kind, ErrorKind::ChoiceInvalid("groups"), "{wrong}");
    }
    // All that can be are added again, and the one that cannot be is left alone.
    let end = story.remedy(RAI).await;
    assert_eq!(end.outcome(), Outcome::Done);
    assert_eq!(story.directory.groups_of("new-1"), [PROJECT, TEAM]);
}

/// Something that somebody else does, and the property by which it is noticed.
type Change = (&'static str, fn(&Story));

#[tokio::test]
async fn whatever_changed_since_the_preview_is_noticed_before_anything_is_deleted() {
    let changes: [Change; 5] = [
        ("mail", |it| it.directory.set(JAN, "mail", json!("new@fabrikam.nl"))),
        ("otherMails", |it| it.directory.set(JAN, "otherMails", json!([ADDRESS]))),
        ("proxyAddresses", |it| it.directory.set(JAN, "proxyAddresses", json!(["smtp:x@fabrikam.nl"]))),
        // A membership that came would be lost; one that went would be given back.
        ("memberOf", |it| {
            it.directory.add_group(group("later", "Later"));
            it.directory.add_member("later", JAN);
        }),
        ("memberOf", |it| it.directory.remove_member(TEAM, JAN)),
    ];
    for (property, change) in changes {
        let (story, plan) = ready().await;
        change(&story);
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), Outcome::Refused, "{property}: {end:?}");
        assert_eq!(end.problem(), Some((ErrorKind::TenantChanged { property }, Changed::No)));
        assert!(story.directory.writes().is_empty(), "{property}");
        assert!(story.directory.user(JAN).is_some());
        assert!(story.engine.history().await.unwrap().is_empty(), "{property}");
    }
}

/// Something that comes in the way, and how it is said.
type Obstacle = (fn(&Story), fn(&ErrorKind) -> bool);

#[tokio::test]
async fn nobody_is_deleted_once_another_object_owns_the_address_or_the_remedy_no_longer_fits() {
    let obstacles: [Obstacle; 3] = [
        (|it| it.directory.add_contact(contact(ADDRESS)), |kind| *kind == owned_by_the_contact(ADDRESS)),
        (
            |it| it.directory.set(JAN, "onPremisesSyncEnabled", json!(true)),
            |kind| *kind == ErrorKind::NotForThisGuest,
        ),
        (|it| it.directory.delete(JAN), |kind| *kind == ErrorKind::GuestGone),
    ];
    for (come, expected) in obstacles {
        let (story, plan) = ready().await;
        come(&story);
        let end = story.carry_out(&plan).await;
        let (kind, changed) = end.problem().unwrap();
        assert!(expected(&kind), "{kind:?}");
        assert_eq!((end.outcome(), changed), (Outcome::Refused, Changed::No));
        assert!(story.directory.writes().is_empty());
    }
}

/// Not to be confused with a server that refuses or is away, and above all not with a sign-in that ended.
fn is_not_visible_in_time(end: &End) {
    assert_eq!(end.problem(), Some((ErrorKind::NotVisibleInTime, Changed::Yes)));
    assert_eq!(end.outcome(), Outcome::Interrupted);
    assert_ne!(end.result.problem.as_ref().unwrap().category(), Category::NotSignedIn);
}

#[tokio::test]
async fn an_old_account_that_does_not_go_is_waited_for_and_nobody_is_invited_meanwhile() {
    let (story, plan) = ready().await;
    // Looks of the comparison, then of a replica that lags.
    story.directory.always(READ_OLD, Effect::Stale);
    let end = story.carry_out(&plan).await;
    is_not_visible_in_time(&end);
    assert_eq!(end.step(StepKind::AwaitGone), StepState::NotYetVisible);
    assert!(story.directory.bodies(INVITE).is_empty());
    assert_eq!(end.ways(), [false, true, true]);
    assert_eq!(story.rows(end.change).await, ["intended", "sent delete", "acknowledged delete"]);

    story.directory.no_more_effects();
    let end = story.go_on(end.change).await;
    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    assert_eq!(story.directory.bodies(DELETE).len(), 1, "not deleted again");
    assert_eq!(end.step(StepKind::Delete), StepState::Skipped);
}

#[tokio::test]
async fn a_new_account_that_does_not_come_is_waited_for_and_nobody_is_invited_twice() {
    let (story, plan) = ready().await;
    story.directory.always(READ_NEW, Effect::Refuse(404, "Request_ResourceNotFound"));
    let end = story.carry_out(&plan).await;
    is_not_visible_in_time(&end);
    assert_eq!(end.step(StepKind::AwaitNew), StepState::NotYetVisible);
    assert_eq!(end.ways(), [false, true, true]);

    story.directory.no_more_effects();
    let plan = story.engine.preview_continue(end.change).await.unwrap();
    assert_eq!(plan.confirm_text, None, "nothing is deleted any more");
    let end = story.carry_out(&plan).await;
    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    assert_eq!(story.directory.bodies(INVITE).len(), 1);
    assert_eq!(end.step(StepKind::Invite), StepState::Skipped);
}

#[tokio::test]
async fn looks_that_fail_while_waiting_interrupt_and_say_what_failed() {
    for read in [READ_OLD, READ_NEW] {
        let (story, plan) = ready().await;
        if read == READ_OLD {
            story.directory.once(READ_OLD, Effect::Act);
        }
        story.directory.always(read, Effect::NotSent);
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), Outcome::Interrupted, "{end:?}");
        assert_eq!(end.problem().unwrap().0, ErrorKind::Unreachable);
        assert_eq!(end.ways(), [false, true, true]);
        assert_eq!(story.entry(end.change).await.status, ChangeStatus::Interrupted);
    }
}

/// Where a change is stopped: the request during which somebody presses the button, and what was sent by then.
const STOPS: [(&str, usize); 6] = [
    (DELETE, 1),
    (INVITE, 2),
    ("POST /groups/team/members/$ref", 3),
    ("POST /groups/project/members/$ref", 7),
    ("PATCH /users/new-1", 7),
    ("GET /users/new-1/memberOf/microsoft.graph.group", 7),
];

async fn stopped_at(request: &str) -> (Story, End) {
    let (story, plan) = ready().await;
    let (engine, change) = (story.engine.clone(), story.next_change(0).to_string());
    story.directory.once(request, Effect::meanwhile(move |_| engine.cancel(&change)));
    let end = story.carry_out(&plan).await;
    (story, end)
}

#[tokio::test]
async fn a_replacement_is_stopped_between_two_of_its_steps_and_gone_on_with() {
    for (request, sent) in STOPS {
        let (story, end) = stopped_at(request).await;
        assert_eq!(story.directory.writes().len(), sent, "{request}: {:?}", story.directory.writes());
        if sent == 7 {
            // Everything was sent: only the wait for it was stopped.
            assert!(matches!(end.outcome(), Outcome::NotYetVisible | Outcome::Done), "{request}: {end:?}");
            continue;
        }
        assert_eq!(end.outcome(), Outcome::Interrupted, "{request}: {end:?}");
        assert_eq!(end.problem().unwrap().0, ErrorKind::Cancelled);
        assert_eq!(end.ways(), [false, true, true], "{request}");
        let story = story.restarted().await;
        let end = story.go_on(end.change).await;
        assert_eq!(end.outcome(), Outcome::Done, "{request}: {end:?}");
        assert_eq!(story.directory.writes().len(), 7, "{request}: nothing twice");
        assert_eq!(story.directory.groups_of("new-1"), [PROJECT, TEAM]);
    }
}

#[tokio::test]
async fn whoever_stops_after_the_deletion_is_told_that_something_was_changed() {
    for (request, sent) in STOPS {
        let (_, end) = stopped_at(request).await;
        if sent < 7 {
            assert_eq!(end.problem(), Some((ErrorKind::Cancelled, Changed::Yes)), "{request}");
        }
    }
}

#[tokio::test]
async fn a_replacement_that_is_stopped_before_the_deletion_changed_nothing() {
    let (story, end) = stopped_at(READ_OLD).await;
    assert_eq!(
        (end.outcome(), end.problem()),
        (Outcome::Cancelled, Some((ErrorKind::Cancelled, Changed::No)))
    );
    assert_eq!(story.rows(end.change).await, ["intended", "abandoned cancelled"]);
    assert!(story.directory.writes().is_empty());
}

#[tokio::test]
async fn what_surrounds_the_account_and_cannot_be_read_is_not_guessed() {
    let story = Story::new().await;
    for what in ["appRoleAssignments", "sponsors", "ownedObjects"] {
        story.directory.always(&format!("GET /users/jan/{what}"), Effect::Refuse(403, ""));
    }
    let end = story.remedy(RAI).await;
    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    assert!(story.directory.related("new-1", "sponsors").is_empty());
    assert!(story.directory.related("new-1", "apps").is_empty());
}

#[tokio::test]
async fn an_app_that_came_through_a_group_is_not_assigned_to_the_guest() {
    let story = Story::new().await;
    let through = json!({ "id": "a", "principalId": TEAM, "resourceId": "another-app", "appRoleId": "role" });
    story.directory.relate(JAN, "apps", through);
    story.remedy(RAI).await;
    let apps = story.directory.related("new-1", "apps");
    let resources: Vec<_> = apps.iter().map(|app| app["resourceId"].as_str().unwrap()).collect();
    assert_eq!(resources, [APP]);
    assert_eq!(apps[0]["principalId"], "new-1");
}

//! Signing in and finding: what is known of who is signed in, and of whom they look for.

use std::sync::Arc;

use graph::Changed;
use guest::{Advice, FindingCode, Identity, Known, RemedyKind, RowValue, User, Verdict, WhyRefused};
use procedure::{Account, Authority as _, Category, ErrorKind, Examination, Problem, Selections};
use scripted_graph::{Effect, TENANT};
use serde_json::{Value, json};
use tokio::sync::Notify;

use crate::support::{ADDRESS, JAN, OTHER, Story, TEAM, connection, contact, group, jan};

const ROLES: &str = "GET /me/memberOf/microsoft.graph.directoryRole";
const OWNED: &str = "GET /me/ownedObjects/microsoft.graph.group";

async fn find(story: &Story) -> Result<Examination, Problem> {
    story.engine.find(ADDRESS, None, None, "ticket").await
}

fn has(found: &Examination, code: FindingCode) -> bool {
    found.diagnosis.findings.iter().any(|finding| finding.code == code)
}

#[tokio::test]
async fn nobody_does_anything_before_signing_in() {
    let story = Story::nobody_signed_in(jan());
    let id = uuid::Uuid::from_u128(1);
    let engine = &story.engine;
    let problems = [
        find(&story).await.unwrap_err(),
        engine.groups().await.unwrap_err(),
        story.try_preview(guest::RemedyKind::SetMail, Selections::default()).await.unwrap_err(),
        engine.preview_undo(id).await.unwrap_err(),
        engine.preview_continue(id).await.unwrap_err(),
        engine.preview_put_back(id).await.unwrap_err(),
        engine.confirm(id, None, None).await.unwrap_err(),
        engine.history().await.unwrap_err(),
    ];
    for problem in problems {
        assert_eq!((&problem.kind, problem.changed), (&ErrorKind::NotSignedIn, Changed::No));
        assert_eq!(problem.category(), Category::NotSignedIn);
    }
    assert_eq!(engine.unfinished().await.unwrap(), 0);
    assert!(engine.account().is_none() && story.directory.asked().is_empty());
}

#[tokio::test]
async fn with_nobody_who_lets_people_in_a_connection_that_is_handed_in_is_the_only_way() {
    let story = Story::nobody_signed_in(jan());
    let engine = &story.engine;
    for refused in [
        engine.sign_in_with_browser("ticket").await,
        engine.sign_in_with_azure_cli("ticket").await,
        engine.resume("ticket").await,
        engine.reauthenticate("ticket").await,
    ] {
        assert_eq!(refused.unwrap_err().kind, ErrorKind::NoOrganisation);
    }
    assert!(!engine.authority().is_stored() && !engine.is_stored());
    engine.leave_organisation().await.unwrap();
    assert!(story.directory.asked().is_empty());
}

#[tokio::test]
async fn without_the_person_or_the_organisation_nobody_is_signed_in() {
    for read in ["GET /me", "GET /organization"] {
        let story = Story::nobody_signed_in(jan());
        story.directory.always(read, Effect::Refuse(403, ""));
        let problem = story.engine.sign_in(connection(&story.directory)).await.unwrap_err();
        assert!(matches!(problem.kind, ErrorKind::MissingRight { .. }), "{read}");
        assert!(story.engine.account().is_none());
    }
}

async fn account(read: &str, effect: Effect) -> Account {
    let story = Story::nobody_signed_in(jan());
    story.directory.always(read, effect);
    story.engine.sign_in(connection(&story.directory)).await.unwrap()
}

#[tokio::test]
async fn what_cannot_be_read_of_the_account_is_unknown_and_never_empty() {
    let all = account("GET /nothing", Effect::Act).await;
    assert_eq!((all.tenant_id.as_str(), all.organisation.as_str()), (TENANT, "Contoso"));
    assert_eq!((all.display_name.as_str(), all.user_name.as_str()), ("Anna Admin", "anna@contoso.com"));
    assert_eq!(all.operator.roles, Known::Is(vec!["Global Administrator".to_owned()]));
    assert_eq!(all.operator.owned_groups, Known::Is(vec![]));
    assert_eq!(all.operator.is_guest, Known::Is(false));

    let refused = Effect::Refuse(403, "");
    assert_eq!(account(ROLES, refused.clone()).await.operator.roles, Known::Unknown);
    assert_eq!(account(OWNED, refused).await.operator.owned_groups, Known::Unknown);
    // A role without its name, as it comes without the permission to read roles.
    let nameless = Effect::Answer(200, json!({ "value": [{ "id": "role", "displayName": null }] }));
    assert_eq!(account(ROLES, nameless).await.operator.roles, Known::Unknown);
    // The person without a name is named by the user name, and that by the id.
    let silent = account("GET /me", Effect::Answer(200, json!({ "id": "admin" }))).await;
    assert_eq!((silent.display_name.as_str(), silent.operator.is_guest), ("admin", Known::Unknown));
}

#[tokio::test]
async fn the_guest_of_the_article_is_found_and_diagnosed() {
    let story = Story::new().await;
    let found = find(&story).await.unwrap();
    assert_eq!(found.diagnosis.verdict, Verdict::Misconfigured);
    assert_eq!(found.subject().unwrap().id, JAN);
    assert_eq!(found.facts.memberships.get().unwrap().len(), 2);
    let problem = story.engine.find("no address", None, None, "ticket").await.unwrap_err();
    assert_eq!(problem.category(), Category::BadInput);
    assert!(story.directory.writes().is_empty());
}

#[tokio::test]
async fn what_is_only_shown_is_shown_as_the_directory_has_it() {
    let text = |text: &str| RowValue::Text(text.to_owned());
    let texts = |all: &[&str]| RowValue::Texts(all.iter().map(|&it| it.to_owned()).collect());
    let mut guest = jan();
    guest["identities"] = json!([{ "signInType": "federated", "issuer": "mail", "issuerAssignedId": OTHER }]);
    guest["city"] = json!("Utrecht");
    guest["country"] = json!(null);
    guest["imAddresses"] = json!(["jan@chat.example", null]);
    guest["showInAddressList"] = json!(false);
    guest["onPremisesLastSyncDateTime"] = json!("2026-03-01T08:00:00Z");
    guest["serviceProvisioningErrors"] = json!([{ "serviceInstance": "exchange/EURP194" }]);
    let found = find(&Story::about(guest.clone()).await).await.unwrap();
    let subject = found.subject().unwrap();
    let code = Identity {
        sign_in_type: Some("federated".to_owned()),
        issuer: Some("mail".to_owned()),
        issuer_assigned_id: Some(OTHER.to_owned()),
    };
    assert_eq!(subject.identities, Known::Is(vec![code]));
    let shown = |subject: &User| -> Vec<(String, RowValue)> {
        subject.more.iter().map(|it| (it.property.clone(), it.value.clone())).collect()
    };
    let expected = [
        ("city", text("Utrecht")),
        ("country", RowValue::Empty),
        ("imAddresses", texts(&["jan@chat.example"])),
        ("showInAddressList", RowValue::Bool(false)),
        ("onPremisesLastSyncDateTime", RowValue::Date("2026-03-01T08:00:00Z".parse().unwrap())),
        ("serviceProvisioningErrors", texts(&["exchange/EURP194"])),
    ];
    assert_eq!(shown(subject), expected.map(|(property, value)| (property.to_owned(), value)));

    // Lists without entries are empty.
    guest["imAddresses"] = json!([]);
    guest["serviceProvisioningErrors"] = json!([]);
    let found = find(&Story::about(guest).await).await.unwrap();
    let empty = shown(found.subject().unwrap()).into_iter().filter(|(_, value)| *value == RowValue::Empty);
    assert_eq!(
        empty.map(|(property, _)| property).collect::<Vec<_>>(),
        ["country", "imAddresses", "serviceProvisioningErrors"]
    );
    // What was not read is not known.
    let story = Story::new().await;
    let only = json!({ "id": JAN, "userPrincipalName": "jan_fabrikam.nl#EXT#@contoso.onmicrosoft.com" });
    story.directory.always("GET /users/jan", Effect::Answer(200, only));
    let found = story.engine.find(ADDRESS, None, Some(JAN), "ticket").await.unwrap();
    assert!(shown(found.subject().unwrap()).iter().all(|(_, value)| *value == RowValue::Unknown));
}

#[tokio::test]
async fn where_to_do_what_this_version_cannot_is_advice_and_what_it_can_is_done_here() {
    let story = Story::new().await;
    let nobody = story.engine.find("mia@fabrikam.nl", None, None, "ticket").await.unwrap();
    assert!(nobody.diagnosis.offer(RemedyKind::Invite).is_some() && nobody.advice().is_empty());
    story.directory.always("GET /contacts", Effect::Refuse(403, ""));
    let found = find(&story).await.unwrap();
    assert!(found.diagnosis.recommended().is_some());
    assert_eq!(found.advice(), [Advice::SearchAgain, Advice::SeeWhatItWas]);
}

#[tokio::test]
async fn a_group_that_has_the_address_is_found_by_the_same_search() {
    let story = Story::new().await;
    let mut list = group("list", "Sales");
    list["proxyAddresses"] = json!(["SMTP:list@contoso.com", format!("smtp:{ADDRESS}")]);
    story.directory.add_group(list);
    let found = find(&story).await.unwrap();
    assert_eq!(found.facts.groups.found.iter().map(|group| group.id.as_str()).collect::<Vec<_>>(), ["list"]);
    assert_eq!(found.diagnosis.verdict, Verdict::Conflict);
}

#[tokio::test]
async fn the_owners_of_the_other_addresses_are_seen_in_the_second_round() {
    let story = Story::new().await;
    story.directory.add_contact(contact(OTHER));
    let found = find(&story).await.unwrap();
    assert_eq!(found.diagnosis.verdict, Verdict::Conflict);
    // So is a colleague who has it.
    let story = Story::new().await;
    story.directory.add_user(json!({ "id": "mailbox", "displayName": "Sales", "mail": OTHER }));
    let found = find(&story).await.unwrap();
    let owners: Vec<&str> = found.facts.owners.found.iter().map(|owner| owner.id.as_str()).collect();
    assert_eq!((found.diagnosis.verdict, owners), (Verdict::Conflict, vec!["mailbox"]));
    // The guest is no owner in their own way.
    let mut guest = jan();
    guest["proxyAddresses"] = json!([format!("smtp:{OTHER}")]);
    let found = find(&Story::about(guest).await).await.unwrap();
    assert!(!has(&found, FindingCode::Conflict), "{:?}", found.diagnosis);
}

/// A sign-in of a guest.
async fn signed_in_as_a_guest(kind: &str) -> Story {
    let story = Story::nobody_signed_in(jan());
    story.directory.set("admin", "userType", json!(kind));
    story.engine.sign_in(connection(&story.directory)).await.unwrap();
    story
}

#[tokio::test]
async fn a_guest_who_may_not_search_is_told_so_only_when_everything_was_refused_for_that() {
    // Every question about users is refused: that is what Microsoft does to guests.
    let story = signed_in_as_a_guest("Guest").await;
    story.directory.always("GET /users", Effect::Refuse(403, "Authorization_RequestDenied"));
    assert_eq!(find(&story).await.unwrap_err().kind, ErrorKind::GuestsMayNotSearch);

    // One is refused and the others fail for another reason: that proves nothing about guests.
    let story = signed_in_as_a_guest("Guest").await;
    story.directory.once("GET /users", Effect::Refuse(403, "Authorization_RequestDenied"));
    story.directory.always("GET /users", Effect::Refuse(400, "Request_UnsupportedQuery"));
    assert_eq!(find(&story).await.unwrap().diagnosis.verdict, Verdict::CannotTell);

    // One is answered: the search was possible.
    let story = signed_in_as_a_guest("Guest").await;
    story.directory.once("GET /users", Effect::Act);
    story.directory.always("GET /users", Effect::Refuse(403, ""));
    assert!(find(&story).await.is_ok());

    // Somebody who is no guest is refused the same for another reason.
    let story = signed_in_as_a_guest("Member").await;
    story.directory.always("GET /users", Effect::Refuse(403, ""));
    assert_eq!(find(&story).await.unwrap().diagnosis.verdict, Verdict::CannotTell);
}

#[tokio::test]
async fn a_lookup_that_fails_makes_facts_unknown_and_never_empty() {
    for (request, known) in [
        ("GET /contacts", Verdict::Misconfigured),
        ("GET /groupSettings", Verdict::Misconfigured),
        ("GET /users/jan/memberOf/microsoft.graph.group", Verdict::Misconfigured),
    ] {
        let story = Story::new().await;
        story.directory.always(request, Effect::Refuse(403, ""));
        let found = find(&story).await.unwrap();
        assert_eq!(found.diagnosis.verdict, known, "{request}");
        match request {
            "GET /contacts" => assert!(has(&found, FindingCode::OwnersNotAllSeen), "{request}"),
            "GET /groupSettings" => assert_eq!(found.facts.organisation.may_add_guests, Known::Unknown),
            _ => assert_eq!(found.facts.memberships, Known::Unknown),
        }
    }
    // Deleted users that cannot be read: nobody says that there is nobody.
    let story = Story::new().await;
    story.directory.delete(JAN);
    story.directory.always("GET /directory/deletedItems/microsoft.graph.user", Effect::Refuse(403, ""));
    assert_eq!(find(&story).await.unwrap().diagnosis.verdict, Verdict::CannotTell);
}

#[tokio::test]
async fn the_organisations_settings_for_guests_are_read_by_their_template() {
    let story = Story::new().await;
    let setting = |template: &str| {
        let values = json!([{ "name": "AllowGuestsToAccessGroups", "value": "false" }]);
        json!({ "value": [{ "id": "s", "templateId": template, "values": values }] })
    };
    let unified = setting(&graph::GroupSetting::ORGANISATION.to_uppercase());
    story.directory.once("GET /groupSettings", Effect::Answer(200, unified));
    assert!(has(&find(&story).await.unwrap(), FindingCode::GuestAccessOff));
    story.directory.once("GET /groupSettings", Effect::Answer(200, setting("another")));
    let found = find(&story).await.unwrap();
    assert_eq!(found.facts.organisation.guests_may_access_groups, Known::Is(true));
}

#[tokio::test]
async fn a_chosen_group_is_read_with_what_lives_in_exchange_and_compared_with_the_memberships() {
    let story = Story::new().await;
    let exchange = json!({ "id": TEAM, "hideFromOutlookClients": true });
    story.directory.once("GET /groups/team", Effect::Act);
    story.directory.once("GET /groups/team", Effect::Answer(200, exchange));
    let found = story.engine.find(ADDRESS, Some(TEAM), None, "ticket").await.unwrap();
    let chosen = found.facts.group.as_ref().unwrap();
    assert_eq!((chosen.id.as_str(), chosen.is_member), (TEAM, Known::Is(true)));
    assert!(has(&found, FindingCode::GroupHidden));

    // Without Exchange the group stands all the same.
    story.directory.remove_member(TEAM, JAN);
    story.directory.once("GET /groups/team", Effect::Act);
    story.directory.once("GET /groups/team", Effect::Refuse(404, ""));
    let found = story.engine.find(ADDRESS, Some(TEAM), None, "ticket").await.unwrap();
    assert!(has(&found, FindingCode::NotMember) && !has(&found, FindingCode::GroupHidden));
}

#[tokio::test]
async fn a_role_without_its_name_is_still_a_role_of_the_guest() {
    let story = Story::new().await;
    story.directory.relate(JAN, "roles", json!({ "id": "role-1", "displayName": null }));
    let found = find(&story).await.unwrap();
    assert_eq!(found.facts.directory_roles, Known::Is(vec!["role-1".to_owned()]));
    assert!(has(&found, FindingCode::Privileged));
}

#[tokio::test]
async fn of_several_guests_one_is_chosen_and_read_even_when_the_index_does_not_know_them_yet() {
    let story = Story::new().await;
    let mut twin: Value = jan();
    twin["id"] = json!("twin");
    story.directory.add_user(twin);
    assert_eq!(find(&story).await.unwrap().diagnosis.verdict, Verdict::Ambiguous);
    let chosen = story.engine.find(ADDRESS, None, Some("twin"), "ticket").await.unwrap();
    assert_eq!(chosen.subject().unwrap().id, "twin");

    // The index is behind the object: what was read of the object itself counts.
    let story = Story::new().await;
    story.directory.always("GET /users", Effect::Answer(200, json!({ "value": [] })));
    let found = story.engine.find(ADDRESS, None, Some(JAN), "ticket").await.unwrap();
    assert_eq!(found.subject().unwrap().id, JAN);
    let mut old = jan();
    old["mail"] = json!("old@fabrikam.nl");
    story.directory.no_more_effects();
    story.directory.always("GET /users", Effect::Answer(200, json!({ "value": [old] })));
    let found = story.engine.find(ADDRESS, None, Some(JAN), "ticket").await.unwrap();
    assert_eq!(found.subject().unwrap().mail, Known::Is(None));
    let problem = story.engine.find(ADDRESS, None, Some("nobody"), "ticket").await.unwrap_err();
    assert_eq!(problem.kind, ErrorKind::GuestGone);
}

#[tokio::test]
async fn a_deleted_guest_is_found_among_the_deleted() {
    let story = Story::new().await;
    story.directory.delete(JAN);
    let found = find(&story).await.unwrap();
    assert_eq!(found.diagnosis.verdict, Verdict::Deleted);
    assert_eq!(found.subject().unwrap().id, JAN);
}

#[tokio::test]
async fn a_question_is_stopped_by_its_own_ticket() {
    let story = Story::new().await;
    let gate = Arc::new(Notify::new());
    story.directory.always("POST /$batch", Effect::Hold(gate));
    let engine = story.engine.clone();
    let asking = tokio::spawn(async move { engine.find(ADDRESS, None, None, "mine").await });
    let before = story.directory.asked().len();
    while story.directory.asked().len() == before {
        tokio::task::yield_now().await;
    }
    story.engine.cancel("another");
    for _ in 0..10 {
        tokio::task::yield_now().await;
    }
    assert!(!asking.is_finished());
    story.engine.cancel("mine");
    let problem = asking.await.unwrap().unwrap_err();
    assert_eq!((problem.kind.clone(), problem.category()), (ErrorKind::Cancelled, Category::Cancelled));
}

#[tokio::test]
async fn groups_are_listed_by_name_whatever_their_capitals() {
    let story = Story::new().await;
    story.directory.add_group(group("z", "alpha"));
    let groups = story.engine.groups().await.unwrap();
    let names: Vec<&str> =
        groups.iter().filter_map(|group| group.display_name.value().map(String::as_str)).collect();
    assert_eq!(names, ["alpha", "Project Fabrikam", "Team Fabrikam"]);
}

#[tokio::test]
async fn what_the_server_says_is_told_apart_and_never_claims_a_change() {
    let refusals = [
        (Effect::NotSent, ErrorKind::Unreachable, Category::Unreachable),
        (Effect::LoseBefore, ErrorKind::Unreachable, Category::Unreachable),
        (Effect::Refuse(401, ""), ErrorKind::SignInExpired, Category::NotSignedIn),
        (Effect::Refuse(403, ""), ErrorKind::MissingRight { why: WhyRefused::NotKnown }, Category::Refused),
        (Effect::Refuse(429, ""), ErrorKind::Throttled, Category::Throttled),
        (Effect::Refuse(500, ""), ErrorKind::ServerUnavailable { status: 500 }, Category::Unreachable),
        (Effect::Answer(200, json!({ "nothing": "of it" })), ErrorKind::AnswerMalformed, Category::Internal),
    ];
    for (effect, kind, category) in refusals {
        let story = Story::new().await;
        story.directory.always("POST /$batch", effect.clone());
        let problem = find(&story).await.unwrap_err();
        assert_eq!(
            (&problem.kind, problem.category(), problem.changed),
            (&kind, category, Changed::No),
            "{effect:?}"
        );
        assert!(problem.server.is_some());
    }
}

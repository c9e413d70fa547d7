//! A field that the server refuses to write: for want of a right, or because another object has the address.

use graph::Changed;
use guest::{FindingCode, OwnerKind, Reason, RemedyKind, Resolution, WhyRefused};
use procedure::{ChangeStatus, ErrorKind, Outcome, StepKind, StepState};
use scripted_graph::{Directory, Effect, conflict};
use serde_json::json;

use crate::support::{ADDRESS, FIELDS, Field, JAN, Story, connection, contact, jan};

const WRITE: &str = "PATCH /users/*";
const READ: &str = "GET /users/*";

/// The step that writes the field.
fn writing(field: Field) -> StepKind {
    if field.property == "mail" { StepKind::WriteMail } else { StepKind::WriteOtherMails }
}

#[tokio::test]
async fn what_the_server_refuses_changed_nothing_and_ends_the_change() {
    let refusals = [
        (
            Effect::Refuse(403, "Authorization_RequestDenied"),
            ErrorKind::MissingRight { why: WhyRefused::RoleIsThere },
        ),
        (Effect::Refuse(400, "Request_BadRequest"), ErrorKind::ServerRefused),
        (Effect::Refuse(404, "Request_ResourceNotFound"), ErrorKind::GuestGone),
    ];
    for (effect, kind) in refusals {
        for field in FIELDS {
            let story = Story::about((field.guest)()).await;
            story.directory.always(WRITE, effect.clone());
            let end = story.remedy(field.remedy).await;

            assert_eq!(end.outcome(), Outcome::Refused, "{effect:?}: {end:?}");
            assert_eq!(end.problem(), Some((kind.clone(), Changed::No)));
            assert_eq!(end.step(writing(field)), StepState::Refused);
            assert_eq!(end.step(StepKind::ReadBack), StepState::NotReached, "it will never be carried out");
            assert_eq!(end.step(StepKind::DiagnoseAgain), StepState::NotReached);
            assert_eq!(end.ways(), [false; 3]);
            let rows = ["intended", "sent write", "refused write", "finished refused"];
            assert_eq!(story.rows(end.change).await, rows);
            assert_eq!(story.entry(end.change).await.status, ChangeStatus::Refused);
        }
    }
}

#[tokio::test]
async fn a_refusal_names_the_reason_that_is_known_and_never_the_role_that_is_there() {
    // The guest is in a protected unit, holds a role, or nothing is known against it
    for (restricted, role, names, why) in [
        (true, None, "User Administrator", WhyRefused::RestrictedUnit),
        (true, None, "Global Administrator", WhyRefused::RestrictedUnit),
        (false, None, "User Administrator", WhyRefused::RoleIsThere),
        (false, Some("Guest Inviter"), "Global Administrator", WhyRefused::RoleIsThere),
    ] {
        for field in FIELDS {
            let mut guest = (field.guest)();
            guest["isManagementRestricted"] = json!(restricted);
            let story = Story::nobody_signed_in(guest);
            let held = json!({ "value": [{ "id": "role", "displayName": names }] });
            story
                .directory
                .always("GET /me/memberOf/microsoft.graph.directoryRole", Effect::Answer(200, held));
            if let Some(role) = role {
                story.directory.relate(JAN, "roles", json!({ "id": "r", "displayName": role }));
            }
            story.engine.sign_in(connection(&story.directory)).await.unwrap();
            story.directory.always(WRITE, Effect::Refuse(403, "Authorization_RequestDenied"));
            let end = story.remedy(field.remedy).await;
            let kind = ErrorKind::MissingRight { why };
            assert_eq!(end.problem(), Some((kind, Changed::No)), "{restricted} {role:?} {names}");
        }
    }
}

/// The id of an object in the way, in the form in which the server names objects.
const IN_THE_WAY: &str = "0f0c7c63-5d1c-4f3a-9c53-1f6d0b3a0c11";

#[tokio::test]
async fn a_conflict_that_the_server_finds_names_the_object_in_the_way_when_it_can_be_seen() {
    for field in FIELDS {
        for seen in [true, false] {
            let story = Story::about((field.guest)()).await;
            // The contact comes between the comparison and the request, or is not seen at all.
            let came = move |all: &Directory| {
                let mut in_the_way = contact(ADDRESS);
                in_the_way["id"] = json!(IN_THE_WAY);
                if seen {
                    all.add_contact(in_the_way);
                }
                all.once(WRITE, Effect::Answer(400, conflict("mail", &format!("User_{IN_THE_WAY}"))));
            };
            let plan = story.preview(field.remedy).await;
            let looks = usize::from(field.property == "mail");
            story.directory.times(looks, READ, Effect::Act);
            story.directory.once(READ, Effect::meanwhile(came));
            let end = story.carry_out(&plan).await;

            let Some((ErrorKind::AddressConflict { address, owners }, Changed::No)) = end.problem() else {
                panic!("{end:?}")
            };
            let name = if seen { "Jan at Fabrikam" } else { IN_THE_WAY };
            assert_eq!((address.as_str(), owners.len()), (ADDRESS, 1));
            assert_eq!((owners[0].id.as_str(), owners[0].name.as_str()), (IN_THE_WAY, name));
            assert_eq!(end.outcome(), Outcome::Refused);
        }
    }
}

#[tokio::test]
async fn an_object_in_the_way_that_no_search_shows_is_looked_up_and_nobody_is_led_to_the_same_refusal_again()
{
    let shared = json!({ "id": IN_THE_WAY, "displayName": "Purchasing", "userType": "Member" });
    let group = json!({ "id": IN_THE_WAY, "displayName": "Purchasing", "groupTypes": [] });
    for (object, is_group) in [(shared, false), (group, true)] {
        // Given an object that has the address, and that no search shows to have it
        let story = Story::about(jan()).await;
        if is_group {
            story.directory.add_group(object);
        } else {
            story.directory.add_user(object);
        }
        let taken = Effect::Answer(400, conflict("mail", &format!("Object_{IN_THE_WAY}")));
        story.directory.once(WRITE, taken);
        let end = story.remedy(RemedyKind::SetMail).await;

        // Then it is named
        let Some((ErrorKind::AddressConflict { owners, .. }, Changed::No)) = end.problem() else {
            panic!("{end:?}")
        };
        assert_eq!(owners[0].name, "Purchasing");

        // And to take the address off it is what is recommended from then on; the repair stays possible.
        let found = story.engine.find(ADDRESS, None, None, "ticket").await.unwrap();
        let refused = found.diagnosis.findings.iter().find(|it| it.code == FindingCode::AddressRefused);
        assert_eq!(refused.unwrap().owner.as_ref().unwrap().id, IN_THE_WAY);
        assert_eq!(found.diagnosis.recommended().unwrap().kind, RemedyKind::ResolveConflict);
        assert!(found.diagnosis.offer(RemedyKind::SetMail).unwrap().fit.options().is_some());

        // When the address was taken after all, it is forgotten.
        assert_eq!(story.remedy(RemedyKind::SetMail).await.outcome(), Outcome::Done);
        let found = story.engine.find(ADDRESS, None, None, "ticket").await.unwrap();
        assert!(found.diagnosis.findings.iter().all(|it| it.code != FindingCode::AddressRefused));
    }
}

#[tokio::test]
async fn what_this_sign_in_may_not_read_is_called_neither_a_user_nor_anything_else_it_may_not_be() {
    for group in [true, false] {
        // Given an object in the way, for a sign-in that may read users and groups, and no others
        let story = Story::about(jan()).await;
        story.directory.always("GET /directoryObjects/*", Effect::Refuse(403, "Authorization_RequestDenied"));
        if group {
            story
                .directory
                .add_group(json!({ "id": IN_THE_WAY, "displayName": "Purchasing", "groupTypes": [] }));
        }
        story.directory.once(WRITE, Effect::Answer(400, conflict("mail", &format!("Object_{IN_THE_WAY}"))));
        let end = story.remedy(RemedyKind::SetMail).await;
        let Some((ErrorKind::AddressConflict { owners, .. }, Changed::No)) = end.problem() else {
            panic!("{end:?}")
        };
        // Then a group is named; anything else by its id, as what it is: not seen
        let (name, kind) =
            if group { ("Purchasing", OwnerKind::Group) } else { (IN_THE_WAY, OwnerKind::Unseen) };
        assert_eq!(owners[0].name, name);
        let found = story.engine.find(ADDRESS, None, None, "ticket").await.unwrap();
        let refused = found.diagnosis.findings.iter().find(|it| it.code == FindingCode::AddressRefused);
        assert_eq!(refused.unwrap().owner.as_ref().unwrap().kind, kind);
        let first = found.diagnosis.recommended().unwrap();
        let resolution = if group { Resolution::ChangeGroup } else { Resolution::ChangeUnseen };
        assert_eq!(first.reason, Reason::OwnsTheAddress { resolution });
    }
}

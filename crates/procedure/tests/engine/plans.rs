//! A plan: confirmed by its one-time id, and by nothing else; refused before anything is asked of the server.

use std::sync::Arc;
use std::time::Duration;

use graph::Changed;
use guest::{Known, PlanNote, Relationship, RemedyKind, WhyRefused};
use procedure::{
    AddressQuestion, ChangeStatus, Conclusion, Connection, ErrorKind, Ids as _, Outcome, Problem, RandomIds,
    Selections,
};
use scripted_graph::Effect;
use serde_json::json;
use tokio::sync::Notify;
use uuid::Uuid;

use crate::support::{
    ADDRESS, FIELDS, JAN, OTHER, PROJECT, Story, TEAM, connection, contact, jan, jan_elsewhere,
    owned_by_the_contact,
};

const ALL: [RemedyKind; 3] = [RemedyKind::SetMail, RemedyKind::KeepOneAddress, RemedyKind::RemoveAndInvite];

/// Refused, with nothing changed and nothing sent.
fn refused(story: &Story, problem: &Problem, kind: &ErrorKind) {
    assert_eq!((&problem.kind, problem.changed), (kind, Changed::No));
    assert!(story.directory.writes().is_empty());
}

#[tokio::test]
async fn a_plan_is_applied_once() {
    let story = Story::new().await;
    let plan = story.preview(RemedyKind::KeepOneAddress).await;
    story.carry_out(&plan).await;
    assert_eq!(story.confirm(&plan).await.unwrap_err().kind, ErrorKind::PlanUsed);
    assert_eq!(story.directory.writes().len(), 1);
}

#[test]
fn no_two_ids_are_the_same() {
    assert_ne!(RandomIds.next(), RandomIds.next());
}

#[tokio::test]
async fn a_plan_lives_for_fifteen_minutes() {
    for (seconds, lives) in [(15 * 60, true), (15 * 60 + 1, false)] {
        let story = Story::new().await;
        let plan = story.preview(RemedyKind::KeepOneAddress).await;
        story.clock.pass(Duration::from_secs(seconds));
        match story.confirm(&plan).await {
            Ok(change) => _ = (assert!(lives), story.end_of(change).await),
            Err(problem) => refused(&story, &problem, &ErrorKind::PlanStale),
        }
        assert_eq!(story.directory.writes().len(), usize::from(lives), "{seconds}");
    }
}

#[tokio::test]
async fn a_clock_that_is_set_back_makes_no_plan_live_longer() {
    let story = Story::new().await;
    let plan = story.preview(RemedyKind::KeepOneAddress).await;
    story.clock.set_back(Duration::from_hours(24));
    story.clock.pass(Duration::from_secs(15 * 60 + 1));
    refused(&story, &story.confirm(&plan).await.unwrap_err(), &ErrorKind::PlanStale);
    assert!(story.directory.writes().is_empty());
}

#[tokio::test]
async fn whatever_is_previewed_next_voids_the_plan_even_when_it_makes_none() {
    let story = Story::new().await;
    let first = story.preview(RemedyKind::KeepOneAddress).await;
    let second = story.preview(RemedyKind::KeepOneAddress).await;
    refused(&story, &story.confirm(&first).await.unwrap_err(), &ErrorKind::PlanStale);
    story.try_preview(RemedyKind::Restore, Selections::default()).await.unwrap_err();
    refused(&story, &story.confirm(&second).await.unwrap_err(), &ErrorKind::PlanStale);
    let third = story.preview(RemedyKind::KeepOneAddress).await;
    story.engine.preview_undo(Uuid::from_u128(77)).await.unwrap_err();
    refused(&story, &story.confirm(&third).await.unwrap_err(), &ErrorKind::PlanStale);
}

#[tokio::test]
async fn an_id_that_was_never_given_out_and_a_plan_of_whoever_was_signed_in_before_are_stale() {
    let story = Story::new().await;
    let plan = story.preview(RemedyKind::KeepOneAddress).await;
    let problem = story.engine.confirm(Uuid::from_u128(77), None, None).await.unwrap_err();
    refused(&story, &problem, &ErrorKind::PlanStale);
    story.engine.sign_in(connection(&story.directory)).await.unwrap();
    refused(&story, &story.confirm(&plan).await.unwrap_err(), &ErrorKind::PlanStale);
    story.engine.sign_out().await.unwrap();
    refused(&story, &story.confirm(&plan).await.unwrap_err(), &ErrorKind::NotSignedIn);
}

#[tokio::test]
async fn a_typing_error_costs_nothing_and_an_address_may_be_pasted() {
    let story = Story::new().await;
    let plan = story.preview(RemedyKind::RemoveAndInvite).await;
    let expected = ErrorKind::TypedTextDiffers { expected: ADDRESS.to_owned() };
    for typed in [None, Some(""), Some("yes"), Some("jan@fabrikam.com")] {
        let problem = story.engine.confirm(plan.id.unwrap(), typed, None).await.unwrap_err();
        refused(&story, &problem, &expected);
    }
    let pasted = Some("Jan de Vries <JAN@fabrikam.nl>");
    let change = story.engine.confirm(plan.id.unwrap(), pasted, None).await.unwrap();
    assert_eq!(story.end_of(change).await.outcome(), Outcome::Done);
}

#[tokio::test]
async fn while_nothing_is_chosen_there_is_nothing_to_confirm() {
    for remedy in ALL {
        // Found by an address that the guest was not invited at and that is not among the others: none is meant.
        let mut guest = jan();
        guest["userPrincipalName"] = json!("somebody_else.nl#EXT#@contoso.onmicrosoft.com");
        guest["otherMails"] = json!(["a@fabrikam.nl", "b@fabrikam.nl"]);
        let story = Story::about(guest).await;
        let plan = story.try_preview(remedy, Selections::default()).await.unwrap();
        assert_eq!((plan.id, plan.steps.len()), (None, 0), "{remedy:?}");
        assert!(plan.is_incomplete(), "{remedy:?}");
        let chosen = Selections { address: Some("b@fabrikam.nl".to_owned()), ..Selections::default() };
        let plan = story.try_preview(remedy, chosen).await.unwrap();
        assert!(plan.id.is_some() && !plan.steps.is_empty() && !plan.is_incomplete(), "{remedy:?}");
    }
}

#[tokio::test]
async fn a_plan_asks_for_an_address_in_its_own_way_and_says_whether_it_deletes() {
    for (remedy, question, deletes) in [
        (RemedyKind::SetMail, AddressQuestion::Main, false),
        (RemedyKind::KeepOneAddress, AddressQuestion::Keep, false),
        (RemedyKind::RemoveAndInvite, AddressQuestion::Invite, true),
    ] {
        let story = Story::new().await;
        let plan = story.preview(remedy).await;
        assert!(!plan.addresses.is_empty(), "{remedy:?}");
        assert_eq!((plan.question, plan.deletes), (Some(question), deletes), "{remedy:?}");
    }
    // A way back has no address to choose, and takes no account of the guest's away.
    let story = Story::new().await;
    let end = story.remedy(RemedyKind::KeepOneAddress).await;
    let plan = story.engine.preview_undo(end.change).await.unwrap();
    assert_eq!((plan.question, plan.deletes, plan.addresses), (None, false, Vec::new()));
}

#[tokio::test]
async fn the_result_says_when_the_main_address_is_still_missing_and_what_comes_next() {
    let story = Story::new().await;
    let kept = story.remedy(RemedyKind::KeepOneAddress).await;
    assert_eq!(kept.concluded(), (Some(Conclusion::StillMissing), Some(RemedyKind::SetMail)));
    let undone = story.undo(kept.change).await;
    assert_eq!(undone.concluded(), (Some(Conclusion::AsFound), None));
    let set = story.remedy(RemedyKind::SetMail).await;
    assert_eq!(set.concluded(), (Some(Conclusion::DirectoryRight), None));
}

#[tokio::test]
async fn a_plan_shows_the_field_before_and_after() {
    for field in FIELDS {
        let story = Story::about((field.guest)()).await;
        let plan = story.preview(field.remedy).await;
        assert_eq!(plan.changes.len(), 1);
        assert_eq!((plan.changes[0].property, plan.guest_name.as_str()), (field.property, "Jan de Vries"));
        assert_eq!(plan.changes[0].before, field.before);
        assert_eq!(plan.changes[0].after, Some(vec![ADDRESS.to_owned()]));
    }
}

#[tokio::test]
async fn a_plan_shows_what_there_is_to_choose_which_of_it_is_chosen_and_what_to_know() {
    let notes = [PlanNote::MailCannotBeEmptied, PlanNote::NoMainAddress, PlanNote::MustAcceptAgain];
    for (remedy, note) in ALL.into_iter().zip(notes) {
        let story = Story::new().await;
        for chosen in [ADDRESS, OTHER] {
            let selections = Selections { address: Some(chosen.to_owned()), ..Selections::default() };
            let plan = story.try_preview(remedy, selections).await.unwrap();
            let shown: Vec<_> = plan.addresses.iter().map(|it| (it.address.as_str(), it.chosen)).collect();
            assert_eq!(shown, [(ADDRESS, chosen == ADDRESS), (OTHER, chosen == OTHER)], "{remedy:?}");
            assert!(plan.notes.contains(&note), "{remedy:?}: {:?}", plan.notes);
        }
    }
}

#[tokio::test]
async fn what_goes_with_the_account_is_counted_and_what_cannot_be_read_is_not_taken_for_none() {
    let remedy = RemedyKind::RemoveAndInvite;
    // One app and one sponsor are set again, and nothing that is owned is lost.
    let story = Story::new().await;
    let plan = story.preview(remedy).await;
    let again = [PlanNote::AppsReplayed { count: 1 }, PlanNote::SponsorsReplayed { count: 1 }];
    assert!(again.iter().all(|note| plan.notes.contains(note)), "{:?}", plan.notes);
    let lost = |note: &PlanNote| matches!(note, PlanNote::OwnsObjects { .. } | PlanNote::NotSeen { .. });
    assert!(!plan.warnings.iter().any(lost), "{:?}", plan.warnings);

    // Owned objects are warned of.
    for id in [TEAM, PROJECT] {
        story.directory.relate(JAN, "owned", json!({ "id": id, "displayName": id }));
    }
    let plan = story.preview(remedy).await;
    assert!(plan.warnings.contains(&PlanNote::OwnsObjects { count: 2 }), "{:?}", plan.warnings);

    // So is each of the three that could not be read.
    for (what, path) in [
        (Relationship::OwnedObjects, "ownedObjects"),
        (Relationship::AppRoleAssignments, "appRoleAssignments"),
        (Relationship::Sponsors, "sponsors"),
    ] {
        let story = Story::new().await;
        story.directory.always(&format!("GET /users/jan/{path}"), Effect::Refuse(403, ""));
        let plan = story.preview(remedy).await;
        assert!(plan.warnings.contains(&PlanNote::NotSeen { what }), "{:?}", plan.warnings);
    }
}

#[tokio::test]
async fn characters_that_the_invitation_may_refuse_are_named_in_the_preview() {
    let mut guest = jan();
    guest["otherMails"] = json!([ADDRESS, "jan+sales@fabrikam.nl"]);
    let story = Story::about(guest).await;
    for (address, characters) in [(ADDRESS, None), ("jan+sales@fabrikam.nl", Some("+"))] {
        let chosen = Selections { address: Some(address.to_owned()), ..Selections::default() };
        let plan = story.try_preview(RemedyKind::RemoveAndInvite, chosen).await.unwrap();
        let named = plan.warnings.iter().find_map(|note| {
            let PlanNote::InvitationCharacters { characters } = note else { return None };
            Some(characters.iter().collect::<String>())
        });
        assert_eq!(named.as_deref(), characters, "{address}");
        // Nothing is deleted before somebody insists
        assert_eq!((plan.insist, plan.is_incomplete()), (characters.map(|_| false), characters.is_some()));
        let chosen = Selections { address: Some(address.to_owned()), insist: true, ..Selections::default() };
        let plan = story.try_preview(RemedyKind::RemoveAndInvite, chosen).await.unwrap();
        assert_eq!((plan.insist, plan.is_incomplete()), (characters.map(|_| true), false));
    }
}

#[tokio::test]
async fn a_remedy_that_does_not_fit_is_refused_and_a_conflict_has_words_of_its_own() {
    // A directory on premises decides.
    for remedy in ALL {
        let mut guest = jan();
        guest["onPremisesSyncEnabled"] = json!(true);
        let story = Story::about(guest).await;
        let problem = story.try_preview(remedy, Selections::default()).await.unwrap_err();
        refused(&story, &problem, &ErrorKind::NotForThisGuest);
    }
    // Another object owns the address.
    for remedy in ALL {
        let story = Story::new().await;
        story.directory.add_contact(contact(ADDRESS));
        let problem = story.try_preview(remedy, Selections::default()).await.unwrap_err();
        let conflict = owned_by_the_contact(ADDRESS);
        let kept = remedy == RemedyKind::KeepOneAddress;
        refused(&story, &problem, if kept { &ErrorKind::NotForThisGuest } else { &conflict });
    }
    // Nothing is wrong with the main address: there is nothing to set.
    let mut healthy = jan_elsewhere();
    healthy["mail"] = json!(ADDRESS);
    healthy["proxyAddresses"] = json!([format!("SMTP:{ADDRESS}")]);
    let story = Story::about(healthy).await;
    for remedy in [RemedyKind::SetMail, RemedyKind::KeepOneAddress, RemedyKind::Restore] {
        let problem = story.try_preview(remedy, Selections::default()).await.unwrap_err();
        refused(&story, &problem, &ErrorKind::NotForThisGuest);
    }
}

#[tokio::test]
async fn a_remedy_that_the_domain_knows_and_nobody_built_is_refused() {
    let story = Story::about(jan_elsewhere()).await;
    assert!(ALL.into_iter().all(procedure::carries_out));
    for remedy in RemedyKind::ALL.iter().filter(|it| !procedure::carries_out(**it)) {
        let problem = story.try_preview(*remedy, Selections::default()).await.unwrap_err();
        refused(&story, &problem, &ErrorKind::NotForThisGuest);
    }
}

#[tokio::test]
async fn nobody_is_repaired_who_is_gone() {
    for remedy in ALL {
        let story = Story::new().await;
        story.directory.delete(JAN);
        let problem = story.try_preview(remedy, Selections::default()).await.unwrap_err();
        refused(&story, &problem, &ErrorKind::GuestGone);
    }
}

/// What each of these three needs beside reading.
fn needs(remedy: RemedyKind) -> &'static [&'static str] {
    if remedy == RemedyKind::SetMail {
        return &["User.ReadWrite.All"];
    }
    if remedy == RemedyKind::KeepOneAddress {
        return &["User-Mail.ReadWrite.All"];
    }
    &["User.DeleteRestore.All", "User.Invite.All", "GroupMember.ReadWrite.All", "User.ReadWrite.All"]
}

/// A sign-in that may less, and how it is refused.
type Less = (fn(&mut Connection), fn(RemedyKind) -> ErrorKind);

const LESS: [Less; 2] = [
    (|it| it.read_only = true, |_| ErrorKind::SwitchedOff),
    (
        |it| it.scopes = Known::Is(vec!["User.Read.All".to_owned()]),
        |remedy| ErrorKind::PermissionMissing {
            remedy,
            may_ask: true,
            permissions: needs(remedy).iter().map(|&it| it.to_owned()).collect(),
        },
    ),
];

#[tokio::test]
async fn what_the_sign_in_may_not_is_refused_before_the_preview_and_on_the_way_back_as_well() {
    for remedy in ALL {
        for (less, kind) in LESS {
            // Given something to undo and something to go on with
            let guest = if remedy == RemedyKind::SetMail { jan_elsewhere() } else { jan() };
            let story = Story::about(guest).await;
            let end = story.remedy(remedy).await;
            assert_eq!(end.outcome(), Outcome::Done);

            // When somebody signs in who may less
            let mut connection = connection(&story.directory);
            less(&mut connection);
            story.engine.sign_in(connection).await.unwrap();

            // Then neither way is open
            let back = story.engine.preview_undo(end.change).await.unwrap_err();
            assert_eq!((back.kind, back.changed), (kind(remedy), Changed::No));
        }
    }
    for remedy in ALL {
        for (less, kind) in LESS {
            let story = Story::nobody_signed_in(jan());
            let mut connection = connection(&story.directory);
            less(&mut connection);
            story.engine.sign_in(connection).await.unwrap();
            let problem = story.try_preview(remedy, Selections::default()).await.unwrap_err();
            refused(&story, &problem, &kind(remedy));
        }
    }
}

#[tokio::test]
async fn whose_roles_are_all_known_and_not_enough_is_refused_and_whose_roles_are_not_known_may_try() {
    for remedy in ALL {
        let role = |name: &str| json!({ "value": [{ "id": "role", "displayName": name }] });
        let roles = "GET /me/memberOf/microsoft.graph.directoryRole";
        let story = Story::nobody_signed_in(jan());
        story.directory.always(roles, Effect::Answer(200, role("Directory Readers")));
        story.engine.sign_in(connection(&story.directory)).await.unwrap();
        let problem = story.try_preview(remedy, Selections::default()).await.unwrap_err();
        refused(&story, &problem, &ErrorKind::MissingRight { why: WhyRefused::NoRole });

        let story = Story::nobody_signed_in(jan());
        story.directory.always(roles, Effect::Refuse(403, ""));
        story.engine.sign_in(connection(&story.directory)).await.unwrap();
        assert!(story.try_preview(remedy, Selections::default()).await.is_ok(), "{remedy:?}");
    }
}

#[tokio::test]
async fn who_is_refused_because_the_guest_holds_a_role_is_told_that_and_not_to_ask_for_their_own() {
    let own = json!({ "value": [{ "id": "role", "displayName": "User Administrator" }] });
    for remedy in [RemedyKind::KeepOneAddress, RemedyKind::RemoveAndInvite] {
        let story = Story::nobody_signed_in(jan());
        story.directory.relate(JAN, "roles", json!({ "id": "r", "displayName": "Guest Inviter" }));
        let roles = "GET /me/memberOf/microsoft.graph.directoryRole";
        story.directory.always(roles, Effect::Answer(200, own.clone()));
        story.engine.sign_in(connection(&story.directory)).await.unwrap();
        let problem = story.try_preview(remedy, Selections::default()).await.unwrap_err();
        refused(&story, &problem, &ErrorKind::MissingRight { why: WhyRefused::HoldsRole });
    }
}

#[tokio::test]
async fn one_change_at_a_time_and_nobody_leaves_meanwhile() {
    // Given a change that waits for its answer
    let story = Story::new().await;
    let gate = Arc::new(Notify::new());
    let plan = story.preview(RemedyKind::KeepOneAddress).await;
    story.directory.once("PATCH /users/*", Effect::Hold(Arc::clone(&gate)));
    let change = story.confirm(&plan).await.unwrap();
    while story.directory.writes().is_empty() {
        tokio::task::yield_now().await;
    }

    // Then no other is begun, and who began it stays
    let other = story.preview(RemedyKind::SetMail).await;
    let running = ErrorKind::ChangeRunning;
    assert_eq!(story.confirm(&other).await.unwrap_err().kind, running);
    assert_eq!(story.engine.nothing_running().unwrap_err().kind, running);
    assert_eq!(story.engine.sign_out().await.unwrap_err().kind, running);
    assert_eq!(story.engine.sign_in(connection(&story.directory)).await.unwrap_err().kind, running);
    let entry = story.entry(change).await;
    assert_eq!(entry.status, ChangeStatus::Running);
    assert!(!entry.can_continue && !entry.can_undo && !entry.can_put_back);
    assert_eq!(story.engine.unfinished().await.unwrap(), 0, "under way is not unfinished");

    // When it has ended, the other plan holds still, and everything is free again
    gate.notify_one();
    assert_eq!(story.end_of(change).await.outcome(), Outcome::Done);
    assert_eq!(story.carry_out(&other).await.outcome(), Outcome::Done);
    story.engine.nothing_running().unwrap();
    story.engine.sign_out().await.unwrap();
    assert_eq!(story.engine.watch(u32::MAX).await.1.map(|progress| progress.change), None);
}

#[tokio::test]
async fn to_stop_something_else_stops_nothing() {
    let story = Story::new().await;
    let plan = story.preview(RemedyKind::KeepOneAddress).await;
    let engine = story.engine.clone();
    story.directory.once("GET /users/*", Effect::meanwhile(move |_| engine.cancel("another")));
    assert_eq!(story.carry_out(&plan).await.outcome(), Outcome::Done);
}

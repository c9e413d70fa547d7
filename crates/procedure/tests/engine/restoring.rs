//! *Restore*: a guest who was deleted comes back, as they were, or it is said what did not.

use graph::Changed;
use guest::{FindingCode, PlanNote, RemedyKind, Verdict, WayBack};
use procedure::{
    ChangeStatus, Conclusion, ErrorKind, NamedObject, Outcome, Purpose, Realisation, Selections, StepKind,
    StepState, TakenPart,
};
use scripted_graph::{Directory, Effect};
use serde_json::{Value, json};

use crate::support::{ADDRESS, JAN, OTHER, Story, contact, jan};

const RESTORE: &str = "POST /directory/deletedItems/jan/restore";
const READ: &str = "GET /users/jan";
const READ_DELETED: &str = "GET /directory/deletedItems/jan/microsoft.graph.user";
const GROUPS: &str = "GET /users/jan/memberOf/microsoft.graph.group";
const IN_THE_WAY: &str = "87d349ed-44d7-43e1-9a83-5f2406dee5bd";

/// A guest with a main address, who can get group mail.
fn whole() -> Value {
    let mut jan = jan();
    jan["mail"] = json!(ADDRESS);
    jan["proxyAddresses"] = json!([format!("SMTP:{ADDRESS}"), "x500:/o=Contoso/cn=jan"]);
    jan["otherMails"] = json!([ADDRESS]);
    jan
}

/// A guest who was deleted a while ago.
async fn deleted(guest: Value) -> Story {
    let story = Story::about(guest).await;
    story.directory.delete(JAN);
    story
}

fn refusal(property: &str, by: Option<&str>) -> Effect {
    let message = format!("Another object with the same value for property {property} already exists.");
    let mut details = vec![json!({ "code": "ObjectConflict", "message": message, "target": property })];
    details.extend(by.map(
        |id| json!({ "code": "ConflictingObjects", "message": message, "target": format!("Object_{id}") }),
    ));
    Effect::Answer(
        400,
        json!({ "error": { "code": "Request_BadRequest", "message": message, "details": details } }),
    )
}

fn in_the_way(part: TakenPart, owner: Option<(&str, &str)>) -> ErrorKind {
    let owners = owner.map(|(id, name)| NamedObject { id: id.to_owned(), name: name.to_owned() });
    ErrorKind::ReturnRefused { part, owners: owners.into_iter().collect() }
}

#[tokio::test]
async fn a_deleted_guest_comes_back_under_the_same_id_with_everything_that_shows() {
    // Given a guest who was deleted, and the preview
    let story = deleted(whole()).await;
    let plan = story.preview(RemedyKind::Restore).await;
    assert_eq!((plan.way_back, plan.deletes, plan.without_taken), (WayBack::DeleteAgain, false, None));
    assert_eq!((plan.confirm_text.as_deref(), plan.warnings.as_slice()), (None, [].as_slice()));
    assert_eq!(plan.notes, [PlanNote::AccountComesBack, PlanNote::GroupsShowAfterwards]);
    assert!(story.directory.writes().is_empty(), "a preview changes nothing");

    // When it is confirmed
    let end = story.carry_out(&plan).await;

    // Then the guest is there, and what was seen is what is said
    assert_eq!((end.outcome(), end.unrestored().len()), (Outcome::Done, 0), "{end:?}");
    assert!(end.all_done());
    assert_eq!(end.result.made, Realisation::Seen);
    assert_eq!(end.change_of("mail"), (vec![ADDRESS.to_owned()], vec![ADDRESS.to_owned()]));
    assert_eq!(end.concluded(), (Some(Conclusion::DirectoryRight), None));
    assert_eq!(story.directory.bodies(RESTORE), [json!({})], "conflicting addresses are not given up");
    assert_eq!(
        story.rows(end.change).await,
        ["intended", "sent restore", "acknowledged restore", "verified", "finished done"]
    );
    // And nothing takes it back: deleting somebody is no undo.
    assert_eq!(end.ways(), [false; 3]);
    assert_eq!(story.entry(end.change).await.status, ChangeStatus::Done);
    assert_eq!(story.engine.preview_undo(end.change).await.unwrap_err().kind, ErrorKind::CannotUndo);
    assert!(story.directory.writes().len() == 1 && story.directory.user(JAN).is_some());
}

#[tokio::test]
async fn after_a_restore_what_is_found_is_told_afresh() {
    // Given a deleted guest who never had a main address, and a contact that has theirs
    let story = deleted(jan()).await;
    story.directory.add_contact(contact(ADDRESS));
    let end = story.remedy(RemedyKind::Restore).await;
    assert_eq!((end.outcome(), end.unrestored().len()), (Outcome::Done, 0), "{end:?}");
    assert_eq!(end.result.examination.as_ref().unwrap().diagnosis.verdict, Verdict::Conflict);
    assert_eq!(end.concluded(), (Some(Conclusion::AsFound), None));
}

#[tokio::test]
async fn an_address_that_did_not_come_back_is_named_and_what_was_not_read_is_not_called_gone() {
    // Given a server that lets the account back without its main address
    let drops = |all: &Directory| {
        all.restore(JAN);
        all.set(JAN, "proxyAddresses", json!(["x500:/o=Contoso/cn=jan"]));
        all.delete(JAN);
    };
    let story = deleted(whole()).await;
    story.directory.once(RESTORE, Effect::meanwhile(drops));
    let end = story.remedy(RemedyKind::Restore).await;
    assert_eq!((end.outcome(), end.unrestored()), (Outcome::Done, vec![format!("address {ADDRESS}")]));
    assert_eq!(end.result.made, Realisation::NotSeenYet, "what is not seen is not said to be there");
    assert_eq!(story.entry(end.change).await.status, ChangeStatus::InPart);
    assert_eq!(story.entry(end.change).await.unrestored.len(), 1);

    // And groups that cannot be read are unknown
    let story = deleted(whole()).await;
    story.directory.always(GROUPS, Effect::Refuse(503, "ServiceUnavailable"));
    let end = story.remedy(RemedyKind::Restore).await;
    assert_eq!((end.outcome(), end.unrestored()), (Outcome::Done, vec!["unseen groups".to_owned()]));
}

#[tokio::test]
async fn an_address_that_was_not_read_before_is_not_missed_afterwards() {
    let story = deleted(whole()).await;
    let mut unread = whole();
    unread.as_object_mut().unwrap().remove("proxyAddresses");
    unread["deletedDateTime"] = json!(story.clock.now());
    story.directory.always(READ_DELETED, Effect::Answer(200, unread));
    let plan = story.preview(RemedyKind::Restore).await;
    assert!(plan.changes.iter().all(|change| change.property != "proxyAddresses"), "{plan:?}");
    assert!(plan.notes.contains(&PlanNote::TakenNotAllSeen));
    let change = story.confirm(&plan).await.unwrap();
    story.directory.no_more_effects();
    assert_eq!(story.end_of(change).await.outcome(), Outcome::Done);
}

#[tokio::test]
async fn what_others_have_by_now_is_said_before_anything_is_confirmed() {
    // Given a contact that took the address, and an account that took the name
    let story = deleted(whole()).await;
    story.directory.add_contact(contact(ADDRESS));
    story.directory.add_user(json!({
        "id": "namesake", "displayName": "Jan Anders", "userType": "Member",
        "userPrincipalName": jan()["userPrincipalName"],
    }));
    let plan = story.preview(RemedyKind::Restore).await;
    let owner = || "Jan at Fabrikam".to_owned();
    let taken = PlanNote::AddressTaken { address: ADDRESS.to_owned(), owner: owner() };
    let named = PlanNote::UserNameTaken { owner: "Jan Anders".to_owned() };
    assert_eq!(plan.warnings, [named.clone(), taken]);
    assert_eq!(plan.without_taken, Some(false), "nothing is given up unless somebody chooses so");

    // When the person chooses to give the address up
    let chosen = Selections { without_taken: true, ..Selections::default() };
    let plan = story.try_preview(RemedyKind::Restore, chosen).await.unwrap();
    let without = PlanNote::ComesBackWithout { addresses: vec![ADDRESS.to_owned()] };
    assert_eq!((plan.without_taken, plan.warnings.as_slice()), (Some(true), [without, named].as_slice()));
    let mail = plan.changes.iter().find(|change| change.property == "mail").unwrap();
    assert_eq!(mail.after, None, "what becomes of it is the server's to say");
    let end = story.carry_out(&plan).await;
    assert_eq!(story.directory.bodies(RESTORE), [json!({ "autoReconcileProxyConflict": true })]);
    assert_eq!((end.outcome(), end.unrestored().len()), (Outcome::Done, 0), "{end:?}");
}

#[tokio::test]
async fn whoever_could_not_be_looked_for_is_unknown_and_not_nobody() {
    let story = deleted(whole()).await;
    story.directory.always("GET /contacts", Effect::Refuse(503, "ServiceUnavailable"));
    let plan = story.preview(RemedyKind::Restore).await;
    assert!(plan.notes.contains(&PlanNote::TakenNotAllSeen), "{plan:?}");
    assert_eq!(plan.without_taken, None);
}

#[tokio::test]
async fn a_refusal_names_whoever_took_it_and_nobody_is_led_there_again_until_that_is_over() {
    let whose = |named: bool| named.then_some(IN_THE_WAY);
    for named in [true, false] {
        // Given a contact that takes the address between the preview and its confirmation
        let story = deleted(whole()).await;
        let plan = story.preview(RemedyKind::Restore).await;
        let mut taker = contact(ADDRESS);
        taker["id"] = json!(IN_THE_WAY);
        story.directory.add_contact(taker);
        story.directory.once(RESTORE, refusal("proxyAddresses", whose(named)));
        let end = story.carry_out(&plan).await;

        // Then it is named, by the answer or by a look, and nothing was changed
        let kind = in_the_way(TakenPart::Address, Some((IN_THE_WAY, "Jan at Fabrikam")));
        assert_eq!(end.problem(), Some((kind, Changed::No)), "named: {named}");
        assert_eq!((end.outcome(), end.step(StepKind::Restore)), (Outcome::Refused, StepState::Refused));
        assert_eq!(end.ways(), [false; 3]);
        assert_eq!(story.entry(end.change).await.status, ChangeStatus::Refused);

        // And what was just refused is not recommended, but what leads out of it is; it stays possible
        let found = story.engine.find(ADDRESS, None, None, "ticket").await.unwrap().diagnosis;
        assert_eq!(
            (found.verdict, found.recommended().unwrap().kind),
            (Verdict::Deleted, RemedyKind::ResolveConflict)
        );
        let warned = story.preview(RemedyKind::Restore).await.warnings;
        let was = PlanNote::WasRefused { address: ADDRESS.to_owned(), owner: "Jan at Fabrikam".to_owned() };
        assert_eq!(warned, [was], "said once");

        // When the contact is gone, so is that
        story.directory.remove_contact(IN_THE_WAY);
        let found = story.engine.find(ADDRESS, None, None, "ticket").await.unwrap().diagnosis;
        assert!(found.findings.iter().all(|finding| finding.code != FindingCode::AddressRefused));
        assert_eq!(found.recommended().unwrap().kind, RemedyKind::Restore);
        assert_eq!(story.remedy(RemedyKind::Restore).await.outcome(), Outcome::Done);
    }
}

#[tokio::test]
async fn a_user_name_that_is_taken_is_called_that_and_no_address() {
    let story = deleted(whole()).await;
    let plan = story.preview(RemedyKind::Restore).await;
    let mut namesake = jan();
    namesake["id"] = json!(IN_THE_WAY);
    namesake["displayName"] = json!("Jan, invited again");
    namesake["otherMails"] = json!([]);
    story.directory.add_user(namesake);
    story.directory.once(RESTORE, refusal("userPrincipalName", None));
    let end = story.carry_out(&plan).await;
    let kind = in_the_way(TakenPart::UserName, Some((IN_THE_WAY, "Jan, invited again")));
    assert_eq!(end.problem(), Some((kind, Changed::No)));

    // An object that no look shows is told by its id, and remembered
    let story = deleted(whole()).await;
    story.directory.once(RESTORE, refusal("proxyAddresses", Some(IN_THE_WAY)));
    let end = story.remedy(RemedyKind::Restore).await;
    let kind = in_the_way(TakenPart::Address, Some((IN_THE_WAY, IN_THE_WAY)));
    assert_eq!(end.problem(), Some((kind, Changed::No)));
    let found = story.engine.find(ADDRESS, None, None, "ticket").await.unwrap().diagnosis;
    assert_eq!(found.recommended().map(|it| it.kind), Some(RemedyKind::ResolveConflict));

    // And a conflict of which nothing is said is called that
    let story = deleted(whole()).await;
    story.directory.once(RESTORE, Effect::Refuse(409, "Request_Conflict"));
    let end = story.remedy(RemedyKind::Restore).await;
    assert_eq!(end.problem(), Some((in_the_way(TakenPart::NotSaid, None), Changed::No)));
}

#[tokio::test]
async fn a_guest_who_is_gone_for_good_or_came_back_meanwhile_is_not_touched() {
    // Gone between preview and confirmation
    let story = deleted(whole()).await;
    let plan = story.preview(RemedyKind::Restore).await;
    story.directory.purge(JAN);
    let end = story.carry_out(&plan).await;
    assert_eq!(end.problem(), Some((ErrorKind::GuestGone, Changed::No)));
    assert_eq!(end.outcome(), Outcome::Refused);
    let problem = story.try_preview(RemedyKind::Restore, Selections::default()).await.unwrap_err();
    assert_eq!(problem.kind, ErrorKind::GuestGone);

    // Brought back by somebody else
    let story = deleted(whole()).await;
    let plan = story.preview(RemedyKind::Restore).await;
    story.directory.restore(JAN);
    let end = story.carry_out(&plan).await;
    let came_back = ErrorKind::TenantChanged { property: "deletedDateTime" };
    assert_eq!(end.problem(), Some((came_back, Changed::No)));
    let problem = story.try_preview(RemedyKind::Restore, Selections::default()).await.unwrap_err();
    assert_eq!(problem.kind, ErrorKind::NotForThisGuest);

    // Brought back, changed, and deleted again
    let story = deleted(whole()).await;
    let plan = story.preview(RemedyKind::Restore).await;
    story.directory.restore(JAN);
    story.directory.set(JAN, "otherMails", json!([OTHER]));
    story.directory.delete(JAN);
    let end = story.carry_out(&plan).await;
    let changed = ErrorKind::TenantChanged { property: "otherMails" };
    assert_eq!(end.problem(), Some((changed, Changed::No)));

    // Gone between the comparison and the request
    let story = deleted(whole()).await;
    let plan = story.preview(RemedyKind::Restore).await;
    story.directory.once(RESTORE, Effect::meanwhile(|all| all.purge(JAN)));
    let end = story.carry_out(&plan).await;
    assert_eq!((end.problem(), end.outcome()), (Some((ErrorKind::GuestGone, Changed::No)), Outcome::Refused));
    assert_eq!(end.ways(), [false; 3]);
}

#[tokio::test]
async fn one_answer_not_found_does_not_make_anybody_gone() {
    let story = deleted(whole()).await;
    let plan = story.preview(RemedyKind::Restore).await;
    story.directory.times(2, READ_DELETED, Effect::Refuse(404, "Request_ResourceNotFound"));
    assert_eq!(story.carry_out(&plan).await.outcome(), Outcome::Done);
}

#[tokio::test]
async fn a_restore_whose_answer_was_lost_is_looked_for_and_not_repeated() {
    // Acted upon: seen, and done
    let story = deleted(whole()).await;
    story.directory.once(RESTORE, Effect::LoseAfter);
    let end = story.remedy(RemedyKind::Restore).await;
    assert_eq!((end.outcome(), story.directory.writes().len()), (Outcome::Done, 1), "{end:?}");

    // Not acted upon: nobody knows, and it can be gone on with
    let story = deleted(whole()).await;
    story.directory.once(RESTORE, Effect::LoseBefore);
    let end = story.remedy(RemedyKind::Restore).await;
    assert_eq!(end.problem(), Some((ErrorKind::AnswerLost, Changed::Unknown)));
    assert_eq!((end.outcome(), end.ways()), (Outcome::Unknown, [false, true, false]));
    let story = story.restarted().await;
    let on = story.go_on(end.change).await;
    assert_eq!((on.outcome(), story.directory.writes().len()), (Outcome::Done, 2), "{on:?}");
    assert_eq!(story.engine.unfinished().await.unwrap(), 0);

    // Acted upon, and seen only after the look was given up: gone on with, it is found and not sent again
    let story = deleted(whole()).await;
    let plan = story.preview(RemedyKind::Restore).await;
    story.directory.once(RESTORE, Effect::LoseAfter);
    story.directory.always(READ, Effect::Refuse(503, "ServiceUnavailable"));
    let end = story.carry_out(&plan).await;
    assert_eq!(end.changed(), Some(Changed::Unknown));
    story.directory.no_more_effects();
    let on = story.go_on(end.change).await;
    assert_eq!((on.outcome(), story.directory.writes().len()), (Outcome::Done, 1), "{on:?}");
}

#[tokio::test]
async fn what_was_interrupted_before_it_was_sent_is_not_ours_when_somebody_else_did_it() {
    // Given an app that was killed before the request left
    let story = deleted(whole()).await;
    let plan = story.preview(RemedyKind::Restore).await;
    story.journal_refuses_from("sent");
    let end = story.carry_out(&plan).await;
    story.journal_takes_everything();
    assert!(story.directory.writes().is_empty());

    // When somebody else brought the guest back before it is gone on with
    let story = story.restarted().await;
    story.directory.restore(JAN);
    let on = story.go_on(end.change).await;

    // Then that is not claimed to be ours, and nothing is left open
    let came_back = ErrorKind::TenantChanged { property: "deletedDateTime" };
    assert_eq!((on.problem(), on.outcome()), (Some((came_back, Changed::No)), Outcome::Refused));
    assert!(story.directory.writes().is_empty());
    assert_eq!(story.engine.unfinished().await.unwrap(), 0);
}

#[tokio::test]
async fn an_account_that_does_not_show_yet_is_accepted_and_not_seen() {
    let story = deleted(whole()).await;
    let plan = story.preview(RemedyKind::Restore).await;
    story.directory.always(READ, Effect::Refuse(404, "Request_ResourceNotFound"));
    let end = story.carry_out(&plan).await;
    assert_eq!(
        (end.outcome(), end.result.made),
        (Outcome::NotYetVisible, Realisation::NotSeenYet),
        "{end:?}"
    );
    assert_eq!(end.step(StepKind::ReadBack), StepState::NotYetVisible);
    assert_eq!(story.entry(end.change).await.status, ChangeStatus::NotYetVisible);
}

#[tokio::test]
async fn somebody_who_may_not_is_refused_and_told_why() {
    let story = deleted(whole()).await;
    story.directory.once(RESTORE, Effect::Refuse(403, "Authorization_RequestDenied"));
    let end = story.remedy(RemedyKind::Restore).await;
    assert!(matches!(end.problem(), Some((ErrorKind::MissingRight { .. }, Changed::No))), "{end:?}");
    assert_eq!(end.outcome(), Outcome::Refused);
}

#[tokio::test]
async fn of_several_deleted_guests_the_chosen_one_comes_back_and_no_other() {
    // Given two deleted guests with one address
    let story = deleted(whole()).await;
    let mut other = whole();
    other["id"] = json!("other");
    other["userPrincipalName"] = json!("jan2_fabrikam.nl#EXT#@contoso.onmicrosoft.com");
    story.directory.add_user(other);
    story.directory.delete("other");
    let found = story.engine.find(ADDRESS, None, None, "ticket").await.unwrap().diagnosis;
    assert_eq!((found.verdict, found.subject, found.candidates.len()), (Verdict::Deleted, None, 2));
    assert!(found.remedies.iter().all(|offer| offer.fit.options().is_none()), "{:?}", found.remedies);

    // When one is chosen, that one comes back
    let found = story.engine.find(ADDRESS, None, Some(JAN), "ticket").await.unwrap().diagnosis;
    assert_eq!(
        (found.subject.as_deref(), found.recommended().unwrap().kind),
        (Some(JAN), RemedyKind::Restore)
    );
    let end = story.remedy(RemedyKind::Restore).await;
    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    assert_eq!(
        story.directory.users().into_iter().filter(|id| id != "admin" && id != "sponsor").collect::<Vec<_>>(),
        [JAN]
    );
}

#[tokio::test]
async fn after_thirty_days_there_is_nothing_to_restore() {
    let mut gone = whole();
    gone["deletedDateTime"] = json!("2025-01-01T00:00:00Z");
    let story = Story::about(json!({ "id": "somebody", "displayName": "Somebody" })).await;
    story.directory.add_user(gone);
    story.directory.delete(JAN);
    let mut over = whole();
    over["deletedDateTime"] = json!("2020-01-01T00:00:00Z");
    story.directory.always(READ_DELETED, Effect::Answer(200, over));
    let problem = story.try_preview(RemedyKind::Restore, Selections::default()).await.unwrap_err();
    assert_eq!(problem.kind, ErrorKind::NotForThisGuest);
}

#[tokio::test]
async fn a_restore_that_was_stopped_before_the_request_changed_nothing() {
    let story = deleted(whole()).await;
    let plan = story.preview(RemedyKind::Restore).await;
    let change = story.next_change(0);
    let engine = story.engine.clone();
    story.directory.once(READ_DELETED, Effect::meanwhile(move |_| engine.cancel(&change.to_string())));
    let end = story.carry_out(&plan).await;
    assert_eq!((end.outcome(), end.changed()), (Outcome::Cancelled, Some(Changed::No)), "{end:?}");
    assert!(story.directory.writes().is_empty());
}

#[tokio::test]
async fn a_guest_whom_this_app_deleted_is_put_back_rather_than_restored() {
    let story = Story::about(jan()).await;
    story.directory.once("POST /invitations", Effect::Refuse(403, "Authorization_RequestDenied"));
    let end = story.remedy(RemedyKind::RemoveAndInvite).await;
    let found = story.engine.find(ADDRESS, None, None, "ticket").await.unwrap();
    let back = story.engine.way_back_to(&found).await.unwrap().unwrap();
    assert_eq!(
        (back.change, back.purpose, back.instead_of),
        (end.change, Purpose::PutBack, RemedyKind::Restore)
    );

    // Restored all the same, the change that deleted them has ended with that
    assert_eq!(story.remedy(RemedyKind::Restore).await.outcome(), Outcome::Done);
    let problem = story.engine.preview_put_back(end.change).await.unwrap_err();
    assert_eq!(problem.kind, ErrorKind::ChangedSince);
    assert_eq!(story.engine.unfinished().await.unwrap(), 0);
}

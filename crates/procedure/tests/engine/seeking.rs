//! What was typed is no address: a user name, an object id, or something that cannot be looked for.

use graph::Changed;
use guest::{FindingCode, NotAnAddress, RemedyKind, Verdict, WhyRefused};
use procedure::{Category, ErrorKind, Examination, PreviewRequest, Problem, Selections};
use scripted_graph::Effect;
use serde_json::{Value, json};

use crate::support::{ADDRESS, JAN, OTHER, Story, TEAM, connection, contact, jan, jan_elsewhere};

const NAME: &str = "jan_fabrikam.nl#EXT#@contoso.onmicrosoft.com";
const ID: &str = "7d1f0000-0000-4000-8000-00000000000a";
const DELETED: &str = "GET /directory/deletedItems/microsoft.graph.user";

async fn find(story: &Story, typed: &str) -> Result<Examination, Problem> {
    story.engine.find(typed, None, None, "ticket").await
}

/// The guest, with an id such as the directory gives.
fn with_id(mut guest: Value) -> Value {
    guest["id"] = json!(ID);
    guest
}

fn marked(name: &str) -> String {
    format!("{}{name}", ID.replace('-', ""))
}

fn about(found: &Examination) -> (&str, &str, Verdict) {
    let id = found.subject().map_or("nobody", |user| user.id.as_str());
    (id, found.facts.searched.as_str(), found.diagnosis.verdict)
}

#[tokio::test]
async fn a_guest_is_found_by_user_name_and_by_id_as_by_address() {
    let story = Story::about(with_id(jan())).await;
    let by_address = find(&story, ADDRESS).await.unwrap();
    for typed in
        [NAME, &NAME.to_uppercase(), "jan_fabrikam.nl#EXT#", ID, &format!("{{{}}}", ID.to_uppercase())]
    {
        let found = find(&story, typed).await.unwrap();
        assert_eq!(about(&found), (ID, ADDRESS, Verdict::Misconfigured), "{typed}");
        assert_eq!(found.diagnosis.findings, by_address.diagnosis.findings, "{typed}");
        assert_eq!(found.diagnosis.remedies, by_address.diagnosis.remedies, "{typed}");
    }
    assert!(story.directory.writes().is_empty());
}

#[tokio::test]
async fn whoever_is_found_otherwise_is_spoken_of_by_their_main_address() {
    let story = Story::about(with_id(jan_elsewhere())).await;
    assert_eq!(about(&find(&story, ADDRESS).await.unwrap()), (ID, ADDRESS, Verdict::MailElsewhere));
    for typed in [NAME, ID] {
        assert_eq!(about(&find(&story, typed).await.unwrap()), (ID, OTHER, Verdict::Healthy), "{typed}");
    }
}

#[tokio::test]
async fn what_owns_any_of_their_addresses_is_seen_however_they_were_found() {
    for owned in [ADDRESS, OTHER] {
        let story = Story::about(with_id(jan())).await;
        story.directory.add_contact(contact(owned));
        for typed in [ADDRESS, NAME, ID] {
            let found = find(&story, typed).await.unwrap();
            assert_eq!(about(&found), (ID, ADDRESS, Verdict::Conflict), "{typed} {owned}");
        }
        // A main address that was in no question of the first round.
        let story = Story::about(with_id(jan_elsewhere())).await;
        story.directory.add_contact(contact(owned));
        for typed in [NAME, ID] {
            let found = find(&story, typed).await.unwrap();
            let shared = found.diagnosis.findings.iter().any(|it| it.code == FindingCode::AddressShared);
            assert!(shared, "{typed} {owned}");
        }
    }
}

#[tokio::test]
async fn a_chosen_group_and_the_memberships_are_read_however_they_were_found() {
    let story = Story::about(with_id(jan())).await;
    story.directory.add_member(TEAM, ID);
    for typed in [NAME, ID] {
        let found = story.engine.find(typed, Some(TEAM), None, "ticket").await.unwrap();
        assert_eq!(found.facts.memberships.get().unwrap().len(), 1, "{typed}");
        assert_eq!(found.facts.group.unwrap().is_member, guest::Known::Is(true), "{typed}");
    }
}

#[tokio::test]
async fn whoever_was_asked_for_by_name_or_id_is_meant_although_others_have_the_address() {
    let story = Story::about(with_id(jan())).await;
    let mut twin = jan();
    twin["userPrincipalName"] = json!("jan_other.example#EXT#@contoso.onmicrosoft.com");
    story.directory.add_user(twin);
    assert_eq!(find(&story, ADDRESS).await.unwrap().diagnosis.verdict, Verdict::Ambiguous);
    for typed in [NAME, ID] {
        let found = find(&story, typed).await.unwrap();
        assert_eq!(about(&found), (ID, ADDRESS, Verdict::Misconfigured), "{typed}");
        assert_eq!(found.diagnosis.candidates.len(), 2, "{typed}");
    }
    // Of somebody of the organisation it is said that they are no guest, although a guest has the address.
    let id = "7d1f0000-0000-4000-8000-00000000000b";
    story.directory.add_user(json!({
        "id": id, "mail": ADDRESS, "userPrincipalName": "jan@contoso.com", "userType": "Member",
    }));
    assert_eq!(about(&find(&story, id).await.unwrap()), (id, ADDRESS, Verdict::NotAGuest));
}

#[tokio::test]
async fn a_deleted_guest_is_found_by_either_name_and_by_id() {
    let mut guest = with_id(jan());
    guest["userPrincipalName"] = json!(marked(NAME));
    let story = Story::about(guest).await;
    story.directory.delete(ID);
    for typed in [NAME, &marked(NAME), &marked(NAME).to_uppercase(), ID] {
        assert_eq!(about(&find(&story, typed).await.unwrap()), (ID, ADDRESS, Verdict::Deleted), "{typed}");
    }
    // The address was given to somebody else meanwhile: by the id it is the deleted one who is meant.
    story.directory.add_user(jan());
    assert_eq!(about(&find(&story, ID).await.unwrap()), (ID, ADDRESS, Verdict::Deleted));
    assert_eq!(about(&find(&story, NAME).await.unwrap()), (JAN, ADDRESS, Verdict::Misconfigured));
}

#[tokio::test]
async fn a_name_of_which_the_address_alone_is_known_finds_whoever_has_it() {
    let elsewhere = "jan_fabrikam.nl#EXT#@adatum.onmicrosoft.com";
    let story = Story::new().await;
    assert_eq!(about(&find(&story, elsewhere).await.unwrap()), (JAN, ADDRESS, Verdict::Misconfigured));
    // Several readings, of which one is somebody's.
    let mut guest = jan();
    guest["otherMails"] = json!(["jan_de@vries.example"]);
    guest["userPrincipalName"] = json!("jan@contoso.com");
    let story = Story::about(guest).await;
    let found = find(&story, "jan_de_vries.example#EXT#@contoso.onmicrosoft.com").await.unwrap();
    assert_eq!(about(&found), (JAN, "jan_de@vries.example", Verdict::NoAddress));
}

#[tokio::test]
async fn nobody_of_that_name_or_id_is_said_and_nobody_is_invited() {
    let story = Story::new().await;
    story.directory.add_contact(contact("piet@fabrikam.nl"));
    let name = "piet_fabrikam.nl#EXT#@contoso.onmicrosoft.com";
    for (typed, instead) in [
        (name, &["piet@fabrikam.nl"][..]),
        ("piet_de_wit.example#EXT#@contoso.com", &["piet_de@wit.example", "piet@de_wit.example"]),
        ("piet#EXT#@contoso.com", &[]),
    ] {
        let problem = find(&story, typed).await.unwrap_err();
        assert!(matches!(&problem.kind, ErrorKind::NobodyWithUserName { name } if name.as_str() == typed));
        assert_eq!((problem.category(), problem.changed), (Category::BadInput, Changed::No));
        assert_eq!(problem.search_instead(), instead, "{typed}");
    }
    let problem = find(&story, ID).await.unwrap_err();
    assert!(matches!(&problem.kind, ErrorKind::NobodyWithId { id } if id.as_str() == ID));
    assert_eq!((problem.category(), problem.search_instead().len()), (Category::BadInput, 0));
}

#[tokio::test]
async fn what_was_not_answered_never_means_that_there_is_nobody() {
    let name = "piet_fabrikam.nl#EXT#@contoso.onmicrosoft.com";
    for refused in ["GET /users", DELETED] {
        let story = Story::new().await;
        story.directory.always(refused, Effect::Refuse(403, ""));
        assert_eq!(
            find(&story, name).await.unwrap_err().kind,
            ErrorKind::MissingRight { why: WhyRefused::NotKnown },
            "{refused}"
        );
    }
    for refused in ["GET /users/*", "GET /directory/deletedItems/*/microsoft.graph.user"] {
        let story = Story::new().await;
        story.directory.always(refused, Effect::Refuse(403, ""));
        assert_eq!(
            find(&story, ID).await.unwrap_err().kind,
            ErrorKind::MissingRight { why: WhyRefused::NotKnown },
            "{refused}"
        );
    }
    // Somebody live is known, whatever became of the deleted.
    let story = Story::about(with_id(jan())).await;
    story.directory.always("GET /directory/deletedItems/*/microsoft.graph.user", Effect::Refuse(403, ""));
    assert_eq!(about(&find(&story, ID).await.unwrap()), (ID, ADDRESS, Verdict::Misconfigured));
    story.directory.once("GET /users/*", Effect::Answer(200, json!({ "displayName": "without an id" })));
    assert_eq!(find(&story, ID).await.unwrap_err().kind, ErrorKind::AnswerMalformed);
}

#[tokio::test]
async fn a_guest_who_may_not_read_users_is_told_so_for_ids_and_names_too() {
    let story = Story::nobody_signed_in(with_id(jan()));
    story.directory.set("admin", "userType", json!("Guest"));
    story.engine.sign_in(connection(&story.directory)).await.unwrap();
    for refused in ["GET /users", "GET /users/*"] {
        story.directory.always(refused, Effect::Refuse(403, "Authorization_RequestDenied"));
    }
    for typed in [NAME, ID] {
        assert_eq!(find(&story, typed).await.unwrap_err().kind, ErrorKind::GuestsMayNotSearch, "{typed}");
    }
}

#[tokio::test]
async fn a_guest_without_any_address_is_found_and_can_be_previewed() {
    let mut guest = with_id(jan());
    guest["otherMails"] = json!([]);
    guest["userPrincipalName"] = json!("jan_de_vries.nl#EXT#@contoso.onmicrosoft.com");
    let story = Story::about(guest.clone()).await;
    let name = guest["userPrincipalName"].as_str().unwrap();
    for typed in [ID, name] {
        let found = find(&story, typed).await.unwrap();
        assert_eq!(about(&found), (ID, name, Verdict::NoAddress), "{typed}");
    }
    // What the report speaks of is asked with again, beside the id.
    let request = PreviewRequest {
        guest: Some(ID.to_owned()),
        searched: name.to_owned(),
        group: None,
        remedy: RemedyKind::RemoveAndInvite,
        selections: Selections::default(),
    };
    assert_eq!(story.engine.preview(&request, "preview").await.unwrap().searched.as_str(), name);
    story.directory.delete(ID);
    story.directory.purge(ID);
    assert_eq!(story.engine.preview(&request, "preview").await.unwrap_err().kind, ErrorKind::GuestGone);
}

#[tokio::test]
async fn an_accent_is_said_before_anything_is_asked_and_is_none_of_a_guest_who_is_known() {
    let story = Story::new().await;
    let asked = story.directory.asked().len();
    let problem = find(&story, "ren\u{e9}@fabrikam.nl").await.unwrap_err();
    assert!(matches!(&problem.kind, ErrorKind::Address { why: NotAnAddress::Accented { .. }, .. }));
    assert_eq!(problem.search_instead(), ["rene@fabrikam.nl"]);
    let problem = find(&story, &format!("{ADDRESS}, {OTHER}")).await.unwrap_err();
    assert_eq!(problem.search_instead(), [ADDRESS, OTHER]);
    assert_eq!(story.directory.asked().len(), asked);
    // What the directory holds in spite of that is what a report speaks of.
    let found = story.engine.find("ren\u{e9}@fabrikam.nl", None, Some(JAN), "ticket").await.unwrap();
    assert_eq!(found.subject().unwrap().id, JAN);
}

#[tokio::test]
async fn whoever_was_found_by_id_is_looked_at_again_by_that_id_though_others_have_the_address() {
    // given two guests with one address, one of them asked for by id or by user name
    let story = Story::about(with_id(jan())).await;
    let mut namesake = jan();
    namesake["id"] = json!("somebody-else");
    namesake["userPrincipalName"] = json!("jan.2_fabrikam.nl#EXT#@contoso.onmicrosoft.com");
    story.directory.add_user(namesake);
    assert_eq!(find(&story, ADDRESS).await.unwrap().diagnosis.verdict, Verdict::Ambiguous);
    for typed in [ID, NAME] {
        let found = find(&story, typed).await.unwrap();
        assert_eq!(found.facts.chosen.as_deref(), Some(ID), "{typed}");
        // when what is spoken of is looked at again, with whom it was about
        let chosen = found.facts.chosen.as_deref();
        let again = story.engine.find(found.facts.searched.as_str(), None, chosen, "ticket").await.unwrap();
        assert_eq!(about(&again), about(&found), "{typed}");
    }
}

#[tokio::test]
async fn one_of_several_deleted_guests_can_be_chosen_and_is_looked_at_again() {
    // given two deleted guests of one address
    let story = Story::about(with_id(jan())).await;
    let mut namesake = jan();
    namesake["id"] = json!("somebody-else");
    story.directory.add_user(namesake);
    for id in [ID, "somebody-else"] {
        story.directory.delete(id);
    }
    // when one of them is chosen, then the report is about them
    for id in [ID, "somebody-else"] {
        let chosen = story.engine.find(ADDRESS, None, Some(id), "ticket").await.unwrap();
        assert_eq!((about(&chosen).0, about(&chosen).2), (id, Verdict::Deleted));
    }
    // and what is only for the living is refused as before
    let request = PreviewRequest {
        guest: Some(ID.to_owned()),
        searched: ADDRESS.to_owned(),
        group: None,
        remedy: RemedyKind::SetMail,
        selections: Selections::default(),
    };
    let refused = story.engine.preview(&request, "preview").await.unwrap_err();
    assert_eq!(refused.kind, ErrorKind::GuestGone);
    // when they are gone for good, that is said
    story.directory.purge(ID);
    let gone = story.engine.find(ADDRESS, None, Some(ID), "ticket").await.unwrap_err();
    assert_eq!(gone.kind, ErrorKind::GuestGone);
}

#[tokio::test]
async fn a_guest_who_was_deleted_since_is_said_to_be_deleted_although_another_has_the_address_now() {
    let story = Story::about(with_id(jan())).await;
    story.directory.delete(ID);
    let mut successor = jan();
    successor["id"] = json!("successor");
    story.directory.add_user(successor);
    let again = story.engine.find(ADDRESS, None, Some(ID), "ticket").await.unwrap();
    assert_eq!((about(&again).0, about(&again).2), (ID, Verdict::Deleted));
}

#[tokio::test]
async fn who_was_deleted_a_moment_ago_is_read_by_their_id_while_searches_are_behind() {
    // given searches that do not know of the deletion yet, among the living and among the deleted
    let story = Story::about(with_id(jan())).await;
    story.directory.always("GET /users", Effect::Stale);
    story.directory.always(DELETED, Effect::Stale);
    story.directory.delete(ID);
    // when they are looked up by their id, or looked at again by address or name, then they are deleted
    for (typed, chosen) in [(ID, None), (ADDRESS, Some(ID)), (NAME, Some(ID))] {
        let found = story.engine.find(typed, None, chosen, "ticket").await.unwrap();
        assert_eq!((about(&found).0, about(&found).2), (ID, Verdict::Deleted), "{typed}");
        let is_them = |users: &[guest::User]| users.iter().filter(|user| user.id == ID).count();
        // and stand among the deleted alone.
        let facts = &found.facts;
        let counted = (is_them(&facts.live_users.found), is_them(&facts.deleted_users.found));
        assert_eq!(counted, (0, 1), "{typed}");
    }
    // Once searches know it, they are still one.
    story.directory.no_more_effects();
    for (typed, chosen) in [(ID, None), (ADDRESS, Some(ID))] {
        let found = story.engine.find(typed, None, chosen, "ticket").await.unwrap();
        assert_eq!(found.facts.deleted_users.found.len(), 1, "{typed}");
    }
}

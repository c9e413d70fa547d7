//! The groups somebody owns, and how the guests in them stand.

use graph::Changed;
use guest::{Glance, GlanceReason, ListedGuest};
use procedure::{Category, ErrorKind, GroupList, GuestsOfGroup, NotListed, Problem};
use scripted_graph::Effect;
use serde_json::{Value, json};

use crate::support::{ADDRESS, JAN, PROJECT, Story, TEAM, connection, contact, group, jan};

const MEMBERS: &str = "GET /groups/*/members/microsoft.graph.user";
const OWNED: &str = "GET /me/ownedObjects/microsoft.graph.group";
const CONTACTS: &str = "GET /contacts";

/// A guest without a fault.
fn well(id: &str, name: &str) -> Value {
    let address = format!("{id}@proseware.com");
    json!({
        "id": id, "displayName": name, "userPrincipalName": format!("{id}_proseware.com#EXT#@contoso.onmicrosoft.com"),
        "mail": address, "proxyAddresses": [format!("SMTP:{address}")], "otherMails": [address],
        "userType": "Guest", "externalUserState": "Accepted", "accountEnabled": true,
    })
}

/// An owner of both groups; in the team there are two guests and a colleague, in the project one guest.
async fn owner() -> Story {
    let story = Story::about(jan()).await;
    for (id, name) in [(TEAM, "Team Fabrikam"), (PROJECT, "Project Fabrikam")] {
        story.directory.relate("admin", "owned", group(id, name));
    }
    story.directory.add_user(well("anna", "Anna Kowalska"));
    story.directory.add_member(TEAM, "anna");
    story.directory.add_member(TEAM, "admin");
    story
}

async fn read(story: &Story, groups: &[&str]) -> Result<Vec<GuestsOfGroup>, Problem> {
    let groups: Vec<String> = groups.iter().map(|&id| id.to_owned()).collect();
    story.engine.guests_of_groups(&groups, "ticket").await
}

fn guests(group: &GuestsOfGroup) -> Vec<(&str, Glance, Option<GlanceReason>)> {
    let one = |it: &ListedGuest| (it.guest.id.clone(), it.glance, it.reason);
    let GroupList { guests, .. } = group.read.as_ref().unwrap();
    let all: Vec<_> = guests.iter().map(one).collect();
    all.into_iter().map(|(id, glance, reason)| (&*id.leak(), glance, reason)).collect()
}

#[tokio::test]
async fn the_groups_one_owns_are_listed_by_name_and_only_those_that_have_mail() {
    let story = owner().await;
    let mut secure = group("secure", "A security group");
    secure["groupTypes"] = json!([]);
    secure["mailEnabled"] = json!(false);
    story.directory.relate("admin", "owned", secure);
    let names: Vec<String> =
        story.engine.owned_groups("t").await.unwrap().iter().map(guest::Group::name).collect();
    assert_eq!(names, ["Project Fabrikam", "Team Fabrikam"]);
    // Who owns none has an empty list, which was read; who could not be asked has none.
    story.directory.unrelate("admin", "owned");
    assert_eq!(story.engine.owned_groups("t").await, Ok(vec![]));
    story.directory.always(OWNED, Effect::Refuse(403, "Authorization_RequestDenied"));
    assert_eq!(story.engine.owned_groups("t").await.unwrap_err().category(), Category::Refused);
}

#[tokio::test]
async fn the_guests_of_several_groups_are_read_at_once_and_the_worst_come_first() {
    let story = owner().await;
    let before = story.directory.asked().len();
    let groups = read(&story, &[TEAM, PROJECT]).await.unwrap();
    assert_eq!(
        groups.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(),
        ["Team Fabrikam", "Project Fabrikam"]
    );
    assert_eq!(
        guests(&groups[0]),
        [(JAN, Glance::NoMail, Some(GlanceReason::NoMainAddress)), ("anna", Glance::NoFault, None),],
        "and the colleague is no guest"
    );
    assert_eq!(guests(&groups[1]).len(), 1);
    // Whether they are still owned, the members of both, and who owns the addresses of those without a main one.
    assert_eq!(story.directory.asked().len() - before, 3);
    assert!(story.directory.writes().is_empty());
}

#[tokio::test]
async fn who_owns_the_address_is_said_where_it_could_be_looked_up_and_of_nobody_where_it_could_not() {
    let story = owner().await;
    story.directory.add_contact(contact(ADDRESS));
    let groups = read(&story, &[PROJECT]).await.unwrap();
    assert_eq!(guests(&groups[0]), [(JAN, Glance::NoMail, Some(GlanceReason::AddressInUse))]);
    story.directory.always(CONTACTS, Effect::Refuse(403, "Authorization_RequestDenied"));
    let groups = read(&story, &[PROJECT]).await.unwrap();
    assert_eq!(guests(&groups[0]), [(JAN, Glance::NoMail, Some(GlanceReason::NoMainAddress))]);
}

#[tokio::test]
async fn a_group_that_could_not_be_read_says_why_and_is_never_one_without_guests() {
    let story = owner().await;
    let refused = format!("GET /groups/{TEAM}/members/microsoft.graph.user");
    story.directory.always(&refused, Effect::Refuse(403, "Authorization_RequestDenied"));
    let groups = read(&story, &[TEAM, PROJECT]).await.unwrap();
    let Err(NotListed::Failed(problem)) = &groups[0].read else { panic!("{:?}", groups[0]) };
    assert_eq!((problem.category(), problem.changed), (Category::Refused, Changed::No));
    assert_eq!(guests(&groups[1]).len(), 1, "the other one was read");
    // Another one is gone meanwhile.
    story.directory.no_more_effects();
    story.directory.remove_group(TEAM);
    assert_eq!(read(&story, &[TEAM]).await.unwrap()[0].read, Err(NotListed::Gone));
}

#[tokio::test]
async fn a_group_that_hides_its_members_is_not_called_empty() {
    let story = owner().await;
    story.directory.unrelate("admin", "owned");
    let mut hidden = group("hidden", "Hidden");
    hidden["visibility"] = json!("HiddenMembership");
    story.directory.add_group(hidden.clone());
    story.directory.relate("admin", "owned", hidden);
    let groups = read(&story, &["hidden"]).await.unwrap();
    assert_eq!(groups[0].read, Err(NotListed::MembersHidden));
}

#[tokio::test]
async fn who_owns_a_group_no_more_is_told_so() {
    let story = owner().await;
    story.directory.unrelate("admin", "owned");
    story.directory.relate("admin", "owned", group(PROJECT, "Project Fabrikam"));
    let groups = read(&story, &[TEAM, PROJECT]).await.unwrap();
    assert_eq!(groups[0].read, Err(NotListed::NotOwned));
    assert!(groups[1].read.is_ok());
}

#[tokio::test]
async fn members_who_are_not_shown_are_counted_and_not_left_out() {
    let story = owner().await;
    // The organisation shows this sign-in nothing of them but their ids.
    story.directory.add_user(json!({ "id": "unseen" }));
    story.directory.add_member(PROJECT, "unseen");
    let groups = read(&story, &[PROJECT]).await.unwrap();
    let list = groups[0].read.as_ref().unwrap();
    assert_eq!((list.guests.len(), list.not_shown), (1, 1));
}

#[tokio::test]
async fn what_was_read_is_kept_for_whoever_read_it_and_for_nobody_else() {
    let story = owner().await;
    assert_eq!(story.engine.read_of_group(TEAM), Ok(None), "nothing was read yet");
    let groups = read(&story, &[TEAM]).await.unwrap();
    assert_eq!(story.engine.read_of_group(TEAM), Ok(Some(groups[0].clone())));
    story.engine.sign_in(connection(&story.directory)).await.unwrap();
    assert_eq!(story.engine.read_of_group(TEAM), Ok(None));
}

#[tokio::test]
async fn stopped_is_neither_failed_nor_empty_and_what_was_read_before_stays() {
    let story = owner().await;
    read(&story, &[PROJECT]).await.unwrap();
    let held = std::sync::Arc::new(tokio::sync::Notify::new());
    story.directory.always(MEMBERS, Effect::Hold(held));
    let (engine, asked) = (story.engine.clone(), [TEAM.to_owned()]);
    let reading = tokio::spawn(async move { engine.guests_of_groups(&asked, "reading").await });
    while !story.directory.asked().iter().any(|asked| asked.body.to_string().contains(TEAM)) {
        tokio::task::yield_now().await;
    }
    story.engine.cancel("reading");
    let problem = reading.await.unwrap().unwrap_err();
    assert_eq!((problem.category(), problem.changed), (Category::Cancelled, Changed::No));
    assert_eq!(story.engine.read_of_group(TEAM), Ok(None), "what was stopped is not read");
    assert!(story.engine.read_of_group(PROJECT).unwrap().is_some());
}

#[tokio::test]
async fn nobody_reads_groups_before_signing_in_and_no_answer_is_no_empty_group() {
    let story = Story::nobody_signed_in(jan());
    assert_eq!(story.engine.owned_groups("t").await.unwrap_err().kind, ErrorKind::NotSignedIn);
    assert_eq!(read(&story, &[TEAM]).await.unwrap_err().kind, ErrorKind::NotSignedIn);
    assert_eq!(story.engine.read_of_group(TEAM).unwrap_err().kind, ErrorKind::NotSignedIn);
    let story = owner().await;
    story.directory.always("POST /$batch", Effect::NotSent);
    assert_eq!(read(&story, &[TEAM]).await.unwrap_err().category(), Category::Unreachable);
}

//! The users of several groups, in one batch.

use graph::{GraphProblemKind, User};
use serde_json::{Value, json};

use crate::support::{GROUP, GUEST, Story, batch, found, ok};

const OTHER_GROUP: &str = "f6a0d3a4-2a1c-4d7e-9a51-3c0b7b9f0001";
const THIRD_GROUP: &str = "f6a0d3a4-2a1c-4d7e-9a51-3c0b7b9f0002";

fn next(group: &str) -> String {
    format!("https://graph.microsoft.com/v1.0/groups/{group}/members/microsoft.graph.user?$skiptoken=X")
}

fn names(users: &[User]) -> Vec<&str> {
    users.iter().map(|user| user.id.as_str()).collect()
}

#[tokio::test]
async fn the_users_of_several_groups_come_in_one_batch_and_each_group_stands_or_falls_alone() {
    let answer = |url: &str, _: &str| -> Value {
        if url.contains(OTHER_GROUP) {
            json!({ "status": 403, "body": { "error": { "code": "Authorization_RequestDenied", "message": "" } } })
        } else if url.contains(THIRD_GROUP) {
            found(&json!([]))
        } else {
            json!({ "status": 200, "body": { "value": [{ "id": GUEST, "mail": null }], "@odata.nextLink": next(GROUP) } })
        }
    };
    let behind = ok(&json!({ "value": [{ "id": "second" }] }));
    let story = Story::new([batch(answer), behind]);
    let groups = [GROUP, OTHER_GROUP, THIRD_GROUP].map(str::to_owned);
    let read = story.graph.users_of_groups(&groups, &story.cancel).await.unwrap();
    // The pages behind the first one are followed as they are given.
    assert_eq!(names(read[0].as_ref().unwrap()), [GUEST, "second"]);
    assert_eq!(story.asked()[1].uri, next(GROUP));
    assert!(matches!(read[1].as_ref().unwrap_err().kind, GraphProblemKind::Refused { .. }));
    assert_eq!(read[2], Ok(Vec::new()), "nobody is there, which was said");
    // What was asked for and is null is null; what was not is not there.
    let first = &read[0].as_ref().unwrap()[0];
    assert!(first.mail.is_null() && first.company_name.is_absent());
}

#[tokio::test]
async fn nothing_is_asked_that_needs_an_advanced_query_and_no_page_is_too_large() {
    let groups: Vec<String> = (0..45).map(|n| format!("f6a0d3a4-2a1c-4d7e-9a51-3c0b7b9f{n:04}")).collect();
    let story = Story::new((0..3).map(|_| batch(|_, _| found(&json!([])))));
    let read = story.graph.users_of_groups(&groups, &story.cancel).await.unwrap();
    assert_eq!((read.len(), story.asked().len()), (45, 3), "twenty in a batch");
    for url in story.batched().concat() {
        assert!(url.contains("/members/microsoft.graph.user?$select=id"), "{url}");
        assert!(url.ends_with("&$top=250"), "{url}");
        assert!(!["$filter", "$search", "$count", "$orderby", "$expand"].iter().any(|it| url.contains(it)));
    }
}

#[tokio::test]
async fn a_page_that_is_lost_is_no_end_of_the_list() {
    let first = batch(
        |_, _| json!({ "status": 200, "body": { "value": [{ "id": GUEST }], "@odata.nextLink": next(GROUP) } }),
    );
    let refused = crate::support::error(403, "Authorization_RequestDenied", "");
    let story = Story::new([first, refused]);
    let read = story.graph.users_of_groups(&[GROUP.to_owned()], &story.cancel).await.unwrap();
    assert!(read[0].is_err(), "what was not read to its end is not passed off as the whole");
}

#[tokio::test]
async fn the_owners_of_many_addresses_are_counted_where_they_are_not_asked_about() {
    let story =
        Story::new((0..20).map(|_| {
            batch(|url, _| {
                if url.starts_with("/contacts") { found(&json!([{ "id": "c1" }])) } else { found(&json!([])) }
            })
        }));
    let addresses: Vec<String> = (0..310).map(|n| format!("jan{n}@fabrikam.nl")).collect();
    let owners = story.graph.owners(&addresses, &story.cancel).await.unwrap();
    assert_eq!((owners.contacts.found.len(), owners.not_asked), (1, 10));
    assert!(!owners.complete());
}

//! Answers that are far larger than anything the directory holds: worked through in little time and memory, never taken
//! for the whole, and left at once when nobody waits any more.

use std::time::{Duration, Instant};

use graph::GraphProblemKind;
use serde_json::{Value, json};

use crate::support::{GUEST, Reply, Story, batch, found, ok};

fn of_one_id(many: usize) -> Value {
    (0..many).map(|_| json!({ "id": GUEST, "mail": "jan@fabrikam.nl" })).collect()
}

fn jan() -> Vec<String> {
    vec!["jan@fabrikam.nl".to_owned()]
}

#[tokio::test]
async fn more_hits_than_an_address_can_have_are_no_answer_and_the_other_lookups_stand() {
    let story = Story::new([batch(|url, _| {
        found(&if url.starts_with("/users?") && url.contains("mail%20eq") {
            of_one_id(40_000)
        } else {
            json!([])
        })
    })]);
    let began = Instant::now();
    let answer = story.graph.search(&jan(), &[], &story.cancel).await.unwrap();
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
    assert!(!answer.users.complete() && answer.contacts.complete());
    let failed: Vec<_> = answer.users.failed.values().map(|problem| &problem.kind).collect();
    assert_eq!(failed, [&GraphProblemKind::TooLarge]);
}

#[tokio::test]
async fn as_many_hits_as_are_read_are_one_object_when_they_have_one_id() {
    let story = Story::new([batch(|url, _| {
        found(&if url.starts_with("/users?") { of_one_id(500) } else { json!([]) })
    })]);
    let answer = story.graph.search(&jan(), &[], &story.cancel).await.unwrap();
    assert!(answer.users.complete());
    assert_eq!(answer.users.found.len(), 1);
    let one_more = Story::new([batch(|_, _| found(&of_one_id(501)))]);
    assert!(!one_more.graph.search(&jan(), &[], &one_more.cancel).await.unwrap().users.complete());
}

#[tokio::test]
async fn a_list_of_more_objects_than_there_are_is_no_list() {
    let many: Value = (0..20_001).map(|number| json!({ "id": number.to_string() })).collect();
    let story = Story::new([ok(&json!({ "value": many }))]);
    let problem = story.graph.memberships(GUEST, &story.cancel).await.unwrap_err();
    assert_eq!(problem.kind, GraphProblemKind::TooLarge);
}

/// How long it takes from cancelling, which another thread does in the midst of it, to the end.
async fn left_after<T: std::fmt::Debug>(
    story: &Story,
    asking: impl Future<Output = Result<T, graph::GraphProblem>>,
) -> Duration {
    let cancel = story.cancel.clone();
    let cancelling = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(10));
        cancel.cancel();
        Instant::now()
    });
    let problem = asking.await.unwrap_err();
    let ended = Instant::now();
    assert_eq!(problem.kind, GraphProblemKind::Cancelled);
    ended.saturating_duration_since(cancelling.join().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_cancels_in_the_midst_of_an_answer_of_megabytes_waits_for_none_of_it() {
    let padding = "x".repeat(1_000);
    let user = |number: usize| json!({ "id": number.to_string(), "displayName": padding });
    let body = json!({ "value": (0..14_000).map(user).collect::<Vec<_>>() });
    let list = || Story::new([ok(&body)]);
    let story = list();
    let left = left_after(&story, story.graph.memberships(GUEST, &story.cancel)).await;
    assert!(left < Duration::from_millis(100), "a list: {left:?}");

    let all = body.to_string();
    let refused = || Reply::Answer(400, Vec::new(), format!("{{\"error\":{{\"message\":{all}}}}}").into());
    let story = Story::new([refused()]);
    let left = left_after(&story, story.graph.user(GUEST, &story.cancel)).await;
    assert!(left < Duration::from_millis(100), "a refusal: {left:?}");

    let answers = json!({ "responses": [{ "id": "0", "status": 200, "body": body }] }).to_string();
    let story = Story::new([Reply::Answer(200, Vec::new(), answers.into())]);
    let names = jan();
    let left = left_after(&story, story.graph.search(&names, &[], &story.cancel)).await;
    assert!(left < Duration::from_millis(100), "a batch: {left:?}");
}

#[tokio::test]
async fn thousands_of_addresses_are_asked_about_in_some_batches_and_the_rest_stays_unknown() {
    let others: Vec<String> = (0..5_000).map(|number| format!("jan{number}@fabrikam.nl")).collect();
    let story = Story::new((0..20).map(|_| batch(|_, _| found(&json!([])))));
    let round = story.graph.guest_context(GUEST, &others, None, &[], &story.cancel).await.unwrap();
    assert!(story.batched().len() <= 12, "{}", story.batched().len());
    assert!(!round.owners.complete(), "what was not asked is not known");
    assert!(round.memberships.is_ok());
}

#[tokio::test]
async fn the_settings_of_thousands_of_groups_are_asked_for_in_some_batches_and_the_rest_stays_unknown() {
    let groups: Vec<String> = (0..5_000).map(|number| format!("group-{number}")).collect();
    let story = Story::new((0..20).map(|_| batch(|_, _| found(&json!([])))));
    let settings = story.graph.settings_of_groups(&groups, &story.cancel).await.unwrap();
    assert!(story.batched().len() <= 10, "{}", story.batched().len());
    assert_eq!(settings.len(), groups.len());
    assert!(settings[..200].iter().all(Result::is_ok) && settings[200..].iter().all(Result::is_err));
}

//! The search: everything that has an address, in one round trip.

use std::time::Duration;

use graph::{Changed, GraphProblemKind, Lookup, Lookups};
use serde_json::{Value, json};

use crate::support::{GUEST, Reply, Story, batch, error, found};

fn nothing(_: &str, _: &str) -> Value {
    found(&json!([]))
}

fn spellings() -> Vec<String> {
    vec!["jan@bücher.example".to_owned(), "jan@xn--bcher-kva.example".to_owned()]
}

fn prefixes() -> Vec<String> {
    vec!["jan_bücher.example#EXT#".to_owned(), "jan_xn--bcher-kva.example#EXT#".to_owned()]
}

#[tokio::test]
async fn everything_is_asked_in_one_batch_even_for_two_spellings() {
    let story = Story::new([batch(nothing)]);
    let answer = story.graph.search(&spellings(), &prefixes(), &story.cancel).await.unwrap();
    let batches = story.batched();
    assert_eq!((story.asked().len(), batches.len(), batches[0].len()), (1, 1, 15));
    assert!(batches[0].iter().all(|url| url.len() < 2000 && url.starts_with('/')));
    assert!(answer.users.complete() && answer.contacts.complete() && answer.groups.complete());
    let asked = answer.users.asked.len() + answer.deleted_users.asked.len();
    assert_eq!(asked + answer.contacts.asked.len() + answer.groups.asked.len(), 14);
    assert_eq!(answer.group_settings, Ok(Vec::new()), "no settings is an answer: the defaults are in force");
}

#[tokio::test]
async fn a_user_found_in_three_ways_is_one_user_with_three_reasons() {
    let story = Story::new([batch(|url, _| {
        let hit =
            url.starts_with("/users?") && (url.contains("mail%20eq") || url.contains("otherMails%2Fany"));
        found(&if hit { json!([{ "id": GUEST, "mail": "jan@fabrikam.nl" }]) } else { json!([]) })
    })]);
    let answer = story.graph.search(&["jan@fabrikam.nl".into()], &prefixes(), &story.cancel).await.unwrap();
    assert_eq!(answer.users.found.len(), 1);
    let matched: Vec<_> = answer.users.found[0].matched.iter().copied().collect();
    assert_eq!(matched, [Lookup::UserByOtherMails, Lookup::UserByMail]);
    assert_eq!(answer.users.objects().next().unwrap().id, GUEST);
}

#[tokio::test]
async fn a_lookup_that_failed_is_unknown_and_the_others_still_stand() {
    let story = Story::new([batch(|url, _| {
        if url.starts_with("/contacts?") && url.contains("proxyAddresses%2Fany") {
            return json!({ "status": 403, "body": { "error": { "code": "Authorization_RequestDenied", "message": "no" } } });
        }
        found(&if url.starts_with("/contacts?") { json!([{ "id": "c1" }]) } else { json!([]) })
    })]);
    let answer = story.graph.search(&spellings(), &prefixes(), &story.cancel).await.unwrap();
    assert!(!answer.contacts.complete());
    assert_eq!(answer.contacts.found.len(), 1);
    let problem = &answer.contacts.failed[&Lookup::ContactByProxy];
    assert_eq!(problem.kind, GraphProblemKind::Refused { code: "Authorization_RequestDenied".into() });
    assert!(answer.users.complete());
}

#[tokio::test]
async fn an_item_without_an_answer_is_a_failure_and_never_an_empty_one() {
    let story = Story::new([Reply::Batch(Box::new(|_| {
        json!({ "responses": [
        { "id": "0", "status": 200, "body": { "value": [] } },
        { "id": "1", "status": 200 },
        { "id": "2", "status": 200, "body": "bm90IGpzb24=" },
    ] })
    }))]);
    let answer = story.graph.search(&spellings(), &prefixes(), &story.cancel).await.unwrap();
    assert_eq!(answer.users.failed.len(), 6, "one of seven was answered");
    assert!(answer.users.failed.values().all(|problem| problem.kind == GraphProblemKind::Malformed));
    assert!(answer.group_settings.is_err());
}

#[tokio::test]
async fn throttled_items_are_asked_again_in_a_smaller_batch_after_the_longest_wait() {
    let story = Story::new([
        batch(|url, _| match url {
            url if url.starts_with("/contacts") => {
                json!({ "status": 429, "headers": { "Retry-After": "7" }, "body": { "error": { "code": "TooManyRequests", "message": "" } } })
            }
            url if url.starts_with("/groupSettings") => {
                json!({ "status": 503, "headers": { "retry-after": 2.5 } })
            }
            _ => found(&json!([])),
        }),
        batch(|url, _| {
            found(&if url.starts_with("/contacts") { json!([{ "id": "c1" }]) } else { json!([]) })
        }),
    ]);
    let answer = story.graph.search(&spellings(), &prefixes(), &story.cancel).await.unwrap();
    assert_eq!(story.batched().iter().map(Vec::len).collect::<Vec<_>>(), [15, 3]);
    assert_eq!(story.sleeps(), [Duration::from_secs(7)]);
    assert!(answer.contacts.complete() && answer.group_settings.is_ok());
    assert_eq!(answer.contacts.found[0].matched.len(), 2);
}

#[tokio::test]
async fn an_item_that_stays_throttled_fails_alone_in_the_end() {
    let stubborn = || {
        batch(|url, _| match url {
            url if url.starts_with("/groupSettings") => {
                json!({ "status": 429, "headers": { "Retry-After": "20" } })
            }
            _ => found(&json!([])),
        })
    };
    let story = Story::new((0..9).map(|_| stubborn()));
    let answer = story.graph.search(&spellings(), &prefixes(), &story.cancel).await.unwrap();
    assert_eq!(answer.group_settings.unwrap_err().kind, GraphProblemKind::Throttled);
    assert!(answer.users.complete());
    assert!(story.sleeps().iter().sum::<Duration>() <= Duration::from_mins(2));
}

#[tokio::test]
async fn an_item_with_a_next_link_is_read_to_its_end() {
    let next = "https://graph.microsoft.com/v1.0/users?$skiptoken=two";
    let story = Story::new([
        batch(move |url, _| {
            if url.contains("startsWith") {
                json!({ "status": 200, "body": { "value": [{ "id": "a" }], "@odata.nextLink": next } })
            } else {
                found(&json!([]))
            }
        }),
        crate::support::ok(&json!({ "value": [{ "id": "b" }] })),
    ]);
    let answer = story.graph.search(&spellings(), &prefixes(), &story.cancel).await.unwrap();
    assert_eq!(answer.users.objects().map(|user| user.id.as_str()).collect::<Vec<_>>(), ["a", "b"]);
}

#[tokio::test]
async fn when_the_whole_question_fails_there_is_no_answer_at_all() {
    let story = Story::new([error(403, "Authorization_RequestDenied", "")]);
    let problem = story.graph.search(&spellings(), &prefixes(), &story.cancel).await.unwrap_err();
    assert_eq!(problem.kind, GraphProblemKind::Refused { code: "Authorization_RequestDenied".into() });

    let story = Story::new([Reply::Batch(Box::new(|_| {
        json!({ "responses": [
        { "id": "0", "status": 200, "body": { "value": [] } },
        { "id": "0", "status": 403, "body": {} },
    ] })
    }))]);
    let problem = story.graph.search(&spellings(), &prefixes(), &story.cancel).await.unwrap_err();
    assert_eq!(problem.kind, GraphProblemKind::Malformed);
}

#[tokio::test]
async fn a_search_for_nothing_is_not_sent() {
    for spellings in [vec![], vec![String::new()], vec!["  ".to_owned()]] {
        let story = Story::new([]);
        let problem = story.graph.search(&spellings, &prefixes(), &story.cancel).await.unwrap_err();
        assert_eq!(
            (problem.kind, problem.changed),
            (GraphProblemKind::BadInput { what: "address".into() }, Changed::No)
        );
    }
}

#[tokio::test]
async fn a_search_can_be_cancelled_between_its_waits() {
    let story = Story::new([Reply::Silence]);
    let address = ["jan@fabrikam.nl".to_owned()];
    let searching = story.graph.search(&address, &[], &story.cancel);
    let (answer, ()) = tokio::join!(searching, async { story.cancel.cancel() });
    assert_eq!(answer.unwrap_err().kind, GraphProblemKind::Cancelled);
}

#[test]
fn lookups_that_were_never_asked_found_nothing_and_say_so() {
    let lookups = Lookups::<graph::User>::default();
    assert!(lookups.asked.is_empty() && lookups.found.is_empty());
}

#[tokio::test]
async fn an_id_is_read_among_the_live_and_the_deleted_at_once_and_nobody_is_an_answer() {
    let missing = || json!({ "status": 404, "body": { "error": { "code": "Request_ResourceNotFound" } } });
    let user = || json!({ "status": 200, "body": { "id": GUEST, "mail": null } });
    let of = async |live: Value, deleted: Value| {
        let answer =
            move |url: &str, _: &str| if url.starts_with("/users/") { live.clone() } else { deleted.clone() };
        let story = Story::new([batch(answer)]);
        let read = story.graph.user_of_id(GUEST, &story.cancel).await.unwrap();
        let asked = story.batched().remove(0);
        assert!(asked[0].starts_with(&format!("/users/{GUEST}?$select=")), "{asked:?}");
        assert!(
            asked[1].starts_with(&format!("/directory/deletedItems/{GUEST}/microsoft.graph.user?")),
            "{asked:?}"
        );
        assert!(asked[1].contains("deletedDateTime"));
        read
    };
    let read = of(user(), missing()).await;
    assert_eq!((read.live.unwrap().unwrap().id.as_str(), read.deleted), (GUEST, Ok(None)));
    let read = of(missing(), user()).await;
    assert_eq!((read.live, read.deleted.unwrap().unwrap().id.as_str()), (Ok(None), GUEST));
    let read = of(json!({ "status": 403, "body": {} }), json!({ "status": 200, "body": { "id": "" } })).await;
    assert!(matches!(read.live.unwrap_err().kind, GraphProblemKind::Refused { .. }));
    assert_eq!(read.deleted.unwrap_err().kind, GraphProblemKind::Malformed);
}

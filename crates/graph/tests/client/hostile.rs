//! Answers that somebody made to do harm. What of them is too long, goes in a circle or leads elsewhere: `paging.rs`.

use std::time::{Duration, Instant};

use bytes::Bytes;
use graph::GraphProblemKind;
use serde_json::{Value, json};

use crate::support::{GROUP, GUEST, Reply, Story, no_content, ok};

/// What the tests in the browser put into names, too.
fn texts() -> serde_json::Map<String, Value> {
    serde_json::from_str(include_str!("../../../../tests/hostile/texts.json")).unwrap()
}

fn body(text: String) -> Reply {
    Reply::Answer(200, Vec::new(), Bytes::from(text))
}

#[tokio::test]
async fn json_that_is_deeper_than_any_stack_is_no_answer() {
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(200_000), close.repeat(200_000));
    let bodies = [
        deep("[", "]"),
        deep("{\"value\":", "}"),
        "[".repeat(1_000_000),
        format!("{{\"value\":[{{\"id\":\"a\",\"displayName\":{}}}]}}", deep("[", "]")),
    ];
    for text in bodies {
        let begun: String = text.chars().take(40).collect();
        let story = Story::new([body(text)]);
        let problem = story.graph.memberships(GUEST, &story.cancel).await.unwrap_err();
        assert_eq!(problem.kind, GraphProblemKind::Malformed, "{begun}");
    }
    // Where nothing of ours looks it is passed over, which takes no stack either.
    let beside = format!("{{\"more\":{},\"value\":[]}}", deep("[", "]"));
    let story = Story::new([body(beside)]);
    assert!(story.graph.memberships(GUEST, &story.cancel).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_id_that_is_a_path_stays_one_piece_of_the_path() {
    let ids = [
        "../../v1.0/users",
        "x/y",
        "x?$filter=a",
        "x#y",
        "%2e%2e",
        "x y",
        "\u{202e}x",
        "x\r\nhost: evil.example",
    ];
    for id in ids {
        let story = Story::new([no_content(), ok(&json!({ "id": "g" })), no_content()]);
        story.graph.delete_user(id, &story.cancel).await.unwrap();
        story.graph.group(id, &story.cancel).await.unwrap();
        story.graph.add_member(GROUP, id, &story.cancel).await.unwrap();
        let asked = story.asked();
        for (at, before) in [(0, "/v1.0/users/"), (1, "/v1.0/groups/")] {
            let rest = asked[at].uri.split_once(before).unwrap().1;
            let last = rest.split(['?', '#']).next().unwrap();
            assert!(!last.contains('/') && last.is_ascii(), "{id:?}: {}", asked[at].uri);
            let decoded = percent_encoding::percent_decode_str(last).decode_utf8().unwrap();
            assert_eq!(decoded, id, "{}", asked[at].uri);
        }
        let named = asked[2].body["@odata.id"].as_str().unwrap();
        let last = named.rsplit('/').next().unwrap();
        assert_eq!(percent_encoding::percent_decode_str(last).decode_utf8().unwrap(), id, "{named}");
    }
}

#[tokio::test]
async fn whatever_a_name_holds_it_is_read_as_it_is() {
    for (what, text) in texts() {
        let group = json!({ "id": GROUP, "displayName": text, "mail": text });
        let story = Story::new([ok(&json!({ "value": [group] }))]);
        let groups = story.graph.memberships(GUEST, &story.cancel).await.unwrap();
        assert_eq!(groups[0].display_name.value().map(|it| json!(it)), Some(text), "{what}");
    }
}

/// The bound that docs/reliability.md states: generous, for a busy computer and a build that is not optimised.
#[tokio::test]
async fn the_largest_answer_that_is_accepted_is_read_within_its_bound() {
    // Just below sixteen MiB: a single name, and as many groups as a list may have.
    let name = format!("{{\"value\":[{{\"id\":\"a\",\"displayName\":\"{}\"}}]}}", "<".repeat(16_000_000));
    let long = "x".repeat(600);
    let groups: Vec<String> = (0..20_000)
        .map(|n| format!("{{\"id\":\"{n:036}\",\"displayName\":\"Group {n:08} {long}\"}}"))
        .collect();
    let many = format!("{{\"value\":[{}]}}", groups.join(","));
    for (text, count) in [(name, 1), (many, 20_000)] {
        assert!((13_000_000..16 * 1024 * 1024).contains(&text.len()), "{}", text.len());
        let story = Story::new([body(text)]);
        let began = Instant::now();
        let read = story.graph.memberships(GUEST, &story.cancel).await.unwrap();
        assert_eq!(read.len(), count);
        assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
    }
}

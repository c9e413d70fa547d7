//! Lists that come in pages.

use bytes::Bytes;
use graph::{Endpoint, GraphProblemKind};
use serde_json::{Value, json};

use crate::support::{GUEST, Reply, Story, ok};

fn page(ids: &[&str], next: Option<&str>) -> Reply {
    let value: Vec<Value> = ids.iter().map(|id| json!({ "id": id })).collect();
    let mut body = json!({ "value": value });
    if let Some(next) = next {
        body["@odata.nextLink"] = json!(next);
    }
    ok(&body)
}

const NEXT: &str = "https://graph.microsoft.com/v1.0/users/87d349ed-44d7-43e1-9a83-5f2406dee5bd/memberOf?$skiptoken=RFNw%2dAo'(),&$top=1";

#[tokio::test]
async fn a_next_link_is_followed_verbatim_even_behind_an_empty_page() {
    let story =
        Story::new([page(&["a"], Some(NEXT)), page(&[], Some(&format!("{NEXT}2"))), page(&["b"], None)]);
    let groups = story.graph.memberships(GUEST, &story.cancel).await.unwrap();
    assert_eq!(groups.iter().map(|group| group.id.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    let uris: Vec<_> = story.asked().into_iter().map(|asked| asked.uri).collect();
    assert_eq!(uris[1..], [NEXT.to_owned(), format!("{NEXT}2")]);
}

#[tokio::test]
async fn a_next_link_to_another_place_never_gets_the_token() {
    let foreign = [
        "https://graph.microsoft.com.evil.example/v1.0/users",
        "https://evil.example/v1.0/users",
        "http://graph.microsoft.com/v1.0/users",
        "https://graph.microsoft.com:8443/v1.0/users",
        "https://graph.microsoft.com@evil.example/v1.0/users",
        "https://anna@graph.microsoft.com/v1.0/users",
        "//evil.example/",
        "/v1.0/users?$skiptoken=x",
        "",
        // The right host, and not what was asked.
        "https://graph.microsoft.com/v1.0/users?$skiptoken=x",
        "https://graph.microsoft.com/v1.0/me/messages?$skiptoken=x",
        "https://graph.microsoft.com/v1.0/users/somebody-else/memberOf?$skiptoken=x",
        "https://graph.microsoft.com/beta/users/87d349ed-44d7-43e1-9a83-5f2406dee5bd/memberOf",
        "https://graph.microsoft.com/v1.0/users/87d349ed-44d7-43e1-9a83-5f2406dee5bd/memberOf/../drive",
        "https://graph.microsoft.com/v1.0/users/87d349ed-44d7-43e1-9a83-5f2406dee5bd/memberOf/x",
    ];
    for link in foreign {
        let story = Story::new([page(&["a"], Some(link))]);
        let problem = story.graph.memberships(GUEST, &story.cancel).await.unwrap_err();
        assert_eq!(problem.kind, GraphProblemKind::ForeignHost, "{link}");
        assert_eq!(story.asked().len(), 1);
    }
}

#[tokio::test]
async fn the_same_collection_is_the_same_however_graph_writes_it() {
    for link in [
        format!("https://graph.microsoft.com/v1.0/users/{GUEST}/memberOf/microsoft.graph.group?$skiptoken=x"),
        format!("https://graph.microsoft.com/v1.0/Users('{GUEST}')/memberof?$skiptoken=x"),
        format!("https://graph.microsoft.com/v1.0/users(%27{GUEST}%27)/memberOf?$skiptoken=x"),
    ] {
        let story = Story::new([page(&["a"], Some(&link)), page(&["b"], None)]);
        assert_eq!(story.graph.memberships(GUEST, &story.cancel).await.unwrap().len(), 2, "{link}");
    }
    let by_id = format!("https://graph.microsoft.com/v1.0/users/{GUEST}/ownedObjects?$skiptoken=x");
    let story = Story::new([page(&["a"], Some(&by_id)), page(&["b"], None)]);
    assert_eq!(story.graph.my_groups(&story.cancel).await.unwrap().len(), 2);
}

#[test]
fn the_same_host_is_the_same_host_however_it_is_written() {
    let cloud = Endpoint::global();
    assert!(cloud.owns("https://GRAPH.microsoft.com:443/v1.0/users?$skiptoken=x"));
    let local = Endpoint::new("http://127.0.0.1:8080/v1.0/").unwrap();
    assert_eq!(local.root(), "http://127.0.0.1:8080/v1.0");
    assert!(local.owns("http://127.0.0.1:8080/v1.0/users?$skiptoken=x"));
    assert!(!local.owns("http://127.0.0.1:8081/v1.0/users"));
    assert_eq!(Endpoint::new("https://graph.microsoft.com/v1.0").unwrap(), cloud);
    for not_a_root in
        ["", "graph.microsoft.com", "ftp://x/", "https://u:p@x/v1.0", "https://x/?a", "https://x/#a"]
    {
        assert!(Endpoint::new(not_a_root).is_err(), "{not_a_root}");
    }
}

#[tokio::test]
async fn pages_that_go_in_a_circle_are_noticed() {
    let story = Story::new([page(&["a"], Some(NEXT)), page(&["b"], Some(NEXT))]);
    let problem = story.graph.memberships(GUEST, &story.cancel).await.unwrap_err();
    assert_eq!(problem.kind, GraphProblemKind::Malformed);
}

#[tokio::test]
async fn pages_without_end_are_not_read_without_end() {
    let pages = (0..200).map(|n| page(&["a"], Some(&format!("{NEXT}{n}"))));
    let story = Story::new(pages);
    let problem = story.graph.memberships(GUEST, &story.cancel).await.unwrap_err();
    assert_eq!((problem.kind, story.asked().len()), (GraphProblemKind::TooLarge, 100));
}

#[tokio::test]
async fn the_choice_of_groups_stops_after_some_pages_and_says_so() {
    let next = "https://graph.microsoft.com/v1.0/groups?$skiptoken=";
    let story = Story::new((0..9).map(|n| page(&["a"], Some(&format!("{next}{n}")))));
    let groups = story.graph.list_groups(&story.cancel).await.unwrap();
    assert_eq!((groups.items.len(), groups.complete), (5, false));

    let story = Story::new([page(&["a"], None)]);
    assert!(story.graph.list_groups(&story.cancel).await.unwrap().complete);
    assert!(story.asked()[0].uri.contains("$filter=mailEnabled%20eq%20true"));
}

#[tokio::test]
async fn what_is_no_page_is_a_problem_and_never_an_empty_list() {
    let broken = [
        Bytes::from_static(b"{ \"value\": [ { \"id\": \"a\" }"),
        Bytes::from_static(b"{}"),
        Bytes::from_static(b"{ \"value\": null }"),
        Bytes::from_static(b"{ \"value\": [ {} ] }"),
        Bytes::from_static(b"<html>sign in to the hotel's network</html>"),
        Bytes::new(),
    ];
    for body in broken {
        let story = Story::new([Reply::Answer(200, Vec::new(), body.clone())]);
        let problem = story.graph.memberships(GUEST, &story.cancel).await.unwrap_err();
        assert_eq!(problem.kind, GraphProblemKind::Malformed, "{body:?}");
    }
}

#[tokio::test]
async fn an_answer_far_beyond_any_page_is_not_read() {
    let story = Story::new([Reply::Answer(200, Vec::new(), vec![b' '; 17 * 1024 * 1024].into())]);
    let problem = story.graph.memberships(GUEST, &story.cancel).await.unwrap_err();
    assert_eq!(problem.kind, GraphProblemKind::TooLarge);
}

/// A page of so many bytes with one object in it.
fn heavy(id: &str, bytes: usize, next: Option<&str>) -> Reply {
    let next = next.map(|next| format!(",\"@odata.nextLink\":\"{next}\"")).unwrap_or_default();
    let page = format!("{{\"value\":[{{\"id\":\"{id}\"}}]{next}}}");
    let blanks = " ".repeat(bytes - page.len());
    Reply::Answer(200, Vec::new(), format!("{page}{blanks}").into())
}

const MIB: usize = 1024 * 1024;

#[tokio::test]
async fn a_list_is_bounded_in_bytes_over_all_its_pages() {
    let pages = |sizes: &[usize]| {
        let last = sizes.len() - 1;
        let page = |(n, size): (usize, &usize)| {
            let next = format!("{NEXT}{n}");
            heavy(&n.to_string(), *size, (n < last).then_some(next.as_str()))
        };
        Story::new(sizes.iter().enumerate().map(page).collect::<Vec<_>>())
    };
    // Sixty-four MiB in all are read,
    let story = pages(&[16 * MIB, 16 * MIB, 16 * MIB, 16 * MIB]);
    assert_eq!(story.graph.memberships(GUEST, &story.cancel).await.unwrap().len(), 4);
    // and behind the page that is one byte too many nothing is asked.
    let story = pages(&[16 * MIB, 16 * MIB, 16 * MIB, 15 * MIB, MIB + 1, 100]);
    let problem = story.graph.memberships(GUEST, &story.cancel).await.unwrap_err();
    assert_eq!((problem.kind, story.asked().len()), (GraphProblemKind::TooLarge, 5));
}

#[tokio::test]
async fn the_choice_of_groups_that_grows_too_large_has_what_was_read_and_says_that_it_is_not_all() {
    let next = "https://graph.microsoft.com/v1.0/groups?$skiptoken=";
    let story = Story::new((0..5).map(|n| heavy(&n.to_string(), 15 * MIB, Some(&format!("{next}{n}")))));
    let groups = story.graph.list_groups(&story.cancel).await.unwrap();
    assert_eq!((groups.items.len(), groups.complete), (4, false));
}

//! Batches, faults, throttling and replication: what a network and a distributed directory do to a client.
#![allow(
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    reason = "in a test a failed unwrap is a failed test"
)]

mod common;

use std::time::Duration;

use common::*;
use practice::{BatchOrder, FaultFile, Tenant, UnseenReference};
use serde_json::{Value, json};

async fn batch(tenant: &Tenant, requests: Value) -> Reply {
    post(tenant, "user-admin", "/$batch", json!({ "requests": requests })).await
}

fn item<'a>(reply: &'a Reply, id: &str) -> &'a Value {
    let rows = reply.body["responses"].as_array().unwrap_or_else(|| panic!("{reply:?}"));
    rows.iter().find(|row| row["id"] == id).unwrap()
}

fn plan(faults: Value) -> FaultFile {
    FaultFile::read(&json!({ "version": 1, "faults": faults }).to_string()).unwrap()
}

#[tokio::test]
async fn a_batch_answers_each_request_for_itself_in_one_round_trip() {
    let tenant = tenant();
    let reply = batch(
        &tenant,
        json!([
            { "id": "1", "method": "GET", "url": "/users?$filter=mail eq 'zoe@tailspintoys.com'&$select=id" },
            { "id": "2", "method": "GET", "url": "users?$filter=userType%20ne%20'Guest'&$count=true&$select=id",
              "headers": { "ConsistencyLevel": "eventual" } },
            { "id": "3", "method": "GET", "url": "/users/nobody" },
            { "id": "4", "method": "PATCH", "url": format!("/users/{PIETER}"), "body": { "otherMails": [] },
              "headers": { "Content-Type": "application/json" } },
            { "id": "5", "method": "PATCH", "url": format!("/users/{PIETER}"), "body": { "otherMails": [] } },
            { "id": "6", "method": "GET", "url": "/users?$filter=userType%20ne%20'Guest'&$count=true" },
            { "id": "7", "method": "POST", "url": "/$batch", "body": {}, "headers": { "Content-Type": "application/json" } },
        ]),
    )
    .await;
    assert_eq!(reply.status, 200);
    let statuses: Vec<_> =
        (1..=7).map(|id| item(&reply, &id.to_string())["status"].as_u64().unwrap()).collect();
    assert_eq!(statuses, [200, 200, 404, 204, 400, 400, 400]);
    assert_eq!(item(&reply, "1")["body"]["value"][0]["id"], ZOE);
    assert_eq!(item(&reply, "2")["body"]["@odata.count"], 4);
    assert_eq!(item(&reply, "3")["body"]["error"]["code"], "Request_ResourceNotFound");
    assert!(item(&reply, "4").get("body").is_none());
    assert!(item(&reply, "1")["headers"]["Content-Type"].as_str().unwrap().starts_with("application/json"));
    assert_eq!(reply.body["responses"][0]["id"], "7", "no order is promised, and none is kept");
    assert_eq!(tenant.round_trips(), 1);
    let tidy = tenant_that(|behaviour| behaviour.batch_order = BatchOrder::AsSent);
    let reply = batch(
        &tidy,
        json!([{ "id": "a", "method": "GET", "url": "/me" }, { "id": "b", "method": "GET", "url": "/me" }]),
    )
    .await;
    assert_eq!(reply.body["responses"][0]["id"], "a");
}

#[tokio::test]
async fn what_depends_on_a_failure_is_not_done() {
    let tenant = tenant();
    let json_header = json!({ "Content-Type": "application/json" });
    let reply = batch(
        &tenant,
        json!([
            { "id": "c", "method": "PATCH", "url": format!("/users/{PIETER}"), "body": { "otherMails": [] },
              "headers": json_header, "dependsOn": ["b"] },
            { "id": "b", "method": "GET", "url": "/me", "dependsOn": ["a"] },
            { "id": "a", "method": "GET", "url": "/users/nobody" },
        ]),
    )
    .await;
    assert_eq!(item(&reply, "b")["status"], 424);
    assert_eq!(item(&reply, "c")["status"], 424);
    let user = get(&tenant, "user-admin", &format!("/users/{PIETER}?$select=otherMails")).await;
    assert_eq!(user.body["otherMails"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_batch_that_is_none_is_refused_as_a_whole() {
    let tenant = tenant();
    let one = |id: &str| json!({ "id": id, "method": "GET", "url": "/me" });
    let many: Vec<Value> = (0..21).map(|n| one(&n.to_string())).collect();
    for requests in [
        json!([]),
        json!(many),
        json!([one("a"), one("A")]),
        json!([{ "method": "GET", "url": "/me" }]),
        json!([{ "id": "a", "method": "GET", "url": "/me", "dependsOn": ["x"] }]),
        json!([{ "id": "a", "method": "GET", "url": "/me", "dependsOn": ["b"] },
               { "id": "b", "method": "GET", "url": "/me", "dependsOn": ["a"] }]),
        json!([{ "id": "a", "method": "GET", "url": "/me", "header": {} }]),
        json!("x"),
    ] {
        assert_eq!(batch(&tenant, requests.clone()).await.status, 400, "{requests}");
    }
    let twenty: Vec<Value> = (0..20).map(|n| one(&n.to_string())).collect();
    assert_eq!(batch(&tenant, json!(twenty)).await.status, 200);
}

#[tokio::test]
async fn a_dropped_request_was_done_or_not_as_ordered() {
    for (what, done) in [("drop-before", false), ("drop-after", true)] {
        let tenant = tenant();
        tenant.set_faults(plan(json!([{ "method": "POST", "path": "/invitations", "nth": 1, "do": what }])));
        let body = json!({ "invitedUserEmailAddress": "new@example.com", "inviteRedirectUrl": "https://example.com" });
        let request = http::Request::post("https://graph.microsoft.com/v1.0/invitations")
            .header("authorization", "Bearer practice.user-admin")
            .body(bytes::Bytes::from(body.to_string()))
            .unwrap();
        let answer = tower::ServiceExt::oneshot(tenant.clone(), request).await;
        assert_eq!(answer.unwrap_err(), practice::Dropped);
        let found = get(&tenant, "user-admin", "/users?$filter=mail%20eq%20'new@example.com'").await;
        assert_eq!(found.ids().len(), usize::from(done), "{what}");
        // The second time it is served.
        assert_eq!(post(&tenant, "user-admin", "/invitations", body).await.status, 201);
    }
}

#[tokio::test]
async fn a_status_on_order_strikes_the_nth_match_inside_a_batch_too() {
    let tenant = tenant();
    tenant.set_faults(plan(json!([
        { "method": "GET", "path": "/users/*", "nth": 2, "do": "status", "status": 429, "retryAfter": "2.128" },
        { "method": "GET", "path": "/contacts", "do": "status", "status": 503 },
    ])));
    assert_eq!(get(&tenant, "user-admin", &format!("/users/{JAN}")).await.status, 200);
    let reply = batch(
        &tenant,
        json!([{ "id": "1", "method": "GET", "url": format!("/users/{JAN}") }, { "id": "2", "method": "GET", "url": "/me" }]),
    )
    .await;
    assert_eq!((&item(&reply, "1")["status"], &item(&reply, "2")["status"]), (&json!(429), &json!(200)));
    assert_eq!(item(&reply, "1")["headers"]["Retry-After"], "2.128");
    assert_eq!(item(&reply, "1")["body"]["error"]["code"], "TooManyRequests");
    assert_eq!(get(&tenant, "user-admin", &format!("/users/{JAN}")).await.status, 200);
    for _ in 0..2 {
        assert_eq!(get(&tenant, "user-admin", "/contacts").await.status, 503);
    }
}

#[tokio::test]
async fn a_whole_batch_can_be_throttled_or_lost() {
    let tenant = tenant();
    tenant.set_faults(plan(json!([
        { "method": "POST", "path": "/$batch", "nth": 1, "do": "status", "status": 429, "retryAfter": "1" },
        { "method": "PATCH", "path": "/users/*", "nth": 1, "do": "drop-after" },
    ])));
    let requests = json!([{ "id": "1", "method": "PATCH", "url": format!("/users/{PIETER}"), "body": { "otherMails": [] },
                            "headers": { "Content-Type": "application/json" } }]);
    let reply = batch(&tenant, requests.clone()).await;
    assert_eq!((reply.status, reply.headers["retry-after"].to_str().unwrap()), (429, "1"));
    let request = http::Request::post("https://graph.microsoft.com/v1.0/$batch")
        .header("authorization", "Bearer practice.user-admin")
        .body(bytes::Bytes::from(json!({ "requests": requests }).to_string()))
        .unwrap();
    assert!(tower::ServiceExt::oneshot(tenant.clone(), request).await.is_err());
    let user = get(&tenant, "user-admin", &format!("/users/{PIETER}?$select=otherMails")).await;
    assert_eq!(user.body["otherMails"], json!([]));
}

#[tokio::test]
async fn answers_can_be_spoilt_in_every_way_a_network_knows() {
    let spoil = |what: &str| {
        let tenant = tenant();
        tenant.set_faults(plan(json!([{ "method": "GET", "path": "/v1.0/users", "do": what }])));
        tenant
    };
    for what in ["malformed", "truncate"] {
        let reply = get(&spoil(what), "user-admin", "/users").await;
        assert_eq!((reply.status, reply.body), (200, Value::Null), "{what}");
    }
    let reply = get(&spoil("huge"), "user-admin", "/users").await;
    assert!(reply.body.to_string().len() > 32_000_000);
    let reply = get(&spoil("loop"), "user-admin", "/users?$top=5").await;
    assert_eq!(reply.body["@odata.nextLink"], "https://graph.microsoft.com/v1.0/users?$top=5");
    let reply = get(&spoil("expired-token"), "user-admin", "/users").await;
    assert_eq!((reply.status, reply.code()), (401, "InvalidAuthenticationToken"));
    let reply = get(&spoil("claims"), "user-admin", "/users").await;
    assert!(reply.headers["www-authenticate"].to_str().unwrap().contains("error=\"insufficient_claims\""));
}

#[tokio::test]
async fn an_answer_can_come_late_but_the_work_is_done() {
    let tenant = tenant();
    tenant.set_faults(plan(json!([{ "method": "PATCH", "path": "/users/*", "do": "delay", "ms": 150 }])));
    let start = std::time::Instant::now();
    let late = patch(&tenant, "user-admin", PIETER, json!({ "otherMails": [] })).await;
    assert_eq!(late.status, 204);
    assert!(start.elapsed() >= Duration::from_millis(150));
    let user = get(&tenant, "user-admin", &format!("/users/{PIETER}?$select=otherMails")).await;
    assert_eq!(user.body["otherMails"], json!([]));
}

#[tokio::test]
async fn a_tenant_can_be_slow_as_a_whole() {
    let slow = tenant_that(|behaviour| behaviour.latency = Some(Duration::from_millis(120)));
    let start = std::time::Instant::now();
    assert_eq!(get(&slow, "user-admin", "/me").await.status, 200);
    assert!(start.elapsed() >= Duration::from_millis(120));
}

#[tokio::test]
async fn clones_share_one_tenant_and_can_be_used_from_several_tasks() {
    let tenant = tenant();
    let changed = tokio::spawn({
        let clone = tenant.clone();
        async move { patch(&clone, "user-admin", PIETER, json!({ "otherMails": [] })).await.status }
    });
    assert_eq!(changed.await.unwrap(), 204);
    let user = get(&tenant, "user-admin", &format!("/users/{PIETER}?$select=otherMails")).await;
    assert_eq!(user.body["otherMails"], json!([]));
}

#[tokio::test]
async fn a_stale_read_shows_what_was_before_the_last_change() {
    let tenant = tenant();
    tenant.set_faults(plan(json!([{ "method": "GET", "path": "/users/*", "nth": 2, "do": "stale" }])));
    patch(&tenant, "user-admin", PIETER, json!({ "otherMails": [] })).await;
    let path = format!("/users/{PIETER}?$select=otherMails");
    let mut counts = Vec::new();
    for _ in 0..3 {
        counts.push(get(&tenant, "user-admin", &path).await.body["otherMails"].as_array().unwrap().len());
    }
    assert_eq!(counts, [0, 2, 0]);
}

#[tokio::test]
async fn fault_files_that_are_newer_or_misspelt_are_refused() {
    for text in [
        r#"{"version":2,"faults":[]}"#,
        r#"{"version":1,"faults":[{"method":"GET","path":"/x","do":"explode"}]}"#,
        r#"{"version":1,"faults":[{"method":"GET","path":"/x","do":"status","retry-after":"2"}]}"#,
    ] {
        assert!(FaultFile::read(text).is_err(), "{text}");
    }
}

#[tokio::test]
async fn changes_take_their_time_to_be_seen() {
    for (form, status) in [(UnseenReference::NotFound404, 404), (UnseenReference::Invalid400, 400)] {
        let clock = TestClock::new();
        let mut behaviour = clock.behaviour();
        behaviour.replication = Duration::from_secs(30);
        behaviour.unseen_reference = form;
        let tenant = Tenant::start(organisation(), behaviour);
        let body = json!({ "invitedUserEmailAddress": "new@example.com", "inviteRedirectUrl": "https://example.com" });
        let id = post(&tenant, "user-admin", "/invitations", body).await.body["invitedUser"]["id"]
            .as_str()
            .unwrap()
            .to_owned();
        let reference =
            json!({ "@odata.id": format!("https://graph.microsoft.com/v1.0/directoryObjects/{id}") });
        let members = format!("/groups/{SALES}/members/$ref");
        let find = "/users?$filter=mail%20eq%20'new@example.com'&$select=id";
        clock.advance(29);
        assert_eq!(get(&tenant, "user-admin", &format!("/users/{id}")).await.status, 404);
        assert!(get(&tenant, "user-admin", find).await.ids().is_empty());
        assert_eq!(post(&tenant, "user-admin", &members, reference.clone()).await.status, status);
        clock.advance(1);
        assert_eq!(get(&tenant, "user-admin", find).await.ids(), [id.as_str()]);
        assert_eq!(post(&tenant, "user-admin", &members, reference).await.status, 204);
        assert!(get(&tenant, "user-admin", &format!("/users/{id}/memberOf")).await.ids().is_empty());
        clock.advance(30);
        assert_eq!(get(&tenant, "user-admin", &format!("/users/{id}/memberOf")).await.ids(), [SALES]);
        // A change shows old values first; a deleted user is seen for a while, but cannot be deleted again.
        patch(&tenant, "user-admin", PIETER, json!({ "otherMails": [] })).await;
        let path = format!("/users/{PIETER}?$select=otherMails");
        assert_eq!(get(&tenant, "user-admin", &path).await.body["otherMails"].as_array().unwrap().len(), 2);
        clock.advance(30);
        assert_eq!(get(&tenant, "user-admin", &path).await.body["otherMails"], json!([]));
        assert_eq!(delete(&tenant, "user-admin", &format!("/users/{PIETER}")).await.status, 204);
        assert_eq!(get(&tenant, "user-admin", &path).await.status, 200);
        assert_eq!(delete(&tenant, "user-admin", &format!("/users/{PIETER}")).await.status, 404);
        clock.advance(30);
        assert_eq!(get(&tenant, "user-admin", &path).await.status, 404);
    }
}

#[tokio::test]
async fn what_went_over_the_wire_is_recorded_without_the_token() {
    let tenant = tenant_that(|behaviour| behaviour.record = true);
    send(
        &tenant,
        "user-admin",
        "PATCH",
        &format!("/users/{PIETER}"),
        &[("client-request-id", "mine")],
        Some(json!({ "otherMails": [] })),
    )
    .await;
    let reply = get(&tenant, "user-admin", "/me?$select=id").await;
    let kept = tenant.recorded();
    assert_eq!((kept.len(), tenant.round_trips()), (2, 2));
    assert_eq!(
        (kept[0].method.as_str(), kept[0].status, &kept[0].body),
        ("PATCH", 204, &json!({ "otherMails": [] }))
    );
    assert!(kept[0].headers.iter().any(|(name, value)| name == "client-request-id" && value == "mine"));
    assert!(
        kept[0].answer_headers.iter().any(|(name, value)| name == "client-request-id" && value == "mine")
    );
    assert!(!kept[0].headers.iter().any(|(name, _)| name == "authorization"));
    assert_eq!((kept[1].path_and_query.as_str(), &kept[1].answer_body), ("/v1.0/me?$select=id", &reply.body));
}

#[tokio::test]
async fn too_large_a_body_and_a_fault_of_that_status_are_refused_in_the_shape_of_all_errors() {
    let tenant = tenant();
    let large = json!({ "otherMails": ["x".repeat(practice::LARGEST_BODY)] });
    let by_size = patch(&tenant, "user-admin", PIETER, large).await;
    tenant.set_faults(plan(json!([{ "method": "GET", "path": "/me", "do": "status", "status": 413 }])));
    let by_fault = get(&tenant, "user-admin", "/me").await;
    for reply in [by_size, by_fault] {
        assert_eq!((reply.status, reply.code()), (413, "RequestEntityTooLarge"));
        let inner = &reply.body["error"]["innerError"];
        assert_eq!(inner["request-id"], reply.headers["request-id"].to_str().unwrap());
        assert!(reply.body["error"]["message"].is_string() && inner["date"].is_string());
    }
    let kept = get(&tenant, "user-admin", &format!("/users/{PIETER}?$select=otherMails")).await;
    assert_eq!(kept.body["otherMails"].as_array().unwrap().len(), 2, "nothing was written");
}

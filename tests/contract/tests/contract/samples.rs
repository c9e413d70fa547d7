//! What Microsoft published: every sample is read by our client's types, and nothing in it is altered.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use azure_core::time::OffsetDateTime;
use bytes::Bytes;
use clock::Clock;
use graph::{
    DirectoryObject, Endpoint, Graph, GraphProblemKind, Group, GroupSetting, Invitation, InvitationRequest,
    NotInvitable, Organization, TowerTransport, User,
};
use jiff::Timestamp;
use practice::Exchange;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::the_contract;

const GUEST: &str = "87d349ed-44d7-43e1-9a83-5f2406dee5bd";
const GROUP: &str = "45b7d2e7-b882-4a80-ba97-10b7a63b8fa4";

fn folder() -> PathBuf {
    contract::folder().unwrap().join("samples")
}

fn sample(folder: &Path, name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(folder.join(name)).unwrap()).unwrap()
}

fn again<T: Serialize + DeserializeOwned>(sample: &Value) -> Value {
    serde_json::to_value(serde_json::from_value::<T>(sample.clone()).unwrap()).unwrap()
}

/// A sample: where the object stands, which of our types reads it, and what that type leaves out on purpose.
type Row = (&'static str, &'static str, fn(&Value) -> Value, &'static [&'static str]);

const READ: [Row; 15] = [
    ("users-list.response.json", "/body/value/0", again::<User>, &[]),
    ("users-list-advanced-count.response.json", "/body/value/0", again::<User>, &[]),
    ("user-get.response.json", "/body", again::<User>, &[]),
    ("user-update.request.json", "/body", again::<User>, &[]),
    ("user-memberof.response.json", "/body/value/0", again::<Group>, &["/@odata.type"]),
    ("user-ownedobjects.response.json", "/body/value/0", again::<DirectoryObject>, &[]),
    ("deleteditem-get.response.json", "/body", again::<Group>, &["/@odata.context"]),
    (
        "deleteditem-restore.response.json",
        "/body",
        again::<DirectoryObject>,
        &[
            "/@odata.context",
            "/groupTypes",
            "/mailEnabled",
            "/mailNickname",
            "/securityEnabled",
            "/visibility",
        ],
    ),
    ("deleteditems-list.response.json", "/body/value/0", again::<Group>, &[]),
    ("group-members-list.response.json", "/body/value/0", again::<DirectoryObject>, &[]),
    (
        "organization.response.json",
        "/body/value/0",
        again::<Organization>,
        &["/assignedPlans", "/businessPhones", "/city", "/country"],
    ),
    ("groupsettings-list.response.json", "/body/value/0", again::<GroupSetting>, &[]),
    ("invitation-create.request.json", "/body", again::<InvitationRequest>, &[]),
    (
        "invitation-create.response.json",
        "/body",
        again::<Invitation>,
        &[
            "/@odata.context",
            "/inviteRedirectUrl",
            "/invitedUserDisplayName",
            "/invitedUserMessageInfo",
            "/invitedUserType",
            "/resetRedemption",
            "/sendInvitationMessage",
        ],
    ),
    (
        "invitation-reset-redemption.request.json",
        "/body",
        again::<InvitationRequest>,
        &["/invitedUserMessageInfo/ccRecipients"],
    ),
];

/// Samples that go through the client itself, each in a test of its own.
const THROUGH_THE_CLIENT: [&str; 5] = [
    "batch.request.json",
    "batch.response.json",
    "error-429.response.json",
    "group-members-add-ref.request.json",
    "observed-errors.json",
];

/// Samples that no type of the client reads, and why.
const SKIPPED: [(&str, &str); 6] = [
    ("throttling-identity.json", "no payload: what requests cost, which the practice tenant counts"),
    ("token-device-code.success.json", "signing in: not Graph"),
    ("token-error-authorization-pending.json", "signing in: not Graph"),
    ("token-error-invalid-client.json", "signing in: not Graph"),
    ("token-error-invalid-grant.json", "signing in: not Graph"),
    ("token-error-invalid-scope.json", "signing in: not Graph"),
];

#[test]
#[ignore = "needs CONTRACT_DIR: Microsoft's contract is no part of this repository"]
fn every_sample_there_is_is_read_or_left_out_for_a_reason() {
    let folder = folder();
    let there: BTreeSet<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "INDEX.json")
        .collect();
    let mut known: BTreeSet<String> = READ.iter().map(|row| row.0.to_owned()).collect();
    known.extend(THROUGH_THE_CLIENT.map(str::to_owned));
    for (name, why) in SKIPPED {
        println!("NOT READ: {name} ({why})");
        assert!(known.insert(name.to_owned()), "{name} is both read and skipped");
    }
    assert_eq!(known, there);
}

#[test]
#[ignore = "needs CONTRACT_DIR: Microsoft's contract is no part of this repository"]
fn what_our_types_read_they_write_again_as_it_was() {
    let folder = folder();
    for (name, pointer, again, left_out) in READ {
        let whole = sample(&folder, name);
        let before = whole.pointer(pointer).unwrap();
        let mut difference = Difference::default();
        difference.between(before, &again(before), "");
        assert_eq!(difference.altered, BTreeMap::new(), "{name}");
        assert_eq!(difference.left_out.iter().map(String::as_str).collect::<Vec<_>>(), left_out, "{name}");
    }
}

/// How a sample and what we make of it differ.
#[derive(Default)]
struct Difference {
    left_out: BTreeSet<String>,
    altered: BTreeMap<String, (Value, Value)>,
}

impl Difference {
    fn between(&mut self, before: &Value, after: &Value, at: &str) {
        match (before, after) {
            (Value::Object(before), Value::Object(after)) => {
                for (name, value) in before {
                    let at = format!("{at}/{name}");
                    match after.get(name) {
                        Some(after) => self.between(value, after, &at),
                        None => _ = self.left_out.insert(at),
                    }
                }
                for (name, value) in after.iter().filter(|(name, _)| !before.contains_key(*name)) {
                    // What was not there may become empty, never something.
                    if !matches!(value, Value::Null | Value::Bool(false)) && value != "" {
                        self.altered.insert(format!("{at}/{name}"), (Value::Null, value.clone()));
                    }
                }
            }
            (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
                for (before, after) in before.iter().zip(after) {
                    self.between(before, after, &format!("{at}/*"));
                }
            }
            _ if before == after => {}
            _ => _ = self.altered.insert(at.to_owned(), (before.clone(), after.clone())),
        }
    }
}

/// The samples whose authors have not shortened them keep to the contract: it is not stricter than Microsoft.
#[test]
#[ignore = "needs CONTRACT_DIR: Microsoft's contract is no part of this repository"]
fn what_microsoft_published_passes_the_same_check() {
    let (contract, folder) = (the_contract(), folder());
    let user = format!("/users/{GUEST}");
    let add = format!("/groups/{GROUP}/members/$ref");
    let restore = format!("/directory/deletedItems/{GROUP}/restore");
    let answers = [
        ("users-list.response.json", "GET", "/users", 200),
        ("users-list-advanced-count.response.json", "GET", "/users", 200),
        ("user-get.response.json", "GET", &user, 200),
        ("organization.response.json", "GET", "/organization", 200),
        ("groupsettings-list.response.json", "GET", "/groupSettings", 200),
        ("deleteditem-restore.response.json", "POST", &restore, 200),
        ("error-429.response.json", "GET", "/users", 429),
    ];
    let requests = [
        ("user-update.request.json", "PATCH", user.as_str(), 204),
        ("group-members-add-ref.request.json", "POST", &add, 204),
    ];
    let invitations = ["invitation-create.request.json", "invitation-reset-redemption.request.json"];
    let invited = sample(&folder, "invitation-create.response.json")["body"].clone();
    let exchange = |method: &str, path: &str, body: Value, status: u16, answer: Value| Exchange {
        method: method.to_owned(),
        path_and_query: format!("/v1.0{path}"),
        headers: if body.is_null() {
            vec![]
        } else {
            vec![("Content-Type".into(), "application/json".into())]
        },
        body,
        status,
        answer_headers: vec![],
        answer_body: answer,
    };
    let body_of = |name: &str| sample(&folder, name)["body"].clone();
    let mut all = Vec::new();
    for (name, method, path, status) in answers {
        let body = if method == "POST" { json!({}) } else { Value::Null };
        all.push((name, exchange(method, path, body, status, body_of(name))));
    }
    for (name, method, path, status) in requests {
        all.push((name, exchange(method, path, body_of(name), status, Value::Null)));
    }
    for name in invitations {
        all.push((name, exchange("POST", "/invitations", body_of(name), 201, invited.clone())));
    }
    for (name, exchange) in all {
        assert_eq!(contract.violations(&[exchange]), [], "{name}");
    }
}

/// An answer with its headers.
type Reply = (u16, Vec<(&'static str, String)>, Value);

#[derive(Debug, Default)]
struct Desk {
    sleeps: Mutex<Vec<Duration>>,
    sent: Mutex<Vec<Value>>,
}

#[async_trait]
impl Clock for Desk {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }

    async fn sleep(&self, time: Duration) {
        self.sleeps.lock().unwrap().push(time);
    }

    fn jitter(&self) -> f64 {
        0.0
    }
}

#[async_trait]
impl TokenCredential for Desk {
    async fn get_token(
        &self,
        _: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        Ok(AccessToken::new("token", OffsetDateTime::now_utc()))
    }
}

/// The client, in front of somebody who answers with these replies, one after the other.
fn client(replies: Vec<Reply>) -> (Graph, Arc<Desk>) {
    let desk = Arc::new(Desk::default());
    let replies = Arc::new(Mutex::new(replies.into_iter()));
    let noted = Arc::clone(&desk);
    let server = tower::service_fn(move |request: http::Request<Bytes>| {
        noted.sent.lock().unwrap().push(serde_json::from_slice(request.body()).unwrap_or(Value::Null));
        let (status, headers, body) = replies.lock().unwrap().next().unwrap();
        async move {
            let mut response = http::Response::builder().status(status);
            for (name, value) in headers {
                response = response.header(name, value);
            }
            let bytes = if body.is_null() { Bytes::new() } else { Bytes::from(body.to_string()) };
            Ok::<_, std::convert::Infallible>(response.body(bytes).unwrap())
        }
    });
    let transport = Arc::new(TowerTransport::new(server));
    let graph =
        Graph::new(transport, Arc::clone(&desk) as Arc<_>, Endpoint::global(), Arc::clone(&desk) as Arc<_>);
    (graph, desk)
}

#[tokio::test]
#[ignore = "needs CONTRACT_DIR: Microsoft's contract is no part of this repository"]
async fn the_throttled_answer_is_waited_for_as_long_as_it_says() {
    let folder = folder();
    let throttled = sample(&folder, "error-429.response.json");
    let header =
        throttled["http"].as_str().unwrap().lines().find_map(|line| line.strip_prefix("Retry-After: "));
    let seconds = header.unwrap().trim().to_owned();
    let user = sample(&folder, "user-get.response.json")["body"].clone();
    let (graph, desk) = client(vec![
        (429, vec![("Retry-After", seconds.clone())], throttled["body"].clone()),
        (200, vec![], user),
    ]);
    let read = graph.user(GUEST, &CancellationToken::new()).await.unwrap();
    assert_eq!(read.display_name.value().map(String::as_str), Some("Adele Vance"));
    assert_eq!(*desk.sleeps.lock().unwrap(), [Duration::from_secs_f64(seconds.parse().unwrap())]);

    // Without a second chance the problem is handed back as it was said.
    let refusal = || (429, vec![("Retry-After", seconds.clone())], throttled["body"].clone());
    let (graph, _) = client((0..20).map(|_| refusal()).collect());
    let problem = graph.user(GUEST, &CancellationToken::new()).await.unwrap_err();
    assert_eq!((problem.kind.clone(), problem.code()), (GraphProblemKind::Throttled, "TooManyRequests"));
    let inner = &throttled["body"]["error"]["innerError"];
    assert_eq!(problem.request_id(), inner["request-id"].as_str());
    assert_eq!(problem.server.date.as_deref(), inner["date"].as_str());
    assert_eq!(Some(problem.server.message.as_str()), throttled["body"]["error"]["message"].as_str());
}

#[tokio::test]
#[ignore = "needs CONTRACT_DIR: Microsoft's contract is no part of this repository"]
async fn each_answer_of_the_batch_is_taken_for_what_it_is() {
    let folder = folder();
    let mut batch = sample(&folder, "batch.response.json")["body"].clone();
    // The sample was asked of the beta, for whoever is signed in: its further page is of that. Ours is of what we ask; a
    // link to anything else is not followed. It is asked for at once.
    let next = &mut batch["responses"][0]["body"]["@odata.nextLink"];
    let ours = format!("v1.0/users/{GUEST}/memberOf/microsoft.graph.directoryRole");
    *next = json!(next.as_str().unwrap().replace("beta/me/memberOf", &ours));
    let (graph, desk) = client(vec![(200, vec![], batch.clone()), (200, vec![], json!({ "value": [] }))]);
    let round = graph.guest_context(GUEST, &[], Some(GROUP), &[], &CancellationToken::new()).await.unwrap();

    let role = &batch["responses"][0]["body"]["value"][0];
    let roles = round.directory_roles.unwrap();
    assert_eq!(roles.len(), 1);
    assert_eq!(Some(roles[0].id.as_str()), role["id"].as_str());
    assert_eq!(roles[0].role_template_id.value().map(String::as_str), role["roleTemplateId"].as_str());

    let chosen = round.group.unwrap();
    let refused = |code: &str| GraphProblemKind::Refused { code: code.to_owned() };
    let no_right_in_planner = chosen.group.unwrap_err();
    assert_eq!(no_right_in_planner.kind, refused(""), "some services send no code");
    assert_eq!(no_right_in_planner.request_id(), Some("93b6f17e-c05d-4f45-ad2a-6665c708d8a0"));
    assert_eq!(chosen.in_exchange.unwrap_err().kind, refused("Authorization_RequestDenied"));
    let not_allowed = chosen.settings.unwrap_err();
    assert_eq!((not_allowed.status(), not_allowed.code()), (405, "Request_BadRequest"));
    // What the answer does not speak of is a failure, not an empty list.
    assert_eq!(round.memberships.unwrap_err().kind, GraphProblemKind::Malformed);

    // What we ask has the same form as what Microsoft shows.
    let asked = &desk.sent.lock().unwrap()[0];
    let shown = sample(&folder, "batch.request.json")["body"].clone();
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(keys(asked), keys(&shown));
    assert_eq!(keys(&asked["requests"][0]), keys(&shown["requests"][0]));

    let listed = &batch["responses"][4]["body"]["value"][0];
    assert_eq!(&again::<User>(listed), listed);
}

#[tokio::test]
#[ignore = "needs CONTRACT_DIR: Microsoft's contract is no part of this repository"]
async fn a_member_is_added_with_the_reference_microsoft_shows() {
    let folder = folder();
    let (graph, desk) = client(vec![(204, vec![], Value::Null)]);
    graph.add_member(GROUP, GUEST, &CancellationToken::new()).await.unwrap();
    let shown =
        sample(&folder, "group-members-add-ref.request.json")["body"].to_string().replace("{id}", GUEST);
    assert_eq!(desk.sent.lock().unwrap()[0].to_string(), shown);
}

#[tokio::test]
#[ignore = "needs CONTRACT_DIR: Microsoft's contract is no part of this repository"]
async fn errors_that_were_observed_are_understood() {
    let folder = folder();
    let cancel = CancellationToken::new();
    for row in sample(&folder, "observed-errors.json")["body"].as_array().unwrap() {
        let (what, status) = (row["op"].as_str().unwrap(), row["status"].as_u64().unwrap());
        let error = json!({ "error": { "code": row["code"], "message": row["message"] } });
        let (graph, _) = client(vec![(u16::try_from(status).unwrap(), vec![], error)]);
        let bad_request =
            GraphProblemKind::BadRequest { code: row["code"].as_str().unwrap_or_default().to_owned() };
        let request = InvitationRequest::default();
        let invite = graph.invite(&request, &cancel);
        let (problem, kind) = match what {
            _ if what.contains("already member") => (
                graph.add_member(GROUP, GUEST, &cancel).await.unwrap_err(),
                GraphProblemKind::AlreadyReferenced,
            ),
            _ if what.contains("unknown id") => {
                (graph.user(GUEST, &cancel).await.unwrap_err(), GraphProblemKind::NotFound)
            }
            _ if what.contains("without /$ref") => {
                (graph.add_member(GROUP, GUEST, &cancel).await.unwrap_err(), bad_request)
            }
            _ if what.contains("resetRedemption") => (
                invite.await.unwrap_err(),
                GraphProblemKind::NotInvitable { why: NotInvitable::NotOnTheAccount },
            ),
            _ if what.contains("blocked account") => {
                (invite.await.unwrap_err(), GraphProblemKind::PreconditionFailed)
            }
            _ if what.contains("undeliverable") => {
                (invite.await.unwrap_err(), GraphProblemKind::Unavailable { status: 500 })
            }
            _ => panic!("nobody knows what to expect of {what}"),
        };
        assert_eq!(problem.kind, kind, "{what}");
        assert_eq!(problem.server.message, row["message"].as_str().unwrap_or_default(), "{what}");
    }
}

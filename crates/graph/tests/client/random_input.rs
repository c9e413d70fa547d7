//! Whatever the other side answers: it is read or it is a problem, nobody else is asked, and no change is sent again that
//! may have been made.

use std::fmt;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use graph::{
    Changed, Endpoint, Graph, GraphProblem, GraphProblemKind, InvitationRequest, RetryPolicy, Transport,
    TransportError,
};
use random_input::{Input, read};
use scripted_graph::{JumpingClock, Tokens};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::support::{GROUP, GUEST};

/// What one request is answered with.
#[derive(Clone)]
enum Given {
    Answer {
        status: u16,
        headers: Vec<(&'static str, Vec<u8>)>,
        body: Vec<u8>,
    },
    /// To a batch: these bodies in turn, each with a status, for the items that were asked.
    Items(Vec<(u16, Value)>),
    Lost,
    NotSent,
}

/// Gives its answers in turn, for ever.
struct Anybody {
    given: Vec<Given>,
    asked: Mutex<Vec<String>>,
}

impl fmt::Debug for Anybody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Anybody")
    }
}

#[async_trait]
impl Transport for Anybody {
    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError> {
        let turn = {
            let mut asked = self.asked.lock().unwrap();
            asked.push(request.uri().to_string());
            asked.len() - 1
        };
        let (status, headers, body) = match self.given[turn % self.given.len()].clone() {
            Given::Answer { status, headers, body } => (status, headers, body),
            Given::Items(bodies) => (200, Vec::new(), batch(request.body(), &bodies).into_bytes()),
            Given::Lost => return Err(TransportError::Lost { why: "reset".to_owned(), obstacle: None }),
            Given::NotSent => {
                return Err(TransportError::NotSent { why: "no route".to_owned(), obstacle: None });
            }
        };
        let mut response = http::Response::builder().status(status);
        for (name, value) in headers {
            if let Ok(value) = http::HeaderValue::from_bytes(&value) {
                response = response.header(name, value);
            }
        }
        Ok(response.body(body.into()).unwrap())
    }
}

fn batch(asked: &[u8], bodies: &[(u16, Value)]) -> String {
    let asked: Value = serde_json::from_slice(asked).unwrap_or_default();
    let items = asked["requests"].as_array().into_iter().flatten().zip(bodies.iter().cycle());
    let responses: Vec<Value> = items
        .map(|(item, (status, body))| json!({ "id": item["id"], "status": status, "body": body }))
        .collect();
    json!({ "responses": responses }).to_string()
}

/// What good answers look like, of every kind.
fn samples() -> Vec<Value> {
    let user = json!({
        "id": GUEST, "displayName": "Jan de Vries", "mail": "jan@fabrikam.nl", "otherMails": ["j@fabrikam.nl"],
        "proxyAddresses": ["SMTP:jan@fabrikam.nl"], "userPrincipalName": "jan_fabrikam.nl#EXT#@contoso.onmicrosoft.com",
        "userType": "Guest", "createdDateTime": "2025-01-01T00:00:00Z", "accountEnabled": true,
        "identities": [{ "signInType": "federated", "issuer": "x", "issuerAssignedId": null }],
    });
    let group = json!({ "id": GROUP, "displayName": "Team", "groupTypes": ["Unified"], "mailEnabled": true, "mail": null });
    let next = "https://graph.microsoft.com/v1.0/users?$skiptoken=x";
    let details = json!([{ "code": "ObjectConflict", "target": "mail" }, { "code": "ConflictingObjects", "target": GUEST }]);
    vec![
        json!({ "value": [user.clone(), group.clone()], "@odata.nextLink": next }),
        json!({ "value": [user.clone()] }),
        json!({ "value": [{ "id": "s", "templateId": "t", "values": [{ "name": "AllowToAddGuests", "value": "false" }] }] }),
        json!({ "id": "i", "invitedUser": { "id": GUEST }, "invitedUserEmailAddress": "jan@fabrikam.nl", "status": "x" }),
        json!({ "error": { "code": "Request_BadRequest", "message": "same value", "details": details, "innerError": {} } }),
        json!({ "responses": [{ "id": "0", "status": 200, "body": { "value": [user.clone()] }, "headers": {} }] }),
        user,
        group,
    ]
}

const STATUS: &[u16] =
    &[200, 200, 200, 201, 204, 301, 400, 401, 403, 404, 409, 412, 423, 429, 500, 502, 503, 504, 599];
const WAITS: &[&str] =
    &["1", "0", "2.128", "-1", "1e309", "NaN", "inf", "99999999999999999999", "30", "31", ".", " 5 "];
const DATES: &[&str] =
    &["Sun, 22 Nov 2026 19:00:07 GMT", "Sunday, 22-Nov-26 19:00:07 GMT", "Fri, 31 Dec 9999 23:59:59 GMT"];
const CHALLENGE: &[&str] = &[
    "Bearer ",
    "Basic ",
    "error=\"insufficient_claims\"",
    "error=insufficient_claims",
    "claims=\"",
    "claims=",
    "e30=",
    "e30",
    "eyJhY2Nlc3NfdG9rZW4iOnt9fQ==",
    "\"",
    "\\",
    ",",
    ", ",
    "=",
    "realm=\"\"",
    "PoP nonce=\"x\"",
];

fn given(input: &mut Input<'_, '_>, samples: &[Value]) -> Given {
    if input.once_in(2) {
        let items = 0..=input.below(4);
        return Given::Items(items.map(|_| (*input.one_of(STATUS), altered(input, samples))).collect());
    }
    alone(input, samples)
}

/// To a request that is no batch.
fn alone(input: &mut Input<'_, '_>, samples: &[Value]) -> Given {
    match input.below(6) {
        4 => Given::Lost,
        5 => Given::NotSent,
        _ => {
            let sample = input.one_of(samples).clone();
            let (status, body) = (*input.one_of(STATUS), input.json(&sample));
            Given::Answer { status, headers: headers(input), body }
        }
    }
}

fn altered(input: &mut Input<'_, '_>, samples: &[Value]) -> Value {
    let sample = input.one_of(samples).clone();
    input.altered(&sample)
}

fn headers(input: &mut Input<'_, '_>) -> Vec<(&'static str, Vec<u8>)> {
    let mut headers = Vec::new();
    if input.once_in(2) {
        let wait = if input.once_in(3) {
            input.text(WAITS)
        } else {
            (*input.one_of(&[WAITS, DATES].concat())).to_owned()
        };
        headers.push(("Retry-After", wait.into_bytes()));
    }
    for _ in 0..input.below(3) {
        headers.push(("WWW-Authenticate", input.text(CHALLENGE).into_bytes()));
    }
    headers
}

/// The client of somebody who answers like this.
struct Asking {
    graph: Graph,
    anybody: Arc<Anybody>,
    clock: JumpingClock,
    cancel: CancellationToken,
}

impl Asking {
    fn new(given: Vec<Given>) -> Self {
        let (anybody, clock) =
            (Arc::new(Anybody { given, asked: Mutex::default() }), JumpingClock::default());
        let tokens = Arc::new(Tokens::default());
        let graph = Graph::new(anybody.clone(), tokens, Endpoint::global(), Arc::new(clock.clone()));
        Self { graph, anybody, clock, cancel: CancellationToken::new() }
    }

    fn asked(&self) -> Vec<String> {
        self.anybody.asked.lock().unwrap().clone()
    }
}

fn in_runtime(future: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future);
}

#[test]
fn tenant_answers() {
    let (samples, addresses) = (samples(), ["jan@fabrikam.nl".to_owned()]);
    read("tenant-answers", |input| {
        let given = (0..=input.below(5)).map(|_| given(input, &samples)).collect();
        let (what, asking) = (input.below(9), Asking::new(given));
        let (graph, cancel) = (&asking.graph, &asking.cancel);
        in_runtime(async {
            let problem = match what {
                0 => graph.search(&addresses, &addresses, cancel).await.err(),
                1 => graph.guest_context(GUEST, &addresses, Some(GROUP), &[], cancel).await.err(),
                2 => graph.user_of_id(GUEST, cancel).await.err(),
                3 => graph.list_groups(cancel).await.err(),
                4 => graph.user(GUEST, cancel).await.map(|user| assert!(!user.id.is_empty())).err(),
                5 => graph.organization(cancel).await.err(),
                6 => graph.app_role_assignments(GUEST, cancel).await.err(),
                7 => graph.settings_of_groups(&[GROUP.to_owned()], cancel).await.err(),
                _ => graph.me(cancel).await.err(),
            };
            assert!(problem.is_none_or(|problem| problem.changed == Changed::No), "a read changes nothing");
        });
        for uri in asking.asked() {
            assert!(uri.starts_with("https://graph.microsoft.com/v1.0/"), "{uri}");
        }
    });
}

/// Refusals, their waits and their claims challenges, at a change.
#[test]
fn refusals() {
    let samples = samples();
    read("refusals", |input| {
        let given: Vec<Given> = (0..=input.below(4)).map(|_| alone(input, &samples)).collect();
        let (what, asking) = (input.below(3), Asking::new(given.clone()));
        let (graph, cancel) = (&asking.graph, &asking.cancel);
        in_runtime(async {
            let problem = match what {
                0 => graph.delete_user(GUEST, cancel).await.err(),
                1 => graph.set_mail(GUEST, "jan@fabrikam.nl", cancel).await.err(),
                _ => graph.invite(&invitation(), cancel).await.err(),
            };
            if let Some(problem) = problem {
                sane(&problem);
            }
        });
        let sent = asking.asked().len();
        for answered in given.iter().cycle().take(sent.saturating_sub(1)) {
            assert!(may_be_sent_again(answered), "sent {sent} times");
        }
        let (slept, most) = (asking.clock.sleeps().iter().sum::<Duration>(), RetryPolicy::default().in_total);
        assert!(slept <= most, "{slept:?}");
    });
}

fn invitation() -> InvitationRequest {
    serde_json::from_value(json!({
        "invitedUserEmailAddress": "jan@fabrikam.nl", "inviteRedirectUrl": "https://contoso.example", "sendInvitationMessage": false,
    }))
    .unwrap()
}

/// The other side said that it did nothing, or was never asked.
fn may_be_sent_again(given: &Given) -> bool {
    match given {
        Given::NotSent => true,
        Given::Lost | Given::Items(_) => false,
        Given::Answer { status, headers, .. } => {
            let waits = headers.iter().any(|(name, _)| *name == "Retry-After");
            matches!(status, 401 | 429) || (*status == 503 && waits)
        }
    }
}

/// What is kept of somebody's words is short, and what is handed on as a claims challenge is one.
fn sane(problem: &GraphProblem) {
    let GraphProblemKind::StepUpRequired { claims } = &problem.kind else { return };
    assert!(
        claims.len() < 20_000 && serde_json::from_str::<serde_json::Map<String, Value>>(claims).is_ok(),
        "{claims}"
    );
}

//! A server that repeats the question's token in its answer does not get it shown, recorded or logged.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use graph::GraphProblem;
use serde_json::{Value, json};

use crate::support::{GUEST, Reply, Story, batch, found, ok};

/// An access token in the form of Microsoft's.
const TOKEN: &str =
    "eyJ0eXAiOiJKV1QiLCJub25jZSI6IngifQ.eyJhdWQiOiJncmFwaCIsIm9pZCI6ImphbiJ9.c2lnbmVkLWJ5LWNvbnRvc28";

/// A refusal of which every text is the token, in one spelling or another.
fn refusal(token: &str) -> Value {
    let said = format!("Bearer {token} is not enough");
    json!({ "error": {
        "code": token,
        "message": said,
        "target": token,
        "details": [{ "code": token, "target": token, "message": said }],
        "innerError": { "date": token, "request-id": token, "client-request-id": token },
        token: said,
    } })
}

/// As many headers as can carry a text.
fn headers(token: &str) -> Vec<(&'static str, String)> {
    let claims = STANDARD.encode(json!({ "access_token": { "nbf": { "value": token } } }).to_string());
    vec![
        ("request-id", token.to_owned()),
        ("client-request-id", token.to_owned()),
        ("Date", token.to_owned()),
        ("WWW-Authenticate", format!("Bearer error=\"insufficient_claims\", claims=\"{claims}\"")),
    ]
}

fn holds_none(problem: &GraphProblem, token: &str, when: &str) {
    let whole = format!("{problem} {problem:?} {problem:#?} {}", json!(problem));
    let part = token.split('.').next_back().unwrap();
    assert!(!whole.contains(token) && !whole.contains(part), "{when}: {whole}");
}

/// The bodies: as JSON writes them, with ASCII in escapes, and as text that is no JSON.
fn bodies(token: &str) -> [String; 3] {
    let plain = refusal(token).to_string();
    let escaped: String =
        token.chars().flat_map(|c| format!("\\u{:04x}", u32::from(c)).into_bytes()).map(char::from).collect();
    [plain.clone(), plain.replace(token, &escaped), format!("{token} {{")]
}

#[tokio::test]
async fn a_refusal_that_repeats_the_token_everywhere_keeps_it_nowhere() {
    for token in [TOKEN.to_owned(), "0.AXkA_opaque/and+not=readable".to_owned()] {
        for status in [400, 401, 403, 404, 409, 412, 429, 500] {
            for body in bodies(&token) {
                let reply = || Reply::Answer(status, headers(&token), body.clone().into());
                let story = Story::with_token(&token, (0..9).map(|_| reply()));
                let read = story.graph.user(GUEST, &story.cancel).await.unwrap_err();
                holds_none(&read, &token, &format!("{status} to a read"));
                let story = Story::with_token(&token, (0..9).map(|_| reply()));
                let write = story.graph.set_mail(GUEST, "jan@fabrikam.nl", &story.cancel).await.unwrap_err();
                holds_none(&write, &token, &format!("{status} to a change"));
            }
        }
    }
}

#[tokio::test]
async fn nor_does_one_inside_a_batch() {
    let token = TOKEN.to_owned();
    for status in [400, 403, 404, 500] {
        let told = token.clone();
        let answers = (0..9).map(move |_| {
            let told = told.clone();
            batch(move |url, _| {
                if url.starts_with("/contacts") {
                    let named: serde_json::Map<_, _> = headers(&told)
                        .into_iter()
                        .map(|(name, value)| (name.to_owned(), json!(value)))
                        .collect();
                    json!({ "status": status, "headers": named, "body": refusal(&told) })
                } else {
                    found(&json!([]))
                }
            })
        });
        let story = Story::with_token(&token, answers);
        let answer = story.graph.search(&["jan@fabrikam.nl".to_owned()], &[], &story.cancel).await.unwrap();
        assert!(!answer.contacts.complete());
        for problem in answer.contacts.failed.values() {
            holds_none(problem, &token, &format!("{status} in a batch"));
        }
    }
}

#[tokio::test]
async fn an_answer_of_success_brings_the_token_neither_as_a_value_nor_as_a_complaint_about_one() {
    let token = TOKEN.to_owned();
    let user = json!({ "id": GUEST, "displayName": format!("Bearer {token}"), "mail": null });
    let story = Story::with_token(&token, [ok(&user)]);
    let read = story.graph.user(GUEST, &story.cancel).await.unwrap();
    assert!(!format!("{read:?}").contains(&token));

    for broken in [json!({ "id": GUEST, "createdDateTime": token }), json!(token), json!({ "value": token })]
    {
        let story = Story::with_token(&token, [ok(&broken), ok(&broken)]);
        let problem = story.graph.user(GUEST, &story.cancel).await.unwrap_err();
        holds_none(&problem, &token, "not as the contract says");
        let problem = story.graph.memberships(GUEST, &story.cancel).await.unwrap_err();
        holds_none(&problem, &token, "a list not as the contract says");
    }
}

#[tokio::test]
async fn what_was_acknowledged_is_proved_by_ids_and_times_and_by_nothing_else() {
    let token = TOKEN.to_owned();
    let story = Story::with_token(&token, [Reply::Answer(204, headers(&token), "".into())]);
    let done = story.graph.set_mail(GUEST, "jan@fabrikam.nl", &story.cancel).await.unwrap();
    assert_eq!((done.request_id, done.date), (None, None));
}

#[tokio::test]
async fn codes_and_ids_that_do_not_have_the_form_of_one_are_dropped() {
    let long = "x".repeat(2_000_000);
    for nonsense in ["two words", "<b>", "a\nb", &long] {
        let body = json!({ "error": { "code": nonsense, "message": "No.", "innerError": {
            "date": nonsense, "request-id": nonsense, "client-request-id": nonsense,
        } } });
        let story = Story::new([Reply::Answer(403, Vec::new(), body.to_string().into())]);
        let problem = story.graph.set_mail(GUEST, "jan@fabrikam.nl", &story.cancel).await.unwrap_err();
        assert_eq!((problem.code(), problem.request_id(), problem.server.date.as_deref()), ("", None, None));
        assert!(uuid::Uuid::try_parse(problem.server.client_request_id.as_deref().unwrap()).is_ok(), "ours");
        assert_eq!(problem.server.message, "No.");
    }
}

#[tokio::test]
async fn of_a_refusal_of_megabytes_is_kept_what_a_person_reads() {
    let long = "no way ".repeat(300_000);
    let detail = json!({ "code": "ObjectConflict", "target": long, "message": long });
    let details: Vec<_> = (0..100).map(|_| detail.clone()).collect();
    let body = json!({ "error": { "code": "Request_BadRequest", "message": long, "details": details[..2] } });
    let many = json!({ "error": { "code": "Request_BadRequest", "message": "No.", "details":
        (0..50_000).map(|number| json!({ "code": "ObjectConflict", "target": format!("p{number}"), "message": "No." })).collect::<Vec<_>>() } });
    for body in [body, many] {
        let told = body.clone();
        let story = Story::new([
            Reply::Answer(400, Vec::new(), body.to_string().into()),
            batch(move |_, _| json!({ "status": 400, "body": told })),
        ]);
        let problem = story.graph.set_mail(GUEST, "jan@fabrikam.nl", &story.cancel).await.unwrap_err();
        let size = json!(problem).to_string().len();
        assert!(size < 50_000, "{size} bytes are kept");
        let in_batch =
            story.graph.search(&["jan@fabrikam.nl".to_owned()], &[], &story.cancel).await.unwrap_err();
        let size = json!(in_batch).to_string().len();
        assert!(size < 50_000, "{size} bytes are kept");
    }
}

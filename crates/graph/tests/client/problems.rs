//! What each refusal is taken for, and that its words and ids are kept.

use graph::{Changed, GraphProblem, GraphProblemKind};
use serde_json::{Value, json};

use crate::support::{GUEST, Reply, Story};

const FROM_HEADER: &str = "11111111-44d7-43e1-9a83-5f2406dee5bd";
const FROM_BODY: &str = "22222222-44d7-43e1-9a83-5f2406dee5bd";
const OURS: &str = "33333333-44d7-43e1-9a83-5f2406dee5bd";

async fn refused(status: u16, body: Value) -> GraphProblem {
    let headers =
        vec![("request-id", FROM_HEADER.to_owned()), ("Date", "Sun, 22 Nov 2026 19:00:00 GMT".to_owned())];
    let story = Story::new([Reply::Answer(status, headers, body.to_string().into())]);
    story.graph.set_mail(GUEST, "jan@fabrikam.nl", &story.cancel).await.unwrap_err()
}

fn error(code: &str, message: &str) -> Value {
    json!({ "error": { "code": code, "message": message } })
}

#[tokio::test]
async fn every_documented_refusal_has_its_kind_and_changed_nothing() {
    let bad = "Request_BadRequest";
    let cases = [
        (400, error(bad, "Invalid filter clause"), GraphProblemKind::BadRequest { code: bad.into() }),
        (
            400,
            error("Request_UnsupportedQuery", ""),
            GraphProblemKind::BadRequest { code: "Request_UnsupportedQuery".into() },
        ),
        (
            400,
            error(
                bad,
                "One or more added object references already exist for the following modified properties: 'members'.",
            ),
            GraphProblemKind::AlreadyReferenced,
        ),
        (400, error(bad, "Not a valid reference update."), GraphProblemKind::InvalidReference),
        (
            400,
            error(
                bad,
                "Unable to update the specified properties for objects that have originated within an external service.",
            ),
            GraphProblemKind::MasteredElsewhere,
        ),
        (
            403,
            error("Authorization_RequestDenied", ""),
            GraphProblemKind::Refused { code: "Authorization_RequestDenied".into() },
        ),
        (
            403,
            error("", "You do not have the required permissions."),
            GraphProblemKind::Refused { code: String::new() },
        ),
        (403, Value::Null, GraphProblemKind::Refused { code: String::new() }),
        (404, error("Request_ResourceNotFound", ""), GraphProblemKind::NotFound),
        (404, Value::Null, GraphProblemKind::NotFound),
        (400, error("Directory_ObjectNotFound", ""), GraphProblemKind::NotFound),
        (409, error("Conflict", ""), GraphProblemKind::Conflict { target: None, objects: Vec::new() }),
        (412, Value::Null, GraphProblemKind::PreconditionFailed),
        (302, Value::Null, GraphProblemKind::BadRequest { code: String::new() }),
    ];
    for (status, body, kind) in cases {
        let problem = refused(status, body).await;
        assert_eq!((problem.kind, problem.changed, problem.server.status), (kind, Changed::No, status));
    }
}

#[tokio::test]
async fn a_conflict_names_the_property_and_the_object_in_the_way() {
    let problem = refused(
        400,
        json!({ "error": {
            "code": "Request_BadRequest",
            "message": "Another object with the same value for property proxyAddresses already exists.",
            "details": [
                { "code": "ObjectConflict", "target": "proxyAddresses", "message": "Another object ..." },
                { "code": "ConflictingObjects", "target": format!("User_{GUEST}"), "message": "Another object ..." },
            ],
        } }),
    )
    .await;
    let expected =
        GraphProblemKind::Conflict { target: Some("proxyAddresses".into()), objects: vec![GUEST.into()] };
    assert_eq!((problem.kind, problem.changed), (expected, Changed::No));
}

#[tokio::test]
async fn the_servers_words_and_ids_are_kept_to_be_quoted() {
    let problem = refused(
        403,
        json!({ "error": { "code": "Authorization_RequestDenied", "message": "Insufficient privileges.", "innerError": {
            "date": "2026-11-22T19:00:01", "request-id": FROM_BODY, "client-request-id": OURS,
        } } }),
    )
    .await;
    let server = &problem.server;
    assert_eq!(server.message, "Insufficient privileges.");
    assert_eq!(problem.request_id(), Some(FROM_BODY));
    assert_eq!(server.client_request_id.as_deref(), Some(OURS));
    assert_eq!(server.date.as_deref(), Some("2026-11-22T19:00:01"));
}

#[tokio::test]
async fn without_a_readable_body_the_ids_come_from_the_headers() {
    let problem = refused(403, Value::Null).await;
    assert_eq!(problem.request_id(), Some(FROM_HEADER));
    assert_eq!(problem.server.date.as_deref(), Some("Sun, 22 Nov 2026 19:00:00 GMT"));
    assert!(problem.server.client_request_id.is_some());
}

#[tokio::test]
async fn a_problem_prints_codes_and_ids_but_no_words_of_the_server() {
    let problem = refused(403, error("Authorization_RequestDenied", "not for jan@fabrikam.nl")).await;
    let printed = problem.to_string();
    assert!(printed.contains("Authorization_RequestDenied") && printed.contains(FROM_HEADER), "{printed}");
    assert!(!printed.contains("fabrikam"), "{printed}");
}

#[tokio::test]
async fn a_problem_survives_being_stored() {
    let problem = refused(404, error("Request_ResourceNotFound", "gone")).await;
    let stored = serde_json::to_string(&problem).unwrap();
    assert_eq!(serde_json::from_str::<GraphProblem>(&stored).unwrap(), problem);
}

//! Refusals of the token endpoint, and answers that are none.

use entra::{RefusalReason, SignInError, SignInErrorKind};
use internet::{Obstacle, Stage};
use serde_json::json;

use crate::server::{Form, Reply, Server, consents, id_token, query, refusal, request, tokens};

async fn redeemed(reply: Reply) -> SignInError {
    let (server, sign_in) = Server::signed().await;
    server.then(|_| reply);
    server.browse(&sign_in, request(&[]), consents).await.unwrap_err()
}

#[tokio::test]
async fn everything_microsoft_says_about_a_refusal_is_kept() {
    let mut answer = refusal("interaction_required", 50076);
    answer["suberror"] = json!("basic_action");
    answer["claims"] = json!(r#"{"access_token":{"capolids":{"essential":true,"values":["x"]}}}"#);
    let problem = redeemed(Reply::Json(400, answer)).await;
    assert_eq!(problem.reason(), Some(RefusalReason::StepUpRequired));
    let response = problem.response.unwrap();
    assert_eq!(
        (&*response.error, response.suberror.as_deref()),
        ("interaction_required", Some("basic_action"))
    );
    assert_eq!(response.aadsts, Some(50076));
    assert_eq!(response.message, "AADSTS50076: The words of the server.", "the ids stand beside it");
    assert_eq!(response.trace_id.as_deref(), Some("0000aaaa-11bb-cccc-dd22-eeeeee333333"));
    assert_eq!(response.correlation_id.as_deref(), Some("aaaa0000-bb11-2222-33cc-444444dddddd"));
    assert_eq!(response.timestamp.as_deref(), Some("2026-11-22 19:00:00Z"));
    let claims = r#"{"access_token":{"capolids":{"essential":true,"values":["x"]}}}"#;
    assert_eq!(response.claims.as_deref(), Some(claims));
}

#[tokio::test]
async fn the_ids_are_found_in_the_words_when_they_stand_nowhere_else() {
    let words = "AADSTS50011: The redirect URI is wrong.\r\nTrace ID: 0000aaaa-11bb-cccc-dd22-eeeeee333333\r\nCorrelation ID: \
                 aaaa0000-bb11-2222-33cc-444444dddddd\r\nTimestamp: 2026-11-22 19:00:00Z";
    let answer = json!({ "error": "invalid_request", "error_description": words, "claims": "not json" });
    let problem = redeemed(Reply::Json(400, answer)).await;
    assert_eq!(problem.reason(), Some(RefusalReason::RedirectNotRegistered));
    let response = problem.response.unwrap();
    assert_eq!(response.message, "AADSTS50011: The redirect URI is wrong.");
    assert_eq!(
        (response.trace_id.as_deref(), response.correlation_id.as_deref()),
        (Some("0000aaaa-11bb-cccc-dd22-eeeeee333333"), Some("aaaa0000-bb11-2222-33cc-444444dddddd"))
    );
    assert_eq!(response.timestamp.as_deref(), Some("2026-11-22 19:00:00Z"));
    assert_eq!(response.claims, None, "what is no JSON is no challenge");
}

#[tokio::test]
async fn an_error_without_a_number_is_told_by_its_name_and_an_unknown_one_degrades_well() {
    let named = redeemed(Reply::Json(400, json!({ "error": "consent_required" }))).await;
    assert_eq!(named.reason(), Some(RefusalReason::ConsentMissing));
    let unknown = redeemed(Reply::Json(400, refusal("interaction_required", 999_999))).await;
    assert_eq!(
        unknown.reason(),
        Some(RefusalReason::StepUpRequired),
        "a new number leaves the name's meaning"
    );
    let scope = redeemed(Reply::Json(400, refusal("invalid_client", 650_053))).await;
    assert_eq!(
        scope.reason(),
        Some(RefusalReason::AppMisconfigured),
        "a permission that Graph does not have"
    );
    let new = redeemed(Reply::Json(400, refusal("brand_new", 999_999))).await;
    assert_eq!(new.reason(), Some(RefusalReason::Unknown));
    assert_eq!(new.response.unwrap().aadsts, Some(999_999), "and what to quote is there");
}

#[tokio::test]
async fn a_server_that_fails_is_busy_and_nobodys_fault() {
    for reply in
        [Reply::Raw(503, "<html>"), Reply::Raw(429, ""), Reply::Json(500, refusal("server_error", 90033))]
    {
        assert_eq!(redeemed(reply).await.kind, SignInErrorKind::Refused(RefusalReason::Busy));
    }
}

#[tokio::test]
async fn an_answer_that_cannot_be_read_is_not_repeated_because_it_may_hold_tokens() {
    let broken = [
        Reply::Raw(
            200,
            r#"{"access_token":"secret-access","token_type":"Bearer","expires_in":"secret-access"#,
        ),
        Reply::Json(200, json!({ "access_token": 7, "refresh_token": "secret-access" })),
        Reply::Json(
            200,
            json!({ "access_token": "secret-access", "token_type": "Bearer", "expires_in": "secret-access" }),
        ),
        Reply::Raw(400, "secret-access"),
        Reply::Raw(400, ""),
        Reply::Json(200, json!({ "access_token": "", "token_type": "Bearer" })),
        Reply::Json(200, json!({ "access_token": "secret-access", "token_type": "Bearer" })),
        Reply::Json(
            200,
            json!({ "access_token": "secret-access", "token_type": "Bearer", "id_token": "secret-access" }),
        ),
        Reply::Json(
            200,
            json!({ "access_token": "secret-access", "token_type": "Bearer", "id_token": "a.b.c.d" }),
        ),
        Reply::Json(
            200,
            json!({ "access_token": "secret-access", "token_type": "Bearer", "id_token": id_token(&json!({})) }),
        ),
    ];
    for reply in broken {
        let problem = redeemed(reply).await;
        assert!(matches!(problem.kind, SignInErrorKind::NotUnderstood(_)), "{problem:?}");
        assert!(!format!("{problem} {problem:?}").contains("secret"), "{problem:?}");
    }
}

#[tokio::test]
async fn a_hotels_page_in_microsofts_place_is_recognised() {
    let problem = redeemed(Reply::Page).await;
    let SignInErrorKind::Unanswered(unanswered) = problem.kind else { panic!("{problem:?}") };
    assert_eq!((unanswered.stage, unanswered.obstacle), (Stage::Lost, Some(Obstacle::CaptivePortal)));
}

#[tokio::test]
async fn a_server_that_is_gone_is_unanswered_and_the_code_is_not_in_the_reason() {
    let (server, sign_in) = Server::signed().await;
    server.handle.shutdown();
    server.then(|known| Reply::Json(200, tokens(known)));
    let problem = server.browse(&sign_in, request(&[]), consents).await.unwrap_err();
    let SignInErrorKind::Unanswered(unanswered) = &problem.kind else { panic!("{problem:?}") };
    assert_eq!(unanswered.stage, Stage::NotSent);
    assert!(!format!("{problem} {problem:?}").contains("the-code"));
}

#[test]
fn a_problem_for_the_log_has_codes_and_ids_but_no_words_of_the_server() {
    let response = entra::ErrorResponse {
        error: "invalid_grant".to_owned(),
        aadsts: Some(50173),
        message: "for anna@contoso.example".to_owned(),
        correlation_id: Some("aaaa0000".to_owned()),
        ..entra::ErrorResponse::default()
    };
    let problem = SignInError {
        kind: SignInErrorKind::Refused(RefusalReason::GrantRevoked),
        response: Some(Box::new(response)),
    };
    let shown = problem.to_string();
    assert!(shown.contains("grant-revoked") && shown.contains("AADSTS50173") && shown.contains("aaaa0000"));
    assert!(!shown.contains("anna"), "{shown}");
}

#[tokio::test]
async fn a_refusal_that_repeats_the_question_is_kept_without_its_secrets_and_in_its_forms() {
    let (server, sign_in) = Server::signed().await;
    let (code, long) = ("the-code", "x ".repeat(300_000));
    server.then(move |_| {
        let said = format!("AADSTS70000: of {code} and {long} nothing.");
        let claims = "{\"access_token\":{\"nbf\":\"\\u0074he-code\"}}";
        Reply::Json(
            400,
            json!({ "error": "invalid_grant", "suberror": code, "error_description": said,
            "trace_id": code, "correlation_id": code, "timestamp": code, "claims": claims }),
        )
    });
    let problem = server.browse(&sign_in, request(&[]), consents).await.unwrap_err();
    let shown = format!("{problem} {problem:#?}");
    assert!(!shown.contains(code) && !shown.contains("\\u0074"), "{shown}");
    let response = problem.response.unwrap();
    assert_eq!((response.suberror, response.trace_id, response.correlation_id), (None, None, None));
    assert_eq!(response.timestamp, None);
    assert!(response.message.starts_with("AADSTS70000: of (struck out) and"));
    assert_eq!(response.message.chars().count(), evidence::MOST_WORDS);
}

#[tokio::test]
async fn the_browsers_answer_does_not_bring_back_what_it_is_recognised_by() {
    let (server, sign_in) = Server::signed().await;
    let told = |asked: &Form| {
        let said = format!("AADSTS65004: {} and {} and c0deinl1ne", asked["state"], asked["nonce"]);
        query(&[
            ("state", &asked["state"]),
            ("code", "c0deinl1ne"),
            ("error", "access_denied"),
            ("error_subcode", &asked["nonce"]),
            ("error_description", &said),
        ])
    };
    let problem = server.browse(&sign_in, request(&[]), told).await.unwrap_err();
    let shown = format!("{problem} {problem:#?}");
    let asked = server.state(|state| state.asked.clone());
    for secret in [&asked["state"], &asked["nonce"], "c0deinl1ne"] {
        assert!(!shown.contains(secret), "{shown}");
    }
    assert!(shown.contains("65004"), "{shown}");
}

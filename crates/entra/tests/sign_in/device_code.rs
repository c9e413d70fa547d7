//! With a code on another device.

use std::time::{Duration, Instant};

use entra::{Cloud, MicrosoftCloud, RefusalReason, Session, SignInError, SignInErrorKind, SignInMethod};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::server::{ANNA, CAPABLE, CLIENT, Reply, Server, names, refusal, tokens};

fn error(name: &'static str, number: u32) -> impl FnOnce(&crate::server::ReplyContext) -> Reply + Send {
    move |_| Reply::Json(400, refusal(name, number))
}

/// Asks for a code and waits for what the server says.
async fn with_device_code(server: &Server, sign_in: &entra::SignIn) -> Result<Session, SignInError> {
    let cancel = CancellationToken::new();
    let code = sign_in.request_device_code(&names(&["User.Read.All"]), &cancel).await?;
    sign_in.with_device_code(&code, &cancel).await.inspect_err(|_| {
        server.state(|state| state.tokens.clear());
    })
}

#[tokio::test]
async fn anna_types_the_code_and_is_signed_in() {
    let (server, sign_in) = Server::signed().await;
    let cancel = CancellationToken::new();
    let before = jiff::Timestamp::now();
    let code = sign_in.request_device_code(&names(&["User.Read.All"]), &cancel).await.unwrap();
    let page = format!("{}/devicelogin", server.origin);
    assert_eq!((&*code.user_code, code.page.as_str()), ("ABCD-EFGH", page.as_str()));
    let seconds = code.expires_at.as_second() - before.as_second();
    assert!((899..=901).contains(&seconds), "{seconds}");

    server.then(error("authorization_pending", 70016));
    server.then(|known| Reply::Json(200, tokens(known)));
    let session = sign_in.with_device_code(&code, &cancel).await.unwrap();
    assert_eq!((session.method(), session.user_id().as_deref()), (SignInMethod::DeviceCode, Some(ANNA)));
    server.state(|state| {
        let scope = format!("openid profile offline_access {}/User.Read.All", server.origin);
        assert_eq!((&state.device_asked["scope"], &*state.device_asked["client_id"]), (&scope, CLIENT));
        assert_eq!(state.redeemed.len(), 2);
        for form in &state.redeemed {
            let expected = [
                ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
                ("device_code", "the-device-code"),
                ("client_id", CLIENT),
                ("claims", CAPABLE),
            ];
            for (name, value) in expected {
                assert_eq!(form[name], value);
            }
        }
    });
}

#[tokio::test]
async fn a_server_that_asks_to_slow_down_is_asked_five_seconds_more_rarely() {
    let (server, sign_in) = Server::signed().await;
    server.then(error("slow_down", 0));
    server.then(|known| Reply::Json(200, tokens(known)));
    let began = Instant::now();
    with_device_code(&server, &sign_in).await.unwrap();
    assert!(began.elapsed() >= Duration::from_secs(7), "one second, then six: {:?}", began.elapsed());
}

#[tokio::test]
async fn every_end_of_the_wait_has_its_own_name() {
    let cases = [
        ("authorization_declined", 0, SignInErrorKind::Declined),
        ("expired_token", 70019, SignInErrorKind::CodeExpired),
        ("bad_verification_code", 70018, SignInErrorKind::Refused(RefusalReason::CodeBad)),
        ("access_denied", 53003, SignInErrorKind::Refused(RefusalReason::AccessBlocked)),
        ("invalid_grant", 70008, SignInErrorKind::Refused(RefusalReason::GrantInvalid)),
    ];
    for (name, number, expected) in cases {
        let (server, sign_in) = Server::signed().await;
        server.then(error(name, number));
        let problem = with_device_code(&server, &sign_in).await.unwrap_err();
        assert_eq!(problem.kind, expected, "{name}");
    }
    // RFC 8628's own error has no number.
    let (server, sign_in) = Server::signed().await;
    server.then(|_| Reply::Json(400, json!({ "error": "access_denied" })));
    assert_eq!(with_device_code(&server, &sign_in).await.unwrap_err().kind, SignInErrorKind::Declined);
}

#[tokio::test]
async fn a_server_that_is_away_for_a_moment_is_asked_again() {
    let (server, sign_in) = Server::signed().await;
    server.then(|_| Reply::Raw(503, ""));
    server.then(|known| Reply::Json(200, tokens(known)));
    assert!(with_device_code(&server, &sign_in).await.is_ok());
}

#[tokio::test]
async fn a_code_that_has_run_out_is_not_asked_about_any_more() {
    let (server, sign_in) = Server::signed().await;
    let page = format!("{}/devicelogin", server.origin);
    let answer = json!({ "user_code": "A", "device_code": "B", "verification_uri": page, "expires_in": 1 });
    server.state(|state| state.device = Some(Reply::Json(200, answer)));
    let problem = with_device_code(&server, &sign_in).await.unwrap_err();
    assert_eq!(problem.kind, SignInErrorKind::CodeExpired);
    assert!(server.state(|state| state.redeemed.is_empty()));
}

#[tokio::test]
async fn the_wait_can_be_cancelled() {
    let (_server, sign_in) = Server::signed().await;
    let cancel = CancellationToken::new();
    let code = sign_in.request_device_code(&[], &cancel).await.unwrap();
    cancel.cancel();
    assert_eq!(sign_in.with_device_code(&code, &cancel).await.unwrap_err().kind, SignInErrorKind::Cancelled);
}

async fn not_begun(reply: Reply) -> SignInError {
    let (server, sign_in) = Server::signed().await;
    server.state(|state| state.device = Some(reply));
    sign_in.request_device_code(&[], &CancellationToken::new()).await.unwrap_err()
}

#[tokio::test]
async fn an_organisation_that_blocks_device_codes_says_so_when_one_is_asked_for() {
    let problem = not_begun(Reply::Json(400, refusal("access_denied", 53003))).await;
    assert_eq!(problem.kind, SignInErrorKind::Refused(RefusalReason::AccessBlocked));
    let problem = not_begun(Reply::Json(400, refusal("invalid_client", 7_000_218))).await;
    assert_eq!(problem.kind, SignInErrorKind::Refused(RefusalReason::NotPublicClient));
}

#[tokio::test]
async fn nobody_is_sent_to_a_page_that_is_not_encrypted_or_not_of_the_cloud() {
    let page = |page: &str| json!({ "user_code": "A", "device_code": "B", "verification_uri": page, "expires_in": 900 });
    let elsewhere = [
        "http://localhost/devicelogin",
        "https://localhost/devicelogin",
        "https://evil.example/devicelogin",
        // Microsoft's own is not this cloud's.
        "https://microsoft.com/devicelogin",
        "javascript:alert(1)",
    ];
    for elsewhere in elsewhere {
        let problem = not_begun(Reply::Json(200, page(elsewhere))).await;
        assert_eq!(problem.kind, SignInErrorKind::Untrusted("page"), "{elsewhere}");
    }
    for unreadable in [page("microsoft.com/devicelogin"), Value::Null] {
        let problem = not_begun(Reply::Json(200, unreadable)).await;
        assert!(matches!(problem.kind, SignInErrorKind::NotUnderstood(_)));
    }
}

#[test]
fn each_cloud_has_its_own_pages_and_no_others() {
    for cloud in MicrosoftCloud::ALL {
        let has = |page: &str| Cloud::from(cloud).has_device_page(&page.parse().unwrap());
        let login = cloud.facts().login;
        for page in [
            "https://microsoft.com/devicelogin",
            "https://www.microsoft.com/link",
            &format!("{login}/common/oauth2/deviceauth"),
        ] {
            assert!(has(page), "{page}");
        }
        for page in [
            "http://microsoft.com/devicelogin",
            "https://microsoft.com:8443/devicelogin",
            "https://anna@microsoft.com/devicelogin",
            "https://microsoft.com.evil.example/",
            "https://evilmicrosoft.com/",
            "https://login.example/",
        ] {
            assert!(!has(page), "{page}");
        }
    }
}

#[tokio::test]
async fn a_code_that_nobody_can_type_is_not_shown() {
    for code in ["B".repeat(33), "ABCD\u{202E}EFGH".to_owned(), "the code".to_owned()] {
        let (server, sign_in) = Server::signed().await;
        let page = format!("{}/devicelogin", server.origin);
        let answer =
            json!({ "user_code": code, "device_code": "B", "verification_uri": page, "expires_in": 900 });
        server.state(|state| state.device = Some(Reply::Json(200, answer)));
        let problem = sign_in.request_device_code(&[], &CancellationToken::new()).await.unwrap_err();
        assert!(matches!(problem.kind, SignInErrorKind::NotUnderstood(_)), "{problem:?}");
    }
}

#[tokio::test]
async fn a_code_that_claims_to_last_for_ages_is_waited_for_a_day_at_most() {
    for ages in [1_000_000_000_000_u64, u64::MAX] {
        let (server, sign_in) = Server::signed().await;
        let page = format!("{}/devicelogin", server.origin);
        let answer = json!({ "user_code": "A", "device_code": "the-device-code", "verification_uri": page,
            "expires_in": ages, "interval": ages });
        server.state(|state| state.device = Some(Reply::Json(200, answer)));
        let cancel = CancellationToken::new();
        let code = sign_in.request_device_code(&[], &cancel).await.unwrap();
        let day = jiff::Timestamp::now() + Duration::from_hours(24);
        assert!(code.expires_at <= day, "{ages}: {}", code.expires_at);
        // And it can be waited for.
        let waiting = sign_in.with_device_code(&code, &cancel);
        assert!(tokio::time::timeout(Duration::from_millis(50), waiting).await.is_err());
    }
}

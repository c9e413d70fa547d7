//! With a code on another device.

use std::time::{Duration, Instant};

use entra::{Problem, Reason, Session, Way, What};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::server::{ANNA, CAPABLE, CLIENT, Reply, Server, names, refusal, tokens};

fn error(name: &'static str, number: u32) -> impl FnOnce(&crate::server::Known) -> Reply + Send {
    move |_| Reply::Json(400, refusal(name, number))
}

/// Asks for a code and waits for what the server says.
async fn with_code(server: &Server, sign_in: &entra::SignIn) -> Result<Session, Problem> {
    let cancel = CancellationToken::new();
    let code = sign_in.begin_code(&names(&["User.Read.All"]), &cancel).await?;
    sign_in.with_code(&code, &cancel).await.inspect_err(|_| {
        server.world(|world| world.tokens.clear());
    })
}

#[tokio::test]
async fn anna_types_the_code_and_is_signed_in() {
    let (server, sign_in) = Server::signed().await;
    let cancel = CancellationToken::new();
    let before = jiff::Timestamp::now();
    let code = sign_in.begin_code(&names(&["User.Read.All"]), &cancel).await.unwrap();
    assert_eq!((&*code.user_code, code.page.as_str()), ("ABCD-EFGH", "https://microsoft.com/devicelogin"));
    let seconds = code.expires_at.as_second() - before.as_second();
    assert!((899..=901).contains(&seconds), "{seconds}");

    server.then(error("authorization_pending", 70016));
    server.then(|known| Reply::Json(200, tokens(known)));
    let session = sign_in.with_code(&code, &cancel).await.unwrap();
    assert_eq!((session.way(), session.user_id().as_deref()), (Way::DeviceCode, Some(ANNA)));
    server.world(|world| {
        let scope = format!("openid profile offline_access {}/User.Read.All", server.origin);
        assert_eq!((&world.device_asked["scope"], &*world.device_asked["client_id"]), (&scope, CLIENT));
        assert_eq!(world.redeemed.len(), 2);
        for form in &world.redeemed {
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
    with_code(&server, &sign_in).await.unwrap();
    assert!(began.elapsed() >= Duration::from_secs(7), "one second, then six: {:?}", began.elapsed());
}

#[tokio::test]
async fn every_end_of_the_wait_has_its_own_name() {
    let cases = [
        ("authorization_declined", 0, What::Declined),
        ("expired_token", 70019, What::CodeExpired),
        ("bad_verification_code", 70018, What::Refused(Reason::CodeBad)),
        ("access_denied", 53003, What::Refused(Reason::AccessBlocked)),
        ("invalid_grant", 70008, What::Refused(Reason::GrantInvalid)),
    ];
    for (name, number, expected) in cases {
        let (server, sign_in) = Server::signed().await;
        server.then(error(name, number));
        let problem = with_code(&server, &sign_in).await.unwrap_err();
        assert_eq!(problem.what, expected, "{name}");
    }
    // RFC 8628's own error has no number.
    let (server, sign_in) = Server::signed().await;
    server.then(|_| Reply::Json(400, json!({ "error": "access_denied" })));
    assert_eq!(with_code(&server, &sign_in).await.unwrap_err().what, What::Declined);
}

#[tokio::test]
async fn a_server_that_is_away_for_a_moment_is_asked_again() {
    let (server, sign_in) = Server::signed().await;
    server.then(|_| Reply::Raw(503, ""));
    server.then(|known| Reply::Json(200, tokens(known)));
    assert!(with_code(&server, &sign_in).await.is_ok());
}

#[tokio::test]
async fn a_code_that_has_run_out_is_not_asked_about_any_more() {
    let (server, sign_in) = Server::signed().await;
    server.world(|world| {
        world.device = Some(Reply::Json(
            200,
            json!({
                "user_code": "A", "device_code": "B", "verification_uri": "https://microsoft.com/devicelogin",
                "expires_in": 1,
            }),
        ));
    });
    let problem = with_code(&server, &sign_in).await.unwrap_err();
    assert_eq!(problem.what, What::CodeExpired);
    assert!(server.world(|world| world.redeemed.is_empty()));
}

#[tokio::test]
async fn the_wait_can_be_cancelled() {
    let (_server, sign_in) = Server::signed().await;
    let cancel = CancellationToken::new();
    let code = sign_in.begin_code(&[], &cancel).await.unwrap();
    cancel.cancel();
    assert_eq!(sign_in.with_code(&code, &cancel).await.unwrap_err().what, What::Cancelled);
}

async fn not_begun(reply: Reply) -> Problem {
    let (server, sign_in) = Server::signed().await;
    server.world(|world| world.device = Some(reply));
    sign_in.begin_code(&[], &CancellationToken::new()).await.unwrap_err()
}

#[tokio::test]
async fn an_organisation_that_blocks_device_codes_says_so_when_one_is_asked_for() {
    let problem = not_begun(Reply::Json(400, refusal("access_denied", 53003))).await;
    assert_eq!(problem.what, What::Refused(Reason::AccessBlocked));
    let problem = not_begun(Reply::Json(400, refusal("invalid_client", 7_000_218))).await;
    assert_eq!(problem.what, What::Refused(Reason::NotPublicClient));
}

#[tokio::test]
async fn nobody_is_sent_to_a_page_that_is_not_encrypted() {
    let page = |page: &str| json!({ "user_code": "A", "device_code": "B", "verification_uri": page, "expires_in": 900 });
    let problem = not_begun(Reply::Json(200, page("http://microsoft.com/devicelogin"))).await;
    assert_eq!(problem.what, What::Untrusted("page"));
    for unreadable in [page("microsoft.com/devicelogin"), Value::Null] {
        let problem = not_begun(Reply::Json(200, unreadable)).await;
        assert!(matches!(problem.what, What::NotUnderstood(_)));
    }
}

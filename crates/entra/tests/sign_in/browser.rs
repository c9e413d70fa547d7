//! With the browser, from the question to the session.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use entra::{RefusalReason, SignInError, SignInErrorKind, SignInMethod, SignInRequest};
use internet::Obstacle;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio_util::sync::CancellationToken;

use crate::server::{
    ANNA, CAPABLE, CLIENT, Form, OTHER_TENANT, Reply, Server, TENANT, claims, consents, id_token, names,
    pages, query, request, tokens,
};

#[tokio::test]
async fn anna_signs_in_and_every_parameter_is_as_documented() {
    let (server, sign_in) = Server::signed().await;
    server.then(|known| Reply::Json(200, tokens(known)));
    let scopes = names(&["User.Read.All"]);
    let session = server.browse(&sign_in, request(&scopes), consents).await.unwrap();

    let (asked, redeemed) = server.state(|state| (state.asked.clone(), state.redeemed.pop().unwrap()));
    let redirect = asked["redirect_uri"].clone();
    let whole = format!("openid profile offline_access {}/User.Read.All", server.origin);
    let expected = [
        ("endpoint", format!("{}/{TENANT}/oauth2/v2.0/authorize", server.origin)),
        ("response_type", "code".to_owned()),
        ("response_mode", "query".to_owned()),
        ("client_id", CLIENT.to_owned()),
        ("scope", whole),
        ("code_challenge_method", "S256".to_owned()),
        ("prompt", "select_account".to_owned()),
        ("claims", CAPABLE.to_owned()),
    ];
    for (name, value) in expected {
        assert_eq!(asked[name], value, "{name}");
    }
    assert!(!asked.contains_key("login_hint"));
    let port = redirect.strip_prefix("http://localhost:").unwrap();
    assert!(port.parse::<u16>().is_ok(), "{redirect}");
    for random in ["state", "nonce", "code_challenge"] {
        assert!(asked[random].len() >= 43, "256 bits: {random}");
    }

    let verifier = &redeemed["code_verifier"];
    assert_eq!(asked["code_challenge"], URL_SAFE_NO_PAD.encode(Sha256::digest(verifier)), "RFC 7636, S256");
    let expected = [
        ("grant_type", "authorization_code"),
        ("code", "the-code"),
        ("client_id", CLIENT),
        ("claims", CAPABLE),
    ];
    for (name, value) in expected {
        assert_eq!(redeemed[name], value, "{name}");
    }
    assert_eq!(redeemed["redirect_uri"], redirect);
    assert!(!redeemed.contains_key("client_secret"), "a public client has none");

    assert_eq!((session.method(), session.tenant_id()), (SignInMethod::Browser, TENANT));
    assert_eq!(session.user_id().as_deref(), Some(ANNA));
    assert_eq!(session.user_name().as_deref(), Some("anna@contoso.example"));
    assert_eq!(session.scopes(), ["User.Read.All"], "bare names, and nothing about the sign-in itself");
    assert!(session.to_stored().is_some());
}

#[tokio::test]
async fn no_two_sign_ins_share_a_secret() {
    let (server, sign_in) = Server::signed().await;
    let mut seen: Vec<Form> = Vec::new();
    for _ in 0..2 {
        server.then(|known| Reply::Json(200, tokens(known)));
        server.browse(&sign_in, request(&[]), consents).await.unwrap();
        seen.push(server.state(|state| state.asked.clone()));
    }
    for name in ["state", "nonce", "code_challenge"] {
        assert_ne!(seen[0][name], seen[1][name], "{name}");
    }
}

#[tokio::test]
async fn who_signs_in_again_for_a_claims_challenge_chooses_no_account_and_the_challenge_goes_to_both_endpoints()
 {
    let (server, sign_in) = Server::signed().await;
    let session = server.session(&sign_in, &["User.Read.All"], 4000).await;
    let challenge = r#"{"access_token":{"acrs":{"essential":true,"value":"c1"}}}"#;
    let scopes = names(&["User.Read.All"]);
    server.then(|known| Reply::Json(200, tokens(known)));
    let open = server.person(consents);
    let cancel = CancellationToken::new();
    let again = sign_in.reauthenticate(&session, &scopes, Some(challenge), pages(), &open, &cancel).await;
    assert_eq!(again.unwrap().user_id().as_deref(), Some(ANNA));
    let merged = r#"{"access_token":{"acrs":{"essential":true,"value":"c1"},"xms_cc":{"values":["cp1"]}}}"#;
    server.state(|state| {
        assert_eq!((&*state.asked["claims"], &*state.redeemed[1]["claims"]), (merged, merged));
        assert_eq!(state.asked["login_hint"], "anna@contoso.example");
        assert!(!state.asked.contains_key("prompt"));
    });
}

#[tokio::test]
async fn a_challenge_that_is_none_is_never_sent_to_a_browser() {
    let (server, sign_in) = Server::signed().await;
    let request = SignInRequest { claims: Some("cp1"), ..request(&[]) };
    let problem = server.browse(&sign_in, request, consents).await.unwrap_err();
    assert_eq!(problem.kind, SignInErrorKind::Untrusted("claims"));
    assert!(server.state(|state| state.asked.is_empty()));
}

#[tokio::test]
async fn nobody_else_can_sign_in_where_the_same_person_has_to_sign_in_again() {
    let (server, sign_in) = Server::signed().await;
    let session = server.session(&sign_in, &["User.Read.All"], 4000).await;
    for other in [json!("bbbbbbbb-0000-4000-8000-000000000002"), Value::Null] {
        server.then(move |known| {
            let mut claims = claims(known);
            claims["oid"] = other;
            let mut answer = tokens(known);
            answer["id_token"] = json!(id_token(&claims));
            Reply::Json(200, answer)
        });
        let (open, cancel) = (server.person(consents), CancellationToken::new());
        let again = sign_in.reauthenticate(&session, &[], None, pages(), &open, &cancel).await;
        assert_eq!(again.unwrap_err().kind, SignInErrorKind::OtherUser);
    }
}

/// Signs in with an ID token in which one claim is different.
async fn with_claim(
    name: &'static str,
    value: impl FnOnce(&str) -> Value + Send + 'static,
) -> Result<(), SignInError> {
    let (server, sign_in) = Server::signed().await;
    server.then(move |known| {
        let mut claims = claims(known);
        claims[name] = value(&known.origin);
        let mut answer = tokens(known);
        answer["id_token"] = json!(id_token(&claims));
        Reply::Json(200, answer)
    });
    server.browse(&sign_in, request(&[]), consents).await.map(drop)
}

#[tokio::test]
async fn an_id_token_that_is_not_the_answer_to_our_question_is_not_believed() {
    let untrusted = |result: Result<(), SignInError>| result.unwrap_err().kind;
    assert_eq!(
        untrusted(with_claim("nonce", |_| json!("another")).await),
        SignInErrorKind::Untrusted("nonce")
    );
    assert_eq!(untrusted(with_claim("nonce", |_| Value::Null).await), SignInErrorKind::Untrusted("nonce"));
    assert_eq!(
        untrusted(with_claim("aud", |_| json!(OTHER_TENANT)).await),
        SignInErrorKind::Untrusted("audience")
    );
    assert_eq!(
        untrusted(with_claim("aud", |_| json!([CLIENT, "x"])).await),
        SignInErrorKind::Untrusted("audience")
    );
    let elsewhere =
        with_claim("iss", |_| json!(format!("https://login.microsoftonline.com/{TENANT}/v2.0"))).await;
    assert_eq!(untrusted(elsewhere), SignInErrorKind::Untrusted("issuer"));
    let neighbour = with_claim("iss", |origin| json!(format!("{origin}/{OTHER_TENANT}/v2.0"))).await;
    assert_eq!(untrusted(neighbour), SignInErrorKind::Untrusted("issuer"));
    let other = SignInErrorKind::OtherTenant { expected: TENANT.to_owned(), found: OTHER_TENANT.to_owned() };
    assert_eq!(untrusted(with_claim("tid", |_| json!(OTHER_TENANT)).await), other);
    assert_eq!(
        untrusted(with_claim("iat", |_| Value::Null).await.and(with_claim("exp", |_| json!(1)).await)),
        {
            // Made now and over since 1970: that can only be a mistake of the server's.
            SignInErrorKind::Untrusted("expiry")
        }
    );
    assert_eq!(with_claim("aud", |_| json!([CLIENT])).await, Ok(()), "a list of one is one");
    assert_eq!(
        with_claim("exp", |_| json!(jiff::Timestamp::now().as_second() - 60)).await,
        Ok(()),
        "clocks differ"
    );
}

#[tokio::test]
async fn a_token_made_this_moment_that_has_run_out_shows_our_clock_to_be_wrong() {
    let (server, sign_in) = Server::signed().await;
    server.then(|known| {
        let yesterday = jiff::Timestamp::now().as_second() - 24 * 3600;
        let mut claims = claims(known);
        (claims["iat"], claims["exp"]) = (json!(yesterday), json!(yesterday + 3600));
        let mut answer = tokens(known);
        answer["id_token"] = json!(id_token(&claims));
        Reply::Json(200, answer)
    });
    let problem = server.browse(&sign_in, request(&[]), consents).await.unwrap_err();
    let SignInErrorKind::Unanswered(unanswered) = problem.kind else { panic!("{problem:?}") };
    assert_eq!(unanswered.obstacle, Some(Obstacle::WrongClock { minutes: 24 * 60 }));
}

#[tokio::test]
async fn an_answer_of_another_issuer_is_not_redeemed() {
    let (server, sign_in) = Server::signed().await;
    let other =
        |asked: &Form| query(&[("code", "x"), ("state", &asked["state"]), ("iss", "https://evil.example")]);
    let problem = server.browse(&sign_in, request(&[]), other).await.unwrap_err();
    assert_eq!(problem.kind, SignInErrorKind::Untrusted("issuer"));
    assert!(server.state(|state| state.redeemed.is_empty()), "the code goes to nobody");
}

#[tokio::test]
async fn an_answer_without_code_and_without_error_is_not_understood() {
    let (server, sign_in) = Server::signed().await;
    let nothing = |asked: &Form| query(&[("state", &asked["state"])]);
    let problem = server.browse(&sign_in, request(&[]), nothing).await.unwrap_err();
    assert!(matches!(problem.kind, SignInErrorKind::NotUnderstood(_)), "{problem:?}");
}

#[tokio::test]
async fn what_is_refused_at_microsofts_page_is_told_apart() {
    let (server, sign_in) = Server::signed().await;
    let refused = |error: &'static str, words: &'static str, subcode: &'static str| {
        move |asked: &Form| {
            let mut answer = vec![("error", error), ("error_description", words), ("state", &asked["state"])];
            if !subcode.is_empty() {
                answer.push(("error_subcode", subcode));
            }
            query(&answer)
        }
    };
    let cases = [
        (
            refused("access_denied", "the user canceled the authentication", "cancel"),
            SignInErrorKind::Declined,
        ),
        (refused("access_denied", "", ""), SignInErrorKind::Declined),
        (
            refused("access_denied", "AADSTS65004: User declined to consent to access the app.", ""),
            SignInErrorKind::Refused(RefusalReason::ConsentDeclined),
        ),
        (
            refused("access_denied", "AADSTS50105: Your administrator has configured ...", ""),
            SignInErrorKind::Refused(RefusalReason::NotAssigned),
        ),
        (refused("temporarily_unavailable", "", ""), SignInErrorKind::Refused(RefusalReason::Busy)),
        (refused("login_required", "", ""), SignInErrorKind::Refused(RefusalReason::SilentFailed)),
        (
            refused("something_new", "AADSTS999999: New.", ""),
            SignInErrorKind::Refused(RefusalReason::Unknown),
        ),
    ];
    for (person, expected) in cases {
        let problem = server.browse(&sign_in, request(&[]), person).await.unwrap_err();
        assert_eq!(problem.kind, expected);
    }
}

#[tokio::test]
async fn a_browser_that_does_not_open_is_said_so_at_once() {
    let (_server, sign_in) = Server::signed().await;
    let broken = |_: &url::Url| Err("no browser".to_owned());
    let result = sign_in.with_browser(request(&[]), pages(), &broken, &CancellationToken::new()).await;
    assert_eq!(result.unwrap_err().kind, SignInErrorKind::BrowserNotOpened("no browser".to_owned()));
}

#[tokio::test]
async fn cancelling_ends_the_wait_for_the_person_and_the_wait_for_the_server() {
    let (server, sign_in) = Server::signed().await;
    let cancel = CancellationToken::new();
    let stop = cancel.clone();
    let idle = move |_: &url::Url| {
        stop.cancel();
        Ok(())
    };
    let result = sign_in.with_browser(request(&[]), pages(), &idle, &cancel).await;
    assert_eq!(result.unwrap_err().kind, SignInErrorKind::Cancelled);

    let cancel = CancellationToken::new();
    let stop = cancel.clone();
    server.then(move |known| {
        stop.cancel();
        Reply::Slow(std::time::Duration::from_mins(1), tokens(known))
    });
    let open = server.person(consents);
    let result = sign_in.with_browser(request(&[]), pages(), &open, &cancel).await;
    assert_eq!(result.unwrap_err().kind, SignInErrorKind::Cancelled);
}

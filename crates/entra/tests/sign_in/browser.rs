//! With the browser, from the question to the session.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use entra::{Problem, Reason, Way, What, Wish};
use internet::Obstacle;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio_util::sync::CancellationToken;

use crate::server::{
    ANNA, CAPABLE, CLIENT, Form, OTHER_TENANT, Reply, Server, TENANT, claims, consents, id_token, names,
    pages, query, tokens, wish,
};

#[tokio::test]
async fn anna_signs_in_and_every_parameter_is_as_documented() {
    let (server, sign_in) = Server::signed().await;
    server.then(|known| Reply::Json(200, tokens(known)));
    let scopes = names(&["User.Read.All"]);
    let session = server.browse(&sign_in, wish(&scopes), consents).await.unwrap();

    let (asked, redeemed) = server.world(|world| (world.asked.clone(), world.redeemed.pop().unwrap()));
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

    assert_eq!((session.way(), session.tenant_id()), (Way::Browser, TENANT));
    assert_eq!(session.user_id().as_deref(), Some(ANNA));
    assert_eq!(session.user_name().as_deref(), Some("anna@contoso.example"));
    assert_eq!(session.scopes(), ["User.Read.All"], "bare names, and nothing about the sign-in itself");
    assert!(session.kept().is_some());
}

#[tokio::test]
async fn no_two_sign_ins_share_a_secret() {
    let (server, sign_in) = Server::signed().await;
    let mut seen: Vec<Form> = Vec::new();
    for _ in 0..2 {
        server.then(|known| Reply::Json(200, tokens(known)));
        server.browse(&sign_in, wish(&[]), consents).await.unwrap();
        seen.push(server.world(|world| world.asked.clone()));
    }
    for name in ["state", "nonce", "code_challenge"] {
        assert_ne!(seen[0][name], seen[1][name], "{name}");
    }
}

#[tokio::test]
async fn whoever_proves_more_is_not_asked_for_an_account_and_the_proof_is_asked_for_twice() {
    let (server, sign_in) = Server::signed().await;
    server.then(|known| Reply::Json(200, tokens(known)));
    let challenge = r#"{"access_token":{"acrs":{"essential":true,"value":"c1"}}}"#;
    let scopes = names(&["User.Read.All"]);
    let wish = Wish {
        scopes: &scopes,
        claims: Some(challenge),
        login_hint: Some("anna@contoso.example"),
        expect_user: Some(ANNA),
    };
    server.browse(&sign_in, wish, consents).await.unwrap();
    let merged = r#"{"access_token":{"acrs":{"essential":true,"value":"c1"},"xms_cc":{"values":["cp1"]}}}"#;
    server.world(|world| {
        assert_eq!((&*world.asked["claims"], &*world.redeemed[0]["claims"]), (merged, merged));
        assert_eq!(world.asked["login_hint"], "anna@contoso.example");
        assert!(!world.asked.contains_key("prompt"));
    });
}

#[tokio::test]
async fn a_challenge_that_is_none_is_never_sent_to_a_browser() {
    let (server, sign_in) = Server::signed().await;
    let wish = Wish { claims: Some("cp1"), ..wish(&[]) };
    let problem = server.browse(&sign_in, wish, consents).await.unwrap_err();
    assert_eq!(problem.what, What::Untrusted("claims"));
    assert!(server.world(|world| world.asked.is_empty()));
}

#[tokio::test]
async fn somebody_else_cannot_step_in_where_anna_has_to_prove_more() {
    let (server, sign_in) = Server::signed().await;
    for other in [json!("bbbbbbbb-0000-4000-8000-000000000002"), Value::Null] {
        server.then(move |known| {
            let mut claims = claims(known);
            claims["oid"] = other;
            let mut answer = tokens(known);
            answer["id_token"] = json!(id_token(&claims));
            Reply::Json(200, answer)
        });
        let wish = Wish { expect_user: Some(ANNA), ..wish(&[]) };
        let problem = server.browse(&sign_in, wish, consents).await.unwrap_err();
        assert_eq!(problem.what, What::OtherUser);
    }
}

/// Signs in with an ID token in which one claim is different.
async fn with_claim(
    name: &'static str,
    value: impl FnOnce(&str) -> Value + Send + 'static,
) -> Result<(), Problem> {
    let (server, sign_in) = Server::signed().await;
    server.then(move |known| {
        let mut claims = claims(known);
        claims[name] = value(&known.origin);
        let mut answer = tokens(known);
        answer["id_token"] = json!(id_token(&claims));
        Reply::Json(200, answer)
    });
    server.browse(&sign_in, wish(&[]), consents).await.map(drop)
}

#[tokio::test]
async fn an_id_token_that_is_not_the_answer_to_our_question_is_not_believed() {
    let untrusted = |result: Result<(), Problem>| result.unwrap_err().what;
    assert_eq!(untrusted(with_claim("nonce", |_| json!("another")).await), What::Untrusted("nonce"));
    assert_eq!(untrusted(with_claim("nonce", |_| Value::Null).await), What::Untrusted("nonce"));
    assert_eq!(untrusted(with_claim("aud", |_| json!(OTHER_TENANT)).await), What::Untrusted("audience"));
    assert_eq!(untrusted(with_claim("aud", |_| json!([CLIENT, "x"])).await), What::Untrusted("audience"));
    let elsewhere =
        with_claim("iss", |_| json!(format!("https://login.microsoftonline.com/{TENANT}/v2.0"))).await;
    assert_eq!(untrusted(elsewhere), What::Untrusted("issuer"));
    let neighbour = with_claim("iss", |origin| json!(format!("{origin}/{OTHER_TENANT}/v2.0"))).await;
    assert_eq!(untrusted(neighbour), What::Untrusted("issuer"));
    let other = What::OtherTenant { expected: TENANT.to_owned(), found: OTHER_TENANT.to_owned() };
    assert_eq!(untrusted(with_claim("tid", |_| json!(OTHER_TENANT)).await), other);
    assert_eq!(
        untrusted(with_claim("iat", |_| Value::Null).await.and(with_claim("exp", |_| json!(1)).await)),
        {
            // Made now and over since 1970: that can only be a mistake of the server's.
            What::Untrusted("expiry")
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
    let problem = server.browse(&sign_in, wish(&[]), consents).await.unwrap_err();
    let What::Unanswered(unanswered) = problem.what else { panic!("{problem:?}") };
    assert_eq!(unanswered.obstacle, Some(Obstacle::WrongClock { minutes: 24 * 60 }));
}

#[tokio::test]
async fn an_answer_of_another_issuer_is_not_redeemed() {
    let (server, sign_in) = Server::signed().await;
    let other =
        |asked: &Form| query(&[("code", "x"), ("state", &asked["state"]), ("iss", "https://evil.example")]);
    let problem = server.browse(&sign_in, wish(&[]), other).await.unwrap_err();
    assert_eq!(problem.what, What::Untrusted("issuer"));
    assert!(server.world(|world| world.redeemed.is_empty()), "the code goes to nobody");
}

#[tokio::test]
async fn an_answer_without_code_and_without_error_is_not_understood() {
    let (server, sign_in) = Server::signed().await;
    let nothing = |asked: &Form| query(&[("state", &asked["state"])]);
    let problem = server.browse(&sign_in, wish(&[]), nothing).await.unwrap_err();
    assert!(matches!(problem.what, What::NotUnderstood(_)), "{problem:?}");
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
        (refused("access_denied", "the user canceled the authentication", "cancel"), What::Declined),
        (refused("access_denied", "", ""), What::Declined),
        (
            refused("access_denied", "AADSTS65004: User declined to consent to access the app.", ""),
            What::Refused(Reason::ConsentDeclined),
        ),
        (
            refused("access_denied", "AADSTS50105: Your administrator has configured ...", ""),
            What::Refused(Reason::NotAssigned),
        ),
        (refused("temporarily_unavailable", "", ""), What::Refused(Reason::Busy)),
        (refused("login_required", "", ""), What::Refused(Reason::SilentFailed)),
        (refused("something_new", "AADSTS999999: New.", ""), What::Refused(Reason::Unknown)),
    ];
    for (person, expected) in cases {
        let problem = server.browse(&sign_in, wish(&[]), person).await.unwrap_err();
        assert_eq!(problem.what, expected);
    }
}

#[tokio::test]
async fn a_browser_that_does_not_open_is_said_so_at_once() {
    let (_server, sign_in) = Server::signed().await;
    let broken = |_: &url::Url| Err("no browser".to_owned());
    let result = sign_in.with_browser(wish(&[]), pages(), &broken, &CancellationToken::new()).await;
    assert_eq!(result.unwrap_err().what, What::BrowserNotOpened("no browser".to_owned()));
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
    let result = sign_in.with_browser(wish(&[]), pages(), &idle, &cancel).await;
    assert_eq!(result.unwrap_err().what, What::Cancelled);

    let cancel = CancellationToken::new();
    let stop = cancel.clone();
    server.then(move |known| {
        stop.cancel();
        Reply::Slow(std::time::Duration::from_mins(1), tokens(known))
    });
    let open = server.person(consents);
    let result = sign_in.with_browser(wish(&[]), pages(), &open, &cancel).await;
    assert_eq!(result.unwrap_err().what, What::Cancelled);
}

//! The device flow.

use http::StatusCode;
use practice_server::DEFAULT_CLIENT;
use serde_json::{Value, json};

use crate::harness::{ANNA, Browser, Harness, OLGA, TENANT, app, granted, refusal};

const RFC_8628: &str = "urn:ietf:params:oauth:grant-type:device_code";

async fn begin(harness: &Harness) -> Value {
    let scope = harness.scope("User.Read").replace(':', "%3A").replace('/', "%2F");
    let body = format!("client_id={DEFAULT_CLIENT}&scope=openid+offline_access+{scope}");
    let (status, codes) = harness.post(&format!("/{TENANT}/oauth2/v2.0/devicecode"), body).await;
    assert_eq!(status, StatusCode::OK, "{codes}");
    codes
}

async fn poll(harness: &Harness, codes: &Value, grant: &str) -> (StatusCode, Value) {
    harness.token(&[("grant_type", grant), ("device_code", codes["device_code"].as_str().unwrap())]).await
}

async fn enter<'a>(harness: &'a Harness, codes: &Value) -> Browser<'a> {
    let mut browser = harness.browser();
    browser.open(codes["verification_uri"].as_str().unwrap()).await;
    browser.press("next", &[("user_code", codes["user_code"].as_str().unwrap())]).await;
    browser
}

#[tokio::test]
async fn a_device_waits_until_its_person_has_signed_in_elsewhere() {
    let harness = Harness::new().await;
    for grant in [RFC_8628, "device_code"] {
        let codes = begin(&harness).await;
        assert_eq!((&codes["expires_in"], &codes["interval"]), (&json!(900), &json!(5)));
        let message = codes["message"].as_str().unwrap();
        assert!(message.contains(codes["user_code"].as_str().unwrap()), "{message}");
        let (status, body) = poll(&harness, &codes, grant).await;
        assert_eq!((status, refusal(&body)), (StatusCode::BAD_REQUEST, ("authorization_pending", 70016, "")));

        let mut browser = enter(&harness, &codes).await;
        assert_eq!(browser.through(ANNA).await, ["account", "confirm", "done"]);
        let (status, tokens) = poll(&harness, &codes, grant).await;
        assert_eq!(status, StatusCode::OK, "{tokens}");
        assert_eq!(harness.graph(&tokens, "/me").await.0, StatusCode::OK);
        let (_, body) = poll(&harness, &codes, grant).await;
        assert_eq!(refusal(&body), ("bad_verification_code", 70018, ""), "once");
    }
}

/// MSAL sends the claims of a challenge when it polls, not when it asks for the code.
#[tokio::test]
async fn a_device_answers_a_challenge_with_the_claims_of_its_poll() {
    let harness = Harness::new().await;
    let faults =
        json!({ "version": 1, "faults": [{ "method": "GET", "path": "/me", "nth": 1, "do": "claims" }] });
    harness.tenant.set_faults(practice::FaultFile::read(&faults.to_string()).unwrap());
    let claims = r#"{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}"#;
    for (with, wanted) in
        [("", StatusCode::UNAUTHORIZED), ("", StatusCode::UNAUTHORIZED), (claims, StatusCode::OK)]
    {
        let codes = begin(&harness).await;
        enter(&harness, &codes).await.through(ANNA).await;
        let device_code = codes["device_code"].as_str().unwrap();
        let (_, tokens) =
            harness.token(&[("grant_type", RFC_8628), ("device_code", device_code), ("claims", with)]).await;
        assert_eq!(harness.graph(&tokens, "/me").await.0, wanted, "{tokens}");
    }
}

#[tokio::test]
async fn declining_tells_the_device() {
    let harness = Harness::new().await;
    let codes = begin(&harness).await;
    let mut browser = enter(&harness, &codes).await;
    browser.press("next", &[("username", ANNA)]).await.press("cancel", &[]).await;
    assert_eq!(browser.page(), "declined");
    let (_, body) = poll(&harness, &codes, RFC_8628).await;
    assert_eq!(body["error"], "authorization_declined");
    let again = enter(&harness, &codes).await;
    assert_eq!((again.page().as_str(), again.aadsts()), ("code", Some(90120)));
}

#[tokio::test]
async fn somebody_who_may_not_grant_it_declines_for_the_device_too() {
    let harness = Harness::with(json!({ "version": 1, "userConsent": "none" })).await;
    let codes = begin(&harness).await;
    let mut browser = enter(&harness, &codes).await;
    assert_eq!(browser.through(OLGA).await, ["account", "approval"]);
    browser.press("cancel", &[]).await;
    assert_eq!(browser.page(), "declined");
    let (_, body) = poll(&harness, &codes, RFC_8628).await;
    assert_eq!(body["error"], "authorization_declined");
}

#[tokio::test]
async fn a_code_lives_fifteen_minutes() {
    let harness = Harness::new().await;
    let codes = begin(&harness).await;
    harness.clock.advance(899);
    assert_eq!(poll(&harness, &codes, RFC_8628).await.1["error"], "authorization_pending");
    harness.clock.advance(1);
    let (_, body) = poll(&harness, &codes, RFC_8628).await;
    assert_eq!(refusal(&body), ("expired_token", 70019, ""));
    let late = enter(&harness, &codes).await;
    assert_eq!((late.page().as_str(), late.aadsts()), ("code", Some(70019)));
}

#[tokio::test]
async fn a_code_that_was_mistyped_is_asked_for_again_and_small_letters_do() {
    let harness = Harness::new().await;
    let codes = begin(&harness).await;
    let mut browser = harness.browser();
    browser
        .open(&format!("{}/devicelogin", harness.base))
        .await
        .press("next", &[("user_code", "AAAAAAAAA")])
        .await;
    assert_eq!((browser.page().as_str(), browser.aadsts()), ("code", Some(70018)));
    let small = format!(" {} ", codes["user_code"].as_str().unwrap().to_lowercase());
    browser.press("next", &[("user_code", &small)]).await;
    assert_eq!(browser.page(), "account");
    let unknown = json!({ "device_code": "unknown" });
    assert_eq!(poll(&harness, &unknown, RFC_8628).await.1["error"], "bad_verification_code");
}

/// RFC 8628, 3.5; Microsoft documents no such answer, so it is off unless wished for.
#[tokio::test]
async fn polling_too_fast_is_slowed_down_only_where_that_is_wished() {
    let mut plan = granted(&["User.Read"]);
    let patient = Harness::with(plan.clone()).await;
    let codes = begin(&patient).await;
    for _ in 0..3 {
        assert_eq!(poll(&patient, &codes, RFC_8628).await.1["error"], "authorization_pending");
    }
    plan["slowDown"] = json!(true);
    let harness = Harness::with(plan).await;
    let codes = begin(&harness).await;
    for (after, error) in [
        (0, "authorization_pending"),
        (5, "authorization_pending"),
        (4, "slow_down"),
        (9, "slow_down"),
        (15, "authorization_pending"),
    ] {
        harness.clock.advance(after);
        assert_eq!(poll(&harness, &codes, RFC_8628).await.1["error"], error, "after {after} s");
    }
}

#[tokio::test]
async fn a_device_code_needs_a_public_client_and_a_scope() {
    let harness =
        Harness::with(json!({ "version": 1, "apps": [app(json!({ "publicClient": false }))] })).await;
    let path = format!("/{TENANT}/oauth2/v2.0/devicecode");
    let (status, body) = harness.post(&path, format!("client_id={DEFAULT_CLIENT}&scope=User.Read")).await;
    assert_eq!((status, refusal(&body)), (StatusCode::UNAUTHORIZED, ("invalid_client", 7_000_218, "")));
    let public = Harness::new().await;
    let (_, body) = public.post(&path, format!("client_id={DEFAULT_CLIENT}")).await;
    assert_eq!(refusal(&body), ("invalid_request", 900_144, ""));
}

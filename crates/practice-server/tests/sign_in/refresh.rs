//! Refresh tokens: 90 days, rolling, and the old ones stay valid.

use http::StatusCode;
use serde_json::json;

use crate::common;
use crate::harness::{ANNA, GIJS, Harness, app, refusal};

const DAY: i64 = 24 * 60 * 60;

#[tokio::test]
async fn every_refresh_gives_a_new_token_and_leaves_the_old_one_valid() {
    let harness = Harness::new().await;
    let first = harness.tokens(ANNA, &[]).await;
    let (_, second) = harness.refresh(&first, &[]).await;
    let (status, third) = harness.refresh(&first, &[]).await;
    assert_eq!(status, StatusCode::OK);
    assert_ne!(first["refresh_token"], second["refresh_token"]);
    assert_ne!(second["refresh_token"], third["refresh_token"]);
    for tokens in [&first, &second, &third] {
        assert_eq!(harness.graph(tokens, "/me").await.0, StatusCode::OK);
    }
}

#[tokio::test]
async fn ninety_days_are_counted_from_the_last_use() {
    let harness = Harness::new().await;
    let first = harness.tokens(ANNA, &[]).await;
    harness.clock.advance(89 * DAY);
    let (status, second) = harness.refresh(&first, &[]).await;
    assert_eq!(status, StatusCode::OK, "{second}");
    harness.clock.advance(89 * DAY);
    let (status, _) = harness.refresh(&second, &[]).await;
    assert_eq!(status, StatusCode::OK);
    harness.clock.advance(DAY);
    let (_, body) = harness.refresh(&second, &[]).await;
    assert_eq!(refusal(&body), ("invalid_grant", 700_082, ""));
}

#[tokio::test]
async fn other_permissions_come_silently_as_far_as_they_were_granted() {
    let harness = Harness::with(json!({ "version": 1, "apps": [app(json!({
        "consentedForAll": ["User.Read", "User.Read.All"], "permissions": ["User.Read"] }))] }))
    .await;
    let tokens = harness.tokens(ANNA, &[]).await;
    for granted in ["User.Read.All", "user.read.all", ".default", "openid"] {
        let (status, body) = harness.refresh(&tokens, &[("scope", granted)]).await;
        assert_eq!(status, StatusCode::OK, "{granted}: {body}");
    }
    let (status, body) = harness.refresh(&tokens, &[("scope", "User.Invite.All")]).await;
    assert_eq!(
        (status, refusal(&body)),
        (StatusCode::BAD_REQUEST, ("invalid_grant", 65001, "consent_required"))
    );
}

/// Anna is deleted, or blocked, while the refresh token lives on.
#[tokio::test]
async fn whoever_is_gone_or_blocked_gets_no_new_token() {
    let plan = || {
        json!({ "version": 1, "apps": [app(json!({ "consentedForAll":
            ["User.Read", "User.DeleteRestore.All", "User.EnableDisableAccount.All", "User.ReadWrite.All"] }))] })
    };
    let table = [("DELETE", None, 50034), ("PATCH", Some(json!({ "accountEnabled": false })), 50057)];
    for (method, body, number) in table {
        let harness = Harness::with(plan()).await;
        let anna = harness.tokens(ANNA, &[]).await;
        let gijs = harness.tokens(GIJS, &[]).await;
        let url = format!("{}/v1.0/users/{}", harness.base, common::ANNA);
        let mut request = harness.client.request(method.parse().unwrap(), url);
        request = request.bearer_auth(gijs["access_token"].as_str().unwrap());
        if let Some(body) = body {
            request = request.header("content-type", "application/json").body(body.to_string());
        }
        assert_eq!(request.send().await.unwrap().status(), StatusCode::NO_CONTENT, "{method}");
        let (_, refused) = harness.refresh(&anna, &[]).await;
        assert_eq!(refusal(&refused), ("invalid_grant", number, ""));

        let mut browser = harness.browser();
        browser.open(&harness.authorize(&[])).await.press("next", &[("username", ANNA)]).await;
        assert_eq!(
            (browser.page().as_str(), browser.aadsts()),
            ("account", Some(u32::try_from(number).unwrap()))
        );
    }
}

#[tokio::test]
async fn a_refresh_token_is_its_apps_own() {
    let other = "6f0e8b8e-1111-4000-8000-000000000000";
    let harness = Harness::with(json!({ "version": 1, "apps": [
        app(json!({ "consentedForAll": ["User.Read"] })), app(json!({ "clientId": other })) ] }))
    .await;
    let tokens = harness.tokens(ANNA, &[]).await;
    let (_, body) = harness.refresh(&tokens, &[("client_id", other)]).await;
    assert_eq!(refusal(&body), ("invalid_grant", 70000, ""));
}

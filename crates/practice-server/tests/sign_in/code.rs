//! The code flow: what comes of it, and everything that is refused on the way.

use http::StatusCode;
use practice_server::DEFAULT_CLIENT;
use serde_json::{Value, json};

use crate::common;
use crate::harness::{
    ANNA, CHALLENGE, Fields, Harness, OLGA, REDIRECT, TENANT, VERIFIER, app, claims_of, granted, refusal,
};

#[tokio::test]
async fn a_person_signs_in_and_graph_opens() {
    let harness = Harness::new().await;
    let mut browser = harness.browser();
    let echoed = "unchanged: \"<&%=#";
    browser.open(&harness.authorize(&[("state", echoed)])).await;
    assert_eq!(browser.through(ANNA).await, ["account"]);
    let mut sent = browser.sent_back();
    assert_eq!(sent["state"], echoed);

    let (status, tokens) = harness.redeem(&sent.remove("code").unwrap(), &[("client_info", "1")]).await;
    assert_eq!(status, StatusCode::OK, "{tokens}");
    assert_eq!(tokens["token_type"], "Bearer");
    let scope = format!("openid profile {}", harness.scope("User.Read User.Read.All"));
    assert_eq!(tokens["scope"], scope, "all that was granted, named as it was asked for");
    let life = tokens["expires_in"].as_i64().unwrap();
    assert!((3600..=5400).contains(&life), "{life}");
    let person = claims_of(&json!(format!(".{}", tokens["client_info"].as_str().unwrap())));
    assert_eq!(person, json!({ "uid": common::ANNA, "utid": TENANT }));

    let claims = claims_of(&tokens["id_token"]);
    for (name, value) in [
        ("aud", DEFAULT_CLIENT),
        ("iss", &format!("{}/{TENANT}/v2.0", harness.base)),
        ("name", "Anna Bakker"),
        ("nonce", "n"),
        ("oid", common::ANNA),
        ("preferred_username", ANNA),
        ("tid", TENANT),
        ("ver", "2.0"),
    ] {
        assert_eq!(claims[name], value, "{name}");
    }
    assert_ne!(claims["sub"], claims["oid"], "the subject is the app's own name for the person");

    let (status, _, me) = harness.graph(&tokens, "/me?$select=userPrincipalName").await;
    assert_eq!((status, &me["userPrincipalName"]), (StatusCode::OK, &json!(ANNA)));
    let context = me["@odata.context"].as_str().unwrap();
    assert!(context.starts_with(&harness.base), "links say https: {context}");
}

#[tokio::test]
async fn the_token_opens_what_its_scopes_allow() {
    let harness = Harness::with(granted(&["User.Read"])).await;
    let tokens = harness.tokens(ANNA, &[]).await;
    let (status, ..) = harness.graph(&tokens, "/me").await;
    assert_eq!(status, StatusCode::OK);
    let (status, _, body) = harness.graph(&tokens, "/groups").await;
    assert_eq!(
        (status, &body["error"]["code"]),
        (StatusCode::FORBIDDEN, &json!("Authorization_RequestDenied"))
    );
}

/// Olga is no User Administrator; Anna is.
#[tokio::test]
async fn the_token_opens_what_the_roles_of_its_account_allow() {
    let harness = Harness::with(granted(&["User.Read", "User.DeleteRestore.All"])).await;
    for (user_name, expected) in [(OLGA, StatusCode::FORBIDDEN), (ANNA, StatusCode::NO_CONTENT)] {
        let tokens = harness.tokens(user_name, &[]).await;
        let request = harness.client.delete(format!("{}/v1.0/users/{}", harness.base, common::PIETER));
        let response = request.bearer_auth(tokens["access_token"].as_str().unwrap()).send().await.unwrap();
        assert_eq!(response.status(), expected, "{user_name}");
    }
}

#[tokio::test]
async fn a_token_ends_when_it_said_it_would() {
    let harness = Harness::with(json!({ "version": 1, "accessTokenMinutes": 5, "apps": [app(json!({
        "consentedForAll": ["User.Read"] }))] }))
    .await;
    let tokens = harness.tokens(ANNA, &[]).await;
    assert_eq!(tokens["expires_in"], 300);
    harness.clock.advance(299);
    assert_eq!(harness.graph(&tokens, "/me").await.0, StatusCode::OK);
    harness.clock.advance(1);
    let (status, _, body) = harness.graph(&tokens, "/me").await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert_eq!(body["error"]["code"], "InvalidAuthenticationToken");
}

#[tokio::test]
async fn what_was_not_issued_here_does_not_open_graph() {
    let harness = Harness::new().await;
    for token in ["practice.user-admin", "eyJ0eXAiOiJKV1QifQ.e30.x", "1.code"] {
        let (status, _, body) = harness.graph(&json!({ "access_token": token }), "/me").await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{token}: {body}");
    }
    let open =
        Harness::on(common::TestClock::new(), granted(&[]), practice_server::SignIn::with_personas).await;
    let (status, ..) = open.graph(&json!({ "access_token": "practice.user-admin" }), "/me").await;
    assert_eq!(status, StatusCode::OK, "personas are let in where that is wished");
}

/// Until it is known that the app may be told, only the person sees what is wrong.
#[tokio::test]
async fn some_refusals_are_a_page_and_never_a_redirect() {
    let harness = Harness::with(json!({ "version": 1, "apps": [app(json!({
        "redirectUris": ["http://localhost/auth", "https://contoso.example/back"] }))] }))
    .await;
    let fine = ("redirect_uri", "http://localhost:1/auth");
    let table: &[(&str, &Fields<'_>, u32)] = &[
        (TENANT, &[fine, ("client_id", "")], 900_144),
        (TENANT, &[fine, ("client_id", "6f0e8b8e-0000-4000-8000-000000000000")], 700_016),
        ("fabrikam.com", &[fine], 90002),
        ("organizations", &[fine], 50194),
        (TENANT, &[("redirect_uri", "")], 900_971),
        (TENANT, &[("redirect_uri", "http://localhost:51234/Auth")], 50011),
        (TENANT, &[("redirect_uri", "http://localhost:51234/auth/")], 50011),
        (TENANT, &[("redirect_uri", "http://localhost:51234/auth?x=1")], 50011),
        (TENANT, &[("redirect_uri", "http://127.0.0.1:51234/auth")], 50011),
        (TENANT, &[("redirect_uri", "http://localhost.evil.example/auth")], 50011),
        (TENANT, &[("redirect_uri", "http://u@localhost:51234/auth")], 50011),
        (TENANT, &[("redirect_uri", "https://contoso.example:444/back")], 50011),
    ];
    for (tenant, changes, number) in table {
        let mut browser = harness.browser();
        browser.open(&harness.authorize(changes).replace(TENANT, tenant)).await;
        assert_eq!((browser.page().as_str(), browser.aadsts()), ("error", Some(*number)), "{changes:?}");
        assert!(browser.sent.is_none());
    }
    for fits in ["http://localhost:1/auth", "http://localhost/auth", "https://contoso.example/back"] {
        let mut browser = harness.browser();
        browser.open(&harness.authorize(&[("redirect_uri", fits)])).await;
        assert_eq!(browser.page(), "account", "{fits}");
    }
}

#[tokio::test]
async fn other_refusals_go_back_to_the_app_with_its_state() {
    let harness = Harness::new().await;
    let foreign = "https://graph.contoso.example/User.Read";
    let table: &[(&Fields<'_>, &str, u32)] = &[
        (&[("response_type", "")], "invalid_request", 900_144),
        (&[("response_type", "token")], "unsupported_response_type", 70005),
        (&[("response_type", "code id_token")], "unsupported_response_type", 70005),
        (&[("response_mode", "carrier_pigeon")], "invalid_request", 70007),
        (&[("scope", "")], "invalid_request", 900_144),
        (&[("scope", "User.Fly.All")], "invalid_client", 650_053),
        (&[("scope", foreign)], "invalid_resource", 500_011),
        (&[("prompt", "none")], "login_required", 50058),
        (&[("prompt", "perhaps")], "invalid_request", 90023),
        (&[("claims", "{")], "invalid_request", 90100),
        (&[("code_challenge", "")], "invalid_request", 501_491),
        (&[("code_challenge", "short")], "invalid_request", 501_491),
        (&[("code_challenge_method", "S512")], "invalid_request", 90100),
    ];
    for (changes, error, number) in table {
        let mut browser = harness.browser();
        browser.open(&harness.authorize(changes)).await;
        assert_eq!(browser.status, StatusCode::FOUND, "{changes:?}: {}", browser.text);
        let sent = browser.sent_back();
        assert_eq!((sent["error"].as_str(), sent["state"].as_str()), (*error, "s"), "{changes:?}");
        let description = &sent["error_description"];
        assert!(description.starts_with(&format!("AADSTS{number}: ")), "{changes:?}: {description}");
        assert!(
            description.contains("Trace ID: ") && description.contains("Correlation ID: "),
            "{description}"
        );
    }
}

#[tokio::test]
async fn the_answer_travels_as_the_app_wishes() {
    let harness = Harness::new().await;
    let mut browser = harness.browser();
    browser.open(&harness.authorize(&[("response_mode", "fragment")])).await.through(ANNA).await;
    let to = browser.sent.as_ref().unwrap();
    assert!(to.query().is_none() && to.fragment().unwrap().starts_with("code="), "{to}");

    let mut browser = harness.browser();
    browser.open(&harness.authorize(&[("response_mode", "form_post"), ("state", "\"><i>")])).await;
    browser.through(ANNA).await;
    assert_eq!(browser.page(), "post-back");
    assert!(browser.text.contains("name=\"state\" value=\"&quot;&gt;&lt;i&gt;\""), "{}", browser.text);
    assert!(browser.text.contains("action=\"http://localhost:51234/\""), "{}", browser.text);
}

#[tokio::test]
async fn a_code_is_redeemed_once_in_time_and_by_whoever_asked_for_it() {
    let harness = Harness::new().await;
    let other = "http://localhost:51235";
    let wrong = "EBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    let table: &[(&str, &Fields<'_>, &str, u64)] = &[
        ("another verifier", &[("code_verifier", wrong)], "invalid_grant", 501_481),
        ("no verifier", &[("code_verifier", "")], "invalid_grant", 501_481),
        ("the challenge as verifier", &[("code_verifier", CHALLENGE)], "invalid_grant", 501_481),
        ("another redirect", &[("redirect_uri", other)], "invalid_grant", 500_112),
        ("no redirect", &[("redirect_uri", "")], "invalid_request", 900_144),
        ("another code", &[("code", "1.another")], "invalid_grant", 9_002_313),
        ("no code", &[("code", "")], "invalid_request", 900_144),
        ("a secret", &[("client_secret", "x")], "invalid_client", 700_025),
        ("a password grant", &[("grant_type", "password")], "unsupported_grant_type", 70003),
        ("no grant", &[("grant_type", "")], "invalid_request", 900_144),
        (
            "another app",
            &[("client_id", "6f0e8b8e-0000-4000-8000-000000000000")],
            "unauthorized_client",
            700_016,
        ),
    ];
    let mut browser = harness.browser();
    browser.open(&harness.authorize(&[])).await.through(ANNA).await;
    let code = browser.sent_back().remove("code").unwrap();
    for (what, changes, error, number) in table {
        let (_, body) = harness.redeem(&code, changes).await;
        assert_eq!(refusal(&body), (*error, *number, ""), "{what}: {body}");
    }
    let (status, _) = harness.redeem(&code, &[]).await;
    assert_eq!(status, StatusCode::OK, "none of these used it up");
    let (status, body) = harness.redeem(&code, &[]).await;
    assert_eq!((status, refusal(&body)), (StatusCode::BAD_REQUEST, ("invalid_grant", 54005, "")));

    let mut browser = harness.browser();
    browser.open(&harness.authorize(&[])).await.through(ANNA).await;
    let code = browser.sent_back().remove("code").unwrap();
    harness.clock.advance(600);
    let (_, body) = harness.redeem(&code, &[]).await;
    assert_eq!(refusal(&body), ("invalid_grant", 70008, ""));
}

#[tokio::test]
async fn a_plain_challenge_is_its_own_verifier_and_none_needs_none() {
    let harness = Harness::new().await;
    let plain = [("code_challenge", VERIFIER), ("code_challenge_method", "plain")];
    let unsaid = [("code_challenge", VERIFIER), ("code_challenge_method", "")];
    let none = [("code_challenge", ""), ("code_challenge_method", "")];
    for changes in [plain, unsaid, none] {
        let tokens = harness.tokens(ANNA, &changes).await;
        assert!(tokens["access_token"].is_string());
    }
}

/// The shape that Microsoft's page on error codes shows.
#[tokio::test]
async fn a_refusal_has_entras_shape() {
    let harness = Harness::new().await;
    let (status, body) = harness.redeem("1.unknown", &[]).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    let names: Vec<&str> = body.as_object().unwrap().keys().map(String::as_str).collect();
    let wanted =
        ["error", "error_description", "error_codes", "timestamp", "trace_id", "correlation_id", "error_uri"];
    assert_eq!(names, wanted);
    assert_eq!(body["timestamp"], "2026-11-22 12:00:00Z");
    let description = format!(
        "AADSTS9002313: Invalid request. Request is malformed or invalid.\r\nTrace ID: {}\r\nCorrelation ID: {}\r\n\
         Timestamp: 2026-11-22 12:00:00Z",
        body["trace_id"].as_str().unwrap(),
        body["correlation_id"].as_str().unwrap()
    );
    assert_eq!(body["error_description"], description);
}

#[tokio::test]
async fn what_the_app_calls_its_request_comes_back() {
    let harness = Harness::new().await;
    let id = "0f8fad5b-d9cb-469f-a165-70867728950e";
    let (_, body) = harness.redeem("1.unknown", &[("client-request-id", id)]).await;
    assert_eq!(body["correlation_id"], id);
    let (_, body) = harness.redeem("1.unknown", &[("client-request-id", "<script>")]).await;
    assert_ne!(body["correlation_id"], "<script>");
}

#[tokio::test]
async fn an_app_that_is_not_public_gets_no_tokens() {
    let harness = Harness::with(json!({ "version": 1, "apps": [app(json!({
        "publicClient": false, "consentedForAll": ["User.Read"] }))] }))
    .await;
    let mut browser = harness.browser();
    browser.open(&harness.authorize(&[])).await.through(ANNA).await;
    let code = browser.sent_back().remove("code").unwrap();
    let (status, body) = harness.redeem(&code, &[]).await;
    assert_eq!((status, refusal(&body)), (StatusCode::UNAUTHORIZED, ("invalid_client", 7_000_218, "")));
}

#[tokio::test]
async fn without_offline_access_and_openid_there_is_an_access_token_only() {
    let harness = Harness::new().await;
    let tokens = harness.tokens(ANNA, &[("scope", "User.Read")]).await;
    assert_eq!(tokens["scope"], "User.Read User.Read.All", "bare names are answered with bare names");
    assert_eq!((&tokens["refresh_token"], &tokens["id_token"]), (&Value::Null, &Value::Null));
    let only_person = harness.tokens(ANNA, &[("scope", "openid")]).await;
    assert!(claims_of(&only_person["id_token"])["name"].is_null(), "no profile, no name");
    assert_eq!(only_person["expires_in"], only_person["ext_expires_in"]);
    assert!(harness.authorize(&[]).contains(&REDIRECT.replace(':', "%3A").replace('/', "%2F")));
}

#[tokio::test]
async fn another_resource_has_tokens_of_its_own_which_do_not_open_graph() {
    let mut plan = granted(&["User.Read"]);
    plan["resources"] = json!(["https://management.contoso.example/"]);
    let harness = Harness::with(plan).await;
    let scope = "openid offline_access https://management.contoso.example//.default";
    let tokens = harness.tokens(ANNA, &[("scope", scope)]).await;
    assert_eq!(tokens["scope"], "openid https://management.contoso.example//.default");
    assert_eq!(claims_of(&tokens["access_token"])["aud"], "https://management.contoso.example/");
    assert_eq!(harness.graph(&tokens, "/me").await.0, StatusCode::UNAUTHORIZED);
    let (_, body) = harness.refresh(&tokens, &[("scope", &format!("{scope} User.Read"))]).await;
    assert_eq!(refusal(&body), ("invalid_request", 28000, ""), "one resource at a time");
    let (status, graph) = harness.refresh(&tokens, &[("scope", "User.Read")]).await;
    assert_eq!(status, StatusCode::OK, "{graph}");
    assert_eq!(harness.graph(&graph, "/me").await.0, StatusCode::OK);
}

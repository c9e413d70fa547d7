//! Claims challenges, second proofs, and refusals on demand.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::StatusCode;
use practice::FaultFile;
use serde_json::{Value, json};

use crate::common::TestClock;
use crate::harness::{ANNA, Fields, GIJS, Harness, granted, refusal};

fn challenge_me(harness: &Harness) {
    let faults =
        json!({ "version": 1, "faults": [{ "method": "GET", "path": "/me", "nth": 1, "do": "claims" }] });
    harness.tenant.set_faults(FaultFile::read(&faults.to_string()).unwrap());
}

fn claims_in(headers: &http::HeaderMap) -> String {
    let header = headers["www-authenticate"].to_str().unwrap();
    assert!(header.contains("error=\"insufficient_claims\""), "{header}");
    let encoded = header.split_once("claims=\"").unwrap().1.trim_end_matches('"');
    String::from_utf8(STANDARD.decode(encoded).unwrap()).unwrap()
}

#[tokio::test]
async fn a_challenge_is_answered_only_by_a_sign_in_with_its_claims() {
    let harness = Harness::new().await;
    let tokens = harness.tokens(ANNA, &[]).await;
    let others = harness.tokens(GIJS, &[]).await;
    harness.clock.advance(60);
    challenge_me(&harness);
    let (status, headers, _) = harness.graph(&tokens, "/me").await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    let claims = claims_in(&headers);

    let (status, headers, _) = harness.graph(&tokens, "/users").await;
    assert_eq!(
        (status, claims_in(&headers)),
        (StatusCode::UNAUTHORIZED, claims.clone()),
        "it is not forgotten"
    );
    assert_eq!(harness.graph(&others, "/me").await.0, StatusCode::OK, "nobody else is meant");
    for with in [&[("claims", claims.as_str())] as &Fields<'_>, &[]] {
        let (_, body) = harness.refresh(&tokens, with).await;
        assert_eq!(refusal(&body), ("invalid_grant", 50173, ""), "the session is over: {body}");
    }
    harness.clock.advance(60);
    let unasked = harness.tokens(ANNA, &[]).await;
    assert_eq!(harness.graph(&unasked, "/me").await.0, StatusCode::UNAUTHORIZED, "a sign-in without them");

    // MSAL and we send our capabilities along.
    let mut merged: Value = serde_json::from_str(&claims).unwrap();
    merged["access_token"]["xms_cc"] = json!({ "values": ["cp1"] });
    let answered = harness.tokens(ANNA, &[("claims", &merged.to_string())]).await;
    assert_eq!(harness.graph(&answered, "/me").await.0, StatusCode::OK);
    let (status, renewed) = harness.refresh(&answered, &[]).await;
    assert_eq!(status, StatusCode::OK, "{renewed}");
    assert_eq!(
        harness.graph(&renewed, "/me").await.0,
        StatusCode::OK,
        "what it is renewed with answers it too"
    );
    assert_eq!(harness.graph(&tokens, "/me").await.0, StatusCode::UNAUTHORIZED, "the old token never does");
}

#[tokio::test]
async fn a_persona_is_challenged_once() {
    let harness = Harness::on(TestClock::new(), granted(&[]), practice_server::SignIn::with_personas).await;
    let persona = json!({ "access_token": "practice.user-admin" });
    challenge_me(&harness);
    assert_eq!(harness.graph(&persona, "/me").await.0, StatusCode::UNAUTHORIZED);
    assert_eq!(harness.graph(&persona, "/me").await.0, StatusCode::OK);
}

#[tokio::test]
async fn claims_lead_to_a_proof_and_capabilities_do_not() {
    let harness = Harness::new().await;
    let capable = r#"{"access_token":{"xms_cc":{"values":["cp1"]}}}"#;
    let step_up = r#"{"access_token":{"acrs":{"essential":true,"value":"c1"},"xms_cc":{"values":["cp1"]}}}"#;
    let table: [(&str, &[&str]); 3] =
        [("", &["account"]), (capable, &["account"]), (step_up, &["account", "proof"])];
    for (claims, pages) in table {
        let mut browser = harness.browser();
        browser.open(&harness.authorize(&[("claims", claims)])).await;
        assert_eq!(browser.through(ANNA).await, pages, "{claims}");
    }
    let tokens = harness.tokens(ANNA, &[("claims", capable)]).await;
    let (status, _) = harness.refresh(&tokens, &[("claims", capable)]).await;
    assert_eq!(status, StatusCode::OK);
    let (_, body) = harness.refresh(&tokens, &[("claims", step_up)]).await;
    assert_eq!(refusal(&body), ("interaction_required", 50076, "basic_action"));
    let echoed: Value = serde_json::from_str(body["claims"].as_str().unwrap()).unwrap();
    assert_eq!(echoed, serde_json::from_str::<Value>(step_up).unwrap());
    let proved = harness.tokens(ANNA, &[("claims", step_up)]).await;
    let (status, _) = harness.refresh(&proved, &[("claims", step_up)]).await;
    assert_eq!(status, StatusCode::OK, "it was proved for this sign-in");
}

#[tokio::test]
async fn with_multi_factor_everybody_is_asked_to_approve_and_may_stop_there() {
    let mut plan = granted(&["User.Read"]);
    plan["multiFactor"] = json!("on");
    let harness = Harness::with(plan).await;
    let mut browser = harness.browser();
    browser.open(&harness.authorize(&[])).await;
    assert_eq!(browser.through(ANNA).await, ["account", "proof"]);
    let mut browser = harness.browser();
    browser.open(&harness.authorize(&[])).await.press("next", &[("username", ANNA)]).await;
    browser.press("cancel", &[]).await;
    let sent = browser.sent_back();
    assert_eq!(sent["error"], "access_denied");
    assert_eq!(sent["error_subcode"], "cancel");
}

#[tokio::test]
async fn a_refusal_on_demand_comes_where_and_when_it_was_planned() {
    let mut plan = granted(&["User.Read"]);
    plan["refusals"] = json!([
        { "at": "token", "grant": "refresh_token", "nth": 2, "error": "invalid_grant", "aadsts": 700_082,
          "text": "The refresh token has expired." },
        { "at": "token", "grant": "refresh_token", "nth": 3, "error": "interaction_required", "aadsts": 50076,
          "suberror": "basic_action", "claims": { "access_token": { "acrs": { "value": "c1" } } }, "text": "More." },
        { "at": "token", "grant": "refresh_token", "nth": 4, "error": "temporarily_unavailable", "aadsts": 90033,
          "text": "Busy." },
    ]);
    let harness = Harness::with(plan).await;
    let tokens = harness.tokens(ANNA, &[]).await;
    let table = [
        (StatusCode::OK, ("", 0, "")),
        (StatusCode::BAD_REQUEST, ("invalid_grant", 700_082, "")),
        (StatusCode::BAD_REQUEST, ("interaction_required", 50076, "basic_action")),
        (StatusCode::SERVICE_UNAVAILABLE, ("temporarily_unavailable", 90033, "")),
        (StatusCode::OK, ("", 0, "")),
    ];
    for (wanted, reply) in table {
        let (status, body) = harness.refresh(&tokens, &[]).await;
        assert_eq!((status, refusal(&body)), (wanted, reply), "{body}");
    }
}

#[tokio::test]
async fn conditional_access_refuses_the_person_on_a_page_or_the_app_by_redirect() {
    for (page, at) in [(true, "authorize"), (false, "authorize")] {
        let mut plan = granted(&["User.Read"]);
        plan["refusals"] = json!([{ "at": at, "error": "access_denied", "aadsts": 53003, "page": page,
            "suberror": "message_only", "text": "Access has been blocked by Conditional Access policies." }]);
        let harness = Harness::with(plan).await;
        let mut browser = harness.browser();
        browser.open(&harness.authorize(&[])).await.press("next", &[("username", ANNA)]).await;
        if page {
            assert_eq!((browser.page().as_str(), browser.aadsts()), ("error", Some(53003)));
        } else {
            let sent = browser.sent_back();
            assert!(sent["error_description"].starts_with("AADSTS53003: "));
            assert_eq!(
                (sent["error"].as_str(), sent["suberror"].as_str()),
                ("access_denied", "message_only")
            );
        }
    }
}

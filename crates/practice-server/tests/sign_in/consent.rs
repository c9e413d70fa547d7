//! Consent: who is asked, who may grant, what is remembered.

use serde_json::{Value, json};

use crate::harness::{ANNA, Fields, GIJS, Harness, OLGA, REDIRECT, TENANT, app, refusal};

/// What each policy lets people grant who are no admins; whatever needs an admin needs one under every policy.
#[tokio::test]
async fn the_policy_decides_what_people_may_grant_themselves() {
    let table = [
        ("none", "User.Read", false),
        ("low-risk", "User.Read", true),
        ("low-risk", "User.ReadBasic.All", false),
        ("all", "User.ReadBasic.All", true),
        ("all", "User.Read.All", false),
        ("all", "User.Read User.Read.All", false),
    ];
    for (policy, scope, may) in table {
        let harness = Harness::with(json!({ "version": 1, "userConsent": policy })).await;
        let mut browser = harness.browser();
        browser
            .open(&harness.authorize(&[("scope", scope)]))
            .await
            .press("next", &[("username", OLGA)])
            .await;
        let (page, number) = if may { ("consent", None) } else { ("approval", Some(90094)) };
        assert_eq!((browser.page().as_str(), browser.aadsts()), (page, number), "{policy}, {scope}");
        for name in scope.split(' ') {
            assert!(browser.text.contains(&format!("<code>{name}</code>")), "{name} is listed");
        }
    }
}

#[tokio::test]
async fn consent_is_remembered_for_the_person_and_asked_of_others() {
    let harness = Harness::with(json!({ "version": 1 })).await;
    let pages = async |who: &str, changes: &Fields<'_>| {
        let mut browser = harness.browser();
        browser.open(&harness.authorize(changes)).await;
        browser.through(who).await
    };
    assert_eq!(pages(ANNA, &[]).await, ["account", "consent"]);
    assert_eq!(pages(ANNA, &[]).await, ["account"]);
    assert_eq!(pages(OLGA, &[]).await, ["account", "consent"], "nothing granted yet");
    assert_eq!(pages(ANNA, &[("prompt", "consent")]).await, ["account", "consent"], "asked for again");
    assert_eq!(pages(GIJS, &[("scope", "User.Read.All")]).await, ["account", "consent"], "incremental");
    assert_eq!(pages(GIJS, &[("scope", "User.Read.All")]).await, ["account"]);
    assert_eq!(
        pages(ANNA, &[("scope", "User.Read.All")]).await,
        ["account", "approval"],
        "Gijs granted it for one account only"
    );
}

#[tokio::test]
async fn an_admin_may_grant_for_everybody() {
    let harness = Harness::with(json!({ "version": 1 })).await;
    let url = harness.authorize(&[("scope", "User.Read.All")]);
    let mut browser = harness.browser();
    browser.open(&url).await.press("next", &[("username", GIJS)]).await;
    browser.press("accept", &[("organisation", "yes")]).await;
    assert!(browser.sent_back().contains_key("code"));
    let mut browser = harness.browser();
    browser.open(&url).await;
    assert_eq!(browser.through(OLGA).await, ["account"]);
}

#[tokio::test]
async fn who_is_no_admin_cannot_grant_for_everybody_by_sending_the_box() {
    let harness = Harness::with(json!({ "version": 1 })).await;
    let mut browser = harness.browser();
    browser.open(&harness.authorize(&[])).await.press("next", &[("username", OLGA)]).await;
    assert!(!browser.text.contains("id=\"organisation\""));
    browser.press("accept", &[("organisation", "yes")]).await;
    let mut browser = harness.browser();
    browser.open(&harness.authorize(&[])).await;
    assert_eq!(browser.through(ANNA).await, ["account", "consent"], "only Olga granted it");
}

#[tokio::test]
async fn what_the_app_hears_when_nothing_was_granted() {
    let table: [(bool, &str, &[&str], &str); 5] = [
        (false, "User.Read", &["cancel"], "AADSTS65004: "),
        (false, "User.Read.All", &["cancel"], "AADSTS90094: "),
        (true, "User.Read.All", &["cancel"], "AADSTS90095: "),
        (true, "User.Read.All", &["request", "cancel"], "AADSTS90095: "),
        (false, "User.Read.All", &["switch", "cancel"], "the user canceled the authentication"),
    ];
    for (workflow, scope, buttons, description) in table {
        let harness = Harness::with(json!({ "version": 1, "adminWorkflow": workflow })).await;
        let mut browser = harness.browser();
        browser
            .open(&harness.authorize(&[("scope", scope)]))
            .await
            .press("next", &[("username", OLGA)])
            .await;
        for button in buttons {
            browser.press(button, &[]).await;
        }
        let sent = browser.sent_back();
        assert_eq!((sent["error"].as_str(), sent["state"].as_str()), ("access_denied", "s"), "{buttons:?}");
        assert!(sent["error_description"].starts_with(description), "{}", sent["error_description"]);
        assert_eq!(sent.contains_key("error_uri"), description.starts_with("AADSTS"));
    }
}

#[tokio::test]
async fn default_asks_for_what_the_registration_lists() {
    let listed = ["User.Read", "User.Read.All"];
    let harness =
        Harness::with(json!({ "version": 1, "apps": [app(json!({ "permissions": listed }))] })).await;
    let tokens = harness.tokens(GIJS, &[("scope", &harness.scope(".default"))]).await;
    assert_eq!(tokens["scope"], harness.scope("User.Read User.Read.All .default"));
    let (_, body) = harness.token(&[("grant_type", "refresh_token"), ("refresh_token", "unknown")]).await;
    assert_eq!(refusal(&body), ("invalid_grant", 70000, ""));
}

fn admin_consent(harness: &Harness, scope: &str) -> String {
    let scope = scope.replace(' ', "+");
    let client = practice_server::DEFAULT_CLIENT;
    format!(
        "{}/{TENANT}/v2.0/adminconsent?client_id={client}&scope={scope}&redirect_uri={REDIRECT}&state=12345",
        harness.base
    )
}

#[tokio::test]
async fn an_admin_consents_for_everybody_without_a_sign_in_of_the_app() {
    let harness = Harness::with(json!({ "version": 1 })).await;
    let scope = harness.scope("User.Read.All GroupMember.Read.All");
    let mut browser = harness.browser();
    browser.open(&admin_consent(&harness, &scope)).await;
    assert_eq!(browser.through(GIJS).await, ["account", "consent"]);
    let sent = browser.sent_back();
    assert_eq!(sent["admin_consent"], "True");
    assert_eq!((sent["tenant"].as_str(), sent["state"].as_str()), (TENANT, "12345"));
    assert_eq!(sent["scope"], scope);
    let mut browser = harness.browser();
    browser.open(&harness.authorize(&[("scope", &scope)])).await;
    assert_eq!(browser.through(ANNA).await, ["account"]);
}

#[tokio::test]
async fn admin_consent_that_is_not_given_says_so() {
    let harness = Harness::with(json!({ "version": 1 })).await;
    let table: [(&str, &str, &str, &str); 2] = [
        (
            GIJS,
            "consent",
            "consent_required",
            "AADSTS65004: The resource owner or authorization server denied",
        ),
        (ANNA, "approval", "access_denied", "AADSTS90094: "),
    ];
    for (who, page, error, description) in table {
        let mut browser = harness.browser();
        browser
            .open(&admin_consent(&harness, "User.Read.All"))
            .await
            .press("next", &[("username", who)])
            .await;
        assert_eq!(browser.page(), page);
        browser.press("cancel", &[]).await;
        let sent = browser.sent_back();
        assert_eq!((sent["admin_consent"].as_str(), sent["error"].as_str()), ("True", error));
        assert!(sent["error_description"].starts_with(description), "{}", sent["error_description"]);
        assert_eq!(sent["state"], "12345");
    }
    let mut browser = harness.browser();
    browser.open(&admin_consent(&harness, "User.Fly.All")).await;
    assert_eq!(browser.sent_back()["error"], Value::from("invalid_client").as_str().unwrap());
}

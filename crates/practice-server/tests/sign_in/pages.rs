//! The pages themselves: nothing of a request gets into them unescaped, and they may do nothing but send a form.

use http::StatusCode;
use serde_json::json;

use crate::common::ZOE;
use crate::harness::{ANNA, Harness, REDIRECT, app};

const NASTY: &str = "\"><script>alert('x')</script>&lt;";

#[tokio::test]
async fn nothing_that_was_sent_becomes_part_of_a_page() {
    let harness = Harness::with(json!({ "version": 1, "apps": [app(json!({ "name": NASTY }))] })).await;
    let mut browser = harness.browser();
    browser.open(&harness.authorize(&[("login_hint", NASTY), ("scope", "User.Read")])).await;
    assert_eq!(browser.page(), "account");
    assert!(browser.text.contains("value=\"&quot;&gt;&lt;script&gt;"), "{}", browser.text);
    let mut pages = vec![browser.text.clone()];
    browser.press("next", &[("username", NASTY)]).await;
    assert_eq!(browser.aadsts(), Some(50034));
    pages.push(browser.text.clone());
    // The hint comes back, so somebody else is chosen on a new page.
    let mut browser = harness.browser();
    browser
        .open(&harness.authorize(&[("scope", "User.Read")]))
        .await
        .press("next", &[("username", ANNA)])
        .await;
    assert_eq!(browser.page(), "consent");
    pages.push(browser.text.clone());
    let mut browser = harness.browser();
    browser.open(&harness.authorize(&[("client_id", NASTY)])).await;
    pages.push(browser.text.clone());
    let mut browser = harness.browser();
    browser.open(&harness.authorize(&[("redirect_uri", NASTY)])).await;
    pages.push(browser.text.clone());
    for page in pages {
        assert!(!page.contains("<script"), "{page}");
        assert!(page.contains("script&gt;"), "it is shown all the same: {page}");
    }
}

#[tokio::test]
async fn pages_carry_a_policy_and_are_never_kept() {
    let harness = Harness::new().await;
    let (redirect, login) = (harness.authorize(&[]), format!("{}/devicelogin", harness.base));
    for (url, leads_to) in [(redirect, format!(" {REDIRECT};")), (login, ";".to_owned())] {
        let answer = harness.client.get(url).send().await.unwrap();
        let headers = answer.headers().clone();
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
        assert!(policy.contains(&format!("form-action 'self'{leads_to}")), "{policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
        assert!(headers["cache-control"].to_str().unwrap().contains("no-store"));
        let text = answer.text().await.unwrap();
        let style = text.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
        let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, style.as_bytes());
        let hash = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, digest);
        assert!(policy.contains(&hash), "the only style is the one that stands there");
    }
}

#[tokio::test]
async fn the_people_of_the_file_can_be_chosen_and_anybody_else_typed() {
    let harness = Harness::new().await;
    let mut browser = harness.browser();
    browser.open(&harness.authorize(&[])).await;
    assert!(browser.text.contains("value=\"anna@contoso.nl\""), "{}", browser.text);
    assert_eq!(
        browser.text.matches("value=\"anna@contoso.nl\"").count(),
        1,
        "once, whatever personas there are"
    );
    let table = [
        ("ANNA@contoso.nl", None),
        (" zoe@tailspintoys.com ", None),
        ("pieter_northwindtraders.com#EXT#@contoso.onmicrosoft.com", None),
        ("nobody@contoso.nl", Some(50034)),
        ("", Some(50034)),
        ("somebody@fabrikam.com", Some(50020)),
        ("bo@adatum.com", Some(50057)),
        ("gerda@litwareinc.com", Some(50020)),
    ];
    for (typed, number) in table {
        let mut browser = harness.browser();
        browser.open(&harness.authorize(&[])).await.press("next", &[("username", typed)]).await;
        assert_eq!(browser.aadsts(), number, "{typed}: {}", browser.text);
        assert_eq!(browser.sent.is_some(), number.is_none(), "{typed}");
    }
}

#[tokio::test]
async fn a_guest_signs_in_with_an_address_of_their_own() {
    let harness = Harness::new().await;
    let tokens = harness.tokens("zoe@tailspintoys.com", &[]).await;
    let claims = crate::harness::claims_of(&tokens["id_token"]);
    assert_eq!(
        (&claims["oid"], &claims["preferred_username"]),
        (&json!(ZOE), &json!("zoe@tailspintoys.com"))
    );
    assert_eq!(harness.graph(&tokens, "/me").await.0, StatusCode::OK);
    assert_eq!(harness.graph(&tokens, "/users").await.0, StatusCode::FORBIDDEN, "guests cannot look around");
}

#[tokio::test]
async fn a_page_that_was_left_open_too_long_is_no_way_in() {
    let harness = Harness::new().await;
    let mut browser = harness.browser();
    browser.open(&harness.authorize(&[])).await;
    harness.clock.advance(30 * 60);
    browser.press("next", &[("username", ANNA)]).await;
    assert_eq!((browser.page().as_str(), browser.aadsts()), ("error", Some(50089)));
}

/// What comes next is worked out from what the server knows, not from the button a form names.
#[tokio::test]
async fn no_button_jumps_over_a_page() {
    let harness = Harness::with(json!({ "version": 1, "multiFactor": "on" })).await;
    for button in ["accept", "approve", "request", "nonsense", ""] {
        let mut browser = harness.browser();
        browser.open(&harness.authorize(&[])).await;
        browser.text = browser.text.replace("id=\"next\"", &format!("id=\"{button}\""));
        browser.press(button, &[("username", ANNA), ("organisation", "yes")]).await;
        assert_eq!(browser.page(), "account", "{button}");
        browser.press("next", &[("username", ANNA)]).await;
        assert_eq!(browser.page(), "proof");
        browser.text = browser.text.replace("id=\"approve\"", "id=\"accept\"");
        browser.press("accept", &[]).await;
        assert_eq!(browser.page(), "proof");
    }
}

#[tokio::test]
async fn signing_out_leads_back_only_to_an_address_of_the_app() {
    let harness = Harness::new().await;
    let out = format!("{}/common/oauth2/v2.0/logout?post_logout_redirect_uri=", harness.base);
    let mut browser = harness.browser();
    browser.open(&format!("{out}http://localhost:51234&state=s")).await;
    assert_eq!(browser.sent_back()["state"], "s");
    let mut browser = harness.browser();
    browser.open(&format!("{out}https://fabrikam.com")).await;
    assert_eq!((browser.page().as_str(), browser.sent.is_some()), ("signed-out", false));
}

//! The sign-in file is read strictly.

use practice_server::{DEFAULT_CLIENT, MultiFactor, SignInPlan, SignInPlanError, UserConsent};
use serde_json::{Value, json};

use crate::harness::app;

#[test]
fn a_file_with_a_version_only_is_the_built_in_plan() {
    let plan = SignInPlan::read(r#"{ "version": 1 }"#).unwrap();
    assert_eq!(plan, SignInPlan::default());
    assert_eq!(plan.apps[0].client_id, DEFAULT_CLIENT);
    assert_eq!(plan.apps[0].redirect_uris, ["http://localhost"]);
    assert!(plan.apps[0].consented_for_all.is_empty());
    assert_eq!((plan.user_consent, plan.multi_factor), (UserConsent::LowRisk, MultiFactor::Off));
}

#[test]
fn what_it_does_not_know_it_refuses() {
    let table: [(Value, &str); 9] = [
        (json!({ "version": 2 }), "version 2"),
        (json!({ "apps": [] }), "no version"),
        (json!({ "version": 1, "passwords": [] }), "passwords"),
        (json!({ "version": 1, "apps": [app(json!({ "secret": "x" }))] }), "secret"),
        (json!({ "version": 1, "apps": [app(json!({ "clientId": "mine" }))] }), "not a GUID"),
        (json!({ "version": 1, "apps": [app(json!({ "redirectUris": ["localhost"] }))] }), "redirect"),
        (
            json!({ "version": 1, "apps": [app(json!({ "consentedForAll": ["User.Fly.All"] }))] }),
            "User.Fly.All",
        ),
        (json!({ "version": 1, "userConsent": "some" }), "some"),
        (
            json!({ "version": 1, "refusals": [{ "at": "token", "error": "x", "aadsts": 7, "text": "", "claims": 1 }] }),
            "claims",
        ),
    ];
    for (file, word) in table {
        let refused = SignInPlan::read(&file.to_string()).unwrap_err().to_string();
        assert!(refused.contains(word), "{file}: {refused}");
    }
    let newer = SignInPlan::read(r#"{ "version": 9, "unheard": "of" }"#);
    assert!(matches!(newer, Err(SignInPlanError::Newer { found: 9 })), "newer comes before unknown");
}

//! Practising as for real: permissions are asked for at the first repair, and roles may not show.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "in a test a failed unwrap is a failed test"
)]

use journeys::{Harness, SignedIn};
use practice::{Behaviour, Organisation, Tenant};
use serde_json::{Value, json};

const PIETER: &str = "pieter@northwindtraders.com";

fn permit(remedy: &str, practice: &str) -> Value {
    json!({ "remedy": remedy, "ticket": "t", "practice": practice })
}

fn remedy(report: &Value, kind: &str) -> Value {
    SignedIn::remedy(report, kind).unwrap_or_else(|| panic!("no {kind} in {report:#}")).clone()
}

#[tokio::test]
async fn a_user_administrator_asks_for_the_permission_at_the_first_repair_and_repairs() {
    // given somebody whose role is enough and whose app may only look
    let app = Harness::built_in().sign_in("helpdesk").await;
    let report = app.find(PIETER).await;
    let set_mail = remedy(&report, "set-mail");
    assert_eq!(set_mail["permissions"], json!(["User.ReadWrite.All"]));
    assert_eq!(set_mail["availability"], "ready", "{set_mail:#}");
    let wish = || SignedIn::wish(&report, "set-mail", &json!({ "address": PIETER }));
    let refused = app.refused("preview", wish()).await;
    assert_eq!(json!(refused)["code"], "permission-missing", "it can be asked for");

    // when they do not agree, or an admin has to, nothing is granted
    for (answer, kind, reason) in
        [("declined", "cancelled", "consent-declined"), ("admin-needed", "refused", "admin-consent-needed")]
    {
        let problem = json!(app.refused("permit", permit("set-mail", answer)).await);
        assert_eq!((&problem["code"], &problem["kind"]), (&json!("sign-in-refused"), &json!(kind)));
        assert_eq!((&problem["reason"], &problem["changed"]), (&json!(reason), &json!("no")));
        assert_eq!(json!(app.refused("preview", wish()).await)["code"], "permission-missing");
    }

    // when it is given, they are who they were, and it leads on to the repair
    let status = app.ask("permit", permit("set-mail", "given")).await;
    assert_eq!(status["account"]["persona"], "helpdesk");
    let report = app.find(PIETER).await;
    assert_eq!(remedy(&report, "set-mail")["permissions"], json!([]));
    let plan = app.preview(&report, "set-mail", &json!({ "address": PIETER })).await;
    let result = app.carry_out(&plan).await;
    assert_eq!(result["outcome"], "done", "{result:#}");
}

#[tokio::test]
async fn a_role_that_does_not_show_is_neither_recommended_nor_disabled_and_works() {
    // given somebody whose role comes through a group, so that none shows
    let app = Harness::built_in().sign_in("unseen-role").await;
    let report = app.find(PIETER).await;
    for kind in ["set-mail", "keep-one-address", "remove-and-invite"] {
        let shown = remedy(&report, kind);
        assert_ne!(shown["availability"], "disabled", "{kind}: {shown:#}");
        assert_eq!(shown["behind"], "unseen-role", "{kind}: {shown:#}");
        assert_eq!(shown["recommended"], false, "{kind}: {shown:#}");
    }
    // when they ask for the permission and try, it is done
    app.ask("permit", permit("set-mail", "given")).await;
    let report = app.find(PIETER).await;
    let plan = app.preview(&report, "set-mail", &json!({ "address": PIETER })).await;
    assert_eq!(app.carry_out(&plan).await["outcome"], "done");
}

#[tokio::test]
async fn a_role_that_is_not_there_either_is_found_out_by_trying_and_nothing_is_changed() {
    // given somebody without a role that shows, and without one that does not
    let mut file = serde_json::to_value(Tenant::built_in().unwrap()).unwrap();
    for group in file["groups"].as_array_mut().unwrap() {
        if group["displayName"] == "Rol Gebruikersbeheer" {
            group["members"] = json!([]);
        }
    }
    let organisation = Organisation::read(&file.to_string()).unwrap();
    let app = Harness::on(organisation, Behaviour::default()).sign_in("unseen-role").await;
    app.ask("permit", permit("set-mail", "given")).await;
    let report = app.find(PIETER).await;
    let plan = app.preview(&report, "set-mail", &json!({ "address": PIETER })).await;
    let result = app.carry_out(&plan).await;
    assert_eq!((&result["outcome"], &result["problem"]["changed"]), (&json!("refused"), &json!("no")));
    assert_eq!(result["problem"]["why"], "no-role", "{result:#}");
    assert_eq!(app.find(PIETER).await["verdict"], "misconfigured");
}

#[tokio::test]
async fn what_was_given_is_gone_when_the_organisation_starts_over_and_is_nobody_elses() {
    let app = Harness::built_in().sign_in("helpdesk").await;
    app.ask("permit", permit("set-mail", "given")).await;
    let lacks = async |persona: &str| {
        app.ask("sign_in", json!({ "persona": persona })).await;
        let report = app.find(PIETER).await;
        remedy(&report, "set-mail")["permissions"] != json!([])
    };
    assert!(lacks("unseen-role").await);
    assert!(!lacks("helpdesk").await);
    app.ask("start_over", json!({})).await;
    assert!(lacks("helpdesk").await);
}

#[tokio::test]
async fn whoever_has_everything_or_is_signed_in_for_real_is_not_asked_in_practice() {
    let app = Harness::built_in().sign_in("user-admin").await;
    for who in ["owner", "reader"] {
        app.ask("sign_in", json!({ "persona": who })).await;
        let report = app.find(PIETER).await;
        assert_eq!(remedy(&report, "set-mail")["availability"], "disabled", "{who}: every role shows");
    }
    let status = app.ask("status", json!({})).await;
    let personas = status["practice"]["personas"].as_array().unwrap();
    let rehearsed: Vec<_> = personas.iter().filter(|it| !it["rehearses"].is_null()).collect();
    let of = |key: &str| rehearsed.iter().find(|it| it["key"] == key).unwrap()["rehearses"].clone();
    assert_eq!(rehearsed.len(), 2);
    assert_eq!((of("helpdesk"), of("unseen-role")), (json!("permission"), json!("unseen-role")));
}

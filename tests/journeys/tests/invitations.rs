//! Invitations: sent again to whoever has not accepted, with the link in the result and nowhere else.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::fs;

use journeys::{Harness, SignedIn};
use serde_json::{Value, json};

/// Has not accepted yet.
const AHMED: &str = "ahmed.yilmaz@woodgrovebank.com";
/// Has not accepted either, and is blocked.
const MEI: &str = "meilin.chen@tailspintoys.example";

fn none() -> Value {
    json!({})
}

fn has_note(plan: &Value, note: &Value) -> bool {
    plan["notes"].as_array().unwrap().contains(note)
}

/// Neither the journal nor History knows a link.
async fn is_kept_nowhere(app: &SignedIn, link: &str) {
    for entry in fs::read_dir(app.folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let bytes = fs::read(&path).unwrap();
            let found = bytes.windows(link.len()).any(|window| window == link.as_bytes());
            assert!(!found, "the link stands in {}", path.display());
        }
    }
    let history = app.ask("history", none()).await.to_string();
    assert!(!history.contains(link) && !history.contains("redeem?"), "{history}");
}

#[tokio::test]
async fn an_invitation_is_sent_again_and_its_link_is_shown_once() {
    // Given a guest who has not accepted, found by somebody who may invite and nothing else
    let app = Harness::built_in().sign_in("inviter").await;
    let report = app.find(AHMED).await;
    assert_eq!(report["verdict"], "pending");
    let id = report["subject"]["id"].as_str().unwrap().to_owned();
    let before = app.user(&id).unwrap();

    // When the invitation is sent again, in another language and without a message
    let plan = app.preview(&report, "resend-invitation", &none()).await;
    assert_eq!((&plan["undo"], &plan["invitationLanguage"]), (&json!("impossible"), &json!("tr-TR")));
    assert!(has_note(&plan, &json!({ "code": "same-account" })), "{plan:#}");
    let choices = json!({ "invitationLanguage": "nl-NL", "sendInvitation": false });
    let plan = app.preview(&report, "resend-invitation", &choices).await;
    assert!(has_note(&plan, &json!({ "code": "link-shown-once", "mailed": false })), "{plan:#}");
    let result = app.carry_out(&plan).await;

    // Then it is done, the account is as it was, and the link is there to be passed on
    assert_eq!(result["outcome"], "done", "{result:#}");
    assert_eq!((&result["changes"], &result["report"]["verdict"]), (&json!([]), &json!("pending")));
    assert_eq!(app.user(&id).unwrap(), before, "an existing guest invited again is the same guest");
    let link = result["redeemLink"]["link"].as_str().unwrap().to_owned();
    assert!(link.starts_with("https://"), "{link}");
    assert_eq!(result["actions"], json!(["close"]));
    is_kept_nowhere(&app, &link).await;

    // And after a restart it is said not to be kept
    let app = app.restart("inviter").await;
    let entry = app.latest().await;
    assert_eq!(
        (&entry["state"], &entry["redeemLink"]),
        (&json!("done"), &json!({ "link": null })),
        "{entry:#}"
    );
    is_kept_nowhere(&app, &link).await;
}

#[tokio::test]
async fn an_invitation_whose_answer_was_lost_is_sent_again_only_by_whoever_was_told() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(AHMED).await;
    let plan = app.preview(&report, "resend-invitation", &none()).await;
    app.faults(json!([{ "method": "POST", "path": "/invitations", "nth": 1, "do": "drop-after" }]));
    let result = app.carry_out(&plan).await;
    assert_eq!((&result["outcome"], &result["redeemLink"]), (&json!("unknown"), &Value::Null), "{result:#}");

    let app = app.restart("user-admin").await;
    let entry = app.latest().await;
    let plan = app.ask("preview_continue", json!({ "change": entry["id"] })).await;
    assert!(has_note(&plan, &json!({ "code": "may-arrive-twice" })), "{plan:#}");
    let result = app.carry_out(&plan).await;
    assert_eq!(result["outcome"], "done", "{result:#}");
    assert!(result["redeemLink"]["link"].is_string(), "{result:#}");
}

#[tokio::test]
async fn a_blocked_account_and_an_existing_guest_that_microsoft_does_not_take_are_refused_in_words() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(MEI).await;
    let plan = app.preview(&report, "resend-invitation", &none()).await;
    let result = app.carry_out(&plan).await;
    let problem = &result["problem"];
    assert_eq!((&result["outcome"], &problem["changed"]), (&json!("refused"), &json!("no")), "{result:#}");
    assert_eq!((&problem["code"], &problem["why"]), (&json!("not-invited"), &json!("blocked-account")));

    let refusing =
        practice::Behaviour { invite_existing: practice::Allowed::No, ..practice::Behaviour::default() };
    let app = Harness::behaving(refusing).sign_in("user-admin").await;
    let report = app.find(AHMED).await;
    let result = app.carry_out(&app.preview(&report, "resend-invitation", &none()).await).await;
    assert_eq!(
        (&result["outcome"], &result["problem"]["why"]),
        (&json!("refused"), &json!("already-there")),
        "{result:#}"
    );
}

/// Somebody whose mail goes elsewhere, and who has accepted.
async fn elsewhere(app: &SignedIn) -> Value {
    for expected in practice::Tenant::built_in().unwrap().answer_key() {
        if expected.verdict == "mail-elsewhere" {
            let report = app.find(&expected.find).await;
            let offered = SignedIn::remedy(&report, "reset-redemption");
            if offered.is_some_and(|offer| offer["availability"] == "ready") {
                return report;
            }
        }
    }
    panic!("nobody can accept again")
}

#[tokio::test]
async fn a_guest_accepts_again_with_the_same_account_and_the_link_is_shown_once() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = elsewhere(&app).await;
    let offered = SignedIn::remedy(&report, "reset-redemption").unwrap();
    assert_eq!(
        (&offered["recommended"], &offered["behind"]),
        (&json!(false), &json!("nothing")),
        "{offered:#}"
    );
    let id = report["subject"]["id"].as_str().unwrap().to_owned();
    let before = app.user(&id).unwrap();
    let plan = app.preview(&report, "reset-redemption", &none()).await;
    assert_eq!(
        (&plan["undo"], &plan["warnings"][0]["code"]),
        (&json!("impossible"), &json!("must-accept-again"))
    );
    for code in ["same-account", "mail-goes-as-before"] {
        assert!(has_note(&plan, &json!({ "code": code })), "{plan:#}");
    }
    let result = app.carry_out(&plan).await;

    assert_eq!((&result["outcome"], &result["actions"]), (&json!("done"), &json!(["close"])), "{result:#}");
    assert_eq!(result["changes"][0]["property"], "externalUserState");
    assert_eq!(result["changes"][0]["after"], json!(["PendingAcceptance"]));
    let after = app.user(&id).unwrap();
    for kept in
        ["userPrincipalName", "mail", "otherMails", "proxyAddresses", "identities", "appRoleAssignments"]
    {
        assert_eq!(after[kept], before[kept], "{kept}");
    }
    assert_eq!(after["externalUserState"], "PendingAcceptance");
    let link = result["redeemLink"]["link"].as_str().unwrap().to_owned();
    is_kept_nowhere(&app, &link).await;
    // And whoever loses the link gets another one: the guest has not accepted now
    let report = app.find(report["searched"].as_str().unwrap()).await;
    assert!(SignedIn::remedy(&report, "reset-redemption").is_none(), "{report:#}");
    assert_eq!(SignedIn::remedy(&report, "resend-invitation").unwrap()["availability"], "ready");
}

#[tokio::test]
async fn a_reset_that_is_refused_for_an_address_written_a_moment_ago_is_accepted_later() {
    // Given a server that knows a new address for an invitation only after a while: seconds, or more than a minute
    for (lag, at_once) in [(20, true), (100, false)] {
        let behaviour = practice::Behaviour {
            reset_lag: std::time::Duration::from_secs(lag),
            ..practice::Behaviour::default()
        };
        let app = Harness::behaving(behaviour).sign_in("user-admin").await;
        let report = elsewhere(&app).await;
        let id = report["subject"]["id"].as_str().unwrap().to_owned();
        let address = "moved.here@woodgrovebank.com";
        let mails = json!({ "otherMails": [report["searched"], address] });
        app.elsewhere("PATCH", &format!("/users/{id}"), mails).await;
        // When the guest is to accept at it
        let choices = json!({ "address": address });
        let plan = app.preview(&report, "reset-redemption", &choices).await;
        let result = app.carry_out(&plan).await;
        // Then it is asked again by itself, for about a minute
        if at_once {
            assert_eq!(result["outcome"], "done", "{result:#}");
            continue;
        }
        let problem = &result["problem"];
        assert_eq!(
            (&result["outcome"], &problem["changed"]),
            (&json!("refused"), &json!("no")),
            "{result:#}"
        );
        assert_eq!(
            (&problem["code"], &problem["why"]),
            (&json!("not-invited"), &json!("not-on-the-account"))
        );
        assert_eq!(app.user(&id).unwrap()["externalUserState"], "Accepted");
        // And after that by a person
        let plan = app.preview(&report, "reset-redemption", &choices).await;
        let result = app.carry_out(&plan).await;
        assert_eq!(result["outcome"], "done", "{result:#}");
        assert!(result["redeemLink"]["link"].is_string());
    }
}

#[tokio::test]
async fn a_lost_reset_is_found_by_what_the_directory_shows() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = elsewhere(&app).await;
    let plan = app.preview(&report, "reset-redemption", &none()).await;
    app.faults(json!([{ "method": "POST", "path": "/invitations", "nth": 1, "do": "drop-after" }]));
    let result = app.carry_out(&plan).await;
    assert_eq!(
        (&result["outcome"], &result["redeemLink"]),
        (&json!("done"), &json!({ "link": null })),
        "{result:#}"
    );
}

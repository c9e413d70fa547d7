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

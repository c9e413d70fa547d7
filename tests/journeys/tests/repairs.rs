//! The main stories: a guest is found, repaired, and what can be undone is undone.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use journeys::{Harness, SignedIn};
use serde_json::{Value, json};

const PIETER: &str = "pieter@northwindtraders.com";
const SOFIE: &str = "sofie.lindqvist@tailspintoys.com";

fn none() -> Value {
    json!({})
}

#[tokio::test]
async fn keeping_one_address_does_not_fill_the_main_one_and_setting_it_does() {
    // Given a guest without main address and with two others
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(PIETER).await;
    assert_eq!(report["verdict"], "misconfigured");
    let id = report["subject"]["id"].as_str().unwrap().to_owned();

    // When one address is kept
    let plan = app.preview(&report, "keep-one-address", &none()).await;
    assert_eq!(plan["changes"][0]["after"], json!([PIETER]), "the invited address is preselected");
    assert_eq!(plan["undo"], "full");
    assert!(plan["notes"].as_array().unwrap().iter().any(|note| note["code"] == "no-main-address"));
    let result = app.carry_out(&plan).await;

    // Then it is done, and plainly not cured
    assert_eq!(result["outcome"], "done", "{result:#}");
    assert_eq!(result["report"]["verdict"], "no-address");
    assert_eq!(app.user(&id).unwrap()["otherMails"], json!([PIETER]));
    assert_eq!(app.user(&id).unwrap()["mail"], Value::Null, "option 1 fills nothing");

    // When the main address is set
    let plan = app.preview(&result["report"], "set-mail", &none()).await;
    assert_eq!(plan["undo"], "impossible", "an empty main address cannot be written");
    let result = app.carry_out(&plan).await;

    // Then no fault is found in the directory any more
    assert_eq!(result["outcome"], "done", "{result:#}");
    assert_eq!(result["report"]["verdict"], "healthy");
    assert_eq!(result["actions"], json!(["close"]));
    assert_eq!(app.user(&id).unwrap()["proxyAddresses"], json!([format!("SMTP:{PIETER}")]));
}

#[tokio::test]
async fn what_was_kept_can_be_undone_and_says_so_in_the_history() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(PIETER).await;
    let before = SignedIn::row(&report, "otherMails")["value"]["texts"].clone();
    let plan = app.preview(&report, "keep-one-address", &none()).await;
    let result = app.carry_out(&plan).await;
    assert_eq!(result["conclusion"], "still-missing");
    assert_eq!(result["actions"], json!(["undo", "close", "next"]));
    assert_eq!((&result["primary"], &result["next"]), (&json!("next"), &json!("set-mail")));
    let entry = app.latest().await;
    assert_eq!((entry["state"].as_str(), entry["canUndo"].as_bool()), (Some("done"), Some(true)));
    assert_eq!(entry["reason"], "ticket 42");

    let plan = app.ask("preview_undo", json!({ "change": entry["id"] })).await;
    assert_eq!(plan["kind"], "undo");
    assert_eq!(plan["changes"][0]["after"], before);
    let result = app.carry_out(&plan).await;

    assert_eq!(result["outcome"], "done", "{result:#}");
    let after = app.find(PIETER).await;
    assert_eq!(after["verdict"], "misconfigured", "back to where it was");
    assert_eq!(SignedIn::row(&after, "otherMails")["value"]["texts"], before);
    let entries = app.ask("history", json!({})).await["entries"].clone();
    assert_eq!(entries[1]["state"], "undone");
    assert_eq!(entries[1]["canUndo"], false, "what was undone cannot be undone again");
}

#[tokio::test]
async fn a_main_address_that_was_there_before_can_be_set_back() {
    // Given a guest whose mail goes to another address than the one searched for
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = find_verdict(&app, "mail-elsewhere").await;
    let id = report["subject"]["id"].as_str().unwrap().to_owned();
    let old = app.user(&id).unwrap()["mail"].as_str().unwrap().to_owned();
    let searched = report["searched"].as_str().unwrap().to_owned();

    let plan = app.preview(&report, "set-mail", &json!({ "address": searched })).await;
    assert_eq!(plan["undo"], "partial");
    let result = app.carry_out(&plan).await;
    assert_eq!(result["outcome"], "done", "{result:#}");
    assert_eq!(result["actions"], json!(["undo", "close"]));

    let entry = app.latest().await;
    let plan = app.ask("preview_undo", json!({ "change": entry["id"] })).await;
    let result = app.carry_out(&plan).await;
    assert_eq!(result["outcome"], "done", "{result:#}");
    let user = app.user(&id).unwrap();
    assert_eq!(user["mail"], json!(old));
    assert!(
        user["proxyAddresses"].as_array().unwrap().contains(&json!(format!("smtp:{searched}"))),
        "it stays as a second one"
    );
}

/// The first built-in guest of this verdict to whom the main address can be set.
async fn find_verdict(app: &SignedIn, verdict: &str) -> Value {
    for expected in practice::Tenant::built_in().unwrap().answer_key() {
        if expected.verdict != verdict {
            continue;
        }
        let report = app.find(&expected.find).await;
        if SignedIn::remedy(&report, "set-mail").is_some_and(|remedy| remedy["availability"] == "ready") {
            return report;
        }
    }
    panic!("nobody is {verdict} and ready for it")
}

#[tokio::test]
async fn removed_and_invited_again_the_guest_is_back_in_every_group_that_can_be() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(SOFIE).await;
    let id = report["subject"]["id"].as_str().unwrap().to_owned();
    let old = app.user(&id).unwrap();

    // Given the preview, which says what can be restored and what cannot
    let plan = app.preview(&report, "remove-and-invite", &none()).await;
    let groups = plan["groups"].as_array().unwrap();
    let restorable = groups.iter().filter(|group| group["restorable"] == true).count();
    assert_eq!((restorable, groups.len() - restorable), (3, 1));
    assert!(groups.iter().any(|group| group["why"] == "dynamic"));
    for code in ["must-accept-again", "not-restored", "apps-replayed", "sponsors-replayed"] {
        assert!(plan["notes"].as_array().unwrap().iter().any(|note| note["code"] == code), "{code}");
    }
    assert!(plan["warnings"].as_array().unwrap().iter().any(|note| note["code"] == "sharepoint-all"));
    assert_eq!(plan["confirmText"], SOFIE);

    // When it is confirmed by typing the address
    let result = app.carry_out(&plan).await;

    // Then there is a new account, right in every field, in the same groups, with name, company, sponsor and app
    assert_eq!(result["outcome"], "done", "{result:#}");
    assert_eq!((&result["left"], &result["newAccount"]), (&json!([]), &json!(true)));
    let new = result["report"]["subject"]["id"].as_str().unwrap().to_owned();
    assert_ne!(new, id);
    assert_eq!(result["report"]["verdict"], "pending");
    assert!(app.user(&id).is_none());
    let user = app.user(&new).unwrap();
    assert_eq!(user["mail"], SOFIE);
    for property in ["displayName", "companyName", "givenName", "surname", "jobTitle", "userType"] {
        assert_eq!(user[property], old[property], "{property}");
    }
    let listed = result["report"]["memberships"].as_array().unwrap();
    assert!(listed.len() >= 3, "{listed:?}");

    // When it is undone
    let entry = app.latest().await;
    assert_eq!(entry["canUndo"], true);
    let plan = app.ask("preview_undo", json!({ "change": entry["id"] })).await;
    assert!(plan["warnings"].as_array().unwrap().iter().any(|note| note["code"] == "new-account-removed"));
    assert_eq!(plan["confirmText"], SOFIE, "to remove an account is confirmed apart");
    let result = app.carry_out(&plan).await;

    // Then the original is back with its id, its fault and its groups
    assert_eq!(result["outcome"], "done", "{result:#}");
    assert!(app.user(&new).is_none());
    assert_eq!(app.user(&id).unwrap()["otherMails"], old["otherMails"]);
    let report = app.find(SOFIE).await;
    assert_eq!(report["verdict"], "misconfigured");
    assert_eq!(report["memberships"].as_array().unwrap().len(), 4);
}

#[tokio::test]
async fn only_the_groups_that_were_chosen_get_the_guest_back() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(SOFIE).await;
    let plan = app.preview(&report, "remove-and-invite", &none()).await;
    let one =
        plan["groups"].as_array().unwrap().iter().find(|group| group["restorable"] == true).unwrap().clone();
    let choices = json!({ "groups": [one["id"]], "sendInvitation": false, "invitationLanguage": "en-US" });
    let plan = app.preview(&report, "remove-and-invite", &choices).await;
    let chosen: Vec<&Value> =
        plan["groups"].as_array().unwrap().iter().filter(|group| group["chosen"] == true).collect();
    assert_eq!(chosen.len(), 1);

    let result = app.carry_out(&plan).await;
    assert_eq!(result["outcome"], "done", "{result:#}");
    let assigned: Vec<&Value> = result["report"]["memberships"].as_array().unwrap().iter().collect();
    assert!(assigned.contains(&&one["displayName"]), "{assigned:?}");
}

#[tokio::test]
async fn every_change_stands_in_the_journal_before_it_is_sent() {
    // Given a server that never answers the change
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(PIETER).await;
    let plan = app.preview(&report, "keep-one-address", &none()).await;
    app.faults(json!([{ "method": "PATCH", "path": "/users/*", "nth": 1, "do": "drop-before" }]));
    let result = app.carry_out(&plan).await;

    // Then it is not claimed to be done, and the record is there to go on from
    assert_eq!(result["outcome"], "unknown", "{result:#}");
    assert_eq!(result["problem"]["changed"], "unknown");
    assert_eq!(result["actions"], json!(["continue", "close", "look-again"]));
    let status = app.ask("status", json!({})).await;
    assert_eq!(status["unfinished"], 1);

    // When it is gone on with
    let entry = app.latest().await;
    assert_eq!(entry["canContinue"], true);
    let plan = app.ask("preview_continue", json!({ "change": entry["id"] })).await;
    let result = app.carry_out(&plan).await;
    assert_eq!(result["outcome"], "done", "{result:#}");
    assert_eq!(app.ask("status", json!({})).await["unfinished"], 0);
}

//! Did it help? After a repair one is asked whether the test message arrived; the answer stays in the record, and a
//! message that did not arrive leads on.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::time::Duration;

use bridge::view::{Changed, ProblemCode as Code};
use journeys::{Harness, SignedIn};
use serde_json::{Value, json};

/// Two other addresses, and no main one.
const PIETER: &str = "pieter@northwindtraders.com";
/// A group Pieter is in.
const SALES: &str = "eebb6992-d1bd-47f0-99e7-121cec7f6b9e";

/// Pieter, repaired.
async fn repaired(persona: &str) -> (SignedIn, Value) {
    let app = Harness::built_in().sign_in(persona).await;
    let report = app.find(PIETER).await;
    let plan = app.preview(&report, "set-mail", &json!({})).await;
    let result = app.carry_out(&plan).await;
    assert_eq!((result["outcome"].as_str(), result["asksTest"].as_bool()), (Some("done"), Some(true)));
    let entry = app.latest().await;
    assert_eq!(entry["test"], "open", "{entry:#}");
    (app, entry)
}

async fn says(app: &SignedIn, entry: &Value, test: &str) {
    app.ask("note_test", json!({ "change": entry["id"], "test": test })).await;
}

#[tokio::test]
async fn the_answer_stays_in_the_record_over_a_restart() {
    let (app, entry) = repaired("user-admin").await;
    says(&app, &entry, "arrived").await;
    assert_eq!(app.latest().await["test"], "arrived");
    let app = app.restart("user-admin").await;
    let history = app.ask("history", json!({})).await;
    let first = &history["entries"][0];
    // An answer is no change: what could be undone still can, and the record is whole.
    assert_eq!((&first["test"], &first["canUndo"]), (&json!("arrived"), &entry["canUndo"]));
    assert_eq!(history["damaged"], false);
}

#[tokio::test]
async fn not_yet_is_asked_again_the_next_day() {
    let (app, entry) = repaired("user-admin").await;
    says(&app, &entry, "not-yet").await;
    assert_eq!(app.latest().await["test"], "put-off");
    app.clock().pass(Duration::from_hours(24));
    assert_eq!(app.latest().await["test"], "open");
}

#[tokio::test]
async fn a_message_that_did_not_arrive_leads_on_to_what_is_wrong_by_now() {
    let (app, entry) = repaired("user-admin").await;
    says(&app, &entry, "missing").await;
    let next = app.ask("try_next", json!({ "address": PIETER, "group": null, "ticket": "next" })).await;
    assert_eq!(next["report"]["verdict"], "healthy", "{next:#}");
    assert_eq!(next["next"]["try"], "ask-guest");
    // In a group a membership can be renewed; once, for whoever it did not help.
    let in_group = json!({ "address": PIETER, "group": SALES, "ticket": "next" });
    let next = app.ask("try_next", in_group.clone()).await;
    assert_eq!(next["next"], json!({ "try": "remedy", "kind": "renew-membership" }));
    let plan = app.preview_in(&next["report"], &json!(SALES), "renew-membership", &json!({})).await;
    assert_eq!(app.carry_out(&plan).await["outcome"], "done");
    let next = app.ask("try_next", in_group).await;
    assert_eq!(next["next"]["try"], "ask-guest");
    // Somebody blocked the account meanwhile: that comes first.
    let id = next["report"]["subject"]["id"].as_str().unwrap().to_owned();
    app.elsewhere("PATCH", &format!("/users/{id}"), json!({ "accountEnabled": false })).await;
    let next = app.ask("try_next", json!({ "address": PIETER, "group": null, "ticket": "next" })).await;
    assert_eq!(next["report"]["verdict"], "blocked");
    assert_eq!(next["next"]["try"], "as-found", "that nothing wrong is seen would not be so");
}

#[tokio::test]
async fn nobody_answers_for_a_change_that_is_not_there_or_not_of_this_organisation() {
    let (app, entry) = repaired("user-admin").await;
    let nobody = json!({ "change": "00000000-0000-4000-8000-000000000000", "test": "arrived" });
    let problem = app.refused("note_test", nobody).await;
    assert_eq!(problem.changed, Changed::No);
    app.ask("sign_out", json!({})).await;
    let theirs = json!({ "change": entry["id"], "test": "arrived" });
    app.refused_as("note_test", theirs, Code::NotSignedIn).await;
}

//! How long changes stay in the history: asked for, done, kept in the settings, and done again at each start.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::time::Duration;

use journeys::{Harness, SignedIn};
use serde_json::{Value, json};

const PIETER: &str = "pieter@northwindtraders.com";
const DAY: Duration = Duration::from_hours(24);

async fn repaired() -> SignedIn {
    let app = Harness::built_in().sign_in("user-admin").await;
    let found = app.find(PIETER).await;
    let plan = app.preview(&found, "keep-one-address", &json!({})).await;
    assert_eq!(app.carry_out(&plan).await["outcome"], "done");
    app
}

async fn history(app: &SignedIn) -> Value {
    app.ask("history", json!({})).await
}

async fn listed(app: &SignedIn) -> usize {
    history(app).await["entries"].as_array().unwrap().len()
}

#[tokio::test]
async fn changes_stay_for_ever_until_somebody_chooses_otherwise() {
    let app = repaired().await;
    app.clock().pass(4_000 * DAY);
    let app = app.restart("user-admin").await;
    assert_eq!(app.ask("retention", json!({})).await, json!({ "retention": "always" }));
    assert_eq!(listed(&app).await, 1);
    assert_eq!(app.ask("old_changes", json!({ "retention": "always" })).await["removable"], 0);
}

#[tokio::test]
async fn what_is_older_is_counted_before_it_goes_and_is_gone_afterwards() {
    let app = repaired().await;
    app.clock().pass(31 * DAY);
    let month = json!({ "retention": "month" });
    let old = app.ask("old_changes", month.clone()).await;
    assert_eq!((&old["removable"], &old["staying"]), (&json!(1), &json!(0)));
    assert_eq!(listed(&app).await, 1, "counting removes nothing");
    assert_eq!(app.ask("old_changes", json!({ "retention": "quarter" })).await["removable"], 0);

    assert_eq!(app.ask("set_retention", month.clone()).await, old);
    let history = history(&app).await;
    assert_eq!(history["entries"], json!([]));
    assert_eq!((&history["end"], &history["damaged"]), (&json!("whole"), &json!(false)));
    assert!(history["removed"].as_str().unwrap().starts_with("20"), "{history}");
    assert_eq!(app.ask("retention", json!({})).await, month);
    let report = app.ask("diagnostic_report", json!({})).await["text"].as_str().unwrap().to_owned();
    assert!(report.contains("rows taken out"), "{report}");
}

#[tokio::test]
async fn what_became_old_meanwhile_goes_at_the_next_start() {
    let app = repaired().await;
    app.ask("set_retention", json!({ "retention": "week" })).await;
    assert_eq!(listed(&app).await, 1);
    app.clock().pass(8 * DAY);
    let app = app.restart("user-admin").await;
    app.ask("status", json!({})).await;
    // The window does not wait for it.
    for _ in 0..200 {
        if listed(&app).await == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("it is still there");
}

#[tokio::test]
async fn what_is_no_length_of_time_is_refused_and_changes_nothing() {
    let app = repaired().await;
    for ask in [json!({ "retention": "minute" }), json!({ "retention": 7 }), json!({})] {
        for name in ["old_changes", "set_retention"] {
            app.refused(name, ask.clone()).await;
        }
    }
    assert_eq!(app.ask("retention", json!({})).await["retention"], "always");
}

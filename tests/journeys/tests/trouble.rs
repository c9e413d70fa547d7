//! When something comes in between: a guest vanishes, an answer is lost, the app crashes, the directory lags.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::time::Duration;

use journeys::{Harness, SignedIn};
use practice::{Behaviour, Conflict, UnseenReference};
use serde_json::{Value, json};
use window_contract::view::ProblemCode as Code;

const PIETER: &str = "pieter@northwindtraders.com";
const SOFIE: &str = "sofie.lindqvist@tailspintoys.com";

#[tokio::test]
async fn a_guest_who_vanishes_between_preview_and_confirmation_is_said_to_be_gone() {
    for (remedy, found) in [("keep-one-address", PIETER), ("set-mail", PIETER), ("remove-and-invite", SOFIE)]
    {
        let app = Harness::built_in().sign_in("user-admin").await;
        let report = app.find(found).await;
        let plan = app.preview(&report, remedy, &json!({ "address": found })).await;
        let id = report["subject"]["id"].as_str().unwrap();
        app.elsewhere("DELETE", &format!("/users/{id}"), Value::Null).await;
        let result = app.carry_out(&plan).await;
        assert_eq!(result["outcome"], "refused", "{remedy}");
        assert_eq!(result["problem"]["code"], "guest-gone", "{remedy}");
        assert_eq!(result["problem"]["changed"], "no", "{remedy}");
        assert_eq!(app.ask("status", json!({})).await["unfinished"], 0);
    }
}

#[tokio::test]
async fn what_somebody_else_changed_since_the_preview_is_not_overwritten() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(PIETER).await;
    let plan = app.preview(&report, "keep-one-address", &json!({})).await;
    let id = report["subject"]["id"].as_str().unwrap();
    app.elsewhere("PATCH", &format!("/users/{id}"), json!({ "otherMails": [PIETER, "third@example.com"] }))
        .await;
    let result = app.carry_out(&plan).await;
    assert_eq!(
        (result["outcome"].as_str(), result["problem"]["code"].as_str()),
        (Some("refused"), Some("tenant-changed"))
    );
    assert_eq!(app.user(id).unwrap()["otherMails"], json!([PIETER, "third@example.com"]));
}

#[tokio::test]
async fn an_undo_first_checks_that_what_it_takes_back_still_stands() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(PIETER).await;
    let plan = app.preview(&report, "keep-one-address", &json!({})).await;
    app.carry_out(&plan).await;
    let id = report["subject"]["id"].as_str().unwrap();
    app.elsewhere("PATCH", &format!("/users/{id}"), json!({ "otherMails": ["third@example.com"] })).await;
    let entry = app.latest().await;
    app.refused_as("preview_undo", json!({ "change": entry["id"] }), Code::ChangedSince).await;
    let gone = app.latest().await;
    assert_eq!((&gone["canUndo"], &gone["back"]), (&json!(false), &json!("gone")));

    // The same between the preview and the confirmation
    app.elsewhere("PATCH", &format!("/users/{id}"), json!({ "otherMails": [PIETER] })).await;
    let plan = app.ask("preview_undo", json!({ "change": entry["id"] })).await;
    app.elsewhere("PATCH", &format!("/users/{id}"), json!({ "otherMails": ["third@example.com"] })).await;
    let result = app.carry_out(&plan).await;
    assert_eq!(
        (result["outcome"].as_str(), result["problem"]["code"].as_str()),
        (Some("refused"), Some("changed-since"))
    );
    assert_eq!(app.user(id).unwrap()["otherMails"], json!(["third@example.com"]));
}

#[tokio::test]
async fn a_lost_answer_to_a_change_that_was_made_is_found_out_by_reading_back() {
    for remedy in ["keep-one-address", "set-mail"] {
        let app = Harness::built_in().sign_in("user-admin").await;
        let report = app.find(PIETER).await;
        let plan = app.preview(&report, remedy, &json!({ "address": PIETER })).await;
        app.faults(json!([{ "method": "PATCH", "path": "/users/*", "nth": 1, "do": "drop-after" }]));
        let result = app.carry_out(&plan).await;
        assert_eq!(result["outcome"], "done", "{remedy}: {result:#}");
        assert_eq!(app.ask("status", json!({})).await["unfinished"], 0);
    }
}

#[tokio::test]
async fn a_group_that_does_not_take_the_guest_is_named_and_the_rest_is_done() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(SOFIE).await;
    let plan = app.preview(&report, "remove-and-invite", &json!({})).await;
    app.faults(json!([{ "method": "POST", "path": "/groups/*/members/$ref", "nth": 1, "do": "status", "status": 403 }]));
    let result = app.carry_out(&plan).await;
    assert_eq!(result["outcome"], "done", "{result:#}");
    assert_eq!(result["left"][0]["code"], "group");
    let groups: Vec<&Value> =
        plan["groups"].as_array().unwrap().iter().map(|group| &group["displayName"]).collect();
    assert!(groups.contains(&&result["left"][0]["group"]));
}

#[tokio::test]
async fn a_directory_that_lags_is_waited_for() {
    for unseen_reference in [UnseenReference::NotFound404, UnseenReference::Invalid400] {
        let behaviour =
            Behaviour { replication: Duration::from_secs(6), unseen_reference, ..Behaviour::default() };
        let app = Harness::behaving(behaviour).sign_in("user-admin").await;
        let report = app.find(SOFIE).await;
        let plan = app.preview(&report, "remove-and-invite", &json!({})).await;
        let result = app.carry_out(&plan).await;
        assert_eq!(result["outcome"], "done", "{unseen_reference:?}: {result:#}");
        assert_eq!(result["left"], json!([]), "{unseen_reference:?}");

        let report = app.find(PIETER).await;
        let plan = app.preview(&report, "set-mail", &json!({})).await;
        assert_eq!(app.carry_out(&plan).await["outcome"], "done");
    }
}

#[tokio::test]
async fn what_was_set_but_cannot_be_seen_yet_is_said_to_be_just_that() {
    let behaviour = Behaviour { replication: Duration::from_mins(10), ..Behaviour::default() };
    let app = Harness::behaving(behaviour).sign_in("user-admin").await;
    let report = app.find(PIETER).await;
    let plan = app.preview(&report, "set-mail", &json!({})).await;
    let result = app.carry_out(&plan).await;
    assert_eq!(result["outcome"], "not-yet-visible", "{result:#}");
    // Its "after" is what was accepted; nothing is called right, and looking again is what is suggested.
    assert_eq!((&result["made"], &result["conclusion"]), (&json!("not-seen-yet"), &json!("not-seen-yet")));
    assert_eq!(result["changes"][0]["after"], json!([PIETER]));
    assert_eq!((&result["primary"], &result["actions"][1]), (&json!("look-again"), &json!("look-again")));
    let entry = app.latest().await;
    assert_eq!((&entry["state"], &entry["made"]), (&json!("not-yet-visible"), &json!("not-seen-yet")));

    // Once it shows, looking again finds it.
    app.clock().pass(Duration::from_mins(10));
    assert_eq!(app.find(PIETER).await["verdict"], "healthy");
}

#[tokio::test]
async fn a_wait_that_was_stopped_is_not_called_right_although_the_diagnosis_after_it_is() {
    // Given a write that shows after nine seconds, and a wait that is stopped before
    let behaviour = Behaviour { replication: Duration::from_secs(9), ..Behaviour::default() };
    let app = Harness::behaving(behaviour).sign_in("user-admin").await;
    let report = app.find(PIETER).await;
    let plan = app.preview(&report, "set-mail", &json!({})).await;
    let change = app.begin(&plan).await;
    app.ask("cancel", json!({ "ticket": change })).await;
    let result = app.end_of(&change).await;
    assert_ne!(result["conclusion"], "directory-right", "{result:#}");
}

#[tokio::test]
async fn a_refused_change_stands_in_the_history_as_not_made() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(PIETER).await;
    let plan = app.preview(&report, "set-mail", &json!({})).await;
    app.faults(json!([{ "method": "PATCH", "path": "/users/*", "nth": 1, "do": "status", "status": 403 }]));
    assert_eq!(app.carry_out(&plan).await["outcome"], "refused");
    let entry = app.latest().await;
    assert_eq!((&entry["state"], &entry["made"]), (&json!("refused"), &json!("no")), "{entry:#}");
    assert_eq!(entry["changes"][0]["after"], json!([PIETER]), "what would have been");
}

#[tokio::test]
async fn a_conflict_that_comes_up_at_the_last_moment_is_refused_or_seen() {
    for conflict in [Conflict::Refuse400, Conflict::SilentlyKept] {
        // Given an owner that reads cannot see yet, because the directory lags
        let behaviour = Behaviour { conflict, replication: Duration::from_secs(20), ..Behaviour::default() };
        let app = Harness::behaving(behaviour).sign_in("user-admin").await;
        let report = app.find(PIETER).await;
        let plan = app.preview(&report, "set-mail", &json!({})).await;
        give_to_somebody_else(&app, PIETER).await;

        // When the main address is set
        let result = app.carry_out(&plan).await;

        // Then it is not claimed to be right
        if conflict == Conflict::Refuse400 {
            assert_eq!(result["outcome"], "refused", "{result:#}");
            assert_eq!(result["problem"]["code"], "address-conflict");
            assert_eq!(result["problem"]["address"], PIETER);
            // The owner is looked up by the id in the answer, and nobody is led to the same refusal again.
            assert_eq!(result["problem"]["owner"], "Eva Meijer");
            let report = app.find(PIETER).await;
            let recommended =
                report["remedies"].as_array().unwrap().iter().find(|it| it["recommended"] == true);
            assert_eq!(recommended.unwrap()["kind"], "resolve-conflict", "{report:#}");
        } else {
            assert_eq!(result["outcome"], "not-yet-visible", "{result:#}");
            assert_eq!(result["left"][0]["code"], "proxy-not-added");
            assert_ne!(result["report"]["verdict"], "healthy");
        }
    }
}

/// Another user gets the address, at a second desk.
async fn give_to_somebody_else(app: &SignedIn, address: &str) {
    let users = app.tenant().snapshot()["users"].as_array().unwrap().clone();
    let eva = users.iter().find(|user| user["displayName"] == "Eva Meijer").unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    app.elsewhere("PATCH", &format!("/users/{eva}"), json!({ "mail": address })).await;
}

#[tokio::test]
async fn an_owner_who_came_since_the_preview_is_named_before_anything_is_sent() {
    for (remedy, found) in [("set-mail", PIETER), ("remove-and-invite", SOFIE)] {
        let app = Harness::built_in().sign_in("user-admin").await;
        let report = app.find(found).await;
        let plan = app.preview(&report, remedy, &json!({})).await;
        give_to_somebody_else(&app, found).await;
        let result = app.carry_out(&plan).await;
        assert_eq!(result["outcome"], "refused", "{result:#}");
        assert_eq!(result["problem"]["code"], "address-conflict");
        assert_eq!(result["problem"]["owner"], "Eva Meijer");
        assert_eq!(result["problem"]["changed"], "no");
        assert_eq!(app.ask("history", json!({})).await["entries"], json!([]), "nothing was begun");
    }
}

#[tokio::test]
async fn a_lookup_that_fails_makes_facts_unknown_and_never_empty() {
    let app = Harness::built_in().sign_in("user-admin").await;
    app.faults(json!([{ "method": "GET", "path": "/users", "nth": 1, "do": "status", "status": 403 }]));
    let report = app.find("nobody@example.com").await;
    assert_eq!(report["verdict"], "cannot-tell");
}

#[tokio::test]
async fn throttling_is_waited_for_and_a_dead_server_is_said_to_be_one() {
    let app = Harness::built_in().sign_in("user-admin").await;
    app.faults(json!([{ "method": "POST", "path": "/$batch", "nth": 1, "do": "status", "status": 429, "retryAfter": "2" }]));
    assert_eq!(app.find(PIETER).await["verdict"], "misconfigured");

    let dead: Vec<Value> = (1..=60)
        .map(|nth| json!({ "method": "POST", "path": "/$batch", "nth": nth, "do": "drop-before" }))
        .collect();
    app.faults(json!(dead));
    let ask = json!({ "address": PIETER, "group": null, "guest": null, "ticket": "t" });
    let problem = app.refused("find", ask).await;
    assert_eq!(problem.code, Code::Unreachable);
}

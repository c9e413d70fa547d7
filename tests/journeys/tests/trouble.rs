//! When something comes in between: a guest vanishes, an answer is lost, the app crashes, the directory lags.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::time::Duration;

use bridge::view::ProblemCode as Code;
use journeys::{SignedIn, Stage};
use practice::{Behaviour, Conflict, UnseenReference};
use serde_json::{Value, json};

const PIETER: &str = "pieter@northwindtraders.com";
const SOFIE: &str = "sofie.lindqvist@tailspintoys.com";

/// The same organisation at a second desk: somebody else changes something meanwhile.
async fn elsewhere(app: &SignedIn, method: &str, path: &str, body: Value) {
    use tower::ServiceExt;
    let request = http::Request::builder()
        .method(method)
        .uri(format!("https://graph.microsoft.com/v1.0{path}"))
        .header("authorization", "Bearer practice.global-admin")
        .header("content-type", "application/json")
        .body(bytes::Bytes::from(body.to_string()))
        .unwrap();
    let answer = app.tenant().clone().oneshot(request).await.unwrap();
    assert!(answer.status().is_success(), "{answer:?}");
}

#[tokio::test]
async fn a_guest_who_vanishes_between_preview_and_confirmation_is_said_to_be_gone() {
    for (remedy, found) in [("keep-one-address", PIETER), ("set-mail", PIETER), ("remove-and-invite", SOFIE)]
    {
        let app = Stage::built_in().sign_in("user-admin").await;
        let report = app.find(found).await;
        let plan = app.preview(&report, remedy, &json!({ "address": found })).await;
        let id = report["subject"]["id"].as_str().unwrap();
        elsewhere(&app, "DELETE", &format!("/users/{id}"), Value::Null).await;
        let result = app.carry_out(&plan).await;
        assert_eq!(result["outcome"], "refused", "{remedy}");
        assert_eq!(result["problem"]["code"], "guest-gone", "{remedy}");
        assert_eq!(result["problem"]["changed"], "no", "{remedy}");
        assert_eq!(app.ask("status", json!({})).await["unfinished"], 0);
    }
}

#[tokio::test]
async fn what_somebody_else_changed_since_the_preview_is_not_overwritten() {
    let app = Stage::built_in().sign_in("user-admin").await;
    let report = app.find(PIETER).await;
    let plan = app.preview(&report, "keep-one-address", &json!({})).await;
    let id = report["subject"]["id"].as_str().unwrap();
    elsewhere(&app, "PATCH", &format!("/users/{id}"), json!({ "otherMails": [PIETER, "third@example.com"] }))
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
    let app = Stage::built_in().sign_in("user-admin").await;
    let report = app.find(PIETER).await;
    let plan = app.preview(&report, "keep-one-address", &json!({})).await;
    app.carry_out(&plan).await;
    let id = report["subject"]["id"].as_str().unwrap();
    elsewhere(&app, "PATCH", &format!("/users/{id}"), json!({ "otherMails": ["third@example.com"] })).await;
    let entry = app.latest().await;
    let plan = app.ask("preview_undo", json!({ "change": entry["id"] })).await;
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
        let app = Stage::built_in().sign_in("user-admin").await;
        let report = app.find(PIETER).await;
        let plan = app.preview(&report, remedy, &json!({ "address": PIETER })).await;
        app.faults(json!([{ "method": "PATCH", "path": "/users/*", "nth": 1, "do": "drop-after" }]));
        let result = app.carry_out(&plan).await;
        assert_eq!(result["outcome"], "done", "{remedy}: {result:#}");
        assert_eq!(app.ask("status", json!({})).await["unfinished"], 0);
    }
}

#[tokio::test]
async fn an_invitation_refused_after_the_deletion_leaves_a_way_back() {
    // Given a server that refuses the invitation
    let app = Stage::built_in().sign_in("user-admin").await;
    let report = app.find(SOFIE).await;
    let id = report["subject"]["id"].as_str().unwrap().to_owned();
    let plan = app.preview(&report, "remove-and-invite", &json!({})).await;
    app.faults(
        json!([{ "method": "POST", "path": "/invitations", "nth": 1, "do": "status", "status": 403 }]),
    );

    // When it is carried out
    let result = app.carry_out(&plan).await;

    // Then it says that the account is deleted, and offers the way back and the way on
    assert_eq!(result["outcome"], "interrupted", "{result:#}");
    assert_eq!(result["problem"]["code"], "invitation-refused");
    assert_eq!(result["problem"]["kind"], "refused");
    assert_eq!(result["problem"]["changed"], "yes");
    assert_eq!((result["canPutBack"].as_bool(), result["canContinue"].as_bool()), (Some(true), Some(true)));
    assert!(app.user(&id).is_none());

    // When the original is put back
    let entry = app.latest().await;
    assert_eq!(entry["state"], "interrupted");
    let plan = app.ask("preview_put_back", json!({ "change": entry["id"] })).await;
    let result = app.carry_out(&plan).await;

    // Then everything is as it was, and nothing is left open
    assert_eq!(result["outcome"], "done", "{result:#}");
    assert_eq!(app.user(&id).unwrap()["displayName"], report["subject"]["displayName"]);
    assert_eq!(app.find(SOFIE).await["memberships"].as_array().unwrap().len(), 4);
    assert_eq!(app.ask("status", json!({})).await["unfinished"], 0);
}

/// A replacement that stopped after the deletion, because the invitation was refused.
async fn interrupted(app: &SignedIn) -> (String, Value) {
    let report = app.find(SOFIE).await;
    let plan = app.preview(&report, "remove-and-invite", &json!({})).await;
    app.faults(
        json!([{ "method": "POST", "path": "/invitations", "nth": 1, "do": "status", "status": 403 }]),
    );
    assert_eq!(app.carry_out(&plan).await["outcome"], "interrupted");
    app.faults(json!([]));
    (report["subject"]["id"].as_str().unwrap().to_owned(), app.latest().await)
}

#[tokio::test]
async fn a_way_back_that_is_refused_stays_open() {
    // Given an interrupted change, and a server that refuses to restore
    let app = Stage::built_in().sign_in("user-admin").await;
    let (id, entry) = interrupted(&app).await;
    let restore = format!("/directory/deletedItems/{id}/restore");
    app.faults(json!([{ "method": "POST", "path": restore, "nth": 1, "do": "status", "status": 403 }]));
    let put_back = json!({ "change": entry["id"] });
    let plan = app.ask("preview_put_back", put_back.clone()).await;
    let result = app.carry_out(&plan).await;
    assert_eq!(
        (result["outcome"].as_str(), result["problem"]["code"].as_str()),
        (Some("refused"), Some("missing-right"))
    );

    // Then it can be tried again
    let entries = app.ask("history", json!({})).await["entries"].clone();
    assert_eq!(
        (&entries[1]["canPutBack"], &entries[1]["canContinue"]),
        (&json!(true), &json!(true)),
        "{entries:#}"
    );
    let plan = app.ask("preview_put_back", put_back).await;
    assert_eq!(app.carry_out(&plan).await["outcome"], "done");
    assert!(app.user(&id).is_some());
    assert_eq!(app.ask("status", json!({})).await["unfinished"], 0);
    let entries = app.ask("history", json!({})).await["entries"].clone();
    assert_eq!(entries[2]["state"], "undone");
}

#[tokio::test]
async fn an_original_that_somebody_restored_meanwhile_ends_the_interrupted_change() {
    for way in ["preview_continue", "preview_put_back"] {
        let app = Stage::built_in().sign_in("user-admin").await;
        let (id, entry) = interrupted(&app).await;
        elsewhere(&app, "POST", &format!("/directory/deletedItems/{id}/restore"), json!({})).await;
        let plan = app.ask(way, json!({ "change": entry["id"] })).await;
        let result = app.carry_out(&plan).await;
        assert_eq!(result["problem"]["code"], "changed-since", "{way}: {result:#}");
        assert!(app.user(&id).is_some(), "{way}");
        assert_eq!(app.ask("status", json!({})).await["unfinished"], 0, "{way}");
    }
}

#[tokio::test]
async fn what_was_interrupted_is_gone_on_with_after_a_restart() {
    // Given an invitation whose answer is lost, before or after it was acted upon, or a connection that breaks
    for what in ["drop-before", "drop-after", "status"] {
        let app = Stage::built_in().sign_in("user-admin").await;
        let report = app.find(SOFIE).await;
        let id = report["subject"]["id"].as_str().unwrap().to_owned();
        let plan = app.preview(&report, "remove-and-invite", &json!({})).await;
        let fault = json!({ "method": "POST", "path": "/groups/*/members/$ref", "nth": 2, "do": what, "status": 500 });
        app.faults(json!([fault]));
        let change = app.begin(&plan).await;
        let first = app.end_of(&change).await;

        // When the app is started again
        app.faults(json!([]));
        let app = app.restart("user-admin").await;
        let entry = app.latest().await;
        let outcome = first["outcome"].as_str().unwrap();
        if outcome != "done" {
            assert_eq!(app.ask("status", json!({})).await["unfinished"], 1, "{what}: {first:#}");
            let plan = app.ask("preview_continue", json!({ "change": entry["id"] })).await;
            assert_eq!(plan["kind"], "continue");
            let result = app.carry_out(&plan).await;
            assert_eq!(result["outcome"], "done", "{what}: {result:#}");
        }

        // Then he is there once, in all groups, and nothing is left open
        let after = app.find(SOFIE).await;
        assert_ne!(after["subject"]["id"], json!(id), "{what}");
        assert_eq!(after["candidates"], json!([]), "{what}");
        assert!(after["memberships"].as_array().unwrap().len() >= 3, "{what}: {after:#}");
        assert_eq!(app.ask("status", json!({})).await["unfinished"], 0, "{what}");
    }
}

#[tokio::test]
async fn a_lost_invitation_is_not_sent_twice_when_it_was_acted_upon() {
    let app = Stage::built_in().sign_in("user-admin").await;
    let report = app.find(SOFIE).await;
    let plan = app.preview(&report, "remove-and-invite", &json!({})).await;
    app.faults(json!([{ "method": "POST", "path": "/invitations", "nth": 1, "do": "drop-after" }]));
    let result = app.carry_out(&plan).await;
    assert_eq!(result["outcome"], "done", "{result:#}");
    let invitations =
        app.tenant().recorded().iter().filter(|it| it.path_and_query.contains("/invitations")).count();
    assert_eq!(invitations, 1);
}

#[tokio::test]
async fn an_existing_account_that_the_invitation_answers_with_is_not_touched() {
    // Given somebody who invites the same address right after the deletion
    let app = Stage::built_in().sign_in("user-admin").await;
    let report = app.find(SOFIE).await;
    let plan = app.preview(&report, "remove-and-invite", &json!({})).await;
    app.faults(
        json!([{ "method": "POST", "path": "/invitations", "nth": 1, "do": "status", "status": 403 }]),
    );
    app.carry_out(&plan).await;
    app.faults(json!([]));
    app.clock().pass(Duration::from_hours(1));
    let body = json!({ "invitedUserEmailAddress": SOFIE, "inviteRedirectUrl": "https://myapplications.microsoft.com" });
    elsewhere(&app, "POST", "/invitations", body).await;

    // When the change is gone on with much later
    let old = app.latest().await;
    let before: Vec<Value> = app.tenant().snapshot()["users"].as_array().unwrap().clone();
    let plan = app.ask("preview_continue", json!({ "change": old["id"] })).await;
    let result = app.carry_out(&plan).await;

    // Then it stops instead of adding somebody else's account to the groups
    assert_eq!(result["outcome"], "interrupted", "{result:#}");
    assert_eq!(result["problem"]["code"], "invitation-other-account");
    assert_eq!(app.tenant().snapshot()["users"].as_array().unwrap(), &before);

    // And neither going on nor the way back takes it for ours
    for way in ["preview_continue", "preview_put_back"] {
        let plan = app.ask(way, json!({ "change": old["id"] })).await;
        app.carry_out(&plan).await;
        let users = app.tenant().snapshot()["users"].as_array().unwrap().clone();
        assert!(before.iter().all(|user| users.contains(user)), "{way}");
    }
}

#[tokio::test]
async fn a_group_that_does_not_take_him_is_named_and_the_rest_is_done() {
    let app = Stage::built_in().sign_in("user-admin").await;
    let report = app.find(SOFIE).await;
    let plan = app.preview(&report, "remove-and-invite", &json!({})).await;
    app.faults(json!([{ "method": "POST", "path": "/groups/*/members/$ref", "nth": 1, "do": "status", "status": 403 }]));
    let result = app.carry_out(&plan).await;
    assert_eq!(result["outcome"], "done", "{result:#}");
    assert_eq!(result["left"][0]["code"], "group");
    let groups: Vec<&Value> =
        plan["groups"].as_array().unwrap().iter().map(|group| &group["displayName"]).collect();
    assert!(groups.contains(&&result["left"][0]["args"]["group"]));
}

#[tokio::test]
async fn a_directory_that_lags_is_waited_for() {
    for unseen_reference in [UnseenReference::NotFound404, UnseenReference::Invalid400] {
        let behaviour =
            Behaviour { replication: Duration::from_secs(6), unseen_reference, ..Behaviour::default() };
        let app = Stage::behaving(behaviour).sign_in("user-admin").await;
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
    let app = Stage::behaving(behaviour).sign_in("user-admin").await;
    let report = app.find(PIETER).await;
    let plan = app.preview(&report, "set-mail", &json!({})).await;
    let result = app.carry_out(&plan).await;
    assert_eq!(result["outcome"], "not-yet-visible", "{result:#}");
    assert_eq!(app.latest().await["state"], "not-yet-visible");
}

#[tokio::test]
async fn a_conflict_that_comes_up_at_the_last_moment_is_refused_or_seen() {
    for conflict in [Conflict::Refuse400, Conflict::SilentlyKept] {
        // Given an owner that reads cannot see yet, because the directory lags
        let behaviour = Behaviour { conflict, replication: Duration::from_secs(20), ..Behaviour::default() };
        let app = Stage::behaving(behaviour).sign_in("user-admin").await;
        let report = app.find(PIETER).await;
        let plan = app.preview(&report, "set-mail", &json!({})).await;
        give_to_somebody_else(&app, PIETER).await;

        // When the main address is set
        let result = app.carry_out(&plan).await;

        // Then it is not claimed to be right
        if conflict == Conflict::Refuse400 {
            assert_eq!(result["outcome"], "refused", "{result:#}");
            assert_eq!(result["problem"]["code"], "address-conflict");
            assert_eq!(result["problem"]["args"]["address"], PIETER);
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
    elsewhere(app, "PATCH", &format!("/users/{eva}"), json!({ "mail": address })).await;
}

#[tokio::test]
async fn an_owner_who_came_since_the_preview_is_named_before_anything_is_sent() {
    for (remedy, found) in [("set-mail", PIETER), ("remove-and-invite", SOFIE)] {
        let app = Stage::built_in().sign_in("user-admin").await;
        let report = app.find(found).await;
        let plan = app.preview(&report, remedy, &json!({})).await;
        give_to_somebody_else(&app, found).await;
        let result = app.carry_out(&plan).await;
        assert_eq!(result["outcome"], "refused", "{result:#}");
        assert_eq!(result["problem"]["code"], "address-conflict");
        assert_eq!(result["problem"]["args"]["owner"], "Eva Meijer");
        assert_eq!(result["problem"]["changed"], "no");
        assert_eq!(app.ask("history", json!({})).await["entries"], json!([]), "nothing was begun");
    }
}

#[tokio::test]
async fn a_lookup_that_fails_makes_facts_unknown_and_never_empty() {
    let app = Stage::built_in().sign_in("user-admin").await;
    app.faults(json!([{ "method": "GET", "path": "/users", "nth": 1, "do": "status", "status": 403 }]));
    let report = app.find("nobody@example.com").await;
    assert_eq!(report["verdict"], "cannot-tell");
}

#[tokio::test]
async fn throttling_is_waited_for_and_a_dead_server_is_said_to_be_one() {
    let app = Stage::built_in().sign_in("user-admin").await;
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

#[tokio::test]
async fn a_change_is_stopped_between_two_of_its_steps() {
    // Given a directory that lags, so that there is something to wait for
    let behaviour = Behaviour { replication: Duration::from_secs(20), ..Behaviour::default() };
    let app = Stage::behaving(behaviour).sign_in("user-admin").await;
    let report = app.find(SOFIE).await;
    let plan = app.preview(&report, "remove-and-invite", &json!({})).await;
    let change = app.begin(&plan).await;
    app.ask("cancel", json!({ "ticket": change })).await;
    let result = app.end_of(&change).await;

    // Then it is cancelled with nothing changed, or interrupted with a way on and back; nothing in between
    match result["outcome"].as_str().unwrap() {
        "cancelled" => assert_eq!(result["problem"]["changed"], "no"),
        "interrupted" => {
            assert_eq!((&result["canContinue"], &result["canPutBack"]), (&json!(true), &json!(true)));
        }
        other => panic!("{other}: {result:#}"),
    }
}

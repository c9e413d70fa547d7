//! A change that stopped half-way: the way on, the way back, and what must never happen on either.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::time::Duration;

use journeys::{Harness, SignedIn};
use practice::Behaviour;
use serde_json::{Value, json};
use window_contract::view::ProblemCode as Code;

const SOFIE: &str = "sofie.lindqvist@tailspintoys.com";

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
async fn an_invitation_refused_after_the_deletion_leaves_a_way_back() {
    // Given a server that refuses the invitation
    let app = Harness::built_in().sign_in("user-admin").await;
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
    assert_eq!(result["actions"], json!(["put-back", "continue", "close"]));
    assert_eq!(result["primary"], "put-back");
    assert!(app.user(&id).is_none());

    // When the guest is looked up, putting the account back is what to do, and not another app's business
    let entry = app.latest().await;
    assert_eq!(entry["state"], "interrupted");
    let deleted = app.find(SOFIE).await;
    assert_eq!(deleted["verdict"], "deleted");
    assert_eq!(
        (&deleted["putBack"]["change"], &deleted["putBack"]["followUp"]),
        (&entry["id"], &json!("put-back"))
    );
    assert!(!deleted["advice"].as_array().unwrap().contains(&json!("restore-elsewhere")), "{deleted:#}");
    let status = app.ask("status", json!({})).await;
    assert_eq!(status["oldestUnfinished"], json!({ "guestName": entry["guestName"], "at": entry["at"] }));

    // When the original is put back
    let plan = app.ask("preview_put_back", json!({ "change": entry["id"] })).await;
    let result = app.carry_out(&plan).await;

    // Then everything is as it was, and nothing is left open
    assert_eq!(result["outcome"], "done", "{result:#}");
    assert_eq!(app.user(&id).unwrap()["displayName"], report["subject"]["displayName"]);
    assert_eq!(app.find(SOFIE).await["memberships"].as_array().unwrap().len(), 4);
    assert_eq!(app.ask("status", json!({})).await["unfinished"], 0);
}

#[tokio::test]
async fn a_way_back_that_is_refused_stays_open() {
    // Given an interrupted change, and a server that refuses to restore
    let app = Harness::built_in().sign_in("user-admin").await;
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
        let app = Harness::built_in().sign_in("user-admin").await;
        let (id, entry) = interrupted(&app).await;
        app.elsewhere("POST", &format!("/directory/deletedItems/{id}/restore"), json!({})).await;
        let of = json!({ "change": entry["id"] });
        if way == "preview_put_back" {
            // The preview looks itself.
            app.refused_as(way, of, Code::ChangedSince).await;
        } else {
            let plan = app.ask(way, of).await;
            let result = app.carry_out(&plan).await;
            assert_eq!(result["problem"]["code"], "changed-since", "{way}: {result:#}");
        }
        assert!(app.user(&id).is_some(), "{way}");
        assert_eq!(app.ask("status", json!({})).await["unfinished"], 0, "{way}");
    }
}

#[tokio::test]
async fn what_was_interrupted_is_gone_on_with_after_a_restart() {
    // Given an invitation whose answer is lost, before or after it was acted upon, or a connection that breaks
    for what in ["drop-before", "drop-after", "status"] {
        let app = Harness::built_in().sign_in("user-admin").await;
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

        // Then the guest is there once, in all groups, and nothing is left open
        let after = app.find(SOFIE).await;
        assert_ne!(after["subject"]["id"], json!(id), "{what}");
        assert_eq!(after["candidates"], json!([]), "{what}");
        assert!(after["memberships"].as_array().unwrap().len() >= 3, "{what}: {after:#}");
        assert_eq!(app.ask("status", json!({})).await["unfinished"], 0, "{what}");
    }
}

#[tokio::test]
async fn a_lost_invitation_is_not_sent_twice_when_it_was_acted_upon() {
    let app = Harness::built_in().sign_in("user-admin").await;
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
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(SOFIE).await;
    let plan = app.preview(&report, "remove-and-invite", &json!({})).await;
    app.faults(
        json!([{ "method": "POST", "path": "/invitations", "nth": 1, "do": "status", "status": 403 }]),
    );
    app.carry_out(&plan).await;
    app.faults(json!([]));
    app.clock().pass(Duration::from_hours(1));
    let body = json!({ "invitedUserEmailAddress": SOFIE, "inviteRedirectUrl": "https://myapplications.microsoft.com" });
    app.elsewhere("POST", "/invitations", body).await;

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
async fn after_starting_over_the_ways_back_of_earlier_changes_are_gone_and_those_of_later_ones_are_not() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let change = async || {
        let report = app.find("pieter@northwindtraders.com").await;
        let plan = app.preview(&report, "keep-one-address", &json!({})).await;
        assert_eq!(app.carry_out(&plan).await["outcome"], "done");
    };
    change().await;
    assert_eq!(app.latest().await["canUndo"], true);
    app.ask("start_over", json!({})).await;
    let earlier = app.latest().await;
    assert_eq!((&earlier["canUndo"], &earlier["back"]), (&json!(false), &json!("gone")));
    change().await;
    let later = app.latest().await;
    assert_eq!((&later["canUndo"], &later["back"]), (&json!(true), &json!("open")));
}

#[tokio::test]
async fn a_change_is_stopped_between_two_of_its_steps() {
    // Given a directory that lags, so that there is something to wait for
    let behaviour = Behaviour { replication: Duration::from_secs(20), ..Behaviour::default() };
    let app = Harness::behaving(behaviour).sign_in("user-admin").await;
    let report = app.find(SOFIE).await;
    let plan = app.preview(&report, "remove-and-invite", &json!({})).await;
    let change = app.begin(&plan).await;
    app.ask("cancel", json!({ "ticket": change })).await;
    let result = app.end_of(&change).await;

    // Then it is cancelled with nothing changed, or interrupted with a way on and back; nothing in between
    match result["outcome"].as_str().unwrap() {
        "cancelled" => assert_eq!(result["problem"]["changed"], "no"),
        "interrupted" => {
            assert_eq!(result["actions"], json!(["put-back", "continue", "close"]));
        }
        other => panic!("{other}: {result:#}"),
    }
}

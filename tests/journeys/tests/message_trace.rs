//! What became of the mail to a group, on its way to one guest.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::time::Duration;

use journeys::{Harness, SignedIn};
use practice::{Behaviour, Tenant, Tracing};
use serde_json::{Value, json};
use window_contract::view::{Problem, ProblemCode};

fn group_id(name: &str) -> String {
    let file: Value =
        serde_json::from_str(include_str!("../../../crates/practice/scenarios/contoso.json")).unwrap();
    let groups = file["groups"].as_array().unwrap();
    let group = groups.iter().find(|group| group["displayName"] == name).unwrap();
    group["id"].as_str().unwrap().to_owned()
}

async fn look(app: &SignedIn, address: &str, group: &str) -> Value {
    app.find_in(address, json!(group_id(group)), Value::Null).await
}

/// The answer, or the problem.
async fn traced(app: &SignedIn, report: &Value, group: &str) -> Result<Value, Problem> {
    let ask = json!({ "guest": report["subject"]["id"], "group": group_id(group), "ticket": "trace" });
    app.try_ask("trace_messages", ask).await
}

fn fates(trace: &Value) -> Vec<&str> {
    trace["messages"].as_array().unwrap().iter().map(|it| it["fate"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn messages_that_were_expanded_without_the_guest_show_that_the_group_leaves_them_out() {
    // Given a guest without main address in a group to which others wrote
    let app = Harness::built_in().sign_in("global-admin").await;
    let report = look(&app, "pieter@northwindtraders.com", "Sales NL").await;
    assert_eq!(report["trace"], json!({ "permissions": [] }));

    // When the mail is followed
    let trace = traced(&app, &report, "Sales NL").await.unwrap();

    // Then it is told that the group sent it on, and not to them
    assert_eq!((&trace["conclusion"], fates(&trace)), (&json!("not-sent-to-them"), vec!["left-out"; 2]));
    assert_eq!(trace["groupAddress"], "sales-nl@contoso.nl");
    // and nothing of what the messages were about, or where they came from
    let told = trace.to_string();
    for secret in ["subject", "nobody has to see", "203.0.113", "colleague@"] {
        assert!(!told.contains(secret), "{secret} in {told}");
    }

    // When the address is repaired and a colleague writes again
    let address = json!({ "address": "pieter@northwindtraders.com" });
    let plan = app.preview(&report, "set-mail", &address).await;
    assert_eq!(app.carry_out(&plan).await["outcome"], "done");
    app.ask("practise_message", json!({ "group": group_id("Sales NL") })).await;
    app.clock().pass(Duration::from_hours(3));

    // Then the newest message decides
    let trace = traced(&app, &report, "Sales NL").await.unwrap();
    assert_eq!(trace["conclusion"], "at-the-guests", "{trace}");
    assert_eq!(fates(&trace), ["delivered", "left-out", "left-out"]);
}

#[tokio::test]
async fn what_was_kept_back_or_not_taken_is_told_from_what_arrived() {
    let app = Harness::built_in().sign_in("global-admin").await;
    let told = [
        ("fatima@northwindtraders.com", "Sales NL", "at-the-guests"),
        ("fatima@northwindtraders.com", "Klantpanel", "not-delivered"),
        ("truus@dijkstra.example", "Klantpanel", "kept-back-here"),
        ("thomas.mueller@wingtiptoys.com", "Logistiek", "kept-back-here"),
        ("joke@vanleeuwen-vastgoed.example", "Nieuwsbrief Klanten", "at-the-guests"),
        ("marta.kowalska@example.org", "Directieoverleg", "no-messages"),
    ];
    for (address, group, conclusion) in told {
        let report = look(&app, address, group).await;
        let trace = traced(&app, &report, group).await.unwrap();
        assert_eq!(trace["conclusion"], conclusion, "{address} in {group}");
    }
}

#[tokio::test]
async fn it_is_offered_where_a_group_is_chosen_and_whoever_looks_may() {
    let app = Harness::built_in().sign_in("global-admin").await;
    assert_eq!(app.find("pieter@northwindtraders.com").await["trace"], Value::Null, "no group, no mail");
    for (persona, offered) in [("owner", false), ("reader", true), ("global-admin", true)] {
        let app = Harness::built_in().sign_in(persona).await;
        let report = look(&app, "pieter@northwindtraders.com", "Sales NL").await;
        assert_eq!(!report["trace"].is_null(), offered, "{persona}: {}", report["trace"]);
        let trace = traced(&app, &report, "Sales NL").await;
        assert_eq!(trace.is_ok(), offered, "{persona}: {trace:?}");
    }
}

#[tokio::test]
async fn where_it_is_not_set_up_that_is_said_and_nobody_is_signed_out() {
    let behaviour = Behaviour { tracing: Tracing::NotSetUp, ..Behaviour::default() };
    let app = Harness::on(Tenant::built_in().unwrap(), behaviour).sign_in("global-admin").await;
    let report = look(&app, "pieter@northwindtraders.com", "Sales NL").await;
    let problem = traced(&app, &report, "Sales NL").await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::TracingNotSetUp);
    assert_eq!(app.find("pieter@northwindtraders.com").await["verdict"], "misconfigured");
}

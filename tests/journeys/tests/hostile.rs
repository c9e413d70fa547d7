//! A hostile directory, through the whole app: whatever names hold, each story ends as it does with honest ones.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use journeys::{Harness, SignedIn};
use practice::{Behaviour, Organisation};
use serde_json::{Map, Value, json};

const PIETER: &str = "pieter@northwindtraders.com";
const JAN: &str = "jan@fabrikam.nl";

/// What is sent, by its name; the tests in the browser send the same.
fn texts() -> Vec<(String, String)> {
    let texts: Map<String, Value> = serde_json::from_str(include_str!("../../hostile/texts.json")).unwrap();
    texts.into_iter().map(|(what, text)| (what, text.as_str().unwrap().to_owned())).collect()
}

/// Contoso, with this text in every name of a user, group and contact.
fn organisation(text: &str) -> Organisation {
    let contoso = include_str!("../../../crates/practice/scenarios/contoso.json");
    let mut contoso: Value = serde_json::from_str(contoso).unwrap();
    for kind in ["users", "groups", "contacts", "deletedUsers"] {
        for object in contoso[kind].as_array_mut().unwrap() {
            for field in ["displayName", "givenName", "surname", "companyName", "jobTitle", "description"] {
                if object[field].is_string() {
                    object[field] = json!(text);
                }
            }
        }
    }
    Organisation::read(&contoso.to_string()).unwrap()
}

async fn app(text: &str) -> SignedIn {
    Harness::on(organisation(text), Behaviour::default()).sign_in("user-admin").await
}

/// The commands of a script: what is no comment, without what a value of the directory may be part of.
fn commands(script: &str) -> Vec<String> {
    let lines = script.lines().filter(|line| !line.trim_start().starts_with('#'));
    lines.map(|line| line.split('\'').next().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn whatever_names_hold_a_change_is_made_recorded_and_undone() {
    // All of it in one name: each start of the app and of its organisation takes a while.
    let all: String = texts().into_iter().map(|(_, text)| text).collect();
    let names = [("everything", all), ("none", "none".to_owned()), ("a megabyte", "<b>".repeat(350_000))];
    for (what, text) in names {
        let app = app(&text).await;
        let report = app.find(PIETER).await;
        assert_eq!(report["verdict"], "misconfigured", "{what}");
        let id = report["subject"]["id"].as_str().unwrap().to_owned();
        let before = app.user(&id).unwrap();
        let plan = app.preview(&report, "keep-one-address", &json!({ "address": PIETER })).await;
        let result = app.carry_out(&plan).await;
        assert_eq!(result["outcome"], "done", "{what}: {result}");

        // The record is read back whole, by the next start too.
        let app = app.restart("user-admin").await;
        let history = app.ask("history", json!({})).await;
        assert_eq!(history["entries"].as_array().unwrap().len(), 1, "{what}");
        let undo = app.ask("preview_undo", json!({ "change": app.latest().await["id"] })).await;
        assert_eq!(app.carry_out(&undo).await["outcome"], "done", "{what}");
        assert_eq!(app.user(&id).unwrap()["otherMails"], before["otherMails"], "{what}");
    }
}

#[tokio::test]
async fn whatever_names_hold_the_script_has_the_same_commands() {
    let script_of = async |text: &str| {
        let app = app(text).await;
        let report = app.find(JAN).await;
        let script = app
            .ask(
                "exchange_script",
                json!({ "owner": report["owner"], "door": "another-address", "lists": [] }),
            )
            .await;
        script["text"].as_str().unwrap().to_owned()
    };
    let honest = script_of("J. de Vries").await;
    for (what, text) in texts() {
        let script = script_of(&text).await;
        assert_eq!(script.lines().count(), honest.lines().count(), "{what}");
        assert_eq!(commands(&script), commands(&honest), "{what}");
        assert!(!script.contains(['\u{202e}', '\u{2069}', '\r', '\u{1b}', '\u{200b}']), "{what}");
    }
}

//! Everybody in the practice organisation, in the window: the verdict on screen is the one that was written beside
//! them by hand.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use serde_json::Value;
use std::path::Path;
use window::story::verdict_of;
use window::{Harness, Launch};

/// Who is looked up, in which group, and what the verdict should be.
fn expectations() -> Vec<(String, Option<String>, String)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../crates/practice/scenarios/contoso.json");
    let scenario: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let list = |name: &str| scenario[name].as_array().unwrap().clone();
    let people = list("users").into_iter().chain(list("deletedUsers")).map(|user| user["practice"].clone());
    let text = |value: &Value| value.as_str().map(str::to_owned);
    people
        .chain(list("lookups"))
        .filter_map(|one| Some((text(&one["find"])?, text(&one["group"]), text(&one["expected"])?)))
        .collect()
}

#[test]
fn every_built_in_guest_gets_the_verdict_written_beside_them() {
    let expectations = expectations();
    assert!(expectations.len() > 50, "only {} were read", expectations.len());
    let folder = temporary_folder::temporary_folder();
    let harness = Harness::set(&folder.path().join("logs")).unwrap();
    let window = harness.open(&Launch::new(&folder.path().join("data")).with("--practice")).unwrap();
    window
        .await_css("[data-testid=group] option:nth-child(3)")
        .or_else(|_| window.await_element("group"))
        .unwrap();

    let mut wrong = Vec::new();
    for (address, group, expected) in &expectations {
        let seen =
            verdict_of(&window, address, group.as_deref()).unwrap_or_else(|trouble| trouble.to_string());
        if seen != *expected {
            wrong.push(format!("{address} in {group:?}: {expected} is written, {seen} is seen"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), expectations.len(), wrong.join("\n"));
}

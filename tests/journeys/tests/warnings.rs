//! What a person must be warned of before they confirm, and what must not look surer than it is.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use journeys::{Harness, SignedIn};
use practice::{Behaviour, FaultFile, Organisation, Tenant};
use serde_json::{Value, json};

const SOFIE: &str = "sofie.lindqvist@tailspintoys.com";
const EMMA: &str = "emma+contoso@wingtiptoys.com";
const PIETER: &str = "pieter@northwindtraders.com";

/// The warnings of a preview of *remove and invite again*, by their codes.
async fn warnings(app: &SignedIn, address: &str) -> Vec<(String, Value)> {
    let report = app.find(address).await;
    let plan = app.preview(&report, "remove-and-invite", &json!({})).await;
    let warnings = plan["warnings"].as_array().unwrap();
    warnings.iter().map(|one| (one["code"].as_str().unwrap().to_owned(), one.clone())).collect()
}

fn warning<'a>(warnings: &'a [(String, Value)], code: &str) -> Option<&'a Value> {
    warnings.iter().find(|(own, _)| own == code).map(|(_, warning)| warning)
}

/// The built-in organisation, in which this guest owns so many groups besides.
fn where_the_guest_owns(address: &str, many: usize) -> Organisation {
    let mut file: Value =
        serde_json::from_str(include_str!("../../../crates/practice/scenarios/contoso.json")).unwrap();
    let users = file["users"].as_array().unwrap();
    let guest =
        users.iter().find(|user| user["otherMails"].to_string().contains(address)).unwrap()["id"].clone();
    for group in file["groups"].as_array_mut().unwrap().iter_mut().take(many) {
        group["owners"].as_array_mut().unwrap().push(guest.clone());
    }
    Organisation::read(&file.to_string()).unwrap()
}

#[tokio::test]
async fn objects_that_the_guest_owns_and_would_lose_are_warned_of_and_counted() {
    for owned in [0, 2] {
        let harness = Harness::on(where_the_guest_owns(SOFIE, owned), Behaviour::default());
        let warnings = warnings(&harness.sign_in("user-admin").await, SOFIE).await;
        let warning = warning(&warnings, "owns-objects");
        assert_eq!(warning.is_some(), owned > 0, "{warnings:?}");
        assert!(warning.is_none_or(|it| it.to_string().contains(&owned.to_string())), "{warning:?}");
    }
}

#[tokio::test]
async fn owned_objects_that_cannot_be_read_are_not_taken_for_none() {
    let app = Harness::built_in().sign_in("user-admin").await;
    app.faults(json!([
        { "method": "GET", "path": "/users/*/ownedObjects", "nth": 1, "do": "status", "status": 403 },
    ]));
    let warnings = warnings(&app, SOFIE).await;
    let warning = warning(&warnings, "not-seen").unwrap_or_else(|| panic!("{warnings:?}"));
    assert!(warning.to_string().contains("ownedObjects"), "{warning}");
}

#[tokio::test]
async fn characters_that_the_invitation_may_refuse_are_named() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let emma = warnings(&app, EMMA).await;
    let warning_of_emma = warning(&emma, "invitation-characters").unwrap_or_else(|| panic!("{emma:?}"));
    assert!(warning_of_emma.to_string().contains('+'), "{warning_of_emma}");
    let sofie = warnings(&app, SOFIE).await;
    assert!(warning(&sofie, "invitation-characters").is_none(), "{sofie:?}");
}

#[tokio::test]
async fn a_remedy_whose_rights_could_not_be_confirmed_is_not_shown_as_ready() {
    for (roles_are_read, availability) in [(true, "ready"), (false, "unconfirmed")] {
        // Given roles that can be read, or cannot
        let harness = Harness::on(Tenant::built_in().unwrap(), Behaviour::default());
        if !roles_are_read {
            let path = "/me/memberOf/microsoft.graph.directoryRole";
            let fault = json!({ "method": "GET", "path": path, "nth": 1, "do": "status", "status": 403 });
            let text = json!({ "version": 1, "faults": [fault] }).to_string();
            harness.tenant.set_faults(FaultFile::read(&text).unwrap());
        }
        let app = harness.sign_in("user-admin").await;

        // Then every remedy that fits says so, and can be tried all the same
        let report = app.find(PIETER).await;
        for kind in ["set-mail", "keep-one-address", "remove-and-invite"] {
            let remedy = SignedIn::remedy(&report, kind).unwrap();
            assert_eq!(remedy["availability"], availability, "{remedy:#}");
        }
        let plan = app.preview(&report, "set-mail", &json!({})).await;
        assert!(plan["id"].is_string(), "{plan:#}");
    }
}

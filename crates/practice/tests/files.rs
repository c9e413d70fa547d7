//! Files: the tenant file and the state file.
#![allow(
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    reason = "in a test a failed unwrap is a failed test"
)]

mod common;

use common::*;
use practice::{Behaviour, Organisation, StateError, Tenant, TenantFileError};
use serde_json::{Value, json};

#[test]
fn tenant_files_that_contradict_themselves_are_refused_by_name() {
    let spoilt = |change: fn(&mut Value)| {
        let mut file = file();
        change(&mut file);
        Organisation::read(&file.to_string()).map(|_| ()).unwrap_err().to_string()
    };
    assert!(matches!(Organisation::read(r#"{"version":2}"#), Err(TenantFileError::Newer { found: 2 })));
    assert!(matches!(Organisation::read("nonsense"), Err(TenantFileError::Shape(_))));
    assert!(spoilt(|file| file["users"][0]["mial"] = json!("x")).contains("mial"));
    assert!(spoilt(|file| file["users"][0]["id"] = json!(OWNER)).contains(OWNER));
    assert!(spoilt(|file| file["groups"][0]["members"] = json!(["nobody"])).contains("nobody"));
    assert!(spoilt(|file| file["personas"]["x"] = json!({ "userId": "nobody" })).contains('x'));
    assert!(spoilt(|file| file["people"] = json!([])).contains("people"));
}

#[tokio::test]
async fn the_state_survives_a_restart_and_start_over_resets_it() {
    let folder = temporary_folder::temporary_folder();
    let path = folder.path().join("practice.json");
    // What was deleted some days ago is so by the clock, which would go on meanwhile.
    let clock = TestClock::new();
    let open = || Tenant::open(&path, organisation().with_guests(3), clock.behaviour()).unwrap();
    let tenant = open();
    let first = tenant.snapshot();
    let synthetic = get(&tenant, "user-admin", "/users?$filter=mail%20eq%20'anke.adeyemi.0@guests.example'")
        .await
        .ids()[0]
        .to_owned();
    patch(&tenant, "user-admin", PIETER, json!({ "otherMails": [] })).await;
    delete(&tenant, "user-admin", &format!("/users/{JAN}")).await;
    delete(&tenant, "user-admin", &format!("/users/{synthetic}")).await;
    delete(&tenant, "owner", &format!("/groups/{SALES}/members/{PIETER}/$ref")).await;
    drop(tenant);

    let tenant = open();
    assert_eq!(
        get(&tenant, "user-admin", &format!("/users/{PIETER}?$select=otherMails")).await.body["otherMails"],
        json!([])
    );
    assert_eq!(get(&tenant, "user-admin", &format!("/users/{JAN}")).await.status, 404);
    assert_eq!(get(&tenant, "user-admin", &format!("/users/{synthetic}")).await.status, 404);
    assert_eq!(
        get(&tenant, "user-admin", &format!("/groups/{SALES}/members?$select=id")).await.ids(),
        [ANNA]
    );
    let restored =
        send(&tenant, "user-admin", "POST", &format!("/directory/deletedItems/{JAN}/restore"), &[], None)
            .await;
    assert_eq!(restored.status, 200);
    assert_eq!(
        get(&tenant, "user-admin", &format!("/groups/{SALES}/members?$select=id")).await.ids(),
        [ANNA, JAN]
    );

    tenant.start_over().unwrap();
    assert_eq!(tenant.snapshot(), first);
    assert_eq!(open().snapshot(), first);
}

#[test]
fn a_state_file_that_is_newer_damaged_or_anothers_is_refused_and_left_alone() {
    let folder = temporary_folder::temporary_folder();
    let path = folder.path().join("practice.json");
    let mut other = file();
    other["organization"]["id"] = json!("99999999-0000-4000-8000-000000000002");
    let others = json!({ "version": 1, "organisation": other }).to_string();
    let newer_inside = json!({ "version": 1, "organisation": { "version": 7 } }).to_string();
    for (text, fits) in [
        (
            r#"{"version":2}"#,
            (|error| matches!(error, StateError::Newer { found: 2, .. })) as fn(&StateError) -> bool,
        ),
        (newer_inside.as_str(), |error| matches!(error, StateError::Newer { found: 7, .. })),
        (r#"{"version":1,"#, |error| matches!(error, StateError::Shape { .. })),
        (r#"{"version":1}"#, |error| matches!(error, StateError::Contents { .. })),
        (others.as_str(), |error| matches!(error, StateError::OtherOrganisation { .. })),
    ] {
        std::fs::write(&path, text).unwrap();
        let error = Tenant::open(&path, organisation(), Behaviour::default()).unwrap_err();
        assert!(fits(&error), "{error}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    }
}

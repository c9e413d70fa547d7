//! From an address to a diagnosis: two round trips one after the other, counted at the server, whatever there is to
//! find.
#![allow(clippy::unwrap_used, reason = "in a test a failed unwrap is a failed test")]

use std::time::Duration;

use journeys::{Harness, SignedIn};
use practice::{Behaviour, Organisation, Tenant};
use serde_json::{Value, json};

const PIETER: &str = "pieter@northwindtraders.com";

async fn round_trips(app: &SignedIn, address: &str, group: Value) -> (u64, Value) {
    let before = app.tenant().round_trips();
    let report = app.find_in(address, group, Value::Null).await;
    (app.tenant().round_trips() - before, report)
}

#[tokio::test]
async fn a_guest_with_ten_groups_and_a_conflict_is_found_in_two_round_trips() {
    // Given Marek Nowak, who is in ten groups, and whose address a contact owns
    let app = Harness::built_in().sign_in("user-admin").await;
    let (trips, report) = round_trips(&app, "marek.nowak@proseware.com", Value::Null).await;
    assert_eq!(report["verdict"], "conflict");
    assert_eq!(report["memberships"].as_array().unwrap().len(), 10);
    assert_eq!(trips, 2);

    // A chosen group, its settings and what Exchange knows of it cost nothing more
    let groups = app.ask("groups", json!({})).await;
    let group = groups["groups"][0]["id"].clone();
    let (trips, report) = round_trips(&app, "marek.nowak@proseware.com", group).await;
    assert!(!report["verdict"].is_null());
    assert_eq!(trips, 2);
}

#[tokio::test]
async fn nobody_of_the_built_in_organisations_costs_more_than_two_round_trips() {
    let closed = Organisation::read(include_str!("../../../crates/practice/scenarios/closed.json")).unwrap();
    for organisation in [Tenant::built_in().unwrap(), closed] {
        let everybody = organisation.answer_key();
        let app = Harness::on(organisation, Behaviour::default()).sign_in("user-admin").await;
        for expected in everybody {
            let (trips, _) = round_trips(&app, &expected.find, json!(expected.group)).await;
            assert!((1..=2).contains(&trips), "{}: {trips}", expected.find);
        }
    }
}

/// How many waits for the server follow one another in a search: with a server that lets each answer wait, requests
/// that are made side by side all arrive before the first answer goes out, and those that wait for an answer do not.
async fn depth(app: &SignedIn, address: &str) -> (usize, u64) {
    let tenant = app.tenant();
    let before = tenant.round_trips();
    let mut seen = vec![before];
    let search = app.find(address);
    tokio::pin!(search);
    loop {
        let done = tokio::select! {
            biased;
            _ = &mut search => true,
            () = tokio::time::sleep(Duration::from_millis(1)) => false,
        };
        let now = tenant.round_trips();
        if seen.last() != Some(&now) {
            seen.push(now);
        }
        if done {
            return (seen.len() - 1, tenant.round_trips() - before);
        }
    }
}

#[tokio::test]
async fn batches_that_are_too_long_for_one_are_sent_side_by_side() {
    // Given a guest with as many other addresses as a user can have: more questions than one batch holds
    let mut file: Value =
        serde_json::from_str(include_str!("../../../crates/practice/scenarios/contoso.json")).unwrap();
    let users = file["users"].as_array_mut().unwrap();
    let pieter = users.iter_mut().find(|user| user["displayName"] == "Pieter Jansen").unwrap();
    let others = (1..250).map(|number| format!("pieter{number}@example.com"));
    pieter["otherMails"] = json!(std::iter::once(PIETER.to_owned()).chain(others).collect::<Vec<_>>());
    let organisation = Organisation::read(&file.to_string()).unwrap();
    let slow = Behaviour { latency: Some(Duration::from_millis(30)), ..Behaviour::default() };

    // When the guest is looked for
    let app = Harness::on(organisation, slow.clone()).sign_in("user-admin").await;
    let (depth_of_pieter, trips) = depth(&app, PIETER).await;

    // Then there are many requests, and still no more than two waits
    assert!(trips > 5, "{trips}");
    assert_eq!(depth_of_pieter, 2);

    // And the count is one that tells: what waits for an answer counts
    let app = Harness::behaving(slow).sign_in("user-admin").await;
    assert_eq!(depth(&app, "marek.nowak@proseware.com").await, (2, 2));
}

#[tokio::test]
async fn by_user_name_and_by_id_it_is_two_waits_as_well() {
    let slow = Behaviour { latency: Some(Duration::from_millis(30)), ..Behaviour::default() };
    let app = Harness::behaving(slow).sign_in("user-admin").await;
    let (_, report) = round_trips(&app, "marek.nowak@proseware.com", Value::Null).await;
    let id = report["subject"]["id"].as_str().unwrap();
    assert_eq!(depth(&app, "marek.nowak_proseware.com#EXT#@contoso.onmicrosoft.com").await, (2, 2));
    // Who has the address and what surrounds the guest are asked side by side.
    assert_eq!(depth(&app, id).await, (2, 3));
    // A deleted guest; several readings of one name.
    assert_eq!(depth(&app, "e9291111-8c15-4f31-a563-f1754a909580").await, (2, 2));
    let (waits, _) = depth(&app, "anne_marie_bos_litwareinc.com#EXT#@contoso.onmicrosoft.com").await;
    assert_eq!(waits, 2);
}

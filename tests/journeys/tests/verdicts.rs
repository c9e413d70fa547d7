//! For every guest who is built in: the verdict equals the one written beside them by hand.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use guest::Verdict;
use journeys::Harness;
use practice::{Behaviour, Organisation, Tenant};
use serde_json::{Value, json};

fn closed() -> Organisation {
    Organisation::read(include_str!("../../../crates/practice/scenarios/closed.json")).unwrap()
}

async fn verdicts(organisation: Organisation) -> Vec<String> {
    let expected = organisation.answer_key();
    let app = Harness::on(organisation, Behaviour::default()).sign_in("user-admin").await;
    let mut wrong = Vec::new();
    for expected in expected {
        let group = expected.group.clone().map_or(Value::Null, Value::String);
        let report = app.find_in(&expected.find, group, Value::Null).await;
        if report["verdict"] != json!(expected.verdict) {
            wrong.push(format!(
                "{}: {} instead of {} ({})",
                expected.find, report["verdict"], expected.verdict, expected.story
            ));
        }
    }
    wrong
}

#[tokio::test]
async fn every_guest_of_contoso_gets_the_verdict_written_beside_them() {
    let wrong = verdicts(Tenant::built_in().unwrap()).await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn every_guest_of_the_closed_organisation_gets_the_verdict_written_beside_them() {
    let wrong = verdicts(closed()).await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn every_verdict_there_is_stands_beside_somebody() {
    let everybody = [Tenant::built_in().unwrap(), closed()];
    let all: Vec<Value> =
        everybody.iter().flat_map(Organisation::answer_key).map(|it| json!(it.verdict)).collect();
    // That needs a server that fails: it has a story of its own in `trouble.rs`.
    for verdict in Verdict::ALL.iter().filter(|it| **it != Verdict::CannotTell) {
        assert!(all.contains(&json!(verdict)), "nobody is {verdict:?}");
    }
}

#[tokio::test]
async fn the_days_left_to_restore_are_those_of_the_story_whenever_the_organisation_is_opened() {
    for today in ["2026-11-22T12:00:00Z", "2026-11-25T23:59:00Z", "2031-02-28T00:00:01Z"] {
        let app = Harness::at(today).sign_in("user-admin").await;
        for (address, days) in [("karin@blom-notaris.example", 24), ("jeroen.aerts@wingtiptoys.com", 2)] {
            let report = app.find(address).await;
            assert_eq!(report["cause"]["days"], days, "{address} on {today}");
        }
    }
}

#[tokio::test]
async fn who_is_in_a_list_through_another_list_is_not_told_to_be_put_on_it() {
    let tenant = Tenant::built_in().unwrap();
    let joke = tenant.answer_key().into_iter().find(|it| it.find.starts_with("joke@")).unwrap();
    let app = Harness::on(tenant, Behaviour::default()).sign_in("user-admin").await;
    let report = app.find_in(&joke.find, json!(joke.group), Value::Null).await;
    let check = report["checklist"].as_array().unwrap().iter().find(|it| it["kind"] == "member").unwrap();
    assert_eq!(
        (&check["state"], &check["group"]),
        (&json!("through-another"), &json!("Nieuwsbrief Klanten"))
    );
    let findings: Vec<&Value> = report["findings"].as_array().unwrap().iter().map(|it| &it["code"]).collect();
    assert!(findings.contains(&&json!("member-through-another")), "{findings:?}");
}

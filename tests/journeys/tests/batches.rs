//! Many guests are repaired with one look and one confirmation: through the commands, as the page asks them.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::collections::BTreeMap;

use journeys::{Harness, SignedIn};
use serde_json::{Value, json};
use window_contract::view::ProblemCode;

const TOM: &str = "tom.verbeek@fabrikam.com";
const INKOOP: &str = "inkoop@adatum-benelux.example";
const PRIYA: &str = "priya.raman@woodgrovebank.com";
const ISABELLE: &str = "isabelle.laurent@adatum.com";
const PIETER: &str = "pieter@northwindtraders.com";
const SOFIE: &str = "sofie.lindqvist@tailspintoys.com";
const WOUTER: &str = "wouter@vandijk-security.example";
const OLGA: &str = "olga.petrova@proseware.com";

/// The object ids of these guests, by the addresses they are found by.
async fn ids(app: &SignedIn, addresses: &[&str]) -> Vec<String> {
    let mut ids = Vec::new();
    for address in addresses {
        ids.push(app.find(address).await["subject"]["id"].as_str().unwrap().to_owned());
    }
    ids
}

/// Who is left out, by what they are called, and why.
fn left_out(plan: &Value) -> BTreeMap<&str, &str> {
    let all = plan["leftOut"].as_array().unwrap().iter();
    all.map(|guest| (guest["displayName"].as_str().unwrap(), guest["why"]["code"].as_str().unwrap()))
        .collect()
}

fn outcomes(batch: &Value) -> Vec<&Value> {
    batch["guests"].as_array().unwrap().iter().map(|guest| &guest["outcome"]).collect()
}

#[tokio::test]
async fn several_get_their_main_address_at_once_and_who_needs_somebody_to_choose_is_left_out() {
    // Given guests without a main address: of one a group has the only one, one has two
    let app = Harness::built_in().sign_in("user-admin").await;
    let chosen = ids(&app, &[INKOOP, PIETER, TOM, PRIYA, ISABELLE]).await;
    let plan = app.preview_batch("set-mail", &chosen).await;
    assert_eq!((&plan["chosen"], &plan["confirmNumber"]), (&json!(5), &Value::Null));
    assert_eq!(
        left_out(&plan),
        BTreeMap::from([("Pieter Jansen", "several-addresses"), ("Inkoop Adatum Benelux", "address-owned")]),
    );
    let names: Vec<_> = plan["guests"].as_array().unwrap().iter().map(|it| &it["displayName"]).collect();
    assert_eq!(names, ["Tom Verbeek", "Priya Raman", "Isabelle Laurent"]);
    assert_eq!(plan["guests"][1]["changes"][0]["after"], json!([PRIYA]));
    assert!(plan["notes"].as_array().unwrap().iter().any(|note| note["code"] == "mail-cannot-be-emptied"));

    // When it is confirmed, and the server says no to one of them
    app.faults(json!([{
        "method": "PATCH", "path": format!("/users/{}", chosen[3]), "do": "status", "status": 403,
    }]));
    let end = app.carry_out_batch(&plan).await;

    // Then the others are set, and the one is named with what the server said
    assert_eq!((&end["phase"], &end["done"], &end["total"]), (&json!("done"), &json!(3), &json!(3)));
    assert_eq!(outcomes(&end), ["done", "refused", "done"], "{end:#}");
    assert_eq!(end["guests"][1]["problem"]["code"], "missing-right", "{end:#}");
    assert_eq!(app.find(TOM).await["verdict"], "healthy");
    assert_eq!(app.user(&chosen[3]).unwrap()["mail"], Value::Null);
    assert_eq!(app.find(ISABELLE).await["verdict"], "healthy");

    // And each is a change of its own, under the one batch
    let history = app.ask("history", json!({})).await;
    let entries = history["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 3);
    assert!(entries.iter().all(|entry| entry["batch"] == end["id"] && entry["reason"] == "ticket 42"));
    let states: Vec<_> = entries.iter().rev().map(|entry| &entry["state"]).collect();
    assert_eq!(states, ["done", "refused", "done"]);
}

#[tokio::test]
async fn of_several_one_is_undone_from_history_and_the_others_stay() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let chosen = ids(&app, &[PIETER, SOFIE, WOUTER, PRIYA]).await;
    let plan = app.preview_batch("keep-one-address", &chosen).await;
    assert_eq!(plan["undo"], "full");
    assert_eq!(
        left_out(&plan),
        BTreeMap::from([("Wouter van Dijk", "protected"), ("Priya Raman", "does-not-fit")])
    );
    let end = app.carry_out_batch(&plan).await;
    assert_eq!(outcomes(&end), ["done", "done"], "{end:#}");

    let change = &end["guests"][0]["change"];
    let back = app.ask("preview_undo", json!({ "change": change })).await;
    assert_eq!(app.carry_out(&back).await["outcome"], "done");
    assert_eq!(app.user(&chosen[0]).unwrap()["otherMails"].as_array().unwrap().len(), 2);
    assert_eq!(app.user(&chosen[1]).unwrap()["otherMails"], json!([SOFIE]));
    let history = app.ask("history", json!({})).await;
    let of = |id: &Value| {
        history["entries"].as_array().unwrap().iter().find(|it| it["id"] == *id).unwrap().clone()
    };
    assert_eq!(of(change)["state"], "undone");
    assert_eq!(of(&end["guests"][1]["change"])["state"], "done");
    assert_eq!(
        (&history["entries"][0]["batch"], &history["entries"][0]["takesBack"]),
        (&Value::Null, change)
    );
}

#[tokio::test]
async fn the_third_refusal_in_a_row_asks_and_the_batch_is_stopped_by_its_id() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let chosen = ids(&app, &[TOM, PRIYA, ISABELLE, OLGA]).await;
    let plan = app.preview_batch("set-mail", &chosen).await;
    assert_eq!(plan["guests"].as_array().unwrap().len(), 4, "{plan:#}");
    app.faults(json!([{ "method": "PATCH", "path": "/users/*", "do": "status", "status": 403 }]));
    let asks = app.carry_out_batch(&plan).await;
    assert_eq!((&asks["phase"], &asks["done"]), (&json!("asking"), &json!(3)));
    app.refused_as("sign_out", json!({}), ProblemCode::ChangeRunning).await;

    app.ask("cancel", json!({ "ticket": asks["id"] })).await;
    let mut end = asks.clone();
    while end["phase"] == "asking" {
        end = app.batch_rests(&asks["id"]).await;
    }
    assert_eq!((&end["phase"], &end["guests"][3]["outcome"]), (&json!("stopped"), &Value::Null));
    app.refused("continue_batch", json!({ "batch": asks["id"] })).await;
    app.ask("sign_out", json!({})).await;
}

#[tokio::test]
async fn the_invitation_is_sent_again_to_several() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let chosen = ids(&app, &[OLGA, PRIYA]).await;
    let plan = app.preview_batch("resend-invitation", &chosen).await;
    assert_eq!(left_out(&plan), BTreeMap::from([("Priya Raman", "nothing-to-repair")]));
    assert_eq!(plan["undo"], "impossible");
    let end = app.carry_out_batch(&plan).await;
    assert_eq!(outcomes(&end), ["done"], "{end:#}");
}

#[tokio::test]
async fn whose_form_is_not_that_of_the_page_is_refused() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let id = ids(&app, &[PRIYA]).await.remove(0);
    let preview = |guests: Value| json!({ "remedy": "set-mail", "guests": guests, "ticket": "batch" });
    for guests in [json!([]), json!(vec![id.clone(); 501]), json!(["../me"]), json!([PRIYA])] {
        app.refused_as("preview_batch", preview(guests), ProblemCode::RequestMalformed).await;
    }
    let deletes = json!({ "remedy": "remove-and-invite", "guests": [id], "ticket": "batch" });
    app.refused_as("preview_batch", deletes, ProblemCode::NotForThisGuest).await;
    for (name, ask) in [
        ("confirm_batch", json!({ "plan": "1", "typed": null, "reason": null })),
        ("continue_batch", json!({ "batch": "1" })),
    ] {
        app.refused_as(name, ask, ProblemCode::RequestMalformed).await;
    }
}

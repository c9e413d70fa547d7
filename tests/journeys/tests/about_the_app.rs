//! What the app says of itself to whoever helps, after a day of work: what went on, and nothing of anybody.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use journeys::{Harness, SignedIn};
use serde_json::json;

const PIETER: &str = "pieter@northwindtraders.com";

async fn report(app: &SignedIn) -> String {
    app.ask("diagnostic_report", json!({})).await["text"].as_str().unwrap().to_owned()
}

/// Whoever of the organisation, and whatever that leads to them, stands in a text.
fn named(app: &SignedIn, status: &serde_json::Value, text: &str) -> Vec<String> {
    let guid = regex::Regex::new("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}").unwrap();
    let mut found: Vec<String> = guid.find_iter(text).map(|it| it.as_str().to_owned()).collect();
    let personas = app.tenant().personas();
    let names = personas.iter().flat_map(|persona| persona.display_name.split(' ')).filter(|it| it.len() > 3);
    let account = &status["account"];
    let mine =
        ["displayName", "userName", "organisation", "tenantId"].map(|it| account[it].as_str().unwrap());
    for name in names.chain(mine).chain(["Pieter", "Jansen", "northwind", "contoso", "@", "/"]) {
        if text.to_lowercase().contains(&name.to_lowercase()) {
            found.push(name.to_owned());
        }
    }
    found
}

#[tokio::test]
async fn the_report_tells_what_went_on_and_names_nobody() {
    for persona in ["user-admin", "owner", "reader", "guest"] {
        let app = Harness::built_in().sign_in(persona).await;
        let status = app.ask("status", json!({})).await;
        for typed in [PIETER, "jan@fabrikam.nl", "nobody here", "Pieter Jansen"] {
            let ask = json!({ "address": typed, "group": null, "guest": null, "ticket": "t" });
            app.try_ask("find", ask).await.ok();
        }
        let told = report(&app).await;
        assert_eq!(named(&app, &status, &told), Vec::<String>::new(), "{persona}: {told}");
        assert!(told.contains("signed in: practice organisation"), "{told}");
        assert!(told.contains("last problem: "), "{told}");
    }
}

#[tokio::test]
async fn a_change_that_was_refused_is_told_by_its_codes_and_the_request_support_asks_for() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let status = app.ask("status", json!({})).await;
    let found = app.find(PIETER).await;
    let plan = app.preview(&found, "set-mail", &json!({ "address": PIETER })).await;
    app.faults(json!([{ "method": "PATCH", "path": "/users/*", "do": "status", "status": 403 }]));
    let result = app.carry_out(&plan).await;
    let problem = &result["problem"];
    let request =
        problem["reference"]["requestId"].as_str().unwrap_or_else(|| panic!("no request: {result}"));

    let told = report(&app).await;
    let code = problem["code"].as_str().unwrap();
    assert!(told.contains(&format!("last problem: {code}, ")), "{told}");
    assert!(told.contains("status 403") && told.contains(&format!("request-id {request}")), "{told}");
    assert!(told.contains("history: 1 changes, 0 not finished"), "{told}");
    assert_eq!(named(&app, &status, &told), [request], "the request alone: {told}");
}

#[tokio::test]
async fn how_the_window_looks_outlives_the_app_and_whoever_was_signed_in() {
    let app = Harness::built_in().sign_in("owner").await;
    app.ask("set_theme", json!({ "theme": "dark" })).await;
    app.ask("zoom", json!({ "step": "larger" })).await;
    let app = app.restart("user-admin").await;
    let status = app.ask("status", json!({})).await;
    assert_eq!(status["appearance"], json!({ "theme": "dark", "zoom": 110 }));
    for (name, ask) in [
        ("set_theme", json!({ "theme": "pink" })),
        ("zoom", json!({ "step": "110" })),
        ("zoom", json!({ "step": "larger", "percent": 500 })),
    ] {
        let problem = app.refused(name, ask).await;
        assert_eq!(problem.code, window_contract::view::ProblemCode::RequestMalformed, "{name}");
    }
    assert_eq!(app.ask("status", json!({})).await["appearance"], status["appearance"]);
}

#[tokio::test]
async fn one_guest_is_forgotten_and_what_stays_on_record_is_counted() {
    // Given two guests who were looked up, one of whom was repaired,
    let app = Harness::built_in().sign_in("user-admin").await;
    let found = app.find(PIETER).await;
    app.find("jan@fabrikam.nl").await;
    let plan = app.preview(&found, "set-mail", &json!({ "address": PIETER })).await;
    assert_eq!(app.carry_out(&plan).await["outcome"], "done");
    // when one is forgotten, by an address typed another way,
    let forgotten = app.ask("forget_guest", json!({ "address": " Pieter@NorthwindTraders.com " })).await;
    // then no search is left of them, and it is said that the record cannot forget.
    assert_eq!((&forgotten["searches"], &forgotten["changes"]), (&json!(1), &json!(1)), "{forgotten}");
    let left = app.ask("recent", json!({})).await["searches"].clone();
    assert_eq!((left.as_array().unwrap().len(), &left[0]["address"]), (1, &json!("jan@fabrikam.nl")));
    assert_eq!(app.ask("history", json!({})).await["entries"].as_array().unwrap().len(), 1);
    // What is no address removes nothing.
    let refused = app.try_ask("forget_guest", json!({ "address": "Pieter" })).await.unwrap_err();
    assert_eq!(refused.kind, window_contract::view::Category::BadInput, "{refused:?}");
}

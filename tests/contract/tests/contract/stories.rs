//! What is done at the app, so that everything it can send is sent. Each story gives back what was recorded.

use std::time::Duration;

use bytes::Bytes;
use http::Request;
use journeys::{Harness, SignedIn};
use practice::{
    Allowed, Behaviour, Conflict, Exchange, FaultFile, Guests, Organisation, Tenant, Tracing, UnseenReference,
};
use serde_json::{Value, json};
use tower::ServiceExt as _;

pub(crate) const PIETER: &str = "pieter@northwindtraders.com";
pub(crate) const SOFIE: &str = "sofie.lindqvist@tailspintoys.com";

fn asked(address: &str) -> Value {
    json!({ "address": address, "group": null, "guest": null, "ticket": "t" })
}

fn plan_of(faults: &Value) -> FaultFile {
    FaultFile::read(&json!({ "version": 1, "faults": faults }).to_string()).unwrap()
}

async fn user_admin() -> SignedIn {
    Harness::built_in().sign_in("user-admin").await
}

async fn lagging(seconds: u64, behaviour: Behaviour) -> SignedIn {
    let behaviour = Behaviour { replication: Duration::from_secs(seconds), ..behaviour };
    Harness::behaving(behaviour).sign_in("user-admin").await
}

async fn apply(app: &SignedIn, found: &str, remedy: &str, choices: Value) -> Value {
    let report = app.find(found).await;
    let plan = app.preview(&report, remedy, &choices).await;
    app.carry_out(&plan).await
}

async fn go_on(app: &SignedIn, how: &str) -> Value {
    let entry = app.latest().await;
    let plan = app.ask(how, json!({ "change": entry["id"] })).await;
    app.carry_out(&plan).await
}

/// Somebody else does something at a second desk. It is not the app's doing, and is recorded all the same.
async fn elsewhere(app: &SignedIn, method: &str, path: &str, body: Value) {
    let request = Request::builder()
        .method(method)
        .uri(format!("https://graph.microsoft.com/v1.0{path}"))
        .header("authorization", "Bearer practice.global-admin")
        .header("content-type", "application/json")
        .body(Bytes::from(if body.is_null() { String::new() } else { body.to_string() }))
        .unwrap();
    assert!(app.tenant().clone().oneshot(request).await.unwrap().status().is_success());
}

/// Signs in, looks at the groups, finds everybody: with the groups of the answer key and without, and by id and user
/// name.
pub(crate) async fn everybody_is_found() -> Vec<Exchange> {
    let closed =
        Organisation::read(include_str!("../../../../crates/practice/scenarios/closed.json")).unwrap();
    let mut recorded = Vec::new();
    for organisation in [Tenant::built_in().unwrap(), closed] {
        let expected = organisation.answer_key();
        let app = Harness::on(organisation, Behaviour::default()).sign_in("user-admin").await;
        app.ask("groups", json!({})).await;
        for expected in expected {
            let report = app.find_in(&expected.find, json!(expected.group), Value::Null).await;
            assert_eq!(report["verdict"], json!(expected.verdict), "{}", expected.find);
            if let Some(id) = report["subject"]["id"].as_str() {
                assert_eq!(app.find(id).await["subject"]["id"], id);
                let user = app.user(id).unwrap_or_default();
                if let Some(name) = user["userPrincipalName"].as_str().filter(|it| it.contains("#EXT#")) {
                    assert_eq!(app.find(name).await["subject"]["id"], id);
                }
            }
            for candidate in report["candidates"].as_array().into_iter().flatten() {
                app.find_in(&expected.find, Value::Null, candidate["id"].clone()).await;
            }
        }
        recorded.extend(app.tenant().recorded());
    }
    recorded
}

/// One address is kept, which is undone; the main address is set, and set back.
pub(crate) async fn addresses_are_repaired() -> Vec<Exchange> {
    let app = user_admin().await;
    assert_eq!(apply(&app, PIETER, "keep-one-address", json!({})).await["outcome"], "done");
    assert_eq!(go_on(&app, "preview_undo").await["outcome"], "done");
    assert_eq!(apply(&app, PIETER, "set-mail", json!({ "address": PIETER })).await["outcome"], "done");
    let mail_elsewhere = json!({ "address": "noor.haddad@example.com" });
    if apply(&app, "noor.haddad@example.com", "set-mail", mail_elsewhere).await["canUndo"] == true {
        go_on(&app, "preview_undo").await;
    }
    app.ask("history", json!({})).await;
    app.tenant().recorded()
}

/// Each remedy of the table is carried out for the first of the practice organisation's guests whom it helps: one that
/// is added is recorded without a line here.
pub(crate) async fn every_remedy_is_carried_out() -> Vec<Exchange> {
    let mut recorded = Vec::new();
    for (kind, _) in procedure::remedies() {
        let app = user_admin().await;
        let plan = plan_for_somebody(&app, &kind.to_string()).await;
        let plan = plan.unwrap_or_else(|| panic!("nobody in the practice organisation needs {kind}"));
        assert_eq!(app.carry_out(&plan).await["outcome"], "done", "{kind}");
        recorded.extend(app.tenant().recorded());
    }
    recorded
}

async fn plan_for_somebody(app: &SignedIn, remedy: &str) -> Option<Value> {
    for expected in Tenant::built_in().unwrap().answer_key() {
        let report = app.find_in(&expected.find, json!(expected.group), Value::Null).await;
        if SignedIn::remedy(&report, remedy).is_none_or(|offer| offer["availability"] == "disabled") {
            continue;
        }
        let plan = app.preview_in(&report, &json!(expected.group), remedy, &json!({})).await;
        if !plan["id"].is_null() {
            return Some(plan);
        }
    }
    None
}

/// A guest is added to a group, and taken out again.
pub(crate) async fn a_member_comes_and_goes() -> Vec<Exchange> {
    let app = user_admin().await;
    let plan = plan_for_somebody(&app, "add-to-group").await.unwrap();
    assert_eq!(app.carry_out(&plan).await["outcome"], "done");
    assert_eq!(go_on(&app, "preview_undo").await["outcome"], "done");
    app.tenant().recorded()
}

/// Sofie, who has applications and a sponsor, is removed and invited again; then the original is restored.
pub(crate) async fn sofie_is_invited_again() -> Vec<Exchange> {
    let app = user_admin().await;
    assert_eq!(apply(&app, SOFIE, "remove-and-invite", json!({})).await["outcome"], "done");
    assert_eq!(go_on(&app, "preview_undo").await["outcome"], "done");
    app.tenant().recorded()
}

/// The same, interrupted in every way: refused, lost, restarted, gone on with, put back.
pub(crate) async fn sofie_is_interrupted() -> Vec<Exchange> {
    let mut recorded = Vec::new();
    for (path, what) in [
        ("/invitations", json!({ "do": "status", "status": 403 })),
        ("/invitations", json!({ "do": "drop-after" })),
        ("/groups/*/members/$ref", json!({ "do": "status", "status": 500 })),
        ("/groups/*/members/$ref", json!({ "do": "drop-before" })),
    ] {
        for how in ["preview_put_back", "preview_continue"] {
            let app = user_admin().await;
            let mut fault = what.clone();
            fault["method"] = json!("POST");
            fault["path"] = json!(path);
            fault["nth"] = json!(1);
            app.faults(json!([fault]));
            let result = apply(&app, SOFIE, "remove-and-invite", json!({})).await;
            app.faults(json!([]));
            let app = app.restart("user-admin").await;
            if result["outcome"] != "done" {
                go_on(&app, how).await;
            }
            recorded.extend(app.tenant().recorded());
        }
    }
    recorded
}

/// Personas who may not do it, and the guest who may not even look.
pub(crate) async fn some_are_refused() -> Vec<Exchange> {
    let mut recorded = Vec::new();
    for persona in ["reader", "owner", "inviter", "global-admin", "guest"] {
        let app = Harness::built_in().sign_in(persona).await;
        if persona == "guest" {
            app.refused("groups", json!({})).await;
            app.refused("find", asked(PIETER)).await;
            recorded.extend(app.tenant().recorded());
            continue;
        }
        app.ask("groups", json!({})).await;
        let report = app.find(PIETER).await;
        for remedy in ["set-mail", "keep-one-address", "remove-and-invite"] {
            if persona == "global-admin" {
                app.preview(&report, remedy, &json!({})).await;
            } else {
                app.refused("preview", SignedIn::wish(&report, remedy, &json!({}))).await;
            }
        }
        recorded.extend(app.tenant().recorded());
    }
    recorded
}

/// A directory that lags, an address that somebody takes at the last moment, a guest who vanishes.
pub(crate) async fn something_comes_in_between() -> Vec<Exchange> {
    let mut recorded = Vec::new();
    for unseen_reference in [UnseenReference::NotFound404, UnseenReference::Invalid400] {
        let app = lagging(6, Behaviour { unseen_reference, ..Behaviour::default() }).await;
        assert_eq!(apply(&app, SOFIE, "remove-and-invite", json!({})).await["outcome"], "done");
        recorded.extend(app.tenant().recorded());
    }
    for conflict in [Conflict::Refuse400, Conflict::SilentlyKept] {
        let app = lagging(20, Behaviour { conflict, ..Behaviour::default() }).await;
        let report = app.find(PIETER).await;
        let plan = app.preview(&report, "set-mail", &json!({})).await;
        let users = app.tenant().snapshot()["users"].clone();
        let eva = users.as_array().unwrap().iter().find(|user| user["displayName"] == "Eva Meijer").unwrap();
        let path = format!("/users/{}", eva["id"].as_str().unwrap());
        elsewhere(&app, "PATCH", &path, json!({ "mail": PIETER })).await;
        assert_ne!(app.carry_out(&plan).await["outcome"], "done");
        recorded.extend(app.tenant().recorded());
    }
    let app = user_admin().await;
    let report = app.find(PIETER).await;
    let plan = app.preview(&report, "keep-one-address", &json!({})).await;
    elsewhere(&app, "DELETE", &format!("/users/{}", report["subject"]["id"].as_str().unwrap()), Value::Null)
        .await;
    assert_eq!(app.carry_out(&plan).await["outcome"], "refused");
    recorded.extend(app.tenant().recorded());
    recorded
}

/// A server that is throttled, away, or has lost something; outside a batch and inside.
pub(crate) async fn the_server_has_trouble() -> Vec<Exchange> {
    let mut faults = Vec::new();
    for (method, path) in [("POST", "/$batch"), ("GET", "/users"), ("GET", "/groups"), ("PATCH", "/users/*")]
    {
        for (status, retry_after) in [
            (429, Some("2.128")),
            (503, Some("1")),
            (503, None),
            (404, None),
            (403, None),
            (401, None),
            (500, None),
        ] {
            let mut fault =
                json!({ "method": method, "path": path, "nth": 1, "do": "status", "status": status });
            if let Some(after) = retry_after {
                fault["retryAfter"] = json!(after);
            }
            faults.push(fault);
        }
    }
    for what in ["claims", "expired-token", "stale", "drop-before", "drop-after"] {
        faults.push(json!({ "method": "*", "path": "/$batch", "nth": 1, "do": what }));
    }
    let mut recorded = Vec::new();
    for fault in faults {
        // Whatever comes of it: it is the talk that counts here.
        let harness = Harness::built_in();
        harness.try_ask("sign_in", json!({ "persona": "user-admin" })).await.unwrap();
        harness.tenant.set_faults(plan_of(&json!([fault])));
        let _ = harness.try_ask("find", asked(PIETER)).await;
        let _ = harness.try_ask("groups", json!({})).await;
        harness.tenant.set_faults(plan_of(&json!([])));
        let app = harness.sign_in("user-admin").await;
        let report = app.find(PIETER).await;
        let plan = app.preview(&report, "keep-one-address", &json!({})).await;
        app.faults(json!([fault]));
        app.carry_out(&plan).await;
        recorded.extend(app.tenant().recorded());
    }
    recorded
}

/// Who owns groups sees how the guests in them stand; one group is refused, one is somebody else's.
pub(crate) async fn an_owner_looks_at_the_guests_of_their_groups() -> Vec<Exchange> {
    let app = Harness::built_in().sign_in("owner").await;
    let owned = app.ask("owned_groups", json!({ "ticket": "t" })).await;
    let mut groups: Vec<Value> =
        owned["groups"].as_array().unwrap().iter().map(|group| group["id"].clone()).collect();
    assert!(groups.len() > 3);
    groups.push(json!("cccccccc-0000-4000-8000-000000000000"));
    let path = format!("/groups/{}/members/*", groups[0].as_str().unwrap());
    app.faults(json!([{ "method": "GET", "path": path, "nth": 1, "do": "status", "status": 403 }]));
    app.ask("guests_of_groups", json!({ "groups": groups, "ticket": "t" })).await;
    app.tenant().recorded()
}

/// All guests are looked at, in pages, by each question the server may be asked.
pub(crate) async fn all_guests_are_looked_at() -> Vec<Exchange> {
    let mut recorded = Vec::new();
    for joined in [Allowed::Yes, Allowed::No] {
        let guests = Guests { count: 1_100, faulty: 30, seed: 1 };
        let organisation = Tenant::built_in().unwrap().with_some_faulty(guests);
        let behaviour = Behaviour { joined_advanced_filters: joined, ..Behaviour::default() };
        let app = Harness::on(organisation, behaviour).sign_in("user-admin").await;
        for depth in ["quick", "thorough"] {
            app.ask("start_survey", json!({ "depth": depth })).await;
            let mut news = json!({ "survey": { "phase": "running" }, "sequence": 0 });
            while news["survey"]["phase"] == "running" {
                let ask = json!({ "id": news["survey"]["id"], "after": news["sequence"] });
                news = app.ask("survey", ask).await;
            }
            assert_eq!(news["survey"]["phase"], "done");
        }
        recorded.extend(app.tenant().recorded());
    }
    recorded
}

/// So many groups that they come in pages.
pub(crate) async fn groups_come_in_pages() -> Vec<Exchange> {
    let mut file: Value =
        serde_json::from_str(include_str!("../../../../crates/practice/scenarios/contoso.json")).unwrap();
    let pattern = file["groups"][0].clone();
    for number in 0..1_100 {
        let mut group = pattern.clone();
        group["id"] = json!(format!("cccccccc-0000-4000-8000-{number:012}"));
        group["displayName"] = json!(format!("Group {number}"));
        group["mail"] = json!(format!("group{number}@contoso.nl"));
        group["proxyAddresses"] = json!([format!("SMTP:group{number}@contoso.nl")]);
        file["groups"].as_array_mut().unwrap().push(group);
    }
    let app = Harness::on(Organisation::read(&file.to_string()).unwrap(), Behaviour::default())
        .sign_in("owner")
        .await;
    let groups = app.ask("groups", json!({})).await;
    assert!(groups["groups"].as_array().unwrap().len() > 1_000);
    app.find(PIETER).await;
    let recorded = app.tenant().recorded();
    assert!(recorded.iter().any(|exchange| exchange.path_and_query.contains("skiptoken")));
    recorded
}

/// With messages to follow, and where it is not set up.
pub(crate) async fn mail_is_followed() -> Vec<Exchange> {
    let mut all = Vec::new();
    for tracing in [Tracing::SetUp, Tracing::NotSetUp] {
        let behaviour = Behaviour { tracing, ..Behaviour::default() };
        let app = Harness::behaving(behaviour).sign_in("global-admin").await;
        let report = app.find("pieter@northwindtraders.com").await;
        let groups = app.ask("groups", json!({})).await;
        let sales = groups["groups"].as_array().unwrap().iter().find(|it| it["displayName"] == "Sales NL");
        let group = &sales.unwrap()["id"];
        app.ask("practise_message", json!({ "group": group })).await;
        let ask = json!({ "guest": report["subject"]["id"], "group": group, "ticket": "trace" });
        let traced = app.try_ask("trace_messages", ask).await;
        assert_eq!(traced.is_ok(), tracing == Tracing::SetUp, "{traced:?}");
        all.extend(app.tenant().recorded());
    }
    all
}

//! What people paste finds the same guest, in whatever form.
#![allow(clippy::unwrap_used, reason = "in a test a failed unwrap is a failed test")]

use journeys::{Harness, SignedIn};
use practice::{Behaviour, Organisation};
use serde_json::{Value, json};
use window_contract::view::ProblemCode;

const JAN: &str = "jan@fabrikam.nl";

fn contoso() -> Value {
    serde_json::from_str(include_str!("../../../crates/practice/scenarios/contoso.json")).unwrap()
}

fn guests(file: &Value, which: &str) -> Vec<(String, String)> {
    let text = |user: &Value, property: &str| user[property].as_str().unwrap().to_owned();
    let users = file[which].as_array().unwrap().iter().map(|user| user.get("user").unwrap_or(user));
    let guests = users.filter(|user| text(user, "userPrincipalName").contains("#EXT#"));
    guests.map(|user| (text(user, "id"), text(user, "userPrincipalName"))).collect()
}

async fn subject(app: &SignedIn, typed: &str) -> Value {
    app.find(typed).await["subject"]["id"].clone()
}

#[tokio::test]
async fn every_form_finds_the_same_guest() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let jan = subject(&app, JAN).await;
    let id = jan.as_str().unwrap();
    for typed in [
        "jan_fabrikam.nl#EXT#@contoso.onmicrosoft.com",
        "JAN_FABRIKAM.NL#ext#@CONTOSO.onmicrosoft.com",
        "jan_fabrikam.nl%23EXT%23@contoso.onmicrosoft.com",
        "User principal name: jan_fabrikam.nl#EXT#@contoso.onmicrosoft.com",
        id,
        &format!("{{{}}}", id.to_uppercase()),
        &format!("Object ID\t{id}"),
        "jan%40fabrikam.nl",
        "[Jan](mailto:jan@fabrikam.nl)",
        "[jan@fabrikam.nl](mailto:jan@fabrikam.nl)",
        "Jan de Vries <jan@fabrikam.nl>",
    ] {
        assert_eq!(subject(&app, typed).await, jan, "{typed}");
    }
}

#[tokio::test]
async fn everybody_is_found_by_user_name_and_by_id_and_nobody_s_mail_goes_elsewhere_for_that() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let file = contoso();
    let (live, deleted) = (guests(&file, "users"), guests(&file, "deletedUsers"));
    assert!(live.len() > 30 && deleted.len() > 1, "{} {}", live.len(), deleted.len());
    for (id, name) in live.iter().chain(&deleted) {
        for typed in [id, name] {
            let report = app.find(typed).await;
            assert_eq!(report["subject"]["id"], json!(id), "{typed}");
            assert_ne!(report["cause"]["code"], "mail-elsewhere", "{typed}");
            assert_ne!(report["verdict"], "not-found", "{typed}");
        }
    }
    // The user name that somebody deleted had while they were here.
    for (id, name) in &deleted {
        let report = app.find(&name[32..]).await;
        let found = &report["subject"]["id"];
        assert!(found == id.as_str() || live.iter().any(|(live, _)| found == live.as_str()), "{name}");
    }
}

#[tokio::test]
async fn what_cannot_be_looked_for_is_said_with_what_can() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let refused = async |typed: &str| {
        app.refused("find", json!({ "address": typed, "group": null, "guest": null, "ticket": "t" })).await
    };
    let several = refused("jan@fabrikam.nl; pieter@northwindtraders.com").await;
    assert_eq!(several.code, ProblemCode::AddressSeveral { count: 2 });
    assert_eq!(several.search_instead, [JAN, "pieter@northwindtraders.com"]);

    let accented = refused("j\u{e1}n@fabrikam.nl").await;
    assert_eq!(accented.search_instead, [JAN]);
    assert!(subject(&app, &accented.search_instead[0]).await.is_string());

    let absent = refused("Jan de Vries").await;
    assert_eq!(absent.code, ProblemCode::AddressAbsent { typed: "Jan de Vries".to_owned() });

    let name = "nobody_fabrikam.nl#EXT#@contoso.onmicrosoft.com";
    let unknown = refused(name).await;
    assert_eq!(unknown.code, ProblemCode::UserNameUnknown { name: name.to_owned() });
    assert_eq!(unknown.search_instead, ["nobody@fabrikam.nl"]);

    let id = "00000000-0000-4000-8000-000000000000";
    assert_eq!(refused(id).await.code, ProblemCode::IdUnknown { id: id.to_owned() });
    // A group has an id too, and is no guest.
    let group = app.ask("groups", json!({})).await["groups"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(refused(&group).await.code, ProblemCode::IdUnknown { id: group });
}

#[tokio::test]
async fn a_guest_found_by_user_name_can_be_repaired() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find("pieter_northwindtraders.com#EXT#@contoso.onmicrosoft.com").await;
    let plan = app.preview(&report, "set-mail", &json!({})).await;
    let done = app.carry_out(&plan).await;
    assert_eq!(done["report"]["verdict"], "healthy", "{done}");
}

#[tokio::test]
async fn whoever_was_found_by_id_or_chosen_of_several_deleted_ones_is_looked_at_again() {
    let mut file = contoso();
    let users = file["users"].as_array_mut().unwrap();
    let pieter = users.iter().find(|user| user["displayName"] == "Pieter Jansen").unwrap().clone();
    let with_id = |id: &str, name: &str| {
        let mut other = pieter.clone();
        (other["id"], other["userPrincipalName"]) = (json!(id), json!(name));
        other
    };
    // given a second guest of one address, and two deleted ones of another
    users.push(with_id(
        "5e0c4b0a-0000-4000-8000-000000000001",
        "pieter.2_northwindtraders.com#EXT#@contoso.onmicrosoft.com",
    ));
    for last in ["2", "3"] {
        let id = format!("5e0c4b0a-0000-4000-8000-00000000000{last}");
        let name = format!("{}gone_example.org#EXT#@contoso.onmicrosoft.com", id.replace('-', ""));
        let mut gone = with_id(&id, &name);
        gone["deletedDateTime"] = json!("2026-11-20T08:00:00Z");
        gone["otherMails"] = json!(["gone@example.org"]);
        file["deletedUsers"].as_array_mut().unwrap().push(gone);
    }
    let organisation = Organisation::read(&file.to_string()).unwrap();
    let app = Harness::on(organisation, Behaviour::default()).sign_in("user-admin").await;
    let again = async |report: &Value| {
        app.find_in(report["searched"].as_str().unwrap(), Value::Null, report["chosen"].clone()).await
    };
    assert_eq!(app.find("pieter@northwindtraders.com").await["verdict"], "ambiguous");
    let id = pieter["id"].as_str().unwrap();
    let report = app.find(id).await;
    assert_eq!(again(&report).await["subject"]["id"], id);

    let several = app.find("gone@example.org").await;
    let candidates = several["candidates"].as_array().unwrap();
    assert_eq!((several["verdict"].as_str(), candidates.len()), (Some("deleted"), 2), "{several:#}");
    for candidate in candidates {
        let chosen = app.find_in("gone@example.org", Value::Null, candidate["id"].clone()).await;
        assert_eq!(chosen["verdict"], "deleted");
        assert_eq!(chosen["subject"]["id"], candidate["id"]);
        assert_eq!(again(&chosen).await["subject"]["id"], candidate["id"]);
    }
}

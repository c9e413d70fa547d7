//! A deleted guest comes back: whole, with a conflict, or not at all.
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::time::Duration;

use journeys::{Harness, SignedIn};
use practice::{Behaviour, Conflict, Organisation};
use serde_json::{Value, json};

const KARIN: &str = "karin@blom-notaris.example";
/// Deleted, and a contact has the address by now.
const OSCAR: &str = "oscar.lindholm@proseware.com";
const SOFIE: &str = "sofie.lindqvist@tailspintoys.com";

fn none() -> Value {
    json!({})
}

fn codes(notes: &Value) -> Vec<&str> {
    notes.as_array().unwrap().iter().map(|note| note["code"].as_str().unwrap()).collect()
}

fn recommended(report: &Value) -> Vec<&str> {
    let all = report["remedies"].as_array().unwrap().iter().filter(|it| it["recommended"] == true);
    all.map(|it| it["kind"].as_str().unwrap()).collect()
}

/// Contoso, with something in it changed.
fn contoso(change: impl FnOnce(&mut Value)) -> Organisation {
    let mut file: Value =
        serde_json::from_str(include_str!("../../../crates/practice/scenarios/contoso.json")).unwrap();
    change(&mut file);
    Organisation::read(&file.to_string()).unwrap()
}

/// A deleted user of the file.
fn deleted<'a>(file: &'a mut Value, address: &str) -> &'a mut Value {
    let all = file["deletedUsers"].as_array_mut().unwrap();
    all.iter_mut().find(|user| user["mail"] == address).unwrap()
}

#[tokio::test]
async fn a_deleted_guest_is_restored_and_no_fault_is_left() {
    // Given a deleted guest, who was in a group
    let organisation = contoso(|file| {
        let id = deleted(file, KARIN)["id"].clone();
        file["groups"][0]["members"].as_array_mut().unwrap().push(id);
    });
    let app = Harness::on(organisation, Behaviour::default()).sign_in("user-admin").await;
    let report = app.find(KARIN).await;
    assert_eq!((report["verdict"].as_str(), recommended(&report)), (Some("deleted"), vec!["restore"]));
    assert_eq!(
        report["advice"].as_array().unwrap().iter().filter(|it| **it == "restore-elsewhere").count(),
        0
    );
    let id = report["subject"]["id"].as_str().unwrap().to_owned();

    // When the restore is previewed, it says what it does, and that it is not undone
    let plan = app.preview(&report, "restore", &none()).await;
    assert_eq!(
        (&plan["undo"], &plan["deletes"], &plan["confirmText"]),
        (&json!("delete-again"), &json!(false), &Value::Null)
    );
    assert_eq!((codes(&plan["warnings"]), &plan["withoutTaken"]), (vec![], &Value::Null));
    assert_eq!(codes(&plan["notes"]), ["account-comes-back", "groups-show-afterwards"]);
    let result = app.carry_out(&plan).await;

    // Then the same account is there, in its group, and nothing is wrong
    assert_eq!((result["outcome"].as_str(), &result["left"]), (Some("done"), &json!([])), "{result:#}");
    assert_eq!(
        (&result["report"]["subject"]["id"], &result["report"]["verdict"]),
        (&json!(id), &json!("healthy"))
    );
    assert_eq!((&result["conclusion"], &result["actions"]), (&json!("directory-right"), &json!(["close"])));
    assert_eq!(result["memberships"].as_array().unwrap().len(), 1, "{result:#}");
    assert_eq!(app.user(&id).unwrap()["mail"], KARIN);
    let entry = app.latest().await;
    assert_eq!(
        (&entry["state"], &entry["kind"], &entry["canUndo"]),
        (&json!("done"), &json!("restore"), &json!(false))
    );
    assert_eq!(app.find(KARIN).await["verdict"], "healthy");
}

#[tokio::test]
async fn a_restore_that_is_refused_for_a_contact_names_it_and_leads_out_of_it() {
    // Given a deleted guest whose address a contact has by now
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(OSCAR).await;
    assert_eq!(report["verdict"], "deleted");
    let id = report["subject"]["id"].as_str().unwrap().to_owned();
    let plan = app.preview(&report, "restore", &none()).await;
    assert_eq!((codes(&plan["warnings"]), &plan["withoutTaken"]), (vec!["address-taken"], &json!(false)));
    assert_eq!(plan["warnings"][0]["owner"], "Oscar Lindholm (Proseware)");

    // When it is restored all the same, the server refuses, and the contact is named
    let result = app.carry_out(&plan).await;
    assert_eq!(
        (result["outcome"].as_str(), &result["problem"]["code"]),
        (Some("refused"), &json!("return-refused")),
        "{result:#}"
    );
    let problem = &result["problem"];
    assert_eq!(
        (&problem["part"], &problem["owner"], &problem["changed"]),
        (&json!("address"), &json!("Oscar Lindholm (Proseware)"), &json!("no"))
    );
    assert!(app.user(&id).is_none());

    // Then what was just refused is not what is recommended; what leads out of it is
    let report = app.find(OSCAR).await;
    assert_eq!(recommended(&report), ["resolve-conflict"], "{report:#}");
    let owner = report["owner"].clone();
    assert_eq!(owner["kind"], "contact");
    let look = json!({ "owner": owner, "address": OSCAR, "group": null, "guest": null, "ticket": "look" });
    assert_eq!(app.ask("check_conflict", look.clone()).await["standing"], "still-there");

    // When the contact is removed in an admin's place, the restore is what to do, and goes through
    app.ask("practise_admin_act", json!({ "owner": owner, "act": { "does": "door", "door": "remove" } }))
        .await;
    assert_eq!(app.ask("check_conflict", look).await["standing"], "gone");
    let report = app.find(OSCAR).await;
    assert_eq!(recommended(&report), ["restore"], "{report:#}");
    let result = app.carry_out(&app.preview(&report, "restore", &none()).await).await;
    assert_eq!(
        (&result["outcome"], &result["report"]["verdict"]),
        (&json!("done"), &json!("healthy")),
        "{result:#}"
    );
}

#[tokio::test]
async fn a_restore_that_goes_through_with_a_conflict_says_what_did_not_come_back_and_what_is_wrong() {
    // Given a server that lets the account back without the address that a contact has
    let behaviour = Behaviour { restored_conflict: Conflict::SilentlyKept, ..Behaviour::default() };
    let app = Harness::behaving(behaviour).sign_in("user-admin").await;
    let report = app.find(OSCAR).await;
    let result = app.carry_out(&app.preview(&report, "restore", &none()).await).await;
    assert_eq!(result["outcome"], "done", "{result:#}");
    assert_eq!(result["left"], json!([{ "code": "address", "address": OSCAR }]));
    assert_eq!(
        (&result["report"]["verdict"], &result["report"]["owner"]["displayName"]),
        (&json!("conflict"), &json!("Oscar Lindholm (Proseware)"))
    );
    assert_eq!(
        (&result["conclusion"], app.latest().await["state"].as_str()),
        (&json!("as-found"), Some("in-part"))
    );
}

#[tokio::test]
async fn addresses_are_given_up_only_when_that_is_chosen() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(OSCAR).await;
    let plan = app.preview(&report, "restore", &json!({ "withoutTaken": true })).await;
    assert_eq!((codes(&plan["warnings"]), &plan["withoutTaken"]), (vec!["comes-back-without"], &json!(true)));
    let result = app.carry_out(&plan).await;
    assert_eq!((&result["outcome"], &result["left"]), (&json!("done"), &json!([])), "{result:#}");
    assert_eq!(result["report"]["verdict"], "conflict", "the fault is back, as was said");
}

#[tokio::test]
async fn a_user_name_that_an_account_has_by_now_is_named() {
    // Given a deleted guest whose user name another account has, without their address
    let organisation = contoso(|file| {
        let name = deleted(file, KARIN)["userPrincipalName"].as_str().unwrap()[32..].to_owned();
        let mut other = file["users"][0].clone();
        for property in ["identities", "sponsors", "appRoleAssignments", "otherMails", "proxyAddresses"] {
            other[property] = json!([]);
        }
        other["id"] = json!("0000aaaa-0000-4000-8000-00000000aaaa");
        other["displayName"] = json!("Karin, the new one");
        other["userPrincipalName"] = json!(name);
        other["mail"] = Value::Null;
        other["mailNickname"] = json!("karin-new");
        file["users"].as_array_mut().unwrap().push(other);
    });
    let app = Harness::on(organisation, Behaviour::default()).sign_in("user-admin").await;
    let file: Value =
        serde_json::from_str(include_str!("../../../crates/practice/scenarios/contoso.json")).unwrap();
    let karin = file["deletedUsers"].as_array().unwrap().iter().find(|user| user["mail"] == KARIN).unwrap();
    let report = app.find(karin["id"].as_str().unwrap()).await;
    assert_eq!(report["verdict"], "deleted", "{report:#}");
    let plan = app.preview(&report, "restore", &none()).await;
    assert!(codes(&plan["warnings"]).contains(&"user-name-taken"), "{plan:#}");
    let result = app.carry_out(&plan).await;
    let problem = &result["problem"];
    assert_eq!(
        (&problem["code"], &problem["part"]),
        (&json!("return-refused"), &json!("user-name")),
        "{result:#}"
    );
    assert_eq!(problem["owner"], "Karin, the new one");
    let report = app.find(karin["id"].as_str().unwrap()).await;
    assert!(!recommended(&report).contains(&"restore"), "{report:#}");
}

#[tokio::test]
async fn of_several_deleted_guests_one_is_chosen_first() {
    // Given two deleted guests with one address
    let organisation = contoso(|file| {
        let mut twin = deleted(file, KARIN).clone();
        let (id, name) = ("0000bbbb-0000-4000-8000-00000000bbbb", "karin.b_blom-notaris.example");
        twin["id"] = json!(id);
        twin["userPrincipalName"] =
            json!(format!("{}{name}#EXT#@contoso.onmicrosoft.com", id.replace('-', "")));
        twin["displayName"] = json!("Karin Blom (old)");
        file["deletedUsers"].as_array_mut().unwrap().push(twin);
    });
    let app = Harness::on(organisation, Behaviour::default()).sign_in("user-admin").await;
    let report = app.find(KARIN).await;
    let candidates = report["candidates"].as_array().unwrap();
    assert_eq!((report["verdict"].as_str(), candidates.len()), (Some("deleted"), 2));
    assert!(
        candidates.iter().all(|one| one["deleted"].is_string()),
        "they are told apart by when: {report:#}"
    );
    let offer = SignedIn::remedy(&report, "restore").unwrap();
    assert_eq!((&offer["availability"], &offer["why"]["code"]), (&json!("disabled"), &json!("choose-first")));

    // When one is chosen, that one comes back and the other does not
    let old = "0000bbbb-0000-4000-8000-00000000bbbb";
    let report = app.find_in(KARIN, Value::Null, json!(old)).await;
    assert_eq!(recommended(&report), ["restore"], "{report:#}");
    let result = app.carry_out(&app.preview(&report, "restore", &none()).await).await;
    assert_eq!(
        (&result["outcome"], &result["report"]["subject"]["id"]),
        (&json!("done"), &json!(old)),
        "{result:#}"
    );
    assert_eq!(
        app.tenant().snapshot()["deletedUsers"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|it| it["mail"] == KARIN)
            .count(),
        1
    );
}

#[tokio::test]
async fn a_deleted_guest_whose_thirty_days_end_meanwhile_is_said_to_be_gone() {
    // Given a guest who can be restored for five minutes more
    let now = jiff::Timestamp::now();
    let organisation = contoso(|file| {
        let karin = deleted(file, KARIN);
        let ago = jiff::SignedDuration::from_hours(30 * 24) - jiff::SignedDuration::from_mins(5);
        let at = now.checked_sub(ago).unwrap().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        karin["deletedDateTime"] = json!(at);
        karin.as_object_mut().unwrap().retain(|name, _| !name.starts_with("practice"));
    });
    let app = Harness::on(organisation, Behaviour::default()).sign_in("user-admin").await;
    let report = app.find(KARIN).await;
    assert_eq!((&report["verdict"], &report["cause"]["days"]), (&json!("deleted"), &json!(1)));
    let plan = app.preview(&report, "restore", &none()).await;

    // When the time is over before it is confirmed
    app.clock().pass(Duration::from_mins(6));
    let result = app.carry_out(&plan).await;

    // Then nothing was changed, and it is said why
    assert_eq!(
        (&result["outcome"], &result["problem"]["code"]),
        (&json!("refused"), &json!("guest-gone")),
        "{result:#}"
    );
    assert_eq!(result["problem"]["changed"], "no");
    assert_eq!(app.find(KARIN).await["verdict"], "not-found");
    assert_eq!(app.ask("history", json!({})).await["entries"], json!([]), "nothing was begun");
}

#[tokio::test]
async fn a_deleted_guest_who_came_back_between_preview_and_confirmation_is_not_touched() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(KARIN).await;
    let id = report["subject"]["id"].as_str().unwrap().to_owned();
    let plan = app.preview(&report, "restore", &none()).await;
    app.elsewhere("POST", &format!("/directory/deletedItems/{id}/restore"), json!({})).await;
    let result = app.carry_out(&plan).await;
    assert_eq!(
        (&result["outcome"], &result["problem"]["code"]),
        (&json!("refused"), &json!("tenant-changed")),
        "{result:#}"
    );
    assert_eq!(result["problem"]["voidsPlan"], true);
    assert_eq!(app.find(KARIN).await["verdict"], "healthy");
}

#[tokio::test]
async fn a_guest_whom_this_app_deleted_is_offered_one_way_back_and_not_two() {
    // Given a guest whose removal stopped half-way
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(SOFIE).await;
    let plan = app.preview(&report, "remove-and-invite", &none()).await;
    app.faults(
        json!([{ "method": "POST", "path": "/invitations", "nth": 1, "do": "status", "status": 403 }]),
    );
    assert_eq!(app.carry_out(&plan).await["outcome"], "interrupted");
    app.faults(json!([]));

    // Then putting back is what to do, and restoring does not stand beside it
    let report = app.find(SOFIE).await;
    assert_eq!((&report["verdict"], &report["putBack"]["followUp"]), (&json!("deleted"), &json!("put-back")));
    assert!(SignedIn::remedy(&report, "restore").is_none() && recommended(&report).is_empty(), "{report:#}");
}

#[tokio::test]
async fn a_restore_whose_connection_breaks_is_looked_for_after_a_restart() {
    for fault in ["drop-before", "drop-after"] {
        let app = Harness::built_in().sign_in("user-admin").await;
        let report = app.find(KARIN).await;
        let id = report["subject"]["id"].as_str().unwrap().to_owned();
        let plan = app.preview(&report, "restore", &none()).await;
        app.faults(
            json!([{ "method": "POST", "path": "/directory/deletedItems/*/restore", "nth": 1, "do": fault }]),
        );
        let result = app.carry_out(&plan).await;
        if fault == "drop-after" {
            assert_eq!(result["outcome"], "done", "{result:#}");
            continue;
        }
        assert_eq!(
            (&result["outcome"], &result["problem"]["changed"]),
            (&json!("unknown"), &json!("unknown")),
            "{result:#}"
        );
        app.faults(json!([]));
        let app = app.restart("user-admin").await;
        let entry = app.latest().await;
        assert_eq!(entry["canContinue"], true);
        let plan = app.ask("preview_continue", json!({ "change": entry["id"] })).await;
        assert_eq!(app.carry_out(&plan).await["outcome"], "done");
        assert!(app.user(&id).is_some());
        assert_eq!(app.ask("status", json!({})).await["unfinished"], 0);
    }
}

#[tokio::test]
async fn whoever_may_not_restore_is_not_led_there() {
    for persona in ["owner", "reader"] {
        let app = Harness::built_in().sign_in(persona).await;
        let report = app.find(KARIN).await;
        assert!(recommended(&report).is_empty(), "{persona}: {report:#}");
    }
}

#[tokio::test]
async fn an_invitation_that_is_refused_after_a_restore_takes_nothing_of_what_came_back() {
    // Given a guest who was deleted before they accepted, and an organisation that blocks their domain by now
    let organisation = contoso(|file| {
        let id = deleted(file, KARIN)["id"].clone();
        deleted(file, KARIN)["externalUserState"] = json!("PendingAcceptance");
        file["groups"][0]["members"].as_array_mut().unwrap().push(id);
    });
    let behaviour =
        Behaviour { blocked_domains: vec!["blom-notaris.example".to_owned()], ..Behaviour::default() };
    let app = Harness::on(organisation, behaviour).sign_in("user-admin").await;
    let report = app.find(KARIN).await;
    let id = report["subject"]["id"].as_str().unwrap().to_owned();

    // when they are restored, the result leads on to the invitation
    let result = app.carry_out(&app.preview(&report, "restore", &none()).await).await;
    assert_eq!((&result["outcome"], &result["report"]["verdict"]), (&json!("done"), &json!("pending")));
    let report = app.find(KARIN).await;
    assert_eq!(recommended(&report), ["resend-invitation"]);
    let restored = app.user(&id).unwrap();

    // and when that is refused, the reason is told, nothing was changed, and the guest is still there as restored.
    let result = app.carry_out(&app.preview(&report, "resend-invitation", &none()).await).await;
    let problem = &result["problem"];
    assert_eq!((&result["outcome"], &problem["changed"]), (&json!("refused"), &json!("no")), "{result:#}");
    assert_eq!((&problem["code"], &problem["why"]), (&json!("not-invited"), &json!("by-policy")));
    assert_eq!(app.user(&id).unwrap(), restored);
    let report = app.find(KARIN).await;
    assert_eq!((&report["subject"]["id"], &report["verdict"]), (&json!(id), &json!("pending")));
    assert_eq!(report["memberships"].as_array().unwrap().len(), 1, "{report:#}");
    let history = app.ask("history", none()).await;
    let states: Vec<_> = history["entries"].as_array().unwrap().iter().map(|it| &it["state"]).collect();
    assert_eq!(states, ["refused", "done"]);
}

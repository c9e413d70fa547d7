//! A guest who is not in the group: added and taken out again, by an admin and by the owner of that group; refused in
//! words of its own when the group, or who owns it, changed after the preview.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use journeys::{Harness, SignedIn};
use serde_json::{Value, json};

const STEFAN: &str = "stefan.ionescu@litwareinc.com";
/// Two owners, of whom one signs in as `owner`.
const NIEUWBOUW: &str = "f212f70b-7b45-4bc8-9b34-db7ab8d74f8a";
const OWNER: &str = "b120a366-f0bb-49cf-82f2-dc05873f9bd0";
const TAILSPIN: &str = "0ede2ecf-8bca-4388-a37e-5e8962fb442b";
const RULE: &str = "(user.companyName -eq \"Tailspin Toys\")";

/// Stefan, asked about in a group without them.
async fn outside(app: &SignedIn) -> Value {
    let report = app.find_in(STEFAN, json!(NIEUWBOUW), Value::Null).await;
    assert_eq!(report["verdict"], "not-member", "{report:#}");
    report
}

async fn plan(app: &SignedIn, report: &Value) -> Value {
    app.preview_in(report, &json!(NIEUWBOUW), "add-to-group", &json!({})).await
}

fn members(app: &SignedIn, group: &str) -> Vec<Value> {
    let groups = app.tenant().snapshot()["groups"].clone();
    let group = groups.as_array().unwrap().iter().find(|one| one["id"] == group).unwrap().clone();
    group["members"].as_array().unwrap().clone()
}

fn code(result: &Value) -> (&Value, &Value) {
    (&result["problem"]["code"], &result["problem"]["changed"])
}

#[tokio::test]
async fn a_guest_is_added_by_an_admin_or_by_the_owner_and_taken_out_again() {
    for persona in ["user-admin", "owner"] {
        let app = Harness::built_in().sign_in(persona).await;
        let report = outside(&app).await;
        let offered = SignedIn::remedy(&report, "add-to-group").unwrap();
        assert_eq!(offered["recommended"], true, "{persona}: {offered:#}");
        assert_eq!(report["advice"].as_array().unwrap().len(), 0, "it is done here, and not elsewhere");
        let plan = plan(&app, &report).await;
        assert_eq!(plan["undo"], "full");
        assert_eq!(plan["changes"][0]["property"], "memberOf");
        assert_eq!(plan["changes"][0]["after"], json!(["Project Nieuwbouw Utrecht"]));
        let result = app.carry_out(&plan).await;

        assert_eq!(result["outcome"], "done", "{result:#}");
        assert_eq!(result["conclusion"], "directory-right");
        assert!(members(&app, NIEUWBOUW).contains(&report["subject"]["id"]));

        let entry = app.latest().await;
        assert_eq!((entry["state"].as_str(), entry["made"].as_str()), (Some("done"), Some("seen")));
        let plan = app.ask("preview_undo", json!({ "change": entry["id"] })).await;
        let result = app.carry_out(&plan).await;
        assert_eq!(result["outcome"], "done", "{result:#}");
        assert!(!members(&app, NIEUWBOUW).contains(&report["subject"]["id"]));
        assert!(app.user(report["subject"]["id"].as_str().unwrap()).is_some(), "the guest is not deleted");
        assert_eq!(outside(&app).await["verdict"], "not-member");
    }
}

#[tokio::test]
async fn a_group_that_became_dynamic_after_the_preview_is_said_to_be_so() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = outside(&app).await;
    let plan = plan(&app, &report).await;
    let dynamic = json!({
        "groupTypes": ["Unified", "DynamicMembership"], "membershipRule": RULE,
        "membershipRuleProcessingState": "On",
    });
    app.elsewhere("PATCH", &format!("/groups/{NIEUWBOUW}"), dynamic).await;
    let result = app.carry_out(&plan).await;

    assert_eq!(result["outcome"], "refused", "{result:#}");
    assert_eq!(code(&result), (&json!("group-not-writable"), &json!("no")));
    assert_eq!(result["problem"]["why"], "dynamic");
    assert_eq!(result["problem"]["group"], "Project Nieuwbouw Utrecht");
    assert_eq!(app.ask("history", json!({})).await["entries"], json!([]), "what never began has no record");
}

#[tokio::test]
async fn an_owner_who_lost_the_group_after_the_preview_is_told_so() {
    let app = Harness::built_in().sign_in("owner").await;
    let report = outside(&app).await;
    let plan = plan(&app, &report).await;
    app.elsewhere("DELETE", &format!("/groups/{NIEUWBOUW}/owners/{OWNER}/$ref"), Value::Null).await;
    let result = app.carry_out(&plan).await;

    assert_eq!(result["outcome"], "refused", "{result:#}");
    assert_eq!(code(&result), (&json!("owner-no-more"), &json!("no")));
    assert!(!members(&app, NIEUWBOUW).contains(&report["subject"]["id"]));
    assert_eq!(app.latest().await["state"], "refused");
}

#[tokio::test]
async fn a_guest_who_vanished_after_the_preview_is_said_to_be_gone() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = outside(&app).await;
    let plan = plan(&app, &report).await;
    app.elsewhere("DELETE", &format!("/users/{}", report["subject"]["id"].as_str().unwrap()), Value::Null)
        .await;
    let result = app.carry_out(&plan).await;
    assert_eq!(
        (&result["outcome"], code(&result)),
        (&json!("refused"), (&json!("guest-gone"), &json!("no")))
    );
}

#[tokio::test]
async fn a_group_that_refuses_new_guests_is_warned_of_and_its_refusal_has_words_of_its_own() {
    // Sources differ on whether an admin is refused too: the practice tenant can do both.
    let behaviour =
        practice::Behaviour { admins_add_guests: practice::Allowed::No, ..practice::Behaviour::default() };
    for (behaviour, outcome) in [(practice::Behaviour::default(), "done"), (behaviour, "refused")] {
        let app = Harness::behaving(behaviour).sign_in("user-admin").await;
        let groups = app.tenant().snapshot()["groups"].clone();
        let closed = groups.as_array().unwrap().iter().find(|one| one["displayName"] == "Directieoverleg");
        let closed = closed.unwrap()["id"].clone();
        let report = app.find_in(STEFAN, closed.clone(), Value::Null).await;
        let plan = app.preview_in(&report, &closed, "add-to-group", &json!({})).await;
        assert_eq!(plan["warnings"][0]["code"], "may-take-no-guests");
        let result = app.carry_out(&plan).await;
        assert_eq!(result["outcome"], outcome, "{result:#}");
        if outcome == "refused" {
            assert_eq!(code(&result), (&json!("group-not-writable"), &json!("no")));
            assert_eq!(result["problem"]["why"], "takes-no-guests");
        }
    }
}

#[tokio::test]
async fn somebody_without_the_right_asks_for_it_and_a_rule_chooses_for_itself() {
    let app = Harness::built_in().sign_in("reader").await;
    let report = outside(&app).await;
    assert_eq!(report["asks"][0]["remedy"], "add-to-group");
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find_in(STEFAN, json!(TAILSPIN), Value::Null).await;
    let offered = SignedIn::remedy(&report, "add-to-group").unwrap();
    assert_eq!((&offered["availability"], &offered["why"]["why"]), (&json!("disabled"), &json!("dynamic")));
}

/// Somebody of the answer key with whom nothing is wrong, in a group in which they can be renewed; and the preview.
async fn renewal(app: &SignedIn) -> (Value, Value, Value) {
    for expected in practice::Tenant::built_in().unwrap().answer_key() {
        let (Some(group), "healthy") = (&expected.group, expected.verdict.as_str()) else { continue };
        let report = app.find_in(&expected.find, json!(group), Value::Null).await;
        let offered = SignedIn::remedy(&report, "renew-membership");
        if offered.is_some_and(|offer| offer["availability"] == "ready") {
            let plan = app.preview_in(&report, &json!(group), "renew-membership", &json!({})).await;
            return (report, json!(group), plan);
        }
    }
    panic!("nobody's membership can be renewed")
}

fn codes(notes: &Value) -> Vec<&str> {
    notes.as_array().unwrap().iter().map(|note| note["code"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_membership_is_renewed_and_the_preview_says_what_it_costs() {
    for persona in ["user-admin", "owner"] {
        let app = Harness::built_in().sign_in(persona).await;
        let (report, group, plan) = renewal(&app).await;
        assert_eq!(plan["undo"], "impossible");
        assert_eq!(codes(&plan["warnings"])[0], "channels-left", "{plan:#}");
        assert_eq!(codes(&plan["notes"]), ["out-meanwhile"]);
        let result = app.carry_out(&plan).await;
        assert_eq!(
            (&result["outcome"], &result["actions"]),
            (&json!("done"), &json!(["close"])),
            "{result:#}"
        );
        let id = &report["subject"]["id"];
        assert!(members(&app, group.as_str().unwrap()).contains(id));
        assert!(app.user(id.as_str().unwrap()).is_some(), "the guest is not deleted");
    }
}

#[tokio::test]
async fn renewed_but_adding_refused_leaves_the_guest_out_and_is_put_back_when_it_is_lifted() {
    for way in ["preview_put_back", "preview_continue"] {
        let app = Harness::built_in().sign_in("user-admin").await;
        let (report, group, plan) = renewal(&app).await;
        let (id, group) = (report["subject"]["id"].clone(), group.as_str().unwrap().to_owned());
        app.faults(
            json!([{ "method": "POST", "path": "/groups/*/members/$ref", "do": "status", "status": 403 }]),
        );
        let result = app.carry_out(&plan).await;
        assert_eq!(result["outcome"], "interrupted", "{result:#}");
        assert_eq!(result["problem"]["changed"], "yes");
        assert_eq!(result["actions"], json!(["put-back", "continue", "close"]));
        assert!(!members(&app, &group).contains(&id));

        app.faults(json!([]));
        let app = app.restart("user-admin").await;
        let entry = app.latest().await;
        assert_eq!(entry["state"], "interrupted");
        let plan = app.ask(way, json!({ "change": entry["id"] })).await;
        let result = app.carry_out(&plan).await;
        assert_eq!(result["outcome"], "done", "{result:#}");
        assert!(members(&app, &group).contains(&id));
        assert_eq!(app.ask("status", json!({})).await["unfinished"], 0);
    }
}

#[tokio::test]
async fn nobody_is_taken_out_of_a_group_that_would_not_take_them_again() {
    // A group with a rule, one that takes no new guests, and none chosen
    let app = Harness::built_in().sign_in("user-admin").await;
    let groups = app.tenant().snapshot()["groups"].clone();
    let users = app.tenant().snapshot()["users"].clone();
    let mut told = std::collections::BTreeSet::new();
    for group in groups.as_array().unwrap() {
        for member in group["members"].as_array().unwrap() {
            let user = users.as_array().unwrap().iter().find(|user| user["id"] == *member);
            let guest = user.filter(|user| user["userType"] == "Guest");
            let Some(mail) = guest.and_then(|guest| guest["mail"].as_str()) else { continue };
            let report = app.find_in(mail, group["id"].clone(), member.clone()).await;
            if let Some(offered) = SignedIn::remedy(&report, "renew-membership")
                && let Some(why) = offered["why"]["why"].as_str()
            {
                assert_eq!(offered["availability"], "disabled", "{offered:#}");
                told.insert(why.to_owned());
                break;
            }
        }
    }
    assert!(told.contains("dynamic") && told.contains("takes-no-guests"), "{told:?}");
    let report = app.find("stefan.ionescu@litwareinc.com").await;
    if let Some(offered) = SignedIn::remedy(&report, "renew-membership") {
        assert_eq!(
            (&offered["availability"], &offered["why"]["code"]),
            (&json!("disabled"), &json!("no-group-to-renew"))
        );
    }
}

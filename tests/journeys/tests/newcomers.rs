//! Somebody whom nobody knows is invited: by whoever may, with what was chosen by hand, and taken back until they accept.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::fs;

use journeys::{Harness, SignedIn};
use practice::{Behaviour, Organisation};
use serde_json::{Value, json};

const NOBODY: &str = "niemand@litwareinc.com";
/// Owned by Bram, the group owner.
const SALES: &str = "eebb6992-d1bd-47f0-99e7-121cec7f6b9e";
/// Of somebody else.
const MARKETING: &str = "3b185a15-e841-4c1d-98d6-7b5a738234a6";
const JORIS: (&str, &str) = ("joris.dekker@contoso.nl", "37277581-3e57-421b-a396-e0221e527ff9");

fn none() -> Value {
    json!({})
}

fn codes(notes: &Value) -> Vec<&str> {
    notes.as_array().unwrap().iter().map(|note| note["code"].as_str().unwrap()).collect()
}

/// Whoever has the address now, as the tenant has them.
fn invited(app: &SignedIn, address: &str) -> Option<Value> {
    let users = app.tenant().snapshot()["users"].clone();
    users.as_array().unwrap().iter().find(|user| user["mail"] == address).cloned()
}

fn members(app: &SignedIn, group: &str) -> Vec<Value> {
    let groups = app.tenant().snapshot()["groups"].clone();
    let group = groups.as_array().unwrap().iter().find(|one| one["id"] == group).unwrap().clone();
    group["members"].as_array().unwrap().clone()
}

#[tokio::test]
async fn an_inviter_invites_with_a_name_a_message_and_a_sponsor_and_an_admin_takes_it_back() {
    // Given an address that nobody has, looked for by somebody who may invite and nothing else
    let app = Harness::built_in().sign_in("inviter").await;
    let report = app.find(NOBODY).await;
    assert_eq!((&report["verdict"], &report["asks"]), (&json!("not-found"), &json!([])));
    let remedy = SignedIn::remedy(&report, "invite").unwrap();
    assert_eq!((&remedy["availability"], &remedy["recommended"]), (&json!("ready"), &json!(false)));

    // When a sponsor is mistyped, it is said so and everything else stays
    let choices = |sponsor: &str| json!({ "name": "Niek Mand", "message": "Welkom!", "sponsors": [sponsor], "invitationLanguage": "nl-NL" });
    let plan = app.preview(&report, "invite", &choices("joris@contoso.nl")).await;
    assert_eq!((&plan["id"], &plan["missing"]), (&Value::Null, &json!("sponsor")), "{plan:#}");
    let sponsor = json!({ "typed": "joris@contoso.nl", "displayName": null, "why": "nobody" });
    assert_eq!(plan["newGuest"], json!({ "name": "Niek Mand", "message": "Welkom!", "sponsors": [sponsor] }));
    // And when that is mended, they are invited
    let plan = app.preview(&report, "invite", &choices(JORIS.0)).await;
    assert_eq!((&plan["undo"], &plan["confirmText"]), (&json!("partial"), &Value::Null));
    let result = app.carry_out(&plan).await;
    assert_eq!((&result["outcome"], &result["left"]), (&json!("done"), &json!([])), "{result:#}");
    assert_eq!((&result["report"]["verdict"], &result["newAccount"]), (&json!("pending"), &json!(false)));
    let user = invited(&app, NOBODY).unwrap();
    assert_eq!(user["displayName"], "Niek Mand");
    assert_eq!(user["sponsors"][0]["id"], JORIS.1);
    let sent = app.tenant().recorded();
    let sent = sent.iter().find(|exchange| exchange.path_and_query.ends_with("/invitations")).unwrap();
    assert_eq!(sent.body["invitedUserMessageInfo"]["customizedMessageBody"], "Welkom!");
    let link = result["redeemLink"]["link"].as_str().unwrap().to_owned();
    is_kept_nowhere(&app, &link);

    // An inviter may not remove accounts: refused, and nothing is changed
    let undo = json!({ "change": app.latest().await["id"] });
    let plan = app.ask("preview_undo", undo.clone()).await;
    assert_eq!(codes(&plan["warnings"]), ["invited-account-removed"]);
    let refused = app.carry_out(&plan).await;
    assert_eq!((&refused["outcome"], &refused["problem"]["changed"]), (&json!("refused"), &json!("no")));
    assert!(invited(&app, NOBODY).is_some());
    // An admin may
    let app = app.restart("user-admin").await;
    let plan = app.ask("preview_undo", undo).await;
    assert_eq!(plan["confirmText"], NOBODY);
    let undone = app.carry_out(&plan).await;
    assert_eq!((&undone["outcome"], invited(&app, NOBODY)), (&json!("done"), None), "{undone:#}");
    assert_eq!(app.find(NOBODY).await["verdict"], "deleted");
}

fn is_kept_nowhere(app: &SignedIn, link: &str) {
    for entry in fs::read_dir(app.folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let bytes = fs::read(&path).unwrap();
            let found = bytes.windows(link.len()).any(|window| window == link.as_bytes());
            assert!(!found, "the link stands in {}", path.display());
        }
    }
}

#[tokio::test]
async fn an_owner_whom_the_policy_lets_invite_adds_to_their_own_groups_and_to_no_other() {
    let app = Harness::built_in().sign_in("owner").await;
    let report = app.find_in(NOBODY, json!(SALES), Value::Null).await;
    // What the policy says cannot be seen: an admin is asked, and one can try.
    assert_eq!(report["asks"][0]["remedy"], "invite");
    assert_eq!(report["group"], "Sales NL");
    assert_eq!(SignedIn::remedy(&report, "invite").unwrap()["availability"], "unconfirmed");
    let plan = app.preview_in(&report, &json!(SALES), "invite", &none()).await;
    let groups = plan["groups"].as_array().unwrap();
    assert_eq!((&groups[0]["id"], &groups[0]["chosen"]), (&json!(SALES), &json!(true)));
    assert!(groups.iter().all(|group| group["id"] != MARKETING), "{groups:?}");
    let result = app.carry_out(&plan).await;
    assert_eq!(result["outcome"], "done", "{result:#}");
    assert_eq!(result["memberships"], json!(["Sales NL"]));
    let user = invited(&app, NOBODY).unwrap();
    assert!(members(&app, SALES).contains(&user["id"]));
    assert_eq!(user["sponsors"][0]["id"], json!("b120a366-f0bb-49cf-82f2-dc05873f9bd0"), "whoever invites");

    // The group of somebody else is said to take nobody from them
    let report = app.find_in("nina@adatum.example", json!(MARKETING), Value::Null).await;
    let plan = app.preview_in(&report, &json!(MARKETING), "invite", &none()).await;
    assert_eq!(codes(&plan["warnings"]), ["not-added-by-you"]);
    let chosen = json!({ "groups": [MARKETING] });
    let mut wish = SignedIn::wish(&report, "invite", &chosen);
    wish["group"] = json!(MARKETING);
    assert_eq!(
        app.refused("preview", wish).await.code,
        window_contract::view::ProblemCode::ChoiceInvalid { choice: "groups".to_owned() }
    );
}

#[tokio::test]
async fn where_only_admins_and_inviters_may_an_owner_is_refused_and_nothing_is_changed() {
    let text = include_str!("../../../crates/practice/scenarios/contoso.json");
    let mut file: Value = serde_json::from_str(text).unwrap();
    file["authorizationPolicy"]["allowInvitesFrom"] = json!("adminsAndGuestInviters");
    let organisation = Organisation::read(&file.to_string()).unwrap();
    let app = Harness::on(organisation, Behaviour::default()).sign_in("owner").await;
    let report = app.find(NOBODY).await;
    let result = app.carry_out(&app.preview(&report, "invite", &none()).await).await;
    let problem = &result["problem"];
    assert_eq!(
        (&result["outcome"], &problem["code"]),
        (&json!("refused"), &json!("missing-right")),
        "{result:#}"
    );
    assert_eq!((&problem["changed"], invited(&app, NOBODY)), (&json!("no"), None));
}

#[tokio::test]
async fn an_address_that_cannot_be_invited_is_refused_in_words_of_its_own_before_or_after() {
    let blocked = vec!["litwareinc.com".to_owned()];
    let behaviour = Behaviour { blocked_domains: blocked, ..Behaviour::default() };
    let app = Harness::behaving(behaviour).sign_in("user-admin").await;
    // An own domain: nobody there is a guest
    let own = app.find("niemand@contoso.nl").await;
    assert_eq!((&own["verdict"], &own["cause"]["code"]), (&json!("not-a-guest"), &json!("own-domain")));
    assert!(SignedIn::remedy(&own, "invite").is_none());
    // An accent: refused before anything is asked
    let accent = json!({ "address": "ré@litwareinc.com", "group": null, "guest": null, "ticket": "t" });
    app.refused("find", accent).await;
    // A plus sign: said beforehand, refused by the server
    let report = app.find("nie+mand@woodgrove.example").await;
    let plan = app.preview(&report, "invite", &none()).await;
    assert_eq!(plan["warnings"][0], json!({ "code": "invitation-characters", "characters": ["+"] }));
    let result = app.carry_out(&plan).await;
    assert_eq!(result["problem"]["why"], "characters", "{result:#}");
    // A domain that the organisation blocks: the server alone knows
    let report = app.find(NOBODY).await;
    let result = app.carry_out(&app.preview(&report, "invite", &none()).await).await;
    assert_eq!((&result["outcome"], &result["problem"]["why"]), (&json!("refused"), &json!("by-policy")));
    assert_eq!(result["problem"]["changed"], "no");
    assert_eq!(app.ask("history", none()).await["entries"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn an_address_that_a_contact_owns_is_not_invited() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find("verkoop@woodgrovebank.example").await;
    let remedy = SignedIn::remedy(&report, "invite").unwrap();
    assert_eq!((&remedy["availability"], &remedy["impossible"]), (&json!("disabled"), &json!(true)));
    app.refused("preview", SignedIn::wish(&report, "invite", &none())).await;
}

#[tokio::test]
async fn what_is_lost_on_the_way_is_found_again_after_a_restart_and_sent_once() {
    for what in ["drop-after", "drop-before"] {
        let app = Harness::built_in().sign_in("user-admin").await;
        let report = app.find_in(NOBODY, json!(SALES), Value::Null).await;
        let plan = app.preview_in(&report, &json!(SALES), "invite", &none()).await;
        app.faults(json!([{ "method": "POST", "path": "/invitations", "nth": 1, "do": what }]));
        let result = app.carry_out(&plan).await;
        if what == "drop-after" {
            assert_eq!(result["outcome"], "done", "{result:#}");
        } else {
            assert_eq!(result["outcome"], "unknown", "{result:#}");
            let app = app.restart("user-admin").await;
            app.faults(json!([]));
            let entry = app.latest().await;
            assert_eq!((&entry["canContinue"], &entry["canPutBack"]), (&json!(true), &json!(true)));
            let plan = app.ask("preview_continue", json!({ "change": entry["id"] })).await;
            assert_eq!(app.carry_out(&plan).await["outcome"], "done");
            assert!(members(&app, SALES).contains(&invited(&app, NOBODY).unwrap()["id"]));
        }
    }
}

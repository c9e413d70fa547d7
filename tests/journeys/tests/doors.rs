//! A conflict with a contact, lived through to its end in practice: each door, looking again, the lists.
#![allow(clippy::unwrap_used, reason = "in a test a failed unwrap is a failed test")]

use journeys::{Harness, RealHarness, SignedIn};
use practice_server::SignInPlan;
use serde_json::{Value, json};
use window_contract::view::{Category, Changed, ProblemCode as Code, WhyAdminActRefused};

const JAN: &str = "jan@fabrikam.nl";
const MAREK: &str = "marek.nowak@proseware.com";

async fn check(app: &SignedIn, report: &Value) -> Value {
    let ask = json!({
        "owner": report["owner"], "address": report["searched"], "group": null, "guest": null, "ticket": "look",
    });
    app.ask("check_conflict", ask).await
}

async fn in_an_admins_place(app: &SignedIn, report: &Value, act: Value) {
    app.ask("practise_admin_act", json!({ "owner": report["owner"], "act": act })).await;
}

fn kinds(report: &Value) -> Vec<&str> {
    let doors = report["conflict"]["doors"].as_array().unwrap();
    doors.iter().map(|door| door["kind"].as_str().unwrap()).collect()
}

fn list_ids(report: &Value) -> Vec<Value> {
    let lists = report["conflict"]["contact"]["lists"].as_array().unwrap();
    lists.iter().map(|list| list["id"].clone()).collect()
}

async fn set_main(app: &SignedIn, report: &Value, address: &str) -> Value {
    let plan = app.preview(report, "set-mail", &json!({ "address": address })).await;
    app.carry_out(&plan).await
}

#[tokio::test]
async fn what_hangs_on_the_contact_is_read_in_the_same_two_round_trips() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let before = app.tenant().round_trips();
    let report = app.find(JAN).await;
    assert_eq!(app.tenant().round_trips() - before, 2);
    assert_eq!(kinds(&report), ["another-address", "another-address-hidden", "remove"]);
    let contact = &report["conflict"]["contact"];
    let names: Vec<_> = contact["lists"].as_array().unwrap().iter().map(|list| &list["name"]).collect();
    assert!(names.contains(&&json!("Nieuwsbrief Klanten")), "{names:?}");
    assert!(names.contains(&&json!("Facilitaire Meldingen")), "{names:?}");
    assert!(contact["x500"][0].as_str().unwrap().starts_with("X500:/o=ExchangeLabs/"));
    assert_eq!(report["conflict"]["parking"], "parked-d12c0b88@contoso.onmicrosoft.com");
}

#[tokio::test]
async fn what_hangs_on_a_contact_is_read_also_when_nobody_is_there() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let before = app.tenant().round_trips();
    let report = app.find("verkoop@woodgrovebank.example").await;
    assert_eq!(report["verdict"], "not-found");
    assert_eq!(report["conflict"]["contact"]["lists"], json!([]));
    assert_eq!(app.tenant().round_trips() - before, 2);
    // When the address is free there is nobody to set it for: somebody is invited.
    in_an_admins_place(&app, &report, json!({ "does": "door", "door": "another-address" })).await;
    let checked = check(&app, &report).await;
    assert_eq!((&checked["standing"], &checked["mainSet"]), (&json!("gone"), &json!(false)));
}

#[tokio::test]
async fn a_list_that_could_not_be_read_is_not_said_to_be_none() {
    let app = Harness::built_in().sign_in("user-admin").await;
    app.faults(json!([{
        "method": "GET", "path": "/contacts/*/memberOf/microsoft.graph.group", "do": "status", "status": 403,
    }]));
    let report = app.find(JAN).await;
    assert_eq!(report["conflict"]["contact"]["lists"], Value::Null);
    assert!(report["conflict"]["contact"]["x500"].is_array());
}

#[tokio::test]
async fn a_contact_that_was_renamed_leaves_the_address_to_the_guest_who_takes_its_place_on_the_lists() {
    for door in ["another-address", "another-address-hidden"] {
        // Given the contact, its address and its two lists
        let app = Harness::built_in().sign_in("user-admin").await;
        let report = app.find(JAN).await;
        let lists = list_ids(&report);
        assert_eq!(check(&app, &report).await["standing"], "still-there");

        // When it gets another address, and it is looked at again
        in_an_admins_place(&app, &report, json!({ "does": "door", "door": door })).await;
        let checked = check(&app, &report).await;

        // Then the conflict is gone, and setting the main address is next
        assert_eq!((&checked["standing"], &checked["next"]), (&json!("gone"), &json!("set-mail")));
        assert_eq!(checked["mainSet"], false);
        let result = set_main(&app, &checked["report"], JAN).await;
        assert_eq!(result["report"]["verdict"], "healthy", "{result:#}");
        assert_eq!(check(&app, &report).await["mainSet"], true);

        // And the guest comes on both lists, in the place of the contact
        in_an_admins_place(&app, &report, json!({ "does": "lists", "lists": lists })).await;
        let memberships = app.find(JAN).await["memberships"].as_array().unwrap().clone();
        for list in ["Nieuwsbrief Klanten", "Facilitaire Meldingen"] {
            assert!(memberships.contains(&json!(list)), "{memberships:?}");
        }
    }
}

#[tokio::test]
async fn a_contact_that_was_removed_is_off_its_lists_and_the_guest_can_come_on_them() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(JAN).await;
    in_an_admins_place(&app, &report, json!({ "does": "door", "door": "remove" })).await;
    let checked = check(&app, &report).await;
    assert_eq!(checked["standing"], "gone");
    let back = json!({ "owner": report["owner"], "act": { "does": "put-back" } });
    app.refused_as(
        "practise_admin_act",
        back,
        Code::AdminActRefused { why: WhyAdminActRefused::NotAsExpected },
    )
    .await;
    set_main(&app, &checked["report"], JAN).await;
    in_an_admins_place(&app, &report, json!({ "does": "lists", "lists": list_ids(&report) })).await;
    let memberships = app.find(JAN).await["memberships"].clone();
    assert!(memberships.as_array().unwrap().contains(&json!("Nieuwsbrief Klanten")));
}

#[tokio::test]
async fn a_gentle_door_is_put_back_until_the_guest_has_the_address() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(JAN).await;
    let back = || json!({ "does": "put-back" });
    let door = || json!({ "does": "door", "door": "another-address" });
    in_an_admins_place(&app, &report, door()).await;
    in_an_admins_place(&app, &report, back()).await;
    assert_eq!(check(&app, &report).await["standing"], "still-there");
    in_an_admins_place(&app, &report, door()).await;
    let checked = check(&app, &report).await;
    let lists = json!({ "owner": report["owner"], "act": { "does": "lists", "lists": list_ids(&report) } });
    app.refused_as(
        "practise_admin_act",
        lists,
        Code::AdminActRefused { why: WhyAdminActRefused::NobodyThere },
    )
    .await;
    set_main(&app, &checked["report"], JAN).await;
    let back = json!({ "owner": report["owner"], "act": back() });
    app.refused_as(
        "practise_admin_act",
        back,
        Code::AdminActRefused { why: WhyAdminActRefused::AddressTaken },
    )
    .await;
}

#[tokio::test]
async fn a_synced_contact_is_changed_on_premises_or_made_the_clouds_own_and_then_has_its_doors() {
    for door in ["on-premises-address", "on-premises-remove"] {
        let app = Harness::built_in().sign_in("user-admin").await;
        let report = app.find(MAREK).await;
        assert_eq!(kinds(&report), ["on-premises-address", "on-premises-remove", "cloud-managed"]);
        in_an_admins_place(&app, &report, json!({ "does": "door", "door": door })).await;
        assert_eq!(check(&app, &report).await["standing"], "gone", "{door}");
    }
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(MAREK).await;
    in_an_admins_place(&app, &report, json!({ "does": "door", "door": "cloud-managed" })).await;
    let checked = check(&app, &report).await;
    assert_eq!(checked["standing"], "still-there");
    assert_eq!(kinds(&checked["report"])[0], "another-address");
}

#[tokio::test]
async fn a_mailbox_or_a_group_gives_the_address_up_and_keeps_another() {
    for address in ["inkoop@adatum-benelux.example", "projecten@adatum-benelux.example"] {
        let app = Harness::built_in().sign_in("user-admin").await;
        let report = app.find(address).await;
        assert_eq!(kinds(&report), ["take-off"], "{address}");
        assert_eq!(report["conflict"]["contact"], Value::Null);
        in_an_admins_place(&app, &report, json!({ "does": "door", "door": "take-off" })).await;
        let checked = check(&app, &report).await;
        assert_eq!(checked["standing"], "gone", "{address}");
        let result = set_main(&app, &checked["report"], address).await;
        assert_eq!(result["report"]["verdict"], "healthy", "{address}");
    }
}

#[tokio::test]
async fn nothing_is_said_to_be_gone_when_the_contacts_could_not_be_read() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(JAN).await;
    app.faults(json!([{ "method": "GET", "path": "/contacts", "do": "status", "status": 403 }]));
    assert_eq!(check(&app, &report).await["standing"], "cannot-tell");
}

#[tokio::test]
async fn each_door_has_its_script_and_the_files_are_saved_beside_one_another() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(JAN).await;
    let lists = &report["conflict"]["contact"]["lists"];
    for (door, act) in [
        ("another-address", "Set-MailContact"),
        ("another-address-hidden", "HiddenFromAddressListsEnabled = $true"),
        ("remove", "Remove-MailContact"),
    ] {
        let script = json!({ "owner": report["owner"], "door": door, "lists": lists });
        let both = app.ask("exchange_script", script.clone()).await;
        assert!(both["text"].as_str().unwrap().contains(act), "{door}");
        assert!(both["lists"].as_str().unwrap().contains("nieuwsbrief"), "{both:#}");
        for (part, name) in [("door", door), ("lists", "lists")] {
            let saved = app.ask("save_script", json!({ "script": script, "part": part })).await;
            let path = std::path::PathBuf::from(saved["path"].as_str().unwrap());
            let file = path.file_name().unwrap().to_str().unwrap().to_owned();
            assert_eq!(file, format!("guest-mail-doctor-{name}-d12c0b88.ps1"));
            // With the mark that Windows PowerShell reads its encoding by.
            let text = std::fs::read_to_string(&path).unwrap();
            assert_eq!(text.strip_prefix('\u{feff}').unwrap(), saved["text"].as_str().unwrap());
        }
    }
}

#[tokio::test]
async fn what_is_no_door_of_the_owner_is_refused_and_nothing_changes() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(JAN).await;
    let before = app.tenant().snapshot();
    for door in ["on-premises-remove", "cloud-managed", "take-off"] {
        let act = json!({ "owner": report["owner"], "act": { "does": "door", "door": door } });
        let problem = app.refused("practise_admin_act", act).await;
        assert_eq!((problem.code, problem.changed), (Code::RequestMalformed, Changed::No), "{door}");
    }
    assert_eq!(app.tenant().snapshot(), before);
}

#[tokio::test]
async fn nobody_who_is_not_signed_in_to_practice_does_anything_in_an_admins_place() {
    let harness = Harness::built_in();
    let before = harness.tenant.snapshot();
    let owner = json!({
        "kind": "contact", "id": "d12c0b88-b16d-4582-a26f-a61480cd357b", "displayName": "J.", "address": JAN,
    });
    let act = json!({ "owner": owner, "act": { "does": "door", "door": "remove" } });
    let problem = harness.try_ask("practise_admin_act", act).await.unwrap_err();
    assert_eq!(problem.code, Code::NotSignedIn);
    assert_eq!(harness.tenant.snapshot(), before);
}

/// No page is there to be opened: neither by a button, nor by what a page asks that was taken over.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_the_practice_organisation_is_opened_or_written_to_out_there() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let status = app.ask("status", json!({})).await;
    let account = &status["account"];
    assert_eq!((&account["adminCenter"], &account["exchangeCenter"]), (&json!(false), &json!(false)));
    let guest = app.find(JAN).await["subject"]["id"].clone();
    let mut refused = vec![
        ("open", json!({ "place": "entra-guest", "guest": guest })),
        ("ask_by_mail", json!({ "subject": "Jan", "body": "Hello" })),
    ];
    for page in ["contacts", "mailboxes", "groups", "on-premises", "synchronisation"] {
        refused.push(("open", json!({ "place": "exchange", "page": page })));
    }
    for (command, ask) in refused {
        let problem = app.refused(command, ask.clone()).await;
        assert_eq!((problem.code, problem.kind), (Code::NotInPractice, Category::Refused), "{command} {ask}");
    }
    // What is the same for everybody is opened there too: here, where no browser is, as far as that.
    for place in ["article", "backup"] {
        assert_eq!(
            app.refused("open", json!({ "place": place })).await.code,
            Code::BrowserNotOpened,
            "{place}"
        );
    }
}

/// The button is not only hidden: what a page asks that was taken over is refused as well.
#[tokio::test(flavor = "multi_thread")]
async fn in_an_organisation_of_ones_own_nobody_plays_the_exchange_admin() {
    let harness = RealHarness::set(SignInPlan::default()).await;
    let app = harness.start();
    app.ask("status", json!({})).await;
    let status = app.ask("sign_in_browser", json!({})).await;
    assert_eq!(status["account"]["tenant"], "real", "{status}");
    let report = app.find(JAN).await;
    let before = harness.tenant.snapshot();
    for act in [
        json!({ "does": "door", "door": "remove" }),
        json!({ "does": "put-back" }),
        json!({ "does": "lists", "lists": [] }),
    ] {
        let problem =
            app.refused("practise_admin_act", json!({ "owner": report["owner"], "act": act })).await;
        assert_eq!((problem.code, problem.changed), (Code::OnlyInPractice, Changed::No));
    }
    assert_eq!(harness.tenant.snapshot(), before);
}

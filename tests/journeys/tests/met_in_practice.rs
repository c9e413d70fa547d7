//! What people who do this job really meet: guests of kinds that a textbook leaves out, each in an organisation of its
//! own, from the search to the preview and, where the server decides, to the end.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use journeys::{Harness, SignedIn};
use practice::{Allowed, Behaviour, Organisation};
use serde_json::{Value, json};

/// The practice organisation, changed.
fn organisation(change: impl FnOnce(&mut Value)) -> Organisation {
    let mut file: Value =
        serde_json::from_str(include_str!("../../../crates/practice/scenarios/contoso.json")).unwrap();
    change(&mut file);
    Organisation::read(&file.to_string()).unwrap()
}

fn user<'a>(file: &'a mut Value, name: &str) -> &'a mut Value {
    let users = file["users"].as_array_mut().unwrap();
    users.iter_mut().find(|user| user["displayName"] == name).unwrap()
}

fn group<'a>(file: &'a mut Value, name: &str) -> &'a mut Value {
    let groups = file["groups"].as_array_mut().unwrap();
    groups.iter_mut().find(|group| group["displayName"] == name).unwrap()
}

/// A guest as an invitation makes them, with another id and address.
fn another_guest(file: &mut Value, name: &str, address: &str) -> String {
    let mut guest = user(file, "Zo\u{eb} van den Berg").clone();
    let id = format!("{:08x}-0000-4000-8000-00000000beef", file["users"].as_array().unwrap().len());
    let local = address.replace('@', "_");
    guest["id"] = json!(id);
    guest["displayName"] = json!(name);
    guest["givenName"] = json!(name.split(' ').next());
    guest["userPrincipalName"] = json!(format!("{local}#EXT#@contoso.onmicrosoft.com"));
    guest["mailNickname"] = json!(format!("{local}#EXT#"));
    guest["mail"] = json!(address);
    guest["otherMails"] = json!([address]);
    guest["proxyAddresses"] = json!([format!("SMTP:{address}")]);
    guest.as_object_mut().unwrap().remove("practice");
    file["users"].as_array_mut().unwrap().push(guest);
    id
}

async fn admin(organisation: Organisation) -> SignedIn {
    Harness::on(organisation, Behaviour::default()).sign_in("user-admin").await
}

fn codes(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|it| it["code"].as_str().unwrap()).collect()
}

fn is_offered(report: &Value, kind: &str) -> bool {
    SignedIn::remedy(report, kind).is_some_and(|it| it["availability"] != "disabled")
}

fn recommended(report: &Value) -> Option<&str> {
    let all = report["remedies"].as_array().unwrap();
    all.iter().find(|it| it["recommended"] == true).and_then(|it| it["kind"].as_str())
}

#[tokio::test]
async fn two_main_addresses_are_never_healthy_and_nothing_is_recommended() {
    let app = admin(organisation(|file| {
        another_guest(file, "Lorens Nordahl", "lars@bakke-noord.example");
        let lars = user(file, "Lorens Nordahl");
        lars["mail"] = json!("lars@newname.example");
        lars["proxyAddresses"] = json!(["SMTP:lars@bakke-noord.example", "smtp:lars@newname.example"]);
    }))
    .await;
    for searched in ["lars@bakke-noord.example", "lars@newname.example"] {
        let report = app.find(searched).await;
        assert_eq!(report["verdict"], "mail-elsewhere", "{searched}");
        assert_eq!(report["cause"]["code"], "main-addresses-differ");
        assert_eq!(SignedIn::row(&report, "mail")["state"], "attention");
        assert_eq!(recommended(&report), None);
        let plan = app.preview(&report, "set-mail", &json!({})).await;
        let offered: Vec<_> = plan["addresses"].as_array().unwrap().iter().map(|it| &it["address"]).collect();
        assert_eq!(offered, ["lars@bakke-noord.example"], "what mail holds already would change nothing");
        assert_eq!(plan["undo"], "impossible");
    }
}

#[tokio::test]
async fn a_user_name_is_named_before_anything_is_written_and_alone_is_no_guest() {
    let app = admin(organisation(|file| {
        let first = user(file, "Hugo Janssen");
        first["userPrincipalName"] = json!("noor@vanleer.example");
        first["mail"] = Value::Null;
        first["proxyAddresses"] = json!([]);
        let second = user(file, "Joris Dekker");
        second["userPrincipalName"] = json!("iris@vanleer.example");
        second["mail"] = Value::Null;
        second["proxyAddresses"] = json!([]);
        another_guest(file, "Noor van Leer", "noor@vanleer.example");
        let noor = user(file, "Noor van Leer");
        noor["mail"] = Value::Null;
        noor["proxyAddresses"] = json!([]);
    }))
    .await;

    // A guest beside the account: named, and nobody is led there
    let report = app.find("noor@vanleer.example").await;
    assert_eq!(report["verdict"], "no-address");
    let taken = report["findings"].as_array().unwrap().iter().find(|it| it["code"] == "user-name-taken");
    assert_eq!(taken.unwrap()["owner"], "Hugo Janssen");
    assert_eq!(recommended(&report), None);
    let plan = app.preview(&report, "set-mail", &json!({})).await;
    assert_eq!(codes(&plan["warnings"]), ["may-be-refused"]);

    // Nobody but the account: not a guest, and nobody is invited
    let report = app.find("iris@vanleer.example").await;
    assert_eq!(
        (report["verdict"].as_str(), report["cause"]["userName"].as_bool()),
        (Some("not-a-guest"), Some(true))
    );
    assert_eq!(report["remedies"], json!([]));
}

#[tokio::test]
async fn who_does_not_show_in_a_group_that_hides_its_members_is_not_said_to_be_absent() {
    let changed = |scopes: Option<Value>| {
        organisation(|file| {
            let zoe = user(file, "Zo\u{eb} van den Berg")["id"].clone();
            let board = group(file, "Directieoverleg");
            board["visibility"] = json!("HiddenMembership");
            board["members"].as_array_mut().unwrap().push(zoe);
            if let Some(scopes) = scopes {
                file["personas"]["user-admin"]["scopes"] = scopes;
            }
        })
    };
    let board = json!("Directieoverleg");
    let id = |app: &SignedIn| {
        let groups = app.tenant().snapshot()["groups"].clone();
        groups.as_array().unwrap().iter().find(|it| it["displayName"] == board).unwrap()["id"].clone()
    };
    let app = admin(changed(None)).await;
    let report = app.find_in("zoe@bloemenhof.example", id(&app), Value::Null).await;
    assert_eq!(report["verdict"], "cannot-tell");
    assert_eq!(report["cause"], json!({ "code": "members-hidden", "group": board, "name": "Zo\u{eb}" }));
    assert!(report["advice"].as_array().unwrap().iter().all(|it| it != "search-again"));
    let plan = app.preview(&report, "remove-and-invite", &json!({})).await;
    assert!(codes(&plan["notes"]).contains(&"hidden-groups-not-seen"));

    // With the permission to see them, they are seen
    let all = json!([
        "User.Read.All",
        "OrgContact.Read.All",
        "GroupMember.Read.All",
        "Group.Read.All",
        "Directory.Read.All",
        "RoleManagement.Read.Directory",
        "Member.Read.Hidden",
    ]);
    let app = admin(changed(Some(all))).await;
    let report = app.find_in("zoe@bloemenhof.example", id(&app), Value::Null).await;
    assert_eq!(report["verdict"], "healthy", "{report:#}");
}

#[tokio::test]
async fn a_group_that_takes_no_guests_is_named_before_anything_is_deleted_whatever_comes_of_it() {
    for (admins_add_guests, outcome) in [(Allowed::Yes, 0), (Allowed::No, 1)] {
        let changed = organisation(|file| {
            let zoe = user(file, "Zo\u{eb} van den Berg")["id"].clone();
            let closed = group(file, "Directieoverleg")["settings"].clone();
            let team = group(file, "Logistiek");
            team["settings"] = closed;
            team["members"].as_array_mut().unwrap().push(zoe);
        });
        let behaviour = Behaviour { admins_add_guests, ..Behaviour::default() };
        let app = Harness::on(changed, behaviour).sign_in("user-admin").await;
        let report = app.find("zoe@bloemenhof.example").await;
        let plan = app.preview(&report, "remove-and-invite", &json!({})).await;
        let warned =
            plan["warnings"].as_array().unwrap().iter().find(|it| it["code"] == "may-take-no-guests");
        assert_eq!(warned.unwrap()["groups"], json!(["Logistiek"]));
        // And what the server says is reported as it was
        let result = app.carry_out(&plan).await;
        assert_eq!(result["left"].as_array().unwrap().len(), outcome, "{result:#}");
    }
}

#[tokio::test]
async fn nobody_is_removed_to_be_invited_at_an_address_of_the_organisations_own() {
    let app = admin(organisation(|file| {
        another_guest(file, "Tess Vos", "tess@contoso.nl");
        let tess = user(file, "Tess Vos");
        tess["mail"] = Value::Null;
        tess["proxyAddresses"] = json!([]);
    }))
    .await;
    let report = app.find("tess@contoso.nl").await;
    assert_eq!(report["verdict"], "no-address");
    assert_eq!(SignedIn::remedy(&report, "remove-and-invite").unwrap()["why"]["code"], "own-domain");
    // Nobody's address, in the organisation's own domain: no invitation either
    let report = app.find("typo@contoso.nl").await;
    assert_eq!(
        (report["verdict"].as_str(), report["cause"]["code"].as_str()),
        (Some("not-a-guest"), Some("own-domain"))
    );
}

#[tokio::test]
async fn an_account_with_a_mailbox_is_not_removed_and_one_with_a_licence_is_warned_about() {
    let plan = |service: &str| {
        json!([{ "assignedDateTime": "2025-01-01T00:00:00Z", "capabilityStatus": "Enabled", "service": service,
            "servicePlanId": "efb87545-963c-4e0d-99df-69c6916d9eb0" }])
    };
    let licences = json!([{ "skuId": "05e9a617-0261-4cee-bb44-138d3ef5d965", "disabledPlans": [] }]);
    for (service, refused) in [("exchange", true), ("PowerBI", false)] {
        let app = admin(organisation(|file| {
            another_guest(file, "Sem Kok", "sem@kok.example");
            let sem = user(file, "Sem Kok");
            sem["assignedLicenses"] = licences.clone();
            sem["assignedPlans"] = plan(service);
        }))
        .await;
        let report = app.find("sem@kok.example").await;
        assert_eq!(is_offered(&report, "remove-and-invite"), !refused, "{service}");
        if refused {
            assert_eq!(SignedIn::remedy(&report, "remove-and-invite").unwrap()["why"]["code"], "has-mailbox");
        } else {
            let plan = app.preview(&report, "remove-and-invite", &json!({})).await;
            assert!(codes(&plan["warnings"]).contains(&"licences-lost"));
            // Not before somebody insists
            assert_eq!((plan["id"].is_null(), plan["missing"].as_str()), (true, Some("insist")));
            let plan = app.preview(&report, "remove-and-invite", &json!({ "insist": true })).await;
            assert_eq!(app.carry_out(&plan).await["outcome"], "done");
        }
    }
}

#[tokio::test]
async fn an_internal_guest_is_called_so_and_everything_that_was_found_is_said() {
    let app = admin(organisation(|file| {
        let kees = user(file, "Kees Brouwer (extern)");
        kees["userType"] = json!("Guest");
        kees["mail"] = Value::Null;
        kees["proxyAddresses"] = json!([]);
        kees["otherMails"] = json!(["kees@brouwer.example"]);
    }))
    .await;
    let report = app.find("kees@brouwer.example").await;
    assert_eq!(
        (report["verdict"].as_str(), report["cause"]["code"].as_str()),
        (Some("not-a-guest"), Some("internal-guest"))
    );
    assert_eq!(report["remedies"], json!([]));
    let found = codes(&report["findings"]);
    assert!(found.contains(&"no-address") && found.contains(&"internal-guest"), "{found:?}");
}

#[tokio::test]
async fn whoever_has_a_deleted_guests_address_by_now_and_the_deleted_guest_are_both_named() {
    let app = admin(organisation(|file| {
        another_guest(file, "Mo Aziz", "mo@aziz.example");
        let mut gone = file["users"].as_array_mut().unwrap().pop().unwrap();
        gone["deletedDateTime"] = json!("2026-11-20T08:00:00Z");
        let id = gone["id"].as_str().unwrap().replace('-', "");
        gone["userPrincipalName"] = json!(format!("{id}{}", gone["userPrincipalName"].as_str().unwrap()));
        file["deletedUsers"].as_array_mut().unwrap().push(gone);
        let inkoop = user(file, "Inkoop");
        inkoop["proxyAddresses"].as_array_mut().unwrap().push(json!("smtp:mo@aziz.example"));
    }))
    .await;
    let report = app.find("mo@aziz.example").await;
    assert_eq!(report["verdict"], "not-a-guest");
    assert_eq!(report["subject"]["displayName"], "Inkoop");
    assert_eq!(report["cause"]["deleted"], "Mo Aziz");
}

#[tokio::test]
async fn where_a_rule_reads_the_missing_address_the_address_is_the_cure_and_every_preview_names_the_group() {
    let rule = "(user.userType -eq \"Guest\") and (user.mail -contains \"@berg.example\")";
    let app = admin(organisation(|file| {
        group(file, "Partners Tailspin Toys")["membershipRule"] = json!(rule);
        another_guest(file, "Kaya Berg", "kaya@berg.example");
        let kaya = user(file, "Kaya Berg");
        kaya["mail"] = Value::Null;
        kaya["proxyAddresses"] = json!([]);
        kaya["otherMails"] = json!(["kaya@berg.example", "kaya@home.example"]);
    }))
    .await;
    let groups = app.tenant().snapshot()["groups"].clone();
    let dynamic = groups.as_array().unwrap().iter().find(|it| it["displayName"] == "Partners Tailspin Toys");
    let report = app.find_in("kaya@berg.example", dynamic.unwrap()["id"].clone(), Value::Null).await;
    assert_eq!(
        (report["verdict"].as_str(), report["cause"]["rule"].as_str()),
        (Some("not-member"), Some(rule))
    );
    assert_eq!(recommended(&report), Some("set-mail"));
    assert_eq!(report["also"], json!(["no-main-address"]));
    for (kind, told) in [("set-mail", true), ("remove-and-invite", true), ("keep-one-address", false)] {
        let plan = app.preview(&report, kind, &json!({})).await;
        let note = plan["notes"].as_array().unwrap().iter().find(|it| it["code"] == "membership-may-change");
        assert_eq!(note.is_some(), told, "{kind}");
        assert!(!told || note.unwrap()["groups"] == json!(["Partners Tailspin Toys"]));
    }
    // What takes it back says so too
    let plan = app.preview(&report, "set-mail", &json!({ "address": "kaya@home.example" })).await;
    assert_eq!(app.carry_out(&plan).await["outcome"], "done");
}

#[tokio::test]
async fn who_is_out_of_the_group_and_in_conflict_is_asked_for_with_both_in_order() {
    let app = Harness::built_in().sign_in("reader").await;
    let groups = app.tenant().snapshot()["groups"].clone();
    let group = groups.as_array().unwrap().iter().find(|it| it["displayName"] == "Logistiek").unwrap();
    let report = app.find_in("jan@fabrikam.nl", group["id"].clone(), Value::Null).await;
    assert_eq!(report["verdict"], "not-member", "{report:#}");
    // Both faults are said,
    assert_eq!(report["also"], json!(["conflict"]));
    // both are asked for in the order in which they are repaired, each of those who can,
    let asks: Vec<_> = report["asks"].as_array().unwrap().iter().map(|it| &it["remedy"]).collect();
    assert_eq!(asks, ["resolve-conflict", "add-to-group"]);
    for (ask, role) in [(0, "Exchange Administrator"), (1, "Groups Administrator")] {
        assert!(report["asks"][ask]["roles"].as_array().unwrap().contains(&json!(role)), "{report:#}");
    }
    // and nothing is recommended besides.
    assert_eq!(recommended(&report), None);
    // One fault is asked for as one.
    let alone = app.find("jan@fabrikam.nl").await;
    assert_eq!(alone["asks"].as_array().unwrap().len(), 1);
}

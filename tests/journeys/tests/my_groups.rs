//! Somebody who owns groups sees which of the guests in them get no mail.
#![allow(clippy::unwrap_used, reason = "in a test a failed unwrap is a failed test")]

use journeys::{Harness, SignedIn};
use practice::{Behaviour, Organisation};
use serde_json::{Map, Value, json};
use window_contract::view::ProblemCode as Code;

const CONTOSO: &str = include_str!("../../../crates/practice/scenarios/contoso.json");

async fn owned(app: &SignedIn) -> Vec<Value> {
    app.ask("owned_groups", json!({ "ticket": "owned" })).await["groups"].as_array().unwrap().clone()
}

fn ids(groups: &[Value]) -> Vec<Value> {
    groups.iter().map(|group| group["id"].clone()).collect()
}

async fn read(app: &SignedIn, groups: &[Value]) -> Vec<Value> {
    let ask = json!({ "groups": ids(groups), "ticket": "read" });
    app.ask("guests_of_groups", ask).await["groups"].as_array().unwrap().clone()
}

fn named<'a>(groups: &'a [Value], name: &str) -> &'a Value {
    groups.iter().find(|group| group["displayName"] == name).unwrap()
}

fn lines(list: &Value) -> Vec<String> {
    let text = |it: &Value| it.as_str().unwrap_or("-").to_owned();
    let guests = list["list"]["guests"].as_array().unwrap().iter();
    guests.map(|it| [&it["displayName"], &it["glance"], &it["reason"]].map(text).join(" · ")).collect()
}

#[tokio::test]
async fn an_owner_sees_who_gets_no_mail_and_why_the_worst_first() {
    let app = Harness::built_in().sign_in("owner").await;
    let before = app.tenant().snapshot();
    let groups = owned(&app).await;
    let names: Vec<_> = groups.iter().map(|group| group["displayName"].as_str().unwrap()).collect();
    assert_eq!(
        names,
        [
            "Leveranciersoverleg",
            "Partners Tailspin Toys",
            "Project Nieuwbouw Utrecht",
            "Sales NL",
            "Team Duurzaamheid"
        ]
    );
    let lists = read(&app, &groups).await;
    let counts: Vec<_> = lists.iter().map(|it| it["list"]["guests"].as_array().unwrap().len()).collect();
    assert_eq!(counts, [11, 3, 9, 13, 2], "every guest, and no colleague");
    assert_eq!(
        lines(&lists[3]),
        [
            "Jan de Vries · no-mail · address-in-use",
            "Marek Nowak · no-mail · address-in-use",
            "Pieter Jansen · no-mail · no-main-address",
            "Sofie Lindqvist · no-mail · no-main-address",
            "Tom Verbeek · no-mail · no-main-address",
            "Ahmed Yılmaz · attention · invitation-open",
            "Dirk Scholten · attention · blocked",
            "Fatima El Amrani · no-fault · -",
            "Pim de Jong · no-fault · -",
            "Sanne Kok · no-fault · -",
            "Siobhán O'Neil · no-fault · -",
            "Thomas Müller · no-fault · -",
            "Zoë van den Berg · no-fault · -",
        ]
    );
    assert_eq!(app.tenant().snapshot(), before, "nothing was changed");
}

#[tokio::test]
async fn what_a_list_says_of_a_guest_is_what_a_search_for_them_says() {
    let app = Harness::built_in().sign_in("owner").await;
    let groups = owned(&app).await;
    for list in read(&app, &groups).await {
        for guest in list["list"]["guests"].as_array().unwrap() {
            let report =
                app.find_in(guest["typed"].as_str().unwrap(), list["id"].clone(), guest["id"].clone()).await;
            assert_eq!(report["subject"]["id"], guest["id"]);
            let lacks = ["conflict", "misconfigured", "no-address"].map(|it| json!(it));
            assert_eq!(
                guest["glance"] == "no-mail",
                lacks.contains(&report["verdict"]),
                "{}: {} and {}",
                guest["displayName"],
                guest["glance"],
                report["verdict"]
            );
            assert_eq!(guest["reason"] == "address-in-use", report["verdict"] == "conflict");
        }
    }
}

#[tokio::test]
async fn who_owns_no_group_is_told_so_and_an_admin_sees_those_they_own() {
    for persona in ["user-admin", "reader"] {
        let app = Harness::built_in().sign_in(persona).await;
        assert_eq!(owned(&app).await, Vec::<Value>::new(), "{persona}");
    }
    // An admin who owns one sees it like anybody.
    let mut contoso: Value = serde_json::from_str(CONTOSO).unwrap();
    let admin = contoso["personas"]["user-admin"]["userId"].clone();
    let sales =
        contoso["groups"].as_array_mut().unwrap().iter_mut().find(|it| it["displayName"] == "Sales NL");
    sales.unwrap()["owners"].as_array_mut().unwrap().push(admin);
    let contoso = Organisation::read(&contoso.to_string()).unwrap();
    let app = Harness::on(contoso, Behaviour::default()).sign_in("user-admin").await;
    let groups = owned(&app).await;
    assert_eq!(lines(&read(&app, &groups).await[0]).len(), 13);
    // A guest may ask what they own, and owns nothing.
    let app = Harness::built_in().sign_in("guest").await;
    assert_eq!(owned(&app).await, Vec::<Value>::new());
}

#[tokio::test]
async fn a_group_that_fails_says_so_beside_those_that_were_read() {
    let app = Harness::built_in().sign_in("owner").await;
    let groups = owned(&app).await;
    let sales = named(&groups, "Sales NL")["id"].as_str().unwrap();
    let path = format!("/groups/{sales}/members/microsoft.graph.user");
    app.faults(json!([{ "method": "GET", "path": path, "do": "status", "status": 403 }]));
    let lists = read(&app, &groups).await;
    assert_eq!(lists[3]["list"]["is"], "failed");
    assert_eq!(lists[3]["list"]["problem"]["kind"], "refused");
    assert!(lists.iter().filter(|it| it["list"]["is"] == "read").count() == 4);
    // What was not read is not saved as if it were empty.
    let ask = json!({ "group": sales });
    app.refused_as("save_guests", ask.clone(), Code::GroupNotRead).await;
    // Asked again it is there.
    app.faults(json!([]));
    assert_eq!(lines(&read(&app, &groups[3..4]).await[0]).len(), 13);
    app.ask("save_guests", ask).await;
}

#[tokio::test]
async fn a_group_that_hides_its_members_is_not_called_empty() {
    let mut contoso: Value = serde_json::from_str(CONTOSO).unwrap();
    let groups = contoso["groups"].as_array_mut().unwrap();
    groups.iter_mut().find(|it| it["displayName"] == "Sales NL").unwrap()["visibility"] =
        json!("HiddenMembership");
    let contoso = Organisation::read(&contoso.to_string()).unwrap();
    let app = Harness::on(contoso, Behaviour::default()).sign_in("owner").await;
    let groups = owned(&app).await;
    let list = &read(&app, &[named(&groups, "Sales NL").clone()]).await[0];
    // Whether an owner sees them depends on the permission of the sign-in: they do, or are told that they do not.
    let is = list["list"]["is"].as_str().unwrap();
    assert!(is == "hidden" || lines(list).len() == 13, "{list}");
}

/// Contoso with so many more guests in Sales NL; every third of them without a main address.
fn crowded(more: usize) -> Organisation {
    let mut contoso: Value = serde_json::from_str(CONTOSO).unwrap();
    let users = contoso["users"].as_array_mut().unwrap();
    let pattern = users.iter().find(|it| it["displayName"] == "Thomas Müller").unwrap().clone();
    let mut ids = Vec::new();
    for number in 0..more {
        let mut user = pattern.clone();
        let address = format!("guest{number}@crowd.example");
        let id = format!("dddddddd-0000-4000-8000-{number:012}");
        user["id"] = json!(id);
        user["displayName"] = json!(format!("Guest {number:04}"));
        user["userPrincipalName"] =
            json!(format!("guest{number}_crowd.example#EXT#@contoso.onmicrosoft.com"));
        user["mailNickname"] = json!(format!("guest{number}_crowd.example#EXT#"));
        user["otherMails"] = json!([address]);
        user["identities"] = json!([]);
        let broken = number % 3 == 0;
        user["mail"] = if broken { Value::Null } else { json!(address) };
        user["proxyAddresses"] = if broken { json!([]) } else { json!([format!("SMTP:{address}")]) };
        users.push(user);
        ids.push(json!(id));
    }
    let groups = contoso["groups"].as_array_mut().unwrap();
    let sales = groups.iter_mut().find(|it| it["displayName"] == "Sales NL").unwrap();
    sales["members"].as_array_mut().unwrap().extend(ids);
    Organisation::read(&contoso.to_string()).unwrap()
}

#[tokio::test]
async fn a_thousand_guests_come_in_pages_and_none_is_left_out() {
    let app = Harness::on(crowded(1_000), Behaviour::default()).sign_in("owner").await;
    let groups = owned(&app).await;
    let list = read(&app, &[named(&groups, "Sales NL").clone()]).await.remove(0);
    let guests = lines(&list);
    assert_eq!(guests.len(), 1_013);
    assert_eq!(guests.iter().filter(|line| line.contains("no-mail")).count(), 334 + 5);
    assert!(guests.is_sorted_by_key(|line| !line.contains("no-mail")), "the worst first");
    let recorded = app.tenant().recorded();
    let pages = recorded.iter().filter(|it| it.path_and_query.contains("skiptoken")).count();
    assert_eq!(pages, 4, "pages of 250 behind the first");
    // And all of them are saved.
    let saved = app.ask("save_guests", json!({ "group": list["id"] })).await;
    assert_eq!(saved["text"].as_str().unwrap().lines().count(), 1_014);
}

#[tokio::test]
async fn what_was_read_is_saved_as_a_table_in_ones_own_language() {
    let app = Harness::built_in().sign_in("owner").await;
    let groups = owned(&app).await;
    let sales = named(&groups, "Sales NL").clone();
    let ask = json!({ "group": sales["id"] });
    app.refused_as("save_guests", ask.clone(), Code::GroupNotRead).await;
    read(&app, std::slice::from_ref(&sales)).await;
    app.ask("set_language", json!({ "language": "nl" })).await;
    let saved = app.ask("save_guests", ask).await;
    let path = saved["path"].as_str().unwrap();
    assert!(path.ends_with("guests Sales NL.csv"), "{path}");
    let text = std::fs::read_to_string(path).unwrap();
    assert_eq!(json!(text), saved["text"]);
    let lines: Vec<&str> = text.lines().collect();
    assert!(
        lines[0].starts_with("\u{feff}\"Gast\";\"E‑mailadres\";\"Status (geen fout gevonden"),
        "{}",
        lines[0]
    );
    assert!(
        lines[1].starts_with(
            r#""Jan de Vries";"jan@fabrikam.nl";"Krijgt geen mail";"Adres in gebruik";"Sales NL";"#
        ),
        "{}",
        lines[1]
    );
    assert_eq!(lines.len(), 14);
    // Somebody else has read nothing.
    app.ask("sign_in", json!({ "persona": "user-admin" })).await;
    app.refused_as("save_guests", json!({ "group": sales["id"] }), Code::GroupNotRead).await;
}

#[tokio::test]
async fn whatever_names_hold_no_cell_of_the_table_is_a_formula_or_ends_early() {
    let texts: Map<String, Value> = serde_json::from_str(include_str!("../../hostile/texts.json")).unwrap();
    let mut contoso: Value = serde_json::from_str(CONTOSO).unwrap();
    let groups = contoso["groups"].as_array().unwrap();
    let members = groups.iter().find(|it| it["displayName"] == "Sales NL").unwrap()["members"].clone();
    let mut texts = texts.values().cycle();
    let is_in = |user: &&mut Value| members.as_array().unwrap().contains(&user["id"]);
    let guests = contoso["users"].as_array_mut().unwrap().iter_mut().filter(is_in);
    for user in guests.filter(|it| it["userPrincipalName"].as_str().unwrap().contains("#EXT#")) {
        user["displayName"] = texts.next().unwrap().clone();
    }
    let contoso = Organisation::read(&contoso.to_string()).unwrap();
    let app = Harness::on(contoso, Behaviour::default()).sign_in("owner").await;
    let groups = owned(&app).await;
    let sales = named(&groups, "Sales NL").clone();
    read(&app, std::slice::from_ref(&sales)).await;
    let saved = app.ask("save_guests", json!({ "group": sales["id"] })).await;
    let text = saved["text"].as_str().unwrap().trim_start_matches('\u{feff}');
    assert_eq!(text.lines().count(), 14, "a line for each guest, and no more");
    assert!(text.contains(r#""'=HYPERLINK("#), "{text}");
    for cell in text.lines().flat_map(|line| line.split("\",\"")) {
        assert!(!cell.trim_start_matches('"').starts_with(['=', '+', '-', '@', '\t']), "{cell}");
    }
}

#[tokio::test]
async fn no_more_than_a_batch_is_asked_about_at_once_and_nothing_but_groups() {
    let app = Harness::built_in().sign_in("owner").await;
    let one = json!("12345678-1234-4234-8234-123456789012");
    for groups in [json!([]), json!(vec![one.clone(); 21]), json!(["../users"]), json!([""])] {
        let ask = json!({ "groups": groups, "ticket": "t" });
        app.refused_as("guests_of_groups", ask, Code::RequestMalformed).await;
    }
    // A group that somebody else owns is not listed for who does not.
    let lists = read(&app, &[json!({ "id": one })]).await;
    assert_eq!(lists[0]["list"]["is"], "not-owned");
}

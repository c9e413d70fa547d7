//! Somebody looks at all guests of the organisation: who else gets no mail?
#![allow(clippy::unwrap_used, reason = "in a test a failed unwrap is a failed test")]

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use journeys::{Harness, SignedIn};
use practice::{Allowed, Behaviour, FaultyGuest, GuestFault, Guests, Organisation, Tenant};
use serde_json::{Value, json};

/// A survey as the window puts it together: how it stands, and the guests by their ids.
struct Seen {
    survey: Value,
    guests: BTreeMap<String, Value>,
}

impl Seen {
    fn causes(&self) -> BTreeMap<String, usize> {
        let mut causes = BTreeMap::new();
        for guest in self.guests.values() {
            *causes.entry(guest["cause"].as_str().unwrap().to_owned()).or_default() += 1;
        }
        causes
    }

    fn named(&self, name: &str) -> &Value {
        self.guests.values().find(|guest| guest["displayName"] == name).unwrap()
    }
}

/// Watches until the survey stands as wished.
async fn watched(app: &SignedIn, is: impl Fn(&Value) -> bool) -> Seen {
    let mut seen = Seen { survey: Value::Null, guests: BTreeMap::new() };
    let mut after = json!(0);
    for _ in 0..500 {
        let ask = json!({ "id": seen.survey["id"], "after": after });
        let news = app.ask("survey", ask).await;
        if news["survey"]["id"] != seen.survey["id"] {
            seen.guests.clear();
        }
        (after, seen.survey) = (news["sequence"].clone(), news["survey"].clone());
        for guest in news["guests"].as_array().unwrap() {
            seen.guests.insert(guest["id"].as_str().unwrap().to_owned(), guest.clone());
        }
        if news["more"] == false && is(&seen.survey) {
            return seen;
        }
    }
    panic!("it never stands so: {}", seen.survey);
}

async fn checked(app: &SignedIn, depth: &str) -> Seen {
    app.ask("start_survey", json!({ "depth": depth })).await;
    watched(app, |survey| survey["phase"] != "running").await
}

/// Whom the organisation itself has among its external accounts, of whom this holds.
fn externals(tenant: &Tenant, holds: impl Fn(&Value) -> bool) -> BTreeSet<String> {
    let whole = serde_json::to_value(tenant.snapshot()).unwrap();
    let users = whole["users"].as_array().unwrap().iter();
    let external = |user: &&Value| user["userPrincipalName"].as_str().is_some_and(|it| it.contains("#EXT#@"));
    users
        .filter(external)
        .filter(|user| holds(user))
        .map(|it| it["id"].as_str().unwrap().to_owned())
        .collect()
}

fn lacks_addresses(user: &Value) -> bool {
    user["mail"].is_null() || user["proxyAddresses"].as_array().is_none_or(Vec::is_empty)
}

/// Requests for pages of users, and batches, that the server saw from this exchange on.
fn asked(tenant: &Tenant, from: usize) -> (usize, usize) {
    let recorded = tenant.recorded();
    let of = |path: &str| recorded[from..].iter().filter(|it| it.path_and_query.contains(path)).count();
    (of("/users?"), of("/$batch"))
}

#[tokio::test]
async fn a_quick_check_finds_everybody_without_a_main_address_and_says_why() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let before = app.tenant().snapshot();
    let seen = checked(&app, "quick").await;
    assert_eq!((&seen.survey["phase"], &seen.survey["way"]), (&json!("done"), &json!("candidates")));
    let listed: BTreeSet<String> = seen.guests.keys().cloned().collect();
    assert_eq!(listed, externals(app.tenant(), lacks_addresses));
    for (name, cause, in_the_way) in [
        ("Pieter Jansen", "main-address-missing", Value::Null),
        ("Jan de Vries", "owned-by-contact", json!("J. de Vries (Fabrikam)")),
        ("Kees Brouwer", "owned-by-account", json!("Kees Brouwer (extern)")),
        ("Projectbureau Adatum Benelux", "owned-by-group", json!("Projecten Adatum")),
        ("Aisha Bello", "blocked-as-well", Value::Null),
    ] {
        let guest = seen.named(name);
        assert_eq!((&guest["cause"], &guest["inTheWay"]), (&json!(cause), &in_the_way), "{name}");
    }
    assert_eq!(seen.named("Jan de Vries")["groups"], json!(["Marketing Benelux", "Sales NL"]));
    assert_eq!(seen.named("Tom Verbeek")["new"], Value::Null, "there was none before");
    assert_eq!(app.tenant().snapshot(), before, "nothing is changed by looking");
}

#[tokio::test]
async fn a_thorough_check_also_finds_what_no_question_for_empty_addresses_can() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let quick = checked(&app, "quick").await;
    let thorough = checked(&app, "thorough").await;
    assert_eq!(thorough.survey["way"], "every-external");
    assert!(quick.guests.keys().all(|id| thorough.guests.contains_key(id)));
    let causes = thorough.causes();
    for only_seen_by_reading_all in ["blocked", "invitation-open"] {
        assert!(causes.contains_key(only_seen_by_reading_all), "{causes:?}");
        assert!(!quick.causes().contains_key(only_seen_by_reading_all));
    }
    // Each is found as a search for them finds them, where a list can tell.
    for guest in thorough.guests.values() {
        let ask = (guest["typed"].as_str().unwrap(), guest["id"].clone());
        let verdict = app.find_in(ask.0, Value::Null, ask.1).await["verdict"].clone();
        let expected: &[&str] = match guest["cause"].as_str().unwrap() {
            "main-address-missing" | "blocked-as-well" | "no-address" => &["misconfigured", "no-address"],
            "owned-by-contact" | "owned-by-account" | "owned-by-group" => &["conflict"],
            "two-main-addresses" => &["mail-elsewhere"],
            "blocked" => &["blocked"],
            "invitation-open" => &["pending"],
            _ => &["cannot-tell"],
        };
        // A rule about the whole organisation or a group comes before what a list tells.
        let said = verdict.as_str().unwrap();
        assert!(expected.contains(&said) || said == "ambiguous", "{guest}: {said}");
    }
}

#[tokio::test]
async fn what_the_server_refuses_is_asked_in_another_way_and_finds_the_same_guests() {
    let refusing = Behaviour { joined_advanced_filters: Allowed::No, ..Behaviour::default() };
    let (asked_once, fallen_back) = (
        Harness::built_in().sign_in("user-admin").await,
        Harness::behaving(refusing).sign_in("user-admin").await,
    );
    let (first, second) = (checked(&asked_once, "quick").await, checked(&fallen_back, "quick").await);
    assert_eq!(second.survey["way"], "guests-without-mail");
    let missed: Vec<&str> = first
        .guests
        .values()
        .filter(|guest| !second.guests.contains_key(guest["id"].as_str().unwrap()))
        .map(|guest| guest["displayName"].as_str().unwrap())
        .collect();
    assert_eq!(missed, ["Isabelle Laurent"], "a main address by name, and no list of addresses");
    // A guest of one's own domain is a guest by their type, and no external account.
    let more: Vec<&str> = second
        .guests
        .values()
        .filter(|guest| !first.guests.contains_key(guest["id"].as_str().unwrap()))
        .map(|guest| guest["displayName"].as_str().unwrap())
        .collect();
    assert_eq!(more, ["Maaike Kuipers"]);
    let thorough = checked(&fallen_back, "thorough").await;
    assert_eq!(thorough.survey["way"], "every-guest");
}

/// Whether a survey stands so.
type Moment<'a> = &'a dyn Fn(&Value) -> bool;

/// The process is gone, and with it everything that ran in it; the tenant and the data folder stay.
#[test]
fn a_check_that_a_crash_cut_off_goes_on_and_asks_nothing_again_that_was_answered() {
    let runtime =
        || tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    // Given a check of which every request is counted
    let (organisation, _) = many();
    let (whole, needed) = runtime().block_on(async {
        let app = Harness::on(organisation.clone(), Behaviour::default()).sign_in("user-admin").await;
        let from = app.tenant().recorded().len();
        (checked(&app, "thorough").await, asked(app.tenant(), from))
    });

    // When the power fails behind the second page of another, or behind its first looks
    let slow = |method, path| json!([{ "method": method, "path": path, "do": "delay", "ms": 300 }]);
    let number = |survey: &Value, name: &str| survey[name].as_u64().unwrap();
    let behind_two_pages = |survey: &Value| number(survey, "read") == 1_998;
    let between_looks = |survey: &Value| (1..number(survey, "found")).contains(&number(survey, "examined"));
    let moments: [(Value, Moment<'_>); 2] =
        [(slow("GET", "/users"), &behind_two_pages), (slow("POST", "/$batch"), &between_looks)];
    for (faults, moment) in moments {
        let process = runtime();
        let (app, from, seen) = process.block_on(async {
            let app = Harness::on(organisation.clone(), Behaviour::default()).sign_in("user-admin").await;
            let from = app.tenant().recorded().len();
            app.faults(faults);
            app.ask("start_survey", json!({ "depth": "thorough" })).await;
            let seen = watched(&app, moment).await;
            (app, from, seen)
        });
        // What it was writing is written or not, but never after the next start has read it.
        process.shutdown_timeout(Duration::from_secs(30));

        runtime().block_on(async {
            // Then nothing goes on by itself, and what was told is there
            let app = app.restart("user-admin").await;
            app.faults(json!([]));
            let kept = watched(&app, |_| true).await;
            assert_eq!(kept.survey["phase"], "paused");
            assert!(number(&kept.survey, "read") >= number(&seen.survey, "read"));
            assert!(seen.guests.keys().all(|guest| kept.guests.contains_key(guest)));
            assert!(kept.guests.len() < whole.guests.len());

            // And gone on with it ends as the other, and what was under way is all that was asked for twice
            app.ask("resume_survey", json!({})).await;
            let done = watched(&app, |survey| survey["phase"] != "running").await;
            assert_eq!(
                (&done.survey["phase"], &done.survey["examined"]),
                (&json!("done"), &done.survey["found"])
            );
            assert_eq!(done.guests.keys().collect::<Vec<_>>(), whole.guests.keys().collect::<Vec<_>>());
            let (pages, batches) = asked(app.tenant(), from);
            assert!(pages <= needed.0 + 1, "{pages} instead of {needed:?}");
            // Four looks, of three batches each at most, were under way.
            assert!(batches <= needed.1 + 12, "{batches} instead of {needed:?}");
        });
    }
}

#[tokio::test]
async fn a_pause_stops_it_at_once_and_what_was_read_stays() {
    let (organisation, _) = many();
    let app = Harness::on(organisation, Behaviour::default()).sign_in("user-admin").await;
    app.faults(json!([{ "method": "GET", "path": "/users", "do": "delay", "ms": 300 }]));
    app.ask("start_survey", json!({ "depth": "thorough" })).await;
    watched(&app, |survey| survey["read"] == 999).await;
    app.ask("pause_survey", json!({})).await;
    let paused = watched(&app, |_| true).await;
    assert_eq!((&paused.survey["phase"], &paused.survey["problem"]), (&json!("paused"), &Value::Null));
    app.faults(json!([]));
    app.ask("resume_survey", json!({})).await;
    assert_eq!(watched(&app, |survey| survey["phase"] != "running").await.survey["phase"], "done");

    // One that was stopped is not gone on with, and keeps what it found
    app.ask("start_survey", json!({ "depth": "quick" })).await;
    app.ask("stop_survey", json!({})).await;
    app.ask("resume_survey", json!({})).await;
    assert_eq!(watched(&app, |_| true).await.survey["phase"], "stopped");
}

#[tokio::test]
async fn a_list_that_cannot_be_gone_on_with_any_more_is_read_from_its_beginning_and_nobody_is_listed_twice() {
    let (organisation, _) = many();
    let minutes = Duration::from_mins;
    let forgetful = Behaviour { page_tokens: Some(minutes(5)), ..Behaviour::default() };
    let app = Harness::on(organisation, forgetful).sign_in("user-admin").await;
    let whole = checked(&app, "thorough").await;
    app.faults(json!([{ "method": "GET", "path": "/users", "do": "delay", "ms": 300 }]));
    app.ask("start_survey", json!({ "depth": "thorough" })).await;
    watched(&app, |survey| survey["read"] == 999).await;
    app.ask("pause_survey", json!({})).await;
    app.faults(json!([]));
    app.clock().pass(minutes(60));
    app.ask("resume_survey", json!({})).await;
    let done = watched(&app, |survey| survey["phase"] != "running").await;
    assert_eq!((&done.survey["phase"], &done.survey["problem"]), (&json!("done"), &Value::Null));
    assert_eq!(done.guests.keys().collect::<Vec<_>>(), whole.guests.keys().collect::<Vec<_>>());
    assert_eq!(done.survey["examined"], done.survey["found"]);
    assert_eq!(done.survey["read"], done.survey["total"]);
}

#[tokio::test]
async fn a_second_check_says_who_is_new_and_who_was_repaired_since() {
    let app = Harness::built_in().sign_in("user-admin").await;
    checked(&app, "quick").await;
    let sofie = app.find("sofie.lindqvist@tailspintoys.com").await;
    let plan = app.preview(&sofie, "set-mail", &json!({})).await;
    assert_eq!(app.carry_out(&plan).await["outcome"], "done");

    // (Of whom the invitation is still open, which a quick check does not look for.)
    let olga = app.find("olga.petrova@proseware.com").await;
    let plan = app.preview(&olga, "set-mail", &json!({})).await;
    assert_eq!(app.carry_out(&plan).await["outcome"], "done");

    // The list of the first check says so at once
    let listed = watched(&app, |_| true).await;
    assert_eq!(listed.named("Olga Petrova")["repaired"], true);
    assert_eq!(listed.named("Sofie Lindqvist")["repaired"], true);
    assert_eq!(listed.named("Tom Verbeek")["repaired"], false);

    // And the next one finds them no more, and somebody who was invited meanwhile
    // (An address that a contact has: Microsoft makes the account without a main address.)
    let invitation = json!({ "invitedUserEmailAddress": "oscar.lindholm@proseware.com",
        "inviteRedirectUrl": "https://myapplications.microsoft.com" });
    app.elsewhere("POST", "/invitations", invitation).await;
    let again = checked(&app, "quick").await;
    assert_eq!((&again.survey["since"]["new"], &again.survey["since"]["repaired"]), (&json!(1), &json!(2)));
    assert!(again.guests.values().all(|guest| guest["displayName"] != "Sofie Lindqvist"));
    let new: Vec<&Value> = again.guests.values().filter(|guest| guest["new"] == true).collect();
    assert_eq!((new.len(), &new[0]["cause"]), (1, &json!("owned-by-contact")));
    assert_eq!(again.named("Tom Verbeek")["new"], false);
}

#[tokio::test]
async fn what_is_shown_is_saved_in_its_order_and_no_name_is_a_formula() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let tom = app.find("tom.verbeek@fabrikam.com").await["subject"]["id"].as_str().unwrap().to_owned();
    app.elsewhere("PATCH", &format!("/users/{tom}"), json!({ "displayName": "=HYPERLINK(1)" })).await;
    let seen = checked(&app, "quick").await;
    let ids: Vec<&String> = seen.guests.keys().rev().collect();
    for form in ["csv", "json"] {
        let saved = app.ask("save_survey", json!({ "guests": ids, "form": form })).await;
        let text = saved["text"].as_str().unwrap_or_default().to_owned();
        let place: Vec<usize> = ids.iter().map(|id| text.find(id.as_str()).unwrap()).collect();
        assert!(place.is_sorted(), "{form}");
        assert_eq!(form == "csv", text.contains("\"'=HYPERLINK(1)\""));
    }
    let unknown = json!({ "guests": [uuid::Uuid::nil()], "form": "csv" });
    app.refused("save_survey", unknown).await;
}

#[tokio::test]
async fn what_one_account_found_another_does_not_see_and_all_of_it_can_be_removed() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let found = checked(&app, "quick").await;
    app.ask("sign_out", json!({})).await;
    app.ask("sign_in", json!({ "persona": "global-admin" })).await;
    let none = app.ask("survey", json!({ "id": "another", "after": 0 })).await;
    assert_eq!(none["survey"], Value::Null);
    app.ask("sign_out", json!({})).await;
    app.ask("sign_in", json!({ "persona": "user-admin" })).await;
    assert_eq!(watched(&app, |_| true).await.survey["id"], found.survey["id"]);
    // One guest alone, in Settings; then all of it
    let forgotten = app.ask("forget_guest", json!({ "address": "sofie.lindqvist@tailspintoys.com" })).await;
    assert_eq!(forgotten["listed"], true);
    let left = watched(&app, |_| true).await;
    assert!(left.guests.values().all(|guest| guest["displayName"] != "Sofie Lindqvist"));
    let folder = app.folder().to_owned();
    let stands_there = |name: &str| {
        let files = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
        let mut kept = files.filter(|file| file.to_string_lossy().contains("surveys.db"));
        kept.any(|file| String::from_utf8_lossy(&std::fs::read(file).unwrap()).contains(name))
    };
    assert!(!stands_there("Lindqvist") && stands_there("Tom Verbeek"));
    app.ask("forget_survey", json!({})).await;
    assert!(!stands_there("Tom Verbeek"));
    let app = app.restart("user-admin").await;
    let gone = app.ask("survey", json!({ "id": "another", "after": 0 })).await;
    assert_eq!((&gone["survey"], &gone["guests"]), (&Value::Null, &json!([])));
}

#[tokio::test]
async fn a_server_that_has_enough_is_waited_for_and_one_that_fails_pauses_the_check_with_its_reason() {
    let app = Harness::built_in().sign_in("user-admin").await;
    app.faults(json!([{ "method": "GET", "path": "/users", "nth": 1, "do": "status", "status": 429, "retryAfter": "3" }]));
    let began = app.clock().now();
    assert_eq!(checked(&app, "quick").await.survey["phase"], "done");
    assert!(app.clock().now().duration_since(began).as_secs() >= 3);

    app.faults(json!([{ "method": "POST", "path": "/$batch", "do": "status", "status": 503 }]));
    let paused = checked(&app, "quick").await;
    assert_eq!((&paused.survey["phase"], &paused.survey["examined"]), (&json!("paused"), &json!(0)));
    assert_eq!(paused.survey["problem"]["code"], "server-unavailable");
    app.faults(json!([]));
    app.ask("resume_survey", json!({})).await;
    let done = watched(&app, |survey| survey["phase"] != "running").await;
    assert_eq!((&done.survey["phase"], &done.survey["problem"]), (&json!("done"), &Value::Null));
    assert_eq!(done.guests.len(), externals(app.tenant(), lacks_addresses).len());
}

/// Three thousand guests of whom a hundred and fifty are faulty, and the scenario's own table of them.
fn many() -> (Organisation, Vec<FaultyGuest>) {
    let guests = Guests { count: 3_000, faulty: 150, seed: 13 };
    let organisation = Tenant::built_in().unwrap().with_some_faulty(guests);
    let table = organisation.faulty_guests();
    (organisation, table)
}

/// What is to be said of a fault of the scenario.
const fn cause(fault: GuestFault) -> &'static str {
    match fault {
        GuestFault::OneAddress | GuestFault::SeveralAddresses | GuestFault::NoPrimary => {
            "main-address-missing"
        }
        GuestFault::OwnedByContact => "owned-by-contact",
        GuestFault::OwnedByAccount => "owned-by-account",
        GuestFault::OwnedByGroup => "owned-by-group",
        GuestFault::NoAddress => "no-address",
        GuestFault::OneAddressBlocked => "blocked-as-well",
        GuestFault::MailDiffers => "two-main-addresses",
        GuestFault::Blocked => "blocked",
        GuestFault::Pending => "invitation-open",
    }
}

/// Whether the question for empty addresses can find it.
const fn is_found_quickly(fault: GuestFault) -> bool {
    !matches!(
        fault,
        GuestFault::NoPrimary | GuestFault::MailDiffers | GuestFault::Blocked | GuestFault::Pending
    )
}

#[tokio::test]
async fn both_depths_find_exactly_whom_the_scenarios_own_table_names() {
    let (organisation, table) = many();
    let app = Harness::on(organisation, Behaviour::default()).sign_in("user-admin").await;
    let built_in = |guest: &&Value| !table.iter().any(|it| guest["id"] == it.user_id.as_str());
    let alone = Harness::built_in().sign_in("user-admin").await;
    for (depth, finds) in [("quick", is_found_quickly as fn(GuestFault) -> bool), ("thorough", |_| true)] {
        let seen = checked(&app, depth).await;
        for guest in table.iter().filter(|it| finds(it.fault)) {
            let listed = &seen.guests[&guest.user_id];
            assert_eq!(listed["cause"], cause(guest.fault), "{depth}: {guest:?}: {listed}");
            assert_eq!(listed["groups"].as_array().unwrap().len(), guest.groups.len());
        }
        let others = seen.guests.values().filter(built_in).count();
        assert_eq!(others, checked(&alone, depth).await.guests.len(), "nobody else beside those of the file");
        let is_external = |user: &Value| user["userPrincipalName"].as_str().unwrap().contains("#EXT#@");
        let by_type = |user: &&Value| user["userType"] == "Guest" || depth == "thorough" && is_external(user);
        let of_file = app.tenant().snapshot()["users"].as_array().unwrap().iter().filter(by_type).count();
        assert_eq!(seen.survey["total"], json!(of_file + 3_000));
    }
}

#[tokio::test]
async fn a_quick_check_asks_as_many_pages_as_there_are_faulty_and_two_batches_for_each_twenty() {
    let (organisation, table) = many();
    let app = Harness::on(organisation, Behaviour::default()).sign_in("user-admin").await;
    let from = app.tenant().recorded().len();
    let found = checked(&app, "quick").await.guests.len();
    let (pages, batches) = asked(app.tenant(), from);
    // The count of guests is one more.
    assert_eq!(pages, found.div_ceil(999) + 1);
    let looks = found.div_ceil(20);
    assert!(batches <= 3 * looks, "{batches} batches for {found} of {}", table.len());
}

#[tokio::test]
async fn an_organisation_that_changes_meanwhile_is_read_to_its_end_and_nobody_twice() {
    let (organisation, table) = many();
    let app = Harness::on(organisation, Behaviour::default()).sign_in("user-admin").await;
    app.ask("start_survey", json!({ "depth": "thorough" })).await;
    watched(&app, |survey| survey["read"] != 0).await;
    let gone: Vec<&FaultyGuest> = table.iter().rev().take(3).collect();
    for guest in &gone {
        app.elsewhere("DELETE", &format!("/users/{}", guest.user_id), Value::Null).await;
    }
    let done = watched(&app, |survey| survey["phase"] != "running").await;
    assert_eq!(done.survey["phase"], "done");
    assert_eq!(done.survey["examined"], done.survey["found"]);
    let missing = table.iter().filter(|it| !done.guests.contains_key(&it.user_id)).count();
    assert!(missing <= gone.len(), "{missing}");
}

#[tokio::test]
async fn the_practice_organisation_that_starts_over_has_no_check_any_more() {
    let app = Harness::built_in().sign_in("user-admin").await;
    checked(&app, "quick").await;
    app.ask("start_over", json!({})).await;
    assert_eq!(app.ask("survey", json!({ "id": null, "after": 0 })).await["survey"], Value::Null);
}

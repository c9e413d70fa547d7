//! Secrets do not leak. What a sign-in is made of (access, refresh and ID tokens, codes, verifiers, device codes, states
//! and nonces) is heard at the server's end of the line; then every place where it could have come to rest is searched
//! for it, in whatever form: the log at its finest level, what the window was told, the journal, documents, files.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

mod broken;
mod desk;
mod log;
mod places;
mod redeem_link;
mod sign_in_link;

use std::collections::BTreeSet;
use std::fmt::{Debug, Display};
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::http::StatusCode;
use bridge::AppProblem;
use clock::Clock;
use entra::{ClosingPages, ConfigSource, Organisation, SignIn, SignInRequest};
use journeys::{Search, SignedIn, forms, fresh_ticket};
use practice::FaultFile;
use rusqlite::Connection;
use serde_json::{Value, json};
use static_assertions::assert_not_impl_any;
use tokio_util::sync::CancellationToken;
use window_contract::view::{Problem, ProblemCode};

use crate::broken::broken;
use crate::desk::Desk;
use crate::places::files;

/// A guest without main address, and one whose address somebody else has.
const PIETER: &str = "pieter@northwindtraders.com";
const JAN: &str = "jan@fabrikam.nl";

macro_rules! names {
    ($( #[doc = $doc:literal] $name:ident : $ask:ident => $answer:ident ; )*) => {
        /// Every command there is, and whether it can be asked with nothing.
        fn commands() -> Vec<(&'static str, bool)> {
            vec![$( (
                stringify!($name),
                serde_json::from_value::<window_contract::view::$ask>(json!({})).is_ok(),
            ) ),*]
        }
    };
}
window_contract::with_commands!(names);

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_asked_nothing_of_a_sign_in_comes_to_rest_anywhere() {
    // Access tokens of a minute: each question renews the sign-in.
    let desk = Desk::set(json!({ "accessTokenMinutes": 1 })).await;
    in_practice(&desk).await;
    repairs(&desk).await;
    sets_up(&desk).await;
    desk.has_leaked_nothing();

    // The next start goes on with what was kept; then everything once more with a code.
    let desk = desk.restart().await;
    desk.ask("resume", json!({})).await;
    desk.find(PIETER).await.unwrap();
    desk.ask("sign_out", json!({})).await;
    desk.signs_in_with_code().await.unwrap();
    desk.find(PIETER).await.unwrap();
    faults(&desk, &json!([{ "method": "POST", "path": "/$batch", "nth": 1, "do": "claims" }]));
    assert_eq!(desk.find(PIETER).await.unwrap_err().code, ProblemCode::StepUpRequired);
    desk.ask("prove", json!({})).await;
    desk.find(PIETER).await.unwrap();
    desk.tries("cancel", json!({ "ticket": fresh_ticket() })).await.unwrap();
    desk.tries("sign_in_azure_cli", json!({})).await.ok();
    other_organisations(&desk).await;

    let kinds: BTreeSet<&str> = desk.tap.heard().into_values().collect();
    let all = ["access token", "refresh token", "ID token", "authorisation code", "verifier", "device code"];
    assert!(all.into_iter().all(|kind| kinds.contains(kind)), "{kinds:?}");
    // What is heard is what the app and the libraries below it say, down to the finest.
    let log = String::from_utf8(desk.places.log.bytes()).unwrap();
    for part in ["graph::client", "rustls", "hyper", "reqwest"] {
        assert!(log.contains(part), "nothing of {part} in the log");
    }
    // What needs no words of its own is asked without a line here, and may be refused.
    let asked = desk.asked();
    let (by_itself, missing): (Vec<_>, Vec<_>) =
        commands().into_iter().filter(|(name, _)| !asked.contains(*name)).partition(|(_, nothing)| *nothing);
    assert!(missing.is_empty(), "never asked: {missing:?}");
    for (name, _) in by_itself {
        desk.tries(name, json!({})).await.ok();
    }
    desk.has_leaked_nothing();
}

/// A group that is not there: whoever owns none asks about this one.
const NOBODYS_GROUP: &str = "cccccccc-0000-4000-8000-000000000000";

async fn in_practice(desk: &Desk) {
    for language in bridge::Language::ALL {
        desk.ask("words", json!({ "language": language })).await;
        desk.ask("set_language", json!({ "language": language })).await;
    }
    for theme in ["dark", "system"] {
        desk.ask("set_theme", json!({ "theme": theme })).await;
    }
    for step in ["larger", "whole"] {
        desk.ask("zoom", json!({ "step": step })).await;
    }
    desk.ask("sign_in", json!({ "persona": "user-admin" })).await;
    desk.ask("start_over", json!({})).await;
    desk.ask("sign_out", json!({})).await;
}

async fn repairs(desk: &Desk) {
    desk.ask("sign_in_browser", json!({})).await;
    desk.ask("groups", json!({})).await;
    let owned = desk.ask("owned_groups", json!({ "ticket": "owned" })).await;
    let own = owned["groups"][0]["id"].as_str().unwrap_or(NOBODYS_GROUP).to_owned();
    desk.ask("guests_of_groups", json!({ "groups": [own], "ticket": "guests" })).await;
    desk.tries("save_guests", json!({ "group": own })).await.ok();
    let report = desk.find(PIETER).await.unwrap();
    let wish = SignedIn::wish(&report, "keep-one-address", &json!({}));
    let code = desk.refused("preview", wish.clone()).await.code;
    assert!(matches!(code, ProblemCode::PermissionMissing { .. }), "{code:?}");
    desk.ask("permit", json!({ "remedy": "keep-one-address" })).await;
    let done = desk.carry_out(&desk.ask("preview", wish).await).await;
    assert_eq!(done["result"]["outcome"], "done", "{done}");
    let undo = desk.ask("preview_undo", json!({ "change": done["id"] })).await;
    assert_eq!(desk.carry_out(&undo).await["result"]["outcome"], "done");
    for command in ["preview_continue", "preview_put_back"] {
        desk.refused(command, json!({ "change": done["id"] })).await;
    }
    for kept in [true, false] {
        desk.ask("keep_recent", json!({ "kept": kept })).await;
        desk.ask("recent", json!({})).await;
        desk.ask("forget_recent", json!({})).await;
    }
    desk.ask("forget_guest", json!({ "address": JAN })).await;
    for retention in ["week", "always"] {
        desk.ask("old_changes", json!({ "retention": retention })).await;
        desk.ask("set_retention", json!({ "retention": retention })).await;
        desk.ask("retention", json!({})).await;
    }
    desk.ask("history", json!({})).await;
    for form in ["csv", "json-lines"] {
        desk.tries("save_history", json!({ "changes": [done["id"]], "form": form })).await.ok();
    }
    desk.tries("note_test", json!({ "change": done["id"], "test": "arrived" })).await.ok();
    desk.tries("try_next", json!({ "address": JAN, "group": null, "ticket": "next" })).await.ok();
    let conflict = desk.find(JAN).await.unwrap();
    let script = json!({ "owner": conflict["owner"], "door": "remove", "lists": [] });
    desk.ask("exchange_script", script.clone()).await;
    desk.tries("save_script", json!({ "script": script, "part": "door" })).await.ok();
    let again =
        json!({ "owner": conflict["owner"], "address": JAN, "group": null, "guest": null, "ticket": "look" });
    desk.tries("check_conflict", again).await.ok();
    let act = json!({ "owner": conflict["owner"], "act": { "does": "put-back" } });
    desk.tries("practise_admin_act", act).await.ok();
    desk.tries("open", json!({ "place": "article" })).await.ok();
    follows_the_mail(desk, &report, &own).await;
    asks_an_admin(desk).await;
    looks_at_all(desk).await;
    repairs_many(desk, &report).await;
}

/// All guests are looked at, in both depths; what was found is saved, and removed.
async fn looks_at_all(desk: &Desk) {
    for depth in ["quick", "thorough"] {
        desk.ask("start_survey", json!({ "depth": depth })).await;
        desk.ask("pause_survey", json!({})).await;
        desk.ask("resume_survey", json!({})).await;
        let mut news = json!({ "survey": { "phase": "running" }, "sequence": 0 });
        while news["survey"]["phase"] == "running" {
            let ask = json!({ "id": news["survey"]["id"], "after": news["sequence"] });
            news = desk.ask("survey", ask).await;
        }
        let all = desk.ask("survey", json!({ "id": null, "after": 0 })).await;
        for form in ["csv", "json"] {
            let guests = json!([all["guests"][0]["id"]]);
            desk.tries("save_survey", json!({ "guests": guests, "form": form })).await.ok();
        }
    }
    desk.ask("stop_survey", json!({})).await;
    desk.ask("forget_survey", json!({})).await;
}

async fn repairs_many(desk: &Desk, report: &Value) {
    let guests = json!([report["subject"]["id"]]);
    let ask = json!({ "remedy": "keep-one-address", "guests": guests, "ticket": "batch" });
    let plan = desk.ask("preview_batch", ask).await;
    let confirm = json!({ "plan": plan["id"], "typed": null, "reason": "ticket 42" });
    let batch = desk.ask("confirm_batch", confirm).await["batch"].clone();
    desk.tries("continue_batch", json!({ "batch": batch })).await.ok();
    let mut news = json!({ "sequence": 0 });
    while news["batch"]["phase"] != "done" {
        news = desk.ask("watch_batch", json!({ "after": news["sequence"] })).await;
    }
}

async fn follows_the_mail(desk: &Desk, report: &Value, group: &str) {
    desk.tries("permit_trace", json!({ "ticket": "permit", "practice": null })).await.ok();
    let ask = json!({ "guest": report["subject"]["id"], "group": group, "ticket": "trace" });
    desk.tries("trace_messages", ask).await.ok();
    desk.tries("practise_message", json!({ "group": group })).await.ok();
}

/// Somebody is asked, and opens what was asked.
async fn asks_an_admin(desk: &Desk) {
    desk.tries("ask_by_mail", json!({ "subject": "Jan", "body": "No mail arrives." })).await.ok();
    let saving = json!({
        "address": JAN, "group": null, "guest": null, "note": "Since October.", "language": "nl", "ticket": "save",
    });
    if let Ok(saved) = desk.tries("save_hand_over", saving).await {
        desk.tries("read_hand_over", json!({ "text": saved["text"] })).await.ok();
        desk.tries("open_hand_over", json!({ "text": saved["text"], "ticket": "open" })).await.ok();
    }
    let several = json!({
        "guests": [{ "typed": JAN, "id": NOBODYS_GROUP }], "group": NOBODYS_GROUP, "note": null, "language": "en",
        "ticket": "several",
    });
    desk.tries("save_several", several).await.ok();
}

fn faults(desk: &Desk, faults: &Value) {
    let text = json!({ "version": 1, "faults": faults }).to_string();
    desk.harness.tenant.set_faults(FaultFile::read(&text).unwrap());
}

async fn sets_up(desk: &Desk) {
    desk.ask("registration", json!({})).await;
    for kind in ["azure-cli", "power-shell"] {
        desk.ask("registration_script", json!({ "kind": kind, "cloud": "global" })).await;
    }
    desk.ask("consent_link", json!({})).await;
    desk.ask("ask_consent", json!({})).await;
    desk.ask("test_permissions", json!({})).await;
    desk.ask("save_organisation", json!({})).await;
}

/// Comes last: with another organisation the sign-in ends.
async fn other_organisations(desk: &Desk) {
    let client = "6f0dcd1b-4c5e-4a4e-9f0b-7a1d2f3c4b5a";
    let fabrikam =
        json!({ "name": "Fabrikam", "tenant": "fabrikam.com", "clientId": client, "cloud": "global" });
    let mut file = fabrikam.clone();
    file["version"] = json!(1);
    desk.ask("open_organisation", json!({ "text": file.to_string() })).await;
    let mut form = fabrikam;
    form["help"] = Value::Null;
    desk.ask("make_organisation", form).await;
    desk.ask("forget_organisation", json!({})).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_cannot_be_used_is_told_without_what_is_in_it() {
    let desk = Desk::set(json!({ "accessTokenMinutes": 1 })).await;
    let tampered = |endpoint, how: &'static str| {
        desk.tap.change_next(endpoint, move |asked, told| broken(asked, &told, how));
    };
    let any = ["cut off", "a form", "a page", "tokens beside an error", "the question in its words"];
    let tokens =
        ["a number that is a token", "a type that is a token", "scopes that are tokens", "a field twice"];
    let ids = ["an ID token that is none", "another nonce", "another audience", "no ID token"];
    for how in any.into_iter().chain(tokens).chain(ids) {
        tampered("token", how);
        desk.refused("sign_in_browser", json!({})).await;
    }
    for how in any.into_iter().chain(["an interval that is a code"]) {
        tampered("devicecode", how);
        desk.refused("sign_in_code", json!({})).await;
    }
    for how in any {
        tampered("token", how);
        desk.signs_in_with_code().await.ok();
    }
    // What was kept is damaged: it is removed and nobody is told what it was.
    desk.ask("sign_in_browser", json!({})).await;
    for how in any.into_iter().chain(tokens).chain(["an ID token that is none", "another audience"]) {
        tampered("token", how);
        desk.find(PIETER).await.ok();
    }
    desk.has_leaked_nothing();
}

#[tokio::test(flavor = "multi_thread")]
async fn trouble_on_the_way_is_told_without_the_token_that_was_carried() {
    let desk = Desk::set(json!({})).await;
    desk.ask("sign_in_browser", json!({})).await;
    desk.ask("permit", json!({ "remedy": "set-mail" })).await;
    let report = desk.find(PIETER).await.unwrap();
    let wish = SignedIn::wish(&report, "set-mail", &json!({ "address": PIETER }));
    for what in ["expired-token", "malformed", "truncate", "drop-before", "status"] {
        let fault = |method, path| json!([{ "method": method, "path": path, "do": what, "status": 403 }]);
        faults(&desk, &fault("POST", "/$batch"));
        desk.find(PIETER).await.ok();
        faults(&desk, &fault("GET", "/me"));
        desk.tries("prove", json!({})).await.ok();
        faults(&desk, &json!([]));
        if let Ok(plan) = desk.tries("preview", wish.clone()).await {
            faults(&desk, &fault("PATCH", "/users/*"));
            desk.carry_out(&plan).await;
            faults(&desk, &json!([]));
        }
    }
    // Somebody else answers, nobody answers, the person says no.
    desk.harness.person.behaves(|behaviour| behaviour.user_name = "daan.smit@contoso.nl".to_owned());
    desk.refused("prove", json!({})).await;
    desk.harness.person.behaves(|behaviour| behaviour.consents = false);
    desk.refused("sign_in_browser", json!({})).await;
    // What was kept is damaged, and then of a newer version.
    let sealed = desk.places.data().join("sign-in.sealed");
    let mut kept = fs::read(&sealed).unwrap();
    *kept.last_mut().unwrap() ^= 1;
    fs::write(&sealed, &kept).unwrap();
    let desk = desk.restart().await;
    let status = desk.ask("resume", json!({})).await;
    assert!(status["account"].is_null(), "there was nothing to go on with: {status}");
    fs::write(
        &sealed,
        String::from_utf8_lossy(&kept).replacen("\"version\":1", "\"version\":9", 1).as_bytes(),
    )
    .unwrap();
    let desk = desk.restart().await;
    desk.refused("resume", json!({})).await;

    desk.has_leaked_nothing();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_graph_that_repeats_the_token_it_was_asked_with_is_quoted_without_it() {
    let desk = Desk::set(json!({})).await;
    desk.ask("sign_in_browser", json!({})).await;
    desk.ask("permit", json!({ "remedy": "set-mail" })).await;
    let report = desk.find(PIETER).await.unwrap();
    let wish = SignedIn::wish(&report, "set-mail", &json!({ "address": PIETER }));
    for status in [400, 401, 403, 409] {
        let plan = desk.ask("preview", wish.clone()).await;
        desk.tap.repeat_token(Some(("PATCH", status)));
        let change = desk.carry_out(&plan).await;
        assert_eq!(change["result"]["problem"]["reference"]["status"], json!(status), "{change}");
        desk.tap.repeat_token(Some(("GET", status)));
        desk.tries("groups", json!({})).await.unwrap_err();
        desk.tries("prove", json!({})).await.ok();
        desk.tap.repeat_token(Some(("POST", status)));
        desk.find(PIETER).await.unwrap_err();
        desk.tries("history", json!({})).await.ok();
        desk.tap.repeat_token(None);
        desk.find(PIETER).await.unwrap();
    }
    desk.has_leaked_nothing();
}

/// A clock that breaks when it is told to.
struct Brittle {
    breaks: Arc<AtomicBool>,
}

#[async_trait::async_trait]
impl Clock for Brittle {
    fn now(&self) -> jiff::Timestamp {
        assert!(!self.breaks.load(Ordering::SeqCst), "the clock has stopped");
        clock::SystemClock.now()
    }

    async fn sleep(&self, duration: Duration) {
        clock::SystemClock.sleep(duration).await;
    }

    fn jitter(&self) -> f64 {
        0.0
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_that_panics_takes_no_secret_with_it() {
    let mut desk = Desk::set(json!({})).await;
    let breaks = Arc::new(AtomicBool::new(false));
    let clock = Arc::new(Brittle { breaks: Arc::clone(&breaks) });
    drop(desk.app);
    desk.app = desk.harness.start_with(|parts| parts.clock = clock);
    desk.ask("status", json!({})).await;
    desk.ask("sign_in_browser", json!({})).await;
    let desk = Arc::new(desk);
    breaks.store(true, Ordering::SeqCst);
    let mut panics = 0;
    for name in ["find", "groups", "history", "sign_in_code", "prove", "sign_in_browser", "resume", "status"]
    {
        let theirs = Arc::clone(&desk);
        let ask = if name == "find" { json!({ "address": PIETER }) } else { json!({}) };
        let asking = tokio::spawn(async move { theirs.tries(name, ask).await.is_ok() });
        if let Err(panic) = asking.await {
            desk.places.told(format!("{panic} {panic:?}"));
            panics += 1;
        }
    }
    assert!(panics > 0, "the clock is asked by some of them");
    breaks.store(false, Ordering::SeqCst);
    desk.find(PIETER).await.ok();
    desk.ask("status", json!({})).await;
    desk.has_leaked_nothing();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_leak_planted_in_any_of_these_places_is_found() {
    let desk = Desk::set(json!({})).await;
    desk.ask("sign_in_browser", json!({})).await;
    desk.ask("permit", json!({ "remedy": "set-mail" })).await;
    let report = desk.find(PIETER).await.unwrap();
    let wish = SignedIn::wish(&report, "set-mail", &json!({ "address": PIETER }));
    desk.carry_out(&desk.ask("preview", wish).await).await;
    desk.ask("save_organisation", json!({})).await;
    let secrets = desk.secrets();
    let Desk { places, app, harness: _stage, .. } = desk;
    drop(app);
    let search = Search::of(secrets.clone());
    places.hold_nothing_of(&search);

    for (secret, what) in &secrets {
        // In the log, by either of its doors.
        let length = places.log.bytes().len();
        let text = String::from_utf8(secret.clone()).unwrap_or_else(|_| format!("{secret:?}"));
        for door in [|text: &str| tracing::trace!(text), |text: &str| ::log::trace!("{text}")] {
            door(&text);
            assert_eq!(places.leaks(&search).len(), 1, "{what} in the log");
            places.log.cut(length);
        }
        // In an answer to the window.
        places.told(json!({ "status": { "deep": [text] } }).to_string());
        assert_eq!(places.leaks(&search).len(), 1, "{what} in the window");
        places.answers.lock().unwrap().pop();
    }
    // In each file there is, in each form, at its end.
    let token = &secrets.iter().find(|(_, what)| *what == "refresh token").unwrap().0;
    let all = files(&places.folder);
    let named = |name: &str| all.iter().any(|file| file.ends_with(name));
    assert!(["data/journal.db", "data/sign-in.sealed", "contoso.json"].into_iter().all(named), "{all:?}");
    assert!(all.iter().any(|file| file.starts_with(places.folder.join("documents"))), "{all:?}");
    for file in all {
        let before = fs::read(&file).unwrap();
        for (form, bytes) in forms(token) {
            fs::write(&file, [before.as_slice(), &bytes].concat()).unwrap();
            let leaks = places.leaks(&search);
            assert_eq!(leaks.len(), 1, "{form} in {}: {leaks:?}", file.display());
        }
        fs::write(&file, before).unwrap();
    }
    // In a row of the journal that is so long that its pages tear every piece of it.
    let journal = Connection::open(places.data().join("journal.db")).unwrap();
    journal.execute("CREATE TABLE planted (value BLOB)", []).unwrap();
    journal
        .execute("INSERT INTO planted VALUES (?1)", [[vec![b'x'; 10_000], token.clone()].concat()])
        .unwrap();
    drop(journal);
    let leaks = places.leaks(&search);
    assert!(leaks.iter().any(|leak| leak.starts_with("journal's rows: refresh token")), "{leaks:?}");
}

assert_not_impl_any!(entra::Session: serde::Serialize, Display);
assert_not_impl_any!(entra::SignIn: serde::Serialize, Display);
assert_not_impl_any!(entra::DeviceCode: serde::Serialize, Display);
assert_not_impl_any!(entra::StoredSession: serde::Serialize, Display);
assert_not_impl_any!(entra::Vault: serde::Serialize, Display);
assert_not_impl_any!(entra::SignInError: serde::Serialize);

#[tokio::test(flavor = "multi_thread")]
async fn what_is_printed_to_find_a_fault_shows_no_secret() {
    let desk = Desk::set(json!({})).await;
    let internet = desk.harness.internet().clone();
    let file = fs::read_to_string(desk.harness.organisation()).unwrap();
    let organisation = Organisation::parse(&file, ConfigSource::Launch).unwrap();
    let cancel = CancellationToken::new();
    let sign_in = SignIn::discover(internet, &organisation, &cancel).await.unwrap();
    let person = desk.harness.person.clone();
    let open = move |address: &url::Url| {
        let (person, address) = (person.clone(), address.to_string());
        tokio::spawn(async move { person.visits(address).await });
        Ok(())
    };
    let scopes = ["User.Read.All".to_owned()];
    let wish = SignInRequest { scopes: &scopes, claims: None, login_hint: None, expect_user: None };
    let session = sign_in.with_browser(wish, pages(), &open, &cancel).await.unwrap();
    let kept = session.to_stored().unwrap();
    let code = sign_in.request_device_code(&scopes, &cancel).await.unwrap();
    desk.tap.change_next("token", |_, told| (StatusCode::OK, told.to_string().replace(':', ";")));
    let problem = sign_in.resume(session.to_stored().unwrap(), &cancel).await.unwrap_err();

    let printed: [&dyn Debug; 5] = [&session, &kept, &sign_in, &code, &problem];
    for thing in printed {
        desk.places.told(format!("{thing:?} {thing:#?}"));
    }
    desk.places.told(format!("{problem} {:?}", Problem::from(AppProblem::from(problem.clone()))));
    desk.has_leaked_nothing();
}

fn pages() -> ClosingPages {
    let text = || "Contoso".to_owned();
    ClosingPages {
        language_tag: "en".to_owned(),
        done_title: text(),
        done_text: text(),
        failed_title: text(),
        failed_text: text(),
    }
}

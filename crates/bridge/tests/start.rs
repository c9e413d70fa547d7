//! Starting: one instance for each data folder, and files of a newer version that are left alone.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bridge::view::ProblemCode;
use bridge::{App, Language, Options, StartUpFailure};
use serde_json::json;

use crate::common::{NoBrowser, compose, new_keyring};

fn start(folder: &Path, language: Option<Language>) -> Result<App, StartUpFailure> {
    compose(Options { language, ..Options::in_folder(folder, Arc::new(NoBrowser)) }, &new_keyring())
}

#[test]
fn a_folder_has_one_instance_and_is_free_when_that_one_ends() {
    let folder = temporary_folder::temporary_folder();
    let first = start(folder.path(), None).unwrap();
    let second = start(folder.path(), Some(Language::En)).unwrap_err().to_string();
    assert!(second.contains(&folder.path().display().to_string()), "{second}");
    drop(first);
    start(folder.path(), None).unwrap();
}

#[test]
fn what_a_newer_version_wrote_is_refused_in_the_chosen_language_and_left_as_it_is() {
    for (file, newer) in [
        ("settings.json", r#"{ "version": 99, "language": "nl" }"#),
        ("practice.json", r#"{ "version": 99 }"#),
        ("practice.json", r#"{ "version": 1, "organisation": { "version": 99 } }"#),
    ] {
        let folder = temporary_folder::temporary_folder();
        let path = folder.path().join(file);
        fs::write(&path, newer).unwrap();
        let said =
            Language::ALL.map(|language| start(folder.path(), Some(language)).unwrap_err().to_string());
        assert!(said.iter().all(|text| text.contains(file)), "{said:?}");
        assert!(said[0].contains("newer version"), "{said:?}");
        assert_eq!(BTreeSet::from(said.clone()).len(), said.len(), "each in its own words: {said:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), newer);
    }
}

#[test]
fn what_is_no_file_of_ours_keeps_nobody_waiting_and_is_left_alone() {
    for file in ["settings.json", "practice.json"] {
        let folder = temporary_folder::temporary_folder();
        let path = folder.path().join(file);
        fs::File::create(&path).unwrap().set_len(8 << 30).unwrap();
        let began = Instant::now();
        let said = start(folder.path(), Some(Language::En)).unwrap_err().to_string();
        assert!(
            said.contains(file) && began.elapsed() < Duration::from_secs(10),
            "{said} {:?}",
            began.elapsed()
        );
        assert_eq!(fs::metadata(&path).unwrap().len(), 8 << 30);

        fs::remove_file(&path).unwrap();
        if Command::new("mkfifo").arg(&path).status().is_ok_and(|made| made.success()) {
            let said = start(folder.path(), Some(Language::En)).unwrap_err().to_string();
            assert!(said.contains(file), "{said}");
        }
    }
}

#[tokio::test]
async fn an_organisation_that_is_a_pipe_or_gigabytes_is_said_and_the_app_starts() {
    let folder = temporary_folder::temporary_folder();
    let path = folder.path().join("organisation.json");
    fs::File::create(&path).unwrap().set_len(8 << 30).unwrap();
    let app = start(folder.path(), None).unwrap();
    let problem = app.dispatch("status", json!({})).await.unwrap_err();
    assert!(matches!(problem.code, ProblemCode::OrganisationUnreadable { .. }), "{problem:?}");
    drop(app);
    fs::remove_file(&path).unwrap();
    if Command::new("mkfifo").arg(&path).status().is_ok_and(|made| made.success()) {
        let app = start(folder.path(), None).unwrap();
        let problem = app.dispatch("status", json!({})).await.unwrap_err();
        assert!(matches!(problem.code, ProblemCode::FileTrouble { .. }), "{problem:?}");
    }
}

#[tokio::test]
async fn the_language_asked_for_at_launch_holds_until_another_one_is_chosen() {
    let folder = temporary_folder::temporary_folder();
    let app = start(folder.path(), Some(Language::Nl)).unwrap();
    assert_eq!(app.dispatch("status", json!({})).await.unwrap()["language"], "nl");
    app.dispatch("set_language", json!({ "language": "en" })).await.unwrap();
    assert_eq!(app.dispatch("status", json!({})).await.unwrap()["language"], "en");
    drop(app);
    let again = start(folder.path(), None).unwrap();
    assert_eq!(
        again.dispatch("status", json!({})).await.unwrap()["language"],
        "en",
        "what was chosen is kept"
    );
}

#[tokio::test]
async fn the_practice_organisation_survives_a_restart_and_can_start_over() {
    let folder = temporary_folder::temporary_folder();
    let pieter =
        json!({ "address": "pieter@northwindtraders.com", "group": null, "guest": null, "ticket": "t" });
    let app = start(folder.path(), None).unwrap();
    app.dispatch("sign_in", json!({ "persona": "user-admin" })).await.unwrap();
    let report = app.dispatch("find", pieter.clone()).await.unwrap();
    let choices =
        json!({ "address": null, "groups": null, "invitationLanguage": null, "sendInvitation": null });
    let wish = json!({ "guest": report["subject"]["id"], "searched": report["searched"], "group": null,
        "remedy": "set-mail", "choices": choices, "ticket": "t" });
    let plan = app.dispatch("preview", wish).await.unwrap();
    app.dispatch("confirm", json!({ "plan": plan["id"], "typed": null, "reason": null })).await.unwrap();
    let mut seen = json!(0);
    loop {
        let news = app.dispatch("watch", json!({ "after": seen })).await.unwrap();
        seen = news["sequence"].clone();
        if !news["change"]["result"].is_null() {
            break;
        }
    }
    drop(app);

    let app = start(folder.path(), None).unwrap();
    app.dispatch("sign_in", json!({ "persona": "user-admin" })).await.unwrap();
    assert_eq!(app.dispatch("find", pieter.clone()).await.unwrap()["verdict"], "healthy");
    app.dispatch("start_over", json!({})).await.unwrap();
    assert_eq!(app.dispatch("find", pieter).await.unwrap()["verdict"], "misconfigured");
}

#[tokio::test]
async fn the_launch_comes_with_the_first_command_and_what_failed_of_it_is_said_once_with_the_status() {
    let folder = temporary_folder::temporary_folder();
    let launched_as = |persona: &str| {
        let practice = Some(Some(persona.to_owned()));
        let options = Options { practice, ..Options::in_folder(folder.path(), Arc::new(NoBrowser)) };
        compose(options, &new_keyring()).unwrap()
    };
    let app = launched_as("reader");
    app.dispatch("words", json!({ "language": "en" })).await.unwrap();
    app.dispatch("groups", json!({})).await.unwrap();
    drop(app);

    let app = launched_as("nobody");
    app.dispatch("words", json!({ "language": "en" })).await.unwrap();
    let problem = app.dispatch("status", json!({})).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::PersonaUnknown { persona: "nobody".to_owned() });
    let status = app.dispatch("status", json!({})).await.unwrap();
    assert_eq!(status["account"], serde_json::Value::Null);
}

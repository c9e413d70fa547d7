//! The record of changes under attack, seen from the window: what it says, and what it no longer offers.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

mod common;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use bridge::view::ProblemCode;
use bridge::{App, Options};
use entra::KeyringStore;
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::common::{NoBrowser, NoKeyring, compose, new_keyring};

async fn start(folder: &Path, keyring: &Arc<KeyringStore>) -> App {
    let app = compose(Options::in_folder(folder, Arc::new(NoBrowser)), keyring).unwrap();
    app.dispatch("sign_in", json!({ "persona": "user-admin" })).await.unwrap();
    app
}

/// Sets the main address of somebody in the practice organisation; the change's id.
async fn repair(app: &App, address: &str) -> String {
    let ask = json!({ "address": address, "group": null, "guest": null, "ticket": "t" });
    let report = app.dispatch("find", ask).await.unwrap();
    let choices =
        json!({ "address": null, "groups": null, "invitationLanguage": null, "sendInvitation": null });
    let wish = json!({ "guest": report["subject"]["id"], "searched": report["searched"], "group": null,
        "remedy": "set-mail", "choices": choices, "ticket": "t" });
    let plan = app.dispatch("preview", wish).await.unwrap();
    let confirm = json!({ "plan": plan["id"], "typed": null, "reason": null });
    let change = app.dispatch("confirm", confirm).await.unwrap()["change"].as_str().unwrap().to_owned();
    let mut seen = json!(0);
    loop {
        let news = app.dispatch("watch", json!({ "after": seen })).await.unwrap();
        seen = news["sequence"].clone();
        if !news["change"]["result"].is_null() {
            return change;
        }
    }
}

async fn history(app: &App) -> Value {
    app.dispatch("history", json!({})).await.unwrap()
}

fn tamper(folder: &Path, statement: &str) {
    let raw = Connection::open(folder.join("journal.db")).unwrap();
    raw.execute_batch("DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_removed").unwrap();
    assert!(raw.execute(statement, []).unwrap() > 0);
}

const PIETER: &str = "pieter@northwindtraders.com";

/// Given a change; when rows are cut off the end of its record between two starts, after signing out; then History says
/// so, shows what is left, and offers no way back from it; a change that is made then can be undone.
#[tokio::test]
async fn rows_cut_off_the_end_are_said_and_nothing_is_undone_on_the_word_of_what_is_left() {
    let (folder, keyring) = (temporary_folder::temporary_folder(), new_keyring());
    let app = start(folder.path(), &keyring).await;
    let change = repair(&app, PIETER).await;
    let before = history(&app).await;
    assert_eq!((&before["end"], &before["entries"][0]["state"]), (&json!("whole"), &json!("done")));
    app.dispatch("sign_out", json!({})).await.unwrap();
    drop(app);
    tamper(folder.path(), "DELETE FROM entry WHERE seq > 4");

    let app = start(folder.path(), &keyring).await;
    let after = history(&app).await;
    assert_eq!((&after["end"], after["entries"].as_array().unwrap().len()), (&json!("cut-off"), 1));
    let entry = &after["entries"][0];
    assert!(
        [&entry["canUndo"], &entry["canContinue"], &entry["canPutBack"]]
            .iter()
            .all(|it| **it == json!(false))
    );
    let kept = after["keptAside"][0].as_str().unwrap();
    assert!(folder.path().join(kept).exists(), "{kept}");
    let problem = app.dispatch("preview_continue", json!({ "change": change })).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::RecordDamaged);
}

/// Given a change, and a record that somebody emptied, whose head they removed, or exchanged; when the app starts; then
/// each is said for what it is.
#[tokio::test]
async fn a_head_that_is_gone_or_does_not_open_is_said_to_be() {
    for (file, left, said) in [
        ("journal.db", &b""[..], "cut-off"),
        ("journal.head.sealed", b"", "unknown"),
        ("journal.head.sealed", b"{\"version\":1}\nnot what was sealed, but as long as that was", "unknown"),
    ] {
        let (folder, keyring) = (temporary_folder::temporary_folder(), new_keyring());
        let app = start(folder.path(), &keyring).await;
        repair(&app, PIETER).await;
        drop(app);
        fs::write(folder.path().join(file), left).unwrap();
        let app = start(folder.path(), &keyring).await;
        assert_eq!(history(&app).await["end"], said, "{file}");
    }
}

/// Given a computer without a keyring; when a change is made; then nothing is sealed, and History says that a cut-off
/// end would not be noticed.
#[tokio::test]
async fn without_a_keyring_it_is_said_that_a_cut_off_end_would_not_be_noticed() {
    let folder = temporary_folder::temporary_folder();
    let keyring: Arc<KeyringStore> = Arc::new(NoKeyring);
    let app = start(folder.path(), &keyring).await;
    repair(&app, PIETER).await;
    assert_eq!(history(&app).await["end"], "unkept");
    assert!(!folder.path().join("journal.head.sealed").exists());
}

/// Given a record with a change; when the app starts again as ever; then nothing is said, and the file that holds the
/// head shows nothing of what is in the record.
#[tokio::test]
async fn a_record_as_it_was_written_is_whole_and_its_head_is_sealed() {
    let (folder, keyring) = (temporary_folder::temporary_folder(), new_keyring());
    let app = start(folder.path(), &keyring).await;
    let change = repair(&app, PIETER).await;
    drop(app);
    let sealed = fs::read(folder.path().join("journal.head.sealed")).unwrap();
    assert!(!String::from_utf8_lossy(&sealed).contains("hash"));
    let app = start(folder.path(), &keyring).await;
    let shown = history(&app).await;
    assert_eq!(
        (&shown["end"], &shown["damaged"], &shown["keptAside"]),
        (&json!("whole"), &json!(false), &json!([]))
    );
    let problem = app.dispatch("preview_undo", json!({ "change": change })).await.unwrap_err();
    assert_eq!(
        problem.code,
        ProblemCode::CannotUndo,
        "there was no main address before; the record is not to blame"
    );
}

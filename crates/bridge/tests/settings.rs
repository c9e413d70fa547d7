//! How the window looks: what is chosen is told to the window and kept, and a start begins with it.

#![allow(clippy::unwrap_used, reason = "what fails here is a failed test")]

mod common;

use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};

use bridge::{App, Options, Window};
use serde_json::{Value, json};

use crate::common::{NoBrowser, compose, new_keyring};

/// A window that remembers how large it was drawn.
#[derive(Clone, Default)]
struct Sized(Arc<Mutex<Vec<u16>>>, Arc<Mutex<Vec<String>>>);

impl Window for Sized {
    fn come(&self) {}

    fn zoom(&self, percent: u16) {
        self.0.lock().unwrap().push(percent);
    }

    fn speaks(&self, menu: bridge::MenuWords) {
        self.1.lock().unwrap().push(format!("{}, {}", menu.copy, menu.paste));
    }

    fn webview(&self) -> Option<String> {
        Some("A webview 1.2.3".to_owned())
    }
}

impl Sized {
    fn so_far(&self) -> Vec<u16> {
        self.0.lock().unwrap().clone()
    }
}

fn start(folder: &Path) -> (App, Sized) {
    let window = Sized::default();
    let own = Options::in_folder(folder, Arc::new(NoBrowser));
    let app = compose(Options { window: Box::new(window.clone()), ..own }, &new_keyring()).unwrap();
    (app, window)
}

async fn ask(app: &App, name: &str, question: Value) -> Value {
    app.dispatch(name, question).await.unwrap()
}

#[tokio::test]
async fn a_start_draws_the_window_as_large_as_the_last_one_left_it() {
    let folder = temporary_folder::temporary_folder();
    let (app, window) = start(folder.path());
    assert_eq!(ask(&app, "status", json!({})).await["appearance"], json!({ "theme": "system", "zoom": 100 }));
    for step in ["larger", "larger", "smaller"] {
        ask(&app, "zoom", json!({ "step": step })).await;
    }
    let answer = ask(&app, "set_theme", json!({ "theme": "dark" })).await;
    assert_eq!(answer, json!({ "theme": "dark", "zoom": 110 }));
    assert_eq!(window.so_far(), [100, 110, 125, 110]);
    drop(app);

    let (app, window) = start(folder.path());
    assert_eq!(ask(&app, "status", json!({})).await["appearance"], answer);
    assert_eq!(window.so_far(), [110], "before anybody asks");
    assert_eq!(ask(&app, "zoom", json!({ "step": "whole" })).await["zoom"], 100);
}

#[tokio::test]
async fn the_menu_of_the_right_mouse_button_speaks_the_language_of_the_app() {
    let folder = temporary_folder::temporary_folder();
    let (app, window) = start(folder.path());
    ask(&app, "status", json!({})).await;
    for language in ["nl", "de", "fr", "en"] {
        ask(&app, "set_language", json!({ "language": language })).await;
    }
    let said = window.1.lock().unwrap().split_off(1);
    assert_eq!(said, ["Kopiëren, Plakken", "Kopieren, Einfügen", "Copier, Coller", "Copy, Paste"]);
}

#[tokio::test]
async fn what_cannot_be_kept_is_said_and_the_window_stays_as_it_is() {
    let folder = temporary_folder::temporary_folder();
    let (app, window) = start(folder.path());
    ask(&app, "status", json!({})).await;
    // A folder stands where the file belongs.
    fs::create_dir(folder.path().join("settings.json")).unwrap();
    for (name, question) in [("zoom", json!({ "step": "larger" })), ("set_theme", json!({ "theme": "dark" }))]
    {
        let problem = app.dispatch(name, question).await.unwrap_err();
        assert_eq!(serde_json::to_value(problem).unwrap()["file"], "settings.json");
    }
    assert_eq!(window.so_far(), [100]);
    assert_eq!(ask(&app, "status", json!({})).await["appearance"], json!({ "theme": "system", "zoom": 100 }));
}

#[tokio::test]
async fn the_data_folder_is_the_one_that_is_used() {
    let folder = temporary_folder::temporary_folder();
    let (app, _window) = start(folder.path());
    let answer = ask(&app, "data_folder", json!({})).await;
    assert_eq!(answer["path"], folder.path().to_str().unwrap());
}

#[tokio::test]
async fn the_report_of_somebody_who_is_not_signed_in_says_so_and_what_draws_the_page() {
    let folder = temporary_folder::temporary_folder();
    let (app, _window) = start(folder.path());
    let answer = ask(&app, "diagnostic_report", json!({})).await;
    let lines: Vec<&str> = answer["text"].as_str().unwrap().lines().collect();
    for line in ["webview: A webview 1.2.3", "signed in: no", "problems since start: none"] {
        assert!(lines.contains(&line), "{line} in {lines:?}");
    }
    assert!(!lines.iter().any(|line| line.starts_with("role:") || line.contains("changes")), "{lines:?}");
}

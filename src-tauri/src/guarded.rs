//! What the window is held to, proven with Tauri's mock runtime, which honours the real capability file.

use crate::{commands, window};
use serde_json::{Value, json};
use std::sync::Arc;
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, WebviewWindowBuilder};
use window_contract::view::{Nothing, Status};

const OWN: &str = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };

struct NoBrowser;

impl bridge::Opener for NoBrowser {
    fn open(&self, _url: &str) -> Result<(), String> {
        Err("no browser in a test".to_owned())
    }

    fn open_sign_in(&self, url: &str) -> Result<(), String> {
        self.open(url)
    }

    fn open_mail(&self, url: &str) -> Result<(), String> {
        self.open(url)
    }

    fn open_folder(&self, folder: &std::path::Path) -> Result<(), String> {
        Err(format!("no window of files in a test for {}", folder.display()))
    }
}

/// A shell with the app's own commands and capability, and a fresh data folder.
fn shell() -> (App<MockRuntime>, temporary_folder::TemporaryFolder) {
    let folder = temporary_folder::temporary_folder();
    let own = bridge::Options::in_folder(folder.path(), Arc::new(NoBrowser));
    let options = bridge::Options { version: "test".to_owned(), ..own };
    let app = bridge::App::compose(options).unwrap();
    let shell = mock_builder()
        .manage(app)
        .invoke_handler(commands::handler())
        .build(tauri::generate_context!())
        .unwrap();
    (shell, folder)
}

/// Asks as a page at `url` in a window labelled `label` would.
fn ask(shell: &App<MockRuntime>, label: &str, url: &str, command: &str) -> Result<Value, Value> {
    let window = tauri::Manager::get_webview_window(shell, label).unwrap_or_else(|| {
        WebviewWindowBuilder::new(shell, label, tauri::WebviewUrl::default()).build().unwrap()
    });
    let request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: url.parse().unwrap(),
        body: InvokeBody::Json(json!({ "ask": Nothing {} })),
        headers: tauri::http::HeaderMap::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(&window, request).map(|answer| answer.deserialize().unwrap())
}

fn is_refused_by_the_shell(answer: &Result<Value, Value>) -> bool {
    matches!(answer, Err(Value::String(words)) if words.contains("not allowed"))
}

#[test]
fn the_main_window_asks_and_is_answered() {
    let (shell, _folder) = shell();
    let answer = ask(&shell, window::LABEL, OWN, "status").unwrap();
    let status: Status = serde_json::from_value(answer).unwrap();
    assert_eq!(status.version, "test");
    assert_eq!(status.account, None);
}

#[test]
fn no_command_of_the_list_is_refused_to_the_main_window() {
    let (shell, _folder) = shell();
    for command in commands::NAMES {
        let answer = ask(&shell, window::LABEL, OWN, command);
        assert!(!is_refused_by_the_shell(&answer), "{command}: {answer:?}");
    }
}

#[test]
fn another_window_is_refused_every_command() {
    let (shell, _folder) = shell();
    for command in commands::NAMES {
        let answer = ask(&shell, "other", OWN, command);
        assert!(is_refused_by_the_shell(&answer), "{command}: {answer:?}");
    }
}

#[test]
fn a_page_from_elsewhere_is_refused_every_command() {
    let (shell, _folder) = shell();
    for page in ["http://tauri.evil.example/", "https://example.com/", "http://localhost:1420/"] {
        for command in commands::NAMES {
            let answer = ask(&shell, window::LABEL, page, command);
            assert!(is_refused_by_the_shell(&answer), "{page} {command}: {answer:?}");
        }
    }
}

#[test]
fn what_is_not_in_the_list_does_not_exist() {
    let (shell, _folder) = shell();
    for command in ["plugin:event|listen", "plugin:window|close", "plugin:app|version", "read_file"] {
        let answer = ask(&shell, window::LABEL, OWN, command);
        assert!(answer.is_err(), "{command}: {answer:?}");
    }
}

/// The configuration is read as text, as a reviewer reads it.
mod configuration {
    use super::*;
    use std::fs;
    use std::path::{Path, PathBuf};

    fn file(path: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
    }

    fn json_of(path: &str) -> Value {
        serde_json::from_str(&fs::read_to_string(file(path)).unwrap()).unwrap()
    }

    #[test]
    fn every_command_has_exactly_one_permission_and_there_is_no_other() {
        let capability = json_of("capabilities/main.json");
        let expected: Vec<Value> =
            commands::NAMES.iter().map(|name| json!(format!("allow-{}", name.replace('_', "-")))).collect();
        assert_eq!(capability["permissions"], Value::Array(expected));
        assert_eq!(capability["windows"], json!([window::LABEL]));
        assert_eq!(capability["local"], json!(true));
        for absent in ["remote", "webviews", "platforms"] {
            assert!(capability.get(absent).is_none(), "{absent}");
        }
    }

    #[test]
    fn there_is_one_capability_file_and_the_configuration_names_it() {
        let names: Vec<String> = fs::read_dir(file("capabilities"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        assert_eq!(names, ["main.json"]);
        assert_eq!(json_of("tauri.conf.json")["app"]["security"]["capabilities"], json!(["main"]));
    }

    #[test]
    fn the_page_may_load_only_itself_and_speak_only_to_the_shell() {
        let security = &json_of("tauri.conf.json")["app"]["security"];
        let expected = [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "connect-src ipc: http://ipc.localhost",
            "base-uri 'none'",
            "form-action 'none'",
            "object-src 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types svelte-trusted-html",
        ];
        assert_eq!(security["csp"], json!(expected.join("; ")));
        assert_eq!(security["freezePrototype"], json!(true));
        for absent in ["dangerousDisableAssetCspModification", "assetProtocol", "devCsp", "pattern"] {
            assert!(security.get(absent).is_none(), "{absent}");
        }
        for (header, value) in [
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("X-Content-Type-Options", "nosniff"),
        ] {
            assert_eq!(security["headers"][header], json!(value));
        }
    }

    #[test]
    fn the_page_finds_no_tauri_object_and_no_window_comes_from_a_file() {
        let config = json_of("tauri.conf.json");
        assert_eq!(config["app"]["withGlobalTauri"], json!(false));
        assert_eq!(config["app"]["windows"], json!([]));
        assert_eq!(config["build"]["removeUnusedCommands"], json!(true));
        assert!(config["build"].get("devUrl").is_none(), "there is no development server to look for");
    }

    #[test]
    fn tauri_is_built_without_what_would_open_the_window_up() {
        let manifest = fs::read_to_string(file("../Cargo.toml")).unwrap();
        let line = manifest.lines().find(|line| line.starts_with("tauri = ")).unwrap();
        assert!(line.contains("default-features = false"), "{line}");
        let shell = fs::read_to_string(file("Cargo.toml")).unwrap();
        for feature in
            ["devtools", "dynamic-acl", "unstable", "macos-private-api", "protocol-asset", "isolation"]
        {
            assert!(!line.contains(feature) && !shell.contains(feature), "{feature}");
        }
    }
}

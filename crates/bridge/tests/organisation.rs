//! Which organisation one can sign in to: named at launch, chosen in the window, or set by an administrator.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bridge::view::{Problem, ProblemCode, UnreadableFile};
use bridge::{App, Language, Opener, Options, StartUpFailure};
use serde_json::{Value, json};
use temporary_folder::TemporaryFolder;

struct NoBrowser;

impl Opener for NoBrowser {
    fn open(&self, _url: &str) -> Result<(), String> {
        Err("there is no browser".to_owned())
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

fn options(folder: &Path) -> Options {
    Options { data_dir: Some(folder.join("data")), ..Options::in_folder(folder, Arc::new(NoBrowser)) }
}

fn start(folder: &TemporaryFolder) -> App {
    App::compose(options(folder.path())).unwrap()
}

async fn ask(app: &App, name: &str, ask: Value) -> Result<Value, Problem> {
    app.dispatch(name, ask).await
}

fn contoso() -> Value {
    json!({
        "version": 1, "name": "Contoso", "tenant": "contoso.onmicrosoft.com",
        "clientId": "5d1f6f0a-7c1e-4a52-9c36-0b1a7d3e2c41", "cloud": "global", "help": "servicedesk@contoso.com",
    })
}

fn with(field: &str, value: Value) -> Value {
    let mut file = contoso();
    file[field] = value;
    file
}

fn write(path: PathBuf, value: &Value) -> PathBuf {
    fs::write(&path, value.to_string()).unwrap();
    path
}

#[tokio::test]
async fn an_organisation_that_was_opened_is_there_at_the_next_start_and_can_be_forgotten() {
    let folder = temporary_folder::temporary_folder();
    {
        let app = start(&folder);
        assert_eq!(ask(&app, "status", json!({})).await.unwrap()["organisation"], Value::Null);
        let status = ask(&app, "open_organisation", json!({ "text": contoso().to_string() })).await.unwrap();
        assert_eq!(status["organisation"]["loginHost"], "login.microsoftonline.com");
        assert_eq!(status["organisation"]["source"], "chosen");
    }
    let app = start(&folder);
    let status = ask(&app, "status", json!({})).await.unwrap();
    assert_eq!(status["organisation"]["name"], "Contoso");
    assert_eq!(status["stored"], false, "nobody signed in there yet");
    ask(&app, "forget_organisation", json!({})).await.unwrap();
    drop(app);
    let status = ask(&start(&folder), "status", json!({})).await.unwrap();
    assert_eq!(status["organisation"], Value::Null);
}

#[tokio::test]
async fn what_cannot_be_used_is_refused_with_its_reason_and_the_organisation_stays() {
    use ProblemCode as C;
    let hosts = json!({ "login": "https://login.contoso.example", "graph": "https://graph.contoso.example" });
    let field = |name: &str| name.to_owned();
    let refused = [
        ("no file at all".to_owned(), C::OrganisationUnreadable { what: UnreadableFile::NotJson }),
        (" ".repeat(70_000), C::OrganisationUnreadable { what: UnreadableFile::TooLarge }),
        (with("version", json!(2)).to_string(), C::NewerFile { file: field("organisation.json") }),
        (
            with("clientSecret", json!("s3cret")).to_string(),
            C::OrganisationUnknownField { field: field("clientSecret") },
        ),
        (
            with("tenant", json!("not a domain")).to_string(),
            C::OrganisationInvalid { field: field("tenant") },
        ),
        (with("clientId", json!("none")).to_string(), C::OrganisationInvalid { field: field("clientId") }),
        (
            json!({ "version": 1, "name": "Contoso" }).to_string(),
            C::OrganisationMissing { field: field("tenant") },
        ),
        // Only a file named at launch, or the managed one, may lead to hosts of one's own.
        (with("cloud", hosts).to_string(), C::OrganisationCustomHosts),
    ];
    let folder = temporary_folder::temporary_folder();
    let app = start(&folder);
    ask(&app, "open_organisation", json!({ "text": contoso().to_string() })).await.unwrap();
    for (text, code) in refused {
        let problem = ask(&app, "open_organisation", json!({ "text": text })).await.unwrap_err();
        assert_eq!(problem.code, code, "{text:.80}");
        assert!(!format!("{problem:?}").contains("s3cret"), "{problem:?}");
    }
    assert_eq!(ask(&app, "status", json!({})).await.unwrap()["organisation"]["name"], "Contoso");
}

#[tokio::test]
async fn an_organisation_made_in_the_window_is_saved_for_colleagues_and_opened_by_them() {
    let folder = temporary_folder::temporary_folder();
    let app = start(&folder);
    let form = json!({
        "name": "Woodgrove Bank", "tenant": "woodgrovebank.com", "clientId": "5d1f6f0a-7c1e-4a52-9c36-0b1a7d3e2c41",
        "cloud": "us-gov-high", "help": null,
    });
    let status = ask(&app, "make_organisation", form).await.unwrap();
    assert_eq!(status["organisation"]["graphHost"], "graph.microsoft.us");
    let saved = ask(&app, "save_organisation", json!({})).await.unwrap();
    let text = fs::read_to_string(saved["path"].as_str().unwrap()).unwrap();
    assert_eq!(saved["text"], text);
    let colleague = temporary_folder::temporary_folder();
    let status = ask(&start(&colleague), "open_organisation", json!({ "text": text })).await.unwrap();
    assert_eq!(status["organisation"]["cloud"], "us-gov-high");
}

#[tokio::test]
async fn a_file_named_at_launch_is_for_this_run_and_may_name_hosts_of_its_own() {
    let folder = temporary_folder::temporary_folder();
    let hosts = json!({ "login": "https://localhost:8443", "graph": "https://localhost:8443" });
    let file = write(folder.path().join("contoso.json"), &with("cloud", hosts));
    {
        let app = App::compose(Options { organisation: Some(file), ..options(folder.path()) }).unwrap();
        let status = ask(&app, "status", json!({})).await.unwrap();
        assert_eq!(status["organisation"]["source"], "launch");
        assert_eq!(status["organisation"]["loginHost"], "localhost:8443");
    }
    assert_eq!(ask(&start(&folder), "status", json!({})).await.unwrap()["organisation"], Value::Null);
    // One that is not there is said in the window, once; the app is there all the same.
    let nowhere = folder.path().join("nowhere.json");
    let app = App::compose(Options { organisation: Some(nowhere), ..options(folder.path()) }).unwrap();
    let problem = ask(&app, "status", json!({})).await.unwrap_err();
    assert!(matches!(problem.code, ProblemCode::FileTrouble { .. }), "{problem:?}");
    assert_eq!(ask(&app, "status", json!({})).await.unwrap()["organisation"], Value::Null);
}

#[tokio::test]
async fn what_an_administrator_chose_cannot_be_changed_in_the_window_and_the_language_can() {
    let folder = temporary_folder::temporary_folder();
    let managed = json!({ "version": 1, "organisation": contoso(), "language": "nl", "readOnly": true });
    write(folder.path().join("managed.json"), &managed);
    let app = start(&folder);
    let status = ask(&app, "status", json!({})).await.unwrap();
    assert_eq!(status["organisation"]["source"], "managed");
    assert_eq!((&status["readOnly"], &status["language"]), (&json!(true), &json!("nl")));
    for (name, asked) in
        [("open_organisation", json!({ "text": contoso().to_string() })), ("forget_organisation", json!({}))]
    {
        assert_eq!(
            ask(&app, name, asked).await.unwrap_err().code,
            ProblemCode::OrganisationManaged,
            "{name}"
        );
    }
    let status = ask(&app, "set_language", json!({ "language": "en" })).await.unwrap();
    assert_eq!(status["language"], "en", "preset, not prescribed");
}

#[test]
fn managed_settings_that_cannot_be_understood_stop_the_app() {
    let unspoken = r#"{ "version": 1, "language": "tlh" }"#;
    for text in ["", "{", r#"{ "version": 99 }"#, r#"{ "version": 1, "readonly": true }"#, unspoken] {
        let folder = temporary_folder::temporary_folder();
        fs::write(folder.path().join("managed.json"), text).unwrap();
        let options = Options { language: Some(Language::En), ..options(folder.path()) };
        let said: StartUpFailure = App::compose(options).unwrap_err();
        assert!(said.to_string().contains("managed.json"), "{text:?}: {said}");
    }
}

#[tokio::test]
async fn an_organisation_of_as_many_letters_as_a_name_may_have_is_saved_in_whatever_script() {
    for letter in ["a", "Ж", "漢"] {
        let folder = temporary_folder::temporary_folder();
        let app = start(&folder);
        ask(
            &app,
            "open_organisation",
            json!({ "text": with("name", json!(letter.repeat(120))).to_string() }),
        )
        .await
        .unwrap();
        for _ in 0..2 {
            let saved = ask(&app, "save_organisation", json!({})).await.unwrap();
            assert!(Path::new(saved["path"].as_str().unwrap()).is_file(), "{saved}");
        }
    }
}

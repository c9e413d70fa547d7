//! A second start on a data folder: what it was given goes to the window that is open, which comes to the front, and
//! nothing else goes there.

#![allow(clippy::unwrap_used, reason = "what fails here is a failed test")]

mod common;

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use bridge::{App, Language, Options, Window};
use serde_json::{Value, json};

use crate::common::{NoBrowser, compose, new_keyring};

#[derive(Clone, Default)]
struct Counted(Arc<AtomicU32>);

impl Window for Counted {
    fn come(&self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }

    fn zoom(&self, _percent: u16) {}

    fn speaks(&self, _menu: bridge::MenuWords) {}

    fn webview(&self) -> Option<String> {
        None
    }
}

fn options(folder: &Path) -> Options {
    Options {
        data_dir: Some(folder.join("data")),
        language: Some(Language::En),
        ..Options::in_folder(folder, Arc::new(NoBrowser))
    }
}

/// What the window that is open is told of a second start with these options; and what is said where that started.
async fn a_second_start(folder: &Path, first: &App, second: Options) -> (Value, Result<bool, String>) {
    let start = thread::spawn(move || App::start(second).map(|app| app.is_some()));
    let told = first.dispatch("handed", json!({})).await.unwrap();
    let said = start.join().unwrap().map_err(|failure| failure.to_string());
    assert_eq!(fs::read_dir(folder.join("data/handed")).map_or(0, Iterator::count), 0);
    (told, said)
}

#[tokio::test]
async fn a_second_start_hands_its_address_or_its_file_to_the_window_and_nothing_else() {
    let folder = temporary_folder::temporary_folder();
    let front = Counted::default();
    let first = Options { window: Box::new(front.clone()), ..options(folder.path()) };
    let first = compose(first, &new_keyring()).unwrap();
    let find = |find: &str| Options {
        find: Some(find.to_owned()),
        // Neither a persona nor an organisation nor a language of a second start is anything to the first.
        practice: Some(Some("global-admin".to_owned())),
        organisation: Some(folder.path().join("elsewhere.json")),
        ..options(folder.path())
    };
    let (told, said) = a_second_start(folder.path(), &first, find("jan@fabrikam.nl")).await;
    assert_eq!((told, said), (json!({ "address": "jan@fabrikam.nl", "handOver": null }), Ok(false)));
    let file = folder.path().join("a question.guesthandover");
    fs::write(&file, "not one, but that is for the window to say").unwrap();
    let second = Options { file: Some(file), ..options(folder.path()) };
    let (told, said) = a_second_start(folder.path(), &first, second).await;
    assert_eq!(told["handOver"], "not one, but that is for the window to say");
    assert_eq!((&told["address"], said), (&Value::Null, Ok(false)));
    let (told, said) = a_second_start(folder.path(), &first, options(folder.path())).await;
    assert_eq!((told, said), (json!({ "address": null, "handOver": null }), Ok(false)));
    assert_eq!(front.0.load(Ordering::SeqCst), 3, "each time the window comes to the front");
    let status = first.dispatch("status", json!({})).await.unwrap();
    assert_eq!((&status["account"], &status["organisation"]), (&Value::Null, &Value::Null));
}

#[tokio::test]
async fn what_cannot_be_handed_over_is_said_in_words_where_it_was_started() {
    let folder = temporary_folder::temporary_folder();
    let first = compose(options(folder.path()), &new_keyring()).unwrap();
    let find = Options { find: Some("x".repeat(2_001)), ..options(folder.path()) };
    let nowhere = folder.path().join("nowhere.guesthandover");
    let file = Options { file: Some(nowhere), ..options(folder.path()) };
    for (second, words) in [(find, "longer than any address is"), (file, "nowhere.guesthandover")] {
        let (told, said) = a_second_start(folder.path(), &first, second).await;
        assert_eq!(told, json!({ "address": null, "handOver": null }));
        assert!(said.clone().unwrap_err().contains(words), "{said:?}");
    }
}

#[tokio::test]
async fn a_file_that_the_first_start_is_given_is_for_the_windows_first_question_and_what_is_none_is_said() {
    let folder = temporary_folder::temporary_folder();
    let file = folder.path().join("a question.guesthandover");
    let start = || {
        let practice = Some(None);
        let options = Options { practice, file: Some(file.clone()), ..options(folder.path()) };
        compose(options, &new_keyring()).unwrap()
    };
    fs::write(&file, "{}").unwrap();
    let app = start();
    let told = app.dispatch("handed", json!({})).await.unwrap();
    assert_eq!(told, json!({ "address": null, "handOver": "{}" }));
    let told = app.dispatch("handed", json!({})).await.unwrap();
    assert_eq!(told["handOver"], Value::Null, "once");
    drop(app);
    fs::File::options().write(true).open(&file).unwrap().set_len(1 << 30).unwrap();
    let large = start();
    let problem = large.dispatch("status", json!({})).await.unwrap_err();
    let problem = serde_json::to_value(problem).unwrap();
    assert_eq!((&problem["code"], &problem["what"]), (&json!("hand-over-unreadable"), &json!("too-large")));
    let status = large.dispatch("status", json!({})).await.unwrap();
    assert_eq!(status["account"]["persona"], "user-admin", "and the app is there all the same");
    drop(large);
    fs::remove_file(&file).unwrap();
    let problem = start().dispatch("status", json!({})).await.unwrap_err();
    assert_eq!(serde_json::to_value(problem).unwrap()["code"], "file-trouble");
}

//! Files for people: written where a person says, once they said it, and nowhere else.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use bridge::view::{Category, Changed, ProblemCode};
use bridge::{App, Options, SaveDialog};
use serde_json::{Value, json};
use tokio::sync::Notify;

use common::NoBrowser;

/// A person before the dialog: what they answer, once they are told to, and what they were asked.
#[derive(Clone, Default)]
struct Person {
    answer: Option<PathBuf>,
    thinks: Option<Arc<Notify>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Person {
    fn who_answers(answer: PathBuf) -> Self {
        Self { answer: Some(answer), ..Self::default() }
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

#[async_trait]
impl SaveDialog for Person {
    async fn ask(&self, _folder: &Path, name: &str) -> Option<PathBuf> {
        self.asked.lock().unwrap().push(name.to_owned());
        if let Some(told) = &self.thinks {
            told.notified().await;
        }
        self.answer.clone()
    }
}

async fn start(folder: &Path, person: &Person) -> App {
    let options = Options {
        data_dir: Some(folder.join("data")),
        save_dialog: Box::new(person.clone()),
        ..Options::in_folder(folder, Arc::new(NoBrowser))
    };
    let app = App::compose(options).unwrap();
    let contoso = json!({
        "version": 1, "name": "Contoso: Ltd", "tenant": "contoso.onmicrosoft.com",
        "clientId": "5d1f6f0a-7c1e-4a52-9c36-0b1a7d3e2c41", "cloud": "global",
    });
    app.dispatch("open_organisation", json!({ "text": contoso.to_string() })).await.unwrap();
    app
}

fn saved(answer: &Value) -> &Path {
    Path::new(answer["path"].as_str().unwrap())
}

#[tokio::test]
async fn a_file_is_written_where_the_person_says_and_over_what_they_agreed_to() {
    let folder = temporary_folder::temporary_folder();
    let place = folder.path().join("for colleagues.json");
    fs::write(&place, "what they wrote over").unwrap();
    let person = Person::who_answers(place.clone());
    let app = start(folder.path(), &person).await;
    let answer = app.dispatch("save_organisation", json!({})).await.unwrap();
    assert_eq!(saved(&answer), place);
    assert_eq!(fs::read_to_string(&place).unwrap(), answer["text"]);
    assert_eq!(person.asked(), ["Contoso--Ltd guest mail doctor.json"]);
}

#[tokio::test]
async fn who_closes_the_dialog_is_told_of_no_file_and_there_is_none() {
    let folder = temporary_folder::temporary_folder();
    let app = start(folder.path(), &Person::default()).await;
    let before = fs::read_dir(folder.path()).unwrap().count();
    let answer = app.dispatch("save_organisation", json!({})).await.unwrap();
    assert_eq!(answer["path"], Value::Null);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), before);
}

#[tokio::test]
async fn what_cannot_be_written_there_is_a_problem_that_names_the_place() {
    let folder = temporary_folder::temporary_folder();
    let place = folder.path().join("gone").join("contoso.json");
    let app = start(folder.path(), &Person::who_answers(place.clone())).await;
    let problem = app.dispatch("save_organisation", json!({})).await.unwrap_err();
    assert!(format!("{problem:?}").contains("gone"), "{problem:?}");
    assert!(!place.exists());
}

#[tokio::test]
async fn however_often_the_page_asks_there_is_one_dialog_and_nothing_is_written_before_it_is_answered() {
    let folder = temporary_folder::temporary_folder();
    let place = folder.path().join("contoso.json");
    let told = Arc::new(Notify::new());
    let person = Person { thinks: Some(Arc::clone(&told)), ..Person::who_answers(place.clone()) };
    let app = start(folder.path(), &person).await;
    let first = app.dispatch("save_organisation", json!({}));
    let rest = async {
        for _ in 0..300 {
            let problem = app.dispatch("save_organisation", json!({})).await.unwrap_err();
            let said = (problem.code, problem.kind, problem.changed);
            assert_eq!(said, (ProblemCode::SaveDialogOpen, Category::Refused, Changed::No));
        }
        assert!(!place.exists());
        told.notify_one();
    };
    let (first, ()) = tokio::join!(first, rest);
    assert_eq!(saved(&first.unwrap()), place);
    assert_eq!(person.asked().len(), 1);
    // Once it is answered, one may be asked again.
    told.notify_one();
    app.dispatch("save_organisation", json!({})).await.unwrap();
    assert_eq!(person.asked().len(), 2);
}

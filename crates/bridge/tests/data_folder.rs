//! The data folder is the person's own: what else stands there, in its place or in the places of its files, is neither
//! followed nor waited for nor written through, and what is wrong is said.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]
#![cfg(unix)]

mod common;

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bridge::{App, Language, Options};
use serde_json::json;

use crate::common::{NoBrowser, compose, new_keyring};

/// The files of the data folder; what each is named when it is written anew stands behind it.
const FILES: [&str; 6] =
    ["lock", "journal.db", "journal.db-wal", "settings.json", "practice.json", "journal.head.sealed"];

fn start(folder: &Path) -> Result<App, String> {
    let options = Options { language: Some(Language::En), ..Options::in_folder(folder, Arc::new(NoBrowser)) };
    compose(options, &new_keyring()).map_err(|failure| failure.to_string())
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

/// Given no folder, and one of an earlier start that others may read; when the app starts; then each is its owner's.
#[test]
fn a_new_folder_is_its_owners_and_one_that_was_open_to_others_is_closed() {
    let place = temporary_folder::temporary_folder();
    let folder = place.path().join("new").join("folder");
    drop(start(&folder).unwrap());
    assert_eq!(mode(&folder), 0o700);
    for open in [0o755, 0o777, 0o2770, 0o701] {
        fs::set_permissions(&folder, Permissions::from_mode(open)).unwrap();
        drop(start(&folder).unwrap());
        assert_eq!(mode(&folder) & 0o777, 0o700, "{open:o}");
    }
}

/// Given a folder that is a link, no folder, made for many, or in use for something else; when the app is to start
/// there; then it says so, and nothing there is changed.
#[test]
fn a_folder_that_is_not_the_persons_own_is_refused_and_left_as_it_is() {
    let place = temporary_folder::temporary_folder();
    let at = |name: &str| place.path().join(name);
    fs::create_dir(at("elsewhere")).unwrap();
    symlink(at("elsewhere"), at("link")).unwrap();
    fs::write(at("file"), "").unwrap();
    for (name, open) in [("sticky", 0o1777), ("in use", 0o755)] {
        fs::create_dir(at(name)).unwrap();
        fs::write(at(name).join("letter.txt"), "").unwrap();
        fs::set_permissions(at(name), Permissions::from_mode(open)).unwrap();
    }
    for name in ["link", "link/", "file", "sticky", "in use"] {
        let said = start(&at(name)).unwrap_err();
        assert!(said.contains("not yours alone") && said.contains(name.trim_end_matches('/')), "{said}");
    }
    assert!(fs::read_dir(at("elsewhere")).unwrap().next().is_none(), "nothing was written behind the link");
    assert_eq!((mode(&at("sticky")), mode(&at("in use"))), (0o1777, 0o755));
}

/// Given a link to a precious file in the place of each file, or of the one it is written anew under; when the app
/// starts and keeps something; then the precious file is as it was, and either it works or the link is named.
#[tokio::test]
async fn nothing_is_written_through_a_link() {
    for file in FILES.iter().flat_map(|file| [(*file).to_owned(), format!("{file}.new")]) {
        let (place, folder) = (temporary_folder::temporary_folder(), temporary_folder::temporary_folder());
        let precious = place.path().join("precious");
        fs::write(&precious, "precious").unwrap();
        drop(start(folder.path()).unwrap());
        let _ = fs::remove_file(folder.path().join(&file));
        symlink(&precious, folder.path().join(&file)).unwrap();
        match start(folder.path()) {
            Ok(app) => {
                app.dispatch("set_language", json!({ "language": "nl" })).await.unwrap();
                app.dispatch("sign_in", json!({ "persona": "user-admin" })).await.unwrap();
            }
            Err(said) => assert!(said.contains("not yours alone") && said.contains(&file), "{file}: {said}"),
        }
        assert_eq!(fs::read_to_string(&precious).unwrap(), "precious", "{file}");
    }
}

/// Given a pipe in the place of each file; when the app starts; then it starts or says so, and does not wait.
#[test]
fn a_pipe_is_not_waited_for() {
    for file in FILES.iter().chain(&["organisation.json", "sign-in.sealed", "journal.db-shm"]) {
        let folder = temporary_folder::temporary_folder();
        drop(start(folder.path()).unwrap());
        let _ = fs::remove_file(folder.path().join(file));
        assert!(Command::new("mkfifo").arg(folder.path().join(file)).status().unwrap().success());
        let began = Instant::now();
        if let Err(said) = start(folder.path()) {
            assert!(said.contains("not yours alone") && said.contains(file), "{file}: {said}");
        }
        assert!(began.elapsed() < Duration::from_secs(30), "{file}");
    }
}

/// Given settings, and a state of the practice organisation, of gigabytes; when the app starts; then it says which file
/// it is without reading it.
#[test]
fn a_file_of_gigabytes_is_not_read() {
    for file in ["settings.json", "practice.json"] {
        let folder = temporary_folder::temporary_folder();
        fs::File::create(folder.path().join(file)).unwrap().set_len(5_000_000_000).unwrap();
        let began = Instant::now();
        let said = start(folder.path()).unwrap_err();
        assert!(said.contains("damaged") && said.contains(file), "{said}");
        assert!(began.elapsed() < Duration::from_secs(30), "{file}");
    }
}

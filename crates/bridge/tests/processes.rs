//! Several processes on one data folder: whichever comes first has it, the others say so, and one that is killed keeps
//! nobody out.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what fails here is a failed test")]

mod common;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use bridge::{Language, Options};

use crate::common::{NoBrowser, compose, new_keyring};

const FOLDER: &str = "DATA_FOLDER_OF_SEVERAL_PROCESSES";
const SAYS: &str = "WHERE_ANOTHER_PROCESS_SAYS_HOW_ITS_START_WENT";

/// Longer than any start takes, however busy the computer is.
const PATIENCE: Duration = Duration::from_mins(1);

/// A start in a process of its own. It does not outlive the test.
struct Start {
    process: Child,
    says: PathBuf,
}

impl Start {
    fn of(folder: &Path, beside: &Path, nth: usize) -> Self {
        let says = beside.join(format!("start-{nth}"));
        let process = Command::new(env::current_exe().unwrap())
            .args(["--ignored", "--exact", "another_process_starts_and_stays"])
            .env(FOLDER, folder)
            .env(SAYS, &says)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        Self { process, says }
    }

    /// How it went: nothing when the app runs, else why it does not.
    fn went(&self) -> String {
        let began = Instant::now();
        loop {
            match fs::read_to_string(&self.says) {
                Ok(said) if said.ends_with('\n') => return said.trim().to_owned(),
                _ => assert!(began.elapsed() < PATIENCE, "a start says nothing"),
            }
            thread::sleep(Duration::from_millis(2));
        }
    }

    fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Start {
    fn drop(&mut self) {
        // One that has ended needs no killing.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Not a story of its own: the other processes of the next ones. It stays until it is killed, or whoever started it ends.
#[test]
#[ignore = "started by the other tests as a process of its own"]
fn another_process_starts_and_stays() {
    let folder = env::var(FOLDER).expect("started by the other tests only");
    let options = Options {
        language: Some(Language::En),
        ..Options::in_folder(Path::new(&folder), Arc::new(NoBrowser))
    };
    let app = compose(options, &new_keyring());
    let said = app.as_ref().err().map(ToString::to_string).unwrap_or_default();
    fs::write(env::var(SAYS).unwrap(), format!("{said}\n")).unwrap();
    if app.is_ok() {
        std::io::read_to_string(std::io::stdin()).unwrap();
    }
}

#[test]
fn of_processes_that_start_at_once_one_has_the_folder_and_the_others_say_so() {
    let beside = temporary_folder::temporary_folder();
    for round in 0..5 {
        // Not there yet: all of them make it.
        let folder = beside.path().join(format!("folder-{round}"));
        let starts: Vec<Start> =
            (0..4).map(|nth| Start::of(&folder, beside.path(), 10 * round + nth)).collect();
        let went: Vec<String> = starts.iter().map(Start::went).collect();
        let (have_it, refused): (Vec<_>, Vec<_>) = went.iter().partition(|said| said.is_empty());
        assert_eq!((have_it.len(), refused.len()), (1, 3), "{went:?}");
        assert!(
            refused.iter().all(|said| said.contains(&folder.display().to_string())),
            "each of them names the folder: {refused:?}"
        );
    }
}

#[test]
fn a_process_that_is_killed_lets_go_of_the_folder() {
    let beside = temporary_folder::temporary_folder();
    let folder = beside.path().join("folder");
    for nth in 0..5 {
        let mut first = Start::of(&folder, beside.path(), 2 * nth);
        assert_eq!(first.went(), "");
        let second = Start::of(&folder, beside.path(), 2 * nth + 1);
        assert_ne!(second.went(), "", "while the first one has it");
        first.kill();
    }
}

//! A real process, killed. What `cargo xtask faults` does with many hundred kills, done with a few in every run of the
//! tests.

#![allow(clippy::unwrap_used, reason = "what fails here is a failed test")]

use std::path::{Path, PathBuf};

use faults::{Kills, Schedule, kills, replay_kills};
use guest::RemedyKind;

fn app() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_faults"))
}

#[test]
fn a_process_that_is_killed_twice_says_at_each_start_what_is_so() {
    let (clean, told) = kills(&Kills {
        program: PathBuf::from(app()),
        doubles: 6,
        seed: 1,
        share: 1,
        remedy: Some(RemedyKind::KeepOneAddress),
        progress: |_| {},
    });
    assert!(clean, "{told}");
    assert!(told.contains(" 6 double kills"), "{told}");
}

#[test]
fn a_process_that_is_killed_at_its_first_row_left_nothing_to_go_on_with() {
    let schedule: Schedule = "keep-one-address:jan apply row#2=kill-before".parse().unwrap();
    let told = replay_kills(app(), &schedule);
    assert!(told.contains("=== apply row#2=kill-before: killed"), "{told}");
    assert!(told.contains("ways: []; 0 unfinished"), "{told}");
    assert!(told.ends_with("no violation\n"), "{told}");
}

#[test]
fn a_process_that_cannot_start_is_no_process_without_violations() {
    let schedule: Schedule = "keep-one-address:jan apply".parse().unwrap();
    let told = replay_kills(Path::new("no-such-program"), &schedule);
    assert!(told.contains("=== the next start: No such file"), "{told}");
    assert!(!told.contains("no violation"), "{told}");
}

//! A disk that is full at any byte, and a folder that cannot be written to: in processes of their own, for both are
//! limits of a process.

#![cfg(unix)]

use std::fs;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Command, Output};

use journal::{Chain, Journal};

use crate::common::*;
use crate::scene::{ALL, Scene, bytes};

const FILE: &str = "JOURNAL_OF_A_PROCESS_IN_TROUBLE";

/// Not a story of its own: writes until nothing more can be written, and says how many changes were taken down whole.
#[tokio::test]
#[ignore = "started by the next tests as a process of its own"]
async fn a_process_in_trouble() {
    let path = std::env::var(FILE).expect("started by the next tests only");
    let journal = match Journal::open(Path::new(&path)) {
        Ok(journal) => journal,
        Err(why) => return println!("refused: {why}"),
    };
    let mut whole = 0;
    for number in 1..=40 {
        if journal.begin(keep_one_address(number)).await.is_err() {
            break;
        }
        whole = number;
    }
    println!("shown: {}", journal.changes(ALL).await.unwrap().len());
    println!("taken down: {whole}");
}

fn in_trouble(path: &Path, setting: &str) -> Output {
    let this = std::env::current_exe().unwrap();
    // A write past the limit fails as on a full disk, and does not end the process.
    let script = format!("trap '' XFSZ; {setting}; exec \"$0\" \"$@\"");
    let mut shell = Command::new("bash");
    shell.args(["-c", &script]).arg(this);
    shell.args(["--ignored", "--exact", "--nocapture", "trouble::a_process_in_trouble"]).env(FILE, path);
    shell.output().unwrap()
}

/// Given a disk that is full after so many kilobytes, for every such number; when changes are begun until that fails;
/// then whatever was taken down is there afterwards, and no more than one row besides.
#[tokio::test]
async fn what_was_taken_down_before_the_disk_was_full_is_there_afterwards() {
    let (mut opened, mut stopped) = (0, 0);
    for kilobytes in (0..200).step_by(6) {
        let folder = temporary_folder::temporary_folder();
        let path = folder.path().join("journal.db");
        let said = in_trouble(&path, &format!("ulimit -f {kilobytes}"));
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        let Some(taken) = said.lines().find_map(|line| line.split_once("taken down: ")) else {
            assert!(said.contains("refused: "), "{kilobytes} kB: {said}");
            continue;
        };
        let taken: usize = taken.1.trim().parse().unwrap();
        let journal = Journal::open(&path).unwrap();
        assert!(matches!(journal.verify_chain().await.unwrap(), Chain::Whole { .. }), "{kilobytes} kB");
        let there = journal.changes(ALL).await.unwrap().len();
        assert!((taken..=taken + 1).contains(&there), "{kilobytes} kB: {taken} taken down, {there} there");
        opened += 1;
        stopped += usize::from(taken < 40);
    }
    assert!(opened > 10 && stopped > 5, "{opened} opened, {stopped} of them stopped by the limit");
}

/// Given a record in a folder that cannot be written to; when it is opened; then it is shown, no change begins, and it
/// is as it was.
#[tokio::test]
async fn a_record_that_cannot_be_written_to_is_shown_and_no_change_begins() {
    use std::os::unix::fs::{PermissionsExt as _, chown};
    let scene = Scene::new(1, 1).await.closed();
    let placed = scene.placed();
    let folder = placed.folder.path();
    // For root nothing is read-only: then somebody else is asked, whose folder it is.
    let nobody = 65_534;
    let root = fs::write("/proc/self/oom_score_adj", "-1").is_ok();
    fs::set_permissions(&placed.path, fs::Permissions::from_mode(0o400)).unwrap();
    if root {
        chown(&placed.path, Some(nobody), Some(nobody)).unwrap();
        chown(folder, Some(nobody), Some(nobody)).unwrap();
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(0o500)).unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap());
    child
        .args(["--ignored", "--exact", "--nocapture", "trouble::a_process_in_trouble"])
        .env(FILE, &placed.path);
    if root {
        child.uid(nobody).gid(nobody);
    }
    let said = child.output().unwrap();
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).unwrap();
    assert!(said.contains("shown: 3") && said.contains("taken down: 0"), "{said}");
    assert_eq!(bytes(&placed.path), scene.file);
}

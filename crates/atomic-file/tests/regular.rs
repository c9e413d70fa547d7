//! What stands under a file's name and is no file: it is neither followed nor waited for.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what fails here is a failed test")]
#![cfg(unix)]

use std::fs::{self, File, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use atomic_file::{NotOurFile, Permissions};

fn make_pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// Given a link, a pipe and a folder where a file belongs; when each is read or opened to be written; then it is
/// refused as what it is, at once, and what the link leads to is as it was.
#[test]
fn a_link_a_pipe_and_a_folder_are_refused_and_nothing_behind_them_is_touched() {
    let folder = temporary_folder::temporary_folder();
    let precious = folder.path().join("precious");
    fs::write(&precious, "precious").unwrap();
    let (link, nowhere) = (folder.path().join("link"), folder.path().join("nowhere"));
    symlink(&precious, &link).unwrap();
    symlink(folder.path().join("not there"), &nowhere).unwrap();
    let pipe = folder.path().join("pipe");
    make_pipe(&pipe);

    for path in [&link, &nowhere, &pipe, &folder.path().to_owned()] {
        for refused in [
            atomic_file::read(path, 100).map(drop),
            atomic_file::open(path, OpenOptions::new().create(true).append(true)).map(drop),
            atomic_file::regular(path).map(drop),
        ] {
            assert!(NotOurFile::is_behind(&refused.expect_err("no file")), "{}", path.display());
        }
    }
    assert_eq!(fs::read(&precious).unwrap(), b"precious");
    assert!(!folder.path().join("not there").exists());
}

/// Given a link under the name that a new file is written under; when the file is written; then the link is gone and
/// what it led to is as it was.
#[test]
fn a_new_file_is_not_written_through_a_link_that_waits_for_it() {
    let folder = temporary_folder::temporary_folder();
    let (precious, file) = (folder.path().join("precious"), folder.path().join("settings.json"));
    fs::write(&precious, "precious").unwrap();
    for waiting in ["settings.json.new", "settings.json"] {
        symlink(&precious, folder.path().join(waiting)).unwrap();
        atomic_file::write(&file, b"{}", Permissions::OwnerOnly).unwrap();
        assert_eq!(fs::read(&precious).unwrap(), b"precious", "{waiting}");
        assert_eq!(atomic_file::read(&file, 100).unwrap().unwrap(), b"{}");
        fs::remove_file(&file).unwrap();
    }
}

/// Given a file of three gigabytes of nothing; when at most a kilobyte is expected; then it is not read.
#[test]
fn a_file_that_is_too_large_is_told_before_it_is_read() {
    let folder = temporary_folder::temporary_folder();
    let path = folder.path().join("settings.json");
    File::create(&path).unwrap().set_len(3_000_000_000).unwrap();
    assert_eq!(atomic_file::read(&path, 1024).expect_err("too large").kind(), ErrorKind::FileTooLarge);
    File::create(&path).unwrap().set_len(1024).unwrap();
    assert_eq!(atomic_file::read(&path, 1024).unwrap().unwrap().len(), 1024);
    fs::remove_file(&path).unwrap();
    assert!(atomic_file::read(&path, 1024).unwrap().is_none());
}

//! What is on the disk, before and after.
#![allow(clippy::unwrap_used, reason = "in a test a failed unwrap is a failed test")]

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use atomic_file::{Permissions, create, exists, remove, write};
use temporary_folder::TemporaryFolder;

fn place() -> (TemporaryFolder, PathBuf, PathBuf) {
    let folder = temporary_folder::temporary_folder();
    let (file, new) = (folder.path().join("state.json"), folder.path().join("state.json.new"));
    (folder, file, new)
}

#[test]
fn a_file_is_written_and_replaced_and_nothing_stays_beside_it() {
    let (folder, file, _) = place();
    for text in ["a longer text than the next one", "short"] {
        write(&file, text.as_bytes(), Permissions::Default).unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), text);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

/// Two texts of different length, each of one letter: half of one, or one over the other, would be seen.
#[test]
fn whoever_reads_meanwhile_sees_the_old_file_or_the_new_one() {
    let (_folder, file, _) = place();
    let (old, new) = ("a".repeat(100_000), "b".repeat(7));
    write(&file, old.as_bytes(), Permissions::Default).unwrap();
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            while !done.load(Ordering::SeqCst) {
                let text = fs::read_to_string(&file).unwrap();
                assert!(text == old || text == new, "{} letters", text.len());
            }
        });
        for text in [&new, &old].into_iter().cycle().take(40) {
            write(&file, text.as_bytes(), Permissions::Default).unwrap();
        }
        done.store(true, Ordering::SeqCst);
        reader.join().unwrap();
    });
}

#[test]
fn what_a_crash_left_does_not_stand_in_the_way() {
    let (_folder, file, new) = place();
    fs::write(&new, "half of a much longer te").unwrap();
    write(&file, b"whole", Permissions::Default).unwrap();
    assert_eq!(fs::read(&file).unwrap(), b"whole");
    assert!(!new.exists());
}

#[test]
fn a_write_that_fails_leaves_the_file_as_it_was_and_nothing_beside_it() {
    let (folder, file, new) = place();
    // What cannot be renamed over: a folder that is not empty.
    fs::create_dir(&file).unwrap();
    fs::write(file.join("inside"), "x").unwrap();
    assert!(write(&file, b"new", Permissions::Default).is_err());
    assert!(!new.exists());
    assert_eq!(fs::read(file.join("inside")).unwrap(), b"x");

    let nowhere = folder.path().join("no such folder/state.json");
    assert_eq!(write(&nowhere, b"new", Permissions::Default).unwrap_err().kind(), ErrorKind::NotFound);
}

#[test]
fn a_file_is_created_once_and_never_overwritten() {
    let (_folder, file, new) = place();
    create(&file, b"first", Permissions::Default).unwrap();
    let second = create(&file, b"second", Permissions::Default);
    assert_eq!(second.unwrap_err().kind(), ErrorKind::AlreadyExists);
    assert_eq!(fs::read(&file).unwrap(), b"first");
    assert!(!new.exists());
}

#[test]
fn removing_takes_along_what_a_crash_left_and_may_be_done_twice() {
    let (_folder, file, new) = place();
    write(&file, b"secret", Permissions::OwnerOnly).unwrap();
    fs::write(&new, "half a sec").unwrap();
    remove(&file).unwrap();
    assert!(!file.exists() && !new.exists() && !exists(&file));
    remove(&file).unwrap();
}

#[test]
fn a_file_exists_as_long_as_anything_of_it_does() {
    let (_folder, file, new) = place();
    assert!(!exists(&file));
    fs::write(&new, "half").unwrap();
    assert!(exists(&file), "what a crash left is not nothing");
    fs::rename(&new, &file).unwrap();
    assert!(exists(&file));
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::path::Path;

    use super::*;

    fn mode(file: &Path) -> u32 {
        fs::symlink_metadata(file).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn a_secret_is_its_owners_alone_even_where_the_file_was_open_to_all() {
        let (folder, file, _) = place();
        fs::write(&file, "not secret").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        write(&file, b"secret", Permissions::OwnerOnly).unwrap();
        assert_eq!(mode(&file), 0o600);
        let other = folder.path().join("other");
        create(&other, b"secret", Permissions::OwnerOnly).unwrap();
        assert_eq!(mode(&other), 0o600);
    }

    #[test]
    fn other_files_get_what_the_process_gives_its_files() {
        let (folder, file, _) = place();
        let usual = folder.path().join("usual");
        fs::write(&usual, "").unwrap();
        write(&file, b"text", Permissions::Default).unwrap();
        assert_eq!(mode(&file), mode(&usual));
    }

    #[test]
    fn a_link_that_somebody_put_there_is_not_written_through() {
        let (folder, file, new) = place();
        let victim = folder.path().join("victim");
        fs::write(&victim, "untouched").unwrap();
        symlink(&victim, &new).unwrap();
        write(&file, b"secret", Permissions::OwnerOnly).unwrap();
        assert_eq!(fs::read(&victim).unwrap(), b"untouched");
        assert!(fs::symlink_metadata(&file).unwrap().is_file());
        // Removing takes the link, not what it leads to.
        symlink(&victim, &new).unwrap();
        remove(&file).unwrap();
        assert_eq!(fs::read(&victim).unwrap(), b"untouched");
    }
}

#[test]
fn a_file_is_read_up_to_its_limit_and_not_a_byte_more() {
    let folder = temporary_folder::temporary_folder();
    let file = folder.path().join("settings.json");
    fs::write(&file, "12345").unwrap();
    assert_eq!(atomic_file::read(&file, 5).unwrap().unwrap(), b"12345");
    assert_eq!(atomic_file::read(&file, 4).unwrap_err().kind(), ErrorKind::FileTooLarge);
    // Gigabytes are seen to be too many before one of them is read.
    fs::File::create(&file).unwrap().set_len(8 << 30).unwrap();
    assert_eq!(atomic_file::read(&file, 5).unwrap_err().kind(), ErrorKind::FileTooLarge);
    assert_eq!(atomic_file::read(&folder.path().join("none"), 5).unwrap(), None);
}

#[test]
fn what_is_no_file_is_not_waited_for() {
    let folder = temporary_folder::temporary_folder();
    let no_file = |path: &std::path::Path| {
        assert!(atomic_file::NotOurFile::is_behind(&atomic_file::read(path, 5).unwrap_err()));
    };
    no_file(folder.path());
    let pipe = folder.path().join("pipe");
    if std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|made| made.success()) {
        no_file(&pipe);
    }
}

//! A temporary folder of the stages' own, so that what a test leaves behind is seen, and is not left on the machine.

use crate::place::root;
use crate::run::Failure;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

static FOLDER: OnceLock<PathBuf> = OnceLock::new();

/// From here on every program is started with a temporary folder of its own, which is empty now.
pub(crate) fn begin() -> Result<(), Failure> {
    // Short: a socket's path may have 107 bytes, and browsers put theirs here.
    let folder = FOLDER.get_or_init(|| root().join("target/tmp.d"));
    if folder.exists() {
        empty(folder)?;
    }
    fs::create_dir_all(folder).map_err(|problem| Failure::file(folder, &problem))
}

/// Gives a program that folder, where there is one.
pub(crate) fn give(command: &mut Command) {
    if let Some(folder) = FOLDER.get() {
        tell(command, folder);
    }
}

/// Fails when something was left behind, and removes it.
pub(crate) fn nothing_left() -> Result<(), Failure> {
    FOLDER.get().map_or(Ok(()), |folder| nothing_left_in(folder))
}

/// By each name a system may know a temporary folder by.
fn tell(command: &mut Command, folder: &Path) {
    for name in ["TMPDIR", "TMP", "TEMP"] {
        command.env(name, folder);
    }
}

fn nothing_left_in(folder: &Path) -> Result<(), Failure> {
    let names = with_content(folder)?;
    empty(folder)?;
    if names.is_empty() {
        return Ok(());
    }
    Err(Failure(format!("left behind in the temporary folder: {}", names.join(", "))))
}

fn names(folder: &Path) -> Result<Vec<String>, Failure> {
    let entries = fs::read_dir(folder).map_err(|problem| Failure::file(folder, &problem))?;
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

/// Each name, and of a folder the names in it: they tell whose it was.
fn with_content(folder: &Path) -> Result<Vec<String>, Failure> {
    let described = names(folder)?.into_iter().map(|name| {
        let path = folder.join(&name);
        if path.is_symlink() || !path.is_dir() {
            return Ok(name);
        }
        Ok(format!("{name} ({})", names(&path)?.join(", ")))
    });
    described.collect()
}

fn empty(folder: &Path) -> Result<(), Failure> {
    for name in names(folder)? {
        let path = folder.join(name);
        let gone = if path.is_dir() && !path.is_symlink() {
            fs::remove_dir_all(&path)
        } else {
            fs::remove_file(&path)
        };
        gone.map_err(|problem| Failure::file(&path, &problem))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::program;

    #[test]
    fn what_a_program_leaves_behind_is_named_once_and_removed() {
        let folder = std::env::temp_dir().join(format!("xtask-{}", std::process::id()));
        fs::create_dir(&folder).unwrap();
        assert_eq!(nothing_left_in(&folder), Ok(()));
        fs::create_dir(folder.join("profile")).unwrap();
        fs::write(folder.join("profile/lock"), "").unwrap();
        fs::write(folder.join("answer.json"), "").unwrap();
        let failure = nothing_left_in(&folder).unwrap_err();
        assert!(failure.0.ends_with("temporary folder: answer.json, profile (lock)"), "{failure}");
        assert_eq!(nothing_left_in(&folder), Ok(()));
        fs::remove_dir(folder).unwrap();
    }

    #[test]
    fn a_program_is_told_where_its_temporary_files_go() {
        let mut command = program("cargo");
        tell(&mut command, Path::new("here"));
        for name in ["TMPDIR", "TMP", "TEMP"] {
            let told = command.get_envs().any(|(key, value)| key == name && value == Some("here".as_ref()));
            assert!(told, "{name}");
        }
    }
}

//! Files for people, in their folder for documents.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use atomic_file::Permissions;

use crate::problem::{AppProblem, unusable_file};

/// Saves a file beside what is there already: nothing is overwritten, and what is there as it is to be is not written
/// again. However often it is asked for, the same contents make one file.
pub(crate) fn save(folder: &Path, base: &str, end: &str, contents: &[u8]) -> Result<PathBuf, AppProblem> {
    fs::create_dir_all(folder).map_err(|error| problem(&error, &folder.display().to_string()))?;
    for number in 1..100 {
        let again = if number == 1 { String::new() } else { format!(" ({number})") };
        let path = folder.join(format!("{base}{again}{end}"));
        match atomic_file::create(&path, contents, Permissions::Default) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                let there = atomic_file::read(&path, contents.len() as u64 + 1);
                if there.is_ok_and(|there| there.as_deref() == Some(contents)) {
                    return Ok(path);
                }
            }
            Err(error) => return Err(problem(&error, &path.display().to_string())),
        }
    }
    Err(problem(&io::ErrorKind::AlreadyExists.into(), base))
}

fn problem(error: &io::Error, file: &str) -> AppProblem {
    tracing::error!(%error, "a file cannot be written");
    unusable_file(file)
}

//! The folder of a test.
//!
//! The app writes its record and its sign-in from threads of their own, and a test may end while one of them makes a
//! last file. A folder that is removed at that moment is not empty when its name is to go, and `tempfile` keeps silent
//! about it: once in some hundred runs of all tests a folder was left, and nobody could say whose. This one is removed
//! until it is gone; the test whose folder stays fails, and says what is in it.
//!
//! It knows nothing of the app.
//!
//! ```
//! let folder = temporary_folder::temporary_folder();
//! std::fs::write(folder.path().join("settings.json"), "{}").unwrap();
//! let path = folder.path().to_owned();
//! drop(folder);
//! assert!(!path.exists());
//! ```

#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "for tests only: whatever cannot be unwrapped fails the test that needs it"
)]

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

/// How often removing is tried, and how long is waited in between: longer than any thread needs for its last file.
const TRIES: u32 = 200;
const PAUSE: Duration = Duration::from_millis(10);

/// A folder in the system's temporary folder, which goes with it.
#[derive(Debug)]
pub struct TemporaryFolder(TempDir);

/// A new one, empty.
#[must_use]
pub fn temporary_folder() -> TemporaryFolder {
    TemporaryFolder(tempfile::tempdir().unwrap())
}

impl TemporaryFolder {
    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.0.path()
    }
}

impl AsRef<Path> for TemporaryFolder {
    fn as_ref(&self) -> &Path {
        self.path()
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        // Whatever is there after this is tried once more by `tempfile`, which says nothing about it.
        let gone = removed(self.path());
        assert!(
            gone || thread::panicking(),
            "the folder of this test stays; in it: {:?}",
            names(self.path())
        );
    }
}

fn removed(folder: &Path) -> bool {
    for _ in 0..TRIES {
        match fs::remove_dir_all(folder) {
            Ok(()) => return true,
            Err(problem) if problem.kind() == ErrorKind::NotFound => return true,
            Err(_) => thread::sleep(PAUSE),
        }
    }
    false
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, Ordering};

    #[test]
    fn a_folder_goes_though_somebody_still_writes_into_it() {
        let folder = temporary_folder();
        let path = folder.path().to_owned();
        let ends = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                for nth in 0..u32::MAX {
                    if ends.load(Ordering::Relaxed) {
                        break;
                    }
                    // Refused as soon as the folder is gone.
                    _ = fs::write(path.join(nth.to_string()), "");
                }
            });
            thread::sleep(PAUSE);
            drop(folder);
            ends.store(true, Ordering::Relaxed);
        });
        assert!(!path.exists());
    }
}

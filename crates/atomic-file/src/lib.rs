//! Small files that are the old ones or the new ones after a crash, never half of one.
//!
//! A file is written under another name in the same folder, synced, and renamed; then the folder is synced, since a
//! name is only on the disk once its folder is. The other name is always the file's own with `.new` behind it, so
//! that what a crash left there can be found again: the next write starts afresh, and [`remove`] takes it along.
//! One writer at a time is meant; two of the same file may fail, but leave no half file either.
//!
//! What is read is a regular file of the person's own, of a size that was asked for: a link is not followed, a pipe not
//! waited for ([`read`]).
//!
//! It refuses to know what is in a file, and what the file is for.
//!
//! ```
//! use atomic_file::Permissions;
//!
//! # fn main() -> std::io::Result<()> {
//! # let folder = temporary_folder::temporary_folder();
//! # let folder = folder.path();
//! let file = folder.join("settings.json");
//! atomic_file::write(&file, b"{}", Permissions::OwnerOnly)?;
//! atomic_file::write(&file, b"{ \"language\": \"nl\" }", Permissions::OwnerOnly)?;
//! assert_eq!(std::fs::read(&file)?, b"{ \"language\": \"nl\" }");
//!
//! atomic_file::remove(&file)?;
//! assert!(!atomic_file::exists(&file));
//! # Ok(())
//! # }
//! ```

mod regular;

pub use regular::{NotOurFile, open, read, regular};

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// Who may read and write a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permissions {
    /// Whatever the process gives its files (on Unix: the umask).
    Default,
    /// Its owner alone: for secrets. On Unix mode 0600. Elsewhere the folder's own rules apply, so such a file belongs
    /// in a folder of the person's.
    OwnerOnly,
}

/// Writes the file, whether it is there or not. Should this fail, the file is as it was before.
pub fn write(path: &Path, bytes: &[u8], permissions: Permissions) -> io::Result<()> {
    let new = temporary(path);
    // Left by a crash, or put there by somebody: a link, say, which must not be written through.
    if_there(fs::remove_file(&new))?;
    create_new(&new, bytes, permissions)?;
    if let Err(error) = fs::rename(&new, path) {
        // The error says what matters; should this fail as well, the next write removes it.
        let _ = fs::remove_file(&new);
        return Err(error);
    }
    sync_folder_of(path)
}

/// Writes a file that must not be there yet: one that is there stays as it is, and the error is
/// [`io::ErrorKind::AlreadyExists`]. A crash may leave the beginning of it, under its name; an error leaves nothing.
pub fn create(path: &Path, bytes: &[u8], permissions: Permissions) -> io::Result<()> {
    create_new(path, bytes, permissions)?;
    sync_folder_of(path)
}

/// Removes the file and what a crash may have left of a new one. That none of them is there is no error.
pub fn remove(path: &Path) -> io::Result<()> {
    let new = if_there(fs::remove_file(temporary(path)));
    if_there(fs::remove_file(path))?;
    new?;
    sync_folder_of(path)
}

/// Whether the file is there, or what a crash left of a new one. What cannot be looked at counts as there: whoever
/// must know that a secret is gone may not take "cannot tell" for it.
#[must_use]
pub fn exists(path: &Path) -> bool {
    let is_there = |path: &Path| {
        fs::symlink_metadata(path).map_or_else(|error| error.kind() != ErrorKind::NotFound, |_| true)
    };
    is_there(path) || is_there(&temporary(path))
}

/// The name under which a new file is written.
fn temporary(path: &Path) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(".new");
    name.into()
}

/// Writes and syncs a file that is not there; if that fails once it is there, it is removed again.
fn create_new(path: &Path, bytes: &[u8], permissions: Permissions) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if permissions == Permissions::OwnerOnly {
        // Before there is anything to read, not after it.
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    #[cfg(not(unix))]
    let _ = permissions;
    let mut file = options.open(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        drop(file);
        let _ = fs::remove_file(path);
    }
    written
}

fn if_there(removed: io::Result<()>) -> io::Result<()> {
    removed.or_else(|error| if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

/// Sees to it that the names in the folder of this file are on the disk (fsync(2)). Windows has no such call, and some file systems
/// of Unix refuse it (`EINVAL`): there is nothing more to be had from those.
pub fn sync_folder_of(path: &Path) -> io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    // A bare file name has an empty parent, which is no folder one could open.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let synced = match File::open(folder) {
        Ok(folder) => folder.sync_all(),
        Err(error) => Err(error),
    };
    synced.or_else(|error| {
        // Not found: the folder was removed meanwhile, with everything in it.
        let nothing_more =
            matches!(error.kind(), ErrorKind::NotFound | ErrorKind::InvalidInput | ErrorKind::Unsupported);
        if nothing_more { Ok(()) } else { Err(error) }
    })
}

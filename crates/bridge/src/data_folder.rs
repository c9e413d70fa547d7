//! The data folder: the person's own, closed to everybody else, and held by one app.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use atomic_file::NotOurFile;

/// What lies in a data folder. A folder with something in it, and none of these, is somebody's for something else.
const OURS: [&str; 6] =
    ["lock", "journal.db", "settings.json", "organisation.json", "practice.json", "sign-in.sealed"];

/// Makes the folder, or sees that the one that is there is the person's own, and closes it to everybody else.
pub(crate) fn prepare(folder: &Path) -> io::Result<()> {
    // Behind a slash at its end a link would be followed.
    let folder: PathBuf = folder.components().collect();
    match fs::symlink_metadata(&folder) {
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => make(&folder)?,
        Err(error) => return Err(error),
    }
    close(&folder)
}

/// The lock: nothing is written into the file, so that nothing is lost where it is another than expected.
pub(crate) fn lock(folder: &Path) -> Result<Option<File>, io::Error> {
    let options = &mut OpenOptions::new();
    let file = atomic_file::open(&folder.join("lock"), options.create(true).append(true))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

fn make(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

#[cfg(unix)]
fn close(folder: &Path) -> io::Result<()> {
    use rustix::fs::{Mode, OFlags};
    use rustix::io::Errno;
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};

    let not_ours = || io::Error::other(NotOurFile);
    let flags = OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let opened = rustix::fs::open(folder, flags, Mode::empty()).map_err(|error| match error {
        Errno::LOOP | Errno::NOTDIR => not_ours(),
        other => other.into(),
    })?;
    let opened = File::from(opened);
    let metadata = opened.metadata()?;
    if metadata.uid() != rustix::process::geteuid().as_raw() {
        return Err(not_ours());
    }
    if metadata.mode().trailing_zeros() >= 6 {
        return Ok(());
    }
    // Not a folder that was made for many, nor one that has another use: closing that would break something.
    if metadata.mode() & 0o1000 != 0 || !is_data_folder(folder)? {
        return Err(not_ours());
    }
    opened.set_permissions(fs::Permissions::from_mode(0o700))
}

/// Windows keeps rights in lists that the standard library does not read; the person's own folder has its own.
#[cfg(not(unix))]
fn close(folder: &Path) -> io::Result<()> {
    if fs::symlink_metadata(folder)?.is_dir() && is_data_folder(folder).is_ok() {
        Ok(())
    } else {
        Err(io::Error::other(NotOurFile))
    }
}

fn is_data_folder(folder: &Path) -> io::Result<bool> {
    let empty = fs::read_dir(folder)?.next().is_none();
    Ok(empty || OURS.iter().any(|name| fs::symlink_metadata(folder.join(name)).is_ok()))
}

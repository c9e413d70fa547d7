//! Files as they are expected: regular, the person's own, of a bounded size. Somebody who could write to the folder once
//! may have left something else under their names: a link to a file that must not be touched, a pipe that is waited for
//! without end.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

/// What stands under the name is a link, a folder, a pipe, or another person's.
#[derive(Debug)]
pub struct NotOurFile;

impl std::fmt::Display for NotOurFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("it is a link, no regular file, or somebody else's")
    }
}

impl std::error::Error for NotOurFile {}

impl NotOurFile {
    /// Whether this is why.
    #[must_use]
    pub fn is_behind(error: &io::Error) -> bool {
        error.get_ref().is_some_and(|inner| inner.downcast_ref::<Self>().is_some())
    }
}

/// Whether the file is there; an error ([`NotOurFile`]) when something else is. Nothing is opened.
pub fn regular(path: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if is_ours(&metadata) => Ok(true),
        Ok(_) => Err(io::Error::other(NotOurFile)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Opens a file with these options: never another than the one under this name, never waiting for it. With options
/// that make a file, what they make is the owner's alone (mode 0600).
pub fn open(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    regular(path)?;
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt as _;
        let flags = OFlags::NOFOLLOW.union(OFlags::NONBLOCK).bits().cast_signed();
        options.custom_flags(flags).mode(0o600);
    }
    let file = options.open(path)?;
    // Once more, on what was opened: between the look and the opening there is a moment.
    if is_ours(&file.metadata()?) { Ok(file) } else { Err(io::Error::other(NotOurFile)) }
}

/// Reads a file of at most so many bytes. None when it is not there; [`ErrorKind::FileTooLarge`] when it is larger,
/// which is told before it is read.
pub fn read(path: &Path, most: u64) -> io::Result<Option<Vec<u8>>> {
    let file = match open(path, OpenOptions::new().read(true)) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    if file.metadata()?.len() > most {
        return Err(ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::new();
    // It may grow meanwhile.
    file.take(most).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

#[cfg(unix)]
fn is_ours(metadata: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    metadata.is_file() && metadata.uid() == rustix::process::geteuid().as_raw()
}

/// Windows keeps rights in lists that the standard library does not read; the folder's rules apply.
#[cfg(not(unix))]
fn is_ours(metadata: &Metadata) -> bool {
    metadata.is_file()
}

//! The sealed file on the disk: readable by its owner only, and always whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// The largest file that is read, in bytes. A refresh token of 2.5 MB has been seen; what is much larger is not ours.
pub(super) const LARGEST: usize = 8 * 1024 * 1024;

/// The file, if it is there. Of one that is too large, only the beginning: it does not open.
pub(super) fn read(file: &Path) -> io::Result<Option<Vec<u8>>> {
    match File::open(file) {
        Ok(opened) => {
            let mut bytes = Vec::new();
            opened.take(LARGEST as u64).read_to_end(&mut bytes)?;
            Ok(Some(bytes))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes it beside and moves it into its place: a crash leaves the old one or the new one.
pub(super) fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = temporary(file);
    // What a crash left, or somebody put there: never written through.
    ignore_not_found(fs::remove_file(&new))?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut opened = options.open(&new)?;
    opened.write_all(bytes)?;
    opened.sync_all()?;
    drop(opened);
    fs::rename(&new, file)?;
    sync_folder(file)
}

/// Removes it, and what a crash may have left beside it.
pub(super) fn remove(file: &Path) -> io::Result<()> {
    let temporary = ignore_not_found(fs::remove_file(temporary(file)));
    ignore_not_found(fs::remove_file(file))?;
    temporary?;
    sync_folder(file)
}

/// Whether it, or what a crash left beside it, is there. What cannot be looked at counts as there.
pub(super) fn exists(file: &Path) -> bool {
    let there = |path: &Path| {
        fs::symlink_metadata(path).map_or_else(|error| error.kind() != io::ErrorKind::NotFound, |_| true)
    };
    there(file) || there(&temporary(file))
}

fn temporary(file: &Path) -> PathBuf {
    file.with_extension("sealed.new")
}

fn ignore_not_found(removed: io::Result<()>) -> io::Result<()> {
    removed.or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

/// A name in a folder is only on the disk once the folder is (fsync(2)). Windows has no such call.
fn sync_folder(file: &Path) -> io::Result<()> {
    match file.parent().filter(|_| cfg!(unix)) {
        Some(folder) => ignore_not_found(File::open(folder).and_then(|folder| folder.sync_all())),
        None => Ok(()),
    }
}

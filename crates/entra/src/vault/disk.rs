//! Reading the sealed file.

use std::io;
use std::path::Path;

/// The largest file that is read, in bytes. A refresh token of 2.5 MB has been seen; what is much larger is not ours.
pub(super) const LARGEST: usize = 8 * 1024 * 1024;

/// The file, if it is there. One that is too large is as good as empty: it does not open.
pub(super) fn read(file: &Path) -> io::Result<Option<Vec<u8>>> {
    match atomic_file::read(file, LARGEST as u64) {
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => Ok(Some(Vec::new())),
        read => read,
    }
}

//! Reading the sealed file.

use std::io;
use std::path::Path;

/// The largest file that is read, in bytes. A refresh token of 2.5 MB has been seen; what is much larger is not ours.
pub(super) const LARGEST: usize = 8 * 1024 * 1024;

/// The file, if it is there. Of one that is too large, or is no file, nothing: it does not open.
pub(super) fn read(file: &Path) -> io::Result<Option<Vec<u8>>> {
    match atomic_file::read(file, LARGEST as u64) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) if matches!(error.kind(), io::ErrorKind::FileTooLarge | io::ErrorKind::InvalidInput) => {
            Ok(Some(Vec::new()))
        }
        Err(error) => Err(error),
    }
}

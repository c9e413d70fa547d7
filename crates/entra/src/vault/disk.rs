//! Reading the sealed file.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

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

//! The state file: what the practice tenant remembers from one start to the next.

use std::io;
use std::path::{Path, PathBuf};

use atomic_file::Permissions;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::organisation::{Organisation, TenantFileError};

const VERSION: u64 = 1;

/// The most bytes a state file may have. One with 100,000 guests that were all changed has some 200 MB; nobody has.
const LARGEST: u64 = 512 * 1024 * 1024;

/// Why the state cannot be read or saved.
#[derive(Debug, thiserror::Error)]
pub enum StateError {
    /// The file system refused.
    #[error("{}: {source}", path.display())]
    Io {
        /// The state file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file is not a state file. It is left as it is.
    #[error("{} is not a state file of the practice tenant: {source}", path.display())]
    Shape {
        /// The state file.
        path: PathBuf,
        /// Where it departs from the format.
        source: serde_json::Error,
    },
    /// A newer program wrote the file. It is left as it is.
    #[error("{} has version {found}; this program reads up to {VERSION}", path.display())]
    Newer {
        /// The state file.
        path: PathBuf,
        /// Its version.
        found: u64,
    },
    /// The file belongs to another organisation. It is left as it is.
    #[error("{} belongs to another organisation ({found})", path.display())]
    OtherOrganisation {
        /// The state file.
        path: PathBuf,
        /// The tenant id in it.
        found: String,
    },
    /// The organisation in the file contradicts itself.
    #[error("{}: {source}", path.display())]
    Contents {
        /// The state file.
        path: PathBuf,
        /// What is wrong with it.
        source: TenantFileError,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StateFile {
    version: u64,
    organisation: Organisation,
}

/// The organisation in a state file, or `None` if there is no such file yet.
pub(crate) fn read(path: &Path, of: &Organisation) -> Result<Option<Organisation>, StateError> {
    let text = match atomic_file::read(path, LARGEST) {
        Ok(Some(text)) => text,
        Ok(None) => return Ok(None),
        Err(source) => return Err(StateError::Io { path: path.into(), source }),
    };
    let shape = |source| StateError::Shape { path: path.into(), source };
    let whole: Value = serde_json::from_slice(&text).map_err(shape)?;
    if let Some(found) = whole.get("version").and_then(Value::as_u64).filter(|found| *found > VERSION) {
        return Err(StateError::Newer { path: path.into(), found });
    }
    let inner = whole.get("organisation").map(Value::to_string).unwrap_or_default();
    let organisation = Organisation::read(&inner).map_err(|source| match source {
        // The state may be of our version and the organisation in it not.
        TenantFileError::Newer { found } => StateError::Newer { path: path.into(), found },
        source @ (TenantFileError::Shape(_) | TenantFileError::Contradiction(_)) => {
            StateError::Contents { path: path.into(), source }
        }
    })?;
    if organisation.tenant_id() != of.tenant_id() {
        return Err(StateError::OtherOrganisation { path: path.into(), found: organisation.tenant_id() });
    }
    Ok(Some(organisation))
}

/// Writes the file so that a crash leaves the old state or the new one, never half.
pub(crate) fn write(path: &Path, organisation: Organisation) -> Result<(), StateError> {
    let text = serde_json::to_vec_pretty(&StateFile { version: VERSION, organisation })
        .map_err(|source| StateError::Shape { path: path.into(), source })?;
    // Invented people only: nothing here is a secret.
    atomic_file::write(path, &text, Permissions::Default)
        .map_err(|source| StateError::Io { path: path.into(), source })
}

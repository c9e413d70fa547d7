//! The managed file: what the administrator of a machine decides for everybody who uses it.
//!
//! It is a convenience for honest users and no wall: what somebody may change is decided by Microsoft Entra, and
//! nobody is kept from running another program. But it must never silently not count: a file that is there and cannot
//! be read or understood is an error, never "no restrictions".

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::organisation::{ConfigSource, Field, Fields, LARGEST, Organisation, OrganisationError, VERSION};

/// What the managed file says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ManagedSettings {
    /// The organisation to sign in to.
    pub organisation: Option<Organisation>,
    /// The language of the window, as the file names it. Whoever shows the window knows which there are.
    pub language: Option<String>,
    /// Whether repairs are switched off.
    pub read_only: bool,
}

/// Why the managed file cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ManagedSettingsError {
    /// The system does not give it.
    #[error("it cannot be read: {0}")]
    Unreadable(String),
    /// It, or the folder it is in, can be written by others than its owner: then it is not known whose word it is.
    #[error("{} can be written by others than its owner", .path.display())]
    WritableByOthers {
        /// The file or the folder.
        path: PathBuf,
    },
    /// It is not what a managed file is.
    #[error(transparent)]
    NotUnderstood(#[from] OrganisationError),
}

impl ManagedSettings {
    /// Where the file is on this system: where only administrators may write. (On Windows `%ProgramData%` lets
    /// everybody make folders; an administrator who uses the file makes the folder and takes that right away.)
    #[must_use]
    pub fn path() -> PathBuf {
        if cfg!(windows) {
            let data = std::env::var_os("ProgramData").filter(|folder| !folder.is_empty());
            let data = data.map_or_else(|| PathBuf::from(r"C:\ProgramData"), PathBuf::from);
            data.join("Guest Mail Doctor").join("managed.json")
        } else if cfg!(target_os = "macos") {
            PathBuf::from("/Library/Application Support/Guest Mail Doctor/managed.json")
        } else {
            PathBuf::from("/etc/guest-mail-doctor/managed.json")
        }
    }

    /// Reads it. `None` when there is no such file.
    pub fn read(path: &Path) -> Result<Option<Self>, ManagedSettingsError> {
        match contents(path)? {
            Some(text) => Ok(Some(Self::parse(&text)?)),
            None => Ok(None),
        }
    }

    fn parse(text: &str) -> Result<Self, OrganisationError> {
        let mut fields = Fields::parse(text, VERSION)?.only(&["organisation", "language", "readOnly"])?;
        let organisation = match fields.take("organisation")? {
            Some(Field::Object(inner)) => {
                Some(Organisation::from_fields(inner.of_version(VERSION)?, ConfigSource::Managed)?)
            }
            Some(_) => return Err(OrganisationError::Invalid { field: "organisation" }),
            None => None,
        };
        let language = fields.optional_text("language")?;
        let read_only = match fields.take("readOnly")? {
            Some(Field::Bool(read_only)) => read_only,
            Some(_) => return Err(OrganisationError::Invalid { field: "readOnly" }),
            None => false,
        };
        Ok(Self { organisation, language, read_only })
    }
}

fn contents(path: &Path) -> Result<Option<String>, ManagedSettingsError> {
    let unreadable = |error: io::Error| ManagedSettingsError::Unreadable(error.to_string());
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        found => found.map_err(unreadable)?,
    };
    // A pipe would be waited for without end; a link to nothing is a file that somebody meant to be there.
    if !fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(ManagedSettingsError::Unreadable("not a file".to_owned()));
    }
    let file = File::open(path).map_err(unreadable)?;
    refuse_if_others_write(path, &file.metadata().map_err(unreadable)?)?;
    // Whoever may write the folder may put another file in the place of this one. Behind links, it is the last one's.
    if let Some(folder) = fs::canonicalize(path).map_err(unreadable)?.parent() {
        refuse_if_others_write(folder, &fs::metadata(folder).map_err(unreadable)?)?;
    }
    let mut text = String::new();
    // One byte more than the most, so that a larger file is seen to be larger.
    file.take(LARGEST as u64 + 1).read_to_string(&mut text).map_err(unreadable)?;
    Ok(Some(text))
}

#[cfg(unix)]
fn refuse_if_others_write(path: &Path, metadata: &fs::Metadata) -> Result<(), ManagedSettingsError> {
    use std::os::unix::fs::PermissionsExt as _;
    if metadata.permissions().mode() & 0o022 != 0 {
        return Err(ManagedSettingsError::WritableByOthers { path: path.to_owned() });
    }
    Ok(())
}

/// Windows keeps rights in lists that the standard library does not read.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same on every system")]
fn refuse_if_others_write(_: &Path, _: &fs::Metadata) -> Result<(), ManagedSettingsError> {
    Ok(())
}

#[cfg(test)]
mod random_input;

//! Why a sign-in is not stored, and what can go wrong with one that is.

/// Whether a sign-in outlives the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "contract", derive(serde::Serialize, serde::Deserialize, ts_rs::TS))]
pub enum Persistence {
    /// It is stored for the next start.
    #[cfg_attr(feature = "contract", serde(rename = "kept"))]
    Persistent,
    /// It ends with the app, for this reason.
    #[cfg_attr(feature = "contract", serde(untagged))]
    InMemory(PersistenceError),
}

/// Why a sign-in is not stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum PersistenceError {
    /// The system has no keyring, or it does not answer as one.
    #[error("there is no keyring")]
    NoKeyring,
    /// The keyring is locked, and was not unlocked when the system asked for it.
    #[error("the keyring is locked")]
    #[cfg_attr(feature = "contract", serde(rename = "keyring-locked"))]
    Locked,
    /// The data folder does not take the file.
    #[error("the file cannot be written")]
    #[cfg_attr(feature = "contract", serde(rename = "file-trouble"))]
    FileError,
}

/// What went wrong. No variant carries anything that was stored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// The keyring.
    #[error(transparent)]
    Keyring(PersistenceError),
    /// A newer version of the app wrote the file. It is left as it is.
    #[error("the stored sign-in has version {found}, which is newer than this app")]
    Newer {
        /// Its version.
        found: u64,
    },
    /// The file.
    #[error("the stored sign-in: {0}")]
    File(String),
    /// Something is still there after it was removed.
    #[error("still there: key in the keyring {key}, file {file}")]
    NotRemoved {
        /// The key in the keyring is, or it could not be looked whether it is.
        key: bool,
        /// The file is.
        file: bool,
    },
}

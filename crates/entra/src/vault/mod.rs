//! The vault: what makes the next start possible without a browser.
//!
//! One random key of 32 bytes lies in the system's keyring; the refresh token lies in a file that only this key opens
//! (XChaCha20-Poly1305). The token itself would not fit: Windows' Credential Manager takes 2,560 bytes, and a refresh
//! token can be far longer. Without a keyring nothing is written: a key beside its file would be theatre.
//!
//! The file is `sign-in.sealed`: one line of JSON that says its version and tenant, 24 random bytes, and what is
//! sealed. The line and the name of the vault are sealed in with it, so neither can be changed or exchanged.

mod disk;
mod keyring;
mod sealed;

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use keyring_core::CredentialStore;
use secrecy::SecretString;
use sha2::{Digest as _, Sha256};
use tokio::sync::Mutex;
use uuid::Uuid;

use crate::session::Way;
use keyring::{Key, Keyring};

/// The name of the sealed file in the data folder.
const FILE: &str = "sign-in.sealed";

/// What is kept of a sign-in. The refresh token shows in no debug output and cannot be serialised.
#[derive(Debug, Clone)]
pub struct Kept {
    /// How the person signed in.
    pub way: Way,
    /// The application that was signed in to.
    pub client_id: Uuid,
    /// The tenant, as a GUID.
    pub tenant_id: String,
    /// The user name, to greet him and as a hint for the next sign-in.
    pub user_name: Option<String>,
    /// What was granted.
    pub scopes: Vec<String>,
    /// What the next access token is asked with.
    pub refresh_token: SecretString,
}

/// Whether a sign-in outlives the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// It is kept for the next start.
    Kept,
    /// It ends with the app.
    ThisRunOnly {
        /// Why.
        why: WhyNot,
    },
}

/// Why a sign-in is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WhyNot {
    /// The system has no keyring, or it does not answer as one.
    #[error("there is no keyring")]
    NoKeyring,
    /// The keyring is locked, and was not unlocked when the system asked for it.
    #[error("the keyring is locked")]
    Locked,
    /// The data folder does not take the file.
    #[error("the file cannot be written")]
    FileTrouble,
}

/// What went wrong. No variant carries anything that was kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// The keyring.
    #[error(transparent)]
    Keyring(WhyNot),
    /// A newer version of the app wrote the file. It is left as it is.
    #[error("the kept sign-in has version {found}, which is newer than this app")]
    Newer {
        /// Its version.
        found: u64,
    },
    /// The file.
    #[error("the kept sign-in: {0}")]
    File(String),
    /// Something is still there after it was removed.
    #[error("still there: key in the keyring {key}, file {file}")]
    Left {
        /// The key in the keyring is, or it could not be looked whether it is.
        key: bool,
        /// The file is.
        file: bool,
    },
}

/// Keeps one sign-in for one data folder.
#[derive(Debug)]
pub struct Vault {
    folder: PathBuf,
    label: String,
    keyring: Keyring,
    keeping: RwLock<Keeping>,
    /// One at a time: a renewed token must not be written while the vault is being emptied.
    turn: Mutex<()>,
}

impl Vault {
    /// The vault of this data folder, in the system's keyring. Reads there once, so that [`Self::keeping`] is true
    /// from the start; the system may ask the person to unlock it.
    pub async fn open(folder: &Path) -> Self {
        Self::over(folder, Keyring::of_the_system()).await
    }

    /// The vault of this data folder, in a keyring of the caller's choice.
    pub async fn with_store(folder: &Path, store: Arc<CredentialStore>) -> Self {
        Self::over(folder, Keyring::of(store)).await
    }

    async fn over(folder: &Path, keyring: Keyring) -> Self {
        let label = label(folder);
        let keeping = match keyring.key(&label).await {
            Ok(_) => Keeping::Kept,
            Err(why) => Keeping::ThisRunOnly { why },
        };
        let keeping = RwLock::new(keeping);
        Self { folder: folder.to_owned(), label, keyring, keeping, turn: Mutex::new(()) }
    }

    /// Whether something is kept for this data folder, told by the file alone: the keyring is not asked, for that may
    /// make the system ask the person.
    #[must_use]
    pub fn is_there(folder: &Path) -> bool {
        folder.join(FILE).exists()
    }

    /// Whether what is handed over is kept for the next start. It changes when the keyring or the disk fails later.
    #[must_use]
    pub fn keeping(&self) -> Keeping {
        *self.keeping.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn now_keeping(&self, keeping: Keeping) {
        *self.keeping.write().unwrap_or_else(PoisonError::into_inner) = keeping;
    }

    /// Keeps a sign-in in place of the one before it. Writes nothing when [`Self::keeping`] says that there is no
    /// keyring to keep its key in: the session then lives in memory only.
    pub async fn keep(&self, kept: &Kept) -> Result<(), VaultError> {
        let _turn = self.turn.lock().await;
        if self.without_keyring().is_some() {
            return Ok(());
        }
        if let Some(sealed) = disk::read(&self.file()).map_err(|error| self.file_trouble(&error))? {
            // Damaged or foreign: replaced. Newer: left alone.
            if let Err(sealed::NotOpened::Newer { found }) = sealed::header(&sealed) {
                return Err(VaultError::Newer { found });
            }
        }
        let key = self.key_or_new().await.map_err(|why| self.keyring_trouble(why))?;
        let sealed = sealed::seal(&key, &self.label, kept)
            .map_err(|()| VaultError::File("it is too large to be kept".to_owned()))?;
        disk::write(&self.file(), &sealed).map_err(|error| self.file_trouble(&error))?;
        self.now_keeping(Keeping::Kept);
        Ok(())
    }

    /// What was kept. `None` when nothing was, or when there is no keyring to open it with. A file that the key does
    /// not open can never be opened again: it is removed.
    pub async fn take(&self) -> Result<Option<Kept>, VaultError> {
        let _turn = self.turn.lock().await;
        if self.without_keyring().is_some() {
            return Ok(None);
        }
        let file = self.file();
        let Some(sealed) = disk::read(&file).map_err(|error| VaultError::File(error.to_string()))? else {
            return Ok(None);
        };
        // Before the keyring is asked: a newer file stays where it is, whatever the keyring says.
        sealed::header(&sealed).map_or_else(sealed::NotOpened::unless_newer, |_| Ok(()))?;
        let key = self.keyring.key(&self.label).await.map_err(|why| self.keyring_trouble(why))?;
        let opened = match key {
            Some(key) => sealed::open(&key, &self.label, &sealed),
            None => Err(sealed::NotOpened::Damaged),
        };
        match opened {
            Ok(kept) => Ok(Some(kept)),
            Err(not_opened) => {
                not_opened.unless_newer()?;
                tracing::warn!("the kept sign-in does not open with the key in the keyring; it is removed");
                disk::remove(&file).map_err(|error| VaultError::File(error.to_string()))?;
                Ok(None)
            }
        }
    }

    /// Removes the file and the key, then looks whether they are gone.
    ///
    /// In a keyring that is locked or not there the key cannot be looked for: that is an error when there is reason to
    /// think that one is there.
    pub async fn empty(&self) -> Result<(), VaultError> {
        let _turn = self.turn.lock().await;
        let file = self.file();
        let was_kept = disk::is_there(&file);
        let removed = disk::remove(&file);
        let key = match self.keyring.forget(&self.label).await {
            Ok(gone) => !gone,
            Err(_) => was_kept || self.without_keyring().is_none(),
        };
        let file = removed.is_err() || disk::is_there(&file);
        if key || file { Err(VaultError::Left { key, file }) } else { Ok(()) }
    }

    /// The key. A new one is read back before it is used: what it seals would otherwise be lost.
    async fn key_or_new(&self) -> Result<Key, WhyNot> {
        if let Some(key) = self.keyring.key(&self.label).await? {
            return Ok(key);
        }
        self.keyring.remember(&self.label, sealed::new_key()).await?;
        self.keyring.key(&self.label).await?.ok_or(WhyNot::NoKeyring)
    }

    fn without_keyring(&self) -> Option<WhyNot> {
        match self.keeping() {
            Keeping::ThisRunOnly { why: why @ (WhyNot::NoKeyring | WhyNot::Locked) } => Some(why),
            // A disk that was full may have room again.
            Keeping::ThisRunOnly { why: WhyNot::FileTrouble } | Keeping::Kept => None,
        }
    }

    fn keyring_trouble(&self, why: WhyNot) -> VaultError {
        self.now_keeping(Keeping::ThisRunOnly { why });
        VaultError::Keyring(why)
    }

    fn file_trouble(&self, error: &std::io::Error) -> VaultError {
        self.now_keeping(Keeping::ThisRunOnly { why: WhyNot::FileTrouble });
        VaultError::File(error.to_string())
    }

    fn file(&self) -> PathBuf {
        self.folder.join(FILE)
    }
}

/// The name of the key in the keyring: one for each data folder, always the same for the same folder, so that signing
/// out in one does not take the key of another, and so that a key is found again after its file was lost. A folder
/// that was moved is another one: its sign-in does not open there.
fn label(folder: &Path) -> String {
    use std::fmt::Write as _;
    let folder = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let digest = Sha256::digest(folder.as_os_str().as_encoded_bytes());
    digest.iter().take(8).fold("sign-in ".to_owned(), |mut label, byte| {
        // Writing to a String cannot fail.
        let _ = write!(label, "{byte:02x}");
        label
    })
}

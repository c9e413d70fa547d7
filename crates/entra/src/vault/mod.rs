//! The vault: what makes the next start possible without a browser.
//!
//! One random key of 32 bytes lies in the system's keyring; the refresh token lies in a file that only this key opens
//! (XChaCha20-Poly1305). The token itself would not fit: Windows' Credential Manager takes 2,560 bytes, and a refresh
//! token can be far longer. Without a keyring nothing is written: a key beside its file would be theatre.
//!
//! The file is `sign-in.sealed`: one line of JSON that says its version and tenant, 24 random bytes, and what is
//! sealed. The line and the name of the vault are sealed in with it, so neither can be changed or exchanged.

mod apart;
mod disk;
mod error;
mod keyring;
mod sealed;

use atomic_file::Permissions;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use keyring_core::CredentialStore;
use sha2::{Digest as _, Sha256};
use tokio::sync::Mutex;

pub use self::apart::{SealedFile, Unsealed};
pub use self::error::{Persistence, PersistenceError, VaultError};
use self::keyring::{Key, Keyring};
use crate::stored::StoredSession;

/// The name of the sealed file in the data folder.
const FILE: &str = "sign-in.sealed";

/// Stores one sign-in for one data folder.
#[derive(Debug)]
pub struct Vault {
    folder: PathBuf,
    label: String,
    keyring: Keyring,
    persistence: RwLock<Persistence>,
    /// One at a time: a renewed token must not be written while the vault is being cleared.
    lock: Mutex<()>,
}

impl Vault {
    /// The vault of this data folder, in the system's keyring. Reads there once, so that [`Self::persistence`] is true
    /// from the start; the system may ask the person to unlock it.
    pub async fn open(folder: &Path) -> Self {
        Self::new(folder, Keyring::system()).await
    }

    /// The vault of this data folder, in a keyring of the caller's choice.
    pub async fn with_keyring(folder: &Path, store: Arc<CredentialStore>) -> Self {
        Self::new(folder, Keyring::with_store(store)).await
    }

    async fn new(folder: &Path, keyring: Keyring) -> Self {
        let label = label("sign-in", folder);
        let persistence = match keyring.key(&label).await {
            Ok(_) => Persistence::Persistent,
            Err(reason) => Persistence::InMemory(reason),
        };
        let persistence = RwLock::new(persistence);
        Self { folder: folder.to_owned(), label, keyring, persistence, lock: Mutex::new(()) }
    }

    /// Whether something is stored for this data folder, told by the file alone: the keyring is not asked, for that may
    /// make the system ask the person.
    #[must_use]
    pub fn exists(folder: &Path) -> bool {
        folder.join(FILE).exists()
    }

    /// Whether what is handed over is stored for the next start. It changes when the keyring or the disk fails later.
    #[must_use]
    pub fn persistence(&self) -> Persistence {
        *self.persistence.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn set_persistence(&self, persistence: Persistence) {
        *self.persistence.write().unwrap_or_else(PoisonError::into_inner) = persistence;
    }

    /// Stores a sign-in in place of the one before it. Writes nothing when [`Self::persistence`] says that there is no
    /// keyring to store its key in: the session then lives in memory only.
    pub async fn store(&self, session: &StoredSession) -> Result<(), VaultError> {
        let _lock = self.lock.lock().await;
        if self.without_keyring().is_some() {
            return Ok(());
        }
        if let Some(sealed) = disk::read(&self.file()).map_err(|error| self.file_error(&error))? {
            // Damaged or foreign: replaced. Newer: left alone.
            if let Err(sealed::OpenError::Newer { found }) = sealed::header(&sealed) {
                return Err(VaultError::Newer { found });
            }
        }
        let key = self.key_or_new().await.map_err(|reason| self.keyring_error(reason))?;
        let sealed = sealed::seal(&key, &self.label, session)
            .map_err(|()| VaultError::File("it is too large to be stored".to_owned()))?;
        atomic_file::write(&self.file(), &sealed, Permissions::OwnerOnly)
            .map_err(|error| self.file_error(&error))?;
        self.set_persistence(Persistence::Persistent);
        Ok(())
    }

    /// What was stored. `None` when nothing was, or when there is no keyring to open it with. A file that the key does
    /// not open can never be opened again: it is removed.
    pub async fn load(&self) -> Result<Option<StoredSession>, VaultError> {
        let _lock = self.lock.lock().await;
        if self.without_keyring().is_some() {
            return Ok(None);
        }
        let file = self.file();
        let Some(sealed) = disk::read(&file).map_err(|error| VaultError::File(error.to_string()))? else {
            return Ok(None);
        };
        // Before the keyring is asked: a newer file stays where it is, whatever the keyring says.
        sealed::header(&sealed).map_or_else(sealed::OpenError::unless_newer, |_| Ok(()))?;
        let key = self.keyring.key(&self.label).await.map_err(|reason| self.keyring_error(reason))?;
        let opened = match key {
            Some(key) => sealed::open(&key, &self.label, &sealed),
            None => Err(sealed::OpenError::Damaged),
        };
        match opened {
            Ok(session) => Ok(Some(session)),
            Err(error) => {
                error.unless_newer()?;
                tracing::warn!("the stored sign-in does not open with the key in the keyring; it is removed");
                atomic_file::remove(&file).map_err(|error| VaultError::File(error.to_string()))?;
                Ok(None)
            }
        }
    }

    /// Removes the file and the key, then looks whether they are gone.
    ///
    /// In a keyring that is locked or not there the key cannot be looked for: that is an error when there is reason to
    /// think that one is there.
    pub async fn clear(&self) -> Result<(), VaultError> {
        let _lock = self.lock.lock().await;
        let file = self.file();
        let was_stored = atomic_file::exists(&file);
        let removed = atomic_file::remove(&file);
        let key = match self.keyring.delete_key(&self.label).await {
            Ok(deleted) => !deleted,
            Err(_) => was_stored || self.without_keyring().is_none(),
        };
        let file = removed.is_err() || atomic_file::exists(&file);
        if key || file { Err(VaultError::NotRemoved { key, file }) } else { Ok(()) }
    }

    /// The key. A new one is read back before it is used: what it seals would otherwise be lost.
    async fn key_or_new(&self) -> Result<Key, PersistenceError> {
        if let Some(key) = self.keyring.key(&self.label).await? {
            return Ok(key);
        }
        self.keyring.set_key(&self.label, sealed::new_key()).await?;
        self.keyring.key(&self.label).await?.ok_or(PersistenceError::NoKeyring)
    }

    fn without_keyring(&self) -> Option<PersistenceError> {
        match self.persistence() {
            Persistence::InMemory(reason @ (PersistenceError::NoKeyring | PersistenceError::Locked)) => {
                Some(reason)
            }
            // A disk that was full may have room again.
            Persistence::InMemory(PersistenceError::FileError) | Persistence::Persistent => None,
        }
    }

    fn keyring_error(&self, reason: PersistenceError) -> VaultError {
        self.set_persistence(Persistence::InMemory(reason));
        VaultError::Keyring(reason)
    }

    fn file_error(&self, error: &std::io::Error) -> VaultError {
        self.set_persistence(Persistence::InMemory(PersistenceError::FileError));
        VaultError::File(error.to_string())
    }

    fn file(&self) -> PathBuf {
        self.folder.join(FILE)
    }
}

/// The name of the key in the keyring: one for each data folder, always the same for the same folder, so that signing
/// out in one does not take the key of another, and so that a key is found again after its file was lost. A folder
/// that was moved is another one: its sign-in does not open there.
fn label(name: &str, folder: &Path) -> String {
    use std::fmt::Write as _;
    let folder = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let digest = Sha256::digest(folder.as_os_str().as_encoded_bytes());
    digest.iter().take(8).fold(format!("{name} "), |mut label, byte| {
        // Writing to a String cannot fail.
        let _ = write!(label, "{byte:02x}");
        label
    })
}

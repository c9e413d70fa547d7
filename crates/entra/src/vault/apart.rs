//! A small file that is sealed with a key of its own. Signing out removes neither: it says nothing about a sign-in.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use atomic_file::Permissions;
use chacha20poly1305::aead::{AeadInOut as _, Generate as _, KeyInit as _};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use keyring_core::CredentialStore;

use super::keyring::{Key, Keyring};
use super::{label, sealed};

/// The first line, sealed in with the rest: the version of the form.
const HEADER: &[u8] = b"{\"version\":1}\n";
const NONCE: usize = 24;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 64 * 1024;

/// What is in a sealed file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsealed {
    /// This was sealed.
    Bytes(Vec<u8>),
    /// Nothing was ever sealed.
    Nothing,
    /// Something was, and the file or its key is gone, or they do not fit.
    Lost,
    /// There is no keyring, or it does not answer: it cannot be told.
    NoKeyring,
}

/// A sealed file in the data folder. Its key lies in the keyring under a name of its own, from the first
/// [`Self::write`] on. Blocks while the keyring asks the person.
#[derive(Debug)]
pub struct SealedFile {
    path: PathBuf,
    label: String,
    keyring: Keyring,
    key: Option<Key>,
    /// Once it has not answered, it is left alone: the person would be asked at every row.
    given_up: bool,
}

impl SealedFile {
    /// The file of this name in this data folder, and what the keyring calls its key. With the system's keyring when
    /// none is given.
    #[must_use]
    pub fn new(folder: &Path, file: &str, key: &str, keyring: Option<Arc<CredentialStore>>) -> Self {
        let keyring = keyring.map_or_else(Keyring::system, Keyring::with_store);
        let (path, label) = (folder.join(file), label(key, folder));
        Self { path, label, keyring, key: None, given_up: false }
    }

    /// Whether the file is there. The keyring is not asked.
    #[must_use]
    pub fn exists(&self) -> bool {
        atomic_file::exists(&self.path)
    }

    /// What is in it.
    pub fn read(&mut self) -> Unsealed {
        match self.keyring.key_blocking(&self.label) {
            Ok(key) => self.key = key,
            Err(reason) => {
                tracing::warn!(%reason, "a sealed file cannot be opened");
                self.given_up = true;
                return Unsealed::NoKeyring;
            }
        }
        let file = atomic_file::read(&self.path, LARGEST);
        match (&self.key, file) {
            (None, Ok(None)) => Unsealed::Nothing,
            (Some(key), Ok(Some(file))) => {
                open(key, &self.label, &file).map_or(Unsealed::Lost, Unsealed::Bytes)
            }
            _ => Unsealed::Lost,
        }
    }

    /// Seals this in place of what is in it. False when that cannot be done.
    pub fn write(&mut self, bytes: &[u8]) -> bool {
        if self.given_up {
            return false;
        }
        let Some(key) = self.key_or_new() else {
            self.given_up = true;
            return false;
        };
        let written = seal(&key, &self.label, bytes)
            .and_then(|sealed| atomic_file::write(&self.path, &sealed, Permissions::OwnerOnly));
        written.inspect_err(|error| tracing::warn!(%error, "a sealed file cannot be written")).is_ok()
    }

    fn key_or_new(&mut self) -> Option<Key> {
        if self.key.is_none() {
            let found = self.keyring.key_blocking(&self.label).ok()?;
            if found.is_none() {
                self.keyring.set_key_blocking(&self.label, sealed::new_key()).ok()?;
            }
            self.key = found.or(self.keyring.key_blocking(&self.label).ok()?);
        }
        self.key.clone()
    }
}

fn seal(key: &Key, label: &str, bytes: &[u8]) -> io::Result<Vec<u8>> {
    let nonce = XNonce::generate();
    let mut sealed = bytes.to_vec();
    XChaCha20Poly1305::new((&**key).into())
        .encrypt_in_place(&nonce, &[label.as_bytes(), b"\n", HEADER].concat(), &mut sealed)
        .map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
    Ok([HEADER, nonce.as_slice(), &sealed].concat())
}

fn open(key: &Key, label: &str, file: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = file.strip_prefix(HEADER)?.split_first_chunk::<NONCE>()?;
    let mut bytes = sealed.to_vec();
    XChaCha20Poly1305::new((&**key).into())
        .decrypt_in_place(nonce.into(), &[label.as_bytes(), b"\n", HEADER].concat(), &mut bytes)
        .ok()?;
    Some(bytes)
}

//! The system's keyring, asked without ever blocking the app: it may show a question to the person and wait.

use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use keyring_core::{CredentialStore, Entry, Error};
use tokio::sync::oneshot;
use zeroize::Zeroizing;

use super::error::PersistenceError;

/// What seals the file.
pub(super) type Key = Zeroizing<[u8; 32]>;

/// Under which name the system shows it to the person.
const SERVICE: &str = "Guest Mail Doctor";

/// How long the keyring may take: time to type the password it asks for, and no more.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A keyring, and how long it is waited for.
#[derive(Debug, Clone)]
pub(super) struct Keyring {
    /// None is the platform's: Credential Manager, Keychain, Secret Service.
    store: Option<Arc<CredentialStore>>,
    timeout: Duration,
}

impl Keyring {
    pub(super) fn system() -> Self {
        Self { store: None, timeout: TIMEOUT }
    }

    pub(super) fn with_store(store: Arc<CredentialStore>) -> Self {
        Self { store: Some(store), timeout: TIMEOUT }
    }

    /// The key, if there is one. What is not 32 bytes long is not ours and counts as none.
    pub(super) async fn key(&self, label: &str) -> Result<Option<Key>, PersistenceError> {
        self.with_entry(label, key_in).await
    }

    pub(super) async fn set_key(&self, label: &str, key: Key) -> Result<(), PersistenceError> {
        self.with_entry(label, move |entry| entry.set_secret(key.as_slice())).await
    }

    /// Removes the key, and says whether it is gone: a keyring can say that it deleted and still have it.
    pub(super) async fn delete_key(&self, label: &str) -> Result<bool, PersistenceError> {
        self.with_entry(label, |entry| {
            match entry.delete_credential() {
                Ok(()) | Err(Error::NoEntry) => {}
                Err(error) => return Err(error),
            }
            match entry.get_secret().map(Zeroizing::new) {
                Err(Error::NoEntry) => Ok(true),
                Ok(_) => Ok(false),
                Err(error) => Err(error),
            }
        })
        .await
    }

    /// The same as [`Self::key`], for those who have no runtime to wait in.
    pub(super) fn key_blocking(&self, label: &str) -> Result<Option<Key>, PersistenceError> {
        self.with_entry_blocking(label, key_in)
    }

    /// The same as [`Self::set_key`], for those who have no runtime to wait in.
    pub(super) fn set_key_blocking(&self, label: &str, key: Key) -> Result<(), PersistenceError> {
        self.with_entry_blocking(label, move |entry| entry.set_secret(key.as_slice()))
    }

    async fn with_entry<T: Send + 'static>(
        &self,
        label: &str,
        operation: impl FnOnce(&Entry) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, PersistenceError> {
        let (sender, receiver) = oneshot::channel();
        // Nobody waits any more when it took too long.
        self.on_a_thread(label, operation, move |answer| drop(sender.send(answer)))?;
        match tokio::time::timeout(self.timeout, receiver).await {
            Ok(Ok(answer)) => answer,
            // The thread panicked inside the platform's store.
            Ok(Err(_)) => Err(PersistenceError::NoKeyring),
            Err(_) => Err(self.unanswered()),
        }
    }

    fn with_entry_blocking<T: Send + 'static>(
        &self,
        label: &str,
        operation: impl FnOnce(&Entry) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, PersistenceError> {
        let (sender, receiver) = mpsc::channel();
        self.on_a_thread(label, operation, move |answer| drop(sender.send(answer)))?;
        match receiver.recv_timeout(self.timeout) {
            Ok(answer) => answer,
            Err(RecvTimeoutError::Disconnected) => Err(PersistenceError::NoKeyring),
            Err(RecvTimeoutError::Timeout) => Err(self.unanswered()),
        }
    }

    /// A thread of its own, and not one of the runtime's: a runtime waits for its own when it ends, and a question
    /// that nobody answers would keep the app from closing.
    fn on_a_thread<T: Send + 'static>(
        &self,
        label: &str,
        operation: impl FnOnce(&Entry) -> Result<T, Error> + Send + 'static,
        answered: impl FnOnce(Result<T, PersistenceError>) + Send + 'static,
    ) -> Result<(), PersistenceError> {
        let (keyring, label) = (self.clone(), label.to_owned());
        let operate = move || {
            let answer = keyring.entry(&label).and_then(|entry| operation(&entry));
            answered(answer.map_err(|error| reason(&error)));
        };
        let started = std::thread::Builder::new().name("keyring".to_owned()).spawn(operate);
        started.map(drop).map_err(|_| PersistenceError::NoKeyring)
    }

    fn unanswered(&self) -> PersistenceError {
        tracing::warn!("the keyring did not answer in {:?}", self.timeout);
        PersistenceError::Locked
    }

    fn entry(&self, label: &str) -> Result<Entry, Error> {
        match &self.store {
            Some(store) => store.build(SERVICE, label, None),
            // macOS ties the right to read a key to the program's signature: a debug build would ask after each
            // build. It keeps nothing.
            None if cfg!(all(target_os = "macos", debug_assertions)) => Err(Error::NoDefaultStore),
            None => Ok(keyring::Entry::new(SERVICE, label)?.inner),
        }
    }
}

fn key_in(entry: &Entry) -> Result<Option<Key>, Error> {
    match entry.get_secret().map(Zeroizing::new) {
        Ok(secret) => Ok(<[u8; 32]>::try_from(secret.as_slice()).ok().map(Zeroizing::new)),
        Err(Error::NoEntry) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Errors can carry what was stored (`BadDataFormat`): only their kind goes on.
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "another crate's errors: what it tells apart later is none of these"
)]
fn reason(error: &Error) -> PersistenceError {
    match error {
        Error::NoStorageAccess(_) => PersistenceError::Locked,
        _ => PersistenceError::NoKeyring,
    }
}

#[cfg(test)]
mod tests {
    use std::any::Any;
    use std::collections::HashMap;
    use std::sync::Mutex;
    use std::time::Instant;

    use keyring_core::api::CredentialStoreApi;

    use super::*;

    /// Asks the person something, and nobody answers until the test lets go.
    struct Asking(Mutex<()>);

    impl CredentialStoreApi for Asking {
        fn vendor(&self) -> String {
            "asking".to_owned()
        }

        fn id(&self) -> String {
            "asking".to_owned()
        }

        fn build(&self, _: &str, _: &str, _: Option<&HashMap<&str, &str>>) -> Result<Entry, Error> {
            drop(self.0.lock());
            Err(Error::NoEntry)
        }

        fn as_any(&self) -> &dyn Any {
            self
        }
    }

    #[test]
    fn a_question_of_the_keyring_that_nobody_answers_holds_up_neither_the_app_nor_its_end() {
        let store = Arc::new(Asking(Mutex::new(())));
        let nobody_answers = store.0.lock().unwrap();
        let asking: Arc<CredentialStore> = Arc::clone(&store) as _;
        let keyring = Keyring { store: Some(asking), timeout: Duration::from_millis(50) };
        let started = Instant::now();
        // The runtime ends here as well: it would wait for a thread of its own.
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_time().build().unwrap();
        assert_eq!(runtime.block_on(keyring.key("x")).unwrap_err(), PersistenceError::Locked);
        drop(runtime);
        assert!(started.elapsed() < Duration::from_secs(10));
        drop(nobody_answers);
    }
}

//! A computer of one test: a data folder, and a keyring with a fault.

use std::any::Any;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use entra::{SignInMethod, StoredSession, Vault};
use keyring_core::api::{CredentialApi, CredentialStoreApi};
use keyring_core::{Credential, CredentialStore, Entry, Error, mock};
use secrecy::ExposeSecret;
use uuid::Uuid;

pub(crate) const TOKEN: &str = "1.AXoA-refresh-token-of-anna.AgABAwEAAADnfolhJpSnRYB1SVj-Hgd8";
pub(crate) const FILE: &str = "sign-in.sealed";

pub(crate) fn stored() -> StoredSession {
    StoredSession {
        method: SignInMethod::Browser,
        client_id: Uuid::from_u128(7),
        tenant_id: "44444444-dddd-4ddd-8ddd-444444444444".into(),
        user_name: Some("anna@contoso.nl".into()),
        scopes: vec!["User.Read.All".into(), "OrgContact.Read.All".into()],
        refresh_token: TOKEN.to_owned().into(),
    }
}

pub(crate) fn same(one: &StoredSession, other: &StoredSession) -> bool {
    let parts = |it: &StoredSession| {
        let token = it.refresh_token.expose_secret().to_owned();
        (it.method, it.client_id, it.tenant_id.clone(), it.user_name.clone(), it.scopes.clone(), token)
    };
    parts(one) == parts(other)
}

/// When a keyring fails, and how.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum KeyringFault {
    None,
    Absent,
    Locked,
    GetFails,
    SetLocked,
    SetFails,
    LosesOnSet,
    DeleteLocked,
    DeleteFails,
    DeleteIgnored,
    Short,
}

/// The mock store with a fault.
struct Faulty {
    inner: Arc<mock::Store>,
    fault: Arc<Mutex<KeyringFault>>,
}

struct FaultyCredential {
    inner: Entry,
    fault: Arc<Mutex<KeyringFault>>,
}

fn locked() -> Error {
    Error::NoStorageAccess("locked".into())
}

fn failure() -> Error {
    Error::PlatformFailure("the service is gone".into())
}

impl CredentialStoreApi for Faulty {
    fn vendor(&self) -> String {
        "faulty".into()
    }

    fn id(&self) -> String {
        "faulty".into()
    }

    fn build(
        &self,
        service: &str,
        user: &str,
        modifiers: Option<&HashMap<&str, &str>>,
    ) -> Result<Entry, Error> {
        if *self.fault.lock().unwrap() == KeyringFault::Absent {
            return Err(Error::NoDefaultStore);
        }
        let inner = self.inner.build(service, user, modifiers)?;
        let credential: Arc<Credential> =
            Arc::new(FaultyCredential { inner, fault: Arc::clone(&self.fault) });
        Ok(Entry::new_with_credential(credential))
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl CredentialApi for FaultyCredential {
    fn set_secret(&self, secret: &[u8]) -> Result<(), Error> {
        match *self.fault.lock().unwrap() {
            KeyringFault::SetLocked => Err(locked()),
            KeyringFault::SetFails => Err(failure()),
            KeyringFault::LosesOnSet => Ok(()),
            KeyringFault::None
            | KeyringFault::Absent
            | KeyringFault::Locked
            | KeyringFault::GetFails
            | KeyringFault::DeleteLocked
            | KeyringFault::DeleteFails
            | KeyringFault::DeleteIgnored
            | KeyringFault::Short => self.inner.set_secret(secret),
        }
    }

    fn get_secret(&self) -> Result<Vec<u8>, Error> {
        match *self.fault.lock().unwrap() {
            KeyringFault::Locked => Err(locked()),
            KeyringFault::GetFails => Err(failure()),
            KeyringFault::Short => Ok(vec![7; 31]),
            KeyringFault::None
            | KeyringFault::Absent
            | KeyringFault::SetLocked
            | KeyringFault::SetFails
            | KeyringFault::LosesOnSet
            | KeyringFault::DeleteLocked
            | KeyringFault::DeleteFails
            | KeyringFault::DeleteIgnored => self.inner.get_secret(),
        }
    }

    fn delete_credential(&self) -> Result<(), Error> {
        match *self.fault.lock().unwrap() {
            KeyringFault::Locked | KeyringFault::DeleteLocked => Err(locked()),
            KeyringFault::DeleteFails => Err(failure()),
            KeyringFault::DeleteIgnored => Ok(()),
            KeyringFault::None
            | KeyringFault::Absent
            | KeyringFault::GetFails
            | KeyringFault::SetLocked
            | KeyringFault::SetFails
            | KeyringFault::LosesOnSet
            | KeyringFault::Short => self.inner.delete_credential(),
        }
    }

    fn get_credential(&self) -> Result<Option<Arc<Credential>>, Error> {
        Ok(None)
    }

    fn get_specifiers(&self) -> Option<(String, String)> {
        self.inner.get_specifiers()
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// A data folder and a keyring that outlive the vault, as the app's do.
pub(crate) struct Machine {
    pub(crate) folder: temporary_folder::TemporaryFolder,
    pub(crate) store: Arc<mock::Store>,
    fault: Arc<Mutex<KeyringFault>>,
}

impl Machine {
    pub(crate) fn new() -> Self {
        Self {
            folder: temporary_folder::temporary_folder(),
            store: mock::Store::new().unwrap(),
            fault: Arc::new(Mutex::new(KeyringFault::None)),
        }
    }

    pub(crate) fn set_fault(&self, fault: KeyringFault) {
        *self.fault.lock().unwrap() = fault;
    }

    pub(crate) async fn start(&self) -> Vault {
        self.start_in(self.folder.path()).await
    }

    pub(crate) async fn start_in(&self, folder: &Path) -> Vault {
        let store = Faulty { inner: Arc::clone(&self.store), fault: Arc::clone(&self.fault) };
        let store: Arc<CredentialStore> = Arc::new(store);
        Vault::with_keyring(folder, store).await
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.folder.path().join(FILE)
    }

    pub(crate) fn files(&self) -> Vec<String> {
        let names = fs::read_dir(self.folder.path()).unwrap();
        names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    /// What lies in the keyring, whoever put it there.
    pub(crate) fn keys(&self) -> Vec<Vec<u8>> {
        self.store
            .search(&HashMap::new())
            .unwrap()
            .iter()
            .filter_map(|entry| entry.get_secret().ok())
            .collect()
    }
}

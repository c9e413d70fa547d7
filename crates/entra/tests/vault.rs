//! The vault over keyrings of every mood, and its file through everything that can happen to a file.
#![allow(clippy::unwrap_used, reason = "what fails here is a failed test")]

use std::any::Any;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use entra::{Keeping, Kept, Vault, VaultError, Way, WhyNot};
use keyring_core::api::{CredentialApi, CredentialStoreApi};
use keyring_core::{Credential, CredentialStore, Entry, Error, mock};
use proptest::prelude::*;
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

const TOKEN: &str = "1.AXoA-refresh-token-of-anna.AgABAwEAAADnfolhJpSnRYB1SVj-Hgd8";
const FILE: &str = "sign-in.sealed";

fn kept() -> Kept {
    Kept {
        way: Way::Browser,
        client_id: Uuid::from_u128(7),
        tenant_id: "44444444-dddd-4ddd-8ddd-444444444444".into(),
        user_name: Some("anna@contoso.nl".into()),
        scopes: vec!["User.Read.All".into(), "OrgContact.Read.All".into()],
        refresh_token: TOKEN.to_owned().into(),
    }
}

fn same(one: &Kept, other: &Kept) -> bool {
    let parts = |it: &Kept| {
        let token = it.refresh_token.expose_secret().to_owned();
        (it.way, it.client_id, it.tenant_id.clone(), it.user_name.clone(), it.scopes.clone(), token)
    };
    parts(one) == parts(other)
}

/// When a keyring fails, and how.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Mood {
    Well,
    Absent,
    Locked,
    FailsAtGet,
    LockedAtSet,
    FailsAtSet,
    ForgetsWhatItWasTold,
    LockedAtDelete,
    FailsAtDelete,
    DoesNotDelete,
    Short,
}

/// The mock store with a mood.
struct Moody {
    inner: Arc<mock::Store>,
    mood: Arc<Mutex<Mood>>,
}

struct MoodyCredential {
    inner: Entry,
    mood: Arc<Mutex<Mood>>,
}

fn locked() -> Error {
    Error::NoStorageAccess("locked".into())
}

fn failure() -> Error {
    Error::PlatformFailure("the service is gone".into())
}

impl CredentialStoreApi for Moody {
    fn vendor(&self) -> String {
        "moody".into()
    }

    fn id(&self) -> String {
        "moody".into()
    }

    fn build(
        &self,
        service: &str,
        user: &str,
        modifiers: Option<&HashMap<&str, &str>>,
    ) -> Result<Entry, Error> {
        if *self.mood.lock().unwrap() == Mood::Absent {
            return Err(Error::NoDefaultStore);
        }
        let inner = self.inner.build(service, user, modifiers)?;
        let credential: Arc<Credential> = Arc::new(MoodyCredential { inner, mood: Arc::clone(&self.mood) });
        Ok(Entry::new_with_credential(credential))
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl CredentialApi for MoodyCredential {
    fn set_secret(&self, secret: &[u8]) -> Result<(), Error> {
        match *self.mood.lock().unwrap() {
            Mood::LockedAtSet => Err(locked()),
            Mood::FailsAtSet => Err(failure()),
            Mood::ForgetsWhatItWasTold => Ok(()),
            _ => self.inner.set_secret(secret),
        }
    }

    fn get_secret(&self) -> Result<Vec<u8>, Error> {
        match *self.mood.lock().unwrap() {
            Mood::Locked => Err(locked()),
            Mood::FailsAtGet => Err(failure()),
            Mood::Short => Ok(vec![7; 31]),
            _ => self.inner.get_secret(),
        }
    }

    fn delete_credential(&self) -> Result<(), Error> {
        match *self.mood.lock().unwrap() {
            Mood::Locked | Mood::LockedAtDelete => Err(locked()),
            Mood::FailsAtDelete => Err(failure()),
            Mood::DoesNotDelete => Ok(()),
            _ => self.inner.delete_credential(),
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
struct Machine {
    folder: tempfile::TempDir,
    store: Arc<mock::Store>,
    mood: Arc<Mutex<Mood>>,
}

impl Machine {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            store: mock::Store::new().unwrap(),
            mood: Arc::new(Mutex::new(Mood::Well)),
        }
    }

    fn mood(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    async fn start(&self) -> Vault {
        self.start_in(self.folder.path()).await
    }

    async fn start_in(&self, folder: &Path) -> Vault {
        let store = Moody { inner: Arc::clone(&self.store), mood: Arc::clone(&self.mood) };
        let store: Arc<CredentialStore> = Arc::new(store);
        Vault::with_store(folder, store).await
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join(FILE)
    }

    fn files(&self) -> Vec<String> {
        let names = fs::read_dir(self.folder.path()).unwrap();
        names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    /// What lies in the keyring, whoever put it there.
    fn keys(&self) -> Vec<Vec<u8>> {
        self.store
            .search(&HashMap::new())
            .unwrap()
            .iter()
            .filter_map(|entry| entry.get_secret().ok())
            .collect()
    }
}

#[tokio::test]
async fn what_one_start_keeps_the_next_one_takes() {
    let machine = Machine::new();
    let vault = machine.start().await;
    assert_eq!(vault.keeping(), Keeping::Kept);
    assert!(vault.take().await.unwrap().is_none(), "nothing was kept yet");
    vault.keep(&kept()).await.unwrap();

    let next = machine.start().await;
    assert!(same(&next.take().await.unwrap().unwrap(), &kept()));
    let renewed =
        Kept { refresh_token: "renewed".to_owned().into(), user_name: None, way: Way::DeviceCode, ..kept() };
    next.keep(&renewed).await.unwrap();
    assert!(same(&machine.start().await.take().await.unwrap().unwrap(), &renewed));
    assert_eq!(machine.keys().len(), 1, "one key for all of them");
    assert_eq!(machine.files(), [FILE]);
}

#[tokio::test]
async fn the_file_holds_nothing_that_can_be_read_and_is_its_owners_alone() {
    let machine = Machine::new();
    machine.start().await.keep(&kept()).await.unwrap();
    let bytes = fs::read(machine.file()).unwrap();
    let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(
        holds("44444444-dddd-4ddd-8ddd-444444444444"),
        "the tenant is readable, so this test can find text"
    );
    for secret in [TOKEN, "anna@contoso.nl", "User.Read.All", "browser", &TOKEN[..8]] {
        assert!(!holds(secret), "{secret}");
    }
    for key in machine.keys() {
        assert_eq!(key.len(), 32);
        assert!(!bytes.windows(32).any(|window| window == key));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(machine.file()).unwrap().permissions().mode() & 0o777, 0o600);
    }
    machine.start().await.keep(&kept()).await.unwrap();
    assert_ne!(fs::read(machine.file()).unwrap(), bytes, "sealed afresh each time");
}

#[test]
fn what_is_kept_shows_no_token_and_cannot_be_written_by_accident() {
    static_assertions::assert_not_impl_any!(Kept: serde::Serialize, std::fmt::Display);
    assert!(!format!("{:?}", kept()).contains(TOKEN));
    let moved: SecretString = kept().refresh_token;
    assert_eq!(moved.expose_secret(), TOKEN, "the token was there to be shown");
}

#[tokio::test]
async fn without_a_keyring_nothing_is_written_and_the_reason_is_said() {
    let table = [
        (Mood::Absent, WhyNot::NoKeyring),
        (Mood::FailsAtGet, WhyNot::NoKeyring),
        (Mood::Locked, WhyNot::Locked),
    ];
    for (mood, why) in table {
        let machine = Machine::new();
        machine.mood(mood);
        let vault = machine.start().await;
        assert_eq!(vault.keeping(), Keeping::ThisRunOnly { why }, "{mood:?}");
        vault.keep(&kept()).await.unwrap();
        assert!(vault.take().await.unwrap().is_none());
        assert!(machine.files().is_empty() && machine.keys().is_empty(), "{mood:?}");
        vault.empty().await.unwrap();
    }
}

#[tokio::test]
async fn a_keyring_that_fails_only_when_the_key_is_put_there_is_found_out_then() {
    let table = [
        (Mood::FailsAtSet, WhyNot::NoKeyring),
        (Mood::LockedAtSet, WhyNot::Locked),
        (Mood::ForgetsWhatItWasTold, WhyNot::NoKeyring),
    ];
    for (mood, why) in table {
        let machine = Machine::new();
        let vault = machine.start().await;
        assert_eq!(vault.keeping(), Keeping::Kept);
        machine.mood(mood);
        assert_eq!(vault.keep(&kept()).await, Err(VaultError::Keyring(why)), "{mood:?}");
        assert_eq!(vault.keeping(), Keeping::ThisRunOnly { why });
        assert!(machine.files().is_empty(), "{mood:?}");
        // It is not asked again at every renewed token: the system would ask the person each time.
        machine.mood(Mood::Well);
        vault.keep(&kept()).await.unwrap();
        assert!(machine.files().is_empty());
    }
}

#[tokio::test]
async fn a_locked_keyring_leaves_the_file_for_the_next_start() {
    let machine = Machine::new();
    machine.start().await.keep(&kept()).await.unwrap();
    let before = fs::read(machine.file()).unwrap();
    machine.mood(Mood::Locked);
    let locked_out = machine.start().await;
    assert!(locked_out.take().await.unwrap().is_none());
    locked_out.keep(&kept()).await.unwrap();
    assert_eq!(fs::read(machine.file()).unwrap(), before);

    machine.mood(Mood::Well);
    let vault = machine.start().await;
    machine.mood(Mood::Locked);
    let taken = vault.take().await;
    assert_eq!(taken.err(), Some(VaultError::Keyring(WhyNot::Locked)), "locked meanwhile");
    assert_eq!(fs::read(machine.file()).unwrap(), before);
    machine.mood(Mood::Well);
    assert!(machine.start().await.take().await.unwrap().is_some());
}

#[tokio::test]
async fn signing_out_leaves_neither_key_nor_file_nor_what_a_crash_left() {
    let machine = Machine::new();
    let vault = machine.start().await;
    vault.keep(&kept()).await.unwrap();
    fs::write(machine.folder.path().join("sign-in.sealed.new"), "half of one").unwrap();
    vault.empty().await.unwrap();
    assert!(machine.files().is_empty() && machine.keys().is_empty());
    assert!(vault.take().await.unwrap().is_none());
    vault.empty().await.unwrap();
    vault.keep(&kept()).await.unwrap();
    assert!(machine.start().await.take().await.unwrap().is_some(), "and one can sign in again");
}

#[tokio::test]
async fn signing_out_says_what_is_left() {
    for mood in [Mood::LockedAtDelete, Mood::FailsAtDelete, Mood::DoesNotDelete, Mood::Locked, Mood::Absent] {
        let machine = Machine::new();
        let vault = machine.start().await;
        vault.keep(&kept()).await.unwrap();
        machine.mood(mood);
        assert_eq!(vault.empty().await, Err(VaultError::Left { key: true, file: false }), "{mood:?}");
        assert!(machine.files().is_empty(), "{mood:?}");
    }
    // In a start without the keyring, the file that is there says that a key is somewhere.
    let machine = Machine::new();
    machine.start().await.keep(&kept()).await.unwrap();
    machine.mood(Mood::Absent);
    let emptied = machine.start().await.empty().await;
    assert_eq!(emptied, Err(VaultError::Left { key: true, file: false }));
    let machine = Machine::new();
    let vault = machine.start().await;
    vault.keep(&kept()).await.unwrap();
    fs::remove_file(machine.file()).unwrap();
    fs::create_dir(machine.file()).unwrap();
    assert_eq!(vault.empty().await, Err(VaultError::Left { key: false, file: true }));
}

#[tokio::test]
async fn a_file_of_a_newer_version_is_left_alone_until_somebody_signs_out() {
    let machine = Machine::new();
    let newer = b"{\"version\":2,\"tenant\":\"x\",\"cipher\":\"new\"}\n\x00\x01";
    fs::write(machine.file(), newer).unwrap();
    let vault = machine.start().await;
    assert_eq!(vault.take().await.err(), Some(VaultError::Newer { found: 2 }));
    assert_eq!(vault.keep(&kept()).await, Err(VaultError::Newer { found: 2 }));
    assert_eq!(fs::read(machine.file()).unwrap(), newer);
    vault.empty().await.unwrap();
    assert!(machine.files().is_empty());
}

/// The file after something happened to it does not open, is removed, and the next sign-in is kept as ever.
async fn does_not_open(machine: &Machine, happened: &str) {
    let vault = machine.start().await;
    assert!(vault.take().await.unwrap().is_none(), "{happened}");
    assert!(machine.files().is_empty(), "{happened}");
    vault.keep(&kept()).await.unwrap();
    assert!(vault.take().await.unwrap().is_some(), "{happened}");
}

#[tokio::test]
async fn another_key_or_none_does_not_open_the_file() {
    for other in [Some(vec![9; 32]), Some(vec![9; 31]), Some(Vec::new()), None] {
        let machine = Machine::new();
        machine.start().await.keep(&kept()).await.unwrap();
        for entry in machine.store.search(&HashMap::new()).unwrap() {
            match &other {
                Some(key) => entry.set_secret(key).unwrap(),
                None => entry.delete_credential().unwrap(),
            }
        }
        does_not_open(&machine, &format!("{other:?}")).await;
    }
    let machine = Machine::new();
    machine.mood(Mood::Short);
    assert_eq!(machine.start().await.keep(&kept()).await, Err(VaultError::Keyring(WhyNot::NoKeyring)));
}

#[tokio::test]
async fn the_tenant_in_the_first_line_cannot_be_exchanged() {
    let machine = Machine::new();
    machine.start().await.keep(&kept()).await.unwrap();
    let mut bytes = fs::read(machine.file()).unwrap();
    let place = bytes.windows(8).position(|window| window == b"44444444").unwrap();
    bytes[place..place + 8].copy_from_slice(b"55555555");
    fs::write(machine.file(), bytes).unwrap();
    does_not_open(&machine, "another tenant").await;
}

#[tokio::test]
async fn a_file_of_another_folder_does_not_open_even_with_its_key() {
    let machine = Machine::new();
    let other = tempfile::tempdir().unwrap();
    machine.start_in(other.path()).await.keep(&kept()).await.unwrap();
    let its_key = machine.keys().remove(0);
    machine.start().await.keep(&kept()).await.unwrap();
    assert_eq!(machine.keys().len(), 2, "each folder has a key of its own");
    for entry in machine.store.search(&HashMap::new()).unwrap() {
        entry.set_secret(&its_key).unwrap();
    }
    fs::copy(other.path().join(FILE), machine.file()).unwrap();
    does_not_open(&machine, "moved").await;

    machine.start_in(other.path()).await.empty().await.unwrap();
    assert!(
        machine.start().await.take().await.unwrap().is_some(),
        "signing out there is not signing out here"
    );
}

#[tokio::test]
async fn what_is_no_sealed_file_at_all_is_removed() {
    let machine = Machine::new();
    for content in
        ["", "\n", "{}\n", "{\"version\":0,\"tenant\":\"x\"}\nabc", "{\"version\":1}\n", "not ours"]
    {
        fs::write(machine.file(), content).unwrap();
        does_not_open(&machine, content).await;
    }
    fs::write(machine.file(), vec![b'x'; 9 * 1024 * 1024]).unwrap();
    does_not_open(&machine, "too large").await;
}

#[tokio::test]
async fn the_old_file_survives_a_write_that_fails() {
    let machine = Machine::new();
    let vault = machine.start().await;
    vault.keep(&kept()).await.unwrap();
    let in_the_way = machine.folder.path().join("sign-in.sealed.new");
    fs::create_dir_all(in_the_way.join("full")).unwrap();
    let renewed = Kept { refresh_token: "renewed".to_owned().into(), ..kept() };
    assert!(matches!(vault.keep(&renewed).await, Err(VaultError::File(_))));
    assert_eq!(vault.keeping(), Keeping::ThisRunOnly { why: WhyNot::FileTrouble });
    assert!(same(&vault.take().await.unwrap().unwrap(), &kept()));

    fs::remove_dir_all(&in_the_way).unwrap();
    vault.keep(&renewed).await.unwrap();
    assert_eq!(vault.keeping(), Keeping::Kept, "a disk that has room again is used again");
    assert!(same(&vault.take().await.unwrap().unwrap(), &renewed));
}

#[tokio::test]
async fn a_refresh_token_of_megabytes_is_kept_and_one_beyond_all_bounds_refused() {
    let machine = Machine::new();
    let vault = machine.start().await;
    let large = Kept { refresh_token: "x".repeat(2_500_000).into(), ..kept() };
    vault.keep(&large).await.unwrap();
    assert!(same(&vault.take().await.unwrap().unwrap(), &large));
    let too_large = Kept { refresh_token: "x".repeat(9_000_000).into(), ..kept() };
    assert!(matches!(vault.keep(&too_large).await, Err(VaultError::File(_))));
    assert!(same(&vault.take().await.unwrap().unwrap(), &large));
}

#[tokio::test]
async fn renewing_and_signing_out_at_once_leave_something_whole_or_nothing() {
    let machine = Machine::new();
    let vault = Arc::new(machine.start().await);
    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..20 {
        let vault = Arc::clone(&vault);
        tasks.spawn(async move {
            if number % 5 == 4 {
                vault.empty().await.unwrap();
            } else {
                let renewed = Kept { refresh_token: format!("token {number}").into(), ..kept() };
                vault.keep(&renewed).await.unwrap();
            }
        });
    }
    while let Some(ended) = tasks.join_next().await {
        ended.unwrap();
    }
    if let Some(taken) = vault.take().await.unwrap() {
        assert!(taken.refresh_token.expose_secret().starts_with("token "));
    }
}

fn now<T>(story: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(story)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn whatever_is_kept_is_taken_out_the_same(
        way in proptest::sample::select(vec![Way::Browser, Way::DeviceCode, Way::AzureCli]),
        client_id in any::<u128>(),
        tenant_id in "[ -~é]{0,60}",
        user_name in proptest::option::of(any::<String>()),
        scopes in proptest::collection::vec(any::<String>(), 0..5),
        token in any::<String>(),
    ) {
        let machine = Machine::new();
        let client_id = Uuid::from_u128(client_id);
        let all = Kept { way, client_id, tenant_id, user_name, scopes, refresh_token: token.into() };
        let taken = now(async {
            machine.start().await.keep(&all).await.unwrap();
            machine.start().await.take().await.unwrap().unwrap()
        });
        prop_assert!(same(&taken, &all));
    }

    #[test]
    fn no_bit_of_the_file_can_be_flipped_and_no_end_cut_off(place in any::<prop::sample::Index>(), bit in 0..8u8, cut in any::<bool>()) {
        let machine = Machine::new();
        now(async {
            machine.start().await.keep(&kept()).await.unwrap();
            let mut bytes = fs::read(machine.file()).unwrap();
            let place = place.index(bytes.len());
            if cut {
                bytes.truncate(place);
            } else {
                bytes[place] ^= 1 << bit;
            }
            fs::write(machine.file(), &bytes).unwrap();
            match machine.start().await.take().await {
                Ok(None) => assert!(machine.files().is_empty()),
                // A flipped bit can make a 1 a larger number: then it is a newer file, and left alone.
                Err(VaultError::Newer { found }) => assert!(found > 1 && machine.file().exists()),
                other => panic!("{other:?}"),
            }
        });
    }
}

//! What is kept, for how long, and what signing out leaves.

use std::fs;

use entra::{Persistence, PersistenceError, SignInMethod, StoredSession, VaultError};
use secrecy::{ExposeSecret, SecretString};

use super::machine::{FILE, KeyringFault, Machine, TOKEN, same, stored};

#[tokio::test]
async fn what_one_start_keeps_the_next_one_takes() {
    let machine = Machine::new();
    let vault = machine.start().await;
    assert_eq!(vault.persistence(), Persistence::Persistent);
    assert!(vault.load().await.unwrap().is_none(), "nothing was kept yet");
    vault.store(&stored()).await.unwrap();

    let next = machine.start().await;
    assert!(same(&next.load().await.unwrap().unwrap(), &stored()));
    let renewed = StoredSession {
        refresh_token: "renewed".to_owned().into(),
        user_name: None,
        method: SignInMethod::DeviceCode,
        ..stored()
    };
    next.store(&renewed).await.unwrap();
    assert!(same(&machine.start().await.load().await.unwrap().unwrap(), &renewed));
    assert_eq!(machine.keys().len(), 1, "one key for all of them");
    assert_eq!(machine.files(), [FILE]);
}

#[tokio::test]
async fn the_file_holds_nothing_that_can_be_read_and_is_its_owners_alone() {
    let machine = Machine::new();
    machine.start().await.store(&stored()).await.unwrap();
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
    machine.start().await.store(&stored()).await.unwrap();
    assert_ne!(fs::read(machine.file()).unwrap(), bytes, "sealed afresh each time");
}

#[test]
fn what_is_kept_shows_no_token_and_cannot_be_written_by_accident() {
    static_assertions::assert_not_impl_any!(StoredSession: serde::Serialize, std::fmt::Display);
    assert!(!format!("{:?}", stored()).contains(TOKEN));
    let moved: SecretString = stored().refresh_token;
    assert_eq!(moved.expose_secret(), TOKEN, "the token was there to be shown");
}

#[tokio::test]
async fn without_a_keyring_nothing_is_written_and_the_reason_is_said() {
    let table = [
        (KeyringFault::Absent, PersistenceError::NoKeyring),
        (KeyringFault::GetFails, PersistenceError::NoKeyring),
        (KeyringFault::Locked, PersistenceError::Locked),
    ];
    for (fault, why) in table {
        let machine = Machine::new();
        machine.set_fault(fault);
        let vault = machine.start().await;
        assert_eq!(vault.persistence(), Persistence::InMemory(why), "{fault:?}");
        vault.store(&stored()).await.unwrap();
        assert!(vault.load().await.unwrap().is_none());
        assert!(machine.files().is_empty() && machine.keys().is_empty(), "{fault:?}");
        vault.clear().await.unwrap();
    }
}

#[tokio::test]
async fn a_keyring_that_fails_only_when_the_key_is_put_there_is_found_out_then() {
    let table = [
        (KeyringFault::SetFails, PersistenceError::NoKeyring),
        (KeyringFault::SetLocked, PersistenceError::Locked),
        (KeyringFault::LosesOnSet, PersistenceError::NoKeyring),
    ];
    for (fault, why) in table {
        let machine = Machine::new();
        let vault = machine.start().await;
        assert_eq!(vault.persistence(), Persistence::Persistent);
        machine.set_fault(fault);
        assert_eq!(vault.store(&stored()).await, Err(VaultError::Keyring(why)), "{fault:?}");
        assert_eq!(vault.persistence(), Persistence::InMemory(why));
        assert!(machine.files().is_empty(), "{fault:?}");
        // It is not asked again at every renewed token: the system would ask the person each time.
        machine.set_fault(KeyringFault::None);
        vault.store(&stored()).await.unwrap();
        assert!(machine.files().is_empty());
    }
}

#[tokio::test]
async fn a_locked_keyring_leaves_the_file_for_the_next_start() {
    let machine = Machine::new();
    machine.start().await.store(&stored()).await.unwrap();
    let before = fs::read(machine.file()).unwrap();
    machine.set_fault(KeyringFault::Locked);
    let locked_out = machine.start().await;
    assert!(locked_out.load().await.unwrap().is_none());
    locked_out.store(&stored()).await.unwrap();
    assert_eq!(fs::read(machine.file()).unwrap(), before);

    machine.set_fault(KeyringFault::None);
    let vault = machine.start().await;
    machine.set_fault(KeyringFault::Locked);
    let taken = vault.load().await;
    assert_eq!(taken.err(), Some(VaultError::Keyring(PersistenceError::Locked)), "locked meanwhile");
    assert_eq!(fs::read(machine.file()).unwrap(), before);
    machine.set_fault(KeyringFault::None);
    assert!(machine.start().await.load().await.unwrap().is_some());
}

#[tokio::test]
async fn signing_out_leaves_neither_key_nor_file_nor_what_a_crash_left() {
    let machine = Machine::new();
    let vault = machine.start().await;
    vault.store(&stored()).await.unwrap();
    fs::write(machine.folder.path().join("sign-in.sealed.new"), "half of one").unwrap();
    vault.clear().await.unwrap();
    assert!(machine.files().is_empty() && machine.keys().is_empty());
    assert!(vault.load().await.unwrap().is_none());
    vault.clear().await.unwrap();
    vault.store(&stored()).await.unwrap();
    assert!(machine.start().await.load().await.unwrap().is_some(), "and one can sign in again");
}

#[tokio::test]
async fn signing_out_says_what_is_left() {
    for fault in [
        KeyringFault::DeleteLocked,
        KeyringFault::DeleteFails,
        KeyringFault::DeleteIgnored,
        KeyringFault::Locked,
        KeyringFault::Absent,
    ] {
        let machine = Machine::new();
        let vault = machine.start().await;
        vault.store(&stored()).await.unwrap();
        machine.set_fault(fault);
        assert_eq!(vault.clear().await, Err(VaultError::NotRemoved { key: true, file: false }), "{fault:?}");
        assert!(machine.files().is_empty(), "{fault:?}");
    }
    // In a start without the keyring, the file that is there says that a key is somewhere.
    let machine = Machine::new();
    machine.start().await.store(&stored()).await.unwrap();
    machine.set_fault(KeyringFault::Absent);
    let emptied = machine.start().await.clear().await;
    assert_eq!(emptied, Err(VaultError::NotRemoved { key: true, file: false }));
    let machine = Machine::new();
    let vault = machine.start().await;
    vault.store(&stored()).await.unwrap();
    fs::remove_file(machine.file()).unwrap();
    fs::create_dir(machine.file()).unwrap();
    assert_eq!(vault.clear().await, Err(VaultError::NotRemoved { key: false, file: true }));
}

#[tokio::test]
async fn a_file_of_a_newer_version_is_left_alone_until_somebody_signs_out() {
    let machine = Machine::new();
    let newer = b"{\"version\":2,\"tenant\":\"x\",\"cipher\":\"new\"}\n\x00\x01";
    fs::write(machine.file(), newer).unwrap();
    let vault = machine.start().await;
    assert_eq!(vault.load().await.err(), Some(VaultError::Newer { found: 2 }));
    assert_eq!(vault.store(&stored()).await, Err(VaultError::Newer { found: 2 }));
    assert_eq!(fs::read(machine.file()).unwrap(), newer);
    vault.clear().await.unwrap();
    assert!(machine.files().is_empty());
}

//! What is kept, for how long, and what signing out leaves.

use std::fs;

use entra::{Keeping, Kept, VaultError, Way, WhyNot};
use secrecy::{ExposeSecret, SecretString};

use super::machine::{FILE, Machine, Mood, TOKEN, kept, same};

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

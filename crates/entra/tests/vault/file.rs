//! Everything that can happen to the file.

use std::collections::HashMap;
use std::fs;
use std::sync::Arc;

use entra::{Persistence, PersistenceError, SignInMethod, StoredSession, VaultError};
use keyring_core::api::CredentialStoreApi;
use proptest::prelude::*;
use secrecy::ExposeSecret;
use uuid::Uuid;

use super::machine::{FILE, KeyringFault, Machine, same, stored};

/// The file after something happened to it does not open, is removed, and the next sign-in is kept as ever.
async fn does_not_open(machine: &Machine, happened: &str) {
    let vault = machine.start().await;
    assert!(vault.load().await.unwrap().is_none(), "{happened}");
    assert!(machine.files().is_empty(), "{happened}");
    vault.store(&stored()).await.unwrap();
    assert!(vault.load().await.unwrap().is_some(), "{happened}");
}

#[tokio::test]
async fn another_key_or_none_does_not_open_the_file() {
    for other in [Some(vec![9; 32]), Some(vec![9; 31]), Some(Vec::new()), None] {
        let machine = Machine::new();
        machine.start().await.store(&stored()).await.unwrap();
        for entry in machine.store.search(&HashMap::new()).unwrap() {
            match &other {
                Some(key) => entry.set_secret(key).unwrap(),
                None => entry.delete_credential().unwrap(),
            }
        }
        does_not_open(&machine, &format!("{other:?}")).await;
    }
    let machine = Machine::new();
    machine.set_fault(KeyringFault::Short);
    assert_eq!(
        machine.start().await.store(&stored()).await,
        Err(VaultError::Keyring(PersistenceError::NoKeyring))
    );
}

#[tokio::test]
async fn the_tenant_in_the_first_line_cannot_be_exchanged() {
    let machine = Machine::new();
    machine.start().await.store(&stored()).await.unwrap();
    let mut bytes = fs::read(machine.file()).unwrap();
    let place = bytes.windows(8).position(|window| window == b"44444444").unwrap();
    bytes[place..place + 8].copy_from_slice(b"55555555");
    fs::write(machine.file(), bytes).unwrap();
    does_not_open(&machine, "another tenant").await;
}

#[tokio::test]
async fn a_file_of_another_folder_does_not_open_even_with_its_key() {
    let machine = Machine::new();
    let other = temporary_folder::temporary_folder();
    machine.start_in(other.path()).await.store(&stored()).await.unwrap();
    let its_key = machine.keys().remove(0);
    machine.start().await.store(&stored()).await.unwrap();
    assert_eq!(machine.keys().len(), 2, "each folder has a key of its own");
    for entry in machine.store.search(&HashMap::new()).unwrap() {
        entry.set_secret(&its_key).unwrap();
    }
    fs::copy(other.path().join(FILE), machine.file()).unwrap();
    does_not_open(&machine, "moved").await;

    machine.start_in(other.path()).await.clear().await.unwrap();
    assert!(
        machine.start().await.load().await.unwrap().is_some(),
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
    vault.store(&stored()).await.unwrap();
    let in_the_way = machine.folder.path().join("sign-in.sealed.new");
    fs::create_dir_all(in_the_way.join("full")).unwrap();
    let renewed = StoredSession { refresh_token: "renewed".to_owned().into(), ..stored() };
    assert!(matches!(vault.store(&renewed).await, Err(VaultError::File(_))));
    assert_eq!(vault.persistence(), Persistence::InMemory(PersistenceError::FileError));
    assert!(same(&vault.load().await.unwrap().unwrap(), &stored()));

    fs::remove_dir_all(&in_the_way).unwrap();
    vault.store(&renewed).await.unwrap();
    assert_eq!(vault.persistence(), Persistence::Persistent, "a disk that has room again is used again");
    assert!(same(&vault.load().await.unwrap().unwrap(), &renewed));
}

#[tokio::test]
async fn a_refresh_token_of_megabytes_is_kept_and_one_beyond_all_bounds_refused() {
    let machine = Machine::new();
    let vault = machine.start().await;
    let large = StoredSession { refresh_token: "x".repeat(2_500_000).into(), ..stored() };
    vault.store(&large).await.unwrap();
    assert!(same(&vault.load().await.unwrap().unwrap(), &large));
    let too_large = StoredSession { refresh_token: "x".repeat(9_000_000).into(), ..stored() };
    assert!(matches!(vault.store(&too_large).await, Err(VaultError::File(_))));
    assert!(same(&vault.load().await.unwrap().unwrap(), &large));
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
                vault.clear().await.unwrap();
            } else {
                let renewed = StoredSession { refresh_token: format!("token {number}").into(), ..stored() };
                vault.store(&renewed).await.unwrap();
            }
        });
    }
    while let Some(ended) = tasks.join_next().await {
        ended.unwrap();
    }
    if let Some(taken) = vault.load().await.unwrap() {
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
        method in proptest::sample::select(vec![SignInMethod::Browser, SignInMethod::DeviceCode, SignInMethod::AzureCli]),
        client_id in any::<u128>(),
        tenant_id in "[ -~é]{0,60}",
        user_name in proptest::option::of(any::<String>()),
        scopes in proptest::collection::vec(any::<String>(), 0..5),
        token in any::<String>(),
    ) {
        let machine = Machine::new();
        let client_id = Uuid::from_u128(client_id);
        let all = StoredSession { method, client_id, tenant_id, user_name, scopes, refresh_token: token.into() };
        let taken = now(async {
            machine.start().await.store(&all).await.unwrap();
            machine.start().await.load().await.unwrap().unwrap()
        });
        prop_assert!(same(&taken, &all));
    }

    #[test]
    fn no_bit_of_the_file_can_be_flipped_and_no_end_cut_off(place in any::<prop::sample::Index>(), bit in 0..8u8, cut in any::<bool>()) {
        let machine = Machine::new();
        now(async {
            machine.start().await.store(&stored()).await.unwrap();
            let mut bytes = fs::read(machine.file()).unwrap();
            let place = place.index(bytes.len());
            if cut {
                bytes.truncate(place);
            } else {
                bytes[place] ^= 1 << bit;
            }
            fs::write(machine.file(), &bytes).unwrap();
            match machine.start().await.load().await {
                Ok(None) => assert!(machine.files().is_empty()),
                // A flipped bit can make a 1 a larger number: then it is a newer file, and left alone.
                Err(VaultError::Newer { found }) => assert!(found > 1 && machine.file().exists()),
                other => panic!("{other:?}"),
            }
        });
    }
}

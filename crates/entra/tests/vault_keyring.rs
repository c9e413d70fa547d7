//! The vault in a real keyring: gnome-keyring, in a D-Bus session of its own, without a desktop. And without D-Bus.
//!
//! The stories start this program again inside such a session; there, one of the parts that are marked `#[ignore]`
//! runs. Where `dbus-run-session` or `gnome-keyring-daemon` is missing, they fail.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what fails here is a failed test")]

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use entra::{Persistence, PersistenceError, SignInMethod, StoredSession, Vault, VaultError};
use secrecy::ExposeSecret as _;
use uuid::Uuid;

const TOKEN: &str = "1.AXoA-refresh-token-of-anna";
const FOLDER: &str = "VAULT_FOLDER";

fn stored() -> StoredSession {
    StoredSession {
        method: SignInMethod::Browser,
        client_id: Uuid::from_u128(7),
        tenant_id: "44444444-dddd-4ddd-8ddd-444444444444".into(),
        user_name: Some("anna@contoso.nl".into()),
        scopes: vec!["User.Read.All".into()],
        refresh_token: TOKEN.to_owned().into(),
    }
}

/// One person's home on one machine: it outlives their sessions.
struct Home(temporary_folder::TemporaryFolder);

impl Home {
    fn new() -> Self {
        let home = temporary_folder::temporary_folder();
        for folder in ["data", "config", "run", "app"] {
            fs::create_dir(home.path().join(folder)).unwrap();
        }
        Self(home)
    }

    fn folder(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    fn alone(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env("HOME", self.0.path())
            .env("XDG_DATA_HOME", self.folder("data"))
            .env("XDG_CONFIG_HOME", self.folder("config"))
            .env("XDG_RUNTIME_DIR", self.folder("run"))
            .env(FOLDER, self.folder("app"))
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .env_remove("GNOME_KEYRING_CONTROL")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY");
        command
    }

    /// Runs a part in a session with a keyring that was unlocked, or was not.
    fn session(&self, unlocked: bool, part: &str) {
        let keyring = if unlocked {
            "printf %s PW | gnome-keyring-daemon --unlock --components=secrets"
        } else {
            "gnome-keyring-daemon --start --components=secrets </dev/null"
        };
        let script =
            format!("{keyring} >/dev/null || exit 90; exec \"$0\" --exact {part} --ignored --nocapture");
        let mut session = self.alone("dbus-run-session");
        let said = session.args(["--", "bash", "-c", &script]).arg(env::current_exe().unwrap()).output();
        must_have_run(part, &said.expect("dbus-run-session is needed: the package dbus"));
    }

    fn without_a_session(&self, part: &str) {
        let mut program = self.alone(env::current_exe().unwrap().to_str().unwrap());
        must_have_run(part, &program.args(["--exact", part, "--ignored", "--nocapture"]).output().unwrap());
    }
}

fn must_have_run(part: &str, said: &Output) {
    let (out, err) = (String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
    assert_ne!(
        said.status.code(),
        Some(90),
        "gnome-keyring-daemon is needed: the package gnome-keyring\n{err}"
    );
    assert!(said.status.success() && out.contains("1 passed"), "{part}: {}\n{out}\n{err}", said.status);
}

#[test]
fn a_sign_in_is_kept_in_gnome_keyring_from_one_session_to_the_next_and_signing_out_removes_it() {
    let home = Home::new();
    home.session(true, "part_keep");
    assert!(home.folder("app").join("sign-in.sealed").exists());
    home.session(true, "part_take_and_sign_out");
    assert!(!home.folder("app").join("sign-in.sealed").exists());
    home.session(true, "part_nothing_there");
}

#[test]
fn a_keyring_that_stays_locked_keeps_nothing_and_takes_nothing_away() {
    let home = Home::new();
    home.session(true, "part_keep");
    let before = fs::read(home.folder("app").join("sign-in.sealed")).unwrap();
    home.session(false, "part_locked");
    assert_eq!(fs::read(home.folder("app").join("sign-in.sealed")).unwrap(), before);
    home.session(true, "part_take_and_sign_out");
}

#[test]
fn without_d_bus_the_sign_in_lives_in_memory_only() {
    let home = Home::new();
    home.without_a_session("part_no_keyring");
    assert_eq!(fs::read_dir(home.folder("app")).unwrap().count(), 0);
}

fn folder() -> std::path::PathBuf {
    Path::new(&env::var_os(FOLDER).expect("started by one of the stories")).to_owned()
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a part of a story: runs in a D-Bus session of its own"]
async fn part_keep() {
    let vault = Vault::open(&folder()).await;
    assert_eq!(vault.persistence(), Persistence::Persistent);
    vault.store(&stored()).await.unwrap();
    assert_eq!(vault.load().await.unwrap().unwrap().refresh_token.expose_secret(), TOKEN);
}

#[tokio::test]
#[ignore = "a part of a story: runs in a D-Bus session of its own"]
async fn part_take_and_sign_out() {
    let vault = Vault::open(&folder()).await;
    assert_eq!(vault.load().await.unwrap().unwrap().refresh_token.expose_secret(), TOKEN);
    vault.clear().await.unwrap();
    assert!(vault.load().await.unwrap().is_none());
}

#[tokio::test]
#[ignore = "a part of a story: runs in a D-Bus session of its own"]
async fn part_nothing_there() {
    let vault = Vault::open(&folder()).await;
    assert_eq!(vault.persistence(), Persistence::Persistent);
    assert!(vault.load().await.unwrap().is_none());
    vault.clear().await.unwrap();
}

#[tokio::test]
#[ignore = "a part of a story: runs in a D-Bus session of its own"]
async fn part_locked() {
    let vault = Vault::open(&folder()).await;
    assert_eq!(vault.persistence(), Persistence::InMemory(PersistenceError::Locked));
    assert!(vault.load().await.unwrap().is_none());
    vault.store(&stored()).await.unwrap();
    // A folder of its own: signing out would otherwise remove the file this story goes on with.
    let elsewhere = temporary_folder::temporary_folder();
    let vault = Vault::open(elsewhere.path()).await;
    match vault.store(&stored()).await {
        Err(VaultError::Keyring(PersistenceError::Locked)) => {}
        other => panic!("nobody unlocked it, and it said {other:?}"),
    }
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

#[tokio::test]
#[ignore = "a part of a story: runs without a D-Bus session"]
async fn part_no_keyring() {
    let vault = Vault::open(&folder()).await;
    assert_eq!(vault.persistence(), Persistence::InMemory(PersistenceError::NoKeyring));
    vault.store(&stored()).await.unwrap();
    assert!(vault.load().await.unwrap().is_none());
    vault.clear().await.unwrap();
}

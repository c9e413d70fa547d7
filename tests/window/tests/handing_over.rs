//! A group owner asks an admin by a file, in the window: what is saved lies where the person said, in a dialog of the
//! system's. In Dutch.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::path::Path;
use window::story::verdict_of;
use window::{Harness, Key, Launch, Trouble, Window};

/// A guest of Bram's groups without main address.
const PIETER: &str = "pieter@northwindtraders.com";

/// A desktop whose folder for documents is this one.
fn documents(folder: &Path) -> [(&'static str, String); 1] {
    let config = folder.join("config");
    let documents = folder.join("Documenten");
    for made in [&config, &documents] {
        std::fs::create_dir_all(made).unwrap();
    }
    let said = format!("XDG_DOCUMENTS_DIR=\"{}\"\n", documents.display());
    std::fs::write(config.join("user-dirs.dirs"), said).unwrap();
    [("XDG_CONFIG_HOME", config.to_string_lossy().into_owned())]
}

#[test]
fn a_file_for_an_admin_is_saved_where_its_owner_says_and_nowhere_when_they_say_nothing() {
    let folder = temporary_folder::temporary_folder();
    let environment = documents(folder.path());
    let environment: Vec<(&str, &str)> = environment.iter().map(|(name, it)| (*name, it.as_str())).collect();
    let harness = Harness::set_with(&folder.path().join("logs"), &environment).unwrap();
    let launch = Launch::new(&folder.path().join("data")).with("--practice=owner").with("--lang=nl");
    let window = harness.open(&launch).unwrap();
    let saved = asks_an_admin(&harness, &window, folder.path()).unwrap();
    assert!(saved.ends_with(".guesthandover"), "{saved}");
    let text = std::fs::read_to_string(&saved).unwrap();
    assert!(text.contains(PIETER), "{text}");
}

/// Answers where the file is.
fn asks_an_admin(harness: &Harness, window: &Window<'_>, folder: &Path) -> Result<String, Trouble> {
    window.await_element("guest-address")?;
    assert_eq!(verdict_of(window, PIETER, None)?, "misconfigured");
    window.click("ask-open")?;
    window.type_into("ask-note", "Sinds oktober komt er niets.")?;
    let display = harness.display()?;
    let files = || std::fs::read_dir(folder.join("Documenten")).unwrap().count();
    // When they close the dialog, nothing is saved and nothing is said to be;
    window.click("ask-save")?;
    display.answer_dialog(Key::Escape)?;
    window.await_css("[data-testid=ask-save]:not([aria-disabled=true])")?;
    assert!(!window.shows("[data-testid=saved-path]")? && files() == 0);
    // and when they press Enter in it, the file is where it said it would be.
    window.click("ask-save")?;
    display.answer_dialog(Key::Return)?;
    let saved = window.text("saved-path")?;
    assert!(Path::new(&saved).starts_with(folder.join("Documenten")) && files() == 1, "{saved}");
    Ok(saved)
}

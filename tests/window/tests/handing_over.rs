//! A group owner finds in *My groups* who gets no mail, and asks an admin by a file; the admin opens it, repairs, and has
//! the answer; whether it helped is answered in History. All of it in one window, in Dutch. The file lies where the owner
//! said, in a dialog of the system's.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::path::Path;
use window::story::{become_an_admin, open_a_hand_over};
use window::{Harness, Key, Launch, Trouble, Window, documents};

/// A guest of Bram's groups without main address.
const PIETER: &str = "pieter@northwindtraders.com";
const NOTE: &str = "Sinds oktober komt er niets.";

#[test]
fn an_owner_finds_a_guest_without_mail_and_hands_over_and_an_admin_repairs_and_it_is_said_whether_it_helped()
{
    let folder = temporary_folder::temporary_folder();
    let (documents, environment) = documents(folder.path()).unwrap();
    let environment: Vec<(&str, &str)> =
        environment.iter().map(|(name, it)| (name.as_str(), it.as_str())).collect();
    let harness = Harness::set_with(&folder.path().join("logs"), &environment).unwrap();
    let launch = Launch::new(&folder.path().join("data")).with("--practice=owner").with("--lang=nl");
    let window = harness.open(&launch).unwrap();
    finds_a_guest_in_my_groups(&window).unwrap();
    let saved = asks_an_admin(&harness, &window, &documents).unwrap();
    let text = std::fs::read_to_string(&saved).unwrap();
    assert!(saved.ends_with(".guesthandover") && text.contains(PIETER), "{saved}: {text}");
    become_an_admin(&window).unwrap();
    opens_the_file(&window, &text).unwrap();
    repairs(&window).unwrap();
    answers_whether_it_helped(&window).unwrap();
}

fn finds_a_guest_in_my_groups(window: &Window<'_>) -> Result<(), Trouble> {
    window.await_element("guest-address")?;
    window.click("nav-groups")?;
    // Read by itself; the group is chosen, and the guest in it.
    window.click_css("[data-testid=my-group]")?;
    let row = "[data-testid=guest-row]";
    window.await_css(row)?;
    let found = "return [...document.querySelectorAll('[data-testid=guest-row]')] \
                 .find((row) => row.textContent.includes('Pieter Jansen'))?.textContent ?? ''";
    let seen = window.execute(found, &[])?;
    assert!(seen.as_str().unwrap().contains("Krijgt geen mail"), "{seen}");
    let press = "[...document.querySelectorAll('[data-testid=guest-row]')] \
                 .find((row) => row.textContent.includes('Pieter Jansen')).click()";
    window.execute(press, &[])?;
    assert_eq!(window.attribute("verdict", "data-verdict")?, "misconfigured");
    Ok(())
}

/// Answers where the file is.
fn asks_an_admin(harness: &Harness, window: &Window<'_>, documents: &Path) -> Result<String, Trouble> {
    window.click("ask-open")?;
    window.type_into("ask-note", NOTE)?;
    let display = harness.display()?;
    let files = || std::fs::read_dir(documents).unwrap().count();
    // When they close the dialog, nothing is saved and nothing is said to be;
    window.click("ask-save")?;
    display.answer_dialog(Key::Escape)?;
    window.await_css("[data-testid=ask-save]:not([aria-disabled=true])")?;
    assert!(!window.shows("[data-testid=saved-path]")? && files() == 0);
    // and when they press Enter in it, the file is where it said it would be.
    window.click("ask-save")?;
    display.answer_dialog(Key::Return)?;
    let saved = window.text("saved-path")?;
    assert!(Path::new(&saved).starts_with(documents) && files() == 1, "{saved}");
    Ok(saved)
}

fn opens_the_file(window: &Window<'_>, text: &str) -> Result<(), Trouble> {
    open_a_hand_over(window, text)?;
    assert_eq!(window.text("hand-over-note")?, NOTE);
    let said = window.text("hand-over")?;
    assert!(said.contains("Bram Visser") && said.contains("Pieter Jansen"), "{said}");
    Ok(())
}

fn repairs(window: &Window<'_>) -> Result<(), Trouble> {
    window.click_css("[data-testid=remedy-set-mail][data-recommended=true]")?;
    window.click("confirm")?;
    window.await_element("directory-right")?;
    // It is asked here, and stays open for later.
    assert_eq!(window.attribute("test-message", "data-state")?, "open");
    window.click("close")?;
    // Whoever asked gets an answer that says what was done.
    window.click_css("[data-testid=hand-over] .copy button")?;
    let answer = window.clipboard()?;
    assert!(answer.contains("Pieter Jansen") && answer.contains("Hoofdadres instellen"), "{answer}");
    Ok(())
}

fn answers_whether_it_helped(window: &Window<'_>) -> Result<(), Trouble> {
    window.click("nav-history")?;
    window.await_css("[data-testid=test-message][data-state=open]")?;
    window.click("test-arrived")?;
    window.await_css("[data-testid=test-message][data-state=arrived]")?;
    window.click("nav-guest")?;
    window.click("nav-history")?;
    window.await_css("[data-testid=test-message][data-state=arrived]")
}

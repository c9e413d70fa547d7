//! The usual cause, lived to its end in the window: a contact has the guest's address. It gets another one, the app looks
//! again, the main address is set, and no fault is found.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use window::story::verdict_of;
use window::{Harness, Launch, Trouble, Window};

/// A contact that stands in two lists has this guest's address.
const JAN: &str = "jan@fabrikam.nl";
const DOORS: &str = "return document.querySelectorAll('[data-testid=conflict] [data-testid^=door-]').length";

#[test]
fn a_contact_gets_another_address_and_the_guest_has_theirs_and_no_fault_is_found() {
    let folder = temporary_folder::temporary_folder();
    let harness = Harness::set(&folder.path().join("logs")).unwrap();
    let launch = Launch::new(&folder.path().join("data")).with("--practice").with("--lang=en");
    let window = harness.open(&launch).unwrap();
    assert_eq!(verdict_of(&window, JAN, None).unwrap(), "conflict");
    sees_what_hangs_on_the_contact(&window).unwrap();
    the_contact_is_renamed(&window).unwrap();
    the_address_is_set(&window).unwrap();
    // Looked for afresh, nothing is wrong with the guest.
    assert_eq!(verdict_of(&window, JAN, None).unwrap(), "healthy");
}

fn sees_what_hangs_on_the_contact(window: &Window<'_>) -> Result<(), Trouble> {
    window.click("remedy-resolve-conflict")?;
    window.await_element("conflict")?;
    assert_eq!(window.execute(DOORS, &[])?, 3, "three doors");
    let lists = window.text("contact-lists")?;
    assert!(lists.contains("Nieuwsbrief Klanten") && lists.contains("Facilitaire Meldingen"), "{lists}");
    // Looked at before anything was done, it is said to be there still.
    window.click("check-again")?;
    window.await_css("[data-testid=conflict] [data-standing=still-there]")
}

/// By the button that does in practice what an Exchange admin would do.
fn the_contact_is_renamed(window: &Window<'_>) -> Result<(), Trouble> {
    window.click("practise")?;
    window.click("check-again")?;
    window.await_css("[data-testid=conflict] [data-standing=gone]")
}

fn the_address_is_set(window: &Window<'_>) -> Result<(), Trouble> {
    window.click("next-step")?;
    window.click("confirm")?;
    window.await_element("directory-right")?;
    window.click("close")?;
    window.await_css("[data-testid=conflict] [data-testid=step-main][data-done=true]")?;
    window.click_css("[data-testid=conflict] [data-testid=cancel]")?;
    window.await_gone("conflict")
}

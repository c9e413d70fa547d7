//! The keyboard alone, in the real window: what one has to do can be done without a pointer, and a screen that is come to
//! goes on where one would. Nothing here clicks.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::path::Path;
use window::{Harness, Key, Launch, Trouble, Window, documents, key};

const PIETER: &str = "pieter@northwindtraders.com";

fn searches(window: &Window<'_>, address: &str, verdict: &str) -> Result<(), Trouble> {
    window.press(&format!("{address}{}", key::ENTER))?;
    window.await_css(&format!("[data-testid=verdict][data-verdict={verdict}]"))
}

#[test]
fn from_the_first_start_to_repaired_and_from_the_ticket_to_the_next_search_in_two_keys() {
    let folder = temporary_folder::temporary_folder();
    let harness = Harness::set(&folder.path().join("logs")).unwrap();
    let launch = Launch::new(&folder.path().join("data")).with("--lang=en");
    let window = harness.open(&launch).unwrap();
    signs_in_to_practise(&window).unwrap();
    repairs(&window).unwrap();
    goes_on_to_the_next_guest(&window).unwrap();
    takes_it_back_in_history(&window).unwrap();
}

fn signs_in_to_practise(window: &Window<'_>) -> Result<(), Trouble> {
    window.await_element("practice")?;
    window.tab_and_enter("practice")?;
    is_user_admin(window)?;
    window.tab_and_enter("sign-in")?;
    window.await_element("guest-address")
}

/// One radio button of a set is a stop of Tab, and the arrows go through them; in `WebKitGTK` they end at the ends.
fn is_user_admin(window: &Window<'_>) -> Result<(), Trouble> {
    window.tab_to("[data-testid^=persona-]")?;
    window.press(key::DOWN)?;
    window.await_css("[data-testid^=persona-]:checked:focus")?;
    for _ in 0..10 {
        window.press(key::UP)?;
    }
    window.press(key::DOWN)?;
    window.await_css("[data-testid=persona-user-admin]:checked:focus")
}

fn repairs(window: &Window<'_>) -> Result<(), Trouble> {
    window.press(key::F3)?;
    searches(window, PIETER, "misconfigured")?;
    window.tab_and_enter("remedy-keep-one-address")?;
    window.tab_to("[data-testid=choice]")?;
    window.press(key::SPACE)?;
    for _ in 0..5 {
        if window.shows(&format!("[data-testid=choice][value=\"{PIETER}\"]:checked"))? {
            break;
        }
        window.press(key::DOWN)?;
    }
    window.await_css("[data-testid=preview] form[aria-busy=false]")?;
    window.tab_and_enter("confirm")?;
    window.tab_and_enter("set-mail-next")?;
    window.tab_to("[data-testid=choice]")?;
    window.press(key::SPACE)?;
    window.await_css("[data-testid=preview] form[aria-busy=false]")?;
    window.tab_and_enter("confirm")?;
    window.await_element("directory-right")
}

fn goes_on_to_the_next_guest(window: &Window<'_>) -> Result<(), Trouble> {
    // The ticket is finished: what was done is copied,
    window.tab_to("[data-testid=result] .copy button")?;
    window.press(key::ENTER)?;
    // and with two keys one types the next address, in place of the last.
    window.press(key::ESCAPE)?;
    window.await_gone("result")?;
    window.press(key::F3)?;
    searches(window, "thomas.mueller@wingtiptoys.com", "healthy")
}

fn takes_it_back_in_history(window: &Window<'_>) -> Result<(), Trouble> {
    // From the field one searched with; its list is one stop of Tab, in which the arrows go.
    window.press_with_ctrl("h")?;
    window.tab_to("[data-testid=history-open]")?;
    window.press(key::DOWN)?;
    window.await_css("[data-kind=keep-one-address] [data-testid=history-open]:focus")?;
    window.press(key::ENTER)?;
    window.await_css("[data-testid=history-story] [data-testid=undo]")?;
    window.tab_and_enter("undo")?;
    window.await_element("undo-view")?;
    window.tab_and_enter("confirm")?;
    window.await_css("[data-testid=result] [data-outcome=done]")?;
    window.press(key::ESCAPE)?;
    window.await_css("[data-testid=history-act][data-kind=undo]")
}

#[test]
fn an_owner_hands_over_and_an_admin_opens_the_file_without_a_pointer() {
    let folder = temporary_folder::temporary_folder();
    let (_, environment) = documents(folder.path()).unwrap();
    let environment: Vec<(&str, &str)> =
        environment.iter().map(|(name, it)| (name.as_str(), it.as_str())).collect();
    let harness = Harness::set_with(&folder.path().join("logs"), &environment).unwrap();
    let data = folder.path().join("data");
    let window = harness.open(&Launch::new(&data).with("--practice=owner").with("--lang=en")).unwrap();
    let saved = asks(&harness, &window).unwrap();
    becomes_an_admin(&window).unwrap();
    opens(&harness, &window, &data, &saved).unwrap();
}

fn asks(harness: &Harness, window: &Window<'_>) -> Result<String, Trouble> {
    window.await_element("guest-address")?;
    window.tab_and_enter("nav-groups")?;
    window.tab_and_enter("my-group")?;
    window.await_element("groups-again")?;
    // The first of the list is the worst, and nothing but an arrow leads through it.
    window.tab_and_enter("guest-row")?;
    window.await_element("verdict")?;
    window.tab_and_enter("ask-open")?;
    window.tab_to("[data-testid=ask-note]")?;
    window.press("Nothing comes.")?;
    window.tab_and_enter("ask-save")?;
    harness.display()?.answer_dialog(Key::Return)?;
    window.text("saved-path")
}

fn becomes_an_admin(window: &Window<'_>) -> Result<(), Trouble> {
    window.tab_and_enter("account")?;
    window.tab_and_enter("sign-out")?;
    window.await_element("practice")?;
    if !window.shows("[data-testid=persona-user-admin]")? {
        window.tab_and_enter("practice")?;
    }
    is_user_admin(window)?;
    window.tab_and_enter("sign-in")?;
    window.await_element("guest-address")
}

/// As the desktop opens it: a second start, which hands the file to the window.
fn opens(harness: &Harness, window: &Window<'_>, data: &Path, saved: &str) -> Result<(), Trouble> {
    let again = harness.start_again(&Launch::new(data).with(saved))?;
    assert!(again.status.success(), "{}", String::from_utf8_lossy(&again.stderr));
    window.await_element("hand-over-note")?;
    window.tab_to("[data-testid=hand-over] .copy button")?;
    window.press(key::ENTER)
}

#[test]
fn an_organisation_is_set_up_without_a_pointer() {
    let folder = temporary_folder::temporary_folder();
    let harness = Harness::set(&folder.path().join("logs")).unwrap();
    let launch = Launch::new(&folder.path().join("data")).with("--lang=en");
    let window = harness.open(&launch).unwrap();
    window.await_element("practice").unwrap();
    window.tab_and_enter("set-up").unwrap();
    window.await_element("recipe").unwrap();
    window.tab_and_enter("next").unwrap();
    for (field, value) in [
        ("name", "Contoso"),
        ("tenant", "contoso.onmicrosoft.com"),
        ("clientId", "5d1f6f0a-7c1e-4a52-9c36-0b1a7d3e2c41"),
    ] {
        window.tab_to(&format!("[data-testid=field-{field}]")).unwrap();
        window.press(value).unwrap();
    }
    // Enter in a field leads to the button that sends them, and does not send them unread.
    window.press(key::ENTER).unwrap();
    window.await_css("[data-testid=make]:focus").unwrap();
    window.press(key::ENTER).unwrap();
    window.await_element("ask-consent").unwrap();
    window.tab_and_enter("set-up-step-hand-out").unwrap();
    window.await_element("save-organisation").unwrap();
    window.tab_and_enter("to-sign-in").unwrap();
    window.await_element("sign-in-browser").unwrap();
    let name = window.execute("return document.querySelector('main').innerText", &[]).unwrap();
    assert!(name.as_str().unwrap().contains("Contoso"), "{name}");
}

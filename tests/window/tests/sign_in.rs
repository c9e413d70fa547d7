//! Signing in for real: the program with an organisation file, a server over TLS that only knows HTTP, and a person's
//! own browser.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use window::story::verdict_of;
use window::{Harness, Scene, Trouble, Window};

/// Somebody who may consent for themselves and repair.
const CHARLOTTE: &str = "charlotte.mulder@contoso.nl";
/// What the last page of a sign-in says, in the app's own words.
const BACK: &str = "Back to Guest Mail Doctor";
/// A guest without main address.
const PIETER: &str = "pieter@northwindtraders.com";

#[test]
fn signed_in_with_a_real_browser_over_tls_the_main_job_is_done_and_a_restart_needs_no_browser() {
    let folder = temporary_folder::temporary_folder();
    let scene = Scene::set(folder.path(), "en", &[]).unwrap();
    let environment = scene.environment();
    let environment: Vec<(&str, &str)> =
        environment.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let harness = Harness::with_keyring(&folder.path().join("logs"), &environment).unwrap();
    {
        let window = harness.open(scene.launch()).unwrap();
        signs_in(&scene, &window).unwrap();
        repairs(&scene, &window).unwrap();
    }
    {
        // Given the sign-in that was kept, the app is there without a browser, straight at the search box.
        let window = harness.open(scene.launch()).unwrap();
        window.await_element("guest-address").unwrap();
        assert_eq!(verdict_of(&window, PIETER, None).unwrap(), "healthy");
        // And signing out leaves nothing to go on with.
        window.click("account").unwrap();
        window.click("sign-out").unwrap();
        window.await_element("sign-in-browser").unwrap();
        assert!(!folder.path().join("data/sign-in.sealed").exists());
    }
    let window = harness.open(scene.launch()).unwrap();
    window.await_element("sign-in-browser").unwrap();
    assert!(!window.shows("[data-testid=guest-address]").unwrap());
}

fn signs_in(scene: &Scene, window: &Window<'_>) -> Result<(), Trouble> {
    // Hosts of one's own are shown before anybody signs in.
    window.await_element("sign-in-browser")?;
    let card = window.text_of("main")?;
    assert!(card.contains("Contoso") && card.contains("localhost:"), "{card}");
    window.click("sign-in-browser")?;
    window.await_element("waiting")?;
    scene.sign_in_as(0, CHARLOTTE, BACK)?;
    window.await_element("guest-address")?;
    let header = window.text_of("header")?;
    assert!(header.contains("Charlotte") && header.contains("Contoso"), "always to be seen: {header}");
    assert!(!header.contains("Practice"), "{header}");
    Ok(())
}

fn repairs(scene: &Scene, window: &Window<'_>) -> Result<(), Trouble> {
    assert_eq!(verdict_of(window, PIETER, None)?, "misconfigured");
    // Signing in asked for reading only: the first repair asks for what it needs, and then there is its preview.
    window.click("remedy-set-mail")?;
    window.click("permit")?;
    scene.sign_in_as(1, CHARLOTTE, BACK)?;
    window.await_element("preview")?;
    window.click_css(&format!("[data-testid=choice][value=\"{PIETER}\"]"))?;
    window.click("confirm")?;
    window.await_element("result")?;
    window.click("close")?;
    assert_eq!(verdict_of(window, PIETER, None)?, "healthy");
    Ok(())
}

#[test]
fn without_a_keyring_the_window_says_that_the_sign_in_ends_with_it() {
    let folder = temporary_folder::temporary_folder();
    let scene = Scene::set(folder.path(), "en", &[]).unwrap();
    let environment = scene.environment();
    let mut environment: Vec<(&str, &str)> =
        environment.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    // A session bus that is not there: no keyring.
    environment.push(("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"));
    let harness = Harness::set_with(&folder.path().join("logs"), &environment).unwrap();
    {
        let window = harness.open(scene.launch()).unwrap();
        signs_in(&scene, &window).unwrap();
        window.click("account").unwrap();
        window.await_element("menu-keeping").unwrap();
    }
    assert!(!folder.path().join("data/sign-in.sealed").exists());
    // The next start asks again.
    let window = harness.open(scene.launch()).unwrap();
    window.await_element("sign-in-browser").unwrap();
}

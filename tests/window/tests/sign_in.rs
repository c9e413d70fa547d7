//! Signing in for real: the program with an organisation file, a server over TLS that only knows HTTP, and a person's
//! own browser.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::path::Path;
use window::story::verdict_of;
use window::{Browser, Harness, Launch, TenantServer, Trouble, Window};

/// Everything around the window.
struct Scene {
    server: TenantServer,
    browser: Browser,
    launch: Launch,
}

impl Scene {
    fn set(folder: &Path, words: &[&str]) -> Self {
        let server = TenantServer::start(&folder.join("server"), words).unwrap();
        let browser = Browser::start(&folder.join("browser")).unwrap();
        let launch = Launch::new(&folder.join("data")).with("--lang").with("en").with("--organisation");
        let launch = launch.with(&server.organisation().to_string_lossy());
        Self { server, browser, launch }
    }

    /// What the program sees of its system: a browser of its own, and an authority its administrator added.
    fn environment(&self) -> [(String, String); 2] {
        let text = |path: &Path| path.to_string_lossy().into_owned();
        [
            ("BROWSER".to_owned(), text(&self.browser.program())),
            ("SSL_CERT_FILE".to_owned(), text(&self.server.authority())),
        ]
    }

    /// Somebody signs in on the page that was opened, and agrees to what the app asks for.
    fn sign_in_as(&self, which: usize, user: &str) -> Result<(), Trouble> {
        let page = self.browser.opened(which)?;
        page.await_css("#username")?;
        page.type_at("#username", user)?;
        page.click_css("#next")?;
        page.click_css("#accept")?;
        // The last page says that one can go back, in the app's own words.
        page.wait_until("closing page", |page| {
            let text = page.text_of("body")?;
            Ok(if text.contains("Back to Guest Mail Doctor") { Ok(()) } else { Err(text) })
        })
    }
}

/// Somebody who may consent for themselves and repair.
const CHARLOTTE: &str = "charlotte.mulder@contoso.nl";
/// A guest without main address.
const PIETER: &str = "pieter@northwindtraders.com";

#[test]
fn signed_in_with_a_real_browser_over_tls_the_main_job_is_done_and_a_restart_needs_no_browser() {
    let folder = tempfile::tempdir().unwrap();
    let scene = Scene::set(folder.path(), &[]);
    let environment = scene.environment();
    let environment: Vec<(&str, &str)> =
        environment.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let harness = Harness::with_keyring(&folder.path().join("logs"), &environment).unwrap();
    {
        let window = harness.open(&scene.launch).unwrap();
        signs_in(&scene, &window).unwrap();
        repairs(&scene, &window).unwrap();
    }
    {
        // Given the sign-in that was kept, the app is there without a browser, straight at the search box.
        let window = harness.open(&scene.launch).unwrap();
        window.await_element("guest-address").unwrap();
        assert_eq!(verdict_of(&window, PIETER, None).unwrap(), "healthy");
        // And signing out leaves nothing to go on with.
        window.click("account").unwrap();
        window.click("sign-out").unwrap();
        window.await_element("sign-in-browser").unwrap();
        assert!(!folder.path().join("data/sign-in.sealed").exists());
    }
    let window = harness.open(&scene.launch).unwrap();
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
    scene.sign_in_as(0, CHARLOTTE)?;
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
    scene.sign_in_as(1, CHARLOTTE)?;
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
    let folder = tempfile::tempdir().unwrap();
    let scene = Scene::set(folder.path(), &[]);
    let environment = scene.environment();
    let mut environment: Vec<(&str, &str)> =
        environment.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    // A session bus that is not there: no keyring.
    environment.push(("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"));
    let harness = Harness::set_with(&folder.path().join("logs"), &environment).unwrap();
    {
        let window = harness.open(&scene.launch).unwrap();
        signs_in(&scene, &window).unwrap();
        window.click("account").unwrap();
        window.await_element("menu-keeping").unwrap();
    }
    assert!(!folder.path().join("data/sign-in.sealed").exists());
    // The next start asks again.
    let window = harness.open(&scene.launch).unwrap();
    window.await_element("sign-in-browser").unwrap();
}

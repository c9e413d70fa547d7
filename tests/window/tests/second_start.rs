//! The app is started a second time while its window is open: the window is led to the guest, waits while a preview is
//! open, and opens a file that was handed over. What was started the second time ends at once.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use serde_json::json;
use std::path::Path;
use std::process::Output;
use window::{Harness, Launch, Trouble, Window};

const PIETER: &str = "pieter@northwindtraders.com";
const JAN: &str = "jan@fabrikam.nl";

fn succeeds(start: &Output) {
    assert!(start.status.success(), "{start:?}");
    assert!(
        start.stdout.is_empty() && start.stderr.is_empty(),
        "nothing is said of whom it is about: {start:?}"
    );
}

/// Whom the window is about.
fn shows(window: &Window<'_>, address: &str, verdict: &str) -> Result<(), Trouble> {
    window.wait_until(&format!("window about {address}"), |window| {
        let field =
            window.execute("return document.querySelector('[data-testid=guest-address]')?.value", &[])?;
        let found = window.execute(
            "return document.querySelector('[data-testid=verdict]')?.dataset.verdict ?? null",
            &[],
        )?;
        let there = field == address && found == verdict;
        Ok(if there { Ok(()) } else { Err(format!("{field}: {found}")) })
    })
}

#[test]
fn a_second_start_leads_the_window_to_a_guest_or_opens_a_file_and_waits_while_a_preview_is_open() {
    let folder = temporary_folder::temporary_folder();
    let harness = Harness::set(&folder.path().join("logs")).unwrap();
    let data = folder.path().join("data");
    let first = Launch::new(&data).with("--practice").with("--lang=nl");
    let window = harness.open(&first).unwrap();
    let again = || Launch::new(&data);
    window.await_element("guest-address").unwrap();

    // Whatever screen is there: the guest comes.
    window.click("nav-history").unwrap();
    succeeds(&harness.start_again(&again().with("--find").with(PIETER)).unwrap());
    shows(&window, PIETER, "misconfigured").unwrap();

    // A preview is not taken away under anybody's hands.
    window.click("remedy-set-mail").unwrap();
    window.await_element("preview").unwrap();
    succeeds(&harness.start_again(&again().with("--find").with(JAN)).unwrap());
    window
        .wait_until("preview that says that something waits", |window| {
            let said = window.text("preview")?;
            Ok(if said.contains("Dat wacht tot dit gesloten is") { Ok(()) } else { Err(said) })
        })
        .unwrap();
    shows(&window, PIETER, "misconfigured").unwrap();
    window.click("cancel").unwrap();
    shows(&window, JAN, "conflict").unwrap();

    opens_a_file(&harness, &window, &data, folder.path()).unwrap();

    // What cannot be handed over is said where it was started, in its language, and the window is left alone.
    let nowhere = harness.start_again(&again().with("--lang=nl").with("nergens.guesthandover")).unwrap();
    let said = String::from_utf8_lossy(&nowhere.stderr).into_owned();
    assert!(!nowhere.status.success() && said.contains("Dit bestand kan niet geopend worden"), "{said}");
}

fn opens_a_file(harness: &Harness, window: &Window<'_>, data: &Path, folder: &Path) -> Result<(), Trouble> {
    let status = window.execute_async(
        "const [done] = arguments; window.__TAURI_INTERNALS__.invoke('status', { ask: {} }).then(done)",
        &[],
    )?;
    let tenant = status["account"]["tenantId"].as_str().unwrap();
    let file = |tenant: &str| {
        json!({
            "version": 1, "kind": "hand-over", "madeAt": "2026-11-25T22:40:00Z",
            "organisation": { "tenant": tenant, "name": "Fabrikam", "cloud": "global" },
            "from": { "name": "Bram Visser", "address": "bram.visser@contoso.nl" },
            "guest": { "typed": PIETER }, "found": { "verdict": "misconfigured", "properties": {} },
            "language": "nl", "note": "Sinds oktober.",
        })
    };
    let path = folder.join("een vraag.guesthandover");
    std::fs::write(&path, file(tenant).to_string()).unwrap();
    let name = path.to_string_lossy();
    succeeds(&harness.start_again(&Launch::new(data).with(&name))?);
    window.await_element("hand-over-note")?;
    assert_eq!(window.text("hand-over-note")?, "Sinds oktober.");
    shows(window, PIETER, "misconfigured")?;
    assert!(!window.shows("[data-testid=preview]")?, "a file chooses nothing");
    // One of another organisation is named and refused, and nobody is asked about in this one.
    std::fs::write(&path, file("11111111-aaaa-4aaa-8aaa-111111111111").to_string()).unwrap();
    succeeds(&harness.start_again(&Launch::new(data).with(&name))?);
    window.await_css("[data-testid=hand-over] [data-code=hand-over-elsewhere]")
}

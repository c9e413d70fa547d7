//! How the window looks is kept: the webview itself is zoomed, so that the page has less room and knows it, and the next
//! start begins like that.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use serde_json::{Value, json};
use std::path::Path;
use window::{Harness, Launch, Trouble, Window};

/// A key with Ctrl, as the page hears it.
fn ctrl(window: &Window<'_>, key: &str) -> Result<(), Trouble> {
    let press = "const [key] = arguments; document.body.dispatchEvent(\
        new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true }))";
    window.execute(press, &[json!(key)]).map(drop)
}

/// How wide the page is, in its own pixels; and whether a media query for less than 1000 of them holds.
fn room(window: &Window<'_>) -> Result<(f64, bool), Trouble> {
    let asked = "return [innerWidth, matchMedia('(max-width: 1000px)').matches]";
    let answer: Value = window.execute(asked, &[])?;
    Ok((answer[0].as_f64().unwrap(), answer[1].as_bool().unwrap()))
}

/// Waits until the page has so much less room than at 100 %.
fn await_zoom(window: &Window<'_>, whole: f64, percent: f64) -> Result<(), Trouble> {
    window.wait_until(&format!("page at {percent} %"), |window| {
        let (width, narrow) = room(window)?;
        let there = (width - whole * 100.0 / percent).abs() < 3.0 && narrow == (width <= 1000.0);
        Ok(if there { Ok(()) } else { Err(format!("{width} of {whole}, narrow: {narrow}")) })
    })
}

fn start(data: &Path) -> Launch {
    Launch::new(data).with("--practice").with("--lang=en")
}

#[test]
fn the_window_is_zoomed_and_dark_and_the_next_start_begins_like_that() {
    let folder = temporary_folder::temporary_folder();
    let harness = Harness::set(&folder.path().join("logs")).unwrap();
    let data = folder.path().join("data");
    let whole = {
        let window = harness.open(&start(&data)).unwrap();
        window.await_element("guest-address").unwrap();
        let (whole, narrow) = room(&window).unwrap();
        assert!(!narrow, "{whole}");
        // The driver presses by coordinates, and knows nothing of a zoom: so that comes last.
        window.click("nav-settings").unwrap();
        window.choose("theme", "dark").unwrap();
        window.await_css("html[data-theme=dark]").unwrap();
        window.await_element("report").unwrap();
        let report = window.execute("return document.querySelector('[data-testid=report]').value", &[]);
        let report = report.unwrap();
        assert!(report.as_str().unwrap().contains("webview: WebKitGTK "), "{report}");
        for _ in 0..2 {
            ctrl(&window, "+").unwrap();
        }
        await_zoom(&window, whole, 125.0).unwrap();
        whole
    };
    let window = harness.open(&start(&data)).unwrap();
    window.await_css("html[data-theme=dark]").unwrap();
    await_zoom(&window, whole, 125.0).unwrap();
    ctrl(&window, "0").unwrap();
    await_zoom(&window, whole, 100.0).unwrap();
}

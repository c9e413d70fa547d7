//! Signing in for real: a server of our own, and somebody's browser.

use super::{On, PIETER, Shot};
use crate::story::conversation::verdict_of;
use crate::{Scene, Trouble};

/// Somebody who may consent for themselves and repair.
const CHARLOTTE: &str = "charlotte.mulder@contoso.nl";

fn scene<'a>(on: &On<'a>) -> Result<&'a Scene, Trouble> {
    on.scene.ok_or_else(|| Trouble::Otherwise("nobody can sign in here".to_owned()))
}

/// What the last page of a sign-in says.
fn back(on: &On<'_>) -> Result<&'static str, Trouble> {
    let language = on.window.execute("return document.documentElement.lang", &[])?;
    Ok(if language == "nl" { "Terug naar Guest Mail Doctor" } else { "Back to Guest Mail Doctor" })
}

pub(super) const SHOTS: &[Shot] = &[
    Shot {
        name: "device-code",
        shows: "Signing in on another device by a code, with how long it holds and a warning against being tricked.",
        go: |on| {
            on.window.click("sign-in-code")?;
            on.window.await_element("device-code")
        },
    },
    Shot {
        name: "waiting-for-the-browser",
        shows: "One signs in in the browser, and the app waits; it never sees a password.",
        go: |on| {
            on.window.click("cancel")?;
            on.window.click("sign-in-browser")?;
            on.window.await_element("waiting")
        },
    },
    Shot {
        name: "signed-in",
        shows: "Signed in: who one is and in which organisation stands at the top, and nothing says practice.",
        go: |on| {
            scene(on)?.sign_in_as(0, CHARLOTTE, back(on)?)?;
            on.window.await_element("guest-address")?;
            verdict_of(on.window, PIETER, None).map(drop)
        },
    },
    Shot {
        name: "permission",
        shows: "The first repair asks for the permission it needs, and says what it allows.",
        go: |on| {
            on.window.click("remedy-set-mail")?;
            on.window.await_element("permit")
        },
    },
    Shot {
        name: "under-way",
        shows: "A change under way: what was done, what is being done, what comes, and that it can be stopped between two steps.",
        go: |on| {
            on.window.click("permit")?;
            scene(on)?.sign_in_as(1, CHARLOTTE, back(on)?)?;
            on.window.await_element("preview")?;
            on.window.click_css(&format!("[data-testid=choice][value=\"{PIETER}\"]"))?;
            on.window.click("confirm")?;
            // The server takes its time, so that one sees what is there meanwhile.
            on.window.await_css("[data-testid=progress] [data-state=running]")
        },
    },
];

//! What else there is: Settings, Help, the account, the keys, a narrow window.

use super::{JAN, Shot};
use crate::story::conversation::find;

pub(super) const SHOTS: &[Shot] = &[
    Shot {
        name: "settings",
        shows: "Settings: language, light or dark, size, recent searches, what is kept where, and About.",
        go: |on| {
            on.window.await_element("verdict")?;
            on.window.click("nav-settings")?;
            on.window.await_element("report")
        },
    },
    Shot {
        name: "forget-guest",
        shows: "One guest is forgotten: the searches go, and how much stays on record is said.",
        go: |on| {
            on.window.type_into("forget-guest-address", super::PIETER)?;
            on.window.click("forget-guest")?;
            on.window.wait_until("what was forgotten", |window| {
                let said = window.text_of("[data-testid=guest-forgotten]")?;
                Ok(if said.trim().is_empty() { Err("nothing yet".to_owned()) } else { Ok(()) })
            })
        },
    },
    Shot {
        name: "help",
        shows: "Help, without a connection: what each verdict means and what to do about it.",
        go: |on| {
            on.window.click("nav-help")?;
            on.window.click("help-verdicts")?;
            on.window.await_css("[data-testid=help-page][data-page=verdicts]")
        },
    },
    Shot {
        name: "help-options",
        shows: "What the two options of Microsoft’s article cost, and what to try before them.",
        go: |on| {
            on.window.click("nav-help")?;
            on.window.click("help-options")?;
            on.window.await_css("[data-testid=help-page][data-page=options]")
        },
    },
    Shot {
        name: "help-keys",
        shows: "The keys, each with what it does.",
        go: |on| {
            on.window.click("nav-help")?;
            on.window.click("help-keys")?;
            on.window.await_css("[data-testid=help-page][data-page=keys]")
        },
    },
    Shot {
        name: "account",
        shows: "Who is signed in, in which organisation, and what can be done about it.",
        go: |on| {
            on.window.click("nav-guest")?;
            on.window.click("account")?;
            on.window.await_element("menu-organisation")
        },
    },
    Shot {
        name: "narrow",
        shows: "The smallest window: what one can do stands before what was found.",
        go: |on| {
            on.window.click("account")?;
            find(on.window, JAN, "conflict")?;
            on.window.resize(640, 860)
        },
    },
];

//! A group owner finds who gets no mail and asks; an admin opens the file.

use super::{PIETER, Shot, press_with, to_the_top};
use crate::story::{become_an_admin, open_a_hand_over, verdict_of};
use crate::{Key, Trouble};

pub(super) const SHOTS: &[Shot] = &[
    Shot {
        name: "my-groups",
        shows: "My groups: the groups one owns, and how the guests of each stand.",
        go: |on| {
            on.window.click("nav-groups")?;
            on.window.await_element("my-group")
        },
    },
    Shot {
        name: "group-guests",
        shows: "The guests of one group, the worst first, each with how they stand and why.",
        go: |on| {
            press_with(on, "my-group", "Sales NL")?;
            on.window.await_css("[data-testid=guest-row]")?;
            on.window.await_element("groups-again")
        },
    },
    Shot {
        name: "ask-several",
        shows: "One text and one file about several guests, for whoever may repair them.",
        go: |on| {
            on.window.click("guests-ask")?;
            on.window.click("tick-shown")?;
            on.window.click("ask-ticked")?;
            on.window.await_element("ask-several")
        },
    },
    Shot {
        name: "owner-ask",
        shows: "What an owner sees of a guest: this is for an admin, with whom to ask.",
        go: |on| {
            on.window.click_css("[data-testid=ask-several] [data-testid=cancel]")?;
            on.window.click("nav-guest")?;
            verdict_of(on.window, PIETER, None).map(drop)
        },
    },
    Shot {
        name: "ask",
        shows: "The text to send, with all that a helpdesk needs; as a message, a copy or a file.",
        go: |on| {
            on.window.click("ask-open")?;
            on.window.type_into("ask-note", "Since October nothing comes.")
        },
    },
    Shot {
        name: "hand-over",
        shows: "The admin opens the file: what was seen then beside what is seen now, and the repair.",
        go: |on| {
            on.window.click("ask-save")?;
            on.harness.display()?.answer_dialog(Key::Return)?;
            let saved = on.window.text("saved-path")?;
            let text = std::fs::read_to_string(&saved)
                .map_err(|problem| Trouble::file(&on.documents.join(&saved), &problem))?;
            become_an_admin(on.window)?;
            open_a_hand_over(on.window, &text)?;
            to_the_top(on, "[data-testid=hand-over]")
        },
    },
];

//! An admin checks all guests, and repairs many of them together.

use super::Shot;

/// Those of whom only the main address is missing.
const GROUP: &str = "[data-testid=group-head][data-group=main-address-missing]";

pub(super) const SHOTS: &[Shot] = &[
    Shot {
        name: "all-guests-begin",
        shows: "All guests, before the first check: the two ways to check, and what each can see.",
        go: |on| {
            on.window.click("nav-all-guests")?;
            on.window.await_element("check-start")
        },
    },
    Shot {
        name: "all-guests",
        shows: "Who gets no group mail and why, by cause; the figures of the check above them.",
        go: |on| {
            on.window.click("check-start")?;
            on.window.await_css("[data-testid=all-guests][data-phase=done]")?;
            on.window.await_element("guest-row")
        },
    },
    Shot {
        name: "all-guests-selected",
        shows: "Several are selected: what can be done for them together, each with how many it is for.",
        go: |on| {
            on.window.click_css(&format!("{GROUP} input"))?;
            on.window.await_element("selection-bar")
        },
    },
    Shot {
        name: "batch",
        shows: "One look before many are changed: each with before and after, and who is left out and why.",
        go: |on| {
            on.window.click_css("[data-testid=repair-many][data-remedy=keep-one-address]")?;
            on.window.await_css("[data-testid=confirm]:not(:disabled)")
        },
    },
    Shot {
        name: "batch-end",
        shows: "How it ended: how many were changed, as they were read afterwards.",
        go: |on| {
            on.window.click("confirm")?;
            on.window.await_element("batch-end")
        },
    },
    Shot {
        name: "history-batch",
        shows: "Many that were repaired together are one entry of History, which opens into its guests.",
        go: |on| {
            on.window.click("batch-history")?;
            on.window.click("history-batch-open")?;
            on.window.await_element("history-batch-detail")
        },
    },
    Shot {
        name: "all-guests-summary",
        shows: "The check in words, for whoever is responsible: in four languages, to copy or to print.",
        go: |on| {
            on.window.click("nav-all-guests")?;
            on.window.click("check-summary")?;
            on.window.await_element("summary-text")
        },
    },
];

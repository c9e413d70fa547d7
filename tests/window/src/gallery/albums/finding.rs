//! What is found: verdicts, the table, what the mail did, who is not there.

use super::{JAN, PIETER, Shot, to_the_top};
use crate::story::conversation::{expect, find, search, verdict_of};

/// Sales NL, which Pieter is in.
const SALES: &str = "eebb6992-d1bd-47f0-99e7-121cec7f6b9e";

pub(super) const SHOTS: &[Shot] = &[
    Shot {
        name: "before-the-search",
        shows: "Before the first search: what to type, examples that are buttons, and where else to begin.",
        go: |on| on.window.await_element("try-conflict"),
    },
    Shot {
        name: "conflict",
        shows: "The usual cause by name: a contact owns the guest’s address. The wrong values stand out in the table; \
                what can be done stands beside it, the best first.",
        go: |on| find(on.window, JAN, "conflict").map(drop),
    },
    Shot {
        name: "conflict-why",
        shows: "How we know: each thing that was found, and what it rests on.",
        go: |on| {
            on.window.click("why")?;
            on.window.await_element("findings")
        },
    },
    Shot {
        name: "conflict-doors",
        shows: "Three doors out of it, the gentlest open: what each costs, the way back, and what to click.",
        go: |on| {
            on.window.click("cancel")?;
            on.window.click("remedy-resolve-conflict")?;
            on.window.await_element("conflict")
        },
    },
    Shot {
        name: "conflict-script",
        shows: "The same as a script for whoever administers Exchange, to read, copy or save.",
        go: |on| {
            on.window.click("read-exchange-script")?;
            to_the_top(on, "[data-testid=exchange-script]")
        },
    },
    Shot {
        name: "conflict-gone",
        shows: "The contact has another address, the app looked again: what is left to do is one step.",
        go: |on| {
            on.window.click("practise")?;
            on.window.click("check-again")?;
            on.window.await_css("[data-testid=conflict] [data-standing=gone]")
        },
    },
    Shot {
        name: "misconfigured",
        shows: "No main address and two others: three rows in red, and one repair recommended.",
        go: |on| {
            on.window.click_css("[data-testid=conflict] [data-testid=cancel]")?;
            find(on.window, PIETER, "misconfigured").map(drop)
        },
    },
    Shot {
        name: "everything",
        shows: "Every property, as Microsoft calls it, for whoever wants to see it all.",
        go: |on| {
            on.window.click("everything")?;
            to_the_top(on, "[data-testid=property-table]")
        },
    },
    Shot {
        name: "follow-the-mail",
        shows: "What became of a group’s messages on their way to the guest: Exchange left them out.",
        go: |on| {
            let verdict = verdict_of(on.window, PIETER, Some(SALES))?;
            expect(verdict == "misconfigured", || format!("misconfigured, and not {verdict}"))?;
            on.window.click("trace-messages")?;
            on.window.await_element("trace-read")?;
            to_the_top(on, "[data-testid=trace]")
        },
    },
    Shot {
        name: "not-found",
        shows: "Nobody has the address: it may be mistyped, and inviting is there to do, not recommended.",
        go: |on| find(on.window, "niemand@litwareinc.com", "not-found").map(drop),
    },
    Shot {
        name: "ambiguous",
        shows: "Two accounts of one name, told apart by address, user name and date.",
        go: |on| {
            find(on.window, "chris@vandam.example", "ambiguous")?;
            on.window.await_element("candidates")
        },
    },
    Shot {
        name: "no-address",
        shows: "What was typed is no address: what can be searched for is said, and it stands there still.",
        go: |on| {
            on.window.type_into("guest-address", "no address")?;
            search(on.window)?;
            on.window.await_element("problem")
        },
    },
    Shot {
        name: "no-fault-found",
        shows: "Green, and still careful: no fault in the directory, and what to ask the guest.",
        go: |on| find(on.window, "thomas.mueller@wingtiptoys.com", "healthy").map(drop),
    },
];

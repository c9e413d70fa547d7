//! Repairs: previews, results, the record, and the way back.

use super::{PIETER, SOFIE, Shot, to_the_top};
use crate::story::conversation::{choose, confirm, expect, find, outcome};

pub(super) const SHOTS: &[Shot] = &[
    Shot {
        name: "preview-keep-one",
        shows: "Before one address is kept: values now and after, what it may cost, and whether it can be undone.",
        go: |on| {
            find(on.window, PIETER, "misconfigured")?;
            on.window.click("remedy-keep-one-address")?;
            choose(on.window, PIETER)
        },
    },
    Shot {
        name: "still-missing",
        shows: "Done and read back, and said in amber: the main address is still missing, with the next step.",
        go: |on| {
            let outcome = confirm(on.window)?;
            expect(outcome == "done", || format!("done, and not {outcome}"))?;
            on.window.await_element("still-missing")
        },
    },
    Shot {
        name: "preview-set-mail",
        shows: "Before the main address is set: one value changes, and that it cannot be made empty again is said.",
        go: |on| {
            on.window.click("set-mail-next")?;
            choose(on.window, PIETER)
        },
    },
    Shot {
        name: "repaired",
        shows: "Set, and seen to be set: what Exchange may still need, and whether a test message arrived.",
        go: |on| {
            let outcome = confirm(on.window)?;
            expect(outcome == "done", || format!("done, and not {outcome}"))?;
            on.window.await_element("directory-right")
        },
    },
    Shot {
        name: "history",
        shows: "History: what was done, how it stands now, and what can be taken back.",
        go: |on| {
            on.window.click("close")?;
            on.window.click("nav-history")?;
            on.window.click_css("[data-kind=keep-one-address] [data-testid=history-open]")?;
            on.window.await_css("[data-testid=history-story] [data-testid=undo]")
        },
    },
    Shot {
        name: "history-requests",
        shows: "Which requests were sent, with Microsoft’s ids for them; and what is listed, saved as a file.",
        go: |on| {
            on.window.click_css("[data-testid=history-requests] summary")?;
            on.window.click("history-export")?;
            on.window.await_element("export-csv")
        },
    },
    Shot {
        name: "undo",
        shows: "An undo is a preview too: one address becomes two again.",
        go: |on| {
            on.window.click("history-export")?;
            on.window.click_css("[data-testid=history-story] [data-testid=undo]")?;
            on.window.await_element("undo-view")
        },
    },
    Shot {
        name: "undone",
        shows: "Undone and read back, with the verdict made afresh.",
        go: |on| {
            let outcome = confirm(on.window)?;
            expect(outcome == "done", || format!("done, and not {outcome}"))
        },
    },
    Shot {
        name: "not-arrived",
        shows: "The test message did not arrive: what comes next, read afresh, or what to ask the guest.",
        go: |on| {
            on.window.click("close")?;
            on.window.click("test-missing")?;
            on.window.await_element("next-to-try")
        },
    },
    Shot {
        name: "preview-invite-again",
        shows: "Before a guest is removed and invited again: what comes back, what cannot and why; the button waits for \
                the typed address.",
        go: |on| {
            find(on.window, SOFIE, "misconfigured")?;
            on.window.click("remedy-remove-and-invite")?;
            on.window.await_element("confirm-text")
        },
    },
    Shot {
        name: "invited-again",
        shows: "Removed and invited again: the link to accept, what the guest has now, and what is left.",
        go: |on| {
            on.window.type_into("confirm-text", SOFIE)?;
            on.window.click("confirm")?;
            on.window.await_css("[data-testid=progress], [data-testid=result]")?;
            let outcome = outcome(on.window)?;
            expect(outcome == "done", || format!("done, and not {outcome}"))
        },
    },
    Shot {
        name: "pending",
        shows: "The invitation is open: the addresses are in order, and nobody has accepted yet.",
        go: |on| {
            on.window.click("close")?;
            on.window.await_element("verdict")?;
            to_the_top(on, "[data-testid=verdict]")
        },
    },
    Shot {
        name: "invite",
        shows: "Somebody whom the directory does not know is invited: language, message, groups, sponsors.",
        go: |on| {
            find(on.window, "niemand@litwareinc.com", "not-found")?;
            on.window.click("remedy-invite")?;
            on.window.await_element("preview")
        },
    },
    Shot {
        name: "refused",
        shows: "Refused, and nothing was changed: only the admins of a protected unit may change this guest.",
        go: |on| {
            on.window.click_css("[data-testid=preview] [data-testid=cancel]")?;
            find(on.window, "wouter@vandijk-security.example", "misconfigured")?;
            on.window.click("remedy-set-mail")?;
            on.window.await_css("[data-testid=preview] form[aria-busy=false]")?;
            let outcome = confirm(on.window)?;
            expect(outcome == "refused", || format!("refused, and not {outcome}"))
        },
    },
    Shot {
        name: "deleted",
        shows: "A deleted guest: for how long the account can be restored, and the act that does it.",
        go: |on| {
            on.window.click("close")?;
            find(on.window, "karin@blom-notaris.example", "deleted").map(drop)
        },
    },
    Shot {
        name: "blocked",
        shows: "A guest who may not sign in: what stops them, and that the addresses are right.",
        go: |on| find(on.window, "dirk.scholten@northwindtraders.com", "blocked").map(drop),
    },
    Shot {
        name: "recent",
        shows: "Whom one looked up last, with what was found then; kept only where one says so.",
        go: |on| on.window.click_css("[data-testid=recent] summary"),
    },
];

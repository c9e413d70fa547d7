//! The tree that a screen reader gets from the real window: whatever the page shows to be pressed, filled in, listened to
//! or gone to is there, as what it is, under the name one reads, in the state it is in. Both are walked, so what comes to a
//! screen is looked at without a line here.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

#[path = "accessibility_tree/compared.rs"]
mod compared;

use compared::Listener;
use serde_json::json;
use std::cell::RefCell;
use window::story::verdict_of;
use window::{Harness, Launch, Trouble, Window};

const PIETER: &str = "pieter@northwindtraders.com";
const JAN: &str = "jan@fabrikam.nl";

/// Opens the app with these words for somebody who listens, and tells the story.
fn listening(words: &[&str], story: impl Fn(&Window<'_>, &Listener<'_, '_>) -> Result<(), Trouble>) {
    let folder = temporary_folder::temporary_folder();
    let harness = Harness::with_screen_reader(&folder.path().join("logs")).unwrap();
    let launch = Launch::new(&folder.path().join("data")).with("--lang=en");
    let window = harness.open(&words.iter().fold(launch, |launch, word| launch.with(word))).unwrap();
    let listener = Listener::of(&window, harness.screen_reader().unwrap()).unwrap();
    story(&window, &listener).unwrap();
}

#[test]
fn every_screen_is_in_the_tree_of_a_screen_reader_as_it_is_on_the_page() {
    listening(&[], |window, listener| {
        let wrong = RefCell::new(Vec::new());
        let hears = |screen: &str, least: usize| {
            let (compared, faults) = listener.settled()?;
            wrong.borrow_mut().extend(faults.into_iter().map(|fault| format!("{screen}: {fault}")));
            assert!(compared >= least, "{screen}: only {compared} were compared");
            Ok::<_, Trouble>(())
        };
        window.await_element("practice")?;
        hears("welcome", 4)?;
        window.click("practice")?;
        window.await_element("persona-user-admin")?;
        hears("who to be", 12)?;
        window.click("sign-in")?;
        window.await_element("try-conflict")?;
        hears("guest before the first search", 16)?;

        verdict_of(window, JAN, None)?;
        window.click("why")?;
        hears("a guest with a conflict, and how we know", 35)?;
        window.click_css("[data-testid=findings] [data-testid=cancel]")?;
        window.click("remedy-resolve-conflict")?;
        window.await_element("check-again")?;
        hears("how the conflict is resolved", 35)?;
        window.click_css("[data-testid=conflict] [data-testid=cancel]")?;

        verdict_of(window, PIETER, None)?;
        hears("a guest with a fault", 35)?;
        window.click("remedy-keep-one-address")?;
        window.click_css(&format!("[data-testid=choice][value=\"{PIETER}\"]"))?;
        window.await_css("[data-testid=preview] [data-testid=confirm]:not([aria-disabled=true])")?;
        hears("preview", 9)?;
        window.click("confirm")?;
        window.await_element("still-missing")?;
        hears("result", 8)?;
        window.click("close")?;

        window.click("nav-history")?;
        window.click("history-open")?;
        window.await_element("history-story")?;
        hears("History", 15)?;
        window.click("nav-all-guests")?;
        window.await_element("check-start")?;
        hears("All guests before the first check", 14)?;
        window.click("check-start")?;
        window.await_css("[data-testid=all-guests][data-phase=done]")?;
        hears("All guests", 40)?;
        window.click_css("[data-testid=group-head][data-group=main-address-missing] input")?;
        window.await_element("selection-bar")?;
        hears("several of all guests selected", 40)?;
        window.click_css("[data-testid=repair-many][data-remedy=keep-one-address]")?;
        window.await_css("[data-testid=confirm]:not(:disabled)")?;
        hears("preview of many", 9)?;
        window.click("confirm")?;
        window.await_element("batch-end")?;
        hears("the end of many", 4)?;
        window.click("batch-history")?;
        window.click("history-batch-open")?;
        window.await_element("history-batch-detail")?;
        hears("many in History", 15)?;
        window.click("nav-all-guests")?;
        window.click("check-summary")?;
        window.await_element("summary-text")?;
        hears("the summary of a check", 20)?;
        window.click("nav-groups")?;
        window.await_element("groups-none")?;
        hears("My groups", 9)?;
        window.click("nav-settings")?;
        window.await_element("report")?;
        hears("Settings", 20)?;
        window.click("nav-help")?;
        window.click("help-verdicts")?;
        window.await_css("[data-testid=help-page]")?;
        hears("Help", 12)?;
        window.click("account")?;
        window.click("menu-organisation")?;
        window.await_element("recipe")?;
        hears("set-up", 20)?;
        assert_eq!(*wrong.borrow(), Vec::<String>::new());
        Ok(())
    });
}

/// What somebody could do wrong on a screen: an attribute of an element, its value, and what has to be said then.
const PLANTED: &[(&str, &str, &str, &str)] = &[
    (".field:has(select) label", "for", "nobody", "select group: has no name"),
    (
        "[data-testid=why]",
        "aria-label",
        "More",
        "button why: is called “More”, and one reads “How do we know?”",
    ),
    ("[data-testid=nav-history]", "title", "History (Ctrl+H)", "button nav-history: says its name twice"),
    ("[data-testid=what-is-this]", "role", "img", "button what-is-this: is Image and not [Button]"),
    ("[data-testid=only-what-matters]", "role", "link", "button only-what-matters: is Link"),
    ("[data-testid=checklist] h2", "role", "none", "h2 Also checked: is"),
    ("[data-testid=verdict]", "aria-hidden", "true", "button why: is not in the tree"),
    ("[data-testid=property-table]", "inert", "", "table property-table: is not in the tree"),
];

#[test]
fn what_was_spoiled_for_a_screen_reader_is_found() {
    listening(&["--practice", "--find", PIETER], |window, listener| {
        window.await_element("verdict")?;
        assert_eq!(listener.settled()?.1, Vec::<String>::new());
        for (element, attribute, value, said) in PLANTED {
            let spoil = "const [css, name, value] = arguments; const it = document.querySelector(css); \
                         const before = it.getAttribute(name); it.setAttribute(name, value); return before";
            let before = window.execute(spoil, &[json!(element), json!(attribute), json!(value)])?;
            let found = |faults: &[String]| faults.iter().any(|fault| fault.starts_with(said));
            let (_, faults) = listener.until(found)?;
            assert!(found(&faults), "{said}: {faults:?}");
            let mend = "const [css, name, value] = arguments; const it = document.querySelector(css); \
                        if (value === null) it.removeAttribute(name); else it.setAttribute(name, value)";
            window.execute(mend, &[json!(element), json!(attribute), before])?;
            assert_eq!(listener.settled()?.1, Vec::<String>::new(), "after {said}");
        }
        Ok(())
    });
}

//! The chapters, in their order.

use super::Teller;
use super::conversation::{choose, confirm, expect, find, outcome, search, speak};
use crate::{Trouble, Window};

/// Pieter, of the article's case: no main address and two others.
const PIETER: &str = "pieter@northwindtraders.com";
/// Sofie, with groups, an app and a sponsor.
const SOFIE: &str = "sofie.lindqvist@tailspintoys.com";
/// Jan, whose address a contact owns.
const JAN: &str = "jan@fabrikam.nl";

/// From the first screen into the practice organisation.
pub(super) fn welcome(teller: &mut Teller<'_>, window: &Window<'_>) -> Result<(), Trouble> {
    window.await_element("practice")?;
    teller.say("Welcome: it offers a practice organisation");
    teller.picture(window, "welcome")?;
    window.click("practice")?;
    window.click("persona-user-admin")?;
    teller.picture(window, "who-to-be")?;
    window.click("sign-in")?;
    let account = window.text("account")?;
    expect(account.contains("Anna Bakker"), || {
        format!("Anna Bakker should be signed in, and it says: {account}")
    })?;
    window.await_css(".practice-badge")?;
    teller.say(&format!("Signed in as: {}; marked as practice", account.trim().replace('\n', " ")));
    teller.picture(window, "before-the-first-search")
}

/// Pieter: keep one address, see that this is not enough, set the main address, and nothing is wrong any more.
pub(super) fn misconfigured(teller: &mut Teller<'_>, window: &Window<'_>) -> Result<(), Trouble> {
    let headline = find(window, PIETER, "misconfigured")?;
    teller.say(&format!("{PIETER}: misconfigured: \"{headline}\""));
    let mail = window.attribute("property-mail", "data-severity")?;
    expect(mail == "error", || {
        format!("the empty main address should be highlighted as an error, not {mail}")
    })?;
    teller.picture(window, "misconfigured")?;

    window.click("remedy-keep-one-address")?;
    choose(window, PIETER)?;
    teller.picture(window, "keep-one-address")?;
    let outcome = confirm(window)?;
    expect(outcome == "done", || format!("keeping one address should be done and is {outcome}"))?;
    let missing = window.text("still-missing")?;
    teller.say(&format!("One address kept. It says plainly: \"{}\"", one_line(&missing)));
    teller.picture(window, "kept-and-still-missing")?;

    window.click("set-mail-next")?;
    choose(window, PIETER)?;
    teller.picture(window, "set-the-main-address")?;
    let outcome = confirm(window)?;
    expect(outcome == "done", || format!("setting the main address should be done and is {outcome}"))?;
    let right = window.text("directory-right")?;
    teller.say(&format!("Main address set. It says: \"{}\"", one_line(&right)));
    teller.picture(window, "main-address-set")?;

    window.click("close")?;
    let verdict = window.attribute("verdict", "data-verdict")?;
    expect(verdict == "healthy", || format!("Pieter should be healthy now and is {verdict}"))?;
    teller.say(&format!("Diagnosed again: \"{}\"", window.text_of("[data-testid=verdict] h1")?));
    teller.picture(window, "no-fault-found")
}

/// History: what was done stands there, and what can be undone is.
pub(super) fn undo(teller: &mut Teller<'_>, window: &Window<'_>) -> Result<(), Trouble> {
    window.click("nav-history")?;
    window.await_css("[data-testid=history-entry]")?;
    let entries = "return document.querySelectorAll('[data-testid=history-entry]').length";
    let count = window.execute(entries, &[])?;
    expect(count == 2, || format!("History should hold two changes and holds {count}"))?;
    teller.say("History: both changes stand there");
    teller.picture(window, "history")?;

    // The newest change has no way back; the one before it has, and is chosen for that.
    window.click_css("[data-testid=history-entry][data-kind=keep-one-address] [data-testid=history-open]")?;
    window.click_css("[data-testid=history-story] [data-testid=undo]")?;
    window.await_css("[data-testid=undo-view]")?;
    let way_back = window.attribute("undo-view", "data-undo")?;
    teller.say(&format!("Undo of the newest change that can be: its own way back is {way_back}"));
    teller.picture(window, "undo")?;
    let outcome = confirm(window)?;
    expect(outcome == "done", || format!("the undo should be done and is {outcome}"))?;
    teller.say(&format!("Undone. What was seen: \"{}\"", one_line(&window.text("result")?)));
    teller.picture(window, "undone")?;
    window.click("close")?;
    window.await_css("[data-testid=history-act][data-kind=undo]")?;
    let count = window.execute(entries, &[])?;
    expect(count == 2, || format!("a change and its undo should be one entry; there are {count}"))?;
    teller.say("History tells of the undo with the change it undid");
    window.click("nav-guest")
}

/// Sofie: the change with the most at stake.
pub(super) fn remove_and_invite(teller: &mut Teller<'_>, window: &Window<'_>) -> Result<(), Trouble> {
    let headline = find(window, SOFIE, "misconfigured")?;
    teller.say(&format!("{SOFIE}: misconfigured: \"{headline}\""));
    window.click("remedy-remove-and-invite")?;
    window.await_element("confirm-text")?;
    let groups = one_line(&window.text("groups")?);
    teller.say(&format!("Remove and invite again: \"{groups}\""));
    let language =
        window.execute("return document.querySelector('[data-testid=invitation-language]').value", &[])?;
    expect(language != "", || "the invitation should be in some language".to_owned())?;
    teller.picture(window, "remove-and-invite-again")?;
    let barred = window.execute("return document.querySelector('[data-testid=confirm]').disabled", &[])?;
    expect(barred == true, || "nothing may be confirmed before the address is typed".to_owned())?;
    window.type_into("confirm-text", SOFIE)?;
    window.click("confirm")?;
    window.await_css("[data-testid=progress], [data-testid=result]")?;
    let ended = outcome(window)?;
    expect(ended == "done", || format!("removing and inviting again should be done and is {ended}"))?;
    teller.say(&format!("Removed and invited again: \"{}\"", one_line(&window.text("result")?)));
    teller.picture(window, "removed-and-invited-again")?;
    window.click("close")?;
    let verdict = window.attribute("verdict", "data-verdict")?;
    expect(verdict != "misconfigured", || "Sofie should have a main address now".to_owned())?;
    teller.say(&format!("Diagnosed again: {verdict}: \"{}\"", window.text_of("[data-testid=verdict] h1")?));
    teller.picture(window, "invited-again")
}

/// Jan: the usual cause, and the script that resolves it.
pub(super) fn conflict(teller: &mut Teller<'_>, window: &Window<'_>) -> Result<(), Trouble> {
    let headline = find(window, JAN, "conflict")?;
    let cause = one_line(&window.text("cause")?);
    expect(cause.contains("J. de Vries"), || format!("the contact should be named, and it says: {cause}"))?;
    teller.say(&format!("{JAN}: conflict: \"{headline}\" {cause}"));
    let recommended = window.attribute("remedy-resolve-conflict", "data-recommended")?;
    expect(recommended == "true", || "resolving the conflict should be recommended".to_owned())?;
    teller.picture(window, "conflict")?;
    window.click("why")?;
    window.await_element("findings")?;
    teller.picture(window, "conflict-why")?;
    // It stands beside the table, where the ways out stand: back to those.
    window.click("cancel")?;
    window.await_gone("findings")?;
    window.click("remedy-resolve-conflict")?;
    window.click("read-exchange-script")?;
    let script = window.text("exchange-script")?;
    expect(script.contains(JAN), || format!("the Exchange script should name the address: {script}"))?;
    teller.say("Resolve the conflict: three doors, the gentlest open, with its script to read and copy");
    teller.picture(window, "resolve-the-conflict")?;
    window.click("cancel")?;
    window.await_gone("exchange-script")
}

/// Nobody, two people, and no address at all.
pub(super) fn nobody_and_two(teller: &mut Teller<'_>, window: &Window<'_>) -> Result<(), Trouble> {
    let headline = find(window, "niemand@litwareinc.com", "not-found")?;
    teller.say(&format!("niemand@litwareinc.com: not-found: \"{headline}\""));
    teller.picture(window, "not-found")?;
    let headline = find(window, "chris@vandam.example", "ambiguous")?;
    window.await_element("candidates")?;
    teller.say(&format!("chris@vandam.example: ambiguous: \"{headline}\""));
    teller.picture(window, "ambiguous")?;
    window.type_into("guest-address", "no address")?;
    search(window)?;
    let kind = window.attribute("problem", "data-kind")?;
    expect(kind == "bad-input", || format!("that is bad input, not {kind}"))?;
    teller.say(&format!("\"no address\": \"{}\"", one_line(&window.text("problem")?)));
    teller.picture(window, "bad-input")
}

/// The same in Dutch; what was typed is kept.
pub(super) fn dutch(teller: &mut Teller<'_>, window: &Window<'_>) -> Result<(), Trouble> {
    find(window, JAN, "conflict")?;
    let english = window.text_of("[data-testid=verdict] h1")?;
    speak(window, "nl")?;
    let headline = window.text_of("[data-testid=verdict] h1")?;
    expect(headline != english, || format!("the headline should be Dutch, and it says: {headline}"))?;
    teller.say(&format!("In Dutch: \"{headline}\""));
    teller.picture(window, "nederlands")?;
    speak(window, "en")
}

/// The same on a dark desktop.
pub(super) fn dark(teller: &mut Teller<'_>, window: &Window<'_>) -> Result<(), Trouble> {
    window.await_element("verdict")?;
    let lightness = window.picture()?.lightness();
    expect(lightness < 110, || {
        format!("the window should be dark, and its lightness is {lightness} of 255")
    })?;
    teller.say(&format!("Dark, and looked up at once: \"{}\"", window.text_of("[data-testid=verdict] h1")?));
    teller.picture(window, "dark")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

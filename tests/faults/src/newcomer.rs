//! Somebody whom the directory does not know: there is no account to begin with, so that what counts is what was chosen.

use std::collections::{BTreeMap, BTreeSet};

use procedure::{PreviewRequest, Selections};

use crate::truth::Account;
use crate::world::{Beginning, Guest};

/// The ids stand for them in schedules and labels; no account has one.
const PLAIN: &str = "000000c0-0000-4000-8000-0000000000c0";
const CHOSEN: &str = "000000c1-0000-4000-8000-0000000000c1";

/// Who is to answer for the one with choices: a colleague, by address and by id.
const SPONSOR: (&str, &str) = ("sanne@contoso.onmicrosoft.com", "000000a3-0000-4000-8000-0000000000a3");

/// One without any choice, and one with a group and a sponsor.
pub(crate) fn newcomers(beginning: &Beginning) -> [Guest; 2] {
    let guest =
        |id: &str, group| Guest { id: id.to_owned(), address: "nina@adatum.example".to_owned(), group };
    [guest(PLAIN, None), guest(CHOSEN, Some(beginning.group.clone()))]
}

/// What they are called in a schedule; none for a guest whom the directory knows.
pub(crate) fn name(guest: &str) -> Option<&'static str> {
    match guest {
        PLAIN => Some("nobody"),
        CHOSEN => Some("newcomer"),
        _ => None,
    }
}

/// Asked for by the address alone, with what is chosen by hand.
pub(crate) fn ask(request: PreviewRequest) -> PreviewRequest {
    let Some(name) = request.guest.as_deref().and_then(name) else { return request };
    let sponsors = if name == "newcomer" { vec![SPONSOR.0.to_owned()] } else { Vec::new() };
    PreviewRequest { guest: None, selections: Selections { sponsors, ..request.selections }, ..request }
}

/// What was promised of their account; none for a guest whom the directory knows.
pub(crate) fn promised(guest: &str, group: &str) -> Option<Account> {
    let name = name(guest)?;
    let chosen = |what: &str| -> BTreeSet<String> {
        if name == "newcomer" { BTreeSet::from([what.to_owned()]) } else { BTreeSet::new() }
    };
    Some(Account {
        mail: None,
        other_mails: BTreeSet::new(),
        proxies: BTreeSet::new(),
        state: None,
        groups: chosen(group),
        sponsors: chosen(SPONSOR.1),
        apps: BTreeSet::new(),
        profile: BTreeMap::new(),
    })
}

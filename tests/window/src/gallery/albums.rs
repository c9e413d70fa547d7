//! The albums: what is photographed, and what one sees on it.

mod all_guests;
mod changes;
mod finding;
mod owner;
mod places;
mod set_up;
mod signed_in;

use super::{Album, On, Shot, Start};
use crate::Trouble;
use crate::story::conversation::expect;

/// Every album, in the order in which one reads them.
pub const ALBUMS: &[Album] = &[
    Album { title: "The first start", start: Start::With(&[]), shots: set_up::SHOTS },
    Album {
        title: "A guest is found, and why they get no mail",
        start: Start::With(&["--practice=global-admin"]),
        shots: finding::SHOTS,
    },
    Album {
        title: "Repairs, their results, and their ways back",
        start: Start::With(&["--practice=user-admin"]),
        shots: changes::SHOTS,
    },
    Album {
        title: "The owner of a group, and the admin they ask",
        start: Start::With(&["--practice=owner"]),
        shots: owner::SHOTS,
    },
    Album {
        title: "All guests at once",
        start: Start::With(&["--practice=user-admin"]),
        shots: all_guests::SHOTS,
    },
    Album {
        title: "Settings, Help and what else there is",
        start: Start::With(&["--practice=user-admin", "--find", "pieter@northwindtraders.com"]),
        shots: places::SHOTS,
    },
    Album { title: "Signing in for real", start: Start::SignedIn, shots: signed_in::SHOTS },
];

/// Pieter, of the article's case: no main address and two others.
const PIETER: &str = "pieter@northwindtraders.com";
/// Sofie, with groups, an app and a sponsor.
const SOFIE: &str = "sofie.lindqvist@tailspintoys.com";
/// Jan, whose address a contact owns.
const JAN: &str = "jan@fabrikam.nl";

/// Scrolls an element to the top of what can be seen.
fn to_the_top(on: &On<'_>, css: &str) -> Result<(), Trouble> {
    let script = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'start' })";
    on.window.await_css(css)?;
    on.window.execute(script, &[css.into()]).map(drop)
}

/// Presses the first element with this id whose text has these words.
fn press_with(on: &On<'_>, id: &str, words: &str) -> Result<(), Trouble> {
    let script = "const all = [...document.querySelectorAll(`[data-testid=${arguments[0]}]`)]; \
                  const one = all.find((it) => it.textContent.includes(arguments[1])); one?.click(); return !!one";
    on.window.await_element(id)?;
    let pressed = on.window.execute(script, &[id.into(), words.into()])?;
    expect(pressed == true, || format!("no {id} says {words}"))
}

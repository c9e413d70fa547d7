//! What WebKitGTK really draws is seen: contrast is measured on pictures of the window, light and dark. Edges of fields and
//! boxes, the recommended act and the ring of the focus have 3 : 1, text has 4.5 : 1.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use serde::Deserialize;
use serde_json::json;
use window::story::verdict_of;
use window::{Harness, Launch, Place, Trouble, Window};

const JAN: &str = "jan@fabrikam.nl";
const PIETER: &str = "pieter@northwindtraders.com";

/// Something that has to be seen, as `places.js` finds it.
#[derive(Debug, Deserialize)]
struct Drawn {
    kind: Kind,
    name: String,
    place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Edge,
    Ring,
    Large,
    Text,
}

/// How much of each kind was looked at, and a line for each that is too faint.
#[derive(Debug, Default)]
struct Looked {
    edges: usize,
    rings: usize,
    texts: usize,
    faint: Vec<String>,
}

/// Measures everything that is in the window now.
fn look(window: &Window<'_>) -> Result<Looked, Trouble> {
    window.await_still()?;
    let places = window.execute(include_str!("contrast/places.js"), &[])?;
    let places: Vec<Drawn> = serde_json::from_value(places).unwrap();
    let picture = window.picture()?;
    let mut looked = Looked::default();
    for Drawn { kind, name, place } in places {
        let (measured, wanted) = match kind {
            Kind::Edge | Kind::Ring => (picture.contrast_with_surroundings(place), 3.0),
            Kind::Large => (picture.contrast_with_ground(place), 3.0),
            Kind::Text => (picture.contrast_with_ground(place), 4.5),
        };
        *match kind {
            Kind::Edge => &mut looked.edges,
            Kind::Ring => &mut looked.rings,
            Kind::Large | Kind::Text => &mut looked.texts,
        } += 1;
        if measured < wanted {
            looked.faint.push(format!("{kind:?} of {name}: {measured:.2} : 1"));
        }
    }
    Ok(looked)
}

/// Opens the app on a desktop that is light or dark.
fn on_a_desktop(dark: bool, story: impl Fn(&Window<'_>) -> Result<(), Trouble>) {
    let folder = temporary_folder::temporary_folder();
    let theme = if dark { "Adwaita:dark" } else { "Adwaita" };
    let harness = Harness::set_with(&folder.path().join("logs"), &[("GTK_THEME", theme)]).unwrap();
    let launch = Launch::new(&folder.path().join("data")).with("--lang=en");
    let window = harness.open(&launch).unwrap();
    window.await_element("practice").unwrap();
    story(&window).unwrap();
    let lightness = window.picture().unwrap().lightness();
    assert_eq!(lightness < 110, dark, "the window's lightness is {lightness} of 255");
}

fn is_seen(window: &Window<'_>, screen: &str, edges: usize, texts: usize) -> Result<(), Trouble> {
    let looked = look(window)?;
    assert_eq!(looked.faint, Vec::<String>::new(), "{screen}");
    assert!(looked.edges >= edges && looked.texts >= texts, "{screen}: only {looked:?}");
    Ok(())
}

/// The ring of what has the focus by the keyboard.
fn ring_is_seen(window: &Window<'_>, id: &str) -> Result<(), Trouble> {
    let focus = "document.querySelector(`[data-testid=${arguments[0]}]`).focus({ focusVisible: true })";
    window.execute(focus, &[json!(id)])?;
    let looked = look(window)?;
    assert_eq!((looked.rings, looked.faint), (1, Vec::new()), "ring of {id}");
    Ok(())
}

/// Everything that is to be seen, from the first screen to a preview.
fn screens_are_seen(window: &Window<'_>) -> Result<(), Trouble> {
    window.click("practice")?;
    window.await_element("persona-user-admin")?;
    is_seen(window, "welcome", 5, 12)?;
    window.click("sign-in")?;
    window.await_element("try-conflict")?;
    is_seen(window, "before the first search", 2, 10)?;
    verdict_of(window, JAN, None)?;
    is_seen(window, "a guest with a conflict", 1, 25)?;
    ring_is_seen(window, "why")?;
    window.execute("document.querySelector('[data-testid=checklist] input').scrollIntoView()", &[])?;
    is_seen(window, "what was checked", 3, 10)?;
    verdict_of(window, PIETER, None)?;
    window.click("remedy-keep-one-address")?;
    window.await_css("[data-testid=preview] [data-testid=confirm]")?;
    is_seen(window, "preview", 3, 10)
}

#[test]
fn what_has_to_be_seen_is_seen_in_a_light_window() {
    on_a_desktop(false, screens_are_seen);
}

#[test]
fn what_has_to_be_seen_is_seen_in_a_dark_window() {
    on_a_desktop(true, screens_are_seen);
}

/// Styles that make something too faint, and what has to be said of it.
const PLANTED: &[(&str, &str)] = &[
    ("input { border-color: color-mix(in srgb, currentColor 15%, transparent) !important }", "Edge of input"),
    (".button.primary { opacity: 0.3 }", "Edge of button sign-in"),
    ("strong { opacity: 0.4 }", "Text of strong"),
    (":focus-visible { outline-color: transparent !important }", "Ring of button sign-in"),
];

#[test]
fn what_was_made_too_faint_is_found() {
    for dark in [false, true] {
        on_a_desktop(dark, |window| {
            window.click("practice")?;
            window.await_element("persona-user-admin")?;
            let show = "document.querySelector('[data-testid=sign-in]').scrollIntoView({ block: 'center' })";
            window.execute(show, &[])?;
            ring_is_seen(window, "sign-in")?;
            for (style, said) in PLANTED {
                let plant = "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]); \
                             document.adoptedStyleSheets = [sheet]";
                window.execute(plant, &[json!(style)])?;
                let faint = look(window)?.faint;
                assert!(faint.iter().any(|line| line.starts_with(said)), "{said}: {faint:?}");
            }
            window.execute("document.adoptedStyleSheets = []", &[])?;
            is_seen(window, "welcome, mended", 5, 12)
        });
    }
}

//! The page and the tree, compared.

use serde::Deserialize;
use std::collections::HashMap;
use std::time::{Duration, Instant};
use window::{Accessible, Role, ScreenReader, State, Trouble, Window};

/// What computes names by the standard. The browser tests bring it.
const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../browser/node_modules/axe-core/axe.min.js");

/// How long the tree may be behind the page.
const BEHIND: Duration = Duration::from_secs(5);

/// Something on the page, as `page.js` reads it.
#[derive(Debug, Deserialize)]
struct Shown {
    id: String,
    element: String,
    kind: Kind,
    name: Option<String>,
    text: String,
    level: Option<u32>,
    live: Option<String>,
    pressed: Option<bool>,
    checked: Option<bool>,
    expanded: Option<bool>,
    disabled: Option<bool>,
    focusable: Option<bool>,
    invalid: Option<bool>,
    current: Option<String>,
    described: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Button,
    Checkbox,
    Choice,
    Dialog,
    Field,
    File,
    Heading,
    Link,
    Live,
    Other,
    Radio,
    Summary,
    Toggle,
}

impl Kind {
    /// What it is to a screen reader; nothing where more than one will do.
    fn roles(self) -> &'static [Role] {
        match self {
            Self::Button | Self::File => &[Role::Button],
            Self::Checkbox => &[Role::CheckBox, Role::ToggleButton],
            Self::Choice => &[Role::ComboBox],
            Self::Dialog => &[Role::Dialog],
            Self::Field => &[Role::Entry],
            Self::Heading => &[Role::Heading],
            Self::Link => &[Role::Link],
            Self::Radio => &[Role::RadioButton],
            Self::Toggle => &[Role::ToggleButton],
            // WebKitGTK 2.50 has no role for a summary: it can be gone to and has its name.
            Self::Live | Self::Other | Self::Summary => &[],
        }
    }
}

/// Somebody who listens to this window.
pub(crate) struct Listener<'window, 'harness> {
    window: &'window Window<'harness>,
    reader: ScreenReader,
}

impl<'window, 'harness> Listener<'window, 'harness> {
    pub(crate) fn of(window: &'window Window<'harness>, reader: ScreenReader) -> Result<Self, Trouble> {
        window.execute(&std::fs::read_to_string(AXE).unwrap(), &[])?;
        Ok(Self { window, reader })
    }

    /// How much was compared, and a line for everything that is not in the tree as it is on the page.
    pub(crate) fn compare(&self) -> Result<(usize, Vec<String>), Trouble> {
        let shown = self.window.execute(include_str!("page.js"), &[])?;
        let shown: Vec<Shown> = serde_json::from_value(shown).unwrap();
        let tree = self.reader.tree()?;
        let mut places: HashMap<&str, Vec<&Accessible>> = HashMap::new();
        for it in tree.all() {
            if let Some(id) = it.attributes.get("id") {
                places.entry(id).or_default().push(it);
            }
        }
        let faults = shown.iter().flat_map(|it| match places.get(it.id.as_str()).map(Vec::as_slice) {
            None => vec![format!("{}: is not in the tree", it.element)],
            Some([heard]) => differences(it, heard),
            Some(more) => vec![format!("{}: is in the tree {} times", it.element, more.len())],
        });
        Ok((shown.len(), faults.collect()))
    }

    /// The same, once the tree has caught up with the page; or what is wrong still after a while.
    pub(crate) fn settled(&self) -> Result<(usize, Vec<String>), Trouble> {
        self.until(<[String]>::is_empty)
    }

    /// The same, once it is so; or how it is still after a while.
    pub(crate) fn until(&self, so: impl Fn(&[String]) -> bool) -> Result<(usize, Vec<String>), Trouble> {
        let begun = Instant::now();
        loop {
            let seen = self.compare()?;
            if so(&seen.1) || begun.elapsed() > BEHIND {
                return Ok(seen);
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

/// Without what nobody hears: marks of direction, and spaces, which a browser puts between texts as it likes.
fn heard(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace() && !('\u{2066}'..='\u{2069}').contains(it)).collect()
}

fn differences(shown: &Shown, tree: &Accessible) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut say = |what: String| wrong.push(format!("{}: {what}", shown.element));
    let roles = shown.kind.roles();
    if !roles.is_empty() && !roles.contains(&tree.role) {
        say(format!("is {:?} and not {roles:?}", tree.role));
    }
    if let Some(name) = &shown.name {
        let called = heard(&tree.name);
        if called.is_empty() {
            say("has no name".to_owned());
        } else if shown.kind == Kind::File && called.starts_with(&heard(name)) {
            // WebKit puts the words of its own button behind it.
        } else if called != heard(name) {
            say(format!("is called “{}” and not “{name}”", tree.name));
        } else if !called.contains(&heard(&shown.text)) {
            say(format!("is called “{name}”, and one reads “{}”", shown.text));
        }
    }
    let (name, description) = (heard(&tree.name), heard(&tree.description));
    if !name.is_empty() && description != name && description.starts_with(&name) {
        say(format!("says its name twice: “{}”", tree.description));
    }
    if !description.contains(&heard(&shown.described)) {
        say(format!("is described as “{}” and not “{}”", tree.description, shown.described));
    }
    let mut attribute = |name: &str, wanted: Option<String>| {
        let given = tree.attributes.get(name);
        if wanted.is_some() && given != wanted.as_ref() {
            say(format!("{name} is {given:?} and not {wanted:?}"));
        }
    };
    attribute("level", shown.level.map(|level| level.to_string()));
    attribute("live", shown.live.clone());
    attribute("current", shown.current.clone());
    let pressed_or_checked = if shown.kind == Kind::Toggle { State::Pressed } else { State::Checked };
    let states = [
        (State::Focusable, shown.focusable),
        (State::Enabled, shown.disabled.map(|disabled| !disabled)),
        (pressed_or_checked, shown.pressed.or(shown.checked)),
        (State::Expanded, shown.expanded.filter(|_| shown.kind != Kind::Summary)),
        (State::Expandable, shown.expanded.filter(|_| shown.kind != Kind::Summary).map(|_| true)),
        (State::InvalidEntry, shown.invalid),
        (State::Modal, (shown.kind == Kind::Dialog).then_some(true)),
    ];
    for (state, wanted) in states {
        if wanted.is_some_and(|wanted| wanted != tree.is(state)) {
            say(format!("is {}{state:?}", if tree.is(state) { "" } else { "not " }));
        }
    }
    wrong
}

//! The keyboard, and nothing else: what is reached here was reached by Tab, and pressed with a key.

use crate::{Trouble, Window};
use serde_json::{Value, json};

/// Keys that type nothing, by the protocol's own codes (W3C `WebDriver`, "keyboard actions").
pub mod key {
    /// The next control.
    pub const TAB: &str = "\u{e004}";
    /// Press, or send a form.
    pub const ENTER: &str = "\u{e007}";
    /// Close, leave.
    pub const ESCAPE: &str = "\u{e00c}";
    /// Take back the character before.
    pub const BACKSPACE: &str = "\u{e003}";
    /// Tick, or press.
    pub const SPACE: &str = " ";
    /// The next of a list, or of choices.
    pub const DOWN: &str = "\u{e015}";
    /// The one before.
    pub const UP: &str = "\u{e013}";
    /// Held down while another is pressed.
    pub const CTRL: &str = "\u{e009}";
    /// Search.
    pub const F3: &str = "\u{e033}";
}

/// More controls than any screen has.
const ROUND: usize = 90;

impl Window<'_> {
    /// Presses keys one after the other; a text is typed.
    pub fn press(&self, keys: &str) -> Result<(), Trouble> {
        let strokes = keys.chars().flat_map(|key| ["keyDown", "keyUp"].map(|what| stroke(what, key)));
        self.perform(&strokes.collect::<Vec<_>>())
    }

    /// Presses a key while Ctrl is held.
    pub fn press_with_ctrl(&self, key: &str) -> Result<(), Trouble> {
        let held = key::CTRL.chars().map(|ctrl| stroke("keyDown", ctrl));
        let pressed = key.chars().flat_map(|key| ["keyDown", "keyUp"].map(|what| stroke(what, key)));
        let freed = key::CTRL.chars().map(|ctrl| stroke("keyUp", ctrl));
        self.perform(&held.chain(pressed).chain(freed).collect::<Vec<_>>())
    }

    /// Goes to what a CSS selector finds, by Tab alone; an error, with what was met, when it is not on the way.
    pub fn tab_to(&self, css: &str) -> Result<(), Trouble> {
        self.await_css(css)?;
        let mut met = Vec::new();
        for _ in 0..ROUND {
            let at = "const at = document.activeElement; return [at?.matches(arguments[0]) ?? false, \
                      at?.dataset?.testid ?? at?.id ?? at?.tagName ?? '']";
            let at = self.execute(at, &[json!(css)])?;
            if at[0] == true {
                return Ok(());
            }
            met.push(at[1].as_str().unwrap_or_default().to_owned());
            self.press(key::TAB)?;
        }
        Err(Trouble::Otherwise(format!("Tab does not come to {css}; it met {}", met.join(", "))))
    }

    /// Goes to the element with this id by Tab, and presses Enter.
    pub fn tab_and_enter(&self, id: &str) -> Result<(), Trouble> {
        self.tab_to(&format!("[data-testid=\"{id}\"]"))?;
        self.press(key::ENTER)
    }
}

fn stroke(what: &str, key: char) -> Value {
    json!({ "type": what, "value": key })
}

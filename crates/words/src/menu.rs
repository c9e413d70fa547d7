//! What the menu of the right mouse button offers.

use crate::Language;
use crate::text::Texts;

/// Its two items.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MenuWords {
    /// Copies what is selected.
    pub copy: String,
    /// Pastes into the field.
    pub paste: String,
}

/// The items in one language.
#[must_use]
pub fn menu(language: Language) -> MenuWords {
    let texts = Texts::new(language);
    let get = |id: &str| texts.get(id, &[]);
    MenuWords { copy: get("document-menu-copy"), paste: get("document-menu-paste") }
}

//! What the browser shows when a sign-in has come back to the app.

use crate::Language;
use crate::text::Texts;

/// The texts of that page: one for a sign-in that was answered, one for a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosingWords {
    /// The language, as `html` has it.
    pub language_tag: String,
    /// Title when an answer came.
    pub done_title: String,
    /// Text when an answer came.
    pub done_text: String,
    /// Title when a refusal came.
    pub failed_title: String,
    /// Text when a refusal came.
    pub failed_text: String,
}

/// The texts in one language.
#[must_use]
pub fn closing_pages(language: Language) -> ClosingWords {
    let texts = Texts::new(language);
    let get = |id: &str| texts.get(id, &[]);
    ClosingWords {
        language_tag: language.tag().to_owned(),
        done_title: get("document-closing-done"),
        done_text: get("document-closing-done-text"),
        failed_title: get("document-closing-failed"),
        failed_text: get("document-closing-failed-text"),
    }
}

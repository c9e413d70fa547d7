//! The words of the page.

use crate::Language;

/// All sentences of the window in one language, as Project Fluent writes them. The page asks for them when it starts:
/// they are not in its script.
///
/// ```
/// assert!(words::page(words::Language::default()).contains("app-name"));
/// ```
#[must_use]
pub fn page(language: Language) -> String {
    language.page().to_owned()
}

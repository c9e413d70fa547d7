//! The two languages, and how the system and the documents name them.

use crate::view::Language;

/// The system's language, or English when the app does not speak it.
pub(crate) fn system_language() -> Language {
    match words::Language::from_tag(&sys_locale::get_locale().unwrap_or_default()) {
        words::Language::Dutch => Language::Nl,
        words::Language::English => Language::En,
    }
}

/// The language of documents that is meant by a language of the window.
pub(crate) fn word(language: Language) -> words::Language {
    match language {
        Language::En => words::Language::English,
        Language::Nl => words::Language::Dutch,
    }
}

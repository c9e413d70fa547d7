//! The languages the app speaks.

/// A language that is complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English, also for everybody whose language the app does not speak.
    #[default]
    English,
    /// Dutch.
    Dutch,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::English, Self::Dutch];

    /// The language for a tag as systems give it: BCP 47 (`nl-BE`) or POSIX (`nl_NL.UTF-8`). Only the language
    /// counts; English when the app does not speak it.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let language = tag.trim().split(['-', '_', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("nl") { Self::Dutch } else { Self::English }
    }

    /// Its BCP 47 tag, and the name of its folder in `ui/locales`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Dutch => "nl",
        }
    }

    pub(crate) fn documents(self) -> &'static str {
        match self {
            Self::English => include_str!("../../../ui/locales/en/documents.ftl"),
            Self::Dutch => include_str!("../../../ui/locales/nl/documents.ftl"),
        }
    }
}

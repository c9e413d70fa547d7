//! The languages the app speaks.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

macro_rules! languages {
    ($($variant:ident $tag:tt $name:tt $documents:tt [$($page:tt),+])+) => {
        /// A language that is complete: a line of `ui/locales/languages.json`, and the folder of that name. The first
        /// is also for everybody whose language the app does not speak.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "contract", derive(ts_rs::TS))]
        pub enum Language {
            $(
                #[doc = $name]
                #[serde(rename = $tag)]
                $variant,
            )+
        }

        impl Language {
            /// All of them, in the order of the list.
            pub const ALL: [Self; [$($tag),+].len()] = [$(Self::$variant),+];

            /// Its BCP 47 tag, and the name of its folder in `ui/locales`.
            #[must_use]
            pub fn tag(self) -> &'static str {
                match self { $(Self::$variant => $tag),+ }
            }

            /// What it calls itself.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The sentences of documents, as Project Fluent writes them.
            pub(crate) fn documents(self) -> &'static str {
                match self { $(Self::$variant => include_str!($documents)),+ }
            }

            /// The sentences of the page, as Project Fluent writes them.
            pub(crate) fn page(self) -> &'static str {
                match self { $(Self::$variant => concat!($(include_str!($page), "\n"),+)),+ }
            }
        }
    };
}
include!(concat!(env!("OUT_DIR"), "/languages.rs"));

impl Default for Language {
    fn default() -> Self {
        Self::ALL[0]
    }
}

impl Language {
    /// The language for a tag as systems give it: BCP 47 (`nl-BE`) or POSIX (`nl_NL.UTF-8`). Where the app does not have
    /// exactly that one, only the language counts; the first of the list when the app does not speak it.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let tag = tag.trim().split(['.', '@']).next().unwrap_or_default().replace('_', "-");
        let language = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let exactly = Self::ALL.into_iter().find(|it| it.tag().eq_ignore_ascii_case(&tag));
        let spoken = || Self::ALL.into_iter().find(|it| language(it.tag()) == language(&tag));
        exactly.or_else(spoken).unwrap_or_default()
    }
}

/// It is none of the tags of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownLanguage;

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the app speaks {}", Language::ALL.map(Language::tag).join(", "))
    }
}

impl std::error::Error for UnknownLanguage {}

/// By its tag exactly: what somebody wrote down on purpose, and which must not pass for another language.
impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(tag: &str) -> Result<Self, UnknownLanguage> {
        Self::ALL.into_iter().find(|it| it.tag() == tag).ok_or(UnknownLanguage)
    }
}

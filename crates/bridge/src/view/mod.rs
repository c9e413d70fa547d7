//! What the window draws. Kinds and arguments only: the words for them live in `ui/locales`.
//!
//! These types mirror the domain on purpose instead of exporting it: the window gets what it shows, in the
//! shape it shows it, and a change of the domain does not silently become a change of the screen.

mod guest;
mod history;
mod organisation;
mod plan;
mod problem;
mod progress;
mod remedy;
mod session;
mod table;

pub use guest::*;
pub use history::*;
pub use organisation::*;
pub use plan::*;
pub use problem::*;
pub use progress::*;
pub use remedy::*;
pub use session::*;
pub use table::*;

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The arguments of a sentence: names, addresses, numbers as text. Never a sentence itself.
pub type Args = BTreeMap<String, String>;

/// One thing to say: a code the words are looked up by, and its arguments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Note<C> {
    /// What is said.
    pub code: C,
    /// Names, addresses and numbers that belong in it.
    pub args: Args,
}

impl<C> Note<C> {
    /// A note without arguments.
    pub fn plain(code: C) -> Self {
        Self { code, args: Args::new() }
    }

    /// A note with arguments.
    pub fn with<const N: usize>(code: C, args: [(&str, &str); N]) -> Self {
        Self { code, args: args.into_iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect() }
    }
}

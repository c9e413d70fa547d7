//! What the window draws. Kinds and what they are about, never a sentence: the words live in `ui/locales`.
//!
//! What is shaped for the screen has a type here: the window gets what it shows, in the shape it shows it. A closed
//! vocabulary is not written again: the domain's own enum crosses, and `ui/src/host/contract.ts`, which is committed
//! and compared, makes a change of it a change that is seen.

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

pub use ::guest::{CheckKind, CheckState, FindingCode, Meaning, Rule, Severity, Verdict};
pub use entra::Reason;
pub use graph::Changed;
pub use procedure::{Category, ChangeStatus, Outcome, StepKind, StepState};

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

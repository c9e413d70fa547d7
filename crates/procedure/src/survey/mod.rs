//! All guests of the organisation: who gets no mail, and why. On screen it is a *check*.
//!
//! Two things go on side by side: pages of accounts are read (`listing.rs`), and whoever is worth it is looked at a second
//! time, twenty at a time (`examining.rs`). Everything that was read is kept before the next thing is asked, so that whatever
//! ends the app, nothing is asked twice. `current.rs` holds what is under way and tells of it.

mod current;
mod engine;
mod examining;
mod kept;
mod listing;

use guest::{RemedyKind, SurveyCause};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub(crate) use current::CurrentSurvey;

use crate::problem::Problem;

/// How deep a survey looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum SurveyDepth {
    /// The server is asked for those without a main address: it costs as much as there are of them.
    Quick,
    /// Every guest is read.
    Thorough,
}

/// How a survey stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum SurveyPhase {
    /// It is under way.
    Running,
    /// It stands still until somebody goes on with it: paused, or the app ended meanwhile, or it met a problem.
    Paused,
    /// It was ended before its end.
    Stopped,
    /// It came to its end.
    Done,
}

/// How the guests were asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum SurveyWay {
    /// External accounts, members included, whose main address or whose list of addresses is empty.
    Candidates,
    /// Guests whose main address is empty; the server refused the question above.
    GuestsWithoutMail,
    /// Every external account, members included.
    EveryExternal,
    /// Every guest by its type; the server refused the questions before it.
    EveryGuest,
}

/// How a survey stands, as it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// Its id.
    pub id: String,
    /// How deep it looks.
    pub depth: SurveyDepth,
    /// How it stands.
    pub phase: SurveyPhase,
    /// How the guests were asked for; none before the first answer.
    pub way: Option<SurveyWay>,
    /// When it began.
    pub started: Timestamp,
    /// When its last answer came.
    pub seen: Option<Timestamp>,
    /// How many seconds it worked, its pauses not counted.
    pub seconds: u64,
    /// How many guests the organisation has; none where it was not told.
    pub total: Option<u64>,
    /// How many accounts were read.
    pub read: u64,
    /// How many of them are to be looked at a second time.
    pub found: u64,
    /// How many of those were.
    pub examined: u64,
    /// How many seconds are left, by what it took so far.
    pub seconds_left: Option<u64>,
    /// For how many seconds the server asked to wait.
    pub wait: Option<u64>,
    /// Why it stopped by itself.
    pub problem: Option<Problem>,
    /// How it compares with the one before it.
    pub since: Option<SinceLast>,
}

/// How a survey compares with the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SinceLast {
    /// When the one before began.
    pub at: Timestamp,
    /// How many are listed now who were not then.
    pub new: u64,
    /// How many were listed then, and were seen to have a main address now.
    pub repaired: u64,
}

/// Somebody whom a survey found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SurveyedGuest {
    /// Object id.
    pub id: String,
    /// The name; the address where there is none.
    pub name: String,
    /// The main address, the one they were invited at, or the first other. Empty where there is none.
    pub address: String,
    /// Why they are listed.
    pub cause: SurveyCause,
    /// The name of whatever has one of their addresses.
    pub in_the_way: Option<String>,
    /// The names of their groups; none where they were not read.
    pub groups: Option<Vec<String>>,
    /// Since when they are a guest.
    pub since: Option<Timestamp>,
    /// Whether the survey before did not list them; none without one.
    pub new: Option<bool>,
    /// The remedy by which they can be repaired together with others.
    pub together: Option<RemedyKind>,
    /// They were repaired since they were listed, and seen to be.
    pub repaired: bool,
}

/// News of a survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyNews {
    /// The sequence number to ask with next.
    pub sequence: u32,
    /// How it stands; none where there is none.
    pub survey: Option<Survey>,
    /// The guests who are new, or stand otherwise.
    pub guests: Vec<SurveyedGuest>,
    /// Whether there are more of them.
    pub more: bool,
}

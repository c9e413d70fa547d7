//! Where a change stands, derived from its rows and never stored.

use serde::{Deserialize, Serialize};

use crate::{ChangeId, Outcome, Transition};

/// Where a change stands. Whether it is still to be continued is a different question: see `open` of
/// [`ChangeSummary`](crate::ChangeSummary). A refused request, for instance, can be followed by a way back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum State {
    /// Under way, or broken off by a crash.
    Open,
    /// Done and seen.
    Finished,
    /// Something was done and something was not.
    InPart,
    /// The server refused.
    Refused,
    /// Whether it was carried out is not known.
    Unknown,
    /// Acknowledged, not seen yet.
    NotYetVisible,
    /// Given up.
    Abandoned,
    /// Another change took this one back, and was not itself taken back.
    UndoneBy {
        /// The change that did.
        change: ChangeId,
    },
}

/// The state of a change by its own rows alone, and whether it has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ChangeStatus {
    pub(crate) state: State,
    pub(crate) open: bool,
}

impl ChangeStatus {
    pub(crate) fn of<'a>(transitions: impl IntoIterator<Item = &'a Transition>) -> Self {
        let begun = Self { state: State::Open, open: true };
        transitions
            .into_iter()
            .fold(begun, |status, next| if status.open { under_way(next) } else { status.read_back(next) })
    }

    /// Whether this change did what it set out to do, as far as anybody knows.
    pub(crate) fn took_effect(self) -> bool {
        !self.open && matches!(self.state, State::Finished | State::InPart | State::NotYetVisible)
    }

    /// After the end only what is read back later counts, and it settles a doubt only: it cannot make part of a change
    /// whole.
    fn read_back(self, seen: &Transition) -> Self {
        let doubtful = matches!(self.state, State::NotYetVisible | State::Unknown);
        if doubtful && matches!(seen, Transition::Verified { .. }) {
            return Self { state: State::Finished, ..self };
        }
        self
    }
}

fn under_way(transition: &Transition) -> ChangeStatus {
    let state = match transition {
        Transition::Intended { .. }
        | Transition::Sent { .. }
        | Transition::Acknowledged { .. }
        | Transition::Verified { .. }
        // Refused by `append` before the end.
        | Transition::Remarked { .. } => State::Open,
        Transition::Refused { .. } => State::Refused,
        Transition::Unknown { .. } => State::Unknown,
        Transition::NotYetVisible { .. } => State::NotYetVisible,
        Transition::Abandoned { .. } => State::Abandoned,
        Transition::Finished { outcome, .. } => match outcome {
            Outcome::Done => State::Finished,
            Outcome::InPart => State::InPart,
            Outcome::NotYetVisible => State::NotYetVisible,
            Outcome::Refused => State::Refused,
            Outcome::Unknown => State::Unknown,
        },
    };
    ChangeStatus { state, open: !transition.ends() }
}

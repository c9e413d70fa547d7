//! A request without an answer.

use serde::{Deserialize, Serialize};

use crate::obstacle::Obstacle;

/// How far a request came. The stages differ in what they say about a change that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// No connection was made: the server never saw the request, so nothing was changed.
    NotSent,
    /// The request left, the answer did not arrive: whether it was acted upon is unknown.
    Lost,
    /// An answer began to arrive and is larger than we read. The server has acted or refused; which, is unknown.
    TooLarge,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {why}", match self.stage {
    Stage::NotSent => "the request was not sent",
    Stage::Lost => "the answer was lost",
    Stage::TooLarge => "the answer is too large",
})]
pub struct Unanswered {
    /// How far the request came.
    pub stage: Stage,
    /// What stood in the way, where it can be told.
    pub obstacle: Option<Obstacle>,
    /// The reason in the words of the libraries below. Never the address that was asked for: it can carry a person.
    pub why: String,
}

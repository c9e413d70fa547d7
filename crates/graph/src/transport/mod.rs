//! The seam between this client and whatever carries its requests.

mod internet;
mod tower;

use ::internet::{Obstacle, Stage, Unanswered};
use async_trait::async_trait;
use bytes::Bytes;

pub use self::internet::InternetTransport;
pub use self::tower::TowerTransport;

/// The largest answer that is read, in bytes. A page of 999 users with every property we select is about 3 MB; what
/// is far beyond that is not an answer to our questions.
pub(crate) const LARGEST_ANSWER: usize = 16 * 1024 * 1024;

/// Carries one request and brings the whole answer. It never repeats, never follows a redirect and never looks into
/// what it carries.
#[async_trait]
pub trait Transport: Send + Sync {
    /// Sends the request, waits for the whole answer.
    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError>;
}

/// Why there is no answer. The three differ in what they say about a change that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// No connection was made: the server never saw the request, so nothing was changed.
    #[error("the request was not sent: {why}")]
    NotSent {
        /// The reason, in the words of whatever failed.
        why: String,
        /// What stood in the way, where it can be told.
        obstacle: Option<Obstacle>,
    },
    /// The request left, the answer did not arrive: whether it was acted upon is unknown.
    #[error("the answer was lost: {why}")]
    Lost {
        /// The reason, in the words of whatever failed.
        why: String,
        /// What stood in the way, where it can be told.
        obstacle: Option<Obstacle>,
    },
    /// An answer began to arrive and is larger than we read. The server has acted or refused; which, is unknown.
    #[error("the answer is too large")]
    TooLarge,
}

impl TransportError {
    pub(crate) fn obstacle(&self) -> Option<Obstacle> {
        match self {
            Self::NotSent { obstacle, .. } | Self::Lost { obstacle, .. } => *obstacle,
            Self::TooLarge => None,
        }
    }
}

impl From<Unanswered> for TransportError {
    fn from(Unanswered { stage, obstacle, why }: Unanswered) -> Self {
        match stage {
            Stage::NotSent => Self::NotSent { why, obstacle },
            Stage::Lost => Self::Lost { why, obstacle },
            Stage::TooLarge => Self::TooLarge,
        }
    }
}

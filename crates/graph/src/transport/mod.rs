//! The seam between this client and whatever carries its requests.

mod reqwest;
mod tower;

use async_trait::async_trait;
use bytes::Bytes;

pub use self::reqwest::ReqwestTransport;
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
    #[error("the request was not sent: {0}")]
    NotSent(String),
    /// The request left, the answer did not arrive: whether it was acted upon is unknown.
    #[error("the answer was lost: {0}")]
    Lost(String),
    /// An answer began to arrive and is larger than we read. The server has acted or refused; which, is unknown.
    #[error("the answer is too large")]
    TooLarge,
}

//! An answer of success, and how it is worked through.

use bytes::Bytes;
use evidence::Secrets;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio_util::sync::CancellationToken;

use crate::client::{Acknowledged, cancelled};
use crate::operations::Operation;
use crate::problem::{GraphProblem, ServerDetails};

/// What is larger, in bytes, is worked through on a thread of its own: whoever cancels must not wait for it.
pub(crate) const LARGE: usize = 64 * 1024;

/// A successful answer. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Answer {
    pub(crate) operation: Operation,
    /// What was asked, without its query: further pages are of the same collection.
    pub(crate) path: String,
    pub(crate) body: Bytes,
    pub(crate) server: ServerDetails,
    /// What of the question must not come back in what is kept of the answer.
    pub(crate) secrets: Secrets,
}

impl Answer {
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Result<T, GraphProblem> {
        self.read_borrowed()
    }

    pub(crate) fn read_borrowed<'a, T: Deserialize<'a>>(&'a self) -> Result<T, GraphProblem> {
        serde_json::from_slice(&self.body).map_err(|error| self.malformed(&error.to_string()))
    }

    /// Works through it, aside when it is large; until it is done, or nobody waits for it any more.
    pub(crate) async fn read_apart<T: Send + 'static>(
        &self,
        read: impl FnOnce(&Self) -> Result<T, GraphProblem> + Send + 'static,
        cancel: &CancellationToken,
    ) -> Result<T, GraphProblem> {
        if self.body.len() <= LARGE {
            return read(self);
        }
        let answer = self.clone();
        tokio::select! {
            biased;
            () = cancel.cancelled() => Err(cancelled(self.operation)),
            read = apart(true, move || read(&answer)) => {
                read.unwrap_or_else(|| Err(self.malformed("an answer that breaks its reader")))
            }
        }
    }

    pub(crate) fn malformed(&self, why: &str) -> GraphProblem {
        // The reader's complaint quotes what it read.
        let message = evidence::words(&self.secrets.strike(why));
        let server = ServerDetails { message, ..self.server.clone() };
        GraphProblem::malformed(self.operation, server)
    }

    pub(crate) fn acknowledged<T>(self, value: T) -> Acknowledged<T> {
        let ServerDetails { status, request_id, client_request_id, date, .. } = self.server;
        let client_request_id = client_request_id.unwrap_or_default();
        Acknowledged { value, status, request_id, client_request_id, date }
    }
}

/// Does it, on a thread of its own when it is large. None when it broke off.
pub(crate) async fn apart<T: Send + 'static>(
    large: bool,
    work: impl FnOnce() -> T + Send + 'static,
) -> Option<T> {
    if large { tokio::task::spawn_blocking(work).await.ok() } else { Some(work()) }
}

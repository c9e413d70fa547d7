//! Waiting for something that can be cancelled, and for something that must not be.

use tokio_util::sync::CancellationToken;

use crate::error::{SignInError, SignInErrorKind};

/// Waits for it, unless cancelled.
pub(crate) async fn unless_cancelled<T>(
    cancel: &CancellationToken,
    work: impl Future<Output = Result<T, SignInError>>,
) -> Result<T, SignInError> {
    tokio::select! {
        biased;
        () = cancel.cancelled() => Err(SignInErrorKind::Cancelled.into()),
        done = work => done,
    }
}

/// Does it to the end, even when nobody waits any more.
pub(crate) async fn to_completion<T: Send + 'static>(
    work: impl Future<Output = Result<T, SignInError>> + Send + 'static,
) -> Result<T, SignInError> {
    match tokio::spawn(work).await {
        Ok(result) => result,
        Err(_) => Err(SignInErrorKind::NotUnderstood("the renewal broke off".to_owned()).into()),
    }
}

//! Deleted users: kept for 30 days, and restorable with everything they had.

use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::client::{Acknowledged, Call, Graph};
use crate::operations::Operation;
use crate::problem::GraphProblem;
use crate::resource::{DirectoryObject, Resource, User};

/// What is asked of a deleted user.
pub(crate) fn select_deleted() -> Vec<&'static str> {
    User::SELECT.iter().copied().chain(["deletedDateTime"]).collect()
}

impl Graph {
    /// A deleted user.
    pub async fn deleted_user(&self, id: &str, cancel: &CancellationToken) -> Result<User, GraphProblem> {
        self.get(&Call::new(Operation::GetDeletedUser, &[id])?.select(&select_deleted()), cancel).await
    }

    /// Brings a deleted user back: same id, same memberships, same applications. `without_taken`: addresses that an
    /// active user has by now are taken off it; otherwise they stand in the way (Microsoft Graph: Restore deleted
    /// directory object item, `autoReconcileProxyConflict`, false by default).
    pub async fn restore(
        &self,
        id: &str,
        without_taken: bool,
        cancel: &CancellationToken,
    ) -> Result<Acknowledged<DirectoryObject>, GraphProblem> {
        let body = if without_taken { json!({ "autoReconcileProxyConflict": true }) } else { json!({}) };
        let answer = self.send(&Call::new(Operation::Restore, &[id])?.body(body), cancel).await?;
        let object: DirectoryObject = answer.read()?;
        if object.id.is_empty() {
            return Err(answer.malformed("an object without id"));
        }
        Ok(answer.acknowledged(object))
    }
}

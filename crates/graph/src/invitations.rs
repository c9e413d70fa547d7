//! Invitations.

use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::client::{Acknowledged, Call, Graph};
use crate::operations::Operation;
use crate::problem::GraphProblem;
use crate::resource::{Invitation, InvitationRequest};

impl Graph {
    /// Invites a guest. The answer may name a guest that exists already: compare its id with what was expected.
    pub async fn invite(
        &self,
        request: &InvitationRequest,
        cancel: &CancellationToken,
    ) -> Result<Acknowledged<Invitation>, GraphProblem> {
        let answer = self.send(&Call::new(Operation::Invite, &[])?.body(json!(request)), cancel).await?;
        let invitation: Invitation = answer.read()?;
        if invitation.invited_user.id.is_empty() {
            return Err(answer.malformed("an invitation without a guest"));
        }
        Ok(answer.acknowledged(invitation))
    }
}

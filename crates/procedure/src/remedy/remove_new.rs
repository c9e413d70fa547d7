//! The way back from *Invite*: the account that the invitation made goes, as long as nobody has accepted. It can be
//! restored for thirty days (Microsoft Entra: "Recover from deletions"); a message that was sent has arrived.

use async_trait::async_trait;
use graph::{Graph, GraphProblemKind};
use guest::{PlanNote, RemedyKind};
use journal::Transition;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::new_account::{self, SentInvitation};
use super::{Procedure, Remarks};
use crate::checkpoint::{Checkpoint, payload, step};
use crate::ending::{Applied, Interruption};
use crate::execution::Execution;
use crate::outcome::{Addresses, PropertyChange, Realisation, StepKind, StepState};
use crate::plan_kind::Purpose;
use crate::problem::{ErrorKind, Problem};
use crate::seen;
use crate::sight::{Whereabouts, whereabouts_for_good};

/// Remove the account that an invitation made, if it made one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RemoveNew {
    /// Object id of the account, where the answer named it.
    pub(super) account: Option<String>,
    /// The invitation whose account is not known, or not proven to be ours: looked for before anything is removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) invited: Option<SentInvitation>,
}

#[async_trait]
impl Procedure for RemoveNew {
    /// It deletes, and what it deletes can be restored: that is one permission.
    fn remedy(&self) -> RemedyKind {
        RemedyKind::Restore
    }

    fn account(&self) -> Option<&str> {
        self.account.as_deref()
    }

    fn steps(&self) -> Vec<StepKind> {
        vec![StepKind::Compare, StepKind::DeleteNew, StepKind::AwaitGone, StepKind::DiagnoseAgain]
    }

    /// It goes as a whole.
    fn changes(&self, _: Option<&Addresses>) -> Vec<PropertyChange> {
        Vec::new()
    }

    /// An account that somebody removed already is nothing to take back, and one that was accepted is the guest's.
    async fn look_back(
        &self,
        graph: &Graph,
        cancel: &CancellationToken,
    ) -> Result<Vec<PropertyChange>, Problem> {
        let Some(account) = &self.account else { return Ok(self.planned()) };
        match whereabouts_for_good(graph, account, cancel).await? {
            Whereabouts::Live => not_accepted(&graph.user(account, cancel).await?)?,
            Whereabouts::Deleted => return Err(ErrorKind::ChangedSince.into()),
            // Made a moment ago, it may not show yet.
            Whereabouts::Nowhere => return Err(ErrorKind::NotVisibleInTime.into()),
        }
        Ok(self.planned())
    }

    async fn run(&self, on: &Execution, from: &Checkpoint) -> Result<Applied, Interruption> {
        on.show(StepKind::Compare, StepState::Running);
        let new = new_account::find(on, self.invited.as_ref(), self.account.as_deref(), None).await?;
        if self.account.is_some() && new.is_none() {
            // Somebody made it another account than the one that was invited.
            return Err(ErrorKind::ChangedSince.into());
        }
        if let Some(new) = &new
            && !from.is_done(step::DELETE_NEW)
        {
            match on.signed_in.graph.user(new, &on.cancel).await {
                Ok(user) => not_accepted(&user)?,
                // Whether it is gone is looked at before it is deleted.
                Err(problem) if problem.kind == GraphProblemKind::NotFound => {}
                Err(problem) => return Err(problem.into()),
            }
        }
        on.intend(from, &json!({ "account": self.account })).await?;
        on.show(StepKind::Compare, StepState::Done);
        if let Some(new) = &new {
            new_account::remove(on, new).await?;
        } else {
            on.show(StepKind::DeleteNew, StepState::Skipped);
            on.show(StepKind::AwaitGone, StepState::Skipped);
        }
        on.note(Transition::Verified { after: payload(&json!({ "removed": new })) }).await?;
        Ok(Applied {
            seen: true,
            made: Realisation::Seen,
            changes: Vec::new(),
            unrestored: Vec::new(),
            account: new,
        })
    }

    fn reverse(&self, _: &Checkpoint) -> Option<super::Work> {
        None
    }

    fn removes_account(&self, _: &Checkpoint) -> bool {
        true
    }

    fn remarks(&self, _: Purpose) -> Remarks {
        Remarks { warnings: vec![PlanNote::InvitedAccountRemoved], ..Remarks::default() }
    }
}

/// Refuses once the guest has accepted: from then on the account is theirs, with whatever they do with it.
fn not_accepted(user: &graph::User) -> Result<(), Problem> {
    let user = seen::user(user);
    let state = user.external_user_state.value();
    if state.is_some_and(|state| state.eq_ignore_ascii_case("Accepted")) {
        return Err(ErrorKind::GuestAccepted.into());
    }
    Ok(())
}

//! The way back from *Remove and invite again*: the new account goes, the original comes back with everything it had
//! (Microsoft Entra: "Recover from deletions": a restored user keeps id, memberships, roles and assignments).

use async_trait::async_trait;
use graph::Graph;
use guest::{PlanNote, RemedyKind};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::bring_back::{self, Return, Returned};
use super::new_account::{self, SentInvitation};
use super::{Procedure, Remarks, Work};
use crate::checkpoint::Checkpoint;
use crate::ending::{Applied, Interruption};
use crate::execution::Execution;
use crate::outcome::{Addresses, Belonging, NamedObject, PropertyChange, StepKind, StepState, Unrestored};
use crate::plan_kind::Purpose;
use crate::problem::{ErrorKind, Problem};
use crate::sight::{Whereabouts, whereabouts_for_good};

/// Remove the new account, if there is one, and restore the original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PutBack {
    /// Object id of the original account.
    pub(super) original: String,
    /// Object id of the new account.
    pub(super) replacement: Option<String>,
    /// The invitation whose account is not known, or not proven to be ours: looked for before anything is removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) invited: Option<SentInvitation>,
    /// Whether nobody knows that the original was deleted: then it may be there, and that it is is what is promised.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) unsure: bool,
    /// The groups that the original must be seen in when it is back. A record of an earlier version names none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) groups: Vec<NamedObject>,
}

impl PutBack {
    /// Whether there is a new account, or may be.
    fn may_remove(&self) -> bool {
        self.replacement.is_some() || self.invited.is_some()
    }

    fn returning(&self) -> Return<'_> {
        Return { account: &self.original, gone: ErrorKind::CannotUndo, without_taken: false }
    }
}

#[async_trait]
impl Procedure for PutBack {
    /// It deletes and restores, as the way there does.
    fn remedy(&self) -> RemedyKind {
        RemedyKind::RemoveAndInvite
    }

    fn account(&self) -> Option<&str> {
        Some(&self.original)
    }

    fn steps(&self) -> Vec<StepKind> {
        use StepKind as S;
        let mut steps = vec![S::Compare, S::Restore, S::ReadBack, S::DiagnoseAgain];
        if self.may_remove() {
            steps.splice(1..1, [S::DeleteNew, S::AwaitGone]);
        }
        steps
    }

    /// Nothing of the original is changed.
    fn changes(&self, _: Option<&Addresses>) -> Vec<PropertyChange> {
        Vec::new()
    }

    /// An original that is not among the deleted users came back already, or is gone for good. One that came back while
    /// the new account may still stand leaves that to be removed.
    async fn look_back(
        &self,
        graph: &Graph,
        cancel: &CancellationToken,
    ) -> Result<Vec<PropertyChange>, Problem> {
        match whereabouts_for_good(graph, &self.original, cancel).await? {
            Whereabouts::Deleted => Ok(self.planned()),
            Whereabouts::Live if self.may_remove() || self.unsure => Ok(self.planned()),
            Whereabouts::Live => Err(ErrorKind::ChangedSince.into()),
            Whereabouts::Nowhere => Err(ErrorKind::CannotUndo.into()),
        }
    }

    async fn run(&self, on: &Execution, from: &Checkpoint) -> Result<Applied, Interruption> {
        put_back(on, self, from).await
    }

    fn reverse(&self, _: &Checkpoint) -> Option<Work> {
        None
    }

    fn brings_back(&self) -> Option<&str> {
        Some(&self.original)
    }

    fn removes_account(&self, _: &Checkpoint) -> bool {
        self.may_remove()
    }

    fn remarks(&self, _: Purpose) -> Remarks {
        let removed = self.may_remove().then_some(PlanNote::NewAccountRemoved);
        Remarks { warnings: removed.into_iter().collect(), notes: vec![PlanNote::OriginalComesBack] }
    }
}

async fn put_back(on: &Execution, what: &PutBack, from: &Checkpoint) -> Result<Applied, Interruption> {
    on.show(StepKind::Compare, StepState::Running);
    let is_back = bring_back::is_back(on, &what.returning(), from).await?;
    let (invited, recorded) = (what.invited.as_ref(), what.replacement.as_deref());
    let new = new_account::find(on, invited, recorded, Some(&what.original)).await?;
    if is_back && new.is_none() && !what.unsure && !from.is_resumed() {
        // Somebody restored it meanwhile: there is nothing to put back, and nothing to go on with either.
        on.give_up_interrupted().await?;
        return Err(ErrorKind::ChangedSince.into());
    }
    on.intend(from, &json!({ "original": what.original, "replacement": what.replacement })).await?;
    on.show(StepKind::Compare, StepState::Done);
    if let Some(new) = &new {
        new_account::remove(on, new).await?;
    } else {
        on.show(StepKind::DeleteNew, StepState::Skipped);
        on.show(StepKind::AwaitGone, StepState::Skipped);
    }
    bring_back::restore(on, &what.returning(), from).await?;
    // The original must be seen, in the groups it was in (Microsoft Entra: "Recover from deletions").
    let reads_groups = !what.groups.is_empty();
    bring_back::read_back(on, what, &what.original, reads_groups, |read| missing(what, read)).await
}

/// The groups that the original is not seen in. Before anything was read, nothing is known of them.
fn missing(what: &PutBack, read: &Returned) -> Vec<Unrestored> {
    match &read.groups {
        _ if what.groups.is_empty() => Vec::new(),
        None => vec![Unrestored::NotSeen { of: Belonging::Groups }],
        Some(groups) => {
            let missing = what.groups.iter().filter(|group| !groups.contains(&group.id));
            missing.cloned().map(Unrestored::Group).collect()
        }
    }
}

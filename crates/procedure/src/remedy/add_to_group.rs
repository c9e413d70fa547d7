//! *Add to the group*, and its way back: taking the guest out again.

use async_trait::async_trait;
use graph::{Graph, Operation};
use guest::RemedyKind;
use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;

use super::membership::{MEMBER_OF, Membership};
use super::{AddressQuestion, Draft, Drafted, Drafting, Procedure, Work};
use crate::checkpoint::Checkpoint;
use crate::ending::{Applied, Interruption};
use crate::execution::Execution;
use crate::outcome::{Addresses, NamedObject, PropertyChange, StepKind};
use crate::problem::{ErrorKind, Problem};

/// Add the guest to a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AddMember {
    #[serde(flatten)]
    membership: Membership,
}

impl Drafted for AddMember {
    const REMEDY: RemedyKind = RemedyKind::AddToGroup;
    const SENDS: &'static [Operation] = &[Operation::AddMember, Operation::RemoveMember];
    const QUESTION: Option<AddressQuestion> = None;
    const DELETES: bool = false;

    async fn draft(from: &Drafting<'_>) -> Result<Draft, Problem> {
        let chosen = from.seen.facts.group.as_ref().ok_or(ErrorKind::NotForThisGuest)?;
        let name = chosen.group.get().map_or_else(|| chosen.id.clone(), guest::Group::name);
        let membership = Membership::of(from, NamedObject { id: chosen.id.clone(), name })?;
        let changes = membership.change(false, true);
        let work = Work::AddMember(Box::new(Self { membership }));
        Ok(Draft { work: Some(work), changes, ..from.begun(None) })
    }
}

#[async_trait]
impl Procedure for AddMember {
    fn remedy(&self) -> RemedyKind {
        RemedyKind::AddToGroup
    }

    fn account(&self) -> Option<&str> {
        Some(&self.membership.guest)
    }

    fn steps(&self) -> Vec<StepKind> {
        vec![StepKind::Compare, StepKind::AddToGroup, StepKind::ReadBack, StepKind::DiagnoseAgain]
    }

    fn changes(&self, _: Option<&Addresses>) -> Vec<PropertyChange> {
        self.membership.change(false, true)
    }

    async fn run(&self, on: &Execution, from: &Checkpoint) -> Result<Applied, Interruption> {
        let of = &self.membership;
        let changed = ErrorKind::TenantChanged { property: MEMBER_OF };
        if of.is_to_be_sent(on, from, true, changed).await? {
            on.intend(from, of).await?;
            of.add(on).await?;
        }
        of.read_back(on, true, self.changes(None)).await
    }

    /// Only what this change was seen to have done: a guest whom somebody else added stays.
    fn reverse(&self, reached: &Checkpoint) -> Option<Work> {
        let ours = reached.is_done(&self.membership.request(true));
        ours.then(|| Work::RemoveMember(Box::new(RemoveMember { membership: self.membership.clone() })))
    }
}

/// Take out again a guest whom a change of this app added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RemoveMember {
    #[serde(flatten)]
    membership: Membership,
}

#[async_trait]
impl Procedure for RemoveMember {
    fn remedy(&self) -> RemedyKind {
        RemedyKind::AddToGroup
    }

    fn account(&self) -> Option<&str> {
        Some(&self.membership.guest)
    }

    fn steps(&self) -> Vec<StepKind> {
        vec![StepKind::Compare, StepKind::RemoveFromGroup, StepKind::ReadBack, StepKind::DiagnoseAgain]
    }

    fn changes(&self, _: Option<&Addresses>) -> Vec<PropertyChange> {
        self.membership.change(true, false)
    }

    /// Refused when the guest is no member any more, and when nobody may be taken out by now.
    async fn look_back(
        &self,
        graph: &Graph,
        cancel: &CancellationToken,
    ) -> Result<Vec<PropertyChange>, Problem> {
        let now = self.membership.read(graph, cancel).await?;
        if let Some(gone @ ErrorKind::GroupGone { .. }) = now.closed {
            return Err(gone.into());
        }
        if !now.is_member {
            // That they are none may be our own change that does not show yet.
            return Err(ErrorKind::NotVisibleInTime.into());
        }
        match now.closed {
            Some(closed) => Err(closed.into()),
            None => Ok(self.planned()),
        }
    }

    async fn run(&self, on: &Execution, from: &Checkpoint) -> Result<Applied, Interruption> {
        let of = &self.membership;
        if of.is_to_be_sent(on, from, false, ErrorKind::ChangedSince).await? {
            on.intend(from, of).await?;
            on.may_go_on()?;
            of.remove(on).await?;
        }
        of.read_back(on, false, self.changes(None)).await
    }

    fn reverse(&self, _: &Checkpoint) -> Option<Work> {
        None
    }
}

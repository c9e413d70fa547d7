//! *Renew membership*: out of the group and in again, so that Exchange subscribes the guest anew (Set-UnifiedGroup:
//! "guests are always subscribed when added"; that it holds for who is added *again* is inferred).
//!
//! Between the two requests the guest is out. Whatever stops it there is gone on with, or put back: the guest is added.

use async_trait::async_trait;
use graph::{Graph, GraphProblemKind, Operation};
use guest::{Known, PlanNote, RemedyKind, WhyNot};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::membership::{MEMBER_OF, Membership};
use super::{AddressQuestion, Draft, Drafted, Drafting, Procedure, Remarks, Work};
use crate::checkpoint::Checkpoint;
use crate::ending::{Applied, Interruption};
use crate::execution::Execution;
use crate::outcome::{Addresses, NamedObject, PropertyChange, StepKind, StepState};
use crate::plan_kind::Purpose;
use crate::problem::{ErrorKind, Problem};

/// Take the guest out of a group and add them again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RenewMember {
    #[serde(flatten)]
    membership: Membership,
}

impl Drafted for RenewMember {
    const REMEDY: RemedyKind = RemedyKind::RenewMembership;
    const SENDS: &'static [Operation] = &[Operation::RemoveMember, Operation::AddMember];
    const QUESTION: Option<AddressQuestion> = None;
    const DELETES: bool = false;

    async fn draft(from: &Drafting<'_>) -> Result<Draft, Problem> {
        let chosen = from.seen.facts.group.as_ref().ok_or(ErrorKind::NotForThisGuest)?;
        let name = chosen.group.get().map_or_else(|| chosen.id.clone(), guest::Group::name);
        let membership = Membership::of(from, NamedObject { id: chosen.id.clone(), name })?;
        let work = Self { membership };
        let changes = work.changes(None);
        Ok(Draft { work: Some(Work::RenewMember(Box::new(work))), changes, ..from.begun(None) })
    }
}

#[async_trait]
impl Procedure for RenewMember {
    fn remedy(&self) -> RemedyKind {
        RemedyKind::RenewMembership
    }

    fn account(&self) -> Option<&str> {
        Some(&self.membership.guest)
    }

    fn steps(&self) -> Vec<StepKind> {
        use StepKind as S;
        vec![S::Compare, S::RemoveFromGroup, S::AwaitOut, S::AddToGroup, S::ReadBack, S::DiagnoseAgain]
    }

    fn changes(&self, _: Option<&Addresses>) -> Vec<PropertyChange> {
        self.membership.change(true, true)
    }

    async fn run(&self, on: &Execution, from: &Checkpoint) -> Result<Applied, Interruption> {
        let adding = self.membership.request(true);
        if from.is_done(&adding) || !on.doubts(&adding).is_empty() {
            // Nobody was asked to be added who had not been seen to be out.
            for step in [StepKind::Compare, StepKind::RemoveFromGroup, StepKind::AwaitOut] {
                on.show(step, StepState::Skipped);
            }
        } else {
            self.take_out(on, from).await?;
            self.await_out(on).await?;
        }
        add_again(&self.membership, on, from).await?;
        self.membership.read_back(on, true, self.changes(None)).await
    }

    /// Out and in again is where it began.
    fn reverse(&self, _: &Checkpoint) -> Option<Work> {
        None
    }

    /// Whoever was taken out, or may have been, and was not added since.
    fn put_back(&self, reached: &Checkpoint) -> Option<Work> {
        let (removed, added) = (self.membership.request(false), self.membership.request(true));
        let sent = reached.is_done(&removed) || !reached.effects().doubts(&removed).is_empty();
        let may_be_out = sent && !reached.is_done(&added);
        let unsure = !reached.is_done(&removed);
        let perhaps_added = !reached.effects().doubts(&added).is_empty();
        let again = || AddAgain { membership: self.membership.clone(), unsure, perhaps_added };
        may_be_out.then(|| Work::AddAgain(Box::new(again())))
    }
}

impl RenewMember {
    /// Takes the guest out, unless an earlier run did. Before anything is sent: whoever is out must get in again.
    async fn take_out(&self, on: &Execution, from: &Checkpoint) -> Result<(), Interruption> {
        let of = &self.membership;
        let changed = || ErrorKind::TenantChanged { property: MEMBER_OF };
        if !of.is_to_be_sent(on, from, false, changed()).await? {
            return Ok(());
        }
        if of.takes_guests(on).await == Known::Is(false) {
            if !on.doubts(&of.request(false)).is_empty() {
                on.found_not_done(&of.request(false)).await?;
            }
            return Err(of.not_writable(WhyNot::TakesNoGuests).into());
        }
        on.intend(from, of).await?;
        on.may_go_on()?;
        if of.remove(on).await? {
            return Ok(());
        }
        // Somebody else took them out meanwhile, which is not ours to reverse.
        Err(changed().into())
    }

    /// Waits until the guest is seen to be out: added before, they would be a member already, and then out.
    async fn await_out(&self, on: &Execution) -> Result<(), Interruption> {
        on.show(StepKind::AwaitOut, StepState::Running);
        let name = self.membership.request(false);
        let seen = self.membership.is_seen(on, false).await?;
        let in_doubt = !on.doubts(&name).is_empty();
        if !seen {
            on.show(StepKind::AwaitOut, StepState::NotYetVisible);
            let kind = if in_doubt { ErrorKind::AnswerLost } else { ErrorKind::NotVisibleInTime };
            return Err(kind.into());
        }
        if in_doubt {
            on.found_done(&name, json!({ "seen": true })).await?;
            on.show(StepKind::RemoveFromGroup, StepState::Done);
        }
        on.show(StepKind::AwaitOut, StepState::Done);
        Ok(())
    }
}

/// Adds the guest, unless an earlier run did; where its answer was lost, that is looked for first. With a group that is
/// gone there is nothing left to be a member of.
async fn add_again(of: &Membership, on: &Execution, from: &Checkpoint) -> Result<(), Interruption> {
    let name = of.request(true);
    let in_doubt = !on.doubts(&name).is_empty();
    if from.is_done(&name) || (in_doubt && of.is_seen(on, true).await?) {
        if in_doubt {
            on.found_done(&name, json!({ "seen": true })).await?;
        }
        on.show(StepKind::AddToGroup, StepState::Skipped);
        return Ok(());
    }
    match of.add(on).await {
        Err(Interruption::Stopped(problem)) if is_gone(of, on, &problem).await => {
            Err(Interruption::Void(problem))
        }
        ended => ended,
    }
}

/// Whether the group was said to be gone, and is found by no look for as long as the directory may be behind.
async fn is_gone(of: &Membership, on: &Execution, problem: &Problem) -> bool {
    if !matches!(problem.kind, ErrorKind::GroupGone { .. }) {
        return false;
    }
    let seen = on.await_sight(async || match on.signed_in.graph.group(&of.group.id, &on.cancel).await {
        Ok(group) => Ok(Some(group)),
        Err(problem) if problem.kind == GraphProblemKind::NotFound => Ok(None),
        Err(problem) => Err(problem.into()),
    });
    seen.await.is_ok_and(|seen| seen.is_none())
}

/// Add again a guest whom a renewal took out, or may have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AddAgain {
    #[serde(flatten)]
    membership: Membership,
    /// Whether nobody knows that the guest was taken out: then that they are in it is what is promised.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    unsure: bool,
    /// Whether nobody knows what became of the renewal's own request to add them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    perhaps_added: bool,
}

impl AddAgain {
    /// Whether the guest is to be added. Where nobody could tell afterwards what the request did, only when they are seen
    /// to be out: who may never have been out, when that is seen; who was out and may be in again, when they are not seen
    /// to be, each for as long as the directory may be behind.
    async fn is_to_be_added(&self, on: &Execution) -> Result<bool, Problem> {
        if self.perhaps_added {
            return Ok(!self.membership.is_seen(on, true).await?);
        }
        Ok(!self.unsure || self.membership.is_seen(on, false).await?)
    }
}

#[async_trait]
impl Procedure for AddAgain {
    fn remedy(&self) -> RemedyKind {
        RemedyKind::RenewMembership
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

    /// Refused where nobody can be added any more.
    async fn look_back(
        &self,
        graph: &Graph,
        cancel: &CancellationToken,
    ) -> Result<Vec<PropertyChange>, Problem> {
        match self.membership.read(graph, cancel).await?.closed {
            Some(closed) => Err(closed.into()),
            None => Ok(self.planned()),
        }
    }

    /// Of whom we took out it proves nothing that they show in the group: a directory that is behind shows them. What is
    /// asked for is that they are in it, and the server knows.
    async fn run(&self, on: &Execution, from: &Checkpoint) -> Result<Applied, Interruption> {
        let of = &self.membership;
        on.show(StepKind::Compare, StepState::Running);
        let closed = of.read(&on.signed_in.graph, &on.cancel).await?.closed;
        if let Some(closed) = closed.filter(|_| !from.is_resumed()) {
            return Err(closed.into());
        }
        on.intend(from, of).await?;
        on.show(StepKind::Compare, StepState::Done);
        on.may_go_on()?;
        let sent = from.is_done(&of.request(true)) || !on.doubts(&of.request(true)).is_empty();
        if sent || self.is_to_be_added(on).await? {
            add_again(of, on, from).await?;
        } else {
            on.show(StepKind::AddToGroup, StepState::Skipped);
        }
        of.read_back(on, true, self.changes(None)).await
    }

    fn reverse(&self, _: &Checkpoint) -> Option<Work> {
        None
    }

    fn remarks(&self, _: Purpose) -> Remarks {
        Remarks { notes: vec![PlanNote::AddedAgain], ..Remarks::default() }
    }
}

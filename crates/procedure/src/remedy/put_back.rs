//! The way back from *Remove and invite again*: the new account goes, the original comes back with everything it had
//! (Microsoft Entra: "Recover from deletions": a restored user keeps id, memberships, roles and assignments).

use async_trait::async_trait;
use graph::{Graph, GraphProblem, GraphProblemKind};
use guest::{PlanNote, RemedyKind};
use journal::Transition;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::in_the_way::in_the_way;
use super::remove_and_invite::SentInvitation;
use super::{Procedure, Remarks, Work};
use crate::checkpoint::{Checkpoint, payload, step};
use crate::ending::{Applied, Interruption};
use crate::execution::{Execution, RequestOutcome};
use crate::outcome::{
    Addresses, Belonging, NamedObject, PropertyChange, Realisation, StepKind, StepState, Unrestored,
};
use crate::plan_kind::Purpose;
use crate::problem::{ErrorKind, Problem};
use crate::seen;
use crate::sight::{READ_BACK_DELAYS, Whereabouts, whereabouts};

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
        let found = match whereabouts(graph, &self.original, cancel).await? {
            // One "not found" may be a mistake, and what is said here is remembered.
            Whereabouts::Nowhere => whereabouts(graph, &self.original, cancel).await?,
            found @ (Whereabouts::Live | Whereabouts::Deleted) => found,
        };
        match found {
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
    let is_back = is_back(on, what, from).await?;
    let new = new_account(on, what).await?;
    if is_back && new.is_none() && !what.unsure && !from.is_resumed() {
        // Somebody restored it meanwhile: there is nothing to put back, and nothing to go on with either.
        on.give_up_interrupted().await?;
        return Err(ErrorKind::ChangedSince.into());
    }
    on.intend(from, &json!({ "original": what.original, "replacement": what.replacement })).await?;
    on.show(StepKind::Compare, StepState::Done);
    if let Some(new) = &new {
        remove(on, new).await?;
    } else {
        on.show(StepKind::DeleteNew, StepState::Skipped);
        on.show(StepKind::AwaitGone, StepState::Skipped);
    }
    restore(on, what, from).await?;
    read_back(on, what).await
}

/// Whether the original is back already. Where it is neither back nor among the deleted users, nothing else is touched.
async fn is_back(on: &Execution, what: &PutBack, from: &Checkpoint) -> Result<bool, Interruption> {
    match on.somewhere(&what.original).await? {
        Some(found) => Ok(found == Whereabouts::Live),
        // Removed for good while this was under way: nothing brings it back. Said once it was seen a second time, for what
        // ends here is not gone on with any more.
        None if from.is_resumed() => Err(Interruption::Void(ErrorKind::CannotUndo.into())),
        None => Err(ErrorKind::CannotUndo.into()),
    }
}

/// The account to remove: the one that was recorded, or the one that an invitation of ours made whose answer never came.
/// One that was recorded and never looked at must be ours as well.
async fn new_account(on: &Execution, what: &PutBack) -> Result<Option<String>, Interruption> {
    let Some(invited) = &what.invited else { return Ok(what.replacement.clone()) };
    let Some(recorded) = &what.replacement else {
        // Made a moment ago, it may not show yet.
        let found = on.await_sight(|| invited.find(on, &what.original));
        return Ok(found.await?);
    };
    let ours = on.await_sight(async || match on.signed_in.graph.user(recorded, &on.cancel).await {
        Ok(user) => Ok(Some(invited.made(on, &user).await?)),
        Err(problem) if problem.kind == GraphProblemKind::NotFound => {
            let deleted = on.whereabouts(recorded).await? == Whereabouts::Deleted;
            Ok(deleted.then_some(true))
        }
        Err(problem) => Err(problem.into()),
    });
    let ours = ours.await?.ok_or(ErrorKind::NotVisibleInTime)?;
    Ok(ours.then(|| recorded.clone()))
}

/// Deletes the new account and waits until it is gone: while it is there, its user name is taken. "Not found" is no sign
/// that it is gone: a part of the directory may not have it yet. That it is among the deleted users is one.
async fn remove(on: &Execution, new: &str) -> Result<(), Interruption> {
    if on.somewhere(new).await? == Some(Whereabouts::Deleted) {
        if !on.doubts(step::DELETE_NEW).is_empty() {
            on.found_done(step::DELETE_NEW, json!({ "seen": true })).await?;
        }
        on.show(StepKind::DeleteNew, StepState::Skipped);
    } else {
        delete_new(on, new).await?;
    }
    Ok(on.await_gone(new).await?)
}

async fn delete_new(on: &Execution, new: &str) -> Result<(), Interruption> {
    on.may_go_on()?;
    on.show(StepKind::DeleteNew, StepState::Running);
    let uncancelled = CancellationToken::new();
    let request = on.signed_in.graph.delete_user(new, &uncancelled);
    let problem = match on.send(step::DELETE_NEW, request, |()| json!({})).await? {
        RequestOutcome::Acknowledged(()) => {
            on.show(StepKind::DeleteNew, StepState::Done);
            return Ok(());
        }
        RequestOutcome::Rejected(problem) if problem.kind != GraphProblemKind::NotFound => {
            on.show(StepKind::DeleteNew, StepState::Refused);
            return Err(problem.into());
        }
        // Not found: gone already, or the server is mistaken. Lost: done, or not. A look tells.
        RequestOutcome::Rejected(problem) | RequestOutcome::Unknown(problem) => Problem::from(problem),
    };
    on.show(StepKind::DeleteNew, StepState::Unknown);
    if !on.is_seen_gone(new).await? {
        return Err(problem.into());
    }
    if !on.doubts(step::DELETE_NEW).is_empty() {
        on.found_done(step::DELETE_NEW, json!({ "seen": true })).await?;
    }
    on.show(StepKind::DeleteNew, StepState::Done);
    Ok(())
}

/// Restores the original, unless it is there already.
async fn restore(on: &Execution, what: &PutBack, from: &Checkpoint) -> Result<(), Interruption> {
    on.show(StepKind::Restore, StepState::Running);
    if is_back(on, what, from).await? {
        return Ok(found_restored(on).await?);
    }
    on.may_go_on()?;
    let uncancelled = CancellationToken::new();
    let request = on.signed_in.graph.restore(&what.original, &uncancelled);
    let problem = match on.send(step::RESTORE, request, |_| json!({})).await? {
        RequestOutcome::Acknowledged(_) => {
            on.show(StepKind::Restore, StepState::Done);
            return Ok(());
        }
        RequestOutcome::Rejected(problem) if problem.kind != GraphProblemKind::NotFound => {
            on.show(StepKind::Restore, StepState::Refused);
            return Err(refused(on, what, problem).await.into());
        }
        RequestOutcome::Rejected(problem) | RequestOutcome::Unknown(problem) => Problem::from(problem),
    };
    on.show(StepKind::Restore, StepState::Unknown);
    let back = on
        .await_sight(async || Ok((on.whereabouts(&what.original).await? == Whereabouts::Live).then_some(())));
    if back.await?.is_none() {
        return Err(problem.into());
    }
    Ok(found_restored(on).await?)
}

/// Where another account has the user name or an address of the original by now, it is named: once it is gone, this way
/// leads back.
async fn refused(on: &Execution, what: &PutBack, problem: GraphProblem) -> Problem {
    let GraphProblemKind::Conflict { objects, .. } = &problem.kind else { return problem.into() };
    let address = on.subject.searched.as_str().to_owned();
    let owners = in_the_way(on, &what.original, &address, objects).await;
    Problem { kind: ErrorKind::AddressConflict { address, owners }, ..problem.into() }
}

async fn found_restored(on: &Execution) -> Result<(), Problem> {
    if !on.doubts(step::RESTORE).is_empty() {
        on.found_done(step::RESTORE, json!({ "seen": true })).await?;
    }
    on.show(StepKind::Restore, StepState::Done);
    Ok(())
}

/// The original must be seen, in the groups it was in (Microsoft Entra: "Recover from deletions").
async fn read_back(on: &Execution, what: &PutBack) -> Result<Applied, Interruption> {
    on.show(StepKind::ReadBack, StepState::Running);
    let mut back = None;
    let mut left = unseen_groups(what);
    for delay in READ_BACK_DELAYS {
        if on.pause(delay).await.is_err() {
            break;
        }
        let graph = &on.signed_in.graph;
        if let Ok(user) = graph.user(&what.original, &on.cancel).await {
            back = Some(seen::user(&user));
        }
        if what.groups.is_empty() {
            left.clear();
        } else if let Ok(groups) = graph.memberships(&what.original, &on.cancel).await {
            let missing = what.groups.iter().filter(|group| groups.iter().all(|one| one.id != group.id));
            left = missing.cloned().map(Unrestored::Group).collect();
        }
        if back.is_some() && left.is_empty() {
            break;
        }
    }
    let seen = payload(&back.as_ref().map(Addresses::from));
    let (state, transition) = match back {
        Some(_) => (StepState::Done, Transition::Verified { after: seen }),
        None => (StepState::NotYetVisible, Transition::NotYetVisible { seen }),
    };
    on.show(StepKind::ReadBack, state);
    on.note(transition).await?;
    Ok(Applied {
        seen: back.is_some(),
        made: if back.is_some() { Realisation::Seen } else { Realisation::NotSeenYet },
        changes: Vec::new(),
        unrestored: if back.is_some() { left } else { Vec::new() },
        account: what.original.clone(),
    })
}

/// Before anything was read: nothing is known of the groups.
fn unseen_groups(what: &PutBack) -> Vec<Unrestored> {
    let unseen = Unrestored::NotSeen { of: Belonging::Groups };
    if what.groups.is_empty() { Vec::new() } else { vec![unseen] }
}

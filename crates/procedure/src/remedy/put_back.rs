//! The way back from *Remove and invite again*: the new account goes, the original comes back with everything it had
//! (Microsoft Entra: "Recover from deletions": a restored user keeps id, memberships, roles and assignments).

use async_trait::async_trait;
use graph::{Graph, GraphProblemKind};
use guest::{PlanNote, RemedyKind};
use journal::Transition;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::{Procedure, Remarks, Work};
use crate::checkpoint::{Checkpoint, payload, step};
use crate::ending::{Applied, Interruption};
use crate::execution::{Execution, READ_BACK_DELAYS, RequestOutcome};
use crate::outcome::{Addresses, PropertyChange, Realisation, StepKind, StepState};
use crate::plan_kind::Purpose;
use crate::problem::{ErrorKind, Problem};
use crate::seen;

/// Remove the new account, if there is one, and restore the original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PutBack {
    /// Object id of the original account.
    pub(super) original: String,
    /// Object id of the new account.
    pub(super) replacement: Option<String>,
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
        match self.replacement {
            Some(_) => {
                vec![S::Compare, S::DeleteNew, S::AwaitGone, S::Restore, S::ReadBack, S::DiagnoseAgain]
            }
            None => vec![S::Compare, S::Restore, S::ReadBack, S::DiagnoseAgain],
        }
    }

    /// Nothing of the original is changed.
    fn changes(&self, _: Option<&Addresses>) -> Vec<PropertyChange> {
        Vec::new()
    }

    /// An original that is not among the deleted users came back already, or is gone for good.
    async fn look_back(
        &self,
        graph: &Graph,
        cancel: &CancellationToken,
    ) -> Result<Vec<PropertyChange>, Problem> {
        match graph.deleted_user(&self.original, cancel).await {
            Ok(_) => Ok(self.planned()),
            Err(problem) if problem.kind == GraphProblemKind::NotFound => {
                let back = graph.user(&self.original, cancel).await.is_ok();
                Err(if back { ErrorKind::ChangedSince } else { ErrorKind::CannotUndo }.into())
            }
            Err(problem) => Err(problem.into()),
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
        self.replacement.is_some()
    }

    fn remarks(&self, _: Purpose) -> Remarks {
        let removed = self.replacement.as_ref().map(|_| PlanNote::NewAccountRemoved);
        Remarks { warnings: removed.into_iter().collect(), notes: vec![PlanNote::OriginalComesBack] }
    }
}

async fn put_back(on: &Execution, what: &PutBack, from: &Checkpoint) -> Result<Applied, Interruption> {
    let live = on.is_live(&what.original).await.map_err(|problem| from.before_acting(problem))?;
    if !live {
        on.show(StepKind::Compare, StepState::Running);
        restorable(on, what, from).await?;
        on.intend(from, &json!({ "original": what.original, "replacement": what.replacement })).await?;
        on.show(StepKind::Compare, StepState::Done);
        let mut changed = false;
        if let Some(new) = &what.replacement {
            changed = remove(on, new, from).await?;
        }
        restore(on, what, changed || from.is_resumed()).await?;
    } else if !from.is_resumed() {
        // Somebody restored it meanwhile: there is nothing to put back, and nothing to go on with either.
        on.give_up_interrupted().await.map_err(Interruption::Unchanged)?;
        return Err(Interruption::Unchanged(ErrorKind::ChangedSince.into()));
    }
    read_back(on, what).await
}

/// The original must be among the deleted users before anything else is touched.
async fn restorable(on: &Execution, what: &PutBack, from: &Checkpoint) -> Result<(), Interruption> {
    match on.signed_in.graph.deleted_user(&what.original, &on.cancel).await {
        Ok(_) => Ok(()),
        Err(problem) if problem.kind == GraphProblemKind::NotFound => {
            Err(from.before_acting(ErrorKind::CannotUndo.into()))
        }
        Err(problem) => Err(from.before_acting(problem.into())),
    }
}

/// Deletes the new account and waits until it is gone: while it is there, its user name is taken. True when something
/// was changed.
async fn remove(on: &Execution, new: &str, from: &Checkpoint) -> Result<bool, Interruption> {
    let mut changed = from.is_done(step::DELETE_NEW);
    let live = on.is_live(new).await.map_err(|problem| from.before_acting(problem))?;
    if live {
        on.may_go_on().map_err(Interruption::Unchanged)?;
        on.show(StepKind::DeleteNew, StepState::Running);
        let uncancelled = CancellationToken::new();
        let request = on.signed_in.graph.delete_user(new, &uncancelled);
        match on.send(step::DELETE_NEW, request, |()| json!({})).await? {
            RequestOutcome::Acknowledged(()) => on.show(StepKind::DeleteNew, StepState::Done),
            RequestOutcome::Rejected(problem) => {
                on.show(StepKind::DeleteNew, StepState::Refused);
                return Err(Interruption::Unchanged(problem.into()));
            }
            RequestOutcome::Unknown(_) => on.show(StepKind::DeleteNew, StepState::Unknown),
        }
        changed = true;
    } else {
        on.show(StepKind::DeleteNew, StepState::Skipped);
    }
    on.await_gone(new).await?;
    Ok(changed)
}

async fn restore(on: &Execution, what: &PutBack, changed: bool) -> Result<(), Interruption> {
    on.may_go_on().map_err(|problem| {
        if changed { Interruption::Midway(problem) } else { Interruption::Unchanged(problem) }
    })?;
    on.show(StepKind::Restore, StepState::Running);
    let uncancelled = CancellationToken::new();
    let request = on.signed_in.graph.restore(&what.original, &uncancelled);
    match on.send(step::RESTORE, request, |_| json!({})).await? {
        RequestOutcome::Acknowledged(_) => on.show(StepKind::Restore, StepState::Done),
        RequestOutcome::Rejected(problem) => {
            on.show(StepKind::Restore, StepState::Refused);
            let problem = Problem::from(problem);
            return Err(if changed {
                Interruption::Midway(problem.after_changes())
            } else {
                Interruption::Unchanged(problem)
            });
        }
        RequestOutcome::Unknown(_) => on.show(StepKind::Restore, StepState::Unknown),
    }
    Ok(())
}

async fn read_back(on: &Execution, what: &PutBack) -> Result<Applied, Interruption> {
    on.show(StepKind::ReadBack, StepState::Running);
    let mut back = None;
    for delay in READ_BACK_DELAYS {
        if on.pause(delay).await.is_err() {
            break;
        }
        if let Ok(user) = on.signed_in.graph.user(&what.original, &on.cancel).await {
            back = Some(seen::user(&user));
            break;
        }
    }
    let unanswered = on.unanswered_since(step::RESTORE).await.is_some();
    match (&back, unanswered) {
        (None, true) => {
            let lost = Problem::unchanged(ErrorKind::AnswerLost).after_changes();
            return Err(Interruption::Midway(lost));
        }
        (Some(_), true) => on.found_done(step::RESTORE, json!({ "seen": true })).await?,
        (_, false) => {}
    }
    let seen = payload(&back.as_ref().map(Addresses::from));
    let (state, transition) = match back {
        Some(_) => (StepState::Done, Transition::Verified { after: seen }),
        None => (StepState::NotYetVisible, Transition::NotYetVisible { seen }),
    };
    on.show(StepKind::ReadBack, state);
    on.note(transition).await.map_err(Interruption::Midway)?;
    Ok(Applied {
        seen: back.is_some(),
        made: if back.is_some() { Realisation::Seen } else { Realisation::NotSeenYet },
        changes: Vec::new(),
        unrestored: Vec::new(),
        account: what.original.clone(),
    })
}

//! The way back from *Remove and invite again*: the new account goes, the original comes back with everything it had
//! (Microsoft Entra: "Recover from deletions": a restored user keeps id, memberships, roles and assignments).

use graph::GraphProblemKind;
use journal::Transition;
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::execution::{Execution, READ_BACK_DELAYS, RequestOutcome};
use super::{Applied, Interruption};
use crate::plan::addresses;
use crate::problem::{ErrorKind, Problem};
use crate::progress::{StepKind, StepState};
use crate::record::{Checkpoint, payload, step};
use crate::seen;

/// Removes the new account, if there is one, and restores the original.
pub(crate) async fn put_back(
    on: &Execution,
    original: &str,
    replacement: Option<&str>,
) -> Result<Applied, Interruption> {
    let reached = on.earlier.as_ref().map(Checkpoint::of).unwrap_or_default();
    let live = is_live(on, original).await.map_err(|problem| first(on, problem))?;
    if !live {
        on.show(StepKind::Compare, StepState::Running);
        restorable(on, original).await?;
        on.intend(&json!({ "original": original, "replacement": replacement })).await?;
        on.show(StepKind::Compare, StepState::Done);
        let mut changed = false;
        if let Some(new) = replacement {
            changed = remove(on, new, &reached).await?;
        }
        restore(on, original, changed || on.earlier.is_some()).await?;
    } else if on.earlier.is_none() {
        // Somebody restored it meanwhile: there is nothing to put back, and nothing to go on with either.
        on.give_up_interrupted().await.map_err(Interruption::Unchanged)?;
        return Err(Interruption::Unchanged(ErrorKind::ChangedSince.into()));
    }
    read_back(on, original).await
}

fn first(on: &Execution, problem: Problem) -> Interruption {
    if on.earlier.is_some() { Interruption::Midway(problem) } else { Interruption::Unchanged(problem) }
}

async fn is_live(on: &Execution, id: &str) -> Result<bool, Problem> {
    match on.signed_in.graph.user(id, &on.cancel).await {
        Ok(_) => Ok(true),
        Err(problem) if problem.kind == GraphProblemKind::NotFound => Ok(false),
        Err(problem) => Err(problem.into()),
    }
}

/// The original must be among the deleted users before anything else is touched.
async fn restorable(on: &Execution, original: &str) -> Result<(), Interruption> {
    match on.signed_in.graph.deleted_user(original, &on.cancel).await {
        Ok(_) => Ok(()),
        Err(problem) if problem.kind == GraphProblemKind::NotFound => {
            Err(first(on, ErrorKind::CannotUndo.into()))
        }
        Err(problem) => Err(first(on, problem.into())),
    }
}

/// Deletes the new account and waits until it is gone: while it is there, its user name is taken. True when something
/// was changed.
async fn remove(on: &Execution, new: &str, reached: &Checkpoint) -> Result<bool, Interruption> {
    let mut changed = reached.done.contains(step::DELETE_NEW);
    let live = is_live(on, new).await.map_err(|problem| first(on, problem))?;
    if live {
        on.may_go_on().map_err(Interruption::Unchanged)?;
        on.show(StepKind::DeleteNew, StepState::Running);
        let uncancelled = CancellationToken::new();
        match on
            .send(step::DELETE_NEW, on.signed_in.graph.delete_user(new, &uncancelled), |()| json!({}))
            .await?
        {
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
    on.show(StepKind::AwaitGone, StepState::Running);
    for wait in READ_BACK_DELAYS {
        on.pause(wait).await.map_err(Interruption::Midway)?;
        if !is_live(on, new).await.map_err(Interruption::Midway)? {
            on.show(StepKind::AwaitGone, StepState::Done);
            return Ok(changed);
        }
    }
    on.show(StepKind::AwaitGone, StepState::NotYetVisible);
    Err(Interruption::Midway(Problem::unchanged(ErrorKind::AnswerLost).after_changes()))
}

async fn restore(on: &Execution, original: &str, changed: bool) -> Result<(), Interruption> {
    on.may_go_on().map_err(|problem| {
        if changed { Interruption::Midway(problem) } else { Interruption::Unchanged(problem) }
    })?;
    on.show(StepKind::Restore, StepState::Running);
    let uncancelled = CancellationToken::new();
    match on.send(step::RESTORE, on.signed_in.graph.restore(original, &uncancelled), |_| json!({})).await? {
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

async fn read_back(on: &Execution, original: &str) -> Result<Applied, Interruption> {
    on.show(StepKind::ReadBack, StepState::Running);
    let mut back = None;
    for wait in READ_BACK_DELAYS {
        if on.pause(wait).await.is_err() {
            break;
        }
        if let Ok(user) = on.signed_in.graph.user(original, &on.cancel).await {
            back = Some(seen::user(&user));
            break;
        }
    }
    let lost =
        on.journal.change(on.id).await.is_ok_and(|record| record.unanswered().contains(&step::RESTORE));
    match (&back, lost) {
        (None, true) => {
            return Err(Interruption::Midway(Problem::unchanged(ErrorKind::AnswerLost).after_changes()));
        }
        (Some(_), true) => on.found_done(step::RESTORE, json!({ "seen": true })).await?,
        _ => {}
    }
    let seen = payload(&back.as_ref().map(addresses));
    let (state, transition) = match back {
        Some(_) => (StepState::Done, Transition::Verified { after: seen }),
        None => (StepState::NotYetVisible, Transition::NotYetVisible { seen }),
    };
    on.show(StepKind::ReadBack, state);
    on.note(transition).await.map_err(Interruption::Midway)?;
    Ok(Applied { seen: back.is_some(), changes: Vec::new(), left: Vec::new(), guest: original.to_owned() })
}

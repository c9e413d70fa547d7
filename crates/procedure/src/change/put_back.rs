//! The way back from *Remove and invite again*: the new account goes, the original comes back with everything it had
//! (Microsoft Entra: "Recover from deletions": a restored user keeps id, memberships, roles and assignments).

use graph::Kind;
use journal::Transition;
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::run::{LOOKS, Run, Sent};
use super::{Come, Halt};
use crate::plan::addresses;
use crate::problem::{Problem, What};
use crate::record::{Reached, payload, step};
use crate::seen;
use crate::watch::{StepKind, StepState};

/// Removes the new account, if there is one, and restores the original.
pub(crate) async fn put_back(run: &Run, original: &str, replacement: Option<&str>) -> Result<Come, Halt> {
    let reached = run.earlier.as_ref().map(Reached::of).unwrap_or_default();
    let live = is_live(run, original).await.map_err(|problem| first(run, problem))?;
    if !live {
        run.show(StepKind::Compare, StepState::Running);
        restorable(run, original).await?;
        run.intend(&json!({ "original": original, "replacement": replacement })).await?;
        run.show(StepKind::Compare, StepState::Done);
        let mut changed = false;
        if let Some(new) = replacement {
            changed = remove(run, new, &reached).await?;
        }
        restore(run, original, changed || run.earlier.is_some()).await?;
    } else if run.earlier.is_none() {
        // Somebody restored it meanwhile: there is nothing to put back, and nothing to go on with either.
        run.give_up_interrupted().await.map_err(Halt::Unchanged)?;
        return Err(Halt::Unchanged(What::ChangedSince.into()));
    }
    read_back(run, original).await
}

fn first(run: &Run, problem: Problem) -> Halt {
    if run.earlier.is_some() { Halt::Midway(problem) } else { Halt::Unchanged(problem) }
}

async fn is_live(run: &Run, id: &str) -> Result<bool, Problem> {
    match run.seat.graph.user(id, &run.cancel).await {
        Ok(_) => Ok(true),
        Err(problem) if problem.kind == Kind::NotFound => Ok(false),
        Err(problem) => Err(problem.into()),
    }
}

/// The original must be among the deleted users before anything else is touched.
async fn restorable(run: &Run, original: &str) -> Result<(), Halt> {
    match run.seat.graph.deleted_user(original, &run.cancel).await {
        Ok(_) => Ok(()),
        Err(problem) if problem.kind == Kind::NotFound => Err(first(run, What::CannotUndo.into())),
        Err(problem) => Err(first(run, problem.into())),
    }
}

/// Deletes the new account and waits until it is gone: while it is there, its user name is taken. True when something
/// was changed.
async fn remove(run: &Run, new: &str, reached: &Reached) -> Result<bool, Halt> {
    let mut changed = reached.done.contains(step::DELETE_NEW);
    let live = is_live(run, new).await.map_err(|problem| first(run, problem))?;
    if live {
        run.may_go_on().map_err(Halt::Unchanged)?;
        run.show(StepKind::DeleteNew, StepState::Running);
        let uncancelled = CancellationToken::new();
        match run
            .send(step::DELETE_NEW, run.seat.graph.delete_user(new, &uncancelled), |()| json!({}))
            .await?
        {
            Sent::Done(()) => run.show(StepKind::DeleteNew, StepState::Done),
            Sent::Refused(problem) => {
                run.show(StepKind::DeleteNew, StepState::Refused);
                return Err(Halt::Unchanged(problem.into()));
            }
            Sent::Lost(_) => run.show(StepKind::DeleteNew, StepState::Unknown),
        }
        changed = true;
    } else {
        run.show(StepKind::DeleteNew, StepState::Skipped);
    }
    run.show(StepKind::AwaitGone, StepState::Running);
    for wait in LOOKS {
        run.pause(wait).await.map_err(Halt::Midway)?;
        if !is_live(run, new).await.map_err(Halt::Midway)? {
            run.show(StepKind::AwaitGone, StepState::Done);
            return Ok(changed);
        }
    }
    run.show(StepKind::AwaitGone, StepState::NotYetVisible);
    Err(Halt::Midway(Problem::unchanged(What::AnswerLost).after_changes()))
}

async fn restore(run: &Run, original: &str, changed: bool) -> Result<(), Halt> {
    run.may_go_on()
        .map_err(|problem| if changed { Halt::Midway(problem) } else { Halt::Unchanged(problem) })?;
    run.show(StepKind::Restore, StepState::Running);
    let uncancelled = CancellationToken::new();
    match run.send(step::RESTORE, run.seat.graph.restore(original, &uncancelled), |_| json!({})).await? {
        Sent::Done(_) => run.show(StepKind::Restore, StepState::Done),
        Sent::Refused(problem) => {
            run.show(StepKind::Restore, StepState::Refused);
            let problem = Problem::from(problem);
            return Err(if changed {
                Halt::Midway(problem.after_changes())
            } else {
                Halt::Unchanged(problem)
            });
        }
        Sent::Lost(_) => run.show(StepKind::Restore, StepState::Unknown),
    }
    Ok(())
}

async fn read_back(run: &Run, original: &str) -> Result<Come, Halt> {
    run.show(StepKind::ReadBack, StepState::Running);
    let mut back = None;
    for wait in LOOKS {
        if run.pause(wait).await.is_err() {
            break;
        }
        if let Ok(user) = run.seat.graph.user(original, &run.cancel).await {
            back = Some(seen::user(&user));
            break;
        }
    }
    let lost =
        run.journal.change(run.id).await.is_ok_and(|record| record.unanswered().contains(&step::RESTORE));
    match (&back, lost) {
        (None, true) => return Err(Halt::Midway(Problem::unchanged(What::AnswerLost).after_changes())),
        (Some(_), true) => run.found_done(step::RESTORE, json!({ "seen": true })).await?,
        _ => {}
    }
    let seen = payload(&back.as_ref().map(addresses));
    let (state, transition) = match back {
        Some(_) => (StepState::Done, Transition::Verified { after: seen }),
        None => (StepState::NotYetVisible, Transition::NotYetVisible { seen }),
    };
    run.show(StepKind::ReadBack, state);
    run.note(transition).await.map_err(Halt::Midway)?;
    Ok(Come { seen: back.is_some(), changes: Vec::new(), left: Vec::new(), guest: original.to_owned() })
}

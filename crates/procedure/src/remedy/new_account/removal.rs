//! A new account goes again: found and proven to be ours, then deleted and waited for.

use graph::GraphProblemKind;
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::SentInvitation;
use crate::checkpoint::step;
use crate::ending::Interruption;
use crate::execution::{Execution, RequestOutcome};
use crate::outcome::{StepKind, StepState};
use crate::problem::{ErrorKind, Problem};
use crate::sight::Whereabouts;

/// The account to remove: the one that was recorded, or the one that an invitation of ours made whose answer never came.
/// One that was recorded and never looked at must be ours as well.
pub(in crate::remedy) async fn find(
    on: &Execution,
    invited: Option<&SentInvitation>,
    recorded: Option<&str>,
    original: Option<&str>,
) -> Result<Option<String>, Interruption> {
    let Some(invited) = invited else { return Ok(recorded.map(str::to_owned)) };
    let Some(recorded) = recorded else {
        // Made a moment ago, it may not show yet.
        let found = on.await_sight(|| invited.find(on, original));
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
    Ok(ours.then(|| recorded.to_owned()))
}

/// Deletes the new account and waits until it is gone: while it is there, its user name is taken. "Not found" is no sign
/// that it is gone: a part of the directory may not have it yet. That it is among the deleted users is one.
pub(in crate::remedy) async fn remove(on: &Execution, new: &str) -> Result<(), Interruption> {
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

//! *Remove and invite again*, as a sequence that can be gone on with from wherever it stopped: what the record says
//! was done is not done again, and what is not certain is read back first.

use std::collections::BTreeSet;

use graph::{GraphProblem, GraphProblemKind};
use guest::{Fit, RemedyKind};
use journal::Transition;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use super::Replacement;
use super::belongings::{add_to_groups, replay};
use super::invitation::invite;
use crate::checkpoint::{Checkpoint, payload, step};
use crate::ending::{Applied, Interruption, made};
use crate::examination::Examination;
use crate::execution::{Execution, READ_BACK_DELAYS, RequestOutcome};
use crate::outcome::{Addresses, StepKind, StepState, Unrestored};
use crate::problem::{ErrorKind, Problem};
use crate::seen;

/// Deletes, invites, adds to the groups, sets the rest again, reads back.
pub(super) async fn replace(
    on: &Execution,
    what: &Replacement,
    from: &Checkpoint,
) -> Result<Applied, Interruption> {
    if from.is_deleted() {
        restored_elsewhere(on, what).await?;
        on.show(StepKind::Compare, StepState::Skipped);
        on.show(StepKind::Delete, StepState::Skipped);
    } else {
        delete(on, what, from).await?;
    }
    on.await_gone(&what.guest).await?;
    let new = if let Some(id) = from.new_account() {
        on.show(StepKind::Invite, StepState::Skipped);
        id.to_owned()
    } else {
        invite(on, what).await?
    };
    await_new(on, &new).await?;
    let mut unrestored = add_to_groups(on, what, &new, from).await?;
    unrestored.extend(replay(on, what, &new, from).await?);
    read_back(on, what, new, unrestored).await
}

/// Somebody may have restored the original since: then there is nothing left to go on with. While the directory lags a
/// deleted account can still be read, so that only its absence among the deleted ones tells.
async fn restored_elsewhere(on: &Execution, what: &Replacement) -> Result<(), Interruption> {
    if !on.is_live(&what.guest).await.map_err(Interruption::Midway)? {
        return Ok(());
    }
    match on.signed_in.graph.deleted_user(&what.guest, &on.cancel).await {
        Err(problem) if problem.kind == GraphProblemKind::NotFound => {
            Err(Interruption::Void(ErrorKind::ChangedSince.into()))
        }
        Ok(_) | Err(_) => Ok(()),
    }
}

async fn delete(on: &Execution, what: &Replacement, from: &Checkpoint) -> Result<(), Interruption> {
    on.show(StepKind::Compare, StepState::Running);
    if from.is_resumed() && !on.is_live(&what.guest).await.map_err(Interruption::Midway)? {
        // The answer was lost, the deletion was not.
        on.show(StepKind::Compare, StepState::Skipped);
        on.found_done(step::DELETE, json!({ "seen": true })).await?;
        on.show(StepKind::Delete, StepState::Done);
        return Ok(());
    }
    let seen = on.examine(&what.guest).await.map_err(Interruption::Unchanged)?;
    compare(&seen, what).map_err(Interruption::Unchanged)?;
    on.show(StepKind::Compare, StepState::Done);
    on.intend(from, what).await?;
    on.may_go_on().map_err(Interruption::Unchanged)?;
    on.show(StepKind::Delete, StepState::Running);
    let uncancelled = CancellationToken::new();
    let request = on.signed_in.graph.delete_user(&what.guest, &uncancelled);
    match on.send(step::DELETE, request, |()| json!({})).await? {
        RequestOutcome::Acknowledged(()) => {
            on.show(StepKind::Delete, StepState::Done);
            Ok(())
        }
        RequestOutcome::Rejected(problem) => {
            on.show(StepKind::Delete, StepState::Refused);
            Err(Interruption::Unchanged(problem.into()))
        }
        RequestOutcome::Unknown(problem) => look_whether_deleted(on, what, problem).await,
    }
}

async fn look_whether_deleted(
    on: &Execution,
    what: &Replacement,
    problem: GraphProblem,
) -> Result<(), Interruption> {
    on.show(StepKind::Delete, StepState::Unknown);
    for delay in READ_BACK_DELAYS {
        on.pause(delay).await.map_err(Interruption::Midway)?;
        if on.is_live(&what.guest).await.is_ok_and(|live| !live) {
            on.found_done(step::DELETE, json!({ "seen": true })).await?;
            on.show(StepKind::Delete, StepState::Done);
            return Ok(());
        }
    }
    Err(Interruption::Midway(problem.into()))
}

/// Everything the preview showed must still be so, before anything is deleted.
fn compare(seen: &Examination, what: &Replacement) -> Result<(), Problem> {
    let now = Addresses::from(seen.guest()?);
    for property in ["mail", "otherMails", "proxyAddresses"] {
        if now.of(property) != what.addresses.of(property) {
            return Err(ErrorKind::TenantChanged { property }.into());
        }
    }
    let groups: BTreeSet<&str> =
        seen.facts.memberships.get().into_iter().flatten().map(|group| group.id.as_str()).collect();
    if groups != what.member_of.iter().map(String::as_str).collect() {
        return Err(ErrorKind::TenantChanged { property: "memberOf" }.into());
    }
    seen.no_conflict()?;
    let offer = seen.diagnosis.offer(RemedyKind::RemoveAndInvite);
    if offer.is_some_and(|offer| matches!(offer.fit, Fit::Fits(_))) {
        Ok(())
    } else {
        Err(ErrorKind::NotForThisGuest.into())
    }
}

async fn await_new(on: &Execution, new: &str) -> Result<(), Interruption> {
    on.show(StepKind::AwaitNew, StepState::Running);
    for delay in READ_BACK_DELAYS {
        on.pause(delay).await.map_err(Interruption::Midway)?;
        if on.is_live(new).await.map_err(Interruption::Midway)? {
            on.show(StepKind::AwaitNew, StepState::Done);
            return Ok(());
        }
    }
    on.show(StepKind::AwaitNew, StepState::NotYetVisible);
    Err(Interruption::Midway(Problem::unchanged(ErrorKind::NotVisibleInTime).after_changes()))
}

/// The new account and the groups that took it must be seen; a group that refused is left out by its id.
async fn read_back(
    on: &Execution,
    what: &Replacement,
    new: String,
    unrestored: Vec<Unrestored>,
) -> Result<Applied, Interruption> {
    on.show(StepKind::ReadBack, StepState::Running);
    let refused =
        |id: &str| unrestored.iter().any(|it| matches!(it, Unrestored::Group(group) if group.id == id));
    let wanted: Vec<&str> =
        what.groups.iter().map(|group| group.id.as_str()).filter(|id| !refused(id)).collect();
    let mut last: Option<(Addresses, Vec<String>)> = None;
    let mut seen = false;
    for delay in READ_BACK_DELAYS {
        if on.pause(delay).await.is_err() {
            break;
        }
        let graph = &on.signed_in.graph;
        let (user, groups) = tokio::join!(graph.user(&new, &on.cancel), graph.memberships(&new, &on.cancel));
        if let (Ok(user), Ok(groups)) = (user, groups) {
            let groups: Vec<String> = groups.into_iter().map(|group| group.id).collect();
            seen = wanted.iter().all(|id| groups.iter().any(|group| group == id));
            last = Some((Addresses::from(&seen::user(&user)), groups));
        }
        if seen {
            break;
        }
    }
    let after = last
        .as_ref()
        .map(|(addresses, groups)| json!({ "guest": new, "addresses": addresses, "groups": groups }));
    let after = payload(&after.unwrap_or(Value::Null));
    let transition =
        if seen { Transition::Verified { after } } else { Transition::NotYetVisible { seen: after } };
    on.show(StepKind::ReadBack, if seen { StepState::Done } else { StepState::NotYetVisible });
    on.note(transition).await.map_err(Interruption::Midway)?;
    let (made, changes) = made(what, last.as_ref().map(|(addresses, _)| addresses));
    Ok(Applied { seen, made, changes, unrestored, account: new })
}

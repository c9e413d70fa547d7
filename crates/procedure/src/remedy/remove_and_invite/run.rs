//! *Remove and invite again*, as a sequence that can be gone on with from wherever it stopped: what the record says
//! was done is not done again, and what is not certain is read back first.

use std::collections::BTreeSet;

use graph::GraphProblemKind;
use guest::{Fit, RemedyKind};
use journal::Transition;
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::super::new_account::{Promised, add_to_groups, read_back};
use super::Replacement;
use super::belongings::replay;
use crate::checkpoint::{Checkpoint, payload, step};
use crate::ending::{Applied, Interruption};
use crate::examination::Examination;
use crate::execution::{Execution, RequestOutcome};
use crate::outcome::{Addresses, Belonging, StepKind, StepState};
use crate::problem::{ErrorKind, Problem};
use crate::sight::Whereabouts;

/// Deletes, invites, adds to the groups, sets the rest again, reads back.
pub(super) async fn replace(
    on: &Execution,
    what: &Replacement,
    from: &Checkpoint,
) -> Result<Applied, Interruption> {
    if from.is_deleted() {
        restored_elsewhere(on, what, from).await?;
        on.show(StepKind::Compare, StepState::Skipped);
        on.show(StepKind::Delete, StepState::Skipped);
    } else {
        delete(on, what, from).await?;
    }
    on.await_gone(&what.guest).await?;
    let (new, from) = what.new_account().make(on, from).await?;
    let mut left = add_to_groups(on, &what.groups, &new, &from).await?;
    left.extend(replay(on, what, &new, &from).await?);
    let promised = Promised {
        by: what,
        groups: &what.groups,
        apps: &what.apps,
        profile: Some(&what.profile),
        unseen: &what.unseen,
    };
    read_back(on, promised, new, left).await
}

/// Somebody may have restored the original since: then there is nothing left to go on with. Looked at for as long as the
/// directory may be behind, for what ends here is not gone on with any more.
async fn restored_elsewhere(
    on: &Execution,
    what: &Replacement,
    from: &Checkpoint,
) -> Result<(), Interruption> {
    // A look that fails proves nothing.
    let restored = async || matches!(on.whereabouts(&what.guest).await, Ok(Whereabouts::Live));
    if on.await_sight(async || Ok((!restored().await).then_some(()))).await?.is_some() {
        return Ok(());
    }
    if from.new_account().is_none() && on.doubts(step::INVITE).is_empty() {
        return Err(Interruption::Void(ErrorKind::ChangedSince.into()));
    }
    // Two accounts of one guest: putting back, which removes ours, is the only way from here.
    let problem = payload(&json!({ "why": "original-is-back" }));
    on.note(Transition::Refused { step: step::GO_ON.to_owned(), problem }).await?;
    Err(ErrorKind::ChangedSince.into())
}

async fn delete(on: &Execution, what: &Replacement, from: &Checkpoint) -> Result<(), Interruption> {
    on.show(StepKind::Compare, StepState::Running);
    if !on.doubts(step::DELETE).is_empty() {
        // Found nowhere for as long as the directory may be behind, it is gone as well.
        if on.somewhere(&what.guest).await? != Some(Whereabouts::Live) {
            // The answer was lost, the deletion was not.
            on.show(StepKind::Compare, StepState::Skipped);
            return Ok(found_deleted(on).await?);
        }
        on.found_not_done(step::DELETE).await?;
    }
    let seen = on.examine(&what.guest).await?;
    compare(&seen, what)?;
    on.show(StepKind::Compare, StepState::Done);
    on.intend(from, what).await?;
    on.may_go_on()?;
    on.show(StepKind::Delete, StepState::Running);
    let uncancelled = CancellationToken::new();
    let request = on.signed_in.graph.delete_user(&what.guest, &uncancelled);
    match on.send(step::DELETE, request, |()| json!({})).await? {
        RequestOutcome::Acknowledged(()) => {
            on.show(StepKind::Delete, StepState::Done);
            Ok(())
        }
        // Gone on with: it may be the request of an earlier run that found the account.
        RequestOutcome::Rejected(problem)
            if problem.kind == GraphProblemKind::NotFound && from.is_resumed() =>
        {
            look_whether_deleted(on, what, problem.into()).await
        }
        RequestOutcome::Rejected(problem) => {
            on.show(StepKind::Delete, StepState::Refused);
            Err(problem.into())
        }
        RequestOutcome::Unknown(problem) => look_whether_deleted(on, what, problem.into()).await,
    }
}

async fn look_whether_deleted(
    on: &Execution,
    what: &Replacement,
    problem: Problem,
) -> Result<(), Interruption> {
    on.show(StepKind::Delete, StepState::Unknown);
    match on.is_seen_gone(&what.guest).await {
        Ok(true) => Ok(found_deleted(on).await?),
        Ok(false) => Err(problem.into()),
        Err(failed) => {
            tracing::info!(?failed, "it could not be seen whether the account was deleted");
            Err(problem.into())
        }
    }
}

async fn found_deleted(on: &Execution) -> Result<(), Problem> {
    on.found_done(step::DELETE, json!({ "seen": true })).await?;
    on.show(StepKind::Delete, StepState::Done);
    Ok(())
}

/// Everything the preview showed must still be so, before anything is deleted. What could not be read now is not known to
/// be so.
fn compare(seen: &Examination, what: &Replacement) -> Result<(), Problem> {
    let now = Addresses::from(seen.guest()?);
    for property in ["mail", "otherMails", "proxyAddresses"] {
        if now.of(property) != what.addresses.of(property) {
            return Err(ErrorKind::TenantChanged { property }.into());
        }
    }
    let as_shown = match seen.facts.memberships.get() {
        Some(groups) => {
            let groups: BTreeSet<&str> = groups.iter().map(|group| group.id.as_str()).collect();
            groups == what.member_of.iter().map(String::as_str).collect()
        }
        None => what.unseen.contains(&Belonging::Groups),
    };
    if !as_shown {
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

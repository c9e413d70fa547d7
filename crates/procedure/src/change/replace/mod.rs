//! *Remove and invite again*, as a sequence that can be gone on with from wherever it stopped: what the record says
//! was done is not done again, and what is not certain is read back first.

mod belongings;
mod invitation;

use std::collections::BTreeSet;

use graph::{GraphProblem, GraphProblemKind};
use guest::{FindingCode, Fit, RemedyKind};
use journal::Transition;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use super::execution::{Execution, READ_BACK_DELAYS, RequestOutcome};
use super::{Applied, Interruption, Unrestored};
use crate::examination::Examination;
use crate::plan::{PropertyChange, addresses};
use crate::problem::{ErrorKind, Problem};
use crate::progress::{StepKind, StepState};
use crate::record::{Checkpoint, payload, step};
use crate::seen;
use crate::work::Replacement;
use belongings::{add_to_groups, replay};
use invitation::invite;

/// Deletes, invites, adds to the groups, sets the rest again, reads back.
pub(crate) async fn replace(on: &Execution, what: &Replacement) -> Result<Applied, Interruption> {
    let mut reached = on.earlier.as_ref().map(Checkpoint::of).unwrap_or_default();
    if reached.deleted {
        restored_elsewhere(on, what).await?;
        on.show(StepKind::Compare, StepState::Skipped);
        on.show(StepKind::Delete, StepState::Skipped);
    } else {
        delete(on, what).await?;
        reached.deleted = true;
    }
    await_gone(on, what).await?;
    let new = match reached.new_account.clone() {
        Some(id) => {
            on.show(StepKind::Invite, StepState::Skipped);
            id
        }
        None => invite(on, what).await?,
    };
    await_new(on, &new).await?;
    let mut left = add_to_groups(on, what, &new, &reached).await?;
    left.extend(replay(on, what, &new, &reached).await?);
    read_back(on, what, new, left).await
}

/// A read: repeated freely, ended by cancelling.
async fn exists(on: &Execution, id: &str) -> Result<Option<graph::User>, Problem> {
    match on.signed_in.graph.user(id, &on.cancel).await {
        Ok(user) => Ok(Some(user)),
        Err(problem) if problem.kind == GraphProblemKind::NotFound => Ok(None),
        Err(problem) => Err(problem.into()),
    }
}

/// Somebody may have restored the original since: then there is nothing left to go on with. While the directory lags a
/// deleted account can still be read, so that only its absence among the deleted ones tells.
async fn restored_elsewhere(on: &Execution, what: &Replacement) -> Result<(), Interruption> {
    if exists(on, &what.guest).await.map_err(Interruption::Midway)?.is_none() {
        return Ok(());
    }
    match on.signed_in.graph.deleted_user(&what.guest, &on.cancel).await {
        Err(problem) if problem.kind == GraphProblemKind::NotFound => {
            Err(Interruption::Void(ErrorKind::ChangedSince.into()))
        }
        _ => Ok(()),
    }
}

async fn delete(on: &Execution, what: &Replacement) -> Result<(), Interruption> {
    on.show(StepKind::Compare, StepState::Running);
    if on.earlier.is_some() && exists(on, &what.guest).await.map_err(Interruption::Midway)?.is_none() {
        // The answer was lost, the deletion was not.
        on.show(StepKind::Compare, StepState::Skipped);
        on.found_done(step::DELETE, json!({ "seen": true })).await?;
        on.show(StepKind::Delete, StepState::Done);
        return Ok(());
    }
    let look = on.examine(&what.guest).await.map_err(Interruption::Unchanged)?;
    compare(&look, what).map_err(Interruption::Unchanged)?;
    on.show(StepKind::Compare, StepState::Done);
    on.intend(what).await?;
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
    for wait in READ_BACK_DELAYS {
        on.pause(wait).await.map_err(Interruption::Midway)?;
        if exists(on, &what.guest).await.is_ok_and(|user| user.is_none()) {
            on.found_done(step::DELETE, json!({ "seen": true })).await?;
            on.show(StepKind::Delete, StepState::Done);
            return Ok(());
        }
    }
    Err(Interruption::Midway(problem.into()))
}

/// Everything the preview showed must still be so, before anything is deleted.
fn compare(look: &Examination, what: &Replacement) -> Result<(), Problem> {
    let user = look.guest()?;
    let now = addresses(user);
    let changed = |property: &'static str| Err(ErrorKind::TenantChanged { property }.into());
    if now.mail != what.addresses.mail {
        return changed("mail");
    }
    if now.other_mails != what.addresses.other_mails {
        return changed("otherMails");
    }
    if now.proxy_addresses != what.addresses.proxy_addresses {
        return changed("proxyAddresses");
    }
    let groups: BTreeSet<&str> =
        look.facts.memberships.get().into_iter().flatten().map(|group| group.id.as_str()).collect();
    if groups != what.member_of.iter().map(String::as_str).collect() {
        return changed("memberOf");
    }
    let conflict = look.diagnosis.findings.iter().find(|finding| finding.code == FindingCode::Conflict);
    if let Some(owner) = conflict.and_then(|finding| finding.owner.as_ref()) {
        let (address, owner) = (owner.address.as_str().to_owned(), owner.display_name.clone());
        return Err(ErrorKind::AddressConflict { address, owner }.into());
    }
    let fits = look
        .diagnosis
        .remedies
        .iter()
        .any(|it| it.kind == RemedyKind::RemoveAndInvite && it.fit == Fit::Fits);
    if fits { Ok(()) } else { Err(ErrorKind::NotForThisGuest.into()) }
}

async fn await_gone(on: &Execution, what: &Replacement) -> Result<(), Interruption> {
    on.show(StepKind::AwaitGone, StepState::Running);
    for wait in READ_BACK_DELAYS {
        on.pause(wait).await.map_err(Interruption::Midway)?;
        if exists(on, &what.guest).await.map_err(Interruption::Midway)?.is_none() {
            on.show(StepKind::AwaitGone, StepState::Done);
            return Ok(());
        }
    }
    // Inviting while the old account can still be seen may bring that one back into the answer.
    on.show(StepKind::AwaitGone, StepState::NotYetVisible);
    Err(Interruption::Midway(Problem::unchanged(ErrorKind::ServerRefused).after_changes()))
}

async fn await_new(on: &Execution, new: &str) -> Result<(), Interruption> {
    on.show(StepKind::AwaitNew, StepState::Running);
    for wait in READ_BACK_DELAYS {
        on.pause(wait).await.map_err(Interruption::Midway)?;
        if exists(on, new).await.map_err(Interruption::Midway)?.is_some() {
            on.show(StepKind::AwaitNew, StepState::Done);
            return Ok(());
        }
    }
    on.show(StepKind::AwaitNew, StepState::NotYetVisible);
    Err(Interruption::Midway(
        Problem::unchanged(ErrorKind::ServerUnavailable { status: 404 }).after_changes(),
    ))
}

async fn read_back(
    on: &Execution,
    what: &Replacement,
    new: String,
    left: Vec<Unrestored>,
) -> Result<Applied, Interruption> {
    on.show(StepKind::ReadBack, StepState::Running);
    let refused: BTreeSet<&str> = left
        .iter()
        .filter_map(|left| if let Unrestored::Group(name) = left { Some(name.as_str()) } else { None })
        .collect();
    let wanted: Vec<&str> = what
        .groups
        .iter()
        .filter(|group| !refused.contains(group.name.as_str()))
        .map(|group| group.id.as_str())
        .collect();
    let mut last: Option<(guest::User, Vec<String>)> = None;
    let mut seen = false;
    for wait in READ_BACK_DELAYS {
        if on.pause(wait).await.is_err() {
            break;
        }
        let (user, groups) = tokio::join!(
            on.signed_in.graph.user(&new, &on.cancel),
            on.signed_in.graph.memberships(&new, &on.cancel)
        );
        if let (Ok(user), Ok(groups)) = (user, groups) {
            let groups: Vec<String> = groups.into_iter().map(|group| group.id).collect();
            seen = wanted.iter().all(|id| groups.iter().any(|group| group == id));
            last = Some((seen::user(&user), groups));
        }
        if seen {
            break;
        }
    }
    let after = last
        .as_ref()
        .map(|(user, groups)| json!({ "guest": new, "addresses": addresses(user), "groups": groups }));
    let after = payload(&after.unwrap_or(Value::Null));
    let transition =
        if seen { Transition::Verified { after } } else { Transition::NotYetVisible { seen: after } };
    on.show(StepKind::ReadBack, if seen { StepState::Done } else { StepState::NotYetVisible });
    on.note(transition).await.map_err(Interruption::Midway)?;
    Ok(Applied { seen, changes: shown(what, last.as_ref().map(|(user, _)| user)), left, guest: new })
}

/// Old and new account side by side, field by field.
fn shown(what: &Replacement, new: Option<&guest::User>) -> Vec<PropertyChange> {
    let now = new.map(addresses).unwrap_or_default();
    let one = |value: &Option<String>| value.iter().cloned().collect();
    vec![
        PropertyChange { property: "mail", before: one(&what.addresses.mail), after: one(&now.mail) },
        PropertyChange {
            property: "otherMails",
            before: what.addresses.other_mails.clone(),
            after: now.other_mails,
        },
        PropertyChange {
            property: "proxyAddresses",
            before: what.addresses.proxy_addresses.clone(),
            after: now.proxy_addresses,
        },
    ]
}

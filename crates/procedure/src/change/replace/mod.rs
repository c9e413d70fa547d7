//! *Remove and invite again*, as a sequence that can be gone on with from wherever it stopped: what the record says
//! was done is not done again, and what is not certain is read back first.

mod belongings;
mod invitation;

use std::collections::BTreeSet;

use graph::{GraphProblem, Kind};
use guest::{FindingCode, Fit, RemedyKind};
use journal::Transition;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use super::run::{LOOKS, Run, Sent};
use super::{Come, Halt, Left};
use crate::look::Look;
use crate::plan::{Changing, addresses};
use crate::problem::{Problem, What};
use crate::record::{Reached, payload, step};
use crate::seen;
use crate::watch::{StepKind, StepState};
use crate::work::Replacement;
use belongings::{add_to_groups, replay};
use invitation::invite;

/// Deletes, invites, adds to the groups, sets the rest again, reads back.
pub(crate) async fn replace(run: &Run, what: &Replacement) -> Result<Come, Halt> {
    let mut reached = run.earlier.as_ref().map(Reached::of).unwrap_or_default();
    if reached.deleted {
        restored_elsewhere(run, what).await?;
        run.show(StepKind::Compare, StepState::Skipped);
        run.show(StepKind::Delete, StepState::Skipped);
    } else {
        delete(run, what).await?;
        reached.deleted = true;
    }
    await_gone(run, what).await?;
    let new = match reached.new_account.clone() {
        Some(id) => {
            run.show(StepKind::Invite, StepState::Skipped);
            id
        }
        None => invite(run, what).await?,
    };
    await_new(run, &new).await?;
    let mut left = add_to_groups(run, what, &new, &reached).await?;
    left.extend(replay(run, what, &new, &reached).await?);
    read_back(run, what, new, left).await
}

/// A read: repeated freely, ended by cancelling.
async fn exists(run: &Run, id: &str) -> Result<Option<graph::User>, Problem> {
    match run.seat.graph.user(id, &run.cancel).await {
        Ok(user) => Ok(Some(user)),
        Err(problem) if problem.kind == Kind::NotFound => Ok(None),
        Err(problem) => Err(problem.into()),
    }
}

/// Somebody may have restored the original since: then there is nothing left to go on with. While the directory lags a
/// deleted account can still be read, so that only its absence among the deleted ones tells.
async fn restored_elsewhere(run: &Run, what: &Replacement) -> Result<(), Halt> {
    if exists(run, &what.guest).await.map_err(Halt::Midway)?.is_none() {
        return Ok(());
    }
    match run.seat.graph.deleted_user(&what.guest, &run.cancel).await {
        Err(problem) if problem.kind == Kind::NotFound => Err(Halt::Void(What::ChangedSince.into())),
        _ => Ok(()),
    }
}

async fn delete(run: &Run, what: &Replacement) -> Result<(), Halt> {
    run.show(StepKind::Compare, StepState::Running);
    if run.earlier.is_some() && exists(run, &what.guest).await.map_err(Halt::Midway)?.is_none() {
        // The answer was lost, the deletion was not.
        run.show(StepKind::Compare, StepState::Skipped);
        run.found_done(step::DELETE, json!({ "seen": true })).await?;
        run.show(StepKind::Delete, StepState::Done);
        return Ok(());
    }
    let look = run.look(&what.guest).await.map_err(Halt::Unchanged)?;
    compare(&look, what).map_err(Halt::Unchanged)?;
    run.show(StepKind::Compare, StepState::Done);
    run.intend(what).await?;
    run.may_go_on().map_err(Halt::Unchanged)?;
    run.show(StepKind::Delete, StepState::Running);
    let uncancelled = CancellationToken::new();
    let request = run.seat.graph.delete_user(&what.guest, &uncancelled);
    match run.send(step::DELETE, request, |()| json!({})).await? {
        Sent::Done(()) => {
            run.show(StepKind::Delete, StepState::Done);
            Ok(())
        }
        Sent::Refused(problem) => {
            run.show(StepKind::Delete, StepState::Refused);
            Err(Halt::Unchanged(problem.into()))
        }
        Sent::Lost(problem) => look_whether_deleted(run, what, problem).await,
    }
}

async fn look_whether_deleted(run: &Run, what: &Replacement, problem: GraphProblem) -> Result<(), Halt> {
    run.show(StepKind::Delete, StepState::Unknown);
    for wait in LOOKS {
        run.pause(wait).await.map_err(Halt::Midway)?;
        if exists(run, &what.guest).await.is_ok_and(|user| user.is_none()) {
            run.found_done(step::DELETE, json!({ "seen": true })).await?;
            run.show(StepKind::Delete, StepState::Done);
            return Ok(());
        }
    }
    Err(Halt::Midway(problem.into()))
}

/// Everything the preview showed must still be so, before anything is deleted.
fn compare(look: &Look, what: &Replacement) -> Result<(), Problem> {
    let user = look.guest()?;
    let now = addresses(user);
    let changed = |property: &'static str| Err(What::TenantChanged { property }.into());
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
        return Err(What::AddressConflict { address, owner }.into());
    }
    let fits = look
        .diagnosis
        .remedies
        .iter()
        .any(|it| it.kind == RemedyKind::RemoveAndInvite && it.fit == Fit::Fits);
    if fits { Ok(()) } else { Err(What::NotForThisGuest.into()) }
}

async fn await_gone(run: &Run, what: &Replacement) -> Result<(), Halt> {
    run.show(StepKind::AwaitGone, StepState::Running);
    for wait in LOOKS {
        run.pause(wait).await.map_err(Halt::Midway)?;
        if exists(run, &what.guest).await.map_err(Halt::Midway)?.is_none() {
            run.show(StepKind::AwaitGone, StepState::Done);
            return Ok(());
        }
    }
    // Inviting while the old account can still be seen may bring that one back into the answer.
    run.show(StepKind::AwaitGone, StepState::NotYetVisible);
    Err(Halt::Midway(Problem::unchanged(What::ServerRefused).after_changes()))
}

async fn await_new(run: &Run, new: &str) -> Result<(), Halt> {
    run.show(StepKind::AwaitNew, StepState::Running);
    for wait in LOOKS {
        run.pause(wait).await.map_err(Halt::Midway)?;
        if exists(run, new).await.map_err(Halt::Midway)?.is_some() {
            run.show(StepKind::AwaitNew, StepState::Done);
            return Ok(());
        }
    }
    run.show(StepKind::AwaitNew, StepState::NotYetVisible);
    Err(Halt::Midway(Problem::unchanged(What::ServerUnavailable { status: 404 }).after_changes()))
}

async fn read_back(run: &Run, what: &Replacement, new: String, left: Vec<Left>) -> Result<Come, Halt> {
    run.show(StepKind::ReadBack, StepState::Running);
    let refused: BTreeSet<&str> = left
        .iter()
        .filter_map(|left| if let Left::Group(name) = left { Some(name.as_str()) } else { None })
        .collect();
    let wanted: Vec<&str> = what
        .groups
        .iter()
        .filter(|group| !refused.contains(group.name.as_str()))
        .map(|group| group.id.as_str())
        .collect();
    let mut last: Option<(guest::User, Vec<String>)> = None;
    let mut seen = false;
    for wait in LOOKS {
        if run.pause(wait).await.is_err() {
            break;
        }
        let (user, groups) = tokio::join!(
            run.seat.graph.user(&new, &run.cancel),
            run.seat.graph.memberships(&new, &run.cancel)
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
    run.show(StepKind::ReadBack, if seen { StepState::Done } else { StepState::NotYetVisible });
    run.note(transition).await.map_err(Halt::Midway)?;
    Ok(Come { seen, changes: shown(what, last.as_ref().map(|(user, _)| user)), left, guest: new })
}

/// Old and new account side by side, field by field.
fn shown(what: &Replacement, new: Option<&guest::User>) -> Vec<Changing> {
    let now = new.map(addresses).unwrap_or_default();
    let one = |value: &Option<String>| value.iter().cloned().collect();
    vec![
        Changing { property: "mail", before: one(&what.addresses.mail), after: one(&now.mail) },
        Changing {
            property: "otherMails",
            before: what.addresses.other_mails.clone(),
            after: now.other_mails,
        },
        Changing {
            property: "proxyAddresses",
            before: what.addresses.proxy_addresses.clone(),
            after: now.proxy_addresses,
        },
    ]
}

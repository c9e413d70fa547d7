//! Bringing a deleted account back: what *Restore* shares with the way back from *Remove and invite again*.

use std::collections::HashSet;

use graph::{GraphProblem, GraphProblemKind};
use guest::{Known, OwnerRef, User};
use journal::Transition;
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::Procedure;
use super::in_the_way::objects;
use super::taken::{TakenByNow, taken_by_now};
use crate::checkpoint::{Checkpoint, payload, step};
use crate::ending::{Applied, Interruption, made};
use crate::execution::{Execution, RequestOutcome};
use crate::outcome::{Addresses, NamedObject, Realisation, StepKind, StepState, Unrestored};
use crate::problem::{ErrorKind, Problem, TakenPart};
use crate::seen;
use crate::sight::{READ_BACK_DELAYS, Whereabouts};
use crate::signed_in::Refusal;

/// Whose return it is.
#[derive(Debug, Clone)]
pub(super) struct Return<'a> {
    /// Object id.
    pub(super) account: &'a str,
    /// What is said when they are nowhere any more.
    pub(super) gone: ErrorKind,
    /// Whether addresses that others have by now are taken off the account (Microsoft Graph: Restore deleted directory
    /// object item, `autoReconcileProxyConflict`).
    pub(super) without_taken: bool,
}

/// Whether the account is back already. Where it is neither back nor among the deleted users, nothing else is touched.
pub(super) async fn is_back(
    on: &Execution,
    what: &Return<'_>,
    from: &Checkpoint,
) -> Result<bool, Interruption> {
    match on.somewhere(what.account).await? {
        Some(found) => Ok(found == Whereabouts::Live),
        // Removed for good while this was under way: nothing brings it back. Said once it was seen a second time, for what
        // ends here is not gone on with any more.
        None if from.is_resumed() => Err(Interruption::Void(what.gone.clone().into())),
        None => Err(what.gone.clone().into()),
    }
}

/// Restores the account, unless it is there already.
pub(super) async fn restore(
    on: &Execution,
    what: &Return<'_>,
    from: &Checkpoint,
) -> Result<(), Interruption> {
    on.show(StepKind::Restore, StepState::Running);
    if is_back(on, what, from).await? {
        return Ok(found_restored(on).await?);
    }
    on.may_go_on()?;
    let uncancelled = CancellationToken::new();
    let request = on.signed_in.graph.restore(what.account, what.without_taken, &uncancelled);
    let problem = match on.send(step::RESTORE, request, |_| json!({})).await? {
        RequestOutcome::Acknowledged(_) => {
            on.show(StepKind::Restore, StepState::Done);
            return Ok(());
        }
        RequestOutcome::Rejected(problem) if problem.kind != GraphProblemKind::NotFound => {
            on.show(StepKind::Restore, StepState::Refused);
            return Err(refused(on, what, problem).await.into());
        }
        // Not found: gone for good, or the server is mistaken. Lost: done, or not. A look tells.
        RequestOutcome::Rejected(problem) | RequestOutcome::Unknown(problem) => Problem::from(problem),
    };
    on.show(StepKind::Restore, StepState::Unknown);
    let back =
        on.await_sight(async || Ok((on.whereabouts(what.account).await? == Whereabouts::Live).then_some(())));
    if back.await?.is_none() {
        return Err(problem.into());
    }
    Ok(found_restored(on).await?)
}

async fn found_restored(on: &Execution) -> Result<(), Problem> {
    if !on.doubts(step::RESTORE).is_empty() {
        on.found_done(step::RESTORE, json!({ "seen": true })).await?;
    }
    on.show(StepKind::Restore, StepState::Done);
    Ok(())
}

/// Another object has the user name or an address of the account by now. It is named, by the id in the answer or by a
/// look, and remembered: nobody is led to the same refusal again.
async fn refused(on: &Execution, what: &Return<'_>, problem: GraphProblem) -> Problem {
    let GraphProblemKind::Conflict { target, objects: named_by_id } = &problem.kind else {
        return problem.into();
    };
    let target = target.as_deref();
    let seen = taken_since(on, what.account).await;
    let about = seen.all.iter().filter(|taken| taken.is_about(target));
    let about: Vec<_> = about
        .filter(|taken| {
            named_by_id.is_empty() || named_by_id.iter().any(|id| id.eq_ignore_ascii_case(&taken.by.id))
        })
        .collect();
    let mut refusals: Vec<Refusal> = about
        .iter()
        .map(|taken| Refusal { owner: taken.by.clone(), shown: taken.is_seen_in_searches() })
        .collect();
    let unseen: Vec<String> = named_by_id
        .iter()
        .filter(|id| about.iter().all(|taken| !taken.by.id.eq_ignore_ascii_case(id)))
        .cloned()
        .collect();
    let unseen = objects(&on.signed_in.graph, None, &unseen).await;
    let searched = &on.subject.searched;
    refusals.extend(unseen.iter().map(|owner| Refusal { owner: owner.of(searched), shown: false }));
    on.signed_in.refused.add(what.account, &refusals);
    let part = match target {
        Some("userPrincipalName") => TakenPart::UserName,
        Some(_) => TakenPart::Address,
        None => TakenPart::NotSaid,
    };
    let kind = ErrorKind::ReturnRefused { part, owners: named(refusals.iter().map(|it| &it.owner)) };
    Problem { kind, ..problem.into() }
}

/// Each object once.
fn named<'a>(owners: impl Iterator<Item = &'a OwnerRef>) -> Vec<NamedObject> {
    let mut all: Vec<NamedObject> = Vec::new();
    for owner in owners {
        if all.iter().all(|known| known.id != owner.id) {
            all.push(NamedObject { id: owner.id.clone(), name: owner.name().to_owned() });
        }
    }
    all
}

/// Who has what of the account, now that the server refused it. A read: stopping the change does not stop it.
async fn taken_since(on: &Execution, account: &str) -> TakenByNow {
    let uncancelled = CancellationToken::new();
    let read = async {
        let user = seen::user(&on.signed_in.graph.deleted_user(account, &uncancelled).await?);
        taken_by_now(&on.signed_in, &user, on.clock.now(), &uncancelled).await
    };
    read.await.unwrap_or_else(|problem| {
        tracing::info!(?problem, "who has what of a deleted account was not read");
        TakenByNow::default()
    })
}

/// What was read of an account that came back.
#[derive(Debug, Default)]
pub(super) struct Returned {
    /// The account.
    pub(super) user: Option<User>,
    /// Ids of its groups; none where they were not read.
    pub(super) groups: Option<HashSet<String>>,
}

/// Looks until the account is seen and nothing of it is missing any more, for about a minute. Stopping the wait stops
/// nothing that was done: what was seen so far is what is told.
pub(super) async fn read_back(
    on: &Execution,
    work: &dyn Procedure,
    account: &str,
    with_groups: bool,
    missing: impl Fn(&Returned) -> Vec<Unrestored> + Send,
) -> Result<Applied, Interruption> {
    on.show(StepKind::ReadBack, StepState::Running);
    let mut read = Returned::default();
    for delay in READ_BACK_DELAYS {
        if on.pause(delay).await.is_err() {
            break;
        }
        let graph = &on.signed_in.graph;
        if let Ok(user) = graph.user(account, &on.cancel).await {
            read.user = Some(seen::user(&user));
        }
        if with_groups && let Ok(groups) = graph.memberships(account, &on.cancel).await {
            read.groups = Some(groups.into_iter().map(|group| group.id).collect());
        }
        if read.user.is_some() && missing(&read).is_empty() {
            break;
        }
    }
    let left = missing(&read);
    settle(on, work, account, read.user.as_ref(), left).await
}

async fn settle(
    on: &Execution,
    work: &dyn Procedure,
    account: &str,
    back: Option<&User>,
    left: Vec<Unrestored>,
) -> Result<Applied, Interruption> {
    let addresses = back.and_then(all_read);
    let seen = payload(&addresses);
    let (state, transition) = match back {
        Some(_) => (StepState::Done, Transition::Verified { after: seen }),
        None => (StepState::NotYetVisible, Transition::NotYetVisible { seen }),
    };
    on.show(StepKind::ReadBack, state);
    on.note(transition).await?;
    let (made, changes) = made(work, addresses.as_ref());
    Ok(Applied {
        seen: back.is_some(),
        made: if back.is_some() && changes.is_empty() { Realisation::Seen } else { made },
        changes,
        unrestored: if back.is_some() { left } else { Vec::new() },
        account: Some(account.to_owned()),
    })
}

/// The addresses of an account, where all of them were read.
fn all_read(user: &User) -> Option<Addresses> {
    let known =
        matches!(user.mail, Known::Is(_)) && user.other_mails.is_known() && user.proxy_addresses.is_known();
    known.then(|| Addresses::from(user))
}

//! Writing one field of an account: compare with the preview, write, read back until it is seen.

use async_trait::async_trait;
use graph::{Acknowledged, Graph, GraphProblem, GraphProblemKind};
use guest::User;
use journal::Transition;
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::Procedure;
use super::in_the_way::in_the_way;
use crate::checkpoint::{Checkpoint, payload, step};
use crate::ending::{Applied, Interruption, made};
use crate::execution::{Execution, RequestOutcome};
use crate::outcome::{Addresses, PropertyChange, StepKind, StepState, Unrestored, same};
use crate::plan_kind::Origin;
use crate::problem::{ErrorKind, Problem};
use crate::seen;
use crate::sight::READ_BACK_DELAYS;

/// One field, before and after.
#[async_trait]
pub(super) trait Field: Procedure {
    /// Microsoft Graph's name of it.
    const PROPERTY: &'static str;
    /// The step that writes it.
    const STEP: StepKind;
    /// Whether a value of it can be owned by one object only.
    const OWNED: bool;

    /// Object id of the account.
    fn guest(&self) -> &str;
    /// What stood there.
    fn before(&self) -> Vec<String>;
    /// What is to stand there.
    fn after(&self) -> Vec<String>;
    /// The request.
    async fn send(&self, graph: &Graph, cancel: &CancellationToken) -> Result<Acknowledged, GraphProblem>;

    /// What should have followed from writing it and did not.
    fn missing(&self, _user: &User) -> Option<Unrestored> {
        None
    }

    /// What stands in the field now.
    fn now(&self, user: &User) -> Vec<String> {
        Addresses::from(user).of(Self::PROPERTY)
    }

    /// Whether what was to be written stands there.
    fn is_written(&self, user: &User) -> bool {
        same(&self.now(user), &self.after())
    }
}

pub(super) fn steps<F: Field>(_: &F) -> Vec<StepKind> {
    vec![StepKind::Compare, F::STEP, StepKind::ReadBack, StepKind::DiagnoseAgain]
}

pub(super) fn changes<F: Field>(field: &F, seen: Option<&Addresses>) -> Vec<PropertyChange> {
    let after = seen.map_or_else(|| field.after(), |seen| seen.of(F::PROPERTY));
    vec![PropertyChange { property: F::PROPERTY, before: field.before(), after: Some(after) }]
}

/// What stands there now, and what the way back would write; refused when the directory holds something else by now.
pub(super) async fn look_back<F: Field>(
    field: &F,
    graph: &Graph,
    cancel: &CancellationToken,
) -> Result<Vec<PropertyChange>, Problem> {
    let now = field.now(&seen::user(&graph.user(field.guest(), cancel).await?));
    if !same(&now, &field.before()) {
        // What stood there before our change may be our change that does not show yet; what else, is somebody else's.
        let kind =
            if same(&now, &field.after()) { ErrorKind::NotVisibleInTime } else { ErrorKind::ChangedSince };
        return Err(kind.into());
    }
    let change = |change| PropertyChange { before: now.clone(), ..change };
    Ok(changes(field, None).into_iter().map(change).collect())
}

/// Compares with the preview, writes, reads back until it is seen. Going on, what stands there already is not written
/// again.
pub(super) async fn write<F: Field>(
    field: &F,
    on: &Execution,
    from: &Checkpoint,
) -> Result<Applied, Interruption> {
    on.show(StepKind::Compare, StepState::Running);
    let user = on.signed_in.graph.user(field.guest(), &on.cancel).await;
    let user = seen::user(&user?);
    let already = from.is_resumed() && field.is_written(&user);
    if !already {
        compare(field, on, from, &user).await?;
    }
    on.show(StepKind::Compare, StepState::Done);
    if already {
        on.show(F::STEP, StepState::Skipped);
    } else {
        on.intend(from, &Addresses::from(&user)).await?;
        on.may_go_on()?;
        send(field, on).await?;
    }
    read_back(field, on).await
}

/// What stands there must be what the preview showed, and nobody else may own the address by now.
async fn compare<F: Field>(
    field: &F,
    on: &Execution,
    from: &Checkpoint,
    user: &User,
) -> Result<(), Interruption> {
    if !same(&field.now(user), &field.before()) {
        let kind = match on.subject.origin {
            Origin::New => ErrorKind::TenantChanged { property: F::PROPERTY },
            Origin::Undoes(_) | Origin::Continues(_) => ErrorKind::ChangedSince,
        };
        return Err(if from.is_resumed() { Interruption::Void(kind.into()) } else { kind.into() });
    }
    if F::OWNED {
        let seen = on.examine(field.guest()).await?;
        seen.guest()?;
        seen.no_conflict()?;
    }
    Ok(())
}

async fn send<F: Field>(field: &F, on: &Execution) -> Result<(), Interruption> {
    on.show(F::STEP, StepState::Running);
    let uncancelled = CancellationToken::new();
    let request = field.send(&on.signed_in.graph, &uncancelled);
    match on.send(step::WRITE, request, |()| json!({})).await? {
        RequestOutcome::Acknowledged(()) => on.show(F::STEP, StepState::Done),
        RequestOutcome::Rejected(problem) => {
            on.show(F::STEP, StepState::Refused);
            return Err(rejected(field, on, problem).await.into());
        }
        // The read-back tells.
        RequestOutcome::Unknown(_) => on.show(F::STEP, StepState::Unknown),
    }
    Ok(())
}

/// A conflict names the address that was to be written, and the objects in the way.
async fn rejected<F: Field>(field: &F, on: &Execution, problem: GraphProblem) -> Problem {
    let GraphProblemKind::Conflict { objects, .. } = &problem.kind else { return problem.into() };
    let address = field.after().first().cloned().unwrap_or_default();
    let owners = in_the_way(on, field.guest(), &address, objects).await;
    Problem { kind: ErrorKind::AddressConflict { address, owners }, ..problem.into() }
}

async fn read_back<F: Field>(field: &F, on: &Execution) -> Result<Applied, Interruption> {
    on.show(StepKind::ReadBack, StepState::Running);
    let mut last = None;
    for delay in READ_BACK_DELAYS {
        // Stopping the wait stops nothing that was done: what was seen so far is what is told.
        if on.pause(delay).await.is_err() {
            break;
        }
        match on.signed_in.graph.user(field.guest(), &on.cancel).await {
            Ok(user) => last = Some(seen::user(&user)),
            Err(problem) => tracing::info!(%problem, "not read back yet"),
        }
        if last.as_ref().is_some_and(|user| field.is_written(user) && field.missing(user).is_none()) {
            break;
        }
    }
    settle(field, on, last).await
}

async fn settle<F: Field>(field: &F, on: &Execution, last: Option<User>) -> Result<Applied, Interruption> {
    let written = last.as_ref().is_some_and(|user| field.is_written(user));
    let missing = last.as_ref().filter(|_| written).and_then(|user| field.missing(user));
    let unanswered = !on.doubts(step::WRITE).is_empty();
    if !written && unanswered {
        on.show(StepKind::ReadBack, StepState::NotYetVisible);
        return Err(ErrorKind::AnswerLost.into());
    }
    if unanswered {
        on.found_done(step::WRITE, json!({ "seen": true })).await?;
        on.show(F::STEP, StepState::Done);
    }
    let addresses = last.as_ref().map(Addresses::from);
    let seen = written && missing.is_none();
    let body = payload(&addresses);
    let (state, transition) = if seen {
        (StepState::Done, Transition::Verified { after: body })
    } else {
        (StepState::NotYetVisible, Transition::NotYetVisible { seen: body })
    };
    on.show(StepKind::ReadBack, state);
    on.note(transition).await?;
    let (made, changes) = made(field, addresses.as_ref());
    Ok(Applied {
        seen,
        made,
        changes,
        unrestored: missing.into_iter().collect(),
        account: Some(field.guest().to_owned()),
    })
}

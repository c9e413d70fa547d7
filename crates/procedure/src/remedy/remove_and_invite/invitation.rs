//! The invitation of the new account: sent once, found again when its answer was lost, never taken for somebody else's.

use graph::{GraphProblem, GraphProblemKind, User};
use serde_json::json;

use super::super::in_the_way::in_the_way;
use super::super::inviting::Letter;
use super::Replacement;
use super::new_account::SentInvitation;
use crate::checkpoint::{Checkpoint, step};
use crate::ending::Interruption;
use crate::execution::{Execution, RequestOutcome};
use crate::outcome::{StepKind, StepState};
use crate::problem::{ErrorKind, Problem};
use crate::sight::Whereabouts;

/// The id of the new account, seen and proven to be ours; with what was done for it so far. One that somebody deleted
/// since is invited anew.
pub(super) async fn new_account(
    on: &Execution,
    what: &Replacement,
    from: &Checkpoint,
) -> Result<(String, Checkpoint), Interruption> {
    if let Some(id) = from.new_account()
        && on.somewhere(id).await? == Some(Whereabouts::Live)
    {
        on.show(StepKind::Invite, StepState::Skipped);
        await_new(on, what, id, from).await?;
        return Ok((id.to_owned(), from.clone()));
    }
    let from = from.without_new_account();
    let id = invite(on, what, &from).await?;
    await_new(on, what, &id, &from).await?;
    Ok((id, from))
}

/// Invites, and gives the id of the new account.
async fn invite(on: &Execution, what: &Replacement, from: &Checkpoint) -> Result<String, Interruption> {
    on.show(StepKind::Invite, StepState::Running);
    let sent = sent(on, what, from);
    let before = sent.holders(on).await?;
    if !sent.sent.is_empty()
        && let Some(id) = sent.find_among(on, &before, &what.guest).await?
    {
        return Ok(adopt(on, id).await?);
    }
    on.may_go_on()?;
    // Only a new account is recorded as ours: what is recorded so is added to groups, and removed on the way back.
    let sent = letter(what).send_off(on, |id| is_new(what, &before, id)).await?;
    match sent {
        RequestOutcome::Acknowledged(invitation) => {
            let found = invitation.invited_user.id;
            if !is_new(what, &before, &found) {
                return Err(other_account(on, found));
            }
            on.keep_link(invitation.invite_redeem_url);
            on.show(StepKind::Invite, StepState::Done);
            Ok(found)
        }
        RequestOutcome::Rejected(problem) => {
            on.show(StepKind::Invite, StepState::Refused);
            Err(invitation_refused(on, what, problem).await.into())
        }
        RequestOutcome::Unknown(problem) => find_lost_invitation(on, what, from, problem).await,
    }
}

/// The invitation as it was sent, by an earlier run or by this one.
fn sent(on: &Execution, what: &Replacement, from: &Checkpoint) -> SentInvitation {
    let by = from.by().into_iter().chain([on.signed_in.account.user_id.as_str()]);
    what.invitation(by.map(str::to_owned).collect(), on.doubts(step::INVITE))
}

fn letter(what: &Replacement) -> Letter<'_> {
    Letter {
        address: &what.invite,
        language: &what.language,
        send: what.send,
        name: what.profile.display_name.as_deref(),
        user_type: what.profile.user_type.as_deref(),
        reset: None,
    }
}

/// Only a plain refusal is about the invitation; not having reached the server, having to wait or to prove more is not.
/// For a conflict the objects in the way are named, as for an address that is written.
async fn invitation_refused(on: &Execution, what: &Replacement, problem: GraphProblem) -> Problem {
    let asks_for_more = matches!(problem.kind, GraphProblemKind::StepUpRequired { .. });
    if asks_for_more || problem.is_about_connection() {
        return problem.into();
    }
    let address = what.invite.clone();
    let owners = if let GraphProblemKind::Conflict { objects, .. } = &problem.kind {
        in_the_way(on, &what.guest, &address, objects).await
    } else {
        Vec::new()
    };
    Problem { kind: ErrorKind::InvitationRefused { address, owners }, ..problem.into() }
}

fn other_account(on: &Execution, found: String) -> Interruption {
    on.show(StepKind::Invite, StepState::Refused);
    ErrorKind::InvitationOtherAccount { found }.into()
}

async fn adopt(on: &Execution, id: String) -> Result<String, Problem> {
    on.found_done(step::INVITE, json!({ "guest": id, "seen": true })).await?;
    on.show(StepKind::Invite, StepState::Done);
    Ok(id)
}

async fn find_lost_invitation(
    on: &Execution,
    what: &Replacement,
    from: &Checkpoint,
    problem: GraphProblem,
) -> Result<String, Interruption> {
    on.show(StepKind::Invite, StepState::Unknown);
    let sent = sent(on, what, from);
    match on.await_sight(|| sent.find(on, &what.guest)).await {
        Ok(Some(id)) => Ok(adopt(on, id).await?),
        Ok(None) => Err(problem.into()),
        Err(failed) => {
            tracing::info!(?failed, "an invitation whose answer was lost could not be looked for");
            Err(problem.into())
        }
    }
}

/// Waits until the new account can be seen, and makes sure that it is the one our invitation made.
async fn await_new(
    on: &Execution,
    what: &Replacement,
    new: &str,
    from: &Checkpoint,
) -> Result<(), Interruption> {
    on.show(StepKind::AwaitNew, StepState::Running);
    let graph = &on.signed_in.graph;
    let seen = on.await_sight(async || match graph.user(new, &on.cancel).await {
        Ok(user) => Ok(Some(user)),
        Err(problem) if problem.kind == GraphProblemKind::NotFound => Ok(None),
        Err(problem) => Err(problem.into()),
    });
    let Some(user) = seen.await? else {
        on.show(StepKind::AwaitNew, StepState::NotYetVisible);
        return Err(ErrorKind::NotVisibleInTime.into());
    };
    // The answer named it: what clocks say does not count.
    let sent = SentInvitation { sent: Vec::new(), ..sent(on, what, from) };
    if !from.is_new_account_proven() && !sent.made(on, &user).await? {
        on.found_not_done(step::INVITE).await?;
        return Err(other_account(on, new.to_owned()));
    }
    on.show(StepKind::AwaitNew, StepState::Done);
    Ok(())
}

/// The invitation may answer with an account that was there before: then nothing was made, and going on would change
/// somebody else's account.
fn is_new(what: &Replacement, before: &[User], id: &str) -> bool {
    id != what.guest && before.iter().all(|user| user.id != id)
}

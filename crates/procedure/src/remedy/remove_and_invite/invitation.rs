//! The invitation of the new account: sent once, found again when its answer was lost, never taken for somebody else's.

use graph::{GraphProblem, GraphProblemKind, InvitationMessage, InvitationRequest};
use guest::Address;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::super::in_the_way::in_the_way;
use super::Replacement;
use crate::checkpoint::step;
use crate::ending::Interruption;
use crate::execution::{Execution, READ_BACK_DELAYS, RequestOutcome};
use crate::outcome::{StepKind, StepState};
use crate::problem::{ErrorKind, Problem};

/// Where an invited guest lands after accepting: their own apps (Microsoft Entra: "Reset redemption status" uses it).
const LANDING: &str = "https://myapplications.microsoft.com";

/// How far clocks may differ before an account is taken for one that was there before.
const CLOCKS: SignedDuration = SignedDuration::from_mins(5);

/// The accounts that have the address now: an invitation that answers with one of them made nothing new.
async fn there_before(on: &Execution, what: &Replacement) -> Result<Vec<graph::User>, Interruption> {
    let Some(address) = Address::recorded(&what.invite) else { return Ok(Vec::new()) };
    let prefixes = guest::invited::prefixes(&address);
    let answer = on.signed_in.graph.search(&address.spellings(), &prefixes, &on.cancel).await;
    let answer = answer.map_err(|problem| Interruption::Midway(Problem::from(problem).after_changes()))?;
    Ok(answer.users.objects().cloned().collect())
}

/// Whether this account is the one that an invitation made whose answer was lost: an invited account, as old as that
/// invitation. An account that anybody else made, before or since, is not ours to touch.
fn made_by(lost: Option<Timestamp>, user: &graph::User, original: &str) -> bool {
    let invited = user.creation_type.value().is_some_and(|kind| kind.eq_ignore_ascii_case("Invitation"));
    let as_old = |sent: Timestamp, made: Timestamp| made >= sent - CLOCKS && made <= sent + CLOCKS;
    let then = lost.zip(user.created_date_time.value()).is_some_and(|(sent, &made)| as_old(sent, made));
    user.id != original && invited && then
}

/// Invites, and gives the id of the new account.
pub(super) async fn invite(on: &Execution, what: &Replacement) -> Result<String, Interruption> {
    on.show(StepKind::Invite, StepState::Running);
    let before = there_before(on, what).await?;
    let lost = on.unanswered_since(step::INVITE).await;
    if let Some(found) = before.iter().find(|user| made_by(lost, user, &what.guest)) {
        return adopt(on, &found.id).await;
    }
    on.may_go_on().map_err(Interruption::Midway)?;
    let uncancelled = CancellationToken::new();
    let request = request_of(what);
    let sent = on
        .send(step::INVITE, on.signed_in.graph.invite(&request, &uncancelled), |invitation| {
            // Only a new account is recorded as ours: what is recorded so is added to groups, and removed on the way back.
            let name =
                if is_new(what, &before, &invitation.invited_user.id) { "guest" } else { "otherAccount" };
            json!({ name: invitation.invited_user.id, "status": invitation.status })
        })
        .await?;
    match sent {
        RequestOutcome::Acknowledged(invitation) => {
            let id = invitation.invited_user.id;
            if !is_new(what, &before, &id) {
                on.show(StepKind::Invite, StepState::Refused);
                let problem = Problem::unchanged(ErrorKind::InvitationOtherAccount { found: id });
                return Err(Interruption::Midway(problem.after_changes()));
            }
            on.show(StepKind::Invite, StepState::Done);
            Ok(id)
        }
        RequestOutcome::Rejected(problem) => {
            on.show(StepKind::Invite, StepState::Refused);
            Err(Interruption::Midway(invitation_refused(on, what, problem).await))
        }
        RequestOutcome::Unknown(problem) => find_lost_invitation(on, what, problem).await,
    }
}

fn request_of(what: &Replacement) -> InvitationRequest {
    InvitationRequest {
        invited_user_email_address: what.invite.clone(),
        invite_redirect_url: LANDING.to_owned(),
        send_invitation_message: what.send,
        invited_user_message_info: what.send.then(|| InvitationMessage {
            message_language: Some(what.language.clone()),
            customized_message_body: None,
        }),
        invited_user_display_name: what.profile.display_name.clone(),
        invited_user_type: what.profile.user_type.clone(),
    }
}

/// Only a plain refusal is about the invitation; not having reached the server, or having to wait, is not. For a conflict
/// the objects in the way are named, as for an address that is written.
async fn invitation_refused(on: &Execution, what: &Replacement, problem: GraphProblem) -> Problem {
    if problem.is_about_connection() {
        return Problem::from(problem).after_changes();
    }
    let address = what.invite.clone();
    let owners = if let GraphProblemKind::Conflict { objects, .. } = &problem.kind {
        in_the_way(on, &what.guest, &address, objects).await
    } else {
        Vec::new()
    };
    let problem = Problem::from(problem).after_changes();
    Problem { kind: ErrorKind::InvitationRefused { address, owners }, ..problem }
}

async fn adopt(on: &Execution, id: &str) -> Result<String, Interruption> {
    on.found_done(step::INVITE, json!({ "guest": id, "seen": true })).await?;
    on.show(StepKind::Invite, StepState::Done);
    Ok(id.to_owned())
}

async fn find_lost_invitation(
    on: &Execution,
    what: &Replacement,
    problem: GraphProblem,
) -> Result<String, Interruption> {
    on.show(StepKind::Invite, StepState::Unknown);
    let lost = on.unanswered_since(step::INVITE).await;
    for delay in READ_BACK_DELAYS {
        on.pause(delay).await.map_err(Interruption::Midway)?;
        let found = there_before(on, what).await.unwrap_or_default();
        if let Some(user) = found.iter().find(|user| made_by(lost, user, &what.guest)) {
            return adopt(on, &user.id).await;
        }
    }
    Err(Interruption::Midway(Problem::from(problem).after_changes()))
}

/// The invitation may answer with an account that was there before: then nothing was made, and going on would change
/// somebody else's account.
fn is_new(what: &Replacement, before: &[graph::User], id: &str) -> bool {
    id != what.guest && before.iter().all(|user| user.id != id)
}

//! The invitation of the new account: sent once, found again when its answer was lost, never taken for somebody else's.

use graph::{GraphProblem, InvitationMessage, InvitationRequest, Kind};
use guest::Address;
use jiff::{SignedDuration, Timestamp};
use journal::Transition;
use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::change::Halt;
use crate::change::run::{LOOKS, Run, Sent};
use crate::problem::{Problem, What};
use crate::record::step;
use crate::watch::{StepKind, StepState};
use crate::work::Replacement;

/// Where an invited guest lands after accepting: his own apps (Microsoft Entra: "Reset redemption status" uses it).
const LANDING: &str = "https://myapplications.microsoft.com";

/// How far clocks may differ before an account is taken for one that was there before.
const CLOCKS: SignedDuration = SignedDuration::from_mins(5);

/// The accounts that have the address now: an invitation that answers with one of them made nothing new.
async fn there_before(run: &Run, what: &Replacement) -> Result<Vec<graph::User>, Halt> {
    let Some(address) = Address::recorded(&what.invite) else { return Ok(Vec::new()) };
    let prefixes = guest::invited::prefixes(&address);
    let answer = run.seat.graph.search(&address.spellings(), &prefixes, &run.cancel).await;
    let answer = answer.map_err(|problem| Halt::Midway(Problem::from(problem).after_changes()))?;
    Ok(answer.users.objects().cloned().collect())
}

/// When the invitation left whose answer was lost, if one did: in an earlier run, or just now.
async fn lost_since(run: &Run) -> Option<Timestamp> {
    let record = run.journal.change(run.id).await.ok()?;
    let unanswered = record.unanswered().contains(&step::INVITE);
    let sent = record.steps.iter().rev().find(
        |recorded| matches!(&recorded.step.transition, Transition::Sent { step } if step == step::INVITE),
    );
    sent.filter(|_| unanswered).map(|recorded| recorded.step.at)
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
pub(super) async fn invite(run: &Run, what: &Replacement) -> Result<String, Halt> {
    run.show(StepKind::Invite, StepState::Running);
    let before = there_before(run, what).await?;
    let lost = lost_since(run).await;
    if let Some(found) = before.iter().find(|user| made_by(lost, user, &what.guest)) {
        return adopt(run, &found.id).await;
    }
    run.may_go_on().map_err(Halt::Midway)?;
    let uncancelled = CancellationToken::new();
    let request = request_of(what);
    let sent = run
        .send(step::INVITE, run.seat.graph.invite(&request, &uncancelled), |invitation| {
            // Only a new account is recorded as ours: what is recorded so is added to groups, and removed on the way back.
            let name =
                if is_new(what, &before, &invitation.invited_user.id) { "guest" } else { "otherAccount" };
            json!({ name: invitation.invited_user.id, "status": invitation.status })
        })
        .await?;
    match sent {
        Sent::Done(invitation) => {
            let id = invitation.invited_user.id;
            if !is_new(what, &before, &id) {
                run.show(StepKind::Invite, StepState::Refused);
                let problem = Problem::unchanged(What::InvitationOtherAccount { found: id });
                return Err(Halt::Midway(problem.after_changes()));
            }
            run.show(StepKind::Invite, StepState::Done);
            Ok(id)
        }
        Sent::Refused(problem) => {
            run.show(StepKind::Invite, StepState::Refused);
            Err(Halt::Midway(invitation_refused(what, problem)))
        }
        Sent::Lost(problem) => find_lost_invitation(run, what, problem).await,
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

/// Only a plain refusal is about the invitation; not having reached the server, or having to wait, is not.
fn invitation_refused(what: &Replacement, problem: GraphProblem) -> Problem {
    let about_connection = matches!(
        problem.kind,
        Kind::Unreachable
            | Kind::Throttled
            | Kind::Unavailable { .. }
            | Kind::NotSignedIn
            | Kind::Unauthorised
    );
    let mut problem = Problem::from(problem).after_changes();
    if !about_connection {
        problem.what = What::InvitationRefused { address: what.invite.clone() };
    }
    problem
}

async fn adopt(run: &Run, id: &str) -> Result<String, Halt> {
    run.found_done(step::INVITE, json!({ "guest": id, "seen": true })).await?;
    run.show(StepKind::Invite, StepState::Done);
    Ok(id.to_owned())
}

async fn find_lost_invitation(run: &Run, what: &Replacement, problem: GraphProblem) -> Result<String, Halt> {
    run.show(StepKind::Invite, StepState::Unknown);
    let lost = lost_since(run).await;
    for wait in LOOKS {
        run.pause(wait).await.map_err(Halt::Midway)?;
        let found = there_before(run, what).await.unwrap_or_default();
        if let Some(user) = found.iter().find(|user| made_by(lost, user, &what.guest)) {
            return adopt(run, &user.id).await;
        }
    }
    Err(Halt::Midway(Problem::from(problem).after_changes()))
}

/// The invitation may answer with an account that was there before: then nothing was made, and going on would change
/// somebody else's account.
fn is_new(what: &Replacement, before: &[graph::User], id: &str) -> bool {
    id != what.guest && before.iter().all(|user| user.id != id)
}

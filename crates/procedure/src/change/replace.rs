//! *Remove and invite again*, as a sequence that can be gone on with from wherever it stopped: what the record says
//! was done is not done again, and what is not certain is read back first.

use std::collections::BTreeSet;

use graph::{GraphProblem, InvitationMessage, InvitationRequest, Kind};
use guest::{Address, FindingCode, Fit, RemedyKind};
use jiff::{SignedDuration, Timestamp};
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
use crate::work::{AppAssignment, NamedGroup, Replacement};

/// Where an invited guest lands after accepting: his own apps (Microsoft Entra: "Reset redemption status" uses it).
const LANDING: &str = "https://myapplications.microsoft.com";

/// How far clocks may differ before an account is taken for one that was there before.
const CLOCKS: SignedDuration = SignedDuration::from_mins(5);

/// Deletes, invites, adds to the groups, sets the rest again, reads back.
pub(crate) async fn replace(run: &Run, what: &Replacement) -> Result<Come, Halt> {
    let mut reached = run.earlier.as_ref().map(Reached::of).unwrap_or_default();
    if reached.deleted {
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

async fn invite(run: &Run, what: &Replacement) -> Result<String, Halt> {
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

async fn add_to_groups(
    run: &Run,
    what: &Replacement,
    new: &str,
    reached: &Reached,
) -> Result<Vec<Left>, Halt> {
    let total = what.groups.len();
    let mut left = Vec::new();
    for (index, group) in what.groups.iter().enumerate() {
        run.board.step(StepKind::AddToGroups, StepState::Running, Some((index, total)));
        run.may_go_on().map_err(Halt::Midway)?;
        let done = reached.done.contains(&format!("{}{}", step::GROUP, group.id));
        if !done && !add_to_group(run, group, new).await? {
            left.push(Left::Group(group.name.clone()));
        }
    }
    let state = match (total, left.is_empty()) {
        (0, _) => StepState::Skipped,
        (_, true) => StepState::Done,
        (_, false) => StepState::Refused,
    };
    run.board.step(StepKind::AddToGroups, state, Some((total - left.len(), total)));
    Ok(left)
}

/// Adds him, waiting while the new account is not known everywhere yet. False: the group did not take him.
async fn add_to_group(run: &Run, group: &NamedGroup, new: &str) -> Result<bool, Halt> {
    let name = format!("{}{}", step::GROUP, group.id);
    let uncancelled = CancellationToken::new();
    for wait in LOOKS {
        run.pause(wait).await.map_err(Halt::Midway)?;
        match run.send(&name, run.seat.graph.add_member(&group.id, new, &uncancelled), |()| json!({})).await?
        {
            Sent::Done(()) => return Ok(true),
            Sent::Refused(problem) => match problem.kind {
                Kind::AlreadyReferenced => {
                    run.found_done(&name, json!({ "already": true })).await?;
                    return Ok(true);
                }
                // The reference is not known yet: usual for minutes after an invitation.
                Kind::InvalidReference | Kind::NotFound => {}
                Kind::Unreachable | Kind::Throttled | Kind::Unavailable { .. } => {
                    return Err(Halt::Midway(Problem::from(problem).after_changes()));
                }
                _ => return Ok(false),
            },
            // Reading back tells; adding a member twice is refused by the server and harms nothing.
            Sent::Lost(_) => {
                if is_member(run, new, &group.id).await {
                    run.found_done(&name, json!({ "seen": true })).await?;
                    return Ok(true);
                }
            }
        }
    }
    Ok(false)
}

async fn is_member(run: &Run, new: &str, group: &str) -> bool {
    let groups = run.seat.graph.memberships(new, &run.cancel).await;
    groups.is_ok_and(|all| all.iter().any(|one| one.id == group))
}

async fn replay(run: &Run, what: &Replacement, new: &str, reached: &Reached) -> Result<Vec<Left>, Halt> {
    run.show(StepKind::Replay, StepState::Running);
    let mut left = Vec::new();
    if !reached.done.contains(step::PROFILE) && !replay_profile(run, what, new).await? {
        left.push(Left::Profile);
    }
    for sponsor in &what.sponsors {
        let name = format!("{}{sponsor}", step::SPONSOR);
        let uncancelled = CancellationToken::new();
        let request = run.seat.graph.add_sponsor(new, sponsor, &uncancelled);
        if !reached.done.contains(&name) && !accepted(run, &name, request).await? {
            left.push(Left::Sponsor);
        }
    }
    for app in &what.apps {
        let name = format!("{}{}/{}", step::APP, app.resource_id, app.app_role_id);
        if !reached.done.contains(&name) && !replay_app(run, &name, app, new).await? {
            left.push(Left::App(app.name.clone()));
        }
    }
    run.show(StepKind::Replay, if left.is_empty() { StepState::Done } else { StepState::Refused });
    Ok(left)
}

async fn replay_profile(run: &Run, what: &Replacement, new: &str) -> Result<bool, Halt> {
    let profile = &what.profile;
    let written = graph::UserProfile {
        display_name: profile.display_name.clone(),
        given_name: profile.given_name.clone(),
        surname: profile.surname.clone(),
        company_name: profile.company_name.clone(),
        job_title: profile.job_title.clone(),
        department: profile.department.clone(),
        user_type: profile.user_type.clone(),
        ..graph::UserProfile::default()
    };
    if written.is_empty() {
        return Ok(true);
    }
    let uncancelled = CancellationToken::new();
    accepted(run, step::PROFILE, run.seat.graph.update_user_profile(new, &written, &uncancelled)).await
}

async fn replay_app(run: &Run, name: &str, app: &AppAssignment, new: &str) -> Result<bool, Halt> {
    let grant = graph::AppRoleGrant {
        principal_id: new.to_owned(),
        resource_id: app.resource_id.clone(),
        app_role_id: app.app_role_id.clone(),
    };
    let uncancelled = CancellationToken::new();
    let request = run.seat.graph.grant_app_role(&grant, &uncancelled);
    Ok(matches!(run.send(name, request, |_| json!({})).await?, Sent::Done(_)))
}

/// Whether the server took it, or had it already. A request that got lost is not repeated here: what it was for is
/// named among what is left, for a person to look at.
async fn accepted(
    run: &Run,
    name: &str,
    request: impl Future<Output = Result<graph::Acknowledged, GraphProblem>>,
) -> Result<bool, Halt> {
    Ok(match run.send(name, request, |()| json!({})).await? {
        Sent::Done(()) => true,
        Sent::Refused(problem) => problem.kind == Kind::AlreadyReferenced,
        Sent::Lost(_) => false,
    })
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

//! What belonged to the old account and is given to the new one: groups, names, sponsors, apps.

use graph::{GraphProblem, Kind};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::change::run::{LOOKS, Run, Sent};
use crate::change::{Halt, Left};
use crate::problem::Problem;
use crate::record::{Reached, step};
use crate::watch::{StepKind, StepState};
use crate::work::{AppAssignment, NamedGroup, Replacement};

/// Adds him to each group in turn; names those that did not take him.
pub(super) async fn add_to_groups(
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

/// Sets names, sponsors and apps again; names what was refused.
pub(super) async fn replay(
    run: &Run,
    what: &Replacement,
    new: &str,
    reached: &Reached,
) -> Result<Vec<Left>, Halt> {
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

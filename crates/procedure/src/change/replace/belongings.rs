//! What belonged to the old account and is given to the new one: groups, names, sponsors, apps.

use graph::{GraphProblem, GraphProblemKind};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::change::execution::{Execution, READ_BACK_DELAYS, RequestOutcome};
use crate::change::{Interruption, Unrestored};
use crate::problem::Problem;
use crate::progress::{StepKind, StepState};
use crate::record::{Checkpoint, step};
use crate::work::{AppAssignment, NamedGroup, Replacement};

/// Adds him to each group in turn; names those that did not take him.
pub(super) async fn add_to_groups(
    on: &Execution,
    what: &Replacement,
    new: &str,
    reached: &Checkpoint,
) -> Result<Vec<Unrestored>, Interruption> {
    let total = what.groups.len();
    let mut left = Vec::new();
    for (index, group) in what.groups.iter().enumerate() {
        on.feed.step(StepKind::AddToGroups, StepState::Running, Some((index, total)));
        on.may_go_on().map_err(Interruption::Midway)?;
        let done = reached.done.contains(&format!("{}{}", step::GROUP, group.id));
        if !done && !add_to_group(on, group, new).await? {
            left.push(Unrestored::Group(group.name.clone()));
        }
    }
    let state = match (total, left.is_empty()) {
        (0, _) => StepState::Skipped,
        (_, true) => StepState::Done,
        (_, false) => StepState::Refused,
    };
    on.feed.step(StepKind::AddToGroups, state, Some((total - left.len(), total)));
    Ok(left)
}

/// Adds him, waiting while the new account is not known everywhere yet. False: the group did not take him.
async fn add_to_group(on: &Execution, group: &NamedGroup, new: &str) -> Result<bool, Interruption> {
    let name = format!("{}{}", step::GROUP, group.id);
    let uncancelled = CancellationToken::new();
    for wait in READ_BACK_DELAYS {
        on.pause(wait).await.map_err(Interruption::Midway)?;
        match on
            .send(&name, on.signed_in.graph.add_member(&group.id, new, &uncancelled), |()| json!({}))
            .await?
        {
            RequestOutcome::Acknowledged(()) => return Ok(true),
            RequestOutcome::Rejected(problem) => match problem.kind {
                GraphProblemKind::AlreadyReferenced => {
                    on.found_done(&name, json!({ "already": true })).await?;
                    return Ok(true);
                }
                // The reference is not known yet: usual for minutes after an invitation.
                GraphProblemKind::InvalidReference | GraphProblemKind::NotFound => {}
                GraphProblemKind::Unreachable
                | GraphProblemKind::Throttled
                | GraphProblemKind::Unavailable { .. } => {
                    return Err(Interruption::Midway(Problem::from(problem).after_changes()));
                }
                _ => return Ok(false),
            },
            // Reading back tells; adding a member twice is refused by the server and harms nothing.
            RequestOutcome::Unknown(_) => {
                if is_member(on, new, &group.id).await {
                    on.found_done(&name, json!({ "seen": true })).await?;
                    return Ok(true);
                }
            }
        }
    }
    Ok(false)
}

async fn is_member(on: &Execution, new: &str, group: &str) -> bool {
    let groups = on.signed_in.graph.memberships(new, &on.cancel).await;
    groups.is_ok_and(|all| all.iter().any(|one| one.id == group))
}

/// Sets names, sponsors and apps again; names what was refused.
pub(super) async fn replay(
    on: &Execution,
    what: &Replacement,
    new: &str,
    reached: &Checkpoint,
) -> Result<Vec<Unrestored>, Interruption> {
    on.show(StepKind::Replay, StepState::Running);
    let mut left = Vec::new();
    if !reached.done.contains(step::PROFILE) && !replay_profile(on, what, new).await? {
        left.push(Unrestored::Profile);
    }
    for sponsor in &what.sponsors {
        let name = format!("{}{sponsor}", step::SPONSOR);
        let uncancelled = CancellationToken::new();
        let request = on.signed_in.graph.add_sponsor(new, sponsor, &uncancelled);
        if !reached.done.contains(&name) && !accepted(on, &name, request).await? {
            left.push(Unrestored::Sponsor);
        }
    }
    for app in &what.apps {
        let name = format!("{}{}/{}", step::APP, app.resource_id, app.app_role_id);
        if !reached.done.contains(&name) && !replay_app(on, &name, app, new).await? {
            left.push(Unrestored::App(app.name.clone()));
        }
    }
    on.show(StepKind::Replay, if left.is_empty() { StepState::Done } else { StepState::Refused });
    Ok(left)
}

async fn replay_profile(on: &Execution, what: &Replacement, new: &str) -> Result<bool, Interruption> {
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
    accepted(on, step::PROFILE, on.signed_in.graph.update_user_profile(new, &written, &uncancelled)).await
}

async fn replay_app(
    on: &Execution,
    name: &str,
    app: &AppAssignment,
    new: &str,
) -> Result<bool, Interruption> {
    let grant = graph::AppRoleGrant {
        principal_id: new.to_owned(),
        resource_id: app.resource_id.clone(),
        app_role_id: app.app_role_id.clone(),
    };
    let uncancelled = CancellationToken::new();
    let request = on.signed_in.graph.grant_app_role(&grant, &uncancelled);
    Ok(matches!(on.send(name, request, |_| json!({})).await?, RequestOutcome::Acknowledged(_)))
}

/// Whether the server took it, or had it already. A request that got lost is not repeated here: what it was for is
/// named among what is left, for a person to look at.
async fn accepted(
    on: &Execution,
    name: &str,
    request: impl Future<Output = Result<graph::Acknowledged, GraphProblem>>,
) -> Result<bool, Interruption> {
    Ok(match on.send(name, request, |()| json!({})).await? {
        RequestOutcome::Acknowledged(()) => true,
        RequestOutcome::Rejected(problem) => problem.kind == GraphProblemKind::AlreadyReferenced,
        RequestOutcome::Unknown(_) => false,
    })
}

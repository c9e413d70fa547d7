//! What belonged to the old account and is given to the new one: groups, names, sponsors, apps.

use graph::{Acknowledged, AppRoleGrant, GraphProblem, GraphProblemKind, UserProfile};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::{AppAssignment, Profile, Replacement};
use crate::checkpoint::{Checkpoint, step};
use crate::ending::Interruption;
use crate::execution::{Execution, READ_BACK_DELAYS, RequestOutcome};
use crate::outcome::{NamedObject, StepKind, StepState, Unrestored};
use crate::problem::Problem;

/// Adds the guest to each group in turn; names those that did not take them.
pub(super) async fn add_to_groups(
    on: &Execution,
    what: &Replacement,
    new: &str,
    from: &Checkpoint,
) -> Result<Vec<Unrestored>, Interruption> {
    let total = what.groups.len();
    let mut left = Vec::new();
    for (index, group) in what.groups.iter().enumerate() {
        on.show_part(StepKind::AddToGroups, StepState::Running, (index, total));
        on.may_go_on().map_err(Interruption::Midway)?;
        let done = from.is_done(&step::group(&group.id));
        if !done && !add_to_group(on, group, new).await? {
            left.push(Unrestored::Group(group.clone()));
        }
    }
    let state = match (total, left.is_empty()) {
        (0, _) => StepState::Skipped,
        (_, true) => StepState::Done,
        (_, false) => StepState::Refused,
    };
    on.show_part(StepKind::AddToGroups, state, (total - left.len(), total));
    Ok(left)
}

/// Adds the guest, waiting while the new account is not known everywhere yet. False: the group did not take them.
async fn add_to_group(on: &Execution, group: &NamedObject, new: &str) -> Result<bool, Interruption> {
    let name = step::group(&group.id);
    let uncancelled = CancellationToken::new();
    for delay in READ_BACK_DELAYS {
        on.pause(delay).await.map_err(Interruption::Midway)?;
        match on
            .send(&name, on.signed_in.graph.add_member(&group.id, new, &uncancelled), |()| json!({}))
            .await?
        {
            RequestOutcome::Acknowledged(()) => return Ok(true),
            RequestOutcome::Rejected(problem) if problem.kind == GraphProblemKind::AlreadyReferenced => {
                on.found_done(&name, json!({ "already": true })).await?;
                return Ok(true);
            }
            // The reference is not known yet: usual for minutes after an invitation.
            RequestOutcome::Rejected(problem) if problem.is_reference_unknown() => {}
            RequestOutcome::Rejected(problem) if problem.is_transient() => {
                return Err(Interruption::Midway(Problem::from(problem).after_changes()));
            }
            RequestOutcome::Rejected(_) => return Ok(false),
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
    from: &Checkpoint,
) -> Result<Vec<Unrestored>, Interruption> {
    on.show(StepKind::Replay, StepState::Running);
    let mut left = Vec::new();
    if !from.is_done(step::PROFILE) && !replay_profile(on, what, new).await? {
        left.push(Unrestored::Profile);
    }
    for sponsor in &what.sponsors {
        let name = step::sponsor(sponsor);
        let uncancelled = CancellationToken::new();
        let request = on.signed_in.graph.add_sponsor(new, sponsor, &uncancelled);
        if !from.is_done(&name) && !accepted(on, &name, request).await? {
            left.push(Unrestored::Sponsor { id: sponsor.clone() });
        }
    }
    for app in &what.apps {
        let name = step::app(&app.resource_id, &app.app_role_id);
        if !from.is_done(&name) && !replay_app(on, &name, app, new).await? {
            left.push(Unrestored::App(NamedObject { id: app.resource_id.clone(), name: app.name.clone() }));
        }
    }
    on.show(StepKind::Replay, if left.is_empty() { StepState::Done } else { StepState::Refused });
    Ok(left)
}

async fn replay_profile(on: &Execution, what: &Replacement, new: &str) -> Result<bool, Interruption> {
    let written = UserProfile::from(&what.profile);
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
    let grant = AppRoleGrant {
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
    request: impl Future<Output = Result<Acknowledged, GraphProblem>>,
) -> Result<bool, Interruption> {
    Ok(match on.send(name, request, |()| json!({})).await? {
        RequestOutcome::Acknowledged(()) => true,
        RequestOutcome::Rejected(problem) => problem.kind == GraphProblemKind::AlreadyReferenced,
        RequestOutcome::Unknown(_) => false,
    })
}

impl From<&Profile> for UserProfile {
    fn from(profile: &Profile) -> Self {
        let Profile { display_name, given_name, surname, company_name, job_title, department, user_type } =
            profile.clone();
        Self {
            display_name,
            given_name,
            surname,
            company_name,
            job_title,
            department,
            user_type,
            ..Self::default()
        }
    }
}

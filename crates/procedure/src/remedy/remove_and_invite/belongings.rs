//! What belonged to the old account and is given to the new one: groups, names, sponsors, apps. What a server answers is
//! not what counts: what the new account has is read back ([`super::read_back`]).

use graph::{Acknowledged, AppRoleGrant, GraphProblem, GraphProblemKind, UserProfile};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::{AppAssignment, Profile, Replacement};
use crate::checkpoint::{Checkpoint, step};
use crate::ending::Interruption;
use crate::execution::{Execution, RequestOutcome};
use crate::outcome::{NamedObject, StepKind, StepState, Unrestored};
use crate::sight::READ_BACK_DELAYS;

/// Something that was not plainly given.
#[derive(Debug)]
pub(super) struct NotGiven {
    /// What.
    pub(super) what: Unrestored,
    /// The answer to a request for it was lost, now or in an earlier run: it may still show.
    pub(super) in_doubt: bool,
}

/// What became of one gift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Given {
    Yes,
    Refused,
    Unknown,
}

impl Given {
    /// What a refusal of this request tells: nothing, while it is not known what became of an earlier one.
    fn refused(on: &Execution, name: &str) -> Self {
        if on.doubts(name).is_empty() { Self::Refused } else { Self::Unknown }
    }

    fn not(self, what: impl FnOnce() -> Unrestored) -> Option<NotGiven> {
        (self != Self::Yes).then(|| NotGiven { what: what(), in_doubt: self == Self::Unknown })
    }
}

/// Adds the guest to each group in turn; names those of which it is not plain that they took them.
pub(super) async fn add_to_groups(
    on: &Execution,
    what: &Replacement,
    new: &str,
    from: &Checkpoint,
) -> Result<Vec<NotGiven>, Interruption> {
    let total = what.groups.len();
    let mut left = Vec::new();
    for (index, group) in what.groups.iter().enumerate() {
        on.show_part(StepKind::AddToGroups, StepState::Running, (index, total));
        on.may_go_on()?;
        if !from.is_done(&step::group(&group.id)) {
            left.extend(add_to_group(on, group, new).await?.not(|| Unrestored::Group(group.clone())));
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

/// Adds the guest, waiting while the new account is not known everywhere yet.
async fn add_to_group(on: &Execution, group: &NamedObject, new: &str) -> Result<Given, Interruption> {
    let name = step::group(&group.id);
    let uncancelled = CancellationToken::new();
    let mut given = Given::refused(on, &name);
    for delay in READ_BACK_DELAYS {
        on.pause(delay).await?;
        match on
            .send(&name, on.signed_in.graph.add_member(&group.id, new, &uncancelled), |()| json!({}))
            .await?
        {
            RequestOutcome::Acknowledged(()) => return Ok(Given::Yes),
            RequestOutcome::Rejected(problem) if problem.kind == GraphProblemKind::AlreadyReferenced => {
                on.found_done(&name, json!({ "already": true })).await?;
                return Ok(Given::Yes);
            }
            // The reference is not known yet: usual for minutes after an invitation.
            RequestOutcome::Rejected(problem) if problem.is_reference_unknown() => {}
            RequestOutcome::Rejected(problem) if problem.is_transient() => return Err(problem.into()),
            RequestOutcome::Rejected(_) => return Ok(given),
            // Reading back tells; adding a member twice is refused by the server and harms nothing.
            RequestOutcome::Unknown(_) => {
                given = Given::Unknown;
                if is_member(on, new, &group.id).await {
                    on.found_done(&name, json!({ "seen": true })).await?;
                    return Ok(Given::Yes);
                }
            }
        }
    }
    Ok(given)
}

async fn is_member(on: &Execution, new: &str, group: &str) -> bool {
    let groups = on.signed_in.graph.memberships(new, &on.cancel).await;
    groups.is_ok_and(|all| all.iter().any(|one| one.id == group))
}

/// Sets names, sponsors and apps again; names those of which it is not plain that they were taken.
pub(super) async fn replay(
    on: &Execution,
    what: &Replacement,
    new: &str,
    from: &Checkpoint,
) -> Result<Vec<NotGiven>, Interruption> {
    on.show(StepKind::Replay, StepState::Running);
    let graph = &on.signed_in.graph;
    let uncancelled = CancellationToken::new();
    let mut left = Vec::new();
    let profile = UserProfile::from(&what.profile);
    if !from.is_done(step::PROFILE) && !profile.is_empty() {
        let request = graph.update_user_profile(new, &profile, &uncancelled);
        left.extend(give(on, step::PROFILE, request).await?.not(|| Unrestored::Profile));
    }
    for sponsor in &what.sponsors {
        let name = step::sponsor(sponsor);
        if !from.is_done(&name) {
            let request = graph.add_sponsor(new, sponsor, &uncancelled);
            let given = give(on, &name, request).await?;
            left.extend(given.not(|| Unrestored::Sponsor { id: sponsor.clone() }));
        }
    }
    for app in &what.apps {
        let name = step::app(&app.resource_id, &app.app_role_id);
        if !from.is_done(&name) {
            let grant = grant(app, new);
            let given = give(on, &name, graph.grant_app_role(&grant, &uncancelled)).await?;
            let named = || NamedObject { id: app.resource_id.clone(), name: app.name.clone() };
            left.extend(given.not(|| Unrestored::App(named())));
        }
    }
    on.show(StepKind::Replay, if left.is_empty() { StepState::Done } else { StepState::Refused });
    Ok(left)
}

fn grant(app: &AppAssignment, new: &str) -> AppRoleGrant {
    AppRoleGrant {
        principal_id: new.to_owned(),
        resource_id: app.resource_id.clone(),
        app_role_id: app.app_role_id.clone(),
    }
}

/// Sends a gift once. One that got lost is not repeated here: the read-back tells.
async fn give<T>(
    on: &Execution,
    name: &str,
    request: impl Future<Output = Result<Acknowledged<T>, GraphProblem>>,
) -> Result<Given, Interruption> {
    let refused = Given::refused(on, name);
    Ok(match on.send(name, request, |_| json!({})).await? {
        RequestOutcome::Acknowledged(_) => Given::Yes,
        RequestOutcome::Rejected(problem) if problem.kind == GraphProblemKind::AlreadyReferenced => {
            Given::Yes
        }
        RequestOutcome::Rejected(_) => refused,
        RequestOutcome::Unknown(_) => Given::Unknown,
    })
}

impl From<&Profile> for UserProfile {
    fn from(profile: &Profile) -> Self {
        let profile = profile.clone();
        Self {
            display_name: profile.display_name,
            given_name: profile.given_name,
            surname: profile.surname,
            company_name: profile.company_name,
            job_title: profile.job_title,
            department: profile.department,
            preferred_language: profile.preferred_language,
            usage_location: profile.usage_location,
            user_type: profile.user_type,
        }
    }
}

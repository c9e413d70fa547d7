//! What belonged to the old account and is given to the new one beside its groups: names, sponsors, apps. What a server
//! answers is not what counts: what the new account has is read back.

use graph::{Acknowledged, AppRoleGrant, GraphProblem, GraphProblemKind, UserProfile};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::super::new_account::{AppAssignment, Given, NotGiven};
use super::Replacement;
use crate::checkpoint::{Checkpoint, step};
use crate::ending::Interruption;
use crate::execution::{Execution, RequestOutcome};
use crate::outcome::{NamedObject, StepKind, StepState, Unrestored};

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

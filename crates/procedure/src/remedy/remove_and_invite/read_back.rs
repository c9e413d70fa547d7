//! What the new account really has: read back, whatever was answered. What was lost and is there is not called left, and
//! what cannot be read is.

use graph::{Graph, GraphProblem, UserProfile};
use journal::Transition;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use super::belongings::NotGiven;
use super::{Profile, Replacement};
use crate::checkpoint::payload;
use crate::ending::{Applied, Interruption, made};
use crate::execution::Execution;
use crate::outcome::{Addresses, StepKind, StepState, Unrestored};
use crate::seen;
use crate::sight::READ_BACK_DELAYS;

/// The new account as it was read.
struct NewAccount {
    user: Option<guest::User>,
    groups: Option<Vec<String>>,
    /// Read only where one of them is in doubt.
    sponsors: Vec<String>,
    apps: Vec<(String, String)>,
}

impl NewAccount {
    /// Each part by itself: what of the others cannot be read says nothing of it.
    async fn read(graph: &Graph, new: &str, left: &[NotGiven], cancel: &CancellationToken) -> Self {
        let (user, groups) = tokio::join!(graph.user(new, cancel), graph.memberships(new, cancel));
        let doubted = |which: fn(&Unrestored) -> bool| left.iter().any(|it| which(&it.what));
        let (mut sponsors, mut apps) = (Vec::new(), Vec::new());
        if doubted(|what| matches!(what, Unrestored::Sponsor { .. })) {
            sponsors = known(graph.sponsors(new, cancel).await).unwrap_or_default();
        }
        if doubted(|what| matches!(what, Unrestored::App(_))) {
            apps = known(graph.app_role_assignments(new, cancel).await).unwrap_or_default();
        }
        Self {
            user: known(user).as_ref().map(seen::user),
            groups: known(groups).map(|all| all.into_iter().map(|group| group.id).collect()),
            sponsors: sponsors.into_iter().map(|sponsor| sponsor.id).collect(),
            apps: apps
                .iter()
                .filter_map(|app| Some((app.resource_id.value()?.clone(), app.app_role_id.value()?.clone())))
                .collect(),
        }
    }

    fn is_in(&self, group: &str) -> bool {
        self.groups.iter().flatten().any(|id| id == group)
    }

    /// Whether the account has it after all.
    fn has(&self, what: &Unrestored, of: &Replacement) -> bool {
        match what {
            Unrestored::Group(group) => self.is_in(&group.id),
            Unrestored::Sponsor { id } => self.sponsors.contains(id),
            Unrestored::App(app) => {
                let roles = of.apps.iter().filter(|one| one.resource_id == app.id);
                let held = |role: &str| self.apps.iter().any(|(id, held)| *id == app.id && held == role);
                roles.into_iter().all(|one| held(&one.app_role_id))
            }
            Unrestored::Profile => {
                self.user.as_ref().is_some_and(|user| holds(&Profile::from(user), &of.profile))
            }
            Unrestored::ProxyNotAdded | Unrestored::NotSeen { .. } => false,
        }
    }
}

fn known<T>(answer: Result<T, GraphProblem>) -> Option<T> {
    answer.inspect_err(|problem| tracing::info!(%problem, "not read back yet")).ok()
}

/// Whether everything that was to be written stands there.
fn holds(found: &Profile, wanted: &Profile) -> bool {
    let (found, wanted) = (UserProfile::from(found), UserProfile::from(wanted));
    let fields = |profile: &UserProfile| serde_json::to_value(profile).unwrap_or_default();
    let (found, wanted) = (fields(&found), fields(&wanted));
    wanted.as_object().into_iter().flatten().all(|(name, value)| found.get(name) == Some(value))
}

/// The new account and the groups that took it must be seen; what was refused is left out, unless it is there.
pub(super) async fn read_back(
    on: &Execution,
    what: &Replacement,
    new: String,
    mut left: Vec<NotGiven>,
) -> Result<Applied, Interruption> {
    on.show(StepKind::ReadBack, StepState::Running);
    let mut last: Option<NewAccount> = None;
    let mut seen = false;
    for delay in READ_BACK_DELAYS {
        if on.pause(delay).await.is_err() {
            break;
        }
        let account = NewAccount::read(&on.signed_in.graph, &new, &left, &on.cancel).await;
        left.retain(|it| !account.has(&it.what, what));
        let waited_for =
            |id: &str| !left.iter().any(|it| matches!(&it.what, Unrestored::Group(group) if group.id == id));
        let mut wanted = what.groups.iter().filter(|group| waited_for(&group.id));
        let read = account.user.is_some() && account.groups.is_some();
        seen = read && wanted.all(|group| account.is_in(&group.id));
        if read {
            last = Some(account);
        }
        if seen && !left.iter().any(|it| it.lost) {
            break;
        }
    }
    let addresses = last.as_ref().and_then(|account| account.user.as_ref()).map(Addresses::from);
    let after = last
        .as_ref()
        .map(|account| json!({ "guest": new, "addresses": addresses, "groups": account.groups }));
    let after = payload(&after.unwrap_or(Value::Null));
    let transition =
        if seen { Transition::Verified { after } } else { Transition::NotYetVisible { seen: after } };
    on.show(StepKind::ReadBack, if seen { StepState::Done } else { StepState::NotYetVisible });
    on.note(transition).await?;
    let (made, changes) = made(what, addresses.as_ref());
    let unseen = what.unseen.iter().map(|&of| Unrestored::NotSeen { of });
    let unrestored = left.into_iter().map(|it| it.what).chain(unseen).collect();
    Ok(Applied { seen, made, changes, unrestored, account: new })
}

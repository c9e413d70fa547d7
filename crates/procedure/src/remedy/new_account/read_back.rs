//! What the new account really has: read back, whatever was answered. What was lost and is there is not called left, and
//! what cannot be read is.

use graph::{AppRoleAssignment, Graph, GraphProblem, UserProfile};
use journal::Transition;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use super::super::Procedure;
use super::{AppAssignment, NotGiven, Profile};
use crate::checkpoint::payload;
use crate::ending::{Applied, Interruption, made};
use crate::execution::Execution;
use crate::outcome::{Addresses, Belonging, NamedObject, StepKind, StepState, Unrestored};
use crate::seen;
use crate::sight::READ_BACK_DELAYS;

/// What the new account is to have.
#[derive(Clone, Copy)]
pub(in crate::remedy) struct Promised<'a> {
    /// The work that promises it.
    pub(in crate::remedy) by: &'a dyn Procedure,
    /// The groups.
    pub(in crate::remedy) groups: &'a [NamedObject],
    /// The apps.
    pub(in crate::remedy) apps: &'a [AppAssignment],
    /// Name, company and the rest, where they are set.
    pub(in crate::remedy) profile: Option<&'a Profile>,
    /// What could not be read of the account whose place it takes.
    pub(in crate::remedy) unseen: &'a [Belonging],
}

/// The new account as it was read; none for what could not be.
#[derive(Default)]
struct NewAccount {
    user: Option<guest::User>,
    groups: Option<Vec<String>>,
    /// Read only where one of them is in doubt.
    sponsors: Option<Vec<String>>,
    apps: Option<Vec<(String, String)>>,
}

impl NewAccount {
    /// Each part by itself: what of the others cannot be read says nothing of it.
    async fn read(graph: &Graph, new: &str, left: &[NotGiven], cancel: &CancellationToken) -> Self {
        let (user, groups) = tokio::join!(graph.user(new, cancel), graph.memberships(new, cancel));
        let doubted = |which: fn(&Unrestored) -> bool| left.iter().any(|it| which(&it.what));
        let (mut sponsors, mut apps) = (None, None);
        if doubted(|what| matches!(what, Unrestored::Sponsor { .. })) {
            sponsors = known(graph.sponsors(new, cancel).await);
        }
        if doubted(|what| matches!(what, Unrestored::App(_))) {
            apps = known(graph.app_role_assignments(new, cancel).await);
        }
        let app = |app: &AppRoleAssignment| {
            Some((app.resource_id.value()?.clone(), app.app_role_id.value()?.clone()))
        };
        Self {
            user: known(user).as_ref().map(seen::user),
            groups: known(groups).map(|all| all.into_iter().map(|group| group.id).collect()),
            sponsors: sponsors.map(|all| all.into_iter().map(|sponsor| sponsor.id).collect()),
            apps: apps.map(|all| all.iter().filter_map(app).collect()),
        }
    }

    /// What was read now; of what was not, what was read before.
    fn or(self, before: Self) -> Self {
        Self {
            user: self.user.or(before.user),
            groups: self.groups.or(before.groups),
            sponsors: self.sponsors.or(before.sponsors),
            apps: self.apps.or(before.apps),
        }
    }

    fn is_in(&self, group: &str) -> bool {
        self.groups.iter().flatten().any(|id| id == group)
    }

    /// Whether the account has it after all.
    fn has(&self, what: &Unrestored, of: &Promised<'_>) -> bool {
        match what {
            Unrestored::Group(group) => self.is_in(&group.id),
            Unrestored::Sponsor { id } => self.sponsors.iter().flatten().any(|one| one == id),
            Unrestored::App(app) => {
                let roles = of.apps.iter().filter(|one| one.resource_id == app.id);
                let held =
                    |role: &str| self.apps.iter().flatten().any(|(id, held)| *id == app.id && held == role);
                roles.into_iter().all(|one| held(&one.app_role_id))
            }
            Unrestored::Profile => {
                let wanted = of.profile.zip(self.user.as_ref());
                wanted.is_some_and(|(wanted, user)| holds(&Profile::from(user), wanted))
            }
            Unrestored::GroupNotSeen(_)
            | Unrestored::AppNotSeen(_)
            | Unrestored::SponsorNotSeen { .. }
            | Unrestored::ProfileNotSeen
            | Unrestored::ProxyNotAdded
            | Unrestored::Address { .. }
            | Unrestored::NotSeen { .. } => false,
        }
    }

    /// What is said of something that was not plainly given and not found. It is missing only where that is certain: it
    /// was refused and no request for it is in doubt, and the account was read. A read alone proves nothing of a request
    /// whose answer was lost, for it may be answered as the directory was before.
    fn reported(&self, it: NotGiven) -> Unrestored {
        let not_seen = |read: bool| it.in_doubt || !read;
        match it.what {
            Unrestored::Group(group) if not_seen(self.groups.is_some()) => Unrestored::GroupNotSeen(group),
            Unrestored::App(app) if not_seen(self.apps.is_some()) => Unrestored::AppNotSeen(app),
            Unrestored::Sponsor { id } if not_seen(self.sponsors.is_some()) => {
                Unrestored::SponsorNotSeen { id }
            }
            Unrestored::Profile if not_seen(self.user.is_some()) => Unrestored::ProfileNotSeen,
            certain @ (Unrestored::Group(_)
            | Unrestored::App(_)
            | Unrestored::Sponsor { .. }
            | Unrestored::Profile
            | Unrestored::GroupNotSeen(_)
            | Unrestored::AppNotSeen(_)
            | Unrestored::SponsorNotSeen { .. }
            | Unrestored::ProfileNotSeen
            | Unrestored::ProxyNotAdded
            | Unrestored::Address { .. }
            | Unrestored::NotSeen { .. }) => certain,
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
pub(in crate::remedy) async fn read_back(
    on: &Execution,
    what: Promised<'_>,
    new: String,
    mut left: Vec<NotGiven>,
) -> Result<Applied, Interruption> {
    on.show(StepKind::ReadBack, StepState::Running);
    let (mut last, mut seen) = (NewAccount::default(), false);
    for delay in READ_BACK_DELAYS {
        if on.pause(delay).await.is_err() {
            break;
        }
        let account = NewAccount::read(&on.signed_in.graph, &new, &left, &on.cancel).await;
        left.retain(|it| !account.has(&it.what, &what));
        let waited_for =
            |id: &str| !left.iter().any(|it| matches!(&it.what, Unrestored::Group(group) if group.id == id));
        let mut wanted = what.groups.iter().filter(|group| waited_for(&group.id));
        let read = account.user.is_some() && account.groups.is_some();
        seen = read && wanted.all(|group| account.is_in(&group.id));
        last = account.or(last);
        if seen && !left.iter().any(|it| it.in_doubt) {
            break;
        }
    }
    let addresses = last.user.as_ref().map(Addresses::from);
    let read = last.user.is_some() && last.groups.is_some();
    let after = read.then(|| json!({ "guest": new, "addresses": addresses, "groups": last.groups }));
    let after = payload(&after.unwrap_or(Value::Null));
    let transition =
        if seen { Transition::Verified { after } } else { Transition::NotYetVisible { seen: after } };
    on.show(StepKind::ReadBack, if seen { StepState::Done } else { StepState::NotYetVisible });
    on.note(transition).await?;
    let (made, changes) = made(what.by, addresses.as_ref());
    let unseen = what.unseen.iter().map(|&of| Unrestored::NotSeen { of });
    let mut unrestored = Vec::new();
    for it in left.into_iter().map(|it| last.reported(it)).chain(unseen) {
        if !unrestored.contains(&it) {
            unrestored.push(it);
        }
    }
    Ok(Applied { seen, made, changes, unrestored, account: Some(new) })
}

//! Who is signed in, where, and what they may.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use graph::{DirectoryRole, Graph, GraphProblem};
use guest::{ConflictState, Facts, Known, Operator, OwnerRef, RemedyKind};
use journal::OrganisationKind;
use tokio_util::sync::CancellationToken;

use crate::my_groups::ReadGroups;
use crate::problem::{ErrorKind, Problem};

/// A way to Microsoft Graph for one person, as the sign-in made it.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Connection {
    /// The client.
    pub graph: Graph,
    /// The practice organisation or a real one: to be recorded and shown, nothing is decided by it here.
    pub kind: OrganisationKind,
    /// The permissions granted to this sign-in, when they are known.
    pub scopes: Known<Vec<String>>,
    /// Whether more permissions can be requested with it (incremental consent).
    pub may_request_permissions: bool,
    /// Whether the cloud has message traces.
    pub has_traces: bool,
    /// Whether the person may hold roles Graph does not show: eligible, scoped to an administrative unit, custom.
    pub unseen_roles: bool,
    /// Whether the organisation switched repairs off on this computer.
    pub read_only: bool,
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Object id.
    pub user_id: String,
    /// Display name.
    pub display_name: String,
    /// User name.
    pub user_name: String,
    /// What they may, as far as can be seen.
    pub operator: Operator,
    /// The tenant's id.
    pub tenant_id: String,
    /// The organisation's name.
    pub organisation: String,
    /// Practice or real.
    pub kind: OrganisationKind,
    /// The organisation's own domains.
    pub domains: Known<Vec<String>>,
}

/// Which sign-in it is, counted from the first. One is under way at a time, while somebody else may be signed in (who is
/// asked for a permission in the browser, and stays signed in meanwhile). One that was ended too late to notice may end
/// well beside it: of two the later one counts, and none that began before a sign-out signs anybody in after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Generation(pub(crate) u64);

/// A connection and whose it is.
#[derive(Debug, Clone)]
pub(crate) struct SignedIn {
    pub(crate) graph: Graph,
    pub(crate) account: Account,
    /// Which sign-in it came of.
    pub(crate) generation: Generation,
    /// Which addresses were refused meanwhile.
    pub(crate) refused: Arc<Refused>,
    /// What was read of the groups they own.
    pub(crate) read_groups: Arc<ReadGroups>,
    /// Cancelled when they leave, or when somebody takes their place: what they asked for ends, and is answered to nobody.
    pub(crate) ended: CancellationToken,
}

/// For whose sake the server refused an address, by the guest it was for. Kept while somebody is signed in: that the
/// object has the address no search may show.
#[derive(Debug, Default)]
pub(crate) struct Refused(Mutex<HashMap<String, Vec<Refusal>>>);

/// An object for whose sake the server refused an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// The object, and the address.
    pub(crate) owner: OwnerRef,
    /// Whether a search for the address showed it: then one that shows it no more says that it is over.
    pub(crate) shown: bool,
}

impl Refused {
    fn all(&self) -> MutexGuard<'_, HashMap<String, Vec<Refusal>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is known of this guest, beside what a search says now.
    pub(crate) fn of(&self, guest: &str, facts: &Facts) -> Vec<OwnerRef> {
        let over = |owner: &OwnerRef| {
            let standing = facts.standing(&owner.id, &owner.address, Some(guest));
            matches!(standing, ConflictState::Gone | ConflictState::AnotherOne)
        };
        let all = self.all();
        let refusals = all.get(guest).into_iter().flatten();
        refusals.filter(|it| !(it.shown && over(&it.owner))).map(|it| it.owner.clone()).collect()
    }

    /// An address of this guest was refused for the sake of these objects.
    pub(crate) fn add(&self, guest: &str, refusals: &[Refusal]) {
        let mut all = self.all();
        let known = all.entry(guest.to_owned()).or_default();
        known.retain(|earlier| refusals.iter().all(|it| it.owner.id != earlier.owner.id));
        known.extend_from_slice(refusals);
    }
}

impl SignedIn {
    /// Asks who it is. Roles and owned groups that cannot be read stay unknown; without the person and the
    /// organisation nobody is signed in.
    pub(crate) async fn read(
        connection: Connection,
        generation: Generation,
        cancel: &CancellationToken,
    ) -> Result<Self, Problem> {
        let Connection { graph, kind, scopes, has_traces, may_request_permissions, unseen_roles, read_only } =
            connection;
        let (me, organization, roles, owned) = tokio::join!(
            graph.me(cancel),
            graph.organization(cancel),
            graph.my_roles(cancel),
            graph.my_groups(cancel),
        );
        let (me, organization) = (me?, organization?);
        let operator = Operator {
            roles: names_of(roles),
            unseen_roles,
            owned_groups: known(owned.map(|all| all.into_iter().map(|group| group.id).collect())),
            scopes,
            has_traces,
            may_ask_permission: may_request_permissions,
            read_only,
            is_guest: me.user_type.known().map_or(Known::Unknown, |kind| {
                Known::Is(kind.is_some_and(|kind| kind.eq_ignore_ascii_case("Guest")))
            }),
        };
        let user_name = me.user_principal_name.value().cloned().unwrap_or_else(|| me.id.clone());
        let account = Account {
            display_name: me.display_name.value().cloned().unwrap_or_else(|| user_name.clone()),
            user_id: me.id,
            user_name,
            operator,
            organisation: organization
                .display_name
                .value()
                .cloned()
                .unwrap_or_else(|| organization.id.clone()),
            domains: names_of_domains(&organization),
            tenant_id: organization.id,
            kind,
        };
        Ok(Self {
            graph,
            account,
            generation,
            refused: Arc::default(),
            read_groups: Arc::default(),
            ended: CancellationToken::new(),
        })
    }

    /// Refuses what the organisation switched off, and what lacks a permission of the app: both are known before
    /// anything is asked of the server.
    pub(crate) fn may(&self, remedy: RemedyKind) -> Result<(), Problem> {
        let operator = &self.account.operator;
        if operator.read_only {
            return Err(ErrorKind::SwitchedOff.into());
        }
        let permissions = guest::missing_permissions(remedy, operator);
        if permissions.is_empty() {
            return Ok(());
        }
        Err(ErrorKind::PermissionMissing { remedy, may_ask: operator.may_ask_permission, permissions }.into())
    }
}

fn names_of_domains(organization: &graph::Organization) -> Known<Vec<String>> {
    let names =
        |all: &Vec<graph::VerifiedDomain>| all.iter().filter_map(|domain| domain.name.clone()).collect();
    // Null cannot be: every organisation has its first domain.
    organization.verified_domains.value().map_or(Known::Unknown, |all| Known::Is(names(all)))
}

/// The names of the person's roles. Without the permission to read roles Graph lists them without their names (Microsoft
/// Graph: "Limited information returned for inaccessible member objects"): then which they have is not known.
fn names_of(roles: Result<Vec<DirectoryRole>, GraphProblem>) -> Known<Vec<String>> {
    let Known::Is(roles) = known(roles) else { return Known::Unknown };
    let names: Option<Vec<String>> =
        roles.into_iter().map(|role| role.display_name.value().cloned()).collect();
    names.map_or(Known::Unknown, Known::Is)
}

fn known<T>(answer: Result<T, GraphProblem>) -> Known<T> {
    answer.map_or_else(
        |problem| {
            tracing::info!(%problem, "not everything about the account could be read");
            Known::Unknown
        },
        Known::Is,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_without_their_names_are_unknown_and_never_none() {
        let role = |text: &str| serde_json::from_str::<DirectoryRole>(text).unwrap();
        let named = role(r#"{ "id": "r1", "displayName": "User Administrator" }"#);
        let nameless = role(r#"{ "id": "r2", "displayName": null }"#);
        let silent = role(r#"{ "id": "r3" }"#);
        assert_eq!(names_of(Ok(vec![])), Known::Is(vec![]));
        assert_eq!(names_of(Ok(vec![named.clone()])), Known::Is(vec!["User Administrator".to_owned()]));
        assert_eq!(names_of(Ok(vec![named.clone(), nameless])), Known::Unknown);
        assert_eq!(names_of(Ok(vec![named, silent])), Known::Unknown);
    }
}

//! The people of the tenant, as far as signing in needs to know them.

use super::refusal::{self, Refused};
use crate::Object;
use crate::organisation::text;
use crate::state::State;
use crate::tenant::Tenant;

/// Somebody who signs in.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) id: String,
    pub(super) name: String,
    /// What is typed to sign in: a guest has his own address, everybody else his user principal name.
    pub(super) user_name: String,
    enabled: bool,
    roles: Vec<String>,
}

impl Person {
    fn of(state: &State, id: &str) -> Option<Self> {
        let user = state.users.latest(id)?;
        let id = text(&user, "id")?.to_owned();
        let name = text(&user, "displayName").unwrap_or_default().to_owned();
        let roles = state.roles_of(&id);
        let user_name = user_name(&user).to_owned();
        let enabled = user.get("accountEnabled") != Some(&serde_json::Value::Bool(false));
        Some(Self { id, name, user_name, enabled, roles })
    }

    /// Who may grant delegated permissions of Graph for everybody ("Grant tenant-wide admin consent": at least
    /// Cloud Application Administrator).
    pub(super) fn may_consent_for_all(&self) -> bool {
        const THEY: [&str; 4] = [
            "Global Administrator",
            "Privileged Role Administrator",
            "Application Administrator",
            "Cloud Application Administrator",
        ];
        self.roles.iter().any(|role| THEY.contains(&role.as_str()))
    }

    fn if_enabled(self) -> Result<Self, Refused> {
        if self.enabled { Ok(self) } else { Err(refusal::disabled()) }
    }
}

/// The person with this object id, who may have been deleted or blocked since.
pub(super) fn with_id(tenant: &Tenant, id: &str) -> Result<Person, Refused> {
    let person = tenant.look(|state| Person::of(state, id));
    person.ok_or_else(|| refusal::gone(&tenant.organisation_name()))?.if_enabled()
}

/// The person who signs in under this name: a user principal name, or a guest's own address.
pub(super) fn named(tenant: &Tenant, typed: &str) -> Result<Person, Refused> {
    let typed = typed.trim();
    let found = tenant.look(|state| {
        let mut ids = state.users.index.equal("userPrincipalName", typed);
        ids.extend(state.users.index.equal("mail", typed));
        ids.into_iter().find_map(|id| {
            let user = state.users.latest(&id)?;
            let is = |property| text(&user, property).is_some_and(|value| value.eq_ignore_ascii_case(typed));
            (is("userPrincipalName") || is("mail")).then(|| Person::of(state, &id)).flatten()
        })
    });
    if let Some(person) = found {
        return person.if_enabled();
    }
    let domain = typed.rsplit_once('@').map_or("", |(_, domain)| domain);
    if domain.is_empty() || tenant.look(|state| state.is_verified_domain(domain)) {
        return Err(refusal::gone(&tenant.organisation_name()));
    }
    let text = format!(
        "User account '{typed}' from another identity provider does not exist in tenant '{}' and cannot access the \
         application in that tenant. The account needs to be added as an external user in the tenant first. Sign \
         out and sign in again with a different Microsoft Entra user account.",
        tenant.organisation_name()
    );
    Err(Refused::new("invalid_grant", 50020, text))
}

/// Those the sign-in page offers: the personas, each person once.
pub(super) fn offered(tenant: &Tenant) -> Vec<Person> {
    let mut seen: Vec<Person> = Vec::new();
    for persona in tenant.personas() {
        let person = tenant.look(|state| Person::of(state, &persona.user_id));
        if let Some(person) = person.filter(|person| seen.iter().all(|one| one.id != person.id)) {
            seen.push(person);
        }
    }
    seen
}

fn user_name(user: &Object) -> &str {
    let principal = text(user, "userPrincipalName").unwrap_or_default();
    if principal.contains("#EXT#") { text(user, "mail").unwrap_or(principal) } else { principal }
}

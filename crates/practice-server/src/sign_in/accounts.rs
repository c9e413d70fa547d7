//! The tenant's accounts, as far as signing in needs to know them.

use practice::{Account, Tenant};

use super::refusal::{self, Refusal};

/// The account with this object id, which may have been deleted or blocked since.
pub(super) fn with_id(tenant: &Tenant, id: &str) -> Result<Account, Refusal> {
    let account = tenant.account(id).ok_or_else(|| refusal::gone(&tenant.organisation_name()))?;
    if_enabled(account)
}

/// The account that signs in under this name: a user principal name, or a guest's own address.
pub(super) fn named(tenant: &Tenant, typed: &str) -> Result<Account, Refusal> {
    let typed = typed.trim();
    if let Some(account) = tenant.account_named(typed) {
        return if_enabled(account);
    }
    let domain = typed.rsplit_once('@').map_or("", |(_, domain)| domain);
    if domain.is_empty() || tenant.is_verified_domain(domain) {
        return Err(refusal::gone(&tenant.organisation_name()));
    }
    let text = format!(
        "User account '{typed}' from another identity provider does not exist in tenant '{}' and cannot access the \
         application in that tenant. The account needs to be added as an external user in the tenant first. Sign \
         out and sign in again with a different Microsoft Entra user account.",
        tenant.organisation_name()
    );
    Err(Refusal::new("invalid_grant", 50020, text))
}

/// Those the sign-in page offers: the personas, each account once.
pub(super) fn offered(tenant: &Tenant) -> Vec<Account> {
    let mut offered: Vec<Account> = Vec::new();
    for persona in tenant.personas() {
        let account = tenant.account(&persona.user_id);
        if let Some(account) = account.filter(|account| offered.iter().all(|one| one.id != account.id)) {
            offered.push(account);
        }
    }
    offered
}

fn if_enabled(account: Account) -> Result<Account, Refusal> {
    if account.enabled { Ok(account) } else { Err(refusal::disabled()) }
}

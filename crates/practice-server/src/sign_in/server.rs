//! The sign-in endpoints' state, and which of the tokens they issued open Graph.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use practice::{Authenticator, CLAIMS_CHALLENGE, Principal, Rejection, Tenant};

use super::grants::{ClaimsChallenge, GrantStore};
use super::keys::SigningKey;
use super::plan::SignInPlan;

/// The sign-in endpoints of a practice tenant. Clones share codes, tokens and consents, which last as long as the
/// program.
#[derive(Clone)]
pub struct SignIn {
    pub(super) shared: Arc<Shared>,
    personas_too: bool,
}

pub(super) struct Shared {
    pub(super) tenant: Tenant,
    pub(super) plan: SignInPlan,
    pub(super) signing_key: SigningKey,
    grants: Mutex<GrantStore>,
}

/// The system gave no random numbers to make a signing key of.
#[derive(Debug, thiserror::Error)]
#[error("no signing key could be made")]
pub struct SigningKeyError;

impl SignIn {
    /// Makes the endpoints of this tenant, with a new signing key.
    pub fn new(tenant: Tenant, plan: SignInPlan) -> Result<Self, SigningKeyError> {
        let signing_key = SigningKey::new().map_err(|_| SigningKeyError)?;
        let shared = Shared { tenant, plan, signing_key, grants: Mutex::default() };
        Ok(Self { shared: Arc::new(shared), personas_too: false })
    }

    /// Lets `practice.<persona>` in as well.
    #[must_use]
    pub fn with_personas(mut self) -> Self {
        self.personas_too = true;
        self
    }

    /// A panic in one request must not stop the server. Whoever holds this must ask the tenant nothing about its state:
    /// Graph asks for it while it holds the tenant.
    pub(super) fn grants(&self) -> MutexGuard<'_, GrantStore> {
        self.shared.grants.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for SignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignIn").field("tenant", &self.shared.tenant).finish_non_exhaustive()
    }
}

impl Authenticator for SignIn {
    fn authenticate(&self, token: &str, now: Timestamp) -> Result<Principal, Rejection> {
        if self.personas_too && token.starts_with("practice.") {
            return self.shared.tenant.authenticate(token, now);
        }
        let grants = self.grants();
        let access = grants.access_tokens.get(token).filter(|access| access.for_graph);
        let access = access.ok_or(Rejection::Invalid)?;
        if access.expires <= now {
            return Err(Rejection::Expired);
        }
        if !grants.satisfies_challenge(&access.user_id, access.claims.as_ref()) {
            return Err(Rejection::ClaimsChallenge);
        }
        let scopes = access.scopes.iter().map(|name| (*name).to_owned()).collect();
        Ok(Principal { user_id: access.user_id.clone(), roles: None, scopes: Some(scopes) })
    }

    fn challenged(&self, token: &str, now: Timestamp) {
        let Ok(claims) = serde_json::from_str(CLAIMS_CHALLENGE) else { return };
        let mut grants = self.grants();
        let user = grants.access_tokens.get(token).map(|access| access.user_id.clone());
        if let Some(user) = user {
            grants.claims_challenges.insert(user, ClaimsChallenge { claims, since: now });
        }
    }
}

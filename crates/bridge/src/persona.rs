//! Signing in to the practice organisation.

use std::sync::Arc;

use async_trait::async_trait;
use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use azure_core::time::{Duration, OffsetDateTime};
use clock::Clock;
use graph::{Endpoint, Graph, TowerTransport};
use guest::Known;
use journal::OrganisationKind;
use practice::{Persona, Tenant};
use procedure::Connection;

/// The practice organisation as one of its personas: in this process, no port, no network.
pub(crate) fn practice_connection(tenant: &Tenant, persona: &Persona, clock: &Arc<dyn Clock>) -> Connection {
    let transport = Arc::new(TowerTransport::new(tenant.clone()));
    let credential = Arc::new(PersonaCredential { persona: persona.key.clone() });
    Connection {
        graph: Graph::new(transport, credential, Endpoint::global(), Arc::clone(clock)),
        kind: OrganisationKind::Practice,
        scopes: persona.scopes.clone().map_or(Known::Unknown, Known::Is),
        // The practice organisation has nobody to ask, and no roles that do not show.
        may_request_permissions: false,
        unseen_roles: false,
        read_only: false,
    }
}

/// How long a practice token says it lives. Microsoft's live 60 to 90 minutes (Entra: access token lifetime); the
/// practice tenant does not count.
const LIFETIME: Duration = Duration::hours(1);

/// Plays one persona of the practice tenant: its tokens read `practice.<persona>` and open nothing else.
#[derive(Debug)]
struct PersonaCredential {
    persona: String,
}

#[async_trait]
impl TokenCredential for PersonaCredential {
    async fn get_token(
        &self,
        _scopes: &[&str],
        _options: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        Ok(AccessToken::new(format!("practice.{}", self.persona), OffsetDateTime::now_utc() + LIFETIME))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_persona_gets_a_token_that_only_the_practice_tenant_takes_and_that_does_not_show_when_printed()
    {
        let owner = PersonaCredential { persona: "owner".to_owned() };
        let token = owner.get_token(&[], None).await.unwrap();
        assert_eq!(token.token.secret(), "practice.owner");
        assert!(token.expires_on > OffsetDateTime::now_utc());
        assert!(!format!("{token:?}").contains("practice.owner"));
    }
}

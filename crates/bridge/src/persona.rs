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

use crate::view::Rehearsal;

/// The practice organisation as one of its personas: in this process, no port, no network.
pub(crate) fn practice_connection(tenant: &Tenant, persona: &Persona, clock: &Arc<dyn Clock>) -> Connection {
    let transport = Arc::new(TowerTransport::new(tenant.clone()));
    let credential = Arc::new(PersonaCredential { persona: persona.key.clone() });
    let as_for_real = rehearsal(persona).is_some();
    Connection {
        graph: Graph::new(transport, credential, Endpoint::global(), Arc::clone(clock)),
        kind: OrganisationKind::Practice,
        scopes: persona.scopes.clone().map_or(Known::Unknown, Known::Is),
        // Whoever has everything has nothing to ask for, and no role of theirs is hidden.
        may_request_permissions: as_for_real,
        has_traces: true,
        unseen_roles: as_for_real,
        read_only: false,
    }
}

/// What is rehearsed as this persona: whoever was granted something in particular signs in as for real, with permissions
/// still to be asked for, and roles that may not show.
pub(crate) fn rehearsal(persona: &Persona) -> Option<Rehearsal> {
    persona.scopes.as_ref()?;
    Some(if persona.roles.is_empty() { Rehearsal::UnseenRole } else { Rehearsal::Permission })
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

//! One organisation's sign-in, for one application (MSAL calls the host with its tenant the *authority*).

use internet::Internet;
use uuid::Uuid;

use crate::cloud::Cloud;
use crate::discovery::{self, Endpoints};
use crate::error::SignInError;
use crate::id_token::Verifier;
use crate::organisation::Organisation;
use crate::scope::GraphScopes;
use crate::token::TokenEndpoint;

/// What every sign-in method and every session of one organisation shares.
pub(crate) struct Authority {
    pub(crate) internet: Internet,
    pub(crate) client_id: Uuid,
    pub(crate) cloud: Cloud,
    /// The organisation's id, from the issuer.
    pub(crate) tenant_id: String,
    pub(crate) endpoints: Endpoints,
    pub(crate) tokens: TokenEndpoint,
    pub(crate) id_tokens: Verifier,
}

impl Authority {
    /// Asks the organisation's discovery document.
    pub(crate) async fn discover(
        internet: Internet,
        organisation: &Organisation,
    ) -> Result<Self, SignInError> {
        let (tenant_id, endpoints) = discovery::discover(&internet, organisation).await?;
        let client_id = organisation.client_id;
        let scopes = GraphScopes::new(organisation.cloud.graph_resource());
        let tokens = TokenEndpoint::new(internet.clone(), client_id, endpoints.token.clone(), scopes);
        let issuer = endpoints.issuer.clone();
        let id_tokens = Verifier { issuer, client_id, tenant_id: tenant_id.clone() };
        let cloud = organisation.cloud.clone();
        Ok(Self { internet, client_id, cloud, tenant_id, endpoints, tokens, id_tokens })
    }
}

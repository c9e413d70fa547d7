//! The ways of signing in that end in a [`Session`].

mod browser;
mod consent;
mod device_code;
mod discovery;

use std::fmt;
use std::sync::Arc;

use internet::Internet;
use tokio_util::sync::CancellationToken;
use url::Url;
use uuid::Uuid;

pub use self::browser::Wish;
pub use self::device_code::DeviceCode;
use self::discovery::Endpoints;
use crate::id_token::Person;
use crate::organisation::Organisation;
use crate::problem::{Problem, What};
use crate::session::Session;
use crate::vault::Kept;

/// One organisation, ready to be signed in to. Cheap to clone.
#[derive(Clone)]
pub struct SignIn {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) internet: Internet,
    client_id: Uuid,
    tenant_id: String,
    /// Before the names of permissions: `https://graph.microsoft.com`.
    pub(crate) resource: String,
    pub(crate) endpoints: Endpoints,
}

impl fmt::Debug for SignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignIn").field("tenant_id", &self.inner.tenant_id).finish_non_exhaustive()
    }
}

impl SignIn {
    /// Asks the organisation's discovery document where to sign in (OpenID Connect Discovery 1.0; Microsoft identity
    /// platform: OpenID Connect). Every endpoint must be https and stay at the login host of its cloud; from here on
    /// the organisation's id is that of the issuer, and every later answer must bear it.
    pub async fn discover(
        internet: Internet,
        organisation: &Organisation,
        cancel: &CancellationToken,
    ) -> Result<Self, Problem> {
        let (tenant_id, endpoints) =
            unless_cancelled(cancel, discovery::discover(&internet, organisation)).await?;
        let resource = organisation.cloud.graph_resource();
        let client_id = organisation.client_id;
        Ok(Self { inner: Arc::new(Inner { internet, client_id, tenant_id, resource, endpoints }) })
    }

    /// The organisation's id, from the issuer.
    #[must_use]
    pub fn tenant_id(&self) -> &str {
        &self.inner.tenant_id
    }

    /// Goes on with a sign-in that was kept: one renewal, no page.
    pub async fn resume(&self, kept: Kept, cancel: &CancellationToken) -> Result<Session, Problem> {
        if kept.client_id != self.app() || !kept.tenant_id.eq_ignore_ascii_case(self.tenant_id()) {
            let expected = self.tenant_id().to_owned();
            return Err(What::OtherTenant { expected, found: kept.tenant_id }.into());
        }
        let tokens = unless_cancelled(cancel, self.refresh(&kept.refresh_token, &kept.scopes)).await?;
        let Kept { way, user_name, scopes, refresh_token, .. } = kept;
        let person = match &tokens.id {
            Some(id) => self.person(id, None)?,
            None => Person { id: None, name: user_name },
        };
        let refresh = tokens.refresh.clone().or(Some(refresh_token));
        Ok(Session::new(self.clone(), way, person, &scopes, crate::token::Tokens { refresh, ..tokens }))
    }

    /// Where an administrator can consent for everybody. Whoever follows the link ends at `http://localhost`, where
    /// nobody listens: the consent is given all the same. [`SignIn::ask_consent`] listens.
    #[must_use]
    pub fn consent_link(&self, scopes: &[String]) -> Url {
        self.consent_address(scopes, "http://localhost", None)
    }

    pub(crate) fn app(&self) -> Uuid {
        self.inner.client_id
    }

    pub(crate) fn client_id(&self) -> String {
        self.inner.client_id.to_string()
    }
}

/// Waits for it, unless cancelled.
pub(crate) async fn unless_cancelled<T>(
    cancel: &CancellationToken,
    work: impl Future<Output = Result<T, Problem>>,
) -> Result<T, Problem> {
    tokio::select! {
        biased;
        () = cancel.cancelled() => Err(What::Cancelled.into()),
        done = work => done,
    }
}

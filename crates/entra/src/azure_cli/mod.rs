//! Signing in with the Azure CLI that is signed in already: `az account get-access-token`, run by Microsoft's own
//! `AzureCliCredential`.
//!
//! The CLI is an application of Microsoft's with permissions of its own: which, nobody here decides. It signs in to
//! the cloud that was chosen in it (`az cloud set`), and that cannot be changed from outside: for an organisation in
//! another cloud Microsoft refuses the token, and its words say so.
//!
//! ```no_run
//! use entra::{AzureCli, MicrosoftCloud, SignInErrorKind};
//!
//! # async fn story() {
//! match AzureCli::default().sign_in(Some("contoso.onmicrosoft.com"), &MicrosoftCloud::Global.into()).await {
//!     Ok(signed_in) => { /* ask Graph with signed_in.credential */ }
//!     Err(error) if error.kind == SignInErrorKind::AzureCliMissing => { /* say how to install it */ }
//!     Err(error) => eprintln!("{error}"),
//! }
//! # }
//! ```

mod answer;
mod program;

use std::ffi::OsString;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use azure_core::error::ErrorKind;
use azure_core::time::{Duration as Span, OffsetDateTime};
use azure_identity::{AzureCliCredential, AzureCliCredentialOptions};
use tokio::sync::Mutex;
use uuid::Uuid;

use crate::cloud::Cloud;
use crate::error::{SignInError, SignInErrorKind};
use answer::Claims;
use program::Program;

/// How long `az` may take. It starts Python and may ask Microsoft: seconds, and on a slow machine many.
const TIMEOUT: Duration = Duration::from_mins(1);

/// A token is asked for again this long before it ends, as the other sign-ins do.
const RENEWAL_MARGIN: Span = Span::minutes(5);

/// What a sign-in with the CLI gives. Graph's tokens are opaque by contract (Microsoft identity platform: "Access
/// tokens"), so nothing may depend on what is read in them: `None` is "not known".
#[derive(Debug, Clone)]
pub struct AzureCliSignIn {
    /// Gives the CLI's tokens.
    pub credential: Arc<dyn TokenCredential>,
    /// The permissions its token carries, by their bare names, where the token can be read.
    pub scopes: Option<Vec<String>>,
    /// The tenant its token is for, as a GUID, where the token can be read.
    pub tenant_id: Option<String>,
}

/// The Azure CLI of this machine: the `az` that is found in the `PATH`, unless an environment says otherwise.
#[derive(Debug, Clone)]
pub struct AzureCli {
    environment: Vec<(OsString, OsString)>,
    timeout: Duration,
}

impl Default for AzureCli {
    fn default() -> Self {
        Self::with_environment([])
    }
}

impl AzureCli {
    /// An `az` that runs with these variables besides ours, for example with another `PATH` or `AZURE_CONFIG_DIR`.
    pub fn with_environment(environment: impl IntoIterator<Item = (OsString, OsString)>) -> Self {
        Self { environment: environment.into_iter().collect(), timeout: TIMEOUT }
    }

    /// How long `az` may take; a minute otherwise.
    #[must_use]
    pub fn timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }

    /// Signs in to this tenant, or to the one that is chosen in it, by getting a first token: before that it is not known
    /// whether anybody is signed in.
    pub async fn sign_in(&self, tenant: Option<&str>, cloud: &Cloud) -> Result<AzureCliSignIn, SignInError> {
        let program = Program::new(self.environment.clone(), self.timeout);
        let options = AzureCliCredentialOptions {
            tenant_id: tenant.map(ToOwned::to_owned),
            executor: Some(Arc::new(program)),
            ..Default::default()
        };
        let inner = AzureCliCredential::new(Some(options)).map_err(|error| answer::error(&error, tenant))?;
        let session = CliSession {
            inner,
            tenant: tenant.map(ToOwned::to_owned),
            scope: format!("{}/.default", cloud.graph_resource()),
            cached: Mutex::default(),
        };
        let token = session.token().await?;
        let claims = Claims::of(token.token.secret()).unwrap_or_default();
        let Claims { scopes, tenant_id } = claims;
        Ok(AzureCliSignIn { credential: Arc::new(session), scopes, tenant_id })
    }
}

/// Asks `az` once and keeps its token in memory until shortly before it ends: `az` takes a second or more, and
/// `AzureCliCredential` keeps nothing.
struct CliSession {
    inner: Arc<AzureCliCredential>,
    tenant: Option<String>,
    scope: String,
    cached: Mutex<Cached>,
}

/// What `az` gave, and the tenant of its first token, where that could be read: without one of ours, `az` gives tokens of
/// whichever is chosen in it, and somebody may choose another while the app shows this one.
#[derive(Default)]
struct Cached {
    token: Option<AccessToken>,
    tenant: Option<Uuid>,
}

impl CliSession {
    async fn token(&self) -> Result<AccessToken, SignInError> {
        let mut cached = self.cached.lock().await;
        // Added to our own time, and not taken from theirs: that may be any year there is.
        let soon = OffsetDateTime::now_utc() + RENEWAL_MARGIN;
        if let Some(token) = cached.token.as_ref().filter(|it| it.expires_on > soon) {
            return Ok(token.clone());
        }
        let tenant = self.tenant.as_deref();
        let token = self
            .inner
            .get_token(&[&self.scope], None)
            .await
            .map_err(|error| answer::error(&error, tenant))?;
        let pinned = tenant.and_then(|tenant| Uuid::try_parse(tenant).ok()).or(cached.tenant);
        cached.tenant = same_tenant(pinned, &token)?;
        Ok(cached.token.insert(token).clone())
    }
}

/// The tenant it is for from now on. A token for another one would show, and change, another organisation. What cannot
/// be read is not compared: then only Graph knows whose data it opens.
fn same_tenant(pinned: Option<Uuid>, token: &AccessToken) -> Result<Option<Uuid>, SignInError> {
    let found = Claims::of(token.token.secret()).and_then(|claims| claims.tenant_id);
    let found = found.and_then(|tenant| Uuid::try_parse(&tenant).ok());
    match (pinned, found) {
        (Some(pinned), Some(found)) if pinned != found => {
            Err(SignInErrorKind::AzureCliOtherTenant { expected: pinned.to_string() }.into())
        }
        (pinned, found) => Ok(pinned.or(found)),
    }
}

#[async_trait]
impl TokenCredential for CliSession {
    /// Whatever is asked for: `az` gives what its application has, for Graph and nothing else.
    async fn get_token(
        &self,
        _scopes: &[&str],
        _options: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        self.token().await.map_err(|error| {
            let words = error.to_string();
            azure_core::Error::with_error(ErrorKind::Credential, error, words)
        })
    }
}

impl fmt::Debug for CliSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CliSession").field("tenant", &self.tenant).finish_non_exhaustive()
    }
}

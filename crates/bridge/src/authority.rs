//! Microsoft Entra as the procedure's [`Authority`]: the ways to sign in to the configured organisation, and the vault
//! that keeps a sign-in for the next start. Who is signed in it does not know: the session of the engine does.

mod credentials;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use async_trait::async_trait;
use azure_core::credentials::TokenCredential;
use clock::Clock;
use entra::{
    AzureCli, AzureCliSignIn, ClosingPages, Cloud, DeviceCode, KeyringStore, ManagedSettings, MicrosoftCloud,
    Organisation, Persistence, Session, SignIn, SignInMethod, Vault, VaultError,
};
use graph::{Endpoint, Graph, InternetTransport};
use guest::Known;
use internet::Internet;
use journal::OrganisationKind;
use procedure::{AuthenticationResult, Authority, Connection, SignInRequest};
use tokio::sync::{OnceCell, watch};
use tokio_util::sync::CancellationToken;
use url::Url;

pub(crate) use self::credentials::Credentials;
use crate::awaited_page::AwaitedPages;
use crate::options::Opener;
use crate::organisation::ConfiguredOrganisation;
use crate::permissions;
use crate::problem::AppProblem;
use crate::settings::Preferences;
use crate::view::{Category, NotRemoved, ProblemCode};

/// The ways to sign in, and where a sign-in is stored.
pub(crate) struct EntraAuthority {
    internet: Internet,
    clock: Arc<dyn Clock>,
    folder: PathBuf,
    managed: ManagedSettings,
    keyring: Option<Arc<KeyringStore>>,
    azure_cli: AzureCli,
    opener: Arc<dyn Opener>,
    pages: AwaitedPages,
    preferences: Arc<Preferences>,
    /// Opened when it is first needed: the keyring may ask the person something.
    vault: OnceCell<Vault>,
}

/// What it is made of.
pub(crate) struct Parts {
    pub(crate) internet: Internet,
    pub(crate) clock: Arc<dyn Clock>,
    /// The data folder.
    pub(crate) folder: PathBuf,
    pub(crate) managed: ManagedSettings,
    /// The system's when absent.
    pub(crate) keyring: Option<Arc<KeyringStore>>,
    pub(crate) azure_cli: AzureCli,
    pub(crate) opener: Arc<dyn Opener>,
    pub(crate) preferences: Arc<Preferences>,
}

/// A code under way, and the discovered organisation it is for.
#[derive(Clone)]
pub(crate) struct PendingCode {
    sign_in: SignIn,
    pub(crate) code: DeviceCode,
}

impl EntraAuthority {
    pub(crate) fn new(parts: Parts) -> Self {
        let Parts { internet, clock, folder, managed, keyring, azure_cli, opener, preferences } = parts;
        let (vault, pages) = (OnceCell::new(), AwaitedPages::default());
        Self { internet, clock, folder, managed, keyring, azure_cli, opener, pages, preferences, vault }
    }

    /// The data folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// What the machine's administrator set.
    pub(crate) fn managed(&self) -> &ManagedSettings {
        &self.managed
    }

    /// Whether sign-ins are stored on this computer. None when that was not looked at.
    pub(crate) fn persistence(&self) -> Option<Persistence> {
        self.vault.get().map(Vault::persistence)
    }

    /// The link by which an administrator consents for everybody.
    pub(crate) async fn consent_link(
        &self,
        organisation: &ConfiguredOrganisation,
        cancel: &CancellationToken,
    ) -> Result<Url, AppProblem> {
        let sign_in = self.discovered(&organisation.organisation, cancel).await?;
        Ok(sign_in.admin_consent_url(&permissions::names()))
    }

    /// Asks for an administrator's consent, with the system's browser.
    pub(crate) async fn ask_consent(
        &self,
        organisation: &ConfiguredOrganisation,
        cancel: &CancellationToken,
    ) -> Result<(), AppProblem> {
        let sign_in = self.discovered(&organisation.organisation, cancel).await?;
        let visit = self.pages.visit(&self.opener);
        let open = |page: &Url| {
            visit.open(page);
            Ok(())
        };
        Ok(sign_in.request_admin_consent(&permissions::names(), self.closing_pages(), &open, cancel).await?)
    }

    async fn discovered(
        &self,
        organisation: &Organisation,
        cancel: &CancellationToken,
    ) -> Result<SignIn, AppProblem> {
        Ok(SignIn::discover(self.internet.clone(), organisation, cancel).await?)
    }

    /// The page that somebody is awaited at, in their browser.
    pub(crate) fn pages(&self) -> &AwaitedPages {
        &self.pages
    }

    fn closing_pages(&self) -> ClosingPages {
        let page = words::closing_pages(self.preferences.language());
        ClosingPages {
            language_tag: page.language_tag,
            done_title: page.done_title,
            done_text: page.done_text,
            failed_title: page.failed_title,
            failed_text: page.failed_text,
        }
    }

    async fn with_browser(
        &self,
        organisation: &Organisation,
        request: entra::SignInRequest<'_>,
        cancel: &CancellationToken,
    ) -> Result<AuthenticationResult<Credentials>, AppProblem> {
        let sign_in = self.discovered(organisation, cancel).await?;
        let visit = self.pages.visit(&self.opener);
        let open = |page: &Url| {
            visit.open(page);
            Ok(())
        };
        let session = sign_in.with_browser(request, self.closing_pages(), &open, cancel).await?;
        self.authenticated(organisation, session)
    }

    fn authenticated(
        &self,
        organisation: &Organisation,
        session: Session,
    ) -> Result<AuthenticationResult<Credentials>, AppProblem> {
        let graph = self.graph(&organisation.cloud, Arc::new(session.clone()))?;
        let tenant_id = Some(session.tenant_id().to_owned());
        let credentials = Credentials {
            method: session.method(),
            scopes: Known::Is(session.scopes()),
            session: Some(session),
            organisation: Some(organisation.clone()),
        };
        Ok(self.result(graph, tenant_id, credentials))
    }

    fn result(
        &self,
        graph: Graph,
        tenant_id: Option<String>,
        credentials: Credentials,
    ) -> AuthenticationResult<Credentials> {
        let connection = Connection {
            graph,
            kind: OrganisationKind::Real,
            has_traces: has_traces(&credentials.cloud()),
            scopes: credentials.scopes.clone(),
            may_request_permissions: credentials.session.is_some(),
            unseen_roles: true,
            read_only: self.managed.read_only,
        };
        AuthenticationResult { connection, tenant_id, credentials }
    }

    /// A way to Microsoft Graph with this credential.
    fn graph(&self, cloud: &Cloud, credential: Arc<dyn TokenCredential>) -> Result<Graph, AppProblem> {
        let endpoint = Endpoint::new(&cloud.graph_root()).map_err(|error| {
            tracing::error!(%error, "a cloud has no endpoint");
            AppProblem::here(Category::Internal, ProblemCode::Internal)
        })?;
        let transport = Arc::new(InternetTransport::new(self.internet.clone()));
        Ok(Graph::new(transport, credential, endpoint, Arc::clone(&self.clock)))
    }

    async fn vault(&self) -> &Vault {
        let open = async || match &self.keyring {
            Some(store) => Vault::with_keyring(&self.folder, Arc::clone(store)).await,
            None => Vault::open(&self.folder).await,
        };
        self.vault.get_or_init(open).await
    }
}

#[async_trait]
impl Authority for EntraAuthority {
    type Organisation = ConfiguredOrganisation;
    type Credentials = Credentials;
    type DeviceCode = PendingCode;
    type Error = AppProblem;

    async fn sign_in_with_browser(
        &self,
        organisation: &ConfiguredOrganisation,
        request: SignInRequest<'_>,
        cancel: &CancellationToken,
    ) -> Result<AuthenticationResult<Credentials>, AppProblem> {
        let SignInRequest { scopes, claims } = request;
        let request = entra::SignInRequest { scopes, claims, login_hint: None, expect_user: None };
        self.with_browser(&organisation.organisation, request, cancel).await
    }

    async fn request_device_code(
        &self,
        organisation: &ConfiguredOrganisation,
        scopes: &[String],
        cancel: &CancellationToken,
    ) -> Result<PendingCode, AppProblem> {
        let sign_in = self.discovered(&organisation.organisation, cancel).await?;
        let code = sign_in.request_device_code(scopes, cancel).await?;
        Ok(PendingCode { sign_in, code })
    }

    async fn sign_in_with_device_code(
        &self,
        organisation: &ConfiguredOrganisation,
        pending: &PendingCode,
        cancel: &CancellationToken,
    ) -> Result<AuthenticationResult<Credentials>, AppProblem> {
        let session = pending.sign_in.with_device_code(&pending.code, cancel).await?;
        self.authenticated(&organisation.organisation, session)
    }

    async fn sign_in_with_azure_cli(
        &self,
        organisation: Option<&ConfiguredOrganisation>,
        cancel: &CancellationToken,
    ) -> Result<AuthenticationResult<Credentials>, AppProblem> {
        let organisation = organisation.map(|configured| configured.organisation.clone());
        let cloud = organisation.as_ref().map_or(MicrosoftCloud::Global.into(), |it| it.cloud.clone());
        // Which tenant is meant, Microsoft says before the CLI is asked: a domain is only a name, and what a token says of
        // itself nobody vouches for. Whose data it opens Graph says, before anybody is signed in.
        let meant = match &organisation {
            Some(organisation) => Some(self.discovered(organisation, cancel).await?.tenant_id().to_owned()),
            None => None,
        };
        let signed_in = tokio::select! {
            () = cancel.cancelled() => {
                return Err(AppProblem::here(Category::Cancelled, ProblemCode::Cancelled));
            }
            signed_in = self.azure_cli.sign_in(meant.as_deref(), &cloud) => signed_in?,
        };
        let AzureCliSignIn { credential, scopes, tenant_id } = signed_in;
        let tenant_id = meant.or(tenant_id);
        let graph = self.graph(&cloud, credential)?;
        let credentials = Credentials {
            session: None,
            method: SignInMethod::AzureCli,
            scopes: scopes.map_or(Known::Unknown, Known::Is),
            organisation,
        };
        Ok(self.result(graph, tenant_id, credentials))
    }

    /// Another organisation's stored sign-in stays where it is until somebody signs in here.
    async fn resume(
        &self,
        organisation: &ConfiguredOrganisation,
        cancel: &CancellationToken,
    ) -> Result<Option<AuthenticationResult<Credentials>>, AppProblem> {
        let organisation = &organisation.organisation;
        let sign_in = self.discovered(organisation, cancel).await?;
        let stored = self.vault().await.load().await.map_err(|error| vault_problem(&error))?;
        let ours = stored.filter(|stored| {
            stored.client_id == organisation.client_id && stored.tenant_id == sign_in.tenant_id()
        });
        let Some(stored) = ours else { return Ok(None) };
        let session = sign_in.resume(stored, cancel).await?;
        self.authenticated(organisation, session).map(Some)
    }

    async fn reauthenticate(
        &self,
        credentials: &Credentials,
        request: SignInRequest<'_>,
        cancel: &CancellationToken,
    ) -> Result<AuthenticationResult<Credentials>, AppProblem> {
        let session = credentials.session()?;
        let none = || AppProblem::here(Category::BadInput, ProblemCode::NoOrganisation);
        let organisation = credentials.organisation.as_ref().ok_or_else(none)?;
        let mut scopes = session.scopes();
        scopes.extend(request.scopes.iter().filter(|it| !session.scopes().contains(it)).cloned());
        let (user, name) = (session.user_id(), session.user_name());
        let request = entra::SignInRequest {
            scopes: &scopes,
            claims: request.claims,
            login_hint: name.as_deref(),
            expect_user: user.as_deref(),
        };
        self.with_browser(organisation, request, cancel).await
    }

    fn explain(&self, credentials: &Credentials, problem: procedure::Problem) -> AppProblem {
        credentials.explain(problem.into())
    }

    /// Looks at the file alone: the keyring may ask the person something, and that must not hold up the window.
    fn is_stored(&self) -> bool {
        Vault::exists(&self.folder)
    }

    /// Where this fails, the window says that the sign-in ends with the app.
    async fn store(&self, credentials: &Credentials) {
        let Some(stored) = credentials.session.as_ref().and_then(Session::to_stored) else { return };
        if let Err(error) = self.vault().await.store(&stored).await {
            tracing::error!(%error, "the sign-in could not be stored");
        }
    }

    async fn forget(&self) -> Result<(), AppProblem> {
        self.vault().await.clear().await.map_err(|error| {
            tracing::error!(%error, "the sign-in was not removed from this computer");
            let what = match error {
                VaultError::NotRemoved { key: true, file: false } => NotRemoved::Key,
                VaultError::NotRemoved { key: false, file: true } => NotRemoved::File,
                VaultError::Keyring(_)
                | VaultError::Newer { .. }
                | VaultError::File(_)
                | VaultError::NotRemoved { .. } => NotRemoved::Both,
            };
            AppProblem::here(Category::Internal, ProblemCode::SignOutIncomplete { what })
        })
    }

    fn renewals(&self, credentials: &Credentials) -> Option<watch::Receiver<u64>> {
        credentials.session.as_ref().map(Session::on_renewed)
    }
}

fn vault_problem(error: &VaultError) -> AppProblem {
    tracing::error!(%error, "the stored sign-in cannot be used");
    let file = "sign-in.sealed".to_owned();
    let code = if matches!(error, VaultError::Newer { .. }) {
        ProblemCode::NewerFile { file }
    } else {
        ProblemCode::FileTrouble { file }
    };
    AppProblem::here(Category::Internal, code)
}

/// Whether a cloud has message traces: of Microsoft's own only the global one (Microsoft Graph: List messageTraces).
fn has_traces(cloud: &Cloud) -> bool {
    match cloud {
        Cloud::Microsoft(cloud) => *cloud == MicrosoftCloud::Global,
        Cloud::Custom { .. } => true,
    }
}

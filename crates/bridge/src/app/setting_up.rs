//! The commands that set an organisation up.

use std::path::PathBuf;
use std::sync::Arc;

use entra::{From, Held, Organisation};
use url::Url;

use super::{Answer, App};
use crate::form::ticket;
use crate::language::word;
use crate::organisation::{self, Named, cloud};
use crate::permissions;
use crate::view::{
    Category, MakeOrganisation, Nothing, OpenOrganisation, OrganisationSource, Patient, PermissionState,
    Problem, ProblemCode, RegistrationScript, RegistrationView, SavedView, ScriptKind, Status,
    TestedPermission, TestedPermissions, TextView,
};

/// The redirect address to register. The port is left out: Microsoft ignores it for `localhost` (Microsoft identity
/// platform: redirect URI restrictions and limitations).
const REDIRECT: &str = "http://localhost";

#[allow(
    clippy::unused_async,
    reason = "the dispatch awaits every command alike, whether it has to wait or not"
)]
impl App {
    pub(super) async fn registration(&self, _: Nothing) -> Answer<RegistrationView> {
        Ok(RegistrationView { redirect: REDIRECT.to_owned(), permissions: permissions::all() })
    }

    pub(super) async fn registration_script(&self, ask: RegistrationScript) -> Answer<TextView> {
        let kind = match ask.kind {
            ScriptKind::AzureCli => words::RegistrationKind::AzureCli,
            ScriptKind::PowerShell => words::RegistrationKind::PowerShell,
        };
        let facts = permissions::registration_facts(REDIRECT, &cloud(ask.cloud)?);
        Ok(TextView { text: words::registration_script(word(self.language()), kind, &facts) })
    }

    pub(super) async fn open_organisation(&self, ask: OpenOrganisation) -> Answer<Status> {
        self.choose(Organisation::read(&ask.text, From::Window)?).await
    }

    pub(super) async fn make_organisation(&self, ask: MakeOrganisation) -> Answer<Status> {
        let cloud = cloud(ask.cloud)?;
        let help = ask.help.as_deref();
        let made = Organisation::made(&ask.name, &ask.tenant, &ask.client_id, cloud.name(), help)?;
        self.choose(made).await
    }

    pub(super) async fn forget_organisation(&self, ask: Nothing) -> Answer<Status> {
        self.real().may_name()?;
        self.leave_organisation().await?;
        organisation::forget(self.real().folder())?;
        self.real().name(None)?;
        self.status(ask).await
    }

    /// Another organisation from now on; a sign-in to the one before ends with it.
    async fn choose(&self, organisation: Organisation) -> Answer<Status> {
        self.real().may_name()?;
        let same = |it: &Organisation| {
            (&it.tenant, it.client_id, &it.cloud)
                == (&organisation.tenant, organisation.client_id, &organisation.cloud)
        };
        if self.real().named().is_some_and(|named| !same(&named.organisation)) {
            self.leave_organisation().await?;
        }
        organisation::keep(self.real().folder(), &organisation)?;
        self.real().name(Some(Named { organisation, source: OrganisationSource::Chosen }))?;
        self.status(Nothing {}).await
    }

    async fn leave_organisation(&self) -> Answer<()> {
        if self.real().entered().is_some() {
            self.engine().sign_out()?;
        }
        self.real().forget().await
    }

    pub(super) async fn save_organisation(&self, _: Nothing) -> Answer<SavedView> {
        let organisation = self.real().organisation()?;
        let path = organisation::save(&self.documents(), &organisation)?;
        Ok(SavedView { path: path.display().to_string(), text: organisation.text() })
    }

    fn documents(&self) -> PathBuf {
        let own = || dirs::document_dir().or_else(dirs::download_dir).or_else(dirs::home_dir);
        self.inner.documents.clone().or_else(own).unwrap_or_else(|| self.real().folder().to_owned())
    }

    pub(super) async fn consent_link(&self, ask: Patient) -> Answer<TextView> {
        let ticket = ticket(ask.ticket)?;
        let cancel = self.real().wait(&ticket);
        let sign_in = self.discovered(&cancel).await;
        self.real().waited(&ticket);
        Ok(TextView { text: sign_in?.consent_link(&permissions::names()).to_string() })
    }

    pub(super) async fn ask_consent(&self, ask: Patient) -> Answer<Nothing> {
        let ticket = ticket(ask.ticket)?;
        let cancel = self.real().wait(&ticket);
        let asked = async {
            let sign_in = self.discovered(&cancel).await?;
            let opener = Arc::clone(&self.inner.opener);
            let open = move |url: &Url| opener.open_sign_in(url.as_str());
            Ok(sign_in.ask_consent(&permissions::names(), self.closing_pages(), &open, &cancel).await?)
        }
        .await;
        self.real().waited(&ticket);
        asked.map(|()| Nothing {})
    }

    pub(super) async fn test_permissions(&self, ask: Patient) -> Answer<TestedPermissions> {
        let not_signed_in = || Problem::here(Category::NotSignedIn, ProblemCode::NotSignedIn);
        let entered = self.real().entered().ok_or_else(not_signed_in)?;
        let ticket = ticket(ask.ticket)?;
        let cancel = self.real().wait(&ticket);
        let mut permissions = Vec::new();
        for permission in permissions::all() {
            let state = match (&entered.session, &entered.scopes) {
                (Some(session), _) => match session.holds(&permission.name, &cancel).await {
                    Held::Granted => PermissionState::Granted,
                    Held::NotGranted => PermissionState::NotGranted,
                    Held::CannotTell(problem) => {
                        tracing::info!(%problem, "whether a permission was granted could not be found out");
                        PermissionState::CannotTell
                    }
                },
                (None, guest::Known::Is(granted)) if permissions::is_granted(&permission.name, granted) => {
                    PermissionState::Granted
                }
                (None, guest::Known::Is(_)) => PermissionState::NotGranted,
                (None, guest::Known::Unknown) => PermissionState::CannotTell,
            };
            permissions.push(TestedPermission { permission, state });
            if cancel.is_cancelled() {
                self.real().waited(&ticket);
                return Err(Problem::here(Category::Cancelled, ProblemCode::Cancelled));
            }
        }
        self.real().waited(&ticket);
        Ok(TestedPermissions { permissions })
    }
}

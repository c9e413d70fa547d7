//! The commands that set an organisation up.

use entra::{ConfigSource, Organisation};

use super::{Answer, App};
use crate::form::ticket;
use crate::last_account;
use crate::organisation::{self, ConfiguredOrganisation};
use crate::permissions;
use crate::problem::{AppProblem, unusable_file};
use crate::view::{
    Category, MakeOrganisation, Nothing, OpenOrganisation, OrganisationSource, Patient, ProblemCode,
    RegistrationScript, RegistrationView, SavedView, ScriptKind, Status, TestedPermission, TestedPermissions,
    TextView,
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
        let facts = permissions::registration_facts(REDIRECT, ask.cloud);
        Ok(TextView { text: words::registration_script(self.language(), kind, &facts) })
    }

    pub(super) async fn open_organisation(&self, ask: OpenOrganisation) -> Answer<Status> {
        self.choose(Organisation::parse(&ask.text, ConfigSource::Window)?).await
    }

    pub(super) async fn make_organisation(&self, ask: MakeOrganisation) -> Answer<Status> {
        let cloud = ask.cloud.facts().name;
        let help = ask.help.as_deref();
        let made = Organisation::new(&ask.name, &ask.tenant, &ask.client_id, cloud, help)?;
        self.choose(made).await
    }

    pub(super) async fn forget_organisation(&self, _: Nothing) -> Answer<Status> {
        self.may_configure()?;
        self.engine().leave_organisation().await?;
        organisation::forget(self.engine().authority().folder())?;
        self.inner.last_account.forget().map_err(|error| {
            tracing::error!(%error, "the last account cannot be forgotten");
            unusable_file(last_account::FILE)
        })?;
        self.engine().set_organisation(None);
        self.standing().await
    }

    /// Another organisation from now on; a sign-in to the one before ends with it.
    async fn choose(&self, organisation: Organisation) -> Answer<Status> {
        self.may_configure()?;
        let same = |it: &Organisation| {
            (&it.tenant, it.client_id, &it.cloud)
                == (&organisation.tenant, organisation.client_id, &organisation.cloud)
        };
        if self.engine().organisation().is_some_and(|configured| !same(&configured.organisation)) {
            self.engine().leave_organisation().await?;
        }
        organisation::store(self.engine().authority().folder(), &organisation)?;
        let source = OrganisationSource::Chosen;
        self.engine().set_organisation(Some(ConfiguredOrganisation { organisation, source }));
        self.standing().await
    }

    /// What the machine's administrator configured cannot be changed here.
    fn may_configure(&self) -> Answer<()> {
        if self.engine().authority().managed().organisation.is_some() {
            return Err(AppProblem::here(Category::Refused, ProblemCode::OrganisationManaged));
        }
        Ok(())
    }

    fn configured(&self) -> Answer<ConfiguredOrganisation> {
        let none = || AppProblem::here(Category::BadInput, ProblemCode::NoOrganisation);
        self.engine().organisation().ok_or_else(none)
    }

    pub(super) async fn save_organisation(&self, _: Nothing) -> Answer<SavedView> {
        let organisation = self.configured()?.organisation;
        let text = organisation.to_json();
        self.save(&organisation::file_name(&organisation), text.as_bytes(), text.clone()).await
    }

    /// Saves a file where the person says; `text` is what is shown of it.
    pub(super) async fn save(&self, name: &str, contents: &[u8], text: String) -> Answer<SavedView> {
        let path = self.inner.saving.save(name, contents).await?;
        Ok(SavedView { path: path.map(|path| path.display().to_string()), text })
    }

    pub(super) async fn consent_link(&self, ask: Patient) -> Answer<TextView> {
        let ticket = self.engine().ticket(&ticket(ask.ticket)?);
        let authority = self.engine().authority();
        let link = authority.consent_link(&self.configured()?, ticket.cancellation()).await?;
        Ok(TextView { text: link.to_string() })
    }

    pub(super) async fn ask_consent(&self, ask: Patient) -> Answer<Nothing> {
        let ticket = self.engine().ticket(&ticket(ask.ticket)?);
        self.engine().opens_a_page(&ticket);
        self.engine().authority().ask_consent(&self.configured()?, ticket.cancellation()).await?;
        Ok(Nothing {})
    }

    pub(super) async fn test_permissions(&self, ask: Patient) -> Answer<TestedPermissions> {
        let not_signed_in = || AppProblem::here(Category::NotSignedIn, ProblemCode::NotSignedIn);
        let credentials = self.engine().credentials().ok_or_else(not_signed_in)?;
        let ticket = self.engine().ticket(&ticket(ask.ticket)?);
        let mut permissions = Vec::new();
        for permission in permissions::all() {
            let state = credentials.permission(&permission.name, ticket.cancellation()).await;
            permissions.push(TestedPermission { permission, state });
            if ticket.cancellation().is_cancelled() {
                return Err(AppProblem::here(Category::Cancelled, ProblemCode::Cancelled));
            }
        }
        Ok(TestedPermissions { permissions })
    }
}

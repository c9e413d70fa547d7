//! The commands about who is signed in, and in which language.

use practice::Persona;

use super::{Answer, App};
use crate::language::word;
use crate::organisation;
use crate::persona::practice_connection;
use crate::problem::{beginning, file_trouble};
use crate::role;
use crate::view::{
    AccountView, Category, CloudView, Nothing, PersonaView, PracticeView, Problem, ProblemCode, SetLanguage,
    SignIn, Status, TenantKind, TextView, WordsIn,
};

#[allow(
    clippy::unused_async,
    reason = "the dispatch awaits every command alike, whether it has to wait or not"
)]
impl App {
    pub(super) async fn status(&self, _: Nothing) -> Answer<Status> {
        self.launched().await?;
        let account = self.engine().account().map(|account| self.account(&account));
        // The address of the launch is for whoever can look it up.
        let find = if account.is_some() { self.launch().find.take() } else { None };
        let unfinished = self.engine().unfinished().await?;
        Ok(Status {
            version: self.inner.version.clone(),
            language: self.language(),
            practice: PracticeView {
                organisation: self.inner.tenant.organisation_name(),
                personas: self.inner.tenant.personas().iter().map(Self::persona).collect(),
            },
            organisation: self.real().named().map(|named| named.view()),
            read_only: self.real().managed().read_only,
            keeping: self.real().keeping(),
            stored: self.real().stored(),
            account,
            find,
            unfinished: u32::try_from(unfinished).unwrap_or(u32::MAX),
        })
    }

    /// What the command line asked for, and what was kept, is looked at with the first question: then there is a
    /// window to say so if it fails. Each is tried once.
    async fn launched(&self) -> Answer<()> {
        let (persona, file, first) = {
            let mut launch = self.launch();
            (launch.persona.take(), launch.organisation.take(), !std::mem::replace(&mut launch.looked, true))
        };
        if first && self.real().managed().organisation.is_none() {
            let kept = organisation::kept(self.real().folder());
            let named = file.map_or_else(|| kept, |file| organisation::named_at_launch(&file).map(Some))?;
            self.real().name(named)?;
        } else if file.is_some() {
            return Err(Problem::here(Category::Refused, ProblemCode::OrganisationManaged));
        }
        if let Some(persona) = persona {
            return self.sign_in_as(&persona).await;
        }
        if first {
            self.real().look_for_stored();
        }
        Ok(())
    }

    pub(super) async fn words(&self, ask: WordsIn) -> Answer<TextView> {
        Ok(TextView { text: words::page(word(ask.language)) })
    }

    fn persona(persona: &Persona) -> PersonaView {
        let owns = persona.key == "owner";
        PersonaView {
            key: persona.key.clone(),
            display_name: persona.display_name.clone(),
            role: role::role(&persona.roles, persona.key == "guest", owns),
        }
    }

    fn account(&self, account: &procedure::Account) -> AccountView {
        let practice = account.kind == journal::OrganisationKind::Practice;
        let mine = |persona: &Persona| practice && persona.user_id == account.user_id;
        AccountView {
            display_name: account.display_name.clone(),
            user_name: account.user_name.clone(),
            role: role::of(&account.operator),
            organisation: account.organisation.clone(),
            tenant: if practice { TenantKind::Practice } else { TenantKind::Real },
            persona: self.inner.tenant.personas().into_iter().find(mine).map(|persona| persona.key),
            tenant_id: account.tenant_id.clone(),
            way: self.real().entered().map(|entered| entered.way),
            admin_center: practice || self.cloud() != CloudView::Custom,
        }
    }

    pub(super) async fn sign_in(&self, ask: SignIn) -> Answer<Status> {
        self.sign_in_as(&ask.persona).await?;
        self.status(Nothing {}).await
    }

    pub(super) async fn sign_in_as(&self, key: &str) -> Answer<()> {
        let unknown = || {
            let persona = beginning(key);
            Problem::here(Category::BadInput, ProblemCode::PersonaUnknown { persona })
        };
        let persona = self
            .inner
            .tenant
            .personas()
            .into_iter()
            .find(|persona| persona.key == key)
            .ok_or_else(unknown)?;
        let connection = practice_connection(&self.inner.tenant, &persona, &self.inner.clock);
        self.engine().sign_in(connection).await?;
        self.real().leave();
        Ok(())
    }

    pub(super) async fn sign_out(&self, ask: Nothing) -> Answer<Status> {
        let real = self.real().entered().is_some();
        self.engine().sign_out()?;
        if real {
            self.real().forget().await?;
        }
        self.status(ask).await
    }

    pub(super) async fn start_over(&self, ask: Nothing) -> Answer<Status> {
        self.engine().nothing_running()?;
        self.inner.tenant.start_over().map_err(|error| {
            tracing::error!(%error, "the practice organisation cannot start over");
            file_trouble("practice.json")
        })?;
        self.status(ask).await
    }

    pub(super) async fn set_language(&self, ask: SetLanguage) -> Answer<Status> {
        self.settings().set_language(ask.language).map_err(|error| {
            tracing::error!(%error, "the settings cannot be written");
            file_trouble("settings.json")
        })?;
        // What was asked for at launch gives way to what was chosen since.
        self.launch().language = None;
        self.status(Nothing {}).await
    }
}

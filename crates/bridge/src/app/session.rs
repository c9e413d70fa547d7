//! The commands about who is signed in, and in which language.

use entra::RefusalReason;
use journal::OrganisationKind;
use practice::Persona;

use super::{Answer, App};
use crate::form::malformed;
use crate::links;
use crate::persona::{practice_connection, rehearsal};
use crate::problem::{AppProblem, beginning, unusable_file};
use crate::role;
use crate::signing_problem::refused_for;
use crate::view::{
    AccountView, Category, Nothing, PersonaView, PracticeAnswer, PracticeView, ProblemCode, SetLanguage,
    SignIn, Status, TenantKind, TextView, UnfinishedView, WordsIn,
};

#[allow(
    clippy::unused_async,
    reason = "the dispatch awaits every command alike, whether it has to wait or not"
)]
impl App {
    pub(super) async fn status(&self, _: Nothing) -> Answer<Status> {
        self.standing().await
    }

    /// How things stand, and once what went wrong at the launch.
    pub(super) async fn standing(&self) -> Answer<Status> {
        if let Some(problem) = self.inner.launch.take_problem() {
            return Err(problem);
        }
        let (engine, authority) = (self.engine(), self.engine().authority());
        let account = engine.account().map(|account| self.account(&account));
        if account.as_ref().is_none_or(|account| account.tenant == TenantKind::Practice) {
            self.inner.last_account.left();
        }
        // The address of the launch is for whoever can look it up.
        let find = if account.is_some() { self.inner.launch.take_find() } else { None };
        let unfinished = engine.unfinished_changes().await?;
        let oldest = unfinished.iter().min_by_key(|change| change.at).map(|change| UnfinishedView {
            guest_name: change.guest_name.clone(),
            at: change.at.to_string(),
        });
        Ok(Status {
            version: self.inner.version.clone(),
            language: self.language(),
            appearance: self.inner.preferences.appearance(),
            practice: PracticeView {
                organisation: self.inner.tenant.organisation_name(),
                personas: self.inner.tenant.personas().iter().map(Self::persona).collect(),
            },
            organisation: engine.organisation().map(|configured| configured.view()),
            read_only: authority.managed().read_only,
            keeping: authority.persistence(),
            stored: engine.is_stored(),
            account,
            find,
            unfinished: u32::try_from(unfinished.len()).unwrap_or(u32::MAX),
            oldest_unfinished: oldest,
        })
    }

    pub(super) async fn words(&self, ask: WordsIn) -> Answer<TextView> {
        Ok(TextView { text: words::page(ask.language) })
    }

    fn persona(persona: &Persona) -> PersonaView {
        PersonaView {
            key: persona.key.clone(),
            display_name: persona.display_name.clone(),
            role: role::role(&persona.roles, persona.key == "guest", persona.owns_groups),
            rehearses: rehearsal(persona),
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
            way: self.engine().credentials().map(|credentials| credentials.method),
            other_than_last: !practice
                && self.inner.last_account.is_another(&account.tenant_id, &account.user_id),
            // Nothing of the practice organisation is in either of them.
            admin_center: !practice && !self.cloud().is_custom(),
            exchange_center: !practice && links::has_exchange_center(&self.cloud()),
        }
    }

    pub(super) async fn sign_in(&self, ask: SignIn) -> Answer<Status> {
        self.sign_in_as(&ask.persona).await?;
        self.standing().await
    }

    pub(super) async fn sign_in_as(&self, key: &str) -> Answer<()> {
        let unknown = || {
            let persona = beginning(key);
            AppProblem::here(Category::BadInput, ProblemCode::PersonaUnknown { persona })
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
        Ok(())
    }

    /// What Microsoft's page does for somebody real: one is asked, and what is given is there from the next token on.
    pub(super) async fn permit_in_practice(&self, wanted: &[String], answer: PracticeAnswer) -> Answer<()> {
        self.engine().nothing_running()?;
        let account = self.engine().account().filter(|account| account.kind == OrganisationKind::Practice);
        let operator = account.as_ref().map(|account| (&account.user_id, &account.operator.scopes));
        let asks = |persona: &Persona| {
            operator
                .is_some_and(|(id, scopes)| *id == persona.user_id && scopes.get() == persona.scopes.as_ref())
        };
        let persona = self.inner.tenant.personas().into_iter().find(asks);
        let persona =
            persona.ok_or_else(|| malformed("a permission asked for where there is no practice"))?;
        match answer {
            PracticeAnswer::Declined => Err(refused_for(RefusalReason::ConsentDeclined)),
            PracticeAnswer::AdminNeeded => Err(refused_for(RefusalReason::AdminConsentNeeded)),
            PracticeAnswer::Given => {
                self.inner.tenant.consent(&persona.key, wanted);
                self.sign_in_as(&persona.key).await
            }
        }
    }

    pub(super) async fn sign_out(&self, _: Nothing) -> Answer<Status> {
        self.inner.recent.end_session();
        self.engine().sign_out().await?;
        self.standing().await
    }

    pub(super) async fn start_over(&self, _: Nothing) -> Answer<Status> {
        self.engine().nothing_running()?;
        self.inner.tenant.start_over().map_err(|error| {
            tracing::error!(%error, "the practice organisation cannot start over");
            unusable_file("practice.json")
        })?;
        self.engine().end_ways_back(OrganisationKind::Practice).await?;
        self.engine().forget_surveys_of(&self.inner.tenant.organisation().tenant_id()).await?;
        self.standing().await
    }

    pub(super) async fn set_language(&self, ask: SetLanguage) -> Answer<Status> {
        self.inner.preferences.set_language(ask.language).map_err(|error| {
            tracing::error!(%error, "the settings cannot be written");
            unusable_file("settings.json")
        })?;
        self.inner.window.speaks(words::menu(ask.language));
        self.standing().await
    }
}

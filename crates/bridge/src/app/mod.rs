//! The app behind every host: one method for each command of the one list.

use std::fmt;
use std::fs::File;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use graph::Timing;
use guest::RemedyKind;
use practice::{Persona, Tenant};
use procedure::{Chosen, Desk, Wish};
use serde_json::Value;

use crate::form::{malformed, object_id, ticket, uuid};
use crate::language::word;
use crate::options::{FIRST_PERSONA, Opener, Options};
use crate::persona::practice_connection;
use crate::settings::Settings;
use crate::view::{
    AccountView, Begun, Cancel, Choices, Confirm, Destination, Find, GroupChoice, GroupChoices, GuestReport,
    History, Language, News, Nothing, OfChange, PersonaView, PlanView, PracticeView, Preview, Problem,
    ProblemCode, ProblemKind, RemedyKindView, ScriptFor, SetLanguage, SignIn, Status, TenantKind, TextView,
    Watch,
};
use crate::{links, plan, progress, report, role, with_commands};

/// The app. Cheap to clone; clones share everything.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    desk: Desk,
    tenant: Tenant,
    timing: Arc<dyn Timing>,
    opener: Arc<dyn Opener>,
    version: String,
    /// From the command line: for this run only, until another one is chosen.
    launch: Mutex<Launch>,
    settings: Mutex<Settings>,
    system: Language,
    /// Held as long as the app lives.
    _lock: File,
}

/// What the command line asked for and was not done yet.
struct Launch {
    persona: Option<String>,
    language: Option<Language>,
    find: Option<String>,
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").field("version", &self.inner.version).finish_non_exhaustive()
    }
}

type Answer<T> = Result<T, Problem>;

macro_rules! dispatch {
    ($( #[doc = $doc:literal] $name:ident : $ask:ident => $answer:ident ; )*) => {
        impl App {
            /// Answers a command by its name: the one door every host goes through. A command that does not exist and
            /// an ask that is not of its form are both refused, and nothing is changed.
            pub async fn dispatch(&self, name: &str, ask: Value) -> Result<Value, Problem> {
                match name {
                    $( stringify!($name) => written(&self.$name(read::<$ask>(name, ask)?).await?), )*
                    _ => Err(malformed("a command that does not exist")),
                }
            }
        }
    };
}
with_commands!(dispatch);

fn read<T: serde::de::DeserializeOwned>(name: &str, ask: Value) -> Answer<T> {
    serde_json::from_value(ask).map_err(|_| malformed(name))
}

fn written<T: serde::Serialize>(answer: &T) -> Answer<Value> {
    serde_json::to_value(answer).map_err(|error| {
        tracing::error!(%error, "an answer cannot be written");
        Problem::here(ProblemKind::Internal, ProblemCode::Internal)
    })
}

#[allow(
    clippy::unused_async,
    reason = "the dispatch awaits every command alike, whether it has to wait or not"
)]
impl App {
    pub(crate) fn new(
        options: Options,
        system: Language,
        settings: Settings,
        desk: Desk,
        tenant: Tenant,
        timing: Arc<dyn Timing>,
        lock: File,
    ) -> Self {
        let launch = Launch {
            persona: options.practice.map(|persona| persona.unwrap_or_else(|| FIRST_PERSONA.to_owned())),
            language: options.language,
            find: options.find,
        };
        Self {
            inner: Arc::new(Inner {
                desk,
                tenant,
                timing,
                opener: options.opener,
                version: options.version,
                launch: Mutex::new(launch),
                settings: Mutex::new(settings),
                system,
                _lock: lock,
            }),
        }
    }

    fn launch(&self) -> MutexGuard<'_, Launch> {
        self.inner.launch.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn settings(&self) -> MutexGuard<'_, Settings> {
        self.inner.settings.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn desk(&self) -> &Desk {
        &self.inner.desk
    }

    fn language(&self) -> Language {
        let asked = self.launch().language;
        asked.or_else(|| self.settings().language()).unwrap_or(self.inner.system)
    }

    async fn status(&self, _: Nothing) -> Answer<Status> {
        // `--practice` signs in at the first question, when there is a window to say so if it fails.
        let persona = self.launch().persona.take();
        if let Some(persona) = persona {
            self.sign_in_as(&persona).await?;
        }
        let find = self.launch().find.take();
        let unfinished = self.desk().unfinished().await?;
        Ok(Status {
            version: self.inner.version.clone(),
            language: self.language(),
            practice: PracticeView {
                organisation: self.inner.tenant.organisation_name(),
                personas: self.inner.tenant.personas().iter().map(Self::persona).collect(),
            },
            account: self.desk().account().map(|account| self.account(&account)),
            find,
            unfinished: u32::try_from(unfinished).unwrap_or(u32::MAX),
        })
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
        }
    }

    async fn sign_in(&self, ask: SignIn) -> Answer<Status> {
        self.sign_in_as(&ask.persona).await?;
        self.status(Nothing {}).await
    }

    async fn sign_in_as(&self, key: &str) -> Answer<()> {
        let unknown =
            || Problem::here(ProblemKind::BadInput, ProblemCode::PersonaUnknown).with("persona", key);
        let persona = self
            .inner
            .tenant
            .personas()
            .into_iter()
            .find(|persona| persona.key == key)
            .ok_or_else(unknown)?;
        let connection = practice_connection(&self.inner.tenant, &persona, &self.inner.timing);
        self.desk().sign_in(connection).await?;
        Ok(())
    }

    async fn sign_out(&self, ask: Nothing) -> Answer<Status> {
        self.desk().sign_out()?;
        self.status(ask).await
    }

    async fn start_over(&self, ask: Nothing) -> Answer<Status> {
        self.desk().nothing_running()?;
        self.inner.tenant.start_over().map_err(|error| {
            tracing::error!(%error, "the practice organisation cannot start over");
            Problem::here(ProblemKind::Internal, ProblemCode::FileTrouble).with("file", "practice.json")
        })?;
        self.status(ask).await
    }

    async fn set_language(&self, ask: SetLanguage) -> Answer<Status> {
        self.settings().set_language(ask.language).map_err(|error| {
            tracing::error!(%error, "the settings cannot be written");
            Problem::here(ProblemKind::Internal, ProblemCode::FileTrouble).with("file", "settings.json")
        })?;
        // What was asked for at launch gives way to what was chosen since.
        self.launch().language = None;
        self.status(Nothing {}).await
    }

    async fn groups(&self, _: Nothing) -> Answer<GroupChoices> {
        let groups = self.desk().groups().await?;
        let choice = |group: guest::Group| GroupChoice {
            display_name: group.display_name.value().cloned().unwrap_or_else(|| group.id.clone()),
            mail: group.mail.value().cloned(),
            id: group.id,
        };
        Ok(GroupChoices { groups: groups.into_iter().map(choice).collect() })
    }

    async fn find(&self, ask: Find) -> Answer<GuestReport> {
        let group = ask.group.as_deref().map(object_id).transpose()?;
        let guest = ask.guest.as_deref().map(object_id).transpose()?;
        let ask = Find { ticket: ticket(ask.ticket)?, ..ask };
        let look = self.desk().find(&ask.address, group.as_deref(), guest.as_deref(), &ask.ticket).await?;
        Ok(report::report(&look))
    }

    async fn preview(&self, ask: Preview) -> Answer<PlanView> {
        let wish = Wish {
            guest: object_id(&ask.guest)?,
            searched: ask.searched,
            group: ask.group.as_deref().map(object_id).transpose()?,
            remedy: remedy(ask.remedy)?,
            chosen: chosen(ask.choices)?,
        };
        Ok(plan::plan(&self.desk().preview(&wish, &ticket(ask.ticket)?).await?))
    }

    async fn preview_undo(&self, ask: OfChange) -> Answer<PlanView> {
        Ok(plan::plan(&self.desk().preview_undo(uuid(&ask.change)?).await?))
    }

    async fn preview_continue(&self, ask: OfChange) -> Answer<PlanView> {
        Ok(plan::plan(&self.desk().preview_continue(uuid(&ask.change)?).await?))
    }

    async fn preview_put_back(&self, ask: OfChange) -> Answer<PlanView> {
        Ok(plan::plan(&self.desk().preview_put_back(uuid(&ask.change)?).await?))
    }

    async fn confirm(&self, ask: Confirm) -> Answer<Begun> {
        let reason = ask.reason.map(|reason| reason.chars().take(LONGEST_REASON).collect());
        let change = self.desk().confirm(uuid(&ask.plan)?, ask.typed.as_deref(), reason).await?;
        Ok(Begun { change: change.to_string() })
    }

    async fn watch(&self, ask: Watch) -> Answer<News> {
        let (sequence, change) = self.desk().watch(ask.after).await;
        Ok(News { sequence, change: change.as_ref().map(progress::progress) })
    }

    async fn cancel(&self, ask: Cancel) -> Answer<Nothing> {
        self.desk().cancel(&ask.ticket);
        Ok(Nothing {})
    }

    async fn history(&self, _: Nothing) -> Answer<History> {
        let entries = self.desk().history().await?;
        Ok(History { entries: entries.iter().filter_map(progress::entry).collect() })
    }

    async fn exchange_script(&self, ask: ScriptFor) -> Answer<TextView> {
        let facts = links::conflict_facts(&ask.owner)?;
        Ok(TextView { text: words::exchange_script(word(self.language()), &facts) })
    }

    async fn open(&self, ask: Destination) -> Answer<Nothing> {
        let url = links::url(&ask)?;
        self.inner.opener.open(&url).map_err(|error| {
            tracing::warn!(%error, "the browser was not opened");
            Problem::here(ProblemKind::Internal, ProblemCode::Internal)
        })?;
        Ok(Nothing {})
    }
}

/// How much of a reason is kept: a ticket number and a sentence.
const LONGEST_REASON: usize = 500;

fn remedy(kind: RemedyKindView) -> Answer<RemedyKind> {
    match kind {
        RemedyKindView::SetMail => Ok(RemedyKind::SetMail),
        RemedyKindView::KeepOneAddress => Ok(RemedyKind::KeepOneAddress),
        RemedyKindView::RemoveAndInvite => Ok(RemedyKind::RemoveAndInvite),
        // Steps to read; this app changes nothing for it.
        RemedyKindView::ResolveConflict => {
            Err(Problem::here(ProblemKind::Refused, ProblemCode::NotForThisGuest))
        }
    }
}

fn chosen(choices: Choices) -> Answer<Chosen> {
    let groups = choices
        .groups
        .map(|all| all.iter().map(|id| object_id(id)).collect::<Answer<Vec<_>>>())
        .transpose()?;
    let language = match choices.invitation_language.as_deref() {
        None => None,
        Some(tag @ ("nl-NL" | "en-US")) => Some(tag.to_owned()),
        Some(tag) if tag.len() <= 12 && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') => {
            Some(tag.to_owned())
        }
        Some(_) => {
            let invalid = Problem::here(ProblemKind::BadInput, ProblemCode::ChoiceInvalid);
            return Err(invalid.with("choice", "invitationLanguage"));
        }
    };
    Ok(Chosen { address: choices.address, groups, language, send: choices.send_invitation })
}

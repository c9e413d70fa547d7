//! The app behind every host: one method for each command of the one list.

mod asking;
mod batches;
mod conflict;
mod guests;
mod handed;
mod launch;
mod my_groups;
mod opening;
mod recent;
mod retention;
mod session;
mod setting_up;
mod settings;
mod signing;
mod surveys;
mod traces;

use std::fmt;
use std::fs::File;
use std::sync::{Arc, Mutex};

use clock::Clock;
use entra::Cloud;
use practice::Tenant;
use serde_json::Value;
use words::Language;

use self::launch::Launch;
use crate::authority::EntraAuthority;
use crate::diagnostics::LastProblem;
use crate::form::malformed;
use crate::handed::Inbox;
use crate::last_account::LastAccount;
use crate::options::{FIRST_PERSONA, Opener, Options};
use crate::problem::AppProblem;
use crate::recent::Recent;
use crate::save_dialog::Saving;
use crate::settings::Preferences;
#[allow(
    clippy::wildcard_imports,
    reason = "the one list of commands names every type that is asked with; naming them twice would only drift"
)]
use crate::view::*;
use crate::window::Window;

/// The app. Cheap to clone; clones share everything.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

/// The engine with Entra behind it.
pub(crate) type Engine = procedure::Engine<EntraAuthority>;

struct Inner {
    engine: Engine,
    tenant: Tenant,
    clock: Arc<dyn Clock>,
    opener: Arc<dyn Opener>,
    saving: Saving,
    version: String,
    launch: Launch,
    preferences: Arc<Preferences>,
    last_account: LastAccount,
    inbox: Inbox,
    recent: Recent,
    window: Box<dyn Window>,
    last_problem: Mutex<Option<LastProblem>>,
    /// Held as long as the app lives.
    _lock: File,
}

/// What [`App::new`] is made of, as `compose` wires it.
pub(crate) struct Wired {
    pub(crate) engine: Engine,
    pub(crate) tenant: Tenant,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) preferences: Arc<Preferences>,
    pub(crate) last_account: LastAccount,
    pub(crate) inbox: Inbox,
    pub(crate) recent: Recent,
    pub(crate) lock: File,
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").field("version", &self.inner.version).finish_non_exhaustive()
    }
}

type Answer<T> = Result<T, AppProblem>;

macro_rules! dispatch {
    ($( #[doc = $doc:literal] $name:ident : $ask:ident => $answer:ident ; )*) => {
        impl App {
            /// Answers a command by its name: the one door every host goes through. A command that does not exist and
            /// an ask that is not of its form are both refused, and nothing is changed.
            pub async fn dispatch(&self, name: &str, ask: Value) -> Result<Value, Problem> {
                // With the first command, whichever it is: then there is a window.
                self.launched().await;
                let answer = match name {
                    $( stringify!($name) => written(
                        &self.$name(read::<$ask>(name, ask)?).await.map_err(|problem| self.noted(problem))?,
                    ), )*
                    _ => Err(malformed("a command that does not exist")),
                };
                Ok(answer?)
            }
        }
    };
}
window_contract::with_commands!(dispatch);

fn read<T: serde::de::DeserializeOwned>(name: &str, ask: Value) -> Answer<T> {
    serde_json::from_value(ask).map_err(|_| malformed(name))
}

fn written<T: serde::Serialize>(answer: &T) -> Answer<Value> {
    serde_json::to_value(answer).map_err(|error| {
        tracing::error!(%error, "an answer cannot be written");
        AppProblem::here(Category::Internal, ProblemCode::Internal)
    })
}

impl App {
    pub(crate) fn new(options: Options, wired: Wired) -> Self {
        let Wired { engine, tenant, clock, preferences, last_account, inbox, recent, lock } = wired;
        let Options { practice, organisation, save_dialog, find, file, window, opener, version, .. } =
            options;
        let persona = practice.map(|persona| persona.unwrap_or_else(|| FIRST_PERSONA.to_owned()));
        let launch = Launch::new(persona, organisation, find, file);
        Self {
            inner: Arc::new(Inner {
                engine,
                tenant,
                clock,
                opener,
                saving: Saving::new(save_dialog),
                version,
                launch,
                preferences,
                last_account,
                inbox,
                recent,
                window,
                last_problem: Mutex::default(),
                _lock: lock,
            }),
        }
    }

    fn engine(&self) -> &Engine {
        &self.inner.engine
    }

    fn language(&self) -> Language {
        self.inner.preferences.language()
    }

    /// The same problem, explained, and kept in mind for the diagnostic report.
    fn noted(&self, problem: AppProblem) -> AppProblem {
        let problem = self.explained(problem);
        self.note_problem(&problem.code, problem.reference.as_deref());
        problem
    }

    /// The same problem, as whoever is signed in can be told it.
    fn explained(&self, problem: AppProblem) -> AppProblem {
        match self.engine().credentials() {
            Some(credentials) => credentials.explain(problem),
            None => problem,
        }
    }

    /// The cloud of whoever is signed in for real; the global one otherwise.
    fn cloud(&self) -> Cloud {
        let credentials = self.engine().credentials();
        credentials.map_or(MicrosoftCloud::Global.into(), |credentials| credentials.cloud())
    }
}

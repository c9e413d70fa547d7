//! The app behind every host: one method for each command of the one list.

mod guests;
mod session;
mod setting_up;
mod signing;

use std::fmt;
use std::fs::File;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use clock::Clock;
use practice::Tenant;
use procedure::Engine;
use serde_json::Value;

use crate::form::malformed;
use crate::options::{FIRST_PERSONA, Opener, Options};
use crate::organisation::cloud_view;
use crate::real::Real;
use crate::settings::Settings;
#[allow(
    clippy::wildcard_imports,
    reason = "the one list of commands names every type that is asked with; naming them twice would only drift"
)]
use crate::view::*;
use crate::with_commands;

/// Nobody is signed in any more, says Graph's client; why, the sign-in itself knows better.
fn explained_by(session: &entra::Session, problem: Problem) -> Problem {
    match session.trouble() {
        Some(trouble) if problem.code == ProblemCode::NotSignedIn => {
            let told = Problem::from(trouble);
            let kind = if told.kind == Category::Refused { problem.kind } else { told.kind };
            Problem { kind, changed: problem.changed, ..told }
        }
        _ => problem,
    }
}

/// The app. Cheap to clone; clones share everything.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    engine: Engine,
    tenant: Tenant,
    clock: Arc<dyn Clock>,
    opener: Arc<dyn Opener>,
    real: Real,
    documents: Option<PathBuf>,
    version: String,
    /// From the command line: for this run only, until another one is chosen.
    launch: Mutex<Launch>,
    settings: Mutex<Settings>,
    system: Language,
    /// Held as long as the app lives.
    _lock: File,
}

/// What [`App::new`] is made of, as `compose` wires it.
pub(crate) struct Wired {
    pub(crate) engine: Engine,
    pub(crate) tenant: Tenant,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) real: Real,
    pub(crate) settings: Settings,
    pub(crate) system: Language,
    pub(crate) lock: File,
}

/// What the command line asked for and was not done yet.
struct Launch {
    persona: Option<String>,
    language: Option<Language>,
    find: Option<String>,
    organisation: Option<PathBuf>,
    /// Whether the first question was asked.
    looked: bool,
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
                    $( stringify!($name) => written(
                        &self.$name(read::<$ask>(name, ask)?).await.map_err(|problem| self.explained(problem))?,
                    ), )*
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
        Problem::here(Category::Internal, ProblemCode::Internal)
    })
}

#[allow(
    clippy::unused_async,
    reason = "the dispatch awaits every command alike, whether it has to wait or not"
)]
impl App {
    pub(crate) fn new(options: Options, wired: Wired) -> Self {
        let Wired { engine, tenant, clock, real, settings, system, lock } = wired;
        let launch = Launch {
            persona: options.practice.map(|persona| persona.unwrap_or_else(|| FIRST_PERSONA.to_owned())),
            language: options.language,
            find: options.find,
            organisation: options.organisation,
            looked: false,
        };
        Self {
            inner: Arc::new(Inner {
                engine,
                tenant,
                clock,
                opener: options.opener,
                real,
                documents: options.documents,
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

    fn engine(&self) -> &Engine {
        &self.inner.engine
    }

    fn language(&self) -> Language {
        let asked = self.launch().language;
        let managed = || match self.real().managed().language.as_deref() {
            Some("nl") => Some(Language::Nl),
            Some("en") => Some(Language::En),
            _ => None,
        };
        asked.or_else(|| self.settings().language()).or_else(managed).unwrap_or(self.inner.system)
    }

    fn explained(&self, problem: Problem) -> Problem {
        let session = self.real().entered().and_then(|entered| entered.session);
        match session {
            Some(session) => explained_by(&session, problem),
            None => problem,
        }
    }

    pub(crate) fn real(&self) -> &Real {
        &self.inner.real
    }

    /// The cloud of whoever is signed in for real; the global one otherwise.
    fn cloud(&self) -> CloudView {
        let entered = self.real().entered().and_then(|entered| entered.organisation);
        entered.map_or(CloudView::Global, |organisation| cloud_view(&organisation.cloud))
    }
}

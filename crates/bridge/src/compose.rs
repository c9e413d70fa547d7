//! Wiring: which transport stands behind which client, where things are kept. The one place that knows them all.

use std::fmt;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use entra::PracticeCredential;
use graph::{Endpoint, Graph, SystemTiming, Timing, TowerTransport};
use guest::Known;
use journal::{Journal, JournalError, OrganisationKind};
use practice::{Behaviour, Persona, Tenant};
use procedure::{Connection, Desk, Ids, RandomIds};

use crate::app::App;
use crate::settings::{Settings, Unusable};
use crate::view::Language;

/// Opens pages in the system's browser. What is opened was built here, from constants and checked ids.
pub trait Opener: Send + Sync {
    /// Opens the page, or says why not.
    fn open(&self, url: &str) -> Result<(), String>;
}

/// How the app was started.
pub struct Options {
    /// Where everything is kept; the system's place for it when absent.
    pub data_dir: Option<PathBuf>,
    /// `--practice[=persona]`: begin signed in to the practice organisation.
    pub practice: Option<Option<String>>,
    /// `--lang`: the language for this run.
    pub language: Option<Language>,
    /// `--find`: an address to look up at once.
    pub find: Option<String>,
    /// Opens pages.
    pub opener: Arc<dyn Opener>,
    /// The app's version.
    pub version: String,
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("practice", &self.practice)
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

/// Who one is when `--practice` names nobody: the persona who can repair most guests.
pub(crate) const FIRST_PERSONA: &str = "user-admin";

/// Why the app could not start, in words: there is no window to say it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartUpFailure {
    language: words::Language,
    what: words::StartUpFailure,
}

impl fmt::Display for StartUpFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words::start_up_failure(self.language, &self.what))
    }
}

impl std::error::Error for StartUpFailure {}

/// What a test may replace: the practice organisation, and where time and ids come from.
#[derive(Clone)]
pub struct Parts {
    /// The practice organisation.
    pub tenant: Tenant,
    /// Time and waiting.
    pub timing: Arc<dyn Timing>,
    /// Ids.
    pub ids: Arc<dyn Ids>,
}

impl fmt::Debug for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parts").finish_non_exhaustive()
    }
}

impl App {
    /// The app as it is shipped.
    pub fn compose(options: Options) -> Result<Self, StartUpFailure> {
        Self::compose_with(options, |folder| {
            let organisation = Tenant::built_in().map_err(|error| internal(&error))?;
            let tenant = Tenant::open(&folder.join("practice.json"), organisation, Behaviour::default())
                .map_err(|error| practice_state(folder, &error))?;
            Ok(Parts { tenant, timing: Arc::new(SystemTiming), ids: Arc::new(RandomIds) })
        })
    }

    /// The app with parts of the caller's own. `parts` gets the data folder, which is locked and ready by then.
    pub fn compose_with(
        options: Options,
        parts: impl FnOnce(&Path) -> Result<Parts, words::StartUpFailure>,
    ) -> Result<Self, StartUpFailure> {
        let system = system_language();
        let spoken = options.language.unwrap_or(system);
        Self::wire(options, system, parts).map_err(|what| StartUpFailure { language: word(spoken), what })
    }

    fn wire(
        options: Options,
        system: Language,
        parts: impl FnOnce(&Path) -> Result<Parts, words::StartUpFailure>,
    ) -> Result<Self, words::StartUpFailure> {
        let folder = match &options.data_dir {
            Some(folder) => folder.clone(),
            None => default_folder().ok_or_else(|| folder_trouble(Path::new("?")))?,
        };
        fs::create_dir_all(&folder).map_err(|_| folder_trouble(&folder))?;
        let lock = lock(&folder)?;
        let settings = Settings::read(&folder).map_err(|error| settings_trouble(&folder, &error))?;
        let journal =
            Journal::open(&folder.join("journal.db")).map_err(|error| journal_trouble(&folder, &error))?;
        let Parts { tenant, timing, ids } = parts(&folder)?;
        let desk = Desk::new(journal, Arc::clone(&timing), ids);
        Ok(Self::new(options, system, settings, desk, tenant, timing, lock))
    }
}

/// The practice organisation as one of its personas: in this process, no port, no network.
pub(crate) fn practice_connection(
    tenant: &Tenant,
    persona: &Persona,
    timing: &Arc<dyn Timing>,
) -> Connection {
    let transport = Arc::new(TowerTransport::new(tenant.clone()));
    let credential = Arc::new(PracticeCredential::new(&persona.key));
    Connection {
        graph: Graph::new(transport, credential, Endpoint::global(), Arc::clone(timing)),
        kind: OrganisationKind::Practice,
        scopes: persona.scopes.clone().map_or(Known::Unknown, Known::Is),
    }
}

fn default_folder() -> Option<PathBuf> {
    dirs::data_dir().map(|folder| folder.join("guest-mail-doctor"))
}

/// One instance for each folder: two must not go on with the same change.
fn lock(folder: &Path) -> Result<File, words::StartUpFailure> {
    let file = File::create(folder.join("lock")).map_err(|_| folder_trouble(folder))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => {
            Err(words::StartUpFailure::AlreadyRunning { path: folder.display().to_string() })
        }
        Err(TryLockError::Error(_)) => Err(folder_trouble(folder)),
    }
}

fn folder_trouble(folder: &Path) -> words::StartUpFailure {
    words::StartUpFailure::DataFolder { path: folder.display().to_string() }
}

fn settings_trouble(folder: &Path, error: &Unusable) -> words::StartUpFailure {
    let path = folder.join("settings.json").display().to_string();
    match error {
        Unusable::Newer => words::StartUpFailure::NewerData { path },
        Unusable::Damaged => words::StartUpFailure::DamagedData { path },
        Unusable::File(error) => {
            tracing::error!(%error, "the settings cannot be read");
            words::StartUpFailure::DataFolder { path }
        }
    }
}

fn journal_trouble(folder: &Path, error: &JournalError) -> words::StartUpFailure {
    let path = folder.join("journal.db").display().to_string();
    match error {
        JournalError::NewerSchema { .. } => words::StartUpFailure::NewerData { path },
        JournalError::NotAJournal { .. } | JournalError::Damaged { .. } => {
            words::StartUpFailure::DamagedData { path }
        }
        _ => words::StartUpFailure::DataFolder { path },
    }
}

fn practice_state(folder: &Path, error: &practice::StateError) -> words::StartUpFailure {
    tracing::error!(%error, "the practice organisation's state cannot be used");
    let path = folder.join("practice.json").display().to_string();
    match error {
        practice::StateError::Newer { .. } => words::StartUpFailure::NewerData { path },
        _ => words::StartUpFailure::DamagedData { path },
    }
}

fn internal(error: &dyn std::error::Error) -> words::StartUpFailure {
    words::StartUpFailure::Internal { reference: error.to_string() }
}

/// The system's language, or English when the app does not speak it.
fn system_language() -> Language {
    match words::Language::from_tag(&sys_locale::get_locale().unwrap_or_default()) {
        words::Language::Dutch => Language::Nl,
        words::Language::English => Language::En,
    }
}

/// The language of documents that is meant by a language of the window.
pub(crate) fn word(language: Language) -> words::Language {
    match language {
        Language::En => words::Language::English,
        Language::Nl => words::Language::Dutch,
    }
}

//! Wiring: which transport stands behind which client, where things are kept. The one place that knows them all.

use std::fmt;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clock::{Clock, SystemClock};
use entra::{KeyringStore, ManagedSettings, ManagedSettingsError, OrganisationError};
use internet::Internet;
use journal::{Journal, JournalError};
use practice::{Behaviour, Tenant};
use procedure::{Engine, Ids, RandomIds};

use crate::app::{App, Wired};
use crate::language::{system_language, word};
use crate::options::Options;
use crate::real::Real;
use crate::settings::{Settings, Unusable};
use crate::view::Language;

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
    pub clock: Arc<dyn Clock>,
    /// Ids.
    pub ids: Arc<dyn Ids>,
    /// The way to real organisations.
    pub internet: Internet,
    /// Where the key of a kept sign-in lies; the system's keyring when absent.
    pub keyring: Option<Arc<KeyringStore>>,
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
            let internet = Internet::new().map_err(|error| internal(&error))?;
            Ok(Parts {
                tenant,
                clock: Arc::new(SystemClock),
                ids: Arc::new(RandomIds),
                internet,
                keyring: None,
            })
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
        let place = options.managed.clone().unwrap_or_else(ManagedSettings::path);
        let managed = read_managed(&place).map_err(|error| managed_trouble(&place, &error))?;
        let Parts { tenant, clock, ids, internet, keyring } = parts(&folder)?;
        let engine = Engine::new(journal, Arc::clone(&clock), ids);
        let real = Real::new(internet, keyring, Arc::clone(&clock), &folder, managed.unwrap_or_default());
        Ok(Self::new(options, Wired { engine, tenant, clock, real, settings, system, lock }))
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

/// The managed settings, in a language the app has: one it has not must not pass for no choice of one.
fn read_managed(place: &Path) -> Result<Option<ManagedSettings>, ManagedSettingsError> {
    let managed = ManagedSettings::read(place)?;
    let language = managed.as_ref().and_then(|managed| managed.language.as_deref());
    match language {
        Some(tag) if words::Language::ALL.iter().all(|language| language.tag() != tag) => {
            Err(OrganisationError::Invalid { field: "language" }.into())
        }
        _ => Ok(managed),
    }
}

/// Settings that an administrator made and that cannot be understood stop the app: to go on without them could be
/// to do what they forbid.
fn managed_trouble(place: &Path, error: &ManagedSettingsError) -> words::StartUpFailure {
    tracing::error!(%error, "the managed settings cannot be used");
    let path = place.display().to_string();
    words::StartUpFailure::ManagedSettings { path }
}

fn internal(error: &dyn std::error::Error) -> words::StartUpFailure {
    words::StartUpFailure::Internal { reference: error.to_string() }
}

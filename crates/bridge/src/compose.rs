//! Wiring: which transport stands behind which client, where things are kept. The one place that knows them all.

use std::fmt;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use atomic_file::NotOurFile;
use clock::{Clock, SystemClock};
use entra::{AzureCli, KeyringStore, ManagedSettings, ManagedSettingsError, OrganisationError};
use internet::Internet;
use journal::{Journal, JournalError};
use practice::{Behaviour, Tenant};
use procedure::{Engine, Ids, RandomIds};
use surveys::{Surveys, SurveysError};
use words::{Language, UnknownLanguage};

use crate::app::{App, Wired};
use crate::authority::{self, EntraAuthority};
use crate::data_folder;
use crate::handed::{self, Inbox, NotHanded};
use crate::last_account::LastAccount;
use crate::options::Options;
use crate::recent::Recent;
use crate::record_head::RecordHead;
use crate::settings::{Preferences, Settings, SettingsError};

/// Why the app could not start, in words: there is no window to say it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartUpFailure {
    language: Language,
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
    /// Where the keys of a stored sign-in and of the head of the record lie; the system's keyring when absent.
    pub keyring: Option<Arc<KeyringStore>>,
    /// The Azure CLI that one may be signed in with; the one in the `PATH` when absent.
    pub azure_cli: Option<AzureCli>,
}

impl fmt::Debug for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parts").finish_non_exhaustive()
    }
}

impl App {
    /// The app as it is shipped.
    pub fn compose(options: Options) -> Result<Self, StartUpFailure> {
        Self::compose_with_keyring(options, None)
    }

    /// The app as it is shipped. Where another has the data folder already, its window gets the address or the hand-over
    /// file of these options, and nothing else of them; then there is no app here.
    pub fn start(options: Options) -> Result<Option<Self>, StartUpFailure> {
        let (find, file) = (options.find.clone(), options.file.clone());
        let failure = match Self::compose(options) {
            Ok(app) => return Ok(Some(app)),
            Err(failure) => failure,
        };
        let words::StartUpFailure::AlreadyRunning { path } = &failure.what else { return Err(failure) };
        let what = match handed::hand(Path::new(path), find.as_deref(), file.as_deref()) {
            Ok(()) => return Ok(None),
            Err(NotHanded::AddressTooLong) => words::StartUpFailure::AddressTooLong,
            Err(NotHanded::FileUnreadable(file)) => {
                words::StartUpFailure::HandOverFile { path: file.display().to_string() }
            }
            Err(NotHanded::NotTaken) => words::StartUpFailure::NotTaken { path: path.clone() },
        };
        Err(StartUpFailure { language: failure.language, what })
    }

    /// The app as it is shipped, with a keyring of the caller's own; the system's when absent.
    pub fn compose_with_keyring(
        options: Options,
        keyring: Option<Arc<KeyringStore>>,
    ) -> Result<Self, StartUpFailure> {
        Self::compose_with(options, |folder| {
            let internal = |error: &dyn std::error::Error| StartUpError::Internal(error.to_string());
            let organisation = Tenant::built_in().map_err(|error| internal(&error))?;
            let file = folder.join("practice.json");
            let tenant = Tenant::open(&file, organisation, Behaviour::default())
                .map_err(|error| StartUpError::Practice(file, error))?;
            let internet = Internet::new().map_err(|error| internal(&error))?;
            let (clock, ids) = (Arc::new(SystemClock), Arc::new(RandomIds));
            Ok(Parts { tenant, clock, ids, internet, keyring, azure_cli: None })
        })
    }

    /// The app with parts of the caller's own. `parts` gets the data folder, which is locked and ready by then.
    pub fn compose_with(
        options: Options,
        parts: impl FnOnce(&Path) -> Result<Parts, words::StartUpFailure>,
    ) -> Result<Self, StartUpFailure> {
        let system = Language::from_tag(&sys_locale::get_locale().unwrap_or_default());
        let spoken = options.language.unwrap_or(system);
        Self::wire(options, system, parts).map_err(|what| StartUpFailure { language: spoken, what })
    }

    fn wire(
        options: Options,
        system: Language,
        parts: impl FnOnce(&Path) -> Result<Parts, words::StartUpFailure>,
    ) -> Result<Self, words::StartUpFailure> {
        let folder = options.data_dir.clone().or_else(default_folder).ok_or(StartUpError::NoFolder)?;
        let no_folder = |error| StartUpError::Folder(folder.clone(), error);
        data_folder::prepare(&folder).map_err(no_folder)?;
        let lock = lock(&folder)?;
        let file = folder.join("settings.json");
        let settings = Settings::read(&folder).map_err(|error| StartUpError::Settings(file, error))?;
        let file = options.managed.clone().unwrap_or_else(ManagedSettings::path);
        let (managed, preset) = read_managed(&file).map_err(|error| StartUpError::Managed(file, error))?;
        let Parts { tenant, clock, ids, internet, keyring, azure_cli } = parts(&folder)?;
        let head = Box::new(RecordHead::new(&folder, keyring.clone()));
        let file = folder.join("journal.db");
        let journal =
            Journal::open_with_head(&file, head).map_err(|error| StartUpError::Journal(file, error))?;
        let file = folder.join("surveys.db");
        let surveys = Surveys::open(&file).map_err(|error| StartUpError::Surveys(file, error))?;
        let last_account = LastAccount::new(&folder);
        let (inbox, recent) = (Inbox::new(&folder), Recent::read(&folder));
        let preferences = Arc::new(Preferences::new(options.language, settings, preset, system));
        let entra = EntraAuthority::new(authority::Parts {
            internet,
            clock: Arc::clone(&clock),
            folder,
            managed,
            keyring,
            azure_cli: azure_cli.unwrap_or_default(),
            opener: Arc::clone(&options.opener),
            preferences: Arc::clone(&preferences),
        });
        let engine = Engine::with_authority(journal, Arc::clone(&clock), ids, entra).keeping_surveys(surveys);
        Ok(Self::new(
            options,
            Wired { engine, tenant, clock, preferences, last_account, inbox, recent, lock },
        ))
    }
}

fn default_folder() -> Option<PathBuf> {
    dirs::data_dir().map(|folder| folder.join("guest-mail-doctor"))
}

/// One instance for each folder: two must not go on with the same change.
fn lock(folder: &Path) -> Result<File, StartUpError> {
    let no_lock = |error: io::Error| {
        let what = if NotOurFile::is_behind(&error) { folder.join("lock") } else { folder.to_owned() };
        StartUpError::Folder(what, error)
    };
    let locked = data_folder::lock(folder).map_err(no_lock)?;
    locked.ok_or_else(|| StartUpError::AlreadyRunning(folder.to_owned()))
}

/// What kept the app from starting, and the file or folder it is about.
#[derive(Debug, thiserror::Error)]
enum StartUpError {
    #[error("this system has no folder for data")]
    NoFolder,
    #[error("the data folder {0:?} cannot be used")]
    Folder(PathBuf, #[source] io::Error),
    #[error("another instance has the data folder {0:?}")]
    AlreadyRunning(PathBuf),
    #[error("the settings {0:?} cannot be used")]
    Settings(PathBuf, #[source] SettingsError),
    #[error("the journal {0:?} cannot be used")]
    Journal(PathBuf, #[source] JournalError),
    #[error("the checks {0:?} cannot be used")]
    Surveys(PathBuf, #[source] SurveysError),
    /// To go on without what an administrator set could be to do what it forbids.
    #[error("the managed settings {0:?} cannot be used")]
    Managed(PathBuf, #[source] ManagedSettingsError),
    #[error("the state of the practice organisation {0:?} cannot be used")]
    Practice(PathBuf, #[source] practice::StateError),
    #[error("{0}")]
    Internal(String),
}

impl From<StartUpError> for words::StartUpFailure {
    fn from(error: StartUpError) -> Self {
        let source = std::error::Error::source(&error).map(ToString::to_string);
        // That another has the folder is no fault: its window gets what this start was given.
        if !matches!(error, StartUpError::AlreadyRunning(_)) {
            tracing::error!(%error, source, "the app cannot start");
        }
        let said = |path: PathBuf| path.display().to_string();
        match error {
            StartUpError::NoFolder => Self::DataFolder { path: "?".to_owned() },
            StartUpError::Folder(path, error) | StartUpError::Settings(path, SettingsError::File(error))
                if NotOurFile::is_behind(&error) =>
            {
                Self::NotYourOwn { path: said(path) }
            }
            StartUpError::Journal(_, JournalError::File { path, source })
            | StartUpError::Practice(path, practice::StateError::Io { source, .. })
                if NotOurFile::is_behind(&source) =>
            {
                Self::NotYourOwn { path: said(path) }
            }
            StartUpError::AlreadyRunning(path) => Self::AlreadyRunning { path: said(path) },
            StartUpError::Settings(path, SettingsError::Newer)
            | StartUpError::Journal(path, JournalError::NewerSchema { .. })
            | StartUpError::Surveys(path, SurveysError::Newer { .. })
            | StartUpError::Practice(path, practice::StateError::Newer { .. }) => {
                Self::NewerData { path: said(path) }
            }
            StartUpError::Settings(path, SettingsError::Damaged)
            | StartUpError::Journal(path, JournalError::NotAJournal { .. } | JournalError::Damaged { .. })
            | StartUpError::Surveys(path, SurveysError::NotOurs)
            | StartUpError::Practice(path, _) => Self::DamagedData { path: said(path) },
            StartUpError::Folder(path, _)
            | StartUpError::Settings(path, SettingsError::File(_))
            | StartUpError::Journal(path, _)
            | StartUpError::Surveys(path, _) => Self::DataFolder { path: said(path) },
            StartUpError::Managed(path, _) => Self::ManagedSettings { path: said(path) },
            StartUpError::Internal(reference) => Self::Internal { reference },
        }
    }
}

/// The managed settings, and the language they preset: one the app has not must not pass for no choice of one.
fn read_managed(place: &Path) -> Result<(ManagedSettings, Option<Language>), ManagedSettingsError> {
    let managed = ManagedSettings::read(place)?.unwrap_or_default();
    let preset = managed.language.as_deref().map(str::parse).transpose();
    let preset = preset.map_err(|_: UnknownLanguage| OrganisationError::Invalid { field: "language" })?;
    Ok((managed, preset))
}

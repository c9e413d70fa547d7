//! How the app was started.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use words::Language;

use crate::save_dialog::{SaveDialog, SaveInto};
use crate::window::{NoWindow, Window};

/// Opens pages in the system's browser. What is opened was built here, from constants and checked ids.
pub trait Opener: Send + Sync {
    /// Opens the page, or says why not.
    fn open(&self, url: &str) -> Result<(), String>;

    /// Opens the page one signs in at. Its address came from the discovery document of the organisation's own cloud,
    /// and was held to its host; the port may be any, for hosts of one's own.
    fn open_sign_in(&self, url: &str) -> Result<(), String>;

    /// Opens a new message in the mail program. It is a link of ours: an address of the organisation file, and a text.
    fn open_mail(&self, url: &str) -> Result<(), String>;

    /// Opens the data folder in the system's own window of files.
    fn open_folder(&self, folder: &Path) -> Result<(), String>;
}

/// How the app was started.
pub struct Options {
    /// Where everything is kept; the system's place for it when absent.
    pub data_dir: Option<PathBuf>,
    /// `--practice[=persona]`: begin signed in to the practice organisation.
    pub practice: Option<Option<String>>,
    /// `--organisation`: the organisation file to use in this run.
    pub organisation: Option<PathBuf>,
    /// The machine's managed settings; the system's place for them when absent.
    pub managed: Option<PathBuf>,
    /// Asks where files for people are to be kept.
    pub save_dialog: Box<dyn SaveDialog>,
    /// `--lang`: the language for this run.
    pub language: Option<Language>,
    /// `--find`: an address to look up at once.
    pub find: Option<String>,
    /// A hand-over file to open at once.
    pub file: Option<PathBuf>,
    /// The window the page is drawn in.
    pub window: Box<dyn Window>,
    /// Opens pages.
    pub opener: Arc<dyn Opener>,
    /// The app's version.
    pub version: String,
}

impl Options {
    /// Everything in this folder, the managed settings and what is saved as well, and nothing else asked for: whoever
    /// starts the app like this touches nothing of the machine it runs on. For tests and development hosts.
    #[must_use]
    pub fn in_folder(folder: &Path, opener: Arc<dyn Opener>) -> Self {
        Self {
            data_dir: Some(folder.to_owned()),
            practice: None,
            organisation: None,
            managed: Some(folder.join("managed.json")),
            save_dialog: Box::new(SaveInto(folder.join("documents"))),
            language: None,
            find: None,
            file: None,
            window: Box::new(NoWindow),
            opener,
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }
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

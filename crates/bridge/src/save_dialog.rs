//! Files for people: written where a person said, in a dialog of the system's, and nowhere else.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use async_trait::async_trait;
use atomic_file::Permissions;
use tokio::sync::Mutex;

use crate::problem::{AppProblem, unusable_file};
use crate::view::{Category, ProblemCode};

/// Asks a person where a file is to be kept. The page cannot answer it: what stands behind it is a dialog of the
/// system's, which asks before something is written over.
#[async_trait]
pub trait SaveDialog: Send + Sync {
    /// Where, beginning in this folder and with this name; None when they closed it without saying.
    async fn ask(&self, folder: &Path, name: &str) -> Option<PathBuf>;
}

/// Answers with this folder and the name that was suggested, as a person who presses Enter: for tests and development
/// hosts.
#[derive(Debug)]
pub struct SaveInto(pub PathBuf);

#[async_trait]
impl SaveDialog for SaveInto {
    async fn ask(&self, _folder: &Path, name: &str) -> Option<PathBuf> {
        let made = fs::create_dir_all(&self.0);
        made.is_ok().then(|| self.0.join(name))
    }
}

/// Writes files where the dialog's answer says; one question at a time, however often the page asks.
pub(crate) struct Saving {
    dialog: Box<dyn SaveDialog>,
    asking: Mutex<()>,
}

impl Saving {
    pub(crate) fn new(dialog: Box<dyn SaveDialog>) -> Self {
        Self { dialog, asking: Mutex::new(()) }
    }

    /// Asks where, and writes there, over what the person agreed to; answers where it is, or None when they closed the
    /// dialog: then nothing was written.
    pub(crate) async fn save(&self, name: &str, contents: &[u8]) -> Result<Option<PathBuf>, AppProblem> {
        let already = |_| AppProblem::here(Category::Refused, ProblemCode::SaveDialogOpen);
        let _asking = self.asking.try_lock().map_err(already)?;
        let Some(path) = self.dialog.ask(&folder(), name).await else { return Ok(None) };
        atomic_file::write(&path, contents, Permissions::Default)
            .map_err(|error| problem(&error, &path.display().to_string()))?;
        Ok(Some(path))
    }
}

/// Where the dialog begins: the person's folder for documents, or what there is of the kind.
fn folder() -> PathBuf {
    dirs::document_dir().or_else(dirs::download_dir).or_else(dirs::home_dir).unwrap_or_default()
}

fn problem(error: &io::Error, file: &str) -> AppProblem {
    tracing::error!(%error, "a file cannot be written");
    unusable_file(file)
}

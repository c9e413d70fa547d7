//! What the command line asked for, and what an earlier run left: done once, before the first command is answered.

use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use tokio::sync::OnceCell;

use super::{Answer, App};
use crate::handed::{self, Handed};
use crate::organisation;
use crate::problem::{AppProblem, unusable_file};
use crate::view::{Category, ProblemCode, UnreadableHandOver};

/// The launch.
pub(super) struct Launch {
    persona: Option<String>,
    organisation: Option<PathBuf>,
    find: Mutex<Option<String>>,
    file: Option<PathBuf>,
    done: OnceCell<()>,
    /// What went wrong, until it was said.
    problem: Mutex<Option<AppProblem>>,
}

impl Launch {
    pub(super) fn new(
        persona: Option<String>,
        organisation: Option<PathBuf>,
        find: Option<String>,
        file: Option<PathBuf>,
    ) -> Self {
        let (find, problem) = (Mutex::new(find), Mutex::default());
        Self { persona, organisation, find, file, done: OnceCell::new(), problem }
    }

    /// The address to be looked up at once, the first time it is asked for.
    pub(super) fn take_find(&self) -> Option<String> {
        self.find.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// What went wrong, the first time it is asked for: only then there is a window to say it in.
    pub(super) fn take_problem(&self) -> Option<AppProblem> {
        self.problem.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl App {
    /// Launches, unless that was done; whoever comes meanwhile waits for it. Each thing is tried once.
    pub(super) async fn launched(&self) {
        let launch = &self.inner.launch;
        launch
            .done
            .get_or_init(async || {
                self.inner.window.speaks(words::menu(self.language()));
                self.inner.window.zoom(self.inner.preferences.appearance().zoom);
                // Whether the file can be read has nothing to do with who signs in.
                let file = self.open_file();
                let problem = self.launch().await.and(file).err();
                *launch.problem.lock().unwrap_or_else(PoisonError::into_inner) = problem;
            })
            .await;
    }

    /// The hand-over file the start was given, for the window to open as if somebody had chosen it there.
    fn open_file(&self) -> Answer<()> {
        let Some(file) = &self.inner.launch.file else { return Ok(()) };
        let text = handed::read_file(file).map_err(|error| {
            if error.kind() == io::ErrorKind::FileTooLarge {
                let what = UnreadableHandOver::TooLarge;
                AppProblem::here(Category::BadInput, ProblemCode::HandOverUnreadable { what })
            } else {
                unusable_file(&file.display().to_string())
            }
        })?;
        self.inner.inbox.put_first(Handed::HandOver(text));
        Ok(())
    }

    async fn launch(&self) -> Answer<()> {
        // The window is up by now, and does not wait for it.
        let (engine, old) = (self.engine().clone(), self.old());
        tokio::spawn(async move {
            engine.record_condition().await;
            let Some(before) = old else { return };
            if let Err(problem) = engine.remove_old_changes(before).await {
                tracing::warn!(?problem, "old changes stay until the next start");
            }
        });
        let (engine, launch) = (self.engine(), &self.inner.launch);
        if let Some(managed) = organisation::managed(engine.authority().managed()) {
            engine.set_organisation(Some(managed));
            if launch.organisation.is_some() {
                return Err(AppProblem::here(Category::Refused, ProblemCode::OrganisationManaged));
            }
        } else {
            let configured = match &launch.organisation {
                Some(file) => Some(organisation::read_for_launch(file)?),
                None => organisation::stored(engine.authority().folder())?,
            };
            engine.set_organisation(configured);
        }
        if let Some(persona) = &launch.persona {
            return self.sign_in_as(persona).await;
        }
        engine.look_for_stored();
        Ok(())
    }
}

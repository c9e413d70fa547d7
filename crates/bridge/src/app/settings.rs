//! The commands about the window's look, and about the app itself.

use std::io;
use std::sync::PoisonError;

use journal::OrganisationKind;

use super::{Answer, App};
use crate::diagnostics::{Diagnostics, LastProblem, Place, Record};
use crate::permissions;
use crate::problem::{AppProblem, unusable_file};
use crate::role;
use crate::view::{Appearance, DataFolder, Nothing, ProblemCode, Reference, SetTheme, TextView, Zoom};

#[allow(
    clippy::unused_async,
    reason = "the dispatch awaits every command alike, whether it has to wait or not"
)]
impl App {
    pub(super) async fn set_theme(&self, ask: SetTheme) -> Answer<Appearance> {
        self.inner.preferences.set_theme(ask.theme).map_err(|error| not_kept(&error))?;
        Ok(self.inner.preferences.appearance())
    }

    pub(super) async fn zoom(&self, ask: Zoom) -> Answer<Appearance> {
        let appearance = self.inner.preferences.zoom(ask.step).map_err(|error| not_kept(&error))?;
        self.inner.window.zoom(appearance.zoom);
        Ok(appearance)
    }

    pub(super) async fn data_folder(&self, _: Nothing) -> Answer<DataFolder> {
        Ok(DataFolder { path: self.engine().authority().folder().display().to_string() })
    }

    pub(super) async fn diagnostic_report(&self, _: Nothing) -> Answer<TextView> {
        let (engine, preferences) = (self.engine(), &self.inner.preferences);
        let account = engine.account();
        let place = account.as_ref().map(|account| match account.kind {
            OrganisationKind::Practice => Place::Practice,
            OrganisationKind::Real => Place::Real(self.cloud().microsoft()),
        });
        let granted = |scopes: &Vec<String>| {
            let ours = permissions::names().into_iter();
            ours.filter(|name| permissions::is_granted(name, scopes)).collect()
        };
        let record = match (engine.history().await, engine.unfinished_changes().await) {
            (Ok(entries), Ok(unfinished)) => {
                Some(Record { changes: entries.len(), unfinished: unfinished.len() })
            }
            _ => None,
        };
        let report = Diagnostics {
            version: self.inner.version.clone(),
            webview: self.inner.window.webview(),
            language: self.language(),
            appearance: preferences.appearance(),
            place,
            way: engine.credentials().map(|credentials| credentials.method),
            role: account.as_ref().map(|account| role::of(&account.operator).kind),
            granted: account.as_ref().and_then(|account| account.operator.scopes.get().map(granted)),
            keeping: engine.authority().persistence(),
            read_only: engine.authority().managed().read_only,
            recent_kept: self.inner.recent.kept(),
            record: record.filter(|_| account.is_some()),
            condition: engine.record_condition().await,
            last_problem: self.last_problem(),
        };
        Ok(TextView { text: report.to_string() })
    }

    /// What went wrong last, as far as it is nobody's: its code, and what Microsoft's support asks for.
    pub(super) fn note_problem(&self, code: &ProblemCode, reference: Option<&Reference>) {
        let problem = LastProblem::of(code, reference, self.inner.clock.now());
        *self.inner.last_problem.lock().unwrap_or_else(PoisonError::into_inner) = Some(problem);
    }

    fn last_problem(&self) -> Option<LastProblem> {
        self.inner.last_problem.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

pub(super) fn not_kept(error: &io::Error) -> AppProblem {
    tracing::error!(%error, "the settings cannot be written");
    unusable_file("settings.json")
}

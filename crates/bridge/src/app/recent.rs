//! The commands about recent searches.

use procedure::Examination;

use super::{Answer, App};
use crate::problem::{AppProblem, unusable_file};
use crate::recent::{FILE, Person, Search};
use crate::view::{
    Category, ForgetGuest, ForgottenGuest, KeepRecent, Nothing, ProblemCode, RecentSearch, RecentSearches,
};

#[allow(clippy::unused_async, reason = "the dispatch awaits every command alike")]
impl App {
    pub(super) async fn recent(&self, _: Nothing) -> Answer<RecentSearches> {
        let person = self.person().ok_or_else(not_signed_in)?;
        let recent = &self.inner.recent;
        let view = |search: Search| RecentSearch {
            address: search.address,
            verdict: search.verdict,
            at: search.at.to_string(),
        };
        Ok(RecentSearches {
            kept: recent.kept(),
            searches: recent.of(&person).into_iter().map(view).collect(),
        })
    }

    pub(super) async fn keep_recent(&self, ask: KeepRecent) -> Answer<RecentSearches> {
        self.person().ok_or_else(not_signed_in)?;
        self.inner.recent.store(ask.kept).map_err(|error| not_written(&error))?;
        self.recent(Nothing {}).await
    }

    pub(super) async fn forget_recent(&self, _: Nothing) -> Answer<RecentSearches> {
        self.person().ok_or_else(not_signed_in)?;
        self.inner.recent.forget().map_err(|error| not_written(&error))?;
        self.recent(Nothing {}).await
    }

    pub(super) async fn forget_guest(&self, ask: ForgetGuest) -> Answer<ForgottenGuest> {
        let (address, changes) = self.engine().changes_of(&ask.address).await?;
        let listed = self.engine().forget_surveyed(&address).await? > 0;
        let address = address.as_str().to_owned();
        let searches = self.inner.recent.forget_guest(&address).map_err(|error| not_written(&error))?;
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Ok(ForgottenGuest { address, searches: number(searches), listed, changes: number(changes) })
    }

    /// A search was answered.
    pub(super) fn note_search(&self, look: &Examination, address: &str) {
        let Some(by) = self.person() else { return };
        let (address, verdict) = (address.to_owned(), look.diagnosis.verdict);
        self.inner.recent.note(Search { by, address, verdict, at: look.facts.now });
    }

    fn person(&self) -> Option<Person> {
        let account = self.engine().account()?;
        Some(Person { tenant: account.tenant_id.clone(), user: account.user_id.clone() })
    }
}

fn not_signed_in() -> AppProblem {
    AppProblem::here(Category::NotSignedIn, ProblemCode::NotSignedIn)
}

fn not_written(error: &std::io::Error) -> AppProblem {
    tracing::warn!(%error, "the recent searches cannot be written");
    unusable_file(FILE)
}

//! Reading the accounts, page by page.

use std::sync::atomic::Ordering;

use graph::{GraphProblem, GraphProblemKind, GuestPage, GuestQuery, UserOutline};
use guest::Member;

use super::engine::UnderWay;
use super::kept::{KeptState, text};
use super::{SurveyDepth, SurveyWay};
use crate::problem::{ErrorKind, Problem};
use crate::seen;

/// What an organisation's first domain ends with, by cloud (Microsoft Entra: "What is the initial onmicrosoft.com
/// domain?"; national clouds). User names of external accounts end in it.
const FIRST_DOMAINS: [&str; 3] = [".onmicrosoft.com", ".onmicrosoft.us", ".partner.onmschina.cn"];

/// Exchange makes this one beside the first; no user name ends in it.
const MAIL_DOMAIN: &str = ".mail.onmicrosoft.";

/// So many pages at most, of up to 999 accounts each: a list that goes on and on is no organisation.
const MOST_PAGES: usize = 10_000;

impl SurveyWay {
    /// The ways to ask, the cheapest first: what the server refuses is asked in the next one.
    const fn of(depth: SurveyDepth) -> &'static [Self] {
        match depth {
            SurveyDepth::Quick => &[Self::Candidates, Self::GuestsWithoutMail, Self::EveryGuest],
            SurveyDepth::Thorough => &[Self::EveryExternal, Self::EveryGuest],
        }
    }

    /// What is asked; none where the organisation's first domain, by which external accounts are known, is not.
    fn query(self, domains: &[String]) -> Option<GuestQuery> {
        let ends = || {
            let first = |it: &&String| {
                let it = it.to_ascii_lowercase();
                FIRST_DOMAINS.iter().any(|end| it.ends_with(end)) && !it.contains(MAIL_DOMAIN)
            };
            let ends: Vec<String> =
                domains.iter().filter(first).map(|domain| format!("#EXT#@{domain}")).collect();
            (!ends.is_empty()).then_some(ends)
        };
        Some(match self {
            Self::Candidates => GuestQuery::Candidates { ends: ends()? },
            Self::GuestsWithoutMail => GuestQuery::GuestsWithoutMail,
            Self::EveryExternal => GuestQuery::EveryExternal { ends: ends()? },
            Self::EveryGuest => GuestQuery::EveryGuest,
        })
    }
}

/// A page of the list, and what was asked for it.
struct Listed {
    way: SurveyWay,
    query: GuestQuery,
    page: GuestPage,
}

impl UnderWay {
    /// Reads the list from where it stands to its end. While the accounts of a page are looked at and kept, the next page
    /// is on its way.
    pub(super) async fn list(&self) -> Result<(), Problem> {
        if self.state(|state| state.listed) {
            return Ok(());
        }
        self.count().await?;
        let mut listed = self.page_to_go_on_with().await?;
        for _ in 0..MOST_PAGES {
            let (taken, following) = tokio::join!(self.take_in(&listed), self.page_after(&listed));
            taken?;
            self.arrived.notify_one();
            let Some(following) = following else { return Ok(()) };
            listed = match following {
                Ok(page) => Listed { page, ..listed },
                Err(problem) => self.begun_again_after(problem).await?,
            };
        }
        Err(ErrorKind::AnswerMalformed.into())
    }

    /// How many guests there are. The list goes on without it, but for what ends it anyway.
    async fn count(&self) -> Result<(), Problem> {
        if self.state(|state| state.total.is_some()) {
            return Ok(());
        }
        match self.signed_in.graph.count_of_guests(&self.cancel).await {
            Ok(count) => self.change(|state| state.total = count),
            Err(problem) if self.cancel.is_cancelled() => return Err(problem.into()),
            Err(problem) => tracing::info!(%problem, "how many guests there are is not known"),
        }
        Ok(())
    }

    /// The page at which the list stands: the one that was named last, or else the first.
    async fn page_to_go_on_with(&self) -> Result<Listed, Problem> {
        let (way, next) = self.state(|state| (state.way, state.next.clone()));
        let (Some(way), Some(next)) = (way, next) else { return self.first_page().await };
        let Some(query) = way.query(&self.domains()) else {
            self.begin_list_again();
            return self.first_page().await;
        };
        match self.signed_in.graph.guests_page(&query, Some(&next), &self.cancel).await {
            Ok(page) => Ok(Listed { way, query, page }),
            Err(problem) => self.begun_again_after(problem).await,
        }
    }

    /// The page that this one names; none after the last.
    async fn page_after(&self, listed: &Listed) -> Option<Result<GuestPage, GraphProblem>> {
        let next = listed.page.next.as_ref()?;
        Some(self.signed_in.graph.guests_page(&listed.query, Some(next), &self.cancel).await)
    }

    fn domains(&self) -> Vec<String> {
        self.signed_in.account.domains.get().cloned().unwrap_or_default()
    }

    /// A continuation does not live for ever, and for how long is documented nowhere: the list is begun again, once. Whoever
    /// was looked at by then is not looked at again.
    async fn begun_again_after(&self, problem: GraphProblem) -> Result<Listed, Problem> {
        if !is_refused(&problem) || self.begun_again.swap(true, Ordering::AcqRel) {
            return Err(problem.into());
        }
        tracing::info!(%problem, "the list of guests is begun again");
        self.begin_list_again();
        self.first_page().await
    }

    /// The first page, in the first way that the server takes.
    async fn first_page(&self) -> Result<Listed, Problem> {
        let domains = self.domains();
        let graph = &self.signed_in.graph;
        let mut refused = None;
        for way in SurveyWay::of(self.state(|state| state.depth)) {
            let Some(query) = way.query(&domains) else { continue };
            match graph.guests_page(&query, None, &self.cancel).await {
                Err(problem) if is_refused(&problem) => {
                    tracing::info!(?way, %problem, "the server does not answer this question about guests");
                    refused = Some(problem);
                }
                page => return Ok(Listed { way: *way, page: page?, query }),
            }
        }
        // The last of the ways needs no domain, so that one was refused.
        Err(refused.map_or_else(|| ErrorKind::ServerRefused.into(), Problem::from))
    }

    fn begin_list_again(&self) {
        self.change(|state| {
            state.next = None;
            state.way = None;
            state.read = 0;
        });
    }

    /// Keeps whom of a page is worth a second look, and where the list goes on, in one go.
    async fn take_in(&self, listed: &Listed) -> Result<(), Problem> {
        let Listed { way, page, .. } = listed;
        let accounts = page.accounts(may_lack_something, &self.cancel).await?;
        let now = self.clock.now();
        let read = u64::try_from(accounts.read).unwrap_or(u64::MAX);
        let worth = accounts.users.iter().filter(|user| {
            let user = seen::user(user);
            guest::member(&user) == Member::Guest && guest::is_worth_a_look(&user, now)
        });
        let worth: Vec<(String, String)> = worth.map(|user| (user.id.clone(), text(user))).collect();
        let _one_after_another = self.writing.lock().await;
        let come_further = |state: &mut KeptState| {
            state.way = Some(*way);
            state.seen = Some(now);
            state.read = state.read.saturating_add(read);
            state.next.clone_from(&page.next);
            state.listed = page.next.is_none();
            if matches!(way, SurveyWay::EveryGuest | SurveyWay::EveryExternal) && page.count.is_some() {
                state.total = page.count;
            }
        };
        let new = self.surveys.add(&self.id, worth, &self.text_with(come_further)).await?;
        let new = u64::try_from(new).unwrap_or_default();
        self.change(|state| {
            come_further(state);
            state.found = state.found.saturating_add(new);
        });
        Ok(())
    }
}

/// Whether the rules have to be asked about an account. Of nearly all of a long list a few properties show that nothing is
/// wrong; the rest of those is not even read.
fn may_lack_something(account: &UserOutline<'_>) -> bool {
    let (enabled, state) = (account.account_enabled(), account.external_user_state());
    !guest::is_plainly_in_order(account.mail(), account.proxy_addresses(), enabled, state)
}

/// Whether the server finds the question wrong, so that it is asked in another way.
fn is_refused(problem: &graph::GraphProblem) -> bool {
    matches!(problem.kind, GraphProblemKind::BadRequest { .. })
}

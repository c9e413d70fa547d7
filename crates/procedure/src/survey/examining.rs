//! The second look: who owns their addresses, and which groups they are in, of twenty guests at a time.

use std::collections::HashSet;
use std::sync::atomic::Ordering;
use std::time::Duration;

use futures_util::future::join_all;
use graph::{GraphProblem, GraphProblemKind};
use guest::{Lookup, Owner, Primary};
use surveys::Found;
use tokio::time::{Instant, timeout_at};

use super::engine::UnderWay;
use super::kept::{KeptState, read, row, text};
use super::{SinceLast, SurveyedGuest};
use crate::examination::owners_of;
use crate::problem::Problem;
use crate::seen;

/// So many guests in one look: their groups are one batch, and who owns their addresses is mostly another.
const AT_ONCE: usize = 20;

/// How long is waited for so many, while the list goes on: a look at one guest asks as much of the server as a look at twenty.
const GATHERING: Duration = Duration::from_secs(1);

/// So many spellings of addresses in one look: above that many the client leaves some unasked.
const MOST_SPELLINGS: usize = 240;

/// So many looks side by side while the server says nothing of its limits.
const SIDE_BY_SIDE: usize = 4;

/// From here on, one at a time: the hint says that the limit is nearly used (Microsoft Graph: throttling limits, identity
/// and access: it is told from 0.8).
const NEARLY_USED: f64 = 0.9;

/// Somebody who waits for a second look.
struct Waiting {
    id: String,
    /// None where what was kept of them cannot be read.
    user: Option<guest::User>,
}

impl UnderWay {
    /// Looks at everybody who waits, and at whoever comes until the list is at its end.
    pub(super) async fn examine(&self) -> Result<(), Problem> {
        let mut until = None;
        loop {
            let most = u32::try_from(AT_ONCE * self.side_by_side()).unwrap_or(u32::MAX);
            // Before it is looked who waits: a list that ends in between has brought somebody.
            let nobody_comes = self.list_ended.load(Ordering::Acquire);
            let waiting = self.surveys.waiting(&self.id, most).await?;
            if waiting.is_empty() {
                if nobody_comes {
                    return Ok(());
                }
                self.arrived.notified().await;
                continue;
            }
            if waiting.len() < AT_ONCE && !nobody_comes {
                let until = *until.get_or_insert_with(|| Instant::now() + GATHERING);
                if timeout_at(until, self.arrived.notified()).await.is_ok() {
                    continue;
                }
            }
            until = None;
            let waiting = waiting.into_iter().map(|(id, listed)| {
                let user = read::<graph::User>(&listed).map(|user| seen::user(&user));
                Waiting { id, user }
            });
            let all = portions(waiting.collect()).into_iter().map(|some| self.examine_some(some));
            // Each to its end, also beside one that failed: what was read is kept.
            join_all(all).await.into_iter().collect::<Result<(), _>>()?;
        }
    }

    /// How many looks side by side: fewer, the nearer the limit.
    fn side_by_side(&self) -> usize {
        match self.signed_in.graph.limits().used {
            None => SIDE_BY_SIDE,
            Some(used) if used < NEARLY_USED => SIDE_BY_SIDE / 2,
            Some(_) => 1,
        }
    }

    async fn examine_some(&self, waiting: Vec<Waiting>) -> Result<(), Problem> {
        let ids: Vec<String> = waiting.iter().map(|it| it.id.clone()).collect();
        let (owners, groups) =
            tokio::join!(self.owners(&waiting), self.signed_in.graph.group_names(&ids, &self.cancel));
        let (owners, groups) = (owners?, groups?);
        let now = self.clock.now();
        let mut rows = Vec::new();
        let mut found = Vec::with_capacity(waiting.len());
        for (waiting, groups) in waiting.into_iter().zip(groups) {
            if let Some(problem) = groups.as_ref().err().filter(|problem| ends_survey(problem)) {
                return Err(problem.clone().into());
            }
            let wrong = waiting.user.as_ref().and_then(|user| {
                let found = guest::surveyed(user, owners.clone(), now)?;
                Some(self.compared(row(user, found, names(groups))))
            });
            found.push(Found { guest: waiting.id, result: wrong.as_ref().map(text) });
            rows.extend(wrong);
        }
        let _one_after_another = self.writing.lock().await;
        let examined = u64::try_from(found.len()).unwrap_or_default();
        let come_further = |state: &mut KeptState| {
            state.seen = Some(now);
            state.examined = state.examined.saturating_add(examined);
        };
        self.surveys.settle(&self.id, found, &self.text_with(come_further)).await?;
        self.current.put(&self.id, rows);
        self.change(come_further);
        Ok(())
    }

    /// Who owns the addresses of those without a main one. Nothing is asked where there is nothing to ask.
    async fn owners(&self, waiting: &[Waiting]) -> Result<Lookup<Owner>, Problem> {
        let users = waiting.iter().filter_map(|it| it.user.as_ref());
        let spellings = spellings(users);
        if spellings.is_empty() {
            return Ok(Lookup::complete(Vec::new()));
        }
        let owners = self.signed_in.graph.owners(&spellings, &self.cancel).await?;
        let failed = owners.users.failed.values().chain(owners.contacts.failed.values());
        if let Some(problem) = failed.chain(owners.groups.failed.values()).find(|it| ends_survey(it)) {
            return Err(problem.clone().into());
        }
        Ok(owners_of(&owners))
    }

    /// Whether the survey before listed them, where there was one.
    fn compared(&self, row: SurveyedGuest) -> SurveyedGuest {
        let new = self.held(|held| held.before.as_ref().map(|before| !before.listed.contains(&row.id)));
        SurveyedGuest { new: new.flatten(), ..row }
    }

    /// How it compares with the one before: whoever was listed then and is not now was repaired, where that is seen.
    pub(super) async fn compare(&self) -> Result<(), Problem> {
        let Some(Some(before)) = self.held(|held| held.before.clone()) else { return Ok(()) };
        let (new, gone) = self
            .held(|held| {
                let new = held.rows().filter(|row| row.new == Some(true)).count();
                let gone = before.listed.iter().filter(|id| held.row(id).is_none());
                (new, gone.cloned().collect::<Vec<_>>())
            })
            .unwrap_or_default();
        let mut repaired = 0_u64;
        for ids in gone.chunks(AT_ONCE) {
            for user in self.signed_in.graph.users_in_survey(ids, &self.cancel).await? {
                let user = match user {
                    Ok(user) => user.map(|user| seen::user(&user)),
                    Err(problem) if ends_survey(&problem) => return Err(problem.into()),
                    Err(_) => None,
                };
                let has_main = |user: guest::User| {
                    matches!(user.primary(), Primary::Present(_) | Primary::Differing { .. })
                };
                repaired += u64::from(user.is_some_and(has_main));
            }
        }
        let new = u64::try_from(new).unwrap_or_default();
        self.change(|state| state.since = Some(SinceLast { at: before.started, new, repaired }));
        Ok(())
    }
}

/// As many looks as it takes: each of at most so many guests with at most so many addresses.
fn portions(waiting: Vec<Waiting>) -> Vec<Vec<Waiting>> {
    let mut portions: Vec<Vec<Waiting>> = Vec::new();
    let mut spelt = 0;
    for one in waiting {
        let spellings = spellings(one.user.iter()).len();
        let fits = |some: &&mut Vec<Waiting>| some.len() < AT_ONCE && spelt + spellings <= MOST_SPELLINGS;
        if let Some(some) = portions.last_mut().filter(fits) {
            spelt += spellings;
            some.push(one);
        } else {
            spelt = spellings;
            portions.push(vec![one]);
        }
    }
    portions
}

/// Every spelling of the addresses whose owners decide why there is no main one, each once.
fn spellings<'a>(users: impl IntoIterator<Item = &'a guest::User>) -> Vec<String> {
    let mut once = HashSet::new();
    let addresses = guest::addresses_in_doubt(users);
    addresses.iter().flat_map(guest::Address::spellings).filter(|it| once.insert(it.clone())).collect()
}

fn names(groups: Result<Vec<graph::Group>, GraphProblem>) -> Option<Vec<String>> {
    let mut names: Vec<String> = groups
        .inspect_err(|problem| tracing::info!(%problem, "the groups of a guest were not read"))
        .ok()?
        .iter()
        .map(|group| seen::group(group).name())
        .collect();
    names.sort_by_cached_key(|name| guest::by_name(name));
    Some(names)
}

/// Whether a part that was not answered stops the whole: what may be answered a little later, or after a new sign-in, must
/// not be called unknown. What is refused for good is.
fn ends_survey(problem: &GraphProblem) -> bool {
    match &problem.kind {
        GraphProblemKind::Cancelled
        | GraphProblemKind::Throttled
        | GraphProblemKind::Unavailable { .. }
        | GraphProblemKind::Unreachable
        | GraphProblemKind::NotSignedIn
        | GraphProblemKind::Unauthorised
        | GraphProblemKind::StepUpRequired { .. } => true,
        GraphProblemKind::BadInput { .. }
        | GraphProblemKind::BadRequest { .. }
        | GraphProblemKind::Conflict { .. }
        | GraphProblemKind::AlreadyReferenced
        | GraphProblemKind::InvalidReference
        | GraphProblemKind::MasteredElsewhere
        | GraphProblemKind::NotInvitable { .. }
        | GraphProblemKind::PreconditionFailed
        | GraphProblemKind::TracingNotSetUp
        | GraphProblemKind::Refused { .. }
        | GraphProblemKind::NotFound
        | GraphProblemKind::AnswerLost
        | GraphProblemKind::Malformed
        | GraphProblemKind::TooLarge
        | GraphProblemKind::ForeignHost => false,
    }
}

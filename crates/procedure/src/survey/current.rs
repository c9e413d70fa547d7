//! The survey under way, or the one that was kept: whom it found, and the news of it.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use surveys::{Kept, Owner};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use super::kept::{self, KeptState};
use super::{Survey, SurveyNews, SurveyPhase, SurveyedGuest};
use crate::long_poll::LONGEST;
use crate::problem::Problem;

/// The most guests of one piece of news: some hundred kilobytes, which a window takes in without a pause.
const MOST_AT_ONCE: usize = 500;

/// The survey of whoever is signed in.
#[derive(Debug)]
pub(crate) struct CurrentSurvey {
    held: Mutex<Option<Held>>,
    sequence: watch::Sender<u32>,
}

impl Default for CurrentSurvey {
    fn default() -> Self {
        // Whoever asks with 0 knows nothing yet, and is answered at once.
        Self { held: Mutex::default(), sequence: watch::Sender::new(1) }
    }
}

/// What is known of one survey.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) id: String,
    pub(super) owner: Owner,
    pub(super) state: KeptState,
    pub(super) problem: Option<Problem>,
    /// For how many seconds the server asked to wait.
    pub(super) wait: Option<u64>,
    /// Ends what is under way; what was read until then is kept.
    pub(super) cancel: CancellationToken,
    /// Which run it is, counted from the first: one that was paused may end after the next began.
    pub(super) run: u32,
    /// Whom the survey before listed, and when it began; none without one.
    pub(super) before: Option<Before>,
    rows: HashMap<String, (u32, SurveyedGuest)>,
    /// The rows by the sequence number at which each changed last.
    order: BTreeMap<u32, String>,
}

/// The survey before, as far as it is needed.
#[derive(Debug, Clone)]
pub(super) struct Before {
    pub(super) started: jiff::Timestamp,
    pub(super) listed: HashSet<String>,
}

impl Held {
    pub(super) fn begun(id: String, owner: Owner, state: KeptState, before: Option<Before>) -> Self {
        let cancel = CancellationToken::new();
        let (rows, order) = (HashMap::new(), BTreeMap::new());
        Self { id, owner, state, problem: None, wait: None, cancel, run: 0, before, rows, order }
    }

    /// What is to be compared with, once another begins.
    pub(super) fn as_before(&self) -> Before {
        Before { started: self.state.started, listed: self.rows.keys().cloned().collect() }
    }

    pub(super) fn survey(&self) -> Survey {
        let state = &self.state;
        let seconds = Duration::from_millis(state.worked).as_secs();
        Survey {
            id: self.id.clone(),
            depth: state.depth,
            phase: state.phase,
            way: state.way,
            started: state.started,
            seen: state.seen,
            seconds,
            total: state.total,
            read: state.read,
            found: state.found,
            examined: state.examined,
            seconds_left: seconds_left(state),
            wait: self.wait,
            problem: self.problem.clone(),
            since: state.since,
        }
    }

    pub(super) fn row(&self, guest: &str) -> Option<&SurveyedGuest> {
        self.rows.get(guest).map(|(_, row)| row)
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &SurveyedGuest> {
        self.rows.values().map(|(_, row)| row)
    }
}

/// How long what is left takes, by how long what was done took: of the second looks once the list is there, of the list
/// before. None before there is anything to go by.
fn seconds_left(state: &KeptState) -> Option<u64> {
    if state.phase != SurveyPhase::Running {
        return None;
    }
    let (done, all) = if state.listed { (state.examined, state.found) } else { (state.read, state.total?) };
    if done == 0 || state.worked == 0 {
        return None;
    }
    let left = u128::from(state.worked) * u128::from(all.saturating_sub(done)) / u128::from(done);
    Some(u64::try_from(left.div_ceil(1000)).unwrap_or(u64::MAX))
}

impl CurrentSurvey {
    fn held(&self) -> MutexGuard<'_, Option<Held>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks at it, where it is this owner's.
    pub(super) fn with<T>(&self, owner: &Owner, at: impl FnOnce(&Held) -> T) -> Option<T> {
        self.held().as_ref().filter(|held| held.owner == *owner).map(at)
    }

    /// Changes it, where it is the one of this id, and tells.
    pub(super) fn change<T>(&self, id: &str, how: impl FnOnce(&mut Held) -> T) -> Option<T> {
        let done = self.held().as_mut().filter(|held| held.id == id).map(how);
        self.tell();
        done
    }

    /// Puts another in its place; what was under way ends.
    pub(super) fn replace(&self, new: Option<Held>) {
        let old = std::mem::replace(&mut *self.held(), new);
        if let Some(old) = old {
            old.cancel.cancel();
        }
        self.tell();
    }

    /// Takes over what was kept of an earlier start of the app: nothing of it is under way.
    pub(super) fn take_over(&self, owner: &Owner, kept: Kept) {
        let Some(mut state) = kept::read::<KeptState>(&kept.state) else { return };
        if state.phase == SurveyPhase::Running {
            state.phase = SurveyPhase::Paused;
        }
        // Counted anew: what was kept last says it exactly.
        let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        (state.examined, state.found) = (count(kept.examined), count(kept.examined + kept.waiting));
        let before = kept.before.and_then(|(state, found)| {
            let started = kept::read::<KeptState>(&state)?.started;
            Some(Before { started, listed: found.into_iter().map(|(guest, _)| guest).collect() })
        });
        let held = Held::begun(kept.id.clone(), owner.clone(), state, before);
        self.replace(Some(held));
        let rows = kept.found.iter().filter_map(|(_, text)| kept::read(text)).collect();
        self.put(&kept.id, rows);
    }

    /// Puts rows in, or in the place of what stood there of the same guests.
    pub(super) fn put(&self, id: &str, rows: Vec<SurveyedGuest>) {
        let mut held = self.held();
        let Some(held) = held.as_mut().filter(|held| held.id == id) else { return };
        self.sequence.send_modify(|sequence| {
            for row in rows {
                *sequence = sequence.wrapping_add(1);
                if let Some((old, _)) = held.rows.remove(&row.id) {
                    held.order.remove(&old);
                }
                held.order.insert(*sequence, row.id.clone());
                held.rows.insert(row.id.clone(), (*sequence, row));
            }
        });
    }

    /// Takes one guest out.
    pub(super) fn remove(&self, guest: &str) {
        if let Some(held) = self.held().as_mut()
            && let Some((old, _)) = held.rows.remove(guest)
        {
            held.order.remove(&old);
        }
        self.tell();
    }

    fn tell(&self) {
        self.sequence.send_modify(|sequence| *sequence = sequence.wrapping_add(1));
    }

    /// Waits until something happened after `seen`, or the poll's time is over; not at all with 0, or where another survey
    /// is here than the one asked about. Then what changed since.
    pub(super) async fn after(&self, owner: &Owner, id: Option<&str>, seen: u32) -> SurveyNews {
        let known = self.with(owner, |held| held.id.clone());
        if seen != 0 && known.as_deref() == id {
            let mut updates = self.sequence.subscribe();
            let newer = updates.wait_for(|sequence| *sequence != seen);
            // The sender lives as long as this does, so that the wait ends with an update or with the time.
            let _ = tokio::time::timeout(LONGEST, newer).await;
        }
        self.since(owner, id, seen)
    }

    fn since(&self, owner: &Owner, id: Option<&str>, seen: u32) -> SurveyNews {
        let held = self.held();
        let now = *self.sequence.borrow();
        let Some(held) = held.as_ref().filter(|held| held.owner == *owner) else {
            return SurveyNews { sequence: now, survey: None, guests: Vec::new(), more: false };
        };
        let seen = if id == Some(held.id.as_str()) { seen } else { 0 };
        let mut newer = held.order.range(seen.saturating_add(1)..);
        let mut sequence = now;
        let mut guests = Vec::new();
        for (at, guest) in newer.by_ref().take(MOST_AT_ONCE) {
            sequence = *at;
            guests.extend(held.row(guest).cloned());
        }
        let more = newer.next().is_some();
        SurveyNews { sequence: if more { sequence } else { now }, survey: Some(held.survey()), guests, more }
    }
}

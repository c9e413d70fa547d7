//! From a confirmed plan to the end of its change.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use journal::{BatchId, ChangeId};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::change_result::ChangeResult;
use crate::checkpoint::{Checkpoint, payload};
use crate::engine::{Engine, State};
use crate::execution::{Execution, Subject};
use crate::plan::Plan;
use crate::plan_kind::Origin;
use crate::problem::{ErrorKind, Problem};
use crate::progress::{Progress, ProgressFeed};
use crate::remedy::Work;
use crate::runner::carry_out;
use crate::session::Authority;
use crate::signed_in::SignedIn;

/// A plan that was confirmed, and what its change is called and told by.
pub(crate) struct Confirmed {
    pub(crate) plan: Plan,
    pub(crate) change: Uuid,
    /// The batch it is part of.
    pub(crate) batch: Option<BatchId>,
    pub(crate) reason: Option<String>,
    pub(crate) cancel: CancellationToken,
    /// Where its steps are told.
    pub(crate) feed: Arc<ProgressFeed>,
}

impl<A: Authority> Engine<A> {
    /// Carries a plan out; the answer is the change's id, the rest is told by [`Engine::watch`].
    pub async fn confirm(
        &self,
        plan: Uuid,
        typed: Option<&str>,
        reason: Option<String>,
    ) -> Result<Uuid, Problem> {
        let cancel = CancellationToken::new();
        let (signed_in, plan, id) = {
            let mut state = self.state();
            let signed_in = state.signed_in()?;
            state.nothing_running()?;
            let plan = state.plans.take(plan, &*self.clock, typed)?;
            let id = match plan.origin {
                Origin::Continues(change) => change.as_uuid(),
                Origin::New | Origin::Undoes(_) => self.ids.next(),
            };
            state.running.insert(id, cancel.clone());
            (signed_in, plan, id)
        };
        // Dropped at the end whatever happens, even a panic, so that the account is not blocked for ever.
        let running = Running { state: Arc::clone(&self.state), change: id };
        let (from, takes_back) = match plan.origin {
            Origin::Continues(change) => {
                let record = self.sound_record(change).await?;
                (Checkpoint::of(&record), record.begun.undoes)
            }
            Origin::New => (Checkpoint::default(), None),
            Origin::Undoes(change) => (Checkpoint::default(), Some(change)),
        };
        // A plan without work gets no id, so that it is never confirmed.
        let work = plan.work.clone().ok_or(ErrorKind::PlanStale)?;
        let (reason, feed) = (given(reason), Arc::clone(&self.feed));
        let confirmed = Confirmed { plan, change: id, batch: None, reason, cancel, feed };
        let execution = self.execution(signed_in, confirmed, takes_back, &work, &from);
        self.spawn(execution, work, from, running);
        Ok(id)
    }

    /// The change as it begins, or as it is gone on with.
    pub(crate) fn execution(
        &self,
        signed_in: Arc<SignedIn>,
        confirmed: Confirmed,
        takes_back: Option<ChangeId>,
        work: &Work,
        from: &Checkpoint,
    ) -> Execution {
        let Confirmed { plan, change, batch, reason, cancel, feed } = confirmed;
        Execution {
            signed_in,
            journal: self.journal.clone(),
            clock: Arc::clone(&self.clock),
            feed,
            cancel,
            id: ChangeId::from(change),
            effects: Mutex::new(from.effects().clone()),
            link: Mutex::default(),
            subject: Subject {
                kind: plan.kind,
                origin: plan.origin,
                takes_back,
                account: work.procedure().account().map(str::to_owned),
                guest_name: plan.guest_name,
                searched: plan.searched,
                group: plan.group,
                requests: payload(work),
            },
            reason,
            batch,
        }
    }

    fn spawn(&self, execution: Execution, work: Work, from: Checkpoint, running: Running<A>) {
        let change = running.change;
        let steps = work.procedure().steps();
        self.feed.begin(Progress::new(change, &execution.subject, &steps));
        let engine = self.clone();
        tokio::spawn(async move {
            let ended = engine.carry_to_end(&execution, &work, &from).await;
            drop(running);
            engine.feed.end(change, ended);
        });
    }

    /// Carries a change out to whatever end. Whoever it was about stands in the list of a survey as they were seen then.
    pub(crate) async fn carry_to_end(
        &self,
        execution: &Execution,
        work: &Work,
        from: &Checkpoint,
    ) -> ChangeResult {
        let ended = carry_out(execution, work, from).await;
        if let Some(problem) = &ended.problem {
            let mut state = self.state();
            state.session.note(execution.signed_in.generation, problem);
            let takes_back = execution.subject.takes_back;
            if let Some(change) = takes_back.filter(|_| problem.ends_way_back()) {
                state.gone.insert(change.as_uuid());
            }
        }
        if let (Some(account), Some(seen)) = (&execution.subject.account, &ended.examination) {
            self.note_in_survey(&execution.signed_in, account, seen).await;
        }
        ended.without_ways_that_are_gone(self.state().gone.contains(&execution.id.as_uuid()))
    }
}

/// A reason that says something.
pub(crate) fn given(reason: Option<String>) -> Option<String> {
    reason.map(|reason| reason.trim().to_owned()).filter(|reason| !reason.is_empty())
}

/// A change or a batch under way, for as long as it is: the account is free again when this is dropped.
pub(crate) struct Running<A: Authority> {
    pub(crate) state: Arc<Mutex<State<A>>>,
    pub(crate) change: Uuid,
}

impl<A: Authority> Running<A> {
    fn state(&self) -> MutexGuard<'_, State<A>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<A: Authority> Drop for Running<A> {
    fn drop(&mut self) {
        self.state().running.remove(&self.change);
    }
}

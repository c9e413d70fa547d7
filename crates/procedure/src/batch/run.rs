//! A confirmed batch: one guest after another, each planned at again, compared with what was promised, and changed as when
//! they are changed by themselves.

use std::sync::Arc;

use journal::{BatchId, ChangeId};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::feed::GuestEnd;
use super::guest_plan::{GuestPlan, is_as_promised, plan_for};
use super::{BatchPhase, BatchPlan, PlannedGuest, WhyLeftOut};
use crate::checkpoint::Checkpoint;
use crate::confirmation::{Confirmed, Running, given};
use crate::engine::Engine;
use crate::outcome::Outcome;
use crate::problem::{Category, ErrorKind, Problem};
use crate::session::Authority;
use crate::signed_in::SignedIn;

/// After so many failures in a row it is asked whether to go on: what is wrong is likely wrong for all of them.
const FAILURES_IN_A_ROW: usize = 3;

impl<A: Authority> Engine<A> {
    /// Carries a plan for many guests out; the answer is the batch's id, the rest is told by [`Engine::watch_batch`].
    /// For as long as it is under way no other change is: it counts as one.
    ///
    /// # Errors
    /// Another change is under way; the plan was used or is not valid any more; the number that was typed differs.
    pub fn confirm_batch(
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
            let plan = state.plans.take_batch(plan, &*self.clock, typed)?;
            let id = self.ids.next();
            state.running.insert(id, cancel.clone());
            (signed_in, plan, id)
        };
        self.batches.begin(id, &plan);
        let running = Running { state: Arc::clone(&self.state), change: id };
        let batch = Batch { engine: self.clone(), signed_in, id, plan, reason: given(reason), cancel };
        tokio::spawn(async move {
            let _told = Told { engine: batch.engine.clone(), batch: id };
            let phase = batch.go_through().await;
            drop(running);
            batch.engine.batches.end(id, phase);
        });
        Ok(id)
    }
}

/// However a batch ends, even by a panic, it is not told to be under way for ever.
struct Told<A: Authority> {
    engine: Engine<A>,
    batch: Uuid,
}

impl<A: Authority> Drop for Told<A> {
    fn drop(&mut self) {
        self.engine.batches.end(self.batch, BatchPhase::Stopped);
    }
}

/// A batch under way.
struct Batch<A: Authority> {
    engine: Engine<A>,
    signed_in: Arc<SignedIn>,
    id: Uuid,
    plan: Arc<BatchPlan>,
    reason: Option<String>,
    cancel: CancellationToken,
}

impl<A: Authority> Batch<A> {
    /// One guest after another, to the last or to where it is stopped.
    async fn go_through(&self) -> BatchPhase {
        let mut failures = 0;
        for (at, guest) in self.plan.guests.iter().enumerate() {
            if failures == FAILURES_IN_A_ROW {
                self.ask().await;
                failures = 0;
            }
            if self.is_stopped() {
                return BatchPhase::Stopped;
            }
            self.engine.batches.turn_of(at);
            let end = Box::pin(self.turn(guest)).await;
            failures = match end.outcome {
                Some(outcome) if has_failed(outcome) => failures + 1,
                Some(Outcome::Done | Outcome::NotYetVisible) => 0,
                // Who was left out, or stopped, says nothing of the others.
                Some(_) | None => failures,
            };
            let over =
                end.problem.as_ref().is_some_and(ends_all) || (self.is_stopped() && is_cut_short(&end));
            self.engine.batches.end_of(at, end);
            if over {
                return BatchPhase::Stopped;
            }
        }
        BatchPhase::Done
    }

    /// Waits to be told to go on, or to stop.
    async fn ask(&self) {
        tokio::select! {
            () = self.cancel.cancelled() => {}
            () = self.signed_in.ended.cancelled() => {}
            () = self.engine.batches.ask() => {}
        }
    }

    fn is_stopped(&self) -> bool {
        self.cancel.is_cancelled() || self.signed_in.ended.is_cancelled()
    }

    /// One guest: planned at again, compared with what was promised, changed.
    async fn turn(&self, guest: &PlannedGuest) -> GuestEnd {
        let now = self.engine.clock.now();
        let planning = plan_for(&self.signed_in, self.plan.remedy, &guest.id, now, &self.cancel);
        match Box::pin(self.engine.answer(&self.signed_in, planning)).await {
            Ok(GuestPlan::Planned(now)) if is_as_promised(&guest.plan, &now) => self.change(guest).await,
            Ok(GuestPlan::Planned(_)) => left_out(WhyLeftOut::ChangedSince),
            Ok(GuestPlan::LeftOut(_, why)) => left_out(why),
            Err(problem) => not_read(problem),
        }
    }

    /// A change as any other, with an id of its own.
    async fn change(&self, guest: &PlannedGuest) -> GuestEnd {
        let Some(work) = guest.plan.work.clone() else { return left_out(WhyLeftOut::DoesNotFit) };
        let (engine, change, cancel) = (&self.engine, self.engine.ids.next(), self.cancel.child_token());
        engine.state().running.insert(change, cancel.clone());
        let _running = Running { state: Arc::clone(&engine.state), change };
        let confirmed = Confirmed {
            plan: (*guest.plan).clone(),
            change,
            batch: Some(BatchId::from(self.id)),
            reason: self.reason.clone(),
            cancel,
            // Its steps are told to nobody: the batch is what is watched.
            feed: Arc::default(),
        };
        let from = Checkpoint::default();
        let execution = engine.execution(Arc::clone(&self.signed_in), confirmed, None, &work, &from);
        let ended = engine.carry_to_end(&execution, &work, &from).await;
        let begun = engine.journal.change(ChangeId::from(change)).await.is_ok();
        // Between the look and the comparison somebody changed them: nothing was begun.
        if let Some(why) = ended.problem.as_ref().filter(|_| !begun).and_then(|it| WhyLeftOut::of(&it.kind)) {
            return left_out(why);
        }
        GuestEnd {
            change: begun.then_some(change),
            outcome: Some(ended.outcome),
            left_out: None,
            problem: ended.problem,
        }
    }
}

fn left_out(why: WhyLeftOut) -> GuestEnd {
    GuestEnd { left_out: Some(why), ..GuestEnd::default() }
}

/// Without a look nothing is changed. Stopped meanwhile, it was not their turn yet.
fn not_read(problem: Problem) -> GuestEnd {
    if problem.kind == ErrorKind::Cancelled {
        return GuestEnd::default();
    }
    GuestEnd { outcome: Some(Outcome::Failed), problem: Some(problem), ..GuestEnd::default() }
}

/// Whether more would have been done with this guest, had it not been stopped.
const fn is_cut_short(end: &GuestEnd) -> bool {
    match end.outcome {
        Some(Outcome::Cancelled | Outcome::Interrupted) => true,
        Some(_) => false,
        None => end.left_out.is_none(),
    }
}

/// Whether it did not work, and would not for others if the reason is not the guest's own.
const fn has_failed(outcome: Outcome) -> bool {
    match outcome {
        Outcome::Refused | Outcome::Failed | Outcome::Interrupted | Outcome::Unknown => true,
        Outcome::Done | Outcome::NotYetVisible | Outcome::Cancelled => false,
    }
}

/// Whether it would meet every other guest just so: the sign-in does not hold any more.
fn ends_all(problem: &Problem) -> bool {
    problem.category() == Category::NotSignedIn
}

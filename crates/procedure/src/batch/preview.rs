//! The preview of a batch: every guest read afresh, a few at a time.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use guest::{PlanNote, RemedyKind, WayBack};
use tokio_util::sync::CancellationToken;

use super::feed::Reading;
use super::guest_plan::{GuestPlan, plan_for};
use super::{BatchPlan, CONFIRMED_WITHOUT_NUMBER, LARGEST_BATCH, LeftOutGuest, PlannedGuest, WhyLeftOut};
use crate::engine::Engine;
use crate::plan::{Confirmable, Plan, note_of_rules};
use crate::problem::{Category, ErrorKind, Problem};
use crate::session::Authority;
use crate::signed_in::SignedIn;

/// The plan for one guest, or why there was none.
type PlanOrProblem = Result<GuestPlan, Problem>;

impl<A: Authority> Engine<A> {
    /// Makes a plan that repairs many guests, named by their object ids; in this order, and each once. Changes nothing;
    /// every earlier plan is void.
    ///
    /// # Errors
    /// The remedy is none that is done for many; nobody or too many are named; a permission is missing for all of them; it
    /// was stopped; nobody could be read.
    pub async fn preview_batch(
        &self,
        remedy: RemedyKind,
        guests: &[String],
        ticket: &str,
    ) -> Result<BatchPlan, Problem> {
        let open = self.tickets.open(ticket);
        let signed_in = self.signed_in()?;
        self.state().plans.void();
        let mut once = HashSet::new();
        let guests: Vec<&str> = guests.iter().map(String::as_str).filter(|id| once.insert(*id)).collect();
        if guests.is_empty() || guests.len() > LARGEST_BATCH {
            return Err(ErrorKind::ChoiceInvalid("guests").into());
        }
        if remedy.remedy().for_many.is_none() {
            return Err(ErrorKind::NotForThisGuest.into());
        }
        signed_in.may(remedy)?;
        let reading = self.batches.read(ticket, remedy, guests.len());
        let read = Box::pin(async {
            let plans = self.look_at(&signed_in, remedy, &guests, &reading, open.cancellation()).await?;
            self.planned(&signed_in, remedy, &guests, plans, open.cancellation()).await
        });
        let plan = self.answer(&signed_in, read).await?;
        self.keep_batch(&signed_in, plan)
    }

    /// Looks at all of them, four at a time: enough to keep the line busy, and few enough for the limits.
    async fn look_at(
        &self,
        signed_in: &SignedIn,
        remedy: RemedyKind,
        guests: &[&str],
        reading: &Reading<'_>,
        cancel: &CancellationToken,
    ) -> Result<Vec<PlanOrProblem>, Problem> {
        let next = Mutex::new(guests.iter().enumerate());
        let plans = Mutex::new(Vec::with_capacity(guests.len()));
        let reader = || async {
            loop {
                let Some((at, guest)) = next.lock().unwrap_or_else(PoisonError::into_inner).next() else {
                    return Ok(());
                };
                let planned = plan_for(signed_in, remedy, guest, self.clock.now(), cancel).await;
                if let Err(problem) = &planned
                    && is_about_all(problem)
                {
                    return Err(problem.clone());
                }
                plans.lock().unwrap_or_else(PoisonError::into_inner).push((at, planned));
                reading.one_more();
            }
        };
        tokio::try_join!(Box::pin(reader()), Box::pin(reader()), Box::pin(reader()), Box::pin(reader()))?;
        let mut plans = plans.into_inner().unwrap_or_else(PoisonError::into_inner);
        plans.sort_by_key(|(at, _)| *at);
        Ok(plans.into_iter().map(|(_, planned)| planned).collect())
    }

    async fn planned(
        &self,
        signed_in: &SignedIn,
        remedy: RemedyKind,
        guests: &[&str],
        plans: Vec<PlanOrProblem>,
        cancel: &CancellationToken,
    ) -> Result<BatchPlan, Problem> {
        // Where nobody could be read, why is what there is to say.
        if let Some(Err(problem)) = plans.first()
            && plans.iter().all(Result::is_err)
        {
            return Err(problem.clone());
        }
        let (mut planned, mut left_out) = (Vec::new(), Vec::new());
        for (&id, plan) in guests.iter().zip(plans) {
            let (name, why) = match plan {
                Ok(GuestPlan::Planned(plan)) => {
                    planned.push((id, plan));
                    continue;
                }
                Ok(GuestPlan::LeftOut(name, why)) => (name, why),
                Err(problem) => {
                    tracing::info!(?problem, "a guest of a batch was not read");
                    (None, WhyLeftOut::NotRead)
                }
            };
            let display_name = name.unwrap_or_else(|| id.to_owned());
            left_out.push(LeftOutGuest { id: id.to_owned(), display_name, why });
        }
        let mut notes = shared_notes(planned.iter().map(|(_, plan)| &**plan));
        let guests: Vec<PlannedGuest> =
            planned.into_iter().map(|(id, plan)| planned_guest(id, plan, &notes)).collect();
        // What is written, and so which rules may read it, is the same of all.
        let written =
            guests.iter().find_map(|guest| guest.plan.work.as_ref()).map(|it| it.procedure().writes());
        notes.extend(note_of_rules(signed_in, written.unwrap_or_default(), cancel).await);
        Ok(BatchPlan {
            id: None,
            remedy,
            chosen: guests.len() + left_out.len(),
            read_at: self.clock.now(),
            confirm_number: Some(guests.len()).filter(|&number| number > CONFIRMED_WITHOUT_NUMBER),
            way_back: guests.iter().map(|guest| guest.plan.way_back).max().unwrap_or(WayBack::Impossible),
            guests,
            left_out,
            notes,
        })
    }

    /// A plan by which somebody is changed gets its one-time id, in the session in which it was begun.
    fn keep_batch(&self, signed_in: &SignedIn, mut plan: BatchPlan) -> Result<BatchPlan, Problem> {
        let mut state = self.state();
        if signed_in.ended.is_cancelled() {
            return Err(ErrorKind::Cancelled.into());
        }
        if !plan.guests.is_empty() {
            let id = self.ids.next();
            plan.id = Some(id);
            state.plans.keep(id, &*self.clock, Confirmable::Many(Arc::new(plan.clone())));
        }
        Ok(plan)
    }
}

/// Whether it says nothing of one guest in particular: it was stopped, or nobody is signed in any more.
fn is_about_all(problem: &Problem) -> bool {
    matches!(problem.category(), Category::Cancelled | Category::NotSignedIn)
}

/// What is to be known of every one of them.
fn shared_notes<'a>(mut plans: impl Iterator<Item = &'a Plan> + Clone) -> Vec<PlanNote> {
    let Some(first) = plans.next() else { return Vec::new() };
    let of_all = |note: &&PlanNote| plans.clone().all(|plan| plan.notes.contains(note));
    first.notes.iter().filter(of_all).cloned().collect()
}

fn planned_guest(id: &str, plan: Box<Plan>, shared: &[PlanNote]) -> PlannedGuest {
    let own = plan.notes.iter().filter(|note| !shared.contains(note));
    PlannedGuest {
        id: id.to_owned(),
        display_name: plan.guest_name.clone(),
        changes: plan.changes.clone(),
        warnings: plan.warnings.iter().chain(own).cloned().collect(),
        plan,
    }
}

//! The commands that repair many guests.

use procedure::LARGEST_BATCH;

use super::guests::short;
use super::{Answer, App};
use crate::batch;
use crate::form::{malformed, object_id, ticket, uuid};
use crate::view::{
    BatchPlanView, BatchStarted, BatchUpdate, ConfirmBatch, Nothing, OfBatch, PreviewBatch, Watch,
};

#[allow(
    clippy::unused_async,
    reason = "the dispatch awaits every command alike, whether it has to wait or not"
)]
impl App {
    pub(super) async fn preview_batch(&self, ask: PreviewBatch) -> Answer<BatchPlanView> {
        if ask.guests.is_empty() || ask.guests.len() > LARGEST_BATCH {
            return Err(malformed("preview_batch"));
        }
        let guests = ask.guests.iter().map(|id| object_id(id)).collect::<Answer<Vec<_>>>()?;
        let ticket = ticket(ask.ticket)?;
        Ok(batch::plan(&self.engine().preview_batch(ask.remedy, &guests, &ticket).await?))
    }

    pub(super) async fn confirm_batch(&self, ask: ConfirmBatch) -> Answer<BatchStarted> {
        let (plan, reason) = (uuid(&ask.plan)?, ask.reason.as_deref().map(short));
        let batch = self.engine().confirm_batch(plan, ask.typed.as_deref(), reason)?;
        Ok(BatchStarted { batch: batch.to_string() })
    }

    pub(super) async fn continue_batch(&self, ask: OfBatch) -> Answer<Nothing> {
        self.engine().continue_batch(uuid(&ask.batch)?)?;
        Ok(Nothing {})
    }

    pub(super) async fn watch_batch(&self, ask: Watch) -> Answer<BatchUpdate> {
        let (sequence, batch) = self.engine().watch_batch(ask.after).await;
        let explain = |problem: procedure::Problem| self.explained(problem.into()).into();
        let batch = batch.map(|batch| batch::progress(batch, explain));
        let guests = batch.iter().flat_map(|batch| &batch.guests);
        if let Some(problem) = guests.rev().find_map(|guest| guest.problem.as_ref()) {
            self.note_problem(&problem.code, problem.reference.as_deref());
        }
        Ok(BatchUpdate { sequence, batch })
    }
}

//! What is told of a batch: the reading of a preview, each guest's end, and when it waits to be told whether to go on.

use guest::RemedyKind;
use uuid::Uuid;

use super::{BatchPhase, BatchPlan, PlannedGuest, WhyLeftOut};
use crate::engine::Engine;
use crate::long_poll::LongPoll;
use crate::outcome::Outcome;
use crate::problem::{ErrorKind, Problem};
use crate::session::Authority;

/// How a batch stands.
#[derive(Debug, Clone)]
pub struct BatchProgress {
    /// Its id; the ticket of the preview while that is read.
    pub id: String,
    /// Which remedy.
    pub remedy: RemedyKind,
    /// How it stands.
    pub phase: BatchPhase,
    /// How many are read, or done.
    pub done: usize,
    /// Of how many.
    pub total: usize,
    /// Each guest of it, in the order in which they are changed; none while a preview is read.
    pub guests: Vec<BatchGuest>,
}

/// What became of one guest of a batch.
#[derive(Debug, Clone)]
pub struct BatchGuest {
    /// Object id.
    pub id: String,
    /// The name; the address where there is none.
    pub display_name: String,
    /// They are being changed now.
    pub running: bool,
    /// How it ended.
    pub end: GuestEnd,
}

/// How it ended with one guest; everything is none before.
#[derive(Debug, Clone, Default)]
pub struct GuestEnd {
    /// The change's id; none where none was begun.
    pub change: Option<Uuid>,
    /// How the change ended; none where they were left out.
    pub outcome: Option<Outcome>,
    /// Why they were left out after all.
    pub left_out: Option<WhyLeftOut>,
    /// What stopped it.
    pub problem: Option<Problem>,
}

impl GuestEnd {
    /// Whether the guest was gone through: whoever was stopped before anything was changed was not.
    fn is_done(&self) -> bool {
        self.left_out.is_some() || self.outcome.is_some_and(|outcome| outcome != Outcome::Cancelled)
    }
}

/// The preview that is read, and the batch under way or the one that ended last.
#[derive(Debug, Default)]
struct OnScreen {
    reading: Option<BatchProgress>,
    batch: Option<BatchProgress>,
}

impl OnScreen {
    /// What is under way comes first, then what is read.
    fn newest(&self) -> Option<&BatchProgress> {
        let under_way = self.batch.as_ref().filter(|batch| !batch.has_ended());
        under_way.or(self.reading.as_ref()).or(self.batch.as_ref())
    }
}

impl BatchProgress {
    fn has_ended(&self) -> bool {
        matches!(self.phase, BatchPhase::Done | BatchPhase::Stopped)
    }
}

/// Tells of batches.
#[derive(Debug, Default)]
pub(crate) struct BatchFeed(LongPoll<OnScreen>);

impl BatchFeed {
    /// The guests are read, for a preview. To drop what is returned is to say that this is over, however it ended.
    pub(super) fn read(&self, ticket: &str, remedy: RemedyKind, total: usize) -> Reading<'_> {
        let (id, phase) = (ticket.to_owned(), BatchPhase::Reading);
        let reading = BatchProgress { id, remedy, phase, done: 0, total, guests: Vec::new() };
        self.0.update(|shown| shown.reading = Some(reading));
        Reading { feed: self, ticket: ticket.to_owned() }
    }

    /// A batch begins.
    pub(super) fn begin(&self, id: Uuid, plan: &BatchPlan) {
        let waits = |guest: &PlannedGuest| BatchGuest {
            id: guest.id.clone(),
            display_name: guest.display_name.clone(),
            running: false,
            end: GuestEnd::default(),
        };
        let guests: Vec<BatchGuest> = plan.guests.iter().map(waits).collect();
        let (id, remedy, phase) = (id.to_string(), plan.remedy, BatchPhase::Running);
        let batch = BatchProgress { id, remedy, phase, done: 0, total: guests.len(), guests };
        self.0.update(|shown| shown.batch = Some(batch));
    }

    /// The guest at this place is being changed.
    pub(super) fn turn_of(&self, at: usize) {
        self.of_batch(|batch| {
            if let Some(guest) = batch.guests.get_mut(at) {
                guest.running = true;
            }
        });
    }

    /// It ended with the guest at this place.
    pub(super) fn end_of(&self, at: usize, end: GuestEnd) {
        self.of_batch(|batch| {
            if let Some(guest) = batch.guests.get_mut(at) {
                (guest.running, guest.end) = (false, end);
            }
            batch.done = batch.guests.iter().filter(|guest| guest.end.is_done()).count();
        });
    }

    /// It waits to be told whether to go on, and is.
    pub(super) async fn ask(&self) {
        self.of_batch(|batch| batch.phase = BatchPhase::Asking);
        self.0.until(|shown| shown.batch.as_ref().is_none_or(|it| it.phase != BatchPhase::Asking)).await;
    }

    /// The batch of this id goes on, if it waits to be told so. Answers whether there is one that has not ended.
    fn go_on(&self, id: &str) -> bool {
        let mut there = false;
        self.of_batch(|batch| {
            there = batch.id == id && !batch.has_ended();
            if there && batch.phase == BatchPhase::Asking {
                batch.phase = BatchPhase::Running;
            }
        });
        there
    }

    /// The batch of this id has ended, all gone through or not. Said once: another may have begun since.
    pub(super) fn end(&self, id: Uuid, phase: BatchPhase) {
        self.of_batch(|batch| {
            if batch.id == id.to_string() && !batch.has_ended() {
                batch.phase = phase;
                batch.guests.iter_mut().for_each(|guest| guest.running = false);
            }
        });
    }

    fn of_batch(&self, how: impl FnOnce(&mut BatchProgress)) {
        self.0.update(|shown| {
            if let Some(batch) = &mut shown.batch {
                how(batch);
            }
        });
    }

    /// Takes everything down: somebody else signs in.
    pub(crate) fn clear(&self) {
        self.0.update(|shown| *shown = OnScreen::default());
    }
}

/// A preview that is being read.
pub(super) struct Reading<'a> {
    feed: &'a BatchFeed,
    ticket: String,
}

impl Reading<'_> {
    /// One more was read.
    pub(super) fn one_more(&self) {
        self.change(|reading| {
            if let Some(reading) = reading {
                reading.done += 1;
            }
        });
    }

    /// Another preview may have taken its place.
    fn change(&self, how: impl FnOnce(&mut Option<BatchProgress>)) {
        self.feed.0.update(|shown| {
            if shown.reading.as_ref().is_some_and(|reading| reading.id == self.ticket) {
                how(&mut shown.reading);
            }
        });
    }
}

impl Drop for Reading<'_> {
    fn drop(&mut self) {
        self.change(|reading| *reading = None);
    }
}

impl<A: Authority> Engine<A> {
    /// Waits for news of the preview that is read or the batch under way: the sequence number to ask with next, and how
    /// it stands.
    pub async fn watch_batch(&self, after: u32) -> (u32, Option<BatchProgress>) {
        self.batches.0.after(after, |shown| shown.newest().cloned()).await
    }

    /// Goes on after three failures in a row. One that does not wait for that goes on anyway.
    ///
    /// # Errors
    /// No batch of this id is under way.
    pub fn continue_batch(&self, batch: Uuid) -> Result<(), Problem> {
        if self.batches.go_on(&batch.to_string()) {
            Ok(())
        } else {
            Err(ErrorKind::ChoiceInvalid("batch").into())
        }
    }
}

//! The course of a batch, asked of the engine as the app asks it: a preview, its confirmation, the news until its end, and
//! an answer each time it asks whether to go on.

use std::sync::Mutex;

use procedure::{BatchPhase, BatchPlan, BatchProgress, Engine, Problem};
use uuid::Uuid;

use super::five::Five;
use crate::acts::TICKET;
use crate::fault::Fault;
use crate::place::locked;
use crate::wire::Wire;

/// What happens when a batch asks whether to go on: a place of a schedule.
pub(super) const ASKING: &str = "asking";

/// How often nothing new is heard before nothing is taken to come any more.
const QUIET: u32 = 3;

/// What was said of a batch.
#[derive(Debug, Clone, Default)]
pub(super) struct Course {
    /// The plan.
    pub(super) plan: Option<BatchPlan>,
    /// Why there is no plan, or why it was not confirmed.
    pub(super) refused: Option<Problem>,
    /// Its id, once it was confirmed.
    pub(super) batch: Option<Uuid>,
    /// How many requests there had been when it was confirmed.
    pub(super) confirmed_at: usize,
    /// How it stood, each time that was heard.
    pub(super) heard: Vec<BatchProgress>,
}

impl Course {
    /// How it stood last.
    pub(super) fn last(&self) -> Option<&BatchProgress> {
        self.heard.last()
    }

    /// How many were gone through, each time it asked.
    pub(super) fn asked(&self) -> Vec<usize> {
        let asking = self.heard.iter().filter(|progress| progress.phase == BatchPhase::Asking);
        asking.map(|progress| progress.done).collect()
    }
}

/// Goes through a batch. What is said is written down as it is said: the app may be killed.
pub(super) async fn go_through(engine: &Engine, wire: &Wire, five: &Five, course: &Mutex<Course>) {
    let asking = engine.clone();
    *locked(&wire.screen.stop) = Some(Box::new(move || asking.cancel(TICKET)));
    let plan = match engine.preview_batch(five.subject.remedy, &five.ids(), TICKET).await {
        Ok(plan) => plan,
        Err(problem) => {
            locked(course).refused = Some(problem);
            return;
        }
    };
    let id = plan.id;
    {
        let mut course = locked(course);
        course.plan = Some(plan);
        course.confirmed_at = locked(&wire.injector).trace.len();
    }
    let Some(id) = id else { return };
    match engine.confirm_batch(id, None, None) {
        Ok(batch) => {
            locked(course).batch = Some(batch);
            let stopping = engine.clone();
            *locked(&wire.screen.stop) = Some(Box::new(move || stopping.cancel(&batch.to_string())));
            watch(engine, wire, batch, course).await;
        }
        Err(problem) => locked(course).refused = Some(problem),
    }
}

/// Hears how it stands until it has ended, or until nothing is heard any more.
async fn watch(engine: &Engine, wire: &Wire, batch: Uuid, course: &Mutex<Course>) {
    let (mut seen, mut quiet, mut told_to_stop) = (0, 0, false);
    while quiet < QUIET {
        let (next, progress) = engine.watch_batch(seen).await;
        quiet = if next == seen { quiet + 1 } else { 0 };
        seen = next;
        let Some(progress) = progress.filter(|_| quiet == 0) else { continue };
        let phase = progress.phase;
        locked(course).heard.push(progress);
        match phase {
            BatchPhase::Done | BatchPhase::Stopped => return,
            BatchPhase::Asking if !told_to_stop => {
                let fault = locked(&wire.injector).event(ASKING);
                told_to_stop = fault == Some(Fault::Stop);
                if told_to_stop {
                    engine.cancel(&batch.to_string());
                } else {
                    // One that was stopped meanwhile has ended, and that is heard.
                    engine.continue_batch(batch).ok();
                }
            }
            BatchPhase::Asking | BatchPhase::Reading | BatchPhase::Running => {}
        }
    }
}

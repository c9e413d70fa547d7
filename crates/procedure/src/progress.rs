//! Progress of the change under way, told to whoever waits for news.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::sync::Notify;
use uuid::Uuid;

use crate::change::ChangeResult;
use crate::plan::PlanKind;

/// A step of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// Read the guest again and compare with the preview.
    Compare,
    /// Write `otherMails`.
    WriteOtherMails,
    /// Write `mail`.
    WriteMail,
    /// Delete the account, softly.
    Delete,
    /// Wait until it is gone.
    AwaitGone,
    /// Invite.
    Invite,
    /// Wait until the new account can be seen.
    AwaitNew,
    /// Add to the groups.
    AddToGroups,
    /// Set name, company, user type, sponsors and app assignments again.
    Replay,
    /// Remove the new account.
    DeleteNew,
    /// Restore the original account.
    Restore,
    /// Read back.
    ReadBack,
    /// Diagnose again.
    DiagnoseAgain,
}

/// How a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum StepState {
    /// Not begun.
    Waiting,
    /// Under way.
    Running,
    /// Done and, where it can be seen, seen.
    Done,
    /// Done, not yet visible.
    NotYetVisible,
    /// Refused.
    Refused,
    /// Unknown whether it was carried out.
    Unknown,
    /// Not needed.
    Skipped,
}

/// One step's progress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepProgress {
    /// Which.
    pub kind: StepKind,
    /// How it stands.
    pub state: StepState,
    /// How many of how many, where a step has parts.
    pub parts: Option<(usize, usize)>,
}

/// A change under way or just ended.
#[derive(Debug, Clone)]
pub struct Progress {
    /// The change's id.
    pub change: Uuid,
    /// What it does.
    pub kind: PlanKind,
    /// The guest's name.
    pub guest_name: String,
    /// Its steps, in order.
    pub steps: Vec<StepProgress>,
    /// How it ended.
    pub ended: Option<Box<ChangeResult>>,
}

impl Progress {
    /// Nothing has begun.
    pub(crate) fn new(change: Uuid, kind: PlanKind, guest_name: String, steps: &[StepKind]) -> Self {
        let steps =
            steps.iter().map(|&kind| StepProgress { kind, state: StepState::Waiting, parts: None }).collect();
        Self { change, kind, guest_name, steps, ended: None }
    }
}

/// The board the progress is written on.
#[derive(Debug, Default)]
pub(crate) struct ProgressFeed {
    state: Mutex<(u32, Option<Progress>)>,
    news: Notify,
}

/// How long one poll waits for news. Shorter than any time-out between the window and us.
const PATIENCE: Duration = Duration::from_secs(20);

impl ProgressFeed {
    /// Puts up a new change.
    pub(crate) fn put(&self, progress: Progress) {
        self.change(|slot| *slot = Some(progress));
    }

    /// Changes one step.
    pub(crate) fn step(&self, kind: StepKind, state: StepState, parts: Option<(usize, usize)>) {
        self.change(|slot| {
            let steps = slot.iter_mut().flat_map(|progress| progress.steps.iter_mut());
            for step in steps.filter(|step| step.kind == kind) {
                step.state = state;
                step.parts = parts;
            }
        });
    }

    /// The step under way goes no further: refused, or not known how far it came.
    pub(crate) fn stop_running(&self, refused: bool) {
        self.change(|slot| {
            let steps = slot.iter_mut().flat_map(|progress| progress.steps.iter_mut());
            for step in steps.filter(|step| step.state == StepState::Running) {
                step.state = if refused { StepState::Refused } else { StepState::Unknown };
            }
        });
    }

    /// Puts up the end.
    pub(crate) fn end(&self, ended: ChangeResult) {
        self.change(|slot| {
            if let Some(progress) = slot {
                progress.ended = Some(Box::new(ended));
            }
        });
    }

    /// Takes everything down: somebody else signs in.
    pub(crate) fn clear(&self) {
        self.change(|slot| *slot = None);
    }

    fn change(&self, how: impl FnOnce(&mut Option<Progress>)) {
        {
            let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
            how(&mut state.1);
            state.0 = state.0.wrapping_add(1);
        }
        self.news.notify_waiters();
    }

    fn now(&self) -> (u32, Option<Progress>) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits until something happened after `seen`, or the poll's time is over.
    pub(crate) async fn after(&self, seen: u32) -> (u32, Option<Progress>) {
        let wait = async {
            loop {
                // Registered before looking, so that news between the look and the wait is not missed.
                let news = self.news.notified();
                tokio::pin!(news);
                news.as_mut().enable();
                let now = self.now();
                if now.0 != seen {
                    return now;
                }
                news.await;
            }
        };
        tokio::time::timeout(PATIENCE, wait).await.unwrap_or_else(|_| self.now())
    }
}

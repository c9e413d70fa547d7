//! Progress of the change under way, told to whoever waits for news.

use uuid::Uuid;

use crate::change_result::ChangeResult;
use crate::execution::Subject;
use crate::long_poll::LongPoll;
use crate::outcome::{StepKind, StepState};
use crate::plan_kind::PlanKind;

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
    /// The address they were found by.
    pub searched: String,
    /// Its steps, in order.
    pub steps: Vec<StepProgress>,
    /// How it ended.
    pub ended: Option<Box<ChangeResult>>,
}

impl Progress {
    /// Nothing has begun.
    pub(crate) fn new(change: Uuid, about: &Subject, steps: &[StepKind]) -> Self {
        let (kind, guest_name) = (about.kind, about.guest_name.clone());
        let searched = about.searched.as_str().to_owned();
        let waiting = |&kind: &StepKind| StepProgress { kind, state: StepState::Waiting, parts: None };
        Self { change, kind, guest_name, searched, steps: steps.iter().map(waiting).collect(), ended: None }
    }
}

/// The progress of the changes under way and of the one that ended last, the newest last, and a number that rises with
/// each update.
#[derive(Debug, Default)]
pub(crate) struct ProgressFeed(LongPoll<Vec<Progress>>);

impl ProgressFeed {
    /// A new change begins; one that is gone on with takes the place of its earlier run. Of those that have ended nobody
    /// asks any more: a long day must not keep them all.
    pub(crate) fn begin(&self, progress: Progress) {
        self.update(|changes| {
            changes.retain(|earlier| earlier.ended.is_none() && earlier.change != progress.change);
            changes.push(progress);
        });
    }

    /// Changes one step of a change.
    pub(crate) fn step(&self, change: Uuid, kind: StepKind, state: StepState, parts: Option<(usize, usize)>) {
        self.update(|changes| {
            for step in steps_of(changes, change).filter(|step| step.kind == kind) {
                step.state = state;
                step.parts = parts;
            }
        });
    }

    /// The change goes no further: the step under way is refused, or not known how far it came; those after it are not
    /// carried out.
    pub(crate) fn stop(&self, change: Uuid, refused: bool) {
        self.update(|changes| {
            for step in steps_of(changes, change) {
                step.state = match step.state {
                    StepState::Running if refused => StepState::Refused,
                    StepState::Running => StepState::Unknown,
                    StepState::Waiting => StepState::NotReached,
                    StepState::Done
                    | StepState::NotYetVisible
                    | StepState::Refused
                    | StepState::Unknown
                    | StepState::Skipped
                    | StepState::NotReached => continue,
                };
            }
        });
    }

    /// A change has ended.
    pub(crate) fn end(&self, change: Uuid, result: ChangeResult) {
        self.update(|changes| {
            if let Some(progress) = changes.iter_mut().find(|it| it.change == change) {
                progress.ended = Some(Box::new(result));
            }
        });
    }

    /// Takes everything down: somebody else signs in.
    pub(crate) fn clear(&self) {
        self.update(Vec::clear);
    }

    fn update(&self, how: impl FnOnce(&mut Vec<Progress>)) {
        self.0.update(how);
    }

    /// Waits until something happened after `seen`, or the poll's time is over; then the newest change.
    pub(crate) async fn after(&self, seen: u32) -> (u32, Option<Progress>) {
        self.0.after(seen, |changes| changes.last().cloned()).await
    }
}

fn steps_of(changes: &mut [Progress], change: Uuid) -> impl Iterator<Item = &mut StepProgress> {
    changes.iter_mut().filter(move |it| it.change == change).flat_map(|it| it.steps.iter_mut())
}

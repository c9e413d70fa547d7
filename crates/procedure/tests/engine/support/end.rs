//! How a change ended, in a form that stories compare.

use graph::Changed;
use guest::RemedyKind;
use journal::Transition;
use procedure::{
    ChangeResult, Conclusion, ErrorKind, Outcome, Progress, StepKind, StepProgress, StepState, Unrestored,
};
use serde_json::Value;
use uuid::Uuid;

/// The end of a change.
#[derive(Debug)]
pub(crate) struct End {
    pub(crate) change: Uuid,
    pub(crate) result: ChangeResult,
    steps: Vec<StepProgress>,
}

impl End {
    /// None while it goes on.
    pub(crate) fn of(change: Uuid, progress: Progress) -> Option<Self> {
        let result = progress.ended.filter(|_| progress.change == change)?;
        Some(Self { change, result: *result, steps: progress.steps })
    }

    pub(crate) fn outcome(&self) -> Outcome {
        self.result.outcome
    }

    /// What went wrong, and whether anything was changed.
    pub(crate) fn problem(&self) -> Option<(ErrorKind, Changed)> {
        self.result.problem.as_ref().map(|problem| (problem.kind.clone(), problem.changed))
    }

    pub(crate) fn changed(&self) -> Option<Changed> {
        self.result.problem.as_ref().map(|problem| problem.changed)
    }

    /// Whether it can be undone, gone on with, put back.
    pub(crate) fn ways(&self) -> [bool; 3] {
        [self.result.can_undo, self.result.can_continue, self.result.can_put_back]
    }

    /// What it says of the guest, and what comes next.
    pub(crate) fn concluded(&self) -> (Option<Conclusion>, Option<RemedyKind>) {
        (self.result.conclusion, self.result.next)
    }

    /// How a step stands.
    pub(crate) fn step(&self, kind: StepKind) -> StepState {
        self.steps.iter().find(|step| step.kind == kind).unwrap().state
    }

    /// How many parts of a step were done, of how many.
    pub(crate) fn parts(&self, kind: StepKind) -> Option<(usize, usize)> {
        self.steps.iter().find(|step| step.kind == kind).unwrap().parts
    }

    /// Whether every step was done.
    pub(crate) fn all_done(&self) -> bool {
        self.steps.iter().all(|step| step.state == StepState::Done)
    }

    /// A property before and as seen after.
    pub(crate) fn change_of(&self, property: &str) -> (Vec<String>, Vec<String>) {
        let change = self.result.changes.iter().find(|change| change.property == property).unwrap();
        (change.before.clone(), change.after.clone().unwrap())
    }

    /// What it could not do, each in a word or two.
    pub(crate) fn unrestored(&self) -> Vec<String> {
        let name = |left: &Unrestored| match left {
            Unrestored::Group(group) => format!("group {}", group.name),
            Unrestored::App(app) => format!("app {}", app.name),
            Unrestored::Sponsor { .. } => "sponsor".to_owned(),
            Unrestored::Profile => "profile".to_owned(),
            Unrestored::ProxyNotAdded => "proxyAddresses".to_owned(),
            Unrestored::Address { address } => format!("address {address}"),
            Unrestored::GroupNotSeen(group) => format!("unseen group {}", group.name),
            Unrestored::AppNotSeen(app) => format!("unseen app {}", app.name),
            Unrestored::SponsorNotSeen { .. } => "unseen sponsor".to_owned(),
            Unrestored::ProfileNotSeen => "unseen profile".to_owned(),
            Unrestored::NotSeen { of } => format!("unseen {of:?}").to_lowercase(),
        };
        self.result.unrestored.iter().map(name).collect()
    }
}

/// A row of the journal in a word or two.
pub(crate) fn row(transition: &Transition) -> String {
    match transition {
        Transition::Intended { .. } => "intended".to_owned(),
        Transition::Sent { step } => format!("sent {step}"),
        Transition::Acknowledged { step, .. } => format!("acknowledged {step}"),
        Transition::Refused { step, .. } => format!("refused {step}"),
        Transition::Unknown { step, .. } => format!("unknown {step}"),
        Transition::Verified { .. } => "verified".to_owned(),
        Transition::NotYetVisible { .. } => "not yet visible".to_owned(),
        Transition::Finished { outcome, .. } => format!("finished {outcome:?}").to_lowercase(),
        Transition::Remarked { .. } => "remarked".to_owned(),
        Transition::Abandoned { why } => {
            format!("abandoned {}", why.body.get("why").and_then(Value::as_str).unwrap_or_default())
        }
    }
}

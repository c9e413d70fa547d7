//! Carrying out a plan: record, send, record, read back, diagnose again. Knows no remedy.

mod execution;
mod runner;

use crate::examination::Examination;
use crate::outcome::{Outcome, PropertyChange, Unrestored};
use crate::problem::Problem;
pub(crate) use execution::{Execution, READ_BACK_DELAYS, RequestOutcome};
pub(crate) use runner::carry_out;

/// The end of a change, as it is shown.
#[derive(Debug, Clone)]
pub struct ChangeResult {
    /// How.
    pub outcome: Outcome,
    /// Properties before and as seen after.
    pub changes: Vec<PropertyChange>,
    /// What it could not do.
    pub unrestored: Vec<Unrestored>,
    /// The diagnosis made afresh.
    pub examination: Option<Examination>,
    /// What stopped it, or what failed after it.
    pub problem: Option<Problem>,
    /// Can be undone now.
    pub can_undo: bool,
    /// Can be gone on with.
    pub can_continue: bool,
    /// The original account can be put back.
    pub can_put_back: bool,
}

/// What the steps of a change came to, before the diagnosis is made again.
#[derive(Debug)]
pub(crate) struct Applied {
    /// All was seen.
    pub(crate) seen: bool,
    /// Properties before and as seen after.
    pub(crate) changes: Vec<PropertyChange>,
    /// What could not be done.
    pub(crate) unrestored: Vec<Unrestored>,
    /// Object id of the account to diagnose.
    pub(crate) account: String,
}

/// Why the steps did not come to their end.
#[derive(Debug)]
pub(crate) enum Interruption {
    /// Nothing was changed, by this or by an earlier run of the change.
    Unchanged(Problem),
    /// Something was or may be changed; the record stays open.
    Midway(Problem),
    /// Another one changed what this was about: nothing can be gone on with.
    Void(Problem),
}

//! How a change ended, as it is shown.

use crate::examination::Examination;
use crate::outcome::{Outcome, PropertyChange, Unrestored};
use crate::problem::Problem;

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

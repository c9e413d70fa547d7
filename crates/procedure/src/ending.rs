//! How the steps of a piece of work came to their end, or did not.

use crate::outcome::{PropertyChange, Unrestored};
use crate::problem::Problem;

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

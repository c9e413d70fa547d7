//! Carrying out a plan: record, send, record, read back, diagnose again.

mod addresses;
mod execution;
mod put_back;
mod replace;

use crate::examination::Examination;
use crate::plan::PropertyChange;
use crate::problem::Problem;
pub(crate) use execution::Execution;
use serde::{Deserialize, Serialize};

/// How a change ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Carried out and read back.
    Done,
    /// Carried out, not yet visible.
    NotYetVisible,
    /// Refused before anything was changed.
    Refused,
    /// Failed before anything was changed.
    Failed,
    /// Stopped half-way; there is a way on or a way back.
    Interrupted,
    /// Unknown whether it was carried out.
    Unknown,
    /// Stopped by the person before anything was changed.
    Cancelled,
}

/// What a change could not do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unrestored {
    /// A group did not take him; its name.
    Group(String),
    /// An app assignment was refused; the app's name.
    App(String),
    /// A sponsor was refused.
    Sponsor,
    /// Name, company or user type could not be set again.
    Profile,
    /// `mail` was set, but `proxyAddresses` does not show it: a conflict the server did not report.
    ProxyNotAdded,
}

/// The end of a change, as it is shown.
#[derive(Debug, Clone)]
pub struct ChangeResult {
    /// How.
    pub outcome: Outcome,
    /// Properties before and as seen after.
    pub changes: Vec<PropertyChange>,
    /// What it could not do.
    pub left: Vec<Unrestored>,
    /// The diagnosis made afresh.
    pub look: Option<Examination>,
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
    pub(crate) left: Vec<Unrestored>,
    /// The account to diagnose.
    pub(crate) guest: String,
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

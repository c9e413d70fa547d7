//! How the steps of a piece of work came to their end, or did not.

use graph::GraphProblem;

use crate::outcome::{Addresses, PropertyChange, Realisation, Unrestored, same};
use crate::problem::{ErrorKind, Problem};
use crate::remedy::Procedure;

/// What the steps of a change came to, before the diagnosis is made again.
#[derive(Debug)]
pub(crate) struct Applied {
    /// All was seen.
    pub(crate) seen: bool,
    /// What became of what it set out to do.
    pub(crate) made: Realisation,
    /// Properties before, and after by what became of it.
    pub(crate) changes: Vec<PropertyChange>,
    /// What could not be done.
    pub(crate) unrestored: Vec<Unrestored>,
    /// Object id of the account to diagnose; none where there is none, and the address is looked for.
    pub(crate) account: Option<String>,
}

/// Why the steps did not come to their end. What was changed until then is not theirs to say: the rows of the change tell
/// it (`Effects`).
#[derive(Debug)]
pub(crate) enum Interruption {
    /// It stopped. When something was or may be changed the record stays open.
    Stopped(Problem),
    /// Another one changed what this was about: nothing can be gone on with.
    Void(Problem),
}

impl From<Problem> for Interruption {
    fn from(problem: Problem) -> Self {
        Self::Stopped(problem)
    }
}

impl From<ErrorKind> for Interruption {
    fn from(kind: ErrorKind) -> Self {
        Self::Stopped(kind.into())
    }
}

impl From<GraphProblem> for Interruption {
    fn from(problem: GraphProblem) -> Self {
        Self::Stopped(problem.into())
    }
}

/// What the addresses that were read back show of a change. What stands there because nothing of it shows yet is no
/// *after*: then it is what was asked for, and not seen.
pub(crate) fn made(
    procedure: &dyn Procedure,
    seen: Option<&Addresses>,
) -> (Realisation, Vec<PropertyChange>) {
    let planned = procedure.changes(None);
    let Some(seen) = seen else { return (Realisation::NotSeenYet, planned) };
    let found = procedure.changes(Some(seen));
    let shows = |(planned, found): (&PropertyChange, &PropertyChange)| match (&planned.after, &found.after) {
        (Some(planned), Some(found)) => same(planned, found),
        (None, _) | (_, None) => true,
    };
    if planned.iter().zip(&found).all(shows) {
        (Realisation::Seen, found)
    } else {
        (Realisation::NotSeenYet, planned)
    }
}

//! A failed request, as a problem of the procedure.

use graph::{GraphProblem, GraphProblemKind};
use guest::WhyRefused;

use crate::problem::{ErrorKind, Problem};

impl From<GraphProblem> for Problem {
    fn from(problem: GraphProblem) -> Self {
        let kind = match &problem.kind {
            GraphProblemKind::BadInput { what } => {
                ErrorKind::Internal(format!("refused before it was sent: {what}"))
            }
            GraphProblemKind::Conflict { objects, .. } => {
                ErrorKind::ObjectConflict { objects: objects.clone() }
            }
            GraphProblemKind::NotFound => ErrorKind::GuestGone,
            GraphProblemKind::Refused { .. } => ErrorKind::MissingRight { why: WhyRefused::NotKnown },
            GraphProblemKind::NotSignedIn => ErrorKind::NotSignedIn,
            GraphProblemKind::TracingNotSetUp => ErrorKind::TracingNotSetUp,
            GraphProblemKind::Unauthorised => ErrorKind::SignInExpired,
            GraphProblemKind::StepUpRequired { claims } => {
                ErrorKind::StepUpRequired { claims: claims.clone() }
            }
            GraphProblemKind::Throttled => ErrorKind::Throttled,
            GraphProblemKind::Unavailable { status } => ErrorKind::ServerUnavailable { status: *status },
            GraphProblemKind::AnswerLost => ErrorKind::AnswerLost,
            GraphProblemKind::Unreachable => ErrorKind::Unreachable,
            GraphProblemKind::Cancelled => ErrorKind::Cancelled,
            GraphProblemKind::Malformed | GraphProblemKind::TooLarge | GraphProblemKind::ForeignHost => {
                ErrorKind::AnswerMalformed
            }
            // The server understood and said no, in its own words.
            GraphProblemKind::BadRequest { .. }
            | GraphProblemKind::AlreadyReferenced
            | GraphProblemKind::InvalidReference
            | GraphProblemKind::MasteredElsewhere
            | GraphProblemKind::NotInvitable { .. }
            | GraphProblemKind::PreconditionFailed => ErrorKind::ServerRefused,
        };
        Self { kind, changed: problem.changed, server: Some(problem.server) }
    }
}

//! A failed request, as a problem of the procedure.

use graph::{GraphProblem, Kind};

use crate::problem::{Problem, What};

impl From<GraphProblem> for Problem {
    fn from(problem: GraphProblem) -> Self {
        let what = match &problem.kind {
            Kind::BadInput { what } => What::Internal(format!("refused before it was sent: {what}")),
            Kind::Conflict { .. } => What::AddressConflict { address: String::new(), owner: None },
            Kind::NotFound => What::GuestGone,
            Kind::Refused { .. } => What::MissingRight,
            Kind::NotSignedIn => What::NotSignedIn,
            Kind::Unauthorised => What::SignInExpired,
            Kind::MoreProof { .. } => What::MoreProof,
            Kind::Throttled => What::Throttled,
            Kind::Unavailable { status } => What::ServerUnavailable { status: *status },
            Kind::AnswerLost => What::AnswerLost,
            Kind::Unreachable => What::Unreachable,
            Kind::Cancelled => What::Cancelled,
            Kind::Malformed | Kind::TooLarge | Kind::ForeignHost => What::AnswerMalformed,
            // BadRequest, AlreadyReferenced, InvalidReference, MasteredElsewhere, PreconditionFailed and whatever
            // the client learns to tell apart later: the server understood and said no, in its own words.
            _ => What::ServerRefused,
        };
        Self { what, changed: problem.changed, evidence: Some(problem.evidence) }
    }
}

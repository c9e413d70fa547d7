//! Problems of signing in, on their way to the window.

use entra::{Problem as SignInProblem, Reason, What};
use internet::{Obstacle, Unanswered};
use procedure::Category as K;

use crate::problem::beginning;
use crate::view::{Problem, ProblemCode as C, Reference};

impl From<SignInProblem> for Problem {
    fn from(problem: SignInProblem) -> Self {
        let mut view = told(&problem.what);
        view.reference = problem.evidence.map(|evidence| {
            Box::new(Reference {
                status: None,
                code: evidence.aadsts.map(|number| format!("AADSTS{number}")).or(Some(evidence.error)),
                message: (!evidence.message.is_empty()).then_some(evidence.message),
                request_id: evidence.trace_id,
                correlation_id: evidence.correlation_id,
                at: evidence.timestamp,
            })
        });
        view
    }
}

fn told(what: &What) -> Problem {
    match what {
        What::Refused(reason) => {
            // The person's own no is no refusal.
            let kind = if *reason == Reason::ConsentDeclined { K::Cancelled } else { K::Refused };
            Problem::here(kind, C::SignInRefused { reason: *reason })
        }
        What::Declined => Problem::here(K::Cancelled, C::SignInDeclined),
        What::Cancelled => Problem::here(K::Cancelled, C::Cancelled),
        What::TimedOut => Problem::here(K::NotSignedIn, C::SignInTimedOut),
        What::CodeExpired => Problem::here(K::NotSignedIn, C::CodeExpired),
        What::Untrusted(why) => Problem::here(K::Refused, C::SignInUntrusted { what: (*why).to_owned() }),
        What::OtherTenant { expected, found } => {
            let (expected, found) = (beginning(expected), beginning(found));
            Problem::here(K::Refused, C::OtherOrganisation { expected, found })
        }
        What::OtherUser => Problem::here(K::Refused, C::OtherPerson),
        What::BrowserNotOpened(_) => Problem::here(K::Internal, C::BrowserNotOpened),
        What::NoListener(_) => Problem::here(K::Internal, C::NoListener),
        What::Unanswered(unanswered) => unreachable_now(unanswered),
        What::NotUnderstood(_) => Problem::here(K::Internal, C::AnswerMalformed),
        What::AzureCliMissing => Problem::here(K::NotSignedIn, C::AzureCliMissing),
        What::AzureCliNotSignedIn => Problem::here(K::NotSignedIn, C::AzureCliNotSignedIn),
        What::AzureCliOtherTenant { expected } => {
            Problem::here(K::Refused, C::AzureCliOtherTenant { expected: beginning(expected) })
        }
        What::AzureCliFailed(_) => Problem::here(K::Internal, C::AzureCliFailed),
        // What signing in learns to tell apart later: a fault until it has words.
        _ => Problem::here(K::Internal, C::Internal),
    }
}

fn unreachable_now(unanswered: &Unanswered) -> Problem {
    Problem::here(K::Unreachable, unanswered.obstacle.as_ref().map_or(C::Unreachable, in_the_way))
}

/// What stands between this computer and Microsoft.
pub(crate) fn in_the_way(obstacle: &Obstacle) -> C {
    match obstacle {
        Obstacle::NoNetwork => C::NoNetwork,
        Obstacle::CaptivePortal => C::CaptivePortal,
        Obstacle::ProxyUnreachable => C::ProxyUnreachable,
        Obstacle::ProxySignIn => C::ProxySignIn,
        Obstacle::UntrustedCertificate => C::UntrustedCertificate,
        // Zero: how wrong it is could not be told.
        Obstacle::WrongClock { minutes } => {
            let minutes = u32::try_from(minutes.unsigned_abs()).unwrap_or(u32::MAX);
            C::WrongClock { minutes: (minutes != 0).then_some(minutes) }
        }
        _ => C::Unreachable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_crosses_by_the_name_that_its_words_have() {
        for reason in Reason::ALL {
            assert_eq!(serde_json::json!(reason), reason.name());
        }
    }
}

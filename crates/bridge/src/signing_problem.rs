//! Problems of signing in, on their way to the window.

use entra::{RefusalReason, SignInError, SignInErrorKind};
use internet::{Obstacle, Unanswered};
use procedure::Category as K;

use crate::problem::{AppProblem, beginning};
use crate::view::{ProblemCode as C, Reference};

impl From<SignInError> for AppProblem {
    fn from(error: SignInError) -> Self {
        let mut view = reported(&error.kind);
        view.reference = error.response.map(|evidence| {
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

fn reported(what: &SignInErrorKind) -> AppProblem {
    match what {
        SignInErrorKind::Refused(reason) => refused_for(*reason),
        SignInErrorKind::Declined => AppProblem::here(K::Cancelled, C::SignInDeclined),
        SignInErrorKind::Cancelled => AppProblem::here(K::Cancelled, C::Cancelled),
        SignInErrorKind::TimedOut => AppProblem::here(K::NotSignedIn, C::SignInTimedOut),
        SignInErrorKind::CodeExpired => AppProblem::here(K::NotSignedIn, C::CodeExpired),
        SignInErrorKind::Untrusted(why) => {
            AppProblem::here(K::Refused, C::SignInUntrusted { what: (*why).to_owned() })
        }
        SignInErrorKind::OtherTenant { expected, found } => {
            let (expected, found) = (beginning(expected), beginning(found));
            AppProblem::here(K::Refused, C::OtherOrganisation { expected, found })
        }
        SignInErrorKind::OtherUser => AppProblem::here(K::Refused, C::OtherPerson),
        SignInErrorKind::BrowserNotOpened(_) => AppProblem::here(K::Internal, C::BrowserNotOpened),
        SignInErrorKind::NoListener(_) => AppProblem::here(K::Internal, C::NoListener),
        SignInErrorKind::Unanswered(unanswered) => unreachable_now(unanswered),
        SignInErrorKind::NotUnderstood(_) => AppProblem::here(K::Internal, C::AnswerMalformed),
        SignInErrorKind::AzureCliMissing => AppProblem::here(K::NotSignedIn, C::AzureCliMissing),
        SignInErrorKind::AzureCliNotSignedIn => AppProblem::here(K::NotSignedIn, C::AzureCliNotSignedIn),
        SignInErrorKind::AzureCliOtherTenant { expected } => {
            AppProblem::here(K::Refused, C::AzureCliOtherTenant { expected: beginning(expected) })
        }
        SignInErrorKind::AzureCliFailed(_) => AppProblem::here(K::Internal, C::AzureCliFailed),
        // What signing in learns to tell apart later: a fault until it has words.
        _ => AppProblem::here(K::Internal, C::Internal),
    }
}

/// A sign-in that was refused for this reason.
pub(crate) fn refused_for(reason: RefusalReason) -> AppProblem {
    // The person's own no is no refusal.
    let kind = if reason == RefusalReason::ConsentDeclined { K::Cancelled } else { K::Refused };
    AppProblem::here(kind, C::SignInRefused { reason })
}

fn unreachable_now(unanswered: &Unanswered) -> AppProblem {
    AppProblem::here(K::Unreachable, unanswered.obstacle.as_ref().map_or(C::Unreachable, in_the_way))
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
        for reason in RefusalReason::ALL {
            assert_eq!(serde_json::json!(reason), reason.name());
        }
    }
}

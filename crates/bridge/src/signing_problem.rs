//! Problems of signing in, on their way to the window.

use entra::{RefusalReason, SignInError, SignInErrorKind};
use internet::{Obstacle, Unanswered};

use crate::view::{Problem, ProblemCode as C, ProblemKind as K, Reference, SignInReason};

impl From<SignInError> for Problem {
    fn from(error: SignInError) -> Self {
        let mut view = reported(&error.kind);
        if let Some(evidence) = error.response {
            if let Some(number) = evidence.aadsts {
                view = view.with("aadsts", &number.to_string());
            }
            view.reference = Some(Box::new(Reference {
                status: None,
                code: evidence.aadsts.map(|number| format!("AADSTS{number}")).or(Some(evidence.error)),
                message: (!evidence.message.is_empty()).then_some(evidence.message),
                request_id: evidence.trace_id,
                correlation_id: evidence.correlation_id,
                at: evidence.timestamp,
            }));
        }
        view
    }
}

fn reported(what: &SignInErrorKind) -> Problem {
    match what {
        SignInErrorKind::Refused(reason) => {
            // The person's own no is no refusal.
            let kind = if *reason == RefusalReason::ConsentDeclined { K::Cancelled } else { K::Refused };
            Problem { reason: Some(reason_view(*reason)), ..Problem::here(kind, C::SignInRefused) }
        }
        SignInErrorKind::Declined => Problem::here(K::Cancelled, C::SignInDeclined),
        SignInErrorKind::Cancelled => Problem::here(K::Cancelled, C::Cancelled),
        SignInErrorKind::TimedOut => Problem::here(K::NotSignedIn, C::SignInTimedOut),
        SignInErrorKind::CodeExpired => Problem::here(K::NotSignedIn, C::CodeExpired),
        SignInErrorKind::Untrusted(why) => Problem::here(K::Refused, C::SignInUntrusted).with("what", why),
        SignInErrorKind::OtherTenant { expected, found } => {
            let other = Problem::here(K::Refused, C::OtherOrganisation);
            other.with("expected", expected).with("found", found)
        }
        SignInErrorKind::OtherUser => Problem::here(K::Refused, C::OtherPerson),
        SignInErrorKind::BrowserNotOpened(_) => Problem::here(K::Internal, C::BrowserNotOpened),
        SignInErrorKind::NoListener(_) => Problem::here(K::Internal, C::NoListener),
        SignInErrorKind::Unanswered(unanswered) => unreachable_now(unanswered),
        SignInErrorKind::NotUnderstood(_) => Problem::here(K::Internal, C::AnswerMalformed),
        SignInErrorKind::AzureCliMissing => Problem::here(K::NotSignedIn, C::AzureCliMissing),
        SignInErrorKind::AzureCliNotSignedIn => Problem::here(K::NotSignedIn, C::AzureCliNotSignedIn),
        SignInErrorKind::AzureCliOtherTenant { expected } => {
            Problem::here(K::Refused, C::AzureCliOtherTenant).with("expected", expected)
        }
        SignInErrorKind::AzureCliFailed(_) => Problem::here(K::Internal, C::AzureCliFailed),
        // What signing in learns to tell apart later: a fault until it has words.
        _ => Problem::here(K::Internal, C::Internal),
    }
}

fn unreachable_now(unanswered: &Unanswered) -> Problem {
    unanswered.obstacle.as_ref().map_or_else(|| Problem::here(K::Unreachable, C::Unreachable), in_the_way)
}

/// What stands between this computer and Microsoft.
pub(crate) fn in_the_way(obstacle: &Obstacle) -> Problem {
    let code = match obstacle {
        Obstacle::NoNetwork => C::NoNetwork,
        Obstacle::CaptivePortal => C::CaptivePortal,
        Obstacle::ProxyUnreachable => C::ProxyUnreachable,
        Obstacle::ProxySignIn => C::ProxySignIn,
        Obstacle::UntrustedCertificate => C::UntrustedCertificate,
        Obstacle::WrongClock { .. } => C::WrongClock,
        _ => C::Unreachable,
    };
    match obstacle {
        // Zero: how wrong it is could not be told.
        Obstacle::WrongClock { minutes } if *minutes != 0 => {
            Problem::here(K::Unreachable, code).with("minutes", &minutes.abs().to_string())
        }
        _ => Problem::here(K::Unreachable, code),
    }
}

macro_rules! reasons {
    ($($name:ident)*) => {
        fn reason_view(reason: RefusalReason) -> SignInReason {
            match reason {
                RefusalReason::StepUpRequired => SignInReason::MoreProofNeeded,
                RefusalReason::MfaExpired => SignInReason::ProofExpired,
                $( RefusalReason::$name => SignInReason::$name, )*
            }
        }
    };
}
reasons! {
    SeveralSessions RedirectNotRegistered AccountNotInTenant NoSuchAccount AccountLocked PasswordExpired
    AccountDisabled SilentFailed TenantMissing NotAssigned WrongCredentials
    ExternalChallenge GrantRevoked NotMultitenant CrossTenantBlocked DeviceNotCompliant AppNotApproved AccessBlocked
    RegistrationRisk SecurityPolicy CodeRedeemed ConsentMissing NotPreauthorised ConsentDeclined AppMisconfigured
    AppNotFound GrantInvalid CodePending CodeBad CodeExpired SignInExpired AppDisabled NotPublicClient
    TenantNotFound GraphNotRequested WrongCloud AdminConsentNeeded AdminConsentRequestable NotUsableHere
    MalformedRequest Busy Unknown
}

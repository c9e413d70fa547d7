//! What can go wrong when signing in.

mod reason;
mod response;

use std::fmt;

use internet::Unanswered;

pub use self::reason::RefusalReason;
pub use self::response::ErrorResponse;
pub(crate) use self::response::parse_claims;

/// A sign-in that did not succeed.
///
/// Inside an [`azure_core::Error`] that a [`Session`](crate::Session) gives, it is found with [`SignInError::of`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInError {
    /// What happened.
    pub kind: SignInErrorKind,
    /// What Microsoft said, to be quoted.
    pub response: Option<Box<ErrorResponse>>,
}

/// What happened. Refused, declined, cancelled and failed are kept apart: they call for different things.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignInErrorKind {
    /// Microsoft refused, for this reason.
    Refused(RefusalReason),
    /// The person said no at Microsoft's page.
    Declined,
    /// Cancelled by whoever asked.
    Cancelled,
    /// Nobody finished at Microsoft's page in time.
    TimedOut,
    /// The code for the other device has run out.
    CodeExpired,
    /// An answer that is not the answer to our question; the word names what is wrong with it (`nonce`, `issuer`,
    /// `audience`, `endpoint` ...). Nothing of it was used.
    Untrusted(&'static str),
    /// The answer comes from another organisation.
    OtherTenant {
        /// Whom we asked for.
        expected: String,
        /// Who answered.
        found: String,
    },
    /// Another person answered where the same one had to.
    OtherUser,
    /// The system could not open its browser.
    BrowserNotOpened(String),
    /// No port could be opened to catch the browser's answer.
    NoListener(String),
    /// There was no answer over the Internet.
    Unanswered(Unanswered),
    /// An answer that does not say what it should.
    NotUnderstood(String),
    /// The Azure CLI is not installed.
    AzureCliMissing,
    /// The Azure CLI is not signed in.
    AzureCliNotSignedIn,
    /// The Azure CLI is signed in to another organisation.
    AzureCliOtherTenant {
        /// Whom we asked for.
        expected: String,
    },
    /// The Azure CLI failed in another way; its words, without secrets.
    AzureCliFailed(String),
}

impl SignInError {
    /// The problem inside an error that a credential of this crate gave, when there is one.
    #[must_use]
    pub fn of(error: &azure_core::Error) -> Option<&Self> {
        error.downcast_ref()
    }

    /// The reason, when Microsoft refused.
    #[must_use]
    pub fn reason(&self) -> Option<RefusalReason> {
        match self.kind {
            SignInErrorKind::Refused(reason) => Some(reason),
            SignInErrorKind::Declined
            | SignInErrorKind::Cancelled
            | SignInErrorKind::TimedOut
            | SignInErrorKind::CodeExpired
            | SignInErrorKind::Untrusted(_)
            | SignInErrorKind::OtherTenant { .. }
            | SignInErrorKind::OtherUser
            | SignInErrorKind::BrowserNotOpened(_)
            | SignInErrorKind::NoListener(_)
            | SignInErrorKind::Unanswered(_)
            | SignInErrorKind::NotUnderstood(_)
            | SignInErrorKind::AzureCliMissing
            | SignInErrorKind::AzureCliNotSignedIn
            | SignInErrorKind::AzureCliOtherTenant { .. }
            | SignInErrorKind::AzureCliFailed(_) => None,
        }
    }

    /// What Microsoft's error means: the error's name decides between no, busy and refused, and the number refines.
    #[must_use]
    pub(crate) fn refused(response: ErrorResponse) -> Self {
        let kind = match response.error.as_str() {
            "authorization_declined" => SignInErrorKind::Declined,
            // The number says that something else than the person refused; its absence, that the person did.
            "access_denied" if response.aadsts.is_none() => SignInErrorKind::Declined,
            "expired_token" => SignInErrorKind::CodeExpired,
            _ => SignInErrorKind::Refused(RefusalReason::of(
                &response.error,
                response.suberror.as_deref(),
                response.aadsts,
            )),
        };
        Self { kind, response: Some(Box::new(response)) }
    }
}

impl From<SignInErrorKind> for SignInError {
    fn from(kind: SignInErrorKind) -> Self {
        Self { kind, response: None }
    }
}

impl From<Unanswered> for SignInError {
    fn from(unanswered: Unanswered) -> Self {
        SignInErrorKind::Unanswered(unanswered).into()
    }
}

/// For logs: codes and ids, no words of the server's, in which a person may be named.
impl fmt::Display for SignInError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            SignInErrorKind::Refused(reason) => {
                write!(f, "Microsoft refused the sign-in: {}", reason.name())?;
            }
            SignInErrorKind::Declined => f.write_str("declined at Microsoft's page")?,
            SignInErrorKind::Cancelled => f.write_str("the sign-in was cancelled")?,
            SignInErrorKind::TimedOut => f.write_str("nobody signed in within the time")?,
            SignInErrorKind::CodeExpired => f.write_str("the code has run out")?,
            SignInErrorKind::Untrusted(why) => write!(f, "an answer that is not ours: {why}")?,
            SignInErrorKind::OtherTenant { expected, found } => {
                write!(f, "asked for {expected}, {found} answered")?;
            }
            SignInErrorKind::OtherUser => f.write_str("another person answered")?,
            SignInErrorKind::BrowserNotOpened(why) => write!(f, "the browser did not open: {why}")?,
            SignInErrorKind::NoListener(why) => write!(f, "no port for the answer: {why}")?,
            SignInErrorKind::Unanswered(unanswered) => write!(f, "{unanswered}")?,
            SignInErrorKind::NotUnderstood(why) => write!(f, "not understood: {why}")?,
            SignInErrorKind::AzureCliMissing => f.write_str("no Azure CLI")?,
            SignInErrorKind::AzureCliNotSignedIn => f.write_str("the Azure CLI is not signed in")?,
            SignInErrorKind::AzureCliOtherTenant { expected } => {
                write!(f, "the Azure CLI is not signed in to {expected}")?;
            }
            SignInErrorKind::AzureCliFailed(why) => write!(f, "the Azure CLI failed: {why}")?,
        }
        let Some(response) = &self.response else { return Ok(()) };
        write!(f, " (error {:?}", response.error)?;
        if let Some(number) = response.aadsts {
            write!(f, ", AADSTS{number}")?;
        }
        write!(f, ", correlation id {})", response.correlation_id.as_deref().unwrap_or("none"))
    }
}

impl std::error::Error for SignInError {
    /// So that whoever holds only the credential's error can tell that the Internet is not there.
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        if let SignInErrorKind::Unanswered(unanswered) = &self.kind { Some(unanswered) } else { None }
    }
}

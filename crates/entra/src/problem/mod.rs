//! What can go wrong when signing in.

mod evidence;
mod reason;

use std::fmt;

use internet::Unanswered;

pub use self::evidence::Evidence;
pub(crate) use self::evidence::is_claims;
pub use self::reason::Reason;

/// A sign-in that did not succeed.
///
/// Inside an [`azure_core::Error`] that a [`Session`](crate::Session) gives, it is found with [`Problem::of`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What happened.
    pub what: What,
    /// What Microsoft said, to be quoted.
    pub evidence: Option<Box<Evidence>>,
}

/// What happened. Refused, declined, cancelled and failed are kept apart: they call for different things.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum What {
    /// Microsoft refused, for this reason.
    Refused(Reason),
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

impl Problem {
    /// The problem inside an error that a credential of this crate gave, when there is one.
    #[must_use]
    pub fn of(error: &azure_core::Error) -> Option<&Self> {
        error.downcast_ref()
    }

    /// The reason, when Microsoft refused.
    #[must_use]
    pub fn reason(&self) -> Option<Reason> {
        match self.what {
            What::Refused(reason) => Some(reason),
            _ => None,
        }
    }

    /// What Microsoft's error means: the error's name decides between no, busy and refused, and the number refines.
    #[must_use]
    pub(crate) fn refused(evidence: Evidence) -> Self {
        let what = match evidence.error.as_str() {
            "authorization_declined" => What::Declined,
            // The number says that something else than the person refused; its absence, that the person did.
            "access_denied" if evidence.aadsts.is_none() => What::Declined,
            "expired_token" => What::CodeExpired,
            _ => What::Refused(Reason::of(&evidence.error, evidence.suberror.as_deref(), evidence.aadsts)),
        };
        Self { what, evidence: Some(Box::new(evidence)) }
    }
}

impl From<What> for Problem {
    fn from(what: What) -> Self {
        Self { what, evidence: None }
    }
}

impl From<Unanswered> for Problem {
    fn from(unanswered: Unanswered) -> Self {
        What::Unanswered(unanswered).into()
    }
}

/// For logs: codes and ids, no words of the server's, in which a person may be named.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.what {
            What::Refused(reason) => write!(f, "Microsoft refused the sign-in: {}", reason.name())?,
            What::Declined => f.write_str("declined at Microsoft's page")?,
            What::Cancelled => f.write_str("the sign-in was cancelled")?,
            What::TimedOut => f.write_str("nobody signed in within the time")?,
            What::CodeExpired => f.write_str("the code has run out")?,
            What::Untrusted(why) => write!(f, "an answer that is not ours: {why}")?,
            What::OtherTenant { expected, found } => write!(f, "asked for {expected}, {found} answered")?,
            What::OtherUser => f.write_str("another person answered")?,
            What::BrowserNotOpened(why) => write!(f, "the browser did not open: {why}")?,
            What::NoListener(why) => write!(f, "no port for the answer: {why}")?,
            What::Unanswered(unanswered) => write!(f, "{unanswered}")?,
            What::NotUnderstood(why) => write!(f, "not understood: {why}")?,
            What::AzureCliMissing => f.write_str("no Azure CLI")?,
            What::AzureCliNotSignedIn => f.write_str("the Azure CLI is not signed in")?,
            What::AzureCliOtherTenant { expected } => {
                write!(f, "the Azure CLI is not signed in to {expected}")?;
            }
            What::AzureCliFailed(why) => write!(f, "the Azure CLI failed: {why}")?,
        }
        let Some(evidence) = &self.evidence else { return Ok(()) };
        write!(f, " (error {:?}", evidence.error)?;
        if let Some(number) = evidence.aadsts {
            write!(f, ", AADSTS{number}")?;
        }
        write!(f, ", correlation id {})", evidence.correlation_id.as_deref().unwrap_or("none"))
    }
}

impl std::error::Error for Problem {
    /// So that whoever holds only the credential's error can tell that the Internet is not there.
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.what {
            What::Unanswered(unanswered) => Some(unanswered),
            _ => None,
        }
    }
}

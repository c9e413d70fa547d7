//! Why an invitation was refused.

use graph::{GraphProblem, GraphProblemKind, NotInvitable};
use guest::Address;
use serde::{Deserialize, Serialize};

/// Why an invitation was refused, as far as the refusal tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum WhyNotInvited {
    /// The address is in one of the organisation's own domains.
    OwnDomain,
    /// The settings of one of the two organisations do not allow it.
    ByPolicy,
    /// Somebody in the organisation has the address.
    AlreadyThere,
    /// The account is blocked.
    BlockedAccount,
    /// The address holds a character that Microsoft does not accept in an invitation.
    Characters,
    /// The account does not have the address, or the invitation does not know of it yet.
    NotOnTheAccount,
    /// For a reason that is known by the server's own words alone.
    Unexplained,
}

impl WhyNotInvited {
    /// None where the answer says nothing of the invitation.
    pub(crate) fn of(problem: &GraphProblem, address: &str) -> Option<Self> {
        let odd = || Address::recorded(address).is_some_and(|it| !guest::refused_characters(&it).is_empty());
        match &problem.kind {
            GraphProblemKind::NotInvitable { why } => Some(match why {
                NotInvitable::OwnDomain => Self::OwnDomain,
                NotInvitable::ByPolicy => Self::ByPolicy,
                NotInvitable::AlreadyThere => Self::AlreadyThere,
                NotInvitable::NotOnTheAccount => Self::NotOnTheAccount,
            }),
            GraphProblemKind::Conflict { .. } => Some(Self::AlreadyThere),
            GraphProblemKind::PreconditionFailed => Some(Self::BlockedAccount),
            GraphProblemKind::BadRequest { .. } => {
                Some(if odd() { Self::Characters } else { Self::Unexplained })
            }
            GraphProblemKind::BadInput { .. }
            | GraphProblemKind::AlreadyReferenced
            | GraphProblemKind::InvalidReference
            | GraphProblemKind::MasteredElsewhere
            | GraphProblemKind::NotSignedIn
            | GraphProblemKind::Unauthorised
            | GraphProblemKind::TracingNotSetUp
            | GraphProblemKind::StepUpRequired { .. }
            | GraphProblemKind::Refused { .. }
            | GraphProblemKind::NotFound
            | GraphProblemKind::Throttled
            | GraphProblemKind::Unavailable { .. }
            | GraphProblemKind::AnswerLost
            | GraphProblemKind::Unreachable
            | GraphProblemKind::Cancelled
            | GraphProblemKind::Malformed
            | GraphProblemKind::TooLarge
            | GraphProblemKind::ForeignHost => None,
        }
    }
}

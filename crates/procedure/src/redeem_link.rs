//! The link by which a guest accepts an invitation.

use std::fmt;

/// The link of an invitation that a change sent. Whoever has it can use it: it is held in memory for the result of the
/// change, and stands in no record, no log and no document.
#[derive(Clone, PartialEq, Eq)]
pub enum RedeemLink {
    /// As it came with the answer.
    Known(String),
    /// The invitation was sent, and its link is not known here: its answer was lost, or came to a run of the app that has
    /// ended. Sending the invitation again gives a new one.
    NotKnown,
}

impl fmt::Debug for RedeemLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Known(_) => "Known",
            Self::NotKnown => "NotKnown",
        })
    }
}

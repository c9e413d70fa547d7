//! What was found: codes and evidence, no words. The verdict, its cause, and what to ask besides, each in a module.

mod advice;
mod cause;
mod verdict;

pub use advice::{Advice, Check, CheckKind, CheckState};
pub use cause::{Also, Cause, Insider, Missing, Unanswered};
pub use verdict::Verdict;

use crate::facts::OwnerRef;
use crate::rule::Rule;

/// How much something matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum Severity {
    /// For information.
    Info,
    /// Looked at and in order.
    Ok,
    /// May explain missing mail, or deserves a look.
    Warning,
    /// Explains missing mail.
    Error,
}

/// What a rule found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum FindingCode {
    /// R0: no sign of business-to-business collaboration.
    NotAGuest,
    /// R1: nobody has the address.
    NotFound,
    /// R1, R2: nobody live has the address, but an object owns it; inviting now would make a broken guest.
    AddressOwned,
    /// R2: only a deleted user has the address.
    Deleted,
    /// R2: a deleted guest had the address, and somebody else has it by now.
    DeletedGuestHadIt,
    /// R2: the deleted user was never a guest, and may stand in the way of an invitation.
    DeletedAccountInTheWay,
    /// R17: typed Guest, never invited.
    InternalGuest,
    /// R3: several guests have the address.
    SeveralGuests,
    /// R4: another object owns one of the guest's addresses, and the guest has no main address.
    Conflict,
    /// R4: another object has one of the guest's addresses too, and there is a main address, or that is not known.
    AddressShared,
    /// R4: one of the guest's addresses is the user name of another account, which may own it.
    UserNameTaken,
    /// R4: the server refused one of the guest's addresses because this object has it, though no search shows that.
    AddressRefused,
    /// R4: no owner was found, but not everything that may own one of the guest's addresses was seen.
    OwnersNotAllSeen,
    /// R5: no main address and several other addresses: the rule of Microsoft's support article.
    Misconfigured,
    /// R6: no main address in another way.
    NoAddress,
    /// R7: several addresses, one of them the main one: normal.
    SeveralAddresses,
    /// R8: mail goes to another address than the one searched for.
    MailElsewhere,
    /// R14: the directory names two main addresses.
    MainAddressesDiffer,
    /// R9: not a member of the chosen group.
    NotMember,
    /// R9: in the chosen list through another group, which Exchange expands. Information.
    MemberThroughAnother,
    /// R15: the chosen group hides its members, and the guest is not among those that show.
    MembersHidden,
    /// R10: the chosen group takes no new guests. Information.
    GroupTakesNoGuests,
    /// R16: the account has licences, but no mailbox that can be seen.
    Licensed,
    /// R16: the account has an Exchange plan: very likely a mailbox here.
    HasMailbox,
    /// R10: the organisation does not let guests use groups.
    GuestAccessOff,
    /// R10: only admins may add guests to groups. Information.
    AddingGuestsOff,
    /// R10: Outlook does not show the group. Information.
    GroupHidden,
    /// R11: the directory on premises decides about the guest.
    SyncedFromOnPremises,
    /// R11: only admins of the restricted administrative unit can change the guest.
    RestrictedManagement,
    /// R11: the guest holds a role, or is in a group that can.
    Privileged,
    /// R12: signing in is blocked.
    Blocked,
    /// R12: the invitation was not accepted yet.
    Pending,
    /// R13: no fault found in the directory.
    NoFaultFound,
    /// A lookup failed or a deciding property was not read.
    CannotTell,
}

/// One property and what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Microsoft Graph's name of the property, or of the setting.
    pub property: String,
    /// What it holds; None when it is empty.
    pub value: Option<String>,
}

impl Evidence {
    pub(crate) fn new(property: &str, value: Option<impl Into<String>>) -> Self {
        Self { property: property.to_owned(), value: value.map(Into::into) }
    }
}

/// What a rule found, with what shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was found.
    pub code: FindingCode,
    /// By which rule; none for what could not be read.
    pub rule: Option<Rule>,
    /// How much it matters.
    pub severity: Severity,
    /// The properties that show it.
    pub evidence: Vec<Evidence>,
    /// Whose address it is, for a finding about ownership.
    pub owner: Option<OwnerRef>,
}

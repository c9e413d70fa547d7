//! What went wrong, and whether anything was changed. Bad input, refused, cancelled and failed are different things.

use graph::{Changed, ServerDetails};
use guest::{NotAnAddress, ObjectId, RemedyKind, UserName, WhyNot, WhyRefused};
use serde::{Deserialize, Serialize};

pub use crate::not_invited::WhyNotInvited;
use crate::outcome::NamedObject;

/// The most that is offered to search for: more than these are a list, and no choice.
const MOST_OFFERED: usize = 4;

/// The family a problem belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// What was typed or chosen cannot be used as it is.
    BadInput,
    /// A rule said no: ours or the server's.
    Refused,
    /// The person stopped it.
    Cancelled,
    /// The tenant is not as it was when the preview was made.
    Conflict,
    /// No answer came.
    Unreachable,
    /// Too many requests.
    Throttled,
    /// Nobody is signed in, or the sign-in no longer holds.
    NotSignedIn,
    /// A fault of the app or of the server.
    Internal,
}

/// What of a deleted account another object has by now, as the server names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum TakenPart {
    /// An address.
    Address,
    /// The user name.
    UserName,
    /// It does not say.
    NotSaid,
}

/// What exactly went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ErrorKind {
    /// The typed text is no address.
    Address {
        /// What was typed.
        typed: String,
        /// Why it is none.
        why: NotAnAddress,
    },
    /// Nobody, live or deleted, has this user name, and nobody has the address in it.
    NobodyWithUserName {
        /// The name.
        name: UserName,
    },
    /// No user, live or deleted, has this object id.
    NobodyWithId {
        /// The id.
        id: ObjectId,
    },
    /// A choice is none of those offered.
    ChoiceInvalid(&'static str),
    /// The typed confirmation differs from what was asked.
    TypedTextDiffers {
        /// What was asked for.
        expected: String,
    },
    /// The plan was applied already.
    PlanUsed,
    /// The plan is older than fifteen minutes, was replaced by another, or was never made.
    PlanStale,
    /// Another change of this account is still running.
    ChangeRunning,
    /// The remedy does not fit this guest.
    NotForThisGuest,
    /// A property is no longer what the preview showed.
    TenantChanged {
        /// Microsoft Graph's name of it.
        property: &'static str,
    },
    /// The guest is no longer in the directory.
    GuestGone,
    /// The members of the group cannot be changed any more, or it refuses the guest.
    GroupNotWritable {
        /// The group's name.
        group: String,
        /// Why not.
        why: WhyNot,
    },
    /// The group is no longer in the directory.
    GroupGone {
        /// The group's name.
        group: String,
    },
    /// The operator owned the group when they signed in, and does no more.
    OwnerNoMore {
        /// The group's name.
        group: String,
    },
    /// Another object owns the address.
    AddressConflict {
        /// The address.
        address: String,
        /// The objects that own it; empty when the server names none and none is seen.
        owners: Vec<NamedObject>,
    },
    /// Another object has a value that was to be written, or the object changed meanwhile.
    ObjectConflict {
        /// Ids of the objects in the way, when the server names them.
        objects: Vec<String>,
    },
    /// A deleted account was not brought back, because another object has something of it by now.
    ReturnRefused {
        /// What.
        part: TakenPart,
        /// The objects that have it; empty when the server names none and none is seen.
        owners: Vec<NamedObject>,
    },
    /// The account lacks the right.
    MissingRight {
        /// Why, as far as that is known.
        why: WhyRefused,
    },
    /// It is done in the practice organisation only, and another one is signed in to.
    OnlyInPractice,
    /// Guests may not search a directory they are a guest in.
    GuestsMayNotSearch,
    /// The server refused for a reason of its own.
    ServerRefused,
    /// Message traces are not set up in this organisation.
    TracingNotSetUp,
    /// The group has no address that mail could be sent to.
    GroupWithoutMail {
        /// The group's name.
        group: String,
    },
    /// The server refused the invitation after the old account was deleted.
    InvitationRefused {
        /// The address it was for.
        address: String,
        /// The objects that have the address, where that is why.
        owners: Vec<NamedObject>,
    },
    /// The invitation came back with another account that was there before.
    InvitationOtherAccount {
        /// Its object id.
        found: String,
    },
    /// The server refused to invite somebody.
    NotInvited {
        /// At which address.
        address: String,
        /// Why.
        why: WhyNotInvited,
    },
    /// The invitation came back with another account than the guest's, which it may have made.
    InvitedSomebodyElse {
        /// The address it was for.
        address: String,
        /// The account's object id.
        found: String,
    },
    /// The guest has accepted the invitation that was to be taken back.
    GuestAccepted,
    /// There is no way back for this change.
    CannotUndo,
    /// The record is not as it was written: nothing is done on the word of it.
    RecordDamaged,
    /// The record is not whole: nothing of it is taken out, however old it is.
    RecordNotWhole,
    /// What the change left was changed by somebody else since.
    ChangedSince,
    /// Stopped by the person.
    Cancelled,
    /// No connection to the server.
    Unreachable,
    /// The answer to a change was lost.
    AnswerLost,
    /// A change was carried out, and the directory does not show it within the time we wait.
    NotVisibleInTime,
    /// The server is there but cannot serve now.
    ServerUnavailable {
        /// HTTP status.
        status: u16,
    },
    /// Too many requests.
    Throttled,
    /// Nobody is signed in.
    NotSignedIn,
    /// The sign-in is no longer accepted.
    SignInExpired,
    /// The sign-in holds, but Microsoft asks for a stronger one before it answers this (a claims challenge).
    StepUpRequired {
        /// What the next sign-in must prove: the challenge's claims, as JSON text.
        claims: String,
    },
    /// No organisation is configured to sign in to.
    NoOrganisation,
    /// The sign-in was for one organisation, and Graph answers for another.
    OtherOrganisation {
        /// The tenant's id that was meant.
        expected: String,
        /// The one that answered.
        found: String,
    },
    /// No device code is under way: it was used, it expired, or somebody signed in meanwhile.
    DeviceCodeExpired,
    /// The organisation switched repairs off on this computer.
    SwitchedOff,
    /// The sign-in lacks permissions for this remedy.
    PermissionMissing {
        /// The remedy, or the one that is taken back or gone on with.
        remedy: RemedyKind,
        /// Whether this way of signing in can ask for them.
        may_ask: bool,
        /// Microsoft's names of them.
        permissions: Vec<String>,
    },
    /// The answer could not be understood.
    AnswerMalformed,
    /// The journal cannot be written or read; without it nothing is changed.
    Journal(String),
    /// What a survey found cannot be kept or read.
    SurveyNotKept(String),
    /// A fault in the app itself.
    Internal(String),
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What exactly.
    pub kind: ErrorKind,
    /// Whether something was changed in the tenant.
    pub changed: Changed,
    /// What to quote.
    pub server: Option<Box<ServerDetails>>,
}

impl Problem {
    /// A problem before anything was changed.
    #[must_use]
    pub fn unchanged(kind: ErrorKind) -> Self {
        Self { kind, changed: Changed::No, server: None }
    }

    /// Whether it may pass by itself, so that it is worth asking once more.
    #[must_use]
    pub(crate) const fn may_pass(&self) -> bool {
        matches!(
            self.kind,
            ErrorKind::Unreachable
                | ErrorKind::AnswerLost
                | ErrorKind::AnswerMalformed
                | ErrorKind::Throttled
                | ErrorKind::ServerUnavailable { .. }
        )
    }

    /// Whether it says of a way back that it is gone.
    pub(crate) const fn ends_way_back(&self) -> bool {
        matches!(self.kind, ErrorKind::ChangedSince | ErrorKind::CannotUndo | ErrorKind::GuestAccepted)
    }

    /// Whether the plan it is about can never be confirmed, so that only a new one helps.
    #[must_use]
    pub const fn voids_plan(&self) -> bool {
        matches!(self.kind, ErrorKind::PlanStale | ErrorKind::PlanUsed | ErrorKind::TenantChanged { .. })
    }

    /// Whether putting the original back is what it asks for, where that can be done.
    #[must_use]
    pub const fn asks_to_put_back(&self) -> bool {
        matches!(self.kind, ErrorKind::InvitationRefused { .. })
    }

    /// What can be searched for instead of what was typed: to offer, never to choose.
    #[must_use]
    pub fn search_instead(&self) -> Vec<String> {
        let address = |address: &guest::Address| address.as_str().to_owned();
        if let ErrorKind::NobodyWithUserName { name } = &self.kind {
            return name.addresses().iter().map(address).collect();
        }
        let ErrorKind::Address { why, .. } = &self.kind else { return Vec::new() };
        if let NotAnAddress::SeveralAddresses { searchable, .. } = why {
            searchable.iter().take(MOST_OFFERED).cloned().collect()
        } else if let NotAnAddress::Accented { plain, .. } = why {
            vec![address(plain)]
        } else {
            Vec::new()
        }
    }

    /// The family it belongs to.
    #[must_use]
    pub fn category(&self) -> Category {
        match &self.kind {
            ErrorKind::Address { .. }
            | ErrorKind::NobodyWithUserName { .. }
            | ErrorKind::NobodyWithId { .. }
            | ErrorKind::ChoiceInvalid(_)
            | ErrorKind::TypedTextDiffers { .. }
            | ErrorKind::NoOrganisation => Category::BadInput,
            ErrorKind::PlanUsed
            | ErrorKind::PlanStale
            | ErrorKind::ChangeRunning
            | ErrorKind::NotForThisGuest
            | ErrorKind::MissingRight { .. }
            | ErrorKind::SwitchedOff
            | ErrorKind::PermissionMissing { .. }
            | ErrorKind::OnlyInPractice
            | ErrorKind::GuestsMayNotSearch
            | ErrorKind::ServerRefused
            | ErrorKind::TracingNotSetUp
            | ErrorKind::GroupWithoutMail { .. }
            | ErrorKind::InvitationRefused { .. }
            | ErrorKind::NotInvited { .. }
            | ErrorKind::OtherOrganisation { .. }
            | ErrorKind::RecordDamaged
            | ErrorKind::RecordNotWhole
            | ErrorKind::OwnerNoMore { .. }
            | ErrorKind::GuestAccepted
            | ErrorKind::CannotUndo => Category::Refused,
            ErrorKind::TenantChanged { .. }
            | ErrorKind::GuestGone
            | ErrorKind::GroupNotWritable { .. }
            | ErrorKind::GroupGone { .. }
            | ErrorKind::AddressConflict { .. }
            | ErrorKind::ObjectConflict { .. }
            | ErrorKind::ReturnRefused { .. }
            | ErrorKind::InvitationOtherAccount { .. }
            | ErrorKind::InvitedSomebodyElse { .. }
            | ErrorKind::ChangedSince => Category::Conflict,
            ErrorKind::Cancelled => Category::Cancelled,
            ErrorKind::Unreachable
            | ErrorKind::AnswerLost
            | ErrorKind::NotVisibleInTime
            | ErrorKind::ServerUnavailable { .. } => Category::Unreachable,
            ErrorKind::Throttled => Category::Throttled,
            ErrorKind::NotSignedIn
            | ErrorKind::SignInExpired
            | ErrorKind::StepUpRequired { .. }
            | ErrorKind::DeviceCodeExpired => Category::NotSignedIn,
            ErrorKind::AnswerMalformed
            | ErrorKind::Journal(_)
            | ErrorKind::SurveyNotKept(_)
            | ErrorKind::Internal(_) => Category::Internal,
        }
    }
}

impl From<ErrorKind> for Problem {
    fn from(kind: ErrorKind) -> Self {
        Self::unchanged(kind)
    }
}

impl From<journal::JournalError> for Problem {
    fn from(error: journal::JournalError) -> Self {
        ErrorKind::Journal(error.to_string()).into()
    }
}

//! What can be done, ordered by rising harm.

mod ability;
mod choose;
mod fit;
mod permission;

pub(crate) use ability::is_privileged;
pub use ability::missing_permissions;
pub(crate) use choose::remedies;
pub use permission::{Permission, READING, roles_for, scopes_for};

use crate::facts::{OwnerRef, WhyNot};

/// A repair. The order of the variants is the order of rising harm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RemedyKind {
    /// Take the address off the object that owns it; done outside the app.
    ResolveConflict,
    /// Invite somebody who is not there.
    Invite,
    /// Bring a deleted guest back.
    Restore,
    /// Send the invitation again.
    ResendInvitation,
    /// Add him to the chosen group.
    AddToGroup,
    /// Set the main address.
    SetMail,
    /// Keep one address: option 1 of Microsoft's article.
    KeepOneAddress,
    /// Take him out of the group and add him again, which subscribes him.
    RenewMembership,
    /// Let him accept again: reset the redemption.
    ResetRedemption,
    /// Delete, invite and add again: option 2 of Microsoft's article.
    RemoveAndInvite,
}

impl RemedyKind {
    /// Every remedy, by rising harm.
    pub const ALL: [Self; 10] = [
        Self::ResolveConflict,
        Self::Invite,
        Self::Restore,
        Self::ResendInvitation,
        Self::AddToGroup,
        Self::SetMail,
        Self::KeepOneAddress,
        Self::RenewMembership,
        Self::ResetRedemption,
        Self::RemoveAndInvite,
    ];

    /// Which option of Microsoft's support article it is.
    #[must_use]
    pub const fn option(self) -> Option<u8> {
        match self {
            Self::KeepOneAddress => Some(1),
            Self::RemoveAndInvite => Some(2),
            _ => None,
        }
    }
}

/// How a conflict is resolved, by what owns the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Resolution {
    /// The object is synced: on-premises steps.
    OnPremises,
    /// A contact in the cloud: a script for Exchange.
    RemoveContact,
    /// A user or shared mailbox: take the address off it, or use it instead of the guest.
    ChangeUser,
    /// Another guest: decide which of the two he uses.
    ChangeGuest,
    /// A group: take the address off it.
    ChangeGroup,
}

/// One sentence why a remedy is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Another object owns the address; nothing else lasts before that is resolved.
    OwnsTheAddress {
        /// The owner, with the address.
        owner: OwnerRef,
        /// How it is resolved.
        resolution: Resolution,
    },
    /// Nobody has the address.
    NobodyHasTheAddress,
    /// He was deleted and can come back with everything he had.
    ComesBackWithEverything,
    /// He has not accepted yet.
    NotAcceptedYet,
    /// He is not a member of the group.
    NotInTheGroup,
    /// The main address is empty, and writing it fills it.
    FillsTheMainAddress,
    /// Mail goes to the address that becomes the main one.
    ChangesWhereMailGoes,
    /// The article's option 1: leaves one of several addresses.
    LeavesOneAddress,
    /// Adding a guest as member subscribes him.
    SubscribesAgain,
    /// He signs in with another account from then on; fills no address.
    ChangesHowHeSignsIn,
    /// The article's option 2: a new account is made with every address filled.
    MakesANewAccount,
}

/// Whether the remedy can help here. Only this disables a button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fit {
    /// It can be tried.
    Fits,
    /// It cannot help this guest.
    CannotHelp(CannotHelp),
    /// Something else comes first.
    NotNow(NotNow),
}

/// Why a remedy cannot help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CannotHelp {
    /// There are no other addresses to keep one of.
    NoOtherAddress,
    /// There is one other address already.
    OneAddressAlready,
    /// The other addresses are one address written several times.
    SameAddressRepeated,
    /// `mail` is filled: other addresses are not what is missing.
    MailIsFilled,
    /// `proxyAddresses` has a primary one: other addresses are not what is missing.
    ProxyIsFilled,
    /// Another object owns the address: fewer addresses do not change that.
    ConflictStays,
    /// He has no address that could become the main one.
    NoAddressToSet,
    /// The directory on premises decides about him.
    SyncedFromOnPremises,
    /// The members of the group cannot be changed here.
    Group(WhyNot),
    /// He is not a member of any group with mail whose members can be changed here.
    NoGroupToRenew,
    /// The time in which he could be restored is over.
    TooLate,
}

/// What comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NotNow {
    /// Resolve the conflict.
    ConflictFirst,
    /// Choose one of several deleted guests.
    ChooseFirst,
    /// Search again: what decides could not be read.
    NotKnown,
}

/// Whether the operator can do it. Never disables a button: rights that cannot be seen may be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ability {
    /// You can.
    Can,
    /// After one more permission for the app.
    AfterPermission {
        /// The least privileged permissions that are missing.
        scopes: Vec<String>,
    },
    /// Not in this sign-in: it lacks a permission and cannot ask for more.
    NotWithThisSignIn {
        /// The least privileged permissions that are missing.
        scopes: Vec<String>,
    },
    /// The organisation switched repairs off on this computer.
    SwitchedOff,
    /// Somebody else can.
    NotYou {
        /// The roles that can, by display name; `Group owner` and `On-premises administrator` stand for people who
        /// need no role of Microsoft Entra.
        who_can: Vec<String>,
    },
    /// It could not be confirmed that you can.
    CouldNotConfirm {
        /// Why not.
        doubt: Doubt,
        /// The roles that can.
        who_can: Vec<String>,
    },
}

/// Why an ability could not be confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// The operator's roles could not be read.
    RolesNotRead,
    /// The operator may hold roles that cannot be seen.
    UnseenRoles,
    /// The guest is in a restricted administrative unit; who administers that cannot be seen.
    RestrictedManagement,
    /// Whether the guest holds roles could not be read.
    GuestRolesNotRead,
    /// The organisation decides who may invite.
    InvitationPolicy,
}

/// Whether there is a way back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undo {
    /// Everything goes back.
    Full,
    /// Something stays.
    Partial {
        /// What stays.
        stays: Vec<Stays>,
    },
    /// There is no way back.
    Impossible,
}

/// What stays after an undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stays {
    /// `mail` cannot be emptied again.
    MailCannotBeEmptied,
    /// Former values stay as secondary addresses.
    OldAddressesStayAsSecondary,
    /// What was given to the new account is lost with it.
    AccessGivenSinceIsLost,
    /// The original can be restored within 30 days only.
    WithinThirtyDays,
    /// A message that was sent stays sent.
    MessageWasSent,
}

/// One repair, with everything a person needs to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    /// What is done.
    pub kind: RemedyKind,
    /// Whether it is the one to do first. At most one is.
    pub recommended: bool,
    /// Why it is there.
    pub reason: Reason,
    /// Whether it can help.
    pub fit: Fit,
    /// Whether the operator can do it.
    pub ability: Ability,
    /// Whether there is a way back.
    pub undo: Undo,
    /// Which option of Microsoft's article it is.
    pub option: Option<u8>,
    /// Whether it stands behind "do it anyway", because no fault was found that it repairs.
    pub behind_do_it_anyway: bool,
}

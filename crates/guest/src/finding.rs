//! What was found: codes and evidence, no words.

use jiff::Timestamp;

use crate::address::Address;
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
    /// R3: several guests have the address.
    SeveralGuests,
    /// R4: another object owns one of the guest's addresses, and the guest has no main address.
    Conflict,
    /// R4: another object has one of the guest's addresses too, and there is a main address, or that is not known.
    AddressShared,
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
    /// R9: not a member of the chosen group.
    NotMember,
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

/// Names each verdict once.
macro_rules! verdicts {
    ($( $(#[$doc:meta])* $verdict:ident; )*) => {
        /// The one answer.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[cfg_attr(
            feature = "contract",
            derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
            serde(rename_all = "kebab-case")
        )]
        pub enum Verdict { $( $(#[$doc])* $verdict, )* }

        impl Verdict {
            /// Every verdict.
            pub const ALL: &'static [Self] = &[ $( Self::$verdict, )* ];
        }
    };
}

verdicts! {
    /// Several guests have the address; the operator chooses one.
    Ambiguous;
    /// Only a deleted user has the address.
    Deleted;
    /// A user, but no sign of a guest.
    NotAGuest;
    /// Something that decides could not be read.
    CannotTell;
    /// Nobody has the address.
    NotFound;
    /// The organisation does not let guests use groups.
    GuestAccessOff;
    /// Not a member of the chosen group.
    NotMember;
    /// Another object owns one of the guest's addresses: the usual cause.
    Conflict;
    /// No main address and several other addresses.
    Misconfigured;
    /// No main address in another way.
    NoAddress;
    /// Mail goes to another address.
    MailElsewhere;
    /// Signing in is blocked.
    Blocked;
    /// The invitation was not accepted yet.
    Pending;
    /// No fault found in the directory.
    Healthy;
}

/// What could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unanswered {
    /// The search for users.
    Users,
    /// The search for deleted users.
    DeletedUsers,
    /// The search for contacts.
    Contacts,
    /// The search for groups.
    Groups,
    /// What shows whether the user is a guest.
    GuestSigns,
    /// `mail`.
    Mail,
    /// `otherMails`.
    OtherMails,
    /// `proxyAddresses`.
    ProxyAddresses,
    /// Whether the guest is a member of the chosen group.
    Membership,
}

impl Unanswered {
    /// The name that Microsoft Graph has for it.
    #[must_use]
    pub const fn property(self) -> &'static str {
        match self {
            Self::Users => "users",
            Self::DeletedUsers => "deletedItems",
            Self::Contacts => "contacts",
            Self::Groups => "groups",
            Self::GuestSigns => "identities",
            Self::Mail => "mail",
            Self::OtherMails => "otherMails",
            Self::ProxyAddresses => "proxyAddresses",
            Self::Membership => "members",
        }
    }
}

/// In which way the main address is missing, when it is not the way of Microsoft's article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case"),
    ts(rename = "MissingAddress")
)]
// On a page with other things that may be missing, this one says what is.
pub enum Missing {
    /// `mail` is empty and there are no other addresses.
    NoOtherAddress,
    /// `mail` is empty and there is one other address.
    OneOtherAddress,
    /// `mail` is empty and the other addresses are one address written several times.
    OneAddressRepeated,
    /// `mail` is empty though `proxyAddresses` has a primary one.
    OnlyMailIsEmpty,
    /// `mail` is set but `proxyAddresses` has no primary one.
    OnlyProxyIsMissing,
}

/// Why no mail arrives, with its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// Several guests have the address.
    Ambiguous {
        /// How many.
        count: usize,
    },
    /// The guest was deleted.
    Deleted {
        /// Days in which the account can be restored, rounded up; None when the date was not read, 0 when it is over.
        days_left: Option<i64>,
        /// Who owns the address now.
        owner: Option<OwnerRef>,
    },
    /// No sign of a guest.
    NotAGuest,
    /// Something was not answered.
    CannotTell {
        /// What.
        unanswered: Vec<Unanswered>,
    },
    /// Nobody has the address.
    NotFound {
        /// The contact or group that owns it.
        owner: Option<OwnerRef>,
    },
    /// The organisation does not let guests use groups.
    GuestAccessOff,
    /// Not a member of the chosen group.
    NotMember {
        /// Object id of the group.
        group: String,
        /// Its name, when it was read.
        name: Option<String>,
        /// Whether its members follow from a rule, so that the rule is the cure.
        dynamic: bool,
    },
    /// Another object owns one of the guest's addresses.
    Conflict {
        /// The owner, with the address.
        owner: OwnerRef,
        /// How many further pairs of owner and address there are.
        more: usize,
    },
    /// No main address and several other addresses.
    Misconfigured {
        /// The other addresses.
        addresses: Vec<Address>,
    },
    /// No main address in another way.
    NoAddress {
        /// In which way.
        missing: Missing,
        /// The addresses there are nevertheless.
        addresses: Vec<Address>,
    },
    /// Mail goes to another address.
    MailElsewhere {
        /// Where it goes.
        primary: Address,
        /// What was searched for.
        searched: Address,
    },
    /// Signing in is blocked.
    Blocked,
    /// The invitation was not accepted yet.
    Pending {
        /// Since when, when that was read.
        since: Option<Timestamp>,
    },
    /// No fault found in the directory.
    Healthy {
        /// Where mail goes.
        primary: Address,
    },
}

/// A question that anybody should ask before changing anything (Microsoft's support article: its first steps).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum CheckKind {
    /// Is the guest a member of the group?
    Member,
    /// Is guest access to groups switched on?
    GuestAccess,
    /// Was the guest invited both from SharePoint and from the directory?
    InvitedTwice,
    /// Are the messages in the junk folder?
    JunkFolder,
    /// Does the guest's provider refuse them?
    Provider,
}

/// What is known of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum CheckState {
    /// In order.
    Ok,
    /// Not in order.
    Problem,
    /// Only the guest can tell.
    AskTheGuest,
    /// No group was chosen.
    #[cfg_attr(feature = "contract", serde(rename = "no-group"))]
    ChooseAGroup,
    /// Could not be read.
    Unknown,
}

/// One line of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    /// The question.
    pub kind: CheckKind,
    /// What is known of it.
    pub state: CheckState,
}

/// What somebody can do outside the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum Advice {
    /// Choose which of the guests is meant.
    ChooseGuest,
    /// Search again: something was not answered.
    SearchAgain,
    /// An admin switches guest access to groups on.
    TurnGuestAccessOn,
    /// The owner of the dynamic group changes its rule.
    ChangeMembershipRule,
    /// An Exchange admin adds the guest to the list.
    AddInExchange,
    /// An admin on premises adds the guest to the group.
    AddOnPremises,
    /// An admin on premises changes this user.
    ChangeOnPremises,
    /// Ask whether the guest reads the main address.
    AskWhetherTheyReadIt,
    /// Find out why signing in is blocked before unblocking.
    AskWhyBlocked,
    /// An Exchange admin looks whether the guest is subscribed; Microsoft Graph cannot see it.
    CheckSubscription,
    /// Ask the guest to look in the junk folder, and the provider about refused mail.
    AskAboutJunkAndProvider,
    /// Invite the guest: in the Entra admin center or in Outlook.
    InviteElsewhere,
    /// Restore the guest under "Deleted users" in the Entra admin center.
    RestoreElsewhere,
    /// Send the invitation again from the Entra admin center.
    ResendElsewhere,
    /// Add the guest to the group in Outlook or the Entra admin center.
    AddElsewhere,
}

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
        /// Whether it was a guest; somebody of the organisation otherwise.
        guest: bool,
    },
    /// No sign of a guest.
    NotAGuest {
        /// Whose address it is.
        insider: Insider,
        /// The name of a deleted guest who had the address.
        deleted_guest: Option<String>,
    },
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
    /// The chosen group hides its members.
    MembersHidden {
        /// The group's name, or its id.
        group: String,
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
        /// The rule, where it reads an address that the guest does not have: then the address is the cure.
        reads_missing_address: Option<String>,
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
    /// The directory names two main addresses; Exchange decides which of them gets the mail.
    MainAddressesDiffer {
        /// `mail`.
        mail: Address,
        /// The `SMTP:` entry.
        proxy: Address,
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

/// What is wrong besides the verdict: whoever repairs the one alone still gets no mail. The words are `also-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum Also {
    /// The organisation does not let guests use groups.
    GuestAccessOff,
    /// Not a member of the chosen group.
    NotMember,
    /// The main address is missing, in whichever way.
    NoMainAddress,
    /// Mail goes to another address, or may.
    MailElsewhere,
    /// Signing in is blocked.
    Blocked,
}

/// Whose address it is, when it is no guest's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Insider {
    /// An account of the organisation itself.
    Account,
    /// An account of the organisation that has it as user name only.
    UserName,
    /// An account that is typed Guest and was never invited.
    InternalGuest {
        /// Whether it is synced from on premises.
        synced: bool,
    },
    /// A group.
    Group {
        /// Its name.
        name: String,
    },
    /// Nobody's, or a contact's, in one of the organisation's own domains: whoever has such an address is no guest.
    OwnDomain {
        /// The name of the contact that has it.
        contact: Option<String>,
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

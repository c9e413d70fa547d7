//! Why the verdict is what it is.

use jiff::Timestamp;

use crate::address::Address;
use crate::facts::OwnerRef;

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
    /// The main address is missing because another object has an address of the guest.
    Conflict,
    /// The main address is missing in any other way.
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

//! How many synthetic guests an organisation has, how many of them are faulty, and with which fault.

use serde::{Deserialize, Serialize};

use crate::synthetic::Synthetic;

/// Synthetic guests beside the written ones. The same numbers and seed make the same guests every time.
///
/// In a tenant file `"guests"` is a number of healthy ones, or
/// `{ "count": 1000, "faulty": 20, "seed": 7 }`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Guests {
    /// How many guests there are.
    pub count: u32,
    /// How many of them are faulty: no more than there are.
    pub faulty: u32,
    /// Which of them are, and with which fault.
    pub seed: u64,
}

/// As it stands in a file. A number alone is what files had before there were faulty ones.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Healthy(u32),
    Some(SomeFaulty),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SomeFaulty {
    count: u32,
    faulty: u32,
    #[serde(default)]
    seed: u64,
}

impl From<Written> for Guests {
    fn from(written: Written) -> Self {
        match written {
            Written::Healthy(count) => Self::healthy(count),
            Written::Some(SomeFaulty { count, faulty, seed }) => Self { count, faulty, seed },
        }
    }
}

impl From<Guests> for Written {
    fn from(guests: Guests) -> Self {
        let Guests { count, faulty, seed } = guests;
        if faulty == 0 { Self::Healthy(count) } else { Self::Some(SomeFaulty { count, faulty, seed }) }
    }
}

impl Guests {
    /// So many guests, and nothing is wrong with any.
    #[must_use]
    pub const fn healthy(count: u32) -> Self {
        Self { count, faulty: 0, seed: 0 }
    }

    /// Whether this is one of them, or what may own the address of one.
    pub(crate) const fn have(&self, synthetic: Synthetic) -> bool {
        let (Synthetic::Guest(n) | Synthetic::Owner(n)) = synthetic;
        n < self.count
    }

    pub(crate) const fn is_none(&self) -> bool {
        self.count == 0
    }
}

/// What is wrong with a synthetic guest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GuestFault {
    /// No main address, and exactly one address on record that it can be.
    OneAddress,
    /// No main address, and several other addresses: the article's fault.
    SeveralAddresses,
    /// No main address: a contact owns it.
    OwnedByContact,
    /// No main address: a shared mailbox or a member's account owns it.
    OwnedByAccount,
    /// No main address: a group owns it.
    OwnedByGroup,
    /// No address on record at all, and none in the user name.
    NoAddress,
    /// As [`GuestFault::OneAddress`], and the account is blocked.
    OneAddressBlocked,
    /// `mail` is set, and no proxy address is the primary one (`SMTP:`).
    NoPrimary,
    /// `mail` and the primary proxy address differ.
    MailDiffers,
    /// The addresses are in order, and the account is blocked.
    Blocked,
    /// The addresses are in order, and the invitation is not accepted.
    Pending,
}

impl GuestFault {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::OneAddress,
        Self::SeveralAddresses,
        Self::OwnedByContact,
        Self::OwnedByAccount,
        Self::OwnedByGroup,
        Self::NoAddress,
        Self::OneAddressBlocked,
        Self::NoPrimary,
        Self::MailDiffers,
        Self::Blocked,
        Self::Pending,
    ];

    /// In which turn the faulty guests get their faults: of twenty five have one address and three several, and the
    /// first eleven are of all kinds.
    pub(crate) const TURNS: [Self; 20] = [
        Self::OneAddress,
        Self::SeveralAddresses,
        Self::OwnedByContact,
        Self::OwnedByAccount,
        Self::OwnedByGroup,
        Self::NoAddress,
        Self::OneAddressBlocked,
        Self::NoPrimary,
        Self::MailDiffers,
        Self::Blocked,
        Self::Pending,
        Self::OneAddress,
        Self::SeveralAddresses,
        Self::OwnedByContact,
        Self::OneAddress,
        Self::NoPrimary,
        Self::OneAddress,
        Self::SeveralAddresses,
        Self::Blocked,
        Self::OneAddress,
    ];

    /// Whether `mail` is null and `proxyAddresses` empty, which a filter can ask for. The other faults show only to who
    /// reads the guest.
    #[must_use]
    pub const fn is_without_main_address(self) -> bool {
        match self {
            Self::OneAddress
            | Self::SeveralAddresses
            | Self::OwnedByContact
            | Self::OwnedByAccount
            | Self::OwnedByGroup
            | Self::NoAddress
            | Self::OneAddressBlocked => true,
            Self::NoPrimary | Self::MailDiffers | Self::Blocked | Self::Pending => false,
        }
    }

    /// Whether somebody else owns the guest's address.
    #[must_use]
    pub const fn is_owned(self) -> bool {
        matches!(self, Self::OwnedByContact | Self::OwnedByAccount | Self::OwnedByGroup)
    }
}

/// A row of the table of faulty guests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultyGuest {
    /// The object id.
    pub user_id: String,
    /// The display name.
    pub display_name: String,
    /// The user principal name.
    pub user_name: String,
    /// What is wrong.
    pub fault: GuestFault,
    /// `mail`.
    pub mail: Option<String>,
    /// `otherMails`.
    pub other_mails: Vec<String>,
    /// The object id of what owns their address.
    pub owner_id: Option<String>,
    /// The object ids of the groups they are a member of: at most five.
    pub groups: Vec<String>,
}

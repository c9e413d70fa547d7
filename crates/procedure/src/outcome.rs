//! The words in which a change is told: its steps, what it changed, what it could not do, how it ended.

use guest::{Relationship, User};
use serde::{Deserialize, Serialize};

/// A step of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// Read the guest again and compare with the preview.
    Compare,
    /// Write `otherMails`.
    WriteOtherMails,
    /// Write `mail`.
    WriteMail,
    /// Delete the account, softly.
    Delete,
    /// Wait until it is gone.
    AwaitGone,
    /// Invite.
    Invite,
    /// Wait until the new account can be seen.
    AwaitNew,
    /// Add to the groups.
    AddToGroups,
    /// Add to the group.
    AddToGroup,
    /// Take out of the group.
    RemoveFromGroup,
    /// Wait until the guest is seen to be out of the group.
    AwaitOut,
    /// Set name, company, user type, sponsors and app assignments again.
    Replay,
    /// Remove the new account.
    DeleteNew,
    /// Restore the original account.
    Restore,
    /// Read back.
    ReadBack,
    /// Diagnose again.
    DiagnoseAgain,
}

impl StepKind {
    /// Whether the guest's groups are another account's, or back, after it: then they are part of what was seen.
    #[must_use]
    pub const fn brings_memberships(self) -> bool {
        matches!(self, Self::AddToGroups | Self::Restore)
    }
}

/// How a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum StepState {
    /// Not begun.
    Waiting,
    /// Under way.
    Running,
    /// Done and, where it can be seen, seen.
    Done,
    /// Done, not yet visible.
    NotYetVisible,
    /// Refused.
    Refused,
    /// Unknown whether it was carried out.
    Unknown,
    /// Not needed.
    Skipped,
    /// Not carried out: the change ended before it.
    NotReached,
}

/// How a change ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Carried out and read back.
    #[default]
    Done,
    /// Carried out, not yet visible.
    NotYetVisible,
    /// Refused before anything was changed.
    Refused,
    /// Failed before anything was changed.
    Failed,
    /// Stopped half-way; there is a way on or a way back.
    Interrupted,
    /// Unknown whether it was carried out.
    Unknown,
    /// Stopped by the person before anything was changed.
    Cancelled,
}

/// What the result of a change says of the guest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Conclusion {
    /// It was accepted, and the directory does not show it yet: whatever else it shows is not what will be.
    NotSeenYet,
    /// It was carried out, and the main address is still missing.
    StillMissing,
    /// The directory is right now.
    DirectoryRight,
    /// What the diagnosis says now, without a judgement.
    AsFound,
}

/// What became of what a change set out to do, and so what its values *after* are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Realisation {
    /// It was made and seen: the values after were read back.
    #[default]
    Seen,
    /// It was accepted and not seen: the values after are those that were asked for.
    NotSeenYet,
    /// It was not made: the values after are those that would have been.
    No,
    /// Nobody knows how far it came: the values after are those that were to be.
    Unknown,
}

/// One property before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PropertyChange {
    /// Microsoft Graph's name.
    pub property: &'static str,
    /// Values before; none: known to be empty.
    pub before: Vec<String>,
    /// Values after, as planned or as seen; none where neither is known.
    pub after: Option<Vec<String>>,
}

/// An object of the directory, by id and by the name people know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NamedObject {
    /// Object id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// What belongs to an account and is given to the one that takes its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Belonging {
    /// The groups the guest is in.
    Groups,
    /// The apps the guest is assigned to.
    Apps,
    /// Who answers for the guest.
    Sponsors,
}

impl From<Belonging> for Relationship {
    fn from(what: Belonging) -> Self {
        match what {
            Belonging::Groups => Self::MemberOf,
            Belonging::Apps => Self::AppRoleAssignments,
            Belonging::Sponsors => Self::Sponsors,
        }
    }
}

/// What a change could not do, by id, and by the name people know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Unrestored {
    /// A group did not take the guest.
    Group(NamedObject),
    /// An app assignment was refused; the id is that of the service principal.
    App(NamedObject),
    /// A sponsor was refused.
    Sponsor {
        /// Object id.
        id: String,
    },
    /// Name, company or user type could not be set again.
    Profile,
    /// Whether a group took the guest was not seen: nothing tells that it did, or that it did not.
    GroupNotSeen(NamedObject),
    /// Whether an app was assigned was not seen; the id is that of the service principal.
    AppNotSeen(NamedObject),
    /// Whether a sponsor was set again was not seen.
    SponsorNotSeen {
        /// Object id.
        id: String,
    },
    /// Whether name, company or user type were set again was not seen.
    ProfileNotSeen,
    /// `mail` was set, but `proxyAddresses` does not show it: a conflict the server did not report.
    ProxyNotAdded,
    /// The account came back, and does not show this address, which it had.
    Address {
        /// The address.
        address: String,
    },
    /// This could not be read, before the account was deleted or of the new one: what of it the guest had may be lost.
    NotSeen {
        /// What.
        of: Belonging,
    },
}

/// The three fields that hold a guest's addresses, as the directory had them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Addresses {
    /// `mail`.
    pub mail: Option<String>,
    /// `otherMails`.
    pub other_mails: Vec<String>,
    /// `proxyAddresses`.
    pub proxy_addresses: Vec<String>,
}

impl Addresses {
    /// The values of one of the three, by Microsoft Graph's name.
    pub(crate) fn of(&self, property: &str) -> Vec<String> {
        match property {
            "mail" => self.mail.iter().cloned().collect(),
            "otherMails" => self.other_mails.clone(),
            _ => self.proxy_addresses.clone(),
        }
    }
}

impl From<&User> for Addresses {
    fn from(user: &User) -> Self {
        Self {
            mail: user.mail.value().cloned(),
            other_mails: user.other_mails.get().cloned().unwrap_or_default(),
            proxy_addresses: user.proxy_addresses.get().cloned().unwrap_or_default(),
        }
    }
}

/// Whether two lists hold the same addresses. The order of `otherMails` means nothing; the case of what was written
/// comes back as the server keeps it.
pub(crate) fn same(left: &[String], right: &[String]) -> bool {
    let sorted = |values: &[String]| {
        let mut values: Vec<String> = values.iter().map(|value| value.to_ascii_lowercase()).collect();
        values.sort();
        values
    };
    sorted(left) == sorted(right)
}

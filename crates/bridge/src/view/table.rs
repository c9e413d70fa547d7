//! The property table: rows, what stands in them, what it means.

use super::Note;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How bad a row or finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SeverityView {
    /// Wrong.
    Error,
    /// Deserves attention.
    Warning,
    /// Fine.
    Ok,
    /// Information.
    Info,
}

/// A value as the directory has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum ValueView {
    /// Known to be empty.
    Empty,
    /// Could not be read.
    Unknown,
    /// One or more texts, one a line.
    Texts {
        /// The lines.
        texts: Vec<String>,
    },
    /// Yes or no.
    Truth {
        /// Which.
        truth: bool,
    },
    /// A moment, ISO 8601 in UTC.
    Moment {
        /// When.
        at: String,
    },
    /// The redemption of the invitation: its state, and since when.
    Redemption {
        /// Microsoft's word: `Accepted` or `PendingAcceptance`.
        state: String,
        /// Since when, ISO 8601.
        at: Option<String>,
    },
    /// An object that owns an address of the guest.
    Owner {
        /// What it is.
        owner: OwnerView,
    },
}

/// What kind of object owns an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum OwnerKind {
    /// A mail contact made in the cloud.
    Contact,
    /// A mail contact synced from on-premises.
    SyncedContact,
    /// A user or shared mailbox.
    User,
    /// Another guest.
    Guest,
    /// A group.
    Group,
}

/// An object that owns an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OwnerView {
    /// What it is.
    pub kind: OwnerKind,
    /// Its object id.
    pub id: String,
    /// Its display name (or user name when it has none).
    pub display_name: String,
    /// The address it owns.
    pub address: String,
}

/// What a property's value means for mail. The words are `meaning-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum MeaningCode {
    /// Group mail has nowhere to go.
    NoMainAddress,
    /// Group mail goes here.
    MainAddress,
    /// There is no upper-case `SMTP:` entry.
    NoPrimaryProxy,
    /// The `SMTP:` entry is where mail goes.
    PrimaryProxy,
    /// Mail goes to another address than the one searched for. Arguments: `searched`.
    GoesElsewhere,
    /// Several values and no main address: the sign of Microsoft's article.
    SeveralWithoutMain,
    /// One address written several times.
    OneAddressRepeated,
    /// Several values beside a main address: normal.
    SeveralBesideMain,
    /// The address he was invited at. Arguments: `address`.
    InvitedAt,
    /// The name does not tell for certain which. Arguments: `addresses`.
    InvitedAtOneOf,
    /// He accepted the invitation.
    Accepted,
    /// He has not accepted yet; not known to stop mail.
    NotAccepted,
    /// Neither invited nor accepted: as old SharePoint sharing made guests.
    MadeBySharing,
    /// An external person who counts as a member here.
    ExternalMember,
    /// Signing in is blocked.
    SignInBlocked,
    /// The directory on premises decides.
    Synced,
    /// Only admins of his administrative unit can change him.
    Restricted,
    /// No sign of a guest.
    NoSignOfGuest,
    /// The address belongs to this object. Arguments: `address`.
    OwnedBy,
    /// Could not be read, so nothing is concluded from it.
    NotRead,
}

/// The word at the end of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum RowState {
    /// Wrong.
    Wrong,
    /// Look at it.
    Attention,
    /// The cause.
    Cause,
    /// Fine.
    Fine,
    /// Information.
    Info,
    /// Could not be read.
    Unknown,
}

/// One row of the property table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PropertyView {
    /// Microsoft Graph's name; people's word for it is `property-<name>`.
    pub name: String,
    /// Shown under "only what matters".
    pub matters: bool,
    /// How bad.
    pub severity: SeverityView,
    /// The word at the end.
    pub state: RowState,
    /// What stands there.
    pub value: ValueView,
    /// What it means for mail.
    pub meaning: Option<Note<MeaningCode>>,
}

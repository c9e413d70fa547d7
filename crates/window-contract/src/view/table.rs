//! The property table: rows, what stands in them, what it means.

use ::guest::{Meaning, Severity};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// Known by its id alone.
    Unseen,
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
    pub severity: Severity,
    /// The word at the end.
    pub state: RowState,
    /// What stands there.
    pub value: ValueView,
    /// What it means for mail; the words are `meaning-<code>`.
    pub meaning: Option<Meaning>,
}

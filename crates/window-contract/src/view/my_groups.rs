//! The groups one owns, and how the guests in them stand.

use super::Problem;
use ::guest::{Glance, GlanceReason};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A question that can be stopped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Stoppable {
    /// A fresh id, by which `cancel` can stop it.
    pub ticket: String,
}

/// The groups that whoever is signed in owns, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OwnedGroups {
    /// Those that send mail to their members.
    pub groups: Vec<OwnedGroup>,
}

/// A group that one owns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OwnedGroup {
    /// Object id.
    pub id: String,
    /// Its name.
    pub display_name: String,
    /// Its address, if it has one.
    pub mail: Option<String>,
}

/// `guests_of_groups`: of which groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OfGroups {
    /// Their object ids; at most twenty, which are one batch.
    pub groups: Vec<String>,
    /// A fresh id, by which `cancel` can stop it.
    pub ticket: String,
}

/// What was read of the groups that were asked about. One that was stopped before it was read is not among them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuestsOfGroups {
    /// In the order in which they were asked about.
    pub groups: Vec<ListedGroup>,
}

/// How the guests of one group stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ListedGroup {
    /// Object id of the group.
    pub id: String,
    /// When it was read, ISO 8601 in UTC.
    pub read_at: String,
    /// What came of it.
    pub list: GuestList,
}

/// The guests of a group, or why there is no list. The words are `no-list-<is>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum GuestList {
    /// It was read.
    Read {
        /// The worst first, then by name.
        guests: Vec<ListedGuest>,
        /// How many members were not shown, so that whether they are guests is not known.
        not_shown: u32,
    },
    /// It hides its members from this sign-in.
    Hidden,
    /// One owns it no more.
    NotOwned,
    /// It is no longer there.
    Gone,
    /// It could not be read.
    Failed {
        /// Why.
        problem: Problem,
    },
}

/// A guest of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ListedGuest {
    /// Object id.
    pub id: String,
    /// The name; the address where there is none.
    pub display_name: String,
    /// The main address, or the one they were invited at.
    pub address: String,
    /// What they are searched for with: the address, or the object id where nobody could type that.
    pub typed: String,
    /// How they stand. The words are `glance-<glance>`.
    pub glance: Glance,
    /// Why; none where no fault was found. The words are `glance-why-<reason>`.
    pub reason: Option<GlanceReason>,
}

/// `save_guests`: of which group. What was read last is what is saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OfGroup {
    /// Its object id.
    pub group: String,
}

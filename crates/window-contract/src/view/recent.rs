//! Whom one looked up last.

use ::guest::Verdict;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One search that was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecentSearch {
    /// What was searched for, as it was understood.
    pub address: String,
    /// What was found then.
    pub verdict: Verdict,
    /// When, ISO 8601 in UTC.
    pub at: String,
}

/// The newest searches of whoever is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecentSearches {
    /// They are kept when the app ends.
    pub kept: bool,
    /// The newest first, each address once.
    pub searches: Vec<RecentSearch>,
}

/// `keep_recent`: whether they are kept when the app ends. If not, what was kept is removed from the disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeepRecent {
    /// From now on.
    pub kept: bool,
}

/// `forget_guest`: whoever has this address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ForgetGuest {
    /// As it was typed.
    pub address: String,
}

/// What was removed of a guest, and what stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ForgottenGuest {
    /// The address, as it was understood.
    pub address: String,
    /// How many recent searches were removed, everybody's on this computer.
    pub searches: u32,
    /// Whether a check of all guests had listed them, and does no more.
    pub listed: bool,
    /// How many changes of this guest are on record, and stay there: a record that can lose a row proves nothing.
    pub changes: u32,
}

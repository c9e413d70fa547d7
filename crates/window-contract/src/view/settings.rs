//! How the window looks, and what the app says of itself.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light, whatever the system has.
    Light,
    /// Dark, whatever the system has.
    Dark,
}

/// How the window looks; kept in the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Appearance {
    /// Light or dark.
    pub theme: Theme,
    /// How large text and controls are drawn, in per cent.
    pub zoom: u16,
}

/// `set_theme`: light or dark from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetTheme {
    /// Which.
    pub theme: Theme,
}

/// How long changes stay in the history of this computer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum HistoryRetention {
    /// For as long as the app is on this computer.
    #[default]
    Always,
    /// 365 days.
    Year,
    /// 90 days.
    Quarter,
    /// 30 days.
    Month,
    /// 7 days.
    Week,
}

impl HistoryRetention {
    /// How many days changes stay; none for always.
    #[must_use]
    pub fn days(self) -> Option<u32> {
        match self {
            Self::Always => None,
            Self::Year => Some(365),
            Self::Quarter => Some(90),
            Self::Month => Some(30),
            Self::Week => Some(7),
        }
    }
}

/// `old_changes` and `set_retention`: how long changes are to stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetRetention {
    /// How long.
    pub retention: HistoryRetention,
}

/// `retention`: how long changes stay now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RetentionView {
    /// How long; the words are `retention-name-<retention>`.
    pub retention: HistoryRetention,
}

/// The changes of before that time: how many go, or went, and how many stay, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OldChangesView {
    /// How many may go, or went.
    pub removable: u32,
    /// How many stay, because they or earlier ones are needed.
    pub staying: u32,
    /// Of those, how many did not come to their end.
    pub unfinished: u32,
    /// How many wait for the answer whether the test message arrived.
    pub asked_about: u32,
    /// How many can bring back a guest whom they deleted.
    pub restorable: u32,
}

/// Which way the window is to be zoomed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ZoomStep {
    /// One step larger, up to the largest.
    Larger,
    /// One step smaller, down to the smallest.
    Smaller,
    /// Back to 100 %.
    Whole,
}

/// `zoom`: text and controls are to be drawn larger or smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Zoom {
    /// Which way.
    pub step: ZoomStep,
}

/// Where the app keeps what it keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DataFolder {
    /// The folder's path.
    pub path: String,
}

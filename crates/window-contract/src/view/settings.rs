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

//! What can be done: in the app, and outside it.

use guest::{CannotHelp, NotNow, Reason, RemedyKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whether a remedy can be pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum AvailabilityView {
    /// It can.
    Ready,
    /// It can, but whether the account may do it could not be confirmed.
    Unconfirmed,
    /// It cannot: the reason says why.
    Disabled,
}

/// Why a remedy is there, or why it cannot be pressed. The words are `remedy-why-<code>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(untagged)]
pub enum RemedyWhy {
    /// What it does, or why it comes first.
    Reason(Reason),
    /// It cannot help this guest.
    CannotHelp(CannotHelp),
    /// Something else comes first.
    NotNow(NotNow),
    /// The operator may not.
    MayNot(MayNot),
}

/// Why the operator may not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum MayNot {
    /// The account may not.
    NotYou {
        /// The roles that may, as Microsoft writes them.
        roles: Vec<String>,
    },
    /// This way of signing in lacks a permission and cannot ask for it.
    NotWithThisSignIn {
        /// The permissions it lacks, as Microsoft writes them.
        permissions: Vec<String>,
    },
    /// The organisation switched repairs off on this computer.
    SwitchedOff,
}

/// One remedy as offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RemedyView {
    /// Which.
    pub kind: RemedyKind,
    /// At most one is.
    pub recommended: bool,
    /// Can it be pressed.
    pub availability: AvailabilityView,
    /// It cannot help this guest now, whoever tries and in whatever way. What somebody else can do, or one can with
    /// another sign-in, is not that.
    pub impossible: bool,
    /// What it does, or why it cannot.
    pub why: RemedyWhy,
    /// Option 1 or 2 of Microsoft's article.
    pub option: Option<u8>,
    /// The permissions to be asked for before it can be previewed, by Microsoft's names; usually none.
    pub permissions: Vec<String>,
    /// What it stands behind.
    pub behind: Behind,
}

/// What has to be opened before a remedy can be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Behind {
    /// Nothing.
    Nothing,
    /// "I have a role that does not show here": no role that shows is enough, and others may be there unseen.
    UnseenRole,
    /// "Do it anyway": no fault was found that it repairs.
    DoItAnyway,
}

/// What somebody else has to be asked for, since the operator cannot do it as far as is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AskView {
    /// The remedy.
    pub remedy: RemedyKind,
    /// The roles that can, as Microsoft writes them; none where it is not a role that is missing.
    pub roles: Vec<String>,
}

//! What can be done: in the app, and outside it.

use super::Note;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The remedies that exist in this version. One that is not built is absent, never dead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum RemedyKindView {
    /// Steps and an Exchange script: nothing is changed by this app.
    ResolveConflict,
    /// Set the main address.
    SetMail,
    /// Keep one address: option 1 of Microsoft's article.
    KeepOneAddress,
    /// Remove and invite again: option 2 of Microsoft's article.
    RemoveAndInvite,
}

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

/// Why a remedy is recommended, or what it does. The words are `remedy-why-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum RemedyWhy {
    /// Otherwise the fault comes back. Arguments: `owner`, `address`.
    ResolveConflict,
    /// Gives group mail somewhere to go; nothing else changes.
    FillsTheMainAddress,
    /// Group mail goes to another of his addresses from then on.
    ChangesWhereMailGoes,
    /// The article's option 1; can be undone.
    LeavesOneAddress,
    /// The article's option 2; SharePoint files may be lost.
    MakesANewAccount,
    /// Disabled: there are no other addresses to keep one of.
    NoOtherAddress,
    /// Disabled: there is one other address already.
    OneAddressAlready,
    /// Disabled: the other addresses are one address written several times.
    SameAddressRepeated,
    /// Disabled: `mail` is filled; other addresses are not what is missing.
    MailIsFilled,
    /// Disabled: `proxyAddresses` has a primary; other addresses are not what is missing.
    ProxyIsFilled,
    /// Disabled: fewer addresses do not change who owns the address. Arguments: `owner`.
    ConflictStays,
    /// Disabled: he has no address that could become the main one.
    NoAddressToSet,
    /// Disabled: the directory on premises decides about him.
    SyncedFromOnPremises,
    /// Disabled: resolve the conflict first. Arguments: `owner`.
    ConflictFirst,
    /// Disabled: what decides could not be read; search again.
    NotKnown,
    /// Disabled: your account may not. Arguments: `roles`, a list of role names as Microsoft writes them.
    NotYou,
    /// Disabled: this way of signing in lacks a permission and cannot ask for it. Arguments: `permissions`.
    NotWithThisSignIn,
    /// Disabled: the organisation switched repairs off on this computer.
    SwitchedOff,
}

/// One remedy as offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RemedyView {
    /// Which.
    pub kind: RemedyKindView,
    /// At most one is.
    pub recommended: bool,
    /// Can it be pressed.
    pub availability: AvailabilityView,
    /// What it does, or why it cannot.
    pub why: Note<RemedyWhy>,
    /// Option 1 or 2 of Microsoft's article.
    pub option: Option<u8>,
    /// The permissions to be asked for before it can be previewed, by Microsoft's names; usually none.
    pub permissions: Vec<String>,
    /// Offered only behind "do it anyway".
    pub anyway: bool,
}

/// What somebody can do outside the app. The words are `advice-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum AdviceCode {
    /// Choose which of the guests is meant.
    ChooseGuest,
    /// Search again: something was not answered.
    SearchAgain,
    /// An admin switches guest access to groups on.
    TurnGuestAccessOn,
    /// The owner of the dynamic group changes its rule.
    ChangeMembershipRule,
    /// An Exchange admin adds him to the list.
    AddInExchange,
    /// An admin on premises adds him to the group.
    AddOnPremises,
    /// An admin on premises changes this user.
    ChangeOnPremises,
    /// Ask whether he reads the main address.
    AskWhetherHeReadsIt,
    /// Find out why signing in is blocked before unblocking.
    AskWhyBlocked,
    /// An Exchange admin looks whether he is subscribed.
    CheckSubscription,
    /// Ask him for his junk folder, and his provider for refused mail.
    AskAboutJunkAndProvider,
    /// Invite him: in the Entra admin center or in Outlook, which this version does not do itself.
    InviteElsewhere,
    /// Restore him under "Deleted users" in the Entra admin center.
    RestoreElsewhere,
    /// Send the invitation again from the Entra admin center.
    ResendElsewhere,
    /// Add him to the group in Outlook or the Entra admin center.
    AddElsewhere,
}

//! The Change screen before anything is changed: choices and preview.

use super::{Note, RemedyKindView, StepKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a plan would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PlanKind {
    /// Set the main address.
    SetMail,
    /// Keep one address.
    KeepOneAddress,
    /// Remove and invite again.
    RemoveAndInvite,
    /// Undo an earlier change.
    Undo,
    /// Go on with a change that was interrupted.
    Continue,
    /// Put back the original account after an interrupted "remove and invite again".
    PutBack,
}

/// What the person chose. What does not belong to the remedy is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Choices {
    /// The address to keep, to set, or to invite.
    pub address: Option<String>,
    /// Object ids of the groups to add him to again. Absent: all that can be.
    pub groups: Option<Vec<String>>,
    /// The language of the invitation, `nl-NL` or `en-US`.
    pub invitation_language: Option<String>,
    /// Whether Microsoft sends the invitation mail.
    pub send_invitation: Option<bool>,
}

/// `preview`: which remedy for whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Preview {
    /// Object id of the guest.
    pub guest: String,
    /// The address that was searched for.
    pub searched: String,
    /// Object id of the chosen group.
    pub group: Option<String>,
    /// Which remedy.
    pub remedy: RemedyKindView,
    /// What was chosen so far.
    pub choices: Choices,
    /// A fresh id, by which `cancel` can stop it.
    pub ticket: String,
}

/// `preview_undo`, `preview_continue`, `preview_put_back`: of which change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OfChange {
    /// The change's id.
    pub change: String,
}

/// `confirm`: carry out what was previewed, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Confirm {
    /// The plan's one-time id.
    pub plan: String,
    /// What was typed to confirm, where the plan asks for it.
    pub typed: Option<String>,
    /// A ticket number or reason for the record.
    pub reason: Option<String>,
}

/// One address to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddressChoice {
    /// The address.
    pub address: String,
    /// It is chosen now.
    pub chosen: bool,
    /// Where it comes from.
    pub note: Option<AddressNote>,
}

/// Where an address comes from. The words are `address-note-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum AddressNote {
    /// The address he was invited with.
    Invited,
    /// The address that was searched for.
    Searched,
    /// The main address now.
    Main,
    /// He may sign in with it.
    SignsIn,
}

/// One property before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PropertyChange {
    /// Microsoft Graph's name.
    pub property: String,
    /// Values before. Empty: known to be empty.
    pub before: Vec<String>,
    /// Values after, as planned or as seen.
    pub after: Vec<String>,
}

/// What becomes of a membership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupFate {
    /// Object id.
    pub id: String,
    /// Its name.
    pub display_name: String,
    /// He can be added again.
    pub restorable: bool,
    /// He will be added again.
    pub chosen: bool,
    /// Why he cannot be.
    pub why: Option<GroupWhy>,
}

/// Why a membership cannot be restored. The words are `group-why-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum GroupWhy {
    /// Its rule decides.
    Dynamic,
    /// Managed on-premises.
    OnPremises,
    /// A role-assignable group.
    RoleAssignable,
    /// A distribution list: managed in Exchange.
    DistributionList,
    /// A mail-enabled security group: managed in Exchange.
    MailEnabledSecurity,
    /// Its kind could not be read.
    Unknown,
}

/// What may be lost, or what to know. The words are `plan-note-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PlanNoteCode {
    /// The article's warning on files shared with removed addresses. Arguments: `addresses`.
    SharepointRemovedAddress,
    /// The article's warning on all files shared with him. Arguments: `address`.
    SharepointAll,
    /// He may sign in with a removed address. Arguments: `address`.
    SignInAddress,
    /// This alone gives no main address.
    NoMainAddress,
    /// The object that owns the address stays. Arguments: `owner`.
    OwnerStays,
    /// The old main address stays as a second one. Arguments: `address`.
    OldMainStays,
    /// `mail` cannot be emptied again.
    MailCannotBeEmptied,
    /// He must accept the invitation again.
    MustAcceptAgain,
    /// Access packages, private and shared channels, multi-factor registration are not restored.
    NotRestored,
    /// App assignments that will be given again. Arguments: `count`.
    AppsReplayed,
    /// Sponsors that will be set again. Arguments: `count`.
    SponsorsReplayed,
    /// Objects he owns. Arguments: `count`.
    OwnsObjects,
    /// His name, company and user type are set again.
    ProfileReplayed,
    /// The invitation may refuse a character of this address. Arguments: `characters`.
    InvitationCharacters,
    /// The new account is removed, and with it the access it was given since.
    NewAccountRemoved,
    /// The original account comes back as it was: same account, same groups, same apps.
    OriginalComesBack,
    /// A right could not be confirmed beforehand. Arguments: `action`.
    RightUnconfirmed,
    /// Some of this could not be read: it may be more. Arguments: `what`.
    NotSeen,
    /// The directory is to be read back first; what was done is not repeated.
    ReadsBackFirst,
}

/// Whether there is a way back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum UndoView {
    /// Wholly.
    Full,
    /// Partly: the notes say what stays.
    Partial,
    /// By restoring the original account, for thirty days.
    Restore,
    /// No.
    Impossible,
}

/// What is missing before the plan can be confirmed. The words are `plan-missing-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// An address must be chosen.
    Address,
}

/// The preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanView {
    /// The one-time id `confirm` takes. Absent while something is missing.
    pub id: Option<String>,
    /// What it would do.
    pub kind: PlanKind,
    /// For undo, continue and put back: which remedy it belongs to.
    pub of: Option<RemedyKindView>,
    /// The guest's name.
    pub guest_name: String,
    /// First name when known.
    pub given_name: Option<String>,
    /// Addresses to choose from.
    pub addresses: Vec<AddressChoice>,
    /// Properties before and after.
    pub changes: Vec<PropertyChange>,
    /// Memberships.
    pub groups: Vec<GroupFate>,
    /// The language of the invitation, where there is one.
    pub invitation_language: Option<String>,
    /// Whether the invitation is mailed, where there is one.
    pub send_invitation: Option<bool>,
    /// What may be lost.
    pub warnings: Vec<Note<PlanNoteCode>>,
    /// What to know, and what it will not do.
    pub notes: Vec<Note<PlanNoteCode>>,
    /// Is there a way back.
    pub undo: UndoView,
    /// What must be typed to confirm.
    pub confirm_text: Option<String>,
    /// The steps, in order.
    pub steps: Vec<StepKind>,
    /// What is missing.
    pub missing: Option<Missing>,
}

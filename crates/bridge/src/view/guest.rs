//! The Guest screen: verdict, cause, findings, checklist.

use super::{Args, Note, OwnerView, PropertyView, RemedyView, SeverityView};
use guest::Advice;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// `find`: look somebody up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Find {
    /// What was typed or pasted.
    pub address: String,
    /// Object id of the chosen group, if one is chosen.
    pub group: Option<String>,
    /// Object id of the guest, when the person chose one of several.
    pub guest: Option<String>,
    /// A fresh id, by which `cancel` can stop it.
    pub ticket: String,
}

/// One sentence on the state of things: what decides the head of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each is a verdict of docs/diagnosis.md, named there")]
pub enum VerdictView {
    Healthy,
    Misconfigured,
    Conflict,
    NoAddress,
    MailElsewhere,
    Pending,
    Blocked,
    Ambiguous,
    Deleted,
    NotAGuest,
    NotFound,
    NotMember,
    GuestAccessOff,
    CannotTell,
}

/// What a finding says. The words are `finding-<code>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FindingView {
    /// The rule it comes from, `R0` to `R13`.
    pub rule: String,
    /// How bad.
    pub severity: SeverityView,
    /// What is said.
    pub said: Note<FindingCode>,
}

/// Everything a rule can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each is a finding of docs/diagnosis.md, named there")]
pub enum FindingCode {
    NotAGuest,
    NotFound,
    AddressOwned,
    Deleted,
    SeveralGuests,
    Conflict,
    AddressShared,
    OwnersNotAllSeen,
    Misconfigured,
    NoAddress,
    SeveralAddresses,
    MailElsewhere,
    NotMember,
    GuestAccessOff,
    AddingGuestsOff,
    GroupHidden,
    SyncedFromOnPremises,
    RestrictedManagement,
    Privileged,
    Blocked,
    Pending,
    NoFaultFound,
    CannotTell,
}

/// One item of "also checked".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckView {
    /// Which.
    pub kind: CheckKind,
    /// How it stands.
    pub state: CheckState,
    /// `group`, when one is chosen.
    pub args: Args,
}

/// What is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum CheckKind {
    /// Member of the chosen group.
    Member,
    /// Guest access is on.
    GuestAccess,
    /// Invited from SharePoint and from the directory.
    InvitedTwice,
    /// The guest's junk folder.
    JunkFolder,
    /// The guest's mail provider.
    Provider,
}

/// How a check stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum CheckState {
    /// Fine.
    Ok,
    /// Not fine.
    Problem,
    /// Only the guest can tell.
    AskTheGuest,
    /// Could not be read.
    Unknown,
    /// No group is chosen.
    NoGroup,
}

/// A guest one may have meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CandidateView {
    /// Object id.
    pub id: String,
    /// Display name.
    pub display_name: String,
    /// User name.
    pub user_name: String,
    /// Main address, if any.
    pub mail: Option<String>,
    /// When the account was made, ISO 8601.
    pub created: Option<String>,
}

/// Who the verdict is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SubjectView {
    /// Object id.
    pub id: String,
    /// Display name.
    pub display_name: String,
    /// First name, when known, for friendlier sentences.
    pub given_name: Option<String>,
}

/// What is said under the verdict. The words are `cause-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum CauseCode {
    /// Arguments: `owner`, `address`.
    ConflictContact,
    /// Arguments: `owner`, `address`.
    ConflictSynced,
    /// Arguments: `owner`, `address`.
    ConflictUser,
    /// Arguments: `owner`, `address`.
    ConflictGuest,
    /// Arguments: `owner`, `address`.
    ConflictGroup,
    /// Arguments: `count`.
    Misconfigured,
    /// No other address at all.
    NoAddressNone,
    /// One other address.
    NoAddressOne,
    /// One address in several spellings.
    NoAddressRepeated,
    /// `mail` is empty though `proxyAddresses` has a primary one.
    NoAddressMailEmpty,
    /// `mail` is set but `proxyAddresses` has no primary one.
    NoAddressProxyMissing,
    /// Arguments: `primary`, `searched`.
    MailElsewhere,
    /// Arguments: `since`, ISO 8601, when it is known.
    Pending,
    /// Invited at a time that is not known.
    PendingUndated,
    /// No arguments.
    Blocked,
    /// Arguments: `count`.
    Ambiguous,
    /// Arguments: `days` left.
    Deleted,
    /// Arguments: `days` left, `owner` of the address now.
    DeletedOwned,
    /// The thirty days are over.
    DeletedOver,
    /// Deleted at a time that is not known.
    DeletedUndated,
    /// Arguments: `name`.
    NotAGuest,
    /// Arguments: `address`.
    NotFound,
    /// Arguments: `address`, `owner`.
    NotFoundOwned,
    /// Arguments: `group`.
    NotMember,
    /// Arguments: `group`.
    NotMemberDynamic,
    /// No arguments.
    GuestAccessOff,
    /// A lookup failed, or a property could not be read.
    CannotTell,
    /// No fault found in the directory. Arguments: `primary`.
    Healthy,
}

/// Everything the Guest screen shows about one search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuestReport {
    /// The address as it was understood.
    pub searched: String,
    /// The verdict.
    pub verdict: VerdictView,
    /// Who it is about, when it is about one.
    pub subject: Option<SubjectView>,
    /// The cause, with names.
    pub cause: Note<CauseCode>,
    /// The owner of the address, for a conflict.
    pub owner: Option<OwnerView>,
    /// To choose from, when several were found.
    pub candidates: Vec<CandidateView>,
    /// All findings, whatever the verdict.
    pub findings: Vec<FindingView>,
    /// The property table.
    pub properties: Vec<PropertyView>,
    /// What can be done, by rising harm.
    pub remedies: Vec<RemedyView>,
    /// What can be done outside the app.
    pub advice: Vec<Advice>,
    /// Also checked.
    pub checklist: Vec<CheckView>,
    /// The chosen group's name.
    pub group: Option<String>,
    /// Groups he is in, by name.
    pub memberships: Vec<String>,
    /// Whether the Entra admin center has a page for him.
    pub linkable: bool,
}

/// A group one may choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupChoice {
    /// Object id.
    pub id: String,
    /// Its name.
    pub display_name: String,
    /// Its address.
    pub mail: Option<String>,
}

/// The groups to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupChoices {
    /// Microsoft 365 groups and mail-enabled groups, by name.
    pub groups: Vec<GroupChoice>,
}

/// `exchange_script`: for whose conflict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScriptFor {
    /// The object that owns the address, as the report named it.
    pub owner: OwnerView,
}

/// A text to copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TextView {
    /// The text.
    pub text: String,
}

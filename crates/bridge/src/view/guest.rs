//! The Guest screen: verdict, cause, property table, remedies, checklist.

use super::{Args, Note};
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
    /// Offered only behind "do it anyway".
    pub anyway: bool,
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

/// Everything the Guest screen shows about one search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
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
    pub advice: Vec<AdviceCode>,
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

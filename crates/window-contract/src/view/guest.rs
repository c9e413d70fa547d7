//! The Guest screen: verdict, cause, findings, checklist.

use super::{AskView, ConflictView, OwnerKind, OwnerView, PropertyView, RemedyView, TraceOffer};
use ::guest::{Advice, Also, CheckKind, CheckState, FindingCode, Missing, Rule, Severity, Verdict};
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

/// What a finding says. The words are `finding-<code>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FindingView {
    /// The rule it comes from; none for what could not be read.
    pub rule: Option<Rule>,
    /// How bad.
    pub severity: Severity,
    /// What was found.
    pub code: FindingCode,
    /// The name of the object that owns an address of the guest, for a finding about ownership.
    pub owner: Option<String>,
}

/// One item of "also checked". The words are `check-<kind>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckView {
    /// Which.
    pub kind: CheckKind,
    /// How it stands.
    pub state: CheckState,
    /// The name of the chosen group, when one is chosen.
    pub group: Option<String>,
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
    /// When it was deleted, ISO 8601; none of a live one.
    pub deleted: Option<String>,
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum CauseView {
    /// Another object owns one of the guest's addresses.
    Conflict {
        /// What it is.
        kind: OwnerKind,
        /// Its name.
        owner: String,
        /// The address it owns.
        address: String,
    },
    /// No main address and several other addresses.
    Misconfigured {
        /// How many.
        count: u32,
    },
    /// No main address in another way.
    NoAddress {
        /// In which way.
        missing: Missing,
    },
    /// Mail goes to another address.
    MailElsewhere {
        /// Where it goes.
        primary: String,
        /// What was searched for.
        searched: String,
        /// What the guest is called.
        name: String,
    },
    /// The directory names two main addresses; Exchange decides.
    MainAddressesDiffer {
        /// `mail`.
        mail: String,
        /// The `SMTP:` entry.
        proxy: String,
        /// The line with which an Exchange admin asks.
        question: String,
    },
    /// The invitation was not accepted yet.
    Pending {
        /// Since when, ISO 8601, when that was read.
        since: Option<String>,
    },
    /// Signing in is blocked.
    Blocked,
    /// Several guests have the address.
    Ambiguous {
        /// How many.
        count: u32,
    },
    /// The guest was deleted.
    Deleted {
        /// Days left to restore the account, 0 when it is too late; none when the date was not read.
        days: Option<u32>,
        /// The name of the object that owns the address now.
        owner: Option<String>,
        /// Whether it was a guest; an account of the organisation otherwise.
        guest: bool,
    },
    /// No sign of a guest: an account of the organisation itself.
    NotAGuest {
        /// Whether the address is its user name and nothing else.
        user_name: bool,
        /// The name of a deleted guest who had the address.
        deleted: Option<String>,
    },
    /// Typed Guest, never invited.
    InternalGuest {
        /// Whether it is synced from on premises.
        synced: bool,
        /// The name of a deleted guest who had the address.
        deleted: Option<String>,
    },
    /// The address of a group.
    AddressOfGroup {
        /// Its name.
        group: String,
    },
    /// An address in one of the organisation's own domains, which no account has.
    OwnDomain {
        /// The address.
        address: String,
        /// The name of the contact that has it.
        contact: Option<String>,
    },
    /// The chosen group hides its members.
    MembersHidden {
        /// Its name.
        group: String,
        /// What the guest is called.
        name: String,
    },
    /// Nobody has the address.
    NotFound {
        /// The address.
        address: String,
        /// The name of the contact or group that owns it.
        owner: Option<String>,
    },
    /// Not a member of the chosen group.
    NotMember {
        /// The name of the group.
        group: String,
        /// Whether a rule chooses its members.
        dynamic: bool,
        /// The rule, where it reads an address that the guest does not have.
        rule: Option<String>,
        /// What the guest is called.
        name: String,
    },
    /// The organisation does not let guests use groups.
    GuestAccessOff,
    /// A lookup failed, or a property could not be read.
    CannotTell,
    /// No fault found in the directory.
    Healthy {
        /// Where mail goes.
        primary: String,
        /// What the guest is called.
        name: String,
    },
}

/// Everything the Guest screen shows about one search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuestReport {
    /// The address as it was understood.
    pub searched: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Whom was asked for by user name or id, or chosen of several: to be looked at again by that id.
    pub chosen: Option<String>,
    /// Who it is about, when it is about one.
    pub subject: Option<SubjectView>,
    /// The cause, with names.
    pub cause: CauseView,
    /// What is wrong besides that.
    pub also: Vec<Also>,
    /// The owner of the address, for a conflict.
    pub owner: Option<OwnerView>,
    /// How that conflict can be resolved; none where there is none to resolve.
    pub conflict: Option<ConflictView>,
    /// To choose from, when several were found.
    pub candidates: Vec<CandidateView>,
    /// All findings, whatever the verdict.
    pub findings: Vec<FindingView>,
    /// The property table.
    pub properties: Vec<PropertyView>,
    /// What can be done, by rising harm.
    pub remedies: Vec<RemedyView>,
    /// What to ask somebody else for, in the order in which it is done. Of that nothing is recommended.
    pub asks: Vec<AskView>,
    /// The way back to a guest whom a change of this app deleted: then it is what is recommended.
    pub put_back: Option<PutBackView>,
    /// What can be done outside the app.
    pub advice: Vec<Advice>,
    /// Also checked.
    pub checklist: Vec<CheckView>,
    /// That the group's mail can be followed; none where nothing can be traced, or not by whoever is signed in.
    pub trace: Option<TraceOffer>,
    /// The chosen group's name.
    pub group: Option<String>,
    /// The groups the guest is in, by name.
    pub memberships: Vec<String>,
    /// Whether the Entra admin center has a page for this guest.
    pub linkable: bool,
}

/// The way back to a guest whom a change of this app deleted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PutBackView {
    /// The change's id.
    pub change: String,
    /// Whether that change is undone or put back: which preview leads there.
    pub follow_up: FollowUp,
    /// When it began, ISO 8601 in UTC.
    pub at: String,
}

/// What can follow a recorded change on the way back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum FollowUp {
    /// `preview_undo`.
    Undo,
    /// `preview_put_back`.
    PutBack,
    /// `preview_continue`, of a way back that was begun.
    Continue,
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

/// A text to copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TextView {
    /// The text.
    pub text: String,
}

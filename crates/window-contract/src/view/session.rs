//! Who is signed in where, and what the app was started with.

use super::{Appearance, OrganisationView};
use entra::{MicrosoftCloud, Persistence, SignInMethod};
use guest::{DoorPath, RemedyKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::Language;

/// A role as it is named on screen. Microsoft has many more; those we do not explain are `other`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum RoleKind {
    /// Global Administrator.
    GlobalAdministrator,
    /// User Administrator.
    UserAdministrator,
    /// Guest Inviter.
    GuestInviter,
    /// A role that may read the directory.
    Reader,
    /// No admin role, owner of at least one group.
    GroupOwner,
    /// An ordinary member.
    Member,
    /// A guest in this organisation.
    Guest,
    /// Another admin role; its own name is shown.
    Other,
}

/// A role somebody has: our kind, and the directory's own name for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoleView {
    /// Which.
    pub kind: RoleKind,
    /// The directory's name, for `other`.
    pub name: String,
}

/// Somebody one may be in the practice organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonaView {
    /// Its key, as in `--practice=KEY`.
    pub key: String,
    /// The person's name.
    pub display_name: String,
    /// The role, the one that counts most here.
    pub role: RoleView,
    /// What is rehearsed as somebody who signs in as for real; nothing where everything shows and is granted.
    pub rehearses: Option<Rehearsal>,
}

/// What is rehearsed as a persona who signs in as for real: with the permissions to look, and no others yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Rehearsal {
    /// A permission is asked for at the first use of a repair.
    Permission,
    /// The same, and the role that is needed does not show.
    UnseenRole,
}

/// The practice organisation, as offered on the Welcome screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PracticeView {
    /// Its name.
    pub organisation: String,
    /// Who one may be.
    pub personas: Vec<PersonaView>,
}

/// What kind of organisation one is signed in to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum TenantKind {
    /// The practice organisation in this program.
    Practice,
    /// A real tenant.
    Real,
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountView {
    /// The person's name.
    pub display_name: String,
    /// The user name.
    pub user_name: String,
    /// The role that counts most here.
    pub role: RoleView,
    /// The organisation's name.
    pub organisation: String,
    /// Practice or real: always shown.
    pub tenant: TenantKind,
    /// The persona's key, in practice.
    pub persona: Option<String>,
    /// The tenant's id.
    pub tenant_id: String,
    /// How the user signed in; none in practice.
    pub way: Option<SignInMethod>,
    /// Whether somebody else of this organisation was signed in here the last time: then the person is asked.
    pub other_than_last: bool,
    /// Whether this cloud has an admin center a link can lead to.
    pub admin_center: bool,
    /// Whether a link can lead to its Exchange admin center.
    pub exchange_center: bool,
}

/// What the window asks first, and again after each sign-in or sign-out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Status {
    /// The app's version.
    pub version: String,
    /// The language in force: the setting, or else the system's.
    pub language: Language,
    /// How the window looks.
    pub appearance: Appearance,
    /// The practice organisation.
    pub practice: PracticeView,
    /// The organisation one can sign in to, when one is known.
    pub organisation: Option<OrganisationView>,
    /// Whether the machine's managed settings switch every repair off.
    pub read_only: bool,
    /// What becomes of a sign-in when the app ends; not known before it was looked at.
    pub keeping: Option<Persistence>,
    /// Whether a sign-in was kept that can be gone on with (`resume`).
    pub stored: bool,
    /// Who is signed in.
    pub account: Option<AccountView>,
    /// An address given at launch, to be looked up at once.
    pub find: Option<String>,
    /// Changes of this organisation that were begun and not finished.
    pub unfinished: u32,
    /// The oldest of them.
    pub oldest_unfinished: Option<UnfinishedView>,
}

/// What somebody handed to this window by starting the app: at most one of the two. It is as untrusted as what is typed
/// or opened here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandedView {
    /// An address to be looked up.
    pub address: Option<String>,
    /// The text of a hand-over file.
    pub hand_over: Option<String>,
}

/// A change that was begun and not finished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnfinishedView {
    /// The guest's name.
    pub guest_name: String,
    /// When it began, ISO 8601 in UTC.
    pub at: String,
}

/// `sign_in`: as which persona.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignIn {
    /// The persona's key.
    pub persona: String,
}

/// A question that may take minutes, because a person answers it somewhere else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Patient {
    /// By which it can be cancelled.
    pub ticket: String,
}

/// The page that somebody is awaited at, in their browser.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignInPage {
    /// Its address, to be opened in a browser of this computer. None while nobody is awaited, or not yet.
    pub address: Option<String>,
    /// Whether the system took it to be opened.
    pub opened: bool,
}

/// A code to type on another device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CodeView {
    /// The code.
    pub user_code: String,
    /// The page it is typed on.
    pub page: String,
    /// For how many seconds it can be used from now on.
    pub seconds: u32,
}

/// `permit`: for which remedy permission is to be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Permit {
    /// Which.
    pub remedy: RemedyKind,
    /// By which it can be cancelled.
    pub ticket: String,
    /// What becomes of it in the practice organisation, where no page of Microsoft's opens.
    pub practice: Option<PracticeAnswer>,
}

/// What becomes of a permission that is asked for in the practice organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PracticeAnswer {
    /// It is given: somebody who may agree did.
    Given,
    /// The person does not agree.
    Declined,
    /// An administrator has to agree first.
    AdminNeeded,
}

/// `words`: in which language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WordsIn {
    /// Which.
    pub language: Language,
}

/// `set_language`: which.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetLanguage {
    /// Which.
    pub language: Language,
}

/// A question without parameters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// Where a link leads. The page names a place; Rust builds the address from constants and checked ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "place", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Destination {
    /// This guest in the Entra admin center.
    EntraGuest {
        /// Object id.
        guest: String,
    },
    /// A list in the Exchange admin center.
    Exchange {
        /// Which.
        page: DoorPath,
    },
    /// Microsoft's article that this app replaces.
    Article,
    /// What Entra Backup and Recovery keeps, on Microsoft's pages.
    Backup,
    /// The page the code that is waited for is typed on.
    CodePage,
    /// The page that a sign-in, or a question for permission, waits at.
    SignInPage,
    /// The folder the app keeps what it keeps in, in the system's own window of files.
    DataFolder,
    /// The list of registrations in the Entra admin center.
    Registrations {
        /// Of which cloud.
        cloud: MicrosoftCloud,
    },
}

/// `cancel`: which question or change is to stop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Cancel {
    /// The ticket the question was asked with, or the id of a running change.
    pub ticket: String,
}

//! What went wrong, in kinds. Refused, cancelled and failed are three different things here too.

use super::{UnreadableHandOver, WhyAdminActRefused};
use entra::RefusalReason;
use graph::Changed;
use guest::{RemedyKind, WhyNot, WhyRefused};
use procedure::{Category, TakenPart, WhyNotInvited};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What exactly went wrong, with what its sentence speaks of. The words are `problem-<code>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum ProblemCode {
    /// The search box was empty.
    AddressEmpty,
    /// More characters than an address can have.
    AddressTooLong {
        /// How many.
        length: u32,
        /// The most that is accepted.
        limit: u32,
    },
    /// More than one address was pasted.
    AddressSeveral {
        /// How many.
        count: u32,
    },
    /// There is no address in it, nor a user name or an object id: perhaps a name, and names cannot be searched for.
    AddressAbsent {
        /// What was typed, or the beginning of it.
        typed: String,
    },
    /// A letter before the `@` that the directory does not keep.
    AddressAccented {
        /// The letter.
        letter: String,
        /// The same address without accents.
        plain: String,
    },
    /// Nobody, live or deleted, has this user name or the address in it.
    UserNameUnknown {
        /// The name, or the beginning of it.
        name: String,
    },
    /// No user, live or deleted, has this object id.
    IdUnknown {
        /// The id.
        id: String,
    },
    /// It is no e-mail address.
    AddressMalformed {
        /// What was typed, or the beginning of it.
        typed: String,
    },
    /// A choice is missing or is none of those offered.
    ChoiceInvalid {
        /// Which choice, by its name in the question.
        choice: String,
    },
    /// A command came with fields it does not know. Never the user's doing.
    RequestMalformed,
    /// The typed confirmation differs from what was asked.
    TypedTextDiffers {
        /// What was asked for.
        expected: String,
    },
    /// The plan was applied already.
    PlanUsed,
    /// The plan is older than fifteen minutes, was replaced by another, or was never made.
    PlanStale,
    /// Another change of this account is still running.
    ChangeRunning,
    /// The remedy does not fit this guest as things are now.
    NotForThisGuest,
    /// What stands in the directory is no longer what the preview showed.
    TenantChanged {
        /// Microsoft Graph's name of it.
        property: String,
    },
    /// The guest is no longer in the directory.
    GuestGone,
    /// The members of the group cannot be changed any more, or it refuses the guest.
    GroupNotWritable {
        /// The group's name.
        group: String,
        /// Why not.
        why: WhyNot,
    },
    /// The group is no longer there.
    GroupGone {
        /// The group's name.
        group: String,
    },
    /// The operator owns the group no more.
    OwnerNoMore {
        /// The group's name.
        group: String,
    },
    /// The address is owned by another object.
    AddressConflict {
        /// The address.
        address: String,
        /// The name of its owner, when it is known.
        owner: Option<String>,
    },
    /// A deleted account was not brought back: another object has something of it by now.
    ReturnRefused {
        /// What.
        part: TakenPart,
        /// The name of whoever has it, when it is known.
        owner: Option<String>,
    },
    /// The account lacks the right.
    MissingRight {
        /// Why, as far as that is known.
        why: WhyRefused,
    },
    /// Guests may not search a directory they are a guest in.
    GuestsMayNotSearch,
    /// It is done in the practice organisation only.
    OnlyInPractice,
    /// It leads out of the app, to where nothing of the practice organisation is.
    NotInPractice,
    /// What an admin of Exchange would do was not done, in practice.
    AdminActRefused {
        /// Why.
        why: WhyAdminActRefused,
    },
    /// The server refused for a reason of its own; its words are in the reference.
    ServerRefused,
    /// Message traces are not set up in this organisation.
    TracingNotSetUp,
    /// The group has no address that mail could be sent to.
    GroupWithoutMail {
        /// The group's name.
        group: String,
    },
    /// The server refused the invitation after the old account was deleted.
    InvitationRefused {
        /// The address it was for.
        address: String,
        /// The name of its owner, where that is why and it is known.
        owner: Option<String>,
    },
    /// The invitation came back with another account than expected.
    InvitationOtherAccount {
        /// Its object id.
        found: String,
    },
    /// The server refused to invite somebody.
    NotInvited {
        /// At which address.
        address: String,
        /// Why.
        why: WhyNotInvited,
    },
    /// The invitation came back with another account than the guest's, which it may have made.
    InvitedSomebodyElse {
        /// The address it was for.
        address: String,
        /// The account's object id.
        found: String,
    },
    /// The change cannot be undone (any more).
    CannotUndo,
    /// The guest has accepted the invitation that was to be taken back.
    GuestAccepted,
    /// The record is not as it was written: nothing is done on the word of it.
    RecordDamaged,
    /// The record is not whole: nothing of it is removed.
    RecordNotWhole,
    /// The way back is gone: the values were changed by somebody else since.
    ChangedSince,
    /// Stopped by the person.
    Cancelled,
    /// No connection to the server.
    Unreachable,
    /// The answer to a change was lost: unknown whether it was carried out.
    AnswerLost,
    /// A change was carried out, and the directory does not show it in time.
    NotVisibleInTime,
    /// The server is there but cannot serve now.
    ServerUnavailable {
        /// HTTP status.
        status: u16,
    },
    /// Too many requests.
    Throttled,
    /// Nobody is signed in.
    NotSignedIn,
    /// The sign-in is no longer accepted.
    SignInExpired,
    /// No such persona in the practice organisation.
    PersonaUnknown {
        /// The key that was asked for, or the beginning of it.
        persona: String,
    },
    /// Microsoft refused the sign-in. Its words are those of the reason: `sign-in-reason-<reason>`.
    SignInRefused {
        /// Why.
        reason: RefusalReason,
    },
    /// The person said no on Microsoft's page.
    SignInDeclined,
    /// Nobody answered on Microsoft's page within five minutes.
    SignInTimedOut,
    /// The code for another device is no longer valid.
    CodeExpired,
    /// The answer to a sign-in was not the answer to ours: nothing of it was used.
    SignInUntrusted {
        /// What of it is not ours, in one word.
        what: String,
    },
    /// The account belongs to another organisation.
    OtherOrganisation {
        /// The one that is set up.
        expected: String,
        /// The one that was signed in to.
        found: String,
    },
    /// Somebody else answered where the same person was to confirm.
    OtherPerson,
    /// The system's browser could not be opened.
    BrowserNotOpened,
    /// The system opened no folder.
    FolderNotOpened,
    /// No port of this computer could be listened at for the browser's answer.
    NoListener,
    /// The sign-in is still good, but this question needs a fresh confirmation at Microsoft.
    #[serde(rename = "more-proof")]
    StepUpRequired,
    /// No organisation is known to sign in to.
    NoOrganisation,
    /// The organisation is chosen by the machine's managed settings.
    OrganisationManaged,
    /// The text is no organisation file.
    OrganisationUnreadable {
        /// Why not.
        what: UnreadableFile,
    },
    /// A field of the organisation file is not one it has.
    OrganisationUnknownField {
        /// Its name in the file, or the beginning of it.
        field: String,
    },
    /// A field is missing from the organisation file.
    OrganisationMissing {
        /// Its name in the file.
        field: String,
    },
    /// A value of the organisation cannot be used.
    OrganisationInvalid {
        /// Its name in the file.
        field: String,
    },
    /// Hosts of its own are accepted only from a file named at launch or from managed settings.
    OrganisationCustomHosts,
    /// The text is no hand-over file that can be used.
    HandOverUnreadable {
        /// Why not.
        what: UnreadableHandOver,
    },
    /// A hand-over file of another organisation.
    HandOverElsewhere {
        /// The organisation's name, as the file says.
        organisation: String,
    },
    /// One file is about so many guests at most, and holds so much.
    TooManyHandedOver {
        /// The most.
        most: u32,
    },
    /// The guests of the group were not read, so that there is nothing to save.
    GroupNotRead,
    /// The text for whoever is asked is too long for a mail program's link.
    MailTooLong,
    /// No mail program answered.
    MailNotOpened,
    /// The dialog that asks where a file is to be kept is open already.
    SaveDialogOpen,
    /// The organisation switched repairs off on this computer.
    SwitchedOff,
    /// The Azure CLI is not on this computer.
    AzureCliMissing,
    /// The Azure CLI is not signed in.
    AzureCliNotSignedIn,
    /// The Azure CLI is signed in to another organisation.
    AzureCliOtherTenant {
        /// The one that is set up.
        expected: String,
    },
    /// The Azure CLI failed.
    AzureCliFailed,
    /// A permission is missing and can be asked for (`permit`).
    PermissionMissing {
        /// Microsoft's names of those that are missing.
        permissions: Vec<String>,
        /// The remedy they are for.
        remedy: RemedyKind,
    },
    /// A permission is missing, and this way of signing in cannot ask for it.
    PermissionFixed {
        /// Microsoft's names of those that are missing; none when they were asked for beforehand.
        permissions: Vec<String>,
    },
    /// Something of the sign-in could not be removed from this computer.
    SignOutIncomplete {
        /// What.
        what: NotRemoved,
    },
    /// There is no network.
    NoNetwork,
    /// Another page answered in Microsoft's place: usually a network that wants one to sign in first.
    CaptivePortal,
    /// The proxy does not answer.
    ProxyUnreachable,
    /// The proxy wants a sign-in of its own.
    ProxySignIn,
    /// The certificate of the server was not issued by anybody this computer trusts.
    UntrustedCertificate,
    /// This computer's clock is wrong.
    WrongClock {
        /// By how many minutes, when that could be told.
        minutes: Option<u32>,
    },
    /// A file we keep was written by a newer version of this app.
    NewerFile {
        /// Its name.
        file: String,
    },
    /// A file we keep cannot be read or written.
    FileTrouble {
        /// Its name.
        file: String,
    },
    /// The answer could not be understood.
    AnswerMalformed,
    /// A fault in the app itself.
    Internal,
}

/// Why a text is no organisation file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum UnreadableFile {
    /// It is no JSON.
    NotJson,
    /// It is larger than any organisation file.
    TooLarge,
}

/// What of a sign-in is still on this computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum NotRemoved {
    /// The key in the keyring.
    Key,
    /// The sealed file.
    File,
    /// Both, or it is not known which.
    Both,
}

/// What to quote to whoever helps. The server's own words are evidence, not our explanation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Reference {
    /// HTTP status of the answer.
    pub status: Option<u16>,
    /// Microsoft Graph's error code.
    pub code: Option<String>,
    /// The server's own sentence, quoted.
    pub message: Option<String>,
    /// Microsoft Graph's `request-id`, or the trace id of a sign-in.
    pub request_id: Option<String>,
    /// The correlation id of a sign-in: what Microsoft's support asks for.
    pub correlation_id: Option<String>,
    /// When it happened, ISO 8601 in UTC.
    pub at: Option<String>,
}

/// One problem, as the window shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// Its family.
    pub kind: Category,
    /// What exactly.
    #[serde(flatten)]
    pub code: ProblemCode,
    /// Whether something was changed.
    pub changed: Changed,
    /// What to quote, when there is something to quote.
    pub reference: Option<Box<Reference>>,
    /// Whether the plan on screen is void, so that only a new one helps.
    pub voids_plan: bool,
    /// Whether a change that ended so may have left the report on screen out of date.
    pub outdates_report: bool,
    /// What can be searched for instead of what was typed, to be offered.
    pub search_instead: Vec<String>,
}

//! What went wrong, in kinds. Refused, cancelled and failed are three different things here too.

use super::Args;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The family a problem belongs to: it decides the title and the tone on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ProblemKind {
    /// What was typed or chosen cannot be used as it is.
    BadInput,
    /// A rule said no: a missing right, the server's policy, or one of our own guards.
    Refused,
    /// The person stopped it.
    Cancelled,
    /// The tenant is not as it was when the preview was made.
    Conflict,
    /// No answer came.
    Unreachable,
    /// The server asked us to wait longer than we are willing to.
    Throttled,
    /// Nobody is signed in, or the sign-in no longer holds.
    NotSignedIn,
    /// A fault of the app or of the server.
    Internal,
}

/// What exactly went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ProblemCode {
    /// The search box was empty.
    AddressEmpty,
    /// More than 320 characters. Arguments: `length`, `limit`.
    AddressTooLong,
    /// More than one address was pasted. Arguments: `count`.
    AddressSeveral,
    /// It is no e-mail address. Arguments: `typed`.
    AddressMalformed,
    /// A choice is missing or is none of those offered. Arguments: `choice`.
    ChoiceInvalid,
    /// A command came with fields it does not know. Never the user's doing.
    RequestMalformed,
    /// The typed confirmation differs from what was asked. Arguments: `expected`.
    TypedTextDiffers,
    /// The plan was applied already.
    PlanUsed,
    /// The plan is older than fifteen minutes, was replaced by another, or was never made.
    PlanStale,
    /// Another change of this account is still running.
    ChangeRunning,
    /// The remedy does not fit this guest as he is now.
    NotForThisGuest,
    /// What stands in the directory is no longer what the preview showed. Arguments: `property`.
    TenantChanged,
    /// The guest is no longer in the directory.
    GuestGone,
    /// The address is owned by another object. Arguments: `address`, and `owner` or an empty text.
    AddressConflict,
    /// The account lacks the right.
    MissingRight,
    /// Guests may not search a directory they are a guest in.
    GuestsMayNotSearch,
    /// The server refused for a reason of its own; its words are in the reference.
    ServerRefused,
    /// The server refused the invitation after the old account was deleted. Arguments: `address`.
    InvitationRefused,
    /// The invitation came back with another account than expected. Arguments: `found`.
    InvitationOtherAccount,
    /// The change cannot be undone (any more).
    CannotUndo,
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
    /// The server is there but cannot serve now. Arguments: `status`.
    ServerUnavailable,
    /// Too many requests.
    Throttled,
    /// Nobody is signed in.
    NotSignedIn,
    /// The sign-in is no longer accepted.
    SignInExpired,
    /// No such persona in the practice organisation. Arguments: `persona`.
    PersonaUnknown,
    /// Microsoft refused the sign-in; `reason` says why. Arguments: `aadsts`, the number, when there is one.
    SignInRefused,
    /// The person said no on Microsoft's page.
    SignInDeclined,
    /// Nobody answered on Microsoft's page within five minutes.
    SignInTimedOut,
    /// The code for another device is no longer valid.
    CodeExpired,
    /// The answer to a sign-in was not the answer to ours: nothing of it was used. Arguments: `what`.
    SignInUntrusted,
    /// The account belongs to another organisation. Arguments: `expected`, `found`.
    OtherOrganisation,
    /// Somebody else answered where the same person was to confirm.
    OtherPerson,
    /// The system's browser could not be opened.
    BrowserNotOpened,
    /// No port of this computer could be listened at for the browser's answer.
    NoListener,
    /// The sign-in is still good, but this question needs a fresh confirmation at Microsoft.
    MoreProof,
    /// No organisation is known to sign in to.
    NoOrganisation,
    /// The organisation is chosen by the machine's managed settings.
    OrganisationManaged,
    /// The text is no organisation file. Arguments: `what`, `not-json` or `too-large`.
    OrganisationUnreadable,
    /// A field of the organisation file is not one it has. Arguments: `field`.
    OrganisationUnknownField,
    /// A field is missing from the organisation file. Arguments: `field`.
    OrganisationMissing,
    /// A value of the organisation cannot be used. Arguments: `field`.
    OrganisationInvalid,
    /// Hosts of its own are accepted only from a file named at launch or from managed settings.
    OrganisationCustomHosts,
    /// The organisation switched repairs off on this computer.
    SwitchedOff,
    /// The Azure CLI is not on this computer.
    AzureCliMissing,
    /// The Azure CLI is not signed in.
    AzureCliNotSignedIn,
    /// The Azure CLI is signed in to another organisation. Arguments: `expected`.
    AzureCliOtherTenant,
    /// The Azure CLI failed.
    AzureCliFailed,
    /// A permission is missing and can be asked for (`permit`). Arguments: `permissions`, `remedy`.
    PermissionMissing,
    /// A permission is missing, and this way of signing in cannot ask for it. Arguments: `permissions`.
    PermissionFixed,
    /// Something of the sign-in could not be removed from this computer. Arguments: `what`.
    SignOutIncomplete,
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
    /// This computer's clock is wrong. Arguments: `minutes`, or `none`.
    WrongClock,
    /// A file we keep was written by a newer version of this app. Arguments: `file`.
    NewerFile,
    /// A file we keep cannot be read or written. Arguments: `file`.
    FileTrouble,
    /// The answer could not be understood.
    AnswerMalformed,
    /// A fault in the app itself.
    Internal,
}

/// Whether anything was changed in the tenant when the problem arose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Changed {
    /// Nothing was changed.
    No,
    /// Something was changed; the change's steps say what.
    Yes,
    /// It cannot be told; reading back will show.
    Unknown,
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

/// Why Microsoft refused a sign-in (Microsoft Entra: authentication and authorization error codes). The words are
/// `sign-in-reason-<reason>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SignInReason {
    /// 16000: several accounts are signed in.
    SeveralSessions,
    /// 50011: the redirect address is not registered.
    RedirectNotRegistered,
    /// 50020, 90072: the account is not in this organisation.
    AccountNotInTenant,
    /// 50034: there is no such account.
    NoSuchAccount,
    /// 50053: the account is locked.
    AccountLocked,
    /// 50055: the password has expired.
    PasswordExpired,
    /// 50057: the account is disabled.
    AccountDisabled,
    /// 50058: nobody is signed in any more.
    SilentFailed,
    /// 50059: no organisation was named.
    TenantMissing,
    /// 50072, 50074, 50076, 50079: multi-factor authentication is asked for.
    MoreProofNeeded,
    /// 50078: multi-factor authentication has expired.
    ProofExpired,
    /// 50105: the person was not assigned to the app.
    NotAssigned,
    /// 50126: user name or password is wrong.
    WrongCredentials,
    /// 50158: another provider wants to ask something.
    ExternalChallenge,
    /// 50173: the sign-in was revoked.
    GrantRevoked,
    /// 50194: the app is for one organisation.
    NotMultitenant,
    /// 500212, 500213: a policy between organisations blocks.
    CrossTenantBlocked,
    /// 53000, 53001: the device is not compliant or not joined.
    DeviceNotCompliant,
    /// 53002: the app is not an approved one.
    AppNotApproved,
    /// 53003: Conditional Access blocks.
    AccessBlocked,
    /// 53004: registering for multi-factor authentication was blocked as risky.
    RegistrationRisk,
    /// 530032, 530035: a security policy blocks.
    SecurityPolicy,
    /// 54005: the code was used already.
    CodeRedeemed,
    /// 65001: a permission was not consented to.
    ConsentMissing,
    /// 65002: Microsoft's own app without preauthorisation.
    NotPreauthorised,
    /// 65004: consent was declined.
    ConsentDeclined,
    /// 65005, 650052, 650056, 650057: the registration is incomplete.
    AppMisconfigured,
    /// 700016: the app is not in this organisation.
    AppNotFound,
    /// 70000, 70008: the grant is not valid any more.
    GrantInvalid,
    /// 70016: the code was not typed yet.
    CodePending,
    /// 70018: the code is not right.
    CodeBad,
    /// 70019: the code has expired.
    CodeExpired,
    /// 700082, 70043: the sign-in has expired.
    SignInExpired,
    /// 7000112: the app is disabled.
    AppDisabled,
    /// 7000218: public client flows are not allowed for the app.
    NotPublicClient,
    /// 90002: there is no such organisation.
    TenantNotFound,
    /// 90008: the app has no permission for Microsoft Graph.
    GraphNotRequested,
    /// 90038: the organisation is in another cloud.
    WrongCloud,
    /// 90094: an admin has to consent.
    AdminConsentNeeded,
    /// 90095: an admin can be asked to consent.
    AdminConsentRequestable,
    /// 90130: the app cannot be used at this endpoint.
    NotUsableHere,
    /// 9002313: the request was malformed.
    MalformedRequest,
    /// Microsoft's sign-in cannot serve now.
    Busy,
    /// A reason we do not know.
    Unknown,
}

/// One problem, as the window shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// Its family.
    pub kind: ProblemKind,
    /// What exactly.
    pub code: ProblemCode,
    /// Arguments for the sentence.
    pub args: Args,
    /// Whether something was changed.
    pub changed: Changed,
    /// Why Microsoft refused a sign-in, for `sign-in-refused`.
    pub reason: Option<SignInReason>,
    /// What to quote, when there is something to quote.
    pub reference: Option<Box<Reference>>,
}

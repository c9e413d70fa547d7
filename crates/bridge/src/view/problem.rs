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
    /// Microsoft Graph's `request-id`.
    pub request_id: Option<String>,
    /// When it happened, ISO 8601 in UTC.
    pub at: Option<String>,
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
    /// What to quote, when there is something to quote.
    pub reference: Option<Box<Reference>>,
}

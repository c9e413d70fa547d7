//! What went wrong, from what the server said and from what did not arrive.
//!
//! Branches on HTTP status and error code. Only where Microsoft gives several meanings one code does the message
//! decide, and each such message is listed in [`MEANT_BY_MESSAGE`] with its source.

use std::fmt;
use std::time::Duration;

use internet::Obstacle;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::operations::{Effect, Operation};

/// What a failed request has done to the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Changed {
    /// Certainly nothing: it was a read, was never sent, or was refused.
    No,
    /// Certainly what was asked; only the answer could not be read.
    Yes,
    /// Nobody knows before the directory is read back.
    Unknown,
}

/// What kind of problem it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase", tag = "kind")]
pub enum GraphProblemKind {
    /// Refused by this client before anything was sent.
    BadInput {
        /// Which input.
        what: String,
    },
    /// The server finds the request wrong (other 4xx).
    BadRequest {
        /// Graph's error code.
        code: String,
    },
    /// Another object has the value already, or the object changed meanwhile (details `ObjectConflict` and
    /// `ConflictingObjects`; 409).
    Conflict {
        /// The property, as Graph names it.
        target: Option<String>,
        /// Ids of the objects in the way, when the server names them.
        objects: Vec<String>,
    },
    /// The reference exists already: the user is a member, a sponsor.
    AlreadyReferenced,
    /// The object a reference points to is not known (yet): usual for minutes after an invitation.
    InvalidReference,
    /// The property belongs to another system (on-premises directory, Exchange).
    MasteredElsewhere,
    /// The invitation is refused for what it is.
    NotInvitable {
        /// Why.
        why: NotInvitable,
    },
    /// A condition is not met (412). Seen when inviting an account that is blocked.
    PreconditionFailed,
    /// The credential gives no token.
    NotSignedIn,
    /// The token is not accepted, not even a fresh one (401).
    Unauthorised,
    /// Message traces are not set up in this organisation: Microsoft's own service principal for them is not there (Microsoft
    /// Graph: exchangeMessageTrace resource, prerequisites).
    TracingNotSetUp,
    /// The token is not enough for this: Microsoft asks for a new sign-in that proves more (401, `insufficient_claims`).
    /// Nothing was acted upon, and the same token would be refused again.
    StepUpRequired {
        /// What must be proved, as JSON text: it goes into the `claims` of the next sign-in.
        claims: String,
    },
    /// Scope or role does not allow it (403).
    Refused {
        /// Graph's error code; some services send an empty one.
        code: String,
    },
    /// Not there, or not replicated yet (404, `Request_ResourceNotFound`, `Directory_ObjectNotFound`).
    NotFound,
    /// Too many requests, and our patience is over (429).
    Throttled,
    /// The service fails (5xx).
    Unavailable {
        /// HTTP status.
        status: u16,
    },
    /// A change was sent and no answer came: unknown whether it was made.
    AnswerLost,
    /// No connection, or the answer to a read was lost: nothing was changed.
    Unreachable,
    /// Cancelled by whoever asked.
    Cancelled,
    /// The answer is not what the contract says.
    Malformed,
    /// The answer is larger than we read.
    TooLarge,
    /// The server sent a link that leads to another server; it was not followed.
    ForeignHost,
}

/// Why somebody cannot be invited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotInvitable {
    /// The address is in a verified domain of the organisation.
    OwnDomain,
    /// The settings for working with other organisations do not allow it.
    ByPolicy,
    /// Somebody in the directory has the address.
    AlreadyThere,
    /// The account that is to accept again does not have the address, or not yet.
    NotOnTheAccount,
}

/// One of the details of an error (Microsoft Graph: error responses).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Detail {
    /// Code of the detail.
    pub code: String,
    /// The property or object it is about.
    pub target: Option<String>,
    /// The server's words.
    pub message: String,
}

/// What the server said, to be quoted and to be looked up by Microsoft's support. Never to be branched on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ServerDetails {
    /// HTTP status; 0 when there was no answer.
    pub status: u16,
    /// Graph's error code, `error.code`.
    pub code: String,
    /// The server's words or the transport's reason.
    pub message: String,
    /// `error.details`.
    pub details: Vec<Detail>,
    /// The server's id of this request.
    pub request_id: Option<String>,
    /// Our own id of this request.
    pub client_request_id: Option<String>,
    /// When, in the server's words.
    pub date: Option<String>,
    /// What stood between us and the server, where it can be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub obstacle: Option<Obstacle>,
}

/// A request that did not succeed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GraphProblem {
    /// What kind.
    #[serde(flatten)]
    pub kind: GraphProblemKind,
    /// What it did to the directory.
    pub changed: Changed,
    /// Which request.
    pub operation: Operation,
    /// How long the server asks to wait, when it asks.
    pub retry_after: Option<Duration>,
    /// What the server said.
    pub server: Box<ServerDetails>,
}

impl fmt::Display for GraphProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ServerDetails { status, code, request_id, .. } = &*self.server;
        write!(f, "{:?}: {:?} (status {status}, code {code:?}", self.operation, self.kind)?;
        write!(f, ", request-id {})", request_id.as_deref().unwrap_or("none"))
    }
}

impl std::error::Error for GraphProblem {}

/// The most details of one error that are kept. A conflict has two.
const MOST_DETAILS: usize = 20;

/// Messages that decide a meaning because their code, `Request_BadRequest`, has many.
const MEANT_BY_MESSAGE: [(&str, GraphProblemKind); 8] = [
    // Seen in pnp/pnpframework issue 139 and in the tests of pnp/cli-microsoft365.
    ("added object references already exist", GraphProblemKind::AlreadyReferenced),
    // microsoftgraph/msgraph-sdk-dotnet issue 2508: gone minutes later.
    ("Not a valid reference update", GraphProblemKind::InvalidReference),
    // microsoftgraph/microsoft-graph-docs-contrib issues 3564 and 7341.
    ("originated within an external service", GraphProblemKind::MasteredElsewhere),
    // Of invitations, as public samples repeat it (Microsoft Entra External ID: "Troubleshoot B2B collaboration").
    ("verified domain of this directory", GraphProblemKind::NotInvitable { why: NotInvitable::OwnDomain }),
    ("already exists in the directory", GraphProblemKind::NotInvitable { why: NotInvitable::AlreadyThere }),
    // An answer of Microsoft Q&A (5817471): the settings of one of the two organisations.
    (
        "blocked by cross-tenant access settings",
        GraphProblemKind::NotInvitable { why: NotInvitable::ByPolicy },
    ),
    (
        "Guest invitations not allowed for your company",
        GraphProblemKind::NotInvitable { why: NotInvitable::ByPolicy },
    ),
    // microsoftgraph/msgraph-beta-sdk-dotnet issue 394: right after the address was written, and gone later.
    (
        "match any emails on the user object",
        GraphProblemKind::NotInvitable { why: NotInvitable::NotOnTheAccount },
    ),
];

impl GraphProblem {
    /// HTTP status, 0 without an answer.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.server.status
    }

    /// Graph's error code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.server.code
    }

    /// The server's id of this request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.server.request_id.as_deref()
    }

    /// Whether it may pass by itself: nobody answered, or not now.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        matches!(
            self.kind,
            GraphProblemKind::Unreachable
                | GraphProblemKind::Throttled
                | GraphProblemKind::Unavailable { .. }
        )
    }

    /// Whether it is about the way to the server, and says nothing of what was asked.
    #[must_use]
    pub fn is_about_connection(&self) -> bool {
        let signed_out = matches!(self.kind, GraphProblemKind::NotSignedIn | GraphProblemKind::Unauthorised);
        signed_out || self.is_transient()
    }

    /// Whether an object that a reference points to is not known, or not yet: usual for minutes after an invitation.
    #[must_use]
    pub fn is_reference_unknown(&self) -> bool {
        matches!(self.kind, GraphProblemKind::InvalidReference | GraphProblemKind::NotFound)
    }

    pub(crate) fn new(
        operation: Operation,
        kind: GraphProblemKind,
        changed: Changed,
        server: ServerDetails,
    ) -> Self {
        Self { kind, changed, operation, retry_after: None, server: Box::new(server) }
    }

    /// Refused here, before anything was sent.
    pub(crate) fn bad_input(operation: Operation, what: &str) -> Self {
        Self::new(
            operation,
            GraphProblemKind::BadInput { what: what.to_owned() },
            Changed::No,
            ServerDetails::default(),
        )
    }

    /// An answer of success that says something else than the contract: a change has been made all the same.
    pub(crate) fn malformed(operation: Operation, server: ServerDetails) -> Self {
        let changed = match operation.effect() {
            Effect::Read => Changed::No,
            Effect::Write => Changed::Yes,
        };
        Self::new(operation, GraphProblemKind::Malformed, changed, server)
    }

    /// An answer with another status than success. `claims`: what it wants to be proved, when that is why.
    pub(crate) fn answered(
        operation: Operation,
        body: &Value,
        mut server: ServerDetails,
        retry_after: Option<Duration>,
        claims: Option<String>,
    ) -> Self {
        read_error(body, &mut server);
        let kind = match claims {
            // 401 it says at Microsoft; some services answer with 403.
            Some(claims) if matches!(server.status, 401 | 403) => GraphProblemKind::StepUpRequired { claims },
            _ => kind_of(&server),
        };
        let is_safe_to_retry = match server.status {
            503 => retry_after.is_some(),
            status => status < 500,
        };
        let changed = match operation.effect() {
            Effect::Write if !is_safe_to_retry => Changed::Unknown,
            Effect::Read | Effect::Write => Changed::No,
        };
        Self { retry_after, ..Self::new(operation, kind, changed, server) }
    }
}

fn text(value: &Value) -> Option<&str> {
    value.as_str().filter(|text| !text.is_empty())
}

/// The first of them. What is none stays out, and takes no other with it.
fn details(all: &[Value]) -> Vec<Detail> {
    let detail = |value: &Value| {
        value.is_object().then(|| Detail {
            code: text(&value["code"]).and_then(evidence::code).unwrap_or_default(),
            target: text(&value["target"]).map(evidence::name),
            message: text(&value["message"]).map(evidence::words).unwrap_or_default(),
        })
    };
    all.iter().filter_map(detail).take(MOST_DETAILS).collect()
}

/// Reads Graph's error shape, each text in its form: the one place where words of a server's are taken over
/// (Microsoft Graph: error responses). What is not there stays as it was, so that the ids from the headers survive a
/// body without them, or no body at all.
fn read_error(body: &Value, server: &mut ServerDetails) {
    let error = &body["error"];
    // The documentation writes innerError, some services write innererror.
    let inner = if error["innerError"].is_object() { &error["innerError"] } else { &error["innererror"] };
    server.code = text(&error["code"]).and_then(evidence::code).unwrap_or_default();
    server.message = text(&error["message"]).map(evidence::words).unwrap_or_default();
    server.details = error["details"].as_array().map(|all| details(all)).unwrap_or_default();
    let id = |name: &str| text(&inner[name]).and_then(evidence::id);
    server.request_id = id("request-id").or_else(|| server.request_id.take());
    server.client_request_id = id("client-request-id").or_else(|| server.client_request_id.take());
    server.date = text(&inner["date"]).and_then(evidence::moment).or_else(|| server.date.take());
}

fn kind_of(server: &ServerDetails) -> GraphProblemKind {
    let code = server.code.clone();
    if matches!(code.as_str(), "Request_ResourceNotFound" | "Directory_ObjectNotFound") {
        return GraphProblemKind::NotFound;
    }
    if is_tracing_not_set_up(server) {
        return GraphProblemKind::TracingNotSetUp;
    }
    match server.status {
        401 => GraphProblemKind::Unauthorised,
        403 => GraphProblemKind::Refused { code },
        404 => GraphProblemKind::NotFound,
        409 => conflict(server),
        412 => GraphProblemKind::PreconditionFailed,
        429 => GraphProblemKind::Throttled,
        status @ 500.. => GraphProblemKind::Unavailable { status },
        _ if has_detail(server, "ObjectConflict") || has_detail(server, "ConflictingObjects") => {
            conflict(server)
        }
        400 => MEANT_BY_MESSAGE
            .into_iter()
            .find(|(words, _)| server.message.contains(words))
            .map_or(GraphProblemKind::BadRequest { code }, |(_, kind)| kind),
        _ => GraphProblemKind::BadRequest { code },
    }
}

/// Microsoft's own application behind message traces (exchangeMessageTrace resource, prerequisites).
const TRACING_APPLICATION: &str = "8bd644d1-64a1-4d4b-ae52-2e0cbf64e373";

/// Programs that use traces report this answer with 401: "the service principal for App ID … was not found". No page says
/// how it is answered, so the application's id decides, whatever the status of the refusal.
fn is_tracing_not_set_up(server: &ServerDetails) -> bool {
    matches!(server.status, 400 | 401 | 403 | 404) && server.message.contains(TRACING_APPLICATION)
}

fn has_detail(server: &ServerDetails, code: &str) -> bool {
    server.details.iter().any(|detail| detail.code == code)
}

/// The property stands in the detail `ObjectConflict`; `ConflictingObjects` may name the other object by its id
/// (microsoftgraph/microsoft-graph-docs-contrib issue 8421).
fn conflict(server: &ServerDetails) -> GraphProblemKind {
    let of = |code: &'static str| server.details.iter().filter(move |detail| detail.code == code);
    let mut objects = Vec::new();
    for detail in of("ConflictingObjects") {
        for id in ids_in(detail.target.as_deref().unwrap_or_default()).chain(ids_in(&detail.message)) {
            if !objects.contains(&id) {
                objects.push(id);
            }
        }
    }
    GraphProblemKind::Conflict {
        target: of("ObjectConflict").find_map(|detail| detail.target.clone()),
        objects,
    }
}

/// The GUIDs in a text, such as `User_87d349ed-44d7-43e1-9a83-5f2406dee5bd`.
fn ids_in(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !(c.is_ascii_hexdigit() || c == '-'))
        .filter(|part| part.len() == 36 && uuid::Uuid::try_parse(part).is_ok())
        .map(str::to_ascii_lowercase)
}

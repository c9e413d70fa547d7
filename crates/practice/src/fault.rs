//! Fault injection: what goes wrong on order, at which request, how often.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::authenticator::Rejection;
use crate::error::ErrorResponse;
use crate::request::Request;
use crate::response::{Body, Response};

/// A plan of faults, as read from a fault file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaultFile {
    /// The file's version; this program reads 1.
    pub version: u64,
    /// What goes wrong. Each counts its own matches.
    #[serde(default)]
    pub faults: Vec<Fault>,
}

/// One fault.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fault {
    /// The HTTP method, or `*`.
    pub method: String,
    /// The path without version and query; `*` stands for one segment.
    pub path: String,
    /// Which match it hits, counted from 1; every one if absent. Requests inside a `$batch` count too.
    pub nth: Option<u64>,
    /// What happens.
    #[serde(rename = "do")]
    pub kind: FaultKind,
    /// For `status`: the HTTP status.
    pub status: Option<u16>,
    /// The `Retry-After` header, as it is to be sent (seconds, whole or with a fraction, or a date).
    pub retry_after: Option<String>,
    /// Milliseconds to wait before the answer.
    pub ms: Option<u64>,
}

/// What can go wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FaultKind {
    /// The connection breaks before the request is acted upon.
    DropBefore,
    /// The request is acted upon, then the connection breaks.
    DropAfter,
    /// The answer comes late.
    Delay,
    /// Another status; the request is not acted upon.
    Status,
    /// A read shows what was there before the last change.
    Stale,
    /// 401: the token has expired.
    ExpiredToken,
    /// 401 with a claims challenge.
    Claims,
    /// The answer is no JSON.
    Malformed,
    /// The answer stops in the middle.
    Truncate,
    /// The answer is tens of megabytes.
    Huge,
    /// The list's next page is itself.
    Loop,
}

/// Why a fault file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum FaultFileError {
    /// It is not JSON, or not of the fault file's shape.
    #[error("this is not a fault file: {0}")]
    Shape(#[from] serde_json::Error),
    /// It was written for a newer program.
    #[error("this fault file has version {found}; this program reads 1")]
    Newer {
        /// The version in the file.
        found: u64,
    },
}

impl FaultFile {
    /// Reads a fault file.
    pub fn read(text: &str) -> Result<Self, FaultFileError> {
        let whole: Value = serde_json::from_str(text)?;
        match whole.get("version").and_then(Value::as_u64) {
            Some(found) if found > 1 => Err(FaultFileError::Newer { found }),
            _ => Ok(serde_json::from_value(whole)?),
        }
    }
}

/// The faults that are planned, each with how many requests have matched it.
#[derive(Debug, Default)]
pub(crate) struct FaultPlan(Vec<(Fault, u64)>);

impl FaultPlan {
    pub(crate) fn new(file: FaultFile) -> Self {
        Self(file.faults.into_iter().map(|fault| (fault, 0)).collect())
    }

    /// Counts this request for every fault that it matches, and gives the first one whose turn it is.
    pub(crate) fn next_fault(&mut self, request: &Request) -> Option<Fault> {
        let mut due = None;
        for (fault, seen) in &mut self.0 {
            if matches(fault, request) {
                *seen += 1;
                if due.is_none() && fault.nth.is_none_or(|nth| nth == *seen) {
                    due = Some(fault.clone());
                }
            }
        }
        due
    }
}

fn matches(fault: &Fault, request: &Request) -> bool {
    if fault.method != "*" && !fault.method.eq_ignore_ascii_case(&request.method) {
        return false;
    }
    let path = fault.path.strip_prefix("/v1.0").unwrap_or(&fault.path);
    let wanted: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    wanted.len() == request.segments.len()
        && wanted.iter().zip(&request.segments).all(|(want, have)| *want == "*" || want == have)
}

impl Fault {
    /// The refusal that takes the place of the response, for faults that act before the request does.
    pub(crate) fn error(&self) -> Option<ErrorResponse> {
        match self.kind {
            FaultKind::Status => Some(self.status_error()),
            FaultKind::ExpiredToken => Some(Rejection::Expired.into()),
            FaultKind::Claims => Some(Rejection::ClaimsChallenge.into()),
            FaultKind::DropBefore
            | FaultKind::DropAfter
            | FaultKind::Delay
            | FaultKind::Stale
            | FaultKind::Malformed
            | FaultKind::Truncate
            | FaultKind::Huge
            | FaultKind::Loop => None,
        }
    }

    fn status_error(&self) -> ErrorResponse {
        let status = self.status.unwrap_or(503);
        let (code, message) = match status {
            401 => ("InvalidAuthenticationToken", "Access token validation failure."),
            403 => ("Authorization_RequestDenied", "Insufficient privileges to complete the operation."),
            404 => ("Request_ResourceNotFound", "The resource could not be found."),
            409 => ("Request_Conflict", "The request conflicts with the state of the resource."),
            412 => ("PreconditionFailed", "A precondition failed."),
            413 => ("RequestEntityTooLarge", "The request size exceeds the maximum limit."),
            429 => ("TooManyRequests", "Please retry again later."),
            500 => ("InternalServerError", "An internal error occurred."),
            502 => ("BadGateway", "The gateway got no usable answer."),
            503 => ("ServiceUnavailable", "The service is temporarily unavailable."),
            504 => ("GatewayTimeout", "The gateway waited in vain."),
            507 => ("InsufficientStorage", "The quota is used up."),
            _ => ("UnknownError", "An error was asked for."),
        };
        let mut error = ErrorResponse::new(status, code, message);
        if let Some(after) = &self.retry_after {
            error.headers.push(("Retry-After".into(), after.clone()));
        }
        error
    }

    /// Corrupts a finished response.
    pub(crate) fn corrupt(&self, response: &mut Response, request: &Request) {
        match self.kind {
            FaultKind::Malformed => response.body = Body::Raw("<html><body>Bad gateway".into()),
            FaultKind::Truncate => {
                if let Body::Json(body) = &response.body {
                    let text = body.to_string();
                    let half = text.len() / 2;
                    response.body = Body::Raw(text.into_bytes()[..half].to_vec().into());
                }
            }
            FaultKind::Huge => {
                /// 32 MB.
                const SIZE: usize = 32 << 20;
                if let Body::Json(Value::Object(body)) = &mut response.body {
                    body.insert("@microsoft.graph.tips".into(), json!("x".repeat(SIZE)));
                }
            }
            FaultKind::Loop => {
                if let Body::Json(Value::Object(body)) = &mut response.body {
                    let query = if request.raw_query.is_empty() { "" } else { "?" };
                    let here = format!("{}/v1.0{}{query}{}", request.base, request.path, request.raw_query);
                    body.insert("@odata.nextLink".into(), json!(here));
                }
            }
            FaultKind::DropBefore
            | FaultKind::DropAfter
            | FaultKind::Delay
            | FaultKind::Status
            | FaultKind::Stale
            | FaultKind::ExpiredToken
            | FaultKind::Claims => {}
        }
    }
}

//! Faults on order: what goes wrong, at which request, for how long.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::call::{Answer, Asked, Said};
use crate::problem::Problem;

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
    /// Which match it strikes, counted from 1; every one if absent. Requests inside a `$batch` count too.
    pub nth: Option<u64>,
    /// What happens.
    #[serde(rename = "do")]
    pub what: Mishap,
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
pub enum Mishap {
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

/// The plan, and how often each fault's request has come by.
#[derive(Debug, Default)]
pub(crate) struct Plan(Vec<(Fault, u64)>);

impl Plan {
    pub(crate) fn new(file: FaultFile) -> Self {
        Self(file.faults.into_iter().map(|fault| (fault, 0)).collect())
    }

    /// Counts this request for every fault that it matches, and gives the first one whose turn it is.
    pub(crate) fn strike(&mut self, asked: &Asked) -> Option<Fault> {
        let mut struck = None;
        for (fault, seen) in &mut self.0 {
            if matches(fault, asked) {
                *seen += 1;
                if struck.is_none() && fault.nth.is_none_or(|nth| nth == *seen) {
                    struck = Some(fault.clone());
                }
            }
        }
        struck
    }
}

fn matches(fault: &Fault, asked: &Asked) -> bool {
    if fault.method != "*" && !fault.method.eq_ignore_ascii_case(&asked.method) {
        return false;
    }
    let path = fault.path.strip_prefix("/v1.0").unwrap_or(&fault.path);
    let wanted: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    wanted.len() == asked.segments.len()
        && wanted.iter().zip(&asked.segments).all(|(want, have)| *want == "*" || want == have)
}

impl Fault {
    /// The refusal that takes the answer's place, for faults that act before the request does.
    pub(crate) fn refusal(&self) -> Option<Problem> {
        match self.what {
            Mishap::Status => Some(self.status_problem()),
            Mishap::ExpiredToken => {
                Some(Problem::unauthorised("Lifetime validation failed, the token is expired."))
            }
            Mishap::Claims => Some(claims_challenge()),
            _ => None,
        }
    }

    fn status_problem(&self) -> Problem {
        let status = self.status.unwrap_or(503);
        let (code, message) = match status {
            401 => ("InvalidAuthenticationToken", "Access token validation failure."),
            403 => ("Authorization_RequestDenied", "Insufficient privileges to complete the operation."),
            404 => ("Request_ResourceNotFound", "The resource could not be found."),
            409 => ("Request_Conflict", "The request conflicts with the state of the resource."),
            412 => ("PreconditionFailed", "A precondition failed."),
            429 => ("TooManyRequests", "Please retry again later."),
            500 => ("InternalServerError", "An internal error occurred."),
            502 => ("BadGateway", "The gateway got no usable answer."),
            503 => ("ServiceUnavailable", "The service is temporarily unavailable."),
            504 => ("GatewayTimeout", "The gateway waited in vain."),
            507 => ("InsufficientStorage", "The quota is used up."),
            _ => ("UnknownError", "An error was asked for."),
        };
        let mut problem = Problem::new(status, code, message);
        if let Some(after) = &self.retry_after {
            problem.headers.push(("Retry-After".into(), after.clone()));
        }
        problem
    }

    /// Spoils a finished answer.
    pub(crate) fn spoil(&self, answer: &mut Answer, asked: &Asked) {
        match self.what {
            Mishap::Malformed => answer.body = Said::Raw("<html><body>Bad gateway".into()),
            Mishap::Truncate => {
                if let Said::Json(body) = &answer.body {
                    let text = body.to_string();
                    let half = text.len() / 2;
                    answer.body = Said::Raw(text.into_bytes()[..half].to_vec().into());
                }
            }
            Mishap::Huge => {
                /// 32 MB.
                const SIZE: usize = 32 << 20;
                if let Said::Json(Value::Object(body)) = &mut answer.body {
                    body.insert("@microsoft.graph.tips".into(), json!("x".repeat(SIZE)));
                }
            }
            Mishap::Loop => {
                if let Said::Json(Value::Object(body)) = &mut answer.body {
                    let query = if asked.raw_query.is_empty() { "" } else { "?" };
                    let here = format!("{}/v1.0{}{query}{}", asked.base, asked.path, asked.raw_query);
                    body.insert("@odata.nextLink".into(), json!(here));
                }
            }
            _ => {}
        }
    }
}

/// What a claims challenge asks for (app-resilience-continuous-access-evaluation), as JSON.
#[cfg(feature = "server")]
pub(crate) const CHALLENGE: &str = r#"{"access_token":{"nbf":{"essential":true, "value":"1604106651"}}}"#;

/// The challenge on that page; its claims are the base64 of
/// `{"access_token":{"nbf":{"essential":true, "value":"1604106651"}}}`.
pub(crate) fn claims_challenge() -> Problem {
    const CLAIMS: &str =
        "eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwgInZhbHVlIjoiMTYwNDEwNjY1MSJ9fX0=";
    let mut problem = Problem::unauthorised(
        "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: \
         TokenIssuedBeforeRevocationTimestamp",
    );
    problem.headers = vec![(
        "WWW-Authenticate".into(),
        format!(
            "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", \
             error=\"insufficient_claims\", claims=\"{CLAIMS}\""
        ),
    )];
    problem
}

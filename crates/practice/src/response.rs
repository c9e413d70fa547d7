//! The response to one request.

use bytes::Bytes;
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::error::ErrorResponse;
use crate::request::Request;

/// The response to one request.
#[derive(Debug, Clone)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Body,
}

/// The body of a response.
#[derive(Debug, Clone)]
pub(crate) enum Body {
    Empty,
    Json(Value),
    /// A number, as `/$count` gives it.
    Text(String),
    /// Bytes that only a fault can make.
    Raw(Bytes),
}

/// What every route gives back.
pub(crate) type RouteResult = Result<Response, ErrorResponse>;

impl Response {
    pub(crate) fn json(status: u16, body: Value) -> Self {
        Self { status, headers: vec![], body: Body::Json(body) }
    }

    pub(crate) fn text(body: String) -> Self {
        Self { status: 200, headers: vec![], body: Body::Text(body) }
    }

    pub(crate) fn no_content() -> Self {
        Self { status: 204, headers: vec![], body: Body::Empty }
    }

    /// The response that carries a refusal. `innerError.date` is in UTC without a zone (batching sample).
    pub(crate) fn refusing(error: ErrorResponse, request: &Request, now: Timestamp) -> Self {
        let mut body = json!({
            "code": error.code,
            "message": error.message,
            "innerError": {
                "date": now.strftime("%Y-%m-%dT%H:%M:%S").to_string(),
                "request-id": request.id,
                "client-request-id": request.client_request_id(),
            }
        });
        if !error.details.is_empty() {
            body["details"] = Value::Array(error.details);
        }
        let mut response = Self::json(error.status, json!({ "error": body }));
        response.headers.extend(error.headers);
        response
    }
}

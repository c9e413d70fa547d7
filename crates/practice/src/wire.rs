//! Between HTTP and the routes: reading requests, finishing answers.

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, Response, StatusCode};
use jiff::Timestamp;
use serde_json::Value;

use crate::call::{Answer, Asked, Said};
use crate::problem::Problem;
use crate::throttle::cost;

const JSON: &str =
    "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";
const GRAPH: &str = "https://graph.microsoft.com";

/// An outer request and its answer, as recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct Exchange {
    /// The HTTP method.
    pub method: String,
    /// Path and query as sent, with the version.
    pub path_and_query: String,
    /// Request headers without `Authorization`.
    pub headers: Vec<(String, String)>,
    /// The request's JSON body, or null.
    pub body: Value,
    /// The answer's status; 0 if the connection was dropped.
    pub status: u16,
    /// Headers of the answer.
    pub answer_headers: Vec<(String, String)>,
    /// The answer's JSON body, or null.
    pub answer_body: Value,
}

/// Marks a request that came over TLS.
#[derive(Clone, Copy)]
pub(crate) struct OverTls;

pub(crate) fn read(request: &Request<Bytes>, request_id: String) -> Result<Asked, Problem> {
    let target = request.uri().path_and_query().map_or("/", http::uri::PathAndQuery::as_str);
    let Some(target) =
        target.strip_prefix("/v1.0").filter(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
    else {
        return Err(Problem::odata(format!(
            "Invalid version: {}.",
            target.split('/').nth(1).unwrap_or_default()
        )));
    };
    let mut asked = Asked::read(request.method().as_str(), target, &base(request), request_id)?;
    for (name, value) in request.headers() {
        if let (false, Ok(value)) = (name == http::header::AUTHORIZATION, value.to_str()) {
            asked.headers.insert(name.as_str().to_owned(), value.to_owned());
        }
    }
    asked.read_body(request.body());
    Ok(asked)
}

/// Stands in for a request that could not be read, so that the refusal has its ids.
pub(crate) fn unreadable(request: &Request<Bytes>, request_id: String) -> Asked {
    let mut headers = std::collections::BTreeMap::new();
    if let Some(id) = request.headers().get("client-request-id").and_then(|id| id.to_str().ok()) {
        headers.insert("client-request-id".to_owned(), id.to_owned());
    }
    Asked {
        method: request.method().to_string(),
        path: String::new(),
        segments: vec![],
        raw_query: String::new(),
        query: vec![],
        headers,
        body: crate::call::Sent::Nothing,
        base: base(request),
        request_id,
    }
}

/// Links in answers point to where the request went: the host of its address, else of its header.
fn base(request: &Request<Bytes>) -> String {
    let uri = request.uri();
    if let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) {
        return format!("{scheme}://{authority}");
    }
    let host = request.headers().get(http::header::HOST).and_then(|host| host.to_str().ok());
    let scheme = if request.extensions().get::<OverTls>().is_some() { "https" } else { "http" };
    host.map_or_else(|| GRAPH.to_owned(), |host| format!("{scheme}://{host}"))
}

/// Headers that every answer carries.
pub(crate) fn finish(answer: &mut Answer, asked: &Asked, now: Timestamp) {
    let date = std::time::SystemTime::from(now);
    finish_inner(answer, Some(asked));
    answer.headers.push(("request-id".into(), asked.request_id.clone()));
    answer.headers.push(("client-request-id".into(), asked.client_request_id().to_owned()));
    answer.headers.push(("Date".into(), httpdate::fmt_http_date(date)));
}

/// Headers of an answer inside a batch (batching sample).
pub(crate) fn finish_inner(answer: &mut Answer, asked: Option<&Asked>) {
    answer.headers.push(("Cache-Control".into(), "no-cache".into()));
    answer.headers.push(("x-ms-resource-unit".into(), asked.map_or(1, cost).to_string()));
    if !matches!(answer.body, Said::Nothing) {
        answer.headers.push(("OData-Version".into(), "4.0".into()));
        answer.headers.push(("Content-Type".into(), JSON.into()));
    }
}

pub(crate) fn response(answer: Answer) -> Response<Bytes> {
    let body = match answer.body {
        Said::Nothing => Bytes::new(),
        Said::Json(body) => Bytes::from(body.to_string()),
        Said::Raw(bytes) => bytes,
    };
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in answer.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().append(name, value);
        }
    }
    response
}

/// What is recorded: never the token.
pub(crate) fn exchange(request: &Request<Bytes>, answer: &Answer, dropped: bool) -> Exchange {
    let headers = request.headers().iter().filter(|(name, _)| *name != http::header::AUTHORIZATION);
    let headers = headers
        .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()));
    let target = request.uri().path_and_query().map_or("/", http::uri::PathAndQuery::as_str);
    Exchange {
        method: request.method().to_string(),
        path_and_query: target.to_owned(),
        headers: headers.collect(),
        body: serde_json::from_slice(request.body()).unwrap_or(Value::Null),
        status: if dropped { 0 } else { answer.status },
        answer_headers: answer.headers.clone(),
        answer_body: match &answer.body {
            Said::Json(body) if !dropped => body.clone(),
            _ => Value::Null,
        },
    }
}

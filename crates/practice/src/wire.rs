//! Between HTTP and the routes: reading requests, finishing responses.

use bytes::Bytes;
use http::{HeaderName, HeaderValue, StatusCode};
use jiff::Timestamp;
use serde_json::Value;

use crate::error::ErrorResponse;
use crate::request::{Request, RequestBody};
use crate::response::{Body, Response};
use crate::throttle::cost;

const JSON: &str =
    "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";
/// The longest body that is read (json-batching and the answers on payload sizes speak of 4 MB).
pub const LARGEST_BODY: usize = 4 << 20;
const GRAPH: &str = "https://graph.microsoft.com";

/// An outer request and its response, as recorded.
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
    /// The response's status; 0 if the connection was dropped.
    pub status: u16,
    /// Headers of the response.
    pub answer_headers: Vec<(String, String)>,
    /// The response's JSON body, or null.
    pub answer_body: Value,
}

/// Marks a request (in its extensions) that came over TLS, so that links in the response say `https`.
#[derive(Debug, Clone, Copy)]
pub struct OverTls;

pub(crate) fn read(
    http_request: &http::Request<Bytes>,
    request_id: String,
) -> Result<Request, ErrorResponse> {
    let target = http_request.uri().path_and_query().map_or("/", http::uri::PathAndQuery::as_str);
    let Some(target) =
        target.strip_prefix("/v1.0").filter(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
    else {
        return Err(ErrorResponse::odata(format!(
            "Invalid version: {}.",
            target.split('/').nth(1).unwrap_or_default()
        )));
    };
    if http_request.body().len() > LARGEST_BODY {
        return Err(ErrorResponse::too_large());
    }
    let mut request = Request::read(http_request.method().as_str(), target, &base(http_request), request_id)?;
    for (name, value) in http_request.headers() {
        if let (false, Ok(value)) = (name == http::header::AUTHORIZATION, value.to_str()) {
            request.headers.insert(name.as_str().to_owned(), value.to_owned());
        }
    }
    request.read_body(http_request.body());
    Ok(request)
}

/// Stands in for a request that could not be read, so that the refusal has its ids.
pub(crate) fn unreadable(http_request: &http::Request<Bytes>, request_id: String) -> Request {
    let mut headers = std::collections::BTreeMap::new();
    if let Some(id) = http_request.headers().get("client-request-id").and_then(|id| id.to_str().ok()) {
        headers.insert("client-request-id".to_owned(), id.to_owned());
    }
    Request {
        method: http_request.method().to_string(),
        path: String::new(),
        segments: vec![],
        raw_query: String::new(),
        query: vec![],
        headers,
        body: RequestBody::Empty,
        base: base(http_request),
        id: request_id,
    }
}

/// Links in responses point to where the request went: the host of its address, else of its header.
fn base(http_request: &http::Request<Bytes>) -> String {
    let uri = http_request.uri();
    if let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) {
        return format!("{scheme}://{authority}");
    }
    let host = http_request.headers().get(http::header::HOST).and_then(|host| host.to_str().ok());
    let scheme = if http_request.extensions().get::<OverTls>().is_some() { "https" } else { "http" };
    host.map_or_else(|| GRAPH.to_owned(), |host| format!("{scheme}://{host}"))
}

/// Headers that every response carries.
pub(crate) fn finish(response: &mut Response, request: &Request, now: Timestamp) {
    let date = std::time::SystemTime::from(now);
    finish_inner(response, Some(request));
    response.headers.push(("request-id".into(), request.id.clone()));
    response.headers.push(("client-request-id".into(), request.client_request_id().to_owned()));
    response.headers.push(("Date".into(), httpdate::fmt_http_date(date)));
}

/// Headers of a response inside a batch (batching sample).
pub(crate) fn finish_inner(response: &mut Response, request: Option<&Request>) {
    response.headers.push(("Cache-Control".into(), "no-cache".into()));
    response.headers.push(("x-ms-resource-unit".into(), request.map_or(1, cost).to_string()));
    if !matches!(response.body, Body::Empty) {
        response.headers.push(("OData-Version".into(), "4.0".into()));
        let is_text = matches!(response.body, Body::Text(_));
        response.headers.push(("Content-Type".into(), if is_text { "text/plain" } else { JSON }.into()));
    }
}

pub(crate) fn http_response(response: Response) -> http::Response<Bytes> {
    let body = match response.body {
        Body::Empty => Bytes::new(),
        Body::Json(body) => Bytes::from(body.to_string()),
        Body::Text(text) => Bytes::from(text),
        Body::Raw(bytes) => bytes,
    };
    let mut http_response = http::Response::new(body);
    *http_response.status_mut() =
        StatusCode::from_u16(response.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in response.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            http_response.headers_mut().append(name, value);
        }
    }
    http_response
}

/// What is recorded: never the token.
pub(crate) fn exchange(http_request: &http::Request<Bytes>, response: &Response, dropped: bool) -> Exchange {
    let headers = http_request.headers().iter().filter(|(name, _)| *name != http::header::AUTHORIZATION);
    let headers = headers
        .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()));
    let target = http_request.uri().path_and_query().map_or("/", http::uri::PathAndQuery::as_str);
    Exchange {
        method: http_request.method().to_string(),
        path_and_query: target.to_owned(),
        headers: headers.collect(),
        body: serde_json::from_slice(http_request.body()).unwrap_or(Value::Null),
        status: if dropped { 0 } else { response.status },
        answer_headers: response.headers.clone(),
        answer_body: match &response.body {
            Body::Json(body) if !dropped => body.clone(),
            Body::Json(_) | Body::Empty | Body::Text(_) | Body::Raw(_) => Value::Null,
        },
    }
}

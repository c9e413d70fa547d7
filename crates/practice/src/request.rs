//! One request as the routes see it. An outer HTTP request and an item of a `$batch` look the same here.

use std::collections::BTreeMap;

use bytes::Bytes;
use serde_json::Value;

use crate::error::ErrorResponse;

/// One request.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) method: String,
    /// Without the version, as sent: for nextLinks and faults.
    pub(crate) path: String,
    /// The path's segments, percent-decoded; `users('x')` stands as two.
    pub(crate) segments: Vec<String>,
    /// As sent, without the question mark.
    pub(crate) raw_query: String,
    /// Names with their `$`, both sides decoded once; a bare `+` is a blank.
    pub(crate) query: Vec<(String, String)>,
    /// Names in lower case.
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: RequestBody,
    /// Scheme and host for links in the answer, e.g. `https://graph.microsoft.com`.
    pub(crate) base: String,
    /// Graph's `request-id`; an item of a batch has that of the batch.
    pub(crate) id: String,
}

/// The body of a request.
#[derive(Debug, Clone)]
pub(crate) enum RequestBody {
    Empty,
    Json(Value),
    /// Something that is not JSON.
    Unreadable,
}

impl Request {
    /// Takes a path (with or without the version) and a query string apart.
    pub(crate) fn read(method: &str, target: &str, base: &str, id: String) -> Result<Self, ErrorResponse> {
        // What follows a bare `#` never reaches a server: a client that forgot to encode it loses it here too.
        let target = target.split('#').next().unwrap_or_default();
        let (path, raw_query) = target.split_once('?').unwrap_or((target, ""));
        let path = format!("/{}", path.trim_start_matches('/'));
        let mut segments = Vec::new();
        for raw in path.split('/').filter(|segment| !segment.is_empty()) {
            split_key(&decode(raw, false)?, &mut segments);
        }
        let mut query = Vec::new();
        for pair in raw_query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let name = option_name(&decode(name, true)?);
            if query.iter().any(|(seen, _)| *seen == name) {
                return Err(ErrorResponse::odata(format!(
                    "Query option '{name}' was specified more than once, but it must be specified at most once."
                )));
            }
            query.push((name, decode(value, true)?));
        }
        Ok(Self {
            method: method.to_owned(),
            path,
            segments,
            raw_query: raw_query.to_owned(),
            query,
            headers: BTreeMap::new(),
            body: RequestBody::Empty,
            base: base.to_owned(),
            id,
        })
    }

    /// The value of a query option.
    pub(crate) fn option(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The id the caller gave this request, or ours (Graph echoes it).
    pub(crate) fn client_request_id(&self) -> &str {
        self.headers.get("client-request-id").unwrap_or(&self.id)
    }

    /// Whether the caller asks for advanced queries: the header, and `$count=true` (aad-advanced-queries).
    pub(crate) fn is_advanced(&self) -> bool {
        self.is_eventual() && self.option("$count") == Some("true")
    }

    /// Whether `ConsistencyLevel: eventual` was sent.
    pub(crate) fn is_eventual(&self) -> bool {
        self.headers.get("consistencylevel").is_some_and(|level| level.eq_ignore_ascii_case("eventual"))
    }

    /// The body of a request as JSON, where it is.
    pub(crate) fn read_body(&mut self, bytes: &Bytes) {
        self.body = if bytes.is_empty() {
            RequestBody::Empty
        } else {
            serde_json::from_slice(bytes).map_or(RequestBody::Unreadable, RequestBody::Json)
        };
    }

    /// The body as a JSON object; an absent one is refused.
    pub(crate) fn object(&self) -> Result<&crate::Object, ErrorResponse> {
        match &self.body {
            RequestBody::Json(Value::Object(object)) => Ok(object),
            RequestBody::Empty => Err(ErrorResponse::odata("Empty Payload. JSON content expected.")),
            RequestBody::Json(_) | RequestBody::Unreadable => Err(ErrorResponse::odata(
                "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
            )),
        }
    }

    /// The id that `@odata.id` refers to; its host must be this service's own ("Host in @odata.id must be
    /// that of the cloud", group-post-members).
    pub(crate) fn reference(&self) -> Result<String, ErrorResponse> {
        let body = self.object()?;
        if let Some(odd) = body.keys().find(|key| *key != "@odata.id") {
            return Err(ErrorResponse::odata(format!(
                "The property '{odd}' does not belong in a reference."
            )));
        }
        let url = body.get("@odata.id").and_then(Value::as_str).unwrap_or_default();
        self.id_in(url)
            .ok_or_else(|| ErrorResponse::bad(format!("Invalid URL format specified in @odata.id: '{url}'.")))
    }

    /// The id of the object that this address of the service names.
    pub(crate) fn id_in(&self, url: &str) -> Option<String> {
        let path = url.strip_prefix(&self.base)?.strip_prefix("/v1.0/")?;
        match *path.split('/').collect::<Vec<_>>().as_slice() {
            ["directoryObjects" | "users" | "groups", id] if !id.is_empty() => Some(id.to_owned()),
            _ => None,
        }
    }
}

/// `users('x')` is the other way to write `users/x` (user-get: names that start with `$`).
fn split_key(segment: &str, into: &mut Vec<String>) {
    let key = segment
        .strip_suffix("')")
        .and_then(|rest| rest.split_once("('"))
        .filter(|(name, _)| name.chars().all(|letter| letter.is_ascii_alphabetic()));
    if let Some((name, key)) = key {
        into.push(name.to_owned());
        into.push(key.replace("''", "'"));
    } else {
        into.push(segment.to_owned());
    }
}

/// Graph takes its system query options with and without the `$` (concepts/query-parameters).
fn option_name(name: &str) -> String {
    const SYSTEM: [&str; 9] =
        ["select", "filter", "top", "count", "orderby", "search", "expand", "skip", "skiptoken"];
    if SYSTEM.contains(&name) { format!("${name}") } else { name.to_owned() }
}

fn decode(text: &str, plus_is_blank: bool) -> Result<String, ErrorResponse> {
    let text = if plus_is_blank { text.replace('+', " ") } else { text.to_owned() };
    percent_encoding::percent_decode_str(&text).decode_utf8().map(std::borrow::Cow::into_owned).map_err(
        |_| ErrorResponse::odata("The request URI is not valid: it is not UTF-8 once percent-decoded."),
    )
}

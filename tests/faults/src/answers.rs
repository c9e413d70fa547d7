//! Answers that the practice tenant did not give.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use scripted_graph::JumpingClock;
use serde_json::{Map, Value, json};

use crate::fault::{Fault, Spoilt, Wait};

/// What a claims challenge asks for (the example of app-resilience-continuous-access-evaluation).
const CLAIMS: &str = r#"{"access_token":{"nbf":{"essential":true, "value":"1604106651"}}}"#;

/// A status with headers and a body, for a request of its own or for an item of a batch.
pub(crate) struct Refusal {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Value,
}

impl Refusal {
    /// The refusal that this fault is; none when it is no status.
    pub(crate) fn of(fault: Fault, clock: &JumpingClock) -> Option<Self> {
        match fault {
            Fault::Status { status, wait, .. } => {
                let headers = wait.header(clock).map(|value| ("Retry-After", value)).into_iter().collect();
                Some(Self { status, headers, body: error(status) })
            }
            Fault::Claims => {
                let value = format!(
                    "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", \
                     error=\"insufficient_claims\", claims=\"{}\"",
                    STANDARD.encode(CLAIMS)
                );
                Some(Self { status: 401, headers: vec![("WWW-Authenticate", value)], body: error(401) })
            }
            _ => None,
        }
    }

    /// As the answer to a request.
    pub(crate) fn response(self) -> http::Response<Bytes> {
        let mut response =
            http::Response::builder().status(self.status).header("content-type", "application/json");
        for (name, value) in self.headers {
            response = response.header(name, value);
        }
        response.body(Bytes::from(self.body.to_string())).unwrap()
    }

    /// As the answer to an item of a batch.
    fn item(self, id: &str) -> Value {
        let headers: Map<String, Value> =
            self.headers.into_iter().map(|(name, value)| (name.to_owned(), json!(value))).collect();
        json!({ "id": id, "status": self.status, "headers": headers, "body": self.body })
    }
}

impl Wait {
    fn header(self, clock: &JumpingClock) -> Option<String> {
        match self {
            Self::Absent => None,
            Self::Seconds => Some("2".to_owned()),
            Self::Date => {
                let then = clock.now() + std::time::Duration::from_secs(7);
                Some(then.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string())
            }
            Self::Garbage => Some("soon".to_owned()),
            Self::Long => Some("3600".to_owned()),
        }
    }
}

fn error(status: u16) -> Value {
    let (code, message) = match status {
        400 => ("Request_BadRequest", "An error was asked for."),
        401 => ("InvalidAuthenticationToken", "Access token validation failure."),
        403 => ("Authorization_RequestDenied", "Insufficient privileges to complete the operation."),
        404 => ("Request_ResourceNotFound", "The resource could not be found."),
        409 => ("Request_Conflict", "The request conflicts with the state of the resource."),
        412 => ("PreconditionFailed", "A precondition failed."),
        423 => ("accessDenied", "The resource is locked."),
        429 => ("TooManyRequests", "Please retry again later."),
        500 => ("InternalServerError", "An internal error occurred."),
        502 => ("BadGateway", "The gateway got no usable answer."),
        503 => ("ServiceUnavailable", "The service is temporarily unavailable."),
        504 => ("GatewayTimeout", "The gateway waited in vain."),
        _ => ("UnknownError", "An error was asked for."),
    };
    json!({ "error": { "code": code, "message": message } })
}

/// A good answer, spoilt.
pub(crate) fn spoil(answer: &http::Response<Bytes>, how: Spoilt) -> http::Response<Bytes> {
    let mut response = http::Response::builder().status(answer.status());
    for (name, value) in answer.headers() {
        if how != Spoilt::OtherType || name != http::header::CONTENT_TYPE {
            response = response.header(name, value);
        }
    }
    if how == Spoilt::OtherType {
        response = response.header("content-type", "text/plain");
    }
    response.body(Bytes::from(spoilt_body(answer.body(), how))).unwrap()
}

fn spoilt_body(body: &Bytes, how: Spoilt) -> Vec<u8> {
    match how {
        Spoilt::Cut => body[..body.len() / 2].to_vec(),
        Spoilt::NotJson => b"<html><body>Bad gateway".to_vec(),
        Spoilt::EmptyObject => b"{}".to_vec(),
        Spoilt::WrongTypes => {
            let value = serde_json::from_slice(body).unwrap_or(json!({ "id": "text" }));
            other_types(value).to_string().into_bytes()
        }
        Spoilt::OtherType => body.to_vec(),
    }
}

/// Each value as one of another type; the shape stays.
fn other_types(value: Value) -> Value {
    match value {
        Value::Null => json!([]),
        Value::Bool(value) => json!(value.to_string()),
        Value::Number(value) => json!(value.to_string()),
        Value::String(_) => json!(7),
        Value::Array(all) => all.into_iter().map(other_types).collect(),
        Value::Object(all) => all.into_iter().map(|(name, value)| (name, other_types(value))).collect(),
    }
}

/// The answer to a batch, with these items as their faults have them; `stale` is the same batch as the directory was.
pub(crate) fn spoil_items(
    answer: &http::Response<Bytes>,
    stale: Option<&http::Response<Bytes>>,
    due: &[(String, Fault)],
    clock: &JumpingClock,
) -> http::Response<Bytes> {
    let read = |answer: &http::Response<Bytes>| serde_json::from_slice(answer.body()).unwrap_or(Value::Null);
    let mut body: Value = read(answer);
    let stale: Value = stale.map_or(Value::Null, read);
    let item_of = |body: &Value, id: &str| {
        body["responses"].as_array().into_iter().flatten().find(|item| item["id"] == id).cloned()
    };
    for (id, fault) in due {
        let now = match fault {
            Fault::Missing => None,
            Fault::Stale => item_of(&stale, id),
            Fault::Answer(how) => item_of(&body, id).map(|item| spoil_item(item, *how)),
            other => Refusal::of(*other, clock).map(|refusal| refusal.item(id)),
        };
        if let Some(all) = body["responses"].as_array_mut() {
            all.retain(|item| item["id"] != id.as_str());
            all.extend(now);
        }
    }
    let mut response = http::Response::builder().status(answer.status());
    for (name, value) in answer.headers() {
        response = response.header(name, value);
    }
    response.body(Bytes::from(body.to_string())).unwrap()
}

fn spoil_item(mut item: Value, how: Spoilt) -> Value {
    item["body"] = match how {
        Spoilt::EmptyObject => json!({}),
        Spoilt::WrongTypes => other_types(item["body"].take()),
        Spoilt::Cut | Spoilt::NotJson | Spoilt::OtherType => json!("<html><body>Bad gateway"),
    };
    item
}

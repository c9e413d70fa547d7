//! Answers, written down before they are asked for.

use bytes::Bytes;
use graph::TransportError;
use serde_json::{Value, json};

/// What the server does with one request.
pub enum Reply {
    /// Status, headers, body.
    Answer(u16, Vec<(&'static str, String)>, Bytes),
    /// Computes the answer from the request's body: for batches.
    Batch(Box<dyn Fn(&Value) -> Value + Send>),
    /// The request never left.
    NotSent,
    /// The request left, its answer did not come.
    Lost,
    /// The same, but only after others had their turn.
    Later(Box<Reply>),
    /// No answer, ever.
    Silence,
}

impl Reply {
    /// The answer to a request with this body.
    pub(crate) async fn answer(mut self, asked: &Value) -> Result<http::Response<Bytes>, TransportError> {
        if let Self::Later(later) = self {
            for _ in 0..3 {
                tokio::task::yield_now().await;
            }
            self = *later;
        }
        let (status, headers, body) = match self {
            Self::Answer(status, headers, body) => (status, headers, body),
            Self::Batch(answer) => (200, Vec::new(), answer(asked).to_string().into()),
            Self::NotSent => {
                return Err(TransportError::NotSent { why: "no route".to_owned(), obstacle: None });
            }
            Self::Lost => {
                return Err(TransportError::Lost { why: "connection reset".to_owned(), obstacle: None });
            }
            Self::Silence | Self::Later(_) => std::future::pending().await,
        };
        let mut response = http::Response::builder().status(status);
        for (name, value) in headers {
            response = response.header(name, value);
        }
        Ok(response.body(body).unwrap())
    }
}

/// The server's id of a request; Microsoft's are GUIDs.
#[must_use]
pub fn request_id(number: usize) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

/// 200 with this body.
#[must_use]
pub fn ok(body: &Value) -> Reply {
    Reply::Answer(200, vec![("request-id", request_id(1))], body.to_string().into())
}

/// 204.
#[must_use]
pub fn no_content() -> Reply {
    Reply::Answer(204, vec![("request-id", request_id(204))], Bytes::new())
}

/// A refusal in the shape of Graph's errors (Microsoft Graph: error responses).
#[must_use]
pub fn error(status: u16, code: &str, message: &str) -> Reply {
    let body = json!({ "error": { "code": code, "message": message } });
    Reply::Answer(status, Vec::new(), body.to_string().into())
}

/// The body of a refusal because another object has the value: the property and the object stand in the details
/// (microsoftgraph/microsoft-graph-docs-contrib issue 8421).
#[must_use]
pub fn conflict(property: &str, object: &str) -> Value {
    let message = format!("Another object with the same value for property {property} already exists.");
    json!({ "error": {
        "code": "Request_BadRequest",
        "message": message,
        "details": [
            { "code": "ObjectConflict", "message": message, "target": property },
            { "code": "ConflictingObjects", "message": message, "target": object },
        ],
    } })
}

/// A status that asks to wait.
#[must_use]
pub fn wait(status: u16, retry_after: &str) -> Reply {
    Reply::Answer(status, vec![("Retry-After", retry_after.to_owned())], Bytes::new())
}

/// Answers each item of a batch, by its url and its id.
pub fn batch(answer: impl Fn(&str, &str) -> Value + Send + 'static) -> Reply {
    Reply::Batch(Box::new(move |body| {
        let mut responses: Vec<Value> = body["requests"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| {
                let mut response = answer(item["url"].as_str().unwrap(), item["id"].as_str().unwrap());
                response["id"] = item["id"].clone();
                response
            })
            .collect();
        // The order of the answers is free; a client that relies on it must fail here.
        responses.reverse();
        json!({ "responses": responses })
    }))
}

/// The answer to one item of a batch: these objects.
#[must_use]
pub fn found(objects: &Value) -> Value {
    json!({ "status": 200, "body": { "value": objects } })
}

//! What a test wants to know of a request afterwards.

use bytes::Bytes;
use serde_json::Value;

/// A request as it arrived.
#[derive(Debug, Clone)]
pub struct Asked {
    /// HTTP method.
    pub method: String,
    /// The whole address.
    pub uri: String,
    /// Headers; the token is marked as sensitive and shows in no debug output.
    pub headers: http::HeaderMap,
    /// The body as JSON; null when there was none.
    pub body: Value,
}

impl Asked {
    pub(crate) fn of(request: http::Request<Bytes>) -> Self {
        let (parts, body) = request.into_parts();
        Self {
            method: parts.method.to_string(),
            uri: parts.uri.to_string(),
            headers: parts.headers,
            body: serde_json::from_slice(&body).unwrap_or(Value::Null),
        }
    }

    /// Whether it was sent to change something. A batch of ours carries reads only.
    #[must_use]
    pub fn is_write(&self) -> bool {
        self.method != "GET" && !self.uri.ends_with("/$batch")
    }

    /// The path behind the version, without the query: `/users/jan`.
    #[must_use]
    pub fn path(&self) -> &str {
        let path = self.uri.split_once("/v1.0").map_or(self.uri.as_str(), |(_, path)| path);
        path.split('?').next().unwrap_or_default()
    }
}

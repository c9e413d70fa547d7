//! A refusal, in the shape of Graph's errors.
//! Source: Microsoft Graph error responses and resource types (concepts/errors).

use serde_json::{Value, json};

/// A refusal on its way to becoming a response.
#[derive(Debug, Clone)]
pub(crate) struct ErrorResponse {
    pub(crate) status: u16,
    pub(crate) code: String,
    pub(crate) message: String,
    pub(crate) details: Vec<Value>,
    pub(crate) headers: Vec<(String, String)>,
}

impl ErrorResponse {
    pub(crate) fn new(status: u16, code: &str, message: impl Into<String>) -> Self {
        Self { status, code: code.into(), message: message.into(), details: vec![], headers: vec![] }
    }

    /// 400 in the words of the directory.
    pub(crate) fn bad(message: impl Into<String>) -> Self {
        Self::new(400, "Request_BadRequest", message)
    }

    /// 400 in the words of the OData layer in front of it.
    pub(crate) fn odata(message: impl Into<String>) -> Self {
        Self::new(400, "BadRequest", message)
    }

    /// 400 for a query the directory cannot run, or only as an advanced query.
    pub(crate) fn unsupported(message: impl Into<String>) -> Self {
        Self::new(400, "Request_UnsupportedQuery", message)
    }

    /// 403: one text for every missing scope, role or sensitive action (privileged-roles-permissions).
    pub(crate) fn denied() -> Self {
        Self::new(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")
    }

    /// 404 for an object that is not there, or not there yet.
    pub(crate) fn missing(id: &str) -> Self {
        Self::new(
            404,
            "Request_ResourceNotFound",
            format!(
                "Resource '{id}' does not exist or one of its queried reference-property objects are not present."
            ),
        )
    }

    /// 400 because another object has the value (docs-contrib issue 8421: the answer names the property and
    /// the object in `details`; how it names the object is not documented, kind and id are ours).
    pub(crate) fn conflict(property: &str, owner: &str) -> Self {
        let message = format!("Another object with the same value for property {property} already exists.");
        Self {
            details: vec![
                json!({ "code": "ObjectConflict", "message": message, "target": property }),
                json!({ "code": "ConflictingObjects", "message": message, "target": owner }),
            ],
            ..Self::bad(message)
        }
    }

    /// 413 for a body beyond what is read. Sources: concepts/errors (413 "Request Entity Too Large: the request size
    /// exceeds the maximum limit", and one shape for all errors); the code is not documented.
    pub(crate) fn too_large() -> Self {
        Self::new(413, "RequestEntityTooLarge", "The request size exceeds the maximum limit.")
    }

    pub(crate) fn unauthorised(message: &str) -> Self {
        let mut error = Self::new(401, "InvalidAuthenticationToken", message);
        error.headers.push(("www-authenticate".into(), "Bearer realm=\"\"".into()));
        error
    }
}

//! Refusals in Entra's shape. Source: "Microsoft Entra authentication and authorization error codes", "Microsoft
//! identity platform and OAuth 2.0 authorization code flow".

use http::StatusCode;
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

/// A refusal: OAuth's name, Entra's number (0 for the few without one), and words.
#[derive(Debug, Clone)]
pub(super) struct Refusal {
    pub(super) error: String,
    pub(super) aadsts: u32,
    pub(super) text: String,
    pub(super) suberror: Option<String>,
    pub(super) claims: Option<Box<Value>>,
    /// Shown to the person; the app hears nothing.
    pub(super) page: bool,
}

/// What one request is called in Entra's logs.
#[derive(Debug, Clone)]
pub(super) struct Trace {
    id: Uuid,
    correlation_id: String,
    at: Timestamp,
    /// Scheme and host of this server.
    base: String,
}

impl Trace {
    /// `correlation` is what the client calls its request (`client-request-id`), where it does.
    pub(super) fn new(id: Uuid, correlation: Option<&str>, at: Timestamp, base: &str) -> Self {
        let given = correlation.filter(|id| Uuid::parse_str(id).is_ok()).map(str::to_owned);
        let correlation_id = given.unwrap_or_else(|| Uuid::new_v4().to_string());
        Self { id, correlation_id, at, base: base.to_owned() }
    }

    fn timestamp(&self) -> String {
        self.at.strftime("%Y-%m-%d %H:%M:%SZ").to_string()
    }

    pub(super) fn rows(&self) -> [(&'static str, String); 3] {
        [
            ("Trace ID", self.id.to_string()),
            ("Correlation ID", self.correlation_id.clone()),
            ("Timestamp", self.timestamp()),
        ]
    }
}

impl Refusal {
    pub(super) fn new(error: &str, aadsts: u32, text: impl Into<String>) -> Self {
        Self { error: error.to_owned(), aadsts, text: text.into(), suberror: None, claims: None, page: false }
    }

    pub(super) fn with_suberror(mut self, suberror: &str) -> Self {
        self.suberror = Some(suberror.to_owned());
        self
    }

    pub(super) fn on_page(mut self) -> Self {
        self.page = true;
        self
    }

    /// `AADSTS65001: … Trace ID: … Correlation ID: … Timestamp: …`
    pub(super) fn description(&self, trace: &Trace) -> String {
        if self.aadsts == 0 {
            return self.text.clone();
        }
        let rows = trace.rows().map(|(name, value)| format!("\r\n{name}: {value}")).concat();
        format!("AADSTS{}: {}{rows}", self.aadsts, self.text)
    }

    /// Where the number is explained; only numbers are.
    pub(super) fn uri(&self, trace: &Trace) -> Option<String> {
        (self.aadsts != 0).then(|| format!("{}/error?code={}", trace.base, self.aadsts))
    }

    pub(super) fn json(&self, trace: &Trace) -> Value {
        let mut body = json!({
            "error": self.error,
            "error_description": self.description(trace),
            "error_codes": [self.aadsts],
            "timestamp": trace.timestamp(),
            "trace_id": trace.id.to_string(),
            "correlation_id": trace.correlation_id,
            "error_uri": self.uri(trace),
        });
        if let Some(suberror) = &self.suberror {
            body["suberror"] = json!(suberror);
        }
        if let Some(claims) = &self.claims {
            // A text that holds JSON, as Entra sends it.
            body["claims"] = json!(claims.to_string());
        }
        body
    }

    /// RFC 6749, 5.2: 400, and 401 where the client itself is not believed.
    pub(super) fn status(&self) -> StatusCode {
        match self.error.as_str() {
            "invalid_client" => StatusCode::UNAUTHORIZED,
            "temporarily_unavailable" => StatusCode::SERVICE_UNAVAILABLE,
            "server_error" => StatusCode::INTERNAL_SERVER_ERROR,
            _ => StatusCode::BAD_REQUEST,
        }
    }
}

pub(super) fn missing(name: &str) -> Refusal {
    let text = format!("The request body must contain the following parameter: '{name}'.");
    Refusal::new("invalid_request", 900_144, text)
}

pub(super) fn no_such_tenant(name: &str) -> Refusal {
    let text = format!(
        "Tenant '{name}' not found. Check to make sure you have the correct tenant ID and are signing into the \
         correct cloud. Check with your subscription administrator, this may happen if there are no active \
         subscriptions for the tenant."
    );
    Refusal::new("invalid_tenant", 90002, text)
}

pub(super) fn no_such_app(client_id: &str, organisation: &str) -> Refusal {
    let text = format!(
        "Application with identifier '{client_id}' was not found in the directory '{organisation}'. This can \
         happen if the application has not been installed by the administrator of the tenant or consented to by \
         any user in the tenant. You may have sent your authentication request to the wrong tenant."
    );
    Refusal::new("unauthorized_client", 700_016, text)
}

pub(super) fn not_public() -> Refusal {
    let text =
        "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.";
    Refusal::new("invalid_client", 7_000_218, text)
}

pub(super) fn wrong_redirect(redirect: &str, client_id: &str) -> Refusal {
    let text = format!(
        "The redirect URI '{redirect}' specified in the request does not match the redirect URIs configured for \
         the application '{client_id}'. Make sure the redirect URI sent in the request matches one added to your \
         application in the Azure portal."
    );
    Refusal::new("invalid_request", 50011, text).on_page()
}

pub(super) fn not_consented(client_id: &str, name: &str) -> Refusal {
    let text = format!(
        "The user or administrator has not consented to use the application with ID '{client_id}' named '{name}'. \
         Send an interactive authorization request for this user and resource."
    );
    Refusal::new("invalid_grant", 65001, text).with_suberror("consent_required")
}

pub(super) fn declined() -> Refusal {
    Refusal::new("access_denied", 65004, "User declined to consent to access the app.")
}

pub(super) fn disabled() -> Refusal {
    Refusal::new("invalid_grant", 50057, "The user account is disabled.")
}

pub(super) fn gone(organisation: &str) -> Refusal {
    let text = format!(
        "The user account does not exist in the {organisation} directory. To sign into this application, the \
         account must be added to the directory."
    );
    Refusal::new("invalid_grant", 50034, text)
}

/// The system gave no random numbers, or no signature.
pub(super) fn server_error(_: aws_lc_rs::error::Unspecified) -> Refusal {
    Refusal::new("server_error", 90033, "A transient error has occurred. Please try again.")
}

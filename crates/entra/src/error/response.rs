//! What Microsoft said.

use serde_json::{Map, Value};

/// The largest claims challenge, in bytes: they are a few hundred; what is far beyond that is none.
const MAX_CLAIMS: usize = 16 * 1024;

/// The error response of Microsoft (RFC 6749 sections 4.1.2.1 and 5.2), to be quoted and to be looked up by its
/// support. Never to be branched on, but for `claims`, which go into the next sign-in letter by letter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ErrorResponse {
    /// The error's name (RFC 6749 section 5.2 and Microsoft's additions).
    pub error: String,
    /// Microsoft's second name, when it gives one.
    pub suberror: Option<String>,
    /// The number behind `AADSTS`. Numbers may change.
    pub aadsts: Option<u32>,
    /// The server's words, without the ids below.
    pub message: String,
    /// What Microsoft's support asks for first.
    pub correlation_id: Option<String>,
    /// The server's id of this request.
    pub trace_id: Option<String>,
    /// When, in the server's words.
    pub timestamp: Option<String>,
    /// The claims challenge: what a new sign-in must satisfy, as JSON text.
    pub claims: Option<String>,
}

impl ErrorResponse {
    /// Reads the error of a token endpoint (Microsoft identity platform: OAuth 2.0 authorization code flow, error
    /// response). None when it names no error.
    pub(crate) fn of_json(answer: &Value) -> Option<Self> {
        let field = |name: &str| answer[name].as_str().map(ToOwned::to_owned);
        let number = answer["error_codes"][0].as_u64().and_then(|number| u32::try_from(number).ok());
        Some(Self::new(&field("error")?, number, field))
    }

    /// Reads the error of a redirect, whose parameters are already decoded.
    pub(crate) fn of_redirect(error: &str, parameter: impl Fn(&str) -> Option<String>) -> Self {
        // A cancelled consent is told by a subcode: it stands where `suberror` stands elsewhere.
        let field = |name: &str| match name {
            "suberror" => parameter("suberror").or_else(|| parameter("error_subcode")),
            name => parameter(name),
        };
        Self::new(error, None, field)
    }

    /// Each text in its form: the one place where words of a server's are taken over.
    fn new(error: &str, number: Option<u32>, field: impl Fn(&str) -> Option<String>) -> Self {
        let words = field("error_description").unwrap_or_default();
        let id = |name: &str, label: &str| field(name).or_else(|| labelled(&words, label));
        Self {
            error: evidence::code(error).unwrap_or_default(),
            suberror: field("suberror").and_then(|text| evidence::code(&text)),
            aadsts: number.or_else(|| aadsts(&words)),
            message: evidence::words(before_ids(&words)),
            correlation_id: id("correlation_id", "Correlation ID:").and_then(|text| evidence::id(&text)),
            trace_id: id("trace_id", "Trace ID:").and_then(|text| evidence::id(&text)),
            timestamp: id("timestamp", "Timestamp:").and_then(|text| evidence::moment(&text)),
            claims: field("claims").filter(|claims| parse_claims(claims).is_some()),
        }
    }
}

/// The `claims` of a request: a JSON object of a sane size (OpenID Connect Core section 5.5). None for anything else.
pub(crate) fn parse_claims(text: &str) -> Option<Map<String, Value>> {
    if text.len() > MAX_CLAIMS {
        return None;
    }
    serde_json::from_str(text).ok()
}

/// The number of `AADSTS50011: The redirect URI ...`.
fn aadsts(words: &str) -> Option<u32> {
    let (_, behind) = words.split_once("AADSTS")?;
    let end = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
    behind[..end].parse().ok()
}

/// The description ends with `Trace ID: … Correlation ID: … Timestamp: …`, on lines of their own or not.
fn before_ids(words: &str) -> &str {
    words.split_once("Trace ID:").map_or(words, |(before, _)| before).trim()
}

fn labelled(words: &str, label: &str) -> Option<String> {
    let (_, behind) = words.split_once(label)?;
    let ends = ["Trace ID:", "Correlation ID:", "Timestamp:", "\r", "\n"];
    let end = ends.iter().filter_map(|end| behind.find(end)).min().unwrap_or(behind.len());
    Some(behind[..end].trim().to_owned()).filter(|text| !text.is_empty())
}

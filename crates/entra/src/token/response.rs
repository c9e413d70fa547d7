//! The forms of the token endpoint's answers.

use std::fmt;

use oauth2::basic::BasicTokenType;
use oauth2::{ExtraTokenFields, StandardTokenResponse};
use secrecy::SecretString;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use crate::error::ErrorResponse;

/// Tokens, with the ID token beside them.
pub(crate) type EntraTokenResponse = StandardTokenResponse<WithIdToken, BasicTokenType>;

/// What OpenID Connect adds to the answer. It prints and serialises nothing of the token.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct WithIdToken {
    #[serde(default, skip_serializing, deserialize_with = "secret")]
    pub(crate) id_token: Option<SecretString>,
}

impl ExtraTokenFields for WithIdToken {}

fn secret<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<SecretString>, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?.map(SecretString::from))
}

/// The error of Microsoft's token endpoint with everything it says: oauth2's own type would drop `error_codes`,
/// `suberror`, `claims` and the ids.
#[derive(Serialize, Deserialize)]
pub(crate) struct TokenError {
    pub(crate) error: String,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

impl TokenError {
    pub(crate) fn into_response(mut self) -> ErrorResponse {
        self.rest.insert("error".to_owned(), Value::String(self.error));
        ErrorResponse::of_json(&Value::Object(self.rest)).unwrap_or_default()
    }
}

impl oauth2::ErrorResponse for TokenError {}

/// The error's name alone: its words may name a person.
impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.error)
    }
}

impl fmt::Debug for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenError").field("error", &self.error).finish_non_exhaustive()
    }
}

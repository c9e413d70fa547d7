//! Whose a bearer token is. Which tokens there are is the business of whoever issues them.

use jiff::Timestamp;

use crate::error::ErrorResponse;

/// What a claims challenge asks for, as JSON: the example of app-resilience-continuous-access-evaluation. The `claims`
/// in the header of such a 401 are its base64.
pub const CLAIMS_CHALLENGE: &str = r#"{"access_token":{"nbf":{"essential":true, "value":"1604106651"}}}"#;
/// The same in base64, for the header.
const CLAIMS_CHALLENGE_BASE64: &str =
    "eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwgInZhbHVlIjoiMTYwNDEwNjY1MSJ9fX0=";

/// Says whose a bearer token is. A [`Tenant`](crate::Tenant) by itself takes `practice.<persona>`; a server with
/// sign-in of its own brings its own authenticator along ([`Tenant::handle`](crate::Tenant::handle)).
pub trait Authenticator: Send + Sync {
    /// Whose this token is, or why it does not open. The tenant is locked meanwhile: this must not ask it anything.
    fn authenticate(&self, token: &str, now: Timestamp) -> Result<Principal, Rejection>;

    /// A request with this token was answered with [`CLAIMS_CHALLENGE`] (the fault `claims`). The tenant is locked
    /// meanwhile.
    fn challenged(&self, token: &str, now: Timestamp);
}

/// What a token gives its bearer.
#[derive(Debug, Clone)]
pub struct Principal {
    /// The user's object id.
    pub user_id: String,
    /// Directory roles by display name; `None` for those that the directory knows of.
    pub roles: Option<Vec<String>>,
    /// Delegated scopes; `None` is all that the app may ask for.
    pub scopes: Option<Vec<String>>,
}

/// Why a token does not open. Graph answers 401 to each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rejection {
    /// Nobody here issued it, or not for Graph.
    Invalid,
    /// Its time is over.
    Expired,
    /// It must be asked for anew, with [`CLAIMS_CHALLENGE`].
    ClaimsChallenge,
}

impl From<Rejection> for ErrorResponse {
    fn from(rejection: Rejection) -> Self {
        match rejection {
            Rejection::Invalid => Self::unauthorised("Access token validation failure. Invalid audience."),
            Rejection::Expired => Self::unauthorised("Lifetime validation failed, the token is expired."),
            Rejection::ClaimsChallenge => claims_challenge(),
        }
    }
}

/// The 401 on the page that [`CLAIMS_CHALLENGE`] is from.
fn claims_challenge() -> ErrorResponse {
    let mut error = ErrorResponse::unauthorised(
        "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: \
         TokenIssuedBeforeRevocationTimestamp",
    );
    error.headers = vec![(
        "WWW-Authenticate".into(),
        format!(
            "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", \
             error=\"insufficient_claims\", claims=\"{CLAIMS_CHALLENGE_BASE64}\""
        ),
    )];
    error
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;

    use super::*;

    #[test]
    fn the_header_holds_the_challenge_in_base64() {
        assert_eq!(STANDARD.encode(CLAIMS_CHALLENGE), CLAIMS_CHALLENGE_BASE64);
    }
}

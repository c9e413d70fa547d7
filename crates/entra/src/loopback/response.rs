//! The authorisation response, as the browser brought it back (RFC 6749 section 4.1.2).

use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq;
use url::form_urlencoded;

/// The parameters of the redirect, decoded. They may hold the code: no `Debug`.
pub(crate) struct AuthorizationResponse {
    parameters: Vec<(String, String)>,
}

impl AuthorizationResponse {
    /// Reads a query. None unless it carries exactly this state, and every parameter once: of two codes, which one is
    /// Microsoft's?
    pub(super) fn parse(query: &str, state: &SecretString) -> Option<Self> {
        let parameters: Vec<(String, String)> =
            form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let response = Self { parameters };
        let names = |name: &str| response.parameters.iter().filter(|(found, _)| found == name).count();
        if response.parameters.iter().any(|(name, _)| names(name) > 1) {
            return None;
        }
        let found = response.parameter("state")?.as_bytes();
        bool::from(found.ct_eq(state.expose_secret().as_bytes())).then_some(response)
    }

    /// A parameter's value.
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }
}

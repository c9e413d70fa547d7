//! The authorisation response, as the browser brought it back (RFC 6749 section 4.1.2).

use evidence::Secrets;
use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq;
use url::form_urlencoded;

use crate::error::ErrorResponse;

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

    /// The error in it, if it is one. What the question was recognised by (`ours`), and a code that stands beside the
    /// error, are struck out of its words.
    pub(crate) fn error(&self, ours: &[&SecretString]) -> Option<ErrorResponse> {
        let ours = ours.iter().map(|secret| secret.expose_secret().to_owned());
        let beside = ["state", "code"].into_iter().filter_map(|name| self.parameter(name)).map(str::to_owned);
        let secrets = Secrets::new(ours.chain(beside));
        let error = secrets.strike(self.parameter("error")?);
        Some(ErrorResponse::of_redirect(&error, |name| {
            self.parameter(name).map(|value| secrets.strike(value).into_owned())
        }))
    }

    /// A parameter's value.
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }
}

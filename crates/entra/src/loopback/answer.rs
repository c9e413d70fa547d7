//! What the browser brought back.

use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq;
use url::form_urlencoded;

/// The parameters of the redirect, decoded. They may hold the code: no `Debug`.
pub(crate) struct Returned {
    parameters: Vec<(String, String)>,
}

impl Returned {
    /// Reads a query. None unless it carries exactly this state, and every parameter once: of two codes, which one is
    /// Microsoft's?
    pub(super) fn read(query: &str, state: &SecretString) -> Option<Self> {
        let parameters: Vec<(String, String)> =
            form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let returned = Self { parameters };
        let names = |name: &str| returned.parameters.iter().filter(|(found, _)| found == name).count();
        if returned.parameters.iter().any(|(name, _)| names(name) > 1) {
            return None;
        }
        let found = returned.parameter("state")?.as_bytes();
        bool::from(found.ct_eq(state.expose_secret().as_bytes())).then_some(returned)
    }

    /// A parameter's value.
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }
}

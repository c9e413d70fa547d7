//! A sign-in under way.

use jiff::Timestamp;
use serde_json::Value;

use super::pkce::CodeChallenge;
use super::reply::RedirectTarget;
use super::scope::Scopes;

/// A sign-in under way: from an authorize request, a device code or a request for admin consent to the end of the pages.
#[derive(Clone)]
pub(super) struct AuthorizeSession {
    /// The tenant as the address named it.
    pub(super) tenant: String,
    pub(super) client_id: String,
    pub(super) scopes: Scopes,
    pub(super) claims: Option<Value>,
    pub(super) started: Timestamp,
    pub(super) login_hint: Option<String>,
    /// Whether consent is asked for even where it was given.
    pub(super) prompt_consent: bool,
    /// Who signs in, once the account is chosen.
    pub(super) user_id: Option<String>,
    pub(super) multi_factor_done: bool,
    /// Whether the question before a device gets in, or before consent for everybody, was answered.
    pub(super) confirmed: bool,
    pub(super) purpose: Purpose,
}

/// What a sign-in is for.
#[derive(Clone)]
pub(super) enum Purpose {
    /// A code for the app.
    AuthorizationCode { target: RedirectTarget, nonce: Option<String>, code_challenge: Option<CodeChallenge> },
    /// A device that waits.
    DeviceCode { device_code: String },
    /// Consent for everybody.
    AdminConsent { target: RedirectTarget },
}

impl AuthorizeSession {
    /// One that begins now, with nobody chosen.
    pub(super) fn new(
        tenant: &str,
        client_id: &str,
        scopes: Scopes,
        purpose: Purpose,
        now: Timestamp,
    ) -> Self {
        Self {
            tenant: tenant.to_owned(),
            client_id: client_id.to_owned(),
            scopes,
            claims: None,
            started: now,
            login_hint: None,
            prompt_consent: false,
            user_id: None,
            multi_factor_done: false,
            confirmed: false,
            purpose,
        }
    }
}

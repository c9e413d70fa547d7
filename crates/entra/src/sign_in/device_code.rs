//! With a code on another device (RFC 8628; Microsoft identity platform: OAuth 2.0 device authorization grant flow).

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::{ACCEPT, CONTENT_TYPE};
use internet::Obstacle;
use jiff::Timestamp;
use oauth2::HttpResponse;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::Value;
use tokio_util::sync::CancellationToken;
use url::{Url, form_urlencoded};

use crate::authority::Authority;
use crate::cancel::unless_cancelled;
use crate::error::{ErrorResponse, RefusalReason, SignInError, SignInErrorKind};
use crate::session::Session;
use crate::stored::SignInMethod;
use crate::token::{EntraTokenResponse, Tokens, send, with_client_capability};

/// RFC 8628 section 3.2: when the server names no interval. Section 3.5: how much longer after `slow_down`.
const FIVE_SECONDS: Duration = Duration::from_secs(5);
/// Nobody is asked more often, whatever the server says.
const ONE_SECOND: Duration = Duration::from_secs(1);

/// The longest a code is waited for, whatever the server says. Microsoft's are good for 15 minutes.
const LONGEST_WAIT: Duration = Duration::from_hours(24);

/// The longest code to type, in characters. Microsoft's have nine (RFC 8628 section 6.1).
const LONGEST_CODE: usize = 32;

/// A code to type on another device.
#[derive(Clone)]
pub struct DeviceCode {
    /// What the person types.
    pub user_code: String,
    /// Where.
    pub page: Url,
    /// Until when.
    pub expires_at: Timestamp,
    /// What is asked with: whoever has it gets the tokens.
    secret: SecretString,
    interval: Duration,
    scopes: Vec<String>,
}

impl fmt::Debug for DeviceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeviceCode")
            .field("page", &self.page)
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}

/// RFC 8628 section 3.2.
#[derive(Deserialize)]
struct DeviceAuthorizationResponse {
    device_code: String,
    user_code: String,
    verification_uri: Url,
    expires_in: u64,
    interval: Option<u64>,
}

pub(super) async fn request(
    authority: &Authority,
    scopes: &[String],
    cancel: &CancellationToken,
) -> Result<DeviceCode, SignInError> {
    let no_endpoint = || SignInErrorKind::NotUnderstood("no device endpoint".to_owned());
    let endpoint = authority.endpoints.device.as_ref().ok_or_else(no_endpoint)?;
    let wanted = authority.tokens.scopes().for_sign_in(scopes);
    let wanted: Vec<String> = wanted.iter().map(|scope| scope.to_string()).collect();
    let form = [
        ("client_id", authority.client_id.to_string()),
        ("scope", wanted.join(" ")),
        ("claims", with_client_capability(None)?),
    ];
    let asked_at = Timestamp::now();
    let answer = unless_cancelled(cancel, post(authority, endpoint, &form)).await?;
    let answer: DeviceAuthorizationResponse = read(&answer)?;
    // Whoever types a code there signs in there: never at a page of somebody else's.
    if !authority.cloud.has_device_page(&answer.verification_uri) {
        return Err(SignInErrorKind::Untrusted("page").into());
    }
    // It is shown, to be typed; and it must not be what the tokens are asked for with.
    let typed = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if answer.user_code.len() > LONGEST_CODE || !answer.user_code.chars().all(typed) {
        return Err(SignInErrorKind::NotUnderstood("a code that nobody can type".to_owned()).into());
    }
    let interval = answer.interval.map_or(FIVE_SECONDS, Duration::from_secs);
    Ok(DeviceCode {
        user_code: answer.user_code,
        page: answer.verification_uri,
        expires_at: asked_at + Duration::from_secs(answer.expires_in).min(LONGEST_WAIT),
        secret: SecretString::from(answer.device_code),
        interval: interval.clamp(ONE_SECOND, LONGEST_WAIT),
        scopes: scopes.to_vec(),
    })
}

pub(super) async fn sign_in(
    authority: &Arc<Authority>,
    code: &DeviceCode,
    cancel: &CancellationToken,
) -> Result<Session, SignInError> {
    let tokens = unless_cancelled(cancel, poll(authority, code)).await?;
    let id = tokens.id.as_ref().ok_or_else(|| SignInErrorKind::NotUnderstood("no ID token".to_owned()))?;
    // There is no nonce in this flow: nothing of it passes through a browser of ours.
    let account = authority.id_tokens.verify(id, None)?;
    Ok(Session::new(Arc::clone(authority), SignInMethod::DeviceCode, account, &code.scopes, tokens))
}

async fn poll(authority: &Authority, code: &DeviceCode) -> Result<Tokens, SignInError> {
    let mut interval = code.interval;
    let form = [
        ("grant_type", "urn:ietf:params:oauth:grant-type:device_code".to_owned()),
        ("client_id", authority.client_id.to_string()),
        ("device_code", code.secret.expose_secret().to_owned()),
        ("claims", with_client_capability(None)?),
    ];
    loop {
        let left = Duration::try_from(code.expires_at - Timestamp::now()).unwrap_or_default();
        tokio::time::sleep(interval.min(left)).await;
        if Timestamp::now() >= code.expires_at {
            return Err(SignInErrorKind::CodeExpired.into());
        }
        let answer = post(authority, &authority.endpoints.token, &form).await;
        let error = match answer.and_then(|answer| read::<EntraTokenResponse>(&answer)) {
            Ok(answer) => return authority.tokens.read(&answer),
            Err(error) => error,
        };
        match error.response.as_ref().map(|response| response.error.as_str()) {
            Some("authorization_pending") => {}
            Some("slow_down") => interval += FIVE_SECONDS,
            // RFC 8628 section 3.5: when no answer came, ask more rarely.
            _ if is_transient(&error) => {
                interval = interval.saturating_mul(2).min(Duration::from_mins(1));
            }
            _ => return Err(error),
        }
    }
}

async fn post(
    authority: &Authority,
    endpoint: &Url,
    form: &[(&str, String)],
) -> Result<HttpResponse, SignInError> {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
    let request = http::Request::post(endpoint.as_str())
        .header(ACCEPT, "application/json")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(body.into_bytes())
        .map_err(|_| SignInErrorKind::NotUnderstood("an endpoint that cannot be asked".to_owned()))?;
    send(&authority.internet, request).await
}

/// Reads a good answer, or the error. Of an answer that cannot be read nothing is repeated: it may hold tokens.
fn read<T: serde::de::DeserializeOwned>(answer: &HttpResponse) -> Result<T, SignInError> {
    let not_understood =
        || SignInError::from(SignInErrorKind::NotUnderstood("an answer about the code".to_owned()));
    if answer.status().is_success() {
        return serde_json::from_slice(answer.body()).map_err(|_| not_understood());
    }
    let error: Value = serde_json::from_slice(answer.body()).unwrap_or_default();
    Err(ErrorResponse::of_json(&error).map_or_else(not_understood, SignInError::refused))
}

/// Whether a good answer may come in a moment.
fn is_transient(error: &SignInError) -> bool {
    match &error.kind {
        SignInErrorKind::Refused(RefusalReason::Busy) => true,
        SignInErrorKind::Unanswered(unanswered) => {
            matches!(unanswered.obstacle, None | Some(Obstacle::NoNetwork))
        }
        SignInErrorKind::Refused(_)
        | SignInErrorKind::Declined
        | SignInErrorKind::Cancelled
        | SignInErrorKind::TimedOut
        | SignInErrorKind::CodeExpired
        | SignInErrorKind::Untrusted(_)
        | SignInErrorKind::OtherTenant { .. }
        | SignInErrorKind::OtherUser
        | SignInErrorKind::BrowserNotOpened(_)
        | SignInErrorKind::NoListener(_)
        | SignInErrorKind::NotUnderstood(_)
        | SignInErrorKind::AzureCliMissing
        | SignInErrorKind::AzureCliNotSignedIn
        | SignInErrorKind::AzureCliOtherTenant { .. }
        | SignInErrorKind::AzureCliFailed(_) => false,
    }
}

//! With a code on another device (RFC 8628; Microsoft identity platform: OAuth 2.0 device authorization grant flow).

use std::fmt;
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

use super::{SignIn, unless_cancelled};
use crate::problem::{Evidence, Problem, Reason, What};
use crate::session::{Session, Way};
use crate::token::{Tokens, carry, with_our_capability};

/// RFC 8628 section 3.2: when the server names no interval. Section 3.5: how much longer after `slow_down`.
const FIVE_SECONDS: Duration = Duration::from_secs(5);
/// Nobody is asked more often, whatever the server says.
const ONE_SECOND: Duration = Duration::from_secs(1);

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

#[derive(Deserialize)]
struct Answer {
    device_code: String,
    user_code: String,
    verification_uri: Url,
    expires_in: u32,
    interval: Option<u32>,
}

impl SignIn {
    /// Asks for a code.
    pub async fn begin_code(
        &self,
        scopes: &[String],
        cancel: &CancellationToken,
    ) -> Result<DeviceCode, Problem> {
        let not_understood = |what: &str| Problem::from(What::NotUnderstood(what.to_owned()));
        let endpoint =
            self.inner.endpoints.device.as_ref().ok_or_else(|| not_understood("no device endpoint"))?;
        let wanted: Vec<String> = self.scopes(scopes).iter().map(|scope| scope.to_string()).collect();
        let claims = with_our_capability(None)?;
        let form = [("client_id", self.client_id()), ("scope", wanted.join(" ")), ("claims", claims)];
        let asked_at = Timestamp::now();
        let answer = unless_cancelled(cancel, self.post(endpoint, &form)).await?;
        let answer: Answer = read(&answer)?;
        if answer.verification_uri.scheme() != "https" {
            return Err(What::Untrusted("page").into());
        }
        let interval = answer.interval.map_or(FIVE_SECONDS, |seconds| Duration::from_secs(seconds.into()));
        Ok(DeviceCode {
            user_code: answer.user_code,
            page: answer.verification_uri,
            expires_at: asked_at + Duration::from_secs(answer.expires_in.into()),
            secret: SecretString::from(answer.device_code),
            interval: interval.max(ONE_SECOND),
            scopes: scopes.to_vec(),
        })
    }

    /// Waits until the person has typed the code and signed in, asking as often as the server allows.
    pub async fn with_code(&self, code: &DeviceCode, cancel: &CancellationToken) -> Result<Session, Problem> {
        let tokens = unless_cancelled(cancel, self.poll(code)).await?;
        let id = tokens.id.as_ref().ok_or_else(|| What::NotUnderstood("no ID token".to_owned()))?;
        // There is no nonce in this flow: nothing of it passes through a browser of ours.
        let person = self.person(id, None)?;
        Ok(Session::new(self.clone(), Way::DeviceCode, person, &code.scopes, tokens))
    }

    async fn poll(&self, code: &DeviceCode) -> Result<Tokens, Problem> {
        let mut interval = code.interval;
        let form = [
            ("grant_type", "urn:ietf:params:oauth:grant-type:device_code".to_owned()),
            ("client_id", self.client_id()),
            ("device_code", code.secret.expose_secret().to_owned()),
            ("claims", with_our_capability(None)?),
        ];
        loop {
            let left = Duration::try_from(code.expires_at - Timestamp::now()).unwrap_or_default();
            tokio::time::sleep(interval.min(left)).await;
            if Timestamp::now() >= code.expires_at {
                return Err(What::CodeExpired.into());
            }
            let problem =
                match self.post(&self.inner.endpoints.token, &form).await.and_then(|answer| read(&answer)) {
                    Ok(answer) => return self.read(&answer),
                    Err(problem) => problem,
                };
            match problem.evidence.as_ref().map(|evidence| evidence.error.as_str()) {
                Some("authorization_pending") => {}
                Some("slow_down") => interval += FIVE_SECONDS,
                // RFC 8628 section 3.5: when no answer came, ask more rarely.
                _ if passes(&problem) => interval = interval.saturating_mul(2).min(Duration::from_mins(1)),
                _ => return Err(problem),
            }
        }
    }

    async fn post(&self, endpoint: &Url, form: &[(&str, String)]) -> Result<HttpResponse, Problem> {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let request = http::Request::post(endpoint.as_str())
            .header(ACCEPT, "application/json")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body.into_bytes())
            .map_err(|_| What::NotUnderstood("an endpoint that cannot be asked".to_owned()))?;
        carry(&self.inner.internet, request).await
    }
}

/// Reads a good answer, or the error. Of an answer that cannot be read nothing is repeated: it may hold tokens.
fn read<T: serde::de::DeserializeOwned>(answer: &HttpResponse) -> Result<T, Problem> {
    let not_understood = || Problem::from(What::NotUnderstood("an answer about the code".to_owned()));
    if answer.status().is_success() {
        return serde_json::from_slice(answer.body()).map_err(|_| not_understood());
    }
    let error: Value = serde_json::from_slice(answer.body()).unwrap_or_default();
    Err(Evidence::of_json(&error).map_or_else(not_understood, Problem::refused))
}

/// Whether an answer may come in a moment.
fn passes(problem: &Problem) -> bool {
    match &problem.what {
        What::Refused(Reason::Busy) => true,
        What::Unanswered(unanswered) => matches!(unanswered.obstacle, None | Some(Obstacle::NoNetwork)),
        _ => false,
    }
}

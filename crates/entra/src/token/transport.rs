//! Sending a request about signing in.

use bytes::Bytes;
use evidence::Secrets;
use internet::{Internet, Obstacle, Stage, Unanswered};
use jiff::Timestamp;
use oauth2::{HttpRequest, HttpResponse};
use url::form_urlencoded;

use super::response::TokenError;
use crate::error::{ErrorResponse, SignInError, SignInErrorKind};

/// The parameters of a token request that open something (RFC 6749, RFC 7636, RFC 8628).
const SECRET: [&str; 4] = ["code", "code_verifier", "refresh_token", "device_code"];

/// No answer about sign-in comes near this, in bytes.
const LARGEST_ANSWER: usize = 1024 * 1024;

/// Sends it. Answers that no endpoint of Entra ID gives are errors here already, and an error response repeats none
/// of the request's secrets.
pub(crate) async fn send(internet: &Internet, request: HttpRequest) -> Result<HttpResponse, SignInError> {
    let secrets = secrets(request.body());
    let mut answer = internet.send(request.map(Bytes::from)).await?;
    if !answer.status().is_success() {
        // Good answers hold tokens, and are never quoted.
        *answer.body_mut() = secrets.strike_json(std::mem::take(answer.body_mut()));
    }
    let obstacle = Obstacle::of_answer(&answer, Timestamp::now());
    if matches!(obstacle, Some(Obstacle::CaptivePortal | Obstacle::ProxySignIn)) {
        let why = format!("somebody else answered, with status {}", answer.status().as_u16());
        return Err(Unanswered { stage: Stage::Lost, obstacle, why }.into());
    }
    if answer.body().len() > LARGEST_ANSWER {
        return Err(SignInErrorKind::NotUnderstood("an answer of a megabyte".to_owned()).into());
    }
    let status = answer.status();
    let says_why = serde_json::from_slice::<TokenError>(answer.body()).is_ok();
    if (status.is_server_error() || status.as_u16() == 429) && !says_why {
        let error = "temporarily_unavailable".to_owned();
        let message = format!("HTTP status {}", status.as_u16());
        return Err(SignInError::refused(ErrorResponse { error, message, ..ErrorResponse::default() }));
    }
    Ok(answer.map(|body| body.to_vec()))
}

/// The secrets of a form.
fn secrets(form: &[u8]) -> Secrets {
    let parameters = form_urlencoded::parse(form).filter(|(name, _)| SECRET.contains(&&**name));
    Secrets::new(parameters.map(|(_, value)| value.into_owned()))
}

//! With the system's browser (RFC 8252; Microsoft identity platform: OAuth 2.0 authorization code flow).

use std::borrow::Cow;
use std::sync::Arc;

use oauth2::basic::BasicClient;
use oauth2::{
    AuthUrl, AuthorizationCode, ClientId, CsrfToken, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl,
};
use secrecy::SecretString;
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::authority::Authority;
use crate::cancel::unless_cancelled;
use crate::error::{SignInError, SignInErrorKind};
use crate::loopback::{AuthorizationResponse, ClosingPages, Loopback};
use crate::session::Session;
use crate::stored::SignInMethod;
use crate::token::with_client_capability;

/// What a sign-in should bring.
#[derive(Debug, Clone, Copy)]
pub struct SignInRequest<'a> {
    /// The permissions, by their bare names: `User.Read.All`.
    pub scopes: &'a [String],
    /// The claims challenge that this sign-in is to satisfy, as JSON text.
    pub claims: Option<&'a str>,
    /// The user name of somebody who is known already: then no account is chosen.
    pub login_hint: Option<&'a str>,
    /// The id of the account that must answer: whoever signs in again, for a stronger sign-in or for more
    /// permissions, must be the same person.
    pub expect_user: Option<&'a str>,
}

/// A request at the authorisation endpoint, and what its answer is recognised by.
struct AuthorizationRequest {
    address: Url,
    state: SecretString,
    nonce: SecretString,
    verifier: PkceCodeVerifier,
    redirect: RedirectUrl,
    claims: String,
}

pub(super) async fn sign_in(
    authority: &Arc<Authority>,
    wanted: SignInRequest<'_>,
    pages: ClosingPages,
    open: &(dyn Fn(&Url) -> Result<(), String> + Send + Sync),
    cancel: &CancellationToken,
) -> Result<Session, SignInError> {
    let loopback = Loopback::open().await?;
    let request = AuthorizationRequest::new(authority, &wanted, &loopback.redirect())?;
    open(&request.address).map_err(SignInErrorKind::BrowserNotOpened)?;
    let response = loopback.wait(request.state, pages, cancel).await?;
    let code = code(authority, &response, &[&request.nonce])?;
    let redeem = authority.tokens.redeem(code, request.verifier, request.redirect, &request.claims);
    let tokens = unless_cancelled(cancel, redeem).await?;
    let id = tokens.id.as_ref().ok_or_else(|| SignInErrorKind::NotUnderstood("no ID token".to_owned()))?;
    let account = authority.id_tokens.verify(id, Some(&request.nonce))?;
    if wanted.expect_user.is_some_and(|expected| account.id.as_deref() != Some(expected)) {
        return Err(SignInErrorKind::OtherUser.into());
    }
    Ok(Session::new(Arc::clone(authority), SignInMethod::Browser, account, wanted.scopes, tokens))
}

impl AuthorizationRequest {
    fn new(authority: &Authority, wanted: &SignInRequest<'_>, redirect: &str) -> Result<Self, SignInError> {
        let claims = with_client_capability(wanted.claims)?;
        let redirect = RedirectUrl::new(redirect.to_owned())
            .map_err(|error| SignInErrorKind::NoListener(error.to_string()))?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        // 256 bits each, from the system's generator.
        let (state, nonce) = (CsrfToken::new_random_len(32), CsrfToken::new_random_len(32));
        let client = BasicClient::new(ClientId::new(authority.client_id.to_string()))
            .set_auth_uri(AuthUrl::from_url(authority.endpoints.authorize.clone()));
        let mut request = client
            .authorize_url(|| state)
            .set_redirect_uri(Cow::Borrowed(&redirect))
            .set_pkce_challenge(challenge)
            .add_scopes(authority.tokens.scopes().for_sign_in(wanted.scopes))
            .add_extra_param("response_mode", "query")
            .add_extra_param("nonce", nonce.secret())
            .add_extra_param("claims", claims.as_str());
        // Who is known already does not choose an account again.
        request = match wanted.login_hint {
            Some(hint) => request.add_extra_param("login_hint", hint),
            None => request.add_extra_param("prompt", "select_account"),
        };
        let (address, state) = request.url();
        let secret = |token: &CsrfToken| SecretString::from(token.secret().clone());
        let (state, nonce) = (secret(&state), secret(&nonce));
        Ok(Self { address, state, nonce, verifier, redirect, claims })
    }
}

fn code(
    authority: &Authority,
    response: &AuthorizationResponse,
    ours: &[&SecretString],
) -> Result<AuthorizationCode, SignInError> {
    // RFC 9207: a server that names itself must be the one that was asked.
    if response.parameter("iss").is_some_and(|issuer| issuer != authority.endpoints.issuer) {
        return Err(SignInErrorKind::Untrusted("issuer").into());
    }
    if let Some(error) = response.error(ours) {
        return Err(SignInError::refused(error));
    }
    match response.parameter("code") {
        Some(code) if !code.is_empty() => Ok(AuthorizationCode::new(code.to_owned())),
        _ => Err(SignInErrorKind::NotUnderstood("an answer without code".to_owned()).into()),
    }
}

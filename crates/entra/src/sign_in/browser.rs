//! With the system's browser (RFC 8252; Microsoft identity platform: OAuth 2.0 authorization code flow).

use std::borrow::Cow;

use oauth2::{AuthorizationCode, CsrfToken, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl};
use secrecy::SecretString;
use tokio_util::sync::CancellationToken;
use url::Url;

use super::{SignIn, unless_cancelled};
use crate::loopback::{ClosingPages, Loopback, Returned};
use crate::problem::{Evidence, Problem, What};
use crate::session::{Session, Way};
use crate::token::with_our_capability;

/// What a sign-in should bring.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    /// The permissions, by their bare names: `User.Read.All`.
    pub scopes: &'a [String],
    /// What Graph asked to be proved (a claims challenge), as JSON text.
    pub claims: Option<&'a str>,
    /// The user name of somebody who is known already: then no account is chosen.
    pub login_hint: Option<&'a str>,
    /// The id of the account that must answer: whoever proves more, or permits more, must be the same person.
    pub expect_user: Option<&'a str>,
}

/// A question at the authorisation endpoint, and what its answer is recognised by.
struct Question {
    address: Url,
    state: SecretString,
    nonce: SecretString,
    verifier: PkceCodeVerifier,
    redirect: RedirectUrl,
    claims: String,
}

impl SignIn {
    /// Opens Microsoft's page in the system's browser with `open`, catches its answer on loopback and exchanges it
    /// for a session. At most five minutes; `cancel` ends it at once.
    pub async fn with_browser(
        &self,
        wish: Wish<'_>,
        pages: ClosingPages,
        open: &(dyn Fn(&Url) -> Result<(), String> + Send + Sync),
        cancel: &CancellationToken,
    ) -> Result<Session, Problem> {
        let loopback = Loopback::open().await?;
        let question = self.question(&wish, &loopback.redirect())?;
        open(&question.address).map_err(What::BrowserNotOpened)?;
        let returned = loopback.wait(question.state, pages, cancel).await?;
        let code = self.code(&returned)?;
        let redeem = self.redeem(code, question.verifier, question.redirect, &question.claims);
        let tokens = unless_cancelled(cancel, redeem).await?;
        let id = tokens.id.as_ref().ok_or_else(|| What::NotUnderstood("no ID token".to_owned()))?;
        let person = self.person(id, Some(&question.nonce))?;
        if wish.expect_user.is_some_and(|expected| person.id.as_deref() != Some(expected)) {
            return Err(What::OtherUser.into());
        }
        Ok(Session::new(self.clone(), Way::Browser, person, wish.scopes, tokens))
    }

    fn question(&self, wish: &Wish<'_>, redirect: &str) -> Result<Question, Problem> {
        let claims = with_our_capability(wish.claims)?;
        let redirect =
            RedirectUrl::new(redirect.to_owned()).map_err(|error| What::NoListener(error.to_string()))?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        // 256 bits each, from the system's generator.
        let (state, nonce) = (CsrfToken::new_random_len(32), CsrfToken::new_random_len(32));
        let client = self.client();
        let mut request = client
            .authorize_url(|| state)
            .set_redirect_uri(Cow::Borrowed(&redirect))
            .set_pkce_challenge(challenge)
            .add_scopes(self.scopes(wish.scopes))
            .add_extra_param("response_mode", "query")
            .add_extra_param("nonce", nonce.secret())
            .add_extra_param("claims", claims.as_str());
        // Who is known already does not choose an account again.
        request = match wish.login_hint {
            Some(hint) => request.add_extra_param("login_hint", hint),
            None => request.add_extra_param("prompt", "select_account"),
        };
        let (address, state) = request.url();
        let secret = |token: &CsrfToken| SecretString::from(token.secret().clone());
        let (state, nonce) = (secret(&state), secret(&nonce));
        Ok(Question { address, state, nonce, verifier, redirect, claims })
    }

    fn code(&self, returned: &Returned) -> Result<AuthorizationCode, Problem> {
        // RFC 9207: a server that names itself must be the one that was asked.
        if returned.parameter("iss").is_some_and(|issuer| issuer != self.inner.endpoints.issuer) {
            return Err(What::Untrusted("issuer").into());
        }
        if let Some(error) = returned.parameter("error") {
            let evidence =
                Evidence::of_redirect(error, |name| returned.parameter(name).map(ToOwned::to_owned));
            return Err(Problem::refused(evidence));
        }
        match returned.parameter("code") {
            Some(code) if !code.is_empty() => Ok(AuthorizationCode::new(code.to_owned())),
            _ => Err(What::NotUnderstood("an answer without code".to_owned()).into()),
        }
    }
}

//! Speaking to the token endpoint.

mod answer;
mod claims;
mod secrets;

use std::pin::Pin;
use std::time::Duration;

use azure_core::credentials::Secret;
use bytes::Bytes;
use internet::{Internet, Obstacle, Stage, Unanswered};
use jiff::Timestamp;
use oauth2::basic::{BasicRevocationErrorResponse, BasicTokenIntrospectionResponse};
use oauth2::{
    AuthUrl, AuthorizationCode, ClientId, EndpointNotSet, EndpointSet, HttpRequest, HttpResponse,
    PkceCodeVerifier, RedirectUrl, RefreshToken, RequestTokenError, Scope, StandardRevocableToken,
    TokenResponse, TokenUrl,
};
use secrecy::{ExposeSecret, SecretString};

use self::answer::{TokenAnswer, TokenError};
pub(crate) use self::claims::with_our_capability;
use self::secrets::Secrets;
use crate::problem::{Evidence, Problem, What};
use crate::sign_in::SignIn;

/// No answer about sign-in comes near this.
const LARGEST_ANSWER: usize = 1024 * 1024;
/// How long an access token lives when the answer does not say: Microsoft's live 60 minutes at least.
const LIFETIME: Duration = Duration::from_hours(1);
/// Scopes that are about the sign-in and not about Graph (OpenID Connect Core section 5.4; `offline_access`, section
/// 11, gives the refresh token).
const ABOUT_SIGN_IN: [&str; 3] = ["openid", "profile", "offline_access"];

/// The oauth2 client, with the error of this endpoint in full.
type Client = oauth2::Client<
    TokenError,
    TokenAnswer,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

/// An answer under way.
type Carried = Pin<Box<dyn Future<Output = Result<HttpResponse, Problem>> + Send>>;

/// What the token endpoint gave.
pub(crate) struct Tokens {
    pub(crate) access: Secret,
    pub(crate) lives: Duration,
    pub(crate) refresh: Option<SecretString>,
    pub(crate) id: Option<SecretString>,
    /// Which permissions, by their bare names; none when the answer does not say, which means: those that were asked
    /// for (RFC 6749 section 5.1).
    pub(crate) scopes: Option<Vec<String>>,
}

impl SignIn {
    pub(crate) fn client(&self) -> Client {
        let endpoints = &self.inner.endpoints;
        oauth2::Client::new(ClientId::new(self.client_id()))
            .set_auth_uri(AuthUrl::from_url(endpoints.authorize.clone()))
            .set_token_uri(TokenUrl::from_url(endpoints.token.clone()))
    }

    /// The permissions as they are asked for: with the host of this cloud's Graph before their names.
    pub(crate) fn permissions(&self, names: &[String]) -> Vec<Scope> {
        let whole = |name: &String| Scope::new(format!("{}/{name}", self.inner.resource));
        names.iter().map(whole).collect()
    }

    /// The same, with what a sign-in asks for itself.
    pub(crate) fn scopes(&self, names: &[String]) -> Vec<Scope> {
        let sign_in = ABOUT_SIGN_IN.map(|name| Scope::new(name.to_owned()));
        sign_in.into_iter().chain(self.permissions(names)).collect()
    }

    /// The client's own way to the Internet for each of its requests. Owned, so that a renewal can outlive whoever
    /// asked for it.
    fn carrier(&self) -> impl Fn(HttpRequest) -> Carried + use<> {
        let internet = self.inner.internet.clone();
        move |request| {
            let internet = internet.clone();
            Box::pin(async move { carry(&internet, request).await })
        }
    }

    /// Code against tokens (RFC 6749 section 4.1.3, RFC 7636 section 4.5).
    pub(crate) async fn redeem(
        &self,
        code: AuthorizationCode,
        verifier: PkceCodeVerifier,
        redirect: RedirectUrl,
        claims: &str,
    ) -> Result<Tokens, Problem> {
        let carry = self.carrier();
        let client = self.client().set_redirect_uri(redirect);
        let request =
            client.exchange_code(code).set_pkce_verifier(verifier).add_extra_param("claims", claims);
        let answer = request.request_async(&carry).await;
        self.read(&answer.map_err(failed)?)
    }

    /// Refresh token against tokens (RFC 6749 section 6).
    pub(crate) async fn refresh(&self, token: &SecretString, names: &[String]) -> Result<Tokens, Problem> {
        let carry = self.carrier();
        let token = RefreshToken::new(token.expose_secret().to_owned());
        let client = self.client();
        let request = client
            .exchange_refresh_token(&token)
            .add_scopes(self.scopes(names))
            .add_extra_param("claims", with_our_capability(None)?);
        let answer = request.request_async(&carry).await;
        self.read(&answer.map_err(failed)?)
    }

    pub(crate) fn read(&self, answer: &TokenAnswer) -> Result<Tokens, Problem> {
        let secret = |text: &str| SecretString::from(text.to_owned());
        let access = answer.access_token().secret();
        if access.is_empty() {
            return Err(What::NotUnderstood("an empty access token".to_owned()).into());
        }
        Ok(Tokens {
            access: Secret::new(access.clone()),
            lives: answer.expires_in().unwrap_or(LIFETIME),
            refresh: answer.refresh_token().map(|token| secret(token.secret())),
            id: answer.extra_fields().id_token.clone(),
            scopes: answer.scopes().map(|scopes| self.names(scopes)),
        })
    }

    /// The bare names of Graph permissions. Entra ID answers with whole or with bare names; what is about the sign-in
    /// itself is left out.
    fn names(&self, scopes: &[Scope]) -> Vec<String> {
        let about_sign_in = |name: &str| ABOUT_SIGN_IN.contains(&name) || name == "email";
        scopes
            .iter()
            .map(|scope| self.name_of(scope).unwrap_or(scope))
            .filter(|name| !name.is_empty() && !about_sign_in(name))
            .map(ToOwned::to_owned)
            .collect()
    }

    /// `User.Read.All` of `https://graph.microsoft.com/User.Read.All`.
    pub(crate) fn name_of<'s>(&self, scope: &'s str) -> Option<&'s str> {
        let resource = &self.inner.resource;
        let (host, name) = scope.split_at_checked(resource.len())?;
        if host.eq_ignore_ascii_case(resource) { name.strip_prefix('/') } else { None }
    }
}

/// oauth2's way to the Internet. Answers that no token endpoint gives are problems here already.
pub(crate) async fn carry(internet: &Internet, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let secrets = Secrets::of(request.body());
    let mut answer = internet.send(request.map(Bytes::from)).await?;
    if !answer.status().is_success() {
        secrets.strike_from(answer.body_mut());
    }
    let obstacle = Obstacle::of_answer(&answer, Timestamp::now());
    if matches!(obstacle, Some(Obstacle::CaptivePortal | Obstacle::ProxySignIn)) {
        let why = format!("somebody else answered, with status {}", answer.status().as_u16());
        return Err(Unanswered { stage: Stage::Lost, obstacle, why }.into());
    }
    if answer.body().len() > LARGEST_ANSWER {
        return Err(What::NotUnderstood("an answer of a megabyte".to_owned()).into());
    }
    let status = answer.status();
    let says_why = serde_json::from_slice::<TokenError>(answer.body()).is_ok();
    if (status.is_server_error() || status.as_u16() == 429) && !says_why {
        let error = "temporarily_unavailable".to_owned();
        let message = format!("HTTP status {}", status.as_u16());
        return Err(Problem::refused(Evidence { error, message, ..Evidence::default() }));
    }
    Ok(answer.map(|body| body.to_vec()))
}

/// What an error of oauth2 means. An answer that could not be read may hold tokens: none of it is repeated.
pub(crate) fn failed(error: RequestTokenError<Problem, TokenError>) -> Problem {
    match error {
        RequestTokenError::ServerResponse(error) => Problem::refused(error.evidence()),
        RequestTokenError::Request(problem) => problem,
        RequestTokenError::Parse(error, _) => {
            What::NotUnderstood(format!("the answer, at {}", error.path())).into()
        }
        RequestTokenError::Other(_) => What::NotUnderstood("an error without words".to_owned()).into(),
    }
}

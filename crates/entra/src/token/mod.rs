//! Speaking to the token endpoint.

mod claims;
mod response;
mod transport;

use std::pin::Pin;
use std::time::Duration;

use azure_core::credentials::Secret;
use internet::Internet;
use oauth2::basic::{BasicRevocationErrorResponse, BasicTokenIntrospectionResponse};
use oauth2::{
    AuthorizationCode, ClientId, EndpointNotSet, EndpointSet, HttpRequest, HttpResponse, PkceCodeVerifier,
    RedirectUrl, RefreshToken, RequestTokenError, StandardRevocableToken, TokenResponse, TokenUrl,
};
use secrecy::{ExposeSecret, SecretString};
use url::Url;
use uuid::Uuid;

pub(crate) use self::claims::with_client_capability;
pub(crate) use self::response::EntraTokenResponse;
use self::response::TokenError;
pub(crate) use self::transport::send;
use crate::error::{SignInError, SignInErrorKind};
use crate::scope::GraphScopes;

/// How long an access token lives when the answer does not say: Microsoft's live 60 minutes at least.
const LIFETIME: Duration = Duration::from_hours(1);

/// The longest an access token is believed to live. Microsoft's longest are good for 28 hours (Microsoft identity
/// platform: Continuous access evaluation); a number far beyond that is a fault, and no date.
const LONGEST_LIFETIME: Duration = Duration::from_hours(48);

/// The oauth2 client, with the error of this endpoint in full.
type Client = oauth2::Client<
    TokenError,
    EntraTokenResponse,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

/// An answer that is still awaited.
type Response = Pin<Box<dyn Future<Output = Result<HttpResponse, SignInError>> + Send>>;

/// What the token endpoint gave.
pub(crate) struct Tokens {
    pub(crate) access: Secret,
    pub(crate) lifetime: Duration,
    pub(crate) refresh: Option<SecretString>,
    pub(crate) id: Option<SecretString>,
    /// Which permissions, by their bare names; none when the answer does not say, which means: those that were asked
    /// for (RFC 6749 section 5.1).
    pub(crate) scopes: Option<Vec<String>>,
}

/// The token endpoint of one organisation, for one application.
pub(crate) struct TokenEndpoint {
    internet: Internet,
    client_id: Uuid,
    url: Url,
    scopes: GraphScopes,
}

impl TokenEndpoint {
    pub(crate) fn new(internet: Internet, client_id: Uuid, url: Url, scopes: GraphScopes) -> Self {
        Self { internet, client_id, url, scopes }
    }

    pub(crate) fn scopes(&self) -> &GraphScopes {
        &self.scopes
    }

    fn client(&self) -> Client {
        oauth2::Client::new(ClientId::new(self.client_id.to_string()))
            .set_token_uri(TokenUrl::from_url(self.url.clone()))
    }

    /// What the oauth2 client sends its requests with. Owned, so that a renewal can outlive whoever asked for it.
    fn http_client(&self) -> impl Fn(HttpRequest) -> Response + use<> {
        let internet = self.internet.clone();
        move |request| {
            let internet = internet.clone();
            Box::pin(async move { send(&internet, request).await })
        }
    }

    /// Code against tokens (RFC 6749 section 4.1.3, RFC 7636 section 4.5).
    pub(crate) async fn redeem(
        &self,
        code: AuthorizationCode,
        verifier: PkceCodeVerifier,
        redirect: RedirectUrl,
        claims: &str,
    ) -> Result<Tokens, SignInError> {
        let http_client = self.http_client();
        let client = self.client().set_redirect_uri(redirect);
        let request =
            client.exchange_code(code).set_pkce_verifier(verifier).add_extra_param("claims", claims);
        let answer = request.request_async(&http_client).await;
        self.read(&answer.map_err(error)?)
    }

    /// Refresh token against tokens (RFC 6749 section 6).
    pub(crate) async fn refresh(
        &self,
        token: &SecretString,
        names: &[String],
    ) -> Result<Tokens, SignInError> {
        let http_client = self.http_client();
        let token = RefreshToken::new(token.expose_secret().to_owned());
        let client = self.client();
        let request = client
            .exchange_refresh_token(&token)
            .add_scopes(self.scopes.for_sign_in(names))
            .add_extra_param("claims", with_client_capability(None)?);
        let answer = request.request_async(&http_client).await;
        self.read(&answer.map_err(error)?)
    }

    /// The tokens in an answer of this endpoint.
    pub(crate) fn read(&self, answer: &EntraTokenResponse) -> Result<Tokens, SignInError> {
        let secret = |text: &str| SecretString::from(text.to_owned());
        let access = answer.access_token().secret();
        if access.is_empty() {
            return Err(SignInErrorKind::NotUnderstood("an empty access token".to_owned()).into());
        }
        Ok(Tokens {
            access: Secret::new(access.clone()),
            lifetime: answer.expires_in().unwrap_or(LIFETIME).min(LONGEST_LIFETIME),
            refresh: answer.refresh_token().map(|token| secret(token.secret())),
            id: answer.extra_fields().id_token.clone(),
            scopes: answer.scopes().map(|scopes| self.scopes.bare_names(scopes)),
        })
    }
}

/// What an error of oauth2 means. An answer that could not be read may hold tokens: none of it is repeated.
fn error(error: RequestTokenError<SignInError, TokenError>) -> SignInError {
    match error {
        RequestTokenError::ServerResponse(error) => SignInError::refused(error.into_response()),
        RequestTokenError::Request(error) => error,
        RequestTokenError::Parse(error, _) => {
            SignInErrorKind::NotUnderstood(evidence::name(&format!("the answer, at {}", error.path()))).into()
        }
        RequestTokenError::Other(_) => {
            SignInErrorKind::NotUnderstood("an error without words".to_owned()).into()
        }
    }
}

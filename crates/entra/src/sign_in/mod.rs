//! The sign-in methods that end in a [`Session`].

mod admin_consent;
mod browser;
mod device_code;

use std::fmt;
use std::sync::Arc;

use internet::Internet;
use tokio_util::sync::CancellationToken;
use url::Url;

pub use self::browser::SignInRequest;
pub use self::device_code::DeviceCode;
use crate::authority::Authority;
use crate::cancel::unless_cancelled;
use crate::error::{SignInError, SignInErrorKind};
use crate::id_token::Account;
use crate::loopback::ClosingPages;
use crate::organisation::Organisation;
use crate::session::Session;
use crate::stored::StoredSession;
use crate::token::Tokens;

/// One organisation, ready to be signed in to. Cheap to clone.
#[derive(Clone)]
pub struct SignIn {
    authority: Arc<Authority>,
}

impl fmt::Debug for SignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignIn").field("tenant_id", &self.authority.tenant_id).finish_non_exhaustive()
    }
}

impl SignIn {
    /// Asks the organisation's discovery document where to sign in (OpenID Connect Discovery 1.0; Microsoft identity
    /// platform: OpenID Connect). Every endpoint must be https and stay at the login host of its cloud; from here on
    /// the organisation's id is that of the issuer, and every later answer must bear it.
    pub async fn discover(
        internet: Internet,
        organisation: &Organisation,
        cancel: &CancellationToken,
    ) -> Result<Self, SignInError> {
        let authority = unless_cancelled(cancel, Authority::discover(internet, organisation)).await?;
        Ok(Self { authority: Arc::new(authority) })
    }

    /// The organisation's id, from the issuer.
    #[must_use]
    pub fn tenant_id(&self) -> &str {
        &self.authority.tenant_id
    }

    /// Opens Microsoft's page in the system's browser with `open`, catches its answer on loopback and exchanges it
    /// for a session. At most five minutes; `cancel` ends it at once.
    pub async fn with_browser(
        &self,
        request: SignInRequest<'_>,
        pages: ClosingPages,
        open: &(dyn Fn(&Url) -> Result<(), String> + Send + Sync),
        cancel: &CancellationToken,
    ) -> Result<Session, SignInError> {
        browser::sign_in(&self.authority, request, pages, open, cancel).await
    }

    /// Lets whoever is signed in sign in once more in the browser, for these permissions and to satisfy `claims`, the
    /// claims challenge that asked for it (Microsoft identity platform: Claims challenges). Nobody else may answer:
    /// that is [`SignInErrorKind::OtherUser`]. The session that was given stays as it is.
    pub async fn reauthenticate(
        &self,
        session: &Session,
        scopes: &[String],
        claims: Option<&str>,
        pages: ClosingPages,
        open: &(dyn Fn(&Url) -> Result<(), String> + Send + Sync),
        cancel: &CancellationToken,
    ) -> Result<Session, SignInError> {
        let (user_id, user_name) = (session.user_id(), session.user_name());
        let (login_hint, expect_user) = (user_name.as_deref(), user_id.as_deref());
        let request = SignInRequest { scopes, claims, login_hint, expect_user };
        self.with_browser(request, pages, open, cancel).await
    }

    /// Asks for a code to type on another device.
    pub async fn request_device_code(
        &self,
        scopes: &[String],
        cancel: &CancellationToken,
    ) -> Result<DeviceCode, SignInError> {
        device_code::request(&self.authority, scopes, cancel).await
    }

    /// Waits until the person has typed the code and signed in, asking as often as the server allows.
    pub async fn with_device_code(
        &self,
        code: &DeviceCode,
        cancel: &CancellationToken,
    ) -> Result<Session, SignInError> {
        device_code::sign_in(&self.authority, code, cancel).await
    }

    /// Goes on with a sign-in that was stored: one renewal, no page.
    pub async fn resume(
        &self,
        stored: StoredSession,
        cancel: &CancellationToken,
    ) -> Result<Session, SignInError> {
        let authority = &self.authority;
        if stored.client_id != authority.client_id || !stored.tenant_id.eq_ignore_ascii_case(self.tenant_id())
        {
            let expected = self.tenant_id().to_owned();
            return Err(SignInErrorKind::OtherTenant { expected, found: stored.tenant_id }.into());
        }
        let StoredSession { method, user_name, scopes, refresh_token, .. } = stored;
        let tokens = unless_cancelled(cancel, authority.tokens.refresh(&refresh_token, &scopes)).await?;
        let account = match &tokens.id {
            Some(id) => authority.id_tokens.verify(id, None)?,
            None => Account { id: None, user_name },
        };
        let refresh = tokens.refresh.clone().or(Some(refresh_token));
        Ok(Session::new(Arc::clone(authority), method, account, &scopes, Tokens { refresh, ..tokens }))
    }

    /// Opens the consent page in the browser and catches its answer. `Ok` means: Microsoft says that an administrator
    /// of this organisation consented.
    pub async fn request_admin_consent(
        &self,
        scopes: &[String],
        pages: ClosingPages,
        open: &(dyn Fn(&Url) -> Result<(), String> + Send + Sync),
        cancel: &CancellationToken,
    ) -> Result<(), SignInError> {
        admin_consent::request(&self.authority, scopes, pages, open, cancel).await
    }

    /// Where an administrator can consent for everybody. Whoever follows the link ends at `http://localhost`, where
    /// nobody listens: the consent is given all the same. [`SignIn::request_admin_consent`] listens.
    #[must_use]
    pub fn admin_consent_url(&self, scopes: &[String]) -> Url {
        admin_consent::url(&self.authority, scopes, "http://localhost", None)
    }
}

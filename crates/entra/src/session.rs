//! A session: somebody who is signed in.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use azure_core::credentials::{AccessToken, Secret, TokenCredential, TokenRequestOptions};
use azure_core::error::ErrorKind;
use azure_core::time::OffsetDateTime;
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::authority::Authority;
use crate::cancel::{to_completion, unless_cancelled};
use crate::error::{RefusalReason, SignInError, SignInErrorKind};
use crate::id_token::Account;
use crate::stored::{SignInMethod, StoredSession};
use crate::token::Tokens;

/// An access token is renewed so long before its end: a change that has several steps should not meet it.
const RENEWAL_MARGIN: Duration = Duration::from_mins(5);

/// Whether a permission is granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PermissionStatus {
    /// It is.
    Granted,
    /// It is not: a person, or an administrator, would have to consent.
    NotGranted,
    /// Microsoft did not say, for this reason.
    Unknown(SignInError),
}

/// Somebody who is signed in. A [`TokenCredential`] for the Graph of the organisation's cloud; cheap to clone, and all
/// clones are one session.
///
/// The access token is in memory only and is renewed five minutes before its end, once, however many ask for it at
/// the same time; a renewal that has begun is finished although whoever asked has gone, because its answer may hold
/// the only valid refresh token. An error of [`get_token`](TokenCredential::get_token) holds a [`SignInError`], which
/// [`SignInError::of`] finds; who sees only a later error asks [`Session::last_error`].
#[derive(Clone)]
pub struct Session {
    inner: Arc<Inner>,
}

struct Inner {
    authority: Arc<Authority>,
    method: SignInMethod,
    account: Account,
    state: Mutex<State>,
    /// Whoever holds it renews; the others wait for what comes of it.
    renewing: tokio::sync::Mutex<()>,
    renewals: watch::Sender<u64>,
}

struct State {
    scopes: Vec<String>,
    refresh: Option<SecretString>,
    access: CachedToken,
    last_error: Option<SignInError>,
}

#[derive(Clone)]
struct CachedToken {
    token: Secret,
    expires_on: OffsetDateTime,
    received: Instant,
    lifetime: Duration,
}

impl CachedToken {
    fn new(token: Secret, lifetime: Duration) -> Self {
        Self { token, expires_on: OffsetDateTime::now_utc() + lifetime, received: Instant::now(), lifetime }
    }

    /// How much of its life is left. The wall clock may be set and the other stands still while a computer sleeps:
    /// whichever says less counts.
    fn remaining(&self) -> Duration {
        let by_wall = Duration::try_from(self.expires_on - OffsetDateTime::now_utc()).unwrap_or_default();
        by_wall.min(self.lifetime.saturating_sub(self.received.elapsed()))
    }

    fn to_access_token(&self) -> AccessToken {
        AccessToken::new(self.token.clone(), self.expires_on)
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenant_id = self.tenant_id();
        f.debug_struct("Session")
            .field("method", &self.method())
            .field("tenant_id", &tenant_id)
            .finish_non_exhaustive()
    }
}

impl Session {
    /// `asked`: what to believe granted when the answer does not say.
    pub(crate) fn new(
        authority: Arc<Authority>,
        method: SignInMethod,
        account: Account,
        asked: &[String],
        tokens: Tokens,
    ) -> Self {
        let state = Mutex::new(State {
            scopes: tokens.scopes.unwrap_or_else(|| asked.to_vec()),
            refresh: tokens.refresh,
            access: CachedToken::new(tokens.access, tokens.lifetime),
            last_error: None,
        });
        let renewals = watch::Sender::new(0);
        let renewing = tokio::sync::Mutex::new(());
        Self { inner: Arc::new(Inner { authority, method, account, state, renewing, renewals }) }
    }

    /// How the person signed in.
    #[must_use]
    pub fn method(&self) -> SignInMethod {
        self.inner.method
    }

    /// The organisation's id.
    #[must_use]
    pub fn tenant_id(&self) -> &str {
        &self.inner.authority.tenant_id
    }

    /// The id of the account in this organisation (`oid`). By this, and by nothing else, is the person recognised.
    #[must_use]
    pub fn user_id(&self) -> Option<String> {
        self.inner.account.id.clone()
    }

    /// The user name, to show.
    #[must_use]
    pub fn user_name(&self) -> Option<String> {
        self.inner.account.user_name.clone()
    }

    /// The permissions that are granted, by their bare names: `User.Read.All`.
    #[must_use]
    pub fn scopes(&self) -> Vec<String> {
        self.state().scopes.clone()
    }

    /// What the vault may store, so that [`SignIn::resume`](crate::SignIn::resume) can go on with it. None when no
    /// refresh token was given.
    #[must_use]
    pub fn to_stored(&self) -> Option<StoredSession> {
        let state = self.state();
        Some(StoredSession {
            method: self.inner.method,
            client_id: self.inner.authority.client_id,
            tenant_id: self.tenant_id().to_owned(),
            user_name: self.user_name(),
            scopes: state.scopes.clone(),
            refresh_token: state.refresh.clone()?,
        })
    }

    /// Changes each time a newer refresh token came: then [`Session::to_stored`] is worth storing again.
    #[must_use]
    pub fn on_renewed(&self) -> watch::Receiver<u64> {
        self.inner.renewals.subscribe()
    }

    /// Why the last attempt to get a token failed; none when it succeeded.
    #[must_use]
    pub fn last_error(&self) -> Option<SignInError> {
        self.state().last_error.clone()
    }

    /// Whether one permission is granted: asks for a token with it, silently.
    pub async fn check_permission(&self, scope: &str, cancel: &CancellationToken) -> PermissionStatus {
        if self.has(scope) {
            return PermissionStatus::Granted;
        }
        let session = self.clone();
        let names = vec![scope.to_owned()];
        let asking = to_completion(async move { session.granted_of(&names).await });
        match unless_cancelled(cancel, asking).await {
            Ok(Some(granted)) if !granted.iter().any(|name| name == scope) => PermissionStatus::NotGranted,
            Ok(_) => PermissionStatus::Granted,
            Err(error) => match error.reason() {
                Some(
                    RefusalReason::ConsentMissing
                    | RefusalReason::AdminConsentNeeded
                    | RefusalReason::AdminConsentRequestable,
                ) => PermissionStatus::NotGranted,
                _ => PermissionStatus::Unknown(error),
            },
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.inner.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn has(&self, scope: &str) -> bool {
        self.state().scopes.iter().any(|held| held.eq_ignore_ascii_case(scope))
    }

    /// The token in memory, when it is good for all of these and for some time.
    fn cached(&self, names: &[String]) -> Option<AccessToken> {
        if !names.iter().all(|name| self.has(name)) {
            return None;
        }
        let access = self.state().access.clone();
        (access.remaining() > RENEWAL_MARGIN).then(|| access.to_access_token())
    }

    async fn renew(self, names: Vec<String>) -> Result<AccessToken, SignInError> {
        let _renewing = self.inner.renewing.lock().await;
        if let Some(token) = self.cached(&names) {
            return Ok(token);
        }
        let mut wanted = self.scopes();
        wanted.extend(names.into_iter().filter(|name| !self.has(name)));
        match self.exchange(&wanted).await {
            Ok(tokens) => {
                let mut state = self.state();
                state.access = CachedToken::new(tokens.access, tokens.lifetime);
                state.scopes = tokens.scopes.unwrap_or(wanted);
                state.last_error = None;
                Ok(state.access.to_access_token())
            }
            Err(error) => {
                let mut state = self.state();
                state.last_error = Some(error.clone());
                // The Internet is away for a moment: what is left of the old token still serves.
                let transient = matches!(
                    error.kind,
                    SignInErrorKind::Unanswered(_) | SignInErrorKind::Refused(RefusalReason::Busy)
                );
                let serves = wanted.iter().all(|name| state.scopes.contains(name))
                    && !state.access.remaining().is_zero();
                if transient && serves { Ok(state.access.to_access_token()) } else { Err(error) }
            }
        }
    }

    /// Asks for a token with these permissions and forgets it; what was granted, when the answer says so.
    async fn granted_of(self, names: &[String]) -> Result<Option<Vec<String>>, SignInError> {
        let _renewing = self.inner.renewing.lock().await;
        Ok(self.exchange(names).await?.scopes)
    }

    /// One request with the refresh token. The newest one is kept: Entra ID leaves older ones valid, others do not
    /// (Microsoft identity platform: Refresh tokens; RFC 9700 section 4.14).
    async fn exchange(&self, names: &[String]) -> Result<Tokens, SignInError> {
        let refresh = self.state().refresh.clone();
        let refresh = refresh.ok_or(SignInErrorKind::Refused(RefusalReason::SignInExpired))?;
        let authority = &self.inner.authority;
        let tokens = authority.tokens.refresh(&refresh, names).await?;
        if let Some(id) = &tokens.id {
            let account = authority.id_tokens.verify(id, None)?;
            // OpenID Connect Core section 12.2: a renewed ID token is about the same person.
            if self.inner.account.id.is_some() && account.id != self.inner.account.id {
                return Err(SignInErrorKind::OtherUser.into());
            }
        }
        if let Some(newest) = &tokens.refresh
            && newest.expose_secret() != refresh.expose_secret()
        {
            self.state().refresh = Some(newest.clone());
            self.inner.renewals.send_modify(|times| *times += 1);
        }
        Ok(tokens)
    }

    /// The bare names among scopes; `.default` means: what is granted. A scope of another resource is refused: the
    /// token goes to one Graph only.
    fn names(&self, scopes: &[&str]) -> Result<Vec<String>, azure_core::Error> {
        let mut names = Vec::new();
        for scope in scopes {
            match self.inner.authority.tokens.scopes().bare_name(scope) {
                Some(".default") => {}
                Some(name) => names.push(name.to_owned()),
                None => {
                    let words = "this sign-in is for one Graph only, and the token was asked for another";
                    return Err(azure_core::Error::with_message(ErrorKind::Credential, words));
                }
            }
        }
        Ok(names)
    }
}

#[async_trait]
impl TokenCredential for Session {
    async fn get_token(
        &self,
        scopes: &[&str],
        _options: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        let names = self.names(scopes)?;
        if let Some(token) = self.cached(&names) {
            return Ok(token);
        }
        let renewal = to_completion(self.clone().renew(names)).await;
        renewal.map_err(|error| azure_core::Error::new(ErrorKind::Credential, error))
    }
}

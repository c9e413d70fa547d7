//! A sign-in that holds.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use azure_core::credentials::{AccessToken, Secret, TokenCredential, TokenRequestOptions};
use azure_core::error::ErrorKind;
use azure_core::time::OffsetDateTime;
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::id_token::{self, Expected, Person};
use crate::problem::{Problem, Reason, What};
use crate::sign_in::{SignIn, unless_cancelled};
use crate::token::Tokens;
use crate::vault::Kept;

/// An access token is renewed so long before its end: a change that has several steps should not meet it.
const EARLY: Duration = Duration::from_mins(5);

/// How somebody signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// With the system's browser.
    Browser,
    /// With a code on another device.
    DeviceCode,
    /// With the Azure CLI that was signed in already.
    AzureCli,
}

/// Whether a permission is granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// It is.
    Granted,
    /// It is not: a person, or an administrator, would have to consent.
    NotGranted,
    /// Microsoft did not say, for this reason.
    CannotTell(Problem),
}

/// Somebody who is signed in. A [`TokenCredential`] for the Graph of his cloud; cheap to clone, and all clones are one
/// session.
///
/// The access token is in memory only and is renewed five minutes before its end, once, however many ask for it at
/// the same time; a renewal that has begun is finished although whoever asked has gone, because its answer may hold
/// the only valid refresh token. An error of [`get_token`](TokenCredential::get_token) holds a [`Problem`], which
/// [`Problem::of`] finds; who sees only a later error asks [`Session::trouble`].
#[derive(Clone)]
pub struct Session {
    inner: Arc<Inner>,
}

struct Inner {
    sign_in: SignIn,
    way: Way,
    person: Person,
    state: Mutex<State>,
    /// Whoever holds it renews; the others wait for what comes of it.
    turn: tokio::sync::Mutex<()>,
    renewals: watch::Sender<u64>,
}

struct State {
    scopes: Vec<String>,
    refresh: Option<SecretString>,
    access: Access,
    trouble: Option<Problem>,
}

#[derive(Clone)]
struct Access {
    token: Secret,
    ends: OffsetDateTime,
    got: Instant,
    lives: Duration,
}

impl Access {
    fn new(token: Secret, lives: Duration) -> Self {
        Self { token, ends: OffsetDateTime::now_utc() + lives, got: Instant::now(), lives }
    }

    /// How much of its life is left. The wall clock may be set and the other stands still while a computer sleeps:
    /// whichever says less counts.
    fn left(&self) -> Duration {
        let by_wall = Duration::try_from(self.ends - OffsetDateTime::now_utc()).unwrap_or_default();
        by_wall.min(self.lives.saturating_sub(self.got.elapsed()))
    }

    fn shown(&self) -> AccessToken {
        AccessToken::new(self.token.clone(), self.ends)
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenant_id = self.tenant_id();
        f.debug_struct("Session")
            .field("way", &self.way())
            .field("tenant_id", &tenant_id)
            .finish_non_exhaustive()
    }
}

impl Session {
    /// `asked`: what to believe granted when the answer does not say.
    pub(crate) fn new(sign_in: SignIn, way: Way, person: Person, asked: &[String], tokens: Tokens) -> Self {
        let state = State {
            scopes: tokens.scopes.unwrap_or_else(|| asked.to_vec()),
            refresh: tokens.refresh,
            access: Access::new(tokens.access, tokens.lives),
            trouble: None,
        };
        let renewals = watch::Sender::new(0);
        let turn = tokio::sync::Mutex::new(());
        Self { inner: Arc::new(Inner { sign_in, way, person, state: Mutex::new(state), turn, renewals }) }
    }

    /// How he signed in.
    #[must_use]
    pub fn way(&self) -> Way {
        self.inner.way
    }

    /// The organisation's id.
    #[must_use]
    pub fn tenant_id(&self) -> &str {
        self.inner.sign_in.tenant_id()
    }

    /// The id of his account in this organisation (`oid`). By this, and by nothing else, is he recognised.
    #[must_use]
    pub fn user_id(&self) -> Option<String> {
        self.inner.person.id.clone()
    }

    /// His user name, to show.
    #[must_use]
    pub fn user_name(&self) -> Option<String> {
        self.inner.person.name.clone()
    }

    /// The permissions that are granted, by their bare names: `User.Read.All`.
    #[must_use]
    pub fn scopes(&self) -> Vec<String> {
        self.state().scopes.clone()
    }

    /// What the vault may keep, so that [`SignIn::resume`] can go on with it. None when no refresh token was given.
    #[must_use]
    pub fn kept(&self) -> Option<Kept> {
        let state = self.state();
        Some(Kept {
            way: self.inner.way,
            client_id: self.inner.sign_in.app(),
            tenant_id: self.tenant_id().to_owned(),
            user_name: self.user_name(),
            scopes: state.scopes.clone(),
            refresh_token: state.refresh.clone()?,
        })
    }

    /// Changes each time a newer refresh token came: then [`Session::kept`] is worth keeping again.
    #[must_use]
    pub fn on_renewed(&self) -> watch::Receiver<u64> {
        self.inner.renewals.subscribe()
    }

    /// Why the last attempt to get a token failed; none when it succeeded.
    #[must_use]
    pub fn trouble(&self) -> Option<Problem> {
        self.state().trouble.clone()
    }

    /// Whether one permission is granted: asks for a token with it, silently.
    pub async fn holds(&self, scope: &str, cancel: &CancellationToken) -> Held {
        if self.has(scope) {
            return Held::Granted;
        }
        let session = self.clone();
        let names = vec![scope.to_owned()];
        let asking = in_any_case(async move { session.ask(&names).await });
        match unless_cancelled(cancel, asking).await {
            Ok(Some(granted)) if !granted.iter().any(|name| name == scope) => Held::NotGranted,
            Ok(_) => Held::Granted,
            Err(problem) => match problem.reason() {
                Some(
                    Reason::ConsentMissing | Reason::AdminConsentNeeded | Reason::AdminConsentRequestable,
                ) => Held::NotGranted,
                _ => Held::CannotTell(problem),
            },
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.inner.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn has(&self, scope: &str) -> bool {
        self.state().scopes.iter().any(|held| held.eq_ignore_ascii_case(scope))
    }

    /// The token at hand, when it is good for all of these and for some time.
    fn at_hand(&self, names: &[String]) -> Option<AccessToken> {
        if !names.iter().all(|name| self.has(name)) {
            return None;
        }
        let access = self.state().access.clone();
        (access.left() > EARLY).then(|| access.shown())
    }

    async fn renewed(self, names: Vec<String>) -> Result<AccessToken, Problem> {
        let _turn = self.inner.turn.lock().await;
        if let Some(token) = self.at_hand(&names) {
            return Ok(token);
        }
        let mut wanted = self.scopes();
        wanted.extend(names.into_iter().filter(|name| !self.has(name)));
        match self.exchange(&wanted).await {
            Ok(tokens) => {
                let mut state = self.state();
                state.access = Access::new(tokens.access, tokens.lives);
                state.scopes = tokens.scopes.unwrap_or(wanted);
                state.trouble = None;
                Ok(state.access.shown())
            }
            Err(problem) => {
                let mut state = self.state();
                state.trouble = Some(problem.clone());
                // The Internet is away for a moment: what is left of the old token still serves.
                let passing = matches!(problem.what, What::Unanswered(_) | What::Refused(Reason::Busy));
                let serves =
                    wanted.iter().all(|name| state.scopes.contains(name)) && !state.access.left().is_zero();
                if passing && serves { Ok(state.access.shown()) } else { Err(problem) }
            }
        }
    }

    /// Asks for a token with these permissions and forgets it; what was granted, when the answer says so.
    async fn ask(self, names: &[String]) -> Result<Option<Vec<String>>, Problem> {
        let _turn = self.inner.turn.lock().await;
        Ok(self.exchange(names).await?.scopes)
    }

    /// One request with the refresh token. The newest one is kept: Entra ID leaves older ones valid, others do not
    /// (Microsoft identity platform: Refresh tokens; RFC 9700 section 4.14).
    async fn exchange(&self, names: &[String]) -> Result<Tokens, Problem> {
        let refresh = self.state().refresh.clone();
        let refresh = refresh.ok_or(What::Refused(Reason::SignInExpired))?;
        let sign_in = &self.inner.sign_in;
        let tokens = sign_in.refresh(&refresh, names).await?;
        if let Some(id) = &tokens.id {
            let person = sign_in.person(id, None)?;
            // OpenID Connect Core section 12.2: a renewed ID token is about the same person.
            if self.inner.person.id.is_some() && person.id != self.inner.person.id {
                return Err(What::OtherUser.into());
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
            match self.inner.sign_in.name_of(scope) {
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

impl SignIn {
    /// Whom an ID token of this organisation is about.
    pub(crate) fn person(
        &self,
        token: &SecretString,
        nonce: Option<&SecretString>,
    ) -> Result<Person, Problem> {
        let expected = Expected {
            issuer: &self.inner.endpoints.issuer,
            client_id: &self.client_id(),
            tenant_id: self.tenant_id(),
            nonce,
            now: Timestamp::now(),
        };
        id_token::read(token, &expected)
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
        if let Some(token) = self.at_hand(&names) {
            return Ok(token);
        }
        let renewal = in_any_case(self.clone().renewed(names)).await;
        renewal.map_err(|problem| azure_core::Error::new(ErrorKind::Credential, problem))
    }
}

/// Does it to the end, even when nobody waits any more.
async fn in_any_case<T: Send + 'static>(
    work: impl Future<Output = Result<T, Problem>> + Send + 'static,
) -> Result<T, Problem> {
    match tokio::spawn(work).await {
        Ok(result) => result,
        Err(_) => Err(What::NotUnderstood("the renewal broke off".to_owned()).into()),
    }
}

//! What the sign-in endpoints remember while they run: codes, tokens, sign-ins under way, consents, challenges.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::consent::Consents;
use super::pkce::CodeChallenge;
use super::plan::{Endpoint, PlannedRefusal};
use super::refusal::Refusal;
use super::scope::Scopes;
use super::session::AuthorizeSession;

/// About ten minutes, says "Microsoft identity platform and OAuth 2.0 authorization code flow".
pub(super) const CODE_LIFE: SignedDuration = SignedDuration::from_mins(10);
/// "Microsoft identity platform and the OAuth 2.0 device authorization grant flow": fifteen minutes from the request.
pub(super) const DEVICE_CODE_LIFE: SignedDuration = SignedDuration::from_mins(15);
/// The default of "Refresh tokens in the Microsoft identity platform": ninety days.
pub(super) const REFRESH_LIFE: SignedDuration = SignedDuration::from_hours(90 * 24);
/// How long a sign-in page can be left open.
pub(super) const SESSION_LIFE: SignedDuration = SignedDuration::from_mins(30);

/// All of it. It has no `Debug`: most of it is secret.
#[derive(Default)]
pub(super) struct GrantStore {
    pub(super) sessions: HashMap<String, AuthorizeSession>,
    pub(super) codes: HashMap<String, AuthorizationCode>,
    pub(super) devices: HashMap<String, DeviceCode>,
    pub(super) refresh_tokens: HashMap<String, RefreshToken>,
    pub(super) access_tokens: HashMap<String, AccessToken>,
    pub(super) consents: Consents,
    /// Claims that an account's tokens must have been asked with, since Graph challenged it.
    pub(super) claims_challenges: HashMap<String, ClaimsChallenge>,
    /// How many requests each planned refusal has matched.
    seen: Vec<u64>,
}

/// A sign-in for an app: what a code, a device code and a refresh token stand for.
#[derive(Clone)]
pub(super) struct Grant {
    pub(super) client_id: String,
    pub(super) user_id: String,
    pub(super) scopes: Scopes,
    pub(super) nonce: Option<String>,
    /// The claims that were asked for when somebody last went through the pages.
    pub(super) claims: Option<Value>,
    pub(super) signed_in: Timestamp,
}

/// An authorisation code.
pub(super) struct AuthorizationCode {
    pub(super) grant: Grant,
    pub(super) redirect_uri: String,
    pub(super) code_challenge: Option<CodeChallenge>,
    pub(super) issued: Timestamp,
    pub(super) redeemed: bool,
}

/// A device code.
pub(super) struct DeviceCode {
    pub(super) user_code: String,
    pub(super) client_id: String,
    pub(super) scopes: Scopes,
    pub(super) claims: Option<Value>,
    pub(super) issued: Timestamp,
    pub(super) polled: Option<Timestamp>,
    pub(super) interval: SignedDuration,
    pub(super) outcome: DeviceOutcome,
}

/// What became of a device code.
pub(super) enum DeviceOutcome {
    Waiting,
    Declined,
    Approved(Box<Grant>),
}

/// A refresh token. Using it does not use it up.
#[derive(Clone)]
pub(super) struct RefreshToken {
    pub(super) grant: Grant,
    pub(super) issued: Timestamp,
}

/// An access token.
pub(super) struct AccessToken {
    pub(super) user_id: String,
    pub(super) scopes: Vec<&'static str>,
    pub(super) claims: Option<Value>,
    pub(super) expires: Timestamp,
    pub(super) for_graph: bool,
}

/// What Graph asks of an account's tokens, and since when.
pub(super) struct ClaimsChallenge {
    pub(super) claims: Value,
    pub(super) since: Timestamp,
}

impl GrantStore {
    /// Counts this request for every planned refusal it matches, and refuses with the first one whose turn it is.
    pub(super) fn check_planned(
        &mut self,
        planned: &[PlannedRefusal],
        at: Endpoint,
        grant: &str,
    ) -> Result<(), Refusal> {
        self.seen.resize(planned.len(), 0);
        let mut due = Ok(());
        for (one, seen) in planned.iter().zip(&mut self.seen) {
            if one.at != at || one.grant.as_deref().is_some_and(|only| only != grant) {
                continue;
            }
            *seen += 1;
            if due.is_ok() && one.nth.is_none_or(|nth| nth == *seen) {
                due = Err(one.refusal());
            }
        }
        due
    }

    /// Throws away what nobody can use any more.
    pub(super) fn remove_expired(&mut self, now: Timestamp) {
        // Kept a day longer than they live, so that a late comer hears "expired" and not "unknown".
        let late = |issued: Timestamp, life: SignedDuration| {
            now.duration_since(issued) > life + SignedDuration::from_hours(24)
        };
        self.sessions.retain(|_, session| !late(session.started, SESSION_LIFE));
        self.codes.retain(|_, code| !late(code.issued, CODE_LIFE));
        self.devices.retain(|_, device| !late(device.issued, DEVICE_CODE_LIFE));
        self.refresh_tokens.retain(|_, token| !late(token.issued, REFRESH_LIFE));
        self.access_tokens.retain(|_, token| !late(token.expires, SignedDuration::ZERO));
    }

    /// Whether a token asked for with these claims answers the challenge this account was given, if any.
    pub(super) fn satisfies_challenge(&self, user_id: &str, claims: Option<&Value>) -> bool {
        self.claims_challenges.get(user_id).is_none_or(|challenge| satisfies(claims, &challenge.claims))
    }
}

/// Whether every claim that is wanted in the access token was asked for with the same value. The capabilities a
/// client declares (`xms_cc`) are no claim about a person.
pub(super) fn satisfies(asked: Option<&Value>, wanted: &Value) -> bool {
    let wanted = wanted.get("access_token").and_then(Value::as_object);
    wanted.into_iter().flatten().filter(|(name, _)| *name != "xms_cc").all(|(name, wanted)| {
        let has = asked.and_then(|asked| asked.get("access_token")).and_then(|token| token.get(name));
        has.is_some_and(|has| {
            ["value", "values"].iter().all(|part| wanted.get(part).is_none_or(|it| has.get(part) == Some(it)))
        })
    })
}

impl PlannedRefusal {
    fn refusal(&self) -> Refusal {
        let mut refusal = Refusal::new(&self.error, self.aadsts, self.text.clone());
        refusal.suberror.clone_from(&self.suberror);
        refusal.claims = self.claims.clone().map(Box::new);
        refusal.page = self.page;
        refusal
    }
}

//! What the sign-in endpoints remember while they run: codes, tokens, sign-ins under way, consents, challenges.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::consent::Consents;
use super::plan::{Place, PlannedRefusal};
use super::refusal::Refused;
use super::scope::Scopes;
use super::visit::Visit;

/// "Authorization codes are short lived. Typically, they expire after about 10 minutes."
pub(super) const CODE_LIFE: SignedDuration = SignedDuration::from_mins(10);
/// "From the moment the request is sent, the user has 15 minutes to sign in."
pub(super) const DEVICE_CODE_LIFE: SignedDuration = SignedDuration::from_mins(15);
/// "The default lifetime for the refresh tokens is […] 90 days" (refresh-tokens).
pub(super) const REFRESH_LIFE: SignedDuration = SignedDuration::from_hours(90 * 24);
/// How long a sign-in page can be left open.
pub(super) const VISIT_LIFE: SignedDuration = SignedDuration::from_mins(30);

/// All of it. It has no `Debug`: most of it is secret.
#[derive(Default)]
pub(super) struct Book {
    pub(super) visits: HashMap<String, Visit>,
    pub(super) codes: HashMap<String, Code>,
    pub(super) devices: HashMap<String, Device>,
    pub(super) refresh: HashMap<String, Refresh>,
    pub(super) access: HashMap<String, Access>,
    pub(super) consents: Consents,
    /// Claims that a person's tokens must have been asked with, since Graph challenged him.
    pub(super) challenges: HashMap<String, Challenge>,
    seen: Vec<u64>,
}

/// A person's sign-in for an app: what a code, a device code and a refresh token stand for.
#[derive(Clone)]
pub(super) struct Grant {
    pub(super) client_id: String,
    pub(super) user_id: String,
    pub(super) scopes: Scopes,
    pub(super) nonce: Option<String>,
    /// The claims that were asked for when the person last was there himself.
    pub(super) claims: Option<Value>,
    pub(super) signed_in: Timestamp,
}

/// An authorisation code.
pub(super) struct Code {
    pub(super) grant: Grant,
    pub(super) redirect_uri: String,
    pub(super) challenge: Option<(Method, String)>,
    pub(super) issued: Timestamp,
    pub(super) redeemed: bool,
}

/// How a code challenge is made of its verifier (RFC 7636).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    S256,
    Plain,
}

/// A device code.
pub(super) struct Device {
    pub(super) user_code: String,
    pub(super) client_id: String,
    pub(super) scopes: Scopes,
    pub(super) claims: Option<Value>,
    pub(super) issued: Timestamp,
    pub(super) polled: Option<Timestamp>,
    pub(super) interval: SignedDuration,
    pub(super) outcome: Outcome,
}

/// What became of a device code.
pub(super) enum Outcome {
    Waiting,
    Declined,
    Approved(Box<Grant>),
}

/// A refresh token. Using it does not use it up.
#[derive(Clone)]
pub(super) struct Refresh {
    pub(super) grant: Grant,
    pub(super) issued: Timestamp,
}

/// An access token.
pub(super) struct Access {
    pub(super) user_id: String,
    pub(super) scopes: Vec<&'static str>,
    pub(super) claims: Option<Value>,
    pub(super) expires: Timestamp,
    pub(super) for_graph: bool,
}

/// What Graph asks of a person's tokens, and since when.
pub(super) struct Challenge {
    pub(super) claims: Value,
    pub(super) since: Timestamp,
}

impl Book {
    /// Counts this request for every planned refusal it matches, and gives the first one whose turn it is.
    pub(super) fn strike(
        &mut self,
        planned: &[PlannedRefusal],
        at: Place,
        grant: &str,
    ) -> Result<(), Refused> {
        self.seen.resize(planned.len(), 0);
        let mut struck = Ok(());
        for (one, seen) in planned.iter().zip(&mut self.seen) {
            if one.at != at || one.grant.as_deref().is_some_and(|only| only != grant) {
                continue;
            }
            *seen += 1;
            if struck.is_ok() && one.nth.is_none_or(|nth| nth == *seen) {
                struck = Err(one.refused());
            }
        }
        struck
    }

    /// Throws away what nobody can use any more.
    pub(super) fn tidy(&mut self, now: Timestamp) {
        // Kept a day longer than they live, so that a late comer hears "expired" and not "unknown".
        let late = |issued: Timestamp, life: SignedDuration| {
            now.duration_since(issued) > life + SignedDuration::from_hours(24)
        };
        self.visits.retain(|_, visit| !late(visit.begun, VISIT_LIFE));
        self.codes.retain(|_, code| !late(code.issued, CODE_LIFE));
        self.devices.retain(|_, device| !late(device.issued, DEVICE_CODE_LIFE));
        self.refresh.retain(|_, refresh| !late(refresh.issued, REFRESH_LIFE));
        self.access.retain(|_, access| !late(access.expires, SignedDuration::ZERO));
    }

    /// Whether a token asked for with these claims answers the challenge this person was given, if any.
    pub(super) fn answers_challenge(&self, user_id: &str, claims: Option<&Value>) -> bool {
        self.challenges.get(user_id).is_none_or(|challenge| answers(claims, &challenge.claims))
    }
}

/// Whether every claim that is wanted in the access token was asked for with the same value. The capabilities a
/// client declares (`xms_cc`) are no claim about the person.
pub(super) fn answers(asked: Option<&Value>, wanted: &Value) -> bool {
    let wanted = wanted.get("access_token").and_then(Value::as_object);
    wanted.into_iter().flatten().filter(|(name, _)| *name != "xms_cc").all(|(name, wanted)| {
        let has = asked.and_then(|asked| asked.get("access_token")).and_then(|token| token.get(name));
        has.is_some_and(|has| {
            ["value", "values"].iter().all(|part| wanted.get(part).is_none_or(|it| has.get(part) == Some(it)))
        })
    })
}

impl PlannedRefusal {
    fn refused(&self) -> Refused {
        let mut refused = Refused::new(&self.error, self.aadsts, self.text.clone());
        refused.suberror.clone_from(&self.suberror);
        refused.claims = self.claims.clone().map(Box::new);
        refused.page = self.page;
        refused
    }
}

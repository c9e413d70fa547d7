//! Who signed in.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use internet::{Obstacle, Stage, Unanswered};
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use subtle::ConstantTimeEq;

use crate::problem::{Problem, What};

/// How far two clocks may be apart, in seconds.
const LEEWAY: i64 = 5 * 60;

/// Whoever signed in, as Entra ID names him.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Person {
    /// `oid`: the id of his account in this organisation.
    pub(crate) id: Option<String>,
    /// `preferred_username`: to show, never to decide by.
    pub(crate) name: Option<String>,
}

/// What an ID token must say to be the answer to our question.
pub(crate) struct Expected<'a> {
    pub(crate) issuer: &'a str,
    pub(crate) client_id: &'a str,
    pub(crate) tenant_id: &'a str,
    /// Of this very sign-in; none when a token was renewed.
    pub(crate) nonce: Option<&'a SecretString>,
    pub(crate) now: Timestamp,
}

#[derive(Deserialize)]
struct Claims {
    iss: String,
    aud: Audience,
    exp: i64,
    iat: Option<i64>,
    nonce: Option<String>,
    tid: Option<String>,
    oid: Option<String>,
    preferred_username: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

/// Reads an ID token that came straight from the token endpoint over TLS: then the TLS server's identity stands for
/// the signature (OpenID Connect Core 1.0, section 3.1.3.7, rule 6), and every other rule of that section is held.
pub(crate) fn read(token: &SecretString, expected: &Expected<'_>) -> Result<Person, Problem> {
    let claims =
        claims(token.expose_secret()).ok_or_else(|| What::NotUnderstood("the ID token".to_owned()))?;
    let untrusted = |what| Err(What::Untrusted(what).into());
    if claims.iss != expected.issuer {
        return untrusted("issuer");
    }
    // Another organisation than the issuer's would be a contradiction inside the token.
    if let Some(tenant) = claims.tid.filter(|tenant| !tenant.eq_ignore_ascii_case(expected.tenant_id)) {
        let expected = expected.tenant_id.to_owned();
        return Err(What::OtherTenant { expected, found: tenant }.into());
    }
    let for_us = match &claims.aud {
        Audience::One(audience) => audience == expected.client_id,
        Audience::Several(audiences) => matches!(audiences.as_slice(), [one] if one == expected.client_id),
    };
    if !for_us {
        return untrusted("audience");
    }
    if let Some(nonce) = expected.nonce {
        let found = claims.nonce.unwrap_or_default();
        if !bool::from(found.as_bytes().ct_eq(nonce.expose_secret().as_bytes())) {
            return untrusted("nonce");
        }
    }
    in_time(claims.exp, claims.iat, expected.now)?;
    Ok(Person { id: claims.oid, name: claims.preferred_username })
}

/// A token that was made this moment and has run out by our clock shows that our clock is wrong.
fn in_time(exp: i64, iat: Option<i64>, now: Timestamp) -> Result<(), Problem> {
    let now = now.as_second();
    if now <= exp.saturating_add(LEEWAY) {
        return Ok(());
    }
    match iat {
        Some(iat) if iat < exp => {
            let obstacle = Some(Obstacle::WrongClock { minutes: now.saturating_sub(iat) / 60 });
            let why = "a token made this moment has run out by this clock".to_owned();
            Err(Unanswered { stage: Stage::Lost, obstacle, why }.into())
        }
        _ => Err(What::Untrusted("expiry").into()),
    }
}

fn claims(token: &str) -> Option<Claims> {
    let mut parts = token.split('.');
    let (_header, body, _signature) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(body.trim_end_matches('=')).ok()?).ok()
}

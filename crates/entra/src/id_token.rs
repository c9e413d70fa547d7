//! Who signed in.

use internet::{Obstacle, Stage, Unanswered};
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use subtle::ConstantTimeEq;
use uuid::Uuid;

use crate::error::{SignInError, SignInErrorKind};
use crate::jwt;

/// How far two clocks may be apart, in seconds.
const LEEWAY: i64 = 5 * 60;

/// The account somebody signed in with, as Entra ID names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Account {
    /// `oid`: its id in this organisation.
    pub(crate) id: Option<String>,
    /// `preferred_username`: to show, never to decide by.
    pub(crate) user_name: Option<String>,
}

/// Verifies the ID tokens of one application in one organisation.
pub(crate) struct Verifier {
    /// Letter by letter, as the discovery document has it.
    pub(crate) issuer: String,
    pub(crate) client_id: Uuid,
    pub(crate) tenant_id: String,
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

impl Verifier {
    /// Reads an ID token that came straight from the token endpoint over TLS: then the TLS server's identity stands
    /// for the signature (OpenID Connect Core 1.0, section 3.1.3.7, rule 6), and every other rule of that section is
    /// held. `nonce` is that of this very sign-in; none when a token was renewed.
    pub(crate) fn verify(
        &self,
        token: &SecretString,
        nonce: Option<&SecretString>,
    ) -> Result<Account, SignInError> {
        let claims: Claims = jwt::payload(token.expose_secret())
            .ok_or_else(|| SignInErrorKind::NotUnderstood("the ID token".to_owned()))?;
        let untrusted = |what| Err(SignInErrorKind::Untrusted(what).into());
        if claims.iss != self.issuer {
            return untrusted("issuer");
        }
        // Another organisation than the issuer's would be a contradiction inside the token.
        if let Some(tenant) = claims.tid.filter(|tenant| !tenant.eq_ignore_ascii_case(&self.tenant_id)) {
            let expected = self.tenant_id.clone();
            // It is shown: so only where it is the id of a tenant.
            let Some(found) = evidence::id(&tenant) else { return untrusted("issuer") };
            return Err(SignInErrorKind::OtherTenant { expected, found }.into());
        }
        let client_id = self.client_id.to_string();
        let for_us = match &claims.aud {
            Audience::One(audience) => *audience == client_id,
            Audience::Several(audiences) => matches!(audiences.as_slice(), [one] if *one == client_id),
        };
        if !for_us {
            return untrusted("audience");
        }
        if let Some(nonce) = nonce {
            let found = claims.nonce.unwrap_or_default();
            if !bool::from(found.as_bytes().ct_eq(nonce.expose_secret().as_bytes())) {
                return untrusted("nonce");
            }
        }
        in_time(claims.exp, claims.iat, Timestamp::now())?;
        let user_name = claims.preferred_username.filter(|name| is_user_name(name));
        Ok(Account { id: claims.oid, user_name })
    }
}

/// Whether it can be shown as one: an address has at most so many characters (RFC 3696, erratum 1690), and all of
/// them are seen.
fn is_user_name(text: &str) -> bool {
    text.chars().count() <= 320 && !text.chars().any(plain_text::misleads)
}

/// A token that was made this moment and has run out by our clock shows that our clock is wrong.
fn in_time(exp: i64, iat: Option<i64>, now: Timestamp) -> Result<(), SignInError> {
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
        _ => Err(SignInErrorKind::Untrusted("expiry").into()),
    }
}

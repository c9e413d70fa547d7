//! The signing key of this run, and random names.

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::encoding::AsDer as _;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_SHA256};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

/// Signs tokens (RS256). Made anew at each start, so that a client cannot rely on yesterday's.
pub(super) struct SigningKey {
    pair: KeyPair,
    id: String,
}

impl SigningKey {
    pub(super) fn new() -> Result<Self, aws_lc_rs::error::Unspecified> {
        let pair = KeyPair::generate(KeySize::Rsa2048)?;
        let id = base64url(digest(&SHA256, pair.public_key().as_der()?.as_ref()).as_ref());
        Ok(Self { pair, id })
    }

    /// A signed token with these claims.
    pub(super) fn sign(&self, claims: &Value) -> Result<String, aws_lc_rs::error::Unspecified> {
        let header = json!({ "typ": "JWT", "alg": "RS256", "kid": self.id });
        let text = format!("{}.{}", base64url(header.to_string()), base64url(claims.to_string()));
        let mut signature = vec![0; self.pair.public_modulus_len()];
        self.pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text.as_bytes(), &mut signature)?;
        Ok(format!("{text}.{}", base64url(signature)))
    }

    /// The public half, as `discovery/v2.0/keys` shows it (RFC 7517).
    pub(super) fn public(&self, issuer: &str) -> Value {
        let key = self.pair.public_key();
        json!({ "keys": [{
            "kty": "RSA",
            "use": "sig",
            "kid": self.id,
            "n": base64url(key.modulus().big_endian_without_leading_zero()),
            "e": base64url(key.exponent().big_endian_without_leading_zero()),
            "issuer": issuer,
        }] })
    }
}

pub(super) fn base64url(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub(super) fn sha256(text: &str) -> String {
    base64url(digest(&SHA256, text.as_bytes()))
}

/// A text that cannot be guessed.
pub(super) fn secret() -> Result<String, aws_lc_rs::error::Unspecified> {
    let mut bytes = [0; 32];
    aws_lc_rs::rand::fill(&mut bytes)?;
    Ok(base64url(bytes))
}

/// What a person types: nine letters and digits, none of which looks like another.
pub(super) fn user_code() -> Result<String, aws_lc_rs::error::Unspecified> {
    const LETTERS: &[u8] = b"BCDFGHJKLMNPQRSTVWXYZ23456789";
    let mut bytes = [0; 9];
    aws_lc_rs::rand::fill(&mut bytes)?;
    Ok(bytes.iter().map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()])).collect())
}

/// A number from `low` up to and including `high`.
pub(super) fn between(low: i64, high: i64) -> Result<i64, aws_lc_rs::error::Unspecified> {
    let mut bytes = [0; 4];
    aws_lc_rs::rand::fill(&mut bytes)?;
    Ok(low + i64::from(u32::from_be_bytes(bytes)) % (high - low + 1))
}

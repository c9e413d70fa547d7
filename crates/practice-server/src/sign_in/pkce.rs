//! PKCE: the code challenge of an authorize request, and the verifier that answers it. Source: RFC 7636.

use aws_lc_rs::constant_time::verify_slices_are_equal;

use super::keys::sha256;
use super::refusal::Refusal;

/// A code challenge.
#[derive(Debug, Clone)]
pub(super) struct CodeChallenge {
    method: ChallengeMethod,
    value: String,
}

/// How a code challenge is made of its verifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ChallengeMethod {
    S256,
    Plain,
}

impl CodeChallenge {
    /// Reads `code_challenge` and `code_challenge_method`. A challenge without a method is the verifier itself ("Microsoft
    /// identity platform and OAuth 2.0 authorization code flow", "Request an authorization code"; RFC 7636, 4.3).
    pub(super) fn read(challenge: Option<&str>, method: Option<&str>) -> Result<Option<Self>, Refusal> {
        let wrong_size =
            || Refusal::new("invalid_request", 501_491, "Invalid size of Code_Challenge parameter.");
        let method = match method {
            Some("S256") => ChallengeMethod::S256,
            None if challenge.is_none() => return Ok(None),
            Some("plain") | None => ChallengeMethod::Plain,
            Some(_) => {
                let text = "The parameter 'code_challenge_method' is empty or not valid.";
                return Err(Refusal::new("invalid_request", 90100, text));
            }
        };
        let value = challenge.ok_or_else(wrong_size)?;
        // RFC 7636, 4.2: 43 to 128 letters; a SHA-256 is exactly 43.
        let fits = match method {
            ChallengeMethod::S256 => value.len() == 43,
            ChallengeMethod::Plain => (43..=128).contains(&value.len()),
        };
        if fits { Ok(Some(Self { method, value: value.to_owned() })) } else { Err(wrong_size()) }
    }

    /// Whether this is the verifier that the challenge was made of. Without one there is no token: a challenge in the
    /// authorize request must be answered in the token request (RFC 7636, 4.6).
    pub(super) fn verify(&self, verifier: Option<&str>) -> Result<(), Refusal> {
        let made = verifier.map(|verifier| match self.method {
            ChallengeMethod::S256 => sha256(verifier),
            ChallengeMethod::Plain => verifier.to_owned(),
        });
        match made {
            Some(made) if verify_slices_are_equal(made.as_bytes(), self.value.as_bytes()).is_ok() => Ok(()),
            _ => {
                let text = "The Code_Verifier does not match the code_challenge supplied in the authorization request.";
                Err(Refusal::new("invalid_grant", 501_481, text))
            }
        }
    }
}

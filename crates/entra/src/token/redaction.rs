//! Keeping the secrets of a request out of the error response to it.

use std::borrow::Cow;

use bytes::Bytes;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use secrecy::{ExposeSecret, SecretString};
use url::form_urlencoded;

/// The parameters of a token request that open something (RFC 6749, RFC 7636, RFC 8628).
const SECRET: [&str; 4] = ["code", "code_verifier", "refresh_token", "device_code"];

/// The secrets of one request.
pub(super) struct Secrets(Vec<SecretString>);

impl Secrets {
    /// Reads a form.
    pub(super) fn of(form: &[u8]) -> Self {
        let secret = |(name, value): (Cow<'_, str>, Cow<'_, str>)| {
            (SECRET.contains(&&*name) && !value.is_empty()).then(|| SecretString::from(value.into_owned()))
        };
        Self(form_urlencoded::parse(form).filter_map(secret).collect())
    }

    /// Takes them out of an error response. Microsoft never repeats the question in its words; a server that does must
    /// not get them shown, quoted and sent to whoever helps.
    pub(super) fn redact(&self, body: &mut Bytes) {
        let Ok(text) = std::str::from_utf8(body) else { return };
        let mut redacted = Cow::Borrowed(text);
        for secret in &self.0 {
            let secret = secret.expose_secret();
            let in_json = serde_json::to_string(secret).unwrap_or_default();
            let in_json = in_json.trim_matches('"');
            let encoded = utf8_percent_encode(secret, NON_ALPHANUMERIC).to_string();
            for form in [secret, in_json, &in_json.replace('/', "\\/"), &encoded] {
                if !form.is_empty() && redacted.contains(form) {
                    redacted = Cow::Owned(redacted.replace(form, "(struck out)"));
                }
            }
        }
        if let Cow::Owned(redacted) = redacted {
            *body = Bytes::from(redacted);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_that_repeats_the_question_repeats_none_of_its_secrets() {
        let secrets = Secrets::of(
            b"client_id=app&code=0.AX%2Fy%2Bz&code_verifier=v3r1f13r&refresh_token=&scope=openid",
        );
        for told in ["0.AX/y+z", "0.AX\\/y+z", "0%2EAX%2Fy%2Bz", "v3r1f13r"] {
            let mut body =
                Bytes::from(format!("{{ \"error_description\": \"{told} of app is not valid\" }}"));
            secrets.redact(&mut body);
            let body = String::from_utf8(body.to_vec()).unwrap();
            assert!(!body.contains(told) && body.contains("of app is not valid"), "{body}");
        }
    }
}

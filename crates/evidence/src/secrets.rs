//! Taking our secrets out of what somebody else says.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use memchr::memmem;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;

/// What stands where a secret stood.
pub const STRUCK: &str = "(struck out)";

/// What is shorter is no secret, and may be part of any word.
const SHORTEST: usize = 8;
/// A part of a token, between two dots, that is shorter says nothing by itself.
const SHORTEST_PART: usize = 20;
/// What a form leaves as it is (WHATWG URL: application/x-www-form-urlencoded percent-encode set).
const FORM: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'*');

/// What a request carries and nobody else is to see. Cheap to clone.
#[derive(Clone, Default)]
pub struct Secrets(Arc<[SecretString]>);

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Secrets").finish_non_exhaustive()
    }
}

impl Secrets {
    /// These secrets, in every spelling a server may repeat them in; of a token with dots each part too, because the
    /// middle one of a JSON Web Token names a person.
    pub fn new(secrets: impl IntoIterator<Item = String>) -> Self {
        let mut all: Vec<String> = Vec::new();
        for secret in secrets.into_iter().filter(|secret| secret.len() >= SHORTEST) {
            all.extend(secret.split('.').filter(|part| part.len() >= SHORTEST_PART).map(str::to_owned));
            all.push(secret);
        }
        let mut spelt: Vec<String> = all.iter().flat_map(|secret| spellings(secret)).collect();
        // The longest first: a part that is struck would hide the whole.
        spelt.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        spelt.dedup();
        Self(spelt.into_iter().map(SecretString::from).collect())
    }

    /// The text without them.
    #[must_use]
    pub fn strike<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut struck = Cow::Borrowed(text);
        for secret in self.0.iter().map(ExposeSecret::expose_secret) {
            if holds(&struck, secret) {
                struck = Cow::Owned(struck.replace(secret, STRUCK));
            }
        }
        struck
    }

    /// Whether a text holds one of them.
    #[must_use]
    pub fn stand_in(&self, text: &str) -> bool {
        self.0.iter().any(|secret| holds(text, secret.expose_secret()))
    }

    /// Whether JSON holds one of them, however it is written.
    #[must_use]
    pub fn stand_in_json(&self, text: &str) -> bool {
        self.stand_in(text)
            || serde_json::from_str::<Value>(text).is_ok_and(|mut value| self.strike_value(&mut value))
    }

    /// A body without them. Where JSON writes ASCII in escapes it is read, struck and written anew: no spelling of JSON
    /// hides what it says.
    #[must_use]
    pub fn strike_json(&self, body: Bytes) -> Bytes {
        let Ok(text) = std::str::from_utf8(&body) else { return body };
        let hidden = !self.0.is_empty() && holds(text, "\\u00");
        if hidden
            && let Ok(mut value) = serde_json::from_str::<Value>(text)
            && self.strike_value(&mut value)
        {
            return Bytes::from(self.strike(&value.to_string()).into_owned());
        }
        match self.strike(text) {
            Cow::Borrowed(_) => body,
            Cow::Owned(struck) => Bytes::from(struck),
        }
    }

    /// Whether something was struck.
    fn strike_value(&self, value: &mut Value) -> bool {
        match value {
            Value::String(text) => {
                // Claims are JSON inside a text of JSON.
                if text.contains("\\u00")
                    && let Ok(mut inner) = serde_json::from_str::<Value>(text)
                    && self.strike_value(&mut inner)
                {
                    *text = inner.to_string();
                    return true;
                }
                let Cow::Owned(struck) = self.strike(text) else { return false };
                *text = struck;
                true
            }
            // Each of them, and not only up to the first.
            Value::Array(items) => {
                items.iter_mut().map(|item| self.strike_value(item)).filter(|struck| *struck).count() > 0
            }
            Value::Object(fields) => {
                // A name can hold one as well.
                let named = fields.keys().any(|name| self.stand_in(name));
                if named {
                    let renamed = std::mem::take(fields).into_iter();
                    fields.extend(renamed.map(|(name, value)| (self.strike(&name).into_owned(), value)));
                }
                let values = fields.iter_mut().map(|(_, field)| self.strike_value(field));
                values.filter(|struck| *struck).count() > 0 || named
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => false,
        }
    }
}

/// Every answer is gone through, of a long list each page: several times as quick as the standard library's search.
fn holds(text: &str, what: &str) -> bool {
    memmem::find(text.as_bytes(), what.as_bytes()).is_some()
}

/// As it is, in JSON with and without escaped slashes, and in a query or a form.
fn spellings(secret: &str) -> [String; 6] {
    let in_json = serde_json::to_string(secret).unwrap_or_default();
    let in_json = in_json.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(secret);
    let encoded = |set| utf8_percent_encode(secret, set).to_string();
    [
        secret.to_owned(),
        in_json.to_owned(),
        in_json.replace('/', "\\/"),
        encoded(NON_ALPHANUMERIC),
        encoded(FORM),
        encoded(FORM).replace("%20", "+"),
    ]
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const TOKEN: &str = "0.AX/y+z.eyJvaWQiOiJqYW4iLCJ1cG4iOiJqYW4ifQ.c2ln";

    fn secrets() -> Secrets {
        Secrets::new([TOKEN.to_owned(), "v3r1f13r".to_owned(), "short".to_owned()])
    }

    #[test]
    fn a_refusal_that_repeats_the_question_repeats_none_of_its_secrets() {
        for told in [
            TOKEN,
            "0.AX\\/y+z.eyJvaWQiOiJqYW4iLCJ1cG4iOiJqYW4ifQ.c2ln",
            "0%2EAX%2Fy%2Bz%2EeyJvaWQiOiJqYW4iLCJ1cG4iOiJqYW4ifQ%2Ec2ln",
            "0.AX%2Fy%2Bz.eyJvaWQiOiJqYW4iLCJ1cG4iOiJqYW4ifQ.c2ln",
            "eyJvaWQiOiJqYW4iLCJ1cG4iOiJqYW4ifQ",
            "v3r1f13r",
        ] {
            let said = format!("{told} of this app is not valid");
            let struck = secrets().strike(&said).into_owned();
            assert!(!struck.contains(told) && struck.ends_with("of this app is not valid"), "{struck}");
            let body = secrets().strike_json(Bytes::from(format!("{{\"message\":\"{said}\"}}")));
            assert!(!String::from_utf8_lossy(&body).contains(told), "{body:?}");
        }
    }

    #[test]
    fn no_escape_of_json_hides_a_secret_neither_in_a_value_nor_in_a_name() {
        let escaped: String = TOKEN
            .chars()
            .flat_map(|c| format!("\\u{:04x}", u32::from(c)).into_bytes())
            .map(char::from)
            .collect();
        for body in [
            format!("{{\"error\":{{\"message\":\"Bearer {escaped}.\"}}}}"),
            format!("{{\"{escaped}\":1}}"),
            format!("[\"{escaped}\"]"),
            json!({ "claims": format!("{{\"access_token\":\"{escaped}\"}}") }).to_string(),
        ] {
            let struck = secrets().strike_json(Bytes::from(body));
            let read: Value = serde_json::from_slice(&struck).unwrap();
            assert!(!read.to_string().contains("AX/y+z") && !read.to_string().contains("\\u00"), "{read}");
            assert!(read.to_string().contains(STRUCK), "{read}");
        }
    }

    #[test]
    fn what_holds_no_secret_stays_byte_for_byte() {
        for body in ["{ \"a\" : \"\\u0027short\\u0027\" }", "", "not json \\u0041", "{\"a\":"] {
            assert_eq!(secrets().strike_json(Bytes::from(body)), body);
        }
        assert_eq!(secrets().strike_json(Bytes::from_static(b"\xff\xfe")), &b"\xff\xfe"[..]);
        assert_eq!(Secrets::default().strike("anything"), "anything");
    }

    #[test]
    fn secrets_do_not_show_when_printed() {
        assert_eq!(format!("{:?}", secrets()), "Secrets { .. }");
    }
}

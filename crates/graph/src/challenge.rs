//! Claims challenges: "this token is not enough, sign in once more and prove this".
//!
//! Microsoft identity platform, "Claims challenges, claims requests and client capabilities" and "How to use
//! Continuous Access Evaluation enabled APIs in your applications": the answer carries
//! `WWW-Authenticate: Bearer …, error="insufficient_claims", claims="<base64>"`. The header is read as RFC 9110
//! section 11.6.1 writes it: several challenges may share one line, and a comma inside quotes separates nothing.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use evidence::Secrets;
use serde_json::{Map, Value};

/// A challenge is some hundred bytes. What is far beyond that is not kept, and not sent on.
const LARGEST: usize = 16 * 1024;

/// What must be proved, as JSON text, if one of these `WWW-Authenticate` lines says so.
///
/// One that holds a secret of ours is none: what must be proved is sent on, into an address that a browser opens.
pub(crate) fn claims<'h>(lines: impl Iterator<Item = &'h str>, secrets: &Secrets) -> Option<String> {
    let claims = of_lines(lines)?;
    (!secrets.stand_in_json(&claims)).then_some(claims)
}

fn of_lines<'h>(lines: impl Iterator<Item = &'h str>) -> Option<String> {
    lines.flat_map(challenges).find_map(|challenge| {
        let insufficient = challenge.parameter("error") == Some("insufficient_claims");
        (insufficient && challenge.scheme.eq_ignore_ascii_case("bearer"))
            .then(|| decoded(challenge.parameter("claims")?))
            .flatten()
    })
}

/// Base64 of either alphabet, padded or not; a JSON object of a sane size.
fn decoded(claims: &str) -> Option<String> {
    if claims.len() > LARGEST {
        return None;
    }
    let plain = claims.trim().trim_end_matches('=').replace('-', "+").replace('_', "/");
    let text = String::from_utf8(STANDARD_NO_PAD.decode(plain).ok()?).ok()?;
    serde_json::from_str::<Map<String, Value>>(&text).ok()?;
    Some(text)
}

struct Challenge {
    scheme: String,
    parameters: Vec<(String, String)>,
}

impl Challenge {
    /// A parameter's value. A name that stands there twice says nothing: which one is meant?
    fn parameter(&self, name: &str) -> Option<&str> {
        let mut found = self.parameters.iter().filter(|(key, _)| key.eq_ignore_ascii_case(name));
        match (found.next(), found.next()) {
            (Some((_, value)), None) => Some(value),
            _ => None,
        }
    }
}

fn challenges(line: &str) -> Vec<Challenge> {
    let mut challenges: Vec<Challenge> = Vec::new();
    for piece in pieces(line) {
        let (first, behind) = token(piece);
        // `name=value` belongs to the challenge before it; a word alone, or before a space, begins the next one.
        let parameter = if behind.trim_start().starts_with('=') {
            Some(piece)
        } else {
            challenges.push(Challenge { scheme: first.to_owned(), parameters: Vec::new() });
            Some(behind.trim()).filter(|rest| !rest.is_empty())
        };
        if let Some(((name, value), challenge)) = parameter.and_then(read).zip(challenges.last_mut()) {
            challenge.parameters.push((name, value));
        }
    }
    challenges
}

/// The line between its commas, those inside quotes left alone.
fn pieces(line: &str) -> impl Iterator<Item = &str> {
    let (mut quoted, mut escaped) = (false, false);
    let between = line.split(move |c| match c {
        _ if escaped => {
            escaped = false;
            false
        }
        '\\' if quoted => {
            escaped = true;
            false
        }
        '"' => {
            quoted = !quoted;
            false
        }
        c => c == ',' && !quoted,
    });
    between.map(str::trim).filter(|piece| !piece.is_empty())
}

/// The leading token (RFC 9110 section 5.6.2) and what stands behind it.
fn token(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c)));
    text.split_at(end.unwrap_or(text.len()))
}

/// `name = value`, the value as it is or in quotes.
fn read(parameter: &str) -> Option<(String, String)> {
    let (name, behind) = token(parameter);
    let value = behind.trim_start().strip_prefix('=')?.trim();
    let value = match value.strip_prefix('"') {
        None => value.to_owned(),
        Some(quoted) => {
            let mut value = String::new();
            let mut letters = quoted.chars();
            loop {
                match letters.next()? {
                    '"' => break,
                    '\\' => value.push(letters.next()?),
                    letter => value.push(letter),
                }
            }
            value
        }
    };
    (!name.is_empty()).then(|| (name.to_owned(), value))
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
    use proptest::prelude::*;

    use super::*;

    const PROOF: &str = r#"{"access_token":{"nbf":{"essential":true, "value":"1604106651"}}}"#;

    fn of(line: &str) -> Option<String> {
        claims(std::iter::once(line), &Secrets::default())
    }

    #[test]
    fn the_challenge_of_microsofts_own_page_is_read() {
        let line = "Bearer authorization_uri=\"https://login.windows.net/common/oauth2/authorize\", \
                    error=\"insufficient_claims\", \
                    claims=\"eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwgInZhbHVlIjoiMTYwNDEwNjY1MSJ9fX0=\"";
        assert_eq!(of(line).as_deref(), Some(PROOF));
    }

    #[test]
    fn every_spelling_the_rfc_allows_is_read() {
        let (padded, url) = (STANDARD.encode(PROOF), URL_SAFE_NO_PAD.encode(PROOF));
        let lines = [
            format!("Bearer error=insufficient_claims, claims={url}"),
            format!("bearer  Claims = \"{padded}\" ,, Error=\"insufficient_claims\""),
            format!(
                "Basic realm=\"a, b \\\" c\", Bearer realm=\"\", error=\"insufficient_claims\", claims=\"{padded}\""
            ),
            format!("Bearer error=\"insufficient_claims\", claims=\"{padded}\", Negotiate, PoP nonce=\"x\""),
            format!("Basic QWxhZGRpbg==, Bearer error=\"insufficient\\_claims\", claims=\"{url}\""),
        ];
        for line in lines {
            assert_eq!(of(&line).as_deref(), Some(PROOF), "{line}");
        }
        let two = [
            "Basic realm=\"x\"".to_owned(),
            format!("Bearer error=\"insufficient_claims\", claims=\"{padded}\""),
        ];
        assert_eq!(claims(two.iter().map(String::as_str), &Secrets::default()).as_deref(), Some(PROOF));
    }

    #[test]
    fn a_challenge_that_repeats_the_token_is_none_however_it_is_written() {
        let secrets = Secrets::new(["0.opaque.token".to_owned()]);
        for text in ["0.opaque.token", "\\u0030.opaque.token"] {
            let encoded = STANDARD.encode(format!("{{\"access_token\":{{\"nbf\":\"{text}\"}}}}"));
            let line = format!("Bearer error=\"insufficient_claims\", claims=\"{encoded}\"");
            assert!(of(&line).is_some());
            assert_eq!(claims(std::iter::once(line.as_str()), &secrets), None);
        }
    }

    #[test]
    fn what_is_no_challenge_is_none() {
        let padded = STANDARD.encode(PROOF);
        let list = STANDARD.encode("[]");
        let large = STANDARD.encode(format!("{{\"a\":\"{}\"}}", "a".repeat(LARGEST)));
        let lines = [
            String::new(),
            "Bearer realm=\"\"".to_owned(),
            "Bearer error=\"invalid_token\"".to_owned(),
            "Bearer error=\"insufficient_claims\"".to_owned(),
            format!("Bearer error=\"invalid_token\", claims=\"{padded}\""),
            format!("Basic error=\"insufficient_claims\", claims=\"{padded}\""),
            format!("Bearer realm=\"error=insufficient_claims, claims={padded}\""),
            format!("Bearer error=\"insufficient_claims\", PoP claims=\"{padded}\""),
            format!("Bearer error=\"insufficient_claims\", claims=\"{padded}\", claims=\"e30=\""),
            format!("Bearer error=\"insufficient_claims\", claims=\"{padded}"),
            format!("Bearer error=\"insufficient_claims\", claims=\"{list}\""),
            format!("Bearer error=\"insufficient_claims\", claims=\"{large}\""),
            "Bearer error=\"insufficient_claims\", claims=\"%%%\"".to_owned(),
        ];
        for line in lines {
            assert_eq!(of(&line), None, "{line}");
        }
    }

    proptest! {
        #[test]
        fn any_line_is_read_without_a_panic(line in "\\PC*") {
            _ = of(&line);
        }

        #[test]
        fn whatever_stands_in_the_other_parameters_the_claims_are_found(
            realm in "[ -~]{0,40}", letters in "[a-z]{1,9}", value in "[A-Za-z0-9 ]{0,40}",
        ) {
            let proof = format!(r#"{{"{letters}":"{value}"}}"#);
            let quoted = realm.replace('\\', "\\\\").replace('"', "\\\"");
            let encoded = STANDARD.encode(&proof);
            let line = format!("Bearer realm=\"{quoted}\", error=\"insufficient_claims\", claims=\"{encoded}\"");
            prop_assert_eq!(of(&line), Some(proof));
        }
    }
}

//! The `claims` parameter.

use serde_json::{Map, Value, json};

use crate::error::{SignInError, SignInErrorKind, parse_claims};

/// What a claims challenge asks for, if there is one, and with it that we can answer challenges: the capability `cp1`
/// (Microsoft identity platform: Claims challenges, claims requests and client capabilities). Only then does Graph
/// send a challenge instead of a plain refusal.
pub(crate) fn with_client_capability(challenge: Option<&str>) -> Result<String, SignInError> {
    let not_claims = || SignInError::from(SignInErrorKind::Untrusted("claims"));
    let mut claims = challenge.map_or_else(|| Some(Map::new()), parse_claims).ok_or_else(not_claims)?;
    // `null` may stand where nothing more is said.
    let access = claims.entry("access_token").or_insert(Value::Null);
    if access.is_null() {
        *access = json!({});
    }
    access.as_object_mut().ok_or_else(not_claims)?.insert("xms_cc".to_owned(), json!({ "values": ["cp1"] }));
    Ok(Value::Object(claims).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str = r#"{"access_token":{"xms_cc":{"values":["cp1"]}}}"#;

    #[test]
    fn without_a_challenge_only_our_capability_is_said() {
        assert_eq!(with_client_capability(None).unwrap(), OURS);
        assert_eq!(with_client_capability(Some(r#"{"access_token":null}"#)).unwrap(), OURS);
    }

    #[test]
    fn a_challenge_is_kept_whole_and_our_capability_joins_it() {
        let challenge =
            r#"{"access_token":{"nbf":{"essential":true,"value":"1604106651"}},"id_token":{"acr":null}}"#;
        assert_eq!(
            with_client_capability(Some(challenge)).unwrap(),
            r#"{"access_token":{"nbf":{"essential":true,"value":"1604106651"},"xms_cc":{"values":["cp1"]}},"id_token":{"acr":null}}"#
        );
    }

    #[test]
    fn what_is_no_challenge_is_not_sent_on() {
        for text in ["", "[]", "null", "7", "cp1", r#"{"access_token":[]}"#, r#"{"access_token":"#] {
            let refused = with_client_capability(Some(text)).unwrap_err();
            assert_eq!(refused.kind, SignInErrorKind::Untrusted("claims"), "{text}");
        }
    }

    #[test]
    fn a_challenge_of_16_kilobytes_is_sent_on_and_one_byte_more_is_not() {
        let of_size = |size: usize| json!({ "x": "x".repeat(size - r#"{"x":""}"#.len()) }).to_string();
        let largest = of_size(16 * 1024);
        assert_eq!(largest.len(), 16 * 1024);
        assert!(with_client_capability(Some(&largest)).is_ok());
        let refused = with_client_capability(Some(&of_size(16 * 1024 + 1))).unwrap_err();
        assert_eq!(refused.kind, SignInErrorKind::Untrusted("claims"));
    }
}

//! The `claims` parameter.

use serde_json::{Map, Value, json};

use crate::problem::{Problem, What, is_claims};

/// What a challenge asks for, if there is one, and with it that we can answer challenges: the capability `cp1`
/// (Microsoft identity platform: Claims challenges, claims requests and client capabilities). Only then does Graph
/// send a challenge instead of a plain refusal.
pub(crate) fn with_our_capability(challenge: Option<&str>) -> Result<String, Problem> {
    let not_claims = || Problem::from(What::Untrusted("claims"));
    let mut claims: Map<String, Value> = match challenge {
        Some(text) if is_claims(text) => serde_json::from_str(text).map_err(|_| not_claims())?,
        Some(_) => return Err(not_claims()),
        None => Map::new(),
    };
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
        assert_eq!(with_our_capability(None).unwrap(), OURS);
        assert_eq!(with_our_capability(Some(r#"{"access_token":null}"#)).unwrap(), OURS);
    }

    #[test]
    fn a_challenge_is_kept_whole_and_our_capability_joins_it() {
        let challenge =
            r#"{"access_token":{"nbf":{"essential":true,"value":"1604106651"}},"id_token":{"acr":null}}"#;
        assert_eq!(
            with_our_capability(Some(challenge)).unwrap(),
            r#"{"access_token":{"nbf":{"essential":true,"value":"1604106651"},"xms_cc":{"values":["cp1"]}},"id_token":{"acr":null}}"#
        );
    }

    #[test]
    fn what_is_no_challenge_is_not_sent_on() {
        for text in ["", "[]", "cp1", r#"{"access_token":[]}"#, r#"{"access_token":"#] {
            assert_eq!(
                with_our_capability(Some(text)).unwrap_err().what,
                What::Untrusted("claims"),
                "{text}"
            );
        }
    }
}

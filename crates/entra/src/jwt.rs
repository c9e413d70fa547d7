//! The payload of a JSON Web Token.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::de::DeserializeOwned;

/// The payload of a token in the compact form, `header.payload.signature` (RFC 7515 section 7.1, RFC 7519). The
/// signature is not verified: whoever calls says why it need not be. None when it does not have that form, or says
/// something else than `T` reads.
pub(crate) fn payload<T: DeserializeOwned>(token: &str) -> Option<T> {
    let mut parts = token.split('.');
    let (Some(_), Some(payload), Some(_), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    // RFC 7515 section 2 leaves the padding out; some servers write it.
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::payload;

    #[test]
    fn the_payload_is_the_second_of_exactly_three_parts_with_or_without_padding() {
        // {"tid":"x"}
        for token in ["e30.eyJ0aWQiOiJ4In0.c2ln", "e30.eyJ0aWQiOiJ4In0=.c2ln", ".eyJ0aWQiOiJ4In0."] {
            assert_eq!(payload::<Value>(token), Some(json!({ "tid": "x" })), "{token}");
        }
        for token in ["", "eyJ0aWQiOiJ4In0", "e30.eyJ0aWQiOiJ4In0", "e30.eyJ0aWQiOiJ4In0.c2ln.x", "a.!.b"] {
            assert_eq!(payload::<Value>(token), None, "{token}");
        }
    }
}

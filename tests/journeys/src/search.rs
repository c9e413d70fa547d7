//! Looking for secrets in bytes: in every form they may have taken on the way, and in pieces.

use std::collections::HashMap;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// A piece so long is found: of a token that was cut short, too.
const PIECE: usize = 16;

/// What is looked for.
pub struct Search {
    pieces: HashMap<[u8; PIECE], usize>,
    names: Vec<String>,
}

impl Search {
    /// Looks for these, each with what it is.
    pub fn of<'s>(secrets: impl IntoIterator<Item = (&'s str, &'s str)>) -> Self {
        let mut search = Self { pieces: HashMap::new(), names: Vec::new() };
        for (secret, what) in secrets {
            assert!(secret.len() >= PIECE, "too short to be told from other text: the {what}");
            for (form, bytes) in forms(secret) {
                let name = search.names.len();
                search.names.push(format!("{what} ({form})"));
                for piece in bytes.array_windows() {
                    search.pieces.entry(*piece).or_insert(name);
                }
            }
        }
        search
    }

    /// Which of them is found here first, if one is.
    #[must_use]
    pub fn finds(&self, bytes: &[u8]) -> Option<&str> {
        let name = bytes.array_windows().find_map(|piece: &[u8; PIECE]| self.pieces.get(piece))?;
        Some(&self.names[*name])
    }
}

/// The forms a secret can have where it was not meant to be.
#[must_use]
pub fn forms(secret: &str) -> Vec<(&'static str, Vec<u8>)> {
    let plain = secret.as_bytes();
    let percent = utf8_percent_encode(secret, NON_ALPHANUMERIC).to_string();
    let json = serde_json::Value::from(secret).to_string();
    let bytes = |format: fn(&u8) -> String, between: &str| {
        plain.iter().map(format).collect::<Vec<_>>().join(between).into_bytes()
    };
    let mut forms = vec![
        ("as it is", plain.to_vec()),
        ("in a URL", percent.to_lowercase().into_bytes()),
        ("in JSON", json.trim_matches('"').as_bytes().to_vec()),
        ("in debug output", format!("{secret:?}").trim_matches('"').as_bytes().to_vec()),
        ("in hex", bytes(|byte| format!("{byte:02x}"), "")),
        ("in HEX", bytes(|byte| format!("{byte:02X}"), "")),
        ("as a list of bytes", bytes(u8::to_string, ", ")),
        ("in UTF-16", secret.encode_utf16().flat_map(u16::to_le_bytes).collect()),
    ];
    forms.push(("in a URL", percent.into_bytes()));
    // Where base 64 begins depends on what stands before: three ways to cut. The letters at both ends depend on the
    // neighbours and are left out.
    for cut in 0..3 {
        let rest = plain.get(cut..).unwrap_or_default();
        let whole = &rest[..rest.len() - rest.len() % 3];
        forms.push(("in base 64", STANDARD_NO_PAD.encode(whole).into_bytes()));
        forms.push(("in base 64 for URLs", URL_SAFE_NO_PAD.encode(whole).into_bytes()));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "0.AXkA\"ÿÿÿ/+==\\n~tokén-1234567890";

    #[test]
    fn a_secret_is_found_in_every_form_wherever_it_stands() {
        let search = Search::of([(TOKEN, "token")]);
        for before in ["", "x", "xy", "xyz"] {
            for (form, bytes) in forms(TOKEN) {
                let around = [before.as_bytes(), &bytes, b"and more"].concat();
                assert!(search.finds(&around).is_some(), "{form}");
            }
            let inside = STANDARD_NO_PAD.encode(format!("{before}{TOKEN}and more"));
            assert!(search.finds(inside.as_bytes()).is_some(), "in base 64 with what is around it");
        }
    }

    #[test]
    fn a_piece_is_found_and_other_text_is_not() {
        let search = Search::of([(TOKEN, "token")]);
        assert_eq!(search.finds(&TOKEN.as_bytes()[..24]), Some("token (as it is)"));
        assert_eq!(search.finds(b"0.AXkA is how they begin; 1234567890"), None);
        assert_eq!(search.finds(b""), None);
    }
}

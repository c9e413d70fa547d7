//! Looking for secrets in bytes: in every form they may have taken on the way, and in pieces.

use std::collections::HashMap;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use percent_encoding::{NON_ALPHANUMERIC, percent_encode};

/// A piece so long is found: of a token that was cut short, too.
const PIECE: usize = 16;
/// Of a list of bytes in decimals, in which each letter says less.
const LIST: usize = 48;

/// What is looked for.
pub struct Search {
    pieces: HashMap<[u8; PIECE], usize>,
    lists: HashMap<[u8; LIST], usize>,
    names: Vec<String>,
}

impl Search {
    /// Looks for these, each with what it is.
    pub fn of<'w>(secrets: impl IntoIterator<Item = (impl AsRef<[u8]>, &'w str)>) -> Self {
        let mut search = Self { pieces: HashMap::new(), lists: HashMap::new(), names: Vec::new() };
        for (secret, what) in secrets {
            let secret = secret.as_ref();
            assert!(secret.len() >= PIECE, "too short to be told from other bytes: the {what}");
            for (form, bytes) in forms(secret) {
                let name = search.name(what, form);
                for piece in bytes.array_windows() {
                    search.pieces.entry(*piece).or_insert(name);
                }
            }
            let name = search.name(what, "as a list of bytes");
            for piece in list(secret).array_windows() {
                search.lists.entry(*piece).or_insert(name);
            }
        }
        search
    }

    fn name(&mut self, what: &str, form: &str) -> usize {
        self.names.push(format!("{what} ({form})"));
        self.names.len() - 1
    }

    /// Which of them is found here first, if one is.
    #[must_use]
    pub fn finds(&self, bytes: &[u8]) -> Option<&str> {
        let piece = |piece: &[u8; PIECE]| self.pieces.get(piece);
        let name = bytes.array_windows().find_map(piece);
        let name =
            name.or_else(|| bytes.array_windows().find_map(|piece: &[u8; LIST]| self.lists.get(piece)));
        name.map(|name| self.names[*name].as_str())
    }
}

/// The forms a secret can have where it was not meant to be, and among them as it is.
#[must_use]
pub fn forms(secret: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let hex = |format: fn(&u8) -> String| secret.iter().map(format).collect::<String>().into_bytes();
    let percent = percent_encode(secret, NON_ALPHANUMERIC).to_string();
    let mut forms = vec![
        ("as it is", secret.to_vec()),
        ("in a URL", percent.to_lowercase().into_bytes()),
        ("in a URL", percent.into_bytes()),
        ("in hex", hex(|byte| format!("{byte:02x}"))),
        ("in HEX", hex(|byte| format!("{byte:02X}"))),
    ];
    if let Ok(text) = std::str::from_utf8(secret) {
        let json = serde_json::Value::from(text).to_string();
        let debug = format!("{text:?}");
        forms.push(("in JSON", json.trim_matches('"').as_bytes().to_vec()));
        forms.push(("in debug output", debug.trim_matches('"').as_bytes().to_vec()));
        forms.push(("in UTF-16", text.encode_utf16().flat_map(u16::to_le_bytes).collect()));
    }
    // Where base 64 begins depends on what stands before: three ways to cut. The letters at both ends depend on the
    // neighbours and are left out.
    for cut in 0..3 {
        let rest = secret.get(cut..).unwrap_or_default();
        let whole = &rest[..rest.len() - rest.len() % 3];
        forms.push(("in base 64", STANDARD_NO_PAD.encode(whole).into_bytes()));
        forms.push(("in base 64 for URLs", URL_SAFE_NO_PAD.encode(whole).into_bytes()));
    }
    forms
}

/// As Rust prints bytes it does not know to be text.
fn list(secret: &[u8]) -> Vec<u8> {
    secret.iter().map(u8::to_string).collect::<Vec<_>>().join(", ").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "0.AXkA\"ÿÿÿ/+==\\n~tokén-1234567890";

    #[test]
    fn a_secret_is_found_in_every_form_wherever_it_stands() {
        let search = Search::of([(TOKEN, "token")]);
        for before in ["", "x", "xy", "xyz"] {
            for (form, bytes) in forms(TOKEN.as_bytes()) {
                let around = [before.as_bytes(), &bytes, b"and more"].concat();
                assert!(search.finds(&around).is_some(), "{form}");
            }
            let inside = STANDARD_NO_PAD.encode(format!("{before}{TOKEN}and more"));
            assert!(search.finds(inside.as_bytes()).is_some(), "in base 64 with what is around it");
            let inside = format!("{:?}", format!("{before}{TOKEN}").into_bytes());
            assert!(search.finds(inside.as_bytes()).is_some(), "as a list of bytes");
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

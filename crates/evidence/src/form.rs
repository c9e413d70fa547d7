//! The forms that texts of a server are accepted in.

use crate::secrets::STRUCK;

/// The longest text of a server that is quoted, in characters: what a person reads.
pub const MOST_WORDS: usize = 1_000;
/// The longest code, in characters. Microsoft's have some thirty.
const LONGEST_CODE: usize = 100;
/// The longest name of a property or an object, in characters.
const LONGEST_NAME: usize = 200;
/// The longest time, in characters: `Sun, 22 Nov 2026 19:00:00 GMT` has 29.
const LONGEST_MOMENT: usize = 40;
/// What is longer without a blank or a sign that divides is no word and no GUID: it may be a secret that we do not
/// know, such as the token of another sign-in.
const LONGEST_WORD: usize = 40;
/// How every JSON Web Token begins: `{"` in base64.
const TOKEN: &str = "eyJ";

/// Words: on their lines, without control characters, without what could be a token, and no more than a person reads.
///
/// ```
/// assert_eq!(evidence::words("Not for you.\r\n\tAsk an admin."), "Not for you.\nAsk an admin.");
/// assert_eq!(evidence::words(&"no ".repeat(1_000_000)).chars().count(), evidence::MOST_WORDS);
/// ```
#[must_use]
pub fn words(text: &str) -> String {
    cut(text, MOST_WORDS)
}

/// The name of a property or an object: [`words`], and shorter.
#[must_use]
pub fn name(text: &str) -> String {
    cut(text, LONGEST_NAME)
}

fn cut(text: &str, most: usize) -> String {
    // Of a text of megabytes only the beginning is looked at: what is left out of it is made up for by a second look.
    let begins: String = text.chars().take(most.saturating_mul(4)).collect();
    let mut lines = Vec::new();
    for line in begins.lines() {
        let words: Vec<_> = line.split_whitespace().map(word).collect();
        if !words.is_empty() {
            lines.push(words.join(" "));
        }
    }
    let text = lines.join("\n");
    text.chars().filter(|c| !c.is_control() || *c == '\n').take(most).collect()
}

/// A word, or what stands in its place.
fn word(word: &str) -> &str {
    if word.len() <= LONGEST_WORD.min(TOKEN.len()) || word.contains(STRUCK) {
        return word;
    }
    let divides = ['/', ':', '.', ',', ';', '=', '&', '?', '\'', '"', '@', '#', '(', ')'];
    let long = word.split(divides).any(|part| part.chars().count() > LONGEST_WORD && !ends_with_id(part));
    let token = word.find(TOKEN).is_some_and(|at| word.len() - at > 2 * TOKEN.len());
    if long || token { STRUCK } else { word }
}

/// A kind and an id, such as `ServicePrincipal_87d349ed-44d7-43e1-9a83-5f2406dee5bd`.
fn ends_with_id(part: &str) -> bool {
    part.split_once('_').is_some_and(|(kind, behind)| {
        kind.len() <= "ServicePrincipal".len()
            && kind.chars().all(|c| c.is_ascii_alphabetic())
            && id(behind).is_some()
    })
}

/// A code: letters, digits, and what stands between them. Anything else is none.
///
/// ```
/// assert_eq!(evidence::code("invalid_grant").as_deref(), Some("invalid_grant"));
/// assert_eq!(evidence::code("two words"), None);
/// ```
#[must_use]
pub fn code(text: &str) -> Option<String> {
    let is_code = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-');
    let fits = !text.is_empty() && text.len() <= LONGEST_CODE && text.chars().all(is_code);
    (fits && word(text) == text).then(|| text.to_owned())
}

/// An id: a GUID with its hyphens, as all of Microsoft's ids of requests are. Anything else is none.
#[must_use]
pub fn id(text: &str) -> Option<String> {
    let hyphens = [8, 13, 18, 23];
    let fits = |(at, c): (usize, char)| if hyphens.contains(&at) { c == '-' } else { c.is_ascii_hexdigit() };
    (text.len() == 36 && text.char_indices().all(fits)).then(|| text.to_owned())
}

/// A moment, however it is written: `Sun, 22 Nov 2026 19:00:00 GMT`, `2026-11-22T19:00:01`, `2026-11-22 19:00:01Z`.
/// Anything longer, or with other signs, is none.
#[must_use]
pub fn moment(text: &str) -> Option<String> {
    let is_of_time =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | ',' | ':' | '-' | '+' | '.' | '/');
    let fits = (8..=LONGEST_MOMENT).contains(&text.len()) && text.chars().all(is_of_time);
    // A time is mostly numbers and words of three letters; a key of some service is not.
    let letters = text.split(|c: char| !c.is_ascii_alphabetic()).map(str::len).max().unwrap_or_default();
    (fits && letters <= "September".len() && text.contains(':')).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_on_their_lines_and_what_could_be_a_token_is_not() {
        assert_eq!(words("  It is\tnot\u{1b}[31m allowed.\r\n\r\nAsk. "), "It is not[31m allowed.\nAsk.");
        for secret in [
            "eyJ0eXAiOiJKV1Qi.eyJvaWQi.c2ln".to_owned(),
            "0.AXkAbcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".to_owned(),
            format!("token={}", "x".repeat(41)),
        ] {
            assert_eq!(words(&format!("of {secret} nothing")), "of (struck out) nothing");
        }
        let kept =
            "User_87d349ed-44d7-43e1-9a83-5f2406dee5bd at https://graph.microsoft.com/v1.0/users?$top=1";
        assert_eq!(words(kept), kept);
    }

    #[test]
    fn a_text_has_as_many_characters_as_a_person_reads_whatever_they_are() {
        for text in ["日本 ".repeat(1_000_000), "é".repeat(40) + &" a".repeat(9_000)] {
            assert_eq!(words(&text).chars().count(), MOST_WORDS);
            assert_eq!(name(&text).chars().count(), 200);
        }
    }

    #[test]
    fn a_code_an_id_and_a_time_are_what_they_look_like_or_nothing() {
        for text in ["Request_BadRequest", "AADSTS50011", "microsoft.graph.error", "slow_down"] {
            assert_eq!(code(text).as_deref(), Some(text));
        }
        for text in
            ["", "a b", "a\nb", "<b>", "é", STRUCK, "eyJ0eXAiOiJKV1Qi.eyJvaWQi.c2ln", &"x".repeat(101)]
        {
            assert_eq!(code(text), None, "{text}");
        }
        let guid = "87D349ed-44d7-43e1-9a83-5f2406dee5bd";
        assert_eq!(id(guid).as_deref(), Some(guid));
        for text in [
            "",
            "87d349ed44d743e19a835f2406dee5bd",
            "87d349ed-44d7-43e1-9a83-5f2406dee5bx",
            "é".repeat(18).as_str(),
        ] {
            assert_eq!(id(text), None, "{text}");
        }
        for text in ["Sun, 22 Nov 2026 19:00:00 GMT", "2026-11-22T19:00:01", "2026-11-22 19:00:01Z"] {
            assert_eq!(moment(text).as_deref(), Some(text));
        }
        for text in ["", "soon", "eyJ0eXAiOiJKV1Qi.eyJvaWQi.c2ln", "19:00 <b>", &"1:".repeat(30)] {
            assert_eq!(moment(text), None, "{text}");
        }
    }
}

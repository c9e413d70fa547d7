//! The one table of characters that mislead whoever reads a text: they are not seen, begin a new line, or show a
//! reader another order of letters than the machine reads (Unicode Technical Report 36, *Unicode Security
//! Considerations*, section 3; Unicode Standard Annex 9, *Bidirectional Algorithm*).
//!
//! Text of others is shown, written into scripts and compared in several places, and each asks for something else:
//! refuse ([`misleads`]), show ([`replaced`]), or take out what is only [`Kind::Invisible`]. What such a character
//! *is*, all of them read here.
//!
//! The crate refuses to know: where a text comes from, what it means, and letters that look like others (Unicode
//! Technical Standard 39, confusables): those are right in some language.
//!
//! ```
//! use plain_text::{Kind, kind, misleads, replaced};
//!
//! assert_eq!(kind('\u{202E}'), Some(Kind::BidiControl));
//! assert!(!"Группа Контосо شركة O'Neil 👍".chars().any(misleads));
//! assert_eq!(replaced("invoice\u{202E}fdp.exe".chars()), "invoice\u{FFFD}fdp.exe");
//! ```

/// Why a character misleads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A control character (Unicode: general category Cc), the ends of lines among them.
    Control,
    /// A line or paragraph separator (general categories Zl and Zp).
    LineSeparator,
    /// A mark, embedding, override or isolate of direction (Unicode: property `Bidi_Control`).
    BidiControl,
    /// A joiner: invisible by itself, and part of correct spelling in some scripts and of some emoji (Unicode:
    /// property `Join_Control`).
    Joiner,
    /// It is not seen: soft hyphen, spaces without width, the byte order mark, invisible operators, and what once
    /// changed shapes of digits or tagged a language (Unicode: general category Cf).
    Invisible,
}

/// What is not a control character, in the order of code points. Every character of these ranges is of general
/// category Cf, Zl or Zp, or not assigned within a block of Cf (Unicode Character Database, `UnicodeData.txt`,
/// `PropList.txt`). Variation selectors (U+FE00 to U+FE0F) are left out on purpose: they belong to visible characters.
const TABLE: [(char, char, Kind); 14] = [
    ('\u{AD}', '\u{AD}', Kind::Invisible),
    ('\u{61C}', '\u{61C}', Kind::BidiControl),
    ('\u{180E}', '\u{180E}', Kind::Invisible),
    ('\u{200B}', '\u{200B}', Kind::Invisible),
    ('\u{200C}', '\u{200D}', Kind::Joiner),
    ('\u{200E}', '\u{200F}', Kind::BidiControl),
    ('\u{2028}', '\u{2029}', Kind::LineSeparator),
    ('\u{202A}', '\u{202E}', Kind::BidiControl),
    ('\u{2060}', '\u{2065}', Kind::Invisible),
    ('\u{2066}', '\u{2069}', Kind::BidiControl),
    ('\u{206A}', '\u{206F}', Kind::Invisible),
    ('\u{FEFF}', '\u{FEFF}', Kind::Invisible),
    // Interlinear annotations: the annotation is not shown.
    ('\u{FFF9}', '\u{FFFB}', Kind::Invisible),
    // Tags: a copy of ASCII that nobody sees.
    ('\u{E0000}', '\u{E007F}', Kind::Invisible),
];

/// Why this character misleads; none when it does not.
#[must_use]
pub fn kind(character: char) -> Option<Kind> {
    if character.is_control() {
        return Some(Kind::Control);
    }
    let row = TABLE.iter().find(|(first, last, _)| (*first..=*last).contains(&character));
    row.map(|(_, _, kind)| *kind)
}

/// Whether this character misleads in any way.
///
/// ```
/// assert!(plain_text::misleads('\u{200B}') && plain_text::misleads('\n'));
/// assert!(!plain_text::misleads('é') && !plain_text::misleads(' '));
/// ```
#[must_use]
pub fn misleads(character: char) -> bool {
    kind(character).is_some()
}

/// The text with U+FFFD, the replacement character, for each that misleads: to be shown, where nothing may be hidden.
#[must_use]
pub fn replaced(text: impl IntoIterator<Item = char>) -> String {
    let seen = |character| if misleads(character) { char::REPLACEMENT_CHARACTER } else { character };
    text.into_iter().map(seen).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_no_character_stands_in_two_rows() {
        for (first, last, _) in TABLE {
            assert!(first <= last, "{first:?}");
        }
        for rows in TABLE.windows(2) {
            assert!(rows[0].1 < rows[1].0, "{:?} and {:?}", rows[0], rows[1]);
        }
    }

    #[test]
    fn every_control_of_direction_in_unicode_is_one_here() {
        // PropList.txt of Unicode 16, Bidi_Control.
        let all = ['\u{61C}'].into_iter().chain('\u{200E}'..='\u{200F}').chain('\u{202A}'..='\u{202E}');
        let all: Vec<_> = all.chain('\u{2066}'..='\u{2069}').collect();
        let found: Vec<_> =
            (char::MIN..=char::MAX).filter(|it| kind(*it) == Some(Kind::BidiControl)).collect();
        assert_eq!(found, all);
    }

    #[test]
    fn each_kind_is_told_from_the_others() {
        let examples = [
            ('\0', Kind::Control),
            ('\n', Kind::Control),
            ('\u{85}', Kind::Control),
            ('\u{2028}', Kind::LineSeparator),
            ('\u{200D}', Kind::Joiner),
            ('\u{AD}', Kind::Invisible),
            ('\u{FEFF}', Kind::Invisible),
            ('\u{E0041}', Kind::Invisible),
        ];
        for (character, expected) in examples {
            assert_eq!(kind(character), Some(expected), "{character:?}");
        }
    }

    #[test]
    fn what_is_seen_does_not_mislead() {
        for text in ["Ünïcode", "日本語", "شركة", "नमस्ते", "👍🏽", "❤\u{FE0F}", "a b\u{A0}c", "\u{FFFD}"]
        {
            assert!(!text.chars().any(misleads), "{text:?}");
        }
        assert_eq!(replaced("a\u{202E}b\nc".chars()), "a\u{FFFD}b\u{FFFD}c");
    }
}

//! The one table of characters that mislead whoever reads a text: they are not seen, begin a new line, or show a
//! reader another order of letters than the machine reads (Unicode Technical Report 36, *Unicode Security
//! Considerations*, section 3; Unicode Standard Annex 9, *Bidirectional Algorithm*).
//!
//! Text of others is shown, copied, written into scripts and compared in several places, and each asks for something
//! else: refuse ([`misleads`]), show ([`shown`]; [`replaced`] where no joiner has a meaning), or take out what is only
//! [`Kind::Invisible`]. What such a character *is*, all of them read here; the page reads the same table, which
//! `cargo xtask gen` writes into `ui/src/words/misleading.ts`.
//!
//! The crate refuses to know: where a text comes from, what it means, and letters that look like others (Unicode
//! Technical Standard 39, confusables): those are right in some language.
//!
//! ```
//! use plain_text::{Kind, kind, misleads, replaced, shown};
//!
//! assert_eq!(kind('\u{202E}'), Some(Kind::BidiControl));
//! assert!(!"Группа Контосо شركة O'Neil 👍".chars().any(misleads));
//! assert_eq!(replaced("invoice\u{202E}fdp.exe".chars()), "invoice\u{FFFD}fdp.exe");
//! assert_eq!(shown("one\r\ntwo"), "one↵two");
//! ```

/// Why a character misleads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A control character (Unicode: general category Cc), but for the ends of lines.
    Control,
    /// It begins a new line: line feed, carriage return and their kin (Unicode: property `White_Space` within Cc, but
    /// for the tab), line and paragraph separator (general categories Zl and Zp).
    LineEnd,
    /// A mark, embedding, override or isolate of direction (Unicode: property `Bidi_Control`).
    BidiControl,
    /// A joiner: invisible by itself, and part of correct spelling in some scripts and of some emoji (Unicode:
    /// property `Join_Control`).
    Joiner,
    /// It chooses how the character before it is drawn, and is invisible by itself (Unicode: property
    /// `Variation_Selector`).
    Selector,
    /// It is not seen: soft hyphen, spaces without width, the byte order mark, invisible operators, fillers, and what
    /// once changed shapes of digits or tagged a language (Unicode: the rest of `Default_Ignorable_Code_Point`, the
    /// marks of annotations, and the empty Braille pattern).
    Invisible,
}

impl Kind {
    /// Its name in the table of the page.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Control => "control",
            Self::LineEnd => "line-end",
            Self::BidiControl => "bidi-control",
            Self::Joiner => "joiner",
            Self::Selector => "selector",
            Self::Invisible => "invisible",
        }
    }
}

/// All of them: first and last of each range, in the order of code points. The page's tests hold it against the
/// properties of Unicode that their engine knows (`ui/tests/shown.test.ts`).
pub const TABLE: [(char, char, Kind); 35] = [
    ('\0', '\t', Kind::Control),
    ('\n', '\r', Kind::LineEnd),
    ('\u{E}', '\u{1F}', Kind::Control),
    ('\u{7F}', '\u{84}', Kind::Control),
    ('\u{85}', '\u{85}', Kind::LineEnd),
    ('\u{86}', '\u{9F}', Kind::Control),
    ('\u{AD}', '\u{AD}', Kind::Invisible),
    ('\u{34F}', '\u{34F}', Kind::Invisible),
    ('\u{61C}', '\u{61C}', Kind::BidiControl),
    // Fillers for syllables of Hangul, here and below.
    ('\u{115F}', '\u{1160}', Kind::Invisible),
    ('\u{17B4}', '\u{17B5}', Kind::Invisible),
    ('\u{180B}', '\u{180D}', Kind::Selector),
    ('\u{180E}', '\u{180E}', Kind::Invisible),
    ('\u{180F}', '\u{180F}', Kind::Selector),
    ('\u{200B}', '\u{200B}', Kind::Invisible),
    ('\u{200C}', '\u{200D}', Kind::Joiner),
    ('\u{200E}', '\u{200F}', Kind::BidiControl),
    ('\u{2028}', '\u{2029}', Kind::LineEnd),
    ('\u{202A}', '\u{202E}', Kind::BidiControl),
    ('\u{2060}', '\u{2065}', Kind::Invisible),
    ('\u{2066}', '\u{2069}', Kind::BidiControl),
    ('\u{206A}', '\u{206F}', Kind::Invisible),
    ('\u{2800}', '\u{2800}', Kind::Invisible),
    ('\u{3164}', '\u{3164}', Kind::Invisible),
    ('\u{FE00}', '\u{FE0F}', Kind::Selector),
    ('\u{FEFF}', '\u{FEFF}', Kind::Invisible),
    ('\u{FFA0}', '\u{FFA0}', Kind::Invisible),
    ('\u{FFF0}', '\u{FFF8}', Kind::Invisible),
    // Interlinear annotations: the annotation is not shown.
    ('\u{FFF9}', '\u{FFFB}', Kind::Invisible),
    ('\u{1BCA0}', '\u{1BCA3}', Kind::Invisible),
    ('\u{1D173}', '\u{1D17A}', Kind::Invisible),
    // Tags: a copy of ASCII that nobody sees; and what is kept free for more of the kind.
    ('\u{E0000}', '\u{E007F}', Kind::Invisible),
    ('\u{E0080}', '\u{E00FF}', Kind::Invisible),
    ('\u{E0100}', '\u{E01EF}', Kind::Selector),
    ('\u{E01F0}', '\u{E0FFF}', Kind::Invisible),
];

/// Why this character misleads; none when it does not.
#[must_use]
pub fn kind(character: char) -> Option<Kind> {
    // Most of what is asked is plain ASCII, and the table has no order that is worth a search.
    if matches!(character, ' '..='~') {
        return None;
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

/// What stands for the end of a line.
const LINE_END: char = '↵';
/// What makes a key of the letter before it: the one case in which a selector belongs to ASCII.
const KEYCAP: char = '\u{20E3}';

/// The text on one line, as it can be read: the end of a line is shown as `↵`, whatever else misleads as U+FFFD. A
/// joiner or a selector stays where it belongs to the spelling: behind a letter or an emoji, never behind ASCII, which
/// it could only disguise. The page does the same (`ui/src/words/shown.ts`, held to the same examples).
///
/// ```
/// assert_eq!(plain_text::shown("می\u{200C}خواهم ❤\u{FE0F}"), "می\u{200C}خواهم ❤\u{FE0F}");
/// assert_eq!(plain_text::shown("con\u{200D}toso\n"), "con\u{FFFD}toso↵");
/// ```
#[must_use]
pub fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut before, mut carried) = (None, None);
    let mut ahead = text.chars().peekable();
    while let Some(character) = ahead.next() {
        let put = match kind(character) {
            None => character,
            Some(Kind::LineEnd) if character == '\n' && before == Some('\r') => {
                before = Some(character);
                continue;
            }
            Some(Kind::LineEnd) => LINE_END,
            Some(Kind::Selector) if belongs(carried) || ahead.peek() == Some(&KEYCAP) => character,
            // An emoji may be joined to the next behind its selector.
            Some(Kind::Joiner) if belongs(carried) || selects(carried) => character,
            Some(_) => char::REPLACEMENT_CHARACTER,
        };
        out.push(put);
        (before, carried) = (Some(character), Some(put));
    }
    out
}

/// Whether a joiner or a selector may stand behind this.
fn belongs(before: Option<char>) -> bool {
    let seen = |it: char| !it.is_ascii() && it != char::REPLACEMENT_CHARACTER && it != LINE_END;
    before.is_some_and(|it| seen(it) && !misleads(it))
}

fn selects(before: Option<char>) -> bool {
    before.is_some_and(|it| kind(it) == Some(Kind::Selector))
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
            ('\t', Kind::Control),
            ('\n', Kind::LineEnd),
            ('\u{85}', Kind::LineEnd),
            ('\u{2028}', Kind::LineEnd),
            ('\u{200D}', Kind::Joiner),
            ('\u{AD}', Kind::Invisible),
            ('\u{FEFF}', Kind::Invisible),
            ('\u{3164}', Kind::Invisible),
            ('\u{FE0F}', Kind::Selector),
            ('\u{E0041}', Kind::Invisible),
        ];
        for (character, expected) in examples {
            assert_eq!(kind(character), Some(expected), "{character:?}");
        }
    }

    #[test]
    fn what_is_seen_does_not_mislead() {
        for text in ["Ünïcode", "日本語", "شركة", "नमस्ते", "👍🏽", "a b\u{A0}c", "\u{FFFD}"]
        {
            assert!(!text.chars().any(misleads), "{text:?}");
        }
        assert_eq!(replaced("a\u{202E}b\nc".chars()), "a\u{FFFD}b\u{FFFD}c");
    }

    #[test]
    fn every_control_character_stands_in_the_table() {
        for character in (char::MIN..=char::MAX).filter(|it| it.is_control()) {
            assert!(matches!(kind(character), Some(Kind::Control | Kind::LineEnd)), "{character:?}");
        }
    }
}

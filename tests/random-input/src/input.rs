//! What a target draws from. When everything is drawn, there are only zeros, first choices and nothing more: whatever is
//! drawn from an input comes to its end.

use arbtest::arbitrary::Unstructured;
use serde_json::Value;

use crate::json;

/// Characters that mean something to somebody: to a terminal, to HTML, JSON, URLs, a shell, SQL and OData, a reader.
const TELLING: &[char] = &[
    '\0',
    '\t',
    '\n',
    '\r',
    '\u{1b}',
    '\u{7f}',
    '\u{85}',
    '\u{a0}',
    '\u{ad}',
    '"',
    '\'',
    '\\',
    '`',
    '$',
    '%',
    '&',
    '<',
    '>',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '@',
    '#',
    '?',
    '/',
    ':',
    ';',
    ',',
    '.',
    '=',
    '+',
    '-',
    '_',
    ' ',
    '\u{200b}',
    '\u{200d}',
    '\u{202e}',
    '\u{2066}',
    '\u{2069}',
    '\u{2028}',
    '\u{feff}',
    '\u{fffd}',
    '\u{e0041}',
    '\u{130}',
    '\u{df}',
    '\u{301}',
    '\u{3164}',
    '\u{1f468}',
    '\u{10ffff}',
    'a',
    'Z',
    '0',
];

/// An input: a finite row of chances.
pub struct Input<'s, 'b> {
    source: &'s mut Unstructured<'b>,
}

impl<'s, 'b> Input<'s, 'b> {
    pub(crate) fn new(source: &'s mut Unstructured<'b>) -> Self {
        Self { source }
    }

    /// A number below this one.
    pub fn below(&mut self, limit: usize) -> usize {
        self.source.int_in_range(0..=limit.saturating_sub(1)).unwrap_or_default()
    }

    /// A number of any size.
    pub fn number(&mut self) -> u64 {
        self.source.arbitrary().unwrap_or_default()
    }

    /// Once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        // The last one and not the first: an input that is used up stays with what is plain.
        self.below(times) + 1 == times
    }

    /// One of them.
    pub fn one_of<'o, T>(&mut self, all: &'o [T]) -> &'o T {
        &all[self.below(all.len())]
    }

    /// Any bytes, fewer than this.
    pub fn bytes(&mut self, limit: usize) -> Vec<u8> {
        let count = self.below(limit).min(self.source.len());
        self.source.bytes(count).unwrap_or_default().to_vec()
    }

    /// A character; often one that means something.
    pub fn character(&mut self) -> char {
        if self.once_in(4) { self.source.arbitrary().unwrap_or_default() } else { *self.one_of(TELLING) }
    }

    /// A text of these pieces, characters, and now and then one of them very often.
    pub fn text(&mut self, pieces: &[&str]) -> String {
        let mut text = String::new();
        for _ in 0..self.below(12) {
            let piece = if self.once_in(3) {
                self.character().to_string()
            } else {
                (*self.one_of(pieces)).to_owned()
            };
            let times = if self.once_in(24) { self.below(3_000) } else { 1 };
            text.push_str(&piece.repeat(times));
        }
        text
    }

    /// These bytes with some mistakes: altered, missing, there twice, moved, cut off, and others between them.
    pub fn with_mistakes(&mut self, sample: &[u8]) -> Vec<u8> {
        let mut bytes = sample.to_vec();
        for _ in 0..self.below(6) {
            let (from, length) = (self.below(bytes.len()), self.below(32));
            let to = (from + length).min(bytes.len());
            match self.below(6) {
                0 => bytes.truncate(from),
                1 => drop(bytes.drain(from..to)),
                2 => bytes.extend_from_within(from..to),
                3 => {
                    let more = self.bytes(16);
                    bytes.splice(from..from, more);
                }
                4 => {
                    let digits = self.one_of(json::NUMBERS).as_bytes().to_vec();
                    bytes.splice(from..to, digits);
                }
                _ => {
                    let bit = 1 << self.below(8);
                    if let Some(byte) = bytes.get_mut(from) {
                        *byte ^= bit;
                    }
                }
            }
        }
        bytes
    }

    /// This JSON with some of its parts lost, doubled, exchanged, or something else altogether; the keys stay likely.
    pub fn altered(&mut self, sample: &Value) -> Value {
        let mut altered = sample.clone();
        for _ in 0..self.below(5) {
            json::alter(self, &mut altered);
        }
        altered
    }

    /// JSON text: the sample altered, or its text with mistakes, or something very deep.
    pub fn json(&mut self, sample: &Value) -> Vec<u8> {
        let altered = self.altered(sample).to_string().into_bytes();
        match self.below(8) {
            0..=4 => altered,
            5 | 6 => self.with_mistakes(&altered),
            _ => json::deep(self),
        }
    }
}

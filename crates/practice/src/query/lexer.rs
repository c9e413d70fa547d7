//! Words of an OData filter.

use crate::error::ErrorResponse;

/// One word.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Token {
    /// A name, a path, an operator or an unquoted literal.
    Word(String),
    /// A quoted text, its doubled apostrophes undone (concepts/query-parameters, "Escaping single quotes").
    Text(String),
    Open,
    Close,
    Comma,
    Colon,
}

/// Takes a filter apart. An apostrophe that is not doubled ends the text: what then follows is refused by
/// the parser, as the server does.
pub(crate) fn tokens(filter: &str) -> Result<Vec<Token>, ErrorResponse> {
    let mut found = Vec::new();
    let mut letters = filter.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            letter if letter.is_whitespace() => {}
            '(' => found.push(Token::Open),
            ')' => found.push(Token::Close),
            ',' => found.push(Token::Comma),
            '\'' => {
                let mut text = String::new();
                loop {
                    match letters.next() {
                        Some('\'') if letters.next_if_eq(&'\'').is_some() => text.push('\''),
                        Some('\'') => break,
                        Some(other) => text.push(other),
                        None => {
                            return Err(ErrorResponse::odata(format!(
                                "There is an unterminated string literal at position {} in '{filter}'.",
                                filter.chars().count()
                            )));
                        }
                    }
                }
                found.push(Token::Text(text));
            }
            ':' => found.push(Token::Colon),
            first => {
                let mut word = String::from(first);
                while let Some(next) = letters.next_if(|c| is_word(*c)) {
                    word.push(next);
                }
                // Dates: `2026-01-01T08:00:00Z` has colons inside.
                if word.starts_with(|c: char| c.is_ascii_digit()) {
                    while let Some(next) = letters.next_if(|c| is_word(*c) || matches!(c, ':' | '+')) {
                        word.push(next);
                    }
                }
                found.push(Token::Word(word));
            }
        }
    }
    Ok(found)
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '/' | '_' | '.' | '$' | '-' | '@' | '#')
}

//! An OData filter as a tree. Sources: concepts/filter-query-parameter; concepts/aad-advanced-queries.

use super::check::Checker;
use super::lexer::{Token, tokens};
use crate::error::ErrorResponse;

/// Deeper nesting than anybody writes; a limit so that a bad query cannot exhaust the stack.
const DEPTH: usize = 60;
/// Longer than anybody writes, for the same reason: a chain of `or` is a tree as deep as it is long.
const WORDS: usize = 2000;

/// A comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Op {
    Eq,
    Ne,
    Ge,
    Le,
    Gt,
    Lt,
}

/// What is compared with.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Literal {
    Text(String),
    Bool(bool),
    Null,
    /// Numbers, dates, GUIDs: compared as written.
    Bare(String),
}

/// A filter. Inside `any`, a property is relative to the element; the empty name is the element itself.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Filter {
    And(Box<Filter>, Box<Filter>),
    Or(Box<Filter>, Box<Filter>),
    Not(Box<Filter>),
    Compare(String, Op, Literal),
    In(String, Vec<Literal>),
    Starts(String, String),
    Ends(String, String),
    Any(String, Box<Filter>),
    Count(String, Op, usize),
}

/// The most clauses that may be joined by `or` in default mode (docs-contrib issue 1238, which also has the message).
const MOST_CLAUSES: usize = 15;

impl Filter {
    /// How many clauses the widest chain of `or` joins.
    fn clauses(&self) -> usize {
        match self {
            Self::Or(left, right) => left.clauses() + right.clauses(),
            Self::And(left, right) => left.clauses().max(right.clauses()),
            Self::Not(inner) | Self::Any(_, inner) => inner.clauses(),
            Self::Compare(..) | Self::In(..) | Self::Starts(..) | Self::Ends(..) | Self::Count(..) => 1,
        }
    }

    /// Whether `endsWith` or `/$count` is joined with something else.
    pub(crate) fn joins_advanced(&self) -> bool {
        match self {
            Self::And(left, right) | Self::Or(left, right) => left.has_advanced() || right.has_advanced(),
            Self::Not(inner) => inner.joins_advanced(),
            Self::Compare(..)
            | Self::In(..)
            | Self::Starts(..)
            | Self::Ends(..)
            | Self::Any(..)
            | Self::Count(..) => false,
        }
    }

    fn has_advanced(&self) -> bool {
        match self {
            Self::And(left, right) | Self::Or(left, right) => left.has_advanced() || right.has_advanced(),
            Self::Not(inner) | Self::Any(_, inner) => inner.has_advanced(),
            Self::Ends(..) | Self::Count(..) => true,
            Self::Compare(..) | Self::In(..) | Self::Starts(..) => false,
        }
    }
}

/// Parses a filter and lets it be checked whether the directory can run it.
pub(super) fn parse(text: &str, checker: &Checker) -> Result<Filter, ErrorResponse> {
    let tokens = tokens(text)?;
    if tokens.len() > WORDS {
        return Err(ErrorResponse::odata("Invalid filter clause: it is too long."));
    }
    let mut parser = Parser { tokens: &tokens, at: 0, whole: text, depth: 0 };
    let filter = parser.parse_or(None)?;
    if parser.at != tokens.len() {
        return Err(parser.syntax_error());
    }
    let clauses = filter.clauses();
    if !checker.advanced && clauses > MOST_CLAUSES {
        return Err(ErrorResponse::unsupported(format!(
            "Too many child clauses specified in search filter expression containing 'OR' operators: {clauses}. \
             Max allowed: {MOST_CLAUSES}."
        )));
    }
    checker.run(&filter, false)?;
    Ok(filter)
}

struct Parser<'a> {
    tokens: &'a [Token],
    at: usize,
    whole: &'a str,
    depth: usize,
}

impl Parser<'_> {
    fn syntax_error(&self) -> ErrorResponse {
        ErrorResponse::odata(format!(
            "Invalid filter clause: Syntax error at position {} in '{}'.",
            self.at, self.whole
        ))
    }

    fn next(&mut self) -> Result<Token, ErrorResponse> {
        let token = self.tokens.get(self.at).cloned().ok_or_else(|| self.syntax_error())?;
        self.at += 1;
        Ok(token)
    }

    fn expect(&mut self, wanted: &Token) -> Result<(), ErrorResponse> {
        if self.next()? == *wanted { Ok(()) } else { Err(self.syntax_error()) }
    }

    fn take_word(&mut self, word: &str) -> bool {
        let found =
            matches!(self.tokens.get(self.at), Some(Token::Word(next)) if next.eq_ignore_ascii_case(word));
        self.at += usize::from(found);
        found
    }

    /// `or` binds less than `and`, which binds less than `not`.
    fn parse_or(&mut self, var: Option<&str>) -> Result<Filter, ErrorResponse> {
        let mut left = self.parse_and(var)?;
        while self.take_word("or") {
            left = Filter::Or(Box::new(left), Box::new(self.parse_and(var)?));
        }
        Ok(left)
    }

    fn parse_and(&mut self, var: Option<&str>) -> Result<Filter, ErrorResponse> {
        let mut left = self.parse_unary(var)?;
        while self.take_word("and") {
            left = Filter::And(Box::new(left), Box::new(self.parse_unary(var)?));
        }
        Ok(left)
    }

    fn parse_unary(&mut self, var: Option<&str>) -> Result<Filter, ErrorResponse> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(ErrorResponse::odata("Invalid filter clause: it is nested too deeply."));
        }
        let filter = if self.take_word("not") {
            Filter::Not(Box::new(self.parse_unary(var)?))
        } else if self.tokens.get(self.at) == Some(&Token::Open) {
            self.at += 1;
            let inner = self.parse_or(var)?;
            self.expect(&Token::Close)?;
            inner
        } else {
            self.parse_comparison(var)?
        };
        self.depth -= 1;
        Ok(filter)
    }

    fn parse_comparison(&mut self, var: Option<&str>) -> Result<Filter, ErrorResponse> {
        let Token::Word(word) = self.next()? else { return Err(self.syntax_error()) };
        let is_call = self.tokens.get(self.at) == Some(&Token::Open);
        if is_call && (word.eq_ignore_ascii_case("startswith") || word.eq_ignore_ascii_case("endswith")) {
            self.at += 1;
            let property = self.parse_property(var)?;
            self.expect(&Token::Comma)?;
            let Token::Text(text) = self.next()? else { return Err(self.syntax_error()) };
            self.expect(&Token::Close)?;
            let starts = word.eq_ignore_ascii_case("startswith");
            return Ok(if starts { Filter::Starts(property, text) } else { Filter::Ends(property, text) });
        }
        if let Some(property) = word.strip_suffix("/any").filter(|_| is_call && var.is_none()) {
            return self.parse_any(property);
        }
        if let Some(property) = word.strip_suffix("/$count") {
            let op = self.parse_operator()?;
            let Token::Word(number) = self.next()? else { return Err(self.syntax_error()) };
            let number = number.parse().map_err(|_| self.syntax_error())?;
            return Ok(Filter::Count(property.to_owned(), op, number));
        }
        let property = self.relative_name(&word, var)?;
        if self.take_word("in") {
            return self.parse_in(property);
        }
        let op = self.parse_operator()?;
        Ok(Filter::Compare(property, op, self.parse_literal()?))
    }

    fn parse_any(&mut self, property: &str) -> Result<Filter, ErrorResponse> {
        self.expect(&Token::Open)?;
        let Token::Word(var) = self.next()? else { return Err(self.syntax_error()) };
        self.expect(&Token::Colon)?;
        let inner = self.parse_or(Some(&var))?;
        self.expect(&Token::Close)?;
        Ok(Filter::Any(property.to_owned(), Box::new(inner)))
    }

    fn parse_in(&mut self, property: String) -> Result<Filter, ErrorResponse> {
        self.expect(&Token::Open)?;
        let mut values = vec![self.parse_literal()?];
        loop {
            match self.next()? {
                Token::Comma => values.push(self.parse_literal()?),
                Token::Close => return Ok(Filter::In(property, values)),
                Token::Word(_) | Token::Text(_) | Token::Open | Token::Colon => {
                    return Err(self.syntax_error());
                }
            }
        }
    }

    fn parse_property(&mut self, var: Option<&str>) -> Result<String, ErrorResponse> {
        let Token::Word(word) = self.next()? else { return Err(self.syntax_error()) };
        self.relative_name(&word, var)
    }

    /// A property's name; inside `any`, what follows the variable.
    fn relative_name(&self, word: &str, var: Option<&str>) -> Result<String, ErrorResponse> {
        let Some(var) = var else { return Ok(word.to_owned()) };
        match word.split_once('/') {
            None if word == var => Ok(String::new()),
            Some((name, rest)) if name == var => Ok(rest.to_owned()),
            _ => Err(self.syntax_error()),
        }
    }

    fn parse_operator(&mut self) -> Result<Op, ErrorResponse> {
        let Token::Word(word) = self.next()? else { return Err(self.syntax_error()) };
        match word.to_ascii_lowercase().as_str() {
            "eq" => Ok(Op::Eq),
            "ne" => Ok(Op::Ne),
            "ge" => Ok(Op::Ge),
            "le" => Ok(Op::Le),
            "gt" => Ok(Op::Gt),
            "lt" => Ok(Op::Lt),
            _ => Err(self.syntax_error()),
        }
    }

    fn parse_literal(&mut self) -> Result<Literal, ErrorResponse> {
        match self.next()? {
            Token::Text(text) => Ok(Literal::Text(text)),
            Token::Word(word) => Ok(match word.as_str() {
                "true" => Literal::Bool(true),
                "false" => Literal::Bool(false),
                "null" => Literal::Null,
                _ if word.starts_with(|c: char| c.is_ascii_hexdigit() || c == '-') => Literal::Bare(word),
                _ => return Err(self.syntax_error()),
            }),
            Token::Open | Token::Close | Token::Comma | Token::Colon => Err(self.syntax_error()),
        }
    }
}

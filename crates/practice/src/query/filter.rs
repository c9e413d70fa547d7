//! An OData filter as a tree, parsed and checked against the type's table.
//! Sources: concepts/filter-query-parameter; concepts/aad-advanced-queries; objectIdentity resource.

use super::lexer::{Token, tokens};
use crate::error::ErrorResponse;
use crate::schema::{COUNT, ENDS, EQ, GE, Holds, IN, Kind, LE, NE, NOT, NULL, Property, STARTS};

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
}

/// Parses a filter for a type and checks that the directory can run it. `advanced` is whether the caller
/// asked for advanced queries.
pub(crate) fn parse(text: &str, kind: Kind, advanced: bool) -> Result<Filter, ErrorResponse> {
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
    if !advanced && clauses > MOST_CLAUSES {
        return Err(ErrorResponse::unsupported(format!(
            "Too many child clauses specified in search filter expression containing 'OR' operators: {clauses}. \
             Max allowed: {MOST_CLAUSES}."
        )));
    }
    Checker { kind, advanced }.run(&filter, false)?;
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

struct Checker {
    kind: Kind,
    advanced: bool,
}

impl Checker {
    fn property(&self, name: &str) -> Result<&'static Property, ErrorResponse> {
        self.kind.property(name).ok_or_else(|| {
            ErrorResponse::odata(format!(
                "Invalid filter clause: Could not find a property named '{name}' on type 'microsoft.graph.{}'.",
                self.kind.name()
            ))
        })
    }

    fn allow(&self, row: &Property, op: u16, advanced: bool, negated: bool) -> Result<(), ErrorResponse> {
        let missing_not = negated && row.ops & NOT == 0;
        if row.ops & op == 0 || missing_not || ((advanced || negated) && !self.advanced) {
            return Err(ErrorResponse::unsupported(format!(
                "Unsupported or invalid query filter clause specified for property '{}' of resource '{}'.",
                row.name,
                self.kind.name()
            )));
        }
        Ok(())
    }

    /// `ne`, `not`, `endsWith`, `/$count` and `userType eq null` are advanced; the rest works by default.
    fn run(&self, filter: &Filter, negated: bool) -> Result<(), ErrorResponse> {
        match filter {
            Filter::And(left, right) | Filter::Or(left, right) => {
                self.run(left, negated)?;
                self.run(right, negated)
            }
            Filter::Not(inner) => self.run(inner, true),
            Filter::Compare(name, op, literal) => {
                let row = self.single_valued(name)?;
                let null = *literal == Literal::Null;
                let advanced = *op == Op::Ne || (null && name == "userType");
                let bit = if null && *op == Op::Eq { NULL } else { bit(*op) };
                // `ne null` needs both: the operator, and null being something to compare with.
                let bit = if null && *op == Op::Ne && row.ops & NULL == 0 { NULL } else { bit };
                self.allow(row, bit, advanced, negated)
            }
            Filter::In(name, _) => self.allow(self.single_valued(name)?, IN, false, negated),
            Filter::Starts(name, _) => self.allow(self.single_valued(name)?, STARTS, false, negated),
            Filter::Ends(name, _) => self.allow(self.single_valued(name)?, ENDS, true, negated),
            Filter::Count(name, op, number) => {
                let row = self.property(name)?;
                // Only emptiness can be asked (user resource: "/$count eq 0, /$count ne 0").
                let fits = *number == 0 && matches!(op, Op::Eq | Op::Ne);
                self.allow(row, if fits { COUNT } else { 0 }, true, negated)
            }
            Filter::Any(name, inner) => {
                let row = self.property(name)?;
                match row.holds {
                    Holds::One => self.allow(row, 0, false, negated),
                    Holds::Many => self.element(row, inner, negated),
                    Holds::Identities => self.identity(row, inner, negated),
                }
            }
        }
    }

    /// A property outside `any`; a collection there is refused ("The any operator is required to filter
    /// expressions on multi-valued properties").
    fn single_valued(&self, name: &str) -> Result<&'static Property, ErrorResponse> {
        let row = self.property(name)?;
        if row.holds == Holds::One { Ok(row) } else { self.allow(row, 0, false, false).map(|()| row) }
    }

    fn element(&self, row: &Property, inner: &Filter, negated: bool) -> Result<(), ErrorResponse> {
        match inner {
            Filter::Or(left, right) | Filter::And(left, right) => {
                self.element(row, left, negated)?;
                self.element(row, right, negated)
            }
            Filter::Compare(name, op, Literal::Text(_)) if name.is_empty() => {
                self.allow(row, bit(*op), *op == Op::Ne, negated)
            }
            Filter::In(name, _) if name.is_empty() => self.allow(row, IN, false, negated),
            Filter::Starts(name, _) if name.is_empty() => self.allow(row, STARTS, false, negated),
            Filter::Ends(name, _) if name.is_empty() => self.allow(row, ENDS, true, negated),
            Filter::Compare(..)
            | Filter::In(..)
            | Filter::Starts(..)
            | Filter::Ends(..)
            | Filter::Not(_)
            | Filter::Any(..)
            | Filter::Count(..) => self.allow(row, 0, false, negated),
        }
    }

    /// objectIdentity resource: issuer and issuerAssignedId go together; issuer alone only for google.com,
    /// facebook.com, mail and phone; the userPrincipalName signInType cannot be filtered.
    fn identity(&self, row: &Property, inner: &Filter, negated: bool) -> Result<(), ErrorResponse> {
        let alone = |issuer: &str| ["google.com", "facebook.com", "mail", "phone"].contains(&issuer);
        let fits = match inner {
            Filter::Compare(name, Op::Eq, Literal::Text(issuer)) => name == "issuer" && alone(issuer),
            Filter::And(left, right) => {
                let name = |side: &Filter| {
                    if let Filter::Compare(name, Op::Eq, Literal::Text(_)) = side {
                        name.clone()
                    } else {
                        String::new()
                    }
                };
                let mut names = [name(left), name(right)];
                names.sort_unstable();
                names == ["issuer", "issuerAssignedId"]
            }
            Filter::Compare(..)
            | Filter::Or(..)
            | Filter::Not(_)
            | Filter::In(..)
            | Filter::Starts(..)
            | Filter::Ends(..)
            | Filter::Any(..)
            | Filter::Count(..) => false,
        };
        self.allow(row, if fits { EQ } else { 0 }, false, negated)
    }
}

fn bit(op: Op) -> u16 {
    match op {
        Op::Eq => EQ,
        Op::Ne => NE,
        Op::Ge => GE,
        Op::Le => LE,
    }
}

//! An OData filter as a tree, parsed and checked against the type's table.
//! Sources: concepts/filter-query-parameter; concepts/aad-advanced-queries; objectIdentity resource.

use super::lexer::{Token, tokens};
use crate::problem::Problem;
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
pub(crate) fn parse(text: &str, kind: Kind, advanced: bool) -> Result<Filter, Problem> {
    let tokens = tokens(text)?;
    if tokens.len() > WORDS {
        return Err(Problem::odata("Invalid filter clause: it is too long."));
    }
    let mut parser = Parser { tokens: &tokens, at: 0, whole: text, depth: 0 };
    let filter = parser.either(None)?;
    if parser.at != tokens.len() {
        return Err(parser.wrong());
    }
    let clauses = filter.clauses();
    if !advanced && clauses > MOST_CLAUSES {
        return Err(Problem::unsupported(format!(
            "Too many child clauses specified in search filter expression containing 'OR' operators: {clauses}. \
             Max allowed: {MOST_CLAUSES}."
        )));
    }
    Check { kind, advanced }.run(&filter, false)?;
    Ok(filter)
}

struct Parser<'a> {
    tokens: &'a [Token],
    at: usize,
    whole: &'a str,
    depth: usize,
}

impl Parser<'_> {
    fn wrong(&self) -> Problem {
        Problem::odata(format!(
            "Invalid filter clause: Syntax error at position {} in '{}'.",
            self.at, self.whole
        ))
    }

    fn next(&mut self) -> Result<Token, Problem> {
        let token = self.tokens.get(self.at).cloned().ok_or_else(|| self.wrong())?;
        self.at += 1;
        Ok(token)
    }

    fn expect(&mut self, wanted: &Token) -> Result<(), Problem> {
        if self.next()? == *wanted { Ok(()) } else { Err(self.wrong()) }
    }

    fn take_word(&mut self, word: &str) -> bool {
        let found =
            matches!(self.tokens.get(self.at), Some(Token::Word(next)) if next.eq_ignore_ascii_case(word));
        self.at += usize::from(found);
        found
    }

    fn either(&mut self, var: Option<&str>) -> Result<Filter, Problem> {
        let mut left = self.both(var)?;
        while self.take_word("or") {
            left = Filter::Or(Box::new(left), Box::new(self.both(var)?));
        }
        Ok(left)
    }

    fn both(&mut self, var: Option<&str>) -> Result<Filter, Problem> {
        let mut left = self.single(var)?;
        while self.take_word("and") {
            left = Filter::And(Box::new(left), Box::new(self.single(var)?));
        }
        Ok(left)
    }

    fn single(&mut self, var: Option<&str>) -> Result<Filter, Problem> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(Problem::odata("Invalid filter clause: it is nested too deeply."));
        }
        let filter = if self.take_word("not") {
            Filter::Not(Box::new(self.single(var)?))
        } else if self.tokens.get(self.at) == Some(&Token::Open) {
            self.at += 1;
            let inner = self.either(var)?;
            self.expect(&Token::Close)?;
            inner
        } else {
            self.leaf(var)?
        };
        self.depth -= 1;
        Ok(filter)
    }

    fn leaf(&mut self, var: Option<&str>) -> Result<Filter, Problem> {
        let Token::Word(word) = self.next()? else { return Err(self.wrong()) };
        let is_call = self.tokens.get(self.at) == Some(&Token::Open);
        if is_call && (word.eq_ignore_ascii_case("startswith") || word.eq_ignore_ascii_case("endswith")) {
            self.at += 1;
            let property = self.path(var)?;
            self.expect(&Token::Comma)?;
            let Token::Text(text) = self.next()? else { return Err(self.wrong()) };
            self.expect(&Token::Close)?;
            let starts = word.eq_ignore_ascii_case("startswith");
            return Ok(if starts { Filter::Starts(property, text) } else { Filter::Ends(property, text) });
        }
        if let Some(property) = word.strip_suffix("/any").filter(|_| is_call && var.is_none()) {
            return self.any(property);
        }
        if let Some(property) = word.strip_suffix("/$count") {
            let op = self.operator()?;
            let Token::Word(number) = self.next()? else { return Err(self.wrong()) };
            let number = number.parse().map_err(|_| self.wrong())?;
            return Ok(Filter::Count(property.to_owned(), op, number));
        }
        let property = self.relative(&word, var)?;
        if self.take_word("in") {
            return self.list(property);
        }
        let op = self.operator()?;
        Ok(Filter::Compare(property, op, self.literal()?))
    }

    fn any(&mut self, property: &str) -> Result<Filter, Problem> {
        self.expect(&Token::Open)?;
        let Token::Word(var) = self.next()? else { return Err(self.wrong()) };
        self.expect(&Token::Colon)?;
        let inner = self.either(Some(&var))?;
        self.expect(&Token::Close)?;
        Ok(Filter::Any(property.to_owned(), Box::new(inner)))
    }

    fn list(&mut self, property: String) -> Result<Filter, Problem> {
        self.expect(&Token::Open)?;
        let mut values = vec![self.literal()?];
        loop {
            match self.next()? {
                Token::Comma => values.push(self.literal()?),
                Token::Close => return Ok(Filter::In(property, values)),
                _ => return Err(self.wrong()),
            }
        }
    }

    fn path(&mut self, var: Option<&str>) -> Result<String, Problem> {
        let Token::Word(word) = self.next()? else { return Err(self.wrong()) };
        self.relative(&word, var)
    }

    /// A property's name; inside `any`, what follows the variable.
    fn relative(&self, word: &str, var: Option<&str>) -> Result<String, Problem> {
        let Some(var) = var else { return Ok(word.to_owned()) };
        match word.split_once('/') {
            None if word == var => Ok(String::new()),
            Some((name, rest)) if name == var => Ok(rest.to_owned()),
            _ => Err(self.wrong()),
        }
    }

    fn operator(&mut self) -> Result<Op, Problem> {
        let Token::Word(word) = self.next()? else { return Err(self.wrong()) };
        match word.to_ascii_lowercase().as_str() {
            "eq" => Ok(Op::Eq),
            "ne" => Ok(Op::Ne),
            "ge" => Ok(Op::Ge),
            "le" => Ok(Op::Le),
            _ => Err(self.wrong()),
        }
    }

    fn literal(&mut self) -> Result<Literal, Problem> {
        match self.next()? {
            Token::Text(text) => Ok(Literal::Text(text)),
            Token::Word(word) => Ok(match word.as_str() {
                "true" => Literal::Bool(true),
                "false" => Literal::Bool(false),
                "null" => Literal::Null,
                _ if word.starts_with(|c: char| c.is_ascii_hexdigit() || c == '-') => Literal::Bare(word),
                _ => return Err(self.wrong()),
            }),
            _ => Err(self.wrong()),
        }
    }
}

struct Check {
    kind: Kind,
    advanced: bool,
}

impl Check {
    fn property(&self, name: &str) -> Result<&'static Property, Problem> {
        self.kind.property(name).ok_or_else(|| {
            Problem::odata(format!(
                "Invalid filter clause: Could not find a property named '{name}' on type 'microsoft.graph.{}'.",
                self.kind.name()
            ))
        })
    }

    fn allow(&self, row: &Property, op: u16, advanced: bool, negated: bool) -> Result<(), Problem> {
        let missing_not = negated && row.ops & NOT == 0;
        if row.ops & op == 0 || missing_not || ((advanced || negated) && !self.advanced) {
            return Err(Problem::unsupported(format!(
                "Unsupported or invalid query filter clause specified for property '{}' of resource '{}'.",
                row.name,
                self.kind.name()
            )));
        }
        Ok(())
    }

    /// `ne`, `not`, `endsWith`, `/$count` and `userType eq null` are advanced; the rest works by default.
    fn run(&self, filter: &Filter, negated: bool) -> Result<(), Problem> {
        match filter {
            Filter::And(left, right) | Filter::Or(left, right) => {
                self.run(left, negated)?;
                self.run(right, negated)
            }
            Filter::Not(inner) => self.run(inner, true),
            Filter::Compare(name, op, literal) => {
                let row = self.single(name)?;
                let null = *literal == Literal::Null;
                let advanced = *op == Op::Ne || (null && name == "userType");
                let bit = if null && *op == Op::Eq { NULL } else { bit(*op) };
                // `ne null` needs both: the operator, and null being something to compare with.
                let bit = if null && *op == Op::Ne && row.ops & NULL == 0 { NULL } else { bit };
                self.allow(row, bit, advanced, negated)
            }
            Filter::In(name, _) => self.allow(self.single(name)?, IN, false, negated),
            Filter::Starts(name, _) => self.allow(self.single(name)?, STARTS, false, negated),
            Filter::Ends(name, _) => self.allow(self.single(name)?, ENDS, true, negated),
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
    fn single(&self, name: &str) -> Result<&'static Property, Problem> {
        let row = self.property(name)?;
        if row.holds == Holds::One { Ok(row) } else { self.allow(row, 0, false, false).map(|()| row) }
    }

    fn element(&self, row: &Property, inner: &Filter, negated: bool) -> Result<(), Problem> {
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
            _ => self.allow(row, 0, false, negated),
        }
    }

    /// objectIdentity resource: issuer and issuerAssignedId go together; issuer alone only for google.com,
    /// facebook.com, mail and phone; the userPrincipalName signInType cannot be filtered.
    fn identity(&self, row: &Property, inner: &Filter, negated: bool) -> Result<(), Problem> {
        let alone = |issuer: &str| ["google.com", "facebook.com", "mail", "phone"].contains(&issuer);
        let fits = match inner {
            Filter::Compare(name, Op::Eq, Literal::Text(issuer)) => name == "issuer" && alone(issuer),
            Filter::And(left, right) => {
                let name = |side: &Filter| match side {
                    Filter::Compare(name, Op::Eq, Literal::Text(_)) => name.clone(),
                    _ => String::new(),
                };
                let mut names = [name(left), name(right)];
                names.sort_unstable();
                names == ["issuer", "issuerAssignedId"]
            }
            _ => false,
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

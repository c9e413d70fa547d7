//! Whether the directory can run a filter: does the type have the property, and does the property take the operator?
//! Sources: the property descriptions ("Supports $filter (…)"); concepts/aad-advanced-queries; objectIdentity resource.

use super::filter::{Filter, Literal, Op};
use crate::error::ErrorResponse;
use crate::schema::{COUNT, ENDS, EQ, GE, Holds, IN, Kind, LE, NE, NOT, NULL, Property, STARTS};

/// Checks a filter against the table of a type.
pub(super) struct Checker {
    pub(super) kind: Kind,
    /// Whether the caller asked for advanced queries.
    pub(super) advanced: bool,
    /// Whether `gt` and `lt` are run where `ge` and `le` are.
    pub(super) open_ranges: bool,
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
    pub(super) fn run(&self, filter: &Filter, negated: bool) -> Result<(), ErrorResponse> {
        match filter {
            Filter::And(left, right) | Filter::Or(left, right) => {
                self.run(left, negated)?;
                self.run(right, negated)
            }
            Filter::Not(inner) => self.run(inner, true),
            Filter::Compare(name, op, literal) => {
                let row = self.single_valued(name)?;
                check_types(row, *op, literal)?;
                let null = *literal == Literal::Null;
                let advanced = *op == Op::Ne || (null && name == "userType");
                let open = matches!(op, Op::Gt | Op::Lt) && !self.open_ranges;
                let bit = if null && *op == Op::Eq { NULL } else { bit(*op) };
                let bit = if open { 0 } else { bit };
                // `ne null` needs both: the operator, and null being something to compare with.
                let bit = if null && *op == Op::Ne && row.ops & NULL == 0 { NULL } else { bit };
                self.allow(row, bit, advanced, negated)
            }
            Filter::In(name, literals) => {
                let row = self.single_valued(name)?;
                literals.iter().try_for_each(|literal| check_types(row, Op::Eq, literal))?;
                self.allow(row, IN, false, negated)
            }
            Filter::Starts(name, _) => self.allow(self.textual(name, "startsWith")?, STARTS, false, negated),
            Filter::Ends(name, _) => self.allow(self.textual(name, "endsWith")?, ENDS, true, negated),
            Filter::Count(name, op, number) => {
                let row = self.property(name)?;
                // Only emptiness can be asked (user resource: "/$count eq 0, /$count ne 0").
                let fits = *number == 0 && matches!(op, Op::Eq | Op::Ne);
                self.allow(row, if fits { COUNT } else { 0 }, true, negated)
            }
            Filter::Any(name, inner) => {
                let row = self.property(name)?;
                match row.holds {
                    Holds::One | Holds::Flag => self.allow(row, 0, false, negated),
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
        match row.holds {
            Holds::One | Holds::Flag => Ok(row),
            Holds::Many | Holds::Identities => self.allow(row, 0, false, false).map(|()| row),
        }
    }

    /// A property that a function of texts is given (source: cli-microsoft365 issue 6064, where it was a truth value).
    fn textual(&self, name: &str, function: &str) -> Result<&'static Property, ErrorResponse> {
        let row = self.single_valued(name)?;
        if row.holds == Holds::Flag {
            return Err(ErrorResponse::odata(format!(
                "Invalid filter clause: No function signature for the function with name '{function}' matches the \
                 specified arguments. The function signatures considered are: {function}(Edm.String Nullable=true, \
                 Edm.String Nullable=true)."
            )));
        }
        Ok(row)
    }

    fn element(&self, row: &Property, inner: &Filter, negated: bool) -> Result<(), ErrorResponse> {
        match inner {
            Filter::Or(left, right) | Filter::And(left, right) => {
                self.element(row, left, negated)?;
                self.element(row, right, negated)
            }
            Filter::Compare(name, op, Literal::Text(_)) if name.is_empty() => {
                let open = matches!(op, Op::Gt | Op::Lt) && !self.open_ranges;
                self.allow(row, if open { 0 } else { bit(*op) }, *op == Op::Ne, negated)
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
        Op::Ge | Op::Gt => GE,
        Op::Le | Op::Lt => LE,
    }
}

/// A truth value compares with `true` and `false` only, and only a truth value does. Source: microsoft-graph-docs issue
/// 3044 (`accountEnabled eq 'true'` is 400 "Invalid filter clause"); the rest of the sentence is what Microsoft's OData
/// library says there.
fn check_types(row: &Property, op: Op, literal: &Literal) -> Result<(), ErrorResponse> {
    let is_flag = row.holds == Holds::Flag;
    let other = match literal {
        Literal::Null => return Ok(()),
        Literal::Bool(_) if is_flag => return Ok(()),
        Literal::Text(_) | Literal::Bare(_) if !is_flag => return Ok(()),
        Literal::Bool(_) => "Edm.Boolean",
        Literal::Text(_) => "Edm.String",
        Literal::Bare(_) => "Edm.Int32",
    };
    let own = if is_flag { "Edm.Boolean" } else { "Edm.String" };
    let operator = match op {
        Op::Eq => "Equal",
        Op::Ne => "NotEqual",
        Op::Ge => "GreaterThanOrEqual",
        Op::Le => "LessThanOrEqual",
        Op::Gt => "GreaterThan",
        Op::Lt => "LessThan",
    };
    Err(ErrorResponse::odata(format!(
        "Invalid filter clause: A binary operator with incompatible types was detected. Found operand types '{own}' and \
         '{other}' for operator kind '{operator}'."
    )))
}

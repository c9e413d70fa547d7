//! Whether an object matches a filter.

use std::cmp::Ordering;

use jiff::Timestamp;
use serde_json::Value;

use super::filter::{Filter, Literal, Op};
use crate::Object;
use crate::index::fold;

/// `fold_case`: compare text without regard to ASCII case (seen in practice, promised nowhere).
pub(crate) fn matches(filter: &Filter, object: &Object, fold_case: bool) -> bool {
    Evaluator { fold_case }.run(filter, Subject::Object(object))
}

/// What a filter looks at: an object, or an element of a collection.
#[derive(Clone, Copy)]
enum Subject<'a> {
    Object(&'a Object),
    Element(&'a Value),
}

struct Evaluator {
    fold_case: bool,
}

impl Evaluator {
    fn run(&self, filter: &Filter, subject: Subject<'_>) -> bool {
        match filter {
            Filter::And(left, right) => self.run(left, subject) && self.run(right, subject),
            Filter::Or(left, right) => self.run(left, subject) || self.run(right, subject),
            Filter::Not(inner) => !self.run(inner, subject),
            Filter::Compare(name, op, literal) => self.compare(at(subject, name), *op, literal),
            Filter::In(name, literals) => {
                let value = at(subject, name);
                literals.iter().any(|literal| self.compare(value, Op::Eq, literal))
            }
            Filter::Starts(name, text) => {
                self.text(at(subject, name)).is_some_and(|value| value.starts_with(&self.plain(text)))
            }
            Filter::Ends(name, text) => {
                self.text(at(subject, name)).is_some_and(|value| value.ends_with(&self.plain(text)))
            }
            Filter::Any(name, inner) => at(subject, name)
                .as_array()
                .is_some_and(|items| items.iter().any(|item| self.run(inner, Subject::Element(item)))),
            Filter::Count(name, op, number) => {
                let count = at(subject, name).as_array().map_or(0, Vec::len);
                if *op == Op::Eq { count == *number } else { count != *number }
            }
        }
    }

    fn plain(&self, text: &str) -> String {
        if self.fold_case { fold(text) } else { text.to_owned() }
    }

    fn text(&self, value: &Value) -> Option<String> {
        value.as_str().map(|text| self.plain(text))
    }

    fn compare(&self, value: &Value, op: Op, literal: &Literal) -> bool {
        let order = match literal {
            Literal::Null => return if op == Op::Eq { value.is_null() } else { !value.is_null() },
            Literal::Bool(wanted) => value.as_bool().map(|value| value.cmp(wanted)),
            Literal::Text(wanted) => self.text(value).map(|value| value.cmp(&self.plain(wanted))),
            Literal::Bare(wanted) => bare(value, wanted),
        };
        // What cannot be compared is not equal.
        order.map_or(op == Op::Ne, |order| op.holds(order))
    }
}

/// Dates compare as moments, whatever their fraction digits; other bare values as written.
fn bare(value: &Value, wanted: &str) -> Option<Ordering> {
    let value = value.as_str()?;
    match (value.parse::<Timestamp>(), wanted.parse::<Timestamp>()) {
        (Ok(value), Ok(wanted)) => Some(value.cmp(&wanted)),
        _ => Some(value.cmp(wanted)),
    }
}

/// A property of an object or of an element, or the element itself.
fn at<'a>(subject: Subject<'a>, name: &str) -> &'a Value {
    let found = match subject {
        Subject::Object(object) => object.get(name),
        Subject::Element(item) if name.is_empty() => Some(item),
        Subject::Element(item) => item.get(name),
    };
    found.unwrap_or(&Value::Null)
}

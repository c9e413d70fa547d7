//! Which objects a filter can possibly match, from the indexes.

use super::filter::{Filter, Literal, Op};
use crate::index::Index;
use crate::store::ObjectStore;

/// Candidates, or `None` if every object must be looked at.
pub(crate) fn candidates(filter: &Filter, store: &ObjectStore) -> Option<Vec<String>> {
    let mut ids = look_up(filter, store)?;
    ids.sort_unstable();
    ids.dedup();
    Some(ids)
}

fn look_up(filter: &Filter, store: &ObjectStore) -> Option<Vec<String>> {
    match filter {
        Filter::Compare(name, Op::Eq, Literal::Text(text)) if name == "id" => Some(vec![text.clone()]),
        Filter::Compare(name, Op::Eq, Literal::Text(text)) if Index::covers(name) => {
            Some(store.equal(name, text))
        }
        Filter::In(name, literals) if Index::covers(name) => literals
            .iter()
            .map(|literal| match literal {
                Literal::Text(text) => Some(store.equal(name, text)),
                Literal::Bool(_) | Literal::Null | Literal::Bare(_) => None,
            })
            .collect::<Option<Vec<_>>>()
            .map(|found| found.concat()),
        Filter::Starts(name, text) if Index::covers(name) => store.starting(name, text),
        Filter::Any(name, inner) if Index::covers(name) => element(name, inner, store),
        Filter::And(left, right) => match (look_up(left, store), look_up(right, store)) {
            (Some(left), Some(right)) => Some(if left.len() < right.len() { left } else { right }),
            (some, None) | (None, some) => some,
        },
        Filter::Or(left, right) => {
            let mut ids = look_up(left, store)?;
            ids.extend(look_up(right, store)?);
            Some(ids)
        }
        Filter::Compare(..)
        | Filter::In(..)
        | Filter::Starts(..)
        | Filter::Any(..)
        | Filter::Not(_)
        | Filter::Ends(..)
        | Filter::Count(..) => None,
    }
}

/// Inside `any`: the element itself, or the id that an issuer assigned.
fn element(name: &str, inner: &Filter, store: &ObjectStore) -> Option<Vec<String>> {
    match inner {
        Filter::Compare(part, Op::Eq, Literal::Text(text))
            if part.is_empty() || part == "issuerAssignedId" =>
        {
            Some(store.equal(name, text))
        }
        Filter::Starts(part, text) if part.is_empty() => store.starting(name, text),
        Filter::And(left, right) => element(name, left, store).or_else(|| element(name, right, store)),
        Filter::Or(left, right) => {
            let mut ids = element(name, left, store)?;
            ids.extend(element(name, right, store)?);
            Some(ids)
        }
        Filter::Compare(..)
        | Filter::Starts(..)
        | Filter::In(..)
        | Filter::Any(..)
        | Filter::Not(_)
        | Filter::Ends(..)
        | Filter::Count(..) => None,
    }
}

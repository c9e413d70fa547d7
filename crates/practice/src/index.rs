//! Indexes, so that a search by address costs the same in a tenant of a hundred and of a hundred thousand.
//! An index answers with candidates; whether a candidate matches is decided by looking at it. So entries of
//! changed objects may stay: they cost a look, never a wrong answer. Synthetic objects are in none: their addresses say
//! who they are.

use std::collections::BTreeMap;
use std::ops::Bound;

use serde_json::Value;

use crate::Object;
use crate::organisation::text;

/// The properties that are indexed.
const INDEXED: [&str; 5] = ["mail", "otherMails", "proxyAddresses", "userPrincipalName", "identities"];

/// ASCII folding, as the directory is seen to do.
pub(crate) fn fold(text: &str) -> String {
    text.to_ascii_lowercase()
}

/// Folded value to object ids, per property.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index([BTreeMap<String, Vec<String>>; 5]);

impl Index {
    fn position(property: &str) -> Option<usize> {
        INDEXED.iter().position(|name| *name == property)
    }

    pub(crate) fn covers(property: &str) -> bool {
        Self::position(property).is_some()
    }

    pub(crate) fn add(&mut self, object: &Object) {
        let Some(id) = text(object, "id") else { return };
        for (map, property) in self.0.iter_mut().zip(INDEXED) {
            for value in values(object.get(property)) {
                let ids = map.entry(fold(value)).or_default();
                if !ids.iter().any(|known| known == id) {
                    ids.push(id.to_owned());
                }
            }
        }
    }

    /// Ids whose property may equal the value.
    pub(crate) fn equal(&self, property: &str, value: &str) -> Vec<String> {
        Self::position(property).and_then(|at| self.0[at].get(&fold(value))).cloned().unwrap_or_default()
    }

    /// Ids whose property may start with the value.
    pub(crate) fn starting(&self, property: &str, value: &str) -> Vec<String> {
        let Some(at) = Self::position(property) else { return vec![] };
        let start = fold(value);
        self.0[at]
            .range::<str, _>((Bound::Included(start.as_str()), Bound::Unbounded))
            .take_while(|(key, _)| key.starts_with(&start))
            .flat_map(|(_, ids)| ids.iter().cloned())
            .collect()
    }
}

/// The indexed texts of a property: itself, its elements, or the ids that issuers assigned.
fn values(value: Option<&Value>) -> Vec<&str> {
    match value {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(many)) => many
            .iter()
            .filter_map(|item| item.as_str().or_else(|| item.get("issuerAssignedId").and_then(Value::as_str)))
            .collect(),
        _ => vec![],
    }
}

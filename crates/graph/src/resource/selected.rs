//! The three states of a property.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A property as an answer carries it. Graph leaves out what was not selected, so a missing property is *unknown*
/// and must never be read as empty (Microsoft Graph: user resource, "returned only on $select").
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Selected<T> {
    /// The answer does not carry the property: unknown.
    #[default]
    Absent,
    /// The property is there and has no value.
    Null,
    /// The property has this value.
    Value(T),
}

impl<T> Selected<T> {
    /// Unknown.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Known to have no value.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The value, if there is one. Says nothing about why there is none: see [`known`](Self::known).
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// `None` when unknown, else what is known: `Some(None)` is "known to be empty".
    #[must_use]
    pub fn known(&self) -> Option<Option<&T>> {
        match self {
            Self::Absent => None,
            Self::Null => Some(None),
            Self::Value(value) => Some(Some(value)),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Selected<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Null, Self::Value))
    }
}

impl<T: Serialize> Serialize for Selected<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Absent is left out by the field's own attribute; a lone one has no better form than null.
        self.value().serialize(serializer)
    }
}

//! A JSON object read strictly: no field twice, none unknown. `serde_json::Value` would keep the last of two fields
//! of one name, and a reader of the file would believe the first.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::error::{LARGEST, OrganisationError};
use super::values;

/// What stands in a field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Field {
    Text(String),
    Number(u64),
    Bool(bool),
    Object(Fields),
    /// Anything else: no field of ours can be it.
    Other,
}

/// The fields of an object, in their order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fields(Vec<(String, Field)>);

impl Fields {
    /// The fields of this text beside `version`, which must be one this program reads.
    pub(crate) fn parse(text: &str, newest: u64) -> Result<Self, OrganisationError> {
        if text.len() > LARGEST {
            return Err(OrganisationError::TooLarge);
        }
        // Windows' editors begin a file with a byte order mark.
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        match serde_json::from_str(text) {
            Ok(Field::Object(fields)) => fields.of_version(newest),
            _ => Err(OrganisationError::NotJson),
        }
    }

    /// The version before all else: a newer form may have other fields.
    pub(crate) fn of_version(mut self, newest: u64) -> Result<Self, OrganisationError> {
        match self.take("version")? {
            Some(Field::Number(found)) if found > newest => Err(OrganisationError::Newer { found }),
            Some(Field::Number(1..)) => Ok(self),
            Some(_) => Err(OrganisationError::Invalid { field: "version" }),
            None => Err(OrganisationError::Missing { field: "version" }),
        }
    }

    /// These fields, when all of them are among the known ones.
    pub(crate) fn only(self, known: &[&str]) -> Result<Self, OrganisationError> {
        match self.0.iter().find(|(name, _)| !known.contains(&name.as_str())) {
            Some((name, _)) => Err(OrganisationError::Unknown { field: values::displayable(name) }),
            None => Ok(self),
        }
    }

    /// Takes a field out; a second of that name is refused.
    pub(crate) fn take(&mut self, name: &'static str) -> Result<Option<Field>, OrganisationError> {
        let found = self.0.iter().position(|(field, _)| field == name).map(|place| self.0.remove(place).1);
        if self.0.iter().any(|(field, _)| field == name) {
            return Err(OrganisationError::Invalid { field: name });
        }
        Ok(found)
    }

    pub(crate) fn text(&mut self, name: &'static str) -> Result<String, OrganisationError> {
        self.optional_text(name)?.ok_or(OrganisationError::Missing { field: name })
    }

    pub(crate) fn optional_text(&mut self, name: &'static str) -> Result<Option<String>, OrganisationError> {
        match self.take(name)? {
            Some(Field::Text(text)) => Ok(Some(text)),
            Some(_) => Err(OrganisationError::Invalid { field: name }),
            None => Ok(None),
        }
    }
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FieldVisitor)
    }
}

struct FieldVisitor;

impl<'de> Visitor<'de> for FieldVisitor {
    type Value = Field;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_str<E>(self, text: &str) -> Result<Field, E> {
        Ok(Field::Text(text.to_owned()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Field, E> {
        Ok(Field::Number(number))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Field, E> {
        Ok(Field::Bool(value))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Field, E> {
        Ok(Field::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Field, E> {
        Ok(Field::Other)
    }

    fn visit_unit<E>(self) -> Result<Field, E> {
        Ok(Field::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Field, A::Error> {
        while elements.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Field::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Field, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Field::Object(Fields(fields)))
    }
}

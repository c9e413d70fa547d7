//! The tenant file: a whole organisation in Graph's own JSON shapes.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Object;
use crate::guests::{FaultyGuest, Guests};
use crate::schema::Kind;
use crate::synthetic::{Population, Synthetic};

/// The newest tenant file this program reads.
const VERSION: u64 = 1;
/// The most synthetic guests of a file: so that a damaged one does not fill the memory.
const MOST_GUESTS: u32 = 10_000_000;
/// Keys an object may have beside Graph's properties: relations, and the answer key.
const RELATIONS: [&str; 7] =
    ["@odata.type", "members", "owners", "settings", "sponsors", "appRoleAssignments", "practice"];

/// An organisation as its file tells it. Immutable: a [`Tenant`](crate::Tenant) starts from one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Organisation {
    pub(crate) version: u64,
    pub(crate) organization: Object,
    #[serde(default)]
    pub(crate) users: Vec<Object>,
    #[serde(default)]
    pub(crate) groups: Vec<Object>,
    #[serde(default)]
    pub(crate) contacts: Vec<Object>,
    #[serde(default)]
    pub(crate) deleted_users: Vec<Object>,
    #[serde(default)]
    pub(crate) group_settings: Vec<Object>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) authorization_policy: Option<Object>,
    #[serde(default)]
    pub(crate) roles: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(crate) personas: serde_json::Map<String, Value>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) lookups: Vec<Object>,
    /// Synthetic guests beside the written ones.
    #[serde(default, skip_serializing_if = "Guests::is_none")]
    pub(crate) guests: Guests,
    /// Whether those of them who are in groups stand among the members already.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) guests_placed: bool,
    /// Synthetic guests, and what owned their addresses, that are no longer there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) guests_gone: Vec<String>,
}

/// Why a tenant file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TenantFileError {
    /// It is not JSON, or not of the tenant file's shape.
    #[error("this is not a tenant file: {0}")]
    Shape(#[from] serde_json::Error),
    /// It was written for a newer program; it is not touched.
    #[error("this tenant file has version {found}; this program reads up to {VERSION}")]
    Newer {
        /// The version in the file.
        found: u64,
    },
    /// It contradicts itself or Graph's types.
    #[error("{0}")]
    Contradiction(String),
}

/// Somebody to sign in as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Persona {
    /// The name that `Bearer practice.<key>` takes.
    pub key: String,
    /// The user's display name.
    pub display_name: String,
    /// The user's object id.
    pub user_id: String,
    /// Directory roles by display name, e.g. "User Administrator".
    pub roles: Vec<String>,
    /// Delegated scopes; `None` is all that the app may ask for.
    pub scopes: Option<Vec<String>>,
    /// Whether they own a group.
    pub owns_groups: bool,
}

/// What the author of the file says the app should conclude: the answer key beside a guest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The guest, or `None` where no guest should be found.
    pub user_id: Option<String>,
    /// What to type.
    pub find: String,
    /// The group to choose, if any.
    pub group: Option<String>,
    /// The verdict, as in `data-verdict`.
    pub verdict: String,
    /// Why, in one sentence.
    pub story: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct PersonaRow {
    user_id: String,
    #[serde(default)]
    roles: Vec<String>,
    scopes: Option<Vec<String>>,
}

impl Organisation {
    /// Reads and checks a tenant file. A newer version is refused before anything else is looked at.
    pub fn read(text: &str) -> Result<Self, TenantFileError> {
        let whole: Value = serde_json::from_str(text)?;
        if let Some(found) = whole.get("version").and_then(Value::as_u64).filter(|found| *found > VERSION) {
            return Err(TenantFileError::Newer { found });
        }
        let file: Self = serde_json::from_value(whole)?;
        file.check()?;
        Ok(file)
    }

    /// The same organisation with `count` healthy synthetic guests beside those of the file. Their ids,
    /// names and addresses are the same every time.
    #[must_use]
    pub fn with_guests(self, count: u32) -> Self {
        self.with_some_faulty(Guests::healthy(count))
    }

    /// The same organisation with synthetic guests beside those of the file, of whom some are faulty. What owns the
    /// address of one is there as well; some are in groups of the file. More faulty ones than guests are as many as
    /// there are guests.
    #[must_use]
    pub fn with_some_faulty(mut self, guests: Guests) -> Self {
        self.guests = Guests { faulty: guests.faulty.min(guests.count), ..guests };
        self
    }

    /// The table of its faulty synthetic guests, in the order of their ids: what [`Tenant::start`](crate::Tenant::start)
    /// begins with.
    #[must_use]
    pub fn faulty_guests(&self) -> Vec<FaultyGuest> {
        self.population().table(&self.groups)
    }

    pub(crate) fn population(&self) -> Population {
        Population::new(self.guests, self.default_domain())
    }

    /// The organisation's display name.
    #[must_use]
    pub fn name(&self) -> String {
        text(&self.organization, "displayName").unwrap_or_default().to_owned()
    }

    /// The tenant id.
    #[must_use]
    pub fn tenant_id(&self) -> String {
        text(&self.organization, "id").unwrap_or_default().to_owned()
    }

    /// The people to sign in as, in the file's order.
    #[must_use]
    pub fn personas(&self) -> Vec<Persona> {
        self.personas.iter().filter_map(|(key, row)| self.persona(key, row)).collect()
    }

    fn persona(&self, key: &str, row: &Value) -> Option<Persona> {
        let row: PersonaRow = serde_json::from_value(row.clone()).ok()?;
        let user = self.users.iter().find(|user| text(user, "id") == Some(&row.user_id))?;
        let mut roles = row.roles;
        for role in self.roles.get(&row.user_id).into_iter().flatten() {
            if !roles.contains(role) {
                roles.push(role.clone());
            }
        }
        Some(Persona {
            key: key.to_owned(),
            display_name: text(user, "displayName").unwrap_or_default().to_owned(),
            owns_groups: self.groups.iter().any(|it| texts(it.get("owners")).contains(&row.user_id.as_str())),
            user_id: row.user_id,
            roles,
            scopes: row.scopes,
        })
    }

    /// The answer key: what the author expects for each guest and each lookup.
    #[must_use]
    pub fn answer_key(&self) -> Vec<Expected> {
        let guests = self.users.iter().chain(&self.deleted_users).filter_map(|user| {
            let key = user.get("practice")?.as_object()?;
            Some((text(user, "id").map(str::to_owned), key))
        });
        let lookups = self.lookups.iter().map(|key| (None, key));
        guests
            .chain(lookups)
            .map(|(user_id, key)| Expected {
                user_id,
                find: text(key, "find").unwrap_or_default().to_owned(),
                group: text(key, "group").map(str::to_owned),
                verdict: text(key, "expected").unwrap_or_default().to_owned(),
                story: text(key, "story").unwrap_or_default().to_owned(),
            })
            .collect()
    }

    /// A file does not age: a deleted user with `practice.deletedDaysAgo` was deleted that many days before the tenant
    /// starts, whatever date the file has, so that the days left to restore them stay what the
    /// story says.
    pub(crate) fn fresh(mut self, now: jiff::Timestamp) -> Self {
        for user in &mut self.deleted_users {
            let ago = days_ago(user).and_then(Value::as_u64).and_then(|days| u16::try_from(days).ok());
            let moved = ago.and_then(|days| {
                now.checked_sub(jiff::SignedDuration::from_hours(24 * i64::from(days))).ok()
            });
            if let Some(moved) = moved {
                let moved = moved.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
                user.insert("deletedDateTime".into(), moved.into());
            }
        }
        for group in &mut self.groups {
            crate::mail::date(group, now);
        }
        if self.guests.faulty > 0 && !self.guests_placed {
            self.population().join(&mut self.groups);
            self.guests_placed = true;
        }
        self
    }

    pub(crate) fn domains(&self) -> impl Iterator<Item = &Object> {
        self.organization
            .get("verifiedDomains")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_object)
    }

    /// The domain that new guests' user names end with: the initial `onmicrosoft.com` one
    /// (external-id/user-properties shows guests under it), else the default one.
    pub(crate) fn default_domain(&self) -> String {
        let flagged = |flag: &str| {
            self.domains()
                .find(|row| row.get(flag) == Some(&Value::Bool(true)))
                .and_then(|row| text(row, "name"))
                .map(str::to_owned)
        };
        flagged("isInitial").or_else(|| flagged("isDefault")).unwrap_or_else(|| "practice.example".to_owned())
    }

    fn check(&self) -> Result<(), TenantFileError> {
        let wrong = |what: String| Err(TenantFileError::Contradiction(what));
        if text(&self.organization, "id").is_none() {
            return wrong("the organization has no id".into());
        }
        if self.guests.faulty > self.guests.count {
            return wrong("more guests are faulty than there are".into());
        }
        if self.guests.count > MOST_GUESTS {
            return wrong(format!("there are more than {MOST_GUESTS} synthetic guests"));
        }
        let mut ids = HashSet::new();
        let lists = [
            (Kind::User, &self.users),
            (Kind::User, &self.deleted_users),
            (Kind::Group, &self.groups),
            (Kind::Contact, &self.contacts),
        ];
        for (kind, object) in lists.iter().flat_map(|(kind, list)| list.iter().map(move |o| (*kind, o))) {
            let Some(id) = text(object, "id") else {
                return wrong(format!("a {} has no id", kind.name()));
            };
            if !ids.insert(id) {
                return wrong(format!("the id {id} stands there twice"));
            }
            if let Some(odd) =
                object.keys().find(|key| kind.property(key).is_none() && !RELATIONS.contains(&key.as_str()))
            {
                return wrong(format!("{} {id} has the unknown property {odd}", kind.name()));
            }
        }
        for user in &self.deleted_users {
            let days = days_ago(user);
            if days.is_some_and(|days| days.as_u64().is_none_or(|days| u16::try_from(days).is_err())) {
                let id = text(user, "id").unwrap_or_default();
                return wrong(format!(
                    "deletedDaysAgo of {id} is not a whole number of days up to {}",
                    u16::MAX
                ));
            }
        }
        for group in &self.groups {
            for relation in ["members", "owners"] {
                for id in texts(group.get(relation)) {
                    let synthetic = || Synthetic::read(id).is_some_and(|it| self.guests.have(it));
                    if !ids.contains(id) && !synthetic() {
                        return wrong(format!("{relation} of a group names {id}, which is not in the file"));
                    }
                }
            }
        }
        for (key, row) in &self.personas {
            serde_json::from_value::<PersonaRow>(row.clone())?;
            if self.persona(key, row).is_none() {
                return wrong(format!("the persona {key} names a user who is not in the file"));
            }
        }
        Ok(())
    }
}

/// How many days ago a deleted user is to have been deleted, as the file says it.
fn days_ago(user: &Object) -> Option<&Value> {
    user.get("practice").and_then(|key| key.get("deletedDaysAgo"))
}

/// A property that holds text.
pub(crate) fn text<'a>(object: &'a Object, name: &str) -> Option<&'a str> {
    object.get(name).and_then(Value::as_str)
}

/// A property that holds a list of texts; absent is empty.
pub(crate) fn texts(value: Option<&Value>) -> Vec<&str> {
    value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}

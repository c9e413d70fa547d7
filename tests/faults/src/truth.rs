//! How the directory stands, read from the practice tenant itself: no request of ours, and nothing the app believes.

use std::collections::{BTreeMap, BTreeSet};

use practice::Tenant;
use serde_json::Value;

/// The properties of a person that a new account does not get by itself.
pub(crate) const PROFILE: [&str; 9] = [
    "displayName",
    "givenName",
    "surname",
    "companyName",
    "jobTitle",
    "department",
    "userType",
    "preferredLanguage",
    "usageLocation",
];

/// A guest's account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Account {
    /// `mail`.
    pub(crate) mail: Option<String>,
    /// `otherMails`, in small letters.
    pub(crate) other_mails: BTreeSet<String>,
    /// `proxyAddresses`.
    pub(crate) proxies: BTreeSet<String>,
    /// `externalUserState`: how its invitation stands.
    pub(crate) state: Option<String>,
    /// Ids of its groups.
    pub(crate) groups: BTreeSet<String>,
    /// Ids of its sponsors.
    pub(crate) sponsors: BTreeSet<String>,
    /// Ids of the service principals of its apps, each with the role.
    pub(crate) apps: BTreeSet<(String, String)>,
    /// What is set of [`PROFILE`].
    pub(crate) profile: BTreeMap<&'static str, String>,
}

/// The guests of the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Truth {
    /// Those who are there, by id.
    pub(crate) live: BTreeMap<String, Account>,
    /// Those who are deleted, by id.
    pub(crate) deleted: BTreeMap<String, Account>,
    /// The dynamic groups.
    pub(crate) dynamic: BTreeSet<String>,
    /// Every group.
    pub(crate) groups: BTreeSet<String>,
    /// Every address that a contact has.
    pub(crate) contacts: BTreeSet<String>,
}

impl Truth {
    /// How the tenant stands now.
    pub(crate) fn of(tenant: &Tenant) -> Self {
        Self::read(&tenant.snapshot())
    }

    /// How it stands by a tenant's file.
    pub(crate) fn read(file: &Value) -> Self {
        let groups = list(&file["groups"]);
        let accounts = |name: &str| {
            let guests = list(&file[name]).iter().filter(|user| is_guest(user));
            guests.map(|user| (text(&user["id"]), account(user, groups))).collect()
        };
        let dynamic = |group: &&Value| texts(&group["groupTypes"]).contains("DynamicMembership");
        Self {
            live: accounts("users"),
            deleted: accounts("deletedUsers"),
            dynamic: groups.iter().filter(dynamic).map(|group| text(&group["id"])).collect(),
            groups: groups.iter().map(|group| text(&group["id"])).collect(),
            contacts: list(&file["contacts"]).iter().map(|contact| text(&contact["mail"])).collect(),
        }
    }
}

fn is_guest(user: &Value) -> bool {
    user["userPrincipalName"].as_str().is_some_and(|name| name.contains("#EXT#"))
}

fn account(user: &Value, groups: &[Value]) -> Account {
    let id = text(&user["id"]);
    let member = |group: &&Value| texts(&group["members"]).iter().any(|one| one.eq_ignore_ascii_case(&id));
    let app = |row: &Value| (text(&row["resourceId"]), text(&row["appRoleId"]));
    let set = |name: &'static str| user[name].as_str().map(|value| (name, value.to_owned()));
    Account {
        mail: user["mail"].as_str().map(str::to_owned),
        other_mails: texts(&user["otherMails"]).iter().map(|mail| mail.to_lowercase()).collect(),
        proxies: texts(&user["proxyAddresses"]).into_iter().map(str::to_owned).collect(),
        state: user["externalUserState"].as_str().map(str::to_owned),
        groups: groups.iter().filter(member).map(|group| text(&group["id"])).collect(),
        sponsors: list(&user["sponsors"]).iter().map(|row| text(&row["id"])).collect(),
        apps: list(&user["appRoleAssignments"]).iter().map(app).collect(),
        profile: PROFILE.into_iter().filter_map(set).collect(),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn texts(value: &Value) -> BTreeSet<&str> {
    list(value).iter().filter_map(Value::as_str).collect()
}

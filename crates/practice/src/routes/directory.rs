//! Contacts, the organisation, its settings and policies, and objects by id.
//! Sources: orgcontact-list, organization-get, groupsetting-list, authorizationpolicy-get,
//! directoryobject-get, directoryobject-getbyids.

use std::borrow::Cow;

use serde_json::{Value, json};

use super::Desk;
use crate::Object;
use crate::behaviour::Allowed;
use crate::call::Asked;
use crate::organisation::texts;
use crate::permission::reads;
use crate::problem::{Outcome, Problem};
use crate::query::{Row, entity, listing, listing_of_shelf};
use crate::schema::Kind;

pub(super) fn contacts(desk: &Desk<'_>, asked: &Asked) -> Outcome {
    reads(desk.caller, Kind::Contact)?;
    let shape = desk.shape(Some(Kind::Contact), "contacts");
    listing_of_shelf(asked, &desk.state.contacts, desk.view, shape, Kind::Contact)
}

pub(super) fn contact(desk: &Desk<'_>, asked: &Asked, id: &str) -> Outcome {
    reads(desk.caller, Kind::Contact)?;
    let contact = desk.state.contacts.get(id, desk.view).ok_or_else(|| Problem::missing(id))?;
    entity(asked, Kind::Contact, &contact, desk.shape(Some(Kind::Contact), "contacts"))
}

pub(super) fn organization(desk: &Desk<'_>, asked: &Asked) -> Outcome {
    desk.caller.needs_scope(&[
        "User.Read",
        "User.Read.All",
        "Organization.Read.All",
        "Directory.Read.All",
        "Directory.ReadWrite.All",
    ])?;
    let rows = vec![Row { kind: Kind::Organization, object: Cow::Borrowed(&desk.state.file.organization) }];
    listing(asked, rows, desk.shape(Some(Kind::Organization), "organization"))
}

/// groupsetting-list: Directory Readers and Global Reader by name; what members get varies.
pub(super) fn may_read_settings(desk: &Desk<'_>) -> Result<(), Problem> {
    desk.caller.must_be_member()?;
    if desk.behaviour.members_see_group_settings == Allowed::No && !desk.caller.is_admin() {
        return Err(Problem::denied());
    }
    desk.caller.needs_scope(&[
        "GroupSettings.Read.All",
        "GroupSettings.ReadWrite.All",
        "Group.Read.All",
        "Group.ReadWrite.All",
        "Directory.Read.All",
        "Directory.ReadWrite.All",
    ])
}

pub(super) fn group_settings(desk: &Desk<'_>, asked: &Asked) -> Outcome {
    may_read_settings(desk)?;
    let rows = desk.state.file.group_settings.iter();
    let rows = rows.map(|object| Row { kind: Kind::Setting, object: Cow::Borrowed(object) }).collect();
    listing(asked, rows, desk.shape(Some(Kind::Setting), "groupSettings"))
}

/// Without a policy in the file the documented defaults are in force.
pub(super) fn policy(desk: &Desk<'_>, asked: &Asked) -> Outcome {
    desk.caller.must_be_member()?;
    desk.caller.needs_scope(&["Policy.Read.All", "Policy.ReadWrite.Authorization"])?;
    let default = || {
        let policy = json!({
            "id": "authorizationPolicy",
            "displayName": "Authorization Policy",
            "allowInvitesFrom": "everyone",
            // authorizationPolicy: "Limited access (default)".
            "guestUserRoleId": "10dae51f-b6af-4016-8d66-8c2a99b929b3",
        });
        policy.as_object().cloned().unwrap_or_default()
    };
    let policy = desk.state.file.authorization_policy.clone().unwrap_or_else(default);
    let only_known: Object =
        policy.into_iter().filter(|(name, _)| Kind::Policy.property(name).is_some()).collect();
    let mut shape = desk.shape(Some(Kind::Policy), "authorizationPolicy");
    // Only what the file says: the other properties are not nullable in the contract.
    let names: Vec<&str> = only_known.keys().map(String::as_str).collect();
    shape.columns = Some(&names);
    entity(asked, Kind::Policy, &only_known, shape)
}

pub(super) fn object(desk: &Desk<'_>, asked: &Asked, id: &str) -> Outcome {
    desk.caller.must_be_member()?;
    desk.caller.needs_scope(&["Directory.Read.All", "Directory.ReadWrite.All"])?;
    let (kind, object) = desk.state.any(id, desk.view).ok_or_else(|| Problem::missing(id))?;
    entity(asked, kind, &object, desk.shape(None, "directoryObjects"))
}

/// Ids that nothing is known about are left out of the answer, as the page says.
pub(super) fn by_ids(desk: &Desk<'_>, asked: &Asked) -> Outcome {
    const MOST: usize = 1000;
    desk.caller.must_be_member()?;
    desk.caller.needs_scope(&["Directory.Read.All", "Directory.ReadWrite.All"])?;
    let body = asked.object()?;
    let ids = texts(body.get("ids"));
    if ids.is_empty() || ids.len() > MOST || body.keys().any(|key| key != "ids" && key != "types") {
        return Err(Problem::bad(
            "Invalid value specified for property 'ids' of resource 'DirectoryObject'.",
        ));
    }
    let types = body.get("types").and_then(Value::as_array);
    let wanted = |kind: Kind| {
        types.is_none_or(|types| types.iter().any(|name| name == kind.name() || name == "directoryObject"))
    };
    let found = ids.into_iter().filter_map(|id| desk.state.any(id, desk.view));
    let rows = found.filter(|(kind, _)| wanted(*kind)).map(|(kind, object)| Row { kind, object }).collect();
    listing(asked, rows, desk.shape(None, "directoryObjects"))
}

//! What belongs to a user: memberships, owned objects, sponsors, app assignments.
//! Sources: user-list-memberof, user-list-ownedobjects, user-list-sponsors, user-post-sponsors,
//! user-list-approleassignments, user-post-approleassignments.

use std::borrow::Cow;

use serde_json::{Value, json};

use super::{Desk, cast_to, set_name};
use crate::Object;
use crate::behaviour::Allowed;
use crate::call::{Answer, Asked};
use crate::index::fold;
use crate::organisation::text;
use crate::permission::{GLOBAL, READ_GROUPS, USER_ADMIN, not_restricted};
use crate::problem::{Outcome, Problem};
use crate::query::{Row, listing};
use crate::roles;
use crate::schema::Kind;

/// Everybody may ask about himself; about others only members, with a scope for groups.
fn may_read(desk: &Desk<'_>, key: &str, scopes: &[&str]) -> Result<(), Problem> {
    let own = desk.caller.is(key) && desk.caller.has_scope(&["User.Read"]);
    if own {
        return Ok(());
    }
    desk.caller.must_be_member()?;
    desk.caller.needs_scope(scopes)
}

pub(super) fn member_of(
    desk: &Desk<'_>,
    asked: &Asked,
    key: &str,
    cast: Option<&str>,
    transitive: bool,
) -> Outcome {
    let kind = cast_to(cast, &[Kind::Group, Kind::Role])?;
    // aad-advanced-queries: "Use of OData cast with transitive members list" needs advanced queries.
    if transitive && kind.is_some() {
        needs_advanced_cast(desk, asked)?;
    }
    may_read(desk, key, READ_GROUPS)?;
    let (id, _) = desk.user(key)?;
    let groups = if transitive {
        desk.state.transitive_groups(&id, desk.view)
    } else {
        desk.state.members.of_object(&id, desk.view)
    };
    let groups = groups.iter().filter_map(|id| desk.state.groups.get(id, desk.view));
    let mut rows: Vec<_> = groups.map(|object| Row { kind: Kind::Group, object }).collect();
    let roles = desk.state.roles_of(&id);
    rows.extend(
        roles.iter().map(|role| Row { kind: Kind::Role, object: Cow::Owned(roles::directory_role(role)) }),
    );
    rows.retain(|row| kind.is_none_or(|kind| kind == row.kind));
    listing(asked, rows, desk.shape(kind, set_name(kind)))
}

pub(super) fn needs_advanced_cast(desk: &Desk<'_>, asked: &Asked) -> Result<(), Problem> {
    if asked.is_advanced() || desk.behaviour.plain_transitive_casts == Allowed::Yes {
        return Ok(());
    }
    Err(Problem::unsupported(
        "The specified filter to the reference property query is currently not supported.",
    ))
}

pub(super) fn owned(desk: &Desk<'_>, asked: &Asked, key: &str, cast: Option<&str>) -> Outcome {
    let kind = cast_to(cast, &[Kind::Group])?;
    may_read(
        desk,
        key,
        &["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"],
    )?;
    let (id, _) = desk.user(key)?;
    let groups = desk.state.owners.of_object(&id, desk.view);
    let groups = groups.iter().filter_map(|id| desk.state.groups.get(id, desk.view));
    let rows = groups.map(|object| Row { kind: Kind::Group, object }).collect();
    listing(asked, rows, desk.shape(kind, set_name(kind)))
}

/// The ids in a user's `sponsors`.
fn sponsor_ids(user: &Object) -> Vec<String> {
    let rows = user.get("sponsors").and_then(Value::as_array).into_iter().flatten();
    rows.filter_map(|row| row.get("id").and_then(Value::as_str)).map(str::to_owned).collect()
}

pub(super) fn sponsors(desk: &Desk<'_>, asked: &Asked, key: &str) -> Outcome {
    may_read(desk, key, &["User.Read.All", "User.ReadWrite.All", "Directory.Read.All"])?;
    let (_, user) = desk.user(key)?;
    let ids = sponsor_ids(&user);
    let found = ids.iter().filter_map(|id| desk.state.any(id, desk.view));
    let rows = found.map(|(kind, object)| Row { kind, object }).collect();
    listing(asked, rows, desk.shape(None, "directoryObjects"))
}

fn may_write_sponsors(desk: &Desk<'_>, user: &Object) -> Result<(), Problem> {
    not_restricted(user)?;
    desk.caller.needs_scope(&["User.ReadWrite.All", "Directory.ReadWrite.All"])?;
    desk.caller.needs_role(&[USER_ADMIN, GLOBAL, "Directory Writers"])
}

pub(super) fn add_sponsor(desk: &mut Desk<'_>, asked: &Asked, key: &str) -> Outcome {
    /// "A user can have up to five sponsors" (b2b-sponsors).
    const MOST: usize = 5;
    let (_, mut user) = desk.changeable_user(key)?;
    may_write_sponsors(desk, &user)?;
    let sponsor = asked.reference()?;
    let Some((kind @ (Kind::User | Kind::Group), _)) = desk.state.any(&sponsor, desk.view) else {
        return Err(Problem::missing(&sponsor));
    };
    let known = sponsor_ids(&user);
    if known.iter().any(|id| id.eq_ignore_ascii_case(&sponsor)) {
        return Err(already("sponsors"));
    }
    if known.len() >= MOST {
        return Err(Problem::bad(format!("A user can't have more than {MOST} sponsors.")));
    }
    let row = json!({ "@odata.type": kind.odata_type(), "id": fold(&sponsor) });
    if let Some(list) = user.entry("sponsors").or_insert_with(|| json!([])).as_array_mut() {
        list.push(row);
    }
    desk.state.change(desk.now, desk.view).put_user(user);
    Ok(Answer::no_content())
}

pub(super) fn remove_sponsor(desk: &mut Desk<'_>, key: &str, sponsor: &str) -> Outcome {
    let (_, mut user) = desk.changeable_user(key)?;
    may_write_sponsors(desk, &user)?;
    if !sponsor_ids(&user).iter().any(|id| id.eq_ignore_ascii_case(sponsor)) {
        return Err(Problem::missing(sponsor));
    }
    if let Some(list) = user.get_mut("sponsors").and_then(Value::as_array_mut) {
        list.retain(|row| {
            !row.get("id").and_then(Value::as_str).is_some_and(|id| id.eq_ignore_ascii_case(sponsor))
        });
    }
    desk.state.change(desk.now, desk.view).put_user(user);
    Ok(Answer::no_content())
}

/// Seen for members and owners (pnpframework issue 139), the same for other references.
pub(super) fn already(property: &str) -> Problem {
    Problem::bad(format!(
        "One or more added object references already exist for the following modified properties: '{property}'."
    ))
}

pub(super) fn assignments(desk: &Desk<'_>, asked: &Asked, key: &str) -> Outcome {
    let scopes = ["Directory.Read.All", "Directory.ReadWrite.All", "AppRoleAssignment.ReadWrite.All"];
    desk.caller.needs_scope(&scopes)?;
    if !desk.caller.is(key) {
        desk.caller.must_be_member()?;
    }
    let (_, user) = desk.user(key)?;
    let rows = user.get("appRoleAssignments").and_then(Value::as_array).into_iter().flatten();
    let rows = rows.filter_map(Value::as_object).cloned();
    let rows = rows.map(|object| Row { kind: Kind::Assignment, object: Cow::Owned(object) }).collect();
    listing(asked, rows, desk.shape(Some(Kind::Assignment), "appRoleAssignments"))
}

pub(super) fn assign(desk: &mut Desk<'_>, asked: &Asked, key: &str) -> Outcome {
    desk.caller.needs_scope(&["AppRoleAssignment.ReadWrite.All"])?;
    // Role list of the page.
    desk.caller.needs_role(&[
        "Application Administrator",
        "Cloud Application Administrator",
        "Directory Writers",
        "Identity Governance Administrator",
        "Privileged Role Administrator",
        USER_ADMIN,
        GLOBAL,
    ])?;
    let (id, mut user) = desk.changeable_user(key)?;
    let body = asked.object()?;
    let wanted =
        |name: &str| text(body, name).map(fold).ok_or_else(|| Problem::bad(format!("'{name}' is required.")));
    let (principal, resource, role) = (wanted("principalId")?, wanted("resourceId")?, wanted("appRoleId")?);
    if principal != id {
        return Err(Problem::bad("principalId must be the id of the user in the path."));
    }
    let list = user.get("appRoleAssignments").and_then(Value::as_array).cloned().unwrap_or_default();
    let same = |row: &Value, name: &str, value: &str| {
        row.get(name).and_then(Value::as_str).is_some_and(|known| known.eq_ignore_ascii_case(value))
    };
    if list.iter().any(|row| same(row, "resourceId", &resource) && same(row, "appRoleId", &role)) {
        return Err(Problem::bad("Permission being assigned already exists on the object"));
    }
    let known_name = known_resource(desk, &resource);
    let row = json!({
        "id": desk.new_id(),
        "deletedDateTime": null,
        "appRoleId": role,
        "createdDateTime": desk.now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        "principalDisplayName": user.get("displayName").cloned().unwrap_or(Value::Null),
        "principalId": principal,
        "principalType": "User",
        "resourceDisplayName": known_name,
        "resourceId": resource,
    });
    let mut list = list;
    list.push(row.clone());
    user.insert("appRoleAssignments".into(), Value::Array(list));
    let mut body = Object::new();
    let context = format!("{}/v1.0/$metadata#users('{id}')/appRoleAssignments/$entity", asked.base);
    body.insert("@odata.context".into(), json!(context));
    body.extend(row.as_object().cloned().unwrap_or_default());
    desk.state.change(desk.now, desk.view).put_user(user);
    Ok(Answer::json(201, Value::Object(body)))
}

/// The app's name, if somebody in this organisation has (or had) an assignment to it.
fn known_resource(desk: &Desk<'_>, resource: &str) -> Option<String> {
    let users = desk.state.file.users.iter().chain(&desk.state.file.deleted_users);
    let rows = users.filter_map(|user| user.get("appRoleAssignments")?.as_array()).flatten();
    let mut rows = rows.filter_map(Value::as_object);
    let row = rows.find(|row| text(row, "resourceId").is_some_and(|id| id.eq_ignore_ascii_case(resource)))?;
    text(row, "resourceDisplayName").map(str::to_owned)
}

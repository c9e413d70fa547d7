//! What belongs to a user: memberships, owned objects, sponsors, app assignments.
//! Sources: user-list-memberof, user-list-ownedobjects, user-list-sponsors, user-post-sponsors,
//! user-list-approleassignments, user-post-approleassignments.

use std::borrow::Cow;

use serde_json::{Value, json};

use super::casts::{cast_to, set_name};
use super::context::RequestContext;
use crate::Object;
use crate::behaviour::Allowed;
use crate::error::ErrorResponse;
use crate::index::fold;
use crate::organisation::text;
use crate::permission::{GLOBAL, READ_GROUPS, USER_ADMIN, check_unrestricted};
use crate::query::{Row, listing};
use crate::request::Request;
use crate::response::Response;
use crate::response::RouteResult;
use crate::roles;
use crate::schema::Kind;

/// Everybody may ask about their own account; about others only members, with a scope for groups.
fn check_may_read(context: &RequestContext<'_>, key: &str, scopes: &[&str]) -> Result<(), ErrorResponse> {
    let own = context.caller.is(key) && context.caller.has_scope(&["User.Read"]);
    if own {
        return Ok(());
    }
    context.caller.must_be_member()?;
    context.caller.needs_scope(scopes)
}

pub(super) fn member_of(
    context: &RequestContext<'_>,
    request: &Request,
    key: &str,
    cast: Option<&str>,
    transitive: bool,
) -> RouteResult {
    let kind = cast_to(cast, &[Kind::Group, Kind::Role])?;
    // aad-advanced-queries: "Use of OData cast with transitive members list" needs advanced queries.
    if transitive && kind.is_some() {
        check_advanced_cast(context, request)?;
    }
    check_may_read(context, key, READ_GROUPS)?;
    let (id, _) = context.user(key)?;
    let mut rows = context.groups_of(&id, transitive);
    let mut roles = context.state.roles_of(&id);
    if transitive {
        roles.extend(context.state.roles_through_groups(&id, context.view));
    }
    rows.extend(
        roles.iter().map(|role| Row { kind: Kind::Role, object: Cow::Owned(roles::directory_role(role)) }),
    );
    rows.retain(|row| kind.is_none_or(|kind| kind == row.kind));
    listing(request, rows, context.shape(kind, set_name(kind)))
}

pub(super) fn check_advanced_cast(
    context: &RequestContext<'_>,
    request: &Request,
) -> Result<(), ErrorResponse> {
    if request.is_advanced() || context.behaviour.plain_transitive_casts == Allowed::Yes {
        return Ok(());
    }
    Err(ErrorResponse::unsupported(
        "The specified filter to the reference property query is currently not supported.",
    ))
}

pub(super) fn owned(
    context: &RequestContext<'_>,
    request: &Request,
    key: &str,
    cast: Option<&str>,
) -> RouteResult {
    let kind = cast_to(cast, &[Kind::Group])?;
    check_may_read(
        context,
        key,
        &["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"],
    )?;
    let (id, _) = context.user(key)?;
    let groups = context.state.owners.of_object(&id, context.view);
    let groups = groups.iter().filter_map(|id| context.state.groups.get(id, context.view));
    let rows = groups.map(|object| Row { kind: Kind::Group, object }).collect();
    listing(request, rows, context.shape(kind, set_name(kind)))
}

/// The ids in a user's `sponsors`.
fn sponsor_ids(user: &Object) -> Vec<String> {
    let rows = user.get("sponsors").and_then(Value::as_array).into_iter().flatten();
    rows.filter_map(|row| row.get("id").and_then(Value::as_str)).map(str::to_owned).collect()
}

pub(super) fn sponsors(context: &RequestContext<'_>, request: &Request, key: &str) -> RouteResult {
    check_may_read(context, key, &["User.Read.All", "User.ReadWrite.All", "Directory.Read.All"])?;
    let (_, user) = context.user(key)?;
    let ids = sponsor_ids(&user);
    let found = ids.iter().filter_map(|id| context.state.any(id, context.view));
    let rows = found.map(|(kind, object)| Row { kind, object }).collect();
    listing(request, rows, context.shape(None, "directoryObjects"))
}

fn check_may_write_sponsors(context: &RequestContext<'_>, user: &Object) -> Result<(), ErrorResponse> {
    check_unrestricted(user)?;
    context.caller.needs_scope(&["User.ReadWrite.All", "Directory.ReadWrite.All"])?;
    context.caller.needs_role(&[USER_ADMIN, GLOBAL, "Directory Writers"])
}

pub(super) fn add_sponsor(context: &mut RequestContext<'_>, request: &Request, key: &str) -> RouteResult {
    /// "A user can have up to five sponsors" (b2b-sponsors).
    const MOST: usize = 5;
    let (_, mut user) = context.changeable_user(key)?;
    check_may_write_sponsors(context, &user)?;
    let sponsor = request.reference()?;
    let Some((kind @ (Kind::User | Kind::Group), _)) = context.state.any(&sponsor, context.view) else {
        return Err(ErrorResponse::missing(&sponsor));
    };
    let known = sponsor_ids(&user);
    if known.iter().any(|id| id.eq_ignore_ascii_case(&sponsor)) {
        return Err(already_exists("sponsors"));
    }
    if known.len() >= MOST {
        return Err(ErrorResponse::bad(format!("A user can't have more than {MOST} sponsors.")));
    }
    let row = json!({ "@odata.type": kind.odata_type(), "id": fold(&sponsor) });
    if let Some(list) = user.entry("sponsors").or_insert_with(|| json!([])).as_array_mut() {
        list.push(row);
    }
    context.state.change(context.now, context.view).put_user(user);
    Ok(Response::no_content())
}

pub(super) fn remove_sponsor(context: &mut RequestContext<'_>, key: &str, sponsor: &str) -> RouteResult {
    let (_, mut user) = context.changeable_user(key)?;
    check_may_write_sponsors(context, &user)?;
    if !sponsor_ids(&user).iter().any(|id| id.eq_ignore_ascii_case(sponsor)) {
        return Err(ErrorResponse::missing(sponsor));
    }
    if let Some(list) = user.get_mut("sponsors").and_then(Value::as_array_mut) {
        list.retain(|row| {
            !row.get("id").and_then(Value::as_str).is_some_and(|id| id.eq_ignore_ascii_case(sponsor))
        });
    }
    context.state.change(context.now, context.view).put_user(user);
    Ok(Response::no_content())
}

/// Seen for members and owners (pnpframework issue 139), the same for other references.
pub(super) fn already_exists(property: &str) -> ErrorResponse {
    ErrorResponse::bad(format!(
        "One or more added object references already exist for the following modified properties: '{property}'."
    ))
}

pub(super) fn assignments(context: &RequestContext<'_>, request: &Request, key: &str) -> RouteResult {
    let scopes = ["Directory.Read.All", "Directory.ReadWrite.All", "AppRoleAssignment.ReadWrite.All"];
    context.caller.needs_scope(&scopes)?;
    if !context.caller.is(key) {
        context.caller.must_be_member()?;
    }
    let (_, user) = context.user(key)?;
    let rows = user.get("appRoleAssignments").and_then(Value::as_array).into_iter().flatten();
    let rows = rows.filter_map(Value::as_object).cloned();
    let rows = rows.map(|object| Row { kind: Kind::Assignment, object: Cow::Owned(object) }).collect();
    listing(request, rows, context.shape(Some(Kind::Assignment), "appRoleAssignments"))
}

pub(super) fn assign(context: &mut RequestContext<'_>, request: &Request, key: &str) -> RouteResult {
    context.caller.needs_scope(&["AppRoleAssignment.ReadWrite.All"])?;
    // Role list of the page.
    context.caller.needs_role(&[
        "Application Administrator",
        "Cloud Application Administrator",
        "Directory Writers",
        "Identity Governance Administrator",
        "Privileged Role Administrator",
        USER_ADMIN,
        GLOBAL,
    ])?;
    let (id, mut user) = context.changeable_user(key)?;
    let body = request.object()?;
    let wanted = |name: &str| {
        text(body, name).map(fold).ok_or_else(|| ErrorResponse::bad(format!("'{name}' is required.")))
    };
    let (principal, resource, role) = (wanted("principalId")?, wanted("resourceId")?, wanted("appRoleId")?);
    if principal != id {
        return Err(ErrorResponse::bad("principalId must be the id of the user in the path."));
    }
    let list = user.get("appRoleAssignments").and_then(Value::as_array).cloned().unwrap_or_default();
    let same = |row: &Value, name: &str, value: &str| {
        row.get(name).and_then(Value::as_str).is_some_and(|known| known.eq_ignore_ascii_case(value))
    };
    if list.iter().any(|row| same(row, "resourceId", &resource) && same(row, "appRoleId", &role)) {
        return Err(ErrorResponse::bad("Permission being assigned already exists on the object"));
    }
    let known_name = known_resource(context, &resource);
    let row = json!({
        "id": context.new_id(),
        "deletedDateTime": null,
        "appRoleId": role,
        "createdDateTime": context.now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
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
    let odata_context = format!("{}/v1.0/$metadata#users('{id}')/appRoleAssignments/$entity", request.base);
    body.insert("@odata.context".into(), json!(odata_context));
    body.extend(row.as_object().cloned().unwrap_or_default());
    context.state.change(context.now, context.view).put_user(user);
    Ok(Response::json(201, Value::Object(body)))
}

/// The app's name, if somebody in this organisation has (or had) an assignment to it.
fn known_resource(context: &RequestContext<'_>, resource: &str) -> Option<String> {
    let users = context.state.file.users.iter().chain(&context.state.file.deleted_users);
    let rows = users.filter_map(|user| user.get("appRoleAssignments")?.as_array()).flatten();
    let mut rows = rows.filter_map(Value::as_object);
    let row = rows.find(|row| text(row, "resourceId").is_some_and(|id| id.eq_ignore_ascii_case(resource)))?;
    text(row, "resourceDisplayName").map(str::to_owned)
}

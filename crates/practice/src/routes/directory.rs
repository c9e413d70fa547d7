//! The organisation, its settings and policies, and objects by id.
//! Sources: organization-get, groupsetting-list, authorizationpolicy-get,
//! directoryobject-get, directoryobject-getbyids.

use std::borrow::Cow;

use serde_json::{Value, json};

use super::context::RequestContext;
use crate::Object;
use crate::behaviour::Allowed;
use crate::error::ErrorResponse;
use crate::organisation::texts;
use crate::query::{Row, entity, listing};
use crate::request::Request;
use crate::response::RouteResult;
use crate::schema::Kind;

pub(super) fn organization(context: &RequestContext<'_>, request: &Request) -> RouteResult {
    context.caller.needs_scope(&[
        "User.Read",
        "User.Read.All",
        "Organization.Read.All",
        "Directory.Read.All",
        "Directory.ReadWrite.All",
    ])?;
    let rows =
        vec![Row { kind: Kind::Organization, object: Cow::Borrowed(&context.state.file.organization) }];
    listing(request, rows, context.shape(Some(Kind::Organization), "organization"))
}

/// groupsetting-list: Directory Readers and Global Reader by name; what members get varies.
pub(super) fn check_may_read_settings(context: &RequestContext<'_>) -> Result<(), ErrorResponse> {
    context.caller.must_be_member()?;
    if context.behaviour.members_see_group_settings == Allowed::No && !context.caller.is_admin() {
        return Err(ErrorResponse::denied());
    }
    context.caller.needs_scope(&[
        "GroupSettings.Read.All",
        "GroupSettings.ReadWrite.All",
        "Group.Read.All",
        "Group.ReadWrite.All",
        "Directory.Read.All",
        "Directory.ReadWrite.All",
    ])
}

pub(super) fn group_settings(context: &RequestContext<'_>, request: &Request) -> RouteResult {
    check_may_read_settings(context)?;
    let rows = context.state.file.group_settings.iter();
    let rows = rows.map(|object| Row { kind: Kind::Setting, object: Cow::Borrowed(object) }).collect();
    listing(request, rows, context.shape(Some(Kind::Setting), "groupSettings"))
}

/// Without a policy in the file the documented defaults are in force.
pub(super) fn policy(context: &RequestContext<'_>, request: &Request) -> RouteResult {
    context.caller.must_be_member()?;
    context.caller.needs_scope(&["Policy.Read.All", "Policy.ReadWrite.Authorization"])?;
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
    let policy = context.state.file.authorization_policy.clone().unwrap_or_else(default);
    let only_known: Object =
        policy.into_iter().filter(|(name, _)| Kind::Policy.property(name).is_some()).collect();
    let mut shape = context.shape(Some(Kind::Policy), "authorizationPolicy");
    // Only what the file says: the other properties are not nullable in the contract.
    let names: Vec<&str> = only_known.keys().map(String::as_str).collect();
    shape.columns = Some(&names);
    entity(request, Kind::Policy, &only_known, shape)
}

pub(super) fn object(context: &RequestContext<'_>, request: &Request, id: &str) -> RouteResult {
    context.caller.must_be_member()?;
    context.caller.needs_scope(&["Directory.Read.All", "Directory.ReadWrite.All"])?;
    let (kind, object) = context.state.any(id, context.view).ok_or_else(|| ErrorResponse::missing(id))?;
    entity(request, kind, &object, context.shape(None, "directoryObjects"))
}

/// Ids that nothing is known about are left out of the answer, as the page says.
pub(super) fn by_ids(context: &RequestContext<'_>, request: &Request) -> RouteResult {
    const MOST: usize = 1000;
    context.caller.must_be_member()?;
    context.caller.needs_scope(&["Directory.Read.All", "Directory.ReadWrite.All"])?;
    let body = request.object()?;
    let ids = texts(body.get("ids"));
    if ids.is_empty() || ids.len() > MOST || body.keys().any(|key| key != "ids" && key != "types") {
        return Err(ErrorResponse::bad(
            "Invalid value specified for property 'ids' of resource 'DirectoryObject'.",
        ));
    }
    let types = body.get("types").and_then(Value::as_array);
    let wanted = |kind: Kind| {
        types.is_none_or(|types| types.iter().any(|name| name == kind.name() || name == "directoryObject"))
    };
    let found = ids.into_iter().filter_map(|id| context.state.any(id, context.view));
    let rows = found.filter(|(kind, _)| wanted(*kind)).map(|(kind, object)| Row { kind, object }).collect();
    listing(request, rows, context.shape(None, "directoryObjects"))
}

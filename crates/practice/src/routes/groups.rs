//! Reading groups. Sources: group-list, group-get, group-list-members, group-list-owners, groupsetting-list.

use std::borrow::Cow;

use serde_json::Value;

use super::casts::{cast_to, set_name};
use super::context::RequestContext;
use super::relations::check_advanced_cast;
use crate::Object;
use crate::behaviour::Allowed;
use crate::error::ErrorResponse;
use crate::permission::READ_GROUPS;
use crate::query::{Row, entity, listing, listing_of_store};
use crate::request::Request;
use crate::response::RouteResult;
use crate::schema::{Kind, Returned};

/// Members see all groups, guests only those they are in (users-default-permissions).
fn check_may_read(context: &RequestContext<'_>, group: &str) -> Result<(), ErrorResponse> {
    context.caller.needs_scope(READ_GROUPS)?;
    if context.caller.is_guest && !context.state.members.has(group, &context.caller.user_id) {
        return Err(ErrorResponse::denied());
    }
    Ok(())
}

pub(super) fn list(context: &RequestContext<'_>, request: &Request) -> RouteResult {
    context.caller.must_be_member()?;
    context.caller.needs_scope(READ_GROUPS)?;
    listing_of_store(
        request,
        &context.state.groups,
        context.view,
        context.shape(Some(Kind::Group), "groups"),
        Kind::Group,
    )
}

pub(super) fn get(context: &RequestContext<'_>, request: &Request, id: &str) -> RouteResult {
    check_may_read(context, id)?;
    let group = context.group(id)?;
    // Exchange keeps these properties; a group without mailbox was seen to answer 404 to them.
    let has_mailbox = group.get("mailEnabled") == Some(&Value::Bool(true));
    let selected = request.option("$select").unwrap_or_default();
    let exchange = selected.split(',').any(|name| {
        Kind::Group.property(name.trim()).is_some_and(|row| row.returned == Returned::OnSelectOfOne)
    });
    if exchange && !has_mailbox && context.behaviour.selects_of_groups_without_mailbox == Allowed::No {
        return Err(ErrorResponse::new(
            404,
            "MailboxNotEnabledForRESTAPI",
            "The mailbox is either inactive, soft-deleted, or is hosted on-premise.",
        ));
    }
    entity(request, Kind::Group, &group, context.shape(Some(Kind::Group), "groups"))
}

pub(super) fn related(
    context: &RequestContext<'_>,
    request: &Request,
    id: &str,
    relation: &str,
    cast: Option<&str>,
) -> RouteResult {
    let kind = cast_to(cast, &[Kind::User, Kind::Group, Kind::Contact])?;
    if relation == "transitiveMembers" && kind.is_some() {
        check_advanced_cast(context, request)?;
    }
    check_may_read(context, id)?;
    context.group(id)?;
    let ids = match relation {
        "owners" => context.state.owners.of_group(id, context.view),
        "members" if context.sees_members(id) => context.state.members.of_group(id, context.view),
        "members" => vec![],
        _ => context.state.transitive_members(id, context.view, |group| context.sees_members(group)),
    };
    let found = ids.iter().filter_map(|id| context.state.any(id, context.view));
    let rows = found.filter(|(found, _)| kind.is_none_or(|kind| kind == *found));
    let rows = rows.map(|(kind, object)| Row { kind, object }).collect();
    listing(request, rows, context.shape(kind, set_name(kind)))
}

/// The group's own settings; none means that the organisation's apply (groups-settings-cmdlets).
pub(super) fn settings(context: &RequestContext<'_>, request: &Request, id: &str) -> RouteResult {
    super::directory::check_may_read_settings(context)?;
    let group = context.group(id)?;
    let rows = group.get("settings").and_then(Value::as_array).into_iter().flatten();
    let rows: Vec<Object> = rows.filter_map(Value::as_object).cloned().collect();
    let rows =
        rows.into_iter().map(|object| Row { kind: Kind::Setting, object: Cow::Owned(object) }).collect();
    listing(request, rows, context.shape(Some(Kind::Setting), "settings"))
}

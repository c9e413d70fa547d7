//! Changing who is in a group. Sources: group-post-members, group-delete-members.

use super::context::RequestContext;
use super::relations::already_exists;
use crate::behaviour::{Allowed, UnseenReference};
use crate::error::ErrorResponse;
use crate::permission::{WRITE_MEMBERS, check_adding_guests, check_membership_change};
use crate::request::Request;
use crate::response::Response;
use crate::response::RouteResult;
use crate::schema::Kind;

pub(super) fn add(context: &mut RequestContext<'_>, request: &Request, group_id: &str) -> RouteResult {
    let group = context.group(group_id)?;
    check_membership_change(context.state, context.caller, group_id, &group)?;
    let member = request.reference()?;
    let Some((kind, object)) = context.state.any(&member, context.view) else {
        return Err(reference_error(context, &member));
    };
    let types = crate::organisation::texts(group.get("groupTypes"));
    if types.contains(&"Unified") && kind != Kind::User {
        // groups-overview: a Microsoft 365 group has users only.
        return Err(ErrorResponse::bad("The member type is not supported by this group."));
    }
    if object.get("userType").and_then(serde_json::Value::as_str) == Some("Guest") {
        let admins_may = context.behaviour.admins_add_guests == Allowed::Yes;
        check_adding_guests(context.state, context.caller, &group, admins_may)?;
    }
    if context.state.members.has(group_id, &member) {
        return Err(already_exists("members"));
    }
    context.state.change(context.now, context.view).set_member(group_id, &member, true);
    Ok(Response::no_content())
}

/// An object nobody can see: not there, or not replicated yet. For the second, both answers were observed.
fn reference_error(context: &RequestContext<'_>, id: &str) -> ErrorResponse {
    let on_its_way = context.state.users.latest(id).is_some();
    if on_its_way && context.behaviour.unseen_reference == UnseenReference::Invalid400 {
        return ErrorResponse::bad("Not a valid reference update.");
    }
    ErrorResponse::missing(id)
}

pub(super) fn remove(context: &mut RequestContext<'_>, group_id: &str, member: &str) -> RouteResult {
    let group = context.group(group_id)?;
    // Whoever is in a group may leave it (group-delete-members); everybody else needs the right.
    if !context.caller.is(member) {
        check_membership_change(context.state, context.caller, group_id, &group)?;
    }
    // A deleted member is there no more, and yet in the group again when restored (recover-from-deletions).
    let is_there = context.state.any(member, context.view).is_some();
    if !is_there || !context.state.members.has(group_id, member) {
        return Err(ErrorResponse::missing(member));
    }
    context.state.change(context.now, context.view).set_member(group_id, member, false);
    Ok(Response::no_content())
}

/// `DELETE /groups/{id}/members/$ref?@id=…`: the same in the older notation.
pub(super) fn remove_by_query(
    context: &mut RequestContext<'_>,
    request: &Request,
    group_id: &str,
) -> RouteResult {
    let url = request.option("@id").unwrap_or_default();
    let member = request
        .id_in(url)
        .ok_or_else(|| ErrorResponse::bad(format!("Invalid URL format specified in @id: '{url}'.")))?;
    remove(context, group_id, &member)
}

/// Without `/$ref` the member *object* is deleted, if the caller may delete it; else 403
/// (group-delete-members, CAUTION). The trap is built so that a client can be seen to fall into it.
pub(super) fn delete_member_object(
    context: &mut RequestContext<'_>,
    group_id: &str,
    member: &str,
) -> RouteResult {
    context.group(group_id)?;
    context.caller.needs_scope(WRITE_MEMBERS)?;
    context.caller.needs_scope(&["User.ReadWrite.All"])?;
    if !context.state.members.has(group_id, member) {
        return Err(ErrorResponse::missing(member));
    }
    super::user_changes::delete(context, member)
}

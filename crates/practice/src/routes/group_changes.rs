//! Changing a group. Sources: group-update ("groupTypes", "membershipRule"), group-delete-owners. What our app does not
//! send and somebody at another desk may: only what decides whose members can be changed.

use serde_json::Value;

use super::context::RequestContext;
use crate::error::ErrorResponse;
use crate::permission::{GLOBAL, USER_ADMIN};
use crate::request::Request;
use crate::response::Response;
use crate::response::RouteResult;
use crate::schema::Kind;

/// Properties that a PATCH may name here; of others this tenant knows no rule, and refuses.
const WRITABLE: &[&str] = &["groupTypes", "membershipRule", "membershipRuleProcessingState"];

/// Who changes a group and its owners (group-update, group-delete-owners, permissions).
fn check_may_change(context: &RequestContext<'_>, group: &str) -> Result<(), ErrorResponse> {
    context.caller.needs_scope(&["Group.ReadWrite.All", "Directory.ReadWrite.All"])?;
    if context.state.owners.has(group, &context.caller.user_id) {
        return Ok(());
    }
    context.caller.needs_role(&["Directory Writers", "Groups Administrator", USER_ADMIN, GLOBAL])
}

/// From assigned members to a rule and back (groups-change-type: "The system maintains the same group name and ID").
pub(super) fn patch(context: &mut RequestContext<'_>, request: &Request, id: &str) -> RouteResult {
    check_may_change(context, id)?;
    let mut group = context.group(id)?.into_owned();
    let body = request.object()?.clone();
    if let Some(other) = body.keys().find(|name| !WRITABLE.contains(&name.as_str())) {
        return Err(ErrorResponse::unsupported(format!("The practice tenant does not change '{other}'.")));
    }
    if group.get("onPremisesSyncEnabled") == Some(&Value::Bool(true)) {
        return Err(ErrorResponse::bad(
            "Unable to update the specified properties for on-premises mastered Directory Sync objects or \
             objects currently undergoing migration.",
        ));
    }
    group.extend(body);
    context.state.change(context.now, context.view).put(Kind::Group, group);
    Ok(Response::no_content())
}

/// The last owner who is a user stays (group-delete-owners).
pub(super) fn remove_owner(context: &mut RequestContext<'_>, id: &str, owner: &str) -> RouteResult {
    check_may_change(context, id)?;
    context.group(id)?;
    let owners = context.state.owners.of_group(id, context.view);
    if !owners.iter().any(|one| one.eq_ignore_ascii_case(owner)) {
        return Err(ErrorResponse::missing(owner));
    }
    if owners.len() == 1 {
        return Err(ErrorResponse::bad(
            "The group must have at least one owner, hence this owner cannot be removed.",
        ));
    }
    context.state.change(context.now, context.view).remove_owner(id, owner);
    Ok(Response::no_content())
}

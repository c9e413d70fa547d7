//! The requests that are served, each in a function named after what it does.

mod addresses;
mod batch;
mod casts;
mod contacts;
mod context;
mod deleted_items;
mod directory;
mod group_changes;
mod groups;
mod invitations;
mod members;
mod relations;
mod traces;
mod user_changes;
mod users;

use std::borrow::Cow;

pub(crate) use batch::{pack, unpack};
pub(crate) use context::RequestContext;

use crate::error::ErrorResponse;
use crate::request::{Request, RequestBody};
use crate::response::RouteResult;
use crate::schema::Kind;
use casts::no_segment;

/// Finds the function that answers. `/me` is the caller's own place under `/users`.
pub(crate) fn dispatch(context: &mut RequestContext<'_>, request: &Request) -> RouteResult {
    let me = context.caller.user_id.clone();
    let named: Vec<Cow<'_, str>> = request.segments.iter().map(|segment| expand_alias(segment)).collect();
    let mut path: Vec<&str> = named.iter().map(AsRef::as_ref).collect();
    if path.first() == Some(&"me") {
        path.splice(0..1, ["users", me.as_str()]);
    }
    // A body that is not JSON is refused wherever one is read.
    if matches!(request.body, RequestBody::Unreadable) && request.method != "GET" {
        return Err(ErrorResponse::odata(
            "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
        ));
    }
    match (path.as_slice(), request.method.as_str()) {
        (["users", rest @ ..], method) => users(context, request, rest, method),
        (["groups", rest @ ..], method) => groups(context, request, rest, method),
        (["directory", "deletedItems", rest @ ..], method) => deleted(context, request, rest, method),
        (["contacts", rest @ ..], method) => contacts(context, request, rest, method),
        (["invitations"], "POST") => invitations::create(context, request),
        (["organization"], "GET") => directory::organization(context, request),
        (["groupSettings"], "GET") => directory::group_settings(context, request),
        (["policies", "authorizationPolicy"], "GET") => directory::policy(context, request),
        (["directoryObjects", "getByIds"], "POST") => directory::by_ids(context, request),
        (["directoryObjects", id], "GET") => directory::object(context, request, id),
        (["admin", "exchange", "tracing", "messageTraces"], "GET") => traces::list(context, request),
        (["$batch"], _) => Err(ErrorResponse::odata("A batch cannot stand inside a batch.")),
        (
            ["invitations" | "organization" | "groupSettings" | "policies" | "directoryObjects", ..]
            | ["admin", "exchange", "tracing", "messageTraces"],
            _,
        ) => Err(not_allowed()),
        _ => Err(no_segment(path.first().copied().unwrap_or_default())),
    }
}

/// Graph's own description of itself gives the namespace `microsoft.graph` the alias `graph`, and Microsoft's
/// libraries write casts with it (`memberOf/graph.group`).
fn expand_alias(segment: &str) -> Cow<'_, str> {
    match segment.strip_prefix("graph.") {
        Some(name) => Cow::Owned(format!("microsoft.graph.{name}")),
        None => Cow::Borrowed(segment),
    }
}

fn users(context: &mut RequestContext<'_>, request: &Request, path: &[&str], method: &str) -> RouteResult {
    match (path, method) {
        ([], "GET") => users::list(context, request),
        (["$count"], "GET") => users::count(context, request),
        ([id], "GET") => users::get(context, request, id),
        ([id], "PATCH") => user_changes::patch(context, request, id),
        ([id], "DELETE") => user_changes::delete(context, id),
        ([id, "memberOf"], "GET") => relations::member_of(context, request, id, None, false),
        ([id, "memberOf", cast], "GET") => relations::member_of(context, request, id, Some(cast), false),
        ([id, "transitiveMemberOf"], "GET") => relations::member_of(context, request, id, None, true),
        ([id, "transitiveMemberOf", cast], "GET") => {
            relations::member_of(context, request, id, Some(cast), true)
        }
        ([id, "ownedObjects"], "GET") => relations::owned(context, request, id, None),
        ([id, "ownedObjects", cast], "GET") => relations::owned(context, request, id, Some(cast)),
        ([id, "sponsors"], "GET") => relations::sponsors(context, request, id),
        ([id, "sponsors", "$ref"], "POST") => relations::add_sponsor(context, request, id),
        ([id, "sponsors", sponsor, "$ref"], "DELETE") => relations::remove_sponsor(context, id, sponsor),
        ([id, "appRoleAssignments"], "GET") => relations::assignments(context, request, id),
        ([id, "appRoleAssignments"], "POST") => relations::assign(context, request, id),
        (
            []
            | [_]
            | [_, "memberOf" | "transitiveMemberOf" | "ownedObjects" | "sponsors" | "appRoleAssignments", ..],
            _,
        ) => Err(not_allowed()),
        ([_, other, ..], _) => Err(no_segment(other)),
    }
}

fn groups(context: &mut RequestContext<'_>, request: &Request, path: &[&str], method: &str) -> RouteResult {
    match (path, method) {
        ([], "GET") => groups::list(context, request),
        ([id], "GET") => groups::get(context, request, id),
        ([id], "PATCH") => group_changes::patch(context, request, id),
        ([id, "owners", owner, "$ref"], "DELETE") => group_changes::remove_owner(context, id, owner),
        ([id, "settings"], "GET") => groups::settings(context, request, id),
        ([id, relation @ ("members" | "owners" | "transitiveMembers")], "GET") => {
            groups::related(context, request, id, relation, None)
        }
        ([_, "members"], "POST") => {
            // docs-contrib issue 5532: `/$ref` was forgotten.
            Err(ErrorResponse::odata("Write requests are only supported on contained entities"))
        }
        ([id, "members", "$ref"], "POST") => members::add(context, request, id),
        ([id, "members", "$ref"], "DELETE") => members::remove_by_query(context, request, id),
        ([id, "members", member, "$ref"], "DELETE") => members::remove(context, id, member),
        ([id, "members", member], "DELETE") => members::delete_member_object(context, id, member),
        ([id, relation @ ("members" | "owners" | "transitiveMembers"), cast], "GET") => {
            groups::related(context, request, id, relation, Some(cast))
        }
        ([] | [_] | [_, "members" | "owners" | "settings" | "transitiveMembers", ..], _) => {
            Err(not_allowed())
        }
        ([_, other, ..], _) => Err(no_segment(other)),
    }
}

fn contacts(context: &RequestContext<'_>, request: &Request, path: &[&str], method: &str) -> RouteResult {
    match (path, method) {
        ([], "GET") => contacts::list(context, request),
        ([id], "GET") => contacts::get(context, request, id),
        ([_], "DELETE") => contacts::delete(context),
        ([id, "memberOf"], "GET") => contacts::member_of(context, request, id, None, false),
        ([id, "memberOf", cast], "GET") => contacts::member_of(context, request, id, Some(cast), false),
        ([id, "transitiveMemberOf"], "GET") => contacts::member_of(context, request, id, None, true),
        ([id, "transitiveMemberOf", cast], "GET") => {
            contacts::member_of(context, request, id, Some(cast), true)
        }
        ([] | [_] | [_, "memberOf" | "transitiveMemberOf", ..], _) => Err(not_allowed()),
        ([_, other, ..], _) => Err(no_segment(other)),
    }
}

fn deleted(context: &mut RequestContext<'_>, request: &Request, path: &[&str], method: &str) -> RouteResult {
    match (path, method) {
        ([], "GET") => deleted_items::list(context, request, None),
        (["microsoft.graph.user"], "GET") => deleted_items::list(context, request, Some(Kind::User)),
        ([id], "GET") => deleted_items::get(context, request, id, None),
        ([id, "microsoft.graph.user"], "GET") => deleted_items::get(context, request, id, Some(Kind::User)),
        ([id, "restore" | "microsoft.graph.restore"], "POST") => deleted_items::restore(context, request, id),
        ([_], "DELETE") => {
            // Deleting for good is not part of what is practised.
            Err(ErrorResponse::denied())
        }
        ([_, other, ..], "GET" | "POST") => Err(no_segment(other)),
        _ => Err(not_allowed()),
    }
}

/// Batching sample, item 4.
fn not_allowed() -> ErrorResponse {
    ErrorResponse::new(
        405,
        "Request_BadRequest",
        "Specified HTTP method is not allowed for the request target.",
    )
}

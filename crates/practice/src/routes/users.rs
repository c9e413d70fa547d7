//! Reading users. Sources: user-list, user-get, users-default-permissions.

use super::context::RequestContext;
use crate::error::ErrorResponse;
use crate::permission::{BASIC, READ_USERS};
use crate::query::{count_of_store, entity, listing_of_store};
use crate::request::Request;
use crate::response::RouteResult;
use crate::schema::Kind;

/// Columns for a caller who may only see basic profiles; `None` for everything. The basic scope gives
/// neither other properties nor filters over them.
fn columns(
    context: &RequestContext<'_>,
    request: &Request,
) -> Result<Option<&'static [&'static str]>, ErrorResponse> {
    if context.caller.has_scope(READ_USERS) {
        return Ok(None);
    }
    context.caller.needs_scope(&["User.ReadBasic.All"])?;
    let beyond = |name: &str| !BASIC.contains(&name);
    let selects = request.option("$select").is_some_and(|list| list.split(',').map(str::trim).any(beyond));
    let filter = request.option("$filter").unwrap_or_default();
    let filters = Kind::User.table().iter().any(|row| beyond(row.name) && filter.contains(row.name));
    if selects || filters { Err(ErrorResponse::denied()) } else { Ok(Some(BASIC)) }
}

pub(super) fn list(context: &RequestContext<'_>, request: &Request) -> RouteResult {
    context.caller.must_be_member()?;
    let mut shape = context.shape(Some(Kind::User), "users");
    shape.columns = columns(context, request)?;
    listing_of_store(request, &context.state.users, context.view, shape, Kind::User)
}

/// How many there are (user-list, "Get only a count of users").
pub(super) fn count(context: &RequestContext<'_>, request: &Request) -> RouteResult {
    context.caller.must_be_member()?;
    let mut shape = context.shape(Some(Kind::User), "users");
    shape.columns = columns(context, request)?;
    count_of_store(request, &context.state.users, context.view, shape)
}

pub(super) fn get(context: &RequestContext<'_>, request: &Request, key: &str) -> RouteResult {
    let mut shape = context.shape(Some(Kind::User), "users");
    let own = context.caller.is(key) && context.caller.has_scope(&["User.Read", "User.ReadWrite"]);
    if !own {
        context.caller.must_be_member()?;
        shape.columns = columns(context, request)?;
    }
    let (_, user) = context.user(key)?;
    entity(request, Kind::User, &user, shape)
}

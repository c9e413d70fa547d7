//! Reading users. Sources: user-list, user-get, users-default-permissions.

use super::Desk;
use crate::call::Asked;
use crate::permission::{BASIC, READ_USERS};
use crate::problem::{Outcome, Problem};
use crate::query::{entity, listing_of_shelf};
use crate::schema::Kind;

/// Columns for a caller who may only see basic profiles; `None` for everything. The basic scope gives
/// neither other properties nor filters over them.
fn columns(desk: &Desk<'_>, asked: &Asked) -> Result<Option<&'static [&'static str]>, Problem> {
    if desk.caller.has_scope(READ_USERS) {
        return Ok(None);
    }
    desk.caller.needs_scope(&["User.ReadBasic.All"])?;
    let beyond = |name: &str| !BASIC.contains(&name);
    let selects = asked.option("$select").is_some_and(|list| list.split(',').map(str::trim).any(beyond));
    let filter = asked.option("$filter").unwrap_or_default();
    let filters = Kind::User.table().iter().any(|row| beyond(row.name) && filter.contains(row.name));
    if selects || filters { Err(Problem::denied()) } else { Ok(Some(BASIC)) }
}

pub(super) fn list(desk: &Desk<'_>, asked: &Asked) -> Outcome {
    desk.caller.must_be_member()?;
    let mut shape = desk.shape(Some(Kind::User), "users");
    shape.columns = columns(desk, asked)?;
    listing_of_shelf(asked, &desk.state.users, desk.view, shape, Kind::User)
}

pub(super) fn get(desk: &Desk<'_>, asked: &Asked, key: &str) -> Outcome {
    let mut shape = desk.shape(Some(Kind::User), "users");
    let own = desk.caller.is(key) && desk.caller.has_scope(&["User.Read", "User.ReadWrite"]);
    if !own {
        desk.caller.must_be_member()?;
        shape.columns = columns(desk, asked)?;
    }
    let (_, user) = desk.user(key)?;
    entity(asked, Kind::User, &user, shape)
}

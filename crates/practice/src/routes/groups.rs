//! Reading groups. Sources: group-list, group-get, group-list-members, group-list-owners, groupsetting-list.

use std::borrow::Cow;

use serde_json::Value;

use super::relations::needs_advanced_cast;
use super::{Desk, cast_to, set_name};
use crate::Object;
use crate::behaviour::Allowed;
use crate::call::Asked;
use crate::permission::READ_GROUPS;
use crate::problem::{Outcome, Problem};
use crate::query::{Row, entity, listing, listing_of_shelf};
use crate::schema::{Kind, Returned};

/// Members see all groups, guests only those they are in (users-default-permissions).
fn may_read(desk: &Desk<'_>, group: &str) -> Result<(), Problem> {
    desk.caller.needs_scope(READ_GROUPS)?;
    if desk.caller.is_guest && !desk.state.members.has(group, &desk.caller.user_id) {
        return Err(Problem::denied());
    }
    Ok(())
}

pub(super) fn list(desk: &Desk<'_>, asked: &Asked) -> Outcome {
    desk.caller.must_be_member()?;
    desk.caller.needs_scope(READ_GROUPS)?;
    listing_of_shelf(
        asked,
        &desk.state.groups,
        desk.view,
        desk.shape(Some(Kind::Group), "groups"),
        Kind::Group,
    )
}

pub(super) fn get(desk: &Desk<'_>, asked: &Asked, id: &str) -> Outcome {
    may_read(desk, id)?;
    let group = desk.group(id)?;
    // Exchange keeps these properties; a group without mailbox was seen to answer 404 to them.
    let has_mailbox = group.get("mailEnabled") == Some(&Value::Bool(true));
    let selected = asked.option("$select").unwrap_or_default();
    let exchange = selected.split(',').any(|name| {
        Kind::Group.property(name.trim()).is_some_and(|row| row.returned == Returned::OnSelectOfOne)
    });
    if exchange && !has_mailbox && desk.behaviour.selects_of_groups_without_mailbox == Allowed::No {
        return Err(Problem::new(
            404,
            "MailboxNotEnabledForRESTAPI",
            "The mailbox is either inactive, soft-deleted, or is hosted on-premise.",
        ));
    }
    entity(asked, Kind::Group, &group, desk.shape(Some(Kind::Group), "groups"))
}

pub(super) fn related(
    desk: &Desk<'_>,
    asked: &Asked,
    id: &str,
    relation: &str,
    cast: Option<&str>,
) -> Outcome {
    let kind = cast_to(cast, &[Kind::User, Kind::Group, Kind::Contact])?;
    if relation == "transitiveMembers" && kind.is_some() {
        needs_advanced_cast(desk, asked)?;
    }
    may_read(desk, id)?;
    desk.group(id)?;
    let ids = match relation {
        "owners" => desk.state.owners.of_group(id, desk.view),
        "members" => desk.state.members.of_group(id, desk.view),
        _ => desk.state.transitive_members(id, desk.view),
    };
    let found = ids.iter().filter_map(|id| desk.state.any(id, desk.view));
    let rows = found.filter(|(found, _)| kind.is_none_or(|kind| kind == *found));
    let rows = rows.map(|(kind, object)| Row { kind, object }).collect();
    listing(asked, rows, desk.shape(kind, set_name(kind)))
}

/// The group's own settings; none means that the organisation's apply (groups-settings-cmdlets).
pub(super) fn settings(desk: &Desk<'_>, asked: &Asked, id: &str) -> Outcome {
    super::directory::may_read_settings(desk)?;
    let group = desk.group(id)?;
    let rows = group.get("settings").and_then(Value::as_array).into_iter().flatten();
    let rows: Vec<Object> = rows.filter_map(Value::as_object).cloned().collect();
    let rows =
        rows.into_iter().map(|object| Row { kind: Kind::Setting, object: Cow::Owned(object) }).collect();
    listing(asked, rows, desk.shape(Some(Kind::Setting), "settings"))
}

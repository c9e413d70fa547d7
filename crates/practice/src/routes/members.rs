//! Changing who is in a group. Sources: group-post-members, group-delete-members.

use super::Desk;
use super::relations::already;
use crate::behaviour::UnseenReference;
use crate::call::{Answer, Asked};
use crate::permission::{WRITE_MEMBERS, adds_guests, writes_members};
use crate::problem::{Outcome, Problem};
use crate::schema::Kind;

pub(super) fn add(desk: &mut Desk<'_>, asked: &Asked, group_id: &str) -> Outcome {
    let group = desk.group(group_id)?;
    writes_members(desk.state, desk.caller, group_id, &group)?;
    let member = asked.reference()?;
    let Some((kind, object)) = desk.state.any(&member, desk.view) else {
        return Err(unseen(desk, &member));
    };
    let types = crate::organisation::texts(group.get("groupTypes"));
    if types.contains(&"Unified") && kind != Kind::User {
        // groups-overview: a Microsoft 365 group has users only.
        return Err(Problem::bad("The member type is not supported by this group."));
    }
    if object.get("userType").and_then(serde_json::Value::as_str) == Some("Guest") {
        adds_guests(desk.state, desk.caller, &group)?;
    }
    if desk.state.members.has(group_id, &member) {
        return Err(already("members"));
    }
    desk.state.change(desk.now, desk.view).set_member(group_id, &member, true);
    Ok(Answer::no_content())
}

/// An object nobody can see: not there, or not replicated yet. For the second, both answers were observed.
fn unseen(desk: &Desk<'_>, id: &str) -> Problem {
    let on_its_way = desk.state.users.latest(id).is_some();
    if on_its_way && desk.behaviour.unseen_reference == UnseenReference::Invalid400 {
        return Problem::bad("Not a valid reference update.");
    }
    Problem::missing(id)
}

pub(super) fn remove(desk: &mut Desk<'_>, group_id: &str, member: &str) -> Outcome {
    let group = desk.group(group_id)?;
    // A person may leave a group himself (group-delete-members); everybody else needs the right.
    if !desk.caller.is(member) {
        writes_members(desk.state, desk.caller, group_id, &group)?;
    }
    if !desk.state.members.has(group_id, member) {
        return Err(Problem::missing(member));
    }
    desk.state.change(desk.now, desk.view).set_member(group_id, member, false);
    Ok(Answer::no_content())
}

/// `DELETE /groups/{id}/members/$ref?@id=…`: the same in the older notation.
pub(super) fn remove_by_query(desk: &mut Desk<'_>, asked: &Asked, group_id: &str) -> Outcome {
    let url = asked.option("@id").unwrap_or_default();
    let member = asked
        .id_in(url)
        .ok_or_else(|| Problem::bad(format!("Invalid URL format specified in @id: '{url}'.")))?;
    remove(desk, group_id, &member)
}

/// Without `/$ref` the member *object* is deleted, if the caller may delete it; else 403
/// (group-delete-members, CAUTION). The trap is built so that a client can be seen to fall into it.
pub(super) fn delete_member_object(desk: &mut Desk<'_>, group_id: &str, member: &str) -> Outcome {
    desk.group(group_id)?;
    desk.caller.needs_scope(WRITE_MEMBERS)?;
    desk.caller.needs_scope(&["User.ReadWrite.All"])?;
    if !desk.state.members.has(group_id, member) {
        return Err(Problem::missing(member));
    }
    super::writes::delete(desk, member)
}

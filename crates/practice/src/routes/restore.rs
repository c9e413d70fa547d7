//! Deleted users: list, look, bring back. Sources: directory-deleteditems-list, -get, -restore;
//! recover-from-deletions.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::Desk;
use crate::Object;
use crate::behaviour::Allowed;
use crate::call::{Answer, Asked, Sent};
use crate::index::fold;
use crate::organisation::{text, texts};
use crate::permission::{READ_USERS, Sensitive, sensitive};
use crate::problem::{Outcome, Problem};
use crate::query::{Row, entity, listing};
use crate::schema::{Kind, project};
use crate::state::smtp;

/// "… can be restored within 30 days. After that time, they are permanently deleted."
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

fn may_look(desk: &Desk<'_>) -> Result<(), Problem> {
    desk.caller.must_be_member()?;
    if desk.behaviour.members_see_deleted_users == Allowed::No && !desk.caller.is_admin() {
        return Err(Problem::denied());
    }
    desk.caller.needs_scope(READ_USERS)
}

pub(super) fn list(desk: &Desk<'_>, asked: &Asked, kind: Option<Kind>) -> Outcome {
    may_look(desk)?;
    let shelf = &desk.state.deleted;
    let rows = shelf.ids_after(None).filter_map(|id| shelf.get(id, desk.view));
    let rows = rows.filter(|object| !is_expired(object, desk.now));
    let rows = rows.map(|object| Row { kind: Kind::User, object }).collect();
    listing(asked, rows, desk.shape(kind, super::set_name(kind)))
}

pub(super) fn get(desk: &Desk<'_>, asked: &Asked, id: &str, kind: Option<Kind>) -> Outcome {
    may_look(desk)?;
    let object = desk.state.deleted.get(id, desk.view).filter(|object| !is_expired(object, desk.now));
    let object = object.ok_or_else(|| Problem::missing(id))?;
    entity(asked, Kind::User, &object, desk.shape(kind, super::set_name(kind)))
}

fn is_expired(object: &Object, now: Timestamp) -> bool {
    let since = text(object, "deletedDateTime").and_then(|at| at.parse::<Timestamp>().ok());
    since.is_some_and(|since| now.duration_since(since) > KEPT)
}

/// The same id, memberships and assignments come back. Whatever another object has taken meanwhile is a
/// conflict, unless the caller says how to solve it (CSDL: newUserPrincipalName, autoReconcileProxyConflict).
pub(super) fn restore(desk: &mut Desk<'_>, asked: &Asked, id: &str) -> Outcome {
    desk.caller.needs_scope(&["User.DeleteRestore.All", "User.ReadWrite.All"])?;
    let visible = desk.state.deleted.get(id, desk.view).is_some();
    let truth = desk.state.deleted.latest(id).filter(|_| visible).map(std::borrow::Cow::into_owned);
    let mut user = truth.filter(|user| !is_expired(user, desk.now)).ok_or_else(|| Problem::missing(id))?;
    sensitive(desk.state, desk.caller, id, &user, Sensitive::Restore)?;
    let wishes = Wishes::read(asked)?;
    bring_back_name(desk, &mut user, wishes.new_name)?;
    bring_back_addresses(desk, &mut user, wishes.reconcile)?;
    user.remove("deletedDateTime");
    let mut body = project(Kind::User, &user, None, true);
    if let Value::Object(body) = &mut body {
        let context = format!("{}/v1.0/$metadata#directoryObjects/$entity", asked.base);
        body.shift_insert(0, "@odata.context".into(), json!(context));
    }
    let mut change = desk.state.change(desk.now, desk.view);
    change.drop_deleted(id);
    change.put_user(user);
    Ok(Answer::json(200, body))
}

#[derive(Default)]
struct Wishes {
    new_name: Option<String>,
    reconcile: bool,
}

impl Wishes {
    fn read(asked: &Asked) -> Result<Self, Problem> {
        if matches!(asked.body, Sent::Nothing) {
            return Ok(Self::default());
        }
        let body = asked.object()?;
        let known = ["newUserPrincipalName", "autoReconcileProxyConflict"];
        if let Some(odd) = body.keys().find(|key| !known.contains(&key.as_str())) {
            return Err(Problem::odata(format!(
                "The parameter '{odd}' in the request payload is not a valid parameter for the operation 'restore'."
            )));
        }
        Ok(Self {
            new_name: text(body, "newUserPrincipalName").map(str::to_owned),
            reconcile: body.get("autoReconcileProxyConflict") == Some(&Value::Bool(true)),
        })
    }
}

fn bring_back_name(desk: &Desk<'_>, user: &mut Object, new_name: Option<String>) -> Result<(), Problem> {
    let id = fold(text(user, "id").unwrap_or_default());
    let kept = text(user, "userPrincipalName").unwrap_or_default();
    let name = new_name.unwrap_or_else(|| kept.strip_prefix(&id.replace('-', "")).unwrap_or(kept).to_owned());
    let taken = desk.state.users.index.equal("userPrincipalName", &name);
    let owner = taken.into_iter().find(|owner| {
        desk.state.users.latest(owner).is_some_and(|other| {
            text(&other, "userPrincipalName").is_some_and(|other| other.eq_ignore_ascii_case(&name))
        })
    });
    if let Some(owner) = owner {
        return Err(Problem::conflict("userPrincipalName", &format!("User_{owner}")));
    }
    user.insert("userPrincipalName".into(), json!(name));
    Ok(())
}

fn bring_back_addresses(desk: &Desk<'_>, user: &mut Object, reconcile: bool) -> Result<(), Problem> {
    let id = text(user, "id").unwrap_or_default().to_owned();
    let taken = |address: &str| desk.state.owners_of(address, &id).into_iter().next();
    let mut kept = Vec::new();
    for proxy in texts(user.get("proxyAddresses")) {
        match smtp(proxy).and_then(taken) {
            Some((_, owner)) if !reconcile => {
                return Err(Problem::conflict("proxyAddresses", &format!("User_{owner}")));
            }
            Some(_) => {}
            None => kept.push(proxy.to_owned()),
        }
    }
    if reconcile && text(user, "mail").and_then(taken).is_some() {
        user.insert("mail".into(), Value::Null);
    }
    user.insert("proxyAddresses".into(), json!(kept));
    Ok(())
}

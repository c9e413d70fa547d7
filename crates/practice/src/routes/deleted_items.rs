//! Deleted users: list, look, bring back. Sources: directory-deleteditems-list, -get, -restore;
//! recover-from-deletions.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::addresses::{owners, taken};
use super::casts::set_name;
use super::context::RequestContext;
use crate::Object;
use crate::behaviour::{Allowed, Conflict};
use crate::error::ErrorResponse;
use crate::index::fold;
use crate::organisation::{text, texts};
use crate::ownership::smtp;
use crate::permission::{READ_USERS, Sensitive, check_sensitive};
use crate::query::{Row, entity, listing};
use crate::request::{Request, RequestBody};
use crate::response::Response;
use crate::response::RouteResult;
use crate::schema::{Kind, project};

/// How long a deleted user can be restored (recover-from-deletions: 30 days).
const RETENTION: SignedDuration = SignedDuration::from_hours(30 * 24);

fn check_may_read(context: &RequestContext<'_>) -> Result<(), ErrorResponse> {
    context.caller.must_be_member()?;
    if context.behaviour.members_see_deleted_users == Allowed::No && !context.caller.is_admin() {
        return Err(ErrorResponse::denied());
    }
    context.caller.needs_scope(READ_USERS)
}

pub(super) fn list(context: &RequestContext<'_>, request: &Request, kind: Option<Kind>) -> RouteResult {
    check_may_read(context)?;
    let rows = context.state.deleted.visible(context.view);
    let rows = rows.filter(|object| !is_expired(object, context.now));
    let rows = rows.map(|object| Row { kind: Kind::User, object }).collect();
    listing(request, rows, context.shape(kind, set_name(kind)))
}

pub(super) fn get(
    context: &RequestContext<'_>,
    request: &Request,
    id: &str,
    kind: Option<Kind>,
) -> RouteResult {
    check_may_read(context)?;
    let object =
        context.state.deleted.get(id, context.view).filter(|object| !is_expired(object, context.now));
    let object = object.ok_or_else(|| ErrorResponse::missing(id))?;
    entity(request, Kind::User, &object, context.shape(kind, set_name(kind)))
}

fn is_expired(object: &Object, now: Timestamp) -> bool {
    let since = text(object, "deletedDateTime").and_then(|at| at.parse::<Timestamp>().ok());
    since.is_some_and(|since| now.duration_since(since) > RETENTION)
}

/// The same id, memberships and assignments come back. Whatever another object has taken meanwhile is a
/// conflict, unless the caller says how to solve it (CSDL: newUserPrincipalName, autoReconcileProxyConflict).
pub(super) fn restore(context: &mut RequestContext<'_>, request: &Request, id: &str) -> RouteResult {
    context.caller.needs_scope(&["User.DeleteRestore.All", "User.ReadWrite.All"])?;
    let visible = context.state.deleted.get(id, context.view).is_some();
    let truth = context.state.deleted.latest(id).filter(|_| visible).map(std::borrow::Cow::into_owned);
    let mut user =
        truth.filter(|user| !is_expired(user, context.now)).ok_or_else(|| ErrorResponse::missing(id))?;
    check_sensitive(context.state, context.caller, id, &user, Sensitive::Restore)?;
    let options = RestoreOptions::read(request)?;
    restore_name(context, &mut user, options.new_name)?;
    restore_addresses(context, &mut user, options.reconcile)?;
    user.remove("deletedDateTime");
    let mut body = project(Kind::User, &user, None, true);
    if let Value::Object(body) = &mut body {
        let odata_context = format!("{}/v1.0/$metadata#directoryObjects/$entity", request.base);
        body.shift_insert(0, "@odata.context".into(), json!(odata_context));
    }
    let mut change = context.state.change(context.now, context.view);
    change.drop_deleted(id);
    change.put_user(user);
    Ok(Response::json(200, body))
}

#[derive(Default)]
struct RestoreOptions {
    new_name: Option<String>,
    reconcile: bool,
}

impl RestoreOptions {
    fn read(request: &Request) -> Result<Self, ErrorResponse> {
        if matches!(request.body, RequestBody::Empty) {
            return Ok(Self::default());
        }
        let body = request.object()?;
        let known = ["newUserPrincipalName", "autoReconcileProxyConflict"];
        if let Some(odd) = body.keys().find(|key| !known.contains(&key.as_str())) {
            return Err(ErrorResponse::odata(format!(
                "The parameter '{odd}' in the request payload is not a valid parameter for the operation 'restore'."
            )));
        }
        Ok(Self {
            new_name: text(body, "newUserPrincipalName").map(str::to_owned),
            reconcile: body.get("autoReconcileProxyConflict") == Some(&Value::Bool(true)),
        })
    }
}

fn restore_name(
    context: &RequestContext<'_>,
    user: &mut Object,
    new_name: Option<String>,
) -> Result<(), ErrorResponse> {
    let id = fold(text(user, "id").unwrap_or_default());
    let saved = text(user, "userPrincipalName").unwrap_or_default();
    let name =
        new_name.unwrap_or_else(|| saved.strip_prefix(&id.replace('-', "")).unwrap_or(saved).to_owned());
    let taken = context.state.users.equal("userPrincipalName", &name);
    let owner = taken.into_iter().find(|owner| {
        context.state.users.latest(owner).is_some_and(|other| {
            text(&other, "userPrincipalName").is_some_and(|other| other.eq_ignore_ascii_case(&name))
        })
    });
    if let Some(owner) = owner {
        return Err(ErrorResponse::conflict("userPrincipalName", &format!("User_{owner}")));
    }
    user.insert("userPrincipalName".into(), json!(name));
    Ok(())
}

fn restore_addresses(
    context: &RequestContext<'_>,
    user: &mut Object,
    reconcile: bool,
) -> Result<(), ErrorResponse> {
    let id = text(user, "id").unwrap_or_default().to_owned();
    let owner = |address: &str| owners(context, address, &id).into_iter().next();
    let mut saved = Vec::new();
    for proxy in texts(user.get("proxyAddresses")) {
        match smtp(proxy).and_then(owner) {
            Some(owner) if !reconcile && context.behaviour.restored_conflict == Conflict::Refuse400 => {
                return Err(taken("proxyAddresses", &owner));
            }
            Some(_) => {}
            None => saved.push(proxy.to_owned()),
        }
    }
    if reconcile && text(user, "mail").and_then(owner).is_some() {
        user.insert("mail".into(), Value::Null);
    }
    user.insert("proxyAddresses".into(), json!(saved));
    Ok(())
}

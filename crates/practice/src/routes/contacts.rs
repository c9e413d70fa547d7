//! Contacts of the organisation: read, and no more. Sources: orgContact resource ("read-only"), orgcontact-list,
//! orgcontact-get, orgcontact-list-memberof, orgcontact-list-transitivememberof.

use std::borrow::Cow;

use super::casts::{cast_to, set_name};
use super::context::RequestContext;
use super::relations::check_advanced_cast;
use crate::Object;
use crate::behaviour::ContactDeletion;
use crate::error::ErrorResponse;
use crate::permission::{READ_GROUPS, check_reading};
use crate::query::{entity, listing, listing_of_store};
use crate::request::Request;
use crate::response::RouteResult;
use crate::schema::Kind;

pub(super) fn list(context: &RequestContext<'_>, request: &Request) -> RouteResult {
    check_reading(context.caller, Kind::Contact)?;
    let shape = context.shape(Some(Kind::Contact), "contacts");
    listing_of_store(request, &context.state.contacts, context.view, shape, Kind::Contact)
}

fn contact<'a>(context: &'a RequestContext<'_>, id: &str) -> Result<Cow<'a, Object>, ErrorResponse> {
    check_reading(context.caller, Kind::Contact)?;
    context.state.contacts.get(id, context.view).ok_or_else(|| ErrorResponse::missing(id))
}

pub(super) fn get(context: &RequestContext<'_>, request: &Request, id: &str) -> RouteResult {
    let contact = contact(context, id)?;
    entity(request, Kind::Contact, &contact, context.shape(Some(Kind::Contact), "contacts"))
}

/// The groups a contact is in. Who may read contacts and not groups gets their ids only (permissions-overview, "Limited
/// information returned for inaccessible member objects").
pub(super) fn member_of(
    context: &RequestContext<'_>,
    request: &Request,
    id: &str,
    cast: Option<&str>,
    transitive: bool,
) -> RouteResult {
    let kind = cast_to(cast, &[Kind::Group])?;
    if transitive && kind.is_some() {
        check_advanced_cast(context, request)?;
    }
    contact(context, id)?;
    let mut rows = context.groups_of(id, transitive);
    if !context.caller.has_scope(READ_GROUPS) {
        for row in &mut rows {
            row.object.to_mut().retain(|name, _| name == "id");
        }
    }
    listing(request, rows, context.shape(kind, set_name(kind)))
}

/// Refused, whatever the role: v1.0 has no such operation, although its description lists one.
pub(super) fn delete(context: &RequestContext<'_>) -> RouteResult {
    context.caller.must_be_member()?;
    let (status, code) = match context.behaviour.contact_deletion {
        ContactDeletion::Denied403 => (403, "Authorization_RequestDenied"),
        ContactDeletion::Refused400 => (400, "Request_BadRequest"),
    };
    let text = "Data contract version does not allow 'Delete' operations against instances of resource 'OrgContact'.";
    Err(ErrorResponse::new(status, code, text))
}

//! Changing and deleting users. Sources: user-update, user-delete, user resource ("mail and proxyAddresses").

use serde_json::{Value, json};

use super::addresses::{check_conflict, check_other_mails, owners, taken};
use super::context::RequestContext;
use crate::Object;
use crate::behaviour::{Allowed, Conflict};
use crate::error::ErrorResponse;
use crate::index::fold;
use crate::organisation::{text, texts};
use crate::ownership::smtp;
use crate::permission::{GLOBAL, Sensitive, USER_ADMIN, check_sensitive, check_unrestricted};
use crate::request::Request;
use crate::response::Response;
use crate::response::RouteResult;
use crate::schema::{Holds, Kind};

/// Properties that a PATCH may name (user-update).
const WRITABLE: &[&str] = &[
    "accountEnabled",
    "ageGroup",
    "businessPhones",
    "city",
    "companyName",
    "consentProvidedForMinor",
    "country",
    "department",
    "displayName",
    "employeeId",
    "employeeType",
    "faxNumber",
    "givenName",
    "jobTitle",
    "mail",
    "mailNickname",
    "mobilePhone",
    "officeLocation",
    "otherMails",
    "postalCode",
    "preferredLanguage",
    "showInAddressList",
    "state",
    "streetAddress",
    "surname",
    "usageLocation",
    "userPrincipalName",
    "userType",
];
/// SDK: otherMails holds at most 250 values of at most 250 characters.
const MOST_MAILS: usize = 250;
const SYNCED: &str =
    "Unable to update the specified properties for objects that have originated within an external service.";

pub(super) fn patch(context: &mut RequestContext<'_>, request: &Request, key: &str) -> RouteResult {
    let mut body = request.object()?.clone();
    remove_type(&mut body)?;
    if body.is_empty() {
        return Err(ErrorResponse::bad("Empty Payload. Property values are expected."));
    }
    let (id, mut user) = context.changeable_user(key)?;
    check_may_patch(context, &id, &user, &body)?;
    for (name, value) in &body {
        check_value(name, value)?;
    }
    // Where the directory is not the master, address properties are refused (docs-contrib issue 3564).
    let synced = user.get("onPremisesSyncEnabled") == Some(&Value::Bool(true));
    if synced && body.keys().any(|name| name != "usageLocation") {
        return Err(ErrorResponse::bad(SYNCED));
    }
    for (name, value) in body {
        match name.as_str() {
            "mail" => write_mail(context, &id, &mut user, &value)?,
            "otherMails" => {
                let mails = other_mails(&value)?;
                check_other_mails(context, &id, &user, &mails)?;
                user.insert(name, json!(mails));
            }
            "userPrincipalName" => write_name(context, &id, &mut user, value)?,
            _ => {
                user.insert(name, value);
            }
        }
    }
    check_conflict(context, &id, &user)?;
    context.state.change(context.now, context.view).put_user(user);
    Ok(Response::no_content())
}

/// Scope and role, property by property.
fn check_may_patch(
    context: &RequestContext<'_>,
    id: &str,
    user: &Object,
    body: &Object,
) -> Result<(), ErrorResponse> {
    let writer = ["User.ReadWrite.All", "Directory.ReadWrite.All"];
    check_unrestricted(user)?;
    for name in body.keys() {
        match name.as_str() {
            // msgraph-beta-sdk-java issue 951: refused even for a Global Administrator.
            "proxyAddresses" => return Err(ErrorResponse::denied()),
            "otherMails" => {
                context.caller.needs_scope(&["User-Mail.ReadWrite.All", writer[0], writer[1]])?;
                check_sensitive(context.state, context.caller, id, user, Sensitive::ContactDetails)?;
            }
            "businessPhones" | "mobilePhone" => {
                context.caller.needs_scope(&["User-Phone.ReadWrite.All", writer[0], writer[1]])?;
                check_sensitive(context.state, context.caller, id, user, Sensitive::ContactDetails)?;
            }
            "accountEnabled" => {
                context.caller.needs_scope(&["User.EnableDisableAccount.All", writer[0], writer[1]])?;
                check_sensitive(context.state, context.caller, id, user, Sensitive::Account)?;
            }
            "userPrincipalName" => {
                context.caller.needs_scope(&writer)?;
                check_sensitive(context.state, context.caller, id, user, Sensitive::Account)?;
            }
            _ => {
                context.caller.needs_scope(&writer)?;
                context.caller.needs_role(&[USER_ADMIN, GLOBAL, "Directory Writers"])?;
            }
        }
    }
    Ok(())
}

/// Takes out the type, which Microsoft's own libraries send along (OData JSON Format 4.01, 4.6.3).
fn remove_type(body: &mut Object) -> Result<(), ErrorResponse> {
    if body.get("@odata.type").is_some_and(|named| named.as_str() != Some(&Kind::User.odata_type())) {
        return Err(ErrorResponse::odata(
            "A type was found that is not assignable to 'microsoft.graph.user'.",
        ));
    }
    body.retain(|name, _| name != "@odata.type");
    Ok(())
}

/// Whether the property can be written, and holds such a value.
fn check_value(name: &str, value: &Value) -> Result<(), ErrorResponse> {
    let Some(row) = Kind::User.property(name) else {
        return Err(ErrorResponse::bad(format!(
            "Property '{name}' does not exist on type 'microsoft.graph.user'."
        )));
    };
    if !WRITABLE.contains(&name) {
        return Err(ErrorResponse::bad(format!("Property '{name}' is read-only and cannot be set.")));
    }
    let right = match value {
        Value::Null => {
            matches!(row.holds, Holds::One | Holds::Flag)
                && name != "displayName"
                && name != "userPrincipalName"
        }
        Value::String(_) => row.holds == Holds::One,
        Value::Bool(_) => row.holds == Holds::Flag,
        Value::Array(items) => row.holds == Holds::Many && items.iter().all(Value::is_string),
        Value::Number(_) | Value::Object(_) => false,
    };
    if right { Ok(()) } else { Err(invalid(name)) }
}

fn invalid(name: &str) -> ErrorResponse {
    ErrorResponse::bad(format!("Invalid value specified for property '{name}' of resource 'User'."))
}

/// SDK, user.mail and user.otherMails: "can't contain accent characters".
fn is_address(text: &str) -> bool {
    let parts = text.split_once('@');
    text.is_ascii()
        && !text.contains(char::is_whitespace)
        && text.len() <= 250
        && parts.is_some_and(|(local, domain)| {
            !local.is_empty() && !domain.contains('@') && domain.contains('.') && !domain.starts_with('.')
        })
}

/// The list is replaced as a whole; `null` is refused (CSDL: not nullable), `[]` empties it.
/// No effect on mail or proxyAddresses is documented, so it has none.
fn other_mails(value: &Value) -> Result<Vec<&str>, ErrorResponse> {
    let mails = texts(Some(value));
    if mails.len() > MOST_MAILS || !mails.iter().all(|mail| is_address(mail)) {
        return Err(invalid("otherMails"));
    }
    Ok(mails)
}

/// SDK, user.mail: writing it also puts the address into proxyAddresses as the SMTP one; the former primary
/// stays as a secondary address (microsoft-graph-docs issue 13148).
fn write_mail(
    context: &RequestContext<'_>,
    id: &str,
    user: &mut Object,
    value: &Value,
) -> Result<(), ErrorResponse> {
    let Some(mail) = value.as_str().filter(|mail| !mail.is_empty()) else {
        // Undocumented, hence a setting.
        if context.behaviour.empty_mail == Allowed::No {
            return Err(invalid("mail"));
        }
        user.insert("mail".into(), Value::Null);
        let proxies: Vec<_> = texts(user.get("proxyAddresses"))
            .into_iter()
            .filter(|proxy| !proxy.starts_with("SMTP:"))
            .collect();
        let proxies = json!(proxies);
        user.insert("proxyAddresses".into(), proxies);
        return Ok(());
    };
    if !is_address(mail) {
        return Err(invalid("mail"));
    }
    let mut owners = owners(context, mail, id);
    if context.behaviour.deleted_addresses_are_free == Allowed::No {
        owners.extend(context.state.deleted.owners(mail).into_iter().map(|id| (Kind::User, id)));
    }
    if let Some(owner) = owners.first() {
        match context.behaviour.conflict {
            Conflict::Refuse400 => return Err(taken("proxyAddresses", owner)),
            Conflict::SilentlyKept => {
                user.insert("mail".into(), json!(mail));
                return Ok(());
            }
        }
    }
    let mut proxies = vec![format!("SMTP:{mail}")];
    for proxy in texts(user.get("proxyAddresses")) {
        match smtp(proxy) {
            Some(address) if address.eq_ignore_ascii_case(mail) => {}
            Some(address) => proxies.push(format!("smtp:{address}")),
            None => proxies.push(proxy.to_owned()),
        }
    }
    user.insert("mail".into(), json!(mail));
    user.insert("proxyAddresses".into(), json!(proxies));
    Ok(())
}

/// The domain must be a verified one (docs-contrib issue 5616), the name nobody else's.
fn write_name(
    context: &RequestContext<'_>,
    id: &str,
    user: &mut Object,
    value: Value,
) -> Result<(), ErrorResponse> {
    let name = value.as_str().unwrap_or_default();
    let domain = name.rsplit_once('@').map(|(_, domain)| domain).unwrap_or_default();
    if !context.state.is_verified_domain(domain) {
        return Err(ErrorResponse::bad(
            "The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.",
        ));
    }
    // Two names are never the same, whatever else a name owns.
    if let Some(owner) = context.state.owners_of(name, id).first() {
        return Err(taken("userPrincipalName", owner));
    }
    user.insert("userPrincipalName".into(), value);
    Ok(())
}

/// Soft: the object moves to the deleted items for 30 days, its name prefixed with its id without hyphens.
/// Memberships stay with it for a restore (recover-from-deletions).
pub(super) fn delete(context: &mut RequestContext<'_>, key: &str) -> RouteResult {
    context.caller.needs_scope(&["User.DeleteRestore.All", "User.ReadWrite.All"])?;
    let (id, mut user) = context.changeable_user(key)?;
    check_sensitive(context.state, context.caller, &id, &user, Sensitive::Delete)?;
    let name = text(&user, "userPrincipalName").unwrap_or_default();
    let name = format!("{}{name}", fold(&id).replace('-', ""));
    user.insert("userPrincipalName".into(), json!(name));
    user.insert("deletedDateTime".into(), json!(context.now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()));
    let mut change = context.state.change(context.now, context.view);
    change.drop_user(&id);
    change.put_deleted(user);
    Ok(Response::no_content())
}

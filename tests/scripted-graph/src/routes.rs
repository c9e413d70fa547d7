//! What the directory answers to each request of our client.

use serde_json::{Map, Value, json};
use url::Url;

use crate::JumpingClock;
use crate::directory::{Content, TENANT};
use crate::filter;

/// Status and body; null for no body.
pub(crate) type Answer = (u16, Value);

/// A refusal in the shape of Graph's errors.
pub(crate) fn refuse(status: u16, code: &str, message: &str) -> Answer {
    (status, json!({ "error": { "code": code, "message": message } }))
}

fn missing() -> Answer {
    refuse(404, "Request_ResourceNotFound", "Resource does not exist.")
}

/// An item of a batch, as a whole address.
pub(crate) fn url(relative: &str) -> Url {
    Url::parse(&format!("https://graph.microsoft.com/v1.0{relative}")).unwrap()
}

/// The path behind the version.
pub(crate) fn path(url: &Url) -> &str {
    url.path().strip_prefix("/v1.0").unwrap_or_default()
}

/// Acts and answers.
pub(crate) fn answer(
    content: &mut Content,
    method: &str,
    url: &Url,
    body: &Value,
    clock: &JumpingClock,
) -> Answer {
    let segments: Vec<&str> = path(url).split('/').skip(1).collect();
    let me = content.me.clone();
    let segments: Vec<&str> = match segments.as_slice() {
        ["me", rest @ ..] => ["users", me.as_str()].into_iter().chain(rest.iter().copied()).collect(),
        all => all.to_vec(),
    };
    let changed = match (method, segments.as_slice()) {
        ("GET", segments) => return read(content, segments, url),
        ("PATCH", ["users", id]) => update(content, id, body),
        ("DELETE", ["users", id]) => delete(content, id, clock),
        ("POST", ["directory", "deletedItems", id, "restore"]) => return restored(content, id),
        ("POST", ["invitations"]) => return invite(content, body, clock),
        ("POST", ["groups", id, "members", "$ref"]) => add_member(content, id, body),
        ("DELETE", ["groups", id, "members", user, "$ref"]) => {
            content.members.remove(&((*id).to_owned(), (*user).to_owned())).then_some(())
        }
        ("POST", ["users", id, "sponsors", "$ref"]) => {
            relate(content, id, "sponsors", json!({ "id": referred(body) }))
        }
        ("POST", ["users", id, "appRoleAssignments"]) => {
            let mut assignment = body.clone();
            assignment["id"] = json!("assignment");
            let granted = relate(content, id, "apps", assignment.clone());
            return granted.map_or_else(missing, |()| (201, assignment));
        }
        _ => None,
    };
    changed.map_or_else(missing, |()| (204, Value::Null))
}

fn read(content: &Content, segments: &[&str], url: &Url) -> Answer {
    let one = |all: &[Value], id: &str| all.iter().find(|one| one["id"] == id).cloned();
    let live = |id: &&str| content.users.iter().any(|one| one["id"] == **id);
    let all = match segments {
        ["users", id] => return object(one(&content.users, id), url),
        ["groups", id] => return object(one(&content.groups, id), url),
        ["directoryObjects", id] => return any(content, id),
        ["directory", "deletedItems", id, "microsoft.graph.user"] => {
            return object(one(&content.deleted, id), url);
        }
        ["organization"] => vec![json!({ "id": TENANT, "displayName": "Contoso" })],
        ["users"] => content.users.clone(),
        ["groups"] => content.groups.clone(),
        ["contacts"] => content.contacts.clone(),
        ["groupSettings"] => content.group_settings.clone(),
        ["directory", "deletedItems", "microsoft.graph.user"] => content.deleted.clone(),
        ["groups", _, "settings"] => Vec::new(),
        ["groups", id, "members", "microsoft.graph.user"] => {
            let Some(_) = one(&content.groups, id) else { return missing() };
            let is_in = |user: &&Value| {
                content.members.iter().any(|(group, member)| group == id && user["id"] == member.as_str())
            };
            content.users.iter().filter(is_in).cloned().collect()
        }
        ["users", id, "memberOf", "microsoft.graph.group"] if live(id) => {
            let in_it = |group: &&Value| {
                content.members.iter().any(|(of, member)| group["id"] == of.as_str() && member == id)
            };
            content.groups.iter().filter(in_it).cloned().collect()
        }
        // No group is in a group here.
        ["users", id, "transitiveMemberOf"] if live(id) => {
            let of = |(group, member): &(String, String)| (member == id).then(|| json!({ "id": group }));
            content.members.iter().filter_map(of).collect()
        }
        ["users", id, "memberOf", "microsoft.graph.directoryRole"] if live(id) => {
            related(content, id, "roles")
        }
        ["users", id, "appRoleAssignments"] if live(id) => related(content, id, "apps"),
        ["users", id, "sponsors"] if live(id) => related(content, id, "sponsors"),
        ["users", id, "ownedObjects", ..] if live(id) => related(content, id, "owned"),
        _ => return missing(),
    };
    let filter = parameter(url, "$filter");
    let found = all.into_iter().filter(|one| filter.as_ref().is_none_or(|filter| filter::holds(filter, one)));
    let value: Vec<Value> = found.map(|one| selected(one, url)).collect();
    (200, json!({ "value": value }))
}

/// An object of whatever kind, which its type says (Microsoft Graph: Get directoryObject).
fn any(content: &Content, id: &str) -> Answer {
    let kinds = [("user", &content.users), ("group", &content.groups), ("orgContact", &content.contacts)];
    let found = kinds.into_iter().find_map(|(kind, all)| {
        let mut one = all.iter().find(|one| one["id"] == id)?.clone();
        one["@odata.type"] = json!(format!("#microsoft.graph.{kind}"));
        Some(one)
    });
    found.map_or_else(missing, |one| (200, one))
}

fn related(content: &Content, user: &str, relation: &str) -> Vec<Value> {
    let of = content.related.iter().filter(|(whose, what, _)| whose == user && *what == relation);
    of.map(|(_, _, object)| object.clone()).collect()
}

fn object(found: Option<Value>, url: &Url) -> Answer {
    found.map_or_else(missing, |one| (200, selected(one, url)))
}

fn parameter(url: &Url, name: &str) -> Option<String> {
    url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

/// Collections are never null in Graph.
const COLLECTIONS: [&str; 6] =
    ["otherMails", "proxyAddresses", "identities", "businessPhones", "imAddresses", "groupTypes"];

/// The properties that were asked for. One that the story did not give is empty.
fn selected(object: Value, url: &Url) -> Value {
    let Some(select) = parameter(url, "$select") else { return object };
    let of = |name: &str| match object.get(name) {
        Some(value) => value.clone(),
        None if COLLECTIONS.contains(&name) => json!([]),
        None => Value::Null,
    };
    Value::Object(select.split(',').map(|name| (name.to_owned(), of(name))).collect::<Map<_, _>>())
}

/// Merges, and keeps `proxyAddresses` in step with `mail` (Microsoft Graph: user resource, mail).
fn update(content: &mut Content, id: &str, body: &Value) -> Option<()> {
    let user = content.users.iter_mut().find(|one| one["id"] == id)?;
    for (name, value) in body.as_object()? {
        user[name] = value.clone();
    }
    if let Some(mail) = body["mail"].as_str() {
        let before = user["proxyAddresses"].as_array().cloned().unwrap_or_default();
        let texts = before.iter().filter_map(Value::as_str);
        let others = texts.map(|one| one.replacen("SMTP:", "smtp:", 1));
        let others = others.filter(|one| !one[5..].eq_ignore_ascii_case(mail));
        let all: Vec<String> = std::iter::once(format!("SMTP:{mail}")).chain(others).collect();
        user["proxyAddresses"] = json!(all);
    }
    Some(())
}

pub(crate) fn delete(content: &mut Content, id: &str, clock: &JumpingClock) -> Option<()> {
    let at = content.users.iter().position(|one| one["id"] == id)?;
    let mut user = content.users.remove(at);
    user["deletedDateTime"] = json!(clock.now());
    content.deleted.push(user);
    Some(())
}

pub(crate) fn restore(content: &mut Content, id: &str) -> Option<()> {
    let at = content.deleted.iter().position(|one| one["id"] == id)?;
    let mut user = content.deleted.remove(at);
    user["deletedDateTime"] = Value::Null;
    content.users.push(user);
    Some(())
}

fn restored(content: &mut Content, id: &str) -> Answer {
    let object = json!({ "@odata.type": "#microsoft.graph.user", "id": id });
    restore(content, id).map_or_else(missing, |()| (200, object))
}

/// An account that is to accept again, and is there, waits for that (Microsoft Entra External ID: "Reset redemption
/// status"). One that has the address already is the answer (Microsoft Graph: Create invitation); otherwise a new one is
/// made: `new-1`, `new-2`, ...
fn invite(content: &mut Content, body: &Value, clock: &JumpingClock) -> Answer {
    let address = body["invitedUserEmailAddress"].as_str().unwrap_or_default();
    let has = |user: &&Value| {
        let filter = |property: &str| filter::holds(&format!("{property} eq '{address}'"), user);
        filter("mail") || filter("otherMails")
    };
    let reset = &body["invitedUser"]["id"];
    if body["resetRedemption"] == true
        && let Some(user) = content.users.iter_mut().find(|user| user["id"] == *reset)
    {
        user["externalUserState"] = json!("PendingAcceptance");
        user["externalUserStateChangeDateTime"] = json!(clock.now());
    }
    let existing = content.users.iter().find(has).map(|user| user["id"].clone());
    let id = existing.unwrap_or_else(|| {
        content.invited += 1;
        let id = json!(format!("new-{}", content.invited));
        content.users.push(json!({
            "id": id, "mail": address, "otherMails": [address], "proxyAddresses": [format!("SMTP:{address}")],
            "userPrincipalName": format!("{}#EXT#@contoso.onmicrosoft.com", address.replace('@', "_")),
            "displayName": body["invitedUserDisplayName"],
            "userType": body["invitedUserType"].as_str().unwrap_or("Guest"),
            "creationType": "Invitation", "externalUserState": "PendingAcceptance",
            "createdDateTime": clock.now(),
        }));
        // Who is named answers for the account (Microsoft Graph: invitation resource, invitedUserSponsors).
        for sponsor in body["invitedUserSponsors"].as_array().into_iter().flatten() {
            let of = id.as_str().unwrap_or_default().to_owned();
            content.related.push((of, "sponsors", json!({ "id": sponsor["id"] })));
        }
        id
    });
    let invitation = json!({
        "id": "invitation", "status": "PendingAcceptance", "invitedUserEmailAddress": address,
        "inviteRedeemUrl": "https://login.microsoftonline.com/redeem", "invitedUser": { "id": id },
    });
    (201, invitation)
}

/// The id at the end of `@odata.id`.
fn referred(body: &Value) -> String {
    let reference = body["@odata.id"].as_str().unwrap_or_default();
    reference.rsplit('/').next().unwrap_or_default().to_owned()
}

fn add_member(content: &mut Content, group: &str, body: &Value) -> Option<()> {
    let user = referred(body);
    let known = content.users.iter().any(|one| one["id"] == user.as_str());
    known.then(|| content.members.insert((group.to_owned(), user)))?;
    Some(())
}

fn relate(content: &mut Content, user: &str, relation: &'static str, object: Value) -> Option<()> {
    content.users.iter().find(|one| one["id"] == user)?;
    content.related.push((user.to_owned(), relation, object));
    Some(())
}

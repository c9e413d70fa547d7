//! What owns the address of a faulty guest, in the shapes that were seen: a contact, a shared mailbox, an account of the
//! same person, a group.

use serde_json::json;

use super::names::Person;
use crate::Object;

/// A contact with the address as its main one.
pub(super) fn contact(id: &str, person: &Person) -> Object {
    object(&json!({
        "id": id,
        "displayName": format!("{} ({})", person.display, company(person)),
        "givenName": person.given,
        "surname": person.family,
        "companyName": company(person),
        "mail": person.address(),
        "mailNickname": person.local,
        "proxyAddresses": [format!("SMTP:{}", person.address())],
        "onPremisesSyncEnabled": null,
    }))
}

/// Of even numbers a shared mailbox that has the address beside its own, of odd ones an account of the same person.
pub(super) fn account(id: &str, n: u32, person: &Person, domain: &str) -> Object {
    let shared = n.is_multiple_of(2);
    let name = if shared { format!("mailbox.{n}@{domain}") } else { format!("extern.{n}@{domain}") };
    let address = person.address();
    let (mail, proxies) = if shared {
        (name.clone(), json!([format!("SMTP:{name}"), format!("smtp:{address}")]))
    } else {
        (address.clone(), json!([format!("SMTP:{address}")]))
    };
    object(&json!({
        "id": id,
        "displayName":
            if shared { format!("Postvak {n}") } else { format!("{} (extern)", person.display) },
        "mail": mail,
        "otherMails": [],
        "proxyAddresses": proxies,
        "userPrincipalName": name,
        "mailNickname": if shared { format!("mailbox.{n}") } else { format!("extern.{n}") },
        "userType": "Member",
        "accountEnabled": !shared,
        "createdDateTime": "2018-09-03T07:30:00Z",
        "identities": [
            { "signInType": "userPrincipalName", "issuer": domain, "issuerAssignedId": name }
        ],
    }))
}

/// A Microsoft 365 group that has the address beside its own.
pub(super) fn group(id: &str, n: u32, person: &Person, domain: &str) -> Object {
    let mail = format!("project.{n}@{domain}");
    object(&json!({
        "id": id,
        "displayName": format!("Project {n}"),
        "description": null,
        "mail": mail,
        "mailNickname": format!("project.{n}"),
        "mailEnabled": true,
        "securityEnabled": false,
        "groupTypes": ["Unified"],
        "proxyAddresses": [format!("SMTP:{mail}"), format!("smtp:{}", person.address())],
        "visibility": "Private",
        "createdDateTime": "2018-09-03T07:30:00Z",
    }))
}

fn company(person: &Person) -> &str {
    person.domain.split('.').next().unwrap_or_default()
}

fn object(value: &serde_json::Value) -> Object {
    value.as_object().cloned().unwrap_or_default()
}

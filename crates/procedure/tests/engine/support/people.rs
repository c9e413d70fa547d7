//! Whom the stories are about.

use guest::RemedyKind;
use procedure::{ErrorKind, NamedObject};
use serde_json::{Value, json};

/// Object id of the guest.
pub(crate) const JAN: &str = "jan";
/// The address that is searched for, and that the guest was invited at.
pub(crate) const ADDRESS: &str = "jan@fabrikam.nl";
/// Another address of the guest.
pub(crate) const OTHER: &str = "j.devries@fabrikam.nl";
/// A Microsoft 365 group.
pub(crate) const TEAM: &str = "team";
/// A security group.
pub(crate) const PROJECT: &str = "project";
/// An app's service principal.
pub(crate) const APP: &str = "app-principal";

/// The guest of Microsoft's article: several other addresses, and no main one.
pub(crate) fn jan() -> Value {
    json!({
        "id": JAN, "displayName": "Jan de Vries", "givenName": "Jan", "surname": "de Vries",
        "userPrincipalName": "jan_fabrikam.nl#EXT#@contoso.onmicrosoft.com",
        "mail": null, "proxyAddresses": [], "otherMails": [ADDRESS, OTHER],
        "userType": "Guest", "creationType": "Invitation", "externalUserState": "Accepted",
        "companyName": "Fabrikam", "jobTitle": "Buyer", "department": "Sales", "accountEnabled": true, "createdDateTime": "2025-01-01T00:00:00Z",
    })
}

/// The same guest with a main address, which is not the one that is searched for.
pub(crate) fn jan_elsewhere() -> Value {
    let mut jan = jan();
    jan["mail"] = json!(OTHER);
    jan["proxyAddresses"] = json!([format!("SMTP:{OTHER}")]);
    jan["otherMails"] = json!([ADDRESS]);
    jan
}

/// A group whose members can be changed.
pub(crate) fn group(id: &str, name: &str) -> Value {
    json!({
        "id": id, "displayName": name, "mail": format!("{id}@contoso.com"),
        "proxyAddresses": [format!("SMTP:{id}@contoso.com")],
        "groupTypes": ["Unified"], "mailEnabled": true, "securityEnabled": false, "isAssignableToRole": false,
    })
}

/// An address that the contact owns, as it is reported.
pub(crate) fn owned_by_the_contact(address: &str) -> ErrorKind {
    let owner = NamedObject { id: "contact".to_owned(), name: "Jan at Fabrikam".to_owned() };
    ErrorKind::AddressConflict { address: address.to_owned(), owners: vec![owner] }
}

/// A contact that owns an address.
pub(crate) fn contact(address: &str) -> Value {
    json!({
        "id": "contact", "displayName": "Jan at Fabrikam", "mail": address,
        "proxyAddresses": [format!("SMTP:{address}")],
    })
}

/// A remedy that writes one field, and what it is about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    pub(crate) remedy: RemedyKind,
    /// Its name in the journal.
    pub(crate) name: &'static str,
    pub(crate) property: &'static str,
    pub(crate) guest: fn() -> Value,
    pub(crate) before: &'static [&'static str],
}

/// Both of them. Each writes [`ADDRESS`].
pub(crate) const FIELDS: [Field; 2] = [
    Field {
        remedy: RemedyKind::SetMail,
        name: "set-mail",
        property: "mail",
        guest: jan_elsewhere,
        before: &[OTHER],
    },
    Field {
        remedy: RemedyKind::KeepOneAddress,
        name: "keep-one-address",
        property: "otherMails",
        guest: jan,
        before: &[ADDRESS, OTHER],
    },
];

impl Field {
    /// These values as the property holds them.
    pub(crate) fn value(&self, values: &[&str]) -> Value {
        if self.property == "mail" { json!(values.first()) } else { json!(values) }
    }
}

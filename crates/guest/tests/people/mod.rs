//! Who and what the tests are about: facts to start from, each changed by the story it belongs to.
#![allow(dead_code, reason = "each test file uses its own part")]

use guest::{
    Address, ChosenGroup, Contact, Facts, Group, Identity, Known, Lookup, Operator, Organisation, Owner,
    OwnerKind, User,
};
use jiff::Timestamp;

/// Noon of 22 November 2026.
pub(crate) const NOW: &str = "2026-11-22T12:00:00Z";

pub(crate) fn some<T: From<&'static str>>(text: &'static str) -> Known<Option<T>> {
    Known::Is(Some(text.into()))
}

pub(crate) fn texts(all: &[&str]) -> Known<Vec<String>> {
    Known::Is(all.iter().map(|&it| it.to_owned()).collect())
}

pub(crate) fn time(text: &str) -> Timestamp {
    text.parse().unwrap_or_default()
}

pub(crate) fn address(text: &str) -> Address {
    Address::parse(text).unwrap_or_else(|why| panic!("{text}: {why}"))
}

/// A guest as an accepted invitation makes them: everything was read, everything is in order.
pub(crate) fn guest(id: &str, mail: &str) -> User {
    User {
        id: id.to_owned(),
        display_name: Known::Is(Some(format!("Guest {id}"))),
        user_principal_name: Known::Is(Some(format!(
            "{}@contoso.onmicrosoft.com",
            guest::invited::encode(&address(mail))
        ))),
        mail: Known::Is(Some(mail.to_owned())),
        other_mails: texts(&[mail]),
        proxy_addresses: Known::Is(vec![format!("SMTP:{mail}")]),
        identities: Known::Is(vec![identity("federated", "ExternalAzureAD", None)]),
        user_type: some("Guest"),
        creation_type: some("Invitation"),
        external_user_state: some("Accepted"),
        account_enabled: Known::Is(Some(true)),
        on_premises_sync_enabled: Known::Is(None),
        is_management_restricted: Known::Is(None),
        licences: Known::Is(0),
        has_mailbox: Known::Is(false),
        ..User::default()
    }
}

/// The same guest as made when something else owns the address: no main address.
pub(crate) fn broken(id: &str, mail: &str, other_mails: &[&str]) -> User {
    User {
        mail: Known::Is(None),
        proxy_addresses: texts(&[]),
        other_mails: texts(other_mails),
        ..guest(id, mail)
    }
}

pub(crate) fn identity(sign_in_type: &str, issuer: &str, assigned: Option<&str>) -> Identity {
    Identity {
        sign_in_type: Some(sign_in_type.to_owned()),
        issuer: Some(issuer.to_owned()),
        issuer_assigned_id: assigned.map(str::to_owned),
    }
}

/// Somebody of the organisation itself.
pub(crate) fn employee(id: &str, mail: &str) -> User {
    User {
        user_principal_name: Known::Is(Some(mail.to_owned())),
        identities: Known::Is(vec![identity("userPrincipalName", "contoso.onmicrosoft.com", Some(mail))]),
        user_type: some("Member"),
        creation_type: Known::Is(None),
        external_user_state: Known::Is(None),
        other_mails: texts(&[]),
        ..guest(id, mail)
    }
}

pub(crate) fn contact(id: &str, mail: &str) -> Contact {
    Contact {
        id: id.to_owned(),
        display_name: some("J. de Vries (Fabrikam)"),
        mail: Known::Is(Some(mail.to_owned())),
        proxy_addresses: Known::Is(vec![format!("SMTP:{mail}")]),
        on_premises_sync_enabled: Known::Is(None),
        groups: Known::Is(vec![]),
    }
}

pub(crate) fn microsoft365(id: &str) -> Group {
    Group {
        id: id.to_owned(),
        display_name: Known::Is(Some(format!("Group {id}"))),
        mail: Known::Is(Some(format!("{id}@contoso.example"))),
        proxy_addresses: Known::Is(vec![format!("SMTP:{id}@contoso.example")]),
        group_types: texts(&["Unified"]),
        mail_enabled: Known::Is(Some(true)),
        security_enabled: Known::Is(Some(false)),
        on_premises_sync_enabled: Known::Is(None),
        is_assignable_to_role: Known::Is(None),
        membership_rule: Known::Is(None),
        visibility: some("Private"),
        takes_guests: Known::Is(true),
        hide_from_outlook_clients: Known::Is(Some(false)),
    }
}

pub(crate) fn dynamic(id: &str) -> Group {
    Group { group_types: texts(&["Unified", "DynamicMembership"]), ..microsoft365(id) }
}

pub(crate) fn owner(kind: OwnerKind, id: &str, mail: &str) -> Owner {
    Owner { kind, ..Owner::from(&contact(id, mail)) }
}

pub(crate) fn chosen(group: Group, is_member: Known<bool>) -> ChosenGroup {
    ChosenGroup { id: group.id.clone(), group: Known::Is(group), is_member, is_nested: is_member }
}

/// Everything was answered, nobody was found; a user administrator asks.
pub(crate) fn nobody(searched: &str) -> Facts {
    Facts {
        live_users: Lookup::complete(vec![]),
        deleted_users: Lookup::complete(vec![]),
        contacts: Lookup::complete(vec![]),
        groups: Lookup::complete(vec![]),
        owners: Lookup::complete(vec![]),
        memberships: Known::Is(vec![]),
        directory_roles: texts(&[]),
        organisation: Organisation {
            guests_may_access_groups: Known::Is(true),
            may_add_guests: Known::Is(true),
            domains: texts(&["contoso.example", "contoso.onmicrosoft.com"]),
        },
        operator: Operator { roles: texts(&["User Administrator"]), ..Operator::default() },
        ..Facts::nothing_known(address(searched), time(NOW))
    }
}

/// The same, and one user was found.
pub(crate) fn found(searched: &str, user: User) -> Facts {
    Facts { live_users: Lookup::complete(vec![user]), ..nobody(searched) }
}

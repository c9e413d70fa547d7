//! Who owns an address: it stands in their `mail` or `proxyAddresses`.

use std::collections::HashSet;

use super::user::smtp_addresses;
use super::{Contact, Group, GuestSign, User};
use crate::address::Address;
use crate::known::Known;

/// What kind of object owns an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OwnerKind {
    /// A user or shared mailbox of the organisation.
    User,
    /// Another guest.
    Guest,
    /// A contact.
    Contact,
    /// A group or distribution list.
    Group,
    /// Known by its id alone: no user, and this sign-in may not read what it is.
    Unseen,
}

/// A live object that may own one of the guest's addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// What it is.
    pub kind: OwnerKind,
    /// Object id.
    pub id: String,
    /// `displayName`.
    pub display_name: Known<Option<String>>,
    /// `userPrincipalName`; of a user.
    pub user_principal_name: Known<Option<String>>,
    /// `mail`.
    pub mail: Known<Option<String>>,
    /// `proxyAddresses`.
    pub proxy_addresses: Known<Vec<String>>,
    /// `onPremisesSyncEnabled`.
    pub on_premises_sync_enabled: Known<Option<bool>>,
}

/// The owner of one address, as a finding names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnerRef {
    /// What it is.
    pub kind: OwnerKind,
    /// Object id.
    pub id: String,
    /// `displayName`, when it was read and is not null.
    pub display_name: Option<String>,
    /// Whether it must be changed on premises.
    pub synced: Known<bool>,
    /// The address it owns.
    pub address: Address,
}

impl Owner {
    /// The addresses in `mail` and `proxyAddresses`.
    pub(crate) fn owned(&self) -> HashSet<Address> {
        let mail = self.mail.value().and_then(|mail| Address::recorded(mail));
        smtp_addresses(&self.proxy_addresses).into_iter().chain(mail).collect()
    }

    /// Whether the object has the address in `mail` or `proxyAddresses`.
    #[must_use]
    pub fn owns(&self, address: &Address) -> bool {
        self.mail.value().is_some_and(|mail| address.is(mail))
            || smtp_addresses(&self.proxy_addresses).contains(address)
    }

    /// Whether the address is its user name, and stands nowhere else in it. Entra refuses an address in some of these
    /// cases (MicrosoftDocs/OfficeDocs-O365ITPro issue 805); no documentation says in which.
    #[must_use]
    pub fn may_own(&self, address: &Address) -> bool {
        !self.owns(address) && self.user_principal_name.value().is_some_and(|name| address.is(name))
    }

    /// This object as the owner of an address.
    #[must_use]
    pub fn of(&self, address: &Address) -> OwnerRef {
        OwnerRef {
            kind: self.kind,
            id: self.id.clone(),
            display_name: self.display_name.value().cloned(),
            synced: self.on_premises_sync_enabled.map(|sync| sync == Some(true)),
            address: address.clone(),
        }
    }
}

impl OwnerRef {
    /// Its name, or its id when it has none. Never empty: a sentence names it.
    #[must_use]
    pub fn name(&self) -> &str {
        self.display_name.as_deref().filter(|name| !name.trim().is_empty()).unwrap_or(&self.id)
    }
}

impl From<&User> for Owner {
    fn from(user: &User) -> Self {
        Self {
            kind: if user.guest_sign() == GuestSign::Guest { OwnerKind::Guest } else { OwnerKind::User },
            id: user.id.clone(),
            display_name: user.display_name.clone(),
            user_principal_name: user.user_principal_name.clone(),
            mail: user.mail.clone(),
            proxy_addresses: user.proxy_addresses.clone(),
            on_premises_sync_enabled: user.on_premises_sync_enabled,
        }
    }
}

impl From<&Contact> for Owner {
    fn from(contact: &Contact) -> Self {
        Self {
            kind: OwnerKind::Contact,
            id: contact.id.clone(),
            display_name: contact.display_name.clone(),
            user_principal_name: Known::Is(None),
            mail: contact.mail.clone(),
            proxy_addresses: contact.proxy_addresses.clone(),
            on_premises_sync_enabled: contact.on_premises_sync_enabled,
        }
    }
}

impl From<&Group> for Owner {
    fn from(group: &Group) -> Self {
        Self {
            kind: OwnerKind::Group,
            id: group.id.clone(),
            display_name: group.display_name.clone(),
            user_principal_name: Known::Is(None),
            mail: group.mail.clone(),
            proxy_addresses: group.proxy_addresses.clone(),
            on_premises_sync_enabled: group.on_premises_sync_enabled,
        }
    }
}

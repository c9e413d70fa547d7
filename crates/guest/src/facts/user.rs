//! A user of the directory, live or deleted.

use std::collections::HashSet;

use jiff::Timestamp;

use crate::address::Address;
use crate::invited::{self, Decoded};
use crate::known::Known;
use crate::table::RowValue;

/// One way to sign in (Microsoft Graph: objectIdentity).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Identity {
    /// `federated`, `userPrincipalName`, `emailAddress` and others.
    pub sign_in_type: Option<String>,
    /// Who vouches: `ExternalAzureAD`, `MicrosoftAccount`, `mail`, a domain of the organisation and others.
    pub issuer: Option<String>,
    /// The name with that issuer; for `mail` an address.
    pub issuer_assigned_id: Option<String>,
}

impl Identity {
    /// Whether this is a one-time code sent by mail: the issuer is `mail`.
    #[must_use]
    pub fn is_mail(&self) -> bool {
        self.issuer.as_deref().is_some_and(|issuer| issuer.eq_ignore_ascii_case("mail"))
    }

    /// Whether another organisation or company vouches.
    #[must_use]
    pub fn is_federated(&self) -> bool {
        self.sign_in_type.as_deref().is_some_and(|kind| kind.eq_ignore_ascii_case("federated"))
    }
}

/// A selected property of which the domain knows no meaning, only that it can be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct More {
    /// Microsoft Graph's name of the property.
    pub property: String,
    /// What it holds.
    pub value: RowValue,
}

/// A user (Microsoft Graph: user resource). Every property says for itself whether it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct User {
    /// `id`: the object id.
    pub id: String,
    /// `displayName`.
    pub display_name: Known<Option<String>>,
    /// `givenName`.
    pub given_name: Known<Option<String>>,
    /// `surname`.
    pub surname: Known<Option<String>>,
    /// `userPrincipalName`: for a guest with `#EXT#`.
    pub user_principal_name: Known<Option<String>>,
    /// `mail`: the main address.
    pub mail: Known<Option<String>>,
    /// `otherMails`: further addresses; own nothing.
    pub other_mails: Known<Vec<String>>,
    /// `proxyAddresses`: `SMTP:` is the primary address, `smtp:` a secondary one.
    pub proxy_addresses: Known<Vec<String>>,
    /// `identities`.
    pub identities: Known<Vec<Identity>>,
    /// `userType`: `Guest` or `Member`; proves nothing by itself.
    pub user_type: Known<Option<String>>,
    /// `creationType`: `Invitation`, `LocalAccount`, `EmailVerified`, `SelfServiceSignUp` or null.
    pub creation_type: Known<Option<String>>,
    /// `externalUserState`: `PendingAcceptance`, `Accepted` or null.
    pub external_user_state: Known<Option<String>>,
    /// `externalUserStateChangeDateTime`.
    pub external_user_state_changed: Known<Option<Timestamp>>,
    /// `createdDateTime`.
    pub created: Known<Option<Timestamp>>,
    /// `deletedDateTime`: of a deleted user.
    pub deleted: Known<Option<Timestamp>>,
    /// `accountEnabled`.
    pub account_enabled: Known<Option<bool>>,
    /// `onPremisesSyncEnabled`: true when the directory on premises decides.
    pub on_premises_sync_enabled: Known<Option<bool>>,
    /// `isManagementRestricted`: true in a restricted management administrative unit.
    pub is_management_restricted: Known<Option<bool>>,
    /// `preferredLanguage`, such as `nl-NL`.
    pub preferred_language: Known<Option<String>>,
    /// `usageLocation`: a country code.
    pub usage_location: Known<Option<String>>,
    /// `companyName`.
    pub company_name: Known<Option<String>>,
    /// `jobTitle`.
    pub job_title: Known<Option<String>>,
    /// `department`.
    pub department: Known<Option<String>>,
    /// `officeLocation`.
    pub office_location: Known<Option<String>>,
    /// `mobilePhone`.
    pub mobile_phone: Known<Option<String>>,
    /// `businessPhones`.
    pub business_phones: Known<Vec<String>>,
    /// `mailNickname`.
    pub mail_nickname: Known<Option<String>>,
    /// How many licences are assigned: the length of `assignedLicenses`.
    pub licences: Known<usize>,
    /// Whether one of `assignedPlans` is an enabled plan of Exchange, which makes a mailbox.
    pub has_mailbox: Known<bool>,
    /// Further selected properties, for the table only.
    pub more: Vec<More>,
}

/// Whether a user comes from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GuestSign {
    /// There is a sign of business-to-business collaboration.
    Guest,
    /// There is none, and everything that could hold one was read.
    NoSign,
    /// None was seen, but not everything was read.
    Unknown,
}

/// The main address of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Primary {
    /// `mail` is null, or `proxyAddresses` has no upper-case `SMTP:`.
    Missing,
    /// Both are there and say the same.
    Present(Address),
    /// Both are there and differ. Which of them Exchange delivers to, the directory does not tell: reports contradict
    /// each other (MicrosoftDocs/azure-docs issues 71528 and 74404, microsoft-graph-docs issue 460).
    Differing {
        /// `mail`.
        mail: Address,
        /// The `SMTP:` entry.
        proxy: Address,
    },
    /// Not everything that decides was read.
    Unknown,
}

impl User {
    /// A user of whom only the id is known.
    pub fn unknown(id: impl Into<String>) -> Self {
        Self { id: id.into(), ..Self::default() }
    }

    /// Whether the user comes from outside: `#EXT#` in the user name, an `externalUserState`, a federated or mail identity.
    /// `userType` proves nothing: there are external members (Microsoft Entra External ID: "Properties of a B2B guest
    /// user").
    #[must_use]
    pub fn guest_sign(&self) -> GuestSign {
        let name = self.user_principal_name.value().is_some_and(|name| invited::is_ext_name(name));
        let state = self.external_user_state.value().is_some_and(|state| !state.trim().is_empty());
        let identity = self.identities.is_and(|all| all.iter().any(|it| it.is_mail() || it.is_federated()));
        if name || state || identity {
            return GuestSign::Guest;
        }
        let all_read = self.user_principal_name.is_known()
            && self.external_user_state.is_known()
            && self.identities.is_known();
        if all_read { GuestSign::NoSign } else { GuestSign::Unknown }
    }

    /// The address they were invited at, as far as the user name tells.
    #[must_use]
    pub fn invited(&self) -> Decoded {
        match self.user_principal_name.value() {
            Some(name) => invited::decode_deleted(name, &self.id),
            None => Decoded::NotAnExtName,
        }
    }

    /// Whether `mail` was read and is null or blank.
    pub(crate) fn mail_is_empty(&self) -> Known<bool> {
        self.mail.as_ref().map(|mail| mail.as_deref().is_none_or(|mail| mail.trim().is_empty()))
    }

    /// Whether `proxyAddresses` was read and has no upper-case `SMTP:`.
    pub(crate) fn has_no_smtp(&self) -> Known<bool> {
        self.proxy_addresses.as_ref().map(|all| primary_of(all).is_none())
    }

    /// Whether it is known that there is no main address.
    #[must_use]
    pub fn lacks_main_address(&self) -> bool {
        self.primary() == Primary::Missing
    }

    /// The main address.
    #[must_use]
    pub fn primary(&self) -> Primary {
        match crate::known::either(self.mail_is_empty(), self.has_no_smtp()) {
            Known::Is(true) => Primary::Missing,
            Known::Unknown => Primary::Unknown,
            Known::Is(false) => {
                let mail = self.mail.value().and_then(|mail| Address::recorded(mail));
                match (mail, self.proxy_addresses.get().and_then(|all| primary_of(all))) {
                    (Some(mail), Some(proxy)) if mail == proxy => Primary::Present(proxy),
                    (Some(mail), Some(proxy)) => Primary::Differing { mail, proxy },
                    _ => Primary::Unknown,
                }
            }
        }
    }

    /// What `mail` can be set back to after another address was written: none when it is empty, since it cannot be
    /// emptied again, when `proxyAddresses` names another main address, which would not come back, and when there is no
    /// other address to write.
    pub(crate) fn mail_to_return_to(&self) -> Option<&str> {
        let mail = self.mail.value()?;
        let changes = self.addresses().iter().any(|address| !address.is(mail));
        let proxies = self.proxy_addresses.get().map_or(&[][..], Vec::as_slice);
        (changes && returns_with_mail(mail, proxies)).then_some(mail)
    }

    /// What the directory names as main address: none, one, or two that differ.
    #[must_use]
    pub fn main_addresses(&self) -> Vec<Address> {
        match self.primary() {
            Primary::Present(primary) => vec![primary],
            Primary::Differing { mail, proxy } => vec![mail, proxy],
            Primary::Missing | Primary::Unknown => Vec::new(),
        }
    }

    /// The different values of `otherMails`, in the directory's order.
    #[must_use]
    pub fn different_other_mails(&self) -> Known<Vec<Address>> {
        self.other_mails
            .as_ref()
            .map(|all| different(all.iter().filter_map(|value| Address::recorded(value))))
    }

    /// The guest's addresses: `mail`, `proxyAddresses`, `otherMails`, mail identities and the invited address where it
    /// is certain; each once, the main one first.
    #[must_use]
    pub fn addresses(&self) -> Vec<Address> {
        let invited = self.invited().certain().cloned();
        different(self.held_addresses().into_iter().chain(self.mail_identities()).chain(invited))
    }

    /// The addresses that stand on the account itself, in `mail`, `proxyAddresses` or `otherMails`: at one of these an
    /// invitation finds it.
    #[must_use]
    pub fn held_addresses(&self) -> Vec<Address> {
        let mail = self.mail.value().and_then(|mail| Address::recorded(mail));
        let all = primary_of(self.proxy_addresses.get().map_or(&[], Vec::as_slice))
            .into_iter()
            .chain(mail)
            .chain(smtp_addresses(&self.proxy_addresses))
            .chain(self.other_mails.get().into_iter().flatten().filter_map(|value| Address::recorded(value)));
        different(all)
    }

    /// The address to speak of when nobody said one: the main one, else the invited one, else the first other. An
    /// account without any is spoken of by its user name, or else its id.
    #[must_use]
    pub fn spoken_of(&self) -> Address {
        let main = self.main_addresses().into_iter().next();
        let address = main.or_else(|| self.invited().certain().cloned());
        let address = address.or_else(|| self.addresses().into_iter().next());
        let name = || self.user_principal_name.value().and_then(|name| Address::recorded(name));
        address.or_else(name).unwrap_or_else(|| Address::verbatim(&self.id))
    }

    /// The addresses they get one-time codes at.
    #[must_use]
    pub fn mail_identities(&self) -> Vec<Address> {
        let mail = self.identities.get().into_iter().flatten().filter(|it| it.is_mail());
        mail.filter_map(|it| it.issuer_assigned_id.as_deref().and_then(Address::recorded)).collect()
    }

    /// Whether the address is one of theirs, or may be because not everything was read.
    pub(crate) fn may_have(&self, address: &Address) -> bool {
        let unread = !(self.mail.is_known()
            && self.other_mails.is_known()
            && self.proxy_addresses.is_known()
            && self.identities.is_known()
            && self.user_principal_name.is_known());
        unread || self.addresses().contains(address) || self.invited().possible().contains(address)
    }

    /// Whether the address is their user name. A guest's user name is none.
    #[must_use]
    pub fn has_user_name(&self, address: &Address) -> bool {
        self.user_principal_name.value().is_some_and(|name| address.is(name))
    }

    /// Whether the directory types the account as guest although nobody invited it: Microsoft's "internal guest"
    /// (Microsoft Entra External ID: "Properties of a B2B guest user").
    #[must_use]
    pub fn is_internal_guest(&self) -> bool {
        let typed = self.user_type.value().is_some_and(|kind| kind.eq_ignore_ascii_case("Guest"));
        typed && self.guest_sign() == GuestSign::NoSign
    }

    /// Whether the directory on premises decides about the account.
    #[must_use]
    pub fn is_synced(&self) -> bool {
        self.on_premises_sync_enabled.value() == Some(&true)
    }
}

/// Whether setting `mail` back also sets the main address of `proxyAddresses` back: unless another one stood there.
#[must_use]
pub fn returns_with_mail(mail: &str, proxies: &[String]) -> bool {
    primary_of(proxies).is_none_or(|primary| primary.is(mail))
}

/// The address behind the upper-case `SMTP:`.
fn primary_of(proxies: &[String]) -> Option<Address> {
    proxies.iter().find_map(|value| value.trim().strip_prefix("SMTP:").and_then(Address::recorded))
}

/// Every mail address of `proxyAddresses`, primary or not; other kinds (`x500:`, `sip:`) are no mail addresses.
pub(crate) fn smtp_addresses(proxies: &Known<Vec<String>>) -> Vec<Address> {
    let values = proxies.get().into_iter().flatten();
    values
        .filter_map(|value| {
            let (kind, address) = value.trim().split_once(':')?;
            if kind.eq_ignore_ascii_case("smtp") { Address::recorded(address) } else { None }
        })
        .collect()
}

fn different(all: impl IntoIterator<Item = Address>) -> Vec<Address> {
    let mut seen = HashSet::new();
    all.into_iter().filter(|address| seen.insert(address.clone())).collect()
}

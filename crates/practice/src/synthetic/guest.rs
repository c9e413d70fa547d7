//! One synthetic guest. Reserved domains only.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::names::Person;
use super::{chance, names};
use crate::Object;
use crate::guests::GuestFault;

/// When the first synthetic guests were invited: 1 January 2019.
const FIRST: i64 = 1_546_300_800;
/// In how many seconds they were: until the end of 2024.
const DURING: u64 = 6 * 365 * 86_400;

/// When the guest of this number was made.
pub(crate) fn created(n: u32) -> Timestamp {
    let after = i64::try_from(chance(0, n) % DURING).unwrap_or_default();
    Timestamp::from_second(FIRST + after).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// Who the guest of this number is.
pub(super) fn person(n: u32, fault: Option<GuestFault>, seed: u64) -> Person {
    if fault.is_some() { names::faulty(n, chance(seed, n)) } else { names::healthy(n) }
}

/// The guest of this number.
pub(super) fn guest(id: String, n: u32, fault: Option<GuestFault>, seed: u64, domain: &str) -> Object {
    let person = person(n, fault, seed);
    let address = person.address();
    let name = match fault {
        // Without an underscore no address can be read from it.
        Some(GuestFault::NoAddress) => format!("{}#EXT#", person.local),
        _ => format!("{}_{}#EXT#", person.local, person.domain),
    };
    let created = created(n);
    let accepted = created.saturating_add(SignedDuration::from_hours(24)).unwrap_or(created);
    let mut guest = Object::new();
    let mut put = |property: &str, value: Value| guest.insert(property.to_owned(), value);
    put("id", id.into());
    put("displayName", person.display.into());
    put("givenName", person.given.into());
    put("surname", person.family.into());
    put("mail", address.as_str().into());
    put("otherMails", json!([address]));
    put("proxyAddresses", json!([format!("SMTP:{address}")]));
    put("userPrincipalName", format!("{name}@{domain}").into());
    put("mailNickname", name.into());
    put("userType", "Guest".into());
    put("creationType", "Invitation".into());
    put("externalUserState", "Accepted".into());
    put("externalUserStateChangeDateTime", written(accepted));
    put("createdDateTime", written(created));
    put("accountEnabled", true.into());
    put(
        "identities",
        json!([{ "signInType": "federated", "issuer": "ExternalAzureAD", "issuerAssignedId": null }]),
    );
    if let Some(fault) = fault {
        spoil(&mut guest, fault, &person.local, &address, created);
    }
    guest
}

/// Makes a healthy guest faulty.
fn spoil(guest: &mut Object, fault: GuestFault, local: &str, address: &str, created: Timestamp) {
    let mut put = |property: &str, value: Value| guest.insert(property.to_owned(), value);
    if fault.is_without_main_address() {
        put("mail", Value::Null);
        put("proxyAddresses", json!([]));
    }
    match fault {
        GuestFault::OneAddress
        | GuestFault::OwnedByContact
        | GuestFault::OwnedByAccount
        | GuestFault::OwnedByGroup => {}
        GuestFault::SeveralAddresses => {
            put("otherMails", json!([address, format!("{local}@example.net")]));
        }
        GuestFault::NoAddress => {
            put("otherMails", json!([]));
        }
        GuestFault::OneAddressBlocked | GuestFault::Blocked => {
            put("accountEnabled", false.into());
        }
        GuestFault::NoPrimary => {
            put("proxyAddresses", json!([format!("smtp:{address}")]));
        }
        GuestFault::MailDiffers => {
            put("proxyAddresses", json!([format!("SMTP:{local}@example.org")]));
        }
        GuestFault::Pending => {
            put("externalUserState", "PendingAcceptance".into());
            put("externalUserStateChangeDateTime", written(created));
        }
    }
}

fn written(moment: Timestamp) -> Value {
    moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string().into()
}

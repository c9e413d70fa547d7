//! The ways to take an address off the object that owns it, gentlest first: a closed table, and what hangs on a contact.
//!
//! None of them is a remedy of the app: Exchange, or the network on premises, is where each is done. The first two of a
//! contact were one recipe before they were ours: give the contact another address, keep the old one in a custom
//! attribute, hide it (`ConvertMailContactsGuests`, Office 365 for IT Pros). Hiding alone frees no address.

use crate::address::Address;
use crate::facts::{Facts, Group, OwnerKind, OwnerRef, Primary};
use crate::known::Known;
use crate::rules::owners;

/// A way to free the address. The words are `door-<kind>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum DoorKind {
    /// Give the contact another address, and keep the old one in a custom attribute.
    AnotherAddress,
    /// The same, and hide the contact from address lists.
    AnotherAddressHidden,
    /// Remove the contact.
    Remove,
    /// Give the synced object another address where it comes from.
    OnPremisesAddress,
    /// Remove the synced contact where it comes from.
    OnPremisesRemove,
    /// Manage the synced contact in the cloud from now on (Microsoft Graph: onPremisesSyncBehavior, `isCloudManaged`).
    CloudManaged,
    /// Take the address off a mailbox or a group.
    TakeOff,
}

/// What a way costs. The words are `door-cost-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum DoorCost {
    /// The lists reach nobody through the contact until the guest is put on them.
    ListsLoseThem,
    /// The same, and colleagues no longer find the contact.
    ListsLoseThemAndHidden,
    /// Off every list; answers to old mail may bounce, for they go to the contact's old Exchange address.
    OffListsAndOldMail,
    /// Nothing yet: another way is open afterwards.
    NothingYet,
    /// Mail to the address no longer reaches who has it now.
    MailNoLongerReaches,
}

/// How one comes back. The words are `door-back-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum DoorBack {
    /// The old address stands in a custom attribute, and the line that puts it back in the script.
    KeptInAttribute,
    /// The address is given again where it was taken, once the guest no longer has it.
    GiveItAgain,
    /// Managed on premises again.
    SyncAgain,
    /// None: Microsoft keeps no removed contacts (Microsoft Graph: directory deletedItems lists no orgContact).
    None,
}

/// Where it is done. The words are `door-path-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum DoorPath {
    /// The Exchange admin center: Recipients, Contacts (Exchange Online: Manage mail contacts).
    Contacts,
    /// Recipients, Mailboxes.
    Mailboxes,
    /// Recipients, Groups.
    Groups,
    /// Active Directory, on premises.
    OnPremises,
    /// Microsoft Graph, by whoever manages the synchronisation: no page has it.
    Synchronisation,
}

/// One way: what it costs, how to go back, where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Door {
    /// Which.
    pub kind: DoorKind,
    /// What it costs.
    pub cost: DoorCost,
    /// How to go back.
    pub back: DoorBack,
    /// Where it is done.
    pub path: DoorPath,
}

const fn door(kind: DoorKind, cost: DoorCost, back: DoorBack, path: DoorPath) -> Door {
    Door { kind, cost, back, path }
}

const CONTACT: &[Door] = &[
    door(DoorKind::AnotherAddress, DoorCost::ListsLoseThem, DoorBack::KeptInAttribute, DoorPath::Contacts),
    door(
        DoorKind::AnotherAddressHidden,
        DoorCost::ListsLoseThemAndHidden,
        DoorBack::KeptInAttribute,
        DoorPath::Contacts,
    ),
    door(DoorKind::Remove, DoorCost::OffListsAndOldMail, DoorBack::None, DoorPath::Contacts),
];

const SYNCED_CONTACT: &[Door] = &[
    door(DoorKind::OnPremisesAddress, DoorCost::ListsLoseThem, DoorBack::GiveItAgain, DoorPath::OnPremises),
    door(DoorKind::OnPremisesRemove, DoorCost::OffListsAndOldMail, DoorBack::None, DoorPath::OnPremises),
    door(DoorKind::CloudManaged, DoorCost::NothingYet, DoorBack::SyncAgain, DoorPath::Synchronisation),
];

const fn take_off(path: DoorPath) -> Door {
    door(DoorKind::TakeOff, DoorCost::MailNoLongerReaches, DoorBack::GiveItAgain, path)
}

const MAILBOX: &[Door] = &[take_off(DoorPath::Mailboxes)];
const GROUP: &[Door] = &[take_off(DoorPath::Groups)];
const SYNCED: &[Door] = &[door(
    DoorKind::OnPremisesAddress,
    DoorCost::MailNoLongerReaches,
    DoorBack::GiveItAgain,
    DoorPath::OnPremises,
)];

/// The ways to free an address that such an object owns, gentlest first. None of another guest, of whom one account is
/// chosen, and none of what cannot be seen. What is not known to be synced is taken for not: Exchange refuses then, and
/// changes nothing.
#[must_use]
pub fn doors(owner: OwnerKind, synced: Known<bool>) -> &'static [Door] {
    match (owner, synced == Known::Is(true)) {
        (OwnerKind::Contact, false) => CONTACT,
        (OwnerKind::Contact, true) => SYNCED_CONTACT,
        (OwnerKind::User, false) => MAILBOX,
        (OwnerKind::Group, false) => GROUP,
        (OwnerKind::User | OwnerKind::Group, true) => SYNCED,
        (OwnerKind::Guest | OwnerKind::Unseen, _) => &[],
    }
}

/// What hangs on a contact, and is lost or left behind when it goes. Its own legacy address and whether it is hidden
/// Microsoft Graph does not tell (orgContact resource).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attached {
    /// The groups with mail it is in.
    pub lists: Known<Vec<Group>>,
    /// The X500 entries of its `proxyAddresses`: old Exchange addresses, to which answers to old mail go.
    pub x500: Known<Vec<String>>,
}

/// What became of a conflict that somebody went to resolve. The words are `standing-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum ConflictState {
    /// The object still owns the address.
    StillThere,
    /// It does not, but another object does.
    AnotherOne,
    /// Nobody but the guest owns it.
    Gone,
    /// Not everything was answered: it cannot be said that nobody owns it.
    CannotTell,
}

impl Facts {
    /// What hangs on this owner; nothing when it is no contact.
    #[must_use]
    pub fn attached(&self, owner: &OwnerRef) -> Option<Attached> {
        if owner.kind != OwnerKind::Contact {
            return None;
        }
        let contact = self.contacts.found.iter().find(|contact| contact.id == owner.id);
        let other = || self.owners.found.iter().find(|other| other.id == owner.id);
        let addresses =
            contact.map(|it| &it.proxy_addresses).or_else(|| other().map(|it| &it.proxy_addresses));
        let with_mail = |groups: &Vec<Group>| {
            let takes_mail = |group: &&Group| !group.mail_enabled.is_and(|it| *it == Some(false));
            groups.iter().filter(takes_mail).cloned().collect()
        };
        Some(Attached {
            lists: contact.map_or(Known::Unknown, |it| it.groups.as_ref().map(with_mail)),
            x500: addresses.map_or(Known::Unknown, |all| all.as_ref().map(|all| x500(all))),
        })
    }

    /// How it stands with this address and the object that owned it. `subject`: the guest, if there is one.
    #[must_use]
    pub fn standing(&self, owner: &str, address: &Address, subject: Option<&str>) -> ConflictState {
        let owners = owners(self, subject, std::slice::from_ref(address));
        if owners.iter().any(|it| it.id.eq_ignore_ascii_case(owner)) {
            return ConflictState::StillThere;
        }
        if !owners.is_empty() {
            return ConflictState::AnotherOne;
        }
        // Only one the object itself was refused for is not seen by any search.
        if self.refused.iter().any(|it| it.id.eq_ignore_ascii_case(owner) && it.address == *address) {
            return ConflictState::CannotTell;
        }
        let asked = [self.live_users.complete, self.contacts.complete, self.groups.complete];
        let other = *address != self.searched && subject.is_some();
        if asked.contains(&false) || (other && !self.owners.complete) {
            return ConflictState::CannotTell;
        }
        ConflictState::Gone
    }

    /// Where a contact can be parked: at the organisation's first domain, the one every organisation has (organization
    /// resource, verifiedDomains: `isInitial`, always under `onmicrosoft.com`). Exchange decides whether it takes it.
    #[must_use]
    pub fn parking_address(&self, owner: &OwnerRef) -> Option<String> {
        let first = |domain: &&String| {
            let domain = domain.to_ascii_lowercase();
            domain.strip_suffix(INITIAL).is_some_and(|name| !name.is_empty() && !name.contains('.'))
        };
        let domain = self.organisation.domains.get()?.iter().find(first)?;
        Some(format!("{}@{domain}", parking_name(&owner.id)))
    }
}

/// The end of every organisation's first domain.
const INITIAL: &str = ".onmicrosoft.com";

/// The part before the `@` of a parking address: told by the object, so that it is the same each time and nobody else's.
#[must_use]
pub fn parking_name(id: &str) -> String {
    let digits: String = id.chars().filter(char::is_ascii_alphanumeric).take(8).collect();
    format!("parked-{}", digits.to_ascii_lowercase())
}

/// Whether this guest has this address as the main one.
#[must_use]
pub fn has_main(primary: &Primary, address: &Address) -> bool {
    matches!(primary, Primary::Present(main) if main == address)
}

fn x500(proxies: &[String]) -> Vec<String> {
    let is_x500 = |entry: &&String| entry.get(..5).is_some_and(|prefix| prefix.eq_ignore_ascii_case("x500:"));
    proxies.iter().filter(is_x500).cloned().collect()
}

//! *Set the main address*: `mail` becomes one of the guest's addresses.

use super::permission::{GLOBAL, USERS, WRITE_USER};
use super::{
    AddressOption, AddressOrigin, CannotHelp, Fit, ForMany, Options, PlanNote, Proposal, Reason, Remedy, Roles,
    Situation, WayBack,
};
use crate::address::Address;
use crate::facts::User;
use crate::finding::{FindingCode, Verdict};
use crate::known::Known;

/// What the domain knows of it.
pub(super) const REMEDY: Remedy = Remedy {
    option: None,
    cures: &[Verdict::Misconfigured, Verdict::NoAddress],
    permissions: &[WRITE_USER],
    // `mail` is not among the sensitive properties: whether the guest holds a role makes no difference.
    roles: Roles::same(&[USERS, GLOBAL]),
    advice_only: false,
    changes_account: true,
    may_be_open_to_all: false,
    elsewhere: None,
    for_many: Some(ForMany::OnlyAddress),
    // An empty main address cannot be written again (Microsoft Graph: user resource, mail).
    way_back: |mail_before| if mail_before.is_some() { WayBack::Partial } else { WayBack::Impossible },
    offer,
};

fn offer(situation: &Situation<'_>) -> Option<Proposal> {
    let guest = situation.guest()?;
    let missing = guest.lacks_main_address();
    let elsewhere =
        situation.has(FindingCode::MailElsewhere) || situation.has(FindingCode::MainAddressesDiffer);
    if !missing && !elsewhere {
        return None;
    }
    let reason = match (missing, only_the_same(guest)) {
        (true, true) => Reason::WritesTheSameAgain,
        (true, false) => Reason::FillsTheMainAddress,
        (false, _) => Reason::ChangesWhereMailGoes,
    };
    Some(Proposal::new(reason, fit(situation, guest)).curing(situation.address_decides_membership()))
}

/// Whether what `mail` holds is the only address there is.
fn only_the_same(guest: &User) -> bool {
    guest.mail.value().is_some_and(|mail| guest.addresses().iter().all(|address| address.is(mail)))
}

/// The addresses that writing would change something with. What `mail` holds is among them only while `proxyAddresses`
/// does not follow it.
fn worth_writing(guest: &User) -> Vec<Address> {
    let written = guest.mail.value().filter(|_| guest.has_no_smtp() == Known::Is(false));
    let mut addresses = guest.addresses();
    addresses.retain(|address| written.is_none_or(|mail| !address.is(mail)));
    addresses
}

fn fit(situation: &Situation<'_>, guest: &User) -> Fit {
    let addresses = situation.free(worth_writing(guest));
    if situation.is_synced() {
        Fit::CannotHelp(CannotHelp::SyncedFromOnPremises)
    } else if addresses.is_empty() {
        Fit::CannotHelp(CannotHelp::NoAddressToSet)
    } else if let Some(first) = situation.conflict_first() {
        Fit::NotNow(first)
    } else {
        Fit::Fits(Box::new(options(situation, guest, addresses)))
    }
}

fn options(situation: &Situation<'_>, guest: &User, addresses: Vec<Address>) -> Options {
    let current = guest.mail.value().and_then(|mail| Address::recorded(mail));
    Options {
        preselected: situation.likeliest(&addresses),
        notes: vec![PlanNote::MailCannotBeEmptied],
        warnings: (guest.has_mailbox == Known::Is(true))
            .then_some(PlanNote::MailboxAddress)
            .into_iter()
            .collect(),
        addresses: addresses.into_iter().map(|it| option(situation, it, current.as_ref())).collect(),
        ..Options::default()
    }
}

fn option(situation: &Situation<'_>, address: Address, current: Option<&Address>) -> AddressOption {
    let old = current.filter(|old| **old != address);
    let plain = situation.address_option(address);
    match (current, old) {
        (_, Some(old)) => {
            AddressOption { notes: vec![PlanNote::OldMainStays { address: old.as_str().to_owned() }], ..plain }
        }
        (Some(_), None) => AddressOption {
            origin: Some(AddressOrigin::Main),
            notes: vec![PlanNote::WritesTheSameAgain],
            ..plain
        },
        (None, None) => plain,
    }
}

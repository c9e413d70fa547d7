//! *Set the main address*: `mail` becomes one of the guest's addresses.

use super::permission::{GLOBAL, USERS, WRITE_USER};
use super::{
    AddressOption, AddressOrigin, CannotHelp, Fit, Options, PlanNote, Proposal, Reason, Remedy, Roles,
    Situation, WayBack,
};
use crate::address::Address;
use crate::facts::User;
use crate::finding::{FindingCode, Verdict};

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
    // An empty main address cannot be written again (Microsoft Graph: user resource, mail).
    way_back: |mail_before| if mail_before.is_some() { WayBack::Partial } else { WayBack::Impossible },
    offer,
};

fn offer(situation: &Situation<'_>) -> Option<Proposal> {
    let guest = situation.guest()?;
    let missing = guest.lacks_main_address();
    if !missing && !situation.has(FindingCode::MailElsewhere) {
        return None;
    }
    let reason = if missing { Reason::FillsTheMainAddress } else { Reason::ChangesWhereMailGoes };
    Some(Proposal::new(reason, fit(situation, guest)))
}

fn fit(situation: &Situation<'_>, guest: &User) -> Fit {
    let addresses = guest.addresses();
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
    let old = current.iter().map(|old| PlanNote::OldMainStays { address: old.as_str().to_owned() });
    Options {
        preselected: situation.likeliest(&addresses),
        notes: old.chain([PlanNote::MailCannotBeEmptied]).collect(),
        addresses: addresses.into_iter().map(|it| option(situation, it, current.as_ref())).collect(),
        ..Options::default()
    }
}

fn option(situation: &Situation<'_>, address: Address, current: Option<&Address>) -> AddressOption {
    let is_main = current == Some(&address);
    let plain = situation.address_option(address);
    if is_main { AddressOption { origin: Some(AddressOrigin::Main), ..plain } } else { plain }
}

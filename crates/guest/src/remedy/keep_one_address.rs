//! *Keep one address*: option 1 of Microsoft's support article. `otherMails` becomes one of its values.

use super::permission::{ADMINS_OF_ADMINS, GLOBAL, PRIVILEGED_AUTHENTICATION, USERS, WRITE_OTHER_MAILS};
use super::{
    AddressOption, AddressOrigin, CannotHelp, Fit, ForMany, NotNow, Options, PlanNote, Proposal, Reason, Remedy,
    Roles, Situation, WayBack,
};
use crate::address::Address;
use crate::facts::{Primary, User};
use crate::finding::{FindingCode, Missing, Verdict};
use crate::known::Known;
use crate::rules::{several_without_main, sort_of_missing};

/// What the domain knows of it.
pub(super) const REMEDY: Remedy = Remedy {
    option: Some(1),
    cures: &[Verdict::Misconfigured, Verdict::NoAddress],
    permissions: &[WRITE_OTHER_MAILS],
    // Microsoft Graph: "Update user", permissions; `otherMails` is sensitive.
    roles: Roles {
        ordinary: &[
            "Helpdesk Administrator",
            "Password Administrator",
            "Authentication Administrator",
            USERS,
            PRIVILEGED_AUTHENTICATION,
            GLOBAL,
        ],
        privileged: ADMINS_OF_ADMINS,
    },
    advice_only: false,
    changes_account: true,
    may_be_open_to_all: false,
    elsewhere: None,
    for_many: Some(ForMany::InvitedAddress),
    way_back: |_| WayBack::Full,
    offer,
};

fn offer(situation: &Situation<'_>) -> Option<Proposal> {
    let guest = situation.guest()?;
    let proposal = Proposal::new(Reason::LeavesOneAddress, fit(situation, guest));
    Some(proposal.behind(!guest.lacks_main_address()))
}

/// Only what the article describes, or several values beside a main address.
fn fit(situation: &Situation<'_>, guest: &User) -> Fit {
    if situation.is_synced() {
        return Fit::CannotHelp(CannotHelp::SyncedFromOnPremises);
    }
    let (Known::Is(values), Known::Is(different)) = (&guest.other_mails, guest.different_other_mails()) else {
        return Fit::NotNow(NotNow::NotKnown);
    };
    if let (true, Some(owner)) = (situation.has(FindingCode::Conflict), situation.in_the_way()) {
        return Fit::CannotHelp(CannotHelp::ConflictStays { owner: owner.name().to_owned() });
    }
    match (different.len(), values.iter().filter(|it| !it.trim().is_empty()).count()) {
        (0, _) => return Fit::CannotHelp(CannotHelp::NoOtherAddress),
        (1, 1) => return Fit::CannotHelp(CannotHelp::OneAddressAlready),
        (1, _) => return Fit::CannotHelp(CannotHelp::SameAddressRepeated),
        _ => {}
    }
    match (guest.primary(), sort_of_missing(guest), several_without_main(guest)) {
        (_, Some(Missing::OnlyProxyIsMissing), _) => Fit::CannotHelp(CannotHelp::MailIsFilled),
        (_, Some(_), _) => Fit::CannotHelp(CannotHelp::ProxyIsFilled),
        (Primary::Present(_) | Primary::Differing { .. }, ..) | (_, _, Known::Is(true)) => {
            Fit::Fits(Box::new(options(situation, guest, &different)))
        }
        (Primary::Missing | Primary::Unknown, None, _) => Fit::NotNow(NotNow::NotKnown),
    }
}

/// Preselected is the one the article means: searched for, invited at, and in `otherMails`; none when the three differ.
fn options(situation: &Situation<'_>, guest: &User, different: &[Address]) -> Options {
    let (invited, searched) = (guest.invited(), &situation.facts.searched);
    let meant = different.iter().find(|it| *it == searched && invited.certain() == Some(*it)).cloned();
    Options {
        addresses: different
            .iter()
            .map(|keep| option(situation, guest, different, keep, meant.as_ref()))
            .collect(),
        preselected: meant,
        ..Options::default()
    }
}

fn option(
    situation: &Situation<'_>,
    guest: &User,
    different: &[Address],
    keep: &Address,
    meant: Option<&Address>,
) -> AddressOption {
    let gone: Vec<&Address> = different.iter().filter(|it| *it != keep).collect();
    let text = |address: &Address| address.as_str().to_owned();
    let mut warnings: Vec<PlanNote> = gone
        .iter()
        .filter(|address| may_sign_in_with(guest, address))
        .map(|address| PlanNote::SignInAddress { address: text(address) })
        .collect();
    let addresses = gone.iter().map(|it| text(it)).collect();
    warnings.push(PlanNote::SharepointRemovedAddress { addresses });
    let mut notes = Vec::new();
    if !matches!(guest.primary(), Primary::Present(_) | Primary::Differing { .. }) {
        notes.push(PlanNote::NoMainAddress);
    }
    if situation.owner().is_some() {
        notes.push(PlanNote::OwnerStays);
    }
    let plain = situation.address_option(keep.clone());
    let origin = if meant == Some(keep) { Some(AddressOrigin::Invited) } else { plain.origin };
    AddressOption { origin, warnings, notes, address: plain.address }
}

/// The addresses the guest gets one-time codes at, was invited at, or has as main address.
fn may_sign_in_with(guest: &User, address: &Address) -> bool {
    guest.mail_identities().contains(address)
        || guest.invited().possible().contains(address)
        || guest.main_addresses().contains(address)
}

//! *Send the invitation again*: to a guest who has not accepted yet.

use super::permission::{INVITE, INVITERS};
use super::{
    AddressOption, AddressOrigin, CannotHelp, Fit, ForMany, NotNow, Options, PlanNote, Proposal, Reason, Remedy, Roles,
    Situation, WayBack,
};
use crate::address::Address;
use crate::facts::User;
use crate::finding::{Advice, FindingCode, Verdict};

/// What the domain knows of it.
pub(super) const REMEDY: Remedy = Remedy {
    option: None,
    cures: &[Verdict::Pending],
    permissions: &[INVITE],
    roles: Roles::same(INVITERS),
    advice_only: false,
    changes_account: true,
    may_be_open_to_all: true,
    elsewhere: Some(Advice::ResendElsewhere),
    for_many: Some(ForMany::OnlyAddress),
    way_back: |_| WayBack::Impossible,
    offer,
};

fn offer(situation: &Situation<'_>) -> Option<Proposal> {
    let guest = situation.guest()?;
    let pending = situation.has(FindingCode::Pending);
    pending.then(|| Proposal::new(Reason::NotAcceptedYet, fit(situation, guest)))
}

/// Only an address that stands on the account leads the invitation to it: at any other one a second account is made.
/// That is the invited one where it is known and still there, and any of them where it is not.
fn fit(situation: &Situation<'_>, guest: &User) -> Fit {
    let all = guest.held_addresses();
    let none = all.is_empty();
    let free = situation.free(all);
    let decoded = guest.invited();
    let invited = decoded.certain().filter(|invited| free.contains(invited)).cloned();
    let addresses = invited.clone().map_or(free, |invited| vec![invited]);
    if addresses.is_empty() {
        return match situation.owner().filter(|_| !none) {
            Some(owner) => Fit::NotNow(NotNow::ConflictFirst { owner: owner.name().to_owned() }),
            None => Fit::CannotHelp(CannotHelp::NoAddressToSet),
        };
    }
    let preselected = situation.likeliest(&addresses);
    let option = |address: Address| {
        let plain = situation.invitation_option(address);
        let is_invited = invited.as_ref() == Some(&plain.address);
        AddressOption { origin: if is_invited { Some(AddressOrigin::Invited) } else { plain.origin }, ..plain }
    };
    Fit::Fits(Box::new(Options {
        preselected,
        addresses: addresses.into_iter().map(option).collect(),
        language: guest.preferred_language.value().cloned(),
        notes: vec![PlanNote::SameAccount],
        ..Options::default()
    }))
}

//! *Remove and invite again*: option 2 of Microsoft's support article. A new account takes the place of the old one.

use super::permission::{DELETE_AND_RESTORE, GLOBAL, INVITE, MEMBERS, USERS, WRITE_USER};
use super::{
    CannotHelp, Fit, GroupOption, Options, PlanNote, Proposal, Reason, Relationship, Remedy, Roles,
    Situation, WayBack,
};
use crate::address::Address;
use crate::facts::User;
use crate::finding::Verdict;
use crate::known::Known;

/// What the domain knows of it.
pub(super) const REMEDY: Remedy = Remedy {
    option: Some(2),
    cures: &[Verdict::Misconfigured, Verdict::NoAddress],
    // Names and company are written again on the new account.
    permissions: &[DELETE_AND_RESTORE, INVITE, MEMBERS, WRITE_USER],
    // Needs deleting, inviting and adding in one hand.
    roles: Roles { ordinary: &[USERS, GLOBAL], privileged: &[GLOBAL] },
    advice_only: false,
    changes_account: true,
    may_be_open_to_all: false,
    elsewhere: None,
    for_many: None,
    way_back: |_| WayBack::Restore,
    offer,
};

fn offer(situation: &Situation<'_>) -> Option<Proposal> {
    let guest = situation.guest()?;
    let proposal = Proposal::new(Reason::MakesANewAccount, fit(situation, guest));
    Some(proposal.behind(!guest.lacks_main_address()))
}

/// A new account is broken as well while another object owns the address.
fn fit(situation: &Situation<'_>, guest: &User) -> Fit {
    if situation.is_synced() {
        return Fit::CannotHelp(CannotHelp::SyncedFromOnPremises);
    }
    if guest.has_mailbox == Known::Is(true) {
        return Fit::CannotHelp(CannotHelp::HasMailbox);
    }
    if let Some(first) = situation.conflict_first() {
        return Fit::NotNow(first);
    }
    let mut addresses = guest.addresses();
    for possible in guest.invited().possible() {
        if !addresses.contains(possible) {
            addresses.push(possible.clone());
        }
    }
    let mut addresses = situation.free(addresses);
    let outside = |address: &Address| situation.facts.organisation.has_domain_of(address) != Known::Is(true);
    if !addresses.is_empty() && !addresses.iter().any(outside) {
        return Fit::CannotHelp(CannotHelp::OwnDomain);
    }
    addresses.retain(outside);
    match (addresses.first().cloned(), situation.owner()) {
        (Some(first), _) => Fit::Fits(Box::new(options(situation, guest, addresses, first))),
        (None, Some(owner)) => {
            Fit::CannotHelp(CannotHelp::EveryAddressOwned { owner: owner.name().to_owned() })
        }
        (None, None) => Fit::CannotHelp(CannotHelp::NoAddressToSet),
    }
}

fn options(situation: &Situation<'_>, guest: &User, addresses: Vec<Address>, first: Address) -> Options {
    let memberships = &situation.facts.memberships;
    let preselected = situation.likeliest(&addresses);
    let unseen = (!memberships.is_known()).then_some(PlanNote::NotSeen { what: Relationship::MemberOf });
    let hidden =
        (!situation.facts.operator.sees_hidden_members()).then_some(PlanNote::HiddenGroupsNotSeen);
    let licences = guest.licences.get().filter(|count| **count > 0);
    let licences = licences.map(|&count| PlanNote::LicencesLost { count });
    Options {
        confirm: Some(preselected.clone().unwrap_or(first)),
        preselected,
        language: guest.preferred_language.value().cloned(),
        groups: memberships.get().into_iter().flatten().map(GroupOption::from).collect(),
        addresses: addresses.into_iter().map(|it| situation.invitation_option(it)).collect(),
        warnings: unseen.into_iter().chain(licences).collect(),
        notes: [PlanNote::MustAcceptAgain, PlanNote::NotRestored, PlanNote::ProfileReplayed]
            .into_iter()
            .chain(hidden)
            .collect(),
    }
}

//! *Remove and invite again*: option 2 of Microsoft's support article. A new account takes the place of the old one.

use super::permission::{DELETE_AND_RESTORE, GLOBAL, INVITE, MEMBERS, USERS, WRITE_USER};
use super::{
    AddressOption, CannotHelp, Fit, GroupOption, Options, PlanNote, Proposal, Reason, Relationship, Remedy, Roles,
    Situation, WayBack,
};
use crate::address::Address;
use crate::facts::User;
use crate::finding::Verdict;

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
    if let Some(first) = situation.conflict_first() {
        return Fit::NotNow(first);
    }
    let mut addresses = guest.addresses();
    for possible in guest.invited().possible() {
        if !addresses.contains(possible) {
            addresses.push(possible.clone());
        }
    }
    match addresses.first().cloned() {
        Some(first) => Fit::Fits(Box::new(options(situation, guest, addresses, first))),
        None => Fit::CannotHelp(CannotHelp::NoAddressToSet),
    }
}

fn options(situation: &Situation<'_>, guest: &User, addresses: Vec<Address>, first: Address) -> Options {
    let memberships = &situation.facts.memberships;
    let preselected = situation.likeliest(&addresses);
    let unseen = (!memberships.is_known()).then_some(PlanNote::NotSeen { what: Relationship::MemberOf });
    Options {
        confirm: Some(preselected.clone().unwrap_or(first)),
        preselected,
        language: guest.preferred_language.value().cloned(),
        groups: memberships.get().into_iter().flatten().map(GroupOption::from).collect(),
        addresses: addresses.into_iter().map(|it| option(situation, it)).collect(),
        warnings: unseen.into_iter().collect(),
        notes: vec![PlanNote::MustAcceptAgain, PlanNote::NotRestored, PlanNote::ProfileReplayed],
    }
}

fn option(situation: &Situation<'_>, address: Address) -> AddressOption {
    let refused = refused_characters(&address);
    let warnings = (!refused.is_empty()).then_some(PlanNote::InvitationCharacters { characters: refused });
    AddressOption { warnings: warnings.into_iter().collect(), ..situation.address_option(address) }
}

/// The characters that Microsoft Graph's documentation forbids in an invited address (invitation resource).
const FORBIDDEN: &str = "~!#$%^&*()+=[]{}\\/|;:\"<>?,";

/// What the invitation may refuse in this address: forbidden characters, and a full stop or hyphen at an edge of the
/// part before the `@`. Each once; the server decides.
fn refused_characters(address: &Address) -> Vec<char> {
    let forbidden = address.as_str().chars().filter(|&it| FORBIDDEN.contains(it));
    let edges = [address.name().chars().next(), address.name().chars().next_back()];
    let edges = edges.into_iter().flatten().filter(|it| matches!(it, '.' | '-'));
    let mut all = Vec::new();
    for character in forbidden.chain(edges) {
        if !all.contains(&character) {
            all.push(character);
        }
    }
    all
}

//! *Resolve the conflict*: take the address off the object that owns it. Steps to read, done in Exchange or on premises.

use super::permission::GLOBAL;
use super::{Fit, Proposal, Reason, Remedy, Resolution, Roles, Situation, WayBack};
use crate::facts::{OwnerKind, OwnerRef};
use crate::finding::Verdict;
use crate::invited::is_ext_name;
use crate::known::Known;
use crate::rules::Search;

/// What the domain knows of it.
pub(super) const REMEDY: Remedy = Remedy {
    option: None,
    cures: &[Verdict::NotFound, Verdict::Conflict],
    permissions: &[],
    roles: Roles::same(&["Exchange Administrator", GLOBAL]),
    advice_only: true,
    changes_account: false,
    may_be_open_to_all: false,
    elsewhere: None,
    for_many: None,
    way_back: |_| WayBack::Impossible,
    offer,
};

fn offer(situation: &Situation<'_>) -> Option<Proposal> {
    // Only where an address is missing because of it, or would be. A deleted guest comes back without anything here,
    // unless that was refused.
    let there = matches!(situation.found, Search::Guest(_) | Search::NotFound);
    let refused = situation.refused_for().filter(|owner| there || holds_address(owner));
    let owner = situation.in_the_way().filter(|_| there).or(refused)?;
    let proposal = Proposal::new(Reason::OwnsTheAddress { resolution: resolution(owner) }, Fit::fits());
    // What was refused before is refused again as long as the object has the address.
    Some(proposal.curing(situation.address_decides_membership() || refused.is_some()))
}

/// Whether the ways out are about what it has. A user name is no address: it is not taken off in Exchange. Of two guests
/// one is decided for, whatever they share.
fn holds_address(owner: &OwnerRef) -> bool {
    owner.kind != OwnerKind::User || !is_ext_name(owner.address.as_str())
}

fn resolution(owner: &OwnerRef) -> Resolution {
    match owner.kind {
        _ if owner.synced == Known::Is(true) => Resolution::OnPremises,
        OwnerKind::Contact => Resolution::RemoveContact,
        OwnerKind::User => Resolution::ChangeUser,
        OwnerKind::Guest => Resolution::ChangeGuest,
        OwnerKind::Group => Resolution::ChangeGroup,
        OwnerKind::Unseen => Resolution::ChangeUnseen,
    }
}

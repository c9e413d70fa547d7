//! *Resolve the conflict*: take the address off the object that owns it. Steps to read, done in Exchange or on premises.

use super::permission::GLOBAL;
use super::{Fit, Proposal, Reason, Remedy, Resolution, Roles, Situation, WayBack};
use crate::facts::{OwnerKind, OwnerRef};
use crate::finding::Verdict;
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
    way_back: |_| WayBack::Impossible,
    offer,
};

fn offer(situation: &Situation<'_>) -> Option<Proposal> {
    // Only where an address is missing because of it, or would be: a deleted guest comes back without anything here.
    let there = matches!(situation.found, Search::Guest(_) | Search::NotFound);
    let refused = situation.refused_for();
    let owner = situation.in_the_way().or(refused).filter(|_| there)?;
    let proposal = Proposal::new(Reason::OwnsTheAddress { resolution: resolution(owner) }, Fit::fits());
    // What was refused before is refused again as long as the object has the address.
    Some(proposal.curing(situation.address_decides_membership() || refused.is_some()))
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

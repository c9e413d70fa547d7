//! *Resolve the conflict*: take the address off the object that owns it. Steps to read, done in Exchange or on premises.

use super::permission::GLOBAL;
use super::{Fit, Proposal, Reason, Remedy, Resolution, Roles, Situation, WayBack};
use crate::facts::{GuestSign, OwnerKind, OwnerRef};
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
    let there = match situation.found {
        Search::Guest(_) | Search::NotFound => true,
        Search::Deleted(users) => users.iter().all(|user| user.guest_sign() == GuestSign::Guest),
        Search::Ambiguous(_) | Search::NotAGuest(_) | Search::CannotTell(_) => false,
    };
    let owner = situation.owner().filter(|_| there)?;
    Some(Proposal::new(Reason::OwnsTheAddress { resolution: resolution(owner) }, Fit::fits()))
}

fn resolution(owner: &OwnerRef) -> Resolution {
    match owner.kind {
        _ if owner.synced == Known::Is(true) => Resolution::OnPremises,
        OwnerKind::Contact => Resolution::RemoveContact,
        OwnerKind::User => Resolution::ChangeUser,
        OwnerKind::Guest => Resolution::ChangeGuest,
        OwnerKind::Group => Resolution::ChangeGroup,
    }
}

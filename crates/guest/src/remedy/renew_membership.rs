//! *Renew membership*: take the guest out of the group and add them again, which subscribes them.

use super::add_to_group::members_of_chosen;
use super::permission::{CHANGE_MEMBERS, MEMBERS};
use super::{CannotHelp, Fit, Proposal, Reason, Remedy, Roles, Situation, WayBack};
use crate::facts::Facts;
use crate::known::Known;

/// What the domain knows of it.
pub(super) const REMEDY: Remedy = Remedy {
    option: None,
    // It needs an address to send to, and cures no finding that shows.
    cures: &[],
    permissions: &[MEMBERS],
    roles: Roles::same(CHANGE_MEMBERS),
    advice_only: false,
    changes_account: false,
    may_be_open_to_all: false,
    elsewhere: None,
    way_back: |_| WayBack::Impossible,
    offer,
};

fn offer(situation: &Situation<'_>) -> Option<Proposal> {
    situation.guest().filter(|guest| !guest.lacks_main_address())?;
    Some(Proposal::new(Reason::SubscribesAgain, fit(situation.facts)?))
}

/// Of the chosen group, or else of any of the guest's groups with mail; None when there is nothing to renew.
fn fit(facts: &Facts) -> Option<Fit> {
    if let Some(chosen) = &facts.group {
        return (facts.is_member(chosen) == Known::Is(true)).then(|| members_of_chosen(facts));
    }
    let with_mail: Vec<_> =
        facts.memberships.get()?.iter().filter(|group| group.has_mail() == Known::Is(true)).collect();
    match with_mail.as_slice() {
        [] => None,
        all if all.iter().any(|group| group.membership_writable().is_ok()) => Some(Fit::fits()),
        _ => Some(Fit::CannotHelp(CannotHelp::NoGroupToRenew)),
    }
}

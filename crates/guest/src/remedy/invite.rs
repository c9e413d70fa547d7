//! *Invite*: somebody who is not there.

use super::permission::{INVITE, INVITERS};
use super::{Fit, Proposal, Reason, Remedy, Roles, Situation, WayBack};
use crate::finding::{Advice, Verdict};
use crate::rules::Search;

/// What the domain knows of it.
pub(super) const REMEDY: Remedy = Remedy {
    option: None,
    cures: &[Verdict::NotFound],
    permissions: &[INVITE],
    roles: Roles::same(INVITERS),
    advice_only: false,
    changes_account: true,
    may_be_open_to_all: true,
    elsewhere: Some(Advice::InviteElsewhere),
    way_back: |_| WayBack::Partial,
    offer,
};

/// Inviting while something owns the address makes exactly the broken guest this app repairs.
fn offer(situation: &Situation<'_>) -> Option<Proposal> {
    matches!(situation.found, Search::NotFound).then(|| {
        let fit = situation.conflict_first().map_or_else(Fit::fits, Fit::NotNow);
        Proposal::new(Reason::NobodyHasTheAddress, fit)
    })
}

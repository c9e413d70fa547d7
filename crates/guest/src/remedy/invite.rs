//! *Invite*: somebody who is not there.

use super::permission::{INVITE, INVITERS};
use super::{Fit, Options, PlanNote, Proposal, Reason, Remedy, Roles, Situation, WayBack};
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
    for_many: None,
    way_back: |_| WayBack::Partial,
    offer,
};

/// Inviting while something owns the address makes exactly the broken guest this app repairs. Never recommended by itself:
/// an address that nobody has is as often mistyped.
fn offer(situation: &Situation<'_>) -> Option<Proposal> {
    matches!(situation.found, Search::NotFound).then(|| {
        let fit = situation.conflict_first().map_or_else(|| Fit::Fits(Box::new(options(situation))), Fit::NotNow);
        Proposal::new(Reason::NobodyHasTheAddress, fit).never_recommended()
    })
}

fn options(situation: &Situation<'_>) -> Options {
    let searched = situation.facts.searched.clone();
    Options {
        preselected: Some(searched.clone()),
        addresses: vec![situation.invitation_option(searched)],
        notes: vec![PlanNote::MustAccept, PlanNote::RemovedUntilAccepted],
        ..Options::default()
    }
}

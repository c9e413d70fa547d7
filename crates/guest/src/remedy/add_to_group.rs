//! *Add to the group*: a guest who is not a member of the chosen group.

use super::permission::{CHANGE_MEMBERS, MEMBERS};
use super::{CannotHelp, Fit, NotNow, Proposal, Reason, Remedy, Roles, Situation, WayBack};
use crate::facts::{Facts, Group, WhyNot};
use crate::finding::{Advice, FindingCode, Verdict};

/// What the domain knows of it.
pub(super) const REMEDY: Remedy = Remedy {
    option: None,
    cures: &[Verdict::NotMember],
    permissions: &[MEMBERS],
    roles: Roles::same(CHANGE_MEMBERS),
    advice_only: false,
    changes_account: false,
    may_be_open_to_all: false,
    elsewhere: Some(Advice::AddElsewhere),
    way_back: |_| WayBack::Full,
    offer,
};

fn offer(situation: &Situation<'_>) -> Option<Proposal> {
    situation.guest()?;
    let absent = situation.has(FindingCode::NotMember);
    absent.then(|| Proposal::new(Reason::NotInTheGroup, members_of_chosen(situation.facts)))
}

/// Whether the members of the chosen group can be changed.
pub(super) fn members_of_chosen(facts: &Facts) -> Fit {
    match facts.group.as_ref().map(|chosen| chosen.group.get().map(Group::membership_writable)) {
        Some(Some(Ok(()))) => Fit::fits(),
        Some(Some(Err(WhyNot::Unknown)) | None) => Fit::NotNow(NotNow::NotKnown),
        Some(Some(Err(why))) => Fit::CannotHelp(CannotHelp::Group { why }),
        None => Fit::CannotHelp(CannotHelp::NoGroupToRenew),
    }
}

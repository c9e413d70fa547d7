//! *Add to the group*: a guest who is not a member of the chosen group.

use super::permission::{CHANGE_MEMBERS, MEMBERS};
use super::{
    CannotHelp, Fit, NotNow, Options, PlanNote, Proposal, Reason, Remedy, Roles, Situation, WayBack,
};
use crate::facts::{Facts, Group, WhyNot};
use crate::finding::{FindingCode, Verdict};

/// What the domain knows of it.
pub(super) const REMEDY: Remedy = Remedy {
    option: None,
    cures: &[Verdict::NotMember],
    permissions: &[MEMBERS],
    roles: Roles::same(CHANGE_MEMBERS),
    advice_only: false,
    changes_account: false,
    may_be_open_to_all: false,
    elsewhere: None,
    for_many: None,
    way_back: |_| WayBack::Full,
    offer,
};

fn offer(situation: &Situation<'_>) -> Option<Proposal> {
    situation.guest()?;
    let absent = situation.has(FindingCode::NotMember);
    absent.then(|| Proposal::new(Reason::NotInTheGroup, fit(situation.facts)))
}

/// A group that is set not to take new guests may take them from an admin: sources differ, so that is a warning.
fn fit(facts: &Facts) -> Fit {
    match members_of_chosen(facts) {
        Fit::Fits(_) => {
            let chosen = facts.group.iter().filter_map(|chosen| chosen.group.get());
            let warnings = PlanNote::may_take_no_guests(chosen, &facts.organisation).into_iter().collect();
            Fit::Fits(Box::new(Options { warnings, ..Options::default() }))
        }
        fit @ (Fit::CannotHelp(_) | Fit::NotNow(_)) => fit,
    }
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

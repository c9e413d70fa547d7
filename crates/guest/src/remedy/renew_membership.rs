//! *Renew membership*: take the guest out of the group and add them again, which subscribes them.

use super::add_to_group::members_of_chosen;
use super::permission::{CHANGE_MEMBERS, MEMBERS};
use super::{CannotHelp, Fit, Options, PlanNote, Proposal, Reason, Remedy, Roles, Situation, WayBack};
use crate::facts::{ChosenGroup, Facts, Group, WhyNot};
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
    for_many: None,
    way_back: |_| WayBack::Impossible,
    offer,
};

fn offer(situation: &Situation<'_>) -> Option<Proposal> {
    situation.guest().filter(|guest| !guest.lacks_main_address())?;
    Some(Proposal::new(Reason::SubscribesAgain, fit(situation.facts)?))
}

/// Of the chosen group, whose settings were read. Without one, whoever is in a group with mail is told to choose; None
/// when there is nothing to renew: a member by way of another group is no member of this one.
fn fit(facts: &Facts) -> Option<Fit> {
    let Some(chosen) = &facts.group else {
        let mut groups = facts.memberships.get()?.iter();
        let with_mail = groups.any(|group| group.has_mail() == Known::Is(true));
        return with_mail.then_some(Fit::CannotHelp(CannotHelp::NoGroupToRenew));
    };
    (facts.is_direct_member(chosen) == Known::Is(true)).then(|| of_chosen(facts, chosen))
}

/// Whoever is out must be able to get in again (Microsoft Entra: "Cmdlets for configuring group settings":
/// `AllowToAddGuests`, of the group and of the organisation).
fn of_chosen(facts: &Facts, chosen: &ChosenGroup) -> Fit {
    let fit = members_of_chosen(facts);
    if !matches!(fit, Fit::Fits(_)) {
        return fit;
    }
    let own = chosen.group.get().map_or(Known::Unknown, |group: &Group| group.takes_guests);
    let settings = [own, facts.organisation.may_add_guests];
    if settings.contains(&Known::Is(false)) {
        return Fit::CannotHelp(CannotHelp::Group { why: WhyNot::TakesNoGuests });
    }
    let unseen = settings.contains(&Known::Unknown).then_some(PlanNote::GuestSettingsNotSeen);
    Fit::Fits(Box::new(Options {
        warnings: std::iter::once(PlanNote::ChannelsLeft).chain(unseen).collect(),
        notes: vec![PlanNote::OutMeanwhile],
        ..Options::default()
    }))
}

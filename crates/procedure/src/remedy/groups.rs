//! The groups of a preview: which somebody new can be added to, and which of them take no guests. Read for the preview
//! only.

use std::collections::HashSet;

use guest::{Group, GroupOption, Known, PlanNote, RemedyKind, missing_permissions};

use super::{Drafting, GroupFate};
use crate::outcome::NamedObject;
use crate::problem::{ErrorKind, Problem};
use crate::seen;

/// Those of these groups that may refuse the guest.
pub(super) async fn may_take_no_guests(from: &Drafting<'_>, mut groups: Vec<Group>) -> Option<PlanNote> {
    let ids: Vec<String> = groups.iter().map(|group| group.id.clone()).collect();
    if !ids.is_empty() {
        match from.signed_in.graph.settings_of_groups(&ids, from.cancel).await {
            Ok(settings) => {
                for (group, settings) in groups.iter_mut().zip(&settings) {
                    group.takes_guests = seen::takes_guests(settings);
                }
            }
            Err(problem) => tracing::info!(%problem, "the settings of the groups were not read"),
        }
    }
    PlanNote::may_take_no_guests(&groups, &from.seen.facts.organisation)
}

/// The groups that somebody new can be added to.
pub(super) struct Joinable {
    /// As they are shown.
    pub(super) fates: Vec<GroupFate>,
    /// That the group one came with takes nobody from this person.
    pub(super) not_by_you: Option<PlanNote>,
    groups: Vec<Group>,
}

impl Joinable {
    /// Those that are chosen.
    pub(super) fn chosen(&self) -> Vec<NamedObject> {
        self.fates.iter().filter(|fate| fate.chosen).map(|fate| fate.group.clone()).collect()
    }

    /// The same, as they were read.
    pub(super) fn chosen_groups(&self) -> Vec<Group> {
        let chosen: HashSet<String> = self.chosen().into_iter().map(|group| group.id).collect();
        self.groups.iter().filter(|group| chosen.contains(&group.id)).cloned().collect()
    }
}

/// The groups that whoever asks may add to, the one they came with chosen unless they say otherwise. A permission that is
/// missing for that is asked for once a group is chosen by hand.
pub(super) async fn joinable(from: &Drafting<'_>) -> Result<Joinable, Problem> {
    let facts = &from.seen.facts;
    let came_with = facts.group.as_ref().map(|chosen| chosen.id.as_str());
    let mut groups: Vec<Group> = match from.signed_in.graph.list_groups(from.cancel).await {
        Ok(listed) => listed.items.iter().map(seen::group).collect(),
        Err(problem) => {
            tracing::info!(%problem, "the groups to choose from were not read");
            Vec::new()
        }
    };
    let known = facts.group.as_ref().and_then(|chosen| chosen.group.get());
    groups.extend(known.filter(|known| groups.iter().all(|group| group.id != known.id)).cloned());
    let is_it = |group: &Group| came_with == Some(group.id.as_str());
    let refused = groups.iter().find(|group| is_it(group) && facts.may_add_to(&group.id) == Known::Is(false));
    let not_by_you = refused.map(|group| PlanNote::NotAddedByYou { group: group.name() });
    groups.retain(|group| {
        facts.may_add_to(&group.id) != Known::Is(false)
            && (is_it(group) || group.membership_writable().is_ok())
    });
    groups.sort_by_key(|group| (!is_it(group), group.name().to_lowercase()));
    let by_hand = from.selections.groups.as_ref();
    let may = missing_permissions(RemedyKind::AddToGroup, &facts.operator).is_empty();
    let wanted: HashSet<&str> = match by_hand {
        Some(chosen) => chosen.iter().map(String::as_str).collect(),
        None => came_with.filter(|_| may).into_iter().collect(),
    };
    let fate = |group: &Group| {
        let GroupOption { id, why_not, .. } = GroupOption::from(group);
        let chosen = wanted.contains(id.as_str()) && why_not.is_none();
        GroupFate { group: NamedObject { id, name: group.name() }, chosen, why_not }
    };
    let fates: Vec<GroupFate> = groups.iter().map(fate).collect();
    let chosen = fates.iter().filter(|fate| fate.chosen).count();
    if by_hand.is_some() && chosen != wanted.len() {
        return Err(ErrorKind::ChoiceInvalid("groups").into());
    }
    if chosen > 0 {
        from.signed_in.may(RemedyKind::AddToGroup)?;
    }
    Ok(Joinable { fates, not_by_you, groups })
}

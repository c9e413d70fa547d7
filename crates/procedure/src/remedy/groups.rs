//! Which of the guest's groups take no guests: read for the preview only.

use guest::{Group, PlanNote};

use super::Drafting;
use crate::seen;

/// Those of these groups that may refuse the guest.
pub(super) async fn may_take_no_guests(from: &Drafting<'_>, chosen: &[String]) -> Option<PlanNote> {
    let facts = &from.seen.facts;
    let groups = facts.memberships.get().into_iter().flatten().filter(|group| chosen.contains(&group.id));
    let mut groups: Vec<Group> = groups.cloned().collect();
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
    PlanNote::may_take_no_guests(&groups, &facts.organisation)
}

//! The commands about the groups one owns.

use procedure::NotListed;

use super::{Answer, App};
use crate::form::{malformed, object_id, ticket};
use crate::guest_table;
use crate::problem::AppProblem;
use crate::spreadsheet;
use crate::view::{
    Category, GuestList, GuestsOfGroups, ListedGroup, ListedGuest, OfGroup, OfGroups, OwnedGroup,
    OwnedGroups, ProblemCode, SavedView, Stoppable,
};

/// The most groups that are asked about at once: one batch, so that whoever waits sees the next ones soon.
const MOST_GROUPS: usize = 20;

impl App {
    pub(super) async fn owned_groups(&self, ask: Stoppable) -> Answer<OwnedGroups> {
        let groups = self.engine().owned_groups(&ticket(ask.ticket)?).await?;
        let owned = |group: guest::Group| OwnedGroup {
            display_name: group.name(),
            mail: group.mail.value().cloned(),
            id: group.id,
        };
        Ok(OwnedGroups { groups: groups.into_iter().map(owned).collect() })
    }

    pub(super) async fn guests_of_groups(&self, ask: OfGroups) -> Answer<GuestsOfGroups> {
        if ask.groups.is_empty() || ask.groups.len() > MOST_GROUPS {
            return Err(malformed("guests_of_groups"));
        }
        let groups = ask.groups.iter().map(|id| object_id(id)).collect::<Answer<Vec<_>>>()?;
        let groups = self.engine().guests_of_groups(&groups, &ticket(ask.ticket)?).await?;
        Ok(GuestsOfGroups { groups: groups.into_iter().map(|group| self.listed(group)).collect() })
    }

    pub(super) async fn save_guests(&self, ask: OfGroup) -> Answer<SavedView> {
        let read = self.engine().read_of_group(&object_id(&ask.group)?)?;
        let not_read = || AppProblem::here(Category::BadInput, ProblemCode::GroupNotRead);
        let group = read.ok_or_else(not_read)?;
        let list = group.read.as_ref().map_err(|_| not_read())?;
        let text = guest_table::table(self.language(), &group, list)?;
        let name = format!("{}{}", guest_table::file_name(&group), spreadsheet::END);
        self.save(&name, text.as_bytes(), text.clone()).await
    }

    fn listed(&self, group: procedure::GuestsOfGroup) -> ListedGroup {
        let list = match group.read {
            Ok(list) => GuestList::Read {
                guests: list.guests.iter().map(listed_guest).collect(),
                not_shown: u32::try_from(list.not_shown).unwrap_or(u32::MAX),
            },
            Err(NotListed::MembersHidden) => GuestList::Hidden,
            Err(NotListed::NotOwned) => GuestList::NotOwned,
            Err(NotListed::Gone) => GuestList::Gone,
            Err(NotListed::Failed(problem)) => {
                GuestList::Failed { problem: self.explained(problem.into()).into() }
            }
        };
        ListedGroup { id: group.id, read_at: group.at.to_string(), list }
    }
}

fn listed_guest(listed: &guest::ListedGuest) -> ListedGuest {
    let (id, address) = (&listed.guest.id, listed.guest.spoken_of().as_str().to_owned());
    ListedGuest {
        id: id.clone(),
        display_name: listed.name(),
        typed: guest::Address::parse(&address).map_or_else(|_| id.clone(), |_| address.clone()),
        address,
        glance: listed.glance,
        reason: listed.reason,
    }
}

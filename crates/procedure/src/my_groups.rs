//! The groups that somebody owns, and how the guests in them stand.
//!
//! Groups are read some at a time, so that whoever waits sees them come in, and can stop. Each stands or falls alone: one
//! that could not be read says why, and is never one without guests.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use guest::{Group, Known, ListedGuest, Lookup, Member, User};
use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use crate::engine::Engine;
use crate::examination::owners_of;
use crate::problem::{ErrorKind, Problem};
use crate::seen;
use crate::session::Authority;
use crate::signed_in::SignedIn;

/// How the guests of one group stand, as they were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuestsOfGroup {
    /// Object id of the group.
    pub id: String,
    /// Its name; its id where it was not read.
    pub name: String,
    /// When it was read.
    pub at: Timestamp,
    /// The guests, or why there are none to show.
    pub read: Result<GroupList, NotListed>,
}

/// The guests of a group that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupList {
    /// The guests; the worst first, then by name.
    pub guests: Vec<ListedGuest>,
    /// How many members were not shown, so that whether they are guests is not known.
    pub not_shown: usize,
}

/// Why a group could not be listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotListed {
    /// It hides its members from this sign-in: the list would look empty (Microsoft Graph: "List group members").
    MembersHidden,
    /// Whoever is signed in owns it no more.
    NotOwned,
    /// It is no longer there.
    Gone,
    /// It could not be read.
    Failed(Problem),
}

/// What was read of groups, while somebody is signed in: what is saved as a file is what was shown.
#[derive(Debug, Default)]
pub(crate) struct ReadGroups(Mutex<HashMap<String, GuestsOfGroup>>);

impl ReadGroups {
    fn all(&self) -> MutexGuard<'_, HashMap<String, GuestsOfGroup>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, groups: &[GuestsOfGroup]) {
        self.all().extend(groups.iter().map(|group| (group.id.clone(), group.clone())));
    }
}

impl<A: Authority> Engine<A> {
    /// The groups owned by who is signed in that send mail to their members, by name. A group without mail has none
    /// that a guest could miss.
    pub async fn owned_groups(&self, ticket: &str) -> Result<Vec<Group>, Problem> {
        let ticket = self.tickets.open(ticket);
        let signed_in = self.signed_in()?;
        let mut groups = self.answer(&signed_in, owned(&signed_in, ticket.cancellation())).await?;
        groups.retain(|group| group.has_mail() != Known::Is(false));
        groups.sort_by_cached_key(|group| (guest::by_name(&group.name()), group.id.clone()));
        Ok(groups)
    }

    /// How the guests of these groups stand, in their order. What was stopped before it was read is not among them.
    /// `Err` when nothing at all was answered.
    pub async fn guests_of_groups(
        &self,
        groups: &[String],
        ticket: &str,
    ) -> Result<Vec<GuestsOfGroup>, Problem> {
        let ticket = self.tickets.open(ticket);
        let signed_in = self.signed_in()?;
        let listed = list(&signed_in, groups, self.clock.now(), ticket.cancellation());
        let listed = self.answer(&signed_in, Box::pin(listed)).await?;
        signed_in.read_groups.keep(&listed);
        Ok(listed)
    }

    /// What was read last of this group by who is signed in.
    pub fn read_of_group(&self, group: &str) -> Result<Option<GuestsOfGroup>, Problem> {
        Ok(self.signed_in()?.read_groups.all().get(group).cloned())
    }
}

/// The groups owned by who is signed in, whatever their kind.
async fn owned(signed_in: &SignedIn, cancel: &CancellationToken) -> Result<Vec<Group>, Problem> {
    Ok(signed_in.graph.my_groups(cancel).await?.iter().map(seen::group).collect())
}

async fn list(
    signed_in: &SignedIn,
    groups: &[String],
    now: Timestamp,
    cancel: &CancellationToken,
) -> Result<Vec<GuestsOfGroup>, Problem> {
    // Side by side: whether they are still owned, and show their members, costs no round trip of its own.
    let (owned, read) =
        tokio::join!(owned(signed_in, cancel), signed_in.graph.users_of_groups(groups, cancel));
    let (owned, read) = (owned?, read?);
    let mut people = Vec::with_capacity(groups.len());
    for (id, users) in groups.iter().zip(read) {
        let group = owned.iter().find(|group| group.id == *id);
        let name = group.map_or_else(|| id.clone(), Group::name);
        match people_of(signed_in, group, users) {
            Err(NotListed::Failed(problem)) if problem.kind == ErrorKind::Cancelled => {}
            read => people.push((id.clone(), name, read)),
        }
    }
    if people.is_empty() && !groups.is_empty() {
        return Err(ErrorKind::Cancelled.into());
    }
    let owners = owners_in_doubt(signed_in, &people, cancel).await;
    let listed = |(id, name, read): (String, String, Result<People, NotListed>)| {
        let read = read.map(|People { guests, not_shown }| GroupList {
            guests: guest::at_a_glance(guests, owners.clone(), now),
            not_shown,
        });
        GuestsOfGroup { id, name, at: now, read }
    };
    Ok(people.into_iter().map(listed).collect())
}

/// Who is in a group, before anything is said of them.
struct People {
    guests: Vec<User>,
    not_shown: usize,
}

fn people_of(
    signed_in: &SignedIn,
    group: Option<&Group>,
    users: Result<Vec<graph::User>, graph::GraphProblem>,
) -> Result<People, NotListed> {
    let group = group.ok_or(NotListed::NotOwned)?;
    if group.hides_members() && !signed_in.account.operator.sees_hidden_members() {
        return Err(NotListed::MembersHidden);
    }
    let users = users.map_err(|problem| {
        let gone = problem.kind == graph::GraphProblemKind::NotFound;
        if gone { NotListed::Gone } else { NotListed::Failed(problem.into()) }
    })?;
    let mut people = People { guests: Vec::new(), not_shown: 0 };
    for user in users.iter().map(seen::user) {
        match guest::member(&user) {
            Member::Guest => people.guests.push(user),
            Member::Colleague => {}
            Member::NotShown => people.not_shown += 1,
        }
    }
    Ok(people)
}

/// Who owns the addresses of those without a main one: why they have none. What could not be asked stays open, and is
/// said of nobody.
async fn owners_in_doubt(
    signed_in: &SignedIn,
    people: &[(String, String, Result<People, NotListed>)],
    cancel: &CancellationToken,
) -> Lookup<guest::Owner> {
    let guests = people.iter().filter_map(|(_, _, read)| read.as_ref().ok()).flat_map(|it| &it.guests);
    let mut addresses = guest::addresses_in_doubt(guests);
    let mut once = HashSet::new();
    addresses.retain(|address| once.insert(address.clone()));
    if addresses.is_empty() {
        return Lookup::complete(Vec::new());
    }
    let spellings: Vec<String> = addresses.iter().flat_map(guest::Address::spellings).collect();
    match signed_in.graph.owners(&spellings, cancel).await {
        Ok(owners) => owners_of(&owners),
        Err(problem) => {
            tracing::warn!(%problem, "who owns the addresses of listed guests is not known");
            Lookup::partial(Vec::new())
        }
    }
}

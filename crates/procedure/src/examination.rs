//! Finding a guest and diagnosing what is wrong: two round trips, then the rules.

use guest::{
    Address, ChosenGroup, Diagnosis, Facts, FindingCode, Known, Lookup, Organisation, Owner, OwnerRef,
    RemedyKind, User, WhyRefused,
};
use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use crate::outcome::NamedObject;
use crate::problem::{ErrorKind, Problem};
use crate::seen;
use crate::signed_in::SignedIn;

/// What was found about one address, and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examination {
    /// Everything that was read.
    pub facts: Facts,
    /// What it means.
    pub diagnosis: Diagnosis,
}

impl Examination {
    /// What the facts mean.
    pub(crate) fn of(facts: Facts) -> Self {
        let diagnosis = guest::diagnose(&facts);
        Self { facts, diagnosis }
    }

    /// The user the verdict is about.
    #[must_use]
    pub fn subject(&self) -> Option<&User> {
        let id = self.diagnosis.subject.as_deref()?;
        let Facts { live_users, deleted_users, .. } = &self.facts;
        live_users.found.iter().chain(&deleted_users.found).find(|user| user.id == id)
    }

    /// Why this remedy is refused, as far as what was seen of the operator and the guest says.
    pub(crate) fn why_refused(&self, remedy: RemedyKind) -> WhyRefused {
        self.subject().map_or_else(WhyRefused::default, |user| guest::why_refused(remedy, &self.facts, user))
    }

    /// The object of this id, where a search showed it.
    pub(crate) fn object(&self, id: &str) -> Option<Owner> {
        self.owners().found.into_iter().find(|owner| owner.id.eq_ignore_ascii_case(id))
    }

    /// Whoever was seen to own something, of what was asked about.
    pub(crate) fn owners(&self) -> Lookup<Owner> {
        let Facts { live_users, contacts, groups, owners, .. } = &self.facts;
        let users = live_users.found.iter().map(Owner::from);
        let found = users.chain(contacts.found.iter().map(Owner::from));
        let found = found.chain(groups.found.iter().map(Owner::from)).chain(owners.found.iter().cloned());
        let complete = live_users.complete && contacts.complete && groups.complete && owners.complete;
        Lookup { found: found.collect(), complete }
    }

    /// Refuses while another object owns one of the addresses of a guest who has no main one.
    pub(crate) fn no_conflict(&self) -> Result<(), Problem> {
        let grave = self.diagnosis.findings.iter().filter(|it| it.code == FindingCode::Conflict);
        let owners: Vec<_> = grave.filter_map(|finding| finding.owner.as_ref()).collect();
        let Some(first) = owners.first() else { return Ok(()) };
        let named = |owner: &&OwnerRef| NamedObject { id: owner.id.clone(), name: owner.name().to_owned() };
        let (address, owners) = (first.address.as_str().to_owned(), owners.iter().map(named).collect());
        Err(ErrorKind::AddressConflict { address, owners }.into())
    }

    /// The guest the verdict is about, deleted; otherwise there is nobody to bring back.
    pub(crate) fn deleted_guest(&self) -> Result<&User, Problem> {
        let id = self.diagnosis.subject.as_deref().ok_or(ErrorKind::GuestGone)?;
        let found = self.facts.deleted_users.found.iter().find(|user| user.id == id);
        found.ok_or_else(|| ErrorKind::NotForThisGuest.into())
    }

    /// The guest the verdict is about, live; otherwise they are gone.
    pub(crate) fn guest(&self) -> Result<&User, Problem> {
        let id = self.diagnosis.subject.as_deref().ok_or(ErrorKind::GuestGone)?;
        self.facts
            .live_users
            .found
            .iter()
            .find(|user| user.id == id)
            .ok_or_else(|| ErrorKind::GuestGone.into())
    }
}

/// Whom to look for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Question<'a> {
    /// The address.
    pub(crate) address: &'a Address,
    /// The guest who was chosen of several, or who is known already.
    pub(crate) chosen: Option<&'a str>,
    /// The group that is asked about.
    pub(crate) group: Option<&'a str>,
}

/// Finds and diagnoses. Two round trips, whatever the size of the tenant.
pub(crate) async fn examine(
    signed_in: &SignedIn,
    question: Question<'_>,
    now: Timestamp,
    cancel: &CancellationToken,
) -> Result<Examination, Problem> {
    let Question { address, chosen, group } = question;
    let (spellings, prefixes) = (address.spellings(), guest::invited::prefixes(address));
    // Side by side: a guest whose id is known costs no third round trip.
    let (answer, known) = tokio::join!(
        signed_in.graph.search(&spellings, &prefixes, cancel),
        known_guest(signed_in, chosen, cancel)
    );
    let mut facts = found(signed_in, &answer?, address.clone(), now)?;
    facts.chosen = chosen.map(str::to_owned);
    match known? {
        Some(KnownUser::Live(user)) => include(&mut facts, Some(user)),
        Some(KnownUser::Deleted(user)) => include_deleted(&mut facts, user),
        None => {}
    }
    surroundings(signed_in, facts, &spellings, group, cancel).await
}

/// The second round, about whom the first one found, and the answer.
pub(crate) async fn surroundings(
    signed_in: &SignedIn,
    mut facts: Facts,
    asked: &[String],
    group: Option<&str>,
    cancel: &CancellationToken,
) -> Result<Examination, Problem> {
    let first = guest::diagnose(&facts);
    // The subject of the first round is final: what the second one brings only says more about them.
    if let Some(user) =
        first.subject.as_deref().and_then(|id| facts.live_users.found.iter().find(|user| user.id == id))
    {
        let id = user.id.clone();
        let about = About { user: &id, addresses: &first.addresses, contacts: &contacts(&facts) };
        let round = context(signed_in, about, asked, group, cancel).await?;
        add_context(&mut facts, &id, &round);
        facts.refused = signed_in.refused.of(&id, &facts);
    } else if first.verdict == guest::Verdict::Deleted
        && let Some(id) = first.subject.as_deref()
    {
        facts.refused = signed_in.refused.of(id, &facts);
    } else if first.verdict == guest::Verdict::NotFound {
        nobody_is_there(signed_in, &mut facts, group, cancel).await?;
    }
    Ok(Examination::of(facts))
}

/// Nobody has the address: what hangs on a contact that owns it, and the group that somebody new is to be added to, are all
/// there is to ask.
async fn nobody_is_there(
    signed_in: &SignedIn,
    facts: &mut Facts,
    group: Option<&str>,
    cancel: &CancellationToken,
) -> Result<(), Problem> {
    let ids = contacts(facts);
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let of_contacts = async {
        if ids.is_empty() { Ok(Vec::new()) } else { signed_in.graph.contact_groups(&ids, cancel).await }
    };
    let chosen = async {
        let id = group?;
        let read = signed_in.graph.group(id, cancel).await;
        let group = known(&read).map(seen::group);
        Some(ChosenGroup {
            id: id.to_owned(),
            group,
            is_member: Known::Is(false),
            is_nested: Known::Is(false),
        })
    };
    let (of_contacts, chosen) = tokio::join!(of_contacts, chosen);
    add_contact_groups(facts, &of_contacts?);
    facts.group = chosen;
    Ok(())
}

/// What the search found, as facts about this address.
pub(crate) fn found(
    signed_in: &SignedIn,
    answer: &graph::SearchAnswer,
    address: Address,
    now: Timestamp,
) -> Result<Facts, Problem> {
    let no_user_lookup = answer.users.failed.len() == answer.users.asked.len();
    if no_user_lookup && answer.users.failed.values().all(|problem| is_refused_to_guest(signed_in, problem)) {
        return Err(ErrorKind::GuestsMayNotSearch.into());
    }
    Ok(Facts {
        live_users: lookup(&answer.users, seen::user),
        deleted_users: lookup(&answer.deleted_users, seen::user),
        contacts: lookup(&answer.contacts, seen::contact),
        groups: lookup(&answer.groups, seen::group),
        organisation: Organisation {
            domains: signed_in.account.domains.clone(),
            ..seen::organisation(&answer.group_settings)
        },
        operator: signed_in.account.operator.clone(),
        ..Facts::nothing_known(address, now)
    })
}

/// Whether Microsoft refused what it refuses to all guests.
pub(crate) fn is_refused_to_guest(signed_in: &SignedIn, problem: &graph::GraphProblem) -> bool {
    matches!(problem.kind, graph::GraphProblemKind::Refused { .. })
        && signed_in.account.operator.is_guest.is_and(|&it| it)
}

/// Whoever has an id, read as the object itself.
pub(crate) enum KnownUser {
    /// A live user.
    Live(User),
    /// A deleted one.
    Deleted(User),
}

impl KnownUser {
    /// Who was read of an id, among the live first.
    pub(crate) fn of(read: graph::UserOfId) -> Result<Option<Self>, graph::GraphProblem> {
        if let Some(user) = read.live? {
            return Ok(Some(Self::Live(seen::user(&user))));
        }
        Ok(read.deleted?.map(|user| Self::Deleted(seen::user(&user))))
    }
}

/// A guest whose id is known belongs to the facts even when the search does not (yet) find them: the index that
/// searches use is behind the objects themselves (Microsoft Graph: advanced query capabilities). Live or deleted:
/// somebody may be chosen of several deleted ones, or be deleted since.
async fn known_guest(
    signed_in: &SignedIn,
    chosen: Option<&str>,
    cancel: &CancellationToken,
) -> Result<Option<KnownUser>, Problem> {
    let Some(id) = chosen else { return Ok(None) };
    let known = KnownUser::of(signed_in.graph.user_of_id(id, cancel).await?)?;
    known.map(Some).ok_or_else(|| ErrorKind::GuestGone.into())
}

/// What was read of the object itself is newer than what the index says of it.
pub(crate) fn include(facts: &mut Facts, known: Option<User>) {
    let Some(known) = known else { return };
    facts.live_users.found.retain(|user| user.id != known.id);
    facts.live_users.found.push(known);
}

/// The index may still show who was deleted a moment ago; the object itself is not there.
pub(crate) fn include_deleted(facts: &mut Facts, known: User) {
    facts.live_users.found.retain(|user| user.id != known.id);
    facts.deleted_users.found.retain(|user| user.id != known.id);
    facts.deleted_users.found.push(known);
}

/// The contacts that the first round found.
fn contacts(facts: &Facts) -> Vec<String> {
    facts.contacts.found.iter().map(|contact| contact.id.clone()).collect()
}

/// Of whom the second round asks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct About<'a> {
    /// The user.
    pub(crate) user: &'a str,
    /// Their addresses.
    pub(crate) addresses: &'a [Address],
    /// The contacts the first round found: what hangs on them is asked as well.
    pub(crate) contacts: &'a [String],
}

/// What surrounds a user, the owners of those of their addresses among it that were not asked for before.
pub(crate) async fn context(
    signed_in: &SignedIn,
    about: About<'_>,
    asked: &[String],
    group: Option<&str>,
    cancel: &CancellationToken,
) -> Result<graph::GuestContext, graph::GraphProblem> {
    let About { user, addresses, contacts } = about;
    let was_asked = |address: &Address| asked.iter().any(|spelling| address.is(spelling));
    let others: Vec<String> =
        addresses.iter().filter(|address| !was_asked(address)).flat_map(Address::spellings).collect();
    let contacts: Vec<&str> = contacts.iter().map(String::as_str).collect();
    signed_in.graph.guest_context(user, &others, group, &contacts, cancel).await
}

pub(crate) fn add_context(facts: &mut Facts, user: &str, round: &graph::GuestContext) {
    facts.memberships = known(&round.memberships).map(|all| all.iter().map(seen::group).collect());
    facts.directory_roles = known(&round.directory_roles)
        // A role without its name is still a role: whether the guest holds any decides who may change the account.
        .map(|all| all.iter().map(|role| role.display_name.value().unwrap_or(&role.id).clone()).collect());
    facts.owners = owners_of(&round.owners);
    facts.owners.found.retain(|owner| owner.id != user);
    facts.group = round.group.as_ref().map(|chosen| chosen_group(chosen, &facts.memberships));
    add_contact_groups(facts, &round.contact_groups);
}

fn add_contact_groups(facts: &mut Facts, groups: &graph::ContactGroups) {
    for (id, groups) in groups {
        if let Some(contact) = facts.contacts.found.iter_mut().find(|contact| contact.id == *id) {
            contact.groups = known(groups).map(|all| all.iter().map(seen::group).collect());
        }
    }
}

fn chosen_group(chosen: &graph::ChosenGroup, memberships: &Known<Vec<guest::Group>>) -> ChosenGroup {
    let mut group = known(&chosen.group).map(seen::group);
    // What lives in Exchange was asked apart, because it fails alone.
    if let (Known::Is(group), Ok(exchange)) = (&mut group, &chosen.in_exchange) {
        group.hide_from_outlook_clients = seen::group(exchange).hide_from_outlook_clients;
    }
    if let Known::Is(group) = &mut group {
        group.takes_guests = seen::takes_guests(&chosen.settings);
    }
    let is_member = memberships.as_ref().map(|all| all.iter().any(|group| group.id == chosen.id));
    let is_nested = known(&chosen.transitive).map(|all| all.iter().any(|one| one.id == chosen.id));
    ChosenGroup { id: chosen.id.clone(), group, is_member, is_nested }
}

/// Who owns the addresses that were asked about.
pub(crate) fn owners_of(owners: &graph::Owners) -> Lookup<Owner> {
    let users = owners.users.objects().map(|user| Owner::from(&seen::user(user)));
    let contacts = owners.contacts.objects().map(|contact| Owner::from(&seen::contact(contact)));
    let groups = owners.groups.objects().map(|group| Owner::from(&seen::group(group)));
    Lookup { found: users.chain(contacts).chain(groups).collect(), complete: owners.complete() }
}

fn lookup<T, U>(lookups: &graph::Lookups<T>, seen: impl Fn(&T) -> U) -> Lookup<U> {
    Lookup { found: lookups.objects().map(seen).collect(), complete: lookups.complete() }
}

fn known<T>(answer: &Result<T, graph::GraphProblem>) -> Known<&T> {
    answer.as_ref().map_or(Known::Unknown, Known::Is)
}

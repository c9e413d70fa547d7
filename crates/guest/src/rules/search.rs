//! R0 to R3: whom the search found.

use super::{Case, about, cannot_tell, finding, owned, ownership};
use crate::facts::{Facts, GuestSign, OwnerKind, OwnerRef, User};
use crate::finding::{Evidence, Finding, FindingCode, Severity, Unanswered};
use crate::known::Known;
use crate::rule::{Rule, RuleSet};

/// Whom a search found.
pub(crate) enum Search<'a> {
    /// One guest.
    Guest(&'a User),
    /// Several, and none of them chosen.
    Ambiguous(Vec<&'a User>),
    /// Only deleted users.
    Deleted(Vec<&'a User>),
    /// Somebody without a sign of a guest.
    NotAGuest(&'a User),
    /// No user, and an address that can be no guest's: a group has it, or it is in one of the organisation's own
    /// domains.
    Inside(Option<OwnerRef>),
    /// These questions were not answered.
    CannotTell(Vec<Unanswered>),
    /// Nobody.
    NotFound,
}

/// What was found of the users who have the address.
struct Found<'a> {
    facts: &'a Facts,
    live: Vec<&'a User>,
    guests: Vec<&'a User>,
    deleted: Vec<&'a User>,
}

/// A rule about the search; it decides when it answers.
type Row = (Rule, for<'a> fn(&Found<'a>) -> Option<Search<'a>>);

/// The rules about the search, in the order of the verdict.
const TABLE: &[Row] = &[
    (Rule::SeveralGuests, several_guests),
    (Rule::Deleted, only_deleted),
    (Rule::NotAGuest, not_a_guest),
    (Rule::NotAGuest, inside),
    (Rule::NotFound, not_found),
];

/// Decides whom the search found.
pub(crate) fn search(facts: &Facts, rules: RuleSet) -> Search<'_> {
    let found = Found::of(facts);
    let decided = TABLE.iter().filter(|(rule, _)| rules.has(*rule)).find_map(|(_, check)| check(&found));
    decided.unwrap_or_else(|| match found.the_one() {
        Some(guest) => Search::Guest(guest),
        None => Search::CannotTell(found.unanswered()),
    })
}

impl<'a> Found<'a> {
    /// Who was chosen is the one who is meant, whoever else has the address.
    fn of(facts: &'a Facts) -> Self {
        let mut live = with_address(facts, &facts.live_users.found);
        let mut deleted = with_address(facts, &facts.deleted_users.found);
        if live.iter().any(|user| is_chosen(facts, user)) {
            live.retain(|user| is_chosen(facts, user));
        } else if deleted.iter().any(|user| is_chosen(facts, user)) {
            live.clear();
            deleted.retain(|user| is_chosen(facts, user));
        }
        let guests = live.iter().copied().filter(|user| user.guest_sign() == GuestSign::Guest).collect();
        Self { facts, live, guests, deleted }
    }

    /// The deleted user who was chosen: nothing is left to be found out about who is meant.
    fn chosen_of_deleted(&self) -> bool {
        self.deleted.iter().any(|user| is_chosen(self.facts, user))
    }

    /// The guest; there is one or none unless the rule about several is switched off.
    fn the_one(&self) -> Option<&'a User> {
        self.guests.first().copied()
    }

    fn unanswered(&self) -> Vec<Unanswered> {
        let mut open = unanswered(self.facts);
        if !self.live.is_empty() {
            open.push(Unanswered::GuestSigns);
        }
        open
    }
}

fn several_guests<'a>(found: &Found<'a>) -> Option<Search<'a>> {
    (found.guests.len() > 1).then(|| Search::Ambiguous(found.guests.clone()))
}

fn only_deleted<'a>(found: &Found<'a>) -> Option<Search<'a>> {
    let answered = found.facts.live_users.complete && found.facts.deleted_users.complete;
    if !(answered || found.chosen_of_deleted()) || !found.live.is_empty() || found.deleted.is_empty() {
        return None;
    }
    Some(Search::Deleted(found.deleted.clone()))
}

/// No guest, and somebody without any sign of one.
fn not_a_guest<'a>(found: &Found<'a>) -> Option<Search<'a>> {
    let stranger = found.live.iter().find(|user| user.guest_sign() == GuestSign::NoSign);
    stranger.filter(|_| found.guests.is_empty()).map(|user| Search::NotAGuest(user))
}

/// A guest comes from outside, with an address of their own. What the directory does not let us see changes nothing of
/// that: a group's address stays a group's.
fn inside<'a>(found: &Found<'a>) -> Option<Search<'a>> {
    if !found.live.is_empty() || !found.deleted.is_empty() {
        return None;
    }
    let owner =
        ownership::owners(found.facts, None, std::slice::from_ref(&found.facts.searched)).into_iter().next();
    let of_group = owner.as_ref().is_some_and(|owner| owner.kind == OwnerKind::Group);
    let own_domain = found.facts.organisation.has_domain_of(&found.facts.searched) == Known::Is(true);
    (of_group || own_domain).then_some(Search::Inside(owner))
}

fn not_found<'a>(found: &Found<'a>) -> Option<Search<'a>> {
    // Where somebody is live, whether they are a guest is among what was not answered.
    (found.deleted.is_empty() && found.unanswered().is_empty()).then_some(Search::NotFound)
}

fn is_chosen(facts: &Facts, user: &User) -> bool {
    facts.chosen.as_deref() == Some(user.id.as_str())
}

/// The server folds more than we do, so that what it found is compared again; the operator's choice stands anyway.
fn with_address<'a>(facts: &Facts, users: &'a [User]) -> Vec<&'a User> {
    let mut once: Vec<&User> = Vec::new();
    for user in users {
        let wanted =
            user.may_have(&facts.searched) || user.has_user_name(&facts.searched) || is_chosen(facts, user);
        if wanted && !once.iter().any(|known| known.id == user.id) {
            once.push(user);
        }
    }
    once
}

fn unanswered(facts: &Facts) -> Vec<Unanswered> {
    let lookups = [
        (Unanswered::Users, facts.live_users.complete),
        (Unanswered::DeletedUsers, facts.deleted_users.complete),
        (Unanswered::Contacts, facts.contacts.complete),
        (Unanswered::Groups, facts.groups.complete),
    ];
    lookups.into_iter().filter(|(_, complete)| !complete).map(|(lookup, _)| lookup).collect()
}

/// What to say about a search that found no single guest.
pub(super) fn findings(facts: &Facts, found: &Search<'_>) -> Vec<Finding> {
    let searched = || Evidence::new("mail", Some(facts.searched.as_str()));
    match found {
        Search::Guest(_) => Vec::new(),
        Search::Ambiguous(several) => {
            let evidence = several.iter().map(|user| Evidence::new("id", Some(user.id.as_str()))).collect();
            vec![by(Rule::SeveralGuests, finding(FindingCode::SeveralGuests, Severity::Warning, evidence))]
        }
        Search::NotAGuest(user) => not_a_guest_findings(facts, user),
        Search::Inside(holder) => {
            let of_holder =
                holder.iter().map(|holder| owned(FindingCode::AddressOwned, Severity::Info, holder.clone()));
            std::iter::once(finding(FindingCode::NotAGuest, Severity::Info, vec![searched()]))
                .chain(of_holder)
                .map(|it| by(Rule::NotAGuest, it))
                .collect()
        }
        Search::CannotTell(open) => vec![cannot_tell(open)],
        Search::NotFound => {
            let nobody = finding(FindingCode::NotFound, Severity::Error, vec![searched()]);
            let owned = owned_now(facts, Severity::Error);
            std::iter::once(nobody).chain(owned).map(|it| by(Rule::NotFound, it)).collect()
        }
        Search::Deleted(users) => {
            let when = |user: &&User| {
                Evidence::new("deletedDateTime", user.deleted.value().map(ToString::to_string))
            };
            let gone = finding(FindingCode::Deleted, Severity::Error, users.iter().map(when).collect());
            let owned_by_now = owned_now(facts, Severity::Warning);
            let strangers: Vec<_> =
                users.iter().filter(|user| user.guest_sign() == GuestSign::NoSign).collect();
            let in_the_way = strangers.iter().map(|user| {
                let name = user.user_principal_name.value().map(String::as_str);
                let evidence = vec![Evidence::new("userPrincipalName", name)];
                finding(FindingCode::DeletedAccountInTheWay, Severity::Warning, evidence)
            });
            let refused = facts.refused.iter().cloned();
            let refused = refused.map(|owner| owned(FindingCode::AddressRefused, Severity::Warning, owner));
            std::iter::once(gone)
                .chain(owned_by_now)
                .chain(in_the_way)
                .map(|it| by(Rule::Deleted, it))
                .chain(refused.map(|it| by(Rule::AddressOwned, it)))
                .chain(strangers.iter().map(|user| no_sign(user)))
                .collect()
        }
    }
}

fn by(rule: Rule, finding: Finding) -> Finding {
    Finding { rule: Some(rule), ..finding }
}

/// Of an internal guest everything that the rules find is said too: nothing of it decides.
fn not_a_guest_findings(facts: &Facts, user: &User) -> Vec<Finding> {
    let deleted = deleted_guests(facts).map(|guest| {
        let name = guest.display_name.value().map(String::as_str);
        let evidence = vec![Evidence::new("displayName", name)];
        by(Rule::Deleted, finding(FindingCode::DeletedGuestHadIt, Severity::Warning, evidence))
    });
    let internal = user.is_internal_guest().then(|| {
        let evidence = vec![Evidence::new("userType", Some("Guest"))];
        by(Rule::InternalGuest, finding(FindingCode::InternalGuest, Severity::Info, evidence))
    });
    let also = if user.is_internal_guest() { about(Case { facts, guest: user }) } else { Vec::new() };
    std::iter::once(no_sign(user)).chain(internal).chain(deleted).chain(also).collect()
}

/// The deleted guests who had the address.
pub(crate) fn deleted_guests(facts: &Facts) -> impl Iterator<Item = &User> {
    let deleted = with_address(facts, &facts.deleted_users.found).into_iter();
    deleted.filter(|user| user.guest_sign() == GuestSign::Guest)
}

fn no_sign(user: &User) -> Finding {
    let name = user.user_principal_name.value().map(String::as_str);
    let evidence = vec![Evidence::new("userPrincipalName", name)];
    by(Rule::NotAGuest, finding(FindingCode::NotAGuest, Severity::Info, evidence))
}

fn owned_now(facts: &Facts, severity: Severity) -> Vec<Finding> {
    let owners = ownership::owners(facts, None, std::slice::from_ref(&facts.searched));
    owners.into_iter().map(|owner| owned(FindingCode::AddressOwned, severity, owner)).collect()
}

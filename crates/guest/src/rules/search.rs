//! R0 to R3: whom the search found.

use super::{cannot_tell, finding, owned, ownership};
use crate::facts::{Facts, GuestSign, User};
use crate::finding::{Evidence, Finding, FindingCode, Severity, Unanswered};
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
    /// These questions were not answered.
    CannotTell(Vec<Unanswered>),
    /// Nobody.
    NotFound,
}

/// Decides whom the search found.
pub(crate) fn search(facts: &Facts, rules: RuleSet) -> Search<'_> {
    let live = with_address(facts, &facts.live_users.found);
    let guests: Vec<&User> = live.iter().copied().filter(|user| is_guest(user, rules)).collect();
    match guests.as_slice() {
        [] => nobody_live(facts, &live, rules),
        [one] => Search::Guest(one),
        [first, ..] => match guests.iter().find(|user| is_chosen(facts, user)) {
            Some(chosen) => Search::Guest(chosen),
            None if rules.has(Rule::R3) => Search::Ambiguous(guests),
            None => Search::Guest(first),
        },
    }
}

fn nobody_live<'a>(facts: &'a Facts, live: &[&'a User], rules: RuleSet) -> Search<'a> {
    let deleted = with_address(facts, &facts.deleted_users.found);
    let users_answered = facts.live_users.complete && facts.deleted_users.complete;
    if rules.has(Rule::R2) && live.is_empty() && users_answered && !deleted.is_empty() {
        let chosen = deleted.iter().find(|user| is_chosen(facts, user)).map(|&user| vec![user]);
        return Search::Deleted(chosen.unwrap_or(deleted));
    }
    if let Some(user) = live.iter().find(|user| user.guest_sign() == GuestSign::NoSign) {
        return Search::NotAGuest(user);
    }
    let mut open = unanswered(facts);
    if !live.is_empty() {
        open.push(Unanswered::GuestSigns);
    }
    if open.is_empty() && deleted.is_empty() && rules.has(Rule::R1) {
        Search::NotFound
    } else {
        Search::CannotTell(open)
    }
}

fn is_guest(user: &User, rules: RuleSet) -> bool {
    !rules.has(Rule::R0) || user.guest_sign() == GuestSign::Guest
}

fn is_chosen(facts: &Facts, user: &User) -> bool {
    facts.chosen.as_deref() == Some(user.id.as_str())
}

/// The server folds more than we do, so that what it found is compared again; the operator's choice stands anyway.
fn with_address<'a>(facts: &Facts, users: &'a [User]) -> Vec<&'a User> {
    let mut once: Vec<&User> = Vec::new();
    for user in users {
        let wanted = user.may_have(&facts.searched) || is_chosen(facts, user);
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
pub(super) fn findings(facts: &Facts, found: &Search<'_>, rules: RuleSet) -> Vec<Finding> {
    let searched = || Evidence::new("mail", Some(facts.searched.as_str()));
    match found {
        Search::Guest(_) => Vec::new(),
        Search::Ambiguous(several) => {
            let evidence = several.iter().map(|user| Evidence::new("id", Some(user.id.as_str()))).collect();
            vec![finding(FindingCode::SeveralGuests, Rule::R3, Severity::Warning, evidence)]
        }
        Search::NotAGuest(user) => vec![no_sign(user)],
        Search::CannotTell(open) => vec![cannot_tell(open)],
        Search::NotFound => {
            let mut all = vec![finding(FindingCode::NotFound, Rule::R1, Severity::Error, vec![searched()])];
            all.extend(owned_now(facts, Rule::R1, Severity::Error));
            all
        }
        Search::Deleted(users) => {
            let when = |user: &&User| {
                Evidence::new("deletedDateTime", user.deleted.value().map(ToString::to_string))
            };
            let mut all = vec![finding(
                FindingCode::Deleted,
                Rule::R2,
                Severity::Error,
                users.iter().map(when).collect(),
            )];
            all.extend(owned_now(facts, Rule::R2, Severity::Warning));
            if rules.has(Rule::R0) {
                let strangers = users.iter().filter(|user| user.guest_sign() == GuestSign::NoSign);
                all.extend(strangers.map(|user| no_sign(user)));
            }
            all
        }
    }
}

fn no_sign(user: &User) -> Finding {
    let name = user.user_principal_name.value().map(String::as_str);
    finding(FindingCode::NotAGuest, Rule::R0, Severity::Info, vec![Evidence::new("userPrincipalName", name)])
}

fn owned_now(facts: &Facts, rule: Rule, severity: Severity) -> Vec<Finding> {
    let owners = ownership::owners(facts, None, std::slice::from_ref(&facts.searched));
    owners.into_iter().map(|owner| owned(FindingCode::AddressOwned, rule, severity, owner)).collect()
}

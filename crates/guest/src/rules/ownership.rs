//! Another live object owns one of the guest's addresses.

use std::collections::HashSet;

use super::{Case, finding, owned};
use crate::address::Address;
use crate::facts::{Facts, Owner, OwnerRef, Primary};
use crate::finding::{Cause, Finding, FindingCode, Severity};

/// The live objects that own one of these addresses, but for the guest; once for each object and address. The
/// address that was searched for comes first: it is the one the operator knows.
pub(crate) fn owners(facts: &Facts, guest: Option<&str>, addresses: &[Address]) -> Vec<OwnerRef> {
    let live: Vec<Owner> = facts
        .contacts
        .found
        .iter()
        .map(Owner::from)
        .chain(facts.live_users.found.iter().map(Owner::from))
        .chain(facts.groups.found.iter().map(Owner::from))
        .chain(facts.owners.found.iter().cloned())
        .filter(|owner| guest != Some(owner.id.as_str()))
        .collect();
    let mut ordered: Vec<&Address> = addresses.iter().collect();
    ordered.sort_by_key(|address| **address != facts.searched);
    let live: Vec<(&Owner, HashSet<Address>)> = live.iter().map(|owner| (owner, owner.owned())).collect();
    let (mut all, mut once) = (Vec::new(), HashSet::new());
    for address in ordered {
        for (owner, owned) in &live {
            if owned.contains(address) && once.insert((owner.id.as_str(), address)) {
                all.push(owner.of(address));
            }
        }
    }
    all
}

pub(super) fn address_owned(case: Case<'_>) -> Vec<Finding> {
    let owners = owners(case.facts, Some(&case.guest.id), &case.guest.addresses());
    let missing = case.guest.primary() == Primary::Missing;
    if missing && owners.is_empty() && !everything_seen(case.facts) {
        return vec![finding(FindingCode::OwnersNotAllSeen, Severity::Warning, vec![])];
    }
    let (code, severity) = if missing {
        (FindingCode::Conflict, Severity::Error)
    } else {
        (FindingCode::AddressShared, Severity::Warning)
    };
    let by_name = may_own(case.facts, &case.guest.id, &case.guest.addresses());
    let by_name =
        by_name.into_iter().map(|owner| owned(FindingCode::UserNameTaken, Severity::Warning, owner));
    let refused = refused(case, &owners);
    let refused = refused.map(|owner| owned(FindingCode::AddressRefused, Severity::Warning, owner));
    owners.into_iter().map(|owner| owned(code, severity, owner)).chain(by_name).chain(refused).collect()
}

/// What the server refused the guest's addresses for, but for the owners that are seen, and for an address that it took
/// since.
fn refused<'a>(case: Case<'a>, seen: &[OwnerRef]) -> impl Iterator<Item = OwnerRef> + use<'a> {
    let Case { facts, guest } = case;
    let seen: Vec<String> = seen.iter().map(|owner| owner.id.clone()).collect();
    let taken = guest.mail.value().filter(|_| guest.primary() != Primary::Missing);
    facts
        .refused
        .iter()
        .filter(move |owner| !seen.contains(&owner.id) && taken.is_none_or(|mail| !owner.address.is(mail)))
        .cloned()
}

/// The live accounts of the organisation that have one of these addresses as user name, and own none of them.
pub(crate) fn may_own(facts: &Facts, guest: &str, addresses: &[Address]) -> Vec<OwnerRef> {
    let accounts = facts.live_users.found.iter().map(Owner::from).chain(facts.owners.found.iter().cloned());
    let asked: HashSet<&Address> = addresses.iter().collect();
    let mut all: Vec<OwnerRef> = Vec::new();
    for account in accounts.filter(|account| account.id != guest) {
        let name = account.user_principal_name.value().and_then(|name| Address::recorded(name));
        let address = name.as_ref().and_then(|name| asked.get(name)).filter(|name| account.may_own(name));
        if let Some(address) = address.filter(|_| all.iter().all(|known| known.id != account.id)) {
            all.push(account.of(address));
        }
    }
    all
}

pub(super) fn why_conflict(_: Case<'_>, findings: &[Finding]) -> Option<Cause> {
    let conflicts = findings.iter().filter(|it| it.code == FindingCode::Conflict);
    let mut owners = conflicts.filter_map(|it| it.owner.clone());
    Some(Cause::Conflict { owner: owners.next()?, more: owners.count() })
}

/// Whether every lookup that could have found an owner was answered.
const fn everything_seen(facts: &Facts) -> bool {
    facts.live_users.complete && facts.contacts.complete && facts.groups.complete && facts.owners.complete
}

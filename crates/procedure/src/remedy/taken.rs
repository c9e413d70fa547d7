//! What others have of a deleted account by now: its user name, or an address that would come back with it.

use guest::{Address, Owner, OwnerRef, PlanNote, User};
use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use crate::examination::found;
use crate::problem::Problem;
use crate::signed_in::SignedIn;

/// Something of the account, and who has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Taken {
    pub(super) by: OwnerRef,
    pub(super) what: TakenKind,
}

/// What is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TakenKind {
    /// An address, in `mail` or `proxyAddresses`.
    Address,
    /// An address, which is somebody's user name. Whether that counts is documented nowhere (`OfficeDocs-O365ITPro`
    /// issue 805).
    AddressAsName,
    /// The user name.
    UserName,
}

/// Everything that is taken, and whether every lookup that could show it was answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct TakenByNow {
    pub(super) all: Vec<Taken>,
    pub(super) complete: bool,
}

/// Looks for whoever has the name or an address of this account by now. One round trip.
pub(super) async fn taken_by_now(
    signed_in: &SignedIn,
    user: &User,
    now: Timestamp,
    cancel: &CancellationToken,
) -> Result<TakenByNow, Problem> {
    let (owned, name) = (owned_addresses(user), own_name(user));
    let mut asked: Vec<String> = owned.iter().flat_map(Address::spellings).collect();
    asked.extend(name.clone());
    let Some(first) = owned.first().cloned().or_else(|| Address::recorded(name.as_deref()?)) else {
        return Ok(TakenByNow { all: Vec::new(), complete: user.proxy_addresses.is_known() });
    };
    let answer = signed_in.graph.search(&asked, &[], cancel).await?;
    let facts = found(signed_in, &answer, first, now)?;
    let live = facts.live_users.found.iter().filter(|other| other.id != user.id).map(Owner::from);
    let contacts = facts.contacts.found.iter().map(Owner::from);
    let owners: Vec<Owner> = live.chain(contacts).chain(facts.groups.found.iter().map(Owner::from)).collect();
    let mut all = Vec::new();
    for owner in &owners {
        let named = name.as_deref().filter(|name| {
            owner.user_principal_name.value().is_some_and(|other| other.eq_ignore_ascii_case(name))
        });
        let named = named.and_then(Address::recorded).map(|name| (name, TakenKind::UserName));
        let of_addresses = owned.iter().filter_map(|address| {
            let what = if owner.owns(address) {
                TakenKind::Address
            } else if owner.may_own(address) {
                TakenKind::AddressAsName
            } else {
                return None;
            };
            Some((address.clone(), what))
        });
        let taken = named.into_iter().chain(of_addresses);
        all.extend(taken.map(|(address, what)| Taken { by: owner.of(&address), what }));
    }
    let lookups = [facts.live_users.complete, facts.contacts.complete, facts.groups.complete];
    let read = user.mail.is_known() && user.proxy_addresses.is_known();
    Ok(TakenByNow { all, complete: read && !lookups.contains(&false) })
}

/// The addresses that the account owns, and takes back with it: those in `mail` and `proxyAddresses`. Other addresses
/// are nobody's own.
fn owned_addresses(user: &User) -> Vec<Address> {
    let owner = Owner::from(user);
    user.addresses().into_iter().filter(|address| owner.owns(address)).collect()
}

/// Its user name, as it was before it was deleted: its id stands before it since (Microsoft Graph: Get deleted item).
fn own_name(user: &User) -> Option<String> {
    user.user_principal_name.value().map(|name| guest::invited::without_id(name, &user.id).to_owned())
}

impl Taken {
    /// As a preview says it.
    pub(super) fn note(&self) -> PlanNote {
        let (address, owner) = (self.by.address.as_str().to_owned(), self.by.name().to_owned());
        match self.what {
            TakenKind::Address => PlanNote::AddressTaken { address, owner },
            TakenKind::AddressAsName => PlanNote::MayBeRefused { address, owner },
            TakenKind::UserName => PlanNote::UserNameTaken { owner },
        }
    }

    /// Whether every search for its address shows it as long as it stands.
    pub(super) fn is_seen_in_searches(&self) -> bool {
        self.what == TakenKind::Address
    }

    /// Whether an answer that names this property may be about it; any, where none is named.
    pub(super) fn is_about(&self, target: Option<&str>) -> bool {
        match target {
            None => true,
            Some("userPrincipalName") => self.what == TakenKind::UserName,
            Some(_) => self.what != TakenKind::UserName,
        }
    }
}

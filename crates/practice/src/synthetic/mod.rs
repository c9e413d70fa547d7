//! Synthetic objects: many guests, of whom some are faulty, and what owns the addresses of these. All is made when
//! looked at, from a number and the seed; what is kept is a byte and a place in the order of ids for each.

mod guest;
mod id;
mod names;
mod owner;

use std::collections::BTreeSet;

pub(crate) use guest::created;
pub(crate) use id::Synthetic;

use crate::Object;
use crate::guests::{FaultyGuest, GuestFault, Guests};
use crate::organisation::{text, texts};
use crate::schema::Kind;

/// The most groups that a faulty guest is a member of.
const MOST_GROUPS: usize = 5;

/// All synthetic objects of a tenant.
#[derive(Debug)]
pub(crate) struct Population {
    guests: Guests,
    /// The domain in the names of guests.
    domain: String,
    /// The fault of each number; empty where nobody has one.
    faults: Vec<Option<GuestFault>>,
}

impl Population {
    pub(crate) fn new(guests: Guests, domain: String) -> Self {
        let mut faults = Vec::new();
        if guests.faulty > 0 {
            faults.resize(guests.count as usize, None);
            for (turn, n) in chosen(guests).into_iter().enumerate() {
                faults[n as usize] = Some(GuestFault::TURNS[turn % GuestFault::TURNS.len()]);
            }
        }
        Self { guests, domain, faults }
    }

    /// What is wrong with the guest of this number.
    pub(crate) fn fault(&self, n: u32) -> Option<GuestFault> {
        self.faults.get(n as usize).copied().flatten()
    }

    /// The domain in the names of guests.
    pub(crate) fn domain(&self) -> &str {
        &self.domain
    }

    /// Whether this one exists, and is of this kind.
    pub(crate) fn has(&self, kind: Kind, synthetic: Synthetic) -> bool {
        match synthetic {
            Synthetic::Guest(n) => kind == Kind::User && n < self.guests.count,
            Synthetic::Owner(n) => self.fault(n).and_then(owner_of) == Some(kind),
        }
    }

    /// All of a kind, in the order of their ids.
    pub(crate) fn all(&self, kind: Kind) -> Vec<Synthetic> {
        let guests = if kind == Kind::User { 0..self.guests.count } else { 0..0 };
        let owners = (0..).zip(&self.faults).filter(|(_, fault)| fault.and_then(owner_of) == Some(kind));
        let mut all: Vec<_> =
            guests.map(Synthetic::Guest).chain(owners.map(|(n, _)| Synthetic::Owner(n))).collect();
        all.sort_unstable_by_key(|it| it.key());
        all
    }

    /// Those of a kind who may have this address or user name, whole or from its beginning; `None` where too little of
    /// it is there to tell.
    pub(crate) fn with_address(&self, kind: Kind, address: &str) -> Option<Vec<Synthetic>> {
        let n = id::number(address)?;
        let mut both = vec![Synthetic::Guest(n), Synthetic::Owner(n)];
        both.retain(|it| self.has(kind, *it));
        Some(both)
    }

    /// The object.
    pub(crate) fn make(&self, synthetic: Synthetic) -> Object {
        match synthetic {
            Synthetic::Guest(n) => {
                guest::guest(synthetic.id(), n, self.fault(n), self.guests.seed, &self.domain)
            }
            Synthetic::Owner(n) => {
                let person = guest::person(n, self.fault(n), self.guests.seed);
                match self.fault(n).and_then(owner_of) {
                    Some(Kind::Contact) => owner::contact(&synthetic.id(), &person),
                    Some(Kind::Group) => owner::group(&synthetic.id(), n, &person, &self.domain),
                    _ => owner::account(&synthetic.id(), n, &person, &self.domain),
                }
            }
        }
    }

    /// A guest like those with this fault, or like the healthy ones.
    pub(crate) fn one_with(&self, fault: Option<GuestFault>) -> Object {
        guest::guest(String::new(), 0, fault, self.guests.seed, &self.domain)
    }

    fn faulty(&self) -> impl Iterator<Item = (u32, GuestFault)> + '_ {
        (0..).zip(&self.faults).filter_map(|(n, fault)| fault.map(|fault| (n, fault)))
    }

    /// Makes some of the faulty guests members of groups that take guests.
    pub(crate) fn join(&self, groups: &mut [Object]) {
        let open: Vec<usize> = (0..groups.len()).filter(|at| takes_guests(&groups[*at])).collect();
        for (n, _) in self.faulty() {
            let id = Synthetic::Guest(n).id();
            for at in joined(self.guests.seed, n, open.len()) {
                let members = groups[open[at]].entry("members").or_insert_with(|| serde_json::json!([]));
                if let Some(members) = members.as_array_mut() {
                    members.push(id.clone().into());
                }
            }
        }
    }

    /// The table of the faulty guests, in the order of their ids; these are the groups of the file.
    pub(crate) fn table(&self, groups: &[Object]) -> Vec<FaultyGuest> {
        let open: Vec<&str> =
            groups.iter().filter(|group| takes_guests(group)).filter_map(|group| text(group, "id")).collect();
        let mut table: Vec<_> = self
            .faulty()
            .map(|(n, fault)| {
                let guest = self.make(Synthetic::Guest(n));
                let said = |property: &str| text(&guest, property).unwrap_or_default().to_owned();
                FaultyGuest {
                    user_id: said("id"),
                    display_name: said("displayName"),
                    user_name: said("userPrincipalName"),
                    fault,
                    mail: text(&guest, "mail").map(str::to_owned),
                    other_mails: texts(guest.get("otherMails")).into_iter().map(str::to_owned).collect(),
                    owner_id: fault.is_owned().then(|| Synthetic::Owner(n).id()),
                    groups: joined(self.guests.seed, n, open.len()).map(|at| open[at].to_owned()).collect(),
                }
            })
            .collect();
        table.sort_unstable_by(|one, other| one.user_id.cmp(&other.user_id));
        table
    }
}

/// What kind of object owns the address of a guest with this fault.
fn owner_of(fault: GuestFault) -> Option<Kind> {
    match fault {
        GuestFault::OwnedByContact => Some(Kind::Contact),
        GuestFault::OwnedByAccount => Some(Kind::User),
        GuestFault::OwnedByGroup => Some(Kind::Group),
        GuestFault::OneAddress
        | GuestFault::SeveralAddresses
        | GuestFault::NoAddress
        | GuestFault::OneAddressBlocked
        | GuestFault::NoPrimary
        | GuestFault::MailDiffers
        | GuestFault::Blocked
        | GuestFault::Pending => None,
    }
}

/// A Microsoft 365 group whose members somebody chooses here, and that gives nobody a role.
fn takes_guests(group: &Object) -> bool {
    let types = texts(group.get("groupTypes"));
    let is = |flag: &str| group.get(flag).and_then(serde_json::Value::as_bool) == Some(true);
    types.contains(&"Unified")
        && !types.contains(&"DynamicMembership")
        && !is("isAssignableToRole")
        && !is("onPremisesSyncEnabled")
}

/// Which of so many groups a faulty guest is in: half of them in none.
fn joined(seed: u64, n: u32, groups: usize) -> impl Iterator<Item = usize> {
    const HOW_MANY: [usize; 10] = [0, 1, 0, 2, 0, 1, 0, MOST_GROUPS, 0, 3];
    let roll = chance(seed, n) >> 32;
    let (first, how_many) = (usize::from(roll.to_le_bytes()[1]), *names::pick(&HOW_MANY, roll));
    (0..how_many.min(groups)).map(move |next| (first + next) % groups)
}

/// The numbers of the faulty guests, in the order in which chance has them (Floyd's sampling: as many steps as there are
/// to choose, whatever there is to choose from).
fn chosen(guests: Guests) -> Vec<u32> {
    let mut chosen = BTreeSet::new();
    for last in guests.count.saturating_sub(guests.faulty)..guests.count {
        let any = u32::try_from(chance(!guests.seed, last) % (u64::from(last) + 1)).unwrap_or(last);
        if !chosen.insert(any) {
            chosen.insert(last);
        }
    }
    let mut chosen: Vec<u32> = chosen.into_iter().collect();
    chosen.sort_by_key(|n| chance(guests.seed, *n));
    chosen
}

/// What chance says of a number: the same every time (`SplitMix64`).
fn chance(seed: u64, n: u32) -> u64 {
    let mut mixed = seed.wrapping_add((u64::from(n) + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

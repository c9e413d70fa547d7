//! What a filter says of a synthetic guest who is not made yet. Of a million guests few may match, and making each to
//! look at it takes seconds a page: all with the same fault have much in common, and when somebody was made follows from
//! their number.

use std::cmp::Ordering;

use jiff::Timestamp;

use super::eval::matches;
use super::filter::{Filter, Literal, Op};
use crate::guests::GuestFault;
use crate::synthetic::{Population, Synthetic, created};

/// What the properties are, of which all guests with the same fault have the same.
const COMMON: [&str; 4] = ["userType", "creationType", "externalUserState", "accountEnabled"];

/// What a glance at a guest tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    Matches,
    Fails,
    /// The guest has to be made.
    Nothing,
}

/// A filter as far as a glance can decide it.
pub(super) struct Glance<'a> {
    population: &'a Population,
    filter: Part,
}

enum Part {
    /// Decided by the fault: a bit for the healthy ones, then one for each of [`GuestFault::ALL`].
    Faults(u16),
    Created(Op, Timestamp),
    Not(Box<Part>),
    And(Box<Part>, Box<Part>),
    Or(Box<Part>, Box<Part>),
    Unknown,
}

impl<'a> Glance<'a> {
    pub(super) fn new(filter: &Filter, population: &'a Population, fold_case: bool) -> Self {
        Self { population, filter: Reader { population, fold_case }.read(filter) }
    }

    pub(super) fn at(&self, synthetic: Synthetic) -> Told {
        match synthetic {
            Synthetic::Guest(n) => self.filter.of(n, bit(self.population.fault(n))),
            Synthetic::Owner(_) => Told::Nothing,
        }
    }
}

impl Part {
    fn of(&self, n: u32, fault: u16) -> Told {
        match self {
            Self::Faults(faults) => told(faults & fault != 0),
            Self::Created(op, wanted) => told(op.holds(created(n).cmp(wanted))),
            Self::Not(inner) => match inner.of(n, fault) {
                Told::Matches => Told::Fails,
                Told::Fails => Told::Matches,
                Told::Nothing => Told::Nothing,
            },
            Self::And(left, right) => match (left.of(n, fault), right.of(n, fault)) {
                (Told::Fails, _) | (_, Told::Fails) => Told::Fails,
                (Told::Matches, Told::Matches) => Told::Matches,
                (Told::Nothing, _) | (_, Told::Nothing) => Told::Nothing,
            },
            Self::Or(left, right) => match (left.of(n, fault), right.of(n, fault)) {
                (Told::Matches, _) | (_, Told::Matches) => Told::Matches,
                (Told::Fails, Told::Fails) => Told::Fails,
                (Told::Nothing, _) | (_, Told::Nothing) => Told::Nothing,
            },
            Self::Unknown => Told::Nothing,
        }
    }
}

impl Op {
    /// Whether it holds of what stands in this order to what is compared with.
    pub(super) fn holds(self, order: Ordering) -> bool {
        match self {
            Self::Eq => order.is_eq(),
            Self::Ne => order.is_ne(),
            Self::Ge => order.is_ge(),
            Self::Le => order.is_le(),
            Self::Gt => order.is_gt(),
            Self::Lt => order.is_lt(),
        }
    }
}

fn told(matches: bool) -> Told {
    if matches { Told::Matches } else { Told::Fails }
}

fn bit(fault: Option<GuestFault>) -> u16 {
    fault.map_or(1, |fault| 2 << fault as u16)
}

struct Reader<'a> {
    population: &'a Population,
    fold_case: bool,
}

impl Reader<'_> {
    fn read(&self, filter: &Filter) -> Part {
        match filter {
            Filter::And(left, right) => match (self.read(left), self.read(right)) {
                (Part::Faults(left), Part::Faults(right)) => Part::Faults(left & right),
                (left, right) => Part::And(Box::new(left), Box::new(right)),
            },
            Filter::Or(left, right) => match (self.read(left), self.read(right)) {
                (Part::Faults(left), Part::Faults(right)) => Part::Faults(left | right),
                (left, right) => Part::Or(Box::new(left), Box::new(right)),
            },
            Filter::Not(inner) => Part::Not(Box::new(self.read(inner))),
            Filter::Compare(name, op, Literal::Bare(moment)) if name == "createdDateTime" => {
                moment.parse().map_or(Part::Unknown, |moment| Part::Created(*op, moment))
            }
            _ if self.is_common(filter) => Part::Faults(self.faults(filter)),
            Filter::Compare(..)
            | Filter::In(..)
            | Filter::Starts(..)
            | Filter::Ends(..)
            | Filter::Any(..)
            | Filter::Count(..) => Part::Unknown,
        }
    }

    /// Whether all with the same fault have the same answer.
    fn is_common(&self, filter: &Filter) -> bool {
        match filter {
            Filter::Compare(name, _, literal) => {
                COMMON.contains(&name.as_str()) || (name == "mail" && *literal == Literal::Null)
            }
            Filter::In(name, _) => COMMON.contains(&name.as_str()),
            Filter::Count(name, _, _) => ["otherMails", "proxyAddresses"].contains(&name.as_str()),
            // No more than what all names of guests end with.
            Filter::Ends(name, end) => {
                name == "userPrincipalName" && end.len() <= "#EXT#@".len() + self.population.domain().len()
            }
            Filter::And(..) | Filter::Or(..) | Filter::Not(_) | Filter::Starts(..) | Filter::Any(..) => false,
        }
    }

    /// Of which faults the answer is yes: one guest of each is made and looked at.
    fn faults(&self, filter: &Filter) -> u16 {
        let all = std::iter::once(None).chain(GuestFault::ALL.map(Some));
        all.filter(|fault| matches(filter, &self.population.one_with(*fault), self.fold_case))
            .map(bit)
            .fold(0, |faults, one| faults | one)
    }
}

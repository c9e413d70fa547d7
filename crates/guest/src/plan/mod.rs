//! What there is to choose before a change, and what to check. Pure data: the steps themselves are not made here.

pub mod keep_one;
pub mod remove_and_invite;
pub mod set_mail;

use crate::address::Address;
use crate::diagnosis::{Diagnosis, subject};
use crate::facts::{Facts, User};
use crate::finding::{FindingCode, Verdict};

/// Why there is nothing to choose: the change is refused before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoChoice {
    /// The diagnosis is not about one guest.
    NoGuest,
    /// What decides could not be read.
    NotKnown,
    /// Another object owns one of his addresses.
    ConflictStands,
    /// There are not two different addresses to keep one of.
    NothingToRemove,
    /// He has no address that could be used.
    NoAddress,
    /// The directory on premises decides about him.
    SyncedFromOnPremises,
}

/// The guest to change, or why nobody can be changed.
fn guest<'a>(facts: &'a Facts, diagnosis: &Diagnosis) -> Result<&'a User, NoChoice> {
    let about_a_guest = !matches!(diagnosis.verdict, Verdict::NotAGuest | Verdict::Deleted);
    let user = subject(facts, diagnosis).filter(|_| about_a_guest).ok_or(NoChoice::NoGuest)?;
    if user.is_synced() { Err(NoChoice::SyncedFromOnPremises) } else { Ok(user) }
}

/// Whether another object owns one of his addresses, with or without a main one.
fn is_owned(diagnosis: &Diagnosis) -> bool {
    let owned = [FindingCode::Conflict, FindingCode::AddressShared];
    diagnosis.findings.iter().any(|finding| owned.contains(&finding.code))
}

/// The address searched for when it is among these, spelt as there; or the only one.
fn likeliest(facts: &Facts, choices: &[Address]) -> Option<Address> {
    let searched = choices.iter().find(|it| **it == facts.searched);
    searched.or(if let [only] = choices { Some(only) } else { None }).cloned()
}

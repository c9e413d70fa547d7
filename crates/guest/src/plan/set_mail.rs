//! *Set the main address*.

use super::{NoChoice, guest, is_owned, likeliest};
use crate::address::Address;
use crate::diagnosis::Diagnosis;
use crate::facts::Facts;

/// The addresses one of which can become the main one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// The guest's addresses.
    pub choices: Vec<Address>,
    /// The one searched for, when it is his; or his only one.
    pub preselected: Option<Address>,
    /// What `mail` holds now; it stays as a secondary address.
    pub current: Option<Address>,
}

/// What there is to choose. Refused while another object owns one of his addresses.
pub fn choices(facts: &Facts, diagnosis: &Diagnosis) -> Result<Choices, NoChoice> {
    let guest = guest(facts, diagnosis)?;
    if is_owned(diagnosis) {
        return Err(NoChoice::ConflictStands);
    }
    let choices = guest.addresses();
    if choices.is_empty() {
        return Err(NoChoice::NoAddress);
    }
    let current = guest.mail.value().and_then(|mail| Address::recorded(mail));
    Ok(Choices { preselected: likeliest(facts, &choices), current, choices })
}

//! *Keep one address*: option 1 of Microsoft's support article.

use super::{NoChoice, guest, is_owned};
use crate::address::Address;
use crate::diagnosis::Diagnosis;
use crate::facts::{Facts, Primary, User};
use crate::known::Known;

/// What to know before one address is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// Microsoft's article: access to SharePoint files that were shared with a removed address is lost. No other
    /// source confirms it.
    SharePointFiles {
        /// The removed addresses.
        addresses: Vec<Address>,
    },
    /// He may sign in with this address (Microsoft Entra External ID: "Reset redemption status").
    SignInAddressRemoved {
        /// The removed address.
        address: Address,
    },
    /// As far as is documented this does not fill an empty main address.
    DoesNotFillMainAddress,
    /// Another object goes on owning one of his addresses.
    ConflictStays,
}

/// One address to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The address, as `otherMails` spells it.
    pub address: Address,
    /// The values of `otherMails` that go.
    pub removed: Vec<String>,
    /// What to know.
    pub warnings: Vec<Warning>,
}

/// The addresses to keep one of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// The different values of `otherMails`.
    pub choices: Vec<Choice>,
    /// The one the article means: searched for, invited at, and in `otherMails`. None when the three differ.
    pub preselected: Option<Address>,
}

/// What there is to choose. Refused when there are not two different values.
pub fn choices(facts: &Facts, diagnosis: &Diagnosis) -> Result<Choices, NoChoice> {
    let guest = guest(facts, diagnosis)?;
    let Known::Is(different) = guest.different_other_mails() else { return Err(NoChoice::NotKnown) };
    if different.len() < 2 {
        return Err(NoChoice::NothingToRemove);
    }
    let invited = guest.invited();
    let meant = different.iter().find(|it| **it == facts.searched && invited.certain() == Some(*it)).cloned();
    let choices = different.iter().map(|keep| choice(guest, diagnosis, &different, keep)).collect();
    Ok(Choices { choices, preselected: meant })
}

fn choice(guest: &User, diagnosis: &Diagnosis, different: &[Address], keep: &Address) -> Choice {
    let gone: Vec<Address> = different.iter().filter(|it| *it != keep).cloned().collect();
    let mut warnings: Vec<Warning> = gone
        .iter()
        .filter(|address| may_sign_in_with(guest, address))
        .map(|address| Warning::SignInAddressRemoved { address: address.clone() })
        .collect();
    warnings.push(Warning::SharePointFiles { addresses: gone });
    if !matches!(guest.primary(), Primary::Present(_)) {
        warnings.push(Warning::DoesNotFillMainAddress);
    }
    if is_owned(diagnosis) {
        warnings.push(Warning::ConflictStays);
    }
    let values = guest.other_mails.get().into_iter().flatten();
    // Of one address written twice, the first spelling stays.
    let removed = values.filter(|value| value.trim() != keep.as_str()).cloned().collect();
    Choice { address: keep.clone(), removed, warnings }
}

/// The addresses he gets one-time codes at, was invited at, or has as main address.
fn may_sign_in_with(guest: &User, address: &Address) -> bool {
    guest.mail_identities().contains(address)
        || guest.invited().possible().contains(address)
        || guest.primary() == Primary::Present(address.clone())
}

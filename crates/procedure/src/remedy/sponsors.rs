//! Who is to answer for a guest (Microsoft Entra: "Sponsors for B2B users"): named by address, found before anything is
//! confirmed.

use guest::{Address, GuestSign, User};

use super::{Drafting, SponsorChoice, WhyNoSponsor};
use crate::outcome::NamedObject;
use crate::problem::{ErrorKind, Problem};
use crate::seen;

/// The most sponsors a guest may have. Microsoft documents a limit of five in its admin center (Microsoft Entra: "Sponsors
/// for B2B users").
const MOST: usize = 5;

/// Whom each address leads to, in one round trip. One that could not be looked up is no sign that nobody has it.
pub(super) async fn named(from: &Drafting<'_>) -> Result<Vec<SponsorChoice>, Problem> {
    let typed = &from.selections.sponsors;
    if typed.len() > MOST {
        return Err(ErrorKind::ChoiceInvalid("sponsors").into());
    }
    let read: Vec<Option<Address>> = typed.iter().map(|text| Address::from_pasted(text).ok()).collect();
    let spellings: Vec<String> = read.iter().flatten().flat_map(Address::spellings).collect();
    let users: Vec<User> = if spellings.is_empty() {
        Vec::new()
    } else {
        let owners = from.signed_in.graph.owners(&spellings, from.cancel).await?;
        if let Some(failed) = owners.users.failed.values().next() {
            return Err(failed.clone().into());
        }
        owners.users.objects().map(seen::user).collect()
    };
    let sponsor = |(text, address): (&String, &Option<Address>)| SponsorChoice {
        typed: text.clone(),
        found: address.as_ref().ok_or(WhyNoSponsor::NoAddress).and_then(|address| whose(address, &users)),
    };
    Ok(typed.iter().zip(&read).map(sponsor).collect())
}

/// The one person of the organisation who has the address.
fn whose(address: &Address, users: &[User]) -> Result<NamedObject, WhyNoSponsor> {
    let has = |user: &&User| user.addresses().contains(address) || user.has_user_name(address);
    let mut found = users.iter().filter(has);
    let user = found.next().ok_or(WhyNoSponsor::Nobody)?;
    if found.next().is_some() {
        return Err(WhyNoSponsor::Several);
    }
    if user.guest_sign() == GuestSign::Guest || user.is_internal_guest() {
        return Err(WhyNoSponsor::Guest);
    }
    let name = user.display_name.value().cloned().unwrap_or_else(|| address.as_str().to_owned());
    Ok(NamedObject { id: user.id.clone(), name })
}

/// Each of those who were found once.
pub(super) fn once(named: &[SponsorChoice]) -> Vec<NamedObject> {
    let mut all: Vec<NamedObject> = Vec::new();
    for found in named.iter().filter_map(|sponsor| sponsor.found.as_ref().ok()) {
        if all.iter().all(|known| known.id != found.id) {
            all.push(found.clone());
        }
    }
    all
}

//! What there is to choose before a change, in the same parts for every remedy.

use super::{PlanNote, Situation};
use crate::address::Address;
use crate::facts::{Group, WhyNot};

/// Where an address comes from. The words are `address-note-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum AddressOrigin {
    /// The address the guest was invited at.
    Invited,
    /// The address that was searched for.
    Searched,
    /// The main address now.
    Main,
}

/// One address to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressOption {
    /// The address.
    pub address: Address,
    /// Where it comes from.
    pub origin: Option<AddressOrigin>,
    /// What may be lost when it is chosen.
    pub warnings: Vec<PlanNote>,
    /// What to know when it is chosen.
    pub notes: Vec<PlanNote>,
}

/// A group the guest is in, and whether the app can add them again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupOption {
    /// Object id.
    pub id: String,
    /// `displayName`, when it was read.
    pub display_name: Option<String>,
    /// Why the guest cannot be added again; None when they can.
    pub why_not: Option<WhyNot>,
}

impl From<&Group> for GroupOption {
    fn from(group: &Group) -> Self {
        Self {
            id: group.id.clone(),
            display_name: group.display_name.value().cloned(),
            why_not: group.membership_writable().err(),
        }
    }
}

/// What there is to choose and to know. A part that does not belong to the remedy is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The addresses to choose one of.
    pub addresses: Vec<AddressOption>,
    /// The one that is chosen unless somebody says otherwise.
    pub preselected: Option<Address>,
    /// The guest's groups.
    pub groups: Vec<GroupOption>,
    /// `preferredLanguage`, for the invitation message.
    pub language: Option<String>,
    /// What must be typed to confirm.
    pub confirm: Option<Address>,
    /// What may be lost, whatever is chosen.
    pub warnings: Vec<PlanNote>,
    /// What to know, whatever is chosen.
    pub notes: Vec<PlanNote>,
}

impl Options {
    /// Whether the address that would be taken was refused, or may be, since it is somebody's user name; or whatever is
    /// chosen was: nobody is led there.
    pub(super) fn may_be_refused(&self) -> bool {
        let taken = self.addresses.iter().filter(|it| Some(&it.address) == self.preselected.as_ref());
        let mut warnings = taken.flat_map(|it| &it.warnings).chain(&self.warnings);
        warnings.any(|it| matches!(it, PlanNote::MayBeRefused { .. } | PlanNote::WasRefused { .. }))
    }
}

impl Situation<'_> {
    /// An address to choose, with where it comes from as far as the search tells.
    pub(super) fn address_option(&self, address: Address) -> AddressOption {
        let origin = (self.facts.searched == address).then_some(AddressOrigin::Searched);
        let warnings = self.refusal_of(&address).into_iter().collect();
        AddressOption { address, origin, warnings, notes: Vec::new() }
    }

    /// The address searched for when it is among these, spelt as there; or the only one.
    pub(super) fn likeliest(&self, addresses: &[Address]) -> Option<Address> {
        let searched = addresses.iter().find(|it| **it == self.facts.searched);
        searched.or(if let [only] = addresses { Some(only) } else { None }).cloned()
    }
}

//! A draft: what a remedy would do, in the same parts for every remedy, so that the screen needs to know none of them.

use std::collections::HashSet;

use guest::{Address, AddressOption, AddressOrigin, GroupOption, Options, PlanNote, WhyNot};
use serde::Serialize;
use tokio_util::sync::CancellationToken;

use super::Work;
use crate::examination::Examination;
use crate::outcome::{NamedObject, PropertyChange};
use crate::problem::{ErrorKind, Problem};
use crate::signed_in::SignedIn;

/// What the person selected so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selections {
    /// The address to keep, to set, or to invite.
    pub address: Option<String>,
    /// Object ids of the groups to add the guest to again; absent: all that can be.
    pub groups: Option<Vec<String>>,
    /// The language of the invitation.
    pub language: Option<String>,
    /// Whether Microsoft mails the invitation.
    pub send: Option<bool>,
    /// The name of somebody new.
    pub name: Option<String>,
    /// A message to them, in place of Microsoft's.
    pub message: Option<String>,
    /// The addresses of who is to answer for them, as typed.
    pub sponsors: Vec<String>,
    /// Whether the person insists on a deletion in spite of what may be refused after it.
    pub insist: bool,
    /// Whether addresses that others have by now are given up.
    pub without_taken: bool,
}

/// One address to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressChoice {
    /// The address.
    pub address: Address,
    /// It is chosen now.
    pub chosen: bool,
    /// Where it comes from.
    pub origin: Option<AddressOrigin>,
}

/// What is asked over the addresses of a plan. The words are `choose-<question>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum AddressQuestion {
    /// Which is to be the main one.
    Main,
    /// Which is to be kept.
    Keep,
    /// At which to invite.
    Invite,
}

/// What becomes of a membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupFate {
    /// The group.
    pub group: NamedObject,
    /// The guest will be added again.
    pub chosen: bool,
    /// Why the guest cannot be.
    pub why_not: Option<WhyNot>,
}

/// The invitation that is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationChoice {
    /// The language of its message.
    pub language: String,
    /// Whether Microsoft mails it.
    pub send: bool,
    /// What is asked of somebody new; none for whom the directory knows.
    pub new: Option<NewGuestChoice>,
}

/// What is chosen of somebody whom the directory does not know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewGuestChoice {
    /// Their name; empty: Microsoft makes one of the address.
    pub name: String,
    /// A message of one's own; empty: Microsoft's.
    pub message: String,
    /// Who is to answer for them.
    pub sponsors: Vec<SponsorChoice>,
}

/// Somebody who is to answer for a guest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SponsorChoice {
    /// What was typed.
    pub typed: String,
    /// Whom it leads to.
    pub found: Result<NamedObject, WhyNoSponsor>,
}

/// Why what was typed leads to no sponsor. The words are `sponsor-why-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum WhyNoSponsor {
    /// It is no address.
    NoAddress,
    /// Nobody in the organisation has it.
    Nobody,
    /// Several have it.
    Several,
    /// It is a guest's.
    Guest,
}

/// What a draft is made from.
pub(crate) struct Drafting<'a> {
    /// Who asks.
    pub(crate) signed_in: &'a SignedIn,
    /// What was just seen.
    pub(crate) seen: &'a Examination,
    /// What there is to choose.
    pub(crate) options: &'a Options,
    /// What was selected.
    pub(crate) selections: &'a Selections,
    /// Ends the reads that a draft may need.
    pub(crate) cancel: &'a CancellationToken,
}

/// What a remedy would do. A part that does not belong to it is empty.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    /// What is to be done; none while something is missing.
    pub(crate) work: Option<Work>,
    /// Properties before and after.
    pub(crate) changes: Vec<PropertyChange>,
    /// The addresses to choose one of.
    pub(crate) addresses: Vec<AddressChoice>,
    /// What is asked over them.
    pub(crate) question: Option<AddressQuestion>,
    /// Whether it deletes the guest's account.
    pub(crate) deletes: bool,
    /// The memberships.
    pub(crate) groups: Vec<GroupFate>,
    /// The invitation, where there is one.
    pub(crate) invitation: Option<InvitationChoice>,
    /// Whether addresses that others have by now are given up; none where there are none.
    pub(crate) without_taken: Option<bool>,
    /// What may be lost.
    pub(crate) warnings: Vec<PlanNote>,
    /// What to know.
    pub(crate) notes: Vec<PlanNote>,
}

impl Drafting<'_> {
    /// The address that is chosen among those offered: as selected, or as preselected when nothing was.
    pub(crate) fn picked(&self) -> Result<Option<&AddressOption>, Problem> {
        let offered = &self.options.addresses;
        match (&self.selections.address, &self.options.preselected) {
            (Some(picked), _) => {
                let found = offered.iter().find(|offer| offer.address.is(picked));
                found.map(Some).ok_or_else(|| ErrorKind::ChoiceInvalid("address").into())
            }
            (None, Some(preselected)) => Ok(offered.iter().find(|offer| offer.address == *preselected)),
            (None, None) => Ok(None),
        }
    }

    /// A draft with what there is to choose and to know, whatever the remedy does with it.
    pub(crate) fn begun(&self, picked: Option<&AddressOption>) -> Draft {
        let choice = |option: &AddressOption| AddressChoice {
            address: option.address.clone(),
            chosen: picked.is_some_and(|picked| picked.address == option.address),
            origin: option.origin,
        };
        let of = |notes: fn(&AddressOption) -> &Vec<PlanNote>| picked.into_iter().flat_map(notes).cloned();
        Draft {
            addresses: self.options.addresses.iter().map(choice).collect(),
            warnings: of(|it| &it.warnings).chain(self.options.warnings.iter().cloned()).collect(),
            notes: of(|it| &it.notes).chain(self.options.notes.iter().cloned()).collect(),
            ..Draft::default()
        }
    }

    /// What becomes of each membership: those selected, each of which must be one that can be, or all that can be.
    pub(crate) fn fates(&self) -> Result<Vec<GroupFate>, Problem> {
        let selected: Option<HashSet<&str>> =
            self.selections.groups.as_ref().map(|all| all.iter().map(String::as_str).collect());
        let fate = |option: &GroupOption| {
            let wanted = selected.as_ref().is_none_or(|all| all.contains(option.id.as_str()));
            let name = option.display_name.clone().unwrap_or_else(|| option.id.clone());
            GroupFate {
                group: NamedObject { id: option.id.clone(), name },
                chosen: wanted && option.why_not.is_none(),
                why_not: option.why_not,
            }
        };
        let fates: Vec<GroupFate> = self.options.groups.iter().map(fate).collect();
        let chosen = fates.iter().filter(|fate| fate.chosen).count();
        match selected {
            Some(selected) if selected.len() != chosen => Err(ErrorKind::ChoiceInvalid("groups").into()),
            _ => Ok(fates),
        }
    }
}

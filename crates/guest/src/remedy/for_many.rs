//! Which address a remedy takes when it is done for many guests at once, and why somebody is left out: nobody chooses for
//! each of them, so that only what is certain is taken.

use super::{Ability, CannotHelp, Doubt, Fit, NotNow, Offer, Options, Reason, RemedyKind};
use crate::address::Address;
use crate::diagnosis::Diagnosis;
use crate::facts::{Primary, User};
use crate::finding::Verdict;

/// Which address of each guest is taken where nobody chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ForMany {
    /// The only one that is possible.
    OnlyAddress,
    /// The one they were invited at.
    InvitedAddress,
}

/// Why a guest is left out when a remedy is done for many.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum WhyNotForMany {
    /// There is nothing to repair.
    NothingToRepair,
    /// Another object has one of their addresses.
    AddressOwned {
        /// Its name, or its id.
        owner: String,
    },
    /// More than one address is possible: somebody has to choose.
    SeveralAddresses,
    /// The address they were invited at is not certain, or not among those to keep one of.
    InvitedNotCertain,
    /// The remedy does not fit them, or is never done for many.
    DoesNotFit,
    /// The directory on premises decides about them.
    Synced,
    /// They are in a restricted administrative unit: who administers that cannot be seen.
    Protected,
    /// What decides could not be read.
    NotKnown,
    /// They are no longer in the directory.
    Gone,
}

/// The address that this remedy takes for this guest when it is done for many. Whoever is blocked is not left out: that is
/// another matter.
///
/// # Errors
/// Why they are left out.
pub fn for_many(kind: RemedyKind, diagnosis: &Diagnosis, guest: &User) -> Result<Address, WhyNotForMany> {
    let taken = kind.remedy().for_many.ok_or(WhyNotForMany::DoesNotFit)?;
    let offer = diagnosis.offer(kind).ok_or_else(|| not_offered(kind, diagnosis, guest))?;
    let options = match &offer.fit {
        Fit::Fits(options) => options,
        Fit::CannotHelp(why) => return Err(cannot_help(offer, why, guest)),
        Fit::NotNow(NotNow::ConflictFirst { owner }) => {
            return Err(WhyNotForMany::AddressOwned { owner: owner.clone() });
        }
        Fit::NotNow(NotNow::NotKnown) => return Err(WhyNotForMany::NotKnown),
        Fit::NotNow(NotNow::ChooseFirst) => return Err(WhyNotForMany::DoesNotFit),
    };
    if repairs_nothing(offer) {
        return Err(without_fault(kind, guest));
    }
    if matches!(offer.ability, Ability::CouldNotConfirm { doubt: Doubt::RestrictedManagement, .. }) {
        return Err(WhyNotForMany::Protected);
    }
    match taken {
        ForMany::OnlyAddress => only(options),
        ForMany::InvitedAddress => invited(options, guest),
    }
}

/// Whether it is offered though no fault was found that it repairs.
fn repairs_nothing(offer: &Offer) -> bool {
    offer.behind_do_it_anyway || offer.reason == Reason::ChangesWhereMailGoes
}

fn not_offered(kind: RemedyKind, diagnosis: &Diagnosis, guest: &User) -> WhyNotForMany {
    match diagnosis.verdict {
        Verdict::Deleted | Verdict::NotFound => WhyNotForMany::Gone,
        Verdict::NotAGuest | Verdict::Ambiguous => WhyNotForMany::DoesNotFit,
        Verdict::CannotTell => WhyNotForMany::NotKnown,
        Verdict::GuestAccessOff
        | Verdict::NotMember
        | Verdict::Conflict
        | Verdict::Misconfigured
        | Verdict::NoAddress
        | Verdict::MailElsewhere
        | Verdict::Blocked
        | Verdict::Pending
        | Verdict::Healthy => without_fault(kind, guest),
    }
}

/// A guest in whom nothing was found that the remedy repairs: there is nothing, or it could not be read.
fn without_fault(kind: RemedyKind, guest: &User) -> WhyNotForMany {
    if kind.remedy().cures.contains(&Verdict::Pending) {
        let read = guest.external_user_state.is_known();
        return if read { WhyNotForMany::NothingToRepair } else { WhyNotForMany::NotKnown };
    }
    match guest.primary() {
        Primary::Present(_) => WhyNotForMany::NothingToRepair,
        // Which of the two is meant somebody has to say.
        Primary::Differing { .. } => WhyNotForMany::SeveralAddresses,
        Primary::Missing | Primary::Unknown => WhyNotForMany::NotKnown,
    }
}

fn cannot_help(offer: &Offer, why: &CannotHelp, guest: &User) -> WhyNotForMany {
    match why {
        CannotHelp::SyncedFromOnPremises => WhyNotForMany::Synced,
        CannotHelp::ConflictStays { owner } | CannotHelp::EveryAddressOwned { owner } => {
            WhyNotForMany::AddressOwned { owner: owner.clone() }
        }
        _ if repairs_nothing(offer) => without_fault(offer.kind, guest),
        CannotHelp::NoOtherAddress
        | CannotHelp::OneAddressAlready
        | CannotHelp::SameAddressRepeated
        | CannotHelp::MailIsFilled
        | CannotHelp::ProxyIsFilled
        | CannotHelp::NoAddressToSet
        | CannotHelp::Group { .. }
        | CannotHelp::NoGroupToRenew
        | CannotHelp::TooLate
        | CannotHelp::HasMailbox
        | CannotHelp::OwnDomain => WhyNotForMany::DoesNotFit,
    }
}

fn only(options: &Options) -> Result<Address, WhyNotForMany> {
    match options.addresses.as_slice() {
        [only] => Ok(only.address.clone()),
        [] => Err(WhyNotForMany::DoesNotFit),
        [_, _, ..] => Err(WhyNotForMany::SeveralAddresses),
    }
}

fn invited(options: &Options, guest: &User) -> Result<Address, WhyNotForMany> {
    let decoded = guest.invited();
    let certain = decoded.certain().ok_or(WhyNotForMany::InvitedNotCertain)?;
    let among = options.addresses.iter().find(|option| option.address == *certain);
    among.map(|option| option.address.clone()).ok_or(WhyNotForMany::InvitedNotCertain)
}

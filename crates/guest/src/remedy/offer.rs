//! Which remedies there are for a verdict, and which of them to do first.

use super::ability::ability;
use super::permission::ON_PREMISES;
use super::{Ability, Options, RemedyKind, WayBack};
use crate::facts::{Facts, OwnerRef, User, WhyNot};
use crate::finding::{Finding, FindingCode, Verdict};
use crate::rules::Search;

/// How a conflict is resolved, by what owns the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum Resolution {
    /// The object is synced: on-premises steps.
    OnPremises,
    /// A contact in the cloud: a script for Exchange.
    RemoveContact,
    /// A user or shared mailbox: take the address off it, or use it instead of the guest.
    ChangeUser,
    /// Another guest: decide which of the two accounts is used.
    ChangeGuest,
    /// A group: take the address off it.
    ChangeGroup,
}

/// One sentence why a remedy is there. The words are `remedy-why-<code>`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, ts_rs::TS),
    serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")
)]
pub enum Reason {
    /// Another object owns the address; nothing else lasts before that is resolved.
    #[cfg_attr(feature = "contract", serde(rename = "resolve-conflict"))]
    OwnsTheAddress {
        /// How it is resolved.
        resolution: Resolution,
    },
    /// Nobody has the address.
    NobodyHasTheAddress,
    /// The guest was deleted and can come back with everything they had.
    ComesBackWithEverything,
    /// The invitation was not accepted yet.
    NotAcceptedYet,
    /// The guest is not a member of the group.
    NotInTheGroup,
    /// The main address is empty, and writing it fills it.
    FillsTheMainAddress,
    /// Mail goes to the address that becomes the main one.
    ChangesWhereMailGoes,
    /// The article's option 1: leaves one of several addresses.
    LeavesOneAddress,
    /// Adding a guest as member subscribes them.
    SubscribesAgain,
    /// The guest signs in with another account from then on; fills no address.
    ChangesHowTheySignIn,
    /// The article's option 2: a new account is made with every address filled.
    MakesANewAccount,
}

/// Why a remedy cannot help this guest. The words are `remedy-why-<code>`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, ts_rs::TS),
    serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")
)]
pub enum CannotHelp {
    /// There are no other addresses to keep one of.
    NoOtherAddress,
    /// There is one other address already.
    OneAddressAlready,
    /// The other addresses are one address written several times.
    SameAddressRepeated,
    /// `mail` is filled: other addresses are not what is missing.
    MailIsFilled,
    /// `proxyAddresses` has a primary one: other addresses are not what is missing.
    ProxyIsFilled,
    /// Another object owns the address: fewer addresses do not change that.
    ConflictStays {
        /// The owner's name.
        owner: String,
    },
    /// The guest has no address that could become the main one.
    NoAddressToSet,
    /// The directory on premises decides about the guest.
    SyncedFromOnPremises,
    /// The members of the group cannot be changed here.
    Group {
        /// Why not.
        why: WhyNot,
    },
    /// The guest is not a member of any group with mail whose members can be changed here.
    NoGroupToRenew,
    /// The time in which the guest could be restored is over.
    TooLate,
}

/// What comes first. The words are `remedy-why-<code>`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, ts_rs::TS),
    serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")
)]
pub enum NotNow {
    /// Resolve the conflict.
    ConflictFirst {
        /// The owner's name.
        owner: String,
    },
    /// Choose one of several deleted guests.
    ChooseFirst,
    /// Search again: what decides could not be read.
    NotKnown,
}

/// Whether the remedy can help here. Only this disables a button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fit {
    /// It can be tried, with these options.
    Fits(Box<Options>),
    /// It cannot help this guest.
    CannotHelp(CannotHelp),
    /// Something else comes first.
    NotNow(NotNow),
}

impl Fit {
    /// It fits, and there is nothing to choose.
    pub(super) fn fits() -> Self {
        Self::Fits(Box::default())
    }

    /// What there is to choose; None when it does not fit.
    #[must_use]
    pub fn options(&self) -> Option<&Options> {
        match self {
            Self::Fits(options) => Some(options),
            Self::CannotHelp(_) | Self::NotNow(_) => None,
        }
    }
}

/// One remedy as it is offered, with everything a person needs to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What is done.
    pub kind: RemedyKind,
    /// Whether it is the one to do first. At most one is.
    pub recommended: bool,
    /// Why it is there.
    pub reason: Reason,
    /// Whether it can help, and with which options.
    pub fit: Fit,
    /// Whether the operator can do it.
    pub ability: Ability,
    /// Whether there is a way back.
    pub way_back: WayBack,
    /// Whether it stands behind "do it anyway", because no fault was found that it repairs.
    pub behind_do_it_anyway: bool,
}

/// What a remedy says of itself in a situation.
pub(crate) struct Proposal {
    pub(super) reason: Reason,
    pub(super) fit: Fit,
    pub(super) anyway: bool,
}

impl Proposal {
    pub(super) const fn new(reason: Reason, fit: Fit) -> Self {
        Self { reason, fit, anyway: false }
    }

    /// The same, behind "do it anyway" when no fault was found that it repairs.
    pub(super) fn behind(self, anyway: bool) -> Self {
        Self { anyway, ..self }
    }
}

/// What a remedy decides by: everything that was found, and what it means.
#[derive(Clone, Copy)]
pub(crate) struct Situation<'a> {
    pub(crate) facts: &'a Facts,
    pub(crate) found: &'a Search<'a>,
    pub(crate) verdict: Verdict,
    pub(crate) findings: &'a [Finding],
}

impl<'a> Situation<'a> {
    /// The one guest, when there is one.
    pub(super) fn guest(&self) -> Option<&'a User> {
        match self.found {
            Search::Guest(guest) => Some(guest),
            Search::Ambiguous(_)
            | Search::Deleted(_)
            | Search::NotAGuest(_)
            | Search::CannotTell(_)
            | Search::NotFound => None,
        }
    }

    /// The user whom rights are about: the guest, or the first of the deleted ones.
    fn user(&self) -> Option<&'a User> {
        match self.found {
            Search::Guest(guest) => Some(guest),
            Search::Deleted(users) => users.first().copied(),
            Search::Ambiguous(_) | Search::NotAGuest(_) | Search::CannotTell(_) | Search::NotFound => None,
        }
    }

    pub(super) fn has(&self, code: FindingCode) -> bool {
        self.findings.iter().any(|finding| finding.code == code)
    }

    /// The object that owns one of the guest's addresses, grave or not.
    pub(super) fn owner(&self) -> Option<&'a OwnerRef> {
        self.findings.iter().find_map(|finding| finding.owner.as_ref())
    }

    /// Whether another object owns one of the addresses, grave or not: then that comes first.
    pub(super) fn conflict_first(&self) -> Option<NotNow> {
        self.owner().map(|owner| NotNow::ConflictFirst { owner: owner.name().to_owned() })
    }

    /// Whether the directory on premises decides, and repairs here cannot help.
    pub(super) fn is_synced(&self) -> bool {
        self.has(FindingCode::SyncedFromOnPremises)
    }
}

/// The remedies, by rising harm; the one to do first is marked.
pub(crate) fn offers(situation: &Situation<'_>) -> Vec<Offer> {
    let proposals: Vec<(RemedyKind, Proposal)> =
        RemedyKind::ALL.iter().filter_map(|&kind| Some((kind, (kind.remedy().offer)(situation)?))).collect();
    let first = proposals.iter().find(|(kind, proposal)| {
        matches!(proposal.fit, Fit::Fits(_)) && kind.remedy().cures.contains(&situation.verdict)
    });
    let first = first.map(|(kind, _)| *kind);
    let mail = situation.user().and_then(|user| user.mail.value()).map(String::as_str);
    proposals
        .into_iter()
        .map(|(kind, proposal)| Offer {
            kind,
            recommended: first == Some(kind),
            ability: whose(kind, &proposal, situation),
            way_back: (kind.remedy().way_back)(mail),
            reason: proposal.reason,
            fit: proposal.fit,
            behind_do_it_anyway: proposal.anyway,
        })
        .collect()
}

/// What is synced is changed on premises, whoever asks.
fn whose(kind: RemedyKind, proposal: &Proposal, situation: &Situation<'_>) -> Ability {
    let synced = matches!(proposal.reason, Reason::OwnsTheAddress { resolution: Resolution::OnPremises });
    if synced {
        return Ability::NotYou { who_can: vec![ON_PREMISES.to_owned()] };
    }
    ability(kind, situation.facts, situation.user())
}

//! Which remedies there are for a verdict, and which of them to do first.

use super::ability::ability;
use super::permission::ON_PREMISES;
use super::{Ability, Options, PlanNote, RemedyKind, WayBack};
use crate::address::Address;
use crate::facts::{Facts, OwnerRef, User, WhyNot};
use crate::finding::{Finding, FindingCode, Verdict};
use crate::rules::{Search, reads_missing_address};

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
    /// Something that this sign-in may not read: an admin looks it up by its id.
    ChangeUnseen,
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
    /// `mail` has the value already; writing it once more is the only thing left to try.
    WritesTheSameAgain,
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
    /// Another object has every address of the guest too: a new account would get no main one.
    EveryAddressOwned {
        /// The owner's name.
        owner: String,
    },
    /// The directory on premises decides about the guest.
    SyncedFromOnPremises,
    /// The members of the group cannot be changed here.
    Group {
        /// Why not.
        why: WhyNot,
    },
    /// No group is chosen: which membership is to be renewed is not known.
    NoGroupToRenew,
    /// The time in which the guest could be restored is over.
    TooLate,
    /// The account has a mailbox here, which a deletion takes with it.
    HasMailbox,
    /// Every address of the guest is in one of the organisation's own domains: an invitation there is refused.
    OwnDomain,
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

/// Where a remedy stands among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// The one to do first, and the operator can. At most one is.
    Recommended,
    /// To be done for what was found, and the operator has to ask somebody else for it. Where two faults were found,
    /// each has its own.
    AskFor,
    /// One of the others.
    Offered,
}

/// One remedy as it is offered, with everything a person needs to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What is done.
    pub kind: RemedyKind,
    /// Whether it is the one to do first, and whether by this person.
    pub place: Place,
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
    /// Whether it cures what was found here, though it does not cure every guest with this verdict.
    pub(super) cures_here: bool,
    /// Whether somebody has to want it by themselves: it is offered, and asked for, and never recommended.
    pub(super) unasked: bool,
}

impl Proposal {
    pub(super) const fn new(reason: Reason, fit: Fit) -> Self {
        Self { reason, fit, anyway: false, cures_here: false, unasked: false }
    }

    /// The same, as a cure of what was found here.
    pub(super) fn curing(self, cures_here: bool) -> Self {
        Self { cures_here, ..self }
    }

    /// The same, offered and never recommended.
    pub(super) fn never_recommended(self) -> Self {
        Self { unasked: true, ..self }
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
            | Search::Inside(_)
            | Search::CannotTell(_)
            | Search::NotFound => None,
        }
    }

    /// The user whom rights are about: the guest, or the first of the deleted ones.
    fn user(&self) -> Option<&'a User> {
        match self.found {
            Search::Guest(guest) => Some(guest),
            Search::Deleted(users) => users.first().copied(),
            Search::Ambiguous(_)
            | Search::NotAGuest(_)
            | Search::Inside(_)
            | Search::CannotTell(_)
            | Search::NotFound => None,
        }
    }

    pub(super) fn has(&self, code: FindingCode) -> bool {
        self.findings.iter().any(|finding| finding.code == code)
    }

    /// The first object that a finding of one of these codes names.
    fn named_by(&self, codes: &[FindingCode]) -> Option<&'a OwnerRef> {
        self.findings.iter().filter(|finding| codes.contains(&finding.code)).find_map(|it| it.owner.as_ref())
    }

    /// The object that owns one of the guest's addresses, grave or not.
    pub(super) fn owner(&self) -> Option<&'a OwnerRef> {
        self.named_by(&[FindingCode::Conflict, FindingCode::AddressOwned, FindingCode::AddressShared])
    }

    /// The object because of which an address is missing, or would be.
    pub(super) fn in_the_way(&self) -> Option<&'a OwnerRef> {
        self.named_by(&[FindingCode::Conflict, FindingCode::AddressOwned])
    }

    /// The object for whose sake the server refused an address, though no search shows that it owns one.
    pub(super) fn refused_for(&self) -> Option<&'a OwnerRef> {
        self.named_by(&[FindingCode::AddressRefused])
    }

    /// Whether an address is missing because another object owns one: then that comes first.
    pub(super) fn conflict_first(&self) -> Option<NotNow> {
        self.in_the_way().map(|owner| NotNow::ConflictFirst { owner: owner.name().to_owned() })
    }

    /// The addresses that no other object owns. One that another owns would be refused, or break the new account.
    pub(super) fn free(&self, mut addresses: Vec<Address>) -> Vec<Address> {
        let owned = |address: &Address| {
            let owners = self.findings.iter().filter(|it| it.code == FindingCode::AddressShared);
            owners.filter_map(|it| it.owner.as_ref()).any(|owner| owner.address == *address)
        };
        addresses.retain(|address| !owned(address));
        addresses
    }

    /// What to know of an address that the server refused, or that is the user name of another account.
    pub(super) fn refusal_of(&self, address: &Address) -> Option<PlanNote> {
        let named = |code: FindingCode| {
            let all = self.findings.iter().filter(move |it| it.code == code);
            all.filter_map(|it| it.owner.as_ref()).find(|owner| owner.address == *address)
        };
        let (name, address) = (|owner: &OwnerRef| owner.name().to_owned(), address.as_str().to_owned());
        if let Some(owner) = named(FindingCode::AddressRefused) {
            return Some(PlanNote::WasRefused { owner: name(owner), address });
        }
        let owner = named(FindingCode::UserNameTaken)?;
        Some(PlanNote::MayBeRefused { owner: name(owner), address })
    }

    /// Whether the guest is missing from a dynamic group because its rule reads an address that is missing.
    pub(super) fn address_decides_membership(&self) -> bool {
        let group = self.facts.group.as_ref().and_then(|chosen| chosen.group.get());
        let missing =
            group.zip(self.guest()).is_some_and(|(group, guest)| reads_missing_address(group, guest));
        self.verdict == Verdict::NotMember && missing
    }

    /// What is wrong with the main address of a guest who is not in the chosen group either.
    fn address_fault_beside_membership(&self) -> Option<Verdict> {
        let faults = [
            (FindingCode::Conflict, Verdict::Conflict),
            (FindingCode::Misconfigured, Verdict::Misconfigured),
            (FindingCode::NoAddress, Verdict::NoAddress),
        ];
        let found = faults.into_iter().find(|(code, _)| self.has(*code));
        found.filter(|_| self.verdict == Verdict::NotMember).map(|(_, fault)| fault)
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
    let first = cure(&proposals, situation.verdict, true);
    let needed = needed(&proposals, situation, first);
    // Steps to read are for whoever repairs: they lead on to what is repaired here.
    let repairs = ability(RemedyKind::SetMail, situation.facts, situation.user()).is_there();
    let mail = situation.user().and_then(User::mail_to_return_to);
    proposals
        .into_iter()
        .map(|(kind, proposal)| {
            let ability = whose(kind, &proposal, situation);
            let can = ability.is_there() || (kind.remedy().advice_only && repairs);
            let place = match (first == Some(kind), can) {
                (true, true) if !proposal.unasked => Place::Recommended,
                (_, false) if needed.contains(&kind) => Place::AskFor,
                (true | false, _) => Place::Offered,
            };
            (kind, proposal, ability, place)
        })
        .map(|(kind, proposal, ability, place)| Offer {
            kind,
            place,
            ability,
            way_back: (kind.remedy().way_back)(mail),
            reason: proposal.reason,
            fit: proposal.fit,
            behind_do_it_anyway: proposal.anyway,
        })
        .collect()
}

/// The gentlest remedy for this fault that can be tried; of those that cure what was found here too, when they are
/// asked for.
fn cure(proposals: &[(RemedyKind, Proposal)], fault: Verdict, cures_here: bool) -> Option<RemedyKind> {
    let fits = |proposal: &Proposal| proposal.fit.options().is_some_and(|options| !options.may_be_refused());
    let cures = |kind: RemedyKind, proposal: &Proposal| {
        (cures_here && proposal.cures_here) || kind.remedy().cures.contains(&fault)
    };
    proposals.iter().find(|(kind, it)| cures(*kind, it) && fits(it)).map(|(kind, _)| *kind)
}

/// What is to be done for everything that was found: the first, and where two faults stand beside each other what cures
/// either. Whoever is asked for the one alone is asked twice.
fn needed(
    proposals: &[(RemedyKind, Proposal)],
    situation: &Situation<'_>,
    first: Option<RemedyKind>,
) -> Vec<RemedyKind> {
    let beside = situation.address_fault_beside_membership().map(|fault| {
        // What cures the membership because of an address is the cure of the address.
        [cure(proposals, situation.verdict, false), cure(proposals, fault, true)]
    });
    first.into_iter().chain(beside.into_iter().flatten().flatten()).collect()
}

/// What is synced is changed on premises, whoever asks.
fn whose(kind: RemedyKind, proposal: &Proposal, situation: &Situation<'_>) -> Ability {
    let synced = matches!(proposal.reason, Reason::OwnsTheAddress { resolution: Resolution::OnPremises });
    if synced {
        return Ability::NotYou { who_can: vec![ON_PREMISES.to_owned()] };
    }
    ability(kind, situation.facts, situation.user())
}

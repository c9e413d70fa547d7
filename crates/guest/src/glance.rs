//! How the guests of a list stand: by the same rules as a guest who is searched for, as far as a list tells.
//!
//! A list carries the accounts, and no more. Whether the organisation lets guests into groups, whether mail arrives and
//! what a rule says about the group it does not tell, so that "no fault found" says less here than after a search.

use icu_normalizer::DecomposingNormalizerBorrowed;
use jiff::Timestamp;

use crate::address::Address;
use crate::diagnosis::judge;
use crate::facts::{Facts, GuestSign, Lookup, Owner, User};
use crate::finding::Verdict;
use crate::rule::{Rule, RuleSet};
use crate::rules::Case;

/// The rules that the accounts of a list can decide.
pub(crate) const IN_A_LIST: RuleSet = RuleSet::only(&[
    Rule::AddressOwned,
    Rule::Misconfigured,
    Rule::NoAddress,
    Rule::MainAddressesDiffer,
    Rule::AccountState,
    Rule::NoFaultFound,
]);

/// How a guest stands; the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum Glance {
    /// Group mail has nowhere to go.
    NoMail,
    /// What decides was not read.
    CannotTell,
    /// There is something to look at.
    Attention,
    /// No fault found, which does not say that mail arrives.
    NoFault,
}

/// Why, in a word or two. The whole story is the guest's own screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum GlanceReason {
    /// Another object owns one of their addresses.
    AddressInUse,
    /// There is no main address.
    NoMainAddress,
    /// The directory names two main addresses.
    TwoMainAddresses,
    /// Signing in is blocked.
    Blocked,
    /// The invitation was not accepted yet.
    InvitationOpen,
    /// What decides could not be read.
    NotAllRead,
}

/// A guest of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedGuest {
    /// Who.
    pub guest: User,
    /// What the rules come to, as far as a list tells.
    pub verdict: Verdict,
    /// How they stand.
    pub glance: Glance,
    /// Why; none where no fault was found.
    pub reason: Option<GlanceReason>,
}

impl ListedGuest {
    /// The name they are listed under, or the address where there is none.
    #[must_use]
    pub fn name(&self) -> String {
        let name = self.guest.display_name.value().filter(|name| !name.trim().is_empty());
        name.cloned().unwrap_or_else(|| self.guest.spoken_of().as_str().to_owned())
    }
}

/// What a list tells of somebody among the members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Member {
    /// A guest.
    Guest,
    /// Somebody of the organisation.
    Colleague,
    /// Not known: nothing but the id was shown (Microsoft Graph: "Limited information returned for inaccessible member
    /// objects"), or not enough to say.
    NotShown,
}

/// Who this member of a group is. Every account has a user name: one without was not shown.
#[must_use]
pub fn member(user: &User) -> Member {
    match user.guest_sign() {
        GuestSign::Guest => Member::Guest,
        GuestSign::NoSign if user.user_principal_name.value().is_some() => Member::Colleague,
        GuestSign::NoSign | GuestSign::Unknown => Member::NotShown,
    }
}

/// The addresses whose owners have to be known before it can be said why there is no main address.
#[must_use]
pub fn addresses_in_doubt<'a>(guests: impl IntoIterator<Item = &'a User>) -> Vec<Address> {
    guests.into_iter().filter(|guest| guest.lacks_main_address()).flat_map(User::addresses).collect()
}

/// How each of these guests stands; the worst first, then by name. `owners`: whoever owns [`addresses_in_doubt`].
#[must_use]
pub fn at_a_glance(guests: Vec<User>, owners: Lookup<Owner>, now: Timestamp) -> Vec<ListedGuest> {
    // Nobody searched for an address: what a search would have found is not asked about by these rules.
    let facts = Facts { owners, ..Facts::nothing_known(Address::verbatim(""), now) };
    let listed = |guest: User| {
        let (_, (verdict, _)) = judge(Case { facts: &facts, guest: &guest }, IN_A_LIST);
        let (glance, reason) = of(verdict);
        ListedGuest { guest, verdict, glance, reason }
    };
    let mut all: Vec<ListedGuest> = guests.into_iter().map(listed).collect();
    all.sort_by_cached_key(|it| (it.glance, by_name(&it.name()), it.guest.id.clone()));
    all
}

/// Names in the order of their letters, whatever is added to them: Łukasz and Özge stand with L and O.
#[must_use]
pub fn by_name(name: &str) -> String {
    let letters = DecomposingNormalizerBorrowed::new_nfd().normalize(name).to_lowercase();
    let plain = |it: char| if it == 'ł' { 'l' } else { it };
    letters.chars().filter(|it| !('\u{300}'..='\u{36f}').contains(it)).map(plain).collect()
}

const fn of(verdict: Verdict) -> (Glance, Option<GlanceReason>) {
    match verdict {
        Verdict::Conflict => (Glance::NoMail, Some(GlanceReason::AddressInUse)),
        Verdict::Misconfigured | Verdict::NoAddress => (Glance::NoMail, Some(GlanceReason::NoMainAddress)),
        Verdict::MailElsewhere => (Glance::Attention, Some(GlanceReason::TwoMainAddresses)),
        Verdict::Blocked => (Glance::Attention, Some(GlanceReason::Blocked)),
        Verdict::Pending => (Glance::Attention, Some(GlanceReason::InvitationOpen)),
        Verdict::Healthy => (Glance::NoFault, None),
        // Of these only the first is said of a list.
        Verdict::CannotTell
        | Verdict::Ambiguous
        | Verdict::Deleted
        | Verdict::NotAGuest
        | Verdict::NotFound
        | Verdict::GuestAccessOff
        | Verdict::NotMember => (Glance::CannotTell, Some(GlanceReason::NotAllRead)),
    }
}

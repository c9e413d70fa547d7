//! Who of all guests gets no mail, and why: by the same rules as a guest who is searched for, as far as a list and a look
//! at who owns their addresses tell.

use jiff::Timestamp;

use crate::address::Address;
use crate::diagnosis::judge;
use crate::facts::{Facts, Lookup, Owner, OwnerKind, User};
use crate::finding::{Cause, Verdict};
use crate::glance::IN_A_LIST;
use crate::known::Known;
use crate::remedy::RemedyKind;
use crate::rules::{Case, is_not_accepted, several_without_main};

/// Why somebody is listed, in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum SurveyCause {
    /// Only the main address is missing: nothing has one of their addresses.
    MainAddressMissing,
    /// A contact has one of their addresses.
    OwnedByContact,
    /// Another account, a guest's or one of the organisation, has one of their addresses.
    OwnedByAccount,
    /// A group has one of their addresses.
    OwnedByGroup,
    /// There is no address on record that could become the main one.
    NoAddress,
    /// The main address is missing, and signing in is blocked as well.
    BlockedAsWell,
    /// The directory names two main addresses.
    TwoMainAddresses,
    /// Signing in is blocked.
    Blocked,
    /// The invitation was not accepted yet.
    InvitationOpen,
    /// What decides could not be read.
    NotAllRead,
}

/// What a survey says of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Surveyed {
    /// Why they are listed.
    pub cause: SurveyCause,
    /// The name of whatever has one of their addresses.
    pub in_the_way: Option<String>,
    /// The remedy by which they can be repaired together with others, as far as a list tells. A preview of it decides.
    pub together: Option<RemedyKind>,
}

/// Whether it shows at once that nothing is wrong, as it does of nearly every guest: one plain main address, the same in both
/// places, and an account that is in use. Never true of a guest who [is worth a look](is_worth_a_look); who is not may be
/// either, and the rules decide. It needs four properties, as the directory has them; none where empty or not read.
#[must_use]
pub fn is_plainly_in_order<'a>(
    mail: Option<&str>,
    proxies: impl IntoIterator<Item = &'a str>,
    enabled: Option<bool>,
    state: Option<&str>,
) -> bool {
    // Nothing in it that is taken off, or that makes two texts one address.
    let plain = |mail: &str| !mail.is_empty() && mail.bytes().all(|it| it.is_ascii_graphic());
    let primary = proxies.into_iter().find_map(|it| it.trim().strip_prefix("SMTP:"));
    mail.is_some_and(plain) && mail == primary && enabled == Some(true) && !state.is_some_and(is_not_accepted)
}

/// Whether something is wrong with this guest, by what a list tells alone; then it is worth a second look.
#[must_use]
pub fn is_worth_a_look(guest: &User, now: Timestamp) -> bool {
    surveyed(guest, Lookup::complete(Vec::new()), now).is_some()
}

/// What is wrong with this guest; none where no fault was found. `owners`: whoever owns one of
/// [their addresses](User::addresses); others among them do no harm.
#[must_use]
pub fn surveyed(guest: &User, owners: Lookup<Owner>, now: Timestamp) -> Option<Surveyed> {
    // Nobody searched for an address: what a search would have found is not asked about by these rules.
    let all_seen = owners.complete;
    let facts = Facts { owners, ..Facts::nothing_known(Address::verbatim(""), now) };
    let (_, (verdict, why)) = judge(Case { facts: &facts, guest }, IN_A_LIST);
    let cause = cause(guest, verdict, &why)?;
    // That nothing else is wrong is said only where everything was seen that could be in the way.
    let unsure = cause == SurveyCause::MainAddressMissing && !all_seen;
    let cause = if unsure { SurveyCause::NotAllRead } else { cause };
    let in_the_way =
        if let Cause::Conflict { owner, .. } = why { Some(owner.name().to_owned()) } else { None };
    Some(Surveyed { cause, in_the_way, together: together(guest, cause) })
}

fn cause(guest: &User, verdict: Verdict, why: &Cause) -> Option<SurveyCause> {
    Some(match verdict {
        Verdict::Healthy => return None,
        Verdict::Conflict => {
            if let Cause::Conflict { owner, .. } = why {
                owned_by(owner.kind)
            } else {
                SurveyCause::NotAllRead
            }
        }
        Verdict::Misconfigured | Verdict::NoAddress => without_main_address(guest),
        Verdict::MailElsewhere => SurveyCause::TwoMainAddresses,
        Verdict::Blocked => SurveyCause::Blocked,
        Verdict::Pending => SurveyCause::InvitationOpen,
        // Of these only the first is said of a list.
        Verdict::CannotTell
        | Verdict::Ambiguous
        | Verdict::Deleted
        | Verdict::NotAGuest
        | Verdict::NotFound
        | Verdict::GuestAccessOff
        | Verdict::NotMember => SurveyCause::NotAllRead,
    })
}

const fn owned_by(kind: OwnerKind) -> SurveyCause {
    match kind {
        OwnerKind::Contact => SurveyCause::OwnedByContact,
        OwnerKind::User | OwnerKind::Guest => SurveyCause::OwnedByAccount,
        OwnerKind::Group => SurveyCause::OwnedByGroup,
        // A search shows what it is; only a refusal names what this sign-in may not read.
        OwnerKind::Unseen => SurveyCause::NotAllRead,
    }
}

fn without_main_address(guest: &User) -> SurveyCause {
    if guest.account_enabled == Known::Is(Some(false)) {
        SurveyCause::BlockedAsWell
    } else if guest.addresses().is_empty() {
        SurveyCause::NoAddress
    } else {
        SurveyCause::MainAddressMissing
    }
}

/// Only where nobody has to choose: one address is possible, or the invited one is certain and stands among several.
fn together(guest: &User, cause: SurveyCause) -> Option<RemedyKind> {
    if guest.is_synced() {
        return None;
    }
    let several = several_without_main(guest) == Known::Is(true);
    let invited_is_kept = || {
        let invited = guest.invited();
        let others = guest.different_other_mails();
        invited.certain().is_some_and(|invited| others.is_and(|others| others.contains(invited)))
    };
    let missing = cause == SurveyCause::MainAddressMissing;
    if missing && guest.addresses().len() == 1 {
        Some(RemedyKind::SetMail)
    } else if missing && several && invited_is_kept() {
        Some(RemedyKind::KeepOneAddress)
    } else if cause == SurveyCause::InvitationOpen && guest.held_addresses().len() == 1 {
        Some(RemedyKind::ResendInvitation)
    } else {
        None
    }
}

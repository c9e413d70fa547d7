//! Whether a remedy can help this guest.

use super::{CannotHelp, Fit, NotNow};
use crate::facts::{Facts, Primary, User, WhyNot};
use crate::finding::{Finding, FindingCode, Missing};
use crate::known::Known;
use crate::rules::{several_without_main, sort_of_missing};

/// Whether another object owns one of his addresses, grave or not.
pub(super) fn is_owned(findings: &[Finding]) -> bool {
    findings.iter().any(|it| {
        matches!(it.code, FindingCode::Conflict | FindingCode::AddressShared | FindingCode::AddressOwned)
    })
}

/// *Set the main address*.
pub(super) fn set_mail(user: &User, synced: bool, findings: &[Finding]) -> Fit {
    if synced {
        return Fit::CannotHelp(CannotHelp::SyncedFromOnPremises);
    }
    if user.addresses().is_empty() {
        return Fit::CannotHelp(CannotHelp::NoAddressToSet);
    }
    if is_owned(findings) { Fit::NotNow(NotNow::ConflictFirst) } else { Fit::Fits }
}

/// *Keep one address*: only what the article describes, or several values beside a main address.
pub(super) fn keep_one(user: &User, synced: bool, findings: &[Finding]) -> Fit {
    if synced {
        return Fit::CannotHelp(CannotHelp::SyncedFromOnPremises);
    }
    let Known::Is(values) = &user.other_mails else { return Fit::NotNow(NotNow::NotKnown) };
    let different = user.different_other_mails().get().map_or(0, Vec::len);
    if findings.iter().any(|it| it.code == FindingCode::Conflict) {
        return Fit::CannotHelp(CannotHelp::ConflictStays);
    }
    match (different, values.iter().filter(|it| !it.trim().is_empty()).count()) {
        (0, _) => return Fit::CannotHelp(CannotHelp::NoOtherAddress),
        (1, 1) => return Fit::CannotHelp(CannotHelp::OneAddressAlready),
        (1, _) => return Fit::CannotHelp(CannotHelp::SameAddressRepeated),
        _ => {}
    }
    match (user.primary(), sort_of_missing(user), several_without_main(user)) {
        (_, Some(Missing::OnlyProxyIsMissing), _) => Fit::CannotHelp(CannotHelp::MailIsFilled),
        (_, Some(_), _) => Fit::CannotHelp(CannotHelp::ProxyIsFilled),
        (Primary::Present(_), ..) | (_, _, Known::Is(true)) => Fit::Fits,
        _ => Fit::NotNow(NotNow::NotKnown),
    }
}

/// *Remove and invite again*: a new account is broken as well while another object owns the address.
pub(super) fn remove_and_invite(synced: bool, findings: &[Finding]) -> Fit {
    if synced {
        return Fit::CannotHelp(CannotHelp::SyncedFromOnPremises);
    }
    if is_owned(findings) { Fit::NotNow(NotNow::ConflictFirst) } else { Fit::Fits }
}

/// Whether the members of the chosen group can be changed.
pub(super) fn chosen_group(facts: &Facts) -> Fit {
    match facts.group.as_ref().map(|chosen| chosen.group.get().map(crate::facts::Group::membership_writable))
    {
        Some(Some(Ok(()))) => Fit::Fits,
        Some(Some(Err(WhyNot::Unknown)) | None) => Fit::NotNow(NotNow::NotKnown),
        Some(Some(Err(why))) => Fit::CannotHelp(CannotHelp::Group(why)),
        None => Fit::CannotHelp(CannotHelp::NoGroupToRenew),
    }
}

/// *Renew membership*: of the chosen group, or else of any of his groups with mail; None when there is nothing to renew.
pub(super) fn renew(facts: &Facts) -> Option<Fit> {
    if let Some(chosen) = &facts.group {
        return (facts.is_member(chosen) == Known::Is(true)).then(|| chosen_group(facts));
    }
    let with_mail: Vec<_> =
        facts.memberships.get()?.iter().filter(|group| group.has_mail() == Known::Is(true)).collect();
    match with_mail.as_slice() {
        [] => None,
        all if all.iter().any(|group| group.membership_writable().is_ok()) => Some(Fit::Fits),
        _ => Some(Fit::CannotHelp(CannotHelp::NoGroupToRenew)),
    }
}

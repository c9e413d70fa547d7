//! Which of the guest's addresses is the main one.

use super::{Case, finding, texts};
use crate::facts::{Primary, User};
use crate::finding::{Cause, Evidence, Finding, FindingCode, Missing, Severity};
use crate::known::{Known, both};

/// The article's rule as it is written: `mail` null, no `SMTP:`, two or more different values of `otherMails`. Unknown as long as
/// something that was not read could still decide it.
pub(crate) fn several_without_main(guest: &User) -> Known<bool> {
    let several = guest.different_other_mails().map(|different| different.len() > 1);
    both(both(guest.mail_is_empty(), guest.has_no_smtp()), several)
}

/// In which other way the main address is missing; None when it is not, or when the article's rule may hold.
pub(crate) fn sort_of_missing(guest: &User) -> Option<Missing> {
    if guest.primary() != Primary::Missing || several_without_main(guest) != Known::Is(false) {
        return None;
    }
    if guest.mail_is_empty() == Known::Is(false) {
        return Some(Missing::OnlyProxyIsMissing);
    }
    if guest.has_no_smtp() == Known::Is(false) {
        return Some(Missing::OnlyMailIsEmpty);
    }
    Some(
        match guest.other_mails.get().map_or(0, |all| all.iter().filter(|it| !it.trim().is_empty()).count()) {
            0 => Missing::NoOtherAddress,
            1 => Missing::OneOtherAddress,
            _ => Missing::OneAddressRepeated,
        },
    )
}

pub(super) fn misconfigured(case: Case<'_>) -> Vec<Finding> {
    let holds = several_without_main(case.guest) == Known::Is(true);
    let found = holds.then(|| finding(FindingCode::Misconfigured, Severity::Error, evidence(case.guest)));
    found.into_iter().collect()
}

pub(super) fn why_misconfigured(guest: &User) -> Cause {
    Cause::Misconfigured { addresses: guest.different_other_mails().get().cloned().unwrap_or_default() }
}

pub(super) fn no_address(case: Case<'_>) -> Vec<Finding> {
    let missing = sort_of_missing(case.guest);
    let found = missing.map(|_| finding(FindingCode::NoAddress, Severity::Error, evidence(case.guest)));
    found.into_iter().collect()
}

pub(super) fn why_no_address(case: Case<'_>, _: &[Finding]) -> Option<Cause> {
    let missing = sort_of_missing(case.guest)?;
    Some(Cause::NoAddress { missing, addresses: case.guest.addresses() })
}

pub(super) fn several_addresses(case: Case<'_>) -> Vec<Finding> {
    let Primary::Present(primary) = case.guest.primary() else { return Vec::new() };
    if !case.guest.different_other_mails().is_and(|different| different.len() > 1) {
        return Vec::new();
    }
    let values = case.guest.other_mails.get().map_or(&[][..], Vec::as_slice);
    let mut evidence = vec![Evidence::new("mail", Some(primary.as_str()))];
    evidence.extend(texts("otherMails", values));
    vec![finding(FindingCode::SeveralAddresses, Severity::Info, evidence)]
}

pub(super) fn mail_elsewhere(case: Case<'_>) -> Vec<Finding> {
    match case.guest.primary() {
        Primary::Present(primary) if primary != case.facts.searched => {
            let evidence = vec![Evidence::new("mail", Some(primary.as_str()))];
            vec![finding(FindingCode::MailElsewhere, Severity::Warning, evidence)]
        }
        Primary::Present(_) | Primary::Differing { .. } | Primary::Missing | Primary::Unknown => Vec::new(),
    }
}

/// Whichever of the two was searched for: mail may go to the other one.
pub(super) fn main_addresses_differ(case: Case<'_>) -> Vec<Finding> {
    let Primary::Differing { mail, proxy } = case.guest.primary() else { return Vec::new() };
    let evidence = [("mail", mail), ("proxyAddresses", proxy)]
        .map(|(property, address)| Evidence::new(property, Some(address.as_str())));
    vec![finding(FindingCode::MainAddressesDiffer, Severity::Warning, evidence.into())]
}

pub(super) fn why_they_differ(case: Case<'_>, _: &[Finding]) -> Option<Cause> {
    let Primary::Differing { mail, proxy } = case.guest.primary() else { return None };
    Some(Cause::MainAddressesDiffer { mail, proxy })
}

pub(super) fn why_elsewhere(case: Case<'_>, _: &[Finding]) -> Option<Cause> {
    let Primary::Present(primary) = case.guest.primary() else { return None };
    Some(Cause::MailElsewhere { primary, searched: case.facts.searched.clone() })
}

/// The three properties that decide, as far as they were read.
fn evidence(guest: &User) -> Vec<Evidence> {
    let mut all = Vec::new();
    if let Some(mail) = guest.mail.get() {
        all.push(Evidence::new("mail", mail.as_deref()));
    }
    if let Some(proxies) = guest.proxy_addresses.get() {
        all.extend(texts("proxyAddresses", proxies));
    }
    if let Some(others) = guest.other_mails.get() {
        all.extend(texts("otherMails", others));
    }
    all
}

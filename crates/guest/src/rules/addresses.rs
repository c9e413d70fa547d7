//! R5 to R8: which of his addresses is the main one.

use super::{Case, finding, texts};
use crate::facts::{Primary, User};
use crate::finding::{Evidence, Finding, FindingCode, Missing, Severity};
use crate::known::{Known, both};
use crate::rule::Rule;

/// R5 as it is written: `mail` null, no `SMTP:`, two or more different values of `otherMails`. Unknown as long as
/// something that was not read could still decide it.
pub(crate) fn several_without_main(guest: &User) -> Known<bool> {
    let several = guest.different_other_mails().map(|different| different.len() > 1);
    both(both(guest.mail_is_empty(), guest.has_no_smtp()), several)
}

/// In which other way the main address is missing (R6); None when it is not, or when R5 may hold.
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

pub(super) fn findings(case: Case<'_>, all: &mut Vec<Finding>) {
    let Case { guest, rules, .. } = case;
    if rules.has(Rule::R5) && several_without_main(guest) == Known::Is(true) {
        all.push(finding(FindingCode::Misconfigured, Rule::R5, Severity::Error, evidence(guest)));
    }
    if rules.has(Rule::R6) && sort_of_missing(guest).is_some() {
        all.push(finding(FindingCode::NoAddress, Rule::R6, Severity::Error, evidence(guest)));
    }
    if let Primary::Present(primary) = guest.primary() {
        let several = guest.different_other_mails().is_and(|different| different.len() > 1);
        if rules.has(Rule::R7) && several {
            let values = guest.other_mails.get().map_or(&[][..], Vec::as_slice);
            let mut evidence = vec![Evidence::new("mail", Some(primary.as_str()))];
            evidence.extend(texts("otherMails", values));
            all.push(finding(FindingCode::SeveralAddresses, Rule::R7, Severity::Info, evidence));
        }
        if rules.has(Rule::R8) && primary != case.facts.searched {
            let evidence = vec![Evidence::new("mail", Some(primary.as_str()))];
            all.push(finding(FindingCode::MailElsewhere, Rule::R8, Severity::Warning, evidence));
        }
    }
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

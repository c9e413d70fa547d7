//! R11 to R13: the account itself, what could not be read, and when nothing is wrong.

use super::{Case, cannot_tell, finding, several_without_main};
use crate::facts::{Facts, Primary, User};
use crate::finding::{Evidence, Finding, FindingCode, Severity, Unanswered};
use crate::known::Known;
use crate::remedy::is_privileged;
use crate::rule::Rule;
use crate::verdict::decides;

pub(super) fn findings(case: Case<'_>, all: &mut Vec<Finding>) {
    let Case { facts, guest, rules } = case;
    if rules.has(Rule::R11) {
        rights(facts, guest, all);
    }
    if rules.has(Rule::R12) {
        if guest.account_enabled.value() == Some(&false) {
            let evidence = vec![Evidence::new("accountEnabled", Some("false"))];
            all.push(finding(FindingCode::Blocked, Rule::R12, Severity::Warning, evidence));
        }
        if is_pending(guest) {
            let evidence = vec![Evidence::new(
                "externalUserState",
                guest.external_user_state.value().map(String::as_str),
            )];
            all.push(finding(FindingCode::Pending, Rule::R12, Severity::Warning, evidence));
        }
    }
    let open = unread(facts, guest);
    if !open.is_empty() {
        all.push(cannot_tell(&open));
    }
}

fn rights(facts: &Facts, guest: &User, all: &mut Vec<Finding>) {
    let mut say = |code, property, value: &str| {
        all.push(finding(code, Rule::R11, Severity::Info, vec![Evidence::new(property, Some(value))]));
    };
    if guest.is_synced() {
        say(FindingCode::SyncedFromOnPremises, "onPremisesSyncEnabled", "true");
    }
    if guest.is_management_restricted.value() == Some(&true) {
        say(FindingCode::RestrictedManagement, "isManagementRestricted", "true");
    }
    if is_privileged(facts) == Known::Is(true) {
        let roles = facts.directory_roles.get().map(|roles| roles.join(", ")).unwrap_or_default();
        say(FindingCode::Privileged, "memberOf", &roles);
    }
}

/// Whether his invitation waits.
pub(crate) fn is_pending(guest: &User) -> bool {
    guest.external_user_state.value().is_some_and(|state| state.eq_ignore_ascii_case("PendingAcceptance"))
}

/// What decides and was not read.
pub(crate) fn unread(facts: &Facts, guest: &User) -> Vec<Unanswered> {
    let membership = facts.group.as_ref().is_some_and(|chosen| !facts.is_member(chosen).is_known());
    // What was read may settle it: one other address and an empty `mail` leave nothing for `proxyAddresses` to decide.
    let settled = match guest.primary() {
        Primary::Present(_) => true,
        Primary::Missing => several_without_main(guest).is_known(),
        Primary::Unknown => false,
    };
    let open = [
        (Unanswered::Mail, !settled && !guest.mail.is_known()),
        (Unanswered::ProxyAddresses, !settled && !guest.proxy_addresses.is_known()),
        (
            Unanswered::OtherMails,
            !settled && guest.primary() == Primary::Missing && !guest.other_mails.is_known(),
        ),
        (Unanswered::Membership, membership),
    ];
    open.into_iter().filter(|(_, open)| *open).map(|(what, _)| what).collect()
}

/// R13: whatever decides a verdict speaks before it, and without a main address something is always wrong.
pub(super) fn no_fault(case: Case<'_>, all: &mut Vec<Finding>) {
    let Primary::Present(primary) = case.guest.primary() else { return };
    if case.rules.has(Rule::R13) && !all.iter().any(|finding| decides(finding.code)) {
        let evidence = vec![Evidence::new("mail", Some(primary.as_str()))];
        all.push(finding(FindingCode::NoFaultFound, Rule::R13, Severity::Ok, evidence));
    }
}

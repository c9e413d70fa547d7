//! The account itself, and what could not be read.

use super::{Case, cannot_tell, finding, several_without_main};
use crate::facts::{Facts, Primary, User};
use crate::finding::{Cause, Evidence, Finding, FindingCode, Severity, Unanswered};
use crate::known::Known;
use crate::remedy::is_privileged;

/// Blocked, or not accepted yet.
pub(super) fn state(case: Case<'_>) -> Vec<Finding> {
    let guest = case.guest;
    let say = |code, property, value: Option<&str>| {
        finding(code, Severity::Warning, vec![Evidence::new(property, value)])
    };
    let blocked = (guest.account_enabled.value() == Some(&false))
        .then(|| say(FindingCode::Blocked, "accountEnabled", Some("false")));
    let state = guest.external_user_state.value().map(String::as_str);
    let pending = is_pending(guest).then(|| say(FindingCode::Pending, "externalUserState", state));
    blocked.into_iter().chain(pending).collect()
}

pub(super) fn why_pending(guest: &User) -> Cause {
    Cause::Pending { since: guest.external_user_state_changed.value().copied() }
}

/// What decides and could not be read.
pub(super) fn unanswered(case: Case<'_>) -> Vec<Finding> {
    let mut open = unread(case.facts, case.guest);
    // That a group hides its members is said by its own finding: to search again changes nothing.
    open.retain(|it| *it != Unanswered::Membership || !case.facts.members_are_hidden());
    if open.is_empty() { Vec::new() } else { vec![cannot_tell(&open)] }
}

/// What else hangs on the account: a former employee who became external, or internal and external in one.
pub(super) fn more_than_a_guest(case: Case<'_>) -> Vec<Finding> {
    let guest = case.guest;
    if guest.has_mailbox == Known::Is(true) {
        let evidence = vec![Evidence::new("assignedPlans", Some("exchange"))];
        return vec![finding(FindingCode::HasMailbox, Severity::Warning, evidence)];
    }
    let count = guest.licences.get().filter(|count| **count > 0);
    let licensed = count.map(|count| {
        let evidence = vec![Evidence::new("assignedLicenses", Some(count.to_string()))];
        finding(FindingCode::Licensed, Severity::Info, evidence)
    });
    licensed.into_iter().collect()
}

pub(crate) fn why_cannot_tell(case: Case<'_>) -> Cause {
    Cause::CannotTell { unanswered: unread(case.facts, case.guest) }
}

/// Who decides about the account: never a verdict.
pub(super) fn rights(case: Case<'_>) -> Vec<Finding> {
    let Case { facts, guest } = case;
    let mut all = Vec::new();
    let mut say = |code, property, value: &str| {
        all.push(finding(code, Severity::Info, vec![Evidence::new(property, Some(value))]));
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
    all
}

/// Whether the invitation was not accepted yet.
pub(crate) fn is_pending(guest: &User) -> bool {
    guest.external_user_state.value().is_some_and(|state| is_not_accepted(state))
}

/// The same by `externalUserState` alone.
pub(crate) fn is_not_accepted(state: &str) -> bool {
    state.eq_ignore_ascii_case("PendingAcceptance")
}

/// What decides and was not read.
fn unread(facts: &Facts, guest: &User) -> Vec<Unanswered> {
    let membership = facts.group.as_ref().is_some_and(|chosen| !facts.is_member(chosen).is_known());
    // What was read may settle it: one other address and an empty `mail` leave nothing for `proxyAddresses` to decide.
    let settled = match guest.primary() {
        Primary::Present(_) | Primary::Differing { .. } => true,
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

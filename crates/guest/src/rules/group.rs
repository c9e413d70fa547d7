//! Membership, and what the organisation allows.

use super::{Case, finding};
use crate::finding::{Evidence, Finding, FindingCode, Severity};
use crate::known::Known;

/// Being listed counts in a dynamic group too; nested membership is not in the list, and does not count.
pub(super) fn not_member(case: Case<'_>) -> Vec<Finding> {
    let chosen = case.facts.group.as_ref();
    let absent = chosen.filter(|chosen| case.facts.is_member(chosen) == Known::Is(false));
    let found = absent.map(|chosen| {
        let evidence =
            vec![Evidence::new("members", None::<String>), Evidence::new("id", Some(chosen.id.as_str()))];
        finding(FindingCode::NotMember, Severity::Error, evidence)
    });
    found.into_iter().collect()
}

/// What does not show there is not known to be absent.
pub(super) fn members_hidden(case: Case<'_>) -> Vec<Finding> {
    let chosen = case.facts.group.as_ref().filter(|_| case.facts.members_are_hidden());
    let open = chosen.filter(|chosen| !case.facts.is_member(chosen).is_known());
    let found = open.map(|_| {
        let evidence = vec![Evidence::new("visibility", Some("HiddenMembership"))];
        finding(FindingCode::MembersHidden, Severity::Warning, evidence)
    });
    found.into_iter().collect()
}

pub(super) fn guest_access(case: Case<'_>) -> Vec<Finding> {
    let organisation = &case.facts.organisation;
    let group = case.facts.group.as_ref().and_then(|chosen| chosen.group.get());
    let hidden = group.is_some_and(|group| group.hide_from_outlook_clients.value() == Some(&true));
    let no = |known: Known<bool>| known == Known::Is(false);
    let found = [
        (
            no(organisation.guests_may_access_groups),
            FindingCode::GuestAccessOff,
            Severity::Error,
            ("AllowGuestsToAccessGroups", "false"),
        ),
        (
            no(organisation.may_add_guests),
            FindingCode::AddingGuestsOff,
            Severity::Info,
            ("AllowToAddGuests", "false"),
        ),
        (
            group.is_some_and(|group| group.takes_guests == Known::Is(false)),
            FindingCode::GroupTakesNoGuests,
            Severity::Info,
            ("AllowToAddGuests", "false"),
        ),
        (hidden, FindingCode::GroupHidden, Severity::Info, ("hideFromOutlookClients", "true")),
    ];
    let found = found.into_iter().filter(|(holds, ..)| *holds);
    found
        .map(|(_, code, severity, (setting, value))| {
            finding(code, severity, vec![Evidence::new(setting, Some(value))])
        })
        .collect()
}

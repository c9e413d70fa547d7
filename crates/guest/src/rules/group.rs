//! Membership, and what the organisation allows.

use super::{Case, finding};
use crate::facts::WhyNot;
use crate::finding::{Cause, Evidence, Finding, FindingCode, Severity};
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

pub(super) fn why_not_member(case: Case<'_>, _: &[Finding]) -> Option<Cause> {
    let chosen = case.facts.group.as_ref()?;
    let group = chosen.group.get();
    Some(Cause::NotMember {
        group: chosen.id.clone(),
        name: group.and_then(|group| group.display_name.value().cloned()),
        dynamic: group.is_some_and(|group| group.membership_writable() == Err(WhyNot::Dynamic)),
    })
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
        (hidden, FindingCode::GroupHidden, Severity::Info, ("hideFromOutlookClients", "true")),
    ];
    let found = found.into_iter().filter(|(holds, ..)| *holds);
    found
        .map(|(_, code, severity, (setting, value))| {
            finding(code, severity, vec![Evidence::new(setting, Some(value))])
        })
        .collect()
}

//! R9 and R10: membership, and what the organisation allows.

use super::{Case, finding};
use crate::finding::{Evidence, Finding, FindingCode, Severity};
use crate::known::Known;
use crate::rule::Rule;

pub(super) fn findings(case: Case<'_>, all: &mut Vec<Finding>) {
    if case.rules.has(Rule::R10) {
        organisation(case, all);
    }
    let Some(chosen) = &case.facts.group else { return };
    // Being listed counts in a dynamic group too; nested membership is not in the list, and does not count.
    if case.rules.has(Rule::R9) && case.facts.is_member(chosen) == Known::Is(false) {
        let evidence =
            vec![Evidence::new("members", None::<String>), Evidence::new("id", Some(chosen.id.as_str()))];
        all.push(finding(FindingCode::NotMember, Rule::R9, Severity::Error, evidence));
    }
}

fn organisation(case: Case<'_>, all: &mut Vec<Finding>) {
    let organisation = &case.facts.organisation;
    let setting = |name| vec![Evidence::new(name, Some("false"))];
    if organisation.guests_may_access_groups == Known::Is(false) {
        let evidence = setting("AllowGuestsToAccessGroups");
        all.push(finding(FindingCode::GuestAccessOff, Rule::R10, Severity::Error, evidence));
    }
    if organisation.may_add_guests == Known::Is(false) {
        let evidence = setting("AllowToAddGuests");
        all.push(finding(FindingCode::AddingGuestsOff, Rule::R10, Severity::Info, evidence));
    }
    let group = case.facts.group.as_ref().and_then(|chosen| chosen.group.get());
    if group.is_some_and(|group| group.hide_from_outlook_clients.value() == Some(&true)) {
        let evidence = vec![Evidence::new("hideFromOutlookClients", Some("true"))];
        all.push(finding(FindingCode::GroupHidden, Rule::R10, Severity::Info, evidence));
    }
}

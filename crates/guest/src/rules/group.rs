//! Membership, and what the organisation allows.

use super::{Case, finding, why_cannot_tell};
use crate::facts::{AddressProperty, Group, User, WhyNot};
use crate::finding::{Cause, Evidence, Finding, FindingCode, Severity};
use crate::known::Known;

/// Being listed counts in a dynamic group too. Who is in a list through another list is not listed, and gets its mail.
pub(super) fn not_member(case: Case<'_>) -> Vec<Finding> {
    let Some(chosen) = case.facts.group.as_ref() else { return Vec::new() };
    let is_nested = chosen.is_member_through_another() == Known::Is(true);
    if case.facts.is_direct_member(chosen) == Known::Is(false) && is_nested {
        let evidence = vec![Evidence::new("transitiveMemberOf", Some(chosen.id.as_str()))];
        return vec![finding(FindingCode::MemberThroughAnother, Severity::Info, evidence)];
    }
    let absent = Some(chosen).filter(|chosen| case.facts.is_member(chosen) == Known::Is(false));
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

/// A group that hides its members is no answer that failed: it is said by its name, when nothing else is open.
pub(super) fn why_hidden(case: Case<'_>, findings: &[Finding]) -> Option<Cause> {
    if findings.iter().any(|finding| finding.code == FindingCode::CannotTell) {
        return Some(why_cannot_tell(case));
    }
    let chosen = case.facts.group.as_ref()?;
    let name = chosen.group.get().and_then(|group| group.display_name.value());
    Some(Cause::MembersHidden { group: name.unwrap_or(&chosen.id).clone() })
}

/// Whether the group's rule reads an address that the guest does not have: then that, and not the rule, explains why
/// the guest is not a member (MicrosoftDocs/microsoft-365-docs issue 4202).
pub(crate) fn reads_missing_address(group: &Group, guest: &User) -> bool {
    let is_missing = |property: &AddressProperty| match property {
        AddressProperty::Mail => guest.mail_is_empty() == Known::Is(true),
        AddressProperty::ProxyAddresses => guest.has_no_smtp() == Known::Is(true),
        // Writing the main address does not fill it.
        AddressProperty::OtherMails => false,
    };
    group.membership_writable() == Err(WhyNot::Dynamic) && group.addresses_in_rule().iter().any(is_missing)
}

pub(super) fn why_not_member(case: Case<'_>, _: &[Finding]) -> Option<Cause> {
    let chosen = case.facts.group.as_ref()?;
    let group = chosen.group.get();
    Some(Cause::NotMember {
        reads_missing_address: group
            .filter(|group| reads_missing_address(group, case.guest))
            .and_then(|group| group.membership_rule.value().cloned()),
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

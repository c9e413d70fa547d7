//! What Microsoft Graph answered, as facts of the domain. Absent stays unknown; null stays null.

use guest::{Known, More, RowValue};

fn known<T: Clone>(property: &graph::Selected<T>) -> Known<Option<T>> {
    property.known().map_or(Known::Unknown, |value| Known::Is(value.cloned()))
}

/// A collection. Null, which Graph does not send for collections, can only mean "none".
fn list<T: Clone>(property: &graph::Selected<Vec<T>>) -> Known<Vec<T>> {
    property.known().map_or(Known::Unknown, |value| Known::Is(value.cloned().unwrap_or_default()))
}

fn identity(identity: &graph::ObjectIdentity) -> guest::Identity {
    guest::Identity {
        sign_in_type: identity.sign_in_type.value().cloned(),
        issuer: identity.issuer.value().cloned(),
        issuer_assigned_id: identity.issuer_assigned_id.value().cloned(),
    }
}

/// A user.
pub(crate) fn user(user: &graph::User) -> guest::User {
    guest::User {
        id: user.id.clone(),
        display_name: known(&user.display_name),
        given_name: known(&user.given_name),
        surname: known(&user.surname),
        user_principal_name: known(&user.user_principal_name),
        mail: known(&user.mail),
        other_mails: list(&user.other_mails),
        proxy_addresses: list(&user.proxy_addresses),
        identities: list(&user.identities).map(|all| all.iter().map(identity).collect()),
        user_type: known(&user.user_type),
        creation_type: known(&user.creation_type),
        external_user_state: known(&user.external_user_state),
        external_user_state_changed: known(&user.external_user_state_change_date_time),
        created: known(&user.created_date_time),
        deleted: known(&user.deleted_date_time),
        account_enabled: known(&user.account_enabled),
        on_premises_sync_enabled: known(&user.on_premises_sync_enabled),
        is_management_restricted: known(&user.is_management_restricted),
        preferred_language: known(&user.preferred_language),
        usage_location: known(&user.usage_location),
        company_name: known(&user.company_name),
        job_title: known(&user.job_title),
        department: known(&user.department),
        office_location: known(&user.office_location),
        mobile_phone: known(&user.mobile_phone),
        business_phones: list(&user.business_phones),
        mail_nickname: known(&user.mail_nickname),
        licences: list(&user.assigned_licenses).map(|all| all.len()),
        has_mailbox: list(&user.assigned_plans).map(|all| all.iter().any(graph::AssignedPlan::is_exchange)),
        more: more(user),
    }
}

/// The properties of which only the table knows.
fn more(user: &graph::User) -> Vec<More> {
    let faults = |all: &Vec<graph::ServiceProvisioningError>| {
        all.iter().map(|fault| fault.service_instance.value().cloned().unwrap_or_default()).collect()
    };
    let rows = [
        ("city", row(&user.city, |text| RowValue::Text(text.clone()))),
        ("country", row(&user.country, |text| RowValue::Text(text.clone()))),
        ("imAddresses", row(&user.im_addresses, |all| texts(all.iter().flatten().cloned().collect()))),
        ("showInAddressList", row(&user.show_in_address_list, |&shown| RowValue::Bool(shown))),
        ("onPremisesLastSyncDateTime", row(&user.on_premises_last_sync_date_time, |&at| RowValue::Date(at))),
        ("serviceProvisioningErrors", row(&user.service_provisioning_errors, |all| texts(faults(all)))),
    ];
    rows.map(|(property, value)| More { property: property.to_owned(), value }).into()
}

fn row<T>(property: &graph::Selected<T>, shown: impl FnOnce(&T) -> RowValue) -> RowValue {
    property.known().map_or(RowValue::Unknown, |value| value.map_or(RowValue::Empty, shown))
}

fn texts(all: Vec<String>) -> RowValue {
    if all.is_empty() { RowValue::Empty } else { RowValue::Texts(all) }
}

/// A contact.
pub(crate) fn contact(contact: &graph::Contact) -> guest::Contact {
    guest::Contact {
        id: contact.id.clone(),
        display_name: known(&contact.display_name),
        mail: known(&contact.mail),
        proxy_addresses: list(&contact.proxy_addresses),
        on_premises_sync_enabled: known(&contact.on_premises_sync_enabled),
        // A round of its own.
        groups: Known::Unknown,
    }
}

/// A group.
pub(crate) fn group(group: &graph::Group) -> guest::Group {
    guest::Group {
        id: group.id.clone(),
        display_name: known(&group.display_name),
        mail: known(&group.mail),
        proxy_addresses: list(&group.proxy_addresses),
        group_types: list(&group.group_types),
        mail_enabled: known(&group.mail_enabled),
        security_enabled: known(&group.security_enabled),
        on_premises_sync_enabled: known(&group.on_premises_sync_enabled),
        is_assignable_to_role: known(&group.is_assignable_to_role),
        membership_rule: known(&group.membership_rule),
        visibility: known(&group.visibility),
        takes_guests: Known::Unknown,
        hide_from_outlook_clients: known(&group.hide_from_outlook_clients),
    }
}

/// Whether a group takes guests, by its own settings. None of its own: nothing is set against it.
pub(crate) fn takes_guests(settings: &Result<Vec<graph::GroupSetting>, graph::GraphProblem>) -> Known<bool> {
    let Ok(settings) = settings else { return Known::Unknown };
    let own = settings.iter().find(|setting| is_of_template(setting, graph::GroupSetting::GUEST));
    Known::Is(own.and_then(|setting| setting.flag("AllowToAddGuests")).unwrap_or(true))
}

fn is_of_template(setting: &graph::GroupSetting, template: &str) -> bool {
    setting.template_id.value().is_some_and(|id| id.eq_ignore_ascii_case(template))
}

/// What the organisation allows guests. Settings that are not there mean the default, which is "yes"
/// (Microsoft Entra: "Cmdlets for configuring group settings").
pub(crate) fn organisation(
    settings: &Result<Vec<graph::GroupSetting>, graph::GraphProblem>,
) -> guest::Organisation {
    let Ok(settings) = settings else { return guest::Organisation::default() };
    let unified = settings.iter().find(|setting| is_of_template(setting, graph::GroupSetting::ORGANISATION));
    let flag = |name: &str| Known::Is(unified.and_then(|setting| setting.flag(name)).unwrap_or(true));
    guest::Organisation {
        guests_may_access_groups: flag("AllowGuestsToAccessGroups"),
        may_add_guests: flag("AllowToAddGuests"),
        // Read at sign-in.
        domains: Known::Unknown,
    }
}

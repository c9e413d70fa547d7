//! A guest to tell of in tests: Pieter, without a main address and with one other address.

use guest::{Address, Facts, Group, Known, Lookup, Operator, User, diagnose};
use procedure::Examination;

/// The address that is searched for.
const ADDRESS: &str = "pieter@northwindtraders.com";

/// Somebody with this role.
pub(crate) fn with_role(role: &str) -> Operator {
    Operator { roles: Known::Is(vec![role.to_owned()]), ..Operator::default() }
}

/// Pieter, as this person sees them.
pub(crate) fn seen_by(operator: Operator) -> Examination {
    let text = |text: &str| Known::Is(Some(text.to_owned()));
    let pieter = User {
        user_principal_name: text("pieter_northwindtraders.com#EXT#@contoso.onmicrosoft.com"),
        user_type: text("Guest"),
        creation_type: text("Invitation"),
        external_user_state: text("Accepted"),
        account_enabled: Known::Is(Some(true)),
        mail: Known::Is(None),
        proxy_addresses: Known::Is(Vec::new()),
        other_mails: Known::Is(vec![ADDRESS.to_owned()]),
        on_premises_sync_enabled: Known::Is(None),
        is_management_restricted: Known::Is(None),
        ..User::unknown("pieter")
    };
    let sales = Group { id: "sales".to_owned(), display_name: text("Sales NL"), ..Group::default() };
    let address = Address::recorded(ADDRESS).unwrap();
    let facts = Facts {
        live_users: Lookup::complete(vec![pieter]),
        deleted_users: Lookup::complete(Vec::new()),
        contacts: Lookup::complete(Vec::new()),
        groups: Lookup::complete(Vec::new()),
        owners: Lookup::complete(Vec::new()),
        memberships: Known::Is(vec![sales]),
        directory_roles: Known::Is(Vec::new()),
        operator,
        ..Facts::nothing_known(address, jiff::Timestamp::UNIX_EPOCH)
    };
    let diagnosis = diagnose(&facts);
    Examination { facts, diagnosis }
}

//! Roles, as they are named on screen.

use guest::Known;

use crate::view::{RoleKind, RoleView};

/// The roles we have words for, the widest first: of several, the widest counts.
const NAMED: [(&str, RoleKind); 6] = [
    ("Global Administrator", RoleKind::GlobalAdministrator),
    ("User Administrator", RoleKind::UserAdministrator),
    ("Guest Inviter", RoleKind::GuestInviter),
    ("Global Reader", RoleKind::Reader),
    ("Directory Readers", RoleKind::Reader),
    ("Security Reader", RoleKind::Reader),
];

/// The role that counts most here.
pub(crate) fn role(roles: &[String], is_guest: bool, owns_groups: bool) -> RoleView {
    let has = |name: &str| roles.iter().any(|role| role.eq_ignore_ascii_case(name));
    if let Some((name, kind)) = NAMED.into_iter().find(|(name, _)| has(name)) {
        return RoleView { kind, name: name.to_owned() };
    }
    let kind = match (roles.first(), is_guest, owns_groups) {
        (Some(other), _, _) => return RoleView { kind: RoleKind::Other, name: other.clone() },
        (None, true, _) => RoleKind::Guest,
        (None, false, true) => RoleKind::GroupOwner,
        (None, false, false) => RoleKind::Member,
    };
    RoleView { kind, name: String::new() }
}

/// The role of whoever is signed in, as far as it can be seen.
pub(crate) fn of(operator: &guest::Operator) -> RoleView {
    let none = Vec::new();
    let roles = operator.roles.get().unwrap_or(&none);
    let owns = operator.owned_groups.is_and(|groups| !groups.is_empty());
    role(roles, operator.is_guest == Known::Is(true), owns)
}

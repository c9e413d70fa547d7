//! Why a change was refused for want of a right, as far as what was read says.

use super::ability::{ability, is_privileged};
use super::{Ability, Doubt, RemedyKind};
use crate::facts::{Facts, User};
use crate::known::Known;

/// Why the operator was refused. It never sends somebody to the role they have.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum WhyRefused {
    /// Nothing that was read says why.
    #[default]
    NotKnown,
    /// The guest is in a restricted administrative unit: only its own admins may change them.
    RestrictedUnit,
    /// The guest holds a role, or is in a group that can: fewer admins may change them.
    HoldsRole,
    /// The operator has a role that should be enough.
    RoleIsThere,
    /// No role of the operator that can be seen is enough.
    NoRole,
}

/// Why this remedy was refused for this user, by what is known of both. What holds for every admin comes first.
#[must_use]
pub fn why_refused(kind: RemedyKind, facts: &Facts, user: &User) -> WhyRefused {
    if kind.remedy().changes_account && user.is_management_restricted.value() == Some(&true) {
        return WhyRefused::RestrictedUnit;
    }
    let roles = kind.remedy().roles;
    let fewer_may = is_privileged(facts) == Known::Is(true) && roles.of(true) != roles.of(false);
    match ability(kind, facts, Some(user)) {
        Ability::Can => WhyRefused::RoleIsThere,
        Ability::NotYou { .. } | Ability::CouldNotConfirm { .. } if fewer_may => WhyRefused::HoldsRole,
        Ability::NotYou { .. } => WhyRefused::NoRole,
        Ability::CouldNotConfirm { doubt, .. } => match doubt {
            Doubt::UnseenRoles | Doubt::InvitationPolicy => WhyRefused::NoRole,
            Doubt::RolesNotRead | Doubt::GuestRolesNotRead | Doubt::RestrictedManagement => {
                WhyRefused::NotKnown
            }
        },
        Ability::AfterPermission { .. } | Ability::NotWithThisSignIn { .. } | Ability::SwitchedOff => {
            WhyRefused::NotKnown
        }
    }
}

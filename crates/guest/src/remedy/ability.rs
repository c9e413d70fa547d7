//! R11: whether the operator can. Never a verdict, never what disables a button.

use super::RemedyKind;
use super::permission::GROUP_OWNER;
use crate::facts::{Facts, Operator, User};
use crate::known::{Known, either};

/// Whether the operator can do it. Never disables a button: rights that cannot be seen may be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ability {
    /// You can.
    Can,
    /// After one more permission for the app.
    AfterPermission {
        /// The least privileged permissions that are missing.
        scopes: Vec<String>,
    },
    /// Not in this sign-in: it lacks a permission and cannot ask for more.
    NotWithThisSignIn {
        /// The least privileged permissions that are missing.
        scopes: Vec<String>,
    },
    /// The organisation switched repairs off on this computer.
    SwitchedOff,
    /// Somebody else can.
    NotYou {
        /// The roles that can, by display name; `Group owner` and `On-premises administrator` stand for people who
        /// need no role of Microsoft Entra.
        who_can: Vec<String>,
    },
    /// It could not be confirmed that you can.
    CouldNotConfirm {
        /// Why not.
        doubt: Doubt,
        /// The roles that can.
        who_can: Vec<String>,
    },
}

/// Why an ability could not be confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// The operator's roles could not be read.
    RolesNotRead,
    /// The operator may hold roles that cannot be seen.
    UnseenRoles,
    /// The guest is in a restricted administrative unit; who administers that cannot be seen.
    RestrictedManagement,
    /// Whether the guest holds roles could not be read.
    GuestRolesNotRead,
    /// The organisation decides who may invite.
    InvitationPolicy,
}

/// Whether the guest holds a role, or is in a group that can: then fewer admins may change them (Microsoft Entra: "Who
/// can perform sensitive actions").
pub(crate) fn is_privileged(facts: &Facts) -> Known<bool> {
    let holds = facts.directory_roles.as_ref().map(|roles| !roles.is_empty());
    let assignable = |groups: &Vec<crate::facts::Group>| {
        groups.iter().any(|group| group.is_assignable_to_role.value() == Some(&true))
    };
    either(holds, facts.memberships.as_ref().map(assignable))
}

/// Whether the operator can use the remedy on this user; on nobody yet when there is none.
pub(super) fn ability(kind: RemedyKind, facts: &Facts, user: Option<&User>) -> Ability {
    // The organisation's word, not a guess about rights.
    if facts.operator.read_only && !kind.remedy().advice_only {
        return Ability::SwitchedOff;
    }
    let remedy = kind.remedy();
    let privileged = if user.is_some() { is_privileged(facts) } else { Known::Is(false) };
    let ordinary = holds_one(facts, remedy.roles.ordinary);
    let high = holds_one(facts, remedy.roles.privileged);
    let wanted = remedy.roles.of(privileged == Known::Is(true));
    let who_can: Vec<String> = wanted.iter().map(|&role| role.to_owned()).collect();
    let enough = match privileged {
        Known::Is(true) => high,
        Known::Unknown | Known::Is(_) => ordinary,
    };
    let role = match enough {
        Known::Is(true) => None,
        Known::Unknown => {
            Some(Ability::CouldNotConfirm { doubt: Doubt::RolesNotRead, who_can: who_can.clone() })
        }
        Known::Is(false) => Some(without_role(kind, facts, who_can.clone())),
    };
    if let Some(no @ Ability::NotYou { .. }) = role {
        return no;
    }
    // A permission that is known to be missing comes before a role that may be there unseen: without the permission
    // nobody could, and asking for it costs one question.
    if let Some(scopes) = missing_scopes(kind, facts) {
        return if facts.operator.may_ask_permission {
            Ability::AfterPermission { scopes }
        } else {
            Ability::NotWithThisSignIn { scopes }
        };
    }
    if let Some(doubt) = role {
        return doubt;
    }
    if remedy.changes_account && user.is_some_and(|user| user.is_management_restricted.value() == Some(&true))
    {
        return Ability::CouldNotConfirm { doubt: Doubt::RestrictedManagement, who_can };
    }
    if !privileged.is_known() && high != Known::Is(true) {
        return Ability::CouldNotConfirm { doubt: Doubt::GuestRolesNotRead, who_can };
    }
    Ability::Can
}

/// No role that can be seen is enough. Others may be there, and inviting may be open to everybody.
fn without_role(kind: RemedyKind, facts: &Facts, who_can: Vec<String>) -> Ability {
    if kind.remedy().may_be_open_to_all {
        return Ability::CouldNotConfirm { doubt: Doubt::InvitationPolicy, who_can };
    }
    if facts.operator.unseen_roles {
        return Ability::CouldNotConfirm { doubt: Doubt::UnseenRoles, who_can };
    }
    Ability::NotYou { who_can }
}

fn holds_one(facts: &Facts, wanted: &[&str]) -> Known<bool> {
    let is_wanted = |role: &String| wanted.iter().any(|it| it.eq_ignore_ascii_case(role));
    let by_role = facts.operator.roles.as_ref().map(|roles| roles.iter().any(is_wanted));
    if wanted.contains(&GROUP_OWNER) { either(by_role, owns_the_group(facts)) } else { by_role }
}

/// Whether the operator owns the chosen group; without one, whether they own one of the guest's.
fn owns_the_group(facts: &Facts) -> Known<bool> {
    let Known::Is(owned) = &facts.operator.owned_groups else { return Known::Is(false) };
    match (&facts.group, &facts.memberships) {
        (Some(chosen), _) => Known::Is(owned.contains(&chosen.id)),
        (None, Known::Is(groups)) => Known::Is(groups.iter().any(|group| owned.contains(&group.id))),
        (None, Known::Unknown) => Known::Is(false),
    }
}

fn missing_scopes(kind: RemedyKind, facts: &Facts) -> Option<Vec<String>> {
    let missing = missing_permissions(kind, &facts.operator);
    (!missing.is_empty()).then_some(missing)
}

/// The permissions a remedy needs and that are known not to be granted to this sign-in, by Microsoft's names. None is
/// missing as far as is known when it is not known which were granted.
#[must_use]
pub fn missing_permissions(kind: RemedyKind, operator: &Operator) -> Vec<String> {
    let Known::Is(granted) = &operator.scopes else { return Vec::new() };
    let missing = kind.remedy().permissions.iter().filter(|permission| !permission.is_granted(granted));
    missing.map(|permission| permission.least.to_owned()).collect()
}

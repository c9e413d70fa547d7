//! R11: whether the operator can. Never a verdict, never what disables a button.

use super::RemedyKind;
use super::permission::{CHANGE_MEMBERS, GROUP_OWNER, Permission, TRACERS, TRACING, UNIT_ADMINISTRATOR};
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
        /// The roles that can, by display name; `Group owner`, `Administrator of the unit` and
        /// `On-premises administrator` stand for people whom no role of the organisation makes that.
        who_can: Vec<String>,
    },
    /// It could not be confirmed that you can.
    CouldNotConfirm {
        /// Why not.
        doubt: Doubt,
        /// The roles that can.
        who_can: Vec<String>,
        /// The least privileged permissions that are missing besides.
        scopes: Vec<String>,
    },
}

impl Ability {
    /// Whether the operator can, as far as is known: at once, or after a permission that they may ask for.
    #[must_use]
    pub const fn is_there(&self) -> bool {
        match self {
            // A role that is enough for nearly every guest; whether this one holds a role was not read, as of deleted
            // users it never is.
            Self::Can
            | Self::AfterPermission { .. }
            | Self::CouldNotConfirm { doubt: Doubt::GuestRolesNotRead, .. } => true,
            Self::NotWithThisSignIn { .. }
            | Self::SwitchedOff
            | Self::NotYou { .. }
            | Self::CouldNotConfirm { .. } => false,
        }
    }

    /// The roles of those who can, where that is not the operator as far as is known.
    #[must_use]
    pub fn who_can(&self) -> &[String] {
        match self {
            Self::NotYou { who_can } | Self::CouldNotConfirm { who_can, .. } => who_can,
            Self::Can | Self::AfterPermission { .. } | Self::NotWithThisSignIn { .. } | Self::SwitchedOff => {
                &[]
            }
        }
    }
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
    let wanted = if is_restricted(kind, user) { &[UNIT_ADMINISTRATOR] } else { wanted };
    let who_can: Vec<String> = wanted.iter().map(|&role| role.to_owned()).collect();
    let enough = match privileged {
        Known::Is(true) => high,
        Known::Unknown | Known::Is(_) => ordinary,
    };
    let doubt = match enough {
        Known::Is(true) => doubt_of_guest(kind, privileged, high, user),
        Known::Unknown => Some(Doubt::RolesNotRead),
        // The role comes first: whoever certainly cannot is not sent to ask for a permission.
        Known::Is(false) => match without_role(kind, facts) {
            Some(doubt) => Some(doubt),
            None => return Ability::NotYou { who_can },
        },
    };
    with_permissions(missing_permissions(kind, &facts.operator), doubt, who_can, &facts.operator)
}

/// What these permissions that are missing make of it, for somebody whose role is enough, or may be.
fn with_permissions(
    scopes: Vec<String>,
    doubt: Option<Doubt>,
    who_can: Vec<String>,
    operator: &Operator,
) -> Ability {
    match doubt {
        _ if !scopes.is_empty() && !operator.may_ask_permission => Ability::NotWithThisSignIn { scopes },
        Some(doubt) => Ability::CouldNotConfirm { doubt, who_can, scopes },
        None if !scopes.is_empty() => Ability::AfterPermission { scopes },
        None => Ability::Can,
    }
}

/// Whether only the admins of the guest's own unit can: whom else one asks, they cannot either.
fn is_restricted(kind: RemedyKind, user: Option<&User>) -> bool {
    let restricted = user.is_some_and(|user| user.is_management_restricted.value() == Some(&true));
    kind.remedy().changes_account && restricted
}

/// What of the guest makes it doubtful that a role which is enough for others is enough here.
fn doubt_of_guest(
    kind: RemedyKind,
    privileged: Known<bool>,
    high: Known<bool>,
    user: Option<&User>,
) -> Option<Doubt> {
    if is_restricted(kind, user) {
        return Some(Doubt::RestrictedManagement);
    }
    (!privileged.is_known() && high != Known::Is(true)).then_some(Doubt::GuestRolesNotRead)
}

/// No role that can be seen is enough. Others may be there, and inviting may be open to everybody; none: certainly not.
fn without_role(kind: RemedyKind, facts: &Facts) -> Option<Doubt> {
    if kind.remedy().may_be_open_to_all {
        return Some(Doubt::InvitationPolicy);
    }
    facts.operator.unseen_roles.then_some(Doubt::UnseenRoles)
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

impl Facts {
    /// Whether the operator may add to this group: by a role, or as its owner. Roles that cannot be seen may be there.
    #[must_use]
    pub fn may_add_to(&self, group: &str) -> Known<bool> {
        let of_role = |role: &String| CHANGE_MEMBERS.iter().any(|it| it.eq_ignore_ascii_case(role));
        let by_role = self.operator.roles.as_ref().map(|roles| roles.iter().any(of_role));
        let owns = self.operator.owned_groups.as_ref().map(|owned| owned.iter().any(|id| id == group));
        let seen = either(by_role, owns);
        if seen == Known::Is(false) && self.operator.unseen_roles { Known::Unknown } else { seen }
    }
}

/// The permissions a remedy needs and that are known not to be granted to this sign-in, by Microsoft's names. None is
/// missing as far as is known when it is not known which were granted.
#[must_use]
pub fn missing_permissions(kind: RemedyKind, operator: &Operator) -> Vec<String> {
    missing(kind.remedy().permissions, operator)
}

fn missing(wanted: &[Permission], operator: &Operator) -> Vec<String> {
    let Known::Is(granted) = &operator.scopes else { return Vec::new() };
    let missing = wanted.iter().filter(|permission| !permission.is_granted(granted));
    missing.map(|permission| permission.least.to_owned()).collect()
}

/// The permissions to ask for before the operator can read what became of the messages to the chosen group; none where it
/// is not offered: no group is chosen that takes mail, the cloud has no traces, or they certainly cannot.
#[must_use]
pub fn may_trace(facts: &Facts) -> Option<Vec<String>> {
    let chosen = facts.group.as_ref()?.group.get()?;
    if !facts.operator.has_traces || chosen.mail.value().is_none() {
        return None;
    }
    match tracing(facts) {
        Ability::Can => Some(Vec::new()),
        Ability::AfterPermission { scopes } | Ability::CouldNotConfirm { scopes, .. } => Some(scopes),
        Ability::NotYou { .. } | Ability::NotWithThisSignIn { .. } | Ability::SwitchedOff => None,
    }
}

/// It changes nothing: a computer on which repairs are switched off can trace.
fn tracing(facts: &Facts) -> Ability {
    let who_can: Vec<String> = TRACERS.iter().map(|&role| role.to_owned()).collect();
    let doubt = match holds_one(facts, TRACERS) {
        Known::Is(true) => None,
        Known::Unknown => Some(Doubt::RolesNotRead),
        Known::Is(false) if facts.operator.unseen_roles => Some(Doubt::UnseenRoles),
        Known::Is(false) => return Ability::NotYou { who_can },
    };
    with_permissions(missing(TRACING, &facts.operator), doubt, who_can, &facts.operator)
}

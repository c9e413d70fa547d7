//! Who may do what: the scope of the app **and** the role of the person must both allow it.
//! Sources: permissions reference (delegated scopes); privileged-roles-permissions and the users resource
//! ("Who can perform sensitive actions"); users-default-permissions; the role lists of the API pages.

use crate::Object;
use crate::authenticator::Principal;
use crate::error::ErrorResponse;
use crate::organisation::text;
use crate::schema::Kind;
use crate::state::State;

pub(crate) const GLOBAL: &str = "Global Administrator";
pub(crate) const USER_ADMIN: &str = "User Administrator";
pub(crate) const PRIVILEGED_AUTH: &str = "Privileged Authentication Administrator";
const AUTHENTICATION: &str = "Authentication Administrator";
const HELPDESK: &str = "Helpdesk Administrator";

/// Scopes that read whole users.
pub(crate) const READ_USERS: &[&str] =
    &["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
/// Properties that `User.ReadBasic.All` gives (user-list: "basic profile").
pub(crate) const BASIC: &[&str] = &["id", "displayName", "givenName", "surname", "mail", "userPrincipalName"];
/// Scopes that read groups and what they hold.
pub(crate) const READ_GROUPS: &[&str] = &[
    "GroupMember.Read.All",
    "GroupMember.ReadBasic.All",
    "GroupMember.ReadWrite.All",
    "Group.ReadBasic.All",
    "Group.Read.All",
    "Group.ReadWrite.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
];
/// The scope that reads message traces.
pub(crate) const READ_TRACES: &[&str] = &["ExchangeMessageTrace.Read.All"];
/// The scope without which hidden memberships do not show.
const READ_HIDDEN: &str = "Member.Read.Hidden";
/// Roles that read hidden memberships (Get-EntraGroupMember: "includes hidden members"), and the two that read all.
const SEE_HIDDEN: &[&str] = &[
    USER_ADMIN,
    "Exchange Administrator",
    "SharePoint Administrator",
    "Intune Administrator",
    "Teams Administrator",
    "Yammer Administrator",
    GLOBAL,
    "Global Reader",
];
/// Scopes that write memberships.
pub(crate) const WRITE_MEMBERS: &[&str] =
    &["GroupMember.ReadWrite.All", "Group.ReadWrite.All", "Directory.ReadWrite.All"];

/// Who asks.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    pub(crate) user_id: String,
    pub(crate) roles: Vec<String>,
    scopes: Option<Vec<String>>,
    pub(crate) is_guest: bool,
}

impl Caller {
    pub(crate) fn new(principal: Principal, roles: Vec<String>, user: &Object) -> Self {
        Self {
            user_id: principal.user_id,
            roles,
            scopes: principal.scopes,
            is_guest: text(user, "userType").is_some_and(|kind| kind.eq_ignore_ascii_case("guest")),
        }
    }

    /// Whether the app was granted one of these. All that the app may ask for leaves out what no user of it
    /// ever consents to: the right to write the whole directory or its roles, and to read what is hidden.
    pub(crate) fn has_scope(&self, any_of: &[&str]) -> bool {
        const NEVER_ASKED: [&str; 3] =
            ["Directory.ReadWrite.All", "RoleManagement.ReadWrite.Directory", READ_HIDDEN];
        match &self.scopes {
            Some(granted) => granted.iter().any(|scope| any_of.contains(&scope.as_str())),
            None => any_of.iter().any(|scope| !NEVER_ASKED.contains(scope)),
        }
    }

    pub(crate) fn needs_scope(&self, any_of: &[&str]) -> Result<(), ErrorResponse> {
        if self.has_scope(any_of) { Ok(()) } else { Err(ErrorResponse::denied()) }
    }

    pub(crate) fn has_role(&self, any_of: &[&str]) -> bool {
        self.roles.iter().any(|role| any_of.contains(&role.as_str()))
    }

    pub(crate) fn needs_role(&self, any_of: &[&str]) -> Result<(), ErrorResponse> {
        if self.has_role(any_of) { Ok(()) } else { Err(ErrorResponse::denied()) }
    }

    pub(crate) fn is_admin(&self) -> bool {
        !self.roles.is_empty()
    }

    /// Guests cannot look around: "can't enumerate the list of users, groups" (users-default-permissions).
    pub(crate) fn must_be_member(&self) -> Result<(), ErrorResponse> {
        if self.is_guest { Err(ErrorResponse::denied()) } else { Ok(()) }
    }

    pub(crate) fn is(&self, user_id: &str) -> bool {
        self.user_id.eq_ignore_ascii_case(user_id)
    }
}

/// A sensitive action on a user (privileged-roles-permissions).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sensitive {
    /// otherMails, business and mobile phones: Helpdesk and Password Administrators as well.
    ContactDetails,
    /// accountEnabled, userPrincipalName.
    Account,
    /// Deleting (user-delete names its roles).
    Delete,
    /// Restoring (directory-deleted-items roles).
    Restore,
}

/// Whether the caller's role stands above the target's for this action.
pub(crate) fn check_sensitive(
    state: &State,
    caller: &Caller,
    target_id: &str,
    target: &Object,
    action: Sensitive,
) -> Result<(), ErrorResponse> {
    check_unrestricted(target)?;
    if is_privileged(state, target_id) {
        return caller.needs_role(&[PRIVILEGED_AUTH, GLOBAL]);
    }
    caller.needs_role(match action {
        Sensitive::ContactDetails => {
            &[AUTHENTICATION, USER_ADMIN, PRIVILEGED_AUTH, GLOBAL, HELPDESK, "Password Administrator"]
        }
        Sensitive::Account | Sensitive::Restore => &[AUTHENTICATION, USER_ADMIN, PRIVILEGED_AUTH, GLOBAL],
        Sensitive::Delete => &[USER_ADMIN, PRIVILEGED_AUTH, GLOBAL],
    })
}

/// In a restricted management administrative unit only admins scoped to it may write; no persona is
/// (admin-units-restricted-management).
pub(crate) fn check_unrestricted(target: &Object) -> Result<(), ErrorResponse> {
    if target.get("isManagementRestricted") == Some(&serde_json::Value::Bool(true)) {
        return Err(ErrorResponse::denied());
    }
    Ok(())
}

/// Holds a role, or is member or owner of a role-assignable group.
fn is_privileged(state: &State, user_id: &str) -> bool {
    if !state.roles_of(user_id).is_empty() {
        return true;
    }
    let now = crate::versions::View::new(jiff::Timestamp::MAX, std::time::Duration::ZERO);
    let groups =
        state.members.of_object(user_id, now).into_iter().chain(state.owners.of_object(user_id, now));
    groups.into_iter().any(|id| {
        state.groups.latest(&id).is_some_and(|group| group.get("isAssignableToRole") == Some(&true.into()))
    })
}

/// Whether the caller may change who is in a group, and whether the group's membership can be changed at all.
pub(crate) fn check_membership_change(
    state: &State,
    caller: &Caller,
    id: &str,
    group: &Object,
) -> Result<(), ErrorResponse> {
    caller.needs_scope(WRITE_MEMBERS)?;
    let flag = |name: &str| group.get(name) == Some(&true.into());
    let types = crate::organisation::texts(group.get("groupTypes"));
    let unified = types.contains(&"Unified");
    if flag("isAssignableToRole") {
        // group-post-members: "To add members to a role-assignable group …"
        caller.needs_scope(&["RoleManagement.ReadWrite.Directory"])?;
        caller.needs_role(&["Privileged Role Administrator", GLOBAL])?;
    }
    check_unrestricted(group)?;
    let everywhere = [
        "Directory Writers",
        "Groups Administrator",
        "Identity Governance Administrator",
        USER_ADMIN,
        GLOBAL,
    ];
    let microsoft_365 =
        ["Exchange Administrator", "SharePoint Administrator", "Teams Administrator", "Yammer Administrator"];
    let is_owner = state.owners.has(id, &caller.user_id);
    let may = is_owner
        || caller.has_role(&everywhere)
        || (unified && caller.has_role(&microsoft_365))
        || (flag("isAssignableToRole") && caller.has_role(&["Privileged Role Administrator"]));
    if !may {
        return Err(ErrorResponse::denied());
    }
    // groups-overview: what cannot be written through Graph, whoever asks. The texts are not documented.
    if types.contains(&"DynamicMembership") {
        return Err(ErrorResponse::bad(
            "Membership of a group with a dynamic membership rule can't be changed directly.",
        ));
    }
    if flag("onPremisesSyncEnabled") {
        return Err(ErrorResponse::bad(
            "Unable to update the specified properties for on-premises mastered Directory Sync objects or \
             objects currently undergoing migration.",
        ));
    }
    if flag("mailEnabled") && !unified {
        return Err(ErrorResponse::bad(
            "Cannot Update a mail-enabled security groups and or distribution list.",
        ));
    }
    Ok(())
}

/// Whether this caller sees who is in a group. Sources: group-list-members, user-list-memberof ("To list the members
/// of a hidden group, the Member.Read.Hidden permission is required"); the permission is for the groups "that the
/// signed-in user has access to": by a role, as an owner, as a member. Without it the memberships are simply not there,
/// one's own neither (microsoft-graph-docs issues 12552, 10109, 12285).
pub(crate) fn sees_members(state: &State, caller: &Caller, group: &str) -> bool {
    let is_hidden = state.groups.latest(group).is_some_and(|group| {
        text(&group, "visibility").is_some_and(|value| value.eq_ignore_ascii_case("HiddenMembership"))
    });
    let has_access = || {
        caller.has_role(SEE_HIDDEN)
            || state.owners.has(group, &caller.user_id)
            || state.members.has(group, &caller.user_id)
    };
    !is_hidden || (caller.has_scope(&[READ_HIDDEN]) && has_access())
}

/// Whether `AllowToAddGuests` lets this caller add guests to this Microsoft 365 group: off for the organisation
/// overrides the group (groups-settings-cmdlets). Whether an admin may all the same, the behaviour says. The words of
/// the refusal: microsoft-365-docs issue 11991.
pub(crate) fn check_adding_guests(
    state: &State,
    caller: &Caller,
    group: &Object,
    admins_may: bool,
) -> Result<(), ErrorResponse> {
    // Both templates, Group.Unified and Group.Unified.Guest, are about Microsoft 365 groups.
    if !crate::organisation::texts(group.get("groupTypes")).contains(&"Unified") {
        return Ok(());
    }
    let organisation = state.file.group_settings.iter();
    let own = group.get("settings").and_then(serde_json::Value::as_array);
    let own = own.into_iter().flatten().filter_map(serde_json::Value::as_object);
    let off = organisation.chain(own).any(|setting| {
        let values = setting.get("values").and_then(serde_json::Value::as_array);
        values.into_iter().flatten().filter_map(serde_json::Value::as_object).any(|row| {
            text(row, "name") == Some("AllowToAddGuests")
                && text(row, "value").is_some_and(|value| value.eq_ignore_ascii_case("false"))
        })
    });
    if off && !(admins_may && caller.is_admin()) {
        return Err(ErrorResponse::new(
            403,
            "Authorization_RequestDenied",
            "Guests users are not allowed to join this Unified Group due to policy setting. paramName: Members, \
             paramValue: , objectType: Microsoft.Online.DirectoryServices.Group",
        ));
    }
    Ok(())
}

/// Whether the caller may invite (authorizationPolicy, allowInvitesFrom; absent means everyone).
pub(crate) fn check_inviting(state: &State, caller: &Caller) -> Result<(), ErrorResponse> {
    caller.needs_scope(&["User.Invite.All", "User.ReadWrite.All", "Directory.ReadWrite.All"])?;
    let policy = state.file.authorization_policy.as_ref();
    let from = policy.and_then(|policy| text(policy, "allowInvitesFrom")).unwrap_or("everyone");
    let inviter = caller.has_role(&["Guest Inviter", USER_ADMIN, GLOBAL, "Directory Writers"]);
    let may = match from {
        "everyone" => true,
        "adminsGuestInvitersAndAllMembers" => inviter || !caller.is_guest,
        "adminsAndGuestInviters" => inviter,
        _ => false,
    };
    if may { Ok(()) } else { Err(ErrorResponse::denied()) }
}

/// Which scopes read an object of this kind by id alone.
pub(crate) fn check_reading(caller: &Caller, kind: Kind) -> Result<(), ErrorResponse> {
    caller.must_be_member()?;
    match kind {
        Kind::User => caller.needs_scope(READ_USERS),
        Kind::Contact => {
            caller.needs_scope(&["OrgContact.Read.All", "Directory.Read.All", "Directory.ReadWrite.All"])
        }
        Kind::Group | Kind::Role | Kind::Organization | Kind::Setting | Kind::Policy | Kind::Assignment => {
            caller.needs_scope(READ_GROUPS)
        }
        Kind::MessageTrace => caller.needs_scope(READ_TRACES),
    }
}

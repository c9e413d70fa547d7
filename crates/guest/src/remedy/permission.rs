//! Which permissions of the app and which roles of the operator a remedy needs.
//!
//! A change needs both: the permission that was granted to the app, and a role of the person who uses it (Microsoft
//! Graph: "Overview of Microsoft Graph permissions").

use super::RemedyKind;

/// A delegated permission: the least privileged one, and the wider ones that do as well
/// (Microsoft Graph permissions reference).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permission {
    /// The one to ask for.
    pub least: &'static str,
    /// The ones that include it.
    pub also: &'static [&'static str],
}

impl Permission {
    /// Whether one of the granted permissions is enough.
    #[must_use]
    pub fn is_granted(&self, granted: &[String]) -> bool {
        let enough = |it: &String| {
            it.eq_ignore_ascii_case(self.least) || self.also.iter().any(|also| it.eq_ignore_ascii_case(also))
        };
        granted.iter().any(enough)
    }
}

/// What a sign-in asks for: to look, and nothing else. Which request each opens, and the sources, stand in
/// docs/permissions.md; a test compares it with Microsoft's data. Without
/// - the first, no guest is found: `User.ReadBasic.All` shows neither otherMails nor proxyAddresses;
/// - the second, groups and memberships stay unknown, and with them R9 and what would be restored;
/// - the third, R10 stays unknown;
/// - the fourth, it stays unknown whether a contact owns an address, which is the usual cause (R4);
/// - the fifth, roles come without their names, and R11 can confirm nothing.
///
/// App role assignments are not among them, nor asked for by [`RemedyKind::RemoveAndInvite`]: the least that shows
/// them to a signed-in person also grants access to apps (`AppRoleAssignment.ReadWrite.All`), and Microsoft refuses a
/// whole sign-in for one permission that was not consented to. Where they cannot be seen, the preview says so.
pub const READING: &[Permission] = &[
    Permission {
        least: "User.Read.All",
        also: &["User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All", AS_THE_PERSON],
    },
    Permission {
        least: "GroupMember.Read.All",
        also: &["Directory.Read.All", "Directory.ReadWrite.All", AS_THE_PERSON],
    },
    Permission {
        least: "GroupSettings.Read.All",
        also: &[
            "GroupSettings.ReadWrite.All",
            "Group.Read.All",
            "Group.ReadWrite.All",
            "Directory.Read.All",
            "Directory.ReadWrite.All",
            AS_THE_PERSON,
        ],
    },
    Permission {
        least: "OrgContact.Read.All",
        also: &["Directory.Read.All", "Directory.ReadWrite.All", AS_THE_PERSON],
    },
    Permission {
        least: "RoleManagement.Read.Directory",
        also: &[
            "RoleManagement.ReadWrite.Directory",
            "Directory.Read.All",
            "Directory.ReadWrite.All",
            AS_THE_PERSON,
        ],
    },
];

/// Whatever the person may do in the directory, the app may (Microsoft Graph permissions reference,
/// `Directory.AccessAsUser.All`). The Azure CLI has it; this app never asks for it.
const AS_THE_PERSON: &str = "Directory.AccessAsUser.All";

const WRITE_OTHER_MAILS: Permission =
    Permission { least: "User-Mail.ReadWrite.All", also: &["User.ReadWrite.All"] };
const WRITE_USER: Permission = Permission { least: "User.ReadWrite.All", also: &["Directory.ReadWrite.All"] };
const DELETE_AND_RESTORE: Permission =
    Permission { least: "User.DeleteRestore.All", also: &["User.ReadWrite.All"] };
const INVITE: Permission =
    Permission { least: "User.Invite.All", also: &["User.ReadWrite.All", "Directory.ReadWrite.All"] };
const MEMBERS: Permission = Permission {
    least: "GroupMember.ReadWrite.All",
    also: &["Group.ReadWrite.All", "Directory.ReadWrite.All"],
};

/// The permissions a remedy needs.
#[must_use]
pub const fn scopes_for(kind: RemedyKind) -> &'static [Permission] {
    match kind {
        RemedyKind::ResolveConflict => &[],
        RemedyKind::Invite | RemedyKind::ResendInvitation | RemedyKind::ResetRedemption => &[INVITE],
        RemedyKind::Restore => &[DELETE_AND_RESTORE],
        RemedyKind::AddToGroup | RemedyKind::RenewMembership => &[MEMBERS],
        RemedyKind::SetMail => &[WRITE_USER],
        RemedyKind::KeepOneAddress => &[WRITE_OTHER_MAILS],
        // Names and company are written again on the new account.
        RemedyKind::RemoveAndInvite => &[DELETE_AND_RESTORE, INVITE, MEMBERS, WRITE_USER],
    }
}

/// Stands for whoever runs the directory on premises, which is no role of Microsoft Entra.
pub(crate) const ON_PREMISES: &str = "On-premises administrator";

/// Stands for the owner of the group, which is no directory role.
pub(crate) const GROUP_OWNER: &str = "Group owner";

const GLOBAL: &str = "Global Administrator";
const USERS: &str = "User Administrator";
const PRIVILEGED_AUTHENTICATION: &str = "Privileged Authentication Administrator";

/// The roles one of which a remedy needs, by display name (Microsoft Graph: the permissions sections of "Update user",
/// "Delete a user", "Restore deleted item", "Create invitation", "Add members"; Microsoft Entra: "Who can perform
/// sensitive actions" and "Reset redemption status"). `privileged`: the guest holds a role himself, or is in a group
/// that can hold roles.
#[must_use]
pub const fn roles_for(kind: RemedyKind, privileged: bool) -> &'static [&'static str] {
    match kind {
        RemedyKind::ResolveConflict => &["Exchange Administrator", GLOBAL],
        RemedyKind::Invite | RemedyKind::ResendInvitation => &["Guest Inviter", USERS, GLOBAL],
        RemedyKind::Restore | RemedyKind::KeepOneAddress if privileged => {
            &[PRIVILEGED_AUTHENTICATION, GLOBAL]
        }
        RemedyKind::Restore => &["Authentication Administrator", PRIVILEGED_AUTHENTICATION, USERS, GLOBAL],
        RemedyKind::AddToGroup | RemedyKind::RenewMembership => &[
            GROUP_OWNER,
            "Groups Administrator",
            "Directory Writers",
            "Identity Governance Administrator",
            USERS,
            "Exchange Administrator",
            "SharePoint Administrator",
            "Teams Administrator",
            "Yammer Administrator",
            GLOBAL,
        ],
        RemedyKind::KeepOneAddress => &[
            "Helpdesk Administrator",
            "Password Administrator",
            "Authentication Administrator",
            USERS,
            PRIVILEGED_AUTHENTICATION,
            GLOBAL,
        ],
        RemedyKind::ResetRedemption => &["Helpdesk Administrator", USERS, GLOBAL],
        // Needs deleting, inviting and adding in one hand.
        RemedyKind::RemoveAndInvite if privileged => &[GLOBAL],
        // `mail` is not among the sensitive properties: whether the guest holds a role makes no difference.
        RemedyKind::SetMail | RemedyKind::RemoveAndInvite => &[USERS, GLOBAL],
    }
}

//! Which permissions of the app and which roles of the operator a remedy needs.
//!
//! A change needs both: the permission that was granted to the app, and a role of the person who uses it (Microsoft
//! Graph: "Overview of Microsoft Graph permissions").

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
/// App role assignments are not among them, nor asked for by *remove and invite again*: the least that shows
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

pub(super) const WRITE_OTHER_MAILS: Permission =
    Permission { least: "User-Mail.ReadWrite.All", also: &["User.ReadWrite.All"] };
pub(super) const WRITE_USER: Permission =
    Permission { least: "User.ReadWrite.All", also: &["Directory.ReadWrite.All"] };
pub(super) const DELETE_AND_RESTORE: Permission =
    Permission { least: "User.DeleteRestore.All", also: &["User.ReadWrite.All"] };
pub(super) const INVITE: Permission =
    Permission { least: "User.Invite.All", also: &["User.ReadWrite.All", "Directory.ReadWrite.All"] };
pub(super) const MEMBERS: Permission = Permission {
    least: "GroupMember.ReadWrite.All",
    also: &["Group.ReadWrite.All", "Directory.ReadWrite.All"],
};

/// What reading a trace of messages needs (Microsoft Graph: List messageTraces). Asked for by a person's click, and never
/// at sign-in.
pub const TRACING: &[Permission] = &[Permission { least: "ExchangeMessageTrace.Read.All", also: &[] }];

/// Who can read a trace. The pages of Microsoft Graph name no role; Exchange's own message trace is open to these
/// (Exchange Online: "Message trace in the modern Exchange admin center", permissions). Graph has the last word.
pub(super) const TRACERS: &[&str] =
    &["Exchange Administrator", "Global Reader", "Security Administrator", "Security Reader", GLOBAL];

/// Stands for whoever runs the directory on premises, which is no role of Microsoft Entra.
pub(crate) const ON_PREMISES: &str = "On-premises administrator";

/// Stands for whoever administers the restricted unit the guest is in: no role of the whole organisation is enough
/// (Microsoft Entra: "Restricted management administrative units"), and Graph does not show who that is.
pub(crate) const UNIT_ADMINISTRATOR: &str = "Administrator of the unit";

/// Stands for the owner of the group, which is no directory role.
pub(crate) const GROUP_OWNER: &str = "Group owner";

pub(super) const GLOBAL: &str = "Global Administrator";
pub(super) const USERS: &str = "User Administrator";
pub(super) const PRIVILEGED_AUTHENTICATION: &str = "Privileged Authentication Administrator";

/// Who can change the members of a group (Microsoft Graph: "Add members", permissions).
pub(super) const CHANGE_MEMBERS: &[&str] = &[
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
];

/// Who can invite (Microsoft Graph: "Create invitation", permissions).
pub(super) const INVITERS: &[&str] = &["Guest Inviter", USERS, GLOBAL];

/// Who can change what is sensitive on a guest who holds a role (Microsoft Entra: "Who can perform sensitive actions").
pub(super) const ADMINS_OF_ADMINS: &[&str] = &[PRIVILEGED_AUTHENTICATION, GLOBAL];

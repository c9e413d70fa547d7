//! Scopes: what the `scope` parameter says, and what the permissions of Graph are.
//! Sources: "Scopes and permissions in the Microsoft identity platform"; Microsoft Graph permissions reference.

use super::refusal::Refusal;

/// A delegated permission of Graph: its name, what the consent page says of it, whether it needs an admin.
pub(super) struct Permission {
    pub(super) name: &'static str,
    pub(super) shown: &'static str,
    pub(super) needs_admin: bool,
}

const fn row(name: &'static str, needs_admin: bool, shown: &'static str) -> Permission {
    Permission { name, shown, needs_admin }
}

/// Those that a client of this server has a use for, and some it should not ask for.
const PERMISSIONS: &[Permission] = &[
    row("User.Read", false, "Sign you in and read your profile"),
    row("User.ReadWrite", false, "Read and update your profile"),
    row("User.ReadBasic.All", false, "Read all users' basic profiles"),
    row("People.Read", false, "Read your relevant people list"),
    row("User.Read.All", true, "Read all users' full profiles and company properties"),
    row("User.ReadWrite.All", true, "Read and write all users' full profiles"),
    row("User-Mail.ReadWrite.All", true, "Update other mails property for all users"),
    row("User.Invite.All", true, "Invite guest users to the organization"),
    row("User.DeleteRestore.All", true, "Delete and restore user accounts"),
    row("User.EnableDisableAccount.All", true, "Enable and disable user accounts"),
    row("GroupMember.Read.All", true, "Read group memberships"),
    row("GroupMember.ReadBasic.All", true, "Read basic group memberships"),
    row("GroupMember.ReadWrite.All", true, "Read and write group memberships"),
    row("Group.ReadBasic.All", true, "Read basic properties of all groups"),
    row("Group.Read.All", true, "Read all groups"),
    row("Group.ReadWrite.All", true, "Read and write all groups"),
    row("GroupSettings.Read.All", true, "Read all group settings that you can access"),
    row("OrgContact.Read.All", true, "Read organizational contacts"),
    row("Organization.Read.All", true, "Read organization information"),
    row("Application.Read.All", true, "Read applications"),
    row("AppRoleAssignment.ReadWrite.All", true, "Manage app permission grants and app role assignments"),
    row("ExchangeMessageTrace.Read.All", true, "Read Exchange message traces"),
    row("Policy.Read.All", true, "Read your organization's policies"),
    row("RoleManagement.Read.Directory", true, "Read directory RBAC settings"),
    row("RoleManagement.ReadWrite.Directory", true, "Read and write directory RBAC settings"),
    row("Member.Read.Hidden", true, "Read hidden memberships"),
    row("Directory.Read.All", true, "Read directory data"),
    row("Directory.ReadWrite.All", true, "Read and write directory data"),
    row("Directory.AccessAsUser.All", true, "Access the directory as you"),
];

/// Graph's own application id; as good a name for it as its address.
pub(super) const GRAPH_APP: &str = "00000003-0000-0000-c000-000000000000";

/// A permission by its name; case does not matter.
pub(super) fn permission(name: &str) -> Option<&'static Permission> {
    PERMISSIONS.iter().find(|known| known.name.eq_ignore_ascii_case(name))
}

/// What asks for a refresh token.
pub(super) const OFFLINE: &str = "offline_access";
const OPENID_SCOPES: [&str; 4] = ["openid", "profile", "email", OFFLINE];

/// What a `scope` parameter asks for.
#[derive(Debug, Clone, Default)]
pub(super) struct Scopes {
    /// OpenID Connect's own: `openid`, `profile`, `email`, `offline_access`.
    openid: Vec<&'static str>,
    /// Graph's permissions by their proper names.
    pub(super) graph: Vec<&'static str>,
    /// Whether all that the registration lists is asked for (`.default`).
    pub(super) all_listed: bool,
    /// Whether something of Graph stands there at all.
    names_graph: bool,
    /// What stood before the names of Graph's permissions, e.g. `https://graph.microsoft.com/`; the answer names
    /// them the same way.
    prefix: String,
    /// Another resource, with the scopes as they were written.
    pub(super) other: Option<(String, Vec<String>)>,
}

impl Scopes {
    /// Reads the parameter. `base` is where Graph is, `others` are the further resources there are.
    pub(super) fn read(text: &str, base: &str, others: &[String], app: &str) -> Result<Self, Refusal> {
        let mut scopes = Self::default();
        for error_box in text.split_ascii_whitespace() {
            match OPENID_SCOPES.iter().find(|known| **known == error_box) {
                Some(known) if scopes.asks_for(known) => {}
                Some(known) => scopes.openid.push(known),
                None => scopes.resource(error_box, base, others, app)?,
            }
        }
        Ok(scopes)
    }

    fn resource(&mut self, error_box: &str, base: &str, others: &[String], app: &str) -> Result<(), Refusal> {
        let (resource, name) = error_box.rsplit_once('/').unwrap_or(("", error_box));
        let plain = resource.trim_end_matches('/');
        if let Some(other) = others.iter().find(|other| other.trim_end_matches('/') == plain) {
            if self.other.as_ref().is_some_and(|(seen, _)| seen != other) {
                return Err(several());
            }
            self.other.get_or_insert_with(|| (other.clone(), vec![])).1.push(error_box.to_owned());
            return Ok(());
        }
        if !(plain.is_empty() || plain.eq_ignore_ascii_case(base) || plain.eq_ignore_ascii_case(GRAPH_APP)) {
            let text = format!(
                "The resource principal named {resource} was not found in the tenant. This can happen if the \
                 application has not been installed by the administrator of the tenant or consented to by any user \
                 in the tenant. You might have sent your authentication request to the wrong tenant."
            );
            return Err(Refusal::new("invalid_resource", 500_011, text));
        }
        self.names_graph = true;
        if !plain.is_empty() {
            self.prefix = format!("{resource}/");
        }
        if name == ".default" {
            self.all_listed = true;
            return Ok(());
        }
        let known = permission(name).ok_or_else(|| {
            let text = format!(
                "The application '{app}' asked for scope '{name}' that doesn't exist on the resource '{GRAPH_APP}'. \
                 Contact the app vendor."
            );
            Refusal::new("invalid_client", 650_053, text)
        })?;
        if !self.graph.contains(&known.name) {
            self.graph.push(known.name);
        }
        Ok(())
    }

    /// Whether one of OpenID Connect's own scopes was asked for.
    pub(super) fn asks_for(&self, name: &str) -> bool {
        self.openid.contains(&name)
    }

    /// A token is for one resource (v2-oauth2-auth-code-flow: "The scopes must all be from a single resource").
    pub(super) fn single(&self) -> Result<(), Refusal> {
        if self.other.is_some() && self.names_graph { Err(several()) } else { Ok(()) }
    }

    /// A sign-in may have covered several resources ("this parameter can cover multiple resources"); a token request
    /// that names none is about Graph, if that was among them.
    pub(super) fn one_resource(mut self) -> Self {
        if self.names_graph {
            self.other = None;
        }
        self
    }

    /// Whether the token is for Graph; so it is when only the person was asked for.
    pub(super) fn is_graph(&self) -> bool {
        self.names_graph || self.other.is_none()
    }

    /// What the token response says in `scope`: everything granted for this resource, and what of the person was
    /// asked for.
    pub(super) fn granted(&self, granted: &[&str]) -> String {
        let openid = self.openid.iter().filter(|name| **name != OFFLINE).map(|name| (*name).to_owned());
        let resource: Vec<String> = match &self.other {
            Some((_, words)) if !self.names_graph => words.clone(),
            _ => granted.iter().map(|name| format!("{}{name}", self.prefix)).collect(),
        };
        let default = self.all_listed.then(|| format!("{}.default", self.prefix));
        openid.chain(resource).chain(default).collect::<Vec<_>>().join(" ")
    }
}

fn several() -> Refusal {
    let text = "Provided value for the input parameter scope is not valid because it contains more than one resource.";
    Refusal::new("invalid_request", 28000, text)
}

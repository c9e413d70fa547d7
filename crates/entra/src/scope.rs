//! The names of permissions, as Graph knows them and as they are asked for.

use oauth2::Scope;

/// Scopes that are about the sign-in and not about Graph (OpenID Connect Core section 5.4; `offline_access`, section
/// 11, gives the refresh token).
const ABOUT_SIGN_IN: [&str; 3] = ["openid", "profile", "offline_access"];

/// The scopes of one cloud's Graph.
pub(crate) struct GraphScopes {
    /// Before the names of permissions: `https://graph.microsoft.com`.
    resource: String,
}

impl GraphScopes {
    pub(crate) fn new(resource: String) -> Self {
        Self { resource }
    }

    /// The permissions as they are asked for: with the host of this cloud's Graph before their names.
    pub(crate) fn qualified(&self, names: &[String]) -> Vec<Scope> {
        let qualified = |name: &String| Scope::new(format!("{}/{name}", self.resource));
        names.iter().map(qualified).collect()
    }

    /// The same, with what a sign-in asks for itself.
    pub(crate) fn for_sign_in(&self, names: &[String]) -> Vec<Scope> {
        let sign_in = ABOUT_SIGN_IN.map(|name| Scope::new(name.to_owned()));
        sign_in.into_iter().chain(self.qualified(names)).collect()
    }

    /// The bare names of Graph permissions. Entra ID answers with whole or with bare names; what is about the sign-in
    /// itself is left out.
    pub(crate) fn bare_names(&self, scopes: &[Scope]) -> Vec<String> {
        let about_sign_in = |name: &str| ABOUT_SIGN_IN.contains(&name) || name == "email";
        scopes
            .iter()
            .map(|scope| self.bare_name(scope).unwrap_or(scope))
            .filter(|name| !name.is_empty() && !about_sign_in(name))
            .map(ToOwned::to_owned)
            .collect()
    }

    /// `User.Read.All` of `https://graph.microsoft.com/User.Read.All`; none for another resource's.
    pub(crate) fn bare_name<'s>(&self, scope: &'s str) -> Option<&'s str> {
        let (host, name) = scope.split_at_checked(self.resource.len())?;
        if host.eq_ignore_ascii_case(&self.resource) { name.strip_prefix('/') } else { None }
    }
}

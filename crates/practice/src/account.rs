//! A user as whoever signs people in needs to know one.

use serde_json::Value;

use crate::Object;
use crate::organisation::text;
use crate::state::State;

/// A user who can sign in, as the directory has them now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The object id.
    pub id: String,
    /// The display name.
    pub display_name: String,
    /// What is typed to sign in: a guest's own address, everybody else's user principal name.
    pub user_name: String,
    /// Whether signing in is allowed (`accountEnabled`).
    pub enabled: bool,
    /// Directory roles by display name.
    pub roles: Vec<String>,
}

impl Account {
    /// The account with this object id.
    pub(crate) fn with_id(state: &State, id: &str) -> Option<Self> {
        let user = state.users.latest(id)?;
        let id = text(&user, "id")?.to_owned();
        Some(Self {
            display_name: text(&user, "displayName").unwrap_or_default().to_owned(),
            user_name: user_name(&user).to_owned(),
            enabled: user.get("accountEnabled") != Some(&Value::Bool(false)),
            roles: state.roles_of(&id),
            id,
        })
    }

    /// The account that signs in under this name: a user principal name, or a guest's own address.
    pub(crate) fn with_name(state: &State, typed: &str) -> Option<Self> {
        let mut ids = state.users.equal("userPrincipalName", typed);
        ids.extend(state.users.equal("mail", typed));
        ids.into_iter().find_map(|id| {
            let user = state.users.latest(&id)?;
            let is = |property| text(&user, property).is_some_and(|value| value.eq_ignore_ascii_case(typed));
            (is("userPrincipalName") || is("mail")).then(|| Self::with_id(state, &id)).flatten()
        })
    }
}

fn user_name(user: &Object) -> &str {
    let principal = text(user, "userPrincipalName").unwrap_or_default();
    if principal.contains("#EXT#") { text(user, "mail").unwrap_or(principal) } else { principal }
}

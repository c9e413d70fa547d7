//! Who is let in: between a bearer token and the person it stands for. Which tokens there are is the business of
//! whoever keeps the gate.

use jiff::Timestamp;

use crate::organisation::Organisation;
use crate::problem::Problem;

/// Keeps the gate.
pub(crate) trait Gate: Send + Sync {
    /// Whom this token stands for, or the 401 that turns it away.
    fn admit(&self, token: &str, now: Timestamp) -> Result<Pass, Problem>;

    /// A claims challenge struck a request with this token.
    fn challenged(&self, token: &str);
}

/// What a token gives its bearer.
#[derive(Debug, Clone)]
pub(crate) struct Pass {
    pub(crate) user_id: String,
    /// Directory roles by display name; `None` for those the directory says he has.
    pub(crate) roles: Option<Vec<String>>,
    /// Delegated scopes; `None` is all that the app may ask for.
    pub(crate) scopes: Option<Vec<String>>,
}

/// In process there is nothing to sign in to: `practice.<persona>` opens. A claims challenge strikes one request
/// and is forgotten, because a persona has no way to answer it.
impl Gate for Organisation {
    fn admit(&self, token: &str, _: Timestamp) -> Result<Pass, Problem> {
        let persona = token
            .strip_prefix("practice.")
            .and_then(|key| self.personas().into_iter().find(|persona| persona.key == key))
            .ok_or_else(invalid)?;
        Ok(Pass { user_id: persona.user_id, roles: Some(persona.roles), scopes: persona.scopes })
    }

    fn challenged(&self, _: &str) {}
}

/// A token that nobody here issued.
pub(crate) fn invalid() -> Problem {
    Problem::unauthorised("Access token validation failure. Invalid audience.")
}

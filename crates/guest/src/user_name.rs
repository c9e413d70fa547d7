//! The user name of somebody from outside, as the admin centers show it.

use std::fmt;

use crate::address::Address;
use crate::facts::User;
use crate::invited::{self, Decoded};

/// How many readings of a name are looked at. Every underscore is one more, and each costs questions; names have few,
/// and the likeliest come first.
const MOST_READINGS: usize = 4;

/// A user name with `#EXT#` in it, such as `jan_fabrikam.nl#EXT#@contoso.onmicrosoft.com`.
#[derive(Debug, Clone)]
pub struct UserName(String);

impl UserName {
    /// A text with the mark of somebody from outside; None without.
    pub(crate) fn read(text: &str) -> Option<Self> {
        invited::is_ext_name(text).then(|| Self(text.to_owned()))
    }

    /// As it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The addresses they may have been invited at, the likeliest first.
    #[must_use]
    pub fn addresses(&self) -> Vec<Address> {
        match invited::decode(&self.0) {
            Decoded::NotAnExtName => Vec::new(),
            Decoded::Certain(address) => vec![address],
            Decoded::Ambiguous(several) => several.into_iter().take(MOST_READINGS).collect(),
        }
    }

    /// The likeliest of them. A name without any stands for itself.
    #[must_use]
    pub fn likeliest(&self) -> Address {
        self.addresses().into_iter().next().unwrap_or_else(|| Address::verbatim(&self.0))
    }

    /// How the user names begin that it may be, up to and with `#EXT#`: its own beginning, and that of each other
    /// spelling of the address.
    #[must_use]
    pub fn prefixes(&self) -> Vec<String> {
        let own = invited::through_ext(&self.0).unwrap_or(&self.0).to_owned();
        let mut all = vec![own];
        for prefix in self.addresses().iter().flat_map(invited::prefixes) {
            if !all.iter().any(|known| known.eq_ignore_ascii_case(&prefix)) {
                all.push(prefix);
            }
        }
        all
    }

    /// Whether it is the name of this user, live or deleted. A name that was copied without its end may be anybody's
    /// that begins so.
    #[must_use]
    pub fn is_of(&self, user: &User) -> bool {
        let Some(name) = user.user_principal_name.value() else { return false };
        let name = invited::without_id(name, &user.id);
        let whole = invited::through_ext(&self.0).is_none_or(|beginning| beginning != self.0);
        let name = if whole { name } else { invited::through_ext(name).unwrap_or(name) };
        name.eq_ignore_ascii_case(&self.0)
    }
}

impl PartialEq for UserName {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}

impl Eq for UserName {}

impl fmt::Display for UserName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

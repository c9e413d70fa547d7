//! The address a guest was invited at, read back from the user name.
//!
//! Microsoft Entra makes a guest's user name from the first invited address: `jan@fabrikam.nl` becomes
//! `jan_fabrikam.nl#EXT#@contoso.onmicrosoft.com`, and keeps it whatever happens later (Microsoft Entra External ID:
//! "Properties of a B2B guest user").

use crate::address::{Address, ObjectId};

/// What marks the user name of somebody from outside.
pub const EXT: &str = "#EXT#";

/// The invited address, as far as a user name tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decoded {
    /// No `#EXT#` in the name, or nothing before it that can be an address.
    NotAnExtName,
    /// One underscore: one address.
    Certain(Address),
    /// Underscores in the name itself: each may stand for the `@`. To offer, never to choose; the likeliest is first.
    Ambiguous(Vec<Address>),
}

impl Decoded {
    /// The address, when it is certain.
    #[must_use]
    pub const fn certain(&self) -> Option<&Address> {
        match self {
            Self::Certain(address) => Some(address),
            Self::NotAnExtName | Self::Ambiguous(_) => None,
        }
    }

    /// Every address it may be, the likeliest first.
    #[must_use]
    pub fn possible(&self) -> &[Address] {
        match self {
            Self::NotAnExtName => &[],
            Self::Certain(address) => std::slice::from_ref(address),
            Self::Ambiguous(several) => several,
        }
    }
}

/// Whether a user name carries the mark of somebody from outside.
#[must_use]
pub fn is_ext_name(user_name: &str) -> bool {
    before_ext(user_name).is_some()
}

/// Reads the invited address from a user name.
///
/// ```
/// use guest::{Address, invited};
/// let decoded = invited::decode("jan_fabrikam.nl#EXT#@contoso.onmicrosoft.com");
/// assert_eq!(decoded.certain().map(Address::as_str), Some("jan@fabrikam.nl"));
/// ```
#[must_use]
pub fn decode(user_name: &str) -> Decoded {
    let Some(prefix) = before_ext(user_name) else { return Decoded::NotAnExtName };
    let mut possible: Vec<Address> =
        prefix.rmatch_indices('_').filter_map(|(at, _)| split(prefix, at)).collect();
    match possible.len() {
        0 => Decoded::NotAnExtName,
        // A second underscore anywhere makes even a single sensible split a guess.
        1 if prefix.matches('_').count() == 1 => Decoded::Certain(possible.remove(0)),
        _ => Decoded::Ambiguous(possible),
    }
}

/// Reads the invited address of a deleted user, whose user name the directory prefixes with the id without hyphens.
#[must_use]
pub fn decode_deleted(user_name: &str, id: &str) -> Decoded {
    decode(without_id(user_name, id))
}

/// The user name without the id that the directory writes before it when the user is deleted.
#[must_use]
pub fn without_id<'a>(user_name: &'a str, id: &str) -> &'a str {
    let mark = id.replace('-', "");
    // An id is 32 hexadecimal digits; anything else in front of a name is the name.
    let is_id = mark.len() == ObjectId::DIGITS && mark.bytes().all(|it| it.is_ascii_hexdigit());
    let own = is_id && user_name.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(&mark));
    if own { &user_name[mark.len()..] } else { user_name }
}

/// How the user name of a guest begins who was invited at this address, up to and with `#EXT#`: what to search for.
#[must_use]
pub fn encode(address: &Address) -> String {
    encoded(address.as_str())
}

/// The same for every spelling of the address.
#[must_use]
pub fn prefixes(address: &Address) -> Vec<String> {
    address.spellings().iter().map(|spelling| encoded(spelling)).collect()
}

fn encoded(spelling: &str) -> String {
    match spelling.rsplit_once('@') {
        Some((name, domain)) => format!("{name}_{domain}{EXT}"),
        None => format!("{spelling}{EXT}"),
    }
}

fn before_ext(user_name: &str) -> Option<&str> {
    user_name.get(..ext(user_name)?)
}

/// The beginning of a user name, up to and with `#EXT#`.
pub(crate) fn through_ext(user_name: &str) -> Option<&str> {
    user_name.get(..ext(user_name)? + EXT.len())
}

/// Where the mark begins.
fn ext(user_name: &str) -> Option<usize> {
    user_name.as_bytes().windows(EXT.len()).rposition(|window| window.eq_ignore_ascii_case(EXT.as_bytes()))
}

fn split(prefix: &str, at: usize) -> Option<Address> {
    let (name, domain) = (prefix.get(..at)?, prefix.get(at + 1..)?);
    // The domain needs a dot; the name must be there.
    let possible =
        !name.is_empty() && domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.');
    possible.then(|| Address::recorded(&format!("{name}@{domain}"))).flatten()
}

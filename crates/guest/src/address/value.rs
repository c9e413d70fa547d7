//! E-mail addresses, as the directory holds them.

use plain_text::{Kind, kind};
use std::fmt;
use std::hash::{Hash, Hasher};

/// The longest address that is looked at, in characters: 64 for the name, the at sign, 255 for the domain (RFC 5321).
pub const LONGEST_ADDRESS: usize = 320;

/// An e-mail address. Two are equal when they differ in ASCII case, in blanks around them, or in the form in which an
/// international domain is written.
///
/// ```
/// use guest::Address;
/// let pasted = Address::from_pasted(" Jan <Jan@Fabrikam.nl>; ")?;
/// assert_eq!(pasted, Address::parse("jan@fabrikam.nl")?);
/// assert_eq!(pasted.as_str(), "Jan@Fabrikam.nl");
/// # Ok::<(), guest::NotAnAddress>(())
/// ```
#[derive(Debug, Clone)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "String", into = "String")
)]
pub struct Address {
    written: String,
    key: String,
}

/// Why a text is not one e-mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAnAddress {
    /// Nothing but blanks.
    Empty,
    /// More characters than an address can have.
    TooLong {
        /// Its length in characters.
        length: usize,
        /// The most that is accepted, in characters.
        limit: usize,
    },
    /// More than one address was given.
    SeveralAddresses {
        /// How many different ones.
        count: usize,
        /// Those that can be searched for, as they were written.
        searchable: Vec<String>,
    },
    /// No `@`.
    NoAt,
    /// A letter before the `@` that the directory does not keep (Microsoft Graph: user resource, "can't contain accent
    /// characters", of `mail` and of `otherMails`).
    Accented {
        /// The first such letter.
        letter: String,
        /// The same address without accents before the `@`.
        plain: Address,
    },
    /// More than one `@` in one address.
    SeveralAts,
    /// Nothing before the `@`.
    NoName,
    /// Nothing after the `@`.
    NoDomain,
    /// The part after the `@` has no dot, an empty label, or a character no domain has.
    NotADomain,
    /// A character that no address of a mailbox has here.
    ForbiddenCharacter {
        /// The character.
        character: char,
    },
}

impl fmt::Display for NotAnAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not an e-mail address: {self:?}")
    }
}

impl std::error::Error for NotAnAddress {}

impl Address {
    /// Reads one address, with nothing around it but blanks.
    pub fn parse(text: &str) -> Result<Self, NotAnAddress> {
        let text = trimmed(text);
        if text.is_empty() {
            return Err(NotAnAddress::Empty);
        }
        within(text, LONGEST_ADDRESS)?;
        let (name, domain) = text.split_once('@').ok_or(NotAnAddress::NoAt)?;
        if domain.contains('@') {
            return Err(NotAnAddress::SeveralAts);
        }
        if name.is_empty() {
            return Err(NotAnAddress::NoName);
        }
        if domain.is_empty() {
            return Err(NotAnAddress::NoDomain);
        }
        nothing_forbidden(text)?;
        if !is_domain(domain) {
            return Err(NotAnAddress::NotADomain);
        }
        Ok(Self::written(text))
    }

    /// Takes a value the directory holds as an address, whatever it looks like: the directory decides what it accepts.
    /// None for a blank value.
    #[must_use]
    pub fn recorded(value: &str) -> Option<Self> {
        let value = trimmed(value);
        (!value.is_empty()).then(|| Self::written(value))
    }

    /// Any text in the place of an address, where there must be one.
    pub(crate) fn verbatim(text: &str) -> Self {
        Self::written(text)
    }

    fn written(text: &str) -> Self {
        Self { written: text.to_owned(), key: key_of(text) }
    }

    /// The address as it was written, without blanks around it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// The part before the `@`.
    #[must_use]
    pub fn name(&self) -> &str {
        self.written.rsplit_once('@').map_or(self.written.as_str(), |(name, _)| name)
    }

    /// The part after the `@`; empty when there is none.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.written.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// Whether the part after the `@` is this domain.
    #[must_use]
    pub fn is_in(&self, domain: &str) -> bool {
        let at = |domain: &str| key_of(&format!("x@{}", domain.trim()));
        at(self.domain()) == at(domain)
    }

    /// Whether both are one address.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        self.key == other.key
    }

    /// Whether a value of the directory is this address.
    #[must_use]
    pub fn is(&self, value: &str) -> bool {
        self.key == key_of(value)
    }

    /// The different spellings to search for: as written, and with an international domain in its other form.
    #[must_use]
    pub fn spellings(&self) -> Vec<String> {
        let mut all = vec![self.written.clone()];
        let Some((name, domain)) = self.written.rsplit_once('@') else { return all };
        let ascii = idna::domain_to_ascii(domain).unwrap_or_default();
        let (unicode, _) = idna::domain_to_unicode(domain);
        for form in [ascii, unicode] {
            let spelling = format!("{name}@{form}");
            let known = all.iter().any(|it| it.eq_ignore_ascii_case(&spelling));
            if !form.is_empty() && !known && self.is(&spelling) {
                all.push(spelling);
            }
        }
        all
    }
}

impl PartialEq for Address {
    fn eq(&self, other: &Self) -> bool {
        self.same_as(other)
    }
}

impl Eq for Address {}

impl Hash for Address {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl TryFrom<String> for Address {
    type Error = NotAnAddress;

    fn try_from(value: String) -> Result<Self, Self::Error> {
        Self::recorded(&value).ok_or(NotAnAddress::Empty)
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.written
    }
}

/// The form in which addresses are compared: blanks off, ASCII case folded, the domain in its ASCII form.
pub(super) fn key_of(text: &str) -> String {
    let text = trimmed(text);
    let Some((name, domain)) = text.rsplit_once('@') else { return text.to_ascii_lowercase() };
    let domain = idna::domain_to_ascii(domain).unwrap_or_else(|_| domain.to_owned());
    format!("{name}@{domain}").to_ascii_lowercase()
}

pub(super) fn within(text: &str, limit: usize) -> Result<(), NotAnAddress> {
    // A character has at most four bytes, so that a short text needs no counting.
    if text.len() <= limit {
        return Ok(());
    }
    match text.chars().count() {
        length if length > limit => Err(NotAnAddress::TooLong { length, limit }),
        _ => Ok(()),
    }
}

pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|it: char| it.is_whitespace() || it.is_control() || is_invisible(it) || is_joiner(it))
}

/// Marks that mail programs and web pages leave in copied text.
pub(super) fn is_invisible(it: char) -> bool {
    matches!(kind(it), Some(Kind::Invisible | Kind::Selector | Kind::BidiControl))
}

/// Joiners mean something inside a domain of some scripts, so that they go at the ends only.
fn is_joiner(it: char) -> bool {
    kind(it) == Some(Kind::Joiner)
}

pub(super) fn nothing_forbidden(text: &str) -> Result<(), NotAnAddress> {
    match text.chars().find(|&it| is_forbidden(it)) {
        Some(character) => Err(NotAnAddress::ForbiddenCharacter { character }),
        None => Ok(()),
    }
}

fn is_forbidden(it: char) -> bool {
    it.is_whitespace() || it.is_control() || is_invisible(it) || "<>()[]\\,;:\"".contains(it)
}

/// Whether this may be a domain, of a text without forbidden characters. Which letters, marks and joiners there are
/// beyond ASCII is for DNS. An underscore is in no name of a host, and still in names that mail is sent to: whether the
/// directory holds such an address is the directory's to say.
fn is_domain(domain: &str) -> bool {
    let allowed = |it: char| it.is_ascii_alphanumeric() || "-_".contains(it) || !it.is_ascii();
    domain.contains('.') && domain.split('.').all(|label| !label.is_empty() && label.chars().all(allowed))
}

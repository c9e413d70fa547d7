//! E-mail addresses, as the directory holds them and as people paste them.

use plain_text::{Kind, kind};
use std::fmt;

/// The longest address that is looked at, in characters: 64 for the name, the at sign, 255 for the domain (RFC 5321).
pub const LONGEST_ADDRESS: usize = 320;

/// The longest paste that is looked into, in characters: an address with its display name and a `mailto:` subject.
const LONGEST_PASTE: usize = 2_000;

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
    },
    /// No `@`.
    NoAt,
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
        if let Some(character) = text.chars().find(|&it| is_forbidden(it)) {
            return Err(NotAnAddress::ForbiddenCharacter { character });
        }
        if !is_domain(domain) {
            return Err(NotAnAddress::NotADomain);
        }
        Ok(Self::written(text))
    }

    /// Reads what people paste: a display name with the address in angle brackets, `mailto:` with or without a subject,
    /// quotes, invisible characters, separators and full stops around it.
    pub fn from_pasted(text: &str) -> Result<Self, NotAnAddress> {
        if trimmed(text).is_empty() {
            return Err(NotAnAddress::Empty);
        }
        // Before any other work: a pasted document must cost nothing.
        within(trimmed(text), LONGEST_PASTE).map_err(|_| NotAnAddress::TooLong {
            length: trimmed(text).chars().count(),
            limit: LONGEST_ADDRESS,
        })?;
        let visible: String = text.chars().filter(|&it| !is_invisible(it)).collect();
        let mut found: Vec<String> = Vec::new();
        for piece in candidates(trimmed(&visible)) {
            if !found.iter().any(|known| key_of(known) == key_of(&piece)) {
                found.push(piece);
            }
        }
        match found.as_slice() {
            [] => within(trimmed(&visible), LONGEST_ADDRESS).and(Err(NotAnAddress::NoAt)),
            [one] => Self::parse(one),
            several => Err(NotAnAddress::SeveralAddresses { count: several.len() }),
        }
    }

    /// Takes a value the directory holds as an address, whatever it looks like: the directory decides what it accepts.
    /// None for a blank value.
    #[must_use]
    pub fn recorded(value: &str) -> Option<Self> {
        let value = trimmed(value);
        (!value.is_empty()).then(|| Self::written(value))
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
fn key_of(text: &str) -> String {
    let text = trimmed(text);
    let Some((name, domain)) = text.rsplit_once('@') else { return text.to_ascii_lowercase() };
    let domain = idna::domain_to_ascii(domain).unwrap_or_else(|_| domain.to_owned());
    format!("{name}@{domain}").to_ascii_lowercase()
}

fn within(text: &str, limit: usize) -> Result<(), NotAnAddress> {
    // A character has at most four bytes, so that a short text needs no counting.
    if text.len() <= limit {
        return Ok(());
    }
    match text.chars().count() {
        length if length > limit => Err(NotAnAddress::TooLong { length, limit }),
        _ => Ok(()),
    }
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|it: char| it.is_whitespace() || it.is_control() || is_invisible(it) || is_joiner(it))
}

/// Marks that mail programs and web pages leave in copied text.
fn is_invisible(it: char) -> bool {
    matches!(kind(it), Some(Kind::Invisible | Kind::BidiControl))
}

/// Joiners mean something inside a domain of some scripts, so that they go at the ends only.
fn is_joiner(it: char) -> bool {
    kind(it) == Some(Kind::Joiner)
}

fn is_forbidden(it: char) -> bool {
    it.is_whitespace() || it.is_control() || is_invisible(it) || "<>()[]\\,;:\"".contains(it)
}

/// Whether this may be a domain, of a text without forbidden characters. Which letters, marks and joiners there are
/// beyond ASCII is for DNS.
fn is_domain(domain: &str) -> bool {
    let allowed = |it: char| it.is_ascii_alphanumeric() || it == '-' || !it.is_ascii();
    domain.contains('.') && domain.split('.').all(|label| !label.is_empty() && label.chars().all(allowed))
}

/// The pieces of a paste that may be an address: one for each part between separators that holds an `@`.
fn candidates(text: &str) -> Vec<String> {
    let text = if has_prefix(text, "mailto:") { text.split('?').next().unwrap_or(text) } else { text };
    let mut pieces = Vec::new();
    for part in text.split([';', ',', '\n', '\r', '\t']).filter(|part| has_at(part)) {
        let bracketed: Vec<&str> = bracketed(part).filter(|inner| has_at(inner)).collect();
        if bracketed.is_empty() {
            pieces.extend(part.split_whitespace().filter(|word| has_at(word)).map(unwrapped));
        } else {
            pieces.extend(bracketed.into_iter().map(unwrapped));
        }
    }
    pieces
}

/// Whether there may be an address in it: a `mailto:` link may write the `@` as `%40`.
fn has_at(piece: &str) -> bool {
    piece.contains('@') || (piece.contains("%40") && piece.to_ascii_lowercase().contains("mailto:"))
}

fn bracketed(part: &str) -> impl Iterator<Item = &str> {
    part.split('<').skip(1).filter_map(|rest| rest.split_once('>').map(|(inner, _)| inner))
}

fn has_prefix(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

/// Takes off what stands around an address: quotes, brackets, full stops, `mailto:` and the directory's own `smtp:`.
fn unwrapped(piece: &str) -> String {
    let mut piece = bare(piece);
    if has_prefix(piece, "smtp:") {
        piece = bare(&piece["smtp:".len()..]);
    }
    if !has_prefix(piece, "mailto:") {
        return piece.to_owned();
    }
    let link = piece["mailto:".len()..].split('?').next().unwrap_or_default();
    bare(&percent_decoded(link)).to_owned()
}

fn bare(piece: &str) -> &str {
    let piece = trimmed(piece)
        .trim_start_matches(['<', '(', '[', '"', '\u{201c}', '\u{201e}', '\u{2018}', '\u{ab}'])
        .trim_end_matches([
            '>', ')', ']', '"', '\u{201d}', '\u{201c}', '\u{2019}', '\u{bb}', '.', ',', ';', ':', '!', '?',
        ]);
    // An apostrophe may begin a name ('t Hooft), so that only a pair of them is a quotation.
    let quoted = piece.strip_prefix('\'').and_then(|inner| inner.strip_suffix('\''));
    trimmed(quoted.unwrap_or(piece))
}

/// Decodes `%40` and the like, as a `mailto:` link writes them (RFC 6068); what is not such a code stays.
fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let code = text.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match code {
            Some(code) if byte == b'%' => {
                decoded.push(code);
                at += 3;
            }
            _ => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

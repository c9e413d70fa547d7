//! What people paste into the search field: an address, a user name or an object id, and whatever stands around it.

use super::accents::without_accents;
use super::object_id::ObjectId;
use super::value::{Address, LONGEST_ADDRESS, NotAnAddress, is_invisible, key_of, nothing_forbidden};
use super::value::{trimmed, within};
use crate::invited::{self, Decoded};
use crate::user_name::UserName;

/// The longest paste that is looked into, in characters: an address with its display name and a `mailto:` subject.
const LONGEST_PASTE: usize = 2_000;

/// The largest paste that is looked at at all, in bytes: what is around the address may be long, and is not megabytes.
const LARGEST_PASTE: usize = 64 * 1024;

/// What was pasted, read.
///
/// ```
/// use guest::Pasted;
/// let pasted = Pasted::read("[Jan](mailto:jan@fabrikam.nl)")?;
/// assert!(matches!(pasted, Pasted::Address(address) if address.as_str() == "jan@fabrikam.nl"));
/// let pasted = Pasted::read("jan_fabrikam.nl#EXT#@contoso.onmicrosoft.com")?;
/// assert!(matches!(pasted, Pasted::UserName(name) if name.addresses()[0].as_str() == "jan@fabrikam.nl"));
/// let pasted = Pasted::read("{7D1F0000-0000-4000-8000-00000000000A}")?;
/// assert!(matches!(pasted, Pasted::ObjectId(_)));
/// # Ok::<(), guest::NotAnAddress>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pasted {
    /// An address the directory may hold.
    Address(Address),
    /// The user name of somebody from outside.
    UserName(UserName),
    /// An object id; also that of somebody deleted, which stands before their user name.
    ObjectId(ObjectId),
}

impl Pasted {
    /// Reads what people paste: an address, a user name with `#EXT#` or an object id; a display name with it in angle
    /// brackets, `mailto:` and Markdown links, `%40` for the `@`, quotes, invisible characters, separators and full
    /// stops around it.
    pub fn read(text: &str) -> Result<Self, NotAnAddress> {
        let visible = visible(text)?;
        let pieces = pieces(&visible);
        match pieces.as_slice() {
            [] => Self::object_id(&visible).map_or_else(|| nothing_in(&visible), |id| Ok(Self::ObjectId(id))),
            [one] => Self::piece(one),
            several => Err(these(several)),
        }
    }

    /// One piece, with nothing around it.
    fn piece(piece: &str) -> Result<Self, NotAnAddress> {
        let Some(name) = UserName::read(piece) else {
            return Address::parse(piece).and_then(without_accents).map(Self::Address);
        };
        within(piece, LONGEST_ADDRESS + ObjectId::DIGITS)?;
        nothing_forbidden(piece)?;
        Ok(of_deleted(piece).map_or(Self::UserName(name), Self::ObjectId))
    }

    /// The one id among the words: people copy the name of the property with it.
    fn object_id(text: &str) -> Option<ObjectId> {
        let words = text.split(|it: char| it.is_whitespace() || ",;:".contains(it));
        let mut ids = words.filter_map(|word| ObjectId::read(bare(word)));
        let first = ids.next()?;
        ids.all(|other| other == first).then_some(first)
    }
}

impl Address {
    /// Reads the one address in what was pasted, whatever it looks like: for a text that is only compared.
    pub fn from_pasted(text: &str) -> Result<Self, NotAnAddress> {
        let visible = visible(text)?;
        match pieces(&visible).as_slice() {
            [] => nothing_in(&visible),
            [one] => Self::parse(one),
            several => Err(these(several)),
        }
    }
}

/// The text without what cannot be seen; refused when that is nothing, or more than anybody pastes.
fn visible(text: &str) -> Result<String, NotAnAddress> {
    // Before any other work, even the looking for what stands around it: a pasted document must cost nothing.
    if text.len() > LARGEST_PASTE {
        return Err(NotAnAddress::TooLong { length: text.chars().count(), limit: LONGEST_ADDRESS });
    }
    let text = trimmed(text);
    if text.is_empty() {
        return Err(NotAnAddress::Empty);
    }
    within(text, LONGEST_PASTE)
        .map_err(|_| NotAnAddress::TooLong { length: text.chars().count(), limit: LONGEST_ADDRESS })?;
    let visible: String = text.chars().filter(|&it| !is_invisible(it)).collect();
    Ok(trimmed(&visible).to_owned())
}

fn nothing_in<T>(text: &str) -> Result<T, NotAnAddress> {
    within(text, LONGEST_ADDRESS).and(Err(NotAnAddress::NoAt))
}

fn these(several: &[String]) -> NotAnAddress {
    let searchable = several.iter().filter(|piece| Pasted::piece(piece).is_ok()).cloned().collect();
    NotAnAddress::SeveralAddresses { count: several.len(), searchable }
}

/// The object id of somebody deleted: the directory writes it, without hyphens, before the user name.
fn of_deleted(piece: &str) -> Option<ObjectId> {
    let (id, name) = piece.split_at_checked(ObjectId::DIGITS)?;
    // What follows must be a name by itself: an address may begin like an id too.
    if invited::decode(name) == Decoded::NotAnExtName { None } else { ObjectId::read(id) }
}

/// The different pieces of a paste that may be an address or a user name.
fn pieces(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for piece in candidates(text) {
        if !found.iter().any(|known| key_of(known) == key_of(&piece)) {
            found.push(piece);
        }
    }
    found
}

/// One for each part between separators that holds an `@`.
fn candidates(text: &str) -> Vec<String> {
    let text = if has_prefix(text, "mailto:") { text.split('?').next().unwrap_or(text) } else { text };
    // A Markdown link: its label and where it leads are two parts.
    let text = text.replace("](", "\n");
    let mut pieces = Vec::new();
    for part in text.split([';', ',', '\n', '\r', '\t']).filter(|part| may_be_one(part)) {
        let bracketed: Vec<&str> = bracketed(part).filter(|inner| may_be_one(inner)).collect();
        if bracketed.is_empty() {
            pieces.extend(part.split_whitespace().filter(|word| may_be_one(word)).map(unwrapped));
        } else {
            pieces.extend(bracketed.into_iter().map(unwrapped));
        }
    }
    pieces
}

/// Whether there may be an address or a user name in it, as it is or as a link writes it.
fn may_be_one(piece: &str) -> bool {
    piece.contains('@') || has_coded_at(piece) || invited::is_ext_name(piece) || has_coded_ext(piece)
}

/// Whether a coded `@` stands between a name and what may be a domain: `20%40 off` is no address.
fn has_coded_at(piece: &str) -> bool {
    let parts = piece.split_once("%40");
    parts.is_some_and(|(name, domain)| !name.is_empty() && domain.contains('.'))
}

fn has_coded_ext(piece: &str) -> bool {
    piece.to_ascii_lowercase().contains("%23ext%23")
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
    if has_prefix(piece, "mailto:") {
        let link = piece["mailto:".len()..].split('?').next().unwrap_or_default();
        return bare(&percent_decoded(link)).to_owned();
    }
    // Beside an `@` a `%40` is part of the name: it is a code only where there is none.
    if !piece.contains('@') && piece.contains("%40") || has_coded_ext(piece) {
        return bare(&percent_decoded(piece)).to_owned();
    }
    piece.to_owned()
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

/// Decodes `%40` and the like, as links write them (RFC 6068); what is not such a code stays.
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

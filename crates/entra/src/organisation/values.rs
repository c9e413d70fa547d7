//! What the value of each field may be.

use plain_text::misleads;
use url::{Host, Url};
use uuid::Uuid;

use super::error::OrganisationError;

/// Longest name of an organisation, in characters.
const NAME: usize = 120;
/// Longest line that says whom to ask, in characters.
const HELP: usize = 200;
/// Longest host of a custom cloud with its scheme and port, in bytes: a DNS name has at most 253.
const HOST: usize = 270;

pub(super) fn name(text: &str) -> Result<String, OrganisationError> {
    single_line(text, NAME).ok_or(OrganisationError::Invalid { field: "name" })
}

/// A domain or a GUID. `common`, `organizations` and `consumers` are neither: the tenant is pinned.
pub(super) fn tenant(text: &str) -> Result<String, OrganisationError> {
    let text = text.trim().to_ascii_lowercase();
    if guid(&text).is_some() || is_domain(&text) {
        Ok(text)
    } else {
        Err(OrganisationError::Invalid { field: "tenant" })
    }
}

pub(super) fn client_id(text: &str) -> Result<Uuid, OrganisationError> {
    guid(text.trim()).ok_or(OrganisationError::Invalid { field: "clientId" })
}

/// An e-mail address or a page that is read over https. It is shown, so it must read as what it is.
pub(super) fn help(text: &str) -> Result<String, OrganisationError> {
    single_line(text, HELP)
        .filter(|text| is_address(text) || is_page(text))
        .ok_or(OrganisationError::Invalid { field: "help" })
}

/// A host, reached over https, and nothing behind it.
pub(super) fn host(text: &str) -> Option<Url> {
    let text = text.trim();
    let url = https(text).filter(|_| text.len() <= HOST)?;
    // As it is written, and not as it is read: `https://host/..` has no path once it is read.
    let behind = &text["https://".len()..];
    matches!(&behind[authority(behind).len()..], "" | "/").then_some(url)
}

/// A name as it can be shown: short, and without characters that mislead a reader.
pub(super) fn displayable(name: &str) -> String {
    plain_text::replaced(name.chars().take(60))
}

/// In the usual form with hyphens only, and not the empty GUID that a template holds.
fn guid(text: &str) -> Option<Uuid> {
    let usual = text.len() == uuid::fmt::Hyphenated::LENGTH;
    Uuid::try_parse(text).ok().filter(|id| usual && !id.is_nil())
}

fn single_line(text: &str, most: usize) -> Option<String> {
    let text = text.trim();
    let fits = !text.is_empty() && text.chars().count() <= most && !text.chars().any(misleads);
    fits.then(|| text.to_owned())
}

/// Labels of RFC 1035 between dots. The last one holds a letter, so an IPv4 address is none. A domain of other letters
/// is written as DNS has it (`xn--…`): letters of two alphabets that look the same would lead somewhere else.
fn is_domain(text: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|character| character.is_ascii_alphanumeric() || character == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last = text.rsplit('.').next().unwrap_or_default();
    text.len() <= 253
        && text.contains('.')
        && text.split('.').all(label)
        && last.chars().any(|character| !character.is_ascii_digit())
}

/// The dot-atoms of RFC 5322, with letters of all alphabets before the at sign (RFC 6531).
fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let atom = |atom: &str| {
        !atom.is_empty()
            && atom
                .chars()
                .all(|character| character.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~-".contains(character))
    };
    local.split('.').all(atom) && is_domain(domain)
}

fn is_page(text: &str) -> bool {
    !text.contains(char::is_whitespace) && https(text).is_some()
}

/// An address that is read the same by everybody: `url` also takes tabs, backslashes and missing slashes.
fn https(text: &str) -> Option<Url> {
    let rest = text.strip_prefix("https://").filter(|rest| !rest.starts_with(['/', '\\']))?;
    if rest.contains('\\') || rest.chars().any(|character| character.is_whitespace() || misleads(character)) {
        return None;
    }
    // As with `is_domain`; `url` would read other letters, wide dots and digits as what they resemble.
    if !authority(rest).is_ascii() {
        return None;
    }
    let url = Url::parse(text).ok()?;
    let named = matches!(url.host(), Some(Host::Domain(_) | Host::Ipv4(_) | Host::Ipv6(_)));
    // `https://user@host` shows another host than it goes to; an empty user (`https://@host`) is left out by `url`.
    let nobody = url.username().is_empty() && url.password().is_none() && !authority(rest).contains('@');
    (url.scheme() == "https" && named && nobody).then_some(url)
}

fn authority(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

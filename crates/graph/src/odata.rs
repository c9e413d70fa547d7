//! Escaping: an address goes through two layers (an OData string literal, then a query value) and must come out at
//! the server as it went in. Microsoft Graph: query parameters, "escaping single quotes" and "encoding".

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What may stand unencoded in a query value or a path segment: RFC 3986's unreserved characters, and the
/// punctuation of OData that is legal in a query, kept so that a request can be read. Never `+`, which a server may
/// read as a blank, nor `#`, `&`, `%`, `/`, `?` and `=`.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b',')
    .remove(b'(')
    .remove(b')')
    .remove(b'\'')
    .remove(b':');

/// Percent-encodes a whole query value or path segment.
///
/// ```
/// assert_eq!(graph::odata::encode("jan+x#1@fabrikam.nl"), "jan%2Bx%231%40fabrikam.nl");
/// ```
#[must_use]
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, KEPT).to_string()
}

/// An OData string literal: in single quotes, an apostrophe doubled.
///
/// ```
/// assert_eq!(graph::odata::literal("o'neil@contoso.com"), "'o''neil@contoso.com'");
/// ```
#[must_use]
pub fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// `mail eq 'a'`.
#[must_use]
pub fn equals(property: &str, value: &str) -> String {
    format!("{property} eq {}", literal(value))
}

/// `otherMails/any(x:x eq 'a')`: a collection of texts has this value.
#[must_use]
pub fn has(collection: &str, value: &str) -> String {
    format!("{collection}/any(x:x eq {})", literal(value))
}

/// `startsWith(userPrincipalName,'a')`.
#[must_use]
pub fn starts_with(property: &str, value: &str) -> String {
    format!("startsWith({property},{})", literal(value))
}

/// `endsWith(userPrincipalName,'a')`: an advanced query.
#[must_use]
pub fn ends_with(property: &str, value: &str) -> String {
    format!("endsWith({property},{})", literal(value))
}

/// The identity of a guest who signs in with a code sent to this address. Issuer and id must be asked together, and
/// only `eq` is allowed (Microsoft Graph: objectIdentity resource).
#[must_use]
pub fn has_mail_identity(address: &str) -> String {
    format!("identities/any(i:i/issuer eq 'mail' and i/issuerAssignedId eq {})", literal(address))
}

/// A query string, `?` included, out of names that are ours and values that are anybody's.
#[must_use]
pub fn query(parameters: &[(&str, String)]) -> String {
    let mut text = String::new();
    for (name, value) in parameters {
        text.push(if text.is_empty() { '?' } else { '&' });
        text.push_str(name);
        text.push('=');
        text.push_str(&encode(value));
    }
    text
}

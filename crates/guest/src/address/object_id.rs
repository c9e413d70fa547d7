//! Object ids, as people copy them.

use std::fmt;

/// Where the hyphens of an id stand.
const HYPHENS: [usize; 4] = [8, 13, 18, 23];

/// The object id of somebody in the directory: in small letters, with its hyphens.
///
/// ```
/// use guest::ObjectId;
/// let id = ObjectId::read("{7D1F0000-0000-4000-8000-00000000000A}");
/// assert_eq!(id.unwrap().as_str(), "7d1f0000-0000-4000-8000-00000000000a");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectId(String);

impl ObjectId {
    /// How many digits an id has.
    pub(crate) const DIGITS: usize = 32;

    /// Reads an id, in braces or not, with all of its hyphens or, as in the user name of somebody deleted, with none.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let bare = text.strip_prefix('{').and_then(|inner| inner.strip_suffix('}')).unwrap_or(text);
        let digits: String = bare.chars().filter(|&it| it != '-').collect();
        let is_id = digits.len() == Self::DIGITS && digits.bytes().all(|it| it.is_ascii_hexdigit());
        if !is_id {
            return None;
        }
        let mut id = digits.to_ascii_lowercase();
        for at in HYPHENS {
            id.insert(at, '-');
        }
        let written = bare == digits || bare.eq_ignore_ascii_case(&id);
        written.then_some(Self(id))
    }

    /// As the directory writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ObjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

//! The chain of hashes over all rows.

use sha2::{Digest, Sha256};

/// What walking the chain of hashes found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chain {
    /// Every row is as it was written, and none is missing before the last.
    Whole {
        /// How many rows were written, those that were [taken out](crate::Truncation) with them.
        rows: u64,
        /// The last row's hash in hexadecimal: kept elsewhere, it also proves that no row was cut off the end.
        head: String,
    },
    /// This row, or the one before it, is not what was written.
    Broken {
        /// The first row that does not fit.
        row: i64,
    },
}

/// SHA-256, 32 bytes.
pub(crate) type Hash = [u8; 32];

/// What the first row has as its previous hash.
pub(crate) const NOTHING_BEFORE: Hash = [0; 32];

/// The content of a row as it stands in the file.
pub(crate) struct Content<'a> {
    pub(crate) seq: i64,
    pub(crate) change: &'a str,
    pub(crate) at: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) body: &'a str,
}

impl Content<'_> {
    /// Every field is preceded by its length, so that no text can move from one field into the next.
    pub(crate) fn hash(&self, previous: &Hash) -> Hash {
        let mut sha = Sha256::new();
        sha.update(previous);
        sha.update(self.seq.to_be_bytes());
        for field in [self.change, self.at, self.kind, self.body] {
            sha.update((field.len() as u64).to_be_bytes());
            sha.update(field);
        }
        sha.finalize().into()
    }
}

pub(crate) fn hexadecimal(hash: &Hash) -> String {
    use std::fmt::Write as _;
    hash.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

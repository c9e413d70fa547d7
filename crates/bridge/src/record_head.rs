//! The head of the journal's chain, kept apart from it in a sealed file whose key no sign-out removes.

use std::path::Path;
use std::sync::Arc;

use entra::{KeyringStore, SealedFile, Unsealed};
use journal::{Head, KnownHead, StoresHead};
use serde::{Deserialize, Serialize};

const FILE: &str = "journal.head.sealed";

/// What the keyring calls its key; the folder's number follows.
const KEY: &str = "record";

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Written {
    row: i64,
    hash: String,
    cut_after: Option<i64>,
    // The first versions of the file have neither, and have them still where no row was ever taken out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    truncation: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    announced: Option<String>,
}

impl From<Written> for Head {
    fn from(written: Written) -> Self {
        let Written { row, hash, cut_after, truncation, announced } = written;
        Self { row, hash, cut_after, truncation, announced }
    }
}

impl From<Head> for Written {
    fn from(head: Head) -> Self {
        let Head { row, hash, cut_after, truncation, announced } = head;
        Self { row, hash, cut_after, truncation, announced }
    }
}

/// Keeps it in the data folder.
pub(crate) struct RecordHead(SealedFile);

impl RecordHead {
    pub(crate) fn new(folder: &Path, keyring: Option<Arc<KeyringStore>>) -> Self {
        Self(SealedFile::new(folder, FILE, KEY, keyring))
    }
}

impl StoresHead for RecordHead {
    fn exists(&self) -> bool {
        self.0.exists()
    }

    fn kept(&mut self) -> KnownHead {
        match self.0.read() {
            Unsealed::Bytes(bytes) => serde_json::from_slice(&bytes)
                .map_or(KnownHead::Lost, |written: Written| KnownHead::Head(written.into())),
            Unsealed::Nothing => KnownHead::Nothing,
            Unsealed::Lost => KnownHead::Lost,
            Unsealed::NoKeyring => KnownHead::Nowhere,
        }
    }

    fn store(&mut self, head: &Head) -> bool {
        serde_json::to_vec(&Written::from(head.clone())).is_ok_and(|bytes| self.0.write(&bytes))
    }
}

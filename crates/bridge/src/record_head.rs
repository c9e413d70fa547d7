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
                .map_or(KnownHead::Lost, |Written { row, hash, cut_after }| {
                    KnownHead::Head(Head { row, hash, cut_after })
                }),
            Unsealed::Nothing => KnownHead::Nothing,
            Unsealed::Lost => KnownHead::Lost,
            Unsealed::NoKeyring => KnownHead::Nowhere,
        }
    }

    fn store(&mut self, head: &Head) -> bool {
        let Head { row, hash, cut_after } = head.clone();
        serde_json::to_vec(&Written { row, hash, cut_after }).is_ok_and(|bytes| self.0.write(&bytes))
    }
}

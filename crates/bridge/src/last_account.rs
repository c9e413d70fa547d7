//! Whether whoever signs in is who was signed in here the last time. Another program of the same computer that sees
//! the address the browser is sent to can answer it in another name: then the person is asked.
//!
//! Kept is a digest of two random ids, and no name: it can be compared and not read.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use atomic_file::Permissions;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// The file in the data folder.
pub(crate) const FILE: &str = "last-account.json";

/// The version this program writes, and the newest it reads.
const VERSION: u32 = 1;

/// The largest file that is read, in bytes; we write two hundred.
const LARGEST: u64 = 64 * 1024;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written {
    version: u32,
    /// Digests: of the tenant's id, and of the tenant's and the user's.
    tenant: String,
    account: String,
}

impl Written {
    fn of(tenant: &str, user: &str) -> Self {
        Self { version: VERSION, tenant: digest(&[tenant]), account: digest(&[tenant, user]) }
    }

    /// Somebody else of the same organisation. In another organisation one has another account anyway.
    fn is_another_than(&self, last: &Self) -> bool {
        self.tenant == last.tenant && self.account != last.account
    }
}

fn digest(parts: &[&str]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        // Ids have no line ends, so that two never read as one.
        digest.update(part.to_ascii_lowercase());
        digest.update(b"\n");
    }
    format!("{:x}", digest.finalize())
}

/// The last account, and what was found of the one that is here now.
#[derive(Debug)]
pub(crate) struct LastAccount {
    file: PathBuf,
    here: Mutex<Option<(Written, bool)>>,
}

impl LastAccount {
    pub(crate) fn new(folder: &Path) -> Self {
        Self { file: folder.join(FILE), here: Mutex::default() }
    }

    /// Whether somebody else of the same organisation was signed in here the last time. From now on this one was; as
    /// long as they are here, the answer stays.
    pub(crate) fn is_another(&self, tenant: &str, user: &str) -> bool {
        let now = Written::of(tenant, user);
        let mut here = self.here();
        if let Some((_, another)) = here.as_ref().filter(|(known, _)| *known == now) {
            return *another;
        }
        let another = self.compare_and_keep(&now);
        *here = Some((now, another));
        another
    }

    /// Nobody is signed in for real any more: whoever comes next is compared.
    pub(crate) fn left(&self) {
        *self.here() = None;
    }

    /// Forgets the last account.
    pub(crate) fn forget(&self) -> io::Result<()> {
        self.left();
        match fs::remove_file(&self.file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// What cannot be read or kept only means that nobody is asked: it must keep nobody out.
    fn compare_and_keep(&self, now: &Written) -> bool {
        let last = match read(&self.file) {
            Ok(last) => last,
            Err(error) => {
                tracing::error!(%error, "the last account cannot be compared");
                return false;
            }
        };
        if last.as_ref() == Some(now) {
            return false;
        }
        let text = serde_json::to_vec_pretty(now).map_err(io::Error::from);
        if let Err(error) =
            text.and_then(|text| atomic_file::write(&self.file, &text, Permissions::OwnerOnly))
        {
            tracing::error!(%error, "the last account cannot be kept");
        }
        last.is_some_and(|last| now.is_another_than(&last))
    }

    fn here(&self) -> MutexGuard<'_, Option<(Written, bool)>> {
        self.here.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is kept. A damaged file is none and is written anew; one of a newer version is an error and is left alone.
fn read(file: &Path) -> io::Result<Option<Written>> {
    let bytes = match atomic_file::read(file, LARGEST) {
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => return Ok(None),
        read => read?,
    };
    let value = bytes.and_then(|bytes| serde_json::from_slice::<serde_json::Value>(&bytes).ok());
    let Some(value) = value else { return Ok(None) };
    if value.get("version").and_then(serde_json::Value::as_u64).is_some_and(|it| it > u64::from(VERSION)) {
        return Err(io::Error::new(io::ErrorKind::Unsupported, "a newer version of the app wrote it"));
    }
    Ok(serde_json::from_value(value).ok())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;

    const ANNA: &str = "6f2c7f3a-0000-4000-8000-000000000001";
    const BRAM: &str = "6f2c7f3a-0000-4000-8000-000000000002";

    #[test]
    fn somebody_else_of_the_same_organisation_is_another_until_they_leave() {
        let folder = temporary_folder::temporary_folder();
        let last = LastAccount::new(folder.path());
        assert!(!last.is_another("contoso", ANNA), "nobody was here before");
        assert!(last.is_another("contoso", BRAM));
        assert!(last.is_another("contoso", BRAM), "as long as they are here");
        last.left();
        assert!(!last.is_another("contoso", BRAM.to_uppercase().as_str()), "now Bram was the last");
        // also after a restart, and for nobody of another organisation
        let last = LastAccount::new(folder.path());
        assert!(last.is_another("contoso", ANNA));
        assert!(!last.is_another("fabrikam", BRAM));
        last.forget().unwrap();
        assert!(!last.is_another("fabrikam", ANNA), "what was forgotten is not compared");
    }

    #[test]
    fn no_name_and_no_id_can_be_read_in_what_is_kept() {
        let folder = temporary_folder::temporary_folder();
        LastAccount::new(folder.path()).is_another("contoso", ANNA);
        let text = fs::read_to_string(folder.path().join(FILE)).unwrap();
        assert!(!text.contains(ANNA) && !text.contains("contoso"), "{text}");
    }

    #[test]
    fn a_newer_file_is_left_alone_and_a_damaged_one_is_none() {
        let folder = temporary_folder::temporary_folder();
        let file = folder.path().join(FILE);
        let newer = br#"{ "version": 2, "who": "somebody" }"#;
        fs::write(&file, newer).unwrap();
        assert!(!LastAccount::new(folder.path()).is_another("contoso", ANNA));
        assert_eq!(fs::read(&file).unwrap(), newer);
        for damaged in ["", "{", "[]", "{\"version\":1}"] {
            fs::write(&file, damaged).unwrap();
            let last = LastAccount::new(folder.path());
            assert!(!last.is_another("contoso", ANNA), "{damaged:?}");
            assert!(last.is_another("contoso", BRAM), "{damaged:?}");
        }
    }
}

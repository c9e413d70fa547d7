//! Where the file lies: what belongs to it, what is refused there, and what is kept aside.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::JournalError;
use crate::chain::{Hash, hexadecimal};

/// What `SQLite` may have beside its file: the log, its index, and the log of another mode than ours.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

/// The largest file that is a journal: a million changes, and more than anybody makes.
const LARGEST: u64 = 4 * 1024 * 1024 * 1024;

/// The place of a journal.
#[derive(Debug, Clone)]
pub(crate) struct Place(PathBuf);

impl Place {
    /// The place of this file. Its folder must be there; what is there of its files must be files, and one's own.
    pub(crate) fn of(path: &Path) -> Result<Self, JournalError> {
        let trouble = |source| JournalError::File { path: path.to_owned(), source };
        let name = path.file_name().ok_or_else(|| trouble(io::ErrorKind::InvalidInput.into()))?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // Links above the file are the system's (a home on another disk); the file is none.
        let place = Self(fs::canonicalize(folder).map_err(trouble)?.join(name));
        for suffix in BESIDE.iter().chain(&[""]) {
            let file = place.beside(suffix);
            let refuse = |source| JournalError::File { path: file.clone(), source };
            if atomic_file::regular(&file).map_err(refuse)? && length(&file).map_err(refuse)? > LARGEST {
                return Err(refuse(io::ErrorKind::FileTooLarge.into()));
            }
        }
        Ok(place)
    }

    /// The journal's file.
    pub(crate) fn file(&self) -> &Path {
        &self.0
    }

    /// A file beside it.
    pub(crate) fn beside(&self, suffix: &str) -> PathBuf {
        let mut name = self.0.as_os_str().to_owned();
        name.push(suffix);
        name.into()
    }

    /// Whether anything of it is there, however empty.
    pub(crate) fn exists(&self) -> bool {
        self.0.exists() || BESIDE.iter().any(|suffix| self.has(suffix))
    }

    /// Whether a file beside it is there with something in it.
    pub(crate) fn has(&self, suffix: &str) -> bool {
        length(&self.beside(suffix)).is_ok_and(|length| length > 0)
    }

    /// Takes the file from everybody but its owner; the files beside it inherit the mode.
    pub(crate) fn close_to_others(&self) -> Result<(), JournalError> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let close = || {
                if !self.0.exists() {
                    return Ok(());
                }
                let file = atomic_file::open(&self.0, OpenOptions::new().read(true))?;
                let open_to_others = file.metadata()?.permissions().mode() & 0o077 != 0;
                if open_to_others { file.set_permissions(fs::Permissions::from_mode(0o600)) } else { Ok(()) }
            };
            close().map_err(|source| JournalError::File { path: self.0.clone(), source })?;
        }
        Ok(())
    }

    /// Copies the file, and what belongs to it, aside, byte by byte, under a name that the damage gives: the same damage
    /// is kept once, and what was kept is never overwritten. The file itself comes last, so that where it is, all is.
    pub(crate) fn keep_aside(&self, damage: &Hash) -> Result<(), JournalError> {
        if self.is_kept(damage) {
            return Ok(());
        }
        let aside = self.aside(damage);
        for suffix in ["-wal", "-journal", ""] {
            let (from, mut to) = (self.beside(suffix), aside.clone().into_os_string());
            to.push(suffix);
            copy(&from, Path::new(&to))
                .map_err(|source| JournalError::File { path: PathBuf::from(to), source })?;
        }
        self.sync_folder()
    }

    /// Whether this damage was kept aside before.
    pub(crate) fn is_kept(&self, damage: &Hash) -> bool {
        self.aside(damage).exists()
    }

    /// What the files are now, as a name for their damage.
    pub(crate) fn fingerprint(&self) -> Result<Hash, JournalError> {
        let mut sha = Sha256::new();
        for suffix in ["", "-wal", "-journal"] {
            let file = self.beside(suffix);
            let read = atomic_file::read(&file, LARGEST);
            let bytes = read.map_err(|source| JournalError::File { path: file, source })?.unwrap_or_default();
            sha.update((bytes.len() as u64).to_be_bytes());
            sha.update(bytes);
        }
        Ok(sha.finalize().into())
    }

    /// Puts another file in the place of this one, which was kept aside, with its log.
    pub(crate) fn replace_with(&self, new: &Path) -> Result<(), JournalError> {
        self.remove_beside()?;
        let refuse = |source| JournalError::File { path: self.0.clone(), source };
        fs::rename(new, &self.0).map_err(refuse)?;
        self.sync_folder()
    }

    /// Removes the log and its index.
    pub(crate) fn remove_beside(&self) -> Result<(), JournalError> {
        for suffix in BESIDE {
            remove(&self.beside(suffix))?;
        }
        Ok(())
    }

    /// Removes the log of a mode that is not ours, which would be played back into the file.
    pub(crate) fn remove_beside_journal(&self) -> Result<(), JournalError> {
        remove(&self.beside("-journal"))
    }

    /// A name for a file that is being made, with nothing under it and beside it.
    pub(crate) fn new_file(&self) -> Result<Self, JournalError> {
        let new = Self(self.beside(".new"));
        remove(new.file())?;
        new.remove_beside()?;
        Ok(new)
    }

    /// The file alone, as it is without its log, under the name of a new one.
    pub(crate) fn copy_alone(&self) -> Result<Self, JournalError> {
        let new = self.new_file()?;
        copy(self.file(), new.file())
            .map_err(|source| JournalError::File { path: new.file().to_owned(), source })?;
        Ok(new)
    }

    /// Everything that was kept aside here.
    pub(crate) fn kept_aside(&self) -> Vec<PathBuf> {
        let Some(folder) = self.0.parent().and_then(|folder| fs::read_dir(folder).ok()) else {
            return Vec::new();
        };
        let (before, after) = self.aside_name();
        let is_aside =
            |name: &str| name.starts_with(&before) && name.ends_with(&after) && name.len() > before.len();
        let mut aside: Vec<PathBuf> = folder
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.file_name().and_then(|name| name.to_str()).is_some_and(is_aside))
            .collect();
        aside.sort();
        aside
    }

    fn aside(&self, damage: &Hash) -> PathBuf {
        let (before, after) = self.aside_name();
        let damage: String = hexadecimal(damage).chars().take(8).collect();
        self.0.with_file_name(format!("{before}{damage}{after}"))
    }

    fn aside_name(&self) -> (String, String) {
        let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
        (format!("{}.damaged-", part(self.0.file_stem())), format!(".{}", part(self.0.extension())))
    }

    fn sync_folder(&self) -> Result<(), JournalError> {
        atomic_file::sync_folder_of(&self.0)
            .map_err(|source| JournalError::File { path: self.0.clone(), source })
    }
}

fn length(path: &Path) -> io::Result<u64> {
    match fs::symlink_metadata(path) {
        Ok(metadata) => Ok(metadata.len()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(0),
        Err(error) => Err(error),
    }
}

/// A copy that is on the disk when this returns, and has its name only when it is whole. What is not there is not
/// copied.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if !atomic_file::regular(from)? {
        return Ok(());
    }
    let mut part = to.as_os_str().to_owned();
    part.push(".new");
    let part = PathBuf::from(part);
    // What a crash left of one.
    atomic_file::remove(&part)?;
    let mut source = atomic_file::open(from, OpenOptions::new().read(true))?;
    let mut copy = atomic_file::open(&part, OpenOptions::new().write(true).create_new(true))?;
    let copied = io::copy(&mut source, &mut copy).and_then(|_| copy.sync_all());
    let named = copied.and_then(|()| fs::rename(&part, to));
    if named.is_err() {
        let _ = fs::remove_file(&part);
    }
    named
}

fn remove(path: &Path) -> Result<(), JournalError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(JournalError::File { path: path.to_owned(), source: error })
        }
        _ => Ok(()),
    }
}

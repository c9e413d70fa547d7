//! Whom one looked up last: for as long as the app runs, and longer only where the person switched that on. An address
//! is personal data, so nothing is kept by itself, each list is its person's own, and one press removes all of it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use atomic_file::Permissions;
use guest::Verdict;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The file: it is there exactly when searches are kept.
pub(crate) const FILE: &str = "recent.json";

const VERSION: u32 = 1;

/// Far more than the list can hold.
const LARGEST: u64 = 256 * 1024;

/// How many one person is shown, and how many are kept of everybody.
const SHOWN: usize = 10;
const MOST: usize = 100;

/// Who looked somebody up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Person {
    pub(crate) tenant: String,
    pub(crate) user: String,
}

/// One search that was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Search {
    pub(crate) by: Person,
    pub(crate) address: String,
    pub(crate) verdict: Verdict,
    pub(crate) at: Timestamp,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Written {
    version: u32,
    searches: Vec<Search>,
}

/// The searches, the newest first.
#[derive(Debug)]
pub(crate) struct Recent {
    file: PathBuf,
    list: Mutex<List>,
}

#[derive(Debug, Default)]
struct List {
    kept: bool,
    searches: Vec<Search>,
}

impl Recent {
    /// Those that were kept. A file that cannot be read, or is of a newer version, is left as it is, and nothing is kept.
    pub(crate) fn read(folder: &Path) -> Self {
        let file = folder.join(FILE);
        let list = match read(&file) {
            Ok(Some(searches)) => List { kept: true, searches },
            Ok(None) => List::default(),
            Err(error) => {
                tracing::warn!(%error, "the recent searches cannot be read");
                List::default()
            }
        };
        Self { file, list: Mutex::new(list) }
    }

    fn list(&self) -> MutexGuard<'_, List> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether they are kept when the app ends.
    pub(crate) fn kept(&self) -> bool {
        self.list().kept
    }

    /// Those of this person.
    pub(crate) fn of(&self, person: &Person) -> Vec<Search> {
        self.list().searches.iter().filter(|search| search.by == *person).take(SHOWN).cloned().collect()
    }

    /// One more. The same address again stands once, with what was found last.
    pub(crate) fn note(&self, search: Search) {
        let mut list = self.list();
        let same = |it: &Search| it.by == search.by && it.address.eq_ignore_ascii_case(&search.address);
        list.searches.retain(|it| !same(it));
        list.searches.insert(0, search);
        list.searches.truncate(MOST);
        if list.kept
            && let Err(error) = write(&self.file, &list.searches)
        {
            tracing::warn!(%error, "a recent search was not kept");
        }
    }

    /// From now on they are kept when the app ends, or no more: then what was kept is removed from the disk.
    pub(crate) fn store(&self, kept: bool) -> io::Result<()> {
        let mut list = self.list();
        if kept {
            // What a newer version wrote is not written over.
            read(&self.file)?;
            write(&self.file, &list.searches)?;
        } else {
            atomic_file::remove(&self.file)?;
        }
        list.kept = kept;
        Ok(())
    }

    /// All of them are removed, everybody's, from the disk too; whether they are kept stays as it is.
    pub(crate) fn forget(&self) -> io::Result<()> {
        let mut list = self.list();
        list.searches.clear();
        if list.kept { write(&self.file, &[]) } else { Ok(()) }
    }

    /// Those for this address are removed, everybody's, from the disk too. Answers how many there were.
    pub(crate) fn forget_guest(&self, address: &str) -> io::Result<usize> {
        let mut list = self.list();
        let others = |it: &&Search| !it.address.eq_ignore_ascii_case(address);
        let left: Vec<Search> = list.searches.iter().filter(others).cloned().collect();
        let removed = list.searches.len() - left.len();
        // First from the disk: what could not be removed there is not said to be gone.
        if list.kept && removed > 0 {
            write(&self.file, &left)?;
        }
        list.searches = left;
        Ok(removed)
    }

    /// Somebody signed out: what is not kept is forgotten with their session.
    pub(crate) fn end_session(&self) {
        let mut list = self.list();
        if !list.kept {
            list.searches.clear();
        }
    }
}

fn read(file: &Path) -> io::Result<Option<Vec<Search>>> {
    let Some(bytes) = atomic_file::read(file, LARGEST)? else { return Ok(None) };
    let written: Written = serde_json::from_slice(&bytes)?;
    if written.version > VERSION {
        return Err(io::ErrorKind::InvalidData.into());
    }
    Ok(Some(written.searches))
}

fn write(file: &Path, searches: &[Search]) -> io::Result<()> {
    let written = Written { version: VERSION, searches: searches.to_vec() };
    atomic_file::write(file, &serde_json::to_vec_pretty(&written)?, Permissions::OwnerOnly)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn person(user: &str) -> Person {
        Person { tenant: "contoso".to_owned(), user: user.to_owned() }
    }

    fn search(user: &str, address: &str) -> Search {
        let (by, address) = (person(user), address.to_owned());
        Search { by, address, verdict: Verdict::Healthy, at: Timestamp::UNIX_EPOCH }
    }

    fn addresses(recent: &Recent, user: &str) -> Vec<String> {
        recent.of(&person(user)).into_iter().map(|search| search.address).collect()
    }

    #[test]
    fn by_itself_nothing_is_written_and_everything_ends_with_the_session() {
        let folder = temporary_folder::temporary_folder();
        let recent = Recent::read(folder.path());
        recent.note(search("anna", "jan@fabrikam.nl"));
        assert_eq!(addresses(&recent, "anna"), ["jan@fabrikam.nl"]);
        assert!(!recent.kept() && fs::read_dir(folder.path()).unwrap().next().is_none());
        recent.end_session();
        assert!(addresses(&recent, "anna").is_empty());
    }

    #[test]
    fn one_guest_is_forgotten_however_they_were_typed_and_by_whomever_and_the_others_stay() {
        let folder = temporary_folder::temporary_folder();
        let recent = Recent::read(folder.path());
        recent.store(true).unwrap();
        for (user, address) in
            [("anna", "jan@fabrikam.nl"), ("bram", "Jan@Fabrikam.nl"), ("anna", "sofie@x.nl")]
        {
            recent.note(search(user, address));
        }
        assert_eq!(recent.forget_guest("jan@fabrikam.nl").unwrap(), 2);
        assert_eq!(recent.forget_guest("jan@fabrikam.nl").unwrap(), 0);
        let text = fs::read_to_string(folder.path().join(FILE)).unwrap();
        assert!(!text.to_lowercase().contains("jan@") && text.contains("sofie@x.nl"), "{text}");
        assert_eq!(addresses(&recent, "anna"), ["sofie@x.nl"]);
    }

    #[test]
    fn what_is_kept_is_there_at_the_next_start_until_it_is_switched_off_or_removed() {
        let folder = temporary_folder::temporary_folder();
        let recent = Recent::read(folder.path());
        recent.note(search("anna", "jan@fabrikam.nl"));
        recent.store(true).unwrap();
        recent.note(search("anna", "sofie@fabrikam.nl"));
        recent.end_session();
        let recent = Recent::read(folder.path());
        assert_eq!(addresses(&recent, "anna"), ["sofie@fabrikam.nl", "jan@fabrikam.nl"]);
        recent.forget().unwrap();
        let text = fs::read_to_string(folder.path().join(FILE)).unwrap();
        assert!(!text.contains('@') && addresses(&recent, "anna").is_empty() && recent.kept());
        recent.note(search("anna", "jan@fabrikam.nl"));
        recent.store(false).unwrap();
        assert!(
            fs::read_dir(folder.path()).unwrap().next().is_none(),
            "switched off, nothing stays on the disk"
        );
        assert_eq!(addresses(&recent, "anna"), ["jan@fabrikam.nl"], "and this session goes on");
    }

    #[test]
    fn a_person_sees_their_own_ten_newest_and_each_address_once() {
        let folder = temporary_folder::temporary_folder();
        let recent = Recent::read(folder.path());
        recent.note(search("bram", "jan@fabrikam.nl"));
        for nth in 0..12 {
            recent.note(search("anna", &format!("guest-{nth}@fabrikam.nl")));
        }
        recent.note(search("anna", "Guest-5@fabrikam.nl"));
        let shown = addresses(&recent, "anna");
        assert_eq!(
            (shown.len(), shown[0].as_str(), shown[1].as_str()),
            (10, "Guest-5@fabrikam.nl", "guest-11@fabrikam.nl")
        );
        assert!(!shown.contains(&"guest-5@fabrikam.nl".to_owned()));
        assert_eq!(addresses(&recent, "bram"), ["jan@fabrikam.nl"]);
        for nth in 0..2 * MOST {
            recent.note(search("carla", &format!("guest-{nth}@fabrikam.nl")));
        }
        assert_eq!(recent.list().searches.len(), MOST);
    }

    #[test]
    fn a_file_that_is_newer_or_damaged_is_left_as_it_is_and_nothing_is_kept() {
        for text in [r#"{"version":2,"searches":[]}"#, "{", "[]", r#"{"version":1,"searches":[{"by":1}]}"#] {
            let folder = temporary_folder::temporary_folder();
            let file = folder.path().join(FILE);
            fs::write(&file, text).unwrap();
            let recent = Recent::read(folder.path());
            recent.note(search("anna", "jan@fabrikam.nl"));
            assert!(!recent.kept() && recent.store(true).is_err(), "{text}");
            assert_eq!(fs::read_to_string(&file).unwrap(), text);
            recent.store(false).unwrap();
            assert!(!file.exists(), "switching it off removes it, whatever is in it");
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_is_kept_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = temporary_folder::temporary_folder();
        Recent::read(folder.path()).store(true).unwrap();
        let mode = fs::metadata(folder.path().join(FILE)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

//! What a second start hands to the window that is open: an address, or the text of a hand-over file, and nothing else.
//! The window comes to the front for it.
//!
//! It goes by way of the data folder, which is its owner's alone: a file of a fresh name, which the app that has the folder
//! takes away. That it is gone is the answer. What is in it is as untrusted as what somebody types or opens.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use atomic_file::Permissions;
use uuid::Uuid;

use crate::data_folder;
use crate::hand_over;

/// The folder in the data folder.
const FOLDER: &str = "handed";

/// The most characters of an address that is handed over: no address has more, however it is written.
const LONGEST_ADDRESS: usize = 2_000;

/// How long whoever starts the app a second time waits for the window to take it.
const PATIENCE: Duration = Duration::from_secs(10);

/// What is older was meant for a window that is gone.
const STALE: Duration = Duration::from_mins(1);

/// The most files that are looked at in one go: nobody puts more there.
const MOST: usize = 64;

/// What was handed over.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Handed {
    /// Nothing but that somebody wants the window.
    Nothing,
    /// What is to be looked up.
    Address(String),
    /// The text of a hand-over file.
    HandOver(String),
}

/// Whose address, and what a file says, belongs into no log.
impl std::fmt::Debug for Handed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Nothing => "Nothing",
            Self::Address(_) => "Address",
            Self::HandOver(_) => "HandOver",
        })
    }
}

/// Why nothing was handed over.
#[derive(Debug)]
pub(crate) enum NotHanded {
    /// The address is longer than any.
    AddressTooLong,
    /// The file is no regular one, cannot be read, or is much too large.
    FileUnreadable(PathBuf),
    /// The window did not take it in time: it is busy, or on its way out.
    NotTaken,
}

/// The text of a hand-over file that was named at the start. What it says is read where every such file is.
pub(crate) fn read_file(file: &Path) -> io::Result<String> {
    // A pipe would be waited for. The file may be another person's: it came by mail, or lies on a share.
    if !fs::metadata(file)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let most = hand_over::LARGEST as u64;
    let mut bytes = Vec::new();
    fs::File::open(file)?.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    // Bytes that are no text are no hand-over either, and are refused as that.
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Hands it to the app that has this data folder, and waits until it was taken.
pub(crate) fn hand(data: &Path, find: Option<&str>, file: Option<&Path>) -> Result<(), NotHanded> {
    let handed = match (find, file) {
        (Some(address), _) if address.chars().count() > LONGEST_ADDRESS => {
            return Err(NotHanded::AddressTooLong);
        }
        (Some(address), _) => Handed::Address(address.to_owned()),
        (None, Some(file)) => {
            let unreadable = |_| NotHanded::FileUnreadable(file.to_owned());
            Handed::HandOver(read_file(file).map_err(unreadable)?)
        }
        (None, None) => Handed::Nothing,
    };
    hand_within(data, &handed, PATIENCE)
}

fn hand_within(data: &Path, handed: &Handed, patience: Duration) -> Result<(), NotHanded> {
    let not_written = |error: io::Error| {
        tracing::warn!(%error, "nothing can be handed over by way of the data folder");
        NotHanded::NotTaken
    };
    let folder = data.join(FOLDER);
    data_folder::prepare(&folder).map_err(not_written)?;
    let (kind, text) = match handed {
        Handed::Nothing => ("front", ""),
        Handed::Address(address) => ("address", address.as_str()),
        Handed::HandOver(text) => ("file", text.as_str()),
    };
    let path = folder.join(format!("{}.{kind}", Uuid::new_v4()));
    atomic_file::write(&path, text.as_bytes(), Permissions::OwnerOnly).map_err(not_written)?;
    let begun = Instant::now();
    while atomic_file::exists(&path) {
        if begun.elapsed() > patience {
            // Taken in this very moment: then it is gone, and that is well.
            return match fs::remove_file(&path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
                _ => Err(NotHanded::NotTaken),
            };
        }
        thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

/// Where the app that has the data folder finds what was handed to it.
#[derive(Debug)]
pub(crate) struct Inbox {
    folder: PathBuf,
    /// What the start itself was given, for the window's first question.
    first: Mutex<Option<Handed>>,
}

impl Inbox {
    pub(crate) fn new(data: &Path) -> Self {
        Self { folder: data.join(FOLDER), first: Mutex::default() }
    }

    /// What the start itself was given.
    pub(crate) fn put_first(&self, handed: Handed) {
        *self.first.lock().unwrap_or_else(PoisonError::into_inner) = Some(handed);
    }

    /// What the start itself was given, the first time it is asked for.
    pub(crate) fn take_first(&self) -> Option<Handed> {
        self.first.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// What a later start handed over, the oldest first; it is gone from the folder then. What has another form is
    /// removed and not taken.
    pub(crate) fn take(&self) -> Option<Handed> {
        let mut there: Vec<(SystemTime, PathBuf)> = fs::read_dir(&self.folder)
            .ok()?
            .take(MOST)
            .filter_map(|entry| {
                let entry = entry.ok()?;
                Some((entry.metadata().ok()?.modified().ok()?, entry.path()))
            })
            .collect();
        there.sort();
        there.into_iter().find_map(|(at, path)| {
            let stale = at.elapsed().is_ok_and(|age| age > STALE);
            let kind = path.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
            if kind == "new" && !stale {
                // It is being written.
                return None;
            }
            let read = if stale { None } else { read_handed(&path, kind) };
            // Whoever cannot remove it would take it again and again.
            fs::remove_file(&path).ok()?;
            read
        })
    }
}

fn read_handed(path: &Path, kind: &str) -> Option<Handed> {
    let most = hand_over::LARGEST as u64 * 4;
    let text = || String::from_utf8(atomic_file::read(path, most).ok()??).ok();
    match kind {
        "front" => Some(Handed::Nothing),
        "address" => text().filter(|it| it.chars().count() <= LONGEST_ADDRESS).map(Handed::Address),
        "file" => text().map(Handed::HandOver),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::fs::File;

    use super::*;

    /// What `hand` does while an app takes what comes, once.
    fn handed_to_an_app(handed: &Handed) -> Option<Handed> {
        let folder = temporary_folder::temporary_folder();
        let inbox = Inbox::new(folder.path());
        thread::scope(|scope| {
            let sender = scope.spawn(|| hand_within(folder.path(), handed, Duration::from_secs(20)));
            let begun = Instant::now();
            let taken = loop {
                match inbox.take() {
                    None if begun.elapsed() < Duration::from_secs(20) => {
                        thread::sleep(Duration::from_millis(5));
                    }
                    taken => break taken,
                }
            };
            sender.join().unwrap().unwrap();
            taken
        })
    }

    #[test]
    fn an_address_a_file_or_the_wish_for_the_window_comes_over_as_it_is() {
        let long = "x".repeat(hand_over::LARGEST);
        for handed in [
            Handed::Nothing,
            Handed::Address("jan@fabrikam.nl".to_owned()),
            Handed::Address("</script>\u{202e}\n--practice".to_owned()),
            Handed::HandOver(long),
        ] {
            assert!(handed_to_an_app(&handed) == Some(handed));
        }
    }

    #[test]
    fn what_nobody_takes_is_withdrawn_and_said() {
        let folder = temporary_folder::temporary_folder();
        let address = Handed::Address("jan@fabrikam.nl".to_owned());
        let answer = hand_within(folder.path(), &address, Duration::from_millis(120));
        assert!(matches!(answer, Err(NotHanded::NotTaken)));
        assert_eq!(fs::read_dir(folder.path().join(FOLDER)).unwrap().count(), 0, "no address stays behind");
    }

    #[test]
    fn what_is_too_long_or_no_file_is_refused_before_anything_is_written() {
        let folder = temporary_folder::temporary_folder();
        let address = "x".repeat(LONGEST_ADDRESS + 1);
        assert!(matches!(hand(folder.path(), Some(&address), None), Err(NotHanded::AddressTooLong)));
        let huge = folder.path().join("huge.guesthandover");
        File::create(&huge).unwrap().set_len(8 << 30).unwrap();
        for file in [huge.as_path(), folder.path(), &folder.path().join("nowhere.guesthandover")] {
            let answer = hand(folder.path(), None, Some(file));
            assert!(matches!(answer, Err(NotHanded::FileUnreadable(path)) if path == file));
        }
        assert!(!folder.path().join(FOLDER).exists());
    }

    #[test]
    fn what_was_meant_for_a_window_that_is_gone_or_has_another_form_is_removed_and_not_taken() {
        let folder = temporary_folder::temporary_folder();
        let inbox = Inbox::new(folder.path());
        assert_eq!(inbox.take(), None, "nobody handed anything yet");
        let put = |name: &str, text: &[u8]| {
            fs::create_dir_all(folder.path().join(FOLDER)).unwrap();
            let path = folder.path().join(FOLDER).join(name);
            fs::write(&path, text).unwrap();
            path
        };
        let old = File::options().append(true).open(put("a.address", b"old@fabrikam.nl")).unwrap();
        old.set_modified(SystemTime::now() - STALE * 2).unwrap();
        put("b.confirm", b"{}");
        put("c.address", &[0xff, 0xfe]);
        put("d.address", "x".repeat(LONGEST_ADDRESS + 1).as_bytes());
        let half = put("e.address.new", b"jan@");
        assert_eq!(inbox.take(), None);
        let left: Vec<_> = fs::read_dir(folder.path().join(FOLDER)).unwrap().collect();
        assert_eq!(left.len(), 1, "{left:?}");
        assert!(half.exists(), "it is being written");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let folder = temporary_folder::temporary_folder();
        let secret = folder.path().join("secret");
        fs::write(&secret, "not for the window").unwrap();
        fs::create_dir(folder.path().join(FOLDER)).unwrap();
        std::os::unix::fs::symlink(&secret, folder.path().join(FOLDER).join("a.file")).unwrap();
        assert_eq!(Inbox::new(folder.path()).take(), None);
        assert!(secret.exists());
    }

    #[test]
    fn what_the_start_was_given_is_handed_once_and_no_log_says_what_it_is() {
        let inbox = Inbox::new(Path::new("nowhere"));
        inbox.put_first(Handed::Address("jan@fabrikam.nl".to_owned()));
        assert_eq!(format!("{:?}", inbox.take_first()), "Some(Address)");
        assert_eq!(inbox.take_first(), None);
    }
}

//! Everywhere a secret could come to rest.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use journeys::Search;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};

use crate::log::Log;

/// What is searched: the log, what the window was told, and the files.
pub(crate) struct Places {
    pub(crate) log: Log,
    /// What crossed to the window, and what a program around the app can print of it.
    pub(crate) answers: Mutex<Vec<String>>,
    /// Holds the data folder, the documents folder and the organisation file that was opened.
    pub(crate) folder: PathBuf,
}

impl Places {
    pub(crate) fn of(folder: &Path) -> Self {
        Self { log: Log::begin(), answers: Mutex::default(), folder: folder.to_owned() }
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// What crossed to the window.
    pub(crate) fn told(&self, answer: String) {
        self.answers.lock().unwrap().push(answer);
    }

    /// Every place in which something is found, with what it is.
    pub(crate) fn leaks(&self, search: &Search) -> Vec<String> {
        let mut found = Vec::new();
        let mut look = |place: &str, bytes: &[u8]| {
            if let Some(what) = search.finds(bytes) {
                found.push(format!("{place}: {what}"));
            }
        };
        look("log", &self.log.bytes());
        for answer in self.answers.lock().unwrap().iter() {
            look("window", answer.as_bytes());
        }
        for file in files(&self.folder) {
            look(&file.strip_prefix(&self.folder).unwrap().to_string_lossy(), &fs::read(&file).unwrap());
        }
        // After the files: whoever opens the journal writes beside it.
        let journal = self.data().join("journal.db");
        if journal.exists() {
            for value in rows(&journal) {
                look("journal's rows", &value);
            }
        }
        found
    }

    /// The same, for a test that must find nothing.
    pub(crate) fn hold_nothing_of(&self, search: &Search) {
        let leaks = self.leaks(search);
        assert!(leaks.is_empty(), "{leaks:#?}\n{}", self.context(search));
    }

    /// The lines of the log and the answers in which something was found, for whoever mends it.
    fn context(&self, search: &Search) -> String {
        let log = self.log.bytes();
        let text = String::from_utf8_lossy(&log);
        let answers = self.answers.lock().unwrap();
        let lines = text.lines().chain(answers.iter().map(String::as_str));
        lines.filter(|line| search.finds(line.as_bytes()).is_some()).take(5).collect::<Vec<_>>().join("\n")
    }
}

/// All files in a folder, however deep.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Every value of every row of every table: a long one lies in several pages of the file, in pieces.
fn rows(database: &Path) -> Vec<Vec<u8>> {
    let database = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").unwrap();
    let tables: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut values = Vec::new();
    for table in tables {
        let mut all = database.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
        let columns = all.column_count();
        let mut rows = all.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                match row.get_ref(column).unwrap() {
                    ValueRef::Text(bytes) | ValueRef::Blob(bytes) => values.push(bytes.to_vec()),
                    ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => {}
                }
            }
        }
    }
    values
}

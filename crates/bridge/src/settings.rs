//! What the app remembers between starts: one small file in the data folder. And the language in force.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use words::Language;

/// The version this program writes, and the newest it reads.
const VERSION: u32 = 1;

/// The largest file that is read, in bytes; we write a hundred.
const LARGEST: u64 = 64 * 1024;

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written {
    version: u32,
    language: Option<Language>,
}

/// The settings, and where they are kept.
#[derive(Debug)]
pub(crate) struct Settings {
    file: PathBuf,
    written: Written,
}

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SettingsError {
    /// A newer version of the app wrote them; they are left alone.
    #[error("a newer version of the app wrote them")]
    Newer,
    /// They are damaged.
    #[error("they are damaged")]
    Damaged,
    /// The disk says no.
    #[error("the file cannot be read")]
    File(#[from] io::Error),
}

impl Settings {
    /// Reads them; a folder without them has the defaults.
    pub(crate) fn read(folder: &Path) -> Result<Self, SettingsError> {
        let file = folder.join("settings.json");
        let written = match atomic_file::read(&file, LARGEST) {
            Ok(Some(bytes)) => parse(&bytes)?,
            Ok(None) => Written { version: VERSION, language: None },
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => return Err(SettingsError::Damaged),
            Err(error) => return Err(SettingsError::File(error)),
        };
        Ok(Self { file, written })
    }

    /// The language that was chosen, if one was.
    pub(crate) fn language(&self) -> Option<Language> {
        self.written.language
    }

    /// Keeps the language. Written beside the file and moved into its place, so that a crash leaves the old or the new.
    pub(crate) fn set_language(&mut self, language: Language) -> io::Result<()> {
        let written = Written { language: Some(language), ..self.written };
        let text = serde_json::to_vec_pretty(&written)?;
        atomic_file::write(&self.file, &text, atomic_file::Permissions::Default)?;
        self.written = written;
        Ok(())
    }
}

fn parse(bytes: &[u8]) -> Result<Written, SettingsError> {
    let value: serde_json::Value = serde_json::from_slice(bytes).map_err(|_| SettingsError::Damaged)?;
    // The version first: a newer form may have other fields.
    match value.get("version").and_then(serde_json::Value::as_u64) {
        Some(version) if version > u64::from(VERSION) => Err(SettingsError::Newer),
        Some(_) => serde_json::from_value(value).map_err(|_| SettingsError::Damaged),
        None => Err(SettingsError::Damaged),
    }
}

/// Which language the app speaks: the one asked for at launch, until another is chosen; the chosen one; the one an
/// administrator preset; the system's.
#[derive(Debug)]
pub(crate) struct Preferences {
    launch: Mutex<Option<Language>>,
    settings: Mutex<Settings>,
    preset: Option<Language>,
    system: Language,
}

impl Preferences {
    pub(crate) fn new(
        launch: Option<Language>,
        settings: Settings,
        preset: Option<Language>,
        system: Language,
    ) -> Self {
        Self { launch: Mutex::new(launch), settings: Mutex::new(settings), preset, system }
    }

    /// The language in force.
    pub(crate) fn language(&self) -> Language {
        let launch = *lock(&self.launch);
        launch.or_else(|| lock(&self.settings).language()).or(self.preset).unwrap_or(self.system)
    }

    /// Keeps the language that was chosen. What was asked for at launch gives way to it.
    pub(crate) fn set_language(&self, language: Language) -> io::Result<()> {
        lock(&self.settings).set_language(language)?;
        *lock(&self.launch) = None;
        Ok(())
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_language_is_remembered() {
        let folder = temporary_folder::temporary_folder();
        Settings::read(folder.path()).unwrap().set_language(Language::Nl).unwrap();
        assert_eq!(Settings::read(folder.path()).unwrap().language(), Some(Language::Nl));
    }

    #[test]
    fn settings_of_a_newer_version_are_refused_and_left_as_they_are() {
        let folder = temporary_folder::temporary_folder();
        let file = folder.path().join("settings.json");
        let newer = br#"{ "version": 2, "language": { "ui": "frl" } }"#;
        fs::write(&file, newer).unwrap();
        assert!(matches!(Settings::read(folder.path()), Err(SettingsError::Newer)));
        assert_eq!(fs::read(&file).unwrap(), newer);
    }

    #[test]
    fn damaged_settings_are_not_taken_for_defaults() {
        for damaged in ["", "{", "[]", "{}", r#"{"version":1,"language":"klingon"}"#] {
            let folder = temporary_folder::temporary_folder();
            fs::write(folder.path().join("settings.json"), damaged).unwrap();
            assert!(matches!(Settings::read(folder.path()), Err(SettingsError::Damaged)), "{damaged:?}");
        }
    }
}

//! What the app remembers between starts: one small file in the data folder. And the language in force, and how the
//! window looks.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use words::Language;

use crate::view::{Appearance, HistoryRetention, Theme, ZoomStep};

/// The version this program writes, and the newest it reads.
const VERSION: u32 = 1;

/// The largest file that is read, in bytes; we write a hundred.
const LARGEST: u64 = 64 * 1024;

/// How large the window can be drawn, in per cent.
const ZOOM: [u16; 8] = [80, 90, WHOLE, 110, 125, 150, 175, 200];

/// As the system draws it.
const WHOLE: u16 = 100;

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written {
    version: u32,
    language: Option<Language>,
    // The first version of the file has neither of these.
    #[serde(default)]
    theme: Theme,
    #[serde(default = "whole")]
    zoom: u16,
    // Nor one of before changes could be removed by their age.
    #[serde(default)]
    history: HistoryRetention,
}

impl Default for Written {
    fn default() -> Self {
        let (theme, history) = (Theme::System, HistoryRetention::Always);
        Self { version: VERSION, language: None, theme, zoom: WHOLE, history }
    }
}

fn whole() -> u16 {
    WHOLE
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
            Ok(None) => Written::default(),
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => return Err(SettingsError::Damaged),
            Err(error) => return Err(SettingsError::File(error)),
        };
        Ok(Self { file, written })
    }

    /// The language that was chosen, if one was.
    pub(crate) fn language(&self) -> Option<Language> {
        self.written.language
    }

    /// How the window looks.
    pub(crate) fn appearance(&self) -> Appearance {
        Appearance { theme: self.written.theme, zoom: self.written.zoom }
    }

    /// Keeps the language.
    pub(crate) fn set_language(&mut self, language: Language) -> io::Result<()> {
        self.write(Written { language: Some(language), ..self.written })
    }

    /// Keeps whether the window is light or dark.
    pub(crate) fn set_theme(&mut self, theme: Theme) -> io::Result<()> {
        self.write(Written { theme, ..self.written })
    }

    /// How long changes stay in the history.
    pub(crate) fn retention(&self) -> HistoryRetention {
        self.written.history
    }

    /// Keeps how long they stay from now on.
    pub(crate) fn set_retention(&mut self, history: HistoryRetention) -> io::Result<()> {
        self.write(Written { history, ..self.written })
    }

    /// Keeps that the window is drawn a step larger or smaller; at either end it stays as it is.
    pub(crate) fn zoom(&mut self, step: ZoomStep) -> io::Result<()> {
        let now = self.written.zoom;
        let next = match step {
            ZoomStep::Larger => ZOOM.into_iter().find(|it| *it > now),
            ZoomStep::Smaller => ZOOM.into_iter().rev().find(|it| *it < now),
            ZoomStep::Whole => Some(WHOLE),
        };
        match next {
            Some(zoom) if zoom != now => self.write(Written { zoom, ..self.written }),
            _ => Ok(()),
        }
    }

    /// Written beside the file and moved into its place, so that a crash leaves the old or the new.
    fn write(&mut self, written: Written) -> io::Result<()> {
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
        Some(_) => serde_json::from_value(value)
            .ok()
            .filter(|written: &Written| ZOOM.contains(&written.zoom))
            .ok_or(SettingsError::Damaged),
        None => Err(SettingsError::Damaged),
    }
}

/// How the window looks, and which language the app speaks: the one asked for at launch, until another is chosen; the chosen one; the one an
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

    /// How the window looks.
    pub(crate) fn appearance(&self) -> Appearance {
        lock(&self.settings).appearance()
    }

    /// Keeps whether it is light or dark.
    pub(crate) fn set_theme(&self, theme: Theme) -> io::Result<()> {
        lock(&self.settings).set_theme(theme)
    }

    /// How long changes stay in the history.
    pub(crate) fn retention(&self) -> HistoryRetention {
        lock(&self.settings).retention()
    }

    /// Keeps how long they stay from now on.
    pub(crate) fn set_retention(&self, retention: HistoryRetention) -> io::Result<()> {
        lock(&self.settings).set_retention(retention)
    }

    /// Keeps how large it is drawn from now on, and answers how it looks by this very step.
    pub(crate) fn zoom(&self, step: ZoomStep) -> io::Result<Appearance> {
        let mut settings = lock(&self.settings);
        settings.zoom(step)?;
        Ok(settings.appearance())
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
    fn the_look_of_the_window_is_remembered_beside_the_language() {
        let folder = temporary_folder::temporary_folder();
        let mut settings = Settings::read(folder.path()).unwrap();
        settings.set_language(Language::Fr).unwrap();
        settings.set_theme(Theme::Dark).unwrap();
        settings.zoom(ZoomStep::Larger).unwrap();
        let again = Settings::read(folder.path()).unwrap();
        assert_eq!(again.appearance(), Appearance { theme: Theme::Dark, zoom: 110 });
        assert_eq!(again.language(), Some(Language::Fr));
    }

    #[test]
    fn how_long_changes_stay_is_remembered_beside_the_rest() {
        let folder = temporary_folder::temporary_folder();
        let mut settings = Settings::read(folder.path()).unwrap();
        assert_eq!(settings.retention(), HistoryRetention::Always);
        settings.set_theme(Theme::Dark).unwrap();
        settings.set_retention(HistoryRetention::Quarter).unwrap();
        let again = Settings::read(folder.path()).unwrap();
        assert_eq!(again.retention(), HistoryRetention::Quarter);
        assert_eq!(again.appearance(), Appearance { theme: Theme::Dark, zoom: 100 });
    }

    #[test]
    fn zooming_goes_by_steps_from_80_to_200_and_back_and_to_100_at_once() {
        let folder = temporary_folder::temporary_folder();
        let mut settings = Settings::read(folder.path()).unwrap();
        let mut go = |step| {
            settings.zoom(step).unwrap();
            settings.appearance().zoom
        };
        let up: Vec<u16> = (0..6).map(|_| go(ZoomStep::Larger)).collect();
        assert_eq!(up, [110, 125, 150, 175, 200, 200]);
        let down: Vec<u16> = (0..8).map(|_| go(ZoomStep::Smaller)).collect();
        assert_eq!(down, [175, 150, 125, 110, 100, 90, 80, 80]);
        assert_eq!(go(ZoomStep::Whole), 100);
    }

    #[test]
    fn settings_from_before_the_window_had_a_look_of_its_own_are_read() {
        let folder = temporary_folder::temporary_folder();
        fs::write(folder.path().join("settings.json"), r#"{ "version": 1, "language": "nl" }"#).unwrap();
        let settings = Settings::read(folder.path()).unwrap();
        assert_eq!(settings.language(), Some(Language::Nl));
        assert_eq!(settings.appearance(), Appearance { theme: Theme::System, zoom: 100 });
        assert_eq!(settings.retention(), HistoryRetention::Always);
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
        let damaged = [
            "",
            "{",
            "[]",
            "{}",
            r#"{"version":1,"language":"klingon"}"#,
            r#"{"version":1,"language":"nl","theme":"pink"}"#,
            r#"{"version":1,"language":"nl","theme":null}"#,
            r#"{"version":1,"language":"nl","zoom":0}"#,
            r#"{"version":1,"language":"nl","zoom":101}"#,
            r#"{"version":1,"language":"nl","zoom":"100"}"#,
            r#"{"version":1,"language":"nl","zoom":-100}"#,
            r#"{"version":1,"language":"nl","history":"minute"}"#,
            r#"{"version":1,"language":"nl","history":90}"#,
        ];
        for damaged in damaged {
            let folder = temporary_folder::temporary_folder();
            fs::write(folder.path().join("settings.json"), damaged).unwrap();
            assert!(matches!(Settings::read(folder.path()), Err(SettingsError::Damaged)), "{damaged:?}");
        }
    }
}

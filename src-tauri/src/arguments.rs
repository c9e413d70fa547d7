//! What one may say on the command line.

use crate::browser::SystemBrowser;
use crate::save_dialog::SystemDialog;
use crate::window::TheWindow;
use bridge::Language;
use clap::Parser;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use std::path::PathBuf;
use std::sync::Arc;

/// Why does a guest of a Microsoft 365 group get no group mail, and how is that repaired?
#[derive(Debug, Clone, PartialEq, Eq, Parser)]
#[command(name = "guest-mail-doctor", version)]
pub(crate) struct Arguments {
    /// Start in the practice organisation, signed in as PERSONA (user-admin when none is named)
    #[arg(long, value_name = "PERSONA", num_args = 0..=1, require_equals = true)]
    #[allow(clippy::option_option, reason = "absent, present, and present with a value are three things")]
    pub(crate) practice: Option<Option<String>>,
    /// Sign in to the organisation of this file
    #[arg(long, value_name = "FILE", conflicts_with = "practice")]
    pub(crate) organisation: Option<PathBuf>,
    /// Keep everything the app keeps in this folder
    #[arg(long, value_name = "DIR")]
    pub(crate) data_dir: Option<PathBuf>,
    /// The language of the window
    #[arg(long, value_parser = language())]
    pub(crate) lang: Option<Language>,
    /// Look this guest up at once; in the window that is open, where there is one with this data folder
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) find: Option<String>,
    /// Open this file that somebody handed over; in the window that is open, where there is one with this data folder
    #[arg(value_name = "FILE.guesthandover", conflicts_with = "find", value_parser = hand_over_file)]
    pub(crate) file: Option<PathBuf>,
}

/// A language by its tag; help names them all, each with the name it has for itself.
fn language() -> impl TypedValueParser<Value = Language> {
    let named = Language::ALL.map(|it| PossibleValue::new(it.tag()).help(it.name()));
    PossibleValuesParser::new(named).try_map(|tag| tag.parse::<Language>())
}

/// A file by its name's end: an address without `--find` is not taken for one.
fn hand_over_file(word: &str) -> Result<PathBuf, &'static str> {
    let file = PathBuf::from(word);
    let ends = file.extension().is_some_and(|end| end.eq_ignore_ascii_case("guesthandover"));
    ends.then_some(file)
        .ok_or("a file that was handed over ends in .guesthandover; an address comes after --find")
}

impl Arguments {
    /// As `bridge` wants to hear it.
    pub(crate) fn into_options(self, window: &TheWindow) -> bridge::Options {
        bridge::Options {
            data_dir: self.data_dir,
            practice: self.practice,
            organisation: self.organisation,
            managed: None,
            save_dialog: Box::new(SystemDialog(window.clone())),
            language: self.lang,
            find: self.find,
            file: self.file,
            window: Box::new(window.clone()),
            opener: Arc::new(SystemBrowser),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(words: &[&str]) -> Result<Arguments, clap::Error> {
        Arguments::try_parse_from(std::iter::once(&"guest-mail-doctor").chain(words))
    }

    #[test]
    fn practice_may_be_absent_present_or_name_a_persona() {
        assert_eq!(said(&[]).unwrap().practice, None);
        assert_eq!(said(&["--practice"]).unwrap().practice, Some(None));
        assert_eq!(said(&["--practice=reader"]).unwrap().practice, Some(Some("reader".to_owned())));
    }

    #[test]
    fn all_options_together_reach_bridge() {
        let words = ["--practice", "--data-dir", "here", "--lang", "nl", "--find", "jan@fabrikam.nl"];
        let options = said(&words).unwrap().into_options(&TheWindow::default());
        let organisation = said(&["--organisation", "contoso.json"])
            .unwrap()
            .into_options(&TheWindow::default())
            .organisation;
        assert_eq!(organisation, Some(PathBuf::from("contoso.json")));
        assert_eq!(options.practice, Some(None), "the word after --practice is not its value");
        assert_eq!(options.data_dir, Some(PathBuf::from("here")));
        assert_eq!(options.language, Some(Language::Nl));
        assert_eq!(options.find.as_deref(), Some("jan@fabrikam.nl"));
    }

    #[test]
    fn every_language_is_understood_and_named_to_who_asks_for_another() {
        let refused = said(&["--lang", "klingon"]).unwrap_err().to_string();
        for language in Language::ALL {
            assert_eq!(said(&["--lang", language.tag()]).unwrap().lang, Some(language));
            assert!(refused.contains(language.tag()), "{refused}");
        }
    }

    #[test]
    fn a_file_that_was_handed_over_is_named_as_it_is() {
        let file = |words: &[&str]| said(words).unwrap().into_options(&TheWindow::default()).file;
        assert_eq!(file(&[]), None);
        assert_eq!(file(&["a question.guesthandover"]), Some(PathBuf::from("a question.guesthandover")));
        assert_eq!(file(&["--practice", "C.GUESTHANDOVER"]), Some(PathBuf::from("C.GUESTHANDOVER")));
        assert_eq!(file(&["--", "--odd.guesthandover"]), Some(PathBuf::from("--odd.guesthandover")));
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        let both = &["--practice", "--organisation", "contoso.json"][..];
        let [a, b] = ["a.guesthandover", "b.guesthandover"];
        let twice = &["--find", "jan@fabrikam.nl", "--find", "sofie@fabrikam.nl"][..];
        for words in [
            both,
            &["--organisation"],
            &["--lang", "klingon"],
            &["jan@fabrikam.nl"],
            &[a, b],
            &[a, "--find", "jan@fabrikam.nl"],
            twice,
        ] {
            assert!(said(words).is_err(), "{words:?}");
        }
    }
}

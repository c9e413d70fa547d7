//! The words of the table in which the guests of a check are given to a spreadsheet program. Why somebody is listed stands
//! in it in the words of the page.

use crate::Language;
use crate::text::Texts;

/// The words in one language. Codes are those that the window gets.
pub struct SurveyWords {
    documents: Texts,
    page: Texts,
}

impl SurveyWords {
    /// In this language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { documents: Texts::new(language), page: Texts::of_page(language) }
    }

    /// What stands between two cells: the list separator that spreadsheet programs expect in this language.
    #[must_use]
    pub fn separator(&self) -> u8 {
        self.documents.get("document-guests-separator", &[]).bytes().next().unwrap_or(b',')
    }

    /// The heads of the columns.
    #[must_use]
    pub fn heads(&self) -> [String; 10] {
        [
            "document-guests-guest",
            "document-guests-address",
            "document-guests-why",
            "document-survey-in-the-way",
            "document-survey-groups",
            "document-survey-since",
            "document-survey-new",
            "document-survey-repaired",
            "document-survey-id",
            "document-guests-read-at",
        ]
        .map(|head| self.documents.get(head, &[]))
    }

    /// Why somebody is listed.
    #[must_use]
    pub fn cause(&self, code: &str) -> String {
        self.page.get(&format!("survey-cause-{code}"), &[])
    }

    /// What stands for groups that were not read: no group is another thing.
    #[must_use]
    pub fn not_read(&self) -> String {
        self.documents.get("document-survey-not-read", &[])
    }

    /// Yes or no.
    #[must_use]
    pub fn truth(&self, truth: bool) -> String {
        self.documents.get(if truth { "document-survey-yes" } else { "document-survey-no" }, &[])
    }
}

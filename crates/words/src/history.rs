//! The words of the table in which changes are given to a spreadsheet program. What the screen says of a change stands in
//! the table in the same words: they are the page's.

use crate::Language;
use crate::text::Texts;

/// The words in one language. Codes are those that the window gets.
pub struct HistoryWords {
    documents: Texts,
    page: Texts,
}

impl HistoryWords {
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
    pub fn heads(&self) -> [String; 16] {
        [
            "document-history-when",
            "document-history-guest",
            "document-history-address",
            "document-history-what",
            "document-history-state",
            "document-history-why",
            "document-history-by",
            "document-history-ticket",
            "document-history-before",
            "document-history-after",
            "document-history-left",
            "document-history-test",
            "document-history-requests",
            "document-history-change",
            "document-history-takes-back",
            "document-history-batch",
        ]
        .map(|head| self.documents.get(head, &[]))
    }

    /// What was done, and with which remedy where it is a way back.
    #[must_use]
    pub fn what(&self, kind: &str, of: Option<&str>) -> String {
        let what = self.page.get(&format!("plan-{kind}"), &[]);
        let Some(of) = of else { return what };
        let remedy = self.page.get(&format!("remedy-{of}"), &[]);
        self.page.get("history-of", &[("what", &what), ("remedy", &remedy)])
    }

    /// How it stands.
    #[must_use]
    pub fn state(&self, code: &str) -> String {
        self.page.get(&format!("history-state-{code}"), &[])
    }

    /// Why it was not made.
    #[must_use]
    pub fn why_not_done(&self, code: &str) -> String {
        self.page.get(&format!("not-done-{code}"), &[])
    }

    /// What the values after are.
    #[must_use]
    pub fn made(&self, code: &str) -> String {
        self.page.get(&format!("after-{code}"), &[])
    }

    /// People's word for a property; Microsoft Graph's own name where there is none.
    #[must_use]
    pub fn property(&self, name: &str) -> String {
        let id = format!("property-{name}");
        if self.page.has(&id) { self.page.get(&id, &[]) } else { name.to_owned() }
    }

    /// What could not be done.
    #[must_use]
    pub fn left(&self, code: &str, about: &[(&'static str, &str)]) -> String {
        self.page.get(&format!("left-{code}"), about)
    }

    /// How the question about the test message stands.
    #[must_use]
    pub fn test(&self, code: &str) -> String {
        self.page.get(&format!("test-{code}"), &[])
    }

    /// Nothing stands there.
    #[must_use]
    pub fn empty(&self) -> String {
        self.page.get("plan-empty", &[])
    }

    /// What stands there is not known.
    #[must_use]
    pub fn not_known(&self) -> String {
        self.page.get("after-none", &[])
    }
}

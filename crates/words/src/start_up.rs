//! What is said when the app cannot start, so that there is no window to say it in.

use crate::Language;
use crate::text::Texts;

/// Why the app cannot start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StartUpFailure {
    /// Another instance has the data folder's lock.
    AlreadyRunning {
        /// The data folder.
        path: String,
    },
    /// The data folder cannot be made or written to.
    DataFolder {
        /// The data folder.
        path: String,
    },
    /// The data folder or a file in it is a link, no regular file, somebody else's, or open to others.
    NotYourOwn {
        /// The folder or file.
        path: String,
    },
    /// A file was written by a newer version; it was left as it is.
    NewerData {
        /// The file.
        path: String,
    },
    /// A file of ours cannot be understood; it was left as it is.
    DamagedData {
        /// The file.
        path: String,
    },
    /// The settings an administrator made for this computer cannot be used: to go on without them could be to do what
    /// they forbid.
    ManagedSettings {
        /// The file.
        path: String,
    },
    /// The window that has the data folder did not take what this start was to hand to it.
    NotTaken {
        /// The data folder.
        path: String,
    },
    /// The hand-over file that was named cannot be read.
    HandOverFile {
        /// The file.
        path: String,
    },
    /// The address that was named is longer than any.
    AddressTooLong,
    /// The system's web view is missing or does not start.
    WebView,
    /// Anything else.
    Internal {
        /// What to quote to whoever helps.
        reference: String,
    },
}

/// What to tell the person: what happened, what to do, and that nothing was changed in the organisation.
#[must_use]
pub fn start_up_failure(language: Language, failure: &StartUpFailure) -> String {
    let texts = Texts::new(language);
    let about = |id: &str, path: &str| texts.get(id, &[("path", path)]);
    let what = match failure {
        StartUpFailure::AlreadyRunning { path } => about("document-start-already-running", path),
        StartUpFailure::DataFolder { path } => about("document-start-data-folder", path),
        StartUpFailure::NotYourOwn { path } => about("document-start-not-your-own", path),
        StartUpFailure::NewerData { path } => about("document-start-newer-data", path),
        StartUpFailure::DamagedData { path } => about("document-start-damaged-data", path),
        StartUpFailure::ManagedSettings { path } => about("document-start-managed-settings", path),
        StartUpFailure::NotTaken { path } => about("document-start-not-taken", path),
        StartUpFailure::HandOverFile { path } => about("document-start-hand-over-file", path),
        StartUpFailure::AddressTooLong => texts.get("document-start-address-too-long", &[]),
        StartUpFailure::WebView => texts.get("document-start-webview", &[]),
        StartUpFailure::Internal { .. } => texts.get("document-start-internal", &[]),
    };
    let mut lines =
        vec![texts.get("document-start-title", &[]), what, texts.get("document-start-unchanged", &[])];
    if let StartUpFailure::Internal { reference } = failure {
        lines.push(texts.get("document-start-reference", &[("reference", reference)]));
    }
    lines.join("\n")
}

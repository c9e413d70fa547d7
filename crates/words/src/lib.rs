//! The words of documents that are made in Rust: scripts for an admin, and what is said when there is no window
//! to say it in. They come out of the same locales as the window's words (`ui/locales`), compiled in.
//!
//! What this crate refuses to know: the screen. The window renders its own words; nothing made here is shown
//! in it as prose.
//!
//! # Example
//! ```
//! use words::{ConflictFacts, Language, OwnerKind, ScriptWay, exchange_script};
//!
//! let script = exchange_script(
//!     Language::from_tag("nl-NL"),
//!     &ConflictFacts {
//!         address: "o'neil@fabrikam.nl".into(),
//!         owner_kind: OwnerKind::CloudContact,
//!         owner_name: Some("O'Neil".into()),
//!         owner_id: "5f4b8f5e-0000-4000-8000-000000000001".into(),
//!         parking_name: "parked-5f4b8f5e".into(),
//!         way: ScriptWay::AnotherAddress,
//!     },
//! );
//! assert!(script.contains("$address = 'o''neil@fabrikam.nl'"));
//! ```

mod closing;
mod exchange;
mod guest_list;
mod history;
mod language;
mod menu;
mod page;
mod powershell;
mod registration;
mod shell;
mod start_up;
mod survey;
mod text;

pub use closing::{ClosingWords, closing_pages};
pub use exchange::{
    ConflictFacts, ListFacts, ListsFacts, OwnerKind, ScriptWay, exchange_script, lists_script,
    main_address_question,
};
pub use guest_list::{GuestListWords, guest_list_words};
pub use history::HistoryWords;
pub use language::{Language, UnknownLanguage};
pub use menu::{MenuWords, menu};
pub use page::page;
pub use registration::{CloudNames, RegistrationFacts, RegistrationKind, registration_script};
pub use start_up::{StartUpFailure, start_up_failure};
pub use survey::SurveyWords;

//! The append-only record of every change that was asked for, in one `SQLite` file.
//!
//! A *change* begins with who asked, for which guest, by which remedy; every *transition* after that
//! ([`Intended`](Transition::Intended), [`Sent`](Transition::Sent), …) is one more row, on the disk before
//! the call returns. So whatever happens to the app, the file says how far it came, what stood there before,
//! and what is needed to continue or to put it back.
//!
//! What this crate refuses to know: Microsoft Graph, diagnosis, and what a remedy does. Payloads are opaque
//! JSON with a version number that their writer understands. It has no clock either: times come in.
//!
//! What must never be in a payload: tokens, passwords, whole answers of the server. Only what is needed to undo
//! and to prove.
//!
//! # Example
//! ```
//! # use journal::*;
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), JournalError> {
//! let journal = Journal::in_memory()?;
//! let noon: jiff::Timestamp = "2026-11-22T12:00:00Z".parse().unwrap();
//! let change = journal
//!     .begin(NewChange {
//!         id: ChangeId::from(uuid::Uuid::from_u128(1)),
//!         started: noon,
//!         account: Account { user_id: "anna".into(), display_name: "Anna".into() },
//!         organisation: Organisation { tenant_id: "contoso".into(), kind: OrganisationKind::Practice },
//!         guest: GuestReference {
//!             user_id: Some("jan".into()),
//!             display_name: Some("Jan de Vries".into()),
//!             address: "jan@fabrikam.nl".into(),
//!         },
//!         remedy: "keep-one-address".into(),
//!         undoes: None,
//!         reason: Some("ticket 42".into()),
//!         batch: None,
//!     })
//!     .await?;
//! let before = Payload::new(1, serde_json::json!({ "otherMails": ["jan@fabrikam.nl", "jan@fabrikam.com"] }));
//! let requests = Payload::new(1, serde_json::json!({ "otherMails": ["jan@fabrikam.nl"] }));
//! journal.append(change, Step { at: noon, transition: Transition::Intended { before, requests } }).await?;
//!
//! let open = journal.open_changes("contoso").await?;
//! assert_eq!(open.len(), 1, "nothing has ended it yet");
//! assert_eq!(open[0].state, State::Open);
//! # Ok(())
//! # }
//! ```
//!
//! # What the chain of hashes proves, and what not
//! Every row carries the SHA-256 of its own content and of the hash before it. [`Journal::verify_chain`] walks
//! it. A row that was altered, removed from the middle, inserted or swapped is found, and so is a damaged disk.
//! Not found by itself: rows cut off **at the end**, and a forger who rewrites everything after the change, for there is
//! no secret in the chain. Both are found by the head, where somebody [keeps it apart](StoresHead). What is damaged is
//! kept aside, and a record says whether it is [sound](ChangeRecord::sound).
//!
//! Rows go in one way only: the oldest, in whole changes, when somebody [wishes](Journal::truncate). Then the file says
//! where it [begins](Truncation), and that is hashed and kept apart with the head: a record that somebody else cut at its
//! beginning is found.

mod chain;
mod change;
mod error;
mod examination;
mod file;
mod head;
mod journal;
mod making;
mod place;
mod records;
mod retention;
mod rows;
mod schema;
mod state;
mod store;
mod transition;
mod truncation;
mod undone;
mod walk;

pub use chain::Chain;
pub use change::{
    Account, BatchId, ChangeFilter, ChangeId, ChangeRecord, ChangeSummary, GuestReference, NewChange,
    Organisation, OrganisationKind, RecordedStep, StepId,
};
pub use error::JournalError;
pub use head::{End, Head, KnownHead, StoresHead};
pub use journal::Journal;
pub use retention::{Removable, Retention};
pub use state::State;
pub use store::Condition;
pub use transition::{Outcome, Payload, Step, Transition};
pub use truncation::Truncation;

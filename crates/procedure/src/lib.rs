//! The use cases, step by step: sign in, find, diagnose, preview, confirm, carry out, read back, undo, go on.
//!
//! This crate is the only owner of the app's state: who is signed in, which plan is valid, what is under way. It
//! asks `graph`, lets `guest` judge, and writes every change into `journal` before it is sent.
//!
//! It refuses to know: windows, words, the practice organisation, where tokens come from, and the wall clock (time
//! and ids are handed in).
//!
//! # What a change goes through
//! A [`Plan`] is made from a fresh look and shown. [`Desk::confirm`] takes its one-time id, and nothing else. Then:
//! compare with the preview → record the intent → send → record the answer → read back until it is seen → diagnose
//! again. Whatever interrupts this leaves a record from which it can be gone on with, or put back.
//!
//! ```
//! use std::sync::Arc;
//! use procedure::{Desk, RandomIds, What};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), journal::JournalError> {
//! let desk = Desk::new(journal::Journal::in_memory()?, Arc::new(graph::SystemTiming), Arc::new(RandomIds));
//! // Nobody is signed in: nothing can be found, and nothing was changed.
//! let problem = desk.find("jan@fabrikam.nl", None, None, "ticket").await.unwrap_err();
//! assert_eq!(problem.what, What::NotSignedIn);
//! assert_eq!(problem.changed, graph::Changed::No);
//! # Ok(())
//! # }
//! ```

mod change;
mod desk;
mod failing;
mod history;
mod look;
mod plan;
mod problem;
mod record;
mod seat;
mod seen;
mod watch;
mod work;

pub use change::{Ended, Left, Outcome};
pub use desk::{Desk, Ids, RandomIds, Wish};
pub use history::{Entry, Standing};
pub use look::Look;
pub use plan::{Changing, Chosen, Origin, Plan, PlanKind, Shown, Surroundings};
pub use problem::{Family, Problem, What};
pub use seat::{Account, Connection};
pub use watch::{Progress, StepKind, StepProgress, StepState};
pub use work::{Addresses, AppAssignment, NamedGroup, Profile, Replacement, Work};

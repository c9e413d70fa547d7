//! Whole stories: the app's own commands, the procedure, the client and the practice tenant together, with a clock
//! that jumps instead of waiting. The stories are in `tests/`.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let app = journeys::Stage::built_in().sign_in("user-admin").await;
//! let report = app.find("jan@fabrikam.nl").await;
//! assert_eq!(report["verdict"], "conflict");
//! # }
//! ```

#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    clippy::needless_pass_by_value,
    reason = "a stage is part of its tests: whatever fails in it is a failed test"
)]

mod person;
mod real;
mod search;
mod stage;
mod wiretap;

pub use person::{Manners, Person};
pub use real::{ANNA, CHARLOTTE, RealApp, RealStage, fresh_ticket};
pub use search::{Search, forms};
pub use stage::{Clock, SignedIn, Stage};
pub use wiretap::{Change, SERVER_THREAD, Wiretap};

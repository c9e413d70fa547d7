//! Whole stories: the app's own commands, the procedure, the client and the practice tenant together, with a clock
//! that jumps instead of waiting. The stories are in `tests/`.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let app = journeys::Harness::built_in().sign_in("user-admin").await;
//! let report = app.find("jan@fabrikam.nl").await;
//! assert_eq!(report["verdict"], "conflict");
//! # }
//! ```

#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    clippy::needless_pass_by_value,
    reason = "a harness is part of its tests: whatever fails in it is a failed test"
)]

mod browser_user;
mod harness;
mod real;
mod recorder;
mod search;

pub use browser_user::{BrowserUser, UserBehaviour};
pub use harness::{Clock, Harness, SignedIn};
pub use real::{ANNA, CHARLOTTE, RealApp, RealHarness, fresh_ticket};
pub use recorder::{Change, SERVER_THREAD, TrafficRecorder};
pub use search::{Search, forms};

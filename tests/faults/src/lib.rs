//! The search for faults: everything that can go wrong, at every request and every row of every change, and whether what
//! the app then says is so, and whether the ways that it offers lead where they promise.
//!
//! It drives [`procedure::Engine`] by its public methods on a practice tenant, through a transport that does what a
//! [`Schedule`] says, with a clock that jumps. Journeys are made from the table of remedies: a remedy that is added is
//! searched without a line written here. How the directory really stands is read from the practice tenant itself.
//!
//! It refuses to know: how a remedy is carried out, and which there are.
//!
//! ```
//! let schedule: faults::Schedule = "set-mail:jan apply".parse().unwrap();
//! assert!(faults::replay(&schedule).ends_with("no violation\n"));
//! ```

#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    clippy::wildcard_enum_match_arm,
    reason = "a search is a test: whatever fails in it is a failed search"
)]

mod acts;
mod answers;
mod app;
mod batch;
mod checks;
mod evidence;
mod explore;
mod fault;
mod injector;
mod journeys;
mod kills;
mod newcomer;
mod place;
mod random;
mod replay;
mod report;
mod rows;
mod schedule;
mod search;
mod shrink;
mod somebody;
mod state;
mod truth;
mod wire;
mod world;

pub use batch::search_batches;
pub use kills::{Kills, app, kills, replay_kills};
pub use replay::replay;
pub use schedule::{NoSchedule, Schedule};
pub use search::{Part, Search, search};

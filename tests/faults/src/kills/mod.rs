//! Kills of a real process. The app runs in a process of its own, on a data folder with a journal file, and is ended by
//! the system (SIGKILL; `TerminateProcess` on Windows) at a moment that a [`Schedule`](crate::Schedule) names: before a
//! request was acted upon or after it, before a row of the journal is committed or after it. The directory stays with
//! whoever kills it. Then the next process starts on the same folder, and is killed again, or says what it knows and
//! walks the ways that it offers; the checks are those of the search.
//!
//! - [`line`](self::line): what the two say to each other.
//! - [`process`](self::process): the app's side.
//! - [`life`](self::life): the other side of one process, from its start to its end.
//! - [`standing`](self::standing): what is there between two processes.
//! - [`search`](self::search): every single kill, and double ones drawn from a seed.

mod kept;
mod life;
mod line;
mod moments;
mod process;
mod search;
mod standing;
mod walk;

pub use kept::replay_kills;
pub use process::app;
pub use search::{Kills, kills};

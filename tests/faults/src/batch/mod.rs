//! The search of a batch: five guests, one confirmation, and everything that can go wrong at every request and every row
//! of it. A schedule of a batch is one as any other, `set-mail:five apply PATCH:users/amy#1=503!`: its first act is the
//! batch, told to go on where it asks unless `asking#1=stop` stands there; what somebody else does they do to the third of
//! the five, who is before, under way, and behind by turns.
//!
//! It refuses to know how a guest is changed: that one change ends as it says is the other search's.

mod checks;
mod course;
mod five;
mod play;
mod replay;
mod search;

pub(crate) use replay::replay;
pub use search::search_batches;

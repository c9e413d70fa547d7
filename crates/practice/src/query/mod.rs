//! The query options that directory objects understand, and their limits.

mod check;
mod eval;
mod filter;
mod lexer;
mod listing;
mod plan;

pub(crate) use listing::{Row, Shape, entity, listing, listing_of_store};

//! The query options that directory objects understand, and their limits.

mod check;
mod eval;
mod filter;
mod glance;
mod lexer;
mod listing;
mod plan;
mod token;

pub(crate) use listing::{Row, Shape, count_of_store, entity, listing, listing_of_store};

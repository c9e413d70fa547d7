//! What somebody with write access to the data folder, a failing disk or bad luck can do to the record: it opens or
//! says why not, shows what can still be read, keeps what is damaged, and nothing is undone on the word of it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what fails here is a failed test")]

mod bits;
#[path = "../common/mod.rs"]
mod common;
mod forger;
mod lost;
mod safe;
mod scene;
mod trouble;
mod truncating;
mod undoes;

//! Everything the app sends and gets, against Microsoft's contract.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "in a test a failed unwrap is a failed test, and what was not checked must be said"
)]

mod app;
mod practice_alone;
mod samples;
mod stories;
mod teeth;

use contract::Contract;

/// The contract. A test that needs it is ignored, so that the harness says that it did not run; `cargo xtask test` runs
/// it where the contract is.
fn the_contract() -> Contract {
    Contract::read(&contract::folder().unwrap()).unwrap()
}

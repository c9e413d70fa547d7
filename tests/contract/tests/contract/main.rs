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

/// The contract, or nothing where it is absent: then it is said that nothing was checked.
fn the_contract() -> Option<Contract> {
    let folder = contract::folder().unwrap_or_else(|missing| panic!("{missing}"));
    if folder.is_none() {
        println!("NOT CHECKED: Microsoft's contract is not there; CONTRACT_DIR says where it is");
    }
    folder.map(|folder| Contract::read(&folder).unwrap())
}

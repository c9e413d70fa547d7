//! What a check of all guests costs in an organisation of a million: its time beside the same requests with nothing behind
//! them, its memory, and how much is asked of the server. The program fails when a limit is passed.
//!
//! `cargo bench -p journeys --bench survey -- memory` measures that part alone; so do `candidates` and `paging`.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a bench, not a part of the product"
)]

mod candidates;
mod memory;
mod paging;
mod processor;

use std::future::Future;
use std::process::ExitCode;

use practice::{Guests, Organisation, Tenant};
use serde_json::{Value, json};
use tokio::runtime::Runtime;

const MILLION: u32 = 1_000_000;
/// Of them so few are faulty that looking at them a second time takes next to nothing.
const FEW: u32 = 100;

/// A figure, and whether its limit holds.
struct Held(bool);

/// What is measured, and whether its limit held.
type Part = fn() -> Held;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let said = |word: &str| words.iter().any(|it| it == word);
    if said(memory::SERVE) {
        memory::serve();
        return ExitCode::SUCCESS;
    }
    // Not when the benches are only listed, or tried once (`cargo test --benches`).
    if said("--test") || said("--list") {
        return ExitCode::SUCCESS;
    }
    // Memory first: what the others leave behind would be used again, and not be counted.
    let parts: [(&str, Part); 3] =
        [("memory", memory::measure), ("candidates", candidates::measure), ("paging", paging::measure)];
    let all = !parts.iter().any(|(name, _)| said(name));
    let chosen = parts.into_iter().filter(|(name, _)| all || said(name));
    let passed: Vec<&str> = chosen.filter(|(_, measure)| !measure().0).map(|(name, _)| name).collect();
    if passed.is_empty() {
        println!("A check of a million guests stays within its limits.");
        ExitCode::SUCCESS
    } else {
        println!("TOO MUCH: {} passed its limit.", passed.join(", "));
        ExitCode::FAILURE
    }
}

fn organisation(faulty: u32) -> Organisation {
    Tenant::built_in().unwrap().with_some_faulty(Guests { count: MILLION, faulty, seed: 1 })
}

/// As the program runs it: with a thread for each core.
fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap()
}

/// Checks all guests as the window does it: begins, and takes in the news until it is done. How it ended, and how many
/// guests it listed.
async fn checked<A, F>(ask: A, depth: &str) -> (Value, usize)
where
    A: Fn(&'static str, Value) -> F,
    F: Future<Output = Value>,
{
    ask("start_survey", json!({ "depth": depth })).await;
    let (mut id, mut after, mut listed) = (Value::Null, json!(0), 0);
    loop {
        let mut news = ask("survey", json!({ "id": id, "after": after })).await;
        (id, after) = (news["survey"]["id"].take(), news["sequence"].take());
        listed += news["guests"].as_array().unwrap().len();
        if news["more"] == false && news["survey"]["phase"] != "running" {
            assert_eq!(news["survey"]["phase"], "done", "{news}");
            return (news["survey"].take(), listed);
        }
    }
}

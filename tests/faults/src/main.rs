//! The search as a program; `cargo xtask faults` builds it quick and runs it.

#![allow(clippy::print_stdout, reason = "what was found is what this program is for")]

use std::process::ExitCode;

use clap::Parser;
use faults::{Part, Schedule, Search, replay, search};
use guest::RemedyKind;

/// Search for faults in every change, or run one schedule again.
#[derive(Debug, Parser)]
struct Arguments {
    /// How many pairs and triples of faults
    #[arg(long, default_value_t = 0)]
    schedules: usize,
    /// The seed they are drawn from, and the share of the first order
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Only this remedy, by its name
    #[arg(long, value_parser = remedy)]
    remedy: Option<RemedyKind>,
    /// How much of the first order, in percent
    #[arg(long, default_value_t = 100)]
    share: usize,
    /// Only one part of what is searched of the first order: 2/8 is the second of eight
    #[arg(long, default_value = "1/1")]
    part: Part,
    /// Run this schedule, and show every request
    #[arg(long)]
    replay: Option<Schedule>,
}

fn remedy(name: &str) -> Result<RemedyKind, String> {
    let mut all = RemedyKind::ALL.iter();
    all.find(|kind| kind.to_string() == name).copied().ok_or_else(|| format!("{name} is no remedy"))
}

fn main() -> ExitCode {
    let Arguments { schedules, seed, remedy, share, part, replay: again } = Arguments::parse();
    let (clean, text) = match again {
        Some(schedule) => {
            let text = replay(&schedule);
            (text.ends_with("no violation\n"), text)
        }
        None => search(&Search { schedules, seed, remedy, share, part, progress: |line| println!("{line}") }),
    };
    println!("{text}");
    if clean { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

//! The search as a program; `cargo xtask faults` builds it quick and runs it.

#![allow(clippy::print_stdout, reason = "what was found is what this program is for")]

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use faults::{Kills, Part, Schedule, Search, app, kills, replay, replay_kills, search, search_batches};
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
    /// Batches of five guests, and nothing else
    #[arg(long)]
    batch: bool,
    /// Run this schedule, and show every request
    #[arg(long)]
    replay: Option<Schedule>,
    /// The schedule is one of kills of a process
    #[arg(long, requires = "replay")]
    processes: bool,
    /// Kill a real process twice, so many times, beside the share of every single kill; and nothing else
    #[arg(long)]
    kills: Option<usize>,
    /// Be the app that is killed, for whoever listens here
    #[arg(long, hide = true, requires = "folder")]
    app: Option<String>,
    /// The app's data folder
    #[arg(long, hide = true)]
    folder: Option<PathBuf>,
}

fn remedy(name: &str) -> Result<RemedyKind, String> {
    let mut all = RemedyKind::ALL.iter();
    all.find(|kind| kind.to_string() == name).copied().ok_or_else(|| format!("{name} is no remedy"))
}

fn main() -> ExitCode {
    let asked = Arguments::parse();
    if let (Some(address), Some(folder)) = (&asked.app, &asked.folder) {
        app(address, folder);
        return ExitCode::SUCCESS;
    }
    let (clean, text) = done(asked);
    println!("{text}");
    if clean { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn done(asked: Arguments) -> (bool, String) {
    let Arguments {
        schedules,
        seed,
        remedy,
        share,
        part,
        batch,
        replay: again,
        processes,
        kills: doubles,
        ..
    } = asked;
    let progress = |line: &str| println!("{line}");
    let program = std::env::current_exe().unwrap_or_default();
    match (again, doubles) {
        (Some(schedule), _) => {
            let text = if processes { replay_kills(&program, &schedule) } else { replay(&schedule) };
            (text.ends_with("no violation\n"), text)
        }
        (None, Some(doubles)) => kills(&Kills { program, doubles, seed, share, remedy, progress }),
        (None, None) => {
            let what = Search { schedules, seed, remedy, share, part, progress };
            if batch { search_batches(&what) } else { search(&what) }
        }
    }
}

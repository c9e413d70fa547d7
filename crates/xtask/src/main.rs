//! Everything one does with this repository, in one place and without a make file: `cargo xtask start`, `test`,
//! `check`, `gen`, `gallery`, `bench`, `mutants`, `faults`, `fuzz`. It knows how the parts are built and in which order, and nothing
//! of what they do.

#![allow(clippy::print_stdout, reason = "saying what is being done is half of what this program is for")]

mod commands;
mod faults;
mod foreign;
mod fuzz;
mod gallery;
mod generate;
mod mutants;
mod others;
mod page;
mod place;
mod rules;
mod run;
mod set_up;
mod stages;
mod start;
mod supply_chain;
mod temporary;

use clap::{Parser, Subcommand};
use run::{Failure, run};
use stages::Stage;
use std::process::ExitCode;

/// Start, test, check, generate, measure.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Set up, build and start the app in its practice organisation; without a display, do its main job in a
    /// real window on a virtual one, and leave pictures in target/start
    Start,
    /// Set up and run every test there is, stage by stage
    Test {
        /// Fail when Microsoft's contract is not there to test against (by default the tests that need it are
        /// ignored, and that is said)
        #[arg(long)]
        require_contract: bool,
        /// Run one stage only
        #[arg(long, value_enum)]
        only: Option<Stage>,
    },
    /// What can be told without running the app: format, generated files, page, lints, house rules
    Check,
    /// Write the files that are made of other files
    Gen {
        /// Write nothing; fail when one is not up to date
        #[arg(long)]
        check: bool,
    },
    /// Photograph every screen and state in the real window, light and dark, in two languages: docs/gallery
    Gallery {
        /// Only the pictures of these names
        names: Vec<String>,
    },
    /// Let Microsoft's large client libraries and the Azure CLI judge the practice tenant (downloads much)
    Witness,
    /// Search for faults in changes: everything that can go wrong, at every request and row of every change, and
    /// whether what the app then says is so
    Faults(faults::Wanted),
    /// Random input for every reader of text that somebody else wrote, one after the other
    Fuzz(fuzz::Wanted),
    /// What comes from others: advisories, bans, sources, signatures, licences; says what could not be asked
    SupplyChain {
        /// Fail when something could not be asked, as before a release
        #[arg(long)]
        require_network: bool,
    },
    /// Run the benchmarks
    Bench,
    /// Mutation testing: does a test of the crate notice each small mistake planted in it? Without a crate: all of
    /// guest, procedure and journal
    Mutants {
        /// The crate
        #[arg(value_enum)]
        only: Option<mutants::Subject>,
        /// One part of the work, as 2/8; by default all parts one after the other
        #[arg(long)]
        shard: Option<mutants::Shard>,
        /// Go on where an earlier run of the same sources stopped, and try what survived it once more
        #[arg(long)]
        resume: bool,
    },
    /// What the rules that are not in force yet would find
    #[command(hide = true)]
    Names,
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().task {
        Task::Start => start::start(),
        Task::Test { require_contract, only } => stages::test(require_contract, only),
        Task::Check => stages::check(),
        Task::Gen { check } => generate::all(check),
        Task::Gallery { names } => gallery::whole(&names),
        Task::Witness => witness(),
        Task::Faults(wanted) => faults::search(&wanted),
        Task::Fuzz(wanted) => fuzz::run(&wanted),
        Task::SupplyChain { require_network } => supply_chain::all(require_network),
        Task::Bench => bench(),
        Task::Mutants { only, shard, resume } => mutants::run(only, shard, resume),
        Task::Names => rules::words(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            println!("\nfailed: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn witness() -> Result<(), Failure> {
    run::step("set-up", set_up::to_test)?;
    foreign::witness()
}

fn bench() -> Result<(), Failure> {
    run("cargo", &["bench", "-p", "practice", "-p", "journeys"])
}

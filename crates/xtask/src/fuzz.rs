//! Random input for every reader of untrusted text: the tests named `random_input` of the crates that use
//! `tests/random-input`, which says how long they have and where they write what they did.

use crate::place::root;
use crate::run::{Failure, finish, program, step};
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How long, and of what.
#[derive(Debug, Args)]
pub(crate) struct Wanted {
    /// For each target
    #[arg(long, default_value_t = 5.0)]
    minutes: f64,
    /// Only this one, by its name
    #[arg(long)]
    target: Option<String>,
}

/// What each target has in `cargo xtask test`; several run side by side there, so that all of them take about a minute.
const SECONDS_IN_TESTS: f64 = 10.0;

/// Where the results of one run are.
const RESULTS: &str = "target/random-input";
/// Where the seeds of what failed are kept.
const SEEDS: &str = "tests/random-input/seeds";

/// Each target in turn, in the profile of the search for faults: as quick as that, with the checks of development.
pub(crate) fn run(wanted: &Wanted) -> Result<(), Failure> {
    let mut tests = program("cargo");
    tests.args(["test", "--profile", "faults", "--locked", "--no-fail-fast", "--lib", "--tests"]);
    for name in readers()? {
        tests.args(["--package", &name]);
    }
    let target = wanted.target.as_deref().unwrap_or_default().replace('-', "_");
    tests.args(["--quiet", "--", &format!("random_input::{target}"), "--test-threads", "1", "--nocapture"]);
    give_time(&mut tests, 60.0 * wanted.minutes)?;
    let outcome = step("random input", || finish(&mut tests));
    let count = tell_results()?;
    if count == 0 { Err(Failure("there is no such target".to_owned())) } else { outcome }
}

/// Tests that are run with everything else have as long as a run of all tests can wait.
pub(crate) fn give_time_in_tests(tests: &mut Command) -> Result<(), Failure> {
    // The same inputs every time: whoever changes something else does not meet what was there before. The searches
    // (this command, and `PROPTEST_CASES=N cargo nextest run -p procedure sequences`) draw new ones.
    tests.env("RANDOM_INPUT_FIRST", "1").env("PROPTEST_RNG_SEED", "1");
    give_time(tests, SECONDS_IN_TESTS)
}

fn give_time(tests: &mut Command, seconds: f64) -> Result<(), Failure> {
    let results = root().join(RESULTS);
    if results.exists() {
        fs::remove_dir_all(&results).map_err(|problem| Failure::file(&results, &problem))?;
    }
    fs::create_dir_all(&results).map_err(|problem| Failure::file(&results, &problem))?;
    tests.env("RANDOM_INPUT_SECONDS", seconds.to_string()).env("RANDOM_INPUT_RESULTS", results);
    Ok(())
}

/// Prints what each target did; how many did something.
pub(crate) fn tell_results() -> Result<usize, Failure> {
    let results = root().join(RESULTS);
    let mut count = 0;
    for file in files(&results)? {
        let text = fs::read_to_string(&file).map_err(|problem| Failure::file(&file, &problem))?;
        if file.extension().is_some_and(|end| end == "reading") {
            // Only what ends the whole process leaves this behind, a stack that is used up for example.
            let target = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            println!(
                "{target}: the process ended while it read {}; keep that in {SEEDS}/{target}.txt",
                text.trim()
            );
        } else {
            println!("  {}", text.trim());
            count += 1;
        }
    }
    Ok(count)
}

/// The crates that have a reader of untrusted text: those that use `tests/random-input` in their tests.
fn readers() -> Result<Vec<String>, Failure> {
    let mut names = Vec::new();
    for folder in files(&root().join("crates"))? {
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
        if manifest.lines().any(|line| line.starts_with("random-input")) {
            names.extend(folder.file_name().map(|name| name.to_string_lossy().into_owned()));
        }
    }
    Ok(names)
}

/// What is in a folder, in the order of the names.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(folder).map_err(|problem| Failure::file(folder, &problem))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_crate_that_reads_what_others_wrote_is_found() {
        let names = readers().unwrap();
        assert_eq!(names, ["entra", "graph", "guest", "journal", "practice", "procedure"]);
    }
}

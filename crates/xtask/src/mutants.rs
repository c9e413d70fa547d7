//! Mutation testing with cargo-mutants: small mistakes are planted in a crate one by one, and each must fail one of the
//! crate's own tests. In shards, each of which leaves its result in `target/mutants`, so that hours of work can be
//! stopped and gone on with.

mod ledger;

use crate::place::root;
use crate::run::{Failure, answers, finish, program, read, step};
use clap::ValueEnum;
use ledger::Ledger;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::str::FromStr;

/// The version that is installed when it is missing; another one may list other mutants.
const VERSION: &str = "27.1.0";
/// How many mutants a shard holds, about: some twenty minutes. Each begins with a build of the copy and all its tests,
/// and one that is stopped in the middle is gone on with, so that many small ones cost more than they save.
const IN_A_SHARD: usize = 240;

/// A crate whose tests are tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Subject {
    /// The domain
    Guest,
    /// The engine
    Procedure,
    /// The record
    Journal,
}

impl Subject {
    /// Its name as a package.
    fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

/// One part of the work: the second of eight is `2/8`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shard {
    number: usize,
    of: usize,
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || format!("{text} is no shard: the second of eight is 2/8");
        let (number, of) = text.split_once('/').ok_or_else(wrong)?;
        let number = number.parse().map_err(|_| wrong())?;
        let of = of.parse().map_err(|_| wrong())?;
        if (1..=of).contains(&number) { Ok(Self { number, of }) } else { Err(wrong()) }
    }
}

impl Shard {
    /// Shards for so many mutants.
    fn all(mutants: usize) -> Vec<Self> {
        let of = mutants.div_ceil(IN_A_SHARD).max(1);
        (1..=of).map(|number| Self { number, of }).collect()
    }
}

/// Where survivors are explained.
const PAGE: &str = "docs/mutants.md";

/// Tests one crate or all, one shard or all; fails when a mutant survived that docs/mutants.md does not explain.
pub(crate) fn run(only: Option<Subject>, shard: Option<Shard>, resume: bool) -> Result<(), Failure> {
    step("cargo-mutants", install)?;
    let subjects = only.map_or_else(|| Subject::value_variants().to_vec(), |subject| vec![subject]);
    let mut survivors = 0;
    for subject in subjects {
        survivors += test(&subject.name(), shard, resume)?;
    }
    if survivors == 0 {
        return Ok(());
    }
    Err(Failure(format!("{survivors} mutants survived that {PAGE} does not explain")))
}

/// Tests a crate; answers how many mutants survived without being explained.
fn test(package: &str, shard: Option<Shard>, resume: bool) -> Result<usize, Failure> {
    let folder = root().join("target/mutants").join(package);
    fs::create_dir_all(&folder).map_err(|problem| Failure::file(&folder, &problem))?;
    let all = list(package)?;
    let file = folder.join("ledger.json");
    if !resume {
        fs::remove_dir_all(&folder).map_err(|problem| Failure::file(&folder, &problem))?;
        fs::create_dir_all(&folder).map_err(|problem| Failure::file(&folder, &problem))?;
    }
    let mut ledger = Ledger::read(&file, &all)?;
    let running = folder.join("mutants.out");
    // What a run that was stopped in the middle had found.
    ledger.add(&running, &all)?;
    ledger.write(&file)?;
    let shards = shard.map_or_else(|| Shard::all(all.len()), |shard| vec![shard]);
    for shard in shards {
        let Shard { number, of } = shard;
        let left = ledger.left(&part(&all, shard));
        if left.is_empty() {
            println!("--- {package} {number}/{of}: done before");
            continue;
        }
        step(&format!("{package} {number}/{of}: {} mutants", left.len()), || {
            try_out(package, &left, &folder)?;
            ledger.add(&running, &all)?;
            ledger.write(&file)?;
            keep(&running, &folder.join(format!("shard-{number}-of-{of}")))
        })?;
    }
    let summary = ledger.summary(package, &all);
    let page = folder.join("summary.md");
    fs::write(&page, &summary).map_err(|problem| Failure::file(&page, &problem))?;
    println!("\n{summary}\nwritten to target/mutants/{package}/summary.md, for docs/mutants.md");
    let explained = fs::read_to_string(root().join(PAGE)).unwrap_or_default();
    let survivors = ledger.survivors(&all);
    Ok(survivors.into_iter().filter(|name| !explained.contains(&without_place(name))).count())
}

/// A mutant's name without line and column, which change with every edit above it.
fn without_place(name: &str) -> String {
    let mut parts = name.splitn(4, ':');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(file), Some(_), Some(_), Some(what)) => format!("{file}:{what}"),
        _ => name.to_owned(),
    }
}

/// The mutants of a shard: each in turn goes to the next.
fn part(all: &[String], shard: Shard) -> Vec<&str> {
    all.iter().skip(shard.number - 1).step_by(shard.of).map(String::as_str).collect()
}

/// Every mutant of a crate, by its name.
fn list(package: &str) -> Result<Vec<String>, Failure> {
    let text = read(mutants().args(["--list", "--package", package]))?;
    // Two of the same name are tried together, and one that survives counts for both.
    let mut seen = BTreeSet::new();
    Ok(text.lines().filter(|name| seen.insert(*name)).map(str::to_owned).collect())
}

/// Keeps what a run that came to its end left, with the log of each mutant, for who wants to know why.
fn keep(running: &Path, kept: &Path) -> Result<(), Failure> {
    if kept.exists() {
        fs::remove_dir_all(kept).map_err(|problem| Failure::file(kept, &problem))?;
    }
    fs::rename(running, kept).map_err(|problem| Failure::file(kept, &problem))
}

/// Plants these mutants, one after the other.
fn try_out(package: &str, these: &[&str], output: &Path) -> Result<(), Failure> {
    let mut command = mutants();
    // What the dependencies compile to is kept from shard to shard; the copy of the sources is made anew. A crate has a
    // folder of its own, so that two crates can be tried beside each other without waiting for each other's lock.
    command.env("CARGO_TARGET_DIR", root().join("target/mutants/build").join(package));
    command.args(["--package", package, "--test-package", package, "--colors", "never"]);
    command
        .args(["--no-shuffle", "--profile", "mutants", "--cargo-arg=--locked"])
        .arg("--output")
        .arg(output);
    command.args(these.iter().map(|name| format!("--re=^{}$", literally(name))));
    // cargo-mutants 27.1 tries the fields of structs whichever names it is given: those of other files are kept out.
    let files: BTreeSet<&str> = these.iter().filter_map(|name| name.split(':').next()).collect();
    command.args(files.iter().map(|file| format!("--file={file}")));
    if answers("cargo", &["nextest", "--version"]) {
        command.args(["--test-tool", "nextest"]).env("NEXTEST_PROFILE", "mutants");
    }
    match command.status() {
        // 2: some survived; 3: some tests ran out of time. Both stand in the result.
        Ok(status) if status.success() || matches!(status.code(), Some(2 | 3)) => Ok(()),
        Ok(status) => Err(Failure(format!("cargo-mutants ended with {status}"))),
        Err(problem) => Err(Failure(format!("cargo-mutants could not be started: {problem}"))),
    }
}

/// A text as a regular expression that matches it and nothing else.
fn literally(text: &str) -> String {
    // Not every sign: an escaped `<` would be the beginning of a word.
    let means_something = |c: char| r"\.+*?()|[]{}^$#&-~".contains(c);
    let escape = |c| means_something(c).then_some('\\').into_iter().chain([c]);
    text.chars().flat_map(escape).collect()
}

/// Where it is installed: beside what is built, not into the home of whoever runs this.
fn tools() -> PathBuf {
    root().join("target/tools")
}

fn mutants() -> Command {
    let name = Path::new("cargo-mutants").with_extension(std::env::consts::EXE_EXTENSION);
    let mut command = program(tools().join("bin").join(name));
    command.arg("mutants");
    command
}

fn install() -> Result<(), Failure> {
    let there = mutants().arg("--version").output();
    let wanted = format!("cargo-mutants {VERSION}");
    if there.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).trim() == wanted) {
        return Ok(());
    }
    let folder = tools();
    let words = ["install", "cargo-mutants", "--version", VERSION, "--locked", "--root"];
    finish(program("cargo").args(words).arg(&folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shard_is_read_and_what_is_none_is_refused() {
        assert_eq!("2/8".parse(), Ok(Shard { number: 2, of: 8 }));
        for wrong in ["0/8", "9/8", "2", "a/b", "1/0", ""] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_survivor_is_known_by_its_name_without_its_place() {
        let name = "crates/journal/src/file.rs:19:51: replace | with ^ in open";
        assert_eq!(without_place(name), "crates/journal/src/file.rs: replace | with ^ in open");
    }

    #[test]
    fn a_name_is_matched_literally() {
        assert_eq!(literally("src/a.rs:1:2: <f> -> bool | ^"), r"src/a\.rs:1:2: <f> \-> bool \| \^");
    }

    #[test]
    fn the_shards_together_are_all_mutants_and_each_is_in_one() {
        let all: Vec<String> = (0..=2 * IN_A_SHARD).map(|number| number.to_string()).collect();
        let shards = Shard::all(all.len());
        assert_eq!(shards.len(), 3);
        let mut dealt: Vec<&str> = shards.into_iter().flat_map(|shard| part(&all, shard)).collect();
        dealt.sort_by_key(|name| name.parse::<usize>().unwrap());
        assert_eq!(dealt, all);
    }
}

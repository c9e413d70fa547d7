//! The search for faults in changes (`tests/faults`), and mistakes planted in the engine that it must find.

use crate::place::root;
use crate::run::{Failure, finish, program, read, run, step};
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is searched.
#[derive(Debug, Args)]
pub(crate) struct Wanted {
    /// How many pairs and triples of faults, beside every single one
    #[arg(long)]
    schedules: Option<usize>,
    /// The seed they are drawn from, and the share
    #[arg(long)]
    seed: Option<u64>,
    /// Only this remedy, by its name
    #[arg(long)]
    remedy: Option<String>,
    /// How much of the first order, in percent
    #[arg(long)]
    share: Option<usize>,
    /// Only one part of the first order: 2/8 is the second of eight
    #[arg(long)]
    part: Option<String>,
    /// Batches of five guests, and nothing else
    #[arg(long, conflicts_with_all = ["schedules", "kills"])]
    batch: bool,
    /// Run this schedule again, and show every request
    #[arg(long)]
    replay: Option<String>,
    /// Kill a real process twice, so many times, beside the share of every single kill; and search nothing else
    #[arg(long, conflicts_with_all = ["schedules", "replay"])]
    kills: Option<usize>,
    /// The schedule that is run again is one of kills
    #[arg(long, requires = "replay")]
    processes: bool,
    /// Plant the mistakes of tests/faults/planted in a copy of the workspace, one after the other: each must be found
    #[arg(long, conflicts_with_all = ["schedules", "seed", "remedy", "share", "part", "replay", "kills", "batch"])]
    planted: bool,
}

/// Searches, or plants.
pub(crate) fn search(wanted: &Wanted) -> Result<(), Failure> {
    if wanted.planted {
        return planted();
    }
    let number = |name: &str, value: Option<String>| value.map(|value| [format!("--{name}"), value]);
    let words = [
        number("schedules", wanted.schedules.map(|count| count.to_string())),
        number("seed", wanted.seed.map(|seed| seed.to_string())),
        number("remedy", wanted.remedy.clone()),
        number("share", wanted.share.map(|share| share.to_string())),
        number("part", wanted.part.clone()),
        number("replay", wanted.replay.clone()),
        number("kills", wanted.kills.map(|count| count.to_string())),
    ];
    let flags = [("--processes", wanted.processes), ("--batch", wanted.batch)];
    let flags = flags.into_iter().filter(|(_, wanted)| *wanted).map(|(flag, _)| flag.to_owned());
    let words: Vec<String> = words.into_iter().flatten().flatten().chain(flags).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    run("cargo", &[&SEARCH[..], &words].concat())
}

/// The search, in a profile of its own: it runs the app some hundred thousand times.
const SEARCH: [&str; 8] = ["run", "--quiet", "--profile", "faults", "--locked", "--package", "faults", "--"];

/// What every run of the tests has time for, and must be clean: every schedule that showed a violation once, and the ways
/// from its end; of all that can go wrong with a batch of five a share, of a seed that stays; every single kill of a real
/// process, and two hundred double ones. The whole search is a command of its own.
pub(crate) fn stage() -> Result<(), Failure> {
    run("cargo", &[&SEARCH[..], &["--share", "0"]].concat())?;
    run("cargo", &[&SEARCH[..], &["--batch", "--share", BATCH_SHARE, "--seed", "1"]].concat())?;
    run("cargo", &[&SEARCH[..], &["--kills", "200", "--share", "100", "--seed", "1"]].concat())
}

/// How much of the search of a batch every run of the tests has time for, in percent.
const BATCH_SHARE: &str = "1";

/// Where the mistakes are.
const PLANTED: &str = "tests/faults/planted";

/// A mistake: the patch that plants it, and what the search must say.
struct Mistake {
    name: String,
    patch: PathBuf,
    found_by: String,
    words: Vec<String>,
}

impl Mistake {
    /// The lines before the patch say how it is found: `Found by: check [sort]`, and `Search: words`.
    fn read(patch: PathBuf) -> Result<Self, Failure> {
        let text = fs::read_to_string(&patch).map_err(|problem| Failure::file(&patch, &problem))?;
        let line = |head: &str| text.lines().find_map(|line| line.strip_prefix(head)).map(str::trim);
        let name = patch.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let missing = || Failure(format!("{name}: no line says by which check it is found"));
        let found_by = line("Found by:").ok_or_else(missing)?.to_owned();
        let words = line("Search:").unwrap_or_default().split_whitespace().map(str::to_owned).collect();
        Ok(Self { name, patch, found_by, words })
    }

    /// Plants it in a fresh copy, builds and searches there.
    fn is_found(&self, copy: &Path, build: &Path) -> Result<(), Failure> {
        copy_workspace(copy)?;
        let mut apply = program("git");
        // The copy lies in the workspace and is no repository of its own: git must not look further up.
        apply.current_dir(copy).env("GIT_CEILING_DIRECTORIES", root().join("target"));
        finish(apply.arg("apply").arg(&self.patch))?;
        let said = output(in_copy(copy, build).args(SEARCH).args(&self.words))?;
        if said.contains(&self.found_by) {
            return Ok(());
        }
        Err(Failure(format!(
            "{} is planted and not found: nothing says `{}`\n{said}",
            self.name, self.found_by
        )))
    }
}

fn in_copy(copy: &Path, build: &Path) -> Command {
    let mut cargo = program("cargo");
    cargo.current_dir(copy).env("CARGO_TARGET_DIR", build);
    cargo
}

/// What a program says, whether it succeeds or not: a search that finds something fails.
fn output(command: &mut Command) -> Result<String, Failure> {
    let output =
        command.output().map_err(|problem| Failure(format!("it could not be started: {problem}")))?;
    let said = [output.stdout, output.stderr].concat();
    Ok(String::from_utf8_lossy(&said).into_owned())
}

fn planted() -> Result<(), Failure> {
    let folder = root().join(PLANTED);
    let entries = fs::read_dir(&folder).map_err(|problem| Failure::file(&folder, &problem))?;
    let mut patches: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    patches.retain(|path| path.extension().is_some_and(|end| end == "patch"));
    patches.sort();
    // The crates that are not ours are built once for the search and for all copies.
    let (copy, build) = (root().join("target/planted"), root().join("target"));
    let mut missed = Vec::new();
    for patch in &patches {
        let mistake = Mistake::read(patch.clone())?;
        if let Err(failure) = step(&mistake.name, || mistake.is_found(&copy, &build)) {
            println!("{failure}");
            missed.push(mistake.name);
        }
    }
    println!("{} mistakes planted, {} found", patches.len(), patches.len() - missed.len());
    if missed.is_empty() { Ok(()) } else { Err(Failure(format!("not found: {}", missed.join(", ")))) }
}

/// Every file that git knows, as it stands now, and nothing else. What did not change keeps its time, so that only what
/// the mistake touches is built anew.
fn copy_workspace(copy: &Path) -> Result<(), Failure> {
    let files = read(program("git").args(["ls-files", "--cached", "--others", "--exclude-standard"]))?;
    for file in files.lines() {
        let (from, to) = (root().join(file), copy.join(file));
        let Ok(now) = fs::read(&from) else { continue };
        if fs::read(&to).is_ok_and(|there| there == now) {
            continue;
        }
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).map_err(|problem| Failure::file(folder, &problem))?;
        }
        fs::write(&to, now).map_err(|problem| Failure::file(&to, &problem))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_planted_mistake_fits_and_says_by_which_check_it_is_found() {
        let folder = root().join(PLANTED);
        let patches = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
        let mut count = 0;
        for patch in patches {
            let mistake = Mistake::read(patch).unwrap();
            assert!(mistake.found_by.contains('['), "{}", mistake.name);
            // One that does not fit any more plants nothing.
            let mut check = program("git");
            finish(check.args(["apply", "--check"]).arg(&mistake.patch)).unwrap();
            count += 1;
        }
        assert!(count >= 10, "{count}");
    }
}

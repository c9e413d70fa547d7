//! What became of each mutant so far, kept from run to run.

use crate::run::Failure;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// What became of a mutant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fate {
    /// A test failed.
    Killed,
    /// The tests took so long that they were ended: an endless loop, most often.
    TimedOut,
    /// It does not compile.
    Unviable,
    /// Every test passed.
    Survived,
}

/// The files in which cargo-mutants lists them.
const FILES: [(&str, Fate); 4] = [
    ("caught.txt", Fate::Killed),
    ("timeout.txt", Fate::TimedOut),
    ("unviable.txt", Fate::Unviable),
    ("missed.txt", Fate::Survived),
];

/// The fates of mutants by their names, which hold file, line and column: other sources have other names.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Ledger(BTreeMap<String, Fate>);

impl Ledger {
    /// The ledger of an earlier run; only of mutants that are still there. Empty where there is none.
    pub(super) fn read(file: &Path, all: &[String]) -> Result<Self, Failure> {
        let Ok(text) = fs::read_to_string(file) else { return Ok(Self::default()) };
        let kept: BTreeMap<String, String> = serde_json::from_str(&text)
            .map_err(|problem| Failure(format!("{}: {problem}", file.display())))?;
        let known = |(name, fate): (String, String)| {
            let fate = FILES.iter().find(|(file, _)| *file == fate)?.1;
            all.contains(&name).then_some((name, fate))
        };
        Ok(Self(kept.into_iter().filter_map(known).collect()))
    }

    /// Keeps it.
    pub(super) fn write(&self, file: &Path) -> Result<(), Failure> {
        let name = |fate: Fate| FILES.iter().find(|(_, one)| *one == fate).map_or("", |(file, _)| file);
        let fates: BTreeMap<&String, Value> =
            self.0.iter().map(|(mutant, fate)| (mutant, json!(name(*fate)))).collect();
        fs::write(file, format!("{:#}\n", json!(fates))).map_err(|problem| Failure::file(file, &problem))
    }

    /// Adds what a run of cargo-mutants found, as far as it came; the newer result counts. What is no mutant any more is
    /// passed over.
    pub(super) fn add(&mut self, output: &Path, all: &[String]) -> Result<(), Failure> {
        for (name, fate) in FILES {
            let file = output.join(name);
            let text = match fs::read_to_string(&file) {
                Ok(text) => text,
                Err(problem) if problem.kind() == std::io::ErrorKind::NotFound => continue,
                Err(problem) => return Err(Failure::file(&file, &problem)),
            };
            let known = text.lines().filter(|mutant| all.iter().any(|one| one == mutant));
            self.0.extend(known.map(|mutant| (mutant.to_owned(), fate)));
        }
        Ok(())
    }

    /// Those of these that have to be tried: for the first time, or once more because no test noticed them.
    pub(super) fn left<'a>(&self, mutants: &[&'a str]) -> Vec<&'a str> {
        let left = |name: &&str| self.0.get(*name).is_none_or(|fate| *fate == Fate::Survived);
        mutants.iter().copied().filter(left).collect()
    }

    /// Those that no test noticed.
    pub(super) fn survivors<'a>(&self, all: &'a [String]) -> Vec<&'a str> {
        let survived = |name: &&String| self.0.get(*name) == Some(&Fate::Survived);
        all.iter().filter(survived).map(String::as_str).collect()
    }

    /// A row of docs/mutants.md, and the survivors below it.
    pub(super) fn summary(&self, package: &str, all: &[String]) -> String {
        let count = |fate| all.iter().filter(|name| self.0.get(*name) == Some(&fate)).count();
        let [killed, slow, unviable, survived] =
            [Fate::Killed, Fate::TimedOut, Fate::Unviable, Fate::Survived].map(count);
        let untried = all.len() - killed - slow - unviable - survived;
        let mut text = String::from(
            "| crate | mutants | killed | ran out of time | do not compile | survived | not tried |\n\
             |---|---|---|---|---|---|---|\n",
        );
        let _ = writeln!(
            text,
            "| `{package}` | {} | {killed} | {slow} | {unviable} | {survived} | {untried} |",
            all.len()
        );
        for name in self.survivors(all) {
            let _ = write!(text, "\n- `{name}`");
        }
        text.trim_end().to_owned() + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("{name}-{}", std::process::id()));
        fs::create_dir(&folder).unwrap();
        folder
    }

    fn ran(folder: &Path, killed: &str, survived: &str) {
        for (name, text) in
            [("caught.txt", killed), ("missed.txt", survived), ("timeout.txt", ""), ("unviable.txt", "x\n")]
        {
            fs::write(folder.join(name), text).unwrap();
        }
    }

    #[test]
    fn a_run_that_is_gone_on_with_keeps_what_was_killed_and_the_newer_result_counts() {
        let folder = folder("ledger");
        let all = ["a", "b", "x", "y"].map(str::to_owned);
        let mut ledger = Ledger::default();
        ran(&folder, "a\n", "b\n");
        ledger.add(&folder, &all).unwrap();
        assert_eq!(ledger.survivors(&all), ["b"]);
        assert_eq!(ledger.left(&["a", "b", "x", "y"]), ["b", "y"]);

        ledger.write(&folder.join("ledger.json")).unwrap();
        let mut ledger = Ledger::read(&folder.join("ledger.json"), &all).unwrap();
        ran(&folder, "b\n", "");
        ledger.add(&folder, &all).unwrap();
        assert_eq!(ledger.survivors(&all), [""; 0]);
        let summary = ledger.summary("guest", &all);
        assert!(summary.contains("| `guest` | 4 | 2 | 0 | 1 | 0 | 1 |"), "{summary}");

        // Other sources: what has another name now was not tried.
        let other = ["a".to_owned(), "moved".to_owned()];
        ledger.write(&folder.join("ledger.json")).unwrap();
        let ledger = Ledger::read(&folder.join("ledger.json"), &other).unwrap();
        assert_eq!(ledger.left(&["a", "moved"]), ["moved"]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn survivors_are_listed_below_the_row() {
        let ledger = Ledger(BTreeMap::from([("replace f -> bool with true".to_owned(), Fate::Survived)]));
        let summary = ledger.summary("journal", &["replace f -> bool with true".to_owned()]);
        assert!(
            summary.ends_with("| 1 | 0 | 0 | 0 | 1 | 0 |\n\n- `replace f -> bool with true`\n"),
            "{summary}"
        );
    }
}

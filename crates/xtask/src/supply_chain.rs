//! What comes from others: advisories, bans, licences and sources of the crates, signatures of the packages, and which
//! licences there are. A command of its own, since half of it asks somebody on the network: whom it cannot reach it
//! names, and never counts as passed.

use crate::place::root;
use crate::run::{Failure, answers, program, run};
use serde_json::Value;
use std::collections::BTreeMap;
use std::process::Command;

/// Everything that brings packages of npm.
const PACKAGES: [&str; 2] = ["ui", "tests/browser"];

/// Asks all of it, whatever comes of each. `required`: what cannot be asked is a failure, as before a release.
pub(crate) fn all(required: bool) -> Result<(), Failure> {
    let mut asked = vec![crates(), advisories()];
    asked.extend(PACKAGES.map(signatures));
    asked.push(licences());
    let mut wrong = 0;
    println!();
    for (what, answer) in asked {
        let word = match answer {
            Answer::Fine(said) => said,
            Answer::NotAsked(why) => {
                wrong += usize::from(required);
                format!("NOT CHECKED: {why}")
            }
            Answer::Wrong(why) => {
                wrong += 1;
                format!("FAILED: {why}")
            }
        };
        println!("{what}: {word}");
    }
    if wrong == 0 { Ok(()) } else { Err(Failure(format!("{wrong} of what comes from others"))) }
}

enum Answer {
    Fine(String),
    /// Nobody could be asked, which says nothing of what the answer is.
    NotAsked(String),
    Wrong(String),
}

type Asked = (String, Answer);

const NO_DENY: &str = "cargo-deny is not installed";

fn crates() -> Asked {
    let what = "bans, licences and sources of crates".to_owned();
    if !answers("cargo", &["deny", "--version"]) {
        return (what, Answer::NotAsked(NO_DENY.to_owned()));
    }
    let checked = run("cargo", &["deny", "--offline", "check", "bans", "licenses", "sources"]);
    (what, checked.map_or_else(|why| Answer::Wrong(why.to_string()), |()| Answer::Fine("hold".to_owned())))
}

/// The database is fetched first, by itself: a network that is away is then told from an advisory.
fn advisories() -> Asked {
    let what = "advisories on crates".to_owned();
    if !answers("cargo", &["deny", "--version"]) {
        return (what, Answer::NotAsked(NO_DENY.to_owned()));
    }
    if let Err(why) = run("cargo", &["deny", "fetch", "db"]) {
        return (what, Answer::NotAsked(format!("the advisory database cannot be reached ({why})")));
    }
    let checked = run("cargo", &["deny", "check", "advisories"]);
    (what, checked.map_or_else(|why| Answer::Wrong(why.to_string()), |()| Answer::Fine("none".to_owned())))
}

fn signatures(folder: &str) -> Asked {
    let what = format!("signatures of packages in {folder}");
    let mut npm = program("npm");
    npm.current_dir(root().join(folder)).args(["audit", "signatures"]);
    let (passed, said) = match said_by(&mut npm) {
        Ok(answer) => answer,
        Err(why) => return (what, Answer::NotAsked(why)),
    };
    (what, of_signatures(passed, &said))
}

/// npm fails both for a signature that is wrong and for a registry that it cannot ask, and says which.
fn of_signatures(passed: bool, said: &str) -> Answer {
    let line = |word: &str| said.lines().find(|line| line.contains(word)).map(|line| line.trim().to_owned());
    if passed {
        return line("verified")
            .map_or_else(|| Answer::NotAsked("npm verified none".to_owned()), Answer::Fine);
    }
    match line("invalid").or_else(|| line("missing")).or_else(|| line("tampered")) {
        Some(why) => Answer::Wrong(why),
        None => Answer::NotAsked(format!(
            "npm's registry gave no keys ({})",
            line("npm ERR!").or_else(|| line("npm error")).unwrap_or_default()
        )),
    }
}

/// Both outputs of a program, and whether it succeeded.
fn said_by(command: &mut Command) -> Result<(bool, String), String> {
    let output = command.output().map_err(|problem| problem.to_string())?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok((output.status.success(), format!("{}\n{}", text(&output.stdout), text(&output.stderr))))
}

/// The licence of everything that is locked, for whoever must say what is in the app: a line each.
fn licences() -> Asked {
    let what = "licences".to_owned();
    match crate_licences().and_then(|crates| Ok((crates, package_licences()?))) {
        Ok((crates, packages)) => {
            for (name, counted) in [("crates", &crates), ("packages", &packages)] {
                println!("\nlicences of {name}:");
                for (licence, count) in counted {
                    println!("  {count:>4}  {licence}");
                }
            }
            let unknown = [&crates, &packages].iter().filter_map(|all| all.get(UNKNOWN)).sum::<usize>();
            let all: usize = crates.values().chain(packages.values()).sum();
            let fine = Answer::Fine(format!("of {all} crates and packages, listed above"));
            (what, if unknown == 0 { fine } else { Answer::Wrong(format!("{unknown} name none")) })
        }
        Err(why) => (what, Answer::Wrong(why.to_string())),
    }
}

const UNKNOWN: &str = "(none)";
type Counted = BTreeMap<String, usize>;

fn counted<'v>(licences: impl Iterator<Item = Option<&'v str>>) -> Counted {
    let mut counted = Counted::new();
    for licence in licences {
        *counted.entry(licence.unwrap_or(UNKNOWN).to_owned()).or_default() += 1;
    }
    counted
}

fn crate_licences() -> Result<Counted, Failure> {
    let words = ["metadata", "--format-version", "1", "--locked"];
    let metadata = crate::run::read(program("cargo").args(words))?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|why| Failure(why.to_string()))?;
    let packages = metadata["packages"].as_array().into_iter().flatten();
    // What has no source is our own.
    let others = packages.filter(|package| !package["source"].is_null());
    Ok(counted(others.map(|package| package["license"].as_str().or(package["license_file"].as_str()))))
}

fn package_licences() -> Result<Counted, Failure> {
    let mut all = Counted::new();
    for folder in PACKAGES {
        let file = root().join(folder).join("package-lock.json");
        let text = std::fs::read_to_string(&file).map_err(|why| Failure::file(&file, &why))?;
        let lock: Value = serde_json::from_str(&text).map_err(|why| Failure(why.to_string()))?;
        // The one without a name is our own.
        let others = lock["packages"].as_object().into_iter().flatten().filter(|(name, _)| !name.is_empty());
        for (licence, count) in counted(others.map(|(_, package)| package["license"].as_str())) {
            *all.entry(licence).or_default() += count;
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_registry_that_is_away_is_not_a_signature_that_is_wrong_and_neither_passes() {
        let fine = "audited 280 packages in 2s\n\n280 packages have verified registry signatures\n";
        assert!(matches!(of_signatures(true, fine), Answer::Fine(said) if said.starts_with("280 packages")));
        let wrong = "1 package has an invalid registry signature:\nx@1.0.0\n";
        assert!(matches!(of_signatures(false, wrong), Answer::Wrong(_)));
        let away = "npm error code ENOTFOUND\nnpm error network request failed\n";
        assert!(matches!(of_signatures(false, away), Answer::NotAsked(why) if why.contains("ENOTFOUND")));
        assert!(matches!(of_signatures(true, ""), Answer::NotAsked(_)), "silence is no signature");
    }

    #[test]
    fn every_package_that_is_locked_has_a_licence() {
        let packages = package_licences().unwrap();
        assert!(packages.values().sum::<usize>() > 100);
        assert_eq!(packages.get(UNKNOWN), None, "{packages:?}");
        assert_eq!(counted([Some("MIT"), None].into_iter()).get(UNKNOWN), Some(&1));
    }
}

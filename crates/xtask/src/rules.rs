//! What holds between the parts (the invariants at the top of ARCHITECTURE.md), as far as no compiler holds it.

mod names;
mod pronouns;
mod shown_by;
mod source;

use crate::place::root;
use crate::run::{Failure, program, read};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// All rules; every breach is named.
pub(crate) fn all() -> Result<(), Failure> {
    let members = Members::read()?;
    let mut breaches = Vec::new();
    breaches.extend(members.who_else_names("tauri", "guest-mail-doctor"));
    breaches.extend(members.who_else_names("reqwest", "internet"));
    breaches.extend(members.strangers("practice", "graph"));
    breaches.extend(members.strangers("practice-server", "graph"));
    breaches.extend(members.strangers("graph", "practice"));
    breaches.extend(members.more_than("window-contract", &CONTRACT_NAMES));
    breaches.extend(members.without_the_lints()?);
    breaches.extend(carried(&tree_of_the_app()?));
    breaches.extend(texts()?);
    breaches.extend(in_every_file(names::breaches)?);
    breaches.extend(in_every_file(pronouns::breaches)?);
    breaches.extend(shown_by::breaches(&root(), &files(&root())?)?);
    if breaches.is_empty() {
        println!("all rules hold for {} crates", members.uses.len());
        return Ok(());
    }
    for breach in &breaches {
        println!("  {breach}");
    }
    Err(Failure(format!("{} breaches of the house rules", breaches.len())))
}

/// What the two rules about words find, and what was weighed and stays.
pub(crate) fn words() -> Result<(), Failure> {
    for (what, rule) in [("renamed", names::breaches as Rule), ("pronouns", pronouns::breaches)] {
        let found = in_every_file(rule)?;
        for breach in &found {
            println!("  {breach}");
        }
        println!("{what}: {}\n", found.len());
    }
    println!("weighed, and stays:");
    for line in names::kept() {
        println!("  {line}");
    }
    Ok(())
}

/// The breaches in a file, by its path in the workspace and its text.
type Rule = fn(&str, &str) -> Vec<String>;

fn in_every_file(rule: Rule) -> Result<Vec<String>, Failure> {
    let root = root();
    let mut breaches = Vec::new();
    let mut files = files(&root)?;
    files.sort();
    for file in files {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let path = file.strip_prefix(&root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        breaches.extend(rule(&path, &text));
    }
    Ok(breaches)
}

/// All that the contract with the window names: whose vocabulary crosses, and how it is written down. Nothing that runs.
const CONTRACT_NAMES: [&str; 7] = ["entra", "graph", "guest", "procedure", "serde", "ts-rs", "words"];

/// Crates that are no part of the app and drive it over HTTP.
const TESTS: [&str; 2] = ["journeys", "window"];

/// The crates of the workspace and what each names as a dependency.
struct Members {
    uses: BTreeMap<String, BTreeSet<String>>,
    manifests: Vec<PathBuf>,
}

impl Members {
    fn read() -> Result<Self, Failure> {
        let text =
            read(program("cargo").args(["metadata", "--no-deps", "--format-version", "1", "--locked"]))?;
        let metadata: Value = serde_json::from_str(&text).map_err(|problem| Failure(problem.to_string()))?;
        let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
        let name = |value: &Value| value["name"].as_str().unwrap_or_default().to_owned();
        Ok(Self {
            uses: packages
                .iter()
                .map(|package| {
                    let all = package["dependencies"].as_array().cloned().unwrap_or_default();
                    // What only the tests of a crate use does not go into the app.
                    (name(package), all.iter().filter(|one| one["kind"] != "dev").map(name).collect())
                })
                .collect(),
            manifests: packages
                .iter()
                .filter_map(|package| package["manifest_path"].as_str().map(PathBuf::from))
                .collect(),
        })
    }

    /// Only one crate of the app names a library, or one whose name begins so; tests may.
    fn who_else_names(&self, library: &str, owner: &str) -> Vec<String> {
        let names = |uses: &BTreeSet<String>| uses.iter().any(|one| one.starts_with(library));
        self.uses
            .iter()
            .filter(|(name, uses)| *name != owner && !TESTS.contains(&name.as_str()) && names(uses))
            .map(|(name, _)| format!("{name} depends on {library}; only {owner} may"))
            .collect()
    }

    /// Neither of the two comes to know the other, directly or through a third.
    fn strangers(&self, one: &str, other: &str) -> Option<String> {
        let mut reached = BTreeSet::new();
        let mut ahead = vec![one.to_owned()];
        while let Some(name) = ahead.pop() {
            let own = self.uses.get(&name).into_iter().flatten().filter(|used| self.uses.contains_key(*used));
            ahead.extend(own.filter(|used| reached.insert((*used).clone())).cloned());
        }
        reached.contains(other).then(|| format!("{one} depends on {other}"))
    }

    /// A crate names these and nothing else.
    fn more_than(&self, name: &str, all: &[&str]) -> Vec<String> {
        let Some(uses) = self.uses.get(name) else { return vec![format!("there is no crate {name}")] };
        let more = uses.iter().filter(|used| !all.contains(&used.as_str()));
        more.map(|used| format!("{name} depends on {used}; it may on {}", all.join(", "))).collect()
    }

    /// Every crate takes the workspace's lints, and those forbid unsafe code.
    fn without_the_lints(&self) -> Result<Vec<String>, Failure> {
        let workspace = text_of(&root().join("Cargo.toml"))?;
        let mut breaches = Vec::new();
        if !workspace.contains("unsafe_code = \"forbid\"") {
            breaches.push("Cargo.toml does not forbid unsafe code".to_owned());
        }
        for manifest in &self.manifests {
            if !text_of(manifest)?.contains("[lints]\nworkspace = true") {
                breaches.push(format!("{} does not take the workspace's lints", manifest.display()));
            }
        }
        Ok(breaches)
    }
}

/// Crates and features that exist for tests and for servers, and must not be in the app, as `cargo tree` names them.
const NOT_IN_THE_APP: [&str; 2] = ["practice-server ", "internet feature \"other-roots\""];

/// Every crate the app is made of, with its features, a line each.
fn tree_of_the_app() -> Result<String, Failure> {
    let words = [
        "tree",
        "--package",
        "guest-mail-doctor",
        "--edges",
        "normal,features",
        "--prefix",
        "none",
        "--locked",
    ];
    read(program("cargo").args(words))
}

fn carried(tree: &str) -> Vec<String> {
    let here = |name: &&str| tree.lines().any(|line| line.starts_with(name));
    NOT_IN_THE_APP
        .into_iter()
        .filter(here)
        .map(|name| format!("the app carries {}", name.trim_end()))
        .collect()
}

/// What no file of ours may say.
fn texts() -> Result<Vec<String>, Failure> {
    let root = root();
    let mut breaches = Vec::new();
    let home = std::env::var("HOME").unwrap_or_default();
    for file in files(&root)? {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let path = file.strip_prefix(&root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        breaches.extend(breaches_in(&path, &text, &root.to_string_lossy(), &home));
    }
    Ok(breaches)
}

fn breaches_in(path: &str, text: &str, root: &str, home: &str) -> Vec<String> {
    let mut breaches = Vec::new();
    let script = path.starts_with("ui/src/") && [".ts", ".svelte"].iter().any(|end| path.ends_with(end));
    if script && path != "ui/src/host/tauri.ts" && text.contains("@tauri-apps/") {
        breaches.push(format!("{path} imports @tauri-apps; only ui/src/host/tauri.ts may"));
    }
    for place in [root, home] {
        // A home of "/" or a checkout in "/x" would be found everywhere.
        if place.len() > 4 && text.contains(&format!("{place}/")) {
            breaches.push(format!("{path} names a place of this machine ({place}/)"));
        }
    }
    breaches
}

/// All files that are ours: neither made by a build nor installed.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|problem| Failure::file(folder, &problem))? {
        let path = entry.map_err(|problem| Failure::file(folder, &problem))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["target", "node_modules", "dist", "dist-browser", ".git", "gen"].contains(&name.as_str()) {
                found.extend(files(&path)?);
            }
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

fn text_of(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|problem| Failure::file(path, &problem))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members(uses: &[(&str, &[&str])]) -> Members {
        let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let uses = uses.iter().map(|(name, uses)| ((*name).to_owned(), set(uses))).collect();
        Members { uses, manifests: Vec::new() }
    }

    #[test]
    fn a_crate_that_names_tauri_is_found_and_the_shell_is_not() {
        let members =
            members(&[("guest-mail-doctor", &["tauri"]), ("bridge", &["tauri-utils"]), ("guest", &[])]);
        let found = members.who_else_names("tauri", "guest-mail-doctor");
        assert_eq!(found, ["bridge depends on tauri; only guest-mail-doctor may"]);
    }

    #[test]
    fn a_contract_that_names_what_runs_is_found() {
        let found = |uses: &[&str]| {
            let contract = members(&[("window-contract", uses)]);
            contract.more_than("window-contract", &["guest", "serde"]).len()
        };
        assert_eq!(found(&["guest", "serde"]), 0);
        assert_eq!(found(&["bridge", "guest", "journal", "tokio"]), 3);
        assert_eq!(members(&[("bridge", &[])]).more_than("window-contract", &[]).len(), 1);
    }

    #[test]
    fn an_acquaintance_through_a_third_is_found() {
        let members = members(&[("graph", &["entra"]), ("entra", &["practice"]), ("practice", &[])]);
        assert!(members.strangers("graph", "practice").is_some());
        assert!(members.strangers("practice", "graph").is_none());
    }

    #[test]
    fn what_must_not_be_in_the_app_is_found() {
        let server = "practice v0.1.0 (/checkout/crates/practice)\npractice-server v0.1.0 (/checkout)\n";
        assert_eq!(carried(server), ["the app carries practice-server"]);
        assert_eq!(carried("internet feature \"other-roots\"\ninternet v0.1.0\n").len(), 1);
        assert!(carried("practice v0.1.0\npractice feature \"default\"\n").is_empty());
    }

    #[test]
    fn what_no_file_may_say_is_found() {
        let found = |path, text| breaches_in(path, text, "/checkout/of/it", "/users/anna").len();
        assert_eq!(found("ui/src/App.svelte", "import '@tauri-apps/api'"), 1);
        assert_eq!(found("ui/src/host/tauri.ts", "import '@tauri-apps/api'"), 0);
        assert_eq!(found("README.md", "see /users/anna/notes and /checkout/of/it/x"), 2);
        assert_eq!(found("README.md", "see docs/notes"), 0);
    }
}

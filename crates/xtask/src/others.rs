//! What of others is in the app, with its licence: the crates the shell is built of, and the packages that are packed into
//! its page. About shows it; it is a file of its own that the page reads when somebody asks.

use crate::place::root;
use crate::run::{Failure, program, read};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What the build takes out of packages that the page does not import itself.
const PACKED: [&str; 3] = ["svelte", "@fluentui/tokens", "@fluentui/svg-icons"];

/// Name, version and licence, by name.
type Parts = BTreeSet<(String, String, String)>;

/// The file, a line for each part.
pub(crate) fn file() -> Result<String, Failure> {
    let mut parts = of_crates(&metadata()?, "guest-mail-doctor");
    parts.extend(of_packages()?);
    let lines: Vec<String> = parts
        .iter()
        .map(|(name, version, licence)| format!("  {}", json!([name, version, licence])))
        .collect();
    Ok(format!("[\n{}\n]\n", lines.join(",\n")))
}

fn metadata() -> Result<Value, Failure> {
    let words = ["metadata", "--format-version", "1", "--locked"];
    let text = read(program("cargo").args(words))?;
    serde_json::from_str(&text).map_err(|why| Failure(why.to_string()))
}

/// Whatever a program is linked with, on any system. What only builds or tests it is not in it.
fn of_crates(metadata: &Value, program: &str) -> Parts {
    let all = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let id = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let packages: BTreeMap<String, Value> =
        all(&metadata["packages"]).into_iter().map(|package| (id(&package["id"]), package)).collect();
    let nodes: BTreeMap<String, Value> =
        all(&metadata["resolve"]["nodes"]).into_iter().map(|node| (id(&node["id"]), node)).collect();
    let linked = |dependency: &Value| all(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
    let mut open: Vec<String> =
        packages.iter().filter(|(_, it)| it["name"] == program).map(|(id, _)| id.clone()).collect();
    let mut seen = BTreeSet::new();
    while let Some(next) = open.pop() {
        if seen.insert(next.clone())
            && let Some(node) = nodes.get(&next)
        {
            open.extend(all(&node["deps"]).iter().filter(|it| linked(it)).map(|it| id(&it["pkg"])));
        }
    }
    // What has no source is our own.
    let others = seen.iter().filter_map(|id| packages.get(id)).filter(|it| !it["source"].is_null());
    others.map(|it| (id(&it["name"]), id(&it["version"]), licence(&it["license"]))).collect()
}

fn of_packages() -> Result<Parts, Failure> {
    let json_of = |name: &str| -> Result<Value, Failure> {
        let file = root().join("ui").join(name);
        let text = std::fs::read_to_string(&file).map_err(|why| Failure::file(&file, &why))?;
        serde_json::from_str(&text).map_err(|why| Failure(why.to_string()))
    };
    let (package, lock) = (json_of("package.json")?, json_of("package-lock.json")?);
    let imported = package["dependencies"].as_object().into_iter().flatten().map(|(name, _)| name.clone());
    let names = imported.chain(PACKED.map(str::to_owned));
    Ok(names
        .map(|name| {
            let locked = &lock["packages"][format!("node_modules/{name}")];
            let version = locked["version"].as_str().unwrap_or_default().to_owned();
            (name, version, licence(&locked["license"]))
        })
        .collect())
}

/// As its author writes it; an old spelling of "or" is the new one.
fn licence(value: &Value) -> String {
    value.as_str().unwrap_or_default().replace('/', " OR ").replace("  ", " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_linked_is_named_with_its_licence_and_what_builds_or_tests_it_is_not() {
        let package = |name: &str, source: Value| json!({ "id": name, "name": name, "version": "1.0.0", "source": source, "license": "MIT/Apache-2.0" });
        let dep = |name: &str, kind: Value| json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
        let registry = || json!("registry");
        let metadata = json!({
            "packages": [
                package("app", Value::Null), package("ours", Value::Null), package("linked", registry()),
                package("below", registry()), package("builds", registry()), package("tests", registry()),
            ],
            "resolve": { "nodes": [
                { "id": "app", "deps": [dep("ours", Value::Null), dep("builds", json!("build")),
                    dep("tests", json!("dev"))] },
                { "id": "ours", "deps": [dep("linked", Value::Null)] },
                { "id": "linked", "deps": [dep("below", Value::Null), dep("linked", Value::Null)] },
            ] },
        });
        let names: Vec<String> = of_crates(&metadata, "app").into_iter().map(|(name, ..)| name).collect();
        assert_eq!(names, ["below", "linked"]);
        let licences: BTreeSet<String> =
            of_crates(&metadata, "app").into_iter().map(|(_, _, licence)| licence).collect();
        assert_eq!(licences.into_iter().collect::<Vec<_>>(), ["MIT OR Apache-2.0"]);
    }

    #[test]
    fn everything_in_the_app_has_a_version_and_a_licence() {
        let file: Vec<(String, String, String)> = serde_json::from_str(&file().unwrap()).unwrap();
        assert!(file.len() > 100, "{}", file.len());
        for (name, version, licence) in &file {
            assert!(!version.is_empty() && !licence.is_empty(), "{name} {version}: {licence}");
        }
        for name in ["tauri", "rusqlite", "svelte", "@tauri-apps/api"] {
            assert!(file.iter().any(|(it, ..)| it == name), "{name}");
        }
    }
}

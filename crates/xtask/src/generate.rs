//! Files that are made of other files, and committed so that a change of them is seen in review.

use crate::commands::{LIST, Listed};
use crate::others;
use crate::page;
use crate::place::{built, root};
use crate::run::{Failure, npm, program, read, run, step};
use serde_json::json;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Makes all, or (`check`) fails when one is not what would be made.
pub(crate) fn all(check: bool) -> Result<(), Failure> {
    let list = of_the_list(check).and(misleading(check)).and(others(check));
    page::ensure()?;
    step("build the programs", build)?;
    // The types first: the words are compared with them.
    let contract = contract(check);
    let words = words(check);
    list.and(words).and(contract)
}

/// All programs of the workspace, with the features the tests share: nothing is compiled twice.
pub(crate) fn build() -> Result<(), Failure> {
    run("cargo", &["build", "--workspace", "--bins", "--locked"])
}

/// What is made of the list of commands alone: the window's capability and the table for people.
pub(crate) fn of_the_list(check: bool) -> Result<(), Failure> {
    let capability = put("src-tauri/capabilities/main.json", &capability(), check);
    let table = put("docs/commands.md", &table(), check);
    capability.and(table)
}

/// The characters that mislead, for the page.
fn misleading(check: bool) -> Result<(), Failure> {
    put("ui/src/words/misleading.ts", &table_of_the_page(), check)
}

/// What of others is in the app, for About.
fn others(check: bool) -> Result<(), Failure> {
    put("ui/src/screens/settings/others.json", &others::file()?, check)
}

/// The types of what crosses to the window. The programs must have been built.
pub(crate) fn contract(check: bool) -> Result<(), Failure> {
    put("ui/src/host/contract.ts", &read(&mut program(built("contract-ts")))?, check)
}

/// The ids of the sentences, made and compared by the page's own script.
fn words(check: bool) -> Result<(), Failure> {
    let file = root().join("ui/src/words/ids.ts");
    let before = fs::read(&file).unwrap_or_default();
    npm("ui", &["run", "--silent", "words"])?;
    let after = fs::read(&file).map_err(|problem| Failure::file(&file, &problem))?;
    if check && before != after {
        fs::write(&file, before).map_err(|problem| Failure::file(&file, &problem))?;
        return Err(stale("ui/src/words/ids.ts"));
    }
    Ok(())
}

/// The words and the list, compared without building any Rust.
pub(crate) fn quick_check() -> Result<(), Failure> {
    of_the_list(true).and(misleading(true)).and(others(true)).and(words(true))
}

fn put(path: &str, text: &str, check: bool) -> Result<(), Failure> {
    let file = root().join(path);
    let there = fs::read_to_string(&file).unwrap_or_default();
    if there == text {
        return Ok(());
    }
    if check {
        return Err(stale(path));
    }
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|problem| Failure::file(folder, &problem))?;
    fs::write(&file, text).map_err(|problem| Failure::file(&file, &problem))?;
    println!("wrote {path}");
    Ok(())
}

fn stale(path: &str) -> Failure {
    Failure(format!("{path} is not up to date: run `cargo xtask gen`"))
}

/// The one table of characters that mislead, as the page reads it.
fn table_of_the_page() -> String {
    let mut text = String::from(
        "// Made by `cargo xtask gen` from the one table in crates/plain-text. Do not edit.\n\n\
         /** Characters that mislead whoever reads a text: first and last of each range, and why. */\n\
         export const misleading = [\n",
    );
    for (first, last, kind) in plain_text::TABLE {
        let _ = writeln!(text, "  [0x{:x}, 0x{:x}, '{}'],", u32::from(first), u32::from(last), kind.name());
    }
    text.push_str("] as const;\n");
    text
}

/// What the main window may ask: each command of the list, and nothing of Tauri's own.
fn capability() -> String {
    let permissions: Vec<String> =
        LIST.iter().map(|command| format!("allow-{}", command.name.replace('_', "-"))).collect();
    let capability = json!({
        "identifier": "main",
        "description": "Made by `cargo xtask gen` from the one list of commands. What the main window may ask, \
                        and nothing else: no permission of Tauri's own.",
        "local": true,
        "windows": ["main"],
        "permissions": permissions,
    });
    format!("{capability:#}\n")
}

fn table() -> String {
    let mut text = String::from(
        "# Commands\n\n\
         Made by `cargo xtask gen` from the one list in `crates/window-contract/src/commands.rs`. The types are in \
         `ui/src/host/contract.ts`; every command may also answer with a `Problem`.\n\n\
         | command | is asked with | answers | what it does |\n|---|---|---|---|\n",
    );
    for command in LIST {
        let Listed { name, ask, answer, doc } = *command;
        let _ = writeln!(text, "| `{name}` | `{ask}` | `{answer}` | {} |", doc.trim());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_capability_names_each_command_once_and_nothing_else() {
        let capability: serde_json::Value = serde_json::from_str(&capability()).unwrap();
        let permissions = capability["permissions"].as_array().unwrap();
        assert_eq!(permissions.len(), LIST.len());
        assert!(permissions.iter().all(|permission| permission.as_str().unwrap().starts_with("allow-")));
        assert!(permissions.contains(&json!("allow-sign-in")));
    }

    #[test]
    fn the_page_gets_every_row_of_the_table_of_characters() {
        let table = table_of_the_page();
        assert_eq!(table.matches("  [0x").count(), plain_text::TABLE.len());
        assert!(table.contains("  [0x202a, 0x202e, 'bidi-control'],\n"));
    }

    #[test]
    fn every_command_has_a_line_in_the_table() {
        let table = table();
        for command in LIST {
            assert!(table.contains(&format!("| `{}` |", command.name)), "{}", command.name);
            assert!(!command.doc.trim().is_empty(), "{}", command.name);
        }
    }
}

//! A document that names a test as its proof names one that exists.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::run::Failure;

/// The documents whose claims name their tests, and folders in which the tests' files lie.
const DOCUMENTS: [&str; 3] = ["ARCHITECTURE.md", "SECURITY.md", "docs/threat-model.md"];

/// What the documents name and the sources do not have.
pub(super) fn breaches(root: &Path, files: &[std::path::PathBuf]) -> Result<Vec<String>, Failure> {
    let rust = files.iter().filter(|file| file.extension().is_some_and(|end| end == "rs"));
    let texts: Vec<String> = rust.filter_map(|file| fs::read_to_string(file).ok()).collect();
    let all: BTreeSet<&str> = texts.iter().flat_map(|text| functions(text)).collect();
    let mut breaches = Vec::new();
    for document in DOCUMENTS {
        let file = root.join(document);
        let text = fs::read_to_string(&file).map_err(|problem| Failure::file(&file, &problem))?;
        let exists = |path: &str| root.join(path).exists();
        breaches.extend(
            missing(&text, &all, exists).map(|name| format!("{document} names {name}; there is none")),
        );
    }
    Ok(breaches)
}

/// The names of all functions of a source.
fn functions(text: &str) -> impl Iterator<Item = &str> {
    let name = |rest: &'_ str| rest.find(|it: char| !it.is_ascii_alphanumeric() && it != '_');
    text.split("fn ").skip(1).map(move |rest| &rest[..name(rest).unwrap_or(rest.len())])
}

/// What stands between backticks and reads as a test's name (a sentence of five words at least) or as a place of tests.
fn missing<'t>(
    text: &'t str,
    functions: &BTreeSet<&str>,
    exists: impl Fn(&str) -> bool,
) -> impl Iterator<Item = &'t str> {
    let sentence = |it: &str| {
        it.matches('_').count() >= 4
            && it.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '_')
    };
    let place = |it: &str| {
        it.starts_with("tests/") && !it.contains(|it: char| it.is_whitespace() || "*{<".contains(it))
    };
    text.lines()
        .flat_map(|line| line.split('`').skip(1).step_by(2))
        .filter(move |it| (sentence(it) && !functions.contains(it)) || (place(it) && !exists(it)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_or_a_place_that_is_not_there_is_found() {
        let source = "#[test]\nfn what_is_there_is_not_missed() {}\nasync fn so_is_one_that_waits(x: u8) {}";
        let all: BTreeSet<&str> = functions(source).collect();
        let text = "`what_is_there_is_not_missed`, `so_is_one_that_waits`, `otherMails`, `deny_unknown_fields`,\n\
                    `what_was_renamed_since_is_missed`, `tests/here` and `tests/gone/x.mjs`; `tests/*`";
        let found: Vec<_> = missing(text, &all, |path| path == "tests/here").collect();
        assert_eq!(found, ["what_was_renamed_since_is_missed", "tests/gone/x.mjs"]);
    }
}

//! What is made of the one list of languages, and what is wrong with it. A language must never be left out in silence.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;
use serde_json::{Map, Value};
use unic_langid::LanguageIdentifier;

/// The sentences of documents; all other files are the page's.
const DOCUMENTS: &str = "documents.ftl";

/// What stands behind a tag.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    name: String,
    dates: String,
    invitation: String,
}

/// The languages as the macro `languages!` takes them. `folders` has the names of the files in each folder beside the
/// list, which is `root`.
pub(crate) fn source(
    list: &str,
    root: &str,
    folders: &BTreeMap<String, Vec<String>>,
) -> Result<String, String> {
    let lines: Map<String, Value> = serde_json::from_str(list).map_err(|problem| problem.to_string())?;
    if let Some(folder) = folders.keys().find(|folder| !lines.contains_key(*folder)) {
        return Err(format!("the folder {folder} has no line in the list"));
    }
    let mut source = String::from("languages! {\n");
    for (tag, line) in lines {
        let wrong = |problem: &dyn std::fmt::Display| format!("{tag}: {problem}");
        let line = Line::deserialize(line).map_err(|problem| wrong(&problem))?;
        for named in [&tag, &line.dates, &line.invitation] {
            let read: Result<LanguageIdentifier, _> = named.parse();
            if read.map_or_else(|_| String::new(), |read| read.to_string()) != *named {
                return Err(wrong(&format!("{named:?} is not written as BCP 47 has it")));
            }
        }
        let files = folders.get(&tag).ok_or_else(|| wrong(&"there is no such folder"))?;
        if !files.iter().any(|file| file == DOCUMENTS) {
            return Err(wrong(&format!("there is no {DOCUMENTS}")));
        }
        let path = |file: &str| format!("{root}/{tag}/{file}");
        let page: Vec<String> =
            files.iter().filter(|file| *file != DOCUMENTS).map(|file| path(file)).collect();
        let (variant, name, documents) = (variant(&tag), line.name, path(DOCUMENTS));
        // Quoted as Rust quotes a text; the paths with commas between them.
        let _ = writeln!(source, "    {variant} {tag:?} {name:?} {documents:?} {page:?}");
    }
    source.push_str("}\n");
    Ok(source)
}

/// The tag as the name of a variant: `pt-BR` is `PtBr`.
fn variant(tag: &str) -> String {
    let part = |part: &str| {
        let (first, rest) = part.split_at(1);
        first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
    };
    tag.split('-').map(part).collect()
}

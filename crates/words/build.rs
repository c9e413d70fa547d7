//! Makes the languages of this crate from the one list, which the page reads as well.

#[path = "build/list.rs"]
mod list;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let root = format!("{}/../../ui/locales", env::var("CARGO_MANIFEST_DIR")?);
    println!("cargo:rerun-if-changed={root}");
    let list = Path::new(&root).join("languages.json");
    let source = list::source(&fs::read_to_string(&list)?, &root, &folders(&root)?);
    let source = source.map_err(|problem| format!("{}: {problem}", list.display()))?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("languages.rs"), source)?;
    Ok(())
}

/// The folders in this one, each with the names of its files with sentences.
fn folders(root: &str) -> Result<BTreeMap<String, Vec<String>>, Box<dyn Error>> {
    let mut folders = BTreeMap::new();
    for entry in fs::read_dir(root)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            let mut files = Vec::new();
            for file in fs::read_dir(entry.path())? {
                files.push(file?.file_name().to_string_lossy().into_owned());
            }
            files.retain(|file| Path::new(file).extension().is_some_and(|it| it == "ftl"));
            files.sort();
            folders.insert(entry.file_name().to_string_lossy().into_owned(), files);
        }
    }
    Ok(folders)
}

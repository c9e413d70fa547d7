//! A desktop whose folder for documents is its own.

use crate::Trouble;
use std::path::{Path, PathBuf};

/// Makes, in `folder`, a folder for documents, and answers it with the environment of a desktop that has it. GTK's dialog
/// lists what was saved among the recent files of whoever uses it: of this desktop, and not of whoever runs the test.
pub fn documents(folder: &Path) -> Result<(PathBuf, Vec<(String, String)>), Trouble> {
    let (config, share) = (folder.join("config"), folder.join("share"));
    let documents = folder.join("Documenten");
    for made in [&config, &documents, &share] {
        std::fs::create_dir_all(made).map_err(|problem| Trouble::file(made, &problem))?;
    }
    let said = format!("XDG_DOCUMENTS_DIR=\"{}\"\n", documents.display());
    let file = config.join("user-dirs.dirs");
    std::fs::write(&file, said).map_err(|problem| Trouble::file(&file, &problem))?;
    let text = |path: &Path| path.to_string_lossy().into_owned();
    let own = [("XDG_CONFIG_HOME", config), ("XDG_DATA_HOME", share)];
    Ok((documents, own.iter().map(|(name, path)| ((*name).to_owned(), text(path))).collect()))
}

//! Where things are.

use std::path::{Path, PathBuf};

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// The folder of Microsoft's contract, where it is there (the default is in `.cargo/config.toml`).
pub(crate) fn contract() -> Option<PathBuf> {
    let named = std::env::var_os("CONTRACT_DIR").filter(|named| !named.is_empty())?;
    Some(root().join(named)).filter(|folder| folder.is_dir())
}

/// A program the last build made.
pub(crate) fn built(name: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    root().join(target).join("debug").join(name).with_extension(std::env::consts::EXE_EXTENSION)
}

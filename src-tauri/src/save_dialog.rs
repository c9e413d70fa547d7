//! The system's dialog that asks where a file is to be kept. It is opened from here, never by the page.

use crate::window::TheWindow;
use async_trait::async_trait;
use std::path::{Path, PathBuf};

/// The system's own dialog, before the window it belongs to.
#[derive(Debug, Clone, Default)]
pub(crate) struct SystemDialog(pub(crate) TheWindow);

#[async_trait]
impl bridge::SaveDialog for SystemDialog {
    async fn ask(&self, folder: &Path, name: &str) -> Option<PathBuf> {
        let window = self.0.get()?;
        let mut dialog = rfd::AsyncFileDialog::new().set_parent(window);
        dialog = dialog.set_directory(folder).set_file_name(name);
        // Where the system adds an ending by itself, it is this one.
        if let Some(ending) = Path::new(name).extension().and_then(|ending| ending.to_str()) {
            dialog = dialog.add_filter(ending, &[ending]);
        }
        let chosen = dialog.save_file().await;
        chosen.map(|file| file.path().to_owned())
    }
}

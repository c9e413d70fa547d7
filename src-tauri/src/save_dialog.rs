//! The system's dialog that asks where a file is to be kept. It is opened from here, never by the page.

use async_trait::async_trait;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use tauri::WebviewWindow;

/// The system's own dialog, before the window it belongs to.
#[derive(Debug, Clone, Default)]
pub(crate) struct SystemDialog {
    window: Arc<OnceLock<WebviewWindow>>,
}

impl SystemDialog {
    /// Says which window it belongs to, once there is one.
    pub(crate) fn belongs_to(&self, window: WebviewWindow) {
        // There is one window, and it is made once.
        let _ = self.window.set(window);
    }
}

#[async_trait]
impl bridge::SaveDialog for SystemDialog {
    async fn ask(&self, folder: &Path, name: &str) -> Option<PathBuf> {
        let window = self.window.get()?;
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

//! The one window, and what it may not do.

use crate::guards::is_own_page;
use crate::menu::Menu;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use tauri::webview::NewWindowResponse;
use tauri::{App, Runtime, UserAttentionType, WebviewUrl, WebviewWindow, WebviewWindowBuilder};
use tempfile::TempDir;

/// The window's label: the capability names it, and no other label may ask anything.
pub(crate) const LABEL: &str = "main";

/// What draws the page on this system.
const WEBVIEW: &str = if cfg!(windows) {
    "WebView2"
} else if cfg!(target_os = "macos") {
    "WKWebView"
} else {
    "WebKitGTK"
};

/// The one window, for what needs it, once it is there.
#[derive(Debug, Clone, Default)]
pub(crate) struct TheWindow {
    window: Arc<OnceLock<WebviewWindow>>,
    menu: Menu,
}

impl TheWindow {
    /// Says which it is.
    pub(crate) fn is(&self, window: WebviewWindow) {
        // There is one window, and it is made once.
        let _ = self.window.set(window);
    }

    /// What its right mouse button offers.
    pub(crate) fn menu(&self) -> &Menu {
        &self.menu
    }

    /// The window, once it is there.
    pub(crate) fn get(&self) -> Option<&WebviewWindow> {
        self.window.get()
    }
}

impl bridge::Window for TheWindow {
    fn come(&self) {
        let Some(window) = self.get() else { return };
        // A desktop may refuse each of them; then the window asks for attention, and what was handed over is there.
        let asked = [
            window.unminimize(),
            window.show(),
            window.set_focus(),
            window.request_user_attention(Some(UserAttentionType::Informational)),
        ];
        for error in asked.into_iter().filter_map(Result::err) {
            tracing::warn!(%error, "the window was not brought to the front");
        }
    }

    fn zoom(&self, percent: u16) {
        let Some(window) = self.get() else { return };
        if let Err(error) = window.set_zoom(f64::from(percent) / 100.0) {
            tracing::warn!(%error, "the window was not zoomed");
        }
    }

    fn speaks(&self, menu: bridge::MenuWords) {
        self.menu.speaks(menu);
    }

    fn webview(&self) -> Option<String> {
        let version = tauri::webview_version().ok()?;
        Some(format!("{WEBVIEW} {version}"))
    }
}

/// Where the webview keeps its own files. Usually nowhere.
pub(crate) enum WebData {
    /// The webview keeps nothing (incognito).
    Nowhere,
    /// A folder that goes away with the app.
    Temporary(TempDir),
}

impl WebData {
    /// Nowhere; but under `WebDriver`, whose webview refuses a window that keeps nothing, in a temporary folder.
    pub(crate) fn for_this_run() -> std::io::Result<Self> {
        // The same variable and value by which Tauri opens the window to WebDriver.
        if std::env::var("TAURI_WEBVIEW_AUTOMATION").as_deref() == Ok("true") {
            Ok(Self::Temporary(tempfile::Builder::new().prefix("guest-mail-doctor-").tempdir()?))
        } else {
            Ok(Self::Nowhere)
        }
    }

    fn folder(&self) -> Option<&Path> {
        match self {
            Self::Nowhere => None,
            Self::Temporary(folder) => Some(folder.path()),
        }
    }
}

/// Opens the window. It shows the app's own page and can be brought to no other, opens no second window, and
/// downloads nothing.
pub(crate) fn open<R: Runtime>(
    app: &App<R>,
    web_data: &WebData,
    menu: &Menu,
) -> tauri::Result<WebviewWindow<R>> {
    let mut window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Guest Mail Doctor")
        .inner_size(1180.0, 860.0)
        .min_inner_size(640.0, 480.0)
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .disable_drag_drop_handler()
        // The page asks for it, so that it is kept: a webview that zooms by itself would do it twice.
        .zoom_hotkeys_enabled(false)
        .general_autofill_enabled(false);
    window = match web_data.folder() {
        None => window.incognito(true),
        Some(folder) => window.data_directory(folder.to_owned()),
    };
    let window = window.build()?;
    menu.belongs_to(&window)?;
    Ok(window)
}

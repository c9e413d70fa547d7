//! The window the page is drawn in, as far as the app has to do with it.

use words::MenuWords;

/// The window the page is drawn in.
pub trait Window: Send + Sync {
    /// Shows it above the others, and lets the keyboard go to it.
    fn come(&self);

    /// Draws everything in it this large, in per cent, until another size is asked for.
    fn zoom(&self, percent: u16);

    /// What its menu of the right mouse button is called, until another language is chosen.
    fn speaks(&self, menu: MenuWords);

    /// What draws the page, and its version, where that is known.
    fn webview(&self) -> Option<String>;
}

/// There is no window: for tests and development hosts.
#[derive(Debug, Clone, Copy)]
pub struct NoWindow;

impl Window for NoWindow {
    fn come(&self) {}

    fn zoom(&self, _percent: u16) {}

    fn speaks(&self, _menu: MenuWords) {}

    fn webview(&self) -> Option<String> {
        None
    }
}

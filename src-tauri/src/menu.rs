//! The menu of the right mouse button: copy and paste, in the app's language, and nothing else. What the webview offers by
//! itself (back, reload, its inspector) leads nowhere here, and speaks the system's language.
//!
//! Where there is nothing to copy and nowhere to paste the page has no menu at all (`ui/src/state/keys.svelte.ts`). On
//! Windows and macOS the webview's own menu of a field stays: it cannot be replaced without unsafe code
//! (docs/known-issues.md).

use bridge::MenuWords;
use std::sync::{Arc, Mutex, PoisonError};
use tauri::{Runtime, WebviewWindow};

/// What is offered, until another language is chosen.
#[derive(Debug, Clone, Default)]
pub(crate) struct Menu(Arc<Mutex<MenuWords>>);

/// What can be done where the menu was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Copy,
    Paste,
}

/// In a field both; elsewhere what is selected is copied.
fn acts(editable: bool, selected: bool) -> &'static [Act] {
    match (editable, selected) {
        (true, _) => &[Act::Copy, Act::Paste],
        (false, true) => &[Act::Copy],
        (false, false) => &[],
    }
}

impl Menu {
    /// From now on in these words.
    pub(crate) fn speaks(&self, words: MenuWords) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = words;
    }

    fn label(&self, act: Act) -> String {
        let words = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match act {
            Act::Copy => words.copy.clone(),
            Act::Paste => words.paste.clone(),
        }
    }

    /// Puts it in the place of the webview's.
    #[cfg(target_os = "linux")]
    pub(crate) fn belongs_to<R: Runtime>(&self, window: &WebviewWindow<R>) -> tauri::Result<()> {
        use webkit2gtk::{
            ContextMenuAction, ContextMenuExt as _, ContextMenuItem, HitTestResultExt as _, WebViewExt as _,
        };
        let menu = self.clone();
        window.with_webview(move |webview| {
            webview.inner().connect_context_menu(move |_, shown, _, place| {
                shown.remove_all();
                let acts = acts(place.context_is_editable(), place.context_is_selection());
                for act in acts {
                    let stock = match act {
                        Act::Copy => ContextMenuAction::Copy,
                        Act::Paste => ContextMenuAction::Paste,
                    };
                    shown.append(&ContextMenuItem::from_stock_action_with_label(stock, &menu.label(*act)));
                }
                // True: no menu is shown.
                acts.is_empty()
            });
        })
    }

    /// The webview's own stays.
    #[cfg(not(target_os = "linux"))]
    #[allow(clippy::unnecessary_wraps, clippy::unused_self, reason = "on Linux it can fail")]
    pub(crate) fn belongs_to<R: Runtime>(&self, _window: &WebviewWindow<R>) -> tauri::Result<()> {
        let _ = (acts, Self::label);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_offers_both_a_selection_copies_and_anything_else_has_no_menu() {
        assert_eq!(acts(true, false), [Act::Copy, Act::Paste]);
        assert_eq!(acts(true, true), [Act::Copy, Act::Paste]);
        assert_eq!(acts(false, true), [Act::Copy]);
        assert_eq!(acts(false, false), [] as [Act; 0]);
    }

    #[test]
    fn it_speaks_the_language_that_was_chosen_last() {
        let menu = Menu::default();
        let words = |copy: &str, paste: &str| MenuWords { copy: copy.to_owned(), paste: paste.to_owned() };
        menu.speaks(words("Copy", "Paste"));
        let shown = menu.clone();
        menu.speaks(words("Kopieren", "Einfügen"));
        assert_eq!([shown.label(Act::Copy), shown.label(Act::Paste)], ["Kopieren", "Einfügen"]);
    }
}

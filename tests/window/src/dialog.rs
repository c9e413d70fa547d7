//! A dialog of the system's, beside the window: no `WebDriver` reaches it, so a key is pressed as the display's own
//! keyboard would (X11's test extension).

use crate::Trouble;
use std::time::{Duration, Instant};
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{ConnectionExt as _, InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, MapState};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

/// A key that answers a dialog, by its keysym (`X11/keysymdef.h`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// What the default button does.
    Return = 0xff0d,
    /// Close without an answer.
    Escape = 0xff1b,
}

/// The display, as one sees it who sits before it.
#[derive(Debug)]
pub struct Display {
    connection: RustConnection,
    root: u32,
}

const PATIENCE: Duration = Duration::from_secs(20);

impl Display {
    pub(crate) fn of(number: u32) -> Result<Self, Trouble> {
        let (connection, screen) = RustConnection::connect(Some(&format!(":{number}"))).map_err(trouble)?;
        let root = connection.setup().roots[screen].root;
        Ok(Self { connection, root })
    }

    /// The windows on screen that are large enough to be read.
    fn windows(&self) -> Result<Vec<u32>, Trouble> {
        let all = self.connection.query_tree(self.root).map_err(trouble)?.reply().map_err(trouble)?.children;
        let mut seen = Vec::new();
        for window in all {
            let shape = self.connection.get_geometry(window).map_err(trouble)?.reply();
            let state = self.connection.get_window_attributes(window).map_err(trouble)?.reply();
            // One that is gone by now is none.
            let (Ok(shape), Ok(state)) = (shape, state) else { continue };
            if state.map_state == MapState::VIEWABLE && shape.width > 200 && shape.height > 200 {
                seen.push(window);
            }
        }
        Ok(seen)
    }

    /// Waits until so many windows are on screen; the newest of them.
    fn await_windows(&self, count: usize) -> Result<u32, Trouble> {
        let begun = Instant::now();
        loop {
            let windows = self.windows()?;
            match windows.iter().max() {
                Some(newest) if windows.len() == count => return Ok(*newest),
                _ if begun.elapsed() > PATIENCE => {
                    let (what, seen) = (format!("{count} windows on screen"), windows.len().to_string());
                    return Err(Trouble::NotInTime { what, waited: begun.elapsed(), seen });
                }
                _ => std::thread::sleep(Duration::from_millis(50)),
            }
        }
    }

    /// Waits for the dialog beside the one window, presses a key in it, and waits until it is gone.
    pub fn answer_dialog(&self, key: Key) -> Result<(), Trouble> {
        let dialog = self.await_windows(2)?;
        // No window manager is there that would give it the keyboard.
        let focus = InputFocus::PARENT;
        self.connection.set_input_focus(focus, dialog, x11rb::CURRENT_TIME).map_err(trouble)?;
        let code = self.code(key)?;
        for what in [KEY_PRESS_EVENT, KEY_RELEASE_EVENT] {
            self.connection.xtest_fake_input(what, code, 0, self.root, 0, 0, 0).map_err(trouble)?;
        }
        self.connection.flush().map_err(trouble)?;
        self.await_windows(1).map(drop)
    }

    /// The code this keyboard has for a key.
    fn code(&self, key: Key) -> Result<u8, Trouble> {
        let setup = self.connection.setup();
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let all = self.connection.get_keyboard_mapping(first, last - first + 1).map_err(trouble)?;
        let all = all.reply().map_err(trouble)?;
        let symbols = all.keysyms.chunks(usize::from(all.keysyms_per_keycode));
        let found = (first..).zip(symbols).find(|(_, symbols)| symbols.contains(&(key as u32)));
        found.map(|(code, _)| code).ok_or_else(|| Trouble::Otherwise(format!("no key is {key:?}")))
    }
}

fn trouble(why: impl std::fmt::Display) -> Trouble {
    Trouble::Otherwise(format!("the display: {why}"))
}

//! The real window, driven from outside: the program as it ships, on a virtual display, through the `WebDriver` of
//! the system's webview. It knows the elements automation may rely on (`data-testid`) and nothing of what is
//! behind them: no crate of ours is linked here.
//!
//! A [`Harness`] is a display and a driver; a [`Window`] is one run of the program on it.
//!
//! ```no_run
//! # fn main() -> Result<(), window::Trouble> {
//! let stage = window::Harness::set(&std::env::temp_dir())?;
//! let data = std::env::temp_dir().join("doctor");
//! let window = stage.open(&window::Launch::new(&data).with("--practice"))?;
//! window.type_into("guest-address", "jan@fabrikam.nl")?;
//! window.click("find")?;
//! println!("{}", window.attribute("verdict", "data-verdict")?);
//! # Ok(())
//! # }
//! ```

#![cfg(unix)]

mod browser;
mod dialog;
mod documents;
mod driver;
pub mod gallery;
mod harness;
mod keyboard;
mod picture;
mod process;
mod scene;
mod screen_reader;
pub mod story;
mod tenant;
mod trouble;
mod window;

pub use atspi::{Role, State};
pub use browser::Browser;
pub use dialog::{Display, Key};
pub use documents::documents;
pub use harness::{Harness, Launch, program};
pub use keyboard::key;
pub use picture::{Picture, Place};
pub use scene::Scene;
pub use screen_reader::{Accessible, ScreenReader};
pub use tenant::TenantServer;
pub use trouble::Trouble;
pub use window::Window;

/// The exit status of the story's program when the window was lost: that says nothing of the app.
pub const LOST: u8 = 3;

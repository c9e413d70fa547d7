//! The shell: it makes the window, guards it, and passes each command to `bridge`. It knows no Graph, no guest
//! and no words; everything it decides is what a page may *not* do.
//!
//! ```text
//! guest-mail-doctor --practice=reader --lang nl --find jan@fabrikam.nl
//! guest-mail-doctor "2026-11-26 0930 guest mail.guesthandover"
//! ```
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod browser;
mod commands;
mod guards;
mod menu;
mod report;
mod save_dialog;
mod window;

#[cfg(test)]
mod guarded;

use arguments::Arguments;
use clap::Parser as _;
use std::process::ExitCode;

/// Why the app did not start.
#[derive(Debug, thiserror::Error)]
enum NotStarted {
    /// What the app is made of could not be put together.
    #[error("{0}")]
    Compose(#[from] bridge::StartUpFailure),
    /// Nowhere to show a window.
    #[error("there is no display to show a window on (neither DISPLAY nor WAYLAND_DISPLAY is set)")]
    NoDisplay,
    /// No window could be made.
    #[error("no window could be made: {0}")]
    Window(#[from] tauri::Error),
    /// No place for the webview's own files.
    #[error("no temporary folder could be made: {0}")]
    WebData(#[from] std::io::Error),
}

fn main() -> ExitCode {
    report::begin();
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            report::not_started(&problem);
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> Result<(), NotStarted> {
    if !has_display() {
        return Err(NotStarted::NoDisplay);
    }
    let window = window::TheWindow::default();
    // Where a window has the data folder already, it has everything by now, and comes to the front.
    let Some(app) = bridge::App::start(arguments.into_options(&window))? else { return Ok(()) };
    let web_data = window::WebData::for_this_run()?;
    tauri::Builder::default()
        .manage(app)
        .invoke_handler(commands::handler())
        .setup(move |shell| {
            window.is(window::open(shell, &web_data, window.menu())?);
            // Kept until the shell ends: dropping it would remove the folder under the running webview.
            tauri::Manager::manage(shell, web_data);
            Ok(())
        })
        .run(tauri::generate_context!())?;
    Ok(())
}

/// Whether there is a display. Without one the window library would panic, and that tells nobody anything.
fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

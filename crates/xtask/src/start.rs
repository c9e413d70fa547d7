//! From a fresh checkout to the app doing its job.

use std::path::Path;
use std::process::Command;

use crate::place::{built, root};
use crate::run::{Failure, finish, program, step};
use crate::{generate, page, set_up};

/// Sets up, builds, and starts the app; without a display, its main job is done in a real window all the same.
pub(crate) fn start() -> Result<(), Failure> {
    step("set up", set_up::to_start)?;
    step("compare the generated files", generate::quick_check)?;
    step("build the page", page::build)?;
    step("build the app", generate::build)?;
    step("compare the contract", || generate::contract(true))?;
    let app = built("guest-mail-doctor");
    if set_up::start_needs_virtual_display() {
        let pictures = root().join("target/start");
        step("the main job, in a real window on a virtual display", || story(&app, &pictures))?;
        println!("pictures of every screen: target/start");
        Ok(())
    } else {
        println!("starting the app in its practice organisation; close its window to end");
        finish(program(&app).arg("--practice"))
    }
}

/// Tells the story; once more from its beginning when the system's web view crashed under it.
fn story(app: &Path, pictures: &Path) -> Result<(), Failure> {
    in_a_window(|| {
        let mut told = program(built("story"));
        told.env("GUEST_MAIL_DOCTOR", app).arg(pictures);
        told
    })
}

/// How a program that drives the window says that it was lost (`window::LOST`), which is no verdict on the app.
const LOST: i32 = 3;

/// Runs a program that drives the window; once more from its beginning when the system's web view crashed under it.
pub(crate) fn in_a_window(program: impl Fn() -> Command) -> Result<(), Failure> {
    let mut first = program();
    let status = first.status().map_err(|problem| {
        Failure(format!("{} could not be started: {problem}", first.get_program().to_string_lossy()))
    })?;
    if status.code() == Some(LOST) {
        println!("the system's web view crashed; once more, from the beginning");
        return finish(&mut program());
    }
    if status.success() { Ok(()) } else { Err(Failure(format!("it ended with {status}"))) }
}

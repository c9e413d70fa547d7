//! From a fresh checkout to the app doing its job.

use std::path::Path;

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

/// How the story's program says that the window was lost (`window::LOST`), which is no verdict on the app.
const LOST: i32 = 3;

/// Tells the story; once more from its beginning when the system's web view crashed under it.
fn story(app: &Path, pictures: &Path) -> Result<(), Failure> {
    let mut told = program(built("story"));
    told.env("GUEST_MAIL_DOCTOR", app).arg(pictures);
    let status =
        told.status().map_err(|problem| Failure(format!("the story could not be started: {problem}")))?;
    if status.code() == Some(LOST) {
        println!("the system's web view crashed; the story is told once more, from its beginning");
        return finish(&mut told);
    }
    if status.success() { Ok(()) } else { Err(Failure(format!("the story ended with {status}"))) }
}

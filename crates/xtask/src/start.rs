//! From a fresh checkout to the app doing its job.

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
        step("the main job, in a real window on a virtual display", || {
            finish(program(built("story")).env("GUEST_MAIL_DOCTOR", &app).arg(&pictures))
        })?;
        println!("pictures of every screen: target/start");
        Ok(())
    } else {
        println!("starting the app in its practice organisation; close its window to end");
        finish(program(&app).arg("--practice"))
    }
}

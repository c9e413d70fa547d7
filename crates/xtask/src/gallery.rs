//! The gallery: `docs/gallery`, photographed in the real window.

use std::path::{Path, PathBuf};

use crate::place::{built, root};
use crate::run::{Failure, program, step};
use crate::{generate, page, set_up};

/// How the program that takes the pictures says that the window was lost (`window::LOST`), which is no verdict on the app.
const LOST: i32 = 3;

/// Takes every picture, and writes the list of them.
pub(crate) fn whole() -> Result<(), Failure> {
    step("set up", set_up::to_test)?;
    step("build the page", page::build)?;
    step("build the programs", generate::build)?;
    take(&built("guest-mail-doctor"), &[root().join("docs/gallery")])
}

/// Takes the best ones and says which look otherwise than those that are kept; one that is blank, or the same as another,
/// fails. The programs are built already.
pub(crate) fn best(app: &Path) -> Result<(), Failure> {
    take(app, &[root().join("target/gallery"), root().join("docs/gallery")])
}

/// Once more from the beginning when the system's web view crashed under it.
fn take(app: &Path, folders: &[PathBuf]) -> Result<(), Failure> {
    for last in [false, true] {
        let mut taking = program(built("gallery"));
        taking.env("GUEST_MAIL_DOCTOR", app).env("PRACTICE", built("practice")).args(folders);
        let failed = |why: String| Failure(format!("the gallery {why}"));
        let status = taking.status().map_err(|problem| failed(format!("could not be started: {problem}")))?;
        match status.code() {
            Some(0) => return Ok(()),
            Some(LOST) if !last => {
                println!("the system's web view crashed; the pictures are taken once more");
            }
            _ => return Err(failed(format!("ended with {status}"))),
        }
    }
    Ok(())
}

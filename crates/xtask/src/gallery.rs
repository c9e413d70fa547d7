//! The gallery: `docs/gallery`, photographed in the real window.

use std::path::{Path, PathBuf};

use crate::place::{built, root};
use crate::run::{Failure, program, step};
use crate::start::in_a_window;
use crate::{generate, page, set_up};

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

fn take(app: &Path, folders: &[PathBuf]) -> Result<(), Failure> {
    in_a_window(|| {
        let mut taking = program(built("gallery"));
        taking.env("GUEST_MAIL_DOCTOR", app).env("PRACTICE", built("practice")).args(folders);
        taking
    })
}

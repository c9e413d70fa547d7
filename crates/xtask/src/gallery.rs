//! The gallery: `docs/gallery`, photographed in the real window.

use std::path::{Path, PathBuf};

use crate::place::{built, root};
use crate::run::{Failure, program, step};
use crate::start::in_a_window;
use crate::{generate, page, set_up};

/// Takes every picture, or those of these names, and writes the list of them.
pub(crate) fn whole(names: &[String]) -> Result<(), Failure> {
    step("set up", set_up::to_test)?;
    step("build the page", page::build)?;
    step("build the programs", generate::build)?;
    let mut words = vec![root().join("docs/gallery")];
    if !names.is_empty() {
        words.push("--only".into());
        words.extend(names.iter().map(PathBuf::from));
    }
    take(&built("guest-mail-doctor"), &words)
}

/// Takes the best ones and says which look otherwise than those that are kept; one that is blank, or the same as another,
/// fails. The programs are built already.
pub(crate) fn best(app: &Path) -> Result<(), Failure> {
    take(app, &[root().join("target/gallery"), root().join("docs/gallery")])
}

fn take(app: &Path, words: &[PathBuf]) -> Result<(), Failure> {
    in_a_window(|| {
        let mut taking = program(built("gallery"));
        taking.env("GUEST_MAIL_DOCTOR", app).env("PRACTICE", built("practice")).args(words);
        taking
    })
}

//! Building the page. Each build looks at itself (`ui/scripts/inspect.mjs`): its size, and what the policy forbids.

use crate::place::root;
use crate::run::{Failure, npm, step};

/// The page for the app's window.
pub(crate) fn build() -> Result<(), Failure> {
    npm("ui", &["run", "--silent", "build"])
}

/// The page for a browser, where the browser tests meet it.
pub(crate) fn build_for_browser() -> Result<(), Failure> {
    npm("ui", &["run", "--silent", "build:browser"])
}

/// Builds the page if it was never built: the shell embeds it and does not compile without.
pub(crate) fn ensure() -> Result<(), Failure> {
    if root().join("ui/dist/index.html").exists() { Ok(()) } else { step("build the page", build) }
}

//! What can go wrong while driving the window.

use std::time::Duration;

/// Why the window could not be driven, in words a person who reads a failed test can use.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// A program the stage needs is not installed or could not be started.
    #[error("{program} could not be started: {source}")]
    NotStarted {
        /// Its name.
        program: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// Something was waited for and did not come.
    #[error("after {waited:?} still no {what}; last seen: {seen}")]
    NotInTime {
        /// What was waited for.
        what: String,
        /// How long.
        waited: Duration,
        /// The last thing seen instead.
        seen: String,
    },
    /// The driver answered with an error.
    #[error("the driver refused {what}: {words}")]
    Refused {
        /// What was asked.
        what: String,
        /// The driver's words.
        words: String,
    },
    /// The session is gone: the program that draws the page ended. Seen with WebKitGTK 2.50 in Mesa's software renderer
    /// (a fault in `swrast_dri.so`), once in many sessions; the app itself lives on and shows nothing.
    #[error("the window was lost during {what}: {words}")]
    Lost {
        /// What was asked.
        what: String,
        /// The driver's words.
        words: String,
    },
    /// The driver could not be reached, or its answer not be read.
    #[error("the driver did not answer {what}: {words}")]
    NoAnswer {
        /// What was asked.
        what: String,
        /// Why not.
        words: String,
    },
    /// What is on screen is not what the story says.
    #[error("{0}")]
    Otherwise(String),
    /// A file could not be read or written.
    #[error("{path}: {words}")]
    File {
        /// Which.
        path: String,
        /// Why not.
        words: String,
    },
}

impl Trouble {
    /// A file that could not be read or written.
    pub fn file(path: &std::path::Path, why: &impl std::fmt::Display) -> Self {
        Self::File { path: path.display().to_string(), words: why.to_string() }
    }
}

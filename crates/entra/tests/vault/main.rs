//! The vault over keyrings of every mood, and its file through everything that can happen to a file.

#![allow(clippy::unwrap_used, reason = "what fails here is a failed test")]

mod file;
mod keeping;
mod machine;

//! The vault over keyrings with every fault, and its file through everything that can happen to a file.

#![allow(clippy::unwrap_used, reason = "what fails here is a failed test")]

mod file;
mod machine;
mod persistence;

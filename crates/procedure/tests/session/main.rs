//! The session where it stands: who is signed in when sign-ins overlap, are stopped, are refused or ask for more.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

mod challenges;
mod overlapping;
mod storing;
mod support;
